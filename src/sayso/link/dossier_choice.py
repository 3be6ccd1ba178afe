"""Which dossier a report is read with: the one whose sides and places it names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from sayso.expression import Expression
from sayso.link.dossiers import Actor, Dossier, Period
from sayso.link.lexicon import key_of, split_words

#: What each part of the evidence weighs, and how much of it makes a report one about the conflict.
_SIDE, _PLACE, _ENOUGH = 2, 2, 4
#: A state named so often is what a report is about, rather than a conflict whose parties it names once.
_MAIN_STATE = 3
#: Named so often, it is what a report is about whichever group of many countries it names.
_ABOUT_STATE = 6
#: Shorter aliases are initials, which several bodies may share.
_LONG_ALIAS = 6
_LOCAL = ("armed_group", "de_facto_authority")
#: Days outside of its window after which a dossier says nothing about a report.
_FAR = 5 * 365
_YEAR = Expression(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What a report names: known parties with how often, and the ISO codes of the states among them."""

    counts: Mapping[str, int]
    countries: frozenset[str]
    #: The states among them, with how often each is named.
    states: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Shelf:
    """Dossiers to choose from, found by what a report names: most of them are about none of it."""

    dossiers: tuple[Dossier, ...]

    def choose(self, named: Named, text: str, published: date | None) -> Dossier | None:
        """The dossier best supported by a report, None where none is or two are alike.

        Supported: two of its side_groups are named, or one and a contested place, or two such places, or within its
        window an armed group that no other dossier has. Of several the one whose window is nearest wins, then the one
        whose actors are named most, then, for a dated report, the one with the shortest window.
        """
        reading = self._reading(named, text)
        times = [Period(start=published, end=published)] if published else list(map(_year, set(_YEAR.findall(text))))
        ranked = [
            (-dossier.window.distance(times), count, -dossier.window.length() if times else 0, dossier)
            for number in self._numbers(reading)
            for dossier in [self.dossiers[number]]
            for evidence, count in [_support(number, dossier, reading, published)]
            if evidence >= _ENOUGH and dossier.window.distance(times) <= _FAR
        ]
        if not ranked:
            return None
        best = max(ranked, key=lambda item: item[:3])
        return best[3] if sum(item[:3] == best[:3] for item in ranked) == 1 else None

    def _reading(self, named: Named, text: str) -> _Evidence:
        words = [word.key for word in split_words(text)]
        aliases, places = frozenset(_standing(self._aliases, words)), Counter(_standing(self._places, words))
        return _Evidence(named, aliases, places, self._distinctive)

    def _numbers(self, reading: _Evidence) -> set[int]:
        """The numbers of the dossiers of which a report names anything."""
        by_name = (number for name in reading.named.counts for number in self._by_name.get(name, ()))
        return {*by_name, *reading.places, *(number for number, _ in reading.aliases)}

    @cached_property
    def _by_name(self) -> Mapping[str, frozenset[int]]:
        """The numbers of dossiers by the names of their actors, and of the states whose governments those are."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for number, dossier in enumerate(self.dossiers):
            for actor in dossier.actors:
                found[actor.name].add(number)
                found[actor.government_of or actor.name].add(number)
        return {name: frozenset(numbers) for name, numbers in found.items()}

    @cached_property
    def _places(self) -> _Index[int]:
        """The numbers of dossiers by the names of their places."""
        return _index((key, n) for n, dossier in enumerate(self.dossiers) for key in dossier.place_keys())

    @cached_property
    def _aliases(self) -> _Index[tuple[int, str]]:
        """Dossier and armed group or authority by the names that it has there, but for short ones."""
        return _index(
            (key_of(name), (number, actor.name))
            for number, dossier in enumerate(self.dossiers)
            for actor in dossier.actors
            if actor.kind in _LOCAL
            for name in (actor.name, *actor.aliases)
            if len(name) >= _LONG_ALIAS
        )

    @cached_property
    def _distinctive(self) -> frozenset[str]:
        """Armed groups and authorities that stand in one dossier only."""
        named = Counter(actor.name for dossier in self.dossiers for actor in dossier.actors if actor.kind in _LOCAL)
        return frozenset(name for name, count in named.items() if count == 1)


Meaning = TypeVar("Meaning")
#: By the longest word of a key, because most fail there: the keys, their other words, and what each stands for.
_Index = Mapping[str, list[tuple[str, frozenset[str], Meaning]]]


def _index(keys: Iterable[tuple[str, Meaning]]) -> _Index[Meaning]:
    found: defaultdict[str, list[tuple[str, frozenset[str], Meaning]]] = defaultdict(list)
    for key, meaning in keys:
        longest = max(key.split(), key=len, default="")
        found[longest].append((f" {key} ", frozenset(key.split()) - {longest}, meaning))
    return dict(found)


def _standing(index: _Index[Meaning], words: list[str]) -> Iterator[Meaning]:
    """What the keys stand for that a text of these words holds."""
    text, present = f" {' '.join(words)} ", frozenset(words)
    for word in present & index.keys():
        for key, others, meaning in index[word]:
            if others <= present and key in text:
                yield meaning


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What a report names, and how many places of each dossier, by its number.

    `aliases`: armed groups by a name that only dossiers have ("the Northern Guard"), with the dossier's number.
    `distinctive`: which names stand in one dossier only.
    """

    named: Named
    aliases: frozenset[tuple[int, str]]
    places: Mapping[int, int]
    distinctive: frozenset[str]

    def count(self, number: int, actor: Actor) -> int:
        """How often an actor of a dossier is named, by a name that only dossiers have once at most."""
        counts = self.named.counts
        own = counts.get(actor.name, 0) or int((number, actor.name) in self.aliases)
        return own + (counts.get(actor.government_of, 0) if actor.government_of else 0)


