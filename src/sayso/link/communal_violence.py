"""Whose dead those of violence between two communities are."""

from __future__ import annotations

import re

from sayso.claims.casualty import BOTH
from sayso.expression import Expression
from sayso.link.claim_context import ClaimContext
from sayso.link.scene import Reference
from sayso.link.sides import SideFinding


def other_community(context: ClaimContext, found: SideFinding, by: Reference | None) -> SideFinding | None:
    """The side of whom a community harmed, or of the dead of communal violence; None where what was `found` stands."""
    scene = context.scene
    if by is None and found.basis == "inferred" and _of_communal_violence(context):
        return SideFinding(side=BOTH, basis="inferred", rule="communal violence")
    told = found.basis == "stated" or context.claim.value.group == "combatant"
    if told or by is None or not scene.is_community(by.side):
        return None
    if any(word[0].isupper() and scene.knowledge.is_people_name(word) for word in _words_of(context)):
        return None  # some other people, which the report does not set against it
    enemy = scene.opponent(by.side)
    if enemy is None or not scene.is_community(enemy.side):
        return None
    return SideFinding(side=enemy.people, basis="inferred", rule="the other community")


def _of_communal_violence(context: ClaimContext) -> bool:
    """ "More than 100 people have been killed in ethnic violence": of any of the communities that fight."""
    plain = context.claim.value.group in ("unknown", "mixed") or context.claim.value.effect == "displaced"
    told = _COMMUNAL.search(context.text, *context.sentence) if context.scene.mentions.communities else None
    return plain and told is not None


_COMMUNAL = Expression(
    r"\b(?:ethnic|communal|tribal|sectarian|inter-?(?:communal|ethnic|clan|tribal)|clan)\s+"
    r"(?:violence|clash(?:es)?|fighting|conflict|unrest|bloodshed|feud\w*|warfare|war)\b",
    re.IGNORECASE,
)


def _words_of(context: ClaimContext) -> list[str]:
    return re.findall(r"[^\W\d_]+", context.victim_words)
