"""Acts of review: checked against what they are about, written down, and carried out."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import insert, select, update

from sayso.claims.codec import part_from_json, part_to_json
from sayso.errors import ConflictError, UsageError
from sayso.model import Claim, Judgement
from sayso.store import decision_log
from sayso.store.database import SHARED, Writing, scope_of
from sayso.store.effect import undone_by
from sayso.store.interface import Action, Decision, Json, TargetKind, Undo, Victim, Withdrawal
from sayso.store.rows import shown
from sayso.store.settling import base_row, corrected, settle_judgement, settle_links, settle_target, stored_document
from sayso.store.tables import claims, documents, judgements, readings, victims

#: What each action may be about; those not named may be about anything.
_ABOUT: Mapping[Action, tuple[TargetKind, ...]] = {
    "accept": ("claim",),
    "correct": ("claim",),
    "reject": ("claim",),
    "link": ("claim",),
    "unlink": ("claim",),
    "grade_item": ("claim", "document"),
    "merge": ("party",),
    "unmerge": ("party",),
    "grade_source": ("party",),
    "withhold": ("claim", "victim"),
    "judge": ("judgement",),
    "withdraw": ("judgement",),
}


def decide(writing: Writing, decision: Decision, expected: int | None) -> Decision:
    """Check a decision, write it down and carry it out; one that is on record already is only given back."""
    known = decision_log.decision(writing.connection, decision.id)
    if known is not None:
        return known
    _check(writing, decision)
    made = replace(decision, at=decision.at or writing.at, before=_before(writing, decision))
    if made.action == "correct":
        made = replace(made, after=_whole_correction(writing, made))
    decision_log.append(writing, made, expected)
    _carry_out(writing, made)
    return made


def new_id() -> str:
    """An identifier for a decision."""
    return uuid.uuid4().hex[:16]


def undo(writing: Writing, asked: Undo, identifier: str, expected: int | None) -> Decision:
    """Take a decision back."""
    known = decision_log.decision(writing.connection, identifier)
    if known is not None:
        return known
    old = decision_log.decision(writing.connection, asked.decision)
    if old is None:
        raise UsageError(f"decision {asked.decision}: not on record")
    log = decision_log.log_of(writing.connection, old.target_kind, [old.target])
    earlier = undone_by(log, old.id)
    if earlier is not None:
        raise ConflictError(f"decision {old.id}: {earlier.by} has taken it back already")
    made = Decision(
        id=identifier,
        action=old.action,
        target_kind=old.target_kind,
        target=old.target,
        by=asked.by,
        at=writing.at,
        note=asked.note,
        undoes=old.id,
        before=old.after,
        after=old.before,
    )
    decision_log.append(writing, made, expected)
    _carry_out(writing, made)
    return made


# ---------------------------------------------------------------- checks


def _check(writing: Writing, decision: Decision) -> None:
    if not decision.by.strip():
        raise UsageError("a decision needs the name of whoever decides")
    allowed = _ABOUT.get(decision.action)
    if allowed and decision.target_kind not in allowed:
        raise UsageError(f"{decision.action}: is about a {' or a '.join(allowed)}, not a {decision.target_kind}")
    _check_target(writing, decision)
    if decision.action in ("link", "unlink") and not isinstance((decision.after or {}).get("incident"), str):
        raise UsageError(f'{decision.action}: needs {{"incident": identifier}}')
    if decision.action == "merge":
        _check_merge(writing, decision)


_TABLES = {"claim": claims, "document": documents, "victim": victims}


def _check_target(writing: Writing, decision: Decision) -> None:
    table = _TABLES.get(decision.target_kind)
    if table is None:
        return
    found = writing.connection.scalar(select(table.c.key).where(table.c.id == shown(decision.target)).limit(1))
    if found is None:
        raise UsageError(f"{decision.target_kind} {decision.target}: not on record")


def _whole_correction(writing: Writing, decision: Decision) -> Json:
    """The claim as it should be, whole: what was told of it in place of what stands now."""
    base = base_row(writing.connection, decision.target)
    if base is None:
        raise UsageError(f"claim {decision.target}: the current reading has it no more; correct the one it has")
    now = part_from_json(Claim, json.dumps(dict(decision.before or {})))
    made = corrected(now, decision, stored_document(writing, base.document))
    whole: dict[str, Any] = json.loads(part_to_json(made))
    return whole


def _check_merge(writing: Writing, decision: Decision) -> None:
    into = (decision.after or {}).get("into")
    if not isinstance(into, str) or not into.strip():
        raise UsageError('merge: needs {"into": the name to keep}')
    if canonical(into, merged_names(decision_log.log_of_actions(writing.connection, *MERGING))) == decision.target:
        raise UsageError(f"merge: {into} stands for {decision.target} already")


# ---------------------------------------------------------------- names merged by people

MERGING: tuple[Action, ...] = ("merge", "unmerge")


def merged_names(log: list[Decision]) -> dict[str, str]:
    """Name -> the name that stands for it, directly; `log`: every merging decision, oldest first."""
    from sayso.store.effect import effective, last

    found = {}
    for name in dict.fromkeys(decision.target for decision in log):
        latest = last(effective([one for one in log if one.target == name]), *MERGING)
        if latest is not None and latest.action == "merge":
            found[name] = str((latest.after or {})["into"])
    return found


def canonical(name: str, merged: Mapping[str, str]) -> str:
    """The name that stands for a name in the end."""
    seen = {name}
    while (into := merged.get(name)) is not None and into not in seen:
        seen.add(into)
        name = into
    return name


# ---------------------------------------------------------------- what follows


def _before(writing: Writing, decision: Decision) -> Json | None:
    """What stands before a decision: the claim as it counts, for a correction or rejection."""
    if decision.target_kind == "claim":
        row = select(claims.c.data).where(claims.c.id == shown(decision.target))
        data = writing.connection.scalar(row.order_by(claims.c.standing.desc(), claims.c.key.desc()).limit(1))
        return json.loads(data) if data and decision.action in ("correct", "reject") else None
    return None


def _carry_out(writing: Writing, made: Decision) -> None:
    if made.target_kind == "claim":
        settle_target(writing, made.target)
        if made.action in ("link", "unlink"):
            settle_links(writing, made.target)
    elif made.target_kind == "judgement":
        settle_judgement(writing, made.target)
    elif made.target_kind == "victim":
        _settle_victim(writing, made)
    writing.bump(_scope(writing, made))


def _settle_victim(writing: Writing, made: Decision) -> None:
    from sayso.store.effect import effective, last

    latest = last(effective(decision_log.log_of(writing.connection, "victim", [made.target])), "withhold")
    for row in writing.connection.execute(select(victims).where(victims.c.id == made.target, victims.c.current)).all():
        entered = part_from_json(Victim, row.data)
        flag = entered.withhold if latest is None else bool((latest.after or {}).get("withhold", True))
        writing.connection.execute(update(victims).where(victims.c.key == row.key).values(withhold=flag))


def _scope(writing: Writing, made: Decision) -> str:
    """The revision scope that a decision bears on."""
    if made.target_kind == "claim":
        here = select(claims.c.conflict).where(claims.c.id == shown(made.target)).order_by(claims.c.key.desc())
        return scope_of(writing.connection.scalar(here.limit(1)))
    if made.target_kind == "document":
        return scope_of(writing.connection.scalar(select(documents.c.conflict).where(documents.c.id == made.target)))
    return SHARED


# ---------------------------------------------------------------- judgements


def judge(writing: Writing, judgement: Judgement, identifier: str, expected: int | None) -> Judgement:
    """Keep a person's judgement."""
    made = replace(judgement, at=judgement.at or writing.at, withdrawn_by=None, withdrawn_at=None)
    _decide_on(writing, made, "judge", Withdrawal(judgement=made, by=made.by), (identifier, expected))
    return made


