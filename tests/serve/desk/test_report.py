"""The text of a report as segments: nothing of it is lost, doubled or marked where no words of a mark stand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.claims import ReportRecord
from sayso.errors import NotFoundError
from sayso.serve.desk.ledger import Ledger
from sayso.serve.desk.report import ReportPage, report_page
from tests.factory import a_document, a_record
from tests.serve.desks import KARABAKH, example_records

LEDGER = Ledger(KARABAKH, 1, example_records())


def shown(page: ReportPage) -> str:
    return "".join(segment.text for block in page.blocks for segment in block.segments)


@pytest.mark.parametrize("record", example_records(), ids=lambda record: record.document.name)
def test_every_word_of_a_report_is_shown_once(record: ReportRecord) -> None:
    page = report_page(record, LEDGER)
    assert "".join(shown(page).split()) == "".join(record.document.text.split())
    for block in page.blocks:
        for segment in block.segments:
            assert record.document.text[segment.start : segment.start + len(segment.text)] == segment.text


@pytest.mark.parametrize("record", example_records(), ids=lambda record: record.document.name)
def test_marked_words_are_the_words_of_the_record(record: ReportRecord) -> None:
    page = report_page(record, LEDGER)
    segments = [one for block in page.blocks for one in block.segments if "claim" in one.marks]
    marked = {n for one in segments for n in range(one.start, one.start + len(one.text))}
    told = {n for claim in record.claims for piece in claim.evidence for n in range(piece.start, piece.end)}
    assert marked == {n for n in told if n in marked or record.document.text[n].strip()}
    assert sum(len(block.claims) for block in page.blocks) == len(record.claims)


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet="ab \n\u00e9\U0001f600\u202e", min_size=1, max_size=80), data=st.data())
def test_any_stretch_of_any_text_can_be_pointed_at(text: str, data: st.DataObject) -> None:
    record: ReportRecord = a_record(a_document(text))
    length = len(record.document.text)
    start = data.draw(st.integers(0, length - 1))
    end = data.draw(st.integers(start + 1, length))
    page = report_page(record, Ledger(None, 1, (record,)), f"{start}-{end}")
    pointed = "".join(s.text for b in page.blocks for s in b.segments if "at" in s.marks)
    assert "".join(pointed.split()) == "".join(record.document.text[start:end].split())
    with pytest.raises(NotFoundError):
        report_page(record, Ledger(None, 1, (record,)), f"{start}-{length + 1}")
