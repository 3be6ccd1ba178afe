"""Spans completed where the encoder stops short: a quotation cut in two, a name without its last word, a lost source.

Only words that no attribution has are added, so what the encoder told apart stays apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sayso.extract.frame import Draft, Frame, Span, overlap, trimmed
from sayso.extract.quotes import Quote

#: A quotation without its opening mark is believed back to the start of its paragraph up to this length.
_LONGEST_LOST = 900


@dataclass(slots=True)
class Ground:
    """Which code points of a text are taken by some attribution."""

    frame: Frame
    taken: bytearray

    @classmethod
    def of(cls, frame: Frame, drafts: Sequence[Draft]) -> Ground:
        """The ground that the drafts leave free."""
        ground = cls(frame, bytearray(len(frame.text)))
        for draft in drafts:
            ground.take(draft)
        return ground

    def take(self, draft: Draft) -> None:
        """Mark the words of a draft as taken."""
        for start, end in draft.spans():
            self.taken[start:end] = b"\x01" * (end - start)

    def free(self, start: int, end: int) -> bool:
        """True where nobody has a word between the offsets."""
        return self.taken.find(1, start, end) < 0


def complete(frame: Frame, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with what belongs to them and nobody has."""
    ground = Ground.of(frame, drafts)
    done: list[Draft] = []
    for draft in drafts:
        for step in _STEPS:
            draft = step(ground, draft)
            ground.take(draft)
        done.append(draft)
    return done


def _whole_quotes(ground: Ground, draft: Draft) -> Draft:
    """Content that holds most of a quotation holds all of it, marks included."""
    content = list(draft.content)
    for number, (start, end) in enumerate(content):
        for quote in ground.frame.quotes:
            if overlap((start, end), (quote.start, quote.end)) and quote.opened:
                start, end = _widened(ground, (start, end), quote)
        content[number] = (start, end)
    return replace(draft, content=_merged(content))


def _widened(ground: Ground, span: Span, quote: Quote) -> Span:
    start, end = span
    if quote.start < start and ground.free(quote.start, start):
        start = quote.start
    if quote.end > end and quote.closed and ground.free(end, quote.end):
        end = quote.end
    return start, end


def _lost_opening(ground: Ground, draft: Draft) -> Draft:
    """A quotation that opens its paragraph without a mark, and the paragraph before where that one was left open."""
    content = list(draft.content)
    for quote in ground.frame.quotes:
        if quote.opened or quote.end - quote.start > _LONGEST_LOST or quote.start != ground.frame.paragraph(quote.start)[0]:
            continue
        held = [c for c in content if overlap(c, (quote.start, quote.end))]
        if held and ground.free(quote.start, held[0][0]) and _follows(ground.frame, draft, quote):
            content.append((quote.start, max(quote.end if ground.free(held[-1][1], quote.end) else 0, held[0][1])))
            content += _left_open(ground, quote)
    return replace(draft, content=_merged(content))


def _follows(frame: Frame, draft: Draft, quote: Quote) -> bool:
    """True where source and cue come right after the quotation, as they do when it opens a paragraph."""
    after = [s for s in draft.source + draft.cue if s[0] >= quote.end]
    return bool(after) and after[0][0] - quote.end < 120 and frame.paragraph(after[0][0]) == frame.paragraph(quote.start)


def _left_open(ground: Ground, quote: Quote) -> list[Span]:
    number = ground.frame.paragraph_number(quote.start)
    start, end = ground.frame.paragraphs[max(0, number - 1)]
    opened = [q for q in ground.frame.quotes if start <= q.start < end and not q.closed]
    if number == 0 or not opened or opened[-1].end != end or not ground.free(opened[-1].start, end):
        return []
    return [(opened[-1].start, end)]


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


_SHORT_GAP = re.compile(r"['’]?s?\s?(?:[\w’'-]+\s){0,2}[\w’'-]*\s?")


def _bridged(ground: Ground, draft: Draft) -> Draft:
    """Pieces of content with a word or two between them that nobody has are one piece."""
    text, content = ground.frame.text, list(draft.content)
    for (_, end), (start, _) in zip(draft.content, draft.content[1:], strict=False):
        if start - end <= 24 and ground.free(end, start) and _SHORT_GAP.fullmatch(text, end, start):
            content.append((end, start))
    return replace(draft, content=_merged(content))


_CAPITALISED = re.compile(r"\s[^\W\d_a-zß-öø-ÿ][\w’'-]+")


def _whole_names(ground: Ground, draft: Draft) -> Draft:
    """A source that stops inside a capitalised name has the rest of it."""
    text = ground.frame.text
    source = []
    for start, end in draft.source:
        last = text[start:end].rsplit(None, 1)[-1]
        following = _CAPITALISED.match(text, end)
        while last[:1].isupper() and following and ground.free(end, following.end()):
            end = following.end()
            following = _CAPITALISED.match(text, end)
        source.append((start, end))
    return replace(draft, source=tuple(source))


_ACCORDING = re.compile(r"according to$", re.IGNORECASE)
_AFTER_ACCORDING = re.compile(r"\s+([^,.;:\n“”\"]{2,80}?)(?=[,.;:\n“”\"]|$)")


def _lost_source(ground: Ground, draft: Draft) -> Draft:
    """The source that stands after "according to" where the encoder has left it out."""
    text = ground.frame.text
    if draft.source or not draft.cue or not _ACCORDING.search(text[draft.cue[-1][0] : draft.cue[-1][1]]):
        return draft
    found = _AFTER_ACCORDING.match(text, draft.cue[-1][1])
    if found is None or not ground.free(*found.span(1)):
        return draft
    return replace(draft, source=(trimmed(text, found.span(1)),))


_RELAY = re.compile(
    r",\s(?:the\s)?(?:[^\W\d_a-zß-öø-ÿ][\w’'-]*\s)?(?:state\s)?(?:news\s)?(?:agency|newspaper|daily|broadcaster|channel|radio|television)"
    r"\s[^\W\d_a-zß-öø-ÿ][\w’'-]*(?:\s[^\W\d_a-zß-öø-ÿ][\w’'-]*)?$"
)


def _without_relay(ground: Ground, draft: Draft) -> Draft:
    """Content without the bare name of an agency whose verb was lost ("... were killed, news agency X [gap]")."""
    text, content = ground.frame.text, list(draft.content)
    for number, (start, end) in enumerate(content):
        found = _RELAY.search(text, start, end)
        if found and found.start() > start and end == ground.frame.paragraph(start)[1]:
            content[number] = (start, found.start())
    return replace(draft, content=tuple(content))


_STEPS: tuple[Callable[[Ground, Draft], Draft], ...] = (
    _without_relay,
    _bridged,
    _whole_quotes,
    _lost_opening,
    _whole_names,
    _lost_source,
)
