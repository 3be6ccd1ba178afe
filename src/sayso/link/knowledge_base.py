"""What is known before a report is read: states, groups, bodies, outlets, people, and the dossiers of conflicts."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from sayso.errors import KnowledgeError
from sayso.link.dossier_choice import Named, Shelf
from sayso.link.dossiers import Actor, Dossier, read_compiled, read_dossier
from sayso.link.lexicon import (
    WORDS_IN_CAPITALS,
    Alias,
    Entry,
    How,
    Lexicon,
    Sort,
    Word,
    fold,
    in_capitals,
    key_of,
    longest_by_first,
    split_words,
)
from sayso.model import PartyKind

#: Ends the name of the side that a state's rebels without a name of their own are.
REBELS = ": rebels"
_LISTS = ("countries", "called", "ethnic", "government_years")
#: What kinds of actor in a dossier are among names.
_SORTS: Mapping[str, tuple[Sort, PartyKind]] = {
    "government": ("body", "organisation"),
    "de_facto_authority": ("de_facto", "state"),
    "armed_group": ("group", "group"),
    "coalition": ("coalition", "group"),
    "international_force": ("coalition", "group"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """Names, people and conflicts. Loaded once; :meth:`for_report` gives the view with the dossier of one report."""

    lexicon: Lexicon
    heads: Mapping[str, tuple[str, str]]
    #: How many words the longest head has, by its first word.
    head_lengths: Mapping[str, int]
    #: Every word of a head or modifier.
    head_words: frozenset[str]
    modifiers: frozenset[str]
    compounds: frozenset[str]
    #: Leader by surname, for "the N. regime".
    surnames: Mapping[str, Entry]
    #: State by ISO 3166-1 alpha-2 code.
    states: Mapping[str, Entry]
    dossiers: Mapping[str, Dossier]
    #: The same, to choose from.
    shelf: Shelf
    #: The dossier in use: given, or chosen for the report at hand.
    dossier: Dossier | None = None
    #: True where each report gets its dossier by the evidence in it.
    choosing: bool = False
    published: date | None = None
    #: What each dossier adds to the names, by its id: made when it is first chosen, and used for every further report.
    _tables: dict[str, dict[str, Alias]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def load(cls, conflict: str | Path | None = "auto", dossier_dirs: Sequence[Path] = ()) -> Knowledge:
        """Load names and dossiers.

        `conflict`: a dossier's id or file; "auto" chooses one by the evidence in each report; None or "none" for none.
        `dossier_dirs`: folders with dossiers of one's own (``*.yaml``), which win over built-in ones of the same id.
        Raises KnowledgeError for an unknown id or a malformed dossier.
        """
        base = _base()
        own = {d.id: d for folder in dossier_dirs for d in map(read_dossier, sorted(Path(folder).glob("*.yaml")))}
        dossiers = {**base.dossiers, **own}
        shelf = Shelf(tuple(dossiers.values())) if own else base.shelf
        knowledge = replace(base, dossiers=dossiers, shelf=shelf, choosing=conflict == "auto", _tables={})
        if conflict in (None, "none", "auto"):
            return knowledge
        return knowledge._with(_named_dossier(conflict, dossiers))

    def for_report(self, text: str, published: date | None) -> Knowledge:
        """The knowledge to read one report with: `dossier` is the one given, or the best supported by the text."""
        if not self.choosing:
            return replace(self, published=published)
        words = split_words(text)
        unclear = WORDS_IN_CAPITALS if in_capitals(text) else frozenset()
        entries = [a.entry for first, _, a in self.names_in(words) if words[first].key not in unclear]
        named = Named(
            counts=Counter(entry.name for entry in entries),
            countries=frozenset(code for entry in entries if entry.sort == "state" for code in entry.countries),
            states=Counter(entry.name for entry in entries if entry.sort == "state"),
        )
        chosen = self.shelf.choose(named, text, published)
        return replace(self._with(chosen) if chosen else self, published=published, choosing=False)

    def _with(self, dossier: Dossier) -> Knowledge:
        if dossier.id not in self._tables:
            self._tables[dossier.id] = _dossier_table(dossier, self.lexicon)
        return replace(self, dossier=dossier, lexicon=self.lexicon.with_table(self._tables[dossier.id]))

    def names_in(self, words: tuple[Word, ...]) -> Iterator[tuple[int, int, Alias]]:
        """Every known name in the words of a text: index of its first word, index after its last, meaning."""
        begins, match, stop = self.lexicon.begins, self.lexicon.match, 0
        for at, word in enumerate(words):
            if at < stop:
                continue
            found = match(words, at) if begins(word.key) else None
            if found is None and word.capital and word.key.endswith("s"):
                found = self._unmarked_possessive(word)
            if found is not None:
                stop = found[0] or at + 1
                yield at, stop, found[1]

    def _unmarked_possessive(self, word: Word) -> tuple[int, Alias] | None:
        """A possessive whose apostrophe was lost on the way ("Syrias army"): name and s in one word."""
        alias = self.lexicon.get(word.key[:-1])
        named = alias is not None and alias.how == "name" and alias.entry.kind in ("state", "group", "person")
        return (0, alias) if alias is not None and named and not alias.exact else None

    def spelt(self, text: str) -> Iterator[tuple[int, int, str]]:
        """First and end offset of each known name in a text in capitals, and the name as it is written elsewhere."""
        words = split_words(text)
        for first, stop, alias in self.names_in(words):
            if words[first].key not in WORDS_IN_CAPITALS:
                yield words[first].start, words[stop - 1].end, alias.spelling

    def find(self, name: str) -> Entry | None:
        """The entry that a whole name stands for, in any spelling of it."""
        alias = self.spelling(name)
        return alias.entry if alias else None

    def spelling(self, name: str) -> Alias | None:
        """What a whole name is a spelling of, and whether as its name, adjective or people; None for an unknown one."""
        return self.lexicon.get(key_of(name))

    def is_people_name(self, word: str) -> bool:
        """True for a name of the members of a people, state or armed group ("Azerbaijanis"); case does not matter."""
        alias = self.lexicon.get(fold(word))
        return alias is not None and (alias.how == "people" or _names_members(alias))

    def is_name(self, word: str) -> bool:
        """True for any known proper name or adjective of one; case does not matter but for names that are words too."""
        key = key_of(word)
        return self.lexicon.get(key) is not None and not (word.islower() and key in WORDS_IN_CAPITALS)

    def voice(self, side: str | None) -> str | None:
        """Whose voice a state's own organs are: the state, or its government where the two must be told apart."""
        if side is None:
            return None
        if self.dossier and (actor := self.dossier.government_of(side)):
            return actor
        entry = self.find(side)
        if entry is None or entry.sort != "state" or entry.government is None:
            return side
        first, last = entry.government_years or (0, 9999)
        return entry.government if self.published is None or first <= self.published.year <= last else side

    def country_of(self, side: str) -> str:
        """The state whose government a side is in this conflict; the side itself where it is none."""
        actor = self.dossier.actor(side) if self.dossier else None
        return (actor.government_of if actor else None) or side

    def state_of_country(self, iso2: str) -> str | None:
        """The usual English name of the state with that ISO 3166-1 alpha-2 code."""
        entry = self.states.get(iso2)
        return entry.name if entry else None

    def is_armed_group(self, name: str) -> bool:
        """True for an armed group that is no state, de facto state or coalition of states."""
        actor = self.dossier.actor(name) if self.dossier else None
        if actor is not None:
            return actor.kind == "armed_group"
        entry = self.find(name)
        return entry.sort == "group" if entry else name.endswith(REBELS)

    def side_of(self, name: str) -> str | None:
        """The party to a conflict that a named party belongs to, speaks for or is; None where that is not known."""
        entry = self.find(name)
        if entry is None:
            return name if self.dossier and self.dossier.actor(name) else None
        return entry.side if entry.sort == "state" else self.voice(entry.side)

    def side_group(self, side: str) -> str:
        """The dossier's side that a party is counted with; the party itself without a dossier or outside of it."""
        return (self.dossier.group_of(side) if self.dossier else None) or side

    def hostile(self, side_a: str, side_b: str, on: date | None = None) -> bool | None:
        """Whether two parties fight each other on a day (None: at any time); None where the dossier does not say."""
        return self.dossier.hostile(side_a, side_b, on) if self.dossier else None

    def backs(self, backer: str, backed: str, on: date | None = None) -> bool:
        """True where the dossier says that the first backs the second on a day (None: at any time)."""
        return bool(self.dossier and self.dossier.backs(backer, backed, on))

    def affiliated(self, party: str) -> str | None:
        """The side whose camp a party belongs to without being its voice: state-run media, institutes, activists."""
        entry = self.find(party)
        return self.voice(entry.side) if entry and entry.speaks_for is None and entry.kind != "state" else None


