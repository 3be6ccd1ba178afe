"""Fields of figures in reports of our own with invented people, from text to rows: what lots showed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from sayso.claims.rows import casualty_rows
from sayso.ingest import Metadata, make_document
from sayso.pipeline import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load()


#: What is special, a report of 2021-03-04, and fields of its figures by their lower bound.
TABLE: list[tuple[str, str, dict[int, dict[str, object]]]] = [
    (
        "an office with an owner is not who spoke before",
        "Somali police said five men died near Barawe. The governor's office said nine people were killed.",
        {5: {"source": "Somali police"}, 9: {"source": "governor's office"}},
    ),
    (
        "a speaker with an aside",
        "Two army officers, speaking on condition of anonymity because they may not talk to the press,"
        " put the number of dead soldiers at 38.",
        {38: {"source": "army officers"}},
    ),
    (
        "a name in apposition and letters as printed",
        "Mali's army said 12 soldiers were killed near Gao. A group linked to al Qaeda, JNIM, said it had killed 85"
        " soldiers.",
        {85: {"source": "JNIM"}},
    ),
    (
        "a party's members as printed, where its full name stands nowhere",
        "India's police said that 12 Maoists were killed in Bastar. The Maoists killed four soldiers there, it said.",
        {12: {"side": "Maoists"}, 4: {"perpetrator": "Maoists"}},
    ),
    (
        "a count that goes on since a war began is of both sides",
        "Mali's army fought JNIM militants near Gao on Monday. About 310 people have died in Mali since it declared an"
        " emergency.",
        {310: {"side": "both"}},
    ),
    (
        "what a fight between two left dead, one of the two says",
        "Fighting between Mali's army and JNIM militants near Gao left 17 people dead, the army said.",
        {17: {"side": "both"}},
    ),
    (
        "rebels are of the one group that their paragraph names, where a report has two",
        "Colombia's army said 13 guerrillas of the FARC were killed near Caguan. Three rebels were captured, it said."
        "\n\nIn Arauca the ELN set off a bomb that injured five policemen.",
        {3: {"side": "Revolutionary Armed Forces of Colombia"}},
    ),
    (
        "a part is of its whole's side",
        "Colombia's army said three FARC rebels, including a girl of 15, were captured near Caguan.",
        {3: {"side": "Revolutionary Armed Forces of Colombia"}, 1: {"side": "Revolutionary Armed Forces of Colombia"}},
    ),
    (
        "the presidency of nobody in particular is a source all the same",
        "At least 19 people were killed near Bossan, the presidency said.",
        {19: {"source": "presidency"}},
    ),
    (
        "peacekeepers are of who sends them and not of where they stand",
        "ABIDJAN - Four peacekeepers were wounded in Bouake, Ivory Coast, on Monday, the U.N. mission said.",
        {4: {"side": "United Nations"}},
    ),
    (
        "peacekeepers named by their state before",
        "Nine Russian peacekeepers were killed near Gori in Georgia. Two peacekeepers were wounded in Gori, a doctor"
        " said. The United Nations called for calm.",
        {9: {"side": "Russia"}, 2: {"side": "Russia"}},
    ),
    (
        "each place with its figure",
        "Nine people were killed in Basra and seven people were killed in Mosul, Iraq's police said.",
        {9: {"place": "Basra"}, 7: {"place": "Mosul"}},
    ),
    (
        "rebels and soldiers of one sentence",
        "Twelve militants and three soldiers were killed in a clash in Kashmir, India's police said.",
        {3: {"side": "India"}, 12: {"side": "Kashmiri militants"}},
    ),
    (
        "a state behind a border",
        "Gunmen attacked two camps at Gao in Mali near the border with Burkina Faso. Two villagers died in Gao.",
        {2: {"side": "Mali"}},
    ),
    (
        "a dateline with the agency is no day of harm",
        "BAMAKO, March 4 (Sample) - A bomb killed 14 people at a market in Mali's Gao on Tuesday, a doctor said.",
        {14: {"happened_start": "2021-03-02", "happened_end": "2021-03-02"}},
    ),
    (
        "a war since its outbreak",
        "Shells fell on Port Sudan.\n\nThe war in Sudan, which broke out in April 2019, has killed 12,500 people.",
        {12500: {"happened_start": "2019-04-01", "happened_end": "2021-03-04", "scope": "running_total"}},
    ),
]


@pytest.mark.parametrize(("text", "wanted"), [pytest.param(t, w, id=i) for i, t, w in TABLE])
def test_fields_of_a_report(text: str, wanted: dict[int, dict[str, object]], reader: Reader) -> None:
    record = reader.read(make_document(text, Metadata(name="report", published=date(2021, 3, 4))))
    rows = {row["low"]: row for row in casualty_rows(record)}
    assert {low: _fields(rows[low], fields) for low, fields in wanted.items()} == wanted


def _fields(row: Mapping[str, object], wanted: Mapping[str, object]) -> dict[str, object]:
    found = {name: row[name] for name in wanted}
    if isinstance(names := found.get("source"), list):
        found["source"] = names[0] if names else None
    return found
