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
