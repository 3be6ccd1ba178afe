"""Words and sentences of a report, by rule: reports come with their commas stripped."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.cutting import LONGEST_SENTENCE
from sayso.expression import Expression
from sayso.extract.wordsets import word_set

#: First what most words are: it is found the fastest.
_TOKEN = Expression(
    r"""
    [A-Za-z]+(?=[\s,])                      # said, killed, villagers
    | (?:[^\W\d_]\.){2,}(?:-\w+)*           # U.S., U.S.-led
    | \d+(?:[.,]\d+)*(?:[-‑–](?=\w))?       # 18,000; 10-
    | [^\W\d_]+?n['’]t\b                    # didn't
    | ['’](?:s|ve|re|ll|d|m)\b              # possessive, contractions
    | [^\W\d_]+(?:[-‑](?!\d)\w+|['’](?!(?:s|ve|re|ll|d|m)\b)[^\W\d_]+)*  # two-day, al-Tarski, Tar'ite
    | [^\W_]+
    | [^\w\s]
    | _+
    """,
    re.X,
)
_ABBREVIATIONS = word_set(
    "mr mrs ms dr prof gen col lt maj capt cpl sgt adm brig cmdr gov sen rep st no nos vs jan feb mar apr jun jul",
    "aug sep sept oct nov dec inc ltd co jr sr approx est pfc pvt spc hon rev fr msgr ing lic dep art",
)
#: Words of grammar that are acronyms when they alone are in capitals.
_GRAMMAR = frozenset(word.upper() for word in ("is", "us", "who", "it", "am"))
_CLOSING = frozenset("\"”’'»)]")
_BLANK_LINE = Expression(r"\n\s*\n")


class Token(NamedTuple):
    """One word or mark; offsets are code points of the document."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """True for a word with a capital first letter."""
        return self.text[:1].isupper()

    @property
    def word(self) -> bool:
        """True for anything but a punctuation mark."""
        return self.text[0].isalnum()


def _among_small_letters(match: re.Match[str]) -> bool:
    """True where the word before or after is not in capitals."""
    return match.string[max(0, match.start() - 4) : match.start()].islower() or (
        match.string[match.end() : match.end() + 4].islower()
    )


def _token(match: re.Match[str]) -> Token:
    text = match[0]
    start, end = match.span()
    if text in _GRAMMAR and _among_small_letters(match):
        return Token(text, text, start, end)  # an acronym, not a word of grammar
    lower = text.lower() if text.isascii() else text.lower().replace("’", "'").replace("‑", "-")
    return Token(text, lower, start, end)


class _Lowers(dict[int, str]):
    """Tokens in lower case by their index: the rules look up thousands in each report."""

    def __missing__(self, i: int) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a text and where its sentences begin (token indexes, end exclusive)."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    _starts: tuple[int, ...]
    #: The i-th token in lower case, "" outside the text.
    lower: Callable[[int], str]

    @classmethod
    def of(cls, text: str) -> Words:
        """Cut a text, whose case is already natural, into tokens and sentences."""
        tokens = tuple(_token(match) for match in _TOKEN.finditer(text))
        lowers = _Lowers(enumerate(token.lower for token in tokens))
        return cls(text, tokens, _sentences(text, tokens), tuple(t.start for t in tokens), lowers.__getitem__)

    def at(self, offset: int) -> int:
        """Index of the first token that ends after the offset; the number of tokens when there is none."""
        i = max(0, bisect_right(self._starts, offset) - 1)
        while i < len(self.tokens) and self.tokens[i].end <= offset:
            i += 1
        return i

    def sentence(self, i: int) -> tuple[int, int]:
        """The sentence that holds the i-th token."""
        return self.sentences[bisect_right(self.sentences, (i, len(self.tokens))) - 1]


def _sentences(text: str, tokens: Sequence[Token]) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    first = 0
    for i in range(len(tokens)):
        too_long = tokens[i].end - tokens[first].start >= LONGEST_SENTENCE
        if too_long or _ends(text, tokens, i):
            spans.append((first, i + 1))
            first = i + 1
    if first < len(tokens):
        spans.append((first, len(tokens)))
    return tuple(spans)


def _ends(text: str, tokens: Sequence[Token], i: int) -> bool:
    """True where a sentence ends with the i-th token."""
    if i + 1 == len(tokens):
        return True
    token, after = tokens[i], tokens[i + 1]
    gap = text[token.end : after.start]
    if "\n" in gap:
        return _BLANK_LINE.search(gap) is not None or after.capital or not after.word or token.text in ".!?"
    if not gap:
        return False
    if token.text in _CLOSING and i > 0 and tokens[i - 1].text in ".!?" and tokens[i - 1].end == token.start:
        return after.capital or not after.word or after.text[0].isdigit()
    if token.text not in ".!?…":
        return False
    if after.word and not after.capital and not after.text[0].isdigit():
        return False
    return not (token.text == "." and _abbreviated(tokens, i))


def _abbreviated(tokens: Sequence[Token], i: int) -> bool:
    before = tokens[i - 1] if i else None
    if before is None or before.end != tokens[i].start:
        return False
    if before.lower in _ABBREVIATIONS:
        # "No." is an abbreviation before a figure only.
        return before.lower not in ("no", "nos", "art", "fr") or tokens[i + 1].text[0].isdigit()
    return len(before.text) == 1 and before.text.isupper()
