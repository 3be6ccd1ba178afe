from __future__ import annotations

import csv
import io
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.claims import ReportRecord
from sayso.reconcile.accounts import Policy
from sayso.reconcile.book import Book
from sayso.reconcile.tally import ALL, TallyOptions, tally
from sayso.serve.export.event_sheets import ACLED_COLUMNS, GED_COLUMNS, acled, ged, left_out_sheet
from sayso.serve.export.events import find_events, left_out, linked
from sayso.serve.export.material import Material
from sayso.serve.export.writing import Export
from tests.reconcile.build import Fig, monitor, own, report

DAY = date(2031, 5, 1)


def at(place: str, day: int = 0) -> dict[str, Any]:
    when = DAY + timedelta(days=day)
    return {"scope": "incident", "place": place, "happened": (when, when)}


def a_material(*records: ReportRecord) -> Material:
    return Material(records=lambda: iter(records))


def rows(material: Material, table: Any) -> list[dict[str, Any]]:
    return [dict(row) for row in table(material, lambda name, conflict: None, lambda conflict: ("N", "S")).rows()]


def test_a_row_of_ged_is_an_incident_with_its_dead_by_side_and_group() -> None:
    first = report([own(12, "N", **at("Oldbridge")), own(5, "S", **at("Oldbridge"))], "one")
    second = report(
        [monitor(12, "N", "combatant", **at("Oldbridge")), monitor(3, "S", "civilian", **at("Oldbridge"))], "two"
    )
    (row,) = rows(a_material(first, second), ged)
    assert (row["side_a"], row["side_b"]) == ("N", "S")
    assert (row["deaths_a"], row["deaths_b"], row["deaths_civilians"], row["deaths_unknown"]) == (12, 5, 3, 0)
    assert (row["best"], row["low"], row["high"]) == (20, 20, 20)
    assert row["date_start"] == row["date_end"] == DAY
    assert (row["date_prec"], row["where_description"], row["number_of_sources"]) == (1, "Oldbridge", 3)


def test_running_totals_are_in_no_event_but_beside_them() -> None:
    material = a_material(report([own(31, "N"), own(12, "N", **at("Oldbridge")), own(4, "S", scope="increment")]))
    assert [row["best"] for row in rows(material, ged)] == [12]
    told = {row["low"]: row["why"] for row in left_out_sheet(material, "ged").rows()}
    assert told == {31: "a running total", 4: "added to a running total"}


def test_those_of_unknown_group_may_be_among_the_others() -> None:
    figures = [monitor(6, "S", "civilian", **at("Oldbridge")), monitor(1, "S", "unknown", **at("Oldbridge"))]
    material = a_material(report(figures))
    (row,) = rows(material, ged)
    assert (row["best"], row["low"], row["high"]) == (7, 6, 7)
    assert [row["fatalities"] for row in rows(material, acled)] == [6]


def test_acled_takes_the_lowest_figure() -> None:
    figures = [own(12, "N", **at("Oldbridge"))]
    material = a_material(report(figures), report([monitor(9, "N", "combatant", **at("Oldbridge"))], "two"))
    assert [row["fatalities"] for row in rows(material, acled)] == [9]


def test_the_columns_are_those_of_the_two_programs() -> None:
    material = a_material(report([own(12, "N", **at("Oldbridge"))]))
    assert (len(GED_COLUMNS), len(ACLED_COLUMNS)) == (49, 31)
    assert tuple(rows(material, ged)[0]) == GED_COLUMNS
    assert tuple(rows(material, acled)[0]) == ACLED_COLUMNS


def test_a_table_of_events_has_the_rest_in_a_file_beside_it(tmp_path: Path) -> None:
    material = a_material(report([own(31, "N"), own(12, "N", **at("Oldbridge"))]))
    Export(name="ged", form="csv", material=material, locate=lambda name, conflict: None).to_file(tmp_path / "e.csv")
    events, beside = ((tmp_path / name).read_text() for name in ("e.csv", "e-left-out.csv"))
    assert [row["best"] for row in csv.DictReader(io.StringIO(events))] == ["12"]
    assert [row["low"] for row in csv.DictReader(io.StringIO(beside))] == ["31"]


FIGURES = st.builds(
    lambda n, side, group, voice, where: voice(n, side, group, **where),
    st.integers(1, 40),
    st.sampled_from("NS"),
    st.sampled_from(["combatant", "civilian", "unknown"]),
    st.sampled_from([own, monitor]),
    st.builds(at, st.sampled_from(["Oldbridge", "Northgate", "Millford"]), st.sampled_from([0, 1, 5])) | st.just({}),
)


@given(
    told=st.lists(st.lists(FIGURES, min_size=1, max_size=4), min_size=1, max_size=4),
    policy=st.sampled_from(["ucdp", "acled"]),
)
@settings(max_examples=60, deadline=None)
def test_the_columns_add_up_to_the_tally(told: list[list[Fig]], policy: Policy) -> None:
    book = Book.of([report(figures, f"report {n}") for n, figures in enumerate(told)])
    events = find_events(book, policy)
    sums: Counter[tuple[str, str, str]] = Counter()
    for event in events:
        for cell in event.cells:
            for bound in ("low", "best", "high"):
                sums[cell.side, cell.group, bound] += getattr(cell, bound) or 0
    wanted = {
        (cell.side, cell.group, bound): getattr(cell, bound)
        for cell in tally(linked(book), TallyOptions(policy=policy))
        for bound in ("low", "best", "high")
        if ALL not in (cell.side, cell.group)
    }
    assert dict(sums) == wanted


@given(told=st.lists(st.lists(FIGURES, min_size=1, max_size=4), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_every_figure_of_the_dead_is_in_one_event_or_left_out(told: list[list[Fig]]) -> None:
    book = Book.of([report(figures, f"report {n}") for n, figures in enumerate(told)])
    events = find_events(book, "ucdp")
    used = [claim.id for event in events for claim in event.claims]
    aside = [claim.id for claim, _ in left_out(book, events)]
    assert sorted(used + aside) == sorted(book.claims)
