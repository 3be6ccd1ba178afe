"""Attributions that belong together and were told apart: torn sources, quotations of one speaker, "and that ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.expression import Expression
from sayso.extract.frame import Draft, Frame, Span, overlap, trimmed


def join_torn_sources(frame: Frame, drafts: Sequence[Draft]) -> list[Draft]:
    """ "The Northern | government said ...": a source torn in two, its front taken for the content of another cue."""
    torn = {
        piece[1]: (number, piece[0]) for number, draft in enumerate(drafts) for piece in _front_pieces(frame, draft)
    }
    joined, gone = list(drafts), set[int]()
    for number, draft in enumerate(drafts):
        if len(draft.source) != 1 or not draft.cue:
            continue
        start = draft.source[0][0]
        front = torn.get(start - 1) if frame.text[start - 1 : start] == " " else None
        if front is not None and front[0] != number:
            joined[number] = replace(draft, source=((front[1], draft.source[0][1]),))
            gone.add(front[0])
    return [draft for number, draft in enumerate(joined) if number not in gone]


def _front_pieces(frame: Frame, draft: Draft) -> Iterator[Span]:
    """What may be the front of another draft's source: all the content, or the source, where it is a word or three."""
    for pieces, most in ((draft.content, 3), (draft.source, 1)):
        if len(pieces) == 1 and len(frame.text[pieces[0][0] : pieces[0][1]].split()) <= most:
            yield pieces[0]


REST = Expression(r"\s?[^.;!?\n“”\"]{1,200}")
AS_SAYING = Expression(r"\sas saying,?\s")
QUOTED_BY = Expression(r"(?:was|were|is|are|has been|had been)\s(?:quoted|cited)\b", re.IGNORECASE)


def join_quoted(frame: Frame, drafts: Sequence[Draft]) -> list[Draft]:
    """ "A was quoted by agency B as saying ...": A for the source and what follows for the content, in one draft."""
    joined, gone = list(drafts), set[int]()
    for number, draft in enumerate(drafts):
        cue = frame.text[draft.cue[0][0] : draft.cue[-1][1]] if draft.cue else ""
        quoter = draft.source[:1] > draft.cue[:1]  # "was quoted by B": the encoder may take B for the source
        if (draft.source and not quoter) or not QUOTED_BY.match(cue) or not () < draft.content[:1] < draft.cue[:1]:
            continue
        saying = AS_SAYING.search(frame.text, draft.cue[-1][1], min(len(frame.text), draft.cue[-1][1] + 80))
        rest = REST.match(frame.text, saying.end(), frame.sentence(draft.cue[0][0])[1]) if saying else None
        if rest is not None:
            joined[number] = replace(draft, source=draft.content[:1], content=(trimmed(frame.text, rest.span()),))
            gone |= {i for i, other in enumerate(drafts) if i != number and overlap(other.hull(), rest.span())}
    return [draft for number, draft in enumerate(joined) if number not in gone]


_AND_THAT = Expression(r",?\s(?:and|but)\sthat\s")

#: Content that stops in the middle of its last clause: "... and that while C stayed" [, D left].
_AND_THAT_WHILE = Expression(r"\sand\sthat\s(?:while|although|though|despite|if|when|since|because)\s[^,]*$")


def join_coordinated(frame: Frame, drafts: Sequence[Draft]) -> list[Draft]:
    """ "A said that B left and that C stayed": the second clause is A's, whatever else was found in it."""
    joined = list(drafts)
    for number, draft in enumerate(drafts):
        rest = _coordinated_rest(frame, draft)
        if rest is None:
            continue
        joined[number] = replace(draft, content=merged([*draft.content, (draft.content[-1][0], rest[1])]))
        for other, found in enumerate(drafts):
            if other != number and overlap(found.hull(), rest):
                joined[other] = Draft()
    return [draft for draft in joined if draft.spans()]


def _coordinated_rest(frame: Frame, draft: Draft) -> Span | None:
    """From the end of a that-clause over "and that ..." to the end of its sentence."""
    if not draft.content or not draft.cue or draft.cue[0][0] > draft.content[-1][0]:
        return None
    start, end = draft.content[-1]
    stop = frame.sentence(start)[1]
    if not frame.text.startswith("that ", start):
        return None
    if not (_AND_THAT.match(frame.text, end, stop) or _AND_THAT_WHILE.search(frame.text, start, end)):
        return None
    return trimmed(frame.text, (end, stop - 1 if frame.text[stop - 1] == "." else stop))


def merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch joined."""
    together: list[Span] = []
    for start, end in sorted(spans):
        if together and start <= together[-1][1]:
            together[-1] = (together[-1][0], max(end, together[-1][1]))
        else:
            together.append((start, end))
    return tuple(together)
