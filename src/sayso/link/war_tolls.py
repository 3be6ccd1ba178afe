"""Tolls of a whole war or offensive: nobody's in particular, whoever counts them and wherever they fell."""

from __future__ import annotations

import re

from sayso.expression import Expression
from sayso.link.claim_context import ClaimContext

_WAR = Expression(
    r"\b(?:war|conflict|fighting|clash(?:es|ed)?|hostilities|battles?|insurgency|skirmish(?:es)?|crisis|violence"
    r"|civil war|uprising|rebellion|escalation)\b",
    re.I,
)
PLAIN_PEOPLE = Expression(
    r"(?:other\s+)?(?:people|persons|others|dead|deaths|lives|wounded|injured|bodies)", re.IGNORECASE
)


#: "55 people on both sides, including | 36 | in X".
_INCLUDING = Expression(r"\b(?:including|among them)\s+$", re.IGNORECASE)
_IN_PLACE = Expression(r"\s+in\s+[A-Z]")


def is_part_in_one_place(context: ClaimContext) -> bool:
    """True for a part of a toll that is counted in one place."""
    return bool(_INCLUDING.search(context.before) and _IN_PLACE.match(context.after))


def is_total_of_the_war(context: ClaimContext) -> bool:
    """True for the toll of clashes or of a war between sides that the report names."""
    value = context.claim.value
    start, end = context.sentence
    long = _of_years(context)
    sides = len(context.scene.belligerents) > 1 or (long and context.scene.insurgent is not None)
    whole_war = (long or value.scope == "running_total") and sides
    two_states = context.scene.state is None and len(context.scene.belligerents) > 1
    placeless = context.claim.background and not any(True for _ in context.scene.places(start, end))
    war = bool(_WAR.search(context.text, start, end))
    counted_on = value.scope == "running_total" and sides and bool(_HAVE_DIED_SINCE.search(context.text, start, end))
    apart = not long and (_BY_ATTACKS.search(context.before) or _of_another_country(context))
    if apart or _other_side_follows(context) or _BY_ONE_SIDE.match(context.after) or is_part_in_one_place(context):
        return False
    told_of_war = war or placeless or long or counted_on
    return told_of_war and (whole_war or two_states or (war and long))


