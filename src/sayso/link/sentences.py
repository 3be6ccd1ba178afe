"""Sentences of a report by their offsets: line breaks and full stops, but not those of abbreviations."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

_ABBREVIATED: Final = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Cpl|Sgt|Adm|Brig|Brgy|Cmdr|Gov|Sen|Rep|St|No|Jan|Feb|Mar|Apr"
    r"|Aug|Sept?"
    r"|Oct|Nov|Dec|Jr|Sr)|\b[A-Z](?:\.[A-Z])*)\.$"
)
_STOP: Final = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)|\n+")


class Sentences:
    """The sentences of one text; each is (first offset, end offset) with the white space before it."""

    def __init__(self, text: str) -> None:
        self._text = text
        ends = (stop.end() for stop in _STOP.finditer(text) if self._ends(stop))
        self._starts = (0, *ends)

    def _ends(self, stop: re.Match[str]) -> bool:
        return "\n" in stop[0] or not _ABBREVIATED.search(self._text[max(0, stop.start() - 8) : stop.start() + 1])

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, index: int) -> tuple[int, int]:
        end = self._starts[index + 1] if index + 1 < len(self._starts) else len(self._text)
        return self._starts[index], end

    def index(self, offset: int) -> int:
        """The number of the sentence that holds the offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def of(self, offset: int) -> tuple[int, int]:
        """First and end offset of the sentence that holds the offset."""
        return self[self.index(offset)]
