"""Quotation marks as scraped pages have them: curly or straight, opening or closing ones lost, runs over paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.expression import Expression

Span = tuple[int, int]

_MARK = Expression(r"[“”„«»\"]|``|''")
_WORD = Expression(r"\w+")
_OPENING, _CLOSING = frozenset(("“", "„", "«", "``")), frozenset(("”", "»"))


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted stretch inside one paragraph, marks included; a lost mark is told by `opened` or `closed`."""

    start: int
    end: int
    opened: bool
    closed: bool


def find_quotes(text: str, paragraphs: Sequence[Span]) -> tuple[Quote, ...]:
    """The quoted stretches of a text, in order.

    A mark that closes nothing is read as the end of a quotation that began with the paragraph (or after the quotation
    before it); one that is never closed as running to the end of its paragraph, never beyond.
    """
    quotes: list[Quote] = []
    for start, end in paragraphs:
        quotes += _in_paragraph(text, start, end)
    return tuple(quotes)


def _in_paragraph(text: str, start: int, end: int) -> list[Quote]:
    quotes: list[Quote] = []
    opened: int | None = None
    free = start
    for mark in _MARK.finditer(text, start, end):
        if _opens(text, mark, start, opened is not None):
            # a second opening mark inside a quotation is a nested one, or its closing mark is lost
            opened = mark.start() if opened is None else opened
            continue
        if opened is not None:
            quotes.append(Quote(opened, mark.end(), True, True))
        elif _could_close(text, mark, start):
            quotes.append(Quote(_first_word(text, free), mark.end(), False, True))
        opened, free = None, mark.end()
    if opened is not None and end - opened > 1:
        quotes.append(Quote(opened, end, True, False))
    return quotes


def _opens(text: str, mark: re.Match[str], start: int, inside: bool) -> bool:
    kind = mark.group()
    if kind in _OPENING:
        return True
    if kind in _CLOSING:
        return False
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end() : mark.end() + 1] or " "
    if (before.isspace() or before in "([—–-") and not after.isspace():
        return True
    return False if not before.isspace() else not inside


def _could_close(text: str, mark: re.Match[str], start: int) -> bool:
    """True where words stand before the mark: a stray mark at the start of a line closes nothing."""
    return any(c.isalnum() for c in text[start : mark.start()])


def _first_word(text: str, start: int) -> int:
    while start < len(text) and (text[start].isspace() or text[start] in ",;"):
        start += 1
    return start


def quoted_share(text: str, spans: Sequence[Span], quotes: Sequence[Quote]) -> float:
    """Which share of the letters and digits of some spans stands inside quotation marks, 0 to 1."""
    total = sum(_letters(text, start, end) for start, end in spans)
    inside = sum(
        _letters(text, max(start, quote.start), min(end, quote.end))
        for start, end in spans
        for quote in quotes
        if quote.start < end and quote.end > start
    )
    return inside / total if total else 0.0


def _letters(text: str, start: int, end: int) -> int:
    return sum(len(word) for word in _WORD.findall(text, start, end))
