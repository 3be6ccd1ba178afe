"""Natural case for texts in capitals (old wire copy, headlines): same length, same offsets.

Rules downstream tell names by their capitals. In a stretch that is written in capitals throughout, ordinary English
words become lower case, and whatever is not an ordinary word, or begins a sentence, keeps its capital.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from sayso.extract.names import Names
from sayso.extract.wordsets import word_set

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_STRETCH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
_SENTENCE_START = re.compile(r"(?:^|(?<!\b\w)[.!?:]['\"”’)]*\s+|\n\s*\n\s*|--\s*|\]\s*)$")
_DAYS_AND_MONTHS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august",
    "september october november december jan feb apr jun jul aug sep oct nov dec",
)
#: Titles after which a word is a name even when it is an ordinary word too ("General Bush").
_TITLES = word_set(
    "mr mrs ms dr general gen colonel col lieutenant lt major maj captain capt sergeant sgt president minister",
    "senator don dona judge commander bishop archbishop monsignor msgr congressman",
)
_FUNCTION_WORDS = word_set(
    "of the and in to for on at by has had have was were is are be been said who that which with from as or but not",
    "an us it he she they we you i'm no so than then there these those them him its our your my me do did does can",
    "could should may might must shall being having until while when where why how what whom whose if about will",
    "would also today yesterday this his her their a general secretary elect during after before",
)
_INITIAL = re.compile(r"[A-Z]\.[A-Z]\.")
_GLANCE = 40
_FEWEST_LETTERS = 12


def natural_case(text: str, names: Names) -> str:
    """The text with natural case wherever a paragraph is all capitals; always as long as the text itself."""
    if not any(_is_capitals(match[0]) for match in _STRETCH.finditer(text)):
        return text
    return _STRETCH.sub(lambda match: _lowered(match[0], names) if _is_capitals(match[0]) else match[0], text)


def _is_capitals(stretch: str) -> bool:
    if sum(c.islower() for c in stretch[:_GLANCE]) > _GLANCE // 3:
        return False
    letters = [c for c in stretch if c.isalpha()]
    upper = sum(c.isupper() for c in letters)
    return len(letters) >= _FEWEST_LETTERS and upper >= 0.9 * len(letters) and " " in stretch.strip()


def _lowered(stretch: str, names: Names) -> str:
    out: list[str] = []
    end, titled = 0, False
    for match in _WORD.finditer(stretch):
        gap = stretch[end : match.start()]
        out.append(gap)
        starts = _SENTENCE_START.search(stretch, max(0, match.start() - 8), match.start()) is not None
        named = titled and gap in (" ", ". ") and match[0].lower() not in _FUNCTION_WORDS
        if (
            gap[-1:].isdigit()
            or (gap[:1] == "." and gap[-1:] == "." and len(match[0]) == 1)
            or _INITIAL.match(stretch, match.start())
        ):
            out.append(match[0].lower() if gap[-1:].isdigit() else match[0])
        else:
            out.append(_word(match[0], starts=starts or named, names=names))
        titled = match[0].lower() in _TITLES
        end = match.end()
    out.append(stretch[end:])
    return "".join(out)


def _word(word: str, *, starts: bool, names: Names) -> str:
    lower = word.lower()
    if len(lower) != len(word):
        return word  # a letter whose lower case is longer would move every offset after it
    if not starts and _is_ordinary(lower, names):
        return lower
    capital = word[0] + lower[1:]
    return capital if len(capital) == len(word) else word


def _is_ordinary(lower: str, names: Names) -> bool:
    stem = lower.split("'")[0].split("’")[0]
    if stem in _FUNCTION_WORDS:
        return True  # "is", "who" and "us" are names as well, but not here
    if stem == "i" or stem in _DAYS_AND_MONTHS or names.is_name(stem) or names.is_people_name(stem):
        return False
    return len(stem) == 1 or stem in ordinary_words()


@cache
def ordinary_words() -> frozenset[str]:
    """Ordinary English words, lower case (SCOWL, size small)."""
    text = resources.files("sayso.extract").joinpath("data/ordinary_words.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
