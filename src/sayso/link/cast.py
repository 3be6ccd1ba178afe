"""The cast of a report: every person and body that it names, whom a surname, role or pronoun may stand for."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from sayso.expression import Expression
from sayso.link.lexicon import fold
from sayso.link.source_words import Gender, person_in, word_set
from sayso.model import Party

_WORD = Expression(r"[^\W_]+")


def name_key(name: str) -> tuple[str, ...]:
    """The words of a name without case and diacritics."""
    return tuple(fold(word) for word in _WORD.findall(name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One person or body of the cast."""

    party: Party
    key: tuple[str, ...]
    #: Where the report first names it, and everywhere it does (offsets, ascending).
    first: int
    places: tuple[int, ...] = ()
    gender: Gender | None = None
    #: Nouns that may stand for it: "expert", "president", "ministry".
    heads: frozenset[str] = frozenset()

    @property
    def person(self) -> bool:
        """True for a named or unnamed single person."""
        return self.party.kind == "person"


@dataclass(slots=True)
class Cast:
    """Members by the order in which the report names them. Filled before any source is read.

    What a source tells of somebody completes a member.
    """

    text: str
    members: list[Member] = field(default_factory=list)
    _numbers: dict[tuple[tuple[str, ...], bool], int] = field(default_factory=dict, init=False, repr=False)
    _places: dict[str, list[int]] = field(default_factory=dict, init=False, repr=False)

    def places_of(self, name: str) -> list[int]:
        """Everywhere the text prints the last word of a name."""
        words = _INDEXED.findall(name)
        if not words:
            return []
        if words[-1] not in self._places:
            self._places[words[-1]] = list(places_of_word(self.text, words[-1]))
        return self._places[words[-1]]

    def add(self, member: Member) -> None:
        """Add a member, or complete the one of the same name with what the new one knows more."""
        number = self._numbers.setdefault((member.key, member.person), len(self.members))
        if number < len(self.members):
            self.members[number] = _merged(self.members[number], member)
        else:
            self.members.append(member)

    def of_name(self, key: tuple[str, ...]) -> list[Member]:
        """The members whose name ends with the given words; longer names, told in full, come before the bare words.

        Where names end in none, who is called by another ("Abebe" after "Abebe Lemma", "Botero" after "Oscar Botero
        Restrepo") is the only one named so.
        """
        longer = [m for m in self.members if key and len(m.key) > len(key) and m.person]
        ending = [m for m in longer if m.key[-len(key) :] == key]
        other = _wholes([m for m in longer if key[0] in m.key]) if len(key) == 1 and not ending else []
        return ending or (other if len(other) == 1 else [m for m in self.members if m.key == key])

    def of_head(self, head: str, before: int, *, person: bool | None = None) -> list[Member]:
        """The members named before an offset that a noun may stand for, the latest named first."""
        fit = [m for m in self.members if head in m.heads and m.first < before and person in (None, m.person)]
        return sorted(fit, key=lambda m: -self.last_place(m, before))

    def last_place(self, member: Member, before: int) -> int:
        """Where a member was last named before an offset; -1 where it was not."""
        return next((p for p in reversed(member.places) if p < before), -1)


def _wholes(members: Sequence[Member]) -> list[Member]:
    """The members without those whose name another's ends in ("Ada Lorne" beside "Col Ada Lorne")."""
    return [m for m in members if not any(len(o.key) > len(m.key) and o.key[-len(m.key) :] == m.key for o in members)]


def _merged(known: Member, new: Member) -> Member:
    return Member(
        party=_completed(known.party, new.party),
        key=known.key,
        first=min(known.first, new.first),
        places=tuple(sorted({*known.places, *new.places})),
        gender=known.gender or new.gender,
        heads=known.heads | new.heads,
    )


def _completed(one: Party, other: Party) -> Party:
    if one == other:
        return one
    return replace(
        one,
        role=_longer(one.role, other.role),
        affiliation=one.affiliation or other.affiliation,
        speaks_for=one.speaks_for or other.speaks_for,
        side=one.side or other.side,
        side_group=one.side_group or other.side_group,
    )


def _longer(one: str | None, other: str | None) -> str | None:
    return max((one or "", other or ""), key=len) or None


# -- people whom the text introduces -----------------------------------------------------------------------------------

