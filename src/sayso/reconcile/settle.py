"""A person's judgement beats the program's, and survives when the program judges again. Nothing is deleted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from sayso.model import Judgement

PROGRAM = "sayso"
#: Kinds of which only one can stand between two claims; the others go with any.
_EXCLUSIVE = frozenset({"conflicts", "revises", "corroborates", "repeats", "part_of"})


def by_program(judgement: Judgement) -> bool:
    """True for a judgement of sayso itself, by its name in `by`."""
    return judgement.by.split("@")[0].split(".")[0] == PROGRAM


def settle(made: Iterable[Judgement], decided: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The program's new judgements beside what people decided.

    A judgement that somebody withdrew stays withdrawn; where a person's stands between the same ends, the program's
    gives way: it is kept as withdrawn by that person. Sorted by id, each once.
    """
    kept = {judgement.id: judgement for judgement in decided if not by_program(judgement) or _withdrawn(judgement)}
    by_person: dict[frozenset[str], list[Judgement]] = defaultdict(list)
    for judgement in kept.values():
        if not by_program(judgement) and not _withdrawn(judgement):
            by_person[_ends(judgement)].append(judgement)
    for judgement in made:
        if judgement.id not in kept:
            kept[judgement.id] = _unless_overruled(judgement, by_person.get(_ends(judgement), ()))
    return tuple(kept[identifier] for identifier in sorted(kept))


def withdraw(judgement: Judgement, by: str, at: datetime | None = None) -> Judgement:
    """The same judgement, withdrawn by somebody."""
    return replace(judgement, withdrawn_by=by, withdrawn_at=at)


def _withdrawn(judgement: Judgement) -> bool:
    return judgement.withdrawn_by is not None or judgement.withdrawn_at is not None


def _ends(judgement: Judgement) -> frozenset[str]:
    ends = (*judgement.subject.claims, *judgement.object.claims, judgement.subject.incident, judgement.object.incident)
    return frozenset(end for end in ends if end)


def _unless_overruled(judgement: Judgement, persons: Iterable[Judgement]) -> Judgement:
    for other in persons:
        clash = judgement.kind in _EXCLUSIVE and other.kind in _EXCLUSIVE and judgement.kind != other.kind
        if clash or (judgement.kind == other.kind and judgement.subject != other.subject):
            return withdraw(judgement, other.by, other.at)
    return judgement
