"""Words of a text: where each one stands, which paragraph it is in, what it looks like.

A word is a run of letters, digits and underscores, or one punctuation mark. Everything downstream (labels, spans,
decoding) counts in words; only this module and `windows` know about characters and word pieces.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.expression import Expression

_WORD = Expression(r"\w+|[^\w\s]")
_BREAK = Expression(r"\n[^\S\n]*(\n?)\s*")
_SENTENCE_END = frozenset('.!?:;"”’)')

# A line of hard-wrapped text ends near the margin; a scraped paragraph ends anywhere.
_MARGIN = range(45, 101)

SHAPES = 4
QUOTE_STATES = 2
LOOKS = SHAPES * QUOTE_STATES


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text, as parallel tuples.

    `starts`, `ends`: code-point offsets, end exclusive. `paragraphs`: number of the paragraph, from 0.
    `spaced`: whether white space (or the start of the text) comes before the word.
    """

    surfaces: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    paragraphs: tuple[int, ...]
    spaced: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.surfaces)


def split_words(text: str) -> Words:
    """Split a text into words with offsets and paragraph numbers."""
    matches = list(_WORD.finditer(text))
    starts = tuple(m.start() for m in matches)
    ends = tuple(m.end() for m in matches)
    return Words(
        surfaces=tuple(m.group() for m in matches),
        starts=starts,
        ends=ends,
        paragraphs=_number(starts, paragraph_breaks(text)),
        spaced=tuple(s == 0 or text[s - 1].isspace() for s in starts),
    )


def paragraph_breaks(text: str) -> list[int]:
    """Offsets where paragraphs start: after blank lines, and after single line ends unless the text is hard-wrapped."""
    gaps = list(_BREAK.finditer(text))
    wrapped = _is_wrapped(text, gaps)
    return [m.end() for m in gaps if m.group(1) or not wrapped]


def _is_wrapped(text: str, gaps: Sequence[re.Match[str]]) -> bool:
    """Whether most single line ends fall at a margin and in the middle of a sentence."""
    single = [m for m in gaps if not m.group(1)]
    at_margin = sum(_ends_at_margin(text, m.start()) for m in single)
    return len(single) >= 3 and 2 * at_margin > len(single)


def _ends_at_margin(text: str, end: int) -> bool:
    line_start = text.rfind("\n", 0, end) + 1
    line = text[line_start:end].rstrip()
    return len(line) in _MARGIN and line[-1] not in _SENTENCE_END


def _number(starts: Sequence[int], breaks: Sequence[int]) -> tuple[int, ...]:
    """The number of breaks at or before each start; both ascending."""
    numbers, passed = [], 0
    for start in starts:
        while passed < len(breaks) and breaks[passed] <= start:
            passed += 1
        numbers.append(passed)
    return tuple(numbers)


def looks(words: Words) -> list[int]:
    """One small number per word: its letter shape and whether it stands inside open quotation marks (0..LOOKS-1)."""
    flat = _is_single_case(words.surfaces)
    inside = quoted(words)
    return [_shape(s, flat) * QUOTE_STATES + q for s, q in zip(words.surfaces, inside, strict=True)]


def _is_single_case(surfaces: Sequence[str]) -> bool:
    """Whether capitals tell nothing: wires in upper case, scrapes in lower case."""
    letters = [s for s in surfaces if s[0].isalpha()]
    upper = sum(s.isupper() for s in letters)
    lower = sum(s.islower() for s in letters)
    return upper > 0.7 * len(letters) or lower == len(letters)


def _shape(surface: str, flat: bool) -> int:
    """0 lower case or other, 1 capitalised, 2 all capitals, 3 has a digit."""
    if not surface.isalpha() and any(map(str.isdigit, surface[:32])):
        return 3
    if flat or not surface[0].isupper():
        return 0
    return 2 if len(surface) > 1 and surface.isupper() else 1


_OPENING, _CLOSING, _EITHER = frozenset("“«„"), frozenset("”»"), frozenset('"')


def quoted(words: Words) -> list[int]:
    """1 for words inside open double quotation marks (the marks included), else 0; every paragraph starts closed."""
    state, paragraph, result = 0, -1, []
    for surface, number in zip(words.surfaces, words.paragraphs, strict=True):
        if number != paragraph:
            state, paragraph = 0, number
        before = state
        state = _after_mark(surface, state)
        result.append(before | state)
    return result


def _after_mark(surface: str, state: int) -> int:
    if surface in _OPENING:
        return 1
    if surface in _CLOSING:
        return 0
    return 1 - state if surface in _EITHER else state
