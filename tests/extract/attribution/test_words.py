from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.attribution.words import LOOKS, looks, paragraph_breaks, quoted, split_words


def test_words_and_marks_with_offsets() -> None:
    text = "Mr. Oram didn’t say: “no_one”."
    words = split_words(text)
    assert words.surfaces == ("Mr", ".", "Oram", "didn", "’", "t", "say", ":", "“", "no_one", "”", ".")
    assert [text[s:e] for s, e in zip(words.starts, words.ends, strict=True)] == list(words.surfaces)
    assert words.spaced[:4] == (True, False, True, True)


def test_paragraphs_part_at_blank_lines_and_line_ends() -> None:
    assert split_words("One.\n\nTwo two.\nThree").paragraphs == (0, 0, 1, 1, 1, 2)


def test_hard_wrapped_text_parts_at_blank_lines_only() -> None:
    line = "the committee of the harbour met again on Tuesday to hear what the"
    text = "\n".join([line] * 5) + "\n\nAnd then it rose."
    assert len(paragraph_breaks(text)) == 1
    assert paragraph_breaks("A headline\nA first line.\nA second line.\n") == [11, 25, 40]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('He said "yes it is" again', [0, 0, 1, 1, 1, 1, 1, 0]),
        ("“never closed", [1, 1, 1]),
        ("“one\n\ntwo", [1, 1, 0]),
        ("nothing” here", [0, 0, 0]),
    ],
)
def test_words_inside_quotation_marks(text: str, inside: list[int]) -> None:
    assert quoted(split_words(text)) == inside


def test_shapes_are_ignored_in_single_case() -> None:
    assert looks(split_words("THE ARMY SAID THAT")) == [0, 0, 0, 0]
    assert looks(split_words("the UN sent Orla 12 letters home")) == [0, 4, 0, 2, 6, 0, 0]


@given(st.text())
def test_any_text_has_ordered_words(text: str) -> None:
    words = split_words(text)
    edges = [edge for pair in zip(words.starts, words.ends, strict=True) for edge in pair]
    assert edges == sorted(edges)
    assert list(words.paragraphs) == sorted(words.paragraphs)
    assert all(0 <= look < LOOKS for look in looks(words))
    covered = {i for s, e in zip(words.starts, words.ends, strict=True) for i in range(s, e)}
    assert all(c.isspace() for i, c in enumerate(text) if i not in covered)
