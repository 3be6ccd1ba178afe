"""How two casualty claims compare: what their numbers allow, and whether both can hold.

Bounds are inclusive; an open upper bound is None. For comparing, "about N" means N within a tenth, at least 1; vague
words set no bound at all and therefore conflict with nothing by arithmetic.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sayso.claims.casualty import BOTH, UNKNOWN, Casualty
from sayso.claims.groups import effect_contains, effects_comparable, group_contains

#: "about N" holds for N within this share of it.
ABOUT = 0.1


class Bounds(NamedTuple):
    """The numbers that a figure allows, inclusive; `high` None where it is open."""

    low: int
    high: int | None

    def meets(self, other: Bounds) -> bool:
        """True where some number satisfies both."""
        below = self.high is None or other.low <= self.high
        return below and (other.high is None or self.low <= other.high)


def bounds(value: Casualty) -> Bounds:
    """The numbers that a figure allows. At least 0; "about" widened by a tenth, at least 1."""
    low, high = value.low or 0, value.high
    if value.modality == "about" and high is not None:
        slack = max(1, round(high * ABOUT))
        return Bounds(max(0, low - slack), high + slack)
    return Bounds(low, high)


def figure(value: Casualty) -> int | None:
    """The one number to compute with: the lower bound, the upper one where there is no lower; None when vague."""
    return value.high if value.low is None else value.low


def windows_meet(one: Casualty, other: Casualty) -> bool:
    """True where the times of harm share a day, or where either is open."""
    starts = _latest(one.happened_start, other.happened_start)
    ends = _earliest(one.happened_end, other.happened_end)
    return starts is None or ends is None or starts <= ends


def _latest(one: date | None, other: date | None) -> date | None:
    return max(one, other) if one and other else one or other


def _earliest(one: date | None, other: date | None) -> date | None:
    return min(one, other) if one and other else one or other


def side_contains(whole: str, part: str) -> bool:
    """True where a figure for `whole` counts the victims of side `part`; BOTH and UNKNOWN count any side."""
    return whole in (BOTH, UNKNOWN) or whole == part


def contains(whole: Casualty, part: Casualty) -> bool:
    """True where everyone counted by `part` would be counted by `whole`, by effect, side, group and time."""
    return (
        effect_contains(whole.effect, part.effect)
        and side_contains(whole.side_group, part.side_group)
        and group_contains(whole.group, part.group)
        and windows_meet(whole, part)
    )


def cannot_both_hold(one: Casualty, other: Casualty) -> bool:
    """True where the numbers exclude each other although the figures count the same people or one counts a part.

    Says nothing of place or of whether the same fighting is meant: that is for the caller to know.
    """
    if one.vague or other.vague or not effects_comparable(one.effect, other.effect):
        return False
    first, second = bounds(one), bounds(other)
    if one.effect == other.effect and one.group == other.group:
        return not first.meets(second)
    if contains(one, other):
        return first.high is not None and second.low > first.high
    if contains(other, one):
        return second.high is not None and first.low > second.high
    return False
