"""Silences: where a report says that a party has not released, confirmed or commented on something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.expression import Expression
from sayso.extract.clauses import Sentences, Span, Word, object_after, subject_before, trim


@dataclass(frozen=True, slots=True)
class SilenceWords:
    """One silence as spans: the words that show it, who is silent and about what."""

    shown: Span
    party: Span | None
    about: Span | None


_TELL = (
    r"(?:releas(?:ed?|ing)|disclos(?:ed?|ing)|report(?:ed|ing)?|publish(?:ed|ing)?|confirm(?:ed|ing)?"
    r"|announc(?:ed?|ing)|provid(?:ed?|ing)|giv(?:e|en|ing)"
    r"|issu(?:ed?|ing)|comment(?:ed|ing)?|reveal(?:ed|ing)?|specif(?:y|ied)|say|said|acknowledg(?:ed?|ing)"
    r"|admit(?:ted)?|elaborat(?:ed?|ing)|respond(?:ed)?|mention(?:ed)?)"
)
_NOT_TOLD = Expression(
    rf"\b(?:has|have|had|did|does|do|is|are|would|will|could|can)\s*(?:not|n't|n’t)\s+(?:yet\s+|so\ far\s+"
    rf"|immediately\s+|officially\s+"
    rf"|publicly\s+)*{_TELL}\b"
    rf"|\b(?:has|have|had)\s+(?:yet\s+to|so\ far\s+not|never)\s+(?:officially\s+|publicly\s+)?{_TELL}\b"
    rf"|\b(?:refus|declin)(?:es|ed|ing)\s+to\s+{_TELL}\b"
    rf"|\b(?:made|makes|making|gave|given|offered|issued|released)\s+no\s+(?:\w+\s+)?(?:mention|comment|statement"
    rf"|details?|figures?|information|casualty\ figures)\b"
    rf"|\bneither\s+confirm(?:ed|s)?\s+nor\s+den(?:y|ied|ies)\b|\bremain(?:s|ed)\s+silent\b|\bkept\s+silent\b",
    re.IGNORECASE | re.VERBOSE,
)
_NO_COMMENT = Expression(
    r"\b(?:there\s+(?:was|were|has\ been|is)\s+)?no\s+(?:immediate\s+|official\s+|independent\s+"
    r"|further\s+)*(?:comment|confirmation|reaction|response|word|information|statement)\s+(?:from|by)\s+",
    re.IGNORECASE | re.VERBOSE,
)
_LOSSES = Expression(
    r"\b(?:loss(?:es)?|casualt(?:y|ies)|deaths?|toll|dead|killed|wounded|victims?|fatalit(?:y|ies)|numbers?"
    r"|figures?|how\ many|injur(?:ed|ies)|captured|missing)\b",
    re.IGNORECASE | re.VERBOSE,
)
#: Every word that `find_silence_words` looks at.
CUE_WORDS = frozenset(
    [
        "not",
        "yet",
        "n",
        "refused",
        "declined",
        "refusing",
        "declining",
        "no",
        "neither",
        "silent",
        "never",
        "t",
        "refuses",
        "declines",
    ]
)


def find_silence_words(text: str, words: Sequence[Word], sentences: Sentences) -> list[SilenceWords]:
    """Every silence about losses, and every "no comment", in order."""
    found: dict[Span, SilenceWords] = {}
    for sentence in dict.fromkeys(sentences.around(word.start) for word in words if word.lower in CUE_WORDS):
        for silence in _read(text, sentence):
            found.setdefault(silence.shown, silence)
    return sorted(found.values(), key=lambda silence: silence.shown)


def _read(text: str, sentence: Span) -> Iterator[SilenceWords]:
    start, end = sentence
    for cue in _NOT_TOLD.finditer(text, start, end):
        about = object_after(text, cue.end(), end, limit=140)
        if not _LOSSES.search(text, cue.start(), about[1] if about else cue.end()):
            continue
        party = subject_before(text, start, cue.start())
        shown = (party[0] if party else cue.start(), about[1] if about else cue.end())
        yield SilenceWords(trim(text, shown), party, about)
    for cue in _NO_COMMENT.finditer(text, start, end):
        party = object_after(text, cue.end(), end, limit=90)
        if party:
            yield SilenceWords(trim(text, (cue.start(), party[1])), party, None)