def _year(year: str) -> Period:
    return Period(start=date(int(year), 1, 1), end=date(int(year), 12, 31))


def _support(number: int, dossier: Dossier, reading: _Evidence, published: date | None) -> tuple[int, int]:
    """Evidence of sides and places, and how often its actors and places are named."""
    counts = [(actor.group, reading.count(number, actor)) for actor in dossier.actors]
    sides = len({group for group, count in counts if count})
    places = reading.places.get(number, 0)
    if not places and _in_passing(dossier, reading):
        return 0, 0
    locals_ = {actor.name for actor in dossier.actors if actor.kind in _LOCAL and actor.name in reading.named.counts}
    local = not locals_.isdisjoint(reading.distinctive)
    own_country = not reading.named.countries.isdisjoint(dossier.countries)
    elsewhere = bool(reading.named.countries) and not own_country
    dated = not elsewhere and published is not None and dossier.window.holds(published)
    # a group that is active in many countries speaks for no conflict of another country than those named
    core = (locals_ and (local or not elsewhere)) or places or own_country
    evidence = _SIDE * min(sides, 2) * bool(core) + _PLACE * min(places, 2) + _SIDE * (local and dated)
    return evidence, sum(count for _, count in counts) + places


def _in_passing(dossier: Dossier, reading: _Evidence) -> bool:
    """True where a report of another country's affairs names a conflict's home and armed groups once each.

    Groups that fight in other conflicts as well may be named as often as you please where that country is named more.
    """
    counts = reading.named.counts
    homes = {actor.government_of or actor.name for actor in dossier.actors if actor.home}
    locals_ = [actor.name for actor in dossier.actors if actor.kind in _LOCAL]
    others = max((count for state, count in reading.named.states.items() if state not in homes), default=0)
    if not homes or others < _MAIN_STATE:
        return False
    if others >= _ABOUT_STATE:
        locals_ = [name for name in locals_ if name in reading.distinctive]
    return max((counts.get(name, 0) for name in (*homes, *locals_)), default=0) <= 1
