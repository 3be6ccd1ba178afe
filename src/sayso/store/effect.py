"""Which decisions hold, once undoing and undoing of undoing are taken into account."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.store.interface import Action, Decision


def effective(decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions of one target that hold, oldest first, undoing ones left out. `decisions`: all, oldest first."""
    undone: set[str] = set()
    kept: list[Decision] = []
    for decision in reversed(decisions):
        if decision.id in undone:
            continue
        if decision.undoes is not None:
            undone.add(decision.undoes)
        else:
            kept.append(decision)
    return kept[::-1]


def undone_by(decisions: Sequence[Decision], identifier: str) -> Decision | None:
    """The decision that takes another back at present; None while that one holds."""
    taken_back: set[str] = set()
    for decision in reversed(decisions):
        if decision.id in taken_back:
            continue
        if decision.undoes == identifier:
            return decision
        if decision.undoes is not None:
            taken_back.add(decision.undoes)
    return None


def last(decisions: Iterable[Decision], *actions: Action) -> Decision | None:
    """The latest decision of one of these actions."""
    found = None
    for decision in decisions:
        if decision.action in actions:
            found = decision
    return found
