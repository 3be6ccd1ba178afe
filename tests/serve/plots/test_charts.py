from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims import ReportRecord
from sayso.claims.statement import Silence
from sayso.model import Claim, End, Party
from sayso.reconcile.book import Book
from sayso.reconcile.tally import TallyOptions
from sayso.serve.plots.charts import dispute_chart, incident_chart, tally_chart, timeline_chart
from sayso.serve.plots.days import day_words, ticks
from sayso.serve.plots.model import Mark, Ref, RowPanel, TimePanel
from sayso.serve.plots.scales import NumberScale
from tests.reconcile.build import DAY, Fig, enemy, judgement, monitor, own, report

BEFORE = DAY - timedelta(days=1)


def timeline_panels(*records: ReportRecord) -> dict[str, TimePanel]:
    return {panel.title: panel for panel in timeline_chart(Book.of(records)).panels if isinstance(panel, TimePanel)}


def rows_of(panels: Any) -> dict[str, list[Any]]:
    return {panel.title: list(panel.rows) for panel in panels if isinstance(panel, RowPanel)}


def marks(panel: TimePanel, voice: str) -> list[Mark]:
    (line,) = [line for line in panel.lines if line.label == voice]
    return list(line.marks)


def silent(record: ReportRecord, side: str) -> ReportRecord:
    said: Any = Claim(
        id="silence",
        evidence=record.claims[0].evidence,
        origin="test",
        value=Silence(party=Party(name=side, kind="state", side_group=side)),
    )
    return replace(record, claims=(*record.claims, said))


def test_sides_are_columns_in_alphabetical_order_and_harms_are_rows() -> None:
    panels = timeline_panels(report([own(11, "S"), own(31, "N"), own(2, "N", "civilian"), Fig(n=44)]))
    assert [(title, panel.row, panel.column) for title, panel in panels.items()] == [
        ("N: combatants killed", 0, 0),
        ("S: combatants killed", 0, 1),
        ("N: civilians killed", 1, 0),
        ("S: civilians killed", 1, 1),
        ("Both sides: people of unknown group killed", 2, 0),
    ]
    assert panels["S: civilians killed"].lines == ()
    assert panels["S: civilians killed"].note == "no figure on record"


def test_the_tone_tells_who_speaks() -> None:
    panel = timeline_panels(report([own(31, "N"), enemy(90, "N", "S"), monitor(40, "N", "combatant")]))
    assert {line.label: line.tone for line in panel["N: combatants killed"].lines} == {
        "N": "own_loss",
        "S": "enemy_loss",
        "monitor": "third_party",
    }


def test_marks_of_revisions_denials_ranges_and_increments() -> None:
    first = report([own(84, "N"), enemy(90, "N", "S", high=None)], "a", BEFORE)
    denial = replace(judgement("denies", "x", first.claims[1].id), subject=End(party=Party(name="NN", kind="person")))
    later = report([own(80, "N"), own(3, "N", scope="increment"), monitor(70, "N", "combatant", high=75)], "b")
    panel = timeline_panels(replace(first, judgements=(denial,)), later)["N: combatants killed"]
    old, *new = marks(panel, "N")
    total = next(mark for mark in new if mark.low == 80)
    added = next(mark for mark in new if mark.low == 3)
    (claimed,), (seen,) = marks(panel, "S"), marks(panel, "monitor")
    assert (old.revised, old.falls, total.falls, total.revised) == (True, False, True, False)
    assert (added.label, added.apart, total.apart) == ("+3", True, False)
    assert (claimed.open, claimed.denied_by, claimed.label) == (True, ("NN",), "≥ 90")
    assert (seen.low, seen.high, seen.label) == (70, 75, "70–75")
    assert claimed.ref == Ref("claim", first.claims[1].id)
    assert "denied by NN" in claimed.title


def test_vague_words_have_no_number() -> None:
    (mark,) = marks(timeline_panels(report([own(None, "N", high=None)]))["N: combatants killed"], "N")
    assert (mark.low, mark.high, mark.label) == (None, None, "?")


def test_who_has_not_told_its_losses_is_said_in_the_empty_panel() -> None:
    record = report([own(31, "N"), own(6, "S", "civilian")])
    panels = timeline_panels(silent(record, "S"))
    assert panels["S: combatants killed"].note == "no figure on record; has not told its military losses"
    assert panels["N: civilians killed"].note == "no figure on record"


def test_only_the_fullest_rows_are_drawn_and_the_rest_is_told() -> None:
    effects = ("killed", "injured", "missing", "captured", "displaced", "hospitalised")
    figures = [own(5, "N", group, effect=effect) for effect in effects for group in ("combatant", "civilian")]
    chart = timeline_chart(Book.of([report(figures)]))
    assert len({panel.row for panel in chart.panels if isinstance(panel, TimePanel)}) == 8
    assert "4 more kinds of figures stand in the table, not in this picture." in chart.notes


def test_conflicts_are_named_where_there_are_several() -> None:
    panels = timeline_panels(
        report([own(31, "N")], "a", conflict="one"), report([own(5, "N"), own(6, "M")], "b", conflict="other")
    )
    assert [*panels] == ["one: N: combatants killed", "other: M: combatants killed", "other: N: combatants killed"]