def withdraw(writing: Writing, asked: Withdrawal, identifier: str, expected: int | None) -> Judgement:
    """Withdraw a judgement."""
    said = asked.judgement if isinstance(asked.judgement, Judgement) else _judgement(writing, asked.judgement)
    made = replace(said, withdrawn_by=asked.by, withdrawn_at=writing.at)
    _decide_on(writing, made, "withdraw", asked, (identifier, expected))
    return made


def _decide_on(
    writing: Writing, made: Judgement, action: Action, asked: Withdrawal, how: tuple[str, int | None]
) -> None:
    data: dict[str, Any] = json.loads(part_to_json(made))
    identifier, expected = how
    decision = Decision(
        id=identifier, action=action, target_kind="judgement", target=made.id, by=asked.by, note=asked.note, after=data
    )
    decide(writing, decision, expected)


def _judgement(writing: Writing, identifier: str) -> Judgement:
    """A judgement on record: as people left it, else as the current reading has it."""
    current = judgements.c.reading.in_(select(readings.c.key).where(readings.c.current))
    found = select(judgements.c.data).where(
        judgements.c.id == shown(identifier), judgements.c.reading.is_(None) | current
    )
    data = writing.connection.scalar(found.order_by(judgements.c.reading.is_(None).desc()).limit(1))
    if data is None:
        raise UsageError(f"judgement {identifier}: not on record")
    return part_from_json(Judgement, data)


# ---------------------------------------------------------------- victims


def keep_victim(writing: Writing, victim: Victim) -> Victim:
    """Write a victim record, unless the same is the current one of its id."""
    from sayso.store.tables import victim_claims

    data = part_to_json(victim)
    mine = victims.c.id == shown(victim.id)
    if writing.connection.scalar(select(victims.c.data).where(mine, victims.c.current)) == data:
        return victim
    writing.connection.execute(update(victims).where(mine).values(current=False))
    row = {
        "id": shown(victim.id),
        "current": True,
        "name": shown(victim.names[0]) if victim.names else None,
        "spellings": json.dumps(victim.names, ensure_ascii=False),
        **{name: _shown(getattr(victim, name)) for name in ("age", "sex", "date", "place", "how_known")},
        "withhold": victim.withhold,
        "origin": shown(victim.origin),
        "added_at": writing.at,
        "data": data,
    }
    key = writing.key_of(insert(victims), row)
    if victim.claims:
        listed = [{"victim": key, "claim": shown(claim)} for claim in dict.fromkeys(victim.claims)]
        writing.connection.execute(insert(victim_claims), listed)
    writing.bump(SHARED)
    return victim


def _shown(text: str | None) -> str | None:
    return None if text is None else shown(text)
