"""Every admissible way to a total, counted by dynamic programming over the cells.

Of one side either one figure for all its victims or one for its combatants and one for its civilians; over all sides
either such a choice for each side or, for a group, one figure that counts both sides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.claims.casualty import BOTH, Effect, Group
from sayso.reconcile.combine import Choices, Ways, either, nothing, reached, several, single, together
from sayso.reconcile.context import Shelf
from sayso.reconcile.parts import RANK_LENGTH, Cell, Cells, Part, SetAside, Target, admissible, cells_of, rank

#: Sums within a fifth of the number count as its neighbours.
_NEARBY_PART = 5
#: Of the figures for one side and group so many are tried, the best-ranked.
_MOST_CHOICES = 40
_SPLIT: tuple[Group, ...] = ("combatant", "civilian")
#: A total of one of these effects may be made of parts with those.
MADE_OF: dict[Effect, tuple[tuple[Effect, ...], ...]] = {
    "killed_or_injured": (("killed_or_injured",), ("killed", "injured"), ("killed", "hospitalised")),
    "unspecified": (("killed",), ("unspecified",), ("killed", "injured"), ("injured",)),
    "injured": (("injured",), ("hospitalised",)),
}


@dataclass(frozen=True, kw_only=True)
class Search:
    """The ways to one total and what they are made from; they are counted when they are first asked for."""

    target: Target
    shelf: Shelf
    #: The reading of the total's effect: the effects that its parts may have.
    effects: tuple[Effect, ...]
    cells: Cells
    #: True where a cell had more figures than are tried: the counts are then the least.
    capped: bool
    aside: tuple[SetAside, ...]

    @cached_property
    def ways(self) -> Ways[Part] | None:
        """The ways to the total; None where nothing admissible makes it."""
        return several(self._table, self.target.number) if self._is_within_reach() else None

    @cached_property
    def nearby_made(self) -> int:
        """How many integers near the number can be made as well."""
        number = self.target.number
        return sum(self._least <= value <= self._limit and value != number for value in reached(self._table))

    @property
    def nearby(self) -> int:
        """How many integers there are near the number."""
        return self._limit - self._least

    @property
    def _least(self) -> int:
        return self.target.number - self.target.number // _NEARBY_PART

    @property
    def _limit(self) -> int:
        return self.target.number + self.target.number // _NEARBY_PART

    @cached_property
    def _table(self) -> Choices[Part]:
        return _Tables(self.cells, self.target, self.shelf, self._limit).all_sides(self.effects)

    def _is_within_reach(self) -> bool:
        """False where no choice of one figure from some of the cells makes the total: most totals fall here."""
        sums = {0}
        for parts in self.cells.values():
            sums |= {made + part.value for made in sums for part in parts if made + part.value <= self.target.number}
        return self.target.number in sums


def search(target: Target, shelf: Shelf) -> Search:
    """Try every reading of the effect; the best-ranked ways win, the earlier reading where two rank alike."""
    readings = MADE_OF.get(target.effect, ((target.effect,),))
    tried = [_search_reading(target, shelf, effects) for effects in readings]
    made = [found for found in tried if found.ways is not None]
    return min(made, key=lambda found: found.ways.rank if found.ways else ()) if made else tried[0]


def _search_reading(target: Target, shelf: Shelf, effects: tuple[Effect, ...]) -> Search:
    kept, aside = admissible(target, shelf, effects)
    every = cells_of(kept, target, shelf)
    cells = {cell: _best_ranked(parts, target, shelf) for cell, parts in every.items()}
    return Search(
        target=target,
        shelf=shelf,
        effects=effects,
        cells=cells,
        capped=any(len(parts) > _MOST_CHOICES for parts in every.values()),
        aside=tuple(aside),
    )


def _best_ranked(parts: Sequence[Part], target: Target, shelf: Shelf) -> tuple[Part, ...]:
    if len(parts) <= _MOST_CHOICES:
        return tuple(parts)
    kept = sorted(parts, key=lambda part: rank(part, target, shelf))[:_MOST_CHOICES]
    return tuple(sorted(kept, key=lambda part: part.value))


@dataclass(frozen=True, slots=True)
class _Tables:
    cells: Cells
    target: Target
    shelf: Shelf
    limit: int

    def all_sides(self, effects: Sequence[Effect]) -> Choices[Part]:
        """Every choice over all sides: each group told side by side or as one figure for both sides."""
        sides = sorted({cell.side for cell in self.cells if cell.side != BOTH})
        combatant, civilian = (self._cells(BOTH, (group,), effects) for group in _SPLIT)
        options = [self._sides(sides, _SPLIT, effects)]
        if combatant:
            options.append(together(combatant, self._sides(sides, ("civilian",), effects), self.limit))
        if civilian:
            options.append(together(civilian, self._sides(sides, ("combatant",), effects), self.limit))
        if combatant and civilian:
            options.append(together(combatant, civilian, self.limit))
        return either((*options, self._cells(BOTH, ("unknown",), effects)))

    def _sides(self, sides: Sequence[str], groups: Sequence[Group], effects: Sequence[Effect]) -> Choices[Part]:
        table: Choices[Part] = nothing(RANK_LENGTH)
        for side in sides:
            table = together(table, self._one_side(side, groups, effects), self.limit)
        return table

    def _one_side(self, side: str, groups: Sequence[Group], effects: Sequence[Effect]) -> Choices[Part]:
        split: Choices[Part] = nothing(RANK_LENGTH)
        for group in groups:
            split = together(split, self._or_nothing(self._cells(side, (group,), effects)), self.limit)
        whole = self._cells(side, ("unknown",), effects) if len(groups) == len(_SPLIT) else {}
        return either((split, whole))

    def _cells(self, side: str, groups: Sequence[Group], effects: Sequence[Effect]) -> Choices[Part]:
        """The choices of one side and group; of several effects at once any or all."""
        table: Choices[Part] = nothing(RANK_LENGTH)
        for effect in effects:
            table = together(table, self._or_nothing(self._cell(Cell(side, groups[0], effect))), self.limit)
        table.pop((0, 0), None)
        return table

    def _cell(self, cell: Cell) -> Choices[Part]:
        return either(
            single(part.value, len(part.claims), rank(part, self.target, self.shelf), part)
            for part in self.cells.get(cell, ())
            if part.value <= self.limit
        )

    def _or_nothing(self, table: Choices[Part]) -> Choices[Part]:
        return either((nothing(RANK_LENGTH), table))