def test_a_tally_keeps_what_enemies_say_apart() -> None:
    record = report([own(31, "N"), monitor(35, "N", "combatant", high=None), enemy(90, "N", "S")])
    (rows,) = rows_of(tally_chart(Book.of([record]), TallyOptions()).panels).values()
    shown = {row.label: (row.bars[0].low, row.bars[0].high, row.bars[0].open, row.bars[0].tone) for row in rows}
    assert shown == {
        "N, combatants": (31, 35, True, "unknown"),
        "N, combatants, as its enemies tell it": (90, 90, False, "enemy_loss"),
        "all sides, combatants": (31, 35, True, "unknown"),
    }
    assert rows[0].bars[0].ref == Ref("tally", "N|killed|combatant|")


def test_a_silence_is_no_zero() -> None:
    chart = tally_chart(Book.of([silent(report([own(31, "N")]), "S")]), TallyOptions(policy="own"))
    (rows,) = rows_of(chart.panels).values()
    (empty,) = [row for row in rows if row.label == "S, combatants"]
    assert (empty.bars, empty.note) == ((), "no figure; its side has not told")


def test_disputes_join_their_two_ends() -> None:
    book = Book.of([report([own(16, "N"), enemy(90, "N", "S")], "a"), report([own(17, "N")], "b")])
    rows = rows_of(dispute_chart(book).panels)
    titles = ["Figures that cannot both hold", "Perhaps one announcement, told with two numbers"]
    assert list(rows) == [*titles, "Questions worth asking"]
    assert [row.note for row in rows["Questions worth asking"]] == [
        "Is it one announcement that is given as 16 and as 17?"
    ]
    (pair,) = rows["Perhaps one announcement, told with two numbers"]
    assert pair.joined
    assert [bar.label for bar in pair.bars] == ["16 ministry of N", "17 ministry of N"]


def test_a_statement_made_several_times_is_one_row() -> None:
    blames = [
        replace(
            judgement("blames", f"{n}", f"x{n}"),
            subject=End(party=Party(name="N", kind="state")),
            object=End(party=Party(name="S", kind="state")),
            evidence=record.claims[0].evidence,
        )
        for n, record in enumerate([report([own(1, "N")], "a", BEFORE), report([own(2, "N")], "b")])
    ]
    records = [report([own(1, "N")], "a", BEFORE), report([own(2, "N")], "b")]
    (row,) = rows_of(dispute_chart(Book.of(records, blames)).panels)["Who blames whom"]
    assert (row.label, row.note) == ("2031-05-01 to 2031-05-02", "N blames S. (2 times)")


def test_incidents_lie_on_their_days() -> None:
    def harm(n: int, place: str, **known: Any) -> Fig:
        return own(n, "N", scope="incident", place=place, happened=(BEFORE, DAY), **known)

    book = Book.of([report([harm(4, "Mill"), harm(9, "Ford")]), report([harm(6, "Mill", source="x")], "b")])
    (rows,) = rows_of(incident_chart(book).panels).values()
    assert [(row.label, row.bars[0].low, row.bars[0].high, row.bars[0].label) for row in rows] == [
        ("Ford", BEFORE.toordinal(), DAY.toordinal(), "9 killed; 1 claim"),
        ("Mill", BEFORE.toordinal(), DAY.toordinal(), "4 to 6 killed; 2 claims"),
    ]


@pytest.mark.parametrize("chart", [timeline_chart, dispute_chart, incident_chart])
def test_nothing_on_record_is_an_empty_chart(chart: Any) -> None:
    assert chart(Book.of([])).empty


def test_swapping_the_sides_swaps_the_columns_and_nothing_else() -> None:
    def shown(one: str, other: str) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
        record = report([own(31, one), enemy(90, one, other), own(5, other)])
        panels = timeline_panels(record).values()
        return {p.title: [(line.tone, tuple(m.label for m in line.marks)) for line in p.lines] for p in panels}

    first, swapped = shown("A", "B"), shown("B", "A")
    assert first["A: combatants killed"] == swapped["B: combatants killed"]
    assert first["B: combatants killed"] == swapped["A: combatants killed"]


@given(first=st.dates(date(1950, 1, 1), date(2050, 1, 1)), length=st.integers(0, 20_000))
def test_ticks_are_few_in_order_and_within(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    found = ticks(first, last)
    assert 1 <= len(found) <= 9
    assert found == sorted(set(found))
    assert first <= found[0]
    assert found[-1] <= last
    words = day_words(found)
    assert len(words) == len(found)
    assert words[0].endswith(str(found[0].year))


@given(numbers=st.lists(st.integers(0, 10**7), max_size=20))
def test_numbers_stand_in_order_between_0_and_1(numbers: list[int]) -> None:
    scale = NumberScale.of(numbers)
    places = [scale.place(number) for number in sorted(numbers)]
    assert places == sorted(places)
    assert all(0 <= place <= 1 for place in places)
    assert scale.ticks()[0] == 0
    assert 2 <= len(scale.ticks()) <= 9
    assert scale.ticks()[-1] <= scale.most
