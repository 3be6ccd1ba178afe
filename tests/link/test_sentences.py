from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.sentences import Sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("Lt. Col. A. B. Smith fell. He lived.", ["Lt. Col. A. B. Smith fell.", "He lived."]),
        ("Title\n\nBody", ["Title", "Body"]),
        ("“One.” Two?", ["“One.”", "Two?"]),
        ("", [""]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    cut = Sentences(text)
    assert [text[slice(*cut[i])].strip() for i in range(len(cut)) if i == 0 or text[slice(*cut[i])].strip()] == expected


@given(st.text(max_size=60), st.integers(0, 59))
def test_every_offset_is_in_one_sentence(text: str, offset: int) -> None:
    cut = Sentences(text)
    assert [cut[i][0] for i in range(1, len(cut))] == [cut[i][1] for i in range(len(cut) - 1)]
    if offset < len(text):
        start, end = cut.of(offset)
        assert start <= offset < end
