"""The frame of a report that attributions are read in: its paragraphs, sentences and quotations, found once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol

from sayso.expression import Expression
from sayso.extract.attribution.words import paragraph_breaks
from sayso.extract.clauses import Sentences
from sayso.extract.quotes import Quote, find_quotes
from sayso.model import Noise

Span = tuple[int, int]
Spans = tuple[Span, ...]


class SpansLike(Protocol):
    """What the learned encoder finds: spans of code points, end exclusive, and how sure it is (0 to 1)."""

    @property
    def source(self) -> Sequence[Span]:
        """Who speaks."""
        ...

    @property
    def cue(self) -> Sequence[Span]:
        """The words that show that somebody speaks."""
        ...

    @property
    def content(self) -> Sequence[Span]:
        """What is said."""
        ...

    @property
    def confidence(self) -> float:
        """How sure, 0 to 1."""
        ...

    @property
    def shared_source(self) -> Sequence[Span]:
        """Who speaks, where these words are the source of another attribution as well; else empty."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An attribution on its way: spans that may still be mended."""

    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()
    confidence: float = 1.0

    def spans(self) -> Spans:
        """Every span, in the order source, cue, content."""
        return self.source + self.cue + self.content

    def hull(self) -> Span:
        """From the first to the last code point of all spans."""
        return min(s for s, _ in self.spans()), max(e for _, e in self.spans())

    def mapped(self, change: Mending) -> Draft:
        """The same draft with every span mended; spans that come out empty are dropped."""
        return self.with_spans(
            tuple(n for s in self.source for n in change(s)),
            tuple(n for s in self.cue for n in change(s)),
            tuple(n for s in self.content for n in change(s)),
        )

    def with_spans(self, source: Spans, cue: Spans, content: Spans) -> Draft:
        """The draft with other spans; itself where they are those it has, as with most steps on most drafts."""
        if (source, cue, content) == (self.source, self.cue, self.content):
            return self
        return replace(self, source=source, cue=cue, content=content)

    def with_source(self, source: Spans) -> Draft:
        """The draft with another source."""
        return self.with_spans(source, self.cue, self.content)

    def with_content(self, content: Spans) -> Draft:
        """The draft with other content."""
        return self.with_spans(self.source, self.cue, content)


def matched(text: str, found: re.Match[str], confidence: float) -> Draft:
    """The attribution that a pattern with the groups `source`, `cue` and `content` finds."""
    source, cue, content = (trimmed(text, found.span(name)) for name in ("source", "cue", "content"))
    return Draft(source=(source,), cue=(cue,), content=(content,), confidence=confidence)


class Mending(Protocol):
    """Turns one span into none, one or several."""

    def __call__(self, span: Span, /) -> Spans:
        """The stretches that the span becomes."""
        ...


@dataclass(frozen=True, slots=True)
class Frame:
    """One text with everything that the rules look up in it."""

    text: str
    #: Without the white space at their ends.
    paragraphs: Spans
    sentences: Spans
    quotes: tuple[Quote, ...]
    noise: tuple[Noise, ...]
    _starts: tuple[int, ...]
    _sentence_starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str, noise: tuple[Noise, ...] = ()) -> Frame:
        """Find the paragraphs, sentences and quotations of a text."""
        paragraphs = _paragraphs(text)
        sentences = Sentences.of(text).spans
        starts = tuple(s for s, _ in paragraphs)
        return cls(
            text, paragraphs, sentences, find_quotes(text, paragraphs), noise, starts, tuple(s for s, _ in sentences)
        )

    def paragraph(self, offset: int) -> Span:
        """The paragraph that holds or precedes the offset."""
        return self.paragraphs[self.paragraph_number(offset)] if self.paragraphs else (0, len(self.text))

    def paragraph_number(self, offset: int) -> int:
        """Its number, from 0."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def sentence(self, offset: int) -> Span:
        """The sentence that holds or precedes the offset."""
        return self.sentences[max(0, bisect_right(self._sentence_starts, offset) - 1)]


def _paragraphs(text: str) -> Spans:
    edges = [0, *paragraph_breaks(text), len(text)]
    return pieces(text, pairwise(edges))


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at its ends, inside the text."""
    start, end = max(0, span[0]), min(len(text), span[1])
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def pieces(text: str, spans: Iterable[Span]) -> Spans:
    """The spans without white space at their ends; those that held nothing else are dropped."""
    return tuple(piece for span in spans if (piece := trimmed(text, span))[1] > piece[0])


def overlap(a: Span, b: Span) -> bool:
    """True where two spans share a code point."""
    return a[0] < b[1] and b[0] < a[1]


def behind_dateline(text: str, start: int, end: int) -> int:
    """Where the speaker begins in "ORSK, Norland (Example Wire) - The rebels"."""
    opens = start == 0 or text[start - 1] == "\n"
    found = _DATELINE.match(text, start, end) if opens else None
    return found.end() if found else start


#: A town in capitals, with what tells where it is, when or by whom, up to a dash.
_DATELINE = Expression(
    r"[A-Z][A-Z’' .-]{2,30}(?:,\s[\w. ]{2,30}?)?(?:,\s[A-Z][a-z]{2,8}\.?\s\d{1,2})?(?:\s\([^()]{2,30}\))?"
    r"\s+[-–—]{1,2}\s+"
)
