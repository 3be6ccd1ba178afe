from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.claims import ReportRecord
from sayso.model import Claim
from sayso.reconcile.book import Book
from sayso.reconcile.explain import ExplainOptions, Explanation, headline
from sayso.reconcile.explain import explain as explain_book
from sayso.reconcile.wording import describe_explanation
from tests.gold import gold_record
from tests.reconcile import karabakh
from tests.reconcile.build import DAY, Fig, enemy, monitor, own, report
from tests.reconcile.generated import generated_total
from tests.shared import needs_shared

SIDES = {"Armenia": "Armenian side", "Nagorno-Karabakh": "Armenian side", "Azerbaijan": "Azerbaijani side"}


def explain(number: int, records: Iterable[ReportRecord], options: ExplainOptions | None = None) -> Explanation:
    return explain_book(number, Book.of(records), options)


def parts(found: Explanation) -> list[int]:
    assert len(found.sums) == 1
    return sorted((part.value for part in found.sums[0].parts), reverse=True)


@needs_shared
def test_the_worked_example() -> None:
    found = explain(42, [gold_record("seed", SIDES)])
    assert parts(found) == [31, 11]
    assert (found.sets, found.sums[0].manner, found.outcome) == (1, "arithmetical", "one")
    assert found.total is not None
    assert found.total.value.effect == "killed"
    civilians, unknown = found.left_out
    assert (civilians.low, civilians.total_low, civilians.total_high) == (2, 44, 44)
    assert (unknown.low, unknown.high, unknown.total_low, unknown.total_high) == (0, 6, 44, 50)
    assert [part.value for part in unknown.overlaps] == [11]
    assert found.with_all == (44, 50)


@needs_shared
def test_the_worked_example_in_words() -> None:
    lines = describe_explanation(explain(42, [gold_record("seed", SIDES)]))
    assert lines[0] == "42 = 31 + 11, by arithmetic; no report says so."
    assert "via TASS" in lines[1]
    assert lines[-2].endswith("with these it would be 44.")
    assert "who may be among the 11 combatants" in lines[-1]
    assert lines[-1].endswith("with these it would be 44 to 50.")


@needs_shared
@pytest.mark.parametrize(
    ("total", "row", "wanted"),
    [(39, 5, [32, 5, 2]), (42, 6, [31, 11]), (68, 10, [59, 7, 2]), (95, 12, [84, 9, 2])],
)
@pytest.mark.parametrize("alone", [True, False])
def test_totals_of_the_2020_reports(total: int, row: int, wanted: list[int], alone: bool) -> None:
    reports = karabakh.reports()
    found = explain(total, [reports[row]] if alone else list(reports.values()))
    assert parts(found) == wanted
    assert found.sets >= 1


@needs_shared
def test_a_running_total_of_an_earlier_one_and_what_was_added() -> None:
    found = explain(58, list(karabakh.reports().values()))
    assert parts(found) == [58]
    assert [claim.value.low for claim in found.sums[0].parts[0].claims] == [31, 27]
    assert describe_explanation(found)[0].startswith("58 = 31 + 27,")


def test_nothing_makes_it() -> None:
    found = explain(40, [report([Fig(n=40), own(31, "N"), own(11, "S")])])
    assert (found.outcome, found.sums, found.sets) == ("nothing", (), 0)
    assert describe_explanation(found)[-1] == "Nothing on record makes 40."


def test_a_figure_that_is_no_sum_is_told_with_its_source() -> None:
    found = explain(31, [report([own(31, "N", via=("agency",)), own(11, "S")])])
    assert describe_explanation(found) == ("Nothing on record makes 31; it is given by ministry of N via agency.",)


def test_a_party_may_add_its_enemys_dead_to_its_own() -> None:
    told = [own(12, "both", source="N", speaks_for="N"), own(8, "N"), enemy(4, "S", "N")]
    assert parts(explain(12, [report(told)])) == [8, 4]
    assert explain(12, [report([Fig(n=12), *told[1:]])]).outcome == "nothing"


