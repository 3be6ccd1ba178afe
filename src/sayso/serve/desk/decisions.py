"""Decisions as pages list them: who, when, before and after, and whether they still hold."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.errors import NotFoundError, UsageError
from sayso.serve.desk import links
from sayso.serve.desk.archive import Archive
from sayso.serve.desk.forms import LABELS
from sayso.store.effect import effective, undone_by
from sayso.store.interface import Action, Decision, Json, Listing, Page, TargetKind

ACTIONS: dict[Action, str] = {
    "accept": "accepted",
    "correct": "corrected",
    "reject": "rejected",
    "link": "linked to an incident",
    "unlink": "taken from an incident",
    "merge": "merged names",
    "unmerge": "set names apart",
    "grade_source": "graded the source",
    "grade_item": "graded the item",
    "note": "noted",
    "judge": "judged",
    "withdraw": "withdrew a judgement",
    "withhold": "withheld",
    "code": "coded the report",
}
#: Parts of a claim's data that a change is not told by: identifiers, and what the reading itself noted.
_UNTOLD = frozenset(
    {"id", "origin", "confidence", "attribution", "evidence", "basis", "kind", "number", "victims", "unresolved"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field before and after; an empty text where nothing stood."""

    field: str
    #: The field as a reader knows it.
    words: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionCard:
    """What somebody decided, and when."""

    id: str
    action: str
    action_words: str
    by: str
    at: str | None
    note: str | None
    #: The decision that it takes back.
    undoes: str | None
    #: Who took it back; None while it holds.
    undone_by: str | None
    changes: tuple[Change, ...]
    target_kind: str
    target: str
    target_href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionsPage:
    """What people decided, the latest first."""

    decisions: tuple[DecisionCard, ...]
    next_href: str | None


def decision_card(one: Decision, log: Sequence[Decision] = ()) -> DecisionCard:
    """A decision; `log`: every decision on its target, oldest first, where it is to be told whether it holds."""
    undoing = undone_by(log, one.id)
    return DecisionCard(
        id=one.id,
        action=one.action,
        action_words=ACTIONS[one.action],
        by=one.by,
        at=one.at.isoformat(sep=" ", timespec="seconds").removesuffix("+00:00") if one.at else None,
        note=one.note,
        undoes=one.undoes,
        undone_by=undoing.by if undoing else None,
        changes=tuple(_changes(one)),
        target_kind=one.target_kind,
        target=one.target,
        target_href=target_href(one),
    )


def target_href(one: Decision) -> str | None:
    """The page of what a decision is about; None for parties, whose pages belong to a conflict, and judgements."""
    if one.target_kind == "claim":
        return links.claim(one.target)
    return links.report(one.target) if one.target_kind == "document" else None


def _changes(one: Decision) -> Iterable[Change]:
    """Field by field; what a coder coded is not shown here, so that the other coder stays blind."""
    if one.action == "code":
        return
    before, after = _flat(one.before), _flat(one.after)
    for name in after if one.undoes is None else before:
        old, new = before.get(name, ""), after.get(name, "")
        if old != new and name not in _UNTOLD:
            plain = name.replace("_", " ")
            yield Change(field=plain, words=LABELS.get(name, plain), before=old, after=new)


def _flat(data: Json | None) -> dict[str, str]:
    """The fields of a decision's data in words; parts of parts under the innermost name."""
    told: dict[str, str] = {}
    for name, value in (data or {}).items():
        if name == "value" and isinstance(value, dict):
            told |= {field: _words(inner) for field, inner in value.items()}
        elif name == "source" and isinstance(value, dict):
            told |= {"source": _words(value.get("name")), "speaks_for": _words(value.get("speaks_for"))}
        else:
            told[name] = _words(value)
    return told


def _words(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dict | list):
        return "" if not value else json.dumps(value, ensure_ascii=False)
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def grade_of(log: Sequence[Decision], action: Action) -> str | None:
    """The grade that stands, by the decisions on a target, oldest first; None where nobody gave one."""
    given = [one for one in effective(log) if one.action == action]
    return str((given[-1].after or {}).get("grade")) if given else None


def listed(archive: Archive, target: tuple[TargetKind, str] | None, page: Page) -> Listing[Decision]:
    """Decisions, the latest first; raises NotFoundError for a cursor that leads nowhere."""
    try:
        return archive.decisions(target, page)
    except UsageError as error:
        raise NotFoundError(str(error)) from error


def decisions_page(archive: Archive, cursor: str | None, limit: int) -> DecisionsPage:
    """Every decision, the latest first."""
    found = listed(archive, None, Page(limit=limit, cursor=cursor))
    following = links.to("/decisions", {"cursor": found.next_cursor}) if found.next_cursor else None
    return DecisionsPage(
        decisions=tuple(decision_card(one, found.rows[::-1]) for one in found.rows), next_href=following
    )
