"""The same person or body under several spellings, over many reports: linked with a score and reasons, never merged.

Every spelling is kept; a link is a record of its own that can be withdrawn. Two parties are compared by their names,
transliterated (Мехман, Mekhman and Mehman meet), by office and by side: who speaks for two sides is two people.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations

from sayso.link.knowledge_base import Knowledge
from sayso.link.lexicon import key_of
from sayso.model import Party, digest

#: From this score on two names are linked; below it they are only alike.
LINKED = 0.8
#: Given names, or the words of a body's name, that are less alike than this are different.
_DIFFERENT = 0.7
#: The weights of surname, given names, role or body, and side.
_SURNAME, _GIVEN, _ROLE, _SIDE = 0.45, 0.35, 0.1, 0.1
#: Spellings of one sound in transliterations from Cyrillic, Arabic, Armenian and Turkic alphabets.
_SOUNDS = (
    (r"dzh|dj", "j"), (r"kh|x", "h"), (r"gh|q", "g"), (r"ph", "f"), (r"w", "v"), (r"ck|c(?=[aouk])", "k"), (r"zh", "j"),
    (r"[ea][iy]", "e"), (r"[iy]+", "i"), (r"ie|io|ia", "i"), (r"ou|oo", "u"), (r"k(?=is|s)", "g"), (r"(.)\1+", r"\1"),
)  # fmt: skip
_FILLERS = frozenset({"of", "the", "and", "for", "s", "al", "el", "ul"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two names taken to be one party, how sure, why, and by whom; withdrawn, never deleted."""

    id: str
    first: str
    second: str
    score: float
    reasons: tuple[str, ...]
    by: str = "sayso"
    withdrawn_by: str | None = None

    @property
    def holds(self) -> bool:
        """True until somebody withdraws it."""
        return self.withdrawn_by is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Identities:
    """Every spelling met, and the links between them."""

    parties: Mapping[str, Party] = field(default_factory=dict)
    links: tuple[Link, ...] = ()

    def variants(self, name: str) -> tuple[str, ...]:
        """All spellings of one party, in alphabetical order; the name alone where nothing is linked to it."""
        neighbours: dict[str, set[str]] = defaultdict(set)
        for link in self.links:
            if link.holds:
                neighbours[link.first].add(link.second)
                neighbours[link.second].add(link.first)
        found, open_ends = {name}, [name]
        while open_ends:
            fresh = neighbours[open_ends.pop()] - found
            found |= fresh
            open_ends.extend(fresh)
        return tuple(sorted(found))

    def same(self, one: str, other: str) -> bool:
        """True where both names stand for one party by the links that hold."""
        return other in self.variants(one)

    def why(self, one: str, other: str) -> Link | None:
        """The link between exactly these two names, withdrawn or not."""
        pair = {one, other}
        return next((link for link in self.links if {link.first, link.second} == pair), None)

    def link(self, one: str, other: str, by: str) -> Identities:
        """Both names taken as one party by a person."""
        link = Link(
            id=_link_id(one, other, by), first=one, second=other, score=1.0, reasons=(f"linked by {by}",), by=by
        )
        return replace(self, links=(*self.links, link))

    def withdraw(self, identifier: str, by: str) -> Identities:
        """The same spellings without that link; the link stays on record with who withdrew it."""
        links = tuple(replace(link, withdrawn_by=by) if link.id == identifier else link for link in self.links)
        return replace(self, links=links)


def find_identities(parties: Iterable[Party], knowledge: Knowledge | None = None) -> Identities:
    """Link the spellings of the same persons and bodies; independent of the order of the parties.

    Only pairs that share the beginning of a word are compared, so that time grows with the size of such blocks. A name
    is linked to a group of names only where it contradicts none of them.
    """
    named = {party.name: party for party in sorted(parties, key=lambda p: (p.name, p.side or "", p.role or ""))}
    scored = [_link(named[one], named[other], knowledge) for one, other in _candidates(named)]
    identities = Identities(parties=named)
    for link in sorted(scored, key=lambda link: (-link.score, link.first, link.second)):
        if link.score >= LINKED and _fits(link, identities, knowledge):
            identities = replace(identities, links=(*identities.links, link))
    return identities


def compare(one: Party, other: Party, knowledge: Knowledge | None = None) -> tuple[float, tuple[str, ...]]:
    """How sure it is that two parties are one, from 0 to 1, and the reasons for it in plain words."""
    if (
        knowledge is not None
        and (entry := knowledge.find(one.name)) is not None
        and entry == knowledge.find(other.name)
    ):
        return 1.0, (f"both are spellings of {entry.name} in the file of names",)
    if one.kind != other.kind:
        return 0.0, (f"one is a {one.kind}, the other a {other.kind}",)
    score, reasons = _persons(one, other) if one.kind == "person" else _bodies(one, other)
    if one.side and other.side and one.side != other.side:
        return round(score * 0.3, 3), (*reasons, f"different sides: {one.side}, {other.side}")
    return round(score, 3), reasons


