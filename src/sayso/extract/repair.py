"""Spans mended where broken text leads the encoder astray: inside words, over paragraphs, into removed embeds."""

from __future__ import annotations

from dataclasses import replace

from sayso.expression import Expression
from sayso.extract.frame import Draft, Frame, Span, Spans, overlap, pieces, trimmed


def mend(frame: Frame, draft: Draft) -> Draft:
    """The draft with whole words, without noise, and with content that crosses a paragraph only as a quotation."""
    draft = draft.mapped(lambda span: _without_noise(frame, _whole_words(frame.text, span)))
    if not draft.spans():
        return draft
    draft = _with_name(frame.text, draft)
    home = _home(frame, draft)
    source = tuple(s for span in draft.source for s in _in_paragraphs(frame, span, home, quoted_only=False))
    cue = tuple(s for span in draft.cue for s in _in_paragraphs(frame, span, home, quoted_only=False))
    content = tuple(s for span in draft.content for s in _in_paragraphs(frame, span, home, quoted_only=True))
    return draft.with_spans(source, cue, content)


#: "Colonel | Ada Roe told reporters": behind the rank that was taken for all of the source, the name and its verb.
_NAME_AND_VERB = Expression(
    r"\s(?:[^\W\d_a-z][\w’'.-]*\s){1,4}(?P<verb>said|says|told|claimed|added|reported|announced|confirmed|denied)\b"
)


def _with_name(text: str, draft: Draft) -> Draft:
    """A source whose name was taken for its cue gets it back; the verb behind the name is the cue."""
    if len(draft.source) != 1 or len(draft.cue) != 1 or not text[draft.cue[0][0]].isupper():
        return draft
    (start, end), (cue, _) = draft.source[0], draft.cue[0]
    found = _NAME_AND_VERB.match(text, end) if cue == end + 1 else None
    if found is None:
        return draft
    return replace(draft, source=((start, found.start("verb") - 1),), cue=(found.span("verb"),))


def _home(frame: Frame, draft: Draft) -> int:
    """The number of the paragraph that the attribution is told in."""
    anchor = (draft.cue or draft.source or draft.content)[0]
    return frame.paragraph_number(anchor[0])


def _whole_words(text: str, span: Span) -> Span:
    start, end = span
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def _without_noise(frame: Frame, span: Span) -> Spans:
    parts = [span]
    for bad in [(n.start, n.end) for n in frame.noise if n.start < span[1] and span[0] < n.end]:
        parts = [
            piece
            for part in parts
            for piece in (((part[0], bad[0]), (bad[1], part[1])) if overlap(part, bad) else (part,))
            if piece[1] > piece[0]
        ]
    return pieces(frame.text, parts)


#: So few words of another paragraph are no content of their own (the end of a headline).
_STRAY_WORDS = 2


def _in_paragraphs(frame: Frame, span: Span, home: int, *, quoted_only: bool) -> Spans:
    """The span cut at paragraph ends; pieces outside the home paragraph stay only where they are quoted, or more than
    a word or two where nothing is to be cut.
    """
    first, last = frame.paragraph_number(span[0]), frame.paragraph_number(span[1] - 1)
    if first == last:
        elsewhere = quoted_only and first != home and not _speaks_on(frame, first, home)
        return () if elsewhere and len(frame.text[span[0] : span[1]].split()) <= _STRAY_WORDS else (span,)
    kept: list[Span] = []
    for number in range(first, last + 1):
        start, end = frame.paragraphs[number]
        piece = trimmed(frame.text, (max(start, span[0]), min(end, span[1])))
        if piece[1] > piece[0] and (number == home or (quoted_only and _speaks_on(frame, number, home))):
            kept.append(piece)
    return tuple(kept)


def _speaks_on(frame: Frame, number: int, home: int) -> bool:
    """True where a paragraph is part of a quotation: in marks, or between an unclosed one and what closes it."""
    start, end = frame.paragraphs[number]
    quotes = [q for q in frame.quotes if q.start < end and q.end > start]
    if any(q.start <= start + 1 for q in quotes):
        return True
    return number < home and not quotes and _open_before(frame, number)


def _open_before(frame: Frame, number: int) -> bool:
    """True where the paragraph before leaves a quotation open and the next one closes one that it did not open."""
    start, end = frame.paragraphs[number]
    before = any(
        not q.closed and q.end <= start for q in frame.quotes[-400:] if q.end >= frame.paragraphs[number - 1][0]
    )
    after = next((q for q in frame.quotes if q.start >= end), None)
    return number > 0 and before and after is not None and not after.opened
