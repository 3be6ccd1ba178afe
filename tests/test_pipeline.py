from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.claims.codec import record_from_json, record_to_json
from sayso.claims.rows import attribution_rows, casualty_rows, relation_rows
from sayso.ingest import Ingested, SourceOptions, find_files, open_sources
from sayso.model import Document
from sayso.pipeline import NO_DATE, Reader
from sayso.serve.account import account
from tests.factory import a_document

EXAMPLES = Path(__file__).parents[1] / "examples"

REPORT = """Clashes leave 14 dead

At least 14 people were killed in fighting in the north of Ruritania on Monday, officials said.

"We lost nine soldiers," Colonel Ana Belo told reporters. She said five rebels had died.

The rebels denied that any of their fighters were killed. Both sides blamed each other for breaking the truce.
"""

#: Scraps of reports, broken in the ways that scraping breaks them, from which hypothesis builds texts.
_WORDS = (
    "ten",
    "12",
    " 1,5",
    " soldiers",
    " were killed",
    " the ministry",
    " said",
    " denied",
    " on Monday",
    " Ruritania",
)
_MARKS = (",", "-", "“", "”", '"', "\n", "\n\n", "(embedded content removed)")
_ODDITIES = ("\x00", "\u202e", "\u200b", "\ud800", "é", "🙂")
SCRAPS = st.sampled_from(_WORDS + _MARKS + _ODDITIES)
TEXTS = st.one_of(st.text(max_size=300), st.lists(SCRAPS, max_size=60).map("".join))
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load()


def examples() -> list[Document]:
    outcomes = open_sources(list(find_files([str(EXAMPLES)])), SourceOptions(), lambda: b"")
    return [outcome.document for outcome in outcomes if isinstance(outcome, Ingested)]


def test_a_report_is_read_from_text_to_judgements(reader: Reader) -> None:
    record = reader.read(a_document(REPORT))
    assert {claim.value.kind for claim in record.claims} >= {"casualty", "denial"}
    assert record.attributions
    assert record.judgements


def test_the_same_report_read_twice_is_the_same_record(reader: Reader) -> None:
    assert reader.read(a_document(REPORT)) == Reader.load().read(a_document(REPORT))


def test_identifiers_are_unique(reader: Reader) -> None:
    record = reader.read(a_document(REPORT))
    identifiers = [item.id for items in (record.attributions, record.claims, record.judgements) for item in items]
    assert len(identifiers) == len(set(identifiers))


def test_without_a_date_nothing_is_dated_by_weekday(reader: Reader) -> None:
    record = reader.read(a_document(REPORT, published=None))
    assert record.notes == (NO_DATE,)
    assert not [a for a in record.attributions if a.said_on]
    assert not [row for row in casualty_rows(record) if row["happened_start"]]


@SLOW
@given(text=TEXTS)
def test_any_text_is_read_and_its_evidence_matches(reader: Reader, text: str) -> None:
    record = reader.read(a_document(text))
    for evidence in record.evidence():
        assert record.document.text[evidence.start : evidence.end] == evidence.exact
    assert record_from_json(record_to_json(record)) == record
    assert account(record)
    json.dumps([*casualty_rows(record), attribution_rows(record), *relation_rows(record)])


@pytest.mark.parametrize("document", examples(), ids=lambda document: document.name)
def test_bundled_reports_are_samples_in_every_output(reader: Reader, document: Document) -> None:
    record = reader.read(document)
    assert document.sample
    assert document.publisher is not None
    assert document.publisher.endswith("(invented)")
    assert (document.uri or "").startswith("example:")
    assert "SAMPLE TEXT" in account(record)
    assert all(row["sample"] for row in casualty_rows(record))
    assert attribution_rows(record)["sample"]
    assert all(row["sample"] for row in relation_rows(record))


def test_a_disputed_figure_is_its_owners_and_nobodys_own_loss(reader: Reader) -> None:
    record = reader.read(a_document("Chad rejects Sudan's figure of 300 losses\n"))
    (row,) = casualty_rows(record)
    assert (row["low"], row["source"][0], row["polarity"]) == (300, "Sudan", "affirm")
    assert (row["side"], row["posture"]) == ("unknown", "unknown")


def test_people_harmed_in_the_country_that_a_state_fights_are_no_loss_of_its_own(reader: Reader) -> None:
    report = "Armenia and Azerbaijan fought on.\n\nAzerbaijan's army said that 90 people were killed in Armenia.\n"
    moved = report.replace("90 people were killed in Armenia", "in the fighting in Armenia 90 people were killed")
    for text in (report, moved):
        (row,) = casualty_rows(reader.read(a_document(text)))
        assert (row["side"], row["posture"]) == ("Armenia", "enemy_loss"), text


def test_a_report_in_capitals_is_read_as_one_in_natural_case_and_cites_its_own_words(reader: Reader) -> None:
    report = (
        "Ten rebels of the Shining Path were killed near Huanta on Monday, the Peruvian army said.\n\n"
        "The Shining Path denied this and said that only two of its fighters had died.\n"
    )
    written, capitals = (reader.read(a_document(text)) for text in (report, report.upper()))
    for one, other in zip(casualty_rows(written), casualty_rows(capitals), strict=True):
        assert (one["low"], one["source"], one["posture"]) == (other["low"], other["source"], other["posture"])
        assert (one["side"], one["perpetrator"], one["place"]) == (other["side"], other["perpetrator"], other["place"])
    assert {evidence.exact.isupper() for evidence in capitals.evidence()} == {True}


def test_lines_broken_at_a_width_change_nothing_but_the_words_cited(reader: Reader) -> None:
    report = (
        "LIMA, 3 Mar 21 (Sunwire) -- Ten rebels of the Shining Path were\nkilled near Huanta on Monday, General Odo\n"
        "Marent of the Peruvian army said. He added that four\nsoldiers had been hurt.\n\n"
        "   The Shining Path denied this\nand said that only two of its fighters had died.\n"
    )
    broken = reader.read(a_document(report))
    whole = reader.read(a_document(report.replace("\n\n", "@").replace("\n", " ").replace("@", "\n\n")))
    told = [
        [(row["low"], row["source"], row["side"], row["start"]) for row in casualty_rows(r)] for r in (broken, whole)
    ]
    assert told[0] == told[1]
    assert "\n" in "".join(evidence.exact for evidence in broken.evidence())


def test_a_relayed_statement_keeps_the_day_on_which_it_was_made(reader: Reader) -> None:
    text = (
        "The government of Chad said on Monday that ten soldiers had been killed, the news agency Sunwire reported.\n"
    )
    (row,) = casualty_rows(reader.read(a_document(text)))
    assert (row["source"][0], row["said_on"]) == ("Chadian government", "2021-03-01")
