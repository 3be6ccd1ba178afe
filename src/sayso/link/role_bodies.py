"""Whose spokesman "a ministry spokesman" is, whose colonel "a colonel of the movement": the body named last."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.expression import Expression
from sayso.link.mentions import Mentions, PartyMention
from sayso.link.speaker_party import voice_of
from sayso.model import Party

#: How far back (characters) the body may have been named.
_REACH = 1200
#: Nouns for an armed or political group; any group may be meant by them.
_GROUPS = (
    r"group|movement|militia|front|faction|rebels?|guerrillas?|insurgents?|organi[sz]ation|party|alliance|coalition"
)
_BODIES = r"ministry|department|command|mission|agency|bureau|council|commission"
_HOLDERS = (
    r"spokes(?:man|woman|person)|officials?|commander|officer|leader|chief|head|representative|colonel|general|envoy"
    r"|negotiator|secretary"
)
_ROLE = Expression(
    rf"(?P<before>{_GROUPS}|{_BODIES})(?:['’]s)?\s(?:[\w-]+\s){{0,2}}?(?:{_HOLDERS})$"
    rf"|\b(?:{_HOLDERS})\s(?:of|for|in|with)\s(?:the|that)\s(?P<of>{_GROUPS}|{_BODIES})$",
    re.IGNORECASE,
)
_GROUP = Expression(rf"(?:{_GROUPS})$", re.IGNORECASE)


def with_body(party: Party, place: int, mentions: Mentions) -> Party:
    """The person at an offset with the voice of the body that its role points back to; unchanged where none does."""
    if party.speaks_for or party.side or not party.role:
        return party
    told = _ROLE.search(party.role)
    if told is None:
        return party
    noun = (told["before"] or told["of"]).lower()
    body = next(_named(noun, place, mentions), None)
    if body is None:
        return party
    voice = voice_of(body) or body.side
    return replace(party, affiliation=body.name, speaks_for=voice, side=body.side or voice, side_group=body.side_group)


def _named(noun: str, place: int, mentions: Mentions) -> Iterator[Party]:
    """The parties that the noun may mean, the one named last first."""
    for mention in reversed(mentions.parties):
        if place - _REACH <= mention.start < place and _fits(noun, mention):
            yield mention.party


def _fits(noun: str, mention: PartyMention) -> bool:
    party = mention.party
    if _GROUP.match(noun):
        return party.kind == "group"
    return party.kind == "organisation" and noun in party.name.lower() and bool(party.speaks_for or party.side)
