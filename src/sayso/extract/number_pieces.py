"""The pieces that numbers are read from, and the words that make a number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.claims.casualty import Modality
from sayso.extract.wordsets import word_set


class Piece(NamedTuple):
    """A word, a run of digits or a punctuation mark."""

    text: str
    start: int
    end: int


class Core(NamedTuple):
    """A number without what qualifies it: its pieces, end exclusive, and its bounds."""

    first: int
    last: int
    low: int | None
    high: int | None
    modality: Modality


def text_at(pieces: Sequence[Piece], i: int) -> str:
    """The i-th piece in lower case; "" outside of the text."""
    return pieces[i].text if 0 <= i < len(pieces) else ""


def _numbered(words: str, start: int = 0, step: int = 1) -> dict[str, int]:
    """Words that count on from ``start`` -> their values."""
    return {word: step * (start + n) for n, word in enumerate(words.split())}


UNITS = _numbered(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", start=2, step=10) | {"fourty": 40}
SCALES = {"thousand": 10**3, "lakh": 10**5, "million": 10**6, "mln": 10**6, "crore": 10**7, "billion": 10**9}
MULTIPLES = {"hundred": 100, "dozen": 12}
NUMBER_WORDS = UNITS.keys() | TENS.keys() | SCALES.keys() | MULTIPLES.keys()
MONTHS = word_set(
    "january february march april may june july august september october november december jan feb mar apr jun jul",
    "aug sep sept oct nov dec",
)
