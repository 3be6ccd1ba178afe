"""Whose dead peacekeepers are: the body's whose peace they keep, and not their country's."""

from __future__ import annotations

import re

from sayso.expression import Expression
from sayso.link.claim_context import ClaimContext
from sayso.model import Party

#: Between somebody and the body that they serve.
SERVING_WITH = Expression(r"\s+(?:of|with|from|for|working for|employed by)\s+(?:the\s+)?", re.IGNORECASE)
#: So far (characters) behind the victims the body may stand.
_NEAR = 60


def side_of_peacekeepers(context: ClaimContext) -> str | None:
    """ "An Indian peacekeeper with the UN mission", "one of its Congolese peacekeepers": of the body whose peace they
    keep, wherever one of them is from. Several men of one nation are its contingent.
    """
    if not _PEACEKEEPERS.search(context.victim_words):
        return None
    contingent = _its_contingent(context)
    if contingent is not None:
        return contingent
    start, end = context.phrase
    for mention in context.scene.parties(start, min(context.sentence[1], end + _NEAR)):
        if mention.start < end or SERVING_WITH.fullmatch(context.text, end, mention.start):
            body = _peace_force(context, mention.party)
            if body is not None:
                return body
    speaking = _peace_force(context, context.speaker) if context.speaker is not None else None
    return speaking or _only_peace_force(context)


def counts_its_peacekeepers(context: ClaimContext) -> bool:
    """True where the body whose peace they keep tells of peacekeepers, whichever state sent them."""
    told = _PEACEKEEPERS.search(context.victim_words) is not None
    return told and context.speaker is not None and _peace_force(context, context.speaker) is not None


def _its_contingent(context: ClaimContext) -> str | None:
    """ "31 Indian peacekeepers": the state that sent them; not "one of its Indian peacekeepers", nor where a sentence
    tells how many of the body's men are from one nation and how many from another.
    """
    of_nations = len(_OF_A_NATION.findall(context.text, *context.sentence))
    if of_nations != 1 or not _CONTINGENT.fullmatch(context.victim_words):
        return None
    known = (context.scene.knowledge.find(r.side) for r in context.references(*context.phrase))
    return next((entry.name for entry in known if entry is not None and entry.sort == "state"), None)


_NATION = r"[A-Z][\w-]+(?: [A-Z][\w-]+)? (?:peacekeepers|blue helmets|peacekeeping (?:troops|soldiers))"
#: A word before the noun, which is in the plural.
_CONTINGENT = Expression(rf"(?:\d[\d,]* |\w+ )?{_NATION}")
_OF_A_NATION = Expression(_NATION)

_PEACEKEEPERS = Expression(r"\b(?:peacekeepers?|blue helmets?|peacekeeping (?:troops|soldiers))\b", re.IGNORECASE)


def _only_peace_force(context: ClaimContext) -> str | None:
    """The one body with peacekeepers that serves in the report or tells of them, for men of a state outside its war."""
    dossier = context.scene.knowledge.dossier
    taking_part = {actor.name for actor in dossier.actors} if dossier else set[str]()
    if any(reference.side in taking_part for reference in context.references(*context.phrase)):
        return None
    serving = (
        m for m in context.scene.mentions.parties if _SERVES.search(context.text, m.start, m.end + _RIGHT_BEHIND)
    )
    telling = (a for a in context.attributions.values() if any(_PEACEKEEPERS.search(c.exact) for c in a.content))
    parties = (*(m.party for m in serving), *(a.speaker for a in telling if a.speaker is not None))
    named = {body for party in parties if (body := _peace_force(context, party)) is not None}
    return named.pop() if len(named) == 1 else None


#: "the UN mission", "African Union peacekeepers": a body with men in the country.
_SERVES = Expression(r"\b(?:mission|force|peacekeep\w+|blue helmets|observers|[A-Z]{5,8})\b")
_RIGHT_BEHIND = 14


def _peace_force(context: ClaimContext, party: Party) -> str | None:
    """The body with peacekeepers that a party is or is of."""
    names = (name for name in (party.name, party.speaks_for, party.affiliation) if name)
    entries = (context.scene.knowledge.find(name) for name in names)
    return next((entry.name for entry in entries if entry is not None and entry.peacekeeping), None)
