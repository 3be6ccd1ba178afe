from __future__ import annotations

import time
from typing import Any

import pytest

from sayso.reconcile.sums import find_sums
from tests.gold import case_names, gold_data, gold_ids, gold_record
from tests.reconcile.build import DAY, Fig, enemy, monitor, own, report
from tests.shared import needs_shared

SIDES = {"Armenia": "Armenian side", "Nagorno-Karabakh": "Armenian side", "Azerbaijan": "Azerbaijani side"}


@needs_shared
@pytest.mark.parametrize("name", case_names())
@pytest.mark.parametrize("dossier", [SIDES, None])
def test_gold_claims_give_the_sums_that_annotators_found(name: str, dossier: dict[str, str] | None) -> None:
    record = gold_record(name, dossier)
    data = gold_data(name)
    lows = {row["id"]: row["low"] for row in data["casualties"]}
    ids = {claim: gold for gold, claim in gold_ids(gold_data(name), record.claims).items()}
    found = find_sums(record.claims, record.document, record.judgements)  # type: ignore[arg-type]
    got = {(f.total.value.low, tuple(sorted(lows[ids[c.id]] for c in f.parts))) for f in found}
    wanted = {
        (lows[r["from"]], tuple(sorted(lows[i] for i in r["to"]))) for r in data["relations"] if r["kind"] == "sums"
    }
    assert got == wanted


def rows(*figures: Fig) -> tuple[Fig, ...]:
    return figures


