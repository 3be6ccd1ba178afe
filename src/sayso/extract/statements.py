"""Statements about what others said or did, as claims whose parties are still words.

`find_statements` gives one claim for each denial, accusation and silence of a report; the linking stage says who the
words stand for. The cues are constructions of English news prose, none of them the name of anybody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.claims import AnyClaim
from sayso.claims.statement import Accusation, Denial, Silence
from sayso.extract import accusations, denials, silences
from sayso.extract.accusations import AccusationWords, find_accusation_words
from sayso.extract.clauses import Sentences, Span, words_of
from sayso.extract.denials import DenialWords, find_denial_words
from sayso.extract.silences import SilenceWords, find_silence_words
from sayso.model import Attribution, Claim, Document, Evidence, digest

ORIGIN = "sayso.statements@1"
#: Longer evidence is cut at its end.
MAX_EVIDENCE = 400
_CUE_WORDS = denials.CUE_WORDS | accusations.CUE_WORDS | silences.CUE_WORDS


def find_statements(document: Document, attributions: Sequence[Attribution]) -> tuple[AnyClaim, ...]:
    """Denials, accusations and silences of a report in text order; never raises.

    `attribution` of a claim is the attribution in whose content its words stand (the innermost), or the one whose cue
    is the denying or accusing verb itself; None for the report's own voice.
    """
    text = document.text
    words, sentences = words_of(text, _CUE_WORDS), Sentences.of(text)
    found: list[AnyClaim] = [
        *(_denial(document, denial, attributions) for denial in find_denial_words(text, words, sentences)),
        *(
            _accusation(document, accusation, attributions)
            for accusation in find_accusation_words(text, words, sentences)
        ),
        *(_silence(document, silence, attributions) for silence in find_silence_words(text, words, sentences)),
    ]
    return tuple(sorted(found, key=lambda claim: (claim.evidence[0].start, claim.evidence[0].end, claim.id)))


def _denial(document: Document, words: DenialWords, attributions: Sequence[Attribution]) -> AnyClaim:
    shown = _evidence(document, words.shown)
    return Claim(
        id=digest(document.id, "denial", shown.start, shown.end),
        evidence=(shown,),
        value=Denial(
            denier_words=_maybe(document, words.denier),
            object_words=_maybe(document, words.object),
            of=words.of,
            pointing=words.pointing,
            implicit=words.implicit,
            by_content=words.by_content,
        ),
        origin=ORIGIN,
        attribution=_vouching(words.cue, attributions),
    )


def _accusation(document: Document, words: AccusationWords, attributions: Sequence[Attribution]) -> AnyClaim:
    shown = _evidence(document, words.shown)
    return Claim(
        id=digest(document.id, "accusation", shown.start, shown.end),
        evidence=(shown,),
        value=Accusation(
            mutual=words.mutual,
            accuser_words=_maybe(document, words.accuser),
            accused_words=_maybe(document, words.accused),
            habitual=words.habitual,
            answering=words.answering,
            implicit=words.implicit,
        ),
        origin=ORIGIN,
        attribution=_vouching(words.shown, attributions),
    )


def _silence(document: Document, words: SilenceWords, attributions: Sequence[Attribution]) -> AnyClaim:
    shown = _evidence(document, words.shown)
    about = _maybe(document, words.about)
    return Claim(
        id=digest(document.id, "silence", shown.start, shown.end),
        evidence=(shown,),
        value=Silence(about=about.exact if about else "comment", party_words=_maybe(document, words.party)),
        origin=ORIGIN,
        attribution=_vouching(words.shown, attributions),
    )


def _vouching(words: Span, attributions: Sequence[Attribution]) -> str | None:
    """The innermost attribution whose content or cue holds the words."""
    holding = [
        (length, attribution.id)
        for attribution in attributions
        for length in _holding(attribution, words)
        if not attribution.mental
    ]
    return min(holding)[1] if holding else None


def _holding(attribution: Attribution, words: Span) -> Iterator[int]:
    for piece in (*attribution.content, *attribution.cue):
        if piece.start < words[1] and words[0] < piece.end and (piece in attribution.cue or piece.start <= words[0]):
            yield piece.end - piece.start


def _maybe(document: Document, span: Span | None) -> Evidence | None:
    return _evidence(document, span) if span and span[1] > span[0] else None


def _evidence(document: Document, span: Span) -> Evidence:
    return document.evidence(span[0], min(span[1], span[0] + MAX_EVIDENCE))
