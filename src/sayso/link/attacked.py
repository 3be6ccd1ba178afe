"""Whose dead where the words before or behind them tell what was attacked: "a Norlandic convoy", "a helicopter"."""

from __future__ import annotations

import re

from sayso.expression import Expression
from sayso.link.claim_context import ClaimContext
from sayso.link.side_grounds import Ground


def target_of_attack(context: ClaimContext, ground: Ground) -> str | None:
    """ "An attack on a Norlandic convoy in which one person was killed": of whose convoy it was."""
    value = context.claim.value
    if value.group not in ("unknown", "combatant") or value.effect == "displaced" or context.rebel_noun:
        return None
    if (whose := _when_it_was_hit(context)) is not None:
        return whose
    plain = value.victims is None or _ANYBODY.fullmatch(value.victims.exact)
    if not plain:
        return None
    for reference in context.references(context.sentence[0], context.phrase[0]):
        before = context.text[max(context.sentence[0], reference.start - _AIMED) : reference.start]
        met = _FORCE_MET.match(context.text, reference.end) if _ATTACK_ON.search(before) else None
        if met is not None and _IN_WHICH.search(context.text, reference.end, context.phrase[0]):
            return _whose_men(context, met.end()) or reference.side
    return None


def _whose_men(context: ClaimContext, end: int) -> str | None:
    """ "a military camp | of forces loyal to X": whose men were in what was attacked."""
    told = _OF_MEN.match(context.text, end)
    near = context.references(told.end(), told.end() + 1) if told is not None else ()
    return near[0].side if near else None


_OF_MEN = Expression(
    r"\s+of\s+(?:the\s+)?(?:forces|troops|fighters|militias?|militiamen|men)\s+(?:loyal|allied|belonging)\s+(?:to|with)\s+"
    r"(?:the\s+)?(?:(?:general|field marshal|colonel|president|commander)\s+)?",
    re.IGNORECASE,
)


def _when_it_was_hit(context: ClaimContext) -> str | None:
    """ "Three soldiers died when Northland shot down a Southlandic helicopter": of whose helicopter it was."""
    start = context.phrase[1]
    for reference in context.references(start, min(context.sentence[1], start + _TOLD_BEHIND)):
        gap = context.text[start : reference.start]
        if _WHEN_HIT.fullmatch(gap) and _FORCE_MET.match(context.text, reference.end):
            return reference.side
    return None


#: So many characters behind the victims the craft may stand that was hit.
_TOLD_BEHIND = 80
_WHEN_HIT = Expression(
    r"\s+(?:(?:were|was|had been)\s+)?(?:died|killed|wounded|injured|hurt)\s+(?:[\w-]+\s+){0,3}?(?:when|after|as)\s"
    r"[^,.;]{2,40}?\s(?:(?:shot|brought) down|downed|attacked|ambushed|bombed|shelled|hit|struck)\s+(?:an?|the)\s+",
    re.IGNORECASE,
)
_ANYBODY = Expression(r"(?:(?:one|a)\s+)?(?:person|people|persons|others?|men|man)", re.IGNORECASE)
#: The attack stands within so many characters before what was attacked.
_AIMED = 40
_ATTACK_ON = Expression(
    r"\b(?:(?:attacks?|ambush(?:es)?|raids?|assaults?|bombings?|strikes?)\s+(?:on|against|of)"
    r"|(?:brought|shot|blown?)\s+down|downed|downing of|blew\s+up|sank"
    r"|attacked|ambushed|raided|stormed|overran|shelled|bombed|hit|struck)\s+(?:an?|the)?\s*$",
    re.I,
)
_FORCE_MET = Expression(
    r"\s+(?:[\w-]+\s+){0,2}?(?:convoys?|patrols?|check-?points?|bases?|camps?|garrisons?|barracks|outposts?|vehicles?|troops|soldiers"
    r"|forces|peacekeepers|helicopters?|airliners?|jetliners?|(?:passenger |cargo |military )?(?:planes?|jets?)"
    r"|aircraft|ships?|ferr(?:y|ies)|trawlers?|tankers?|boats?)\b",
    re.IGNORECASE,
)
_IN_WHICH = Expression(r"\b(?:in which|(?:that|which|and) (?:left|killed|wounded)|killing|leaving)\b", re.I)


def of_what_was_struck(context: ClaimContext) -> str | None:
    """ "attacked X's positions and killed four militants": fighters without a name, of the group that was struck."""
    fighters = context.rebel_noun or MILITIAMEN.search(context.victim_words)
    if not fighters or not all(r.generic for r in context.references(*context.phrase)):
        return None
    struck = [
        r
        for r in context.references(context.sentence[0], context.phrase[0])
        if context.scene.armed_group(r.side) and _SITES.match(context.text, r.end)
    ]
    return struck[-1].side if struck else None


MILITIAMEN = Expression(r"\bmilitiam[ae]n\b", re.IGNORECASE)
#: What belongs to an armed group and is attacked.
_SITES = Expression(
    r"(?:['’]s?)?\s+(?:[\w-]+\s)?(?:positions?|bases?|camps?|targets?|hide-?outs?|convoys?|strongholds?|posts?|compounds?"
    r"|sites?|cells?|facilit(?:y|ies)|bunkers?|headquarters|vehicles?|outposts?|checkpoints?)\b",
    re.IGNORECASE,
)
