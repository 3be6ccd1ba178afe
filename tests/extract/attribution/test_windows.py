from __future__ import annotations

from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.attribution.windows import (
    MAX_PIECES_PER_WORD,
    Pieces,
    WindowOptions,
    cut_pieces,
    plan_windows,
    window_inputs,
)
from sayso.extract.attribution.words import split_words
from tests.extract.attribution.stubs import SPECIAL, StubTokenizer


def pieces_of(text: str) -> Pieces:
    return cut_pieces(split_words(text), cast(Any, StubTokenizer()))


def test_every_word_has_a_piece_and_long_words_are_cut() -> None:
    pieces = pieces_of("harbour \0 " + "x" * 1000 + " \ud800")
    assert [len(i) for i in pieces.ids] == [2, 1, MAX_PIECES_PER_WORD, 1]
    assert pieces.ids[1] == (SPECIAL["[UNK]"],)


def test_a_short_text_is_one_window() -> None:
    (window,) = plan_windows(pieces_of("The mayor said so."), WindowOptions())
    assert (window.start, window.end, window.core_start, window.core_end) == (0, 5, 0, 5)


def test_cores_end_at_paragraphs_where_they_can() -> None:
    pieces = pieces_of("\n\n".join(["one two six ten."] * 20))
    windows = plan_windows(pieces, WindowOptions(size=40, before=8, after=8, across=0))
    assert all(pieces.opens(w.core_start) for w in windows)
    assert all(w.start == w.core_start and w.end == w.core_end for w in windows)


def test_cores_end_at_sentences_inside_long_paragraphs() -> None:
    pieces = pieces_of("one two six ten. " * 20)
    windows = plan_windows(pieces, WindowOptions(size=40, before=8, after=8, across=0))
    assert all(pieces.final[w.core_end - 1] for w in windows)
    assert all(w.start < w.core_start for w in windows[1:])


def test_inputs_mark_paragraphs_and_point_to_first_pieces() -> None:
    pieces = pieces_of("harbour\n\nmayor")
    inputs = window_inputs(pieces, 0, 2)
    assert inputs.ids == [1, 20, 24, 3, 20, 24, 2]
    assert inputs.firsts == [1, 4]
    assert len(inputs.looks) == len(inputs.ids)


@given(
    st.text(alphabet="ab .\n“\u4e2d", max_size=300),
    st.builds(WindowOptions, st.integers(16, 60), st.integers(0, 5), st.integers(0, 5), st.integers(0, 5)),
)
def test_cores_cover_every_text_once(text: str, options: WindowOptions) -> None:
    pieces = pieces_of(text)
    windows = plan_windows(pieces, options)
    assert [i for w in windows for i in range(w.core_start, w.core_end)] == list(range(len(pieces.ids)))
    for window in windows:
        assert window.start <= window.core_start < window.core_end <= window.end
        assert len(window_inputs(pieces, window.start, window.end).ids) <= options.size


@pytest.mark.parametrize("size", [12, 14])
def test_a_window_holds_at_least_one_word(size: int) -> None:
    windows = plan_windows(pieces_of("x" * 500 + " " + "y" * 500), WindowOptions(size, before=3, after=3, across=3))
    assert len(windows) == 2


def test_pieces_of_words_met_before_are_the_same() -> None:
    known: dict[str, tuple[int, ...]] = {}
    tokenizer = cast(Any, StubTokenizer())
    first, again = (cut_pieces(split_words("The mayor said it."), tokenizer, known) for _ in range(2))
    assert first == again == cut_pieces(split_words("The mayor said it."), tokenizer)
    assert set(known) == {"The", "mayor", "said", "it", "."}