#: (what is special, figures, {total: parts}); figures of the report's own voice are bare Fig.
TABLE: list[tuple[str, tuple[Fig, ...], dict[int, list[int]]]] = [
    ("two sides", rows(Fig(n=42), own(31, "N"), own(11, "S")), {42: [11, 31]}),
    (
        "two sides' own counts of a total that both gave",
        rows(Fig(n=5, source="officials on both sides"), own(3, "N", "civilian"), own(2, "S"), enemy(9, "S", "N")),
        {5: [2, 3]},
    ),
    (
        "two pairs make it",
        rows(
            Fig(n=5, source="officials on both sides"), own(3, "N"), own(2, "S"), own(4, "N"), own(1, "S", "civilian")
        ),
        {},
    ),
    (
        "one side's count told by two of its own",
        rows(
            Fig(n=5, source="officials on both sides"), own(3, "N"), own(3, "N", source="officials of N"), own(2, "S")
        ),
        {5: [2, 3]},
    ),
    ("three cells", rows(Fig(n=39), own(32, "N"), own(5, "S", "civilian"), own(2, "N", "civilian")), {39: [2, 5, 32]}),
    ("no sum", rows(Fig(n=50), own(31, "N"), own(11, "S")), {}),
    ("one part only", rows(Fig(n=31), own(31, "N")), {}),
    ("the enemy's word is no part", rows(Fig(n=42), own(31, "N"), enemy(11, "S", "N")), {}),
    (
        "unless one party tells both",
        rows(Fig(n=12, source="N", speaks_for="N"), own(8, "N", source="N"), enemy(4, "S", "N", source="N")),
        {12: [4, 8]},
    ),
    ("background is no part", rows(Fig(n=42), own(31, "N"), own(11, "S", background=True)), {}),
    (
        "background of background",
        rows(Fig(n=42, background=True), own(31, "N", background=True), own(11, "S", background=True)),
        {42: [11, 31]},
    ),
    ("a denied figure is no part", rows(Fig(n=42), own(31, "N"), own(11, "S", polarity="deny")), {}),
    ("other effect", rows(Fig(n=42), own(31, "N"), own(11, "S", effect="injured")), {}),
    (
        "injured",
        rows(Fig(n=42, effect="injured"), own(31, "N", effect="injured"), own(11, "S", effect="injured")),
        {42: [11, 31]},
    ),
    ("bare casualties", rows(Fig(n=42, effect="unspecified"), own(31, "N"), own(11, "S")), {42: [11, 31]}),
    (
        "killed and injured",
        rows(Fig(n=42, effect="killed_or_injured"), monitor(31, "N"), monitor(11, "N", effect="injured")),
        {42: [11, 31]},
    ),
    (
        "parts of one sentence",
        rows(monitor(13, "N"), own(9, "N", victims="soldiers"), own(4, "N", "civilian", joined=True)),
        {},
    ),
    (
        "one voice",
        rows(Fig(n=13, side="N"), own(9, "N", victims="soldiers"), own(4, "N", "civilian", joined=True)),
        {13: [4, 9]},
    ),
    (
        "counted one by one",
        rows(Fig(n=10, side="N"), own(1, "N", "civilian", victims="a woman"), own(9, "N", "civilian", joined=True)),
        {10: [1, 9]},
    ),
    (
        "counted place by place",
        rows(Fig(n=10), monitor(3, "N", place="Mill"), monitor(7, "N", place="Ford", joined=True)),
        {10: [3, 7]},
    ),
    (
        "the middle of a list is no total",
        rows(
            own(1, "N", victims="a sergeant"),
            own(4, "N", "unknown", victims="others", joined=True),
            own(3, "N", victims="guards", joined=True),
        ),
        {},
    ),
    (
        "one sum for a total that is told twice",
        rows(Fig(n=42), Fig(n=42, effect="unspecified"), own(31, "N"), own(11, "S")),
        {42: [11, 31]},
    ),
    (
        "the same words twice are no addition",
        rows(Fig(n=10, side="N"), own(1, "N", "civilian"), own(9, "N", "civilian", joined=True)),
        {},
    ),
    (
        "told parts",
        rows(Fig(n=5), Fig(n=2, side="N", part_of=0), Fig(n=3, side="S", part_of=0)),
        {5: [2, 3]},
    ),
    (
        "a part inside a part does not count twice",
        rows(Fig(n=44), own(31, "N"), own(2, "N", part_of=1), own(11, "S")),
        {},
    ),
    (
        "a repeat counts once",
        rows(Fig(n=62), own(31, "N"), own(31, "N", repeat_of=1), own(11, "S")),
        {},
    ),
    ("an unknown group is no civilian", rows(Fig(n=17, side="S"), own(11, "S"), own(6, "S", "unknown")), {}),
    (
        "an unknown group takes the whole side",
        rows(Fig(n=37), own(31, "N"), own(6, "S", "unknown"), own(11, "S")),
        {37: [6, 31]},
    ),
    (
        "the finer of two readings",
        rows(Fig(n=68), own(59, "N"), Fig(n=9, group="civilian"), own(7, "S", "civilian"), own(2, "N", "civilian")),
        {68: [2, 7, 59], 9: [2, 7]},
    ),
    (
        "incidents of one source",
        rows(
            Fig(n=6, side="N"),
            monitor(4, "N", scope="incident", place="Mill"),
            monitor(2, "N", scope="incident", place="Ford"),
        ),
        {6: [2, 4]},
    ),
    (
        "incidents of two sources",
        rows(
            Fig(n=6, side="N"),
            monitor(4, "N", scope="incident", place="Mill"),
            own(2, "N", "unknown", scope="incident", place="Ford"),
        ),
        {},
    ),
    (
        "an incident elsewhere",
        rows(
            Fig(n=6, side="N", scope="incident", place="Dam"),
            monitor(4, "N", "civilian", scope="incident", place="Mill"),
            monitor(2, "N", "combatant", scope="incident", place="Mill"),
        ),
        {},
    ),
    (
        "another day",
        rows(
            Fig(n=42, happened=(DAY, DAY)),
            own(31, "N", happened=(DAY, DAY)),
            own(11, "S", happened=(DAY.replace(day=1), DAY.replace(day=1))),
        ),
        {},
    ),
    ("an increment is no total", rows(Fig(n=42, scope="increment"), own(31, "N"), own(11, "S")), {}),
    (
        "an increment within a running total",
        rows(Fig(n=46), own(15, "N", scope="increment"), own(31, "N"), own(11, "S")),
        {},
    ),
    ("at least", rows(Fig(n=42, high=None), own(31, "N"), own(11, "S", high=None)), {42: [11, 31]}),
    ("two is too small", rows(Fig(n=2), own(1, "N"), own(1, "S")), {}),
    (
        "sums that rank alike",
        rows(Fig(n=42), own(31, "N"), own(11, "S"), monitor(30, "N", "combatant"), monitor(12, "S", "combatant")),
        {},
    ),
    (
        "the total of one source, the parts of another",
        rows(monitor(42, "both"), own(31, "N"), own(11, "S")),
        {},
    ),
    ("vague parts", rows(Fig(n=42), own(31, "N"), own(None, "S", high=None)), {}),
    (
        "a figure of each side by its own voice, civilians apart",
        rows(Fig(n=42, group="combatant"), own(31, "N"), own(11, "S"), own(3, "N", "civilian")),
        {42: [11, 31]},
    ),
    ("a total of civilians takes no soldiers", rows(Fig(n=42, group="civilian"), own(31, "N"), own(11, "S")), {}),
    ("nobody harmed adds nothing", rows(Fig(n=31), own(31, "N"), own(0, "S")), {}),
]


def test_a_text_of_any_length_is_read_in_time() -> None:
    figures = [own(n % 97 + 3, "N" if n % 2 else "S", "civilian" if n % 3 else "combatant") for n in range(4000)]
    record = report([Fig(n=42), own(31, "N"), own(11, "S"), *figures])
    start = time.process_time()
    find_sums(record.claims, record.document)  # type: ignore[arg-type]
    assert time.process_time() - start < 10


@pytest.mark.parametrize(("figures", "wanted"), [pytest.param(f, w, id=i) for i, f, w in TABLE])
def test_sums_of_one_report(figures: tuple[Fig, ...], wanted: dict[int, list[int]]) -> None:
    record = report(figures)
    found: Any = find_sums(record.claims, record.document, record.judgements)  # type: ignore[arg-type]
    assert {f.total.value.low: sorted(c.value.low for c in f.parts) for f in found} == wanted
    assert len(found) == len(wanted)
