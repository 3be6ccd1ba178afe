"""Which of the statements before it a denial answers: signs that speak for and against each, and their weights.

A denial that points back ("the claim", "it") answers what was said last; one that tells what was not so ("denied
shelling the market") answers whoever told of it, or accused the denier of it. Neither holds always, so every statement
within reach is weighed by what a reader goes by; the heaviest is answered, of equals the nearest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from sayso.claims.statement import Denial
from sayso.expression import Expression
from sayso.link.matter import Matter
from sayso.link.scene import Scene
from sayso.link.voices import same_voice
from sayso.model import Evidence, Party

#: A statement for which less speaks than this is not answered.
LEAST = -2.5
#: How many sentences back a statement may stand; further off all are far.
FAR = 4
#: So many words in common count, at most.
MOST_WORDS = 3.0
_HARM = Expression(
    r"\b(?:kill\w*|dead|died|deaths?|lost|losses|captur\w+|wound\w*|injur\w*|casualt\w+|prisoners?)\b", re.IGNORECASE
)
#: Sign -> how much it speaks for a statement; fitted on the reports in evaluation/ and rounded.
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "same sentence": 1.0,
        "sentences back": -0.75,
        "other paragraph": -0.5,
        "told later": -0.5,
        "pointing, last": 1.0,
        "a word": 1.5,
        "words": 2.0,
        "harm": 0.5,
        "names denier": 1.5,
        "accuses": 0.5,
        "accuses, bare": 1.0,
        "enemy": 0.5,
        "outlet": -0.5,
        "unnamed": -0.5,
        "unsided": -1.5,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Something said before a denial."""

    party: Party
    #: The attribution that tells it, if any.
    attribution: str | None
    #: Where it is told, and up to where (offsets).
    start: int
    end: int
    words: str
    #: Whom it accuses outright or by telling what they did; None where nobody.
    accused: Party | None = None
    outright: bool = False


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A denial as its statements see it."""

    scene: Scene
    shown: Evidence
    value: Denial
    denier: Party | None

    def best(self, statements: Sequence[Statement]) -> Statement | None:
        """The statement that is answered; None where too little speaks for any."""
        nearest = sorted(statements, key=lambda s: -s.start)
        weighed = [(self.weight(s, last=self._last(s, nearest)), -i) for i, s in enumerate(nearest)]
        most, place = max(weighed, default=(LEAST - 1, 0))
        return nearest[-place] if most >= LEAST else None

    def accuses(self, statement: Statement) -> bool:
        """True where the statement accuses who denies."""
        accused = statement.accused
        return self.denier is not None and accused is not None and same_voice(accused, self.denier)

    def matters(self, statement: Statement) -> bool:
        """True where the statement tells of what the denial says was not so, or accuses the denier."""
        return any(sign in ("a word", "accuses") for sign, _ in self._content(statement))

    def _last(self, statement: Statement, nearest: Sequence[Statement]) -> bool:
        return same_voice(statement.party, nearest[0].party)

    def weight(self, statement: Statement, *, last: bool) -> float:
        """How much speaks for a statement."""
        return sum(WEIGHTS[sign] * much for sign, much in self.signs(statement, last=last))

    def signs(self, statement: Statement, *, last: bool) -> Iterator[tuple[str, float]]:
        """The signs that hold of a statement, with how much they do."""
        yield from self._nearness(statement, last)
        yield from self._content(statement)
        yield from self._speaker(statement.party)

    def _nearness(self, statement: Statement, last: bool) -> Iterator[tuple[str, float]]:
        told = min(statement.end, self.shown.start)
        apart = self._sentence - self.scene.sentence_index(max(statement.start, told - 1))
        if statement.start > self.shown.start:
            apart = self.scene.sentence_index(statement.start) - self._sentence
            yield "told later", 1
        yield ("sentences back", float(min(FAR, apart))) if apart else ("same sentence", 1)
        if "\n\n" in self.scene.text[told : self.shown.start]:
            yield "other paragraph", 1
        if last and self.value.pointing:
            yield "pointing, last", 1

    @cached_property
    def _sentence(self) -> int:
        return self.scene.sentence_index(self.shown.start)

    @cached_property
    def _matter(self) -> Matter:
        """What the denied words tell; nothing where they only point back."""
        words = self.value.object_words
        return Matter.of("" if words is None or self.value.pointing else words.exact)

    def _content(self, statement: Statement) -> Iterator[tuple[str, float]]:
        shared = self._matter.shared(Matter.of(statement.words))
        if shared:
            yield "a word", 1
            yield "words", min(MOST_WORDS, shared)
        if self.value.of == "harm" and _HARM.search(statement.words):
            yield "harm", 1
        own = _side(self.denier)
        if own and any(r.side == own for r in self.scene.between(statement.start, statement.end)):
            yield "names denier", 1
        if self.accuses(statement):
            yield "accuses", 1
            if not self._matter.stems and not self.value.pointing:
                yield "accuses, bare", 1

    def _speaker(self, party: Party) -> Iterator[tuple[str, float]]:
        own, other = _side(self.denier), _side(party)
        if own and other:
            yield "enemy", float(self.scene.hostile(own, other))
        if party.kind == "outlet":
            yield "outlet", 1
        if party.kind == "unnamed":
            yield "unnamed", 1
        if not other:
            yield "unsided", 1


def _side(party: Party | None) -> str | None:
    return (party.speaks_for or party.side) if party is not None else None
