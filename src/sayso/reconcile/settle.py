"""A person's judgement beats the program's, and survives when the program judges again. Nothing is deleted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sayso.claims import ReportRecord
from sayso.model import Judgement

PROGRAM = "sayso"
#: Kinds of which only one can stand between two claims; the others go with any.
_EXCLUSIVE = frozenset({"conflicts", "revises", "corroborates", "repeats", "part_of"})
#: In `why` of a program's judgement that gave way: the person's judgement. It stands again when that is withdrawn.
OVERRULED = "overruled by"
#: Stands for any incident among the ends of a relation; no claim has such an identifier.
_INCIDENT = "incident"


def by_program(judgement: Judgement) -> bool:
    """True for a judgement of sayso itself, by its name in `by`."""
    return judgement.by.split("@")[0].split(".")[0] == PROGRAM


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people decided: judgements of their own, and those of the program that they withdrew."""

    kept: Mapping[str, Judgement]
    #: Ends of a relation -> the people's standing judgements between them.
    standing: Mapping[frozenset[str], tuple[Judgement, ...]]

    @classmethod
    def of(cls, decided: Iterable[Judgement]) -> Decisions:
        """What people decided, out of judgements kept from before."""
        kept = {j.id: j for j in decided if not by_program(j) or (not j.stands and OVERRULED not in j.why)}
        between: dict[frozenset[str], tuple[Judgement, ...]] = {}
        for judgement in kept.values():
            if not by_program(judgement) and judgement.stands:
                between[_ends(judgement)] = (*between.get(_ends(judgement), ()), judgement)
        return cls(kept, between)

    def over(self, judgement: Judgement) -> Judgement:
        """A judgement of the program as people left it: itself, or withdrawn by whoever decided otherwise."""
        decided = self.kept.get(judgement.id)
        if decided is not None:
            return decided
        overruling = (other for other in self.standing.get(_ends(judgement), ()) if _clash(judgement, other))
        other = next(overruling, None)
        if other is None:
            return judgement
        return replace(withdraw(judgement, other.by, other.at), why={**judgement.why, OVERRULED: other.id})


def settle(made: Iterable[Judgement], decided: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The program's new judgements beside what people decided.

    A judgement that somebody withdrew stays withdrawn; where a person's stands between the same ends, the program's
    gives way: it is kept as withdrawn by that person. Sorted by id, each once.
    """
    people = Decisions.of(decided)
    found = dict(people.kept)
    for judgement in made:
        found[judgement.id] = people.over(judgement)
    return tuple(found[identifier] for identifier in sorted(found))


def settled_records(records: Iterable[ReportRecord], decided: Sequence[Judgement]) -> list[ReportRecord]:
    """Each report once, in an order of its own, with the judgements inside it as people left them."""
    distinct = {record.document.id: record for record in records}
    ordered = [distinct[identifier] for identifier in sorted(distinct)]
    people = Decisions.of(decided)
    return [_settled(record, people) for record in ordered] if people.kept else ordered


def _settled(record: ReportRecord, people: Decisions) -> ReportRecord:
    left = tuple(people.over(judgement) for judgement in record.judgements)
    return record if left == record.judgements else replace(record, judgements=left)


def withdraw(judgement: Judgement, by: str, at: datetime | None = None) -> Judgement:
    """The same judgement, withdrawn by somebody."""
    return replace(judgement, withdrawn_by=by, withdrawn_at=at)


def _ends(judgement: Judgement) -> frozenset[str]:
    """What a relation joins; a claim and whatever incident it is linked to are one relation."""
    claims = (*judgement.subject.claims, *judgement.object.claims)
    return frozenset((*claims, _INCIDENT) if judgement.object.incident else claims)


def _clash(judgement: Judgement, other: Judgement) -> bool:
    if judgement.kind != other.kind:
        return judgement.kind in _EXCLUSIVE and other.kind in _EXCLUSIVE
    return judgement.subject != other.subject or judgement.object.incident != other.object.incident
