from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.reconcile.span import NONE, Span, add, compete, ordered, overlap


def a_span(low: int | None, high: int | None, claim: str) -> Span:
    lows = (claim,) if low is not None else ()
    return Span(low=low, best=low, high=high, lows=lows, bests=lows, highs=(claim,) if high is not None else ())


@st.composite
def spans(draw: st.DrawFn) -> list[Span]:
    bounds = draw(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=5))
    return [a_span(min(pair), max(pair), f"claim {n}") for n, pair in enumerate(bounds)]


@given(spans())
def test_competing_figures_reach_from_the_least_to_the_most(given: list[Span]) -> None:
    found = compete(given)
    assert found.low == min(span.low or 0 for span in given)
    assert found.high == max(span.high or 0 for span in given)
    assert len(found.lows) == len(found.highs) == 1


@given(spans())
def test_overlap_lies_between_the_largest_and_the_sum(given: list[Span]) -> None:
    found = overlap(given)
    assert found.low == max(span.low or 0 for span in given)
    assert found.high == sum(span.high or 0 for span in given)
    assert set(found.highs) == {claim for span in given for claim in span.highs}


@given(spans())
def test_a_sum_rests_on_every_claim_once(given: list[Span]) -> None:
    found = add(given)
    assert (found.low, found.high) == (sum(s.low or 0 for s in given), sum(s.high or 0 for s in given))
    assert len(found.highs) == len(set(found.highs)) == len(given)


@given(spans())
def test_nothing_changes_nothing(given: list[Span]) -> None:
    assert add([*given, NONE]) == add(given)
    assert overlap([*given, NONE]) == overlap(given)


def test_the_best_of_preferred_figures() -> None:
    monitor, ministry = a_span(35, 35, "monitor"), a_span(31, 31, "ministry")
    assert compete([ministry, monitor]).best == 31
    assert compete([ministry, monitor], [monitor]).best == 35


def test_order_of_bounds() -> None:
    found = ordered(Span(low=5, best=9, high=3, lows=("a",), bests=("b",), highs=("c",)))
    assert (found.low, found.best, found.high, found.highs) == (5, 5, 5, ("a",))


def test_words_without_a_number_leave_the_end_open() -> None:
    found = compete([a_span(5, 5, "a"), Span(open=True, opens=("b",))])
    assert (found.low, found.high, found.open, found.opens) == (5, 5, True, ("b",))
