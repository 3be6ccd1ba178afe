"""How sure the reading of a casualty claim is: the chance that its figure, its side and its source are all right.

A logistic model over marks of the reading. None of them tells who the sides are, nor how sure the encoder is, which
differs with the names it reads, so that two sides in each other's place are read as surely. `scripts/fit_confidence.py`
fits the weights on the annotated reports of the repository, among which rules were made; what that promises too much
was measured on reports read before any rule was made beside them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, log
from typing import Final

from sayso.claims import AnyClaim, Casualty, CasualtyClaim
from sayso.claims.casualty import BOTH, UNKNOWN
from sayso.link.sentences import Sentences
from sayso.model import Attribution

#: What each mark adds to the log-odds.
WEIGHTS: Final[Mapping[str, float]] = {
    "always": 1.90,
    # its figure
    "vague": -1.01,
    "captured": -0.31,
    "group_unknown": -0.54,
    "anaphoric": -0.33,
    "among_many": -0.18,
    # its side
    "side_unknown": -2.40,
    "both_sides": 0.90,
    # its source
    "own_voice_in_sentence_of_another": -1.28,
    "own_voice_beside_another": -0.56,
    "source_open": -1.20,
    "told_by_another": -0.68,
}
#: Reports that no rule was made beside are read so much less surely (log-odds), wires in capitals more so again: by 782
#: claims of 60 reports, and by 73 of 12 wires.
UNSEEN: Final = -0.61
IN_CAPITALS: Final = -0.83
#: So many figures in one sentence are many.
_MANY: Final = 4


def weighed(
    sentences: Sentences, claims: Sequence[CasualtyClaim], attributions: Sequence[Attribution]
) -> tuple[CasualtyClaim, ...]:
    """The claims of one report, sources and sides resolved, each with its confidence."""
    page = Page.of(sentences, claims, attributions)
    return tuple(replace(claim, confidence=_chance(claim, page)) for claim in claims)


def _chance(claim: CasualtyClaim, page: Page) -> float:
    """Between 0 and 1, to three places."""
    return _as_chance(UNSEEN + sum(WEIGHTS[mark] for mark in marks(claim, page)))


def _as_chance(odds: float) -> float:
    return round(1 / (1 + exp(-odds)), 3)


def unsure_in_capitals(claim: AnyClaim) -> AnyClaim:
    """The claim, less sure where it is a figure that is told in capitals, as old wires do."""
    if not isinstance(claim.value, Casualty) or not claim.evidence[0].exact.isupper():
        return claim
    sure = min(max(claim.confidence, 0.001), 0.999)
    return replace(claim, confidence=_as_chance(log(sure / (1 - sure)) + IN_CAPITALS))


@dataclass(frozen=True, slots=True)
class Page:
    """A report as its claims are weighed: who speaks in which sentence, and how many figures each holds."""

    sentences: Sentences
    attributions: Mapping[str, Attribution]
    #: Numbers of the sentences in which somebody is told to speak.
    spoken: frozenset[int]
    figures: Mapping[int, int]

    @classmethod
    def of(cls, sentences: Sentences, claims: Sequence[CasualtyClaim], attributions: Sequence[Attribution]) -> Page:
        """Look at every claim and attribution once."""
        return cls(
            sentences=sentences,
            attributions={attribution.id: attribution for attribution in attributions},
            spoken=frozenset(sentences.number(cue.start) for said in attributions for cue in said.cue),
            figures=Counter(sentences.number(claim.evidence[0].start) for claim in claims),
        )

    def sentence(self, claim: CasualtyClaim) -> int:
        """The number of the sentence that tells a claim."""
        return self.sentences.number(claim.evidence[0].start)


def marks(claim: CasualtyClaim, page: Page) -> frozenset[str]:
    """What tells for or against a reading, by the names of `WEIGHTS`."""
    value, sentence = claim.value, page.sentence(claim)
    said = page.attributions.get(claim.attribution or "")
    told = {
        "always": True,
        "vague": value.modality == "vague",
        "captured": value.effect == "captured",
        "group_unknown": value.group == "unknown",
        "anaphoric": len(claim.evidence) > 1,
        "among_many": page.figures[sentence] >= _MANY,
        "side_unknown": value.side == UNKNOWN,
        "both_sides": value.side == BOTH,
        **(_of_own_voice(sentence, page) if said is None else _of_source(claim, said)),
    }
    return frozenset(mark for mark, present in told.items() if present)


def _of_own_voice(sentence: int, page: Page) -> dict[str, bool]:
    here = sentence in page.spoken
    beside = not here and not page.spoken.isdisjoint((sentence - 1, sentence + 1))
    return {"own_voice_in_sentence_of_another": here, "own_voice_beside_another": beside}


def _of_source(claim: CasualtyClaim, said: Attribution) -> dict[str, bool]:
    return {"source_open": claim.source is None, "told_by_another": said.within is not None}
