"""Sentences of a text for linking: which one holds an offset, which ones came before, where an apposition ends."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

Span = tuple[int, int]

_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Cpl|Sgt|Adm|Brig|Cmdr|Gov|Sen|Rep|St|No|vs)|\b[A-Z](?:\.[A-Z])*)\.$"
)
_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|[.!?](?=[A-Z“][a-z])|\n\s*\n|\n")
_APPOSITION = re.compile(r",\s(?P<role>(?:the|an?|who|[a-z]|[A-Z][\w’'-]*\s[a-z])[^,.;:\n“”\"]{2,110})(?=,)")


@dataclass(frozen=True, slots=True)
class TextFrame:
    """One text and its sentences, without gaps between them."""

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> TextFrame:
        """Cut a text into sentences; a line end always ends one."""
        starts = [0]
        for stop in _STOP.finditer(text):
            if stop.group() == "." and _ABBREVIATED.search(text, max(0, stop.start() - 8), stop.end()):
                continue
            if stop.end() < len(text):
                starts.append(stop.end())
        return cls(text, tuple(starts))

    def number(self, offset: int) -> int:
        """The number of the sentence that holds an offset."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def sentence_of(self, offset: int) -> Span:
        """The sentence that holds an offset."""
        number = self.number(offset)
        return self.starts[number], self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)

    def sentences_between(self, start: int, end: int) -> int:
        """How many sentences lie between two offsets; very many for a start before the text."""
        return 10_000 if start < 0 else self.number(end) - self.number(start)

    def sentences_back(self, offset: int, reach: int) -> Iterator[Span]:
        """The sentence that holds the offset and those before it, nearest first, without empty ones."""
        number, given = self.number(offset), 0
        while number >= 0 and given <= reach:
            start = self.starts[number]
            end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
            if self.text[start:end].strip():
                given += 1
                yield start, end
            number -= 1

    def with_apposition(self, start: int, end: int) -> Span:
        """A source with the apposition that follows it: "Hale, aide to the president"."""
        following = _APPOSITION.match(self.text, end)
        return (start, following.end()) if following else (start, end)
