"""Possessives with the victims that tell no side: "members of his family", "the helicopter and its crew"."""

from __future__ import annotations

import re

from sayso.expression import Expression
from sayso.link.claim_context import ClaimContext
from sayso.link.loss_words import enemy_of

#: "four members of his family": whose kin, not whose side.
_KIN = Expression(
    r"\b(?:his|her|their)\s+(?:[\w-]+\s+){0,2}(?:famil(?:y|ies)|relatives|wife|wives|husband|sons?|daughters?|brothers?|sisters?"
    r"|children|child|mother|father|parents|cousins?|houses?|homes?|villages?|lands?)\b",
    re.IGNORECASE,
)
_THEIR_KIN = Expression(
    r"\W*(?:their|his|her)\s+(?:[\w-]+\s+){0,3}?(?:sons?|daughters?|child(?:ren)?|wife|husband|mother|father|brothers?"
    r"|sisters?|bab(?:y|ies)|parents|neighbou?rs?)\b",
    re.IGNORECASE,
)
#: Characters before a phrase that may hold the possessive of its noun.
_POSSESSIVE_WORDS = 12
#: Those aboard what was shot down or sunk.
_CREW = Expression(r"\b(?:crew(?:m[ae]n| members)?|pilots?|passengers|occupants)\b", re.IGNORECASE)
_CRAFT = Expression(
    r"\s+(?:(?!(?:said|says|had|has|have|an?|the|that)\s)[\w-]+\s+){0,2}?(?:helicopters?|(?:war)?planes?|jets?|aircraft|gunships?|bombers?|boats?|ships?|tanks?"
    r"|vehicles?)\b",
    re.IGNORECASE,
)


def speaks_of_kin(context: ClaimContext, words: str) -> bool:
    """True where the possessive with the victims is a person's who has kin, a house, a village."""
    return _KIN.search(context.before[-_POSSESSIVE_WORDS:] + words) is not None


def is_kin_of_those_before(context: ClaimContext) -> bool:
    """ "Their son was hurt": of the side of those told of before."""
    return _THEIR_KIN.match(context.text, *context.sentence) is not None


def is_crew(words: str) -> bool:
    """True for those aboard a craft."""
    return _CREW.search(words) is not None


def side_of_crew(context: ClaimContext) -> str | None:
    """ "Shot down a Norlandic helicopter, killing its crew": of whose craft it was, as far as the sentence tells.

    What flies is no armed group's: it is of the state that the group which tells of it fights.
    """
    named = context.references(context.sentence[0], context.phrase[0])
    owner = next((r.side for r in reversed(named) if _CRAFT.match(context.text, r.end)), None)
    if owner is not None or context.voice is None or not context.scene.armed_group(context.voice):
        return owner
    return enemy_of(context) if _AIRCRAFT.search(context.before) else None


_AIRCRAFT = Expression(r"\b(?:helicopters?|warplanes?|fighter jets?|jets?|gunships?|bombers?)\b", re.IGNORECASE)
