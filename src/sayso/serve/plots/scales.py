"""Axes of numbers: linear, or logarithmic with a place for 0 where figures lie far apart (no drawing library)."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

#: Numbers that lie further apart than this (largest by smallest) are drawn on a logarithmic axis.
_WIDE = 25
_STEPS = (1, 2, 5)
_TICKS = 5
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class NumberScale:
    """Where a number stands between 0 (place 0) and the largest (place 1)."""

    most: int
    logarithmic: bool

    @classmethod
    def of(cls, numbers: Iterable[int]) -> NumberScale:
        """The scale that shows these numbers, all at least 0."""
        known = list(numbers)
        most = max((*known, 1))
        return cls(most, most > _WIDE * min((n for n in known if n > 0), default=1))

    def place(self, number: float) -> float:
        """The share of the axis below a number."""
        return math.log1p(number) / math.log1p(self.most) if self.logarithmic else number / self.most

    def ticks(self) -> tuple[int, ...]:
        """Round numbers from 0 to the largest."""
        if self.logarithmic:
            steps = (1, 3) if self.most < _THOUSAND else (1,)
            powers = (step * 10**n for n in range(len(str(self.most))) for step in steps)
            return (0, *(number for number in powers if number <= self.most))
        rough = self.most / _TICKS
        size = 10 ** math.floor(math.log10(max(rough, 1)))
        step = next((s * size for s in _STEPS if s * size >= rough), 10 * size)
        return tuple(range(0, self.most + 1, step))
