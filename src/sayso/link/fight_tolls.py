"""Tolls of a fight of two sides, of which the report does not tell whose dead they are: they are of both."""

from __future__ import annotations

import re

from sayso.claims.casualty import BOTH
from sayso.expression import Expression
from sayso.link.claim_context import ClaimContext
from sayso.link.ground import names_two_states
from sayso.link.side_grounds import Ground
from sayso.link.war_tolls import PLAIN_PEOPLE, counts_plain_people


def told_by_both(context: ClaimContext, ground: Ground) -> str | None:
    """A toll that two states give together, or officials "on both sides", counts the dead of both."""
    speaker = context.speaker
    if speaker is None or ground.perpetrator is not None:
        return None
    if _ON_BOTH_SIDES.search(speaker.name):
        return BOTH
    if context.claim.value.group == "combatant":
        return None
    return BOTH if names_two_states(context.scene.knowledge, speaker.name) else None


_ON_BOTH_SIDES = Expression(
    r"\b(?:on|from|of|in)\s+(?:both|the\s+two|either)\s+(?:sides?|countries|camps|armies|governments|capitals)\b",
    re.IGNORECASE,
)


def fell_between_two(context: ClaimContext, ground: Ground) -> str | None:
    """ "Nine people were killed in clashes between X and Y": people of whatever side, where no more is said of them."""
    value = context.claim.value
    between = _BETWEEN.search(context.text, *context.sentence) if of_any_side(context, ground) else None
    if between is not None and _struck_them(context, between):
        return None
    if between is None or abs(between.start() - context.phrase[1]) >= _SAME_CLAUSE:
        return None
    plain = value.victims is None or PLAIN_PEOPLE.fullmatch(value.victims.exact)
    caused = _LEFT.search(context.text, between.end(), max(between.end(), context.core[0] + _VERB))
    return BOTH if plain and (caused or not _is_party(context, between)) else None


def _struck_them(context: ClaimContext, between: re.Match[str]) -> bool:
    """ "A strike hit a market, killing | nine people |, as fighting between X and Y went on": no toll of the fight."""
    return between.start() > context.phrase[1] and _STRIKE_KILLED.search(context.before) is not None


