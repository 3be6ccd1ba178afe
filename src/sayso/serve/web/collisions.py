"""Two people at once: the page for the second, with what the first did and what the second entered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.serve.desk import links
from sayso.serve.desk.cards import ClaimCard, stored_card
from sayso.serve.desk.decisions import DecisionCard, decision_card
from sayso.serve.desk.desk import Desk
from sayso.serve.desk.forms import FormField, claim_form
from sayso.store.interface import Page, TargetKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A form that was sent: where to, what it held, and what it is about."""

    path: str
    entered: Mapping[str, str]
    #: The claim that it is about, or another target.
    claim: str | None = None
    target: tuple[TargetKind, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CollisionPage:
    """What the other did, what was entered here, and how to send it again on purpose."""

    detail: str
    claim: ClaimCard | None
    #: Decisions made since the form was loaded, oldest first.
    theirs: tuple[DecisionCard, ...]
    #: The fields of a correction as entered, beside what stands now.
    fields: tuple[FormField, ...]
    #: Everything else that was entered.
    kept: tuple[tuple[str, str], ...]
    action: str
    version: int | None
    path: str
    back: str


#: Sent anew by the page itself.
_OWN = frozenset({"token", "expected"})


def claim_collision(desk: Desk, attempt: Attempt, detail: str) -> CollisionPage:
    """The page where a claim was decided on meanwhile."""
    stored = desk.archive.claim(attempt.claim or "")
    assert stored is not None, "a claim that was decided on is on record"
    own = [one for one in stored.history if one.target == stored.claim.id]
    correcting = attempt.entered.get("action") == "correct"
    fields = claim_form(stored.claim, desk.ledgers.of(stored.conflict), attempt.entered) if correcting else ()
    named = {field.name for field in fields}
    return CollisionPage(
        detail=detail,
        claim=stored_card(stored),
        theirs=tuple(decision_card(one, own) for one in own[seen(attempt) :]),
        fields=fields,
        kept=tuple(pair for pair in attempt.entered.items() if pair[0] not in _OWN | named),
        action=attempt.entered.get("action", ""),
        version=stored.version,
        path=attempt.path,
        back=links.claim(stored.claim.id),
    )


def other_collision(desk: Desk, attempt: Attempt, detail: str) -> CollisionPage:
    """The page where something other than a claim was decided on meanwhile."""
    log = desk.archive.decisions(attempt.target, Page(limit=1000)).rows[::-1] if attempt.target else ()
    return CollisionPage(
        detail=detail,
        claim=None,
        theirs=tuple(decision_card(one, log) for one in log[seen(attempt) :]),
        fields=(),
        kept=tuple(pair for pair in attempt.entered.items() if pair[0] not in _OWN),
        action=attempt.entered.get("action", ""),
        version=len(log) if attempt.target else None,
        path=attempt.path,
        back=attempt.entered.get("back") or "/",
    )


def seen(attempt: Attempt) -> int:
    """How many decisions the form had seen."""
    told = attempt.entered.get("expected", "0")
    return int(told) if told.isdigit() and told.isascii() else 0
