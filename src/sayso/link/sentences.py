"""Sentences of a report by their offsets: line breaks and full stops, but not those of abbreviations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, overload

from sayso.cutting import cuts
from sayso.expression import Expression

_ABBREVIATED: Final = Expression(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Cpl|Sgt|Adm|Brig|Brgy|Cmdr|Gov|Sen|Rep|St|No|Jan|Feb|Mar|Apr"
    r"|Aug|Sept?"
    r"|Oct|Nov|Dec|Jr|Sr)|\b[A-Z](?:\.[A-Z])*)\.$"
)
_STOP: Final = Expression(r"[.!?…]+[\"'”’»)\]]*(?=\s)|\n\s*\n|\n+")

Span = tuple[int, int]


class Sentences(Sequence[Span]):
    """The sentences of one text; each is (first offset, end offset) with the white space before it.

    None is without words, but for the last. A line end ends one as well.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        edges = (0, *self._edges(), len(text))
        self._starts = tuple(cut for a, b in pairwise(edges) for cut in (a, *cuts(text, a, b)))
        self._spans = tuple(pairwise((*self._starts, len(text))))

    def _edges(self) -> Iterator[int]:
        start = 0
        for stop in _STOP.finditer(self._text):
            if self._ends(stop) and not self._text[start : stop.end()].isspace():
                start = stop.end()
                yield start

    def _ends(self, stop: re.Match[str]) -> bool:
        if "\n" in stop[0]:
            return True
        return not _ABBREVIATED.search(self._text[max(0, stop.start() - 8) : stop.start() + 1])

    def __len__(self) -> int:
        return len(self._spans)

    @overload
    def __getitem__(self, index: int) -> Span: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Span, ...]: ...

    def __getitem__(self, index: int | slice) -> Span | tuple[Span, ...]:
        return self._spans[index]

    def number(self, offset: int) -> int:
        """The number of the sentence that holds the offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def of(self, offset: int) -> Span:
        """First and end offset of the sentence that holds the offset."""
        return self[self.number(offset)]
