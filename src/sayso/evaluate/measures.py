"""Precision, recall and F1 from counts that can be added over documents."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """Precision, recall and their harmonic mean, each between 0 and 1, unrounded."""

    precision: float
    recall: float
    f1: float

    def rounded(self, digits: int = 4) -> dict[str, float]:
        """As the scorers print it."""
        return {"p": round(self.precision, digits), "r": round(self.recall, digits), "f1": round(self.f1, digits)}


def measure(hits: float, predicted: int, gold: int) -> Measure:
    """Micro-averaged measure; an empty side counts as one item so that nothing divides by zero."""
    precision, recall = hits / max(1, predicted), hits / max(1, gold)
    total = precision + recall
    return Measure(precision, recall, 2 * precision * recall / total if total else 0.0)


def token_f1(first: frozenset[int] | set[int], second: frozenset[int] | set[int]) -> float:
    """Overlap of two token sets; 1 where both are empty."""
    if first and second:
        return 2 * len(first & second) / (len(first) + len(second))
    return float(not first and not second)


Counts = Counter[str]
"""Named sums; soft overlaps are fractions, so values may be floats."""
