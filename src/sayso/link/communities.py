"""Peoples, tribes and clans that fight each other in a report: there, their names stand for sides.

A people is no party by itself, and most are in no list. Where a report tells of violence between two of them, those who
fight, raid and fall under a people's name are its own, whichever names the report gives. Nothing is read off one name
alone: both sides of a fight have to be called communities.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.expression import Expression
from sayso.link.gazetteer import Gazetteer
from sayso.link.knowledge_base import Knowledge
from sayso.link.lexicon import Alias, Entry, key_of
from sayso.link.place_cues import CALENDAR
from sayso.link.place_names import name_key
from sayso.link.sentences import Sentences

_NAME = r"[A-Z][\w’'ʻ]+(?:-[A-Z][\w’'ʻ]+)*"
#: Nouns that say of a name that it is a community's.
_COMMUNITY = (
    r"communit(?:y|ies)|tribes?|tribesm[ae]n|tribespeople|(?:sub-?)?clans?|clansm[ae]n|clan members|ethnic groups?"
    r"|ethnic militias?|tribal militias?|tribal fighters"
)
#: Nouns that people of a community have when it fights or is attacked; places and states have them too.
_MEMBERS = (
    r"herders?|herdsm[ae]n|pastoralists?|nomads?|raiders?|rustlers|cattle rustlers|warriors?|farmers?|villagers?"
    r"|youths?|militias?|militiam[ae]n|fighters|gunmen|mobs?|vigilantes|elders?|civilians|settlers|houses|homes"
)
_BEFORE = r"(?:(?:the|rival|armed|ethnic|members of(?: the)?|mainly|mostly|nomadic|local)\s+)*"
_CALLED = Expression(
    rf"\b(?P<ethnic>ethnic\s+)?(?P<name>{_NAME})\s+(?:(?P<community>{_COMMUNITY})|(?P<members>{_MEMBERS}))\b"
)
_NOUNS = Expression(rf"\b(?:ethnic|{_COMMUNITY}|{_MEMBERS})\b")
#: "clashes between A and B communities", "fighting between the A and the B".
_BETWEEN = Expression(
    rf"\bbetween\s+{_BEFORE}(?P<one>{_NAME})(?:\s+(?:{_COMMUNITY}|{_MEMBERS}))?\s+and\s+{_BEFORE}(?P<other>{_NAME})"
    rf"(?P<nouns>\s+(?:{_COMMUNITY}|{_MEMBERS}))?\b"
)
#: "13 Samburu", "two Kukis": people, and no place.
_COUNTED = Expression(
    rf"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozens of|several)\s+"
    rf"(?P<name>{_NAME})(?=[.,;]|\s+(?:was|were|had|have|has|and|in|on|at|dead|died|killed|wounded|during|who)\b)"
)
_VIOLENCE = Expression(
    r"\b(?:clash\w*|fight\w*|fought|violence|conflict|feud\w*|battl\w+|wars?|skirmish\w*|gunfight\w*|raid\w*|attack\w*"
    r"|revenge|reprisal\w*|retaliat\w+|kill\w*|massacr\w+|ambush\w*|slaughter\w*|hack\w*|murder\w*|shot|burn\w*|torch\w*)\b",
    re.IGNORECASE,
)
_AFTER_SENTENCE = Expression(r"(?:^|[.!?:\n]\s*[\"“]?)$")


@dataclass(frozen=True, slots=True)
class _Called:
    """The names that a report calls communities or counts people by, sets against each other, and gives to members."""

    communities: frozenset[str]
    paired: frozenset[str]
    members: Counter[str]

    def names(self) -> frozenset[str]:
        """All of them."""
        return self.communities | self.paired | self.members.keys()


def communities(text: str, knowledge: Knowledge, gazetteer: Gazetteer) -> dict[str, Alias]:
    """The names of the communities that fight each other in a report, as names of sides."""
    if _NOUNS.search(text) is None:
        return {}
    called = _called(text, knowledge)
    fit = {name for name in called.names() if _is_community(name, called, knowledge, gazetteer)}
    sides = {name: _side(name, fit, knowledge) for name in fit}
    table: dict[str, Alias] = {}
    for name, side in _fighting(text, sides):
        entry = Entry(name=side, kind="group", sort="group", adjective=name, speaks_for=side, side=side)
        for spelling in (name, name.removesuffix("s"), f"{name}s"):
            table.setdefault(key_of(spelling), Alias(entry, "name", spelling, False))
    return table


def _side(name: str, fit: set[str], knowledge: Knowledge) -> str:
    """One name for a people, its adjective and its plural."""
    known = knowledge.find(name)
    if known is not None:
        return known.adjective if known.name == f"{known.adjective}s" else known.name
    return name.removesuffix("s") if name.removesuffix("s") in fit else name


def _called(text: str, knowledge: Knowledge) -> _Called:
    pairs = list(_BETWEEN.finditer(text))
    communities = {name for pair in pairs if pair["nouns"] for name in (pair["one"], pair["other"])}
    communities.update(found["name"] for found in _COUNTED.finditer(text))
    members: Counter[str] = Counter()
    for found in _CALLED.finditer(text):
        name = found["name"]
        if found["ethnic"] or found["community"]:
            communities.add(name)
        elif not _AFTER_SENTENCE.search(text, max(0, found.start() - 3), found.start()) or knowledge.find(name):
            members[name] += 1
    paired = frozenset(name for pair in pairs for name in (pair["one"], pair["other"]))
    return _Called(frozenset(communities), paired, members)


def _is_community(name: str, called: _Called, knowledge: Knowledge, gazetteer: Gazetteer) -> bool:
    """A people of the list, or a name of nobody else that the report calls a community; or calls its members so, once
    if it is no place, else twice. The fighters of a people that has a party of its own are that party's.
    """
    known = knowledge.find(name)
    if known is not None:
        return known.sort == "people" and (known.side is None or name in called.communities)
    if name in CALENDAR or len(name) < 3 or name.isupper():
        return False
    return name in called.communities or called.members[name] > gazetteer.knows(name_key(name))


def _fighting(text: str, sides: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The names and sides of which two stand in one sentence that tells of violence."""
    if len(set(sides.values())) < 2:
        return
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, sides), key=len, reverse=True))})\b")
    for start, end in Sentences(text):
        named = set(pattern.findall(text, start, end))
        if len({sides[name] for name in named}) > 1 and _VIOLENCE.search(text, start, end):
            yield from sorted((name, sides[name]) for name in named)
