"""Members whom a movement, party or council counts: they are its own, whether or not they fight."""

from __future__ import annotations

import re

from sayso.expression import Expression
from sayso.link.claim_context import ClaimContext
from sayso.model import Party


def of_its_members(context: ClaimContext) -> str | None:
    """ "The movement said 27 members were abducted", "the council said three of its members were": of who says so."""
    found = _MEMBERS.fullmatch(context.text[slice(*context.phrase)])
    speaker = context.speaker
    if found is None or speaker is None or not context.claim.value.low:
        return None
    if speaker.kind == "group":
        return speaker.side
    return speaker.name if found["own"] and is_body_with_members(speaker) else None


def is_body_with_members(speaker: Party) -> bool:
    """True for a council, party or alliance, which people belong to."""
    return speaker.kind in ("organisation", "unnamed") and _BODY.search(speaker.name) is not None


_MEMBERS = Expression(
    r"(?:[\w-]+\s){1,4}?(?P<own>of\s(?:its|their|our)\s(?:[\w-]+\s){0,2})?(?:members|activists|supporters)",
    re.IGNORECASE,
)
_BODY = Expression(r"\b(?:council|party|alliance|union|coalition|movement|congress|front)$", re.IGNORECASE)


def counts_fighters(context: ClaimContext) -> bool:
    """True for people of no kind that words tell, told by an armed group's name or as their side's own men."""
    return context.claim.value.group == "unknown" and (_bear_its_name(context) or _are_its_losses(context))


def _bear_its_name(context: ClaimContext) -> bool:
    """ "12 Maoists were killed": who bears an armed group's name fights for it."""
    victims = context.claim.value.victims
    if victims is None:
        return False
    named = (r for r in context.references(victims.start, victims.end) if r.end == victims.end)
    return any(r.party is not None and r.party.kind == "group" and context.scene.armed_group(r.side) for r in named)


def _are_its_losses(context: ClaimContext) -> bool:
    """ "We have eight wounded", says an officer; "its losses at 14 dead": an army's or armed group's own."""
    if not context.nounless or context.voice is None:
        return False
    speaker = " ".join(filter(None, (context.speaker.name, context.speaker.role))) if context.speaker else ""
    if not (context.scene.armed_group(context.voice) or _OF_FORCES.search(speaker)):
        return False
    start = max(context.sentence[0], context.core[0] - _OURS_NEAR)
    return _OURS.search(context.text, start, context.phrase[1]) is not None


_OURS = Expression(
    r"\b(?:we|it|they)\s+(?:(?:have|had|has|only|also)\s+)*(?:had|have|lost|suffered|sustained)\b[^.;,]{0,12}$"
    r"|\b(?:its|their|our)\s+(?:own\s+)?(?:total\s+)?(?:loss(?:es)?|dead)\b|\bon our side\b",
    re.IGNORECASE,
)
_OURS_NEAR = 60
_OF_FORCES = Expression(
    r"\b(?:army|military|troops|forces|defen[cs]e|command(?:er)?|battalion|brigade|division|regiment|navy|guards?"
    r"|col|colonel|gen|general|lt|lieutenant|maj|major|capt|captain|sgt)\b",
    re.IGNORECASE,
)
