"""What some words are about, and how much of it other words share.

"The army denied using gas" answers whoever spoke of gas, not whoever spoke last. Words are compared by their stems and,
for the acts that reports tell in many words (a strike, a shelling, a death), by what they have in common.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sayso.expression import Expression
from sayso.link.lexicon import word_set

_WORD = Expression(r"[^\W\d_]{3,}")
#: Words of a denial that tell nothing of what is denied.
_EMPTY = word_set(
    "the and was had has its his her not for any all who one two are but did out off our she him they way use",
    "using used that this these those which what with from have been being were their there them having",
    "involvement involved responsibility responsible role part hand behind anything such other others would could",
    "should when where also forces force troops army soldiers fighters people group groups men government",
    "military denied deny denies report reports claim claims allegation allegations accusation accusations charge",
    "charges statement statements saying said figure figures number numbers toll count account accounts story",
    "version tally estimate broadcast criticism incident incidents carried carrying taken place happened against",
    "about into over under after before some more than",
)
#: Words of one meaning in reports of fighting: any of one line meets any other of it.
_MEANINGS: tuple[frozenset[str], ...] = tuple(
    word_set(line)
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
_ENDING = Expression(r"(?:ing|ed|es|s)$")


def _stem(word: str) -> str:
    """The first letters of a word, without the ending of a plural or a past."""
    return _ENDING.sub("", word.lower())[:6]


def _meanings(stems: Iterable[str]) -> frozenset[int]:
    """The numbers of the lines of `_MEANINGS` that any of the stems is of."""
    return frozenset(number for stem in stems for number in _MEANING_OF.get(stem, ()))


_STEMS: tuple[frozenset[str], ...] = tuple(frozenset(map(_stem, line)) for line in _MEANINGS)
_MEANING_OF: Mapping[str, frozenset[int]] = {
    stem: frozenset(number for number, line in enumerate(_STEMS) if stem in line) for stem in frozenset().union(*_STEMS)
}


@dataclass(frozen=True, slots=True)
class Matter:
    """What some words are about: stems of the words that tell anything, and their meanings."""

    stems: frozenset[str]
    meanings: frozenset[int]

    @classmethod
    def of(cls, words: str) -> Matter:
        """What the words are about; nothing for words that only point."""
        stems = frozenset(_stems(words))
        return cls(stems, _meanings(stems))

    def shared(self, other: Matter) -> float:
        """How much two have in common: 1 a stem, half a meaning beyond it."""
        stems = self.stems & other.stems
        return len(stems) + 0.5 * len((self.meanings & other.meanings) - _meanings(stems))


def _stems(words: str) -> Iterator[str]:
    for word in _WORD.findall(words):
        if word.lower() not in _EMPTY:
            yield _stem(word)