_CAP = r"(?:[^\W\d_a-zß-öø-ÿ]\.|[^\W\d_a-zß-öø-ÿ][\w’'-]*)"
_PARTICLE = r"(?:de|da|del|della|van|von|der|den|al|el|bin|ibn|abu)"
#: By their first letters, so that most words fail at the first.
_TITLE = (
    r"(?:[Pp](?:resident|rime [Mm]inister|rof(?:essor|\.)|rosecutor|rince)|[Mm](?:inister|ayor|ajor|arshal)"
    r"|M(?:aj\.|r\.?|rs\.?|s\.?)|[Ss](?:ecretary|pokes(?:man|woman|person)|ergeant|enator|heikh)|S(?:gt|en)\."
    r"|[Gg](?:overnor|eneral)|G(?:en|ov)\.|[Cc](?:olonel|aptain|ommander|hief|hair(?:man|woman))|C(?:ol|apt)\."
    r"|[Ll](?:ieutenant|eader)|Lt\.|[Aa](?:dmiral|mbassador|ide|dvis[eo]r|nalyst|ctivist)|Adm\."
    r"|[Bb](?:rigadier|ishop)|Brig\.|[Dd](?:irector|octor)|Dr\.?|[Hh]ead|[Oo](?:fficial|fficer|mbudsman)"
    r"|[Ee](?:xpert|nvoy)|[Kk]ing|[Qq]ueen|[Tt]eacher|[Nn]urse|[Ff]armer|[Rr]esident|Rep\.)"
)
_TITLED = Expression(rf"(?<!\w){_TITLE}\s(?P<name>{_CAP}(?:\s(?:{_PARTICLE}\s)?{_CAP}){{0,3}})")
_WORDS_BEFORE = Expression(
    r"(?:(?:(?:[A-Z]\.)+|(?:Lt|Gen|Col|Maj|Capt|Brig|Adm|Sgt|Dr|Mr|Mrs|Ms|St)\.|[\w’'-]+)[^\S\n]){0,5}$"
)
#: How far before a title, in characters, the words that belong to it may begin.
_BEFORE = 70
_APPOSED = Expression(
    rf"(?P<name>{_CAP}(?:\s(?:{_PARTICLE}\s)?{_CAP}){{1,3}}),\s(?P<role>(?:the|an?|who (?:heads|leads"
    rf"|commands))?\s?(?!(?:said|says|told|added)\b)[^,.;:\n“”\"]{{4,90}})(?=,|\.)"
)


_NAME_APPOSED = Expression(
    rf"(?<!\w)(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|{_CAP}['’]s)\s[^,.;:\n“”\"]{{3,60}},\s"
    rf"{_CAP}(?:\s(?:{_PARTICLE}\s)?{_CAP}){{1,3}}(?=,|\.)"
)


@functools.lru_cache(maxsize=4)
def introductions(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text may introduce a person by title or apposition: noun phrase with its role, start and end."""
    return tuple(_introductions(text))


def _introductions(text: str) -> Iterator[tuple[int, int]]:
    for found in _TITLED.finditer(text):
        window = max(0, found.start() - _BEFORE)
        before = _WORDS_BEFORE.search(text, window, found.start())
        yield (before.start() if before else found.start()), found.end()
    for pattern in (_APPOSED, _NAME_APPOSED):
        for found in pattern.finditer(text):
            yield found.span()


def places_of_word(text: str, word: str) -> Iterator[int]:
    """The offsets where a word stands whole, and is no part of a hyphenated one."""
    start = text.find(word)
    while start >= 0:
        whole = None if _WITHIN_WORD.search(text, max(0, start - 2), start) else _INDEXED.match(text, start)
        if whole is not None and whole.end() == start + len(word):
            yield start
        start = text.find(word, start + 1)


#: What the text before an offset ends with where a word goes on there.
_WITHIN_WORD = Expression(r"[^\W_]-?\Z")
_INDEXED = Expression(r"[^\W_]+(?:-[^\W_]+)*")


_NO_FIRST_NAME = word_set(
    "the a an and but when after as while for in on at mr mrs ms dr gen col prof president minister"
)


def first_names(cast: Cast, surname: str) -> set[str]:
    """The first names that a text prints before a surname, without titles and words that open a sentence."""
    before = (_WORD_BEFORE.search(cast.text, max(0, p - 30), p) for p in cast.places_of(surname))
    firsts = {found["first"] for found in before if found}
    return {first for first in firsts if first.lower() not in _NO_FIRST_NAME and _is_name(f"{first} {surname}")}


def _is_name(words: str) -> bool:
    found = person_in(words)
    return found is not None and found[0] == words


_WORD_BEFORE = Expression(rf"(?<!\w)(?P<first>{_CAP})\s$")