def _named_dossier(conflict: str | Path | None, dossiers: Mapping[str, Dossier]) -> Dossier:
    known = dossiers.get(str(conflict))
    if known is not None:
        return known
    path = Path(str(conflict))
    if path.suffix in (".yaml", ".yml"):
        return read_dossier(path)
    raise KnowledgeError(f"no dossier {conflict!s}; there are {', '.join(sorted(dossiers))}")


@functools.lru_cache(maxsize=1)
def _base() -> Knowledge:
    """The built-in knowledge; nothing in it can be changed, so every load shares it."""
    data = read_compiled()
    entries = [_entry(raw) for raw in data["entries"]]
    dossiers = tuple(map(Dossier.of, data["dossiers"]))
    table = {key: Alias(entries[index], how, spelling, exact) for key, index, how, spelling, exact in data["aliases"]}
    return Knowledge(
        lexicon=Lexicon(table),
        heads={key: (head, kind) for key, head, kind in data["heads"]},
        head_lengths=longest_by_first(key for key, _, _ in data["heads"]),
        head_words=frozenset(data["modifiers"]).union(*(key.split() for key, _, _ in data["heads"])),
        modifiers=frozenset(data["modifiers"]),
        compounds=frozenset(data["compounds"]),
        surnames={surname: entries[index] for surname, index in data["surnames"].items()},
        states={entry.countries[0]: entry for entry in entries if entry.sort == "state"},
        dossiers={dossier.id: dossier for dossier in dossiers},
        shelf=Shelf(dossiers),
    )