def _link(one: Party, other: Party, knowledge: Knowledge | None) -> Link:
    score, reasons = compare(one, other, knowledge)
    return Link(
        id=_link_id(one.name, other.name, "sayso"), first=one.name, second=other.name, score=score, reasons=reasons
    )


def _link_id(one: str, other: str, by: str) -> str:
    return digest("identity", *sorted((one, other)), by)


def _fits(link: Link, identities: Identities, knowledge: Knowledge | None) -> bool:
    """True where no spelling on one end contradicts a spelling on the other."""
    pairs = ((a, b) for a in identities.variants(link.first) for b in identities.variants(link.second) if a != b)
    named = identities.parties
    return all(compare(named[a], named[b], knowledge)[0] >= LINKED / 2 for a, b in pairs)


def _candidates(named: Mapping[str, Party]) -> Iterator[tuple[str, str]]:
    """Pairs of names that share the beginning of one of their words, each once, in order."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for name, party in named.items():
        for word in sounds(name):
            blocks[f"{party.kind == 'person'} {word[:2]}"].append(name)
    yield from sorted({pair for block in blocks.values() for pair in combinations(sorted(set(block)), 2)})


@functools.lru_cache(maxsize=4096)
def sounds(name: str) -> tuple[str, ...]:
    """The words of a name as they sound: Latin letters, one spelling for sounds written in many ways."""
    from anyascii import anyascii  # only needed where names of many reports are compared

    words = [word for word in key_of(anyascii(name)).split() if word not in _FILLERS]
    return tuple(filter(None, map(_sound, words)))


def _sound(word: str) -> str:
    for pattern, sound in _SOUNDS:
        word = re.sub(pattern, sound, word)
    return word


def _alike(one: str, other: str) -> float:
    from rapidfuzz.fuzz import ratio

    if len(one) == 1 or len(other) == 1:
        return 0.9 if one[:1] == other[:1] else 0.0
    return ratio(one, other) / 100


def _persons(one: Party, other: Party) -> tuple[float, tuple[str, ...]]:
    first, second = sounds(one.name), sounds(other.name)
    if not first or not second:
        return 0.0, ("no letters to compare",)
    surname = _alike(first[-1], second[-1])
    given = max((_alike(a, b) for a in first[:-1] for b in second[:-1]), default=None)
    reasons = [f"surnames {surname:.0%} alike by sound ({first[-1]}, {second[-1]})"]
    if given is None:
        reasons.append("one is named by surname only")
    else:
        reasons.append(f"given names {given:.0%} alike by sound")
    role, why = _same_office(one, other)
    side = bool(one.side) and one.side == other.side
    reasons += why + ([f"same side: {one.side}"] if side else [])
    score = _SURNAME * surname + _GIVEN * (0.8 if given is None else given) + _ROLE * role + _SIDE * side
    score /= _SURNAME + _GIVEN + _ROLE * _both(one.role, other.role) + _SIDE * _both(one.side, other.side)
    score = min(1.0, score)
    if surname < _DIFFERENT or (given is not None and given < _DIFFERENT):
        return min(score, 0.3), (*reasons, "too different")
    return score, tuple(reasons)


def _both(one: str | None, other: str | None) -> bool:
    """True where both are known, so that they can agree or not."""
    return bool(one and other)


def _same_office(one: Party, other: Party) -> tuple[bool, list[str]]:
    if one.role and other.role and sounds(one.role) == sounds(other.role):
        return True, [f"same office: {one.role}"]
    if one.affiliation and one.affiliation == other.affiliation:
        return True, [f"same body: {one.affiliation}"]
    return False, []


def _bodies(one: Party, other: Party) -> tuple[float, tuple[str, ...]]:
    """Bodies are one where each word of the one has its like in the other, and every number its equal."""
    first, second = sounds(one.name), sounds(other.name)
    if not first or not second or set(filter(_numbered, first)) != set(filter(_numbered, second)):
        return 0.0, ("different numbers",)
    best = [max(_alike(word, like) for like in second) for word in first]
    best += [max(_alike(word, like) for like in first) for word in second]
    if min(best) < _DIFFERENT:
        return 0.3, ("a word of one name has no like in the other",)
    return sum(best) / len(best), (f"words {sum(best) / len(best):.0%} alike by sound",)


def _numbered(word: str) -> bool:
    return any(sign.isdigit() for sign in word)
