"""Ways to reach a sum, counted and ranked without listing them all.

A `Choices` table maps a sum to the ways of making it. Two tables join by "one or the other" (`either`) and by
"something of each" (`together`). Ranks are tuples that add up part by part and compare left to right, lower first.
Adding the same rank to two others keeps their order: the best way to a sum is made of best ways, no other need be kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

Item = TypeVar("Item")
Rank: TypeAlias = tuple[int, ...]
#: (sum, size) with size 0, 1 or 2 and more claims.
Key: TypeAlias = tuple[int, int]

#: Equally good ways kept for showing; all are counted.
KEPT = 4


@dataclass(frozen=True, slots=True)
class Ways(Generic[Item]):
    """The ways to one sum: how many there are, the best rank, and up to KEPT ways that have it."""

    count: int
    rank: Rank
    #: How many ways have the best rank.
    tied: int
    best: tuple[tuple[Item, ...], ...]

    def or_else(self, other: Ways[Item]) -> Ways[Item]:
        """These ways and those."""
        count = self.count + other.count
        if self.rank == other.rank:
            return Ways(count, self.rank, self.tied + other.tied, (self.best + other.best)[:KEPT])
        better = min(self, other, key=lambda ways: ways.rank)
        return Ways(count, better.rank, better.tied, better.best)

    def and_also(self, other: Ways[Item]) -> Ways[Item]:
        """One of these ways with one of those."""
        rank = tuple(a + b for a, b in zip(self.rank, other.rank, strict=True))
        best = tuple(a + b for a in self.best for b in other.best)[:KEPT]
        return Ways(self.count * other.count, rank, self.tied * other.tied, best)


Choices: TypeAlias = dict[Key, Ways[Item]]


def nothing(rank_length: int) -> Choices[Item]:
    """The table that holds only the empty choice."""
    return {(0, 0): Ways(1, (0,) * rank_length, 1, ((),))}


def single(value: int, size: int, rank: Rank, item: Item) -> Choices[Item]:
    """The table of one item worth `value`, made of `size` claims."""
    return {(value, min(size, 2)): Ways(1, rank, 1, ((item,),))}


def either(tables: Iterable[Choices[Item]]) -> Choices[Item]:
    """A choice from any one of the tables."""
    merged: Choices[Item] = {}
    for table in tables:
        for key, ways in table.items():
            _merge(merged, key, ways)
    return merged


def together(one: Choices[Item], other: Choices[Item], limit: int) -> Choices[Item]:
    """A choice from each, summed; sums over `limit` are dropped. One of them itself where the other holds nothing."""
    if _is_nothing(one) or _is_nothing(other):
        return other if _is_nothing(one) else one
    merged: Choices[Item] = {}
    for (a, size_a), ways_a in one.items():
        for (b, size_b), ways_b in other.items():
            if a + b <= limit:
                _merge(merged, (a + b, min(2, size_a + size_b)), ways_a.and_also(ways_b))
    return merged


def _is_nothing(table: Choices[Item]) -> bool:
    return len(table) == 1 and (0, 0) in table and table[0, 0].count == 1


def _merge(table: Choices[Item], key: Key, ways: Ways[Item]) -> None:
    present = table.get(key)
    table[key] = ways if present is None else present.or_else(ways)


def several(table: Mapping[Key, Ways[Item]], value: int) -> Ways[Item] | None:
    """The ways to a sum that add at least two claims."""
    return table.get((value, 2))


def reached(table: Mapping[Key, Ways[Item]]) -> frozenset[int]:
    """Every sum of at least two claims."""
    return frozenset(value for value, size in table if size == 2)