def test_a_number_that_no_report_prints() -> None:
    found = explain(42, [report([own(31, "N"), own(11, "S")])])
    assert found.total is None
    assert parts(found) == [31, 11]
    assert describe_explanation(found)[0] == "No report on record prints 42."


def test_several_sums_fit() -> None:
    told = [Fig(n=42), own(31, "N"), own(11, "S"), monitor(30, "N", "combatant"), monitor(12, "S", "combatant")]
    found = explain(42, [report(told)])
    assert (found.outcome, found.tied, found.sets, len(found.sums)) == ("several", 2, 2, 2)
    assert describe_explanation(found)[0].startswith("Several sums fit")


def test_parts_in_the_report_that_prints_the_number_come_first() -> None:
    here = report([Fig(n=42), own(31, "N"), own(11, "S")], "here")
    there = report([monitor(30, "N", "combatant"), monitor(12, "S", "combatant")], "there")
    found = explain(42, [there, here])
    assert (parts(found), found.sets, found.tied) == ([31, 11], 2, 1)


def test_parts_said_within_a_day_come_before_older_ones() -> None:
    printed = report([Fig(n=42), own(31, "N")], "now")
    fresh = report([own(11, "S")], "fresh", DAY - timedelta(days=1))
    old = report([monitor(11, "S", "civilian")], "old", DAY - timedelta(days=9))
    found = explain(42, [printed, old, fresh])
    assert found.tied == 1
    assert {part.cell.group for part in found.sums[0].parts} == {"combatant"}


def test_more_cells_come_before_fewer_parts() -> None:
    told = [Fig(n=68), own(59, "N"), Fig(n=9, group="civilian"), own(7, "S", "civilian"), own(2, "N", "civilian")]
    found = explain(68, [report(told)])
    assert (parts(found), found.sets) == ([59, 7, 2], 2)
    assert found.left_out == ()


def test_what_came_on_record_later_is_no_part() -> None:
    printed = report([Fig(n=42), own(31, "N")], "now")
    later = report([own(11, "S")], "later", DAY + timedelta(days=1))
    assert explain(42, [printed, later]).outcome == "nothing"
    found = explain(42, [printed, later], ExplainOptions(as_of=DAY + timedelta(days=1)))
    assert parts(found) == [31, 11]


def test_only_the_reports_asked_for() -> None:
    printed, other = report([Fig(n=42), own(31, "N")], "now"), report([own(11, "S")], "other")
    within = ExplainOptions(within=frozenset({printed.document.id}))
    assert explain(42, [printed, other]).outcome == "one"
    assert explain(42, [printed, other], within).outcome == "nothing"


def test_a_superseded_total_is_no_part() -> None:
    first = report([own(16, "N")], "first", DAY - timedelta(days=1))
    second = report([Fig(n=27), own(31, "N"), own(11, "S")], "second")
    assert explain(27, [first, second]).outcome == "nothing"


def test_the_enemys_word_is_set_aside_with_the_reason() -> None:
    found = explain(42, [report([Fig(n=42), own(31, "N"), enemy(11, "S", "N")])])
    assert [(a.claim.value.low, a.reason) for a in found.set_aside] == [(11, "is a side's word about its enemy")]


def test_another_conflict_gives_no_parts() -> None:
    here = report([Fig(n=42), own(31, "N")], "here", conflict="one")
    there = report([own(11, "S")], "there", conflict="other")
    assert explain(42, [here, there]).outcome == "nothing"


def test_left_out_of_one_cell_is_a_range_where_sources_differ() -> None:
    told = [Fig(n=42), own(31, "N"), own(11, "S"), own(2, "N", "civilian"), monitor(5, "N", "civilian")]
    (civilians,) = explain(42, [report(told)]).left_out
    assert (civilians.low, civilians.high, civilians.total_low, civilians.total_high) == (2, 5, 44, 47)


