"""Bounds with the claims they rest on, and the three ways in which they combine.

`compete`: figures for the same people, of which one may hold. `add`: figures for different people. `overlap`: figures
for people of whom nobody says whether they are the same: at least the largest, at most the sum.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Bounds; None where nobody gives one. Each bound names the claims that make it, no claim twice."""

    low: int | None = None
    best: int | None = None
    high: int | None = None
    #: And an unknown number more.
    open: bool = False
    lows: tuple[str, ...] = ()
    bests: tuple[str, ...] = ()
    highs: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """True where no figure and no vague word stands behind it."""
        return self.low is None and self.high is None and not self.open


NONE = Span()


def compete(spans: Sequence[Span], preferred: Sequence[Span] = ()) -> Span:
    """From the least to the most of figures for the same people; best is the least of `preferred`, else of all."""
    if len(spans) == 1 and not preferred:
        return spans[0]
    least = _pick(spans, min, lambda span: span.low)
    most = _pick(spans, max, lambda span: span.high)
    best = _pick(preferred or spans, min, lambda span: span.best)
    return Span(
        low=least.low,
        lows=least.lows,
        best=best.best,
        bests=best.bests,
        high=most.high,
        highs=most.highs,
        open=any(span.open for span in spans),
        opens=_union(span.opens for span in spans),
    )


def add(spans: Iterable[Span]) -> Span:
    """The sum of figures for different people."""
    kept = [span for span in spans if not span.empty]
    if len(kept) == 1:
        return kept[0]
    return Span(
        low=_sum(span.low for span in kept),
        best=_sum(span.best for span in kept),
        high=_sum(span.high for span in kept),
        open=any(span.open for span in kept),
        lows=_union(span.lows for span in kept),
        bests=_union(span.bests for span in kept),
        highs=_union(span.highs for span in kept),
        opens=_union(span.opens for span in kept),
    )


def overlap(spans: Sequence[Span]) -> Span:
    """At least the largest, at most the sum."""
    kept = [span for span in spans if not span.empty]
    if len(kept) < 2:
        return kept[0] if kept else NONE
    largest = _pick(kept, max, lambda span: span.low)
    likely = _pick(kept, max, lambda span: span.best)
    total = add(kept)
    return replace(total, low=largest.low, lows=largest.lows, best=likely.best, bests=likely.bests)


def ordered(span: Span) -> Span:
    """The same with low <= best <= high, where a best or high below a bound gives way to it."""
    low, best, high = span.low, span.best, span.high
    if low is not None and high is not None and high < low:
        high, span = low, replace(span, high=low, highs=span.lows)
    if best is not None and low is not None and best < low:
        return replace(span, best=low, bests=span.lows)
    if best is not None and high is not None and best > high:
        return replace(span, best=high, bests=span.highs)
    return span


def _pick(spans: Iterable[Span], choose: Callable[..., Span], bound: Callable[[Span], int | None]) -> Span:
    given = [span for span in spans if bound(span) is not None]
    return choose(given, key=bound) if given else NONE


def _sum(numbers: Iterable[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None


def _union(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim for group in groups for claim in group))
