"""Dossiers: what is known of one conflict before reading about it. Sides and actors, hostility, backing, places.

Built-in ones lie in ``knowledge/dossiers``, compiled with the rest; users put their own YAML files beside them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from sayso.errors import KnowledgeError
from sayso.link.lexicon import fold, key_of

FOLDER = "knowledge/dossiers"
_COMPILED = "knowledge/compiled.json"
_TEMPLATE = """\
id: {id}
name: Name of the conflict
window: {{from: 2000-01-01}}  # until: leave out while it goes on
countries: []  # ISO 3166-1 alpha-2
# Sides in alphabetical order of side_group, names of a place in alphabetical order of their Latin spelling, other
# scripts after: no name comes first by favour. Every fact names its sources. Facts only, no value labels.
sides:
  - side_group: A side
    actors:
      - {{name: First party, kind: government, aliases: [], called: [], people: [], source: [example]}}
  - side_group: B side
    actors:
      - {{name: Second party, kind: armed_group, called: [rebels], source: [example]}}
hostile:
  - {{between: [A side, B side], from: 2000-01-01, source: [example]}}
backing: []  # - {{backer: Third party, backed: First party, from: 2001-01-01, source: [example]}}
related: []  # - {{name: An institute, side: First party, kind: institute, source: [example]}}
places: []  # - {{names: [One name, Other name], kind: town, source: [example]}}
sources:
  example: "What was read, with date"
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days from `start` to `end`, both included; None where open."""

    start: date | None = None
    end: date | None = None

    @classmethod
    def of(cls, raw: Mapping[str, Any] | None) -> Period:
        """Read `from`/`until` (ISO dates)."""
        raw = raw or {}
        return cls(start=_day(raw.get("from")), end=_day(raw.get("until")))

    def holds(self, on: date | None) -> bool:
        """True on days inside, and for None, which asks about any time."""
        if on is None:
            return True
        return (self.start is None or self.start <= on) and (self.end is None or on <= self.end)

    def distance(self, times: Sequence[Period]) -> int:
        """Days between this period and the nearest of the given ones; 0 where they overlap, and where none is given."""
        return min((self._away(time) for time in times), default=0)

    def length(self) -> int:
        """Days that it lasts, a century where it is open."""
        return (self.end - self.start).days if self.start and self.end else 36525

    def _away(self, other: Period) -> int:
        before = (self.start - other.end).days if self.start and other.end else 0
        after = (other.start - self.end).days if self.end and other.start else 0
        return max(0, before, after)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One party of a conflict, with the spellings of its name and the words that reports use instead of it."""

    name: str
    group: str
    kind: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    #: Common nouns that mean this party in reports of this conflict ("rebels", "regime").
    called: tuple[str, ...] = ()
    #: (name, role) of people who speak for it.
    people: tuple[tuple[str, str], ...] = ()
    #: The state whose government this is, by its usual name.
    government_of: str | None = None
    #: True for the government on whose ground the war is fought, so that "the army" is its army.
    home: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A body of a side's country or camp that does not speak for it (institute, partisan media, activists)."""

    name: str
    side: str
    kind: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A contested place under all its names, in alphabetical order of their Latin spelling."""

    names: tuple[str, ...]
    kind: str
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two actors or sides, hostile to each other or the first backing the second, in a period."""

    first: str
    second: str
    period: Period

    def leads(self, ones: tuple[str, ...], others: tuple[str, ...]) -> bool:
        """True where it goes from a party to another; each is given by its folded names."""
        return fold_name(self.first) in ones and fold_name(self.second) in others

    def joins(self, ones: tuple[str, ...], others: tuple[str, ...]) -> bool:
        """True where it stands between two parties, whichever is first."""
        return self.leads(ones, others) or self.leads(others, ones)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Keys:
    """Look-up keys of the names in a dossier."""

    actors: Mapping[str, Actor]
    #: The actor that is the government of a state, by the state.
    governments: Mapping[str, str]
    places: tuple[str, ...]

    @classmethod
    def of(cls, dossier: Dossier) -> _Keys:
        named = [(key_of(name), actor) for actor in dossier.actors for name in (actor.name, *actor.aliases)]
        places = tuple(key_of(name) for place in dossier.places for name in place.names)
        governing = {actor.government_of: actor.name for actor in reversed(dossier.actors) if actor.government_of}
        return cls(actors=dict(reversed(named)), governments=governing, places=places)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One conflict."""

    id: str
    name: str
    window: Period
    actors: tuple[Actor, ...]
    hostilities: tuple[Link, ...] = ()
    backings: tuple[Link, ...] = ()
    related: tuple[Related, ...] = ()
    places: tuple[Place, ...] = ()
    countries: tuple[str, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    #: Its look-up keys, made when they are first asked for: most dossiers are never looked into.
    _keys: list[_Keys] = field(init=False, repr=False, compare=False, default_factory=list)

    @classmethod
    def of(cls, raw: Mapping[str, Any]) -> Dossier:
        """A dossier from checked data (see :mod:`sayso.link.dossier_schema`)."""
        return cls(
            id=raw["id"],
            name=raw["name"],
            window=Period.of(raw.get("window")),
            actors=tuple(_actor(actor, side["side_group"]) for side in raw["sides"] for actor in side["actors"]),
            hostilities=tuple(_link(link, "between", "between") for link in raw.get("hostile", ())),
            backings=tuple(_link(link, "backer", "backed") for link in raw.get("backing", ())),
            related=tuple(_related(item) for item in raw.get("related", ())),
            places=tuple(Place(names=tuple(p["names"]), kind=p["kind"], id=p.get("id")) for p in raw.get("places", ())),
            countries=tuple(raw.get("countries", ())),
            sources=dict(raw["sources"]),
        )

    def actor(self, name: str) -> Actor | None:
        """The actor of that name or with that spelling, in any case."""
        return self.keys().actors.get(key_of(name))

    def group_of(self, side: str) -> str | None:
        """The side_group that an actor is counted with; None for a party outside of the conflict."""
        actor = self.actor(side)
        return actor.group if actor else None

    def government_of(self, state: str) -> str | None:
        """The actor that is the government of a state, None where the state itself is the party or no party."""
        return self.keys().governments.get(state)

    def side_groups(self) -> tuple[str, ...]:
        """Every side_group in the order of the file."""
        return tuple(dict.fromkeys(actor.group for actor in self.actors))

    def place_keys(self) -> tuple[str, ...]:
        """The look-up keys of every name of every place."""
        return self.keys().places

    def keys(self) -> _Keys:
        """The look-up keys of its actors and places."""
        if not self._keys:
            self._keys.append(_Keys.of(self))
        return self._keys[0]

    def hostile(self, one: str, other: str, on: date | None = None) -> bool | None:
        """True where both fight each other on that day, False within one side_group, None where nothing is said."""
        ones, others = self._known_as(one), self._known_as(other)
        if any(link.period.holds(on) and link.joins(ones, others) for link in self.hostilities):
            return True
        same = self.group_of(one) is not None and self.group_of(one) == self.group_of(other)
        return False if same else None

    def backs(self, backer: str, backed: str, on: date | None = None) -> bool:
        """True where the first backs the second on that day."""
        backers, backs = self._known_as(backer), self._known_as(backed)
        return any(link.period.holds(on) and link.leads(backers, backs) for link in self.backings)

    def _known_as(self, party: str) -> tuple[str, str]:
        """A link names an actor, or a side_group and with it every actor of it."""
        return fold_name(party), fold_name(self.group_of(party) or "")


def fold_name(name: str) -> str:
    """A name for comparison, without case and diacritics."""
    return key_of(name) or fold(name)


def _day(raw: str | date | None) -> date | None:
    return date.fromisoformat(raw) if isinstance(raw, str) else raw


def _actor(raw: Mapping[str, Any], group: str) -> Actor:
    return Actor(
        name=raw["name"],
        group=group,
        kind=raw["kind"],
        aliases=tuple(raw.get("aliases", ())),
        adjectives=tuple(raw.get("adjectives", ())),
        called=tuple(raw.get("called", ())),
        people=tuple((p["name"], p["role"]) for p in raw.get("people", ())),
        government_of=raw.get("government_of"),
        home=bool(raw.get("home", False)),
    )


def _related(raw: Mapping[str, Any]) -> Related:
    return Related(name=raw["name"], side=raw["side"], kind=raw["kind"], aliases=tuple(raw.get("aliases", ())))


def _link(raw: Mapping[str, Any], first: str, second: str) -> Link:
    ends = raw["between"] if first == "between" else (raw[first], raw[second])
    return Link(first=ends[0], second=ends[1], period=Period.of(raw))


def read_dossier(path: Path) -> Dossier:
    """Read and check a dossier file; raises KnowledgeError with file, line and reason."""
    from sayso.link.dossier_schema import checked

    return Dossier.of(checked(path))


def check(path: Path) -> Dossier:
    """Check one dossier file; raises KnowledgeError with file, line and reason, else returns what it says."""
    if not path.is_file():
        raise KnowledgeError(f"{path}: there is no such file")
    return read_dossier(path)


def builtin_files() -> tuple[Path, ...]:
    """The YAML files of the built-in dossiers, by name."""
    with resources.as_file(resources.files("sayso.link").joinpath(FOLDER)) as folder:
        return tuple(sorted(folder.glob("*.yaml")))


def list_dossiers(dossier_dirs: Sequence[Path] = ()) -> tuple[Dossier, ...]:
    """Every dossier by id; one's own in `dossier_dirs` win over built-in ones of the same id."""
    own = (path for folder in dossier_dirs for path in sorted(Path(folder).glob("*.yaml")))
    found = {dossier.id: dossier for dossier in (*_builtin(), *map(read_dossier, own))}
    return tuple(sorted(found.values(), key=lambda d: d.id))