def test_stated_where_the_sentence_holds_total_and_parts() -> None:
    told = [Fig(n=42), own(31, "N", joined=True), own(11, "S", joined=True)]
    assert explain(42, [report(told)]).sums[0].manner == "stated"


def test_the_order_of_reports_does_not_matter() -> None:
    records = [
        report([Fig(n=42), own(31, "N"), own(11, "S")], "a"),
        report([own(30, "N", source="other"), monitor(12, "S", "combatant")], "b", DAY - timedelta(days=1)),
        report([Fig(n=42), own(31, "N")], "c"),
    ]
    found = [explain(42, order) for order in permutations(records)]
    assert all(one == found[0] for one in found)


def test_very_many_figures_are_not_all_tried_and_the_account_says_so() -> None:
    told = [Fig(n=2042), own(31, "N"), own(2011, "S")]
    rivals = [monitor(n, side, "combatant", source=f"{n} {side}") for n in range(100, 160) for side in ("N", "S")]
    found = explain(2042, [report(told), report(rivals, "b")])
    assert (found.capped, parts(found)) == (True, [2011, 31])
    assert "At least" in " ".join(describe_explanation(found))


def test_headline_number() -> None:
    told = [Fig(n=42), own(31, "N"), own(200, "N", effect="injured"), Fig(n=900, background=True)]
    assert headline(report(told)) == 42
    assert headline(report([own(31, "N", source="x")])) is None
    assert headline(report([Fig(n=20), Fig(n=27, high=27), Fig(n=20, revises=1)])) == 20
    assert headline(report([own(31, "N", source="x"), Fig(n=6000, effect="displaced")])) is None
    assert headline(report([Fig(n=6000, effect="displaced")])) == 6000


@pytest.mark.parametrize("seed", [20261122])
def test_generated_totals_with_known_parts(seed: int) -> None:
    chance = random.Random(seed)
    cases = [generated_total(chance, n) for n in range(200)]
    right = 0
    for case in cases:
        found = explain(case.number, case.records)
        best = found.sums[0] if found.outcome == "one" else None
        right += best is not None and {c.id for p in best.parts for c in p.claims} == case.parts
    assert right >= 190


def _swapped(record: ReportRecord, names: dict[str, str]) -> ReportRecord:
    def swap(claim: Claim[Any]) -> Claim[Any]:
        side = names.get(claim.value.side_group, claim.value.side_group)
        return replace(claim, value=replace(claim.value, side=side, side_group=side))

    return replace(record, claims=tuple(swap(claim) for claim in record.claims))


figures = st.lists(
    st.builds(
        lambda n, side, group, kind: (own if kind else monitor)(n, side, group),
        st.integers(1, 40),
        st.sampled_from(["N", "S"]),
        st.sampled_from(["combatant", "civilian", "unknown"]),
        st.booleans(),
    ),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(figures=figures, number=st.integers(2, 80))
def test_swapping_the_sides_swaps_the_explanation(figures: list[Fig], number: int) -> None:
    record = report([Fig(n=number), *figures])
    one, other = explain(number, [record]), explain(number, [_swapped(record, {"N": "S", "S": "N"})])
    assert (one.outcome, one.sets, one.tied, one.nearby_made) == (
        other.outcome,
        other.sets,
        other.tied,
        other.nearby_made,
    )
    assert one.with_all == other.with_all


@settings(max_examples=60, deadline=None)
@given(figures=figures, number=st.integers(2, 80))
def test_every_sum_adds_up_from_different_cells(figures: list[Fig], number: int) -> None:
    found = explain(number, [report([Fig(n=number), *figures])])
    for chosen in found.sums:
        assert sum(part.value for part in chosen.parts) == number
        assert len({part.cell for part in chosen.parts}) == len(chosen.parts)
        for side in ("N", "S"):
            groups = {part.cell.group for part in chosen.parts if part.cell.side == side}
            assert "unknown" not in groups or groups == {"unknown"}


def test_dates_are_days() -> None:
    assert explain(3, [report([Fig(n=3)])]).as_of == date(2031, 5, 2)
