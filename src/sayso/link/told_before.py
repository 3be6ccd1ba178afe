"""Which of several statements a denial answers, by its words: who told of what the denial says was not so.

"The army denied using gas" answers whoever spoke of gas, not whoever spoke last. Words are compared by their stems and,
for the acts that reports tell in many words (a strike, a shelling, a death), by what they have in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]{3,}")
#: Words of a denial that tell nothing of what is denied.
_EMPTY = frozenset(
    [
        "the",
        "and",
        "was",
        "had",
        "has",
        "its",
        "his",
        "her",
        "not",
        "for",
        "any",
        "all",
        "who",
        "one",
        "two",
        "are",
        "but",
        "did",
        "out",
        "off",
        "our",
        "she",
        "him",
        "they",
        "way",
        "use",
        "using",
        "used",
        "that",
        "this",
        "these",
        "those",
        "which",
        "what",
        "with",
        "from",
        "have",
        "been",
        "being",
        "were",
        "their",
        "there",
        "they",
        "them",
        "having",
        "involvement",
        "involved",
        "responsibility",
        "responsible",
        "role",
        "part",
        "hand",
        "behind",
        "any",
        "anything",
        "such",
        "other",
        "others",
        "would",
        "could",
        "should",
        "when",
        "where",
        "also",
        "forces",
        "force",
        "troops",
        "army",
        "soldiers",
        "fighters",
        "people",
        "group",
        "groups",
        "men",
        "government",
        "military",
        "denied",
        "deny",
        "denies",
        "report",
        "reports",
        "claim",
        "claims",
        "allegation",
        "allegations",
        "accusation",
        "accusations",
        "charge",
        "charges",
        "statement",
        "statements",
        "saying",
        "said",
        "figure",
        "figures",
        "number",
        "numbers",
        "toll",
        "count",
        "account",
        "accounts",
        "story",
        "version",
        "tally",
        "estimate",
        "broadcast",
        "criticism",
        "incident",
        "incidents",
        "carried",
        "carrying",
        "taken",
        "place",
        "happened",
        "against",
        "about",
        "into",
        "over",
        "under",
        "after",
        "before",
        "some",
        "more",
        "than",
    ]
)
#: Words of one meaning in reports of fighting: any of one line meets any other of it.
_MEANINGS: tuple[frozenset[str], ...] = tuple(
    frozenset(line.split())
    for line in (
        "struck strike strikes airstrike airstrikes bomb bombed bombing bombings bombardment raid raids hit hitting"
        " shelled shelling targeted targeting attacked attack attacks attacking rocket rockets missile missiles",
        "plane planes jets aircraft warplane warplanes airstrike airstrikes helicopter helicopters",
        "blast explosion exploded bomb bombing detonated blew",
        "chlorine chemical chemicals sarin poison gas toxic",
        "home homes house houses residential neighbourhood neighbourhoods neighborhood neighborhoods apartment"
        " apartments",
        "captured capture captive captives prisoner prisoners seized alive hostage hostages",
        "civilian civilians villager villagers resident residents women children families",
        "execute executed execution executions summarily",
        "tortured torture beaten mutilated",
        "border crossed crossing frontier incursion",
    )
)


def _stem(word: str) -> str:
    """The first letters of a word, without the ending of a plural or a past."""
    return re.sub(r"(?:ing|ed|es|s)$", "", word.lower())[:6]


_MEANING_OF: dict[str, frozenset[int]] = {}
for _number, _line in enumerate(_MEANINGS):
    for _one in _line:
        _MEANING_OF[_stem(_one)] = _MEANING_OF.get(_stem(_one), frozenset()) | {_number}


@dataclass(frozen=True, slots=True)
class Matter:
    """What some words are about: stems of the words that tell anything, and their meanings."""

    stems: frozenset[str]
    meanings: frozenset[int]

    @classmethod
    def of(cls, words: str) -> Matter:
        """What the words are about; nothing for words that only point."""
        stems = frozenset(_stems(words))
        return cls(stems, frozenset(m for stem in stems for m in _MEANING_OF.get(stem, ())))

    def shared(self, other: Matter) -> float:
        """How much two have in common: 1 a stem, half a meaning beyond it."""
        stems = self.stems & other.stems
        told = frozenset(m for stem in stems for m in _MEANING_OF.get(stem, ()))
        return len(stems) + 0.5 * len((self.meanings & other.meanings) - told)


def _stems(words: str) -> Iterator[str]:
    for word in _WORD.findall(words):
        if word.lower() not in _EMPTY:
            yield _stem(word)


@dataclass(frozen=True, slots=True)
class Told:
    """Something told before a denial: its words, and whether they name the side that denies."""

    words: str
    names_denier: bool = False


def most_alike(denied: str, told: Sequence[Told]) -> int | None:
    """Which of the things told, nearest first, the denied words answer; None where no words show it.

    One further off must share more than any nearer one.
    """
    matter = Matter.of(denied)
    scores = [matter.shared(Matter.of(one.words)) + one.names_denier for one in told]
    best = max(scores, default=0.0)
    return scores.index(best) if best > 0 else None
