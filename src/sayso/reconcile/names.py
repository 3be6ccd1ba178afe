"""One body under several spellings: keys for sources that survive transliteration, articles and initials.

A source that speaks for a state or group is that voice, however its organs are called. Other names are folded: persons
to the consonants of their names, bodies to their words without articles, an acronym to the one body with such initials.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from sayso.expression import Expression
from sayso.model import Party
from sayso.reconcile.context import SomeClaim

_STOP = frozenset({"the", "of", "for", "and", "in", "on", "a", "an", "s"})
_WORD = Expression(r"[^\W_]+")
#: Spellings of one sound in transliterated names; longer ones first.
_SOUNDS = tuple(
    (written, sound)
    for sound, spellings in {
        "c": "dzh tch ch ts j",
        "h": "kh x",
        "s": "zh sh z",
        "k": "gh q g",
        "f": "ph w v",
        "t": "d",
        "p": "b",
    }.items()
    for written in spellings.split()
)
_ACRONYM = Expression(r"[A-Z]{2,8}\Z")


@lru_cache(maxsize=16_384)
def folded(name: str) -> str:
    """Lower case, without accents."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


def words(name: str) -> tuple[str, ...]:
    """The words of a name that tell bodies apart."""
    return tuple(word for word in _WORD.findall(folded(name)) if word not in _STOP)


def place_key(place: str) -> str:
    """A place name without case, accents and articles."""
    return " ".join(words(place)) or folded(place)


def skeleton(word: str) -> str:
    """The sounds of a name that transliterations agree on: its consonants, voiced and unvoiced alike, none doubled."""
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    kept = word[:1] + re.sub(r"[aeiouyh'’-]", "", word[1:])
    return re.sub(r"(.)\1+", r"\1", kept)


def initials(name: str) -> str:
    """The initials of the words that an acronym is made of."""
    return "".join(word[0] for word in words(name))


@dataclass(frozen=True, slots=True)
class Voices:
    """Whose word each claim is, over many reports."""

    #: (name, kind) -> key, for parties that speak for nobody else.
    keys: dict[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def of(cls, parties: Iterable[Party]) -> Voices:
        """Learn which names stand for one body; the order of the parties does not matter."""
        named = sorted({(p.name, p.kind) for p in parties if p.speaks_for is None})
        keys: dict[tuple[str, str], str] = {(name, kind): _key(name, kind) for name, kind in named}
        bodies = _unique((initials(name), key) for (name, _), key in keys.items() if len(words(name)) > 1)
        surnames = _unique((_surname(name), key) for (name, kind), key in keys.items() if kind == "person")
        for name, kind in named:
            if _ACRONYM.match(name) and (body := bodies.get(name.casefold())):
                keys[name, kind] = body
            elif kind == "person" and len(words(name)) == 1 and (person := surnames.get(_surname(name))):
                keys[name, kind] = person
        return cls(keys)

    def of_claim(self, claim: SomeClaim, report: str) -> str:
        """The voice of a claim; `report` stands for the report's own words and keeps unnamed sources apart."""
        party = claim.source
        if party is None:
            return f"attribution:{claim.attribution}" if claim.attribution else f"report:{report}"
        if party.speaks_for:
            return f"for:{folded(party.speaks_for)}"
        if party.kind == "unnamed":
            return f"unnamed:{report}:{folded(party.name)}"
        return self.keys.get((party.name, party.kind)) or _key(party.name, party.kind)


def _key(name: str, kind: str) -> str:
    parts = words(name)
    if kind == "person" and len(parts) > 1:
        return f"person:{skeleton(parts[0])[:1]}.{skeleton(parts[-1])}"
    return f"{kind}:{' '.join(parts) or folded(name)}"


def _surname(name: str) -> str:
    parts = words(name)
    return skeleton(parts[-1]) if parts else ""


def _unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Short form -> key where only one key has it."""
    found: dict[str, set[str]] = defaultdict(set)
    for short, key in pairs:
        found[short].add(key)
    several = {short: {key for key in keys if "." in key or " " in key} for short, keys in found.items()}
    return {short: next(iter(keys)) for short, keys in several.items() if short and len(keys) == 1}