@cache
def _builtin() -> tuple[Dossier, ...]:
    """The built-in dossiers as they are compiled from their files, which a test checks: reading those takes seconds."""
    return tuple(map(Dossier.of, read_compiled()["dossiers"]))


def read_compiled() -> dict[str, Any]:
    """Everything that is built in, as compiled from its files: entries, aliases, heads, dossiers and more."""
    data: dict[str, Any] = json.loads(resources.files("sayso.link").joinpath(_COMPILED).read_bytes())
    return data


def show(identifier: str, dossier_dirs: Sequence[Path] = ()) -> str:
    """The YAML text of a dossier with its sources; raises KnowledgeError for an unknown id."""
    own = (path for folder in reversed(dossier_dirs) for path in sorted(Path(folder).glob("*.yaml")))
    found = next((path for path in own if read_dossier(path).id == identifier), None)
    found = found or next((path for path in builtin_files() if path.stem == identifier), None)
    if found is not None:
        return found.read_text(encoding="utf-8")
    raise KnowledgeError(f"no dossier {identifier}; there are {', '.join(path.stem for path in builtin_files())}")


def new(identifier: str, path: Path) -> Path:
    """Write a dossier to start from; raises KnowledgeError where a file is already there or the id is malformed."""
    if path.exists():
        raise KnowledgeError(f"{path} is already there")
    if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", identifier) is None:
        raise KnowledgeError(f"{identifier!r} is no id: small letters, digits and single hyphens")
    path.write_text(_TEMPLATE.format(id=identifier), encoding="utf-8")
    return path
