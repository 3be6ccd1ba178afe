"""When the words that a prediction shows are the words of a gold quote."""

from __future__ import annotations

import re

from sayso.evaluate.measures import token_f1

Span = tuple[int, int]

#: Longer predicted spans show nothing in particular and never count.
LONGEST_SPAN = 400
SAME_WORDS_FROM = 0.3

_WORD = re.compile(r"\w+")


def occurrences(text: str, quote: str | None) -> list[Span]:
    """Every place where the text holds the quote."""
    return [(m.start(), m.end()) for m in re.finditer(re.escape(quote), text)] if quote else []


def same_words(
    text: str, quotes: list[Span], shown: tuple[int | None, int | None], *, longest_quote: int | None = None
) -> bool:
    """True where a quote and the shown span share token F1 of at least 0.3, or the quote holds the span.

    Of a quote over `longest_quote` characters only the beginning is compared.
    """
    start, end = shown
    if start is None or end is None or end - start > LONGEST_SPAN:
        return False
    return any(_same(text, quote, (start, end), longest_quote or len(text)) for quote in quotes)


def _same(text: str, quote: Span, shown: Span, longest: int) -> bool:
    want = word_starts(text, quote[0], min(quote[1], quote[0] + longest))
    got = word_starts(text, *shown)
    inside = quote[0] <= shown[0] and shown[1] <= quote[1]
    return bool(want & got) and (token_f1(want, got) >= SAME_WORDS_FROM or inside)


def word_starts(text: str, start: int, end: int) -> set[int]:
    """Offsets at which words of the span begin."""
    return {m.start() for m in _WORD.finditer(text, start, end)}
