"""Regular expressions that are compiled when they are first used, and looked for only where they may stand."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any


class Expression:
    """A regular expression with the methods of `re.Pattern`, compiled when one of them is first asked for.

    Rules have hundreds of them, of which a usual report needs two thirds; to compile all takes longer than to read it.
    From its second use on a method is looked up as quickly as that of a compiled one.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    def __repr__(self) -> str:
        return f"Expression({self.pattern!r}, {self.flags!r})"

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """What `re` makes of it."""
        return re.compile(self.pattern, self.flags)

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """As `re.Pattern.match`."""
        return self.compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        """As `re.Pattern.fullmatch`."""
        return self.compiled.fullmatch

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """As `re.Pattern.search`."""
        return self.compiled.search

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """As `re.Pattern.finditer`."""
        return self.compiled.finditer

    @cached_property
    def findall(self) -> Callable[..., list[Any]]:
        """As `re.Pattern.findall`."""
        return self.compiled.findall

    @cached_property
    def sub(self) -> Callable[..., str]:
        """As `re.Pattern.sub`."""
        return self.compiled.sub

    @cached_property
    def split(self) -> Callable[..., list[str | Any]]:
        """As `re.Pattern.split`."""
        return self.compiled.split


def in_small_letters(text: str) -> str:
    """The text in small letters, each where it was; patterns run several times as fast that ask for no other."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(small if len(small := sign.lower()) == 1 else sign for sign in text)


class Seldom:
    """A regular expression for what hardly any sentence tells, with its cues: pieces of words, of which one at least
    stands in whatever it matches.

    It finds what the expression finds. To find a few plain words in small letters takes a tenth of the time that a long
    expression takes which ignores case; and one none of whose cues a report has is not even compiled. Cues are in small
    letters, parted by "|", whatever case the pattern asks for.
    """

    def __init__(self, cues: str, pattern: str, flags: int = 0) -> None:
        self.cues = tuple(cues.split("|"))
        self.expression = Expression(pattern, flags)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match between two offsets."""
        return self.expression.search(text, start, end) if self._cued(text[start:end]) else None

    def match(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The match that begins at an offset and ends before another."""
        return self.expression.match(text, start, end) if self._cued(text[start:end]) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Every match between two offsets, one after another."""
        return self.expression.finditer(text, start, end) if self._cued(text[start:end]) else iter(())

    def _cued(self, words: str) -> bool:
        return any(map(words.lower().__contains__, self.cues))
