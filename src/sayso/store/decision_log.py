"""The log of decisions: reading it, adding to it, and telling when somebody else was first."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, select

from sayso.errors import ConflictError
from sayso.store.database import Writing
from sayso.store.interface import Decision, Json, TargetKind
from sayso.store.rows import shown
from sayso.store.tables import decisions

Target = tuple[TargetKind, str]


def log_of(connection: Connection, kind: TargetKind, targets: Iterable[str]) -> list[Decision]:
    """Every decision on some targets, oldest first."""
    wanted = [shown(target) for target in targets]
    return _listed(connection, select(decisions).where(decisions.c.target_kind == kind, decisions.c.target.in_(wanted)))


def log_of_actions(connection: Connection, *actions: str) -> list[Decision]:
    """Every decision of some actions, oldest first."""
    return _listed(connection, select(decisions).where(decisions.c.action.in_(actions)))


def _listed(connection: Connection, query: Select[Any]) -> list[Decision]:
    return [decision_of(row) for row in connection.execute(query.order_by(decisions.c.key))]


def decision(connection: Connection, identifier: str) -> Decision | None:
    """One decision."""
    row = connection.execute(select(decisions).where(decisions.c.id == identifier)).one_or_none()
    return decision_of(row) if row else None


def decision_of(row: Row[Any]) -> Decision:
    """The decision that a row of `decisions` holds."""
    return Decision(
        id=row.id,
        target_kind=row.target_kind,
        target=row.target,
        action=row.action,
        by=row.by,
        at=row.at,
        before=_json(row.before),
        after=_json(row.after),
        note=row.note,
        undoes=row.undoes,
    )


def version_of(connection: Connection, kind: TargetKind, target: str) -> int:
    """Number of decisions on a target."""
    count = select(func.count()).select_from(decisions)
    found = connection.scalar(count.where(decisions.c.target_kind == kind, decisions.c.target == shown(target)))
    return found or 0


def append(writing: Writing, made: Decision, expected: int | None) -> None:
    """Write a decision down; raises ConflictError when its target has more decisions than `expected`."""
    stands = version_of(writing.connection, made.target_kind, made.target)
    if expected is not None and stands != expected:
        raise _conflict(writing.connection, made)
    row = {
        "id": made.id,
        "target_kind": made.target_kind,
        "target": shown(made.target),
        "version": stands + 1,
        "action": made.action,
        "by": shown(made.by),
        "at": made.at,
        "before": _text(made.before),
        "after": _text(made.after),
        "note": None if made.note is None else shown(made.note),
        "undoes": made.undoes,
    }
    writing.connection.execute(insert(decisions).values(row))


def _conflict(connection: Connection, made: Decision) -> ConflictError:
    log = log_of(connection, made.target_kind, [made.target])
    if not log:
        return ConflictError(f"{made.target_kind} {made.target}: nothing was decided on it yet; look at it again")
    first = log[-1]
    what = f"undid {first.action}" if first.undoes else first.action
    when = f"{first.at:%Y-%m-%d %H:%M} UTC" if first.at else "before"
    return ConflictError(
        f"{made.target_kind} {made.target}: {first.by} was first ({what}, {when}); look at it again, then decide"
    )


def _json(text: str | None) -> Json | None:
    return None if text is None else json.loads(text)


def _text(value: Json | None) -> str | None:
    return None if value is None else json.dumps(dict(value), ensure_ascii=False)