_STRIKE_KILLED = Expression(
    r"\b(?:(?:air|drone) ?strikes?|strikes?|air raids?|shells?|bombs?|missiles?|rockets?|blasts?|explosions?)\b[^.;]*"
    r"\b(?:kill(?:ing|ed|s)|wounding|injuring|leaving|left)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)


def left_by_a_fight(context: ClaimContext, ground: Ground) -> str | None:
    """ "Two days of clashes that left nine people dead": of any of the sides that fight in the report."""
    value, start = context.claim.value, max(context.sentence[0], context.phrase[0] - _SAME_CLAUSE)
    if counts_plain_people(context) and value.group in ("unknown", "mixed") and _AS_TWO_CLASH.match(context.after):
        return BOTH
    if len(context.scene.belligerents) < _PARTIES:
        return None
    if value.group == "combatant":
        return BOTH if _fighters_left_by_a_fight(context, start) else None
    if value.group not in ("unknown", "mixed"):
        return None
    plain = counts_plain_people(context)
    told = (
        _FIGHT_LEFT.search(context.text, start, context.phrase[0])
        or (_IN_A_FIGHT.match(context.after) and not _is_one_of_two_states(context))
        or _IN_EXCHANGE.search(context.text, start, context.phrase[0])
    )
    return BOTH if plain and told else None


def _is_one_of_two_states(context: ClaimContext) -> bool:
    """True for the voice of a state at war with another: who was killed in the fighting, it counts on its side."""
    scene, voice = context.scene, context.voice
    return voice is not None and scene.contested and scene.group(voice) in scene.belligerents


def _fighters_left_by_a_fight(context: ClaimContext, start: int) -> bool:
    """ "Clashes between the army and the rebels have killed 74 fighters": a noun that either side's men have."""
    victims = context.claim.value.victims
    noun = _ANYBODYS_SOLDIERS if context.scene.contested else _ANYBODYS_FIGHTERS
    if victims is None or not noun.fullmatch(victims.exact):
        return False
    between = _BETWEEN.search(context.text, start, context.phrase[0])
    caused = between is not None and _LEFT.search(context.text, between.end(), context.phrase[0] + _VERB)
    return bool(caused or _FIGHT_LEFT.search(context.text, start, context.phrase[0]))


_ANYBODYS_FIGHTERS = Expression(r"(?:fighters|combatants)", re.IGNORECASE)
#: Between two states, soldiers are either's.
_ANYBODYS_SOLDIERS = Expression(r"(?:fighters|combatants|soldiers|troops|servicemen)", re.IGNORECASE)
_PARTIES = 2
#: A fight as the subject of the verb right before the number.
_FIGHT_LEFT = Expression(
    r"\b(?:war|conflict|insurgency|rebellion|uprising),?\s+(?:(?:that|which)\s+[^,.;]{2,40}?)?\s*"
    r"(?:ha(?:s|ve|d)\s+)?(?:killed|claimed|cost)\s+"
    r"(?:(?:at least|more than|about|some|nearly|around|over|up to|the lives of|an estimated)\s+)*$"
    r"|\b(?:fighting|clash(?:es)?|battles?|hostilities|skirmish(?:es)?|firefights?|gun ?battles?),?\s+"
    r"(?:(?:in|near|around|over|for|on|along)\s+(?:[\w'’-]+\s+){1,7}?)?"
    r"(?:(?:that|which)\s+)?(?:ha(?:s|ve|d)\s+)?(?:already\s+)?(?:le(?:ft|aves?)|kill(?:ed|s)?"
    r"|claim(?:ed|s)?(?:\s+the\s+lives\s+of)?)\s+"
    r"(?:(?:at least|more than|about|some|nearly|around|over|up to)\s+)?$",
    re.IGNORECASE,
)
#: "X and Y trade fire in the hills, five dead".
_IN_EXCHANGE = Expression(
    r"\b(?:trad(?:e|ed|ing)|exchang(?:e|ed|ing))\s+(?:\w+\s+)?(?:fire|shelling|blows)\b[^.;:]{0,40}[,:]\s+"
    r"(?:at least\s+)?$",
    re.IGNORECASE,
)
#: "Nearly 100 dead in clashes"; who fought whom is told elsewhere.
_IN_A_FIGHT = Expression(
    r"(?:,[^,.;]{2,50},)?\s+(?:(?:were|had been|have been|was|have|had)\s+)?(?:dead|killed|died)?"
    r"(?:\s+(?:on\s+)?\w+day)?\s*in\s+(?:[\w-]+\s+){0,3}?"
    r"(?:fighting|clash(?:es)?|battles?|hostilities|skirmish(?:es)?|firefights?|gun ?battles?)\b"
    r"(?!\s+(?:with|against))",
    re.IGNORECASE,
)


#: "Fighting between X and Y left nine people dead" counts the dead of both, whichever of them says so.
_LEFT = Expression(r"\b(?:left|leaves?|leaving|killed|claimed|cost)\b", re.IGNORECASE)
#: The figure's own words may begin with the verb.
_VERB = 8


def of_any_side(context: ClaimContext, ground: Ground) -> bool:
    """True for harm to people of no told group, by nobody told; whose those who fled are, a place has to tell."""
    value = context.claim.value
    return value.group in ("unknown", "mixed") and value.effect != "displaced" and ground.perpetrator is None


def told_by_a_third(context: ClaimContext, ground: Ground) -> str | None:
    """The same from the authorities of a state that is none of the two."""
    return fell_between_two(context, ground) if context.voice is not None else None


def soldiers_of_two(context: ClaimContext, ground: Ground) -> str | None:
    """ "21 soldiers were killed in fighting between X and Y", "as X and Y forces clash": of both, on nobody's word."""
    if context.claim.value.group != "combatant" or context.voice is not None:
        return None
    victims = context.claim.value.victims
    if victims is None or not _ANYBODYS_SOLDIERS.fullmatch(victims.exact):
        return None
    told = _BETWEEN.search(context.text, context.phrase[1], context.sentence[1])
    joint = _AS_TWO_CLASH.match(context.after)
    if told is None and joint is None:
        return None
    named = {r.group for r in context.references(context.phrase[1], context.sentence[1])}
    return BOTH if len(named) > 1 else None


#: "... were killed when X and Y troops clashed", "... die as X, Y clash".
_AS_TWO_CLASH = Expression(
    r"[^,.;]*?\b(?:as|after|when)\s+(?:[\w-]+\s+){0,3}?[\w-]+(?:\s+and|,)\s+(?:[\w-]+\s+){1,4}?"
    r"(?:clash|fight|fought|battle|(?:exchange|trade)\w*\s+(?!charges|accusations|blame|claims|barbs|insults|words))",
    re.IGNORECASE,
)


def _is_party(context: ClaimContext, between: re.Match[str]) -> bool:
    """True where the source's side is one of the two that are named."""
    scene, voice = context.scene, context.voice
    if voice is None:
        return False
    named = context.references(between.start(), min(context.sentence[1], between.end() + _SECOND))[:2]
    return any(r.group == scene.group(voice) or r.people == context.people_of(voice) for r in named)


#: The second of two parties is named within so many characters.
_SECOND = 40


#: Two parties that fight, named or not; a war of long ago or a border between two is no fight between them.
_BETWEEN = Expression(
    r"\b(?:clash(?:es|ed|ing)?|fight(?:ing|s)?|battles?|gun ?battles?|violence|hostilities|skirmish(?:es)?|fire"
    r"|firefights?)\s+"
    r"(?:\w+\s+){0,2}?between\s+(?:(?!talks|noon|midnight)[^\W\d]|\s|['’-]){3,80}?\s+and\s+\w",
    re.IGNORECASE,
)
#: Characters between a figure and the fight that it is of.
_SAME_CLAUSE = 140
