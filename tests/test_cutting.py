"""Text without full stops is read in pieces, so that what reading costs stays in step with its length."""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Callable, Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.cutting import LONGEST_SENTENCE, cuts
from sayso.extract import clauses
from sayso.extract.casualties.tokens import Words
from sayso.link import sentences, text_frame
from sayso.pipeline import Reader
from sayso.reconcile.near import Page
from tests.factory import a_document

Lengths = Callable[[str], Iterable[int]]

#: One sentence each, however often it is said.
ENDLESS = {
    "capitals": "SOLDIERS KILLED 12 ",
    "clauses": "the ministry said that 12 soldiers were killed and ",
    "list": "12 soldiers were killed, ",
    "denials": "Ruritania denied that Sylvania killed 12 civilians, ",
}
PARAGRAPH = "Ruritania said 12 soldiers were killed.\n\n"


@given(st.text(alphabet="ab \n.", max_size=4000), st.integers(0, 50))
def test_pieces_cover_the_sentence_and_none_is_too_long(text: str, start: int) -> None:
    start = min(start, len(text))
    edges = [start, *cuts(text, start, len(text)), len(text)]
    assert edges == sorted(edges)
    assert all(b - a <= LONGEST_SENTENCE for a, b in pairwise(edges))
    assert all(a < b for a, b in pairwise(edges)) or start == len(text)


def test_a_sentence_of_usual_length_is_not_parted() -> None:
    assert list(cuts("a " * (LONGEST_SENTENCE // 2), 0, LONGEST_SENTENCE)) == []


def test_a_long_sentence_is_parted_before_white_space() -> None:
    text = "twelve soldiers " * 200
    assert all(text[cut] == " " for cut in cuts(text, 0, len(text)))


def _of_tokens(text: str) -> Iterable[int]:
    words = Words.of(text)
    return (words.tokens[end - 1].start - words.tokens[first].start for first, end in words.sentences)


def _of_linking(text: str) -> Iterable[int]:
    found = sentences.Sentences(text)
    return (found[i][1] - found[i][0] for i in range(len(found)))


def _of_pages(text: str) -> Iterable[int]:
    document = a_document(text)
    page = Page(document)
    spans = (page.sentence(document.evidence(i, i + 1)) for i in range(0, len(text), 500))
    return (end - start for start, end in spans)


def _of_frames(text: str) -> Iterable[int]:
    return (b - a for a, b in pairwise((*text_frame.TextFrame.of(text).starts, len(text))))


SPLITTERS: dict[str, Lengths] = {
    "clauses": lambda text: (b - a for a, b in clauses.Sentences.of(text).spans),
    "figures": _of_tokens,
    "linking": _of_linking,
    "speakers": _of_frames,
    "relations": _of_pages,
}


@pytest.mark.parametrize("splitter", SPLITTERS)
@pytest.mark.parametrize("unit", ENDLESS)
def test_no_stage_knows_a_longer_sentence(splitter: str, unit: str) -> None:
    lengths = list(SPLITTERS[splitter](ENDLESS[unit] * 200))
    assert len(lengths) > 2
    assert max(lengths) <= LONGEST_SENTENCE


@pytest.fixture(scope="module")
def reader() -> Reader:
    found = Reader.load()
    found.read(a_document("Nobody was hurt."))
    return found


def _calls(reader: Reader, text: str) -> int:
    """How many functions are called to read a text: work counted rather than timed."""
    profile = cProfile.Profile()
    profile.runcall(reader.read, a_document(text))
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


@pytest.mark.parametrize("unit", [ENDLESS["capitals"], ENDLESS["list"], PARAGRAPH])
def test_twice_the_text_is_little_more_than_twice_the_work(reader: Reader, unit: str) -> None:
    count = 3000 // len(unit)
    reader.read(a_document(unit * 2 * count))  # what is made once is no part of the work on a text
    assert _calls(reader, unit * 2 * count) < 2.5 * _calls(reader, unit * count)
