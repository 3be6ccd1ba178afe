from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import EvidenceError
from sayso.model import Evidence, digest
from tests.factory import a_casualty, a_document, a_party, a_record, words


def test_evidence_holds_the_words_of_its_span() -> None:
    document = a_document("Nine rebels surrendered.")
    assert document.evidence(5, 11).exact == "rebels"


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 2), (-1, 4), (0, 500)])
def test_evidence_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(EvidenceError):
        a_document("Nine rebels surrendered.").evidence(start, end)


def test_evidence_of_another_length_than_its_span_is_refused() -> None:
    with pytest.raises(EvidenceError, match="length"):
        Evidence(document="d", start=0, end=4, exact="Nin")


def test_evidence_with_other_words_is_refused_by_the_record() -> None:
    document = a_document("Nine rebels surrendered.")
    wrong = Evidence(document=document.id, start=0, end=4, exact="Five")
    claim = a_casualty(document, "Nine rebels", basis=wrong)
    with pytest.raises(EvidenceError, match="does not read 'Five'"):
        a_record(document, claims=(claim,))


def test_evidence_of_another_document_is_refused_by_the_record() -> None:
    document, other = a_document("Nine rebels surrendered."), a_document("Nine rebels surrendered. Ten fled.")
    with pytest.raises(EvidenceError, match="checked against"):
        a_record(document, claims=(a_casualty(other, "Nine rebels"),))


def test_names_of_a_party_are_most_specific_first_without_repeats() -> None:
    party = a_party("Ana Belo", role="minister of health", affiliation="Northland", speaks_for="Northland")
    assert party.names() == ("Ana Belo", "minister of health", "Northland")


def test_evidence_exports_as_web_annotation_selectors() -> None:
    document = a_document("In all, nine rebels surrendered on Monday.")
    position, quote = words(document, "nine rebels").selectors(document, context=4)
    assert position == {"type": "TextPositionSelector", "start": 8, "end": 19}
    assert quote == {"type": "TextQuoteSelector", "exact": "nine rebels", "prefix": "ll, ", "suffix": " sur"}


def test_overlap_needs_a_shared_character() -> None:
    document = a_document("Nine rebels surrendered.")
    nine, rebels = words(document, "Nine"), words(document, "rebels")
    assert not nine.overlaps(rebels)
    assert nine.overlaps(words(document, "Nine rebels"))


@given(st.lists(st.text()))
def test_digests_are_stable_and_tell_parts_apart(parts: list[str]) -> None:
    assert digest(*parts) == digest(*parts)
    assert digest(*parts) != digest(*parts, "more")


@given(st.text(min_size=1), st.data())
def test_evidence_always_matches_the_text(text: str, data: st.DataObject) -> None:
    document = a_document(text)
    start = data.draw(st.integers(0, len(document.text) - 1))
    end = data.draw(st.integers(start + 1, len(document.text)))
    document.evidence(start, end).verify(document)
