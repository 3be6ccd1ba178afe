"""One telling of one figure: a claim, or the victims counted one by one in one statement, added up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.claims import Casualty, CasualtyClaim
from sayso.claims.compare import figure
from sayso.reconcile.context import Shelf
from sayso.reconcile.names import words


@dataclass(frozen=True, slots=True)
class Telling:
    """One or more claims of one statement that make one figure; the first stands for the others."""

    claims: tuple[CasualtyClaim, ...]

    @property
    def lead(self) -> CasualtyClaim:
        """The claim that stands for it."""
        return self.claims[0]

    @property
    def value(self) -> Casualty:
        """What its first claim says of whom, where and when; its numbers only where there is one claim."""
        return self.claims[0].value

    @property
    def low(self) -> int | None:
        """Sum of the lower bounds; None where a claim has none."""
        return _sum([claim.value.low for claim in self.claims])

    @property
    def high(self) -> int | None:
        """Sum of the upper bounds; None where a claim has none."""
        return _sum([claim.value.high for claim in self.claims])

    @property
    def number(self) -> int | None:
        """The one number to compute with; None when vague."""
        if len(self.claims) == 1:
            return figure(self.claims[0].value)
        return _sum([figure(claim.value) for claim in self.claims])


def _sum(numbers: Sequence[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


def tellings(claims: Iterable[CasualtyClaim], shelf: Shelf) -> list[Telling]:
    """The tellings of claims, in the order of report and position."""
    spots: dict[tuple[object, ...], list[CasualtyClaim]] = defaultdict(list)
    for claim in claims:
        value = claim.value
        spot = (value.effect, value.side_group, value.group, value.scope, claim.polarity)
        spots[claim.evidence[0].document, claim.attribution, *spot].append(claim)
    return [
        Telling(tuple(told)) for same in spots.values() for told in (_joined(same, shelf) if len(same) > 1 else (same,))
    ]


def _joined(claims: list[CasualtyClaim], shelf: Shelf) -> Iterator[list[CasualtyClaim]]:
    claims.sort(key=lambda claim: (claim.evidence[0].start, claim.evidence[0].end, claim.id))
    group: list[CasualtyClaim] = []
    for claim in claims:
        if group and not all(counted_apart(claim, other, shelf) for other in group):
            yield group
            group = []
        group.append(claim)
    if group:
        yield group


def counted_apart(one: CasualtyClaim, other: CasualtyClaim, shelf: Shelf) -> bool:
    """True where one sentence counts two sorts of victims, or the victims of two places, side by side."""
    if one.value.scope == "increment" or one.value.vague or not (_other_victims(one, other) or _elsewhere(one, other)):
        return False
    if one.id == shelf.wholes.get(other.id) or other.id == shelf.wholes.get(one.id):
        return False
    if shelf.original(one.id) == shelf.original(other.id):
        return False
    return shelf.one_sentence(one, other)


def _other_victims(one: CasualtyClaim, other: CasualtyClaim) -> bool:
    a, b = one.value.victims, other.value.victims
    return a is not None and b is not None and a.exact.casefold().split() != b.exact.casefold().split()


def _elsewhere(one: CasualtyClaim, other: CasualtyClaim) -> bool:
    a, b = one.value.place, other.value.place
    return a is not None and b is not None and words(a) != words(b)
