"""Attributions from the learned encoder's spans: mended, completed, told apart by form and stance.

Source, cue and content are used as in PARC 3 (Pareti 2015) and PolNeAR (Newell et al. 2018). The encoder finds the
spans; rules mend what broken text does to them (:mod:`sayso.extract.repair`) and add what the encoder cannot see, such
as an attribution whose cue was lost with a link (:mod:`sayso.extract.unmarked`). Who speaks is decided in linking.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from sayso.expression import Expression
from sayso.extract.cited_asides import mend_cited_asides
from sayso.extract.completed_sources import opens_in_bracket
from sayso.extract.completion import complete
from sayso.extract.cues import is_mental, is_speech, stance_of
from sayso.extract.embedded import split_embedded
from sayso.extract.frame import Draft, Frame, Span, Spans, SpansLike, behind_dateline, pieces
from sayso.extract.ground import Ground
from sayso.extract.harm_told import harm_told
from sayso.extract.joining import join_coordinated, join_quoted, join_torn_sources
from sayso.extract.plain_speech import plain_speech
from sayso.extract.quotes import quoted_share
from sayso.extract.repair import mend
from sayso.extract.second_speakers import part_speakers
from sayso.extract.unmarked import add_unmarked, is_town_in_front
from sayso.model import Attribution, Document, Evidence, Form, digest

__all__ = ["SpansLike", "read_attributions"]

#: Above this share of quoted letters an attribution is direct, below the other it is indirect.
_DIRECT, _INDIRECT = 0.85, 0.02


def read_attributions(document: Document, spans: Sequence[SpansLike]) -> tuple[Attribution, ...]:
    """The attributions of a report in text order; no code point is in the cue or content of two of them.

    Several may share a source, as PolNeAR has it ("she said ..., adding ..."). `spans` are the encoder's; spans outside
    the text or empty ones are dropped. Speaker, via and date stay open here.
    """
    if not document.text.strip():
        return ()
    frame = Frame.of(document.text, document.noise)
    drafts = _flat(frame, (mend(frame, draft) for draft in _drafts(frame, spans) if _credible(frame, draft)))
    drafts = join_coordinated(frame, join_torn_sources(frame, join_quoted(frame, drafts)))
    drafts = mend_cited_asides(frame, list(part_speakers(frame, complete(frame, drafts))))
    drafts = _flat(frame, [*drafts, *add_unmarked(frame, drafts)])
    drafts = _flat(frame, [*drafts, *plain_speech(frame, drafts)])
    drafts += harm_told(Ground.of(frame, drafts))
    drafts = sorted(split_embedded(frame, drafts), key=Draft.hull)
    ids = [_identifier(document, draft) for draft in drafts]
    outer = [_outer(drafts, ids, number) for number in range(len(drafts))]
    return tuple(
        _attribution(document, frame, draft, within)
        for draft, within in zip(_with_shared_sources(frame, drafts, spans), outer, strict=True)
    )


def _with_shared_sources(frame: Frame, drafts: Sequence[Draft], spans: Sequence[SpansLike]) -> Iterable[Draft]:
    """The drafts; one without a source has that of another draft where the encoder lets the two share it."""
    shared = {cue: _clean(frame, found.shared_source) for found in spans for cue in _clean(frame, found.cue)}
    for draft in drafts:
        told = next((shared[cue] for cue in draft.cue if shared.get(cue)), ()) if not draft.source else ()
        lent = next((other for other in drafts if _overlap(other.source, told)), None) if told else None
        owner = lent or _subject_of(frame, draft, drafts)
        yield draft.with_source(owner.source)


#: Between the subject and its verb.
_AUXILIARY = Expression(r",?\s(?:(?:has|have|had|also|later|then|since|earlier)\s)*")


def _subject_of(frame: Frame, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """Who stands right before the cue of a draft without a source, told by a second cue ("A put ..., saying ...")."""
    if draft.source or not draft.cue:
        return draft
    verb = draft.cue[0][0]
    return next((d for d in drafts if d.source and _AUXILIARY.fullmatch(frame.text, d.source[-1][1], verb)), draft)


def _overlap(spans: Spans, others: Spans) -> bool:
    return any(start < right and left < end for start, end in spans for left, right in others)


#: No source by itself.
_ARTICLE = Expression(r"the|an?|its|their|his|her", re.IGNORECASE)


def _drafts(frame: Frame, spans: Sequence[SpansLike]) -> Iterable[Draft]:
    for found in spans:
        yield Draft(
            source=tuple(s for s in _sources(frame, found.source) if _may_speak(frame.text, s)),
            cue=_clean(frame, found.cue),
            content=_clean(frame, found.content),
            confidence=min(1.0, max(0.0, float(found.confidence))),
        )


def _may_speak(text: str, span: Span) -> bool:
    """False for an article, a small letter or a number alone, and for words out of a bracket."""
    words = text[slice(*span)]
    letters = "".join(filter(str.isalpha, words))
    named = bool(letters) and not (len(letters) == 1 and letters.islower())  # "e-" of "e-mailed"
    return named and not _ARTICLE.fullmatch(words) and not opens_in_bracket(words)


def _sources(frame: Frame, spans: Sequence[Span]) -> Spans:
    """The spans of a source without a dateline before it and an adverb behind it that are no part of it."""
    found = ((behind_dateline(frame.text, start, end), end) for start, end in _clean(frame, spans))
    return tuple((start, _before_adverb(frame.text, start, end)) for start, end in found)


_FOR_ITS_PART = Expression(r",?\s(?:for\s(?:its|his|her|their)\spart|in\sturn|meanwhile|however)$")


def _before_adverb(text: str, start: int, end: int) -> int:
    adverb = _FOR_ITS_PART.search(text, start, end)
    return adverb.start() if adverb else end


#: Below this an encoder's find needs a cue that the lexicon knows: such finds are wrong more often than right.
_DOUBTFUL = 0.5


#: "The fighting claimed the lives of ten" is no claim of anybody's.
_CLAIM = Expression(r"\bclaim(?:s|ed|ing)?$", re.IGNORECASE)
_LIVES = Expression(r"(?:that\s)?(?:the\s)?(?:(?:at\sleast|more\sthan|over|about)\s)?(?:\w+\s){0,4}(?:lives|life)\b")


#: "A state of war was declared in the capital": what stands before a passive is no speaker.
_PASSIVE = Expression(r"\b(?:is|are|was|were|been|being)\s+\w+ed$", re.IGNORECASE)


#: A forecast that is nobody's ("Snow is expected"), and a topic before who tells of it ("Speaking about snow, ...").
_NOBODYS = Expression(
    r"(?:is|are|was|were)\s(?:\w+ly\s)?expected|(?:speaking|talking|commenting)\s(?:about|of|on)", re.IGNORECASE
)


def _is_dateline(text: str, start: int, end: int) -> bool:
    opens = start == 0 or text[start - 1] == "\n"
    return opens and is_town_in_front(text[start:end], text[end : end + 40])


def _credible(frame: Frame, draft: Draft) -> bool:
    cue = " ".join(frame.text[s:e] for s, e in draft.cue)
    if cue == ":" and any(_is_dateline(frame.text, *span) for span in draft.source):
        return False
    if _CLAIM.search(cue) and any(_LIVES.match(frame.text, start) for start, _ in draft.content):
        return False
    if not draft.source and (cue == ":" or _NOBODYS.fullmatch(cue)):
        return False
    if draft.confidence >= _DOUBTFUL:
        return True
    if is_speech(cue):
        return _PASSIVE.search(cue) is None
    return is_mental(cue) and bool(draft.source)


def _clean(frame: Frame, spans: Sequence[Span]) -> Spans:
    return tuple(sorted(pieces(frame.text, ((s[0], s[1]) for s in spans))))


def _flat(frame: Frame, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts without the code points that a surer one has taken; what loses its content is dropped."""
    taken = bytearray(len(frame.text))
    flat: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: -d.confidence):
        draft = _apart(frame.text, draft)
        free = draft if _untouched(taken, draft) else draft.mapped(partial(_free, frame.text, taken))
        if free.content or (free.cue and not draft.content):
            flat.append(free)
            for start, end in free.spans():
                taken[start:end] = b"\x01" * (end - start)
    return flat


