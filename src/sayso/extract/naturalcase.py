"""Natural case for texts in capitals (old wire copy, headlines): same length, same offsets.

The encoder and the rules tell names by their capitals. In a stretch that is written in capitals throughout, known names
get their usual letters and other ordinary English words become lower case; whatever is not an ordinary word, or begins
a sentence, keeps its capital.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from sayso.expression import Expression
from sayso.extract.names import Names
from sayso.extract.wordsets import word_set

_WORD = Expression(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_STRETCH = Expression(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
_SENTENCE_START = Expression(
    r"(?:^\s*|(?<!\b\w)[.!?:]['\"”’)]*\s+|\n\s*\n\s*|--\s*|(?:^\s*|--\s*|\]\s*)\[[^\]\n]*\]\s*)$"
)
_DAYS_AND_MONTHS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august",
    "september october november december jan feb apr jun jul aug sep oct nov dec",
)
#: Titles after which a word is a name even when it is an ordinary word too ("General Bush").
_TITLES = word_set(
    "mr mrs ms dr general gen colonel col lieutenant lt major maj captain capt sergeant sgt president minister",
    "senator don dona judge commander bishop archbishop monsignor msgr congressman",
)
_BEHIND_TITLE = (" ", ". ")
_FUNCTION_WORDS = word_set(
    "of the and in to for on at by has had have was were is are be been said who that which with from as or but not",
    "an us it he she they we you i'm no so than then there these those them him its our your my me do did does can",
    "could should may might must shall being having until while when where why how what whom whose if about will",
    "would also today yesterday this his her their a general secretary elect during after before said says told",
)
#: Abbreviations: a word of their own in brackets ("[ABC]"), and words that nobody could read aloud ("BCDF").
_BRACKETED = Expression(r"[(\[]\s?([A-Z]{2,6})\s?[)\]]")
_UNSPEAKABLE = Expression(r"[^\W\d_AEIOUY]{3,6}")
#: A month that is an ordinary word as well, after its day or before its year.
_MAY = Expression(r"(?<=\d\s)MAY\b|MAY(?=\s\d)")
_INITIAL = Expression(r"[A-Z]\.[A-Z]\.")
_GLANCE = 40
#: A label in brackets opens a paragraph within so many characters ("HILLTOP, 3 JAN -- [REPORT] [TEXT] FIVE MEN ...").
_BEFORE = 60
_FEWEST_LETTERS = 12


def natural_case(text: str, names: Names) -> str:
    """The text with natural case wherever a paragraph is all capitals; always as long as the text itself."""
    if not any(_is_capitals(match[0]) for match in _STRETCH.finditer(text)):
        return text
    abbreviations = frozenset(short for short in _BRACKETED.findall(text) if short.lower() not in ordinary_words())
    reading = _Lowering(names, abbreviations)
    lowered = _STRETCH.sub(lambda match: reading.lowered(match[0]) if _is_capitals(match[0]) else match[0], text)
    return _with_names(lowered, text, names)


def _with_names(lowered: str, text: str, names: Names) -> str:
    """The text with the known names as they are written elsewhere ("the Red Hill Front")."""
    letters = list(lowered)
    for start, end, spelling in names.spelt(text):
        if text[start:end].isupper() and lowered[start:end] != text[start:end]:
            letters[start:end] = _spelt(text[start:end], spelling)
    return "".join(letters)


def _spelt(written: str, spelling: str) -> str:
    """A name in capitals in the case of a spelling, word by word; in first capitals where that has other words."""
    words, cased = _WORD.findall(written), _WORD.findall(spelling)
    following = iter(cased if len(cased) == len(words) else [word.capitalize() for word in words])
    return _WORD.sub(lambda match: _cased(match[0], next(following)), written)


def _cased(written: str, spelling: str) -> str:
    if spelling.isupper():
        return written
    lower = written.lower() if len(written.lower()) == len(written) else written
    return lower if spelling.islower() else written[0] + lower[1:]


def _is_capitals(stretch: str) -> bool:
    if sum(c.islower() for c in stretch[:_GLANCE]) > _GLANCE // 3:
        return False
    letters = [c for c in stretch if c.isalpha()]
    upper = sum(c.isupper() for c in letters)
    return len(letters) >= _FEWEST_LETTERS and upper >= 0.9 * len(letters) and " " in stretch.strip()


@dataclass(frozen=True, slots=True)
class _Lowering:
    """What tells a name from an ordinary word in one text in capitals."""

    names: Names
    #: Words that the text gives as abbreviations somewhere; they stay in capitals throughout.
    abbreviations: frozenset[str]

    def lowered(self, stretch: str) -> str:
        """A paragraph in capitals in natural case."""
        out: list[str] = []
        end, titled = 0, False
        for match in _WORD.finditer(stretch):
            gap = stretch[end : match.start()]
            out.append(gap)
            out.append(self._in_place(match, gap, titled))
            if titled and gap in _BEHIND_TITLE and out[-1][:1].isupper():
                out[-3] = out[-3].capitalize()  # "said General Bush"
            titled = match[0].lower() in _TITLES
            end = match.end()
        out.append(stretch[end:])
        return "".join(out)

    def _in_place(self, match: re.Match[str], gap: str, titled: bool) -> str:
        word, stretch = match[0], match.string
        if gap[-1:].isdigit():
            return word.lower()
        if (gap[:1] == "." and gap[-1:] == "." and len(word) == 1) or _INITIAL.match(stretch, match.start()):
            return word
        if word in self.abbreviations or _UNSPEAKABLE.fullmatch(word):
            return word
        dated = word == "MAY" and _MAY.match(stretch, match.start()) is not None
        named = titled and gap in _BEHIND_TITLE and not _no_name(word.lower())
        starts = _SENTENCE_START.search(stretch, max(0, match.start() - _BEFORE), match.start()) is not None
        return self._word(word, starts=starts or named or dated)

    def _word(self, word: str, *, starts: bool) -> str:
        lower = word.lower()
        if len(lower) != len(word):
            return word  # a letter whose lower case is longer would move every offset after it
        if not starts and _is_ordinary(lower, self.names):
            return lower
        capital = word[0] + lower[1:]
        return capital if len(capital) == len(word) else word


def _is_ordinary(lower: str, names: Names) -> bool:
    stem = lower.split("'")[0].split("’")[0]
    if stem in _FUNCTION_WORDS:
        return True  # "is", "who" and "us" are names as well, but not here
    if stem == "i" or stem in _DAYS_AND_MONTHS or names.is_name(stem) or names.is_people_name(stem):
        return False
    return len(stem) == 1 or stem in ordinary_words() or _stripped(stem) in ordinary_words()


#: Endings of ordinary words, but for a bare "s", which names have too ("Morales"); a shorter stem tells nothing.
_ENDING = Expression(r"(?:(?<=ing)s|ed|ing|ly|ers?)$")
_STEM = 5


def _no_name(lower: str) -> bool:
    """True for what goes on behind a rank that stands without a name ("the general denied it")."""
    return lower in _FUNCTION_WORDS or lower.endswith("ed")


def _stripped(word: str) -> str:
    """The word without its ending ("kidnappings" is "kidnapping"), itself where too little would be left."""
    stem = _ENDING.sub("", word)
    return stem if len(stem) >= _STEM else word


@cache
def ordinary_words() -> frozenset[str]:
    """Ordinary English words, lower case (SCOWL, size small)."""
    text = resources.files("sayso.extract").joinpath("data/ordinary_words.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