def _entry(raw: dict[str, Any]) -> Entry:
    lists: dict[str, Any] = {name: tuple(raw[name]) for name in _LISTS if name in raw}
    return Entry(**{**raw, **lists})


def _dossier_table(dossier: Dossier, lexicon: Lexicon) -> dict[str, Alias]:
    """The names that a dossier adds, and what known names stand for in its conflict."""
    table: dict[str, Alias] = {}
    for actor in dossier.actors:
        entry = _actor_entry(actor, lexicon)
        spelled: list[tuple[How, str]] = [("name", name) for name in (actor.name, *actor.aliases)]
        spelled += [("adjective", name) for name in actor.adjectives]
        table |= {key_of(name): Alias(entry, how, name, _is_exact(name, lexicon)) for how, name in spelled}
        for name, role in actor.people:
            person = Entry(
                name=name,
                kind="person",
                sort="person",
                role=role,
                affiliation=actor.name,
                speaks_for=actor.name,
                side=actor.name,
            )
            table[key_of(name)] = Alias(person, "name", name, False)
    for related in dossier.related:
        known = lexicon.get(key_of(related.name))
        entry = Entry(
            name=related.name,
            kind="outlet" if related.kind == "outlet" else "organisation",
            sort="outlet" if related.kind == "outlet" else "body",
            affiliation=related.side,
            side=related.side,
            state_run=known is not None and known.entry.state_run,
        )
        spellings = (related.name, *related.aliases)
        table |= {key_of(s): Alias(entry, "name", s, _is_exact(s, lexicon)) for s in spellings}
    return {key: alias for key, alias in table.items() if key}


def _is_exact(spelling: str, lexicon: Lexicon) -> bool:
    """True for short letters, which have to stand there as such, unless they are known to be written as a name too."""
    known = lexicon.get(key_of(spelling))
    return spelling.isupper() and len(spelling) <= _SHORT and (known is None or known.exact)


#: So many letters may be a word as well.
_SHORT = 4


def _actor_entry(actor: Actor, lexicon: Lexicon) -> Entry:
    """The known entry of that name, else one made from the dossier."""
    known = lexicon.get(key_of(actor.name))
    if known is not None and known.entry.name == actor.name:
        return known.entry
    sort, kind = _SORTS[actor.kind]
    adjective = next(iter(actor.adjectives), actor.name)
    return Entry(
        name=actor.name,
        kind=kind,
        sort=sort,
        adjective=adjective,
        speaks_for=actor.name,
        side=actor.name,
        called=actor.called,
    )


def _names_members(alias: Alias) -> bool:
    """True for a group called by its members, "the Norlandis": the plural of its adjective."""
    entry = alias.entry
    return entry.sort == "group" and alias.how == "name" and fold(alias.spelling) == f"{fold(entry.adjective)}s"