def _untouched(taken: bytearray, draft: Draft) -> bool:
    return all(taken.find(1, start, end) < 0 for start, end in draft.spans())


def _take(text: str, taken: bytearray, span: Span) -> Spans:
    """The free stretches of a span, which are taken from now on."""
    free = _free(text, taken, span)
    for start, end in free:
        taken[start:end] = b"\x01" * (end - start)
    return free


def _free(text: str, taken: bytearray, span: Span) -> Spans:
    """The stretches of a span that nobody has taken."""
    start, end = span
    parts: list[Span] = []
    while start < end:
        stop = taken.find(1, start, end)
        stop = end if stop < 0 else stop
        parts.append((start, stop))
        start = taken.find(0, stop, end) if stop < end else end
        start = end if start < 0 else start
    return pieces(text, parts)


def _apart(text: str, draft: Draft) -> Draft:
    """The draft with source, cue and content disjoint: the cue has a shared code point, then the source."""
    spans = sorted(draft.spans())
    if all(left[1] <= right[0] for left, right in pairwise(spans)):
        return draft
    taken = bytearray(len(text))
    cue, source, content = (
        tuple(piece for span in spans for piece in _take(text, taken, span))
        for spans in (draft.cue, draft.source, draft.content)
    )
    return replace(draft, cue=cue, source=source, content=content)


def _identifier(document: Document, draft: Draft) -> str:
    return digest(document.id, "attribution", *draft.cue, "content", *draft.content)


def _outer(drafts: Sequence[Draft], ids: Sequence[str], number: int) -> str | None:
    """The attribution between whose content this one stands whole, as a parenthesis does."""
    start, end = drafts[number].hull()
    for other, draft in enumerate(drafts):
        if other != number and len(draft.content) > 1:
            left, right = draft.content[0], draft.content[-1]
            if left[0] <= start and end <= right[1]:
                return ids[other]
    return None


def _attribution(document: Document, frame: Frame, draft: Draft, within: str | None) -> Attribution:
    cue = " ".join(frame.text[s:e] for s, e in draft.cue)
    return Attribution(
        id=_identifier(document, draft),
        source=_evidence(document, draft.source),
        cue=_evidence(document, draft.cue),
        content=_evidence(document, draft.content),
        form=_form(frame, draft.content),
        stance=stance_of(cue, _lead(frame, draft)),
        within=within,
        mental=is_mental(cue),
        confidence=draft.confidence,
    )


def _evidence(document: Document, spans: Spans) -> tuple[Evidence, ...]:
    return tuple(document.evidence(start, end) for start, end in spans)


def _lead(frame: Frame, draft: Draft) -> str:
    end = draft.cue[-1][1] if draft.cue else 0
    return frame.text[end : end + 40].lstrip() if draft.cue else ""


def _form(frame: Frame, content: Spans) -> Form:
    share = quoted_share(frame.text, content, frame.quotes)
    if share >= _DIRECT:
        return "direct"
    return "mixed" if share > _INDIRECT else "indirect"
