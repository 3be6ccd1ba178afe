from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.ingest import Metadata, make_document, parse_date
from tests.factory import a_document


@given(st.text())
def test_the_same_report_has_the_same_identifiers(text: str) -> None:
    assert a_document(text) == a_document(text)


def test_identifiers_tell_texts_and_outlets_apart_but_find_copies() -> None:
    one, other = a_document("Nine fled.", publisher="A"), a_document("Nine fled.", publisher="B")
    assert one.id != other.id
    assert one.text_digest == other.text_digest
    assert a_document("Ten fled.", publisher="A").id != one.id


def test_only_line_ends_are_changed() -> None:
    assert a_document(" Nine\r\n\tfled. \u00a0\x00").text == " Nine\n\tfled. \u00a0\x00"


def test_a_lone_surrogate_becomes_a_replacement_character() -> None:
    assert make_document("a\ud800b", Metadata(name="x")).text == "a\ufffdb"


def test_a_sample_is_known_by_its_first_line() -> None:
    sample = a_document("Sample text written to test software; the outlet does not exist\nNine fled.")
    assert sample.sample
    assert sample.text[sample.noise[0].start : sample.noise[0].end].startswith("Sample text")
    assert not a_document("Nine fled.").sample


def test_without_a_date_there_is_no_basis_for_one() -> None:
    document = make_document("Nine fled.", Metadata(name="x", published_basis="given"))
    assert (document.published, document.published_basis) == (None, None)


def test_dates_are_iso() -> None:
    assert parse_date(" 2021-03-04 ", "x") == date(2021, 3, 4)
    with pytest.raises(InputError, match="line 3: '4 March' is no date; write it as YYYY-MM-DD"):
        parse_date("4 March", "line 3")
