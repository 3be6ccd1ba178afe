from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims import Casualty
from sayso.claims.compare import Bounds, bounds, cannot_both_hold, contains, figure, windows_meet
from sayso.claims.groups import effect_contains, group_contains, groups_overlap


def dead(low: int | None, high: int | None, **known: Any) -> Casualty:
    return Casualty(**{"effect": "killed", "low": low, "high": high, "group": "combatant", "side_group": "N", **known})


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (dead(31, 31), Bounds(31, 31)),
        (dead(11, None, modality="at_least"), Bounds(11, None)),
        (dead(None, 20, modality="at_most"), Bounds(0, 20)),
        (dead(10, 15, modality="range"), Bounds(10, 15)),
        (dead(20, 20, modality="about"), Bounds(18, 22)),
        (dead(4, 4, modality="about"), Bounds(3, 5)),
        (dead(0, 0), Bounds(0, 0)),
        (dead(None, None, modality="vague"), Bounds(0, None)),
    ],
)
def test_what_a_figure_allows(value: Casualty, wanted: Bounds) -> None:
    assert bounds(value) == wanted


def test_the_number_to_compute_with() -> None:
    assert [figure(v) for v in (dead(31, 31), dead(11, None), dead(None, 20), dead(None, None), dead(0, 0))] == [
        31,
        11,
        20,
        None,
        0,
    ]


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        (dead(31, 31), dead(31, 31), False),
        (dead(31, 31), dead(32, 32), True),
        (dead(31, 31), dead(30, None), False),
        (dead(31, 31), dead(40, None), True),
        (dead(20, 20, modality="about"), dead(22, 22), False),
        (dead(20, 20, modality="about"), dead(23, 23), True),
        (dead(None, None), dead(31, 31), False),
        (dead(31, 31), dead(31, 31, effect="injured"), False),
        (dead(16, 16), dead(550, None, effect="killed_or_injured"), False),
        (dead(600, 600), dead(550, 550, effect="killed_or_injured"), True),
        (dead(15, 15, group="civilian"), dead(10, 10, group="mixed"), True),
        (dead(5, 5, group="civilian"), dead(10, 10, group="mixed"), False),
        (dead(5, 5, group="civilian"), dead(10, 10), False),
    ],
)
def test_figures_that_exclude_each_other(one: Casualty, other: Casualty, wanted: bool) -> None:
    assert cannot_both_hold(one, other) is wanted
    assert cannot_both_hold(other, one) is wanted


def test_the_lattice_of_groups() -> None:
    assert group_contains("unknown", "civilian")
    assert group_contains("mixed", "combatant")
    assert not group_contains("civilian", "unknown")
    assert groups_overlap("unknown", "civilian")
    assert not groups_overlap("combatant", "civilian")


def test_what_effects_count() -> None:
    assert effect_contains("injured", "hospitalised")
    assert effect_contains("killed_or_injured", "killed")
    assert effect_contains("unspecified", "captured")
    assert not effect_contains("killed", "killed_or_injured")
    assert not effect_contains("hospitalised", "injured")


def test_a_total_of_both_sides_contains_a_part_of_one() -> None:
    total = dead(42, 42, group="unknown", side_group="both")
    assert contains(total, dead(31, 31))
    assert not contains(dead(31, 31), total)
    assert not contains(dead(31, 31), dead(3, 3, side_group="S"))


def test_windows_meet_where_they_share_a_day_or_are_open() -> None:
    first = dead(1, 1, happened_start=date(2031, 5, 1), happened_end=date(2031, 5, 2))
    second = dead(1, 1, happened_start=date(2031, 5, 2), happened_end=date(2031, 5, 3))
    third = dead(1, 1, happened_start=date(2031, 5, 4))
    assert windows_meet(first, second)
    assert not windows_meet(first, third)
    assert windows_meet(dead(1, 1), third)


numbers = st.one_of(st.none(), st.integers(0, 50))


@given(a=numbers, b=numbers, c=numbers, d=numbers)
def test_bounds_meet_in_either_order(a: int | None, b: int | None, c: int | None, d: int | None) -> None:
    one, other = Bounds(a or 0, b if b is None else max(a or 0, b)), Bounds(c or 0, d if d is None else max(c or 0, d))
    both = {n for n in range(120) if n >= one.low and (one.high is None or n <= one.high)}
    shared = any(n >= other.low and (other.high is None or n <= other.high) for n in both)
    assert one.meets(other) == other.meets(one) == shared