#: "after bombings that killed | 300 people": of whom they hit, in a sentence on a war too.
_BY_ATTACKS = Expression(
    r"\b(?:bombings?|attacks?|raids?|massacres?|(?:air ?)?strikes?|airstrikes?|explosions?|blasts?|hijackings?)\s+"
    r"(?:that|which)\s+(?:ha(?:d|ve)\s+)?(?:killed|left|claimed)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)


#: "3,000 people have been killed | by drones": by what one side alone has.
_BY_ONE_SIDE = Expression(
    r"\s+(?:(?:have|has|had|been|were|was)\s+)*killed\s+(?:by|in)\s+(?:[\w.-]+\s+){0,2}(?:drones?|air ?strikes?"
    r"|drone strikes|air raids)\b",
    re.IGNORECASE,
)


def goes_on_with_a_war(context: ClaimContext) -> bool:
    """ "The war began in May. It has killed thousands", "432 people had been killed since then"."""
    scene, start = context.scene, context.sentence[0]
    number = scene.sentence_index(start)
    if number == 0 or context.claim.value.group not in ("unknown", "mixed") or not counts_plain_people(context):
        return False
    before = scene.sentences[number - 1]
    same_paragraph = not context.text.startswith("\n", start)
    goes_on = (same_paragraph and _GOES_ON.match(context.text, *context.sentence)) or _SINCE_THEN.search(
        context.text, *context.sentence
    )
    return bool(goes_on and _WAR_SINCE.search(context.text, *before)) and not _of_another_country(context)


def _of_another_country(context: ClaimContext) -> bool:
    """ "... since the war in Norland began. 480 people have been killed in Southland since then": a part of it."""
    number = context.scene.sentence_index(context.sentence[0])
    if number == 0 or not _SINCE_THEN.search(context.text, *context.sentence):
        return False
    before = context.scene.sentences[number - 1]
    told = {p.place.name for p in context.scene.places(*before) if p.place is not None}
    near = context.scene.places(context.phrase[1], min(context.sentence[1], context.phrase[1] + _RIGHT_AFTER))
    places = [p.place for p in near if p.place is not None and p.place.kind == "country"]
    return bool(told) and any(place.name not in told for place in places)


def _other_side_follows(context: ClaimContext) -> bool:
    """ "195 people have been killed in Norland. On the Southland side 15 people have": the tolls are told apart."""
    number = context.scene.sentence_index(context.sentence[0])
    near = context.scene.places(context.phrase[1], min(context.sentence[1], context.phrase[1] + _RIGHT_AFTER))
    placed = any(p.place is not None and p.place.kind == "country" for p in near)
    if not placed or number + 1 >= len(context.scene.sentences):
        return False
    return _ON_A_SIDE.match(context.text, *context.scene.sentences[number + 1]) is not None


_ON_A_SIDE = Expression(r"\W*(?:(?:and|while|but)\s+)?on the (?:[\w-]+\s)?(?:[\w-]+) side\b", re.IGNORECASE)
#: "have been killed in X": the place follows within this many characters.
_RIGHT_AFTER = 30


def is_toll_of_years(context: ClaimContext) -> bool:
    """ "The conflict, now in its fifth year, has killed more than 9,000 people", "Thousands have been killed in the
    violence", told by whomever.
    """
    told = context.claim.value.group in ("unknown", "mixed") and counts_plain_people(context)
    if not told or not (len(context.scene.belligerents) > 1 or context.scene.insurgent is not None):
        return False
    if _counts_thousands(context) and _is_told_of_the_war(context):
        return True
    return _of_years(context) and _WHOLE_WAR.search(context.text, *context.sentence) is not None


def _is_told_of_the_war(context: ClaimContext) -> bool:
    """True for thousands who died in the war, whom the war has killed, or who died since a side took up arms."""
    after = context.after
    return bool(
        _KILLED_IN_IT.match(after) or _SINCE_ARMS_WERE_TAKEN_UP.search(after) or _WAR_HAS_KILLED.search(context.before)
    )


_SINCE_ARMS_WERE_TAKEN_UP = Expression(r"\bsince\b[^.;]*\b(?:took|taken) up arms\b", re.IGNORECASE)
#: "The insurgency, which turned 53 this year, has killed | 40,000 people".
_WAR_HAS_KILLED = Expression(
    r"\b(?:war|conflict|insurgency|rebellion|revolt|uprising)\b[^.;]{0,40}\b(?:has|have)\s+(?:killed|cost|claimed|left)\s+"
    r"(?:[a-z]+\s+){0,3}$",
    re.IGNORECASE,
)
#: "have been killed ... in the violence", and no place between.
_KILLED_IN_IT = Expression(
    r"\s+(?:(?:have|had|has)\s+(?:been\s+)?(?:killed|died)|are\s+dead)\b[^.;,]{0,60}?\bin\s+(?:the|political)\s+"
    r"(?:war|conflict|fighting|violence|insurgency|rebellion|revolt|uprising|hostilities)\b",
    re.IGNORECASE,
)


_WHOLE_WAR = Expression(
    r"\b(?:war|conflict|fighting|insurgency|rebellion|revolt|uprising|hostilities)\b", re.IGNORECASE
)


def counts_plain_people(context: ClaimContext) -> bool:
    """True for a count of people with no word of who they are."""
    victims = context.claim.value.victims
    return context.claim.value.effect != "displaced" and (
        victims is None or PLAIN_PEOPLE.fullmatch(victims.exact) is not None
    )


_SINCE_THEN = Expression(r"\b(?:since then|ever since)\b", re.IGNORECASE)
#: What a sentence opens with that goes on with the war of the one before it.
_GOES_ON = Expression(
    r"\W*it\s+(?:has|had)\s+(?:already\s+|so far\s+)?(?:killed|claimed|cost|left)\b"
    r"|\W*the (?:first|second|third|last|latest|latter|other)(?: (?:one|war|conflict))?\b[^.;]{0,40}?"
    r"\b(?:killed|claimed|cost|left)\b"
    r"|\W*(?:(?:more than|at least|about|some|around|nearly|over|almost|an estimated|up to|so far)[\s,]+)*"
    r"(?:[\d,.]+|tens of thousands|(?:many |several )?(?:thousands|hundreds))\s+(?:of\s+)?"
    r"(?:(?:people|lives|persons)\s+)?"
    r"(?:have|had)\s+(?:been\s+|since\s+)?(?:died|killed|perished|lost)\b",
    re.IGNORECASE,
)
#: A war or an offensive with when it began or how long it has lasted.
_WAR_SINCE = Expression(
    r"\b(?:war|conflict|insurgency|rebellion|revolt|uprising|hostilities|fighting|offensive|campaign|assault)\b"
    r"[^.;]{0,60}\b(?:since|began|begun|broke out|started|erupted|in (?:19|20)\d\d"
    r"|for (?:\w+\s){1,3}(?:years|months))\b"
    r"|\b(?:began|launched|started|broke out|erupted)\b[^.;]{0,30}"
    r"\b(?:war|insurgency|rebellion|uprising|offensive|campaign)\b"
    r"|\b(?:since|for (?:\w+\s){1,3}(?:years|months))\b[^.;]{0,60}\b(?:war|conflict|insurgency|rebellion|uprising)\b"
    r"|\bfought\s+(?:(?:two|three|four|several|many)\s+)?(?:\w+\s)?wars\b",
    re.IGNORECASE,
)


#: "300 people have died since ...": a count that goes on.
_HAVE_DIED_SINCE = Expression(
    r"\b(?:has|have)\s+(?:been\s+)?(?:died|killed|claimed|perished)\b.*\bsince\b"
    # "Since the offensive began in April, 300 people have been killed"
    r"|\bsince\s+the\s+(?:[\w-]+\s+){0,2}(?:offensive|assault|campaign|advance|siege)\b.*"
    r"\b(?:has|have)\s+(?:been\s+)?(?:died|killed|perished)\b",
    re.I | re.S,
)


def _of_years(context: ClaimContext) -> bool:
    """ "More than 60,000 people have died since 1992": thousands, over a year or more."""
    published = context.scene.document.published
    if published is None or not _counts_thousands(context):
        return False
    years = [int(found["year"]) for found in _SINCE.finditer(context.text, *context.sentence)]
    return any(year < published.year for year in years) or bool(_LASTING.search(context.text, *context.sentence))


def _counts_thousands(context: ClaimContext) -> bool:
    value = context.claim.value
    if value.low is None:
        return value.effect == "killed" and _THOUSANDS.search(context.text, *context.core) is not None
    return value.effect in ("killed", "unspecified") and value.low >= _THOUSAND  # "dead or missing"


_THOUSAND = 1000
_THOUSANDS = Expression(r"\bthousands\b", re.IGNORECASE)
_SINCE = Expression(
    r"\b(?:since|(?:began|broke out|started|erupted|launched|took up arms)\b[^.;]{0,40}?\bin)\s(?:[\w ,]{0,20}?)"
    r"(?P<year>(?:19|20)\d\d)\b",
    re.I,
)
_LASTING = Expression(
    r"\b(?:(?:\d+|\w+)[ -]year(?:-old|-long)?|decades?(?:-old|-long)?|long(?:est)?)\b[^.;]{0,30}"
    r"\b(?:war|conflict|insurgency|rebellion|uprising)\b|\b(?:conflict|war|insurgency|rebellion)\b"
    r"(?:, one of\b|[^.;]{0,12}\bin (?:its|the|a) \w+ year\b)",
    re.IGNORECASE,
)
