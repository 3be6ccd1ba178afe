"""Whose dead: the side that the victims of a claim belong to, and whether the report states or implies it.

Rules in order of strength, from words in the victims' own noun phrase to common nouns. Each rule answers with a side or
passes; the first answer stands. No rule knows a party: exchanging two parties' names exchanges the answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.claims.casualty import BOTH, UNKNOWN, SideBasis
from sayso.expression import Expression, Seldom
from sayso.link.attacked import of_what_was_struck
from sayso.link.claim_context import SOME_OF_THEM, ClaimContext
from sayso.link.enemy_words import ENEMY
from sayso.link.knowledge_base import REBELS
from sayso.link.loss_words import (
    QUANTITY,
    enemy_of,
    had,
    inflicted_on,
    left_behind,
    losses_of_foes,
    losses_of_the_group,
    losses_of_the_unit,
    losses_of_whom,
    subject_pronoun,
)
from sayso.link.own_members import of_its_members
from sayso.link.peacekeepers import SERVING_WITH, side_of_peacekeepers
from sayso.link.possessives import is_crew, side_of_crew, speaks_of_kin
from sayso.link.scene import REBEL_NOUN, STATE_NOUN, Reference
from sayso.link.war_tolls import is_part_in_one_place


@dataclass(frozen=True, slots=True, kw_only=True)
class SideFinding:
    """The side of a claim's victims, by which words, and the name of the rule that found it."""

    side: str
    basis: SideBasis | None
    rule: str


NO_SIDE = SideFinding(side=UNKNOWN, basis=None, rule="nothing tells")

_PLACE_BEFORE = Expression(
    r"\b(?:in|at|near|inside|across|around|over|against|by|with|to|into|outside|within|between)\s+(?:the\s+|an?\s+)?$",
    re.I,
)
_NEXT_WORD_JOINS = Expression(r"[\s-]*$")
#: Between the name of a side and the noun or number it goes with: "X's 16 dead", "X government soldiers".
_ADJECTIVES = Expression(
    r"(?:['’]s?)?(?:[\s-]+(?!(?:and|or|but|in|on|at|of|by|to|with|for|from|said|says|that|has|have|had|was|were|are"
    r"|is|killed|lost"
    r"|reported|claimed|who|which|as|than|when|after|left|wounded|injured|troops|forces|shelling|attacks?"
    r"|strikes?)\b)[\w’'-]+){0,3}[\s“\"'‘(]*",
    re.IGNORECASE,
)
_BOTH = Seldom(
    "both|two|opposing|warring|either|all sides",
    r"\b(?:both|two|opposing|warring) (?:sides|parties|armies|camps|countries|militaries)\b|\beither side\b"
    r"|\ball sides\b",
    re.IGNORECASE,
)
_BOTH_LINK = Expression(
    r"\b(?:on|from|of|among|between|for|to)\s+(?:the\s+)?(?:both|either|all)\b"
    r"|\b(?:on|among)\s+(?:the\s+)?two\b|^both\b",
    re.IGNORECASE,
)
#: From the victims to the name of their side: "of the X army", "from X", "among X forces", "on the X side".
_LINK = Expression(
    r"(?:[\s,“\"'(]*(?:more|others?|dead|people|members|fighters|soldiers|troops|men|servicemen|personnel|staff)?\s*)"
    r"(?:(?:all|mostly|most|many|some)\s+)?(?:of|from|among|belonging to|serving (?:in|with)|affiliated (?:to|with)"
    r"|(?:(?:from|of)\s+(?:[\w-]+\s+)?)?(?:loyal to|fighting for|allied (?:to|with)))\s+(?:the\s+|its\s+)?"
    r"(?:(?:[\w-]+\s+){0,2}(?:of|in)\s+(?:the\s+)?)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
#: "lost three men and caused 21 dead in the army's ranks": of the next figure.
_NEXT_HARM = Expression(r"\band\s+(?:caused|inflicted|killed|left)\b", re.IGNORECASE)
_ON_THE_SIDE = Expression(r"\b(?:on|from|for|in)\s+(?:the\s+)?(?:[\w-]+\s+)?$", re.IGNORECASE)
_SIDE = Expression(r"(?:['’]s?)?\s+(?:side|ranks)\b", re.IGNORECASE)
_FROM = Expression(r"\s*(?:others?\s+|more\s+)?from\b", re.IGNORECASE)
#: "two from X" names the side of a bare number; "people from X" only where they come from.
_FROM_SIDE = Expression(r"\s*(?:others?\s+|more\s+)?from\s+(?:the\s+)?(?:[\w-]+\s+)?", re.IGNORECASE)
#: "men from forces loyal | to the government": where the victims' words stop and whose forces they are.
_LOYAL = Expression(r"\b(?:loyal|allied)$", re.IGNORECASE)
_TO_SIDE = Expression(r"\s+(?:to|with)\s+(?:the\s+)?(?:[\w-]+\s+)?", re.IGNORECASE)
_FROM_AND_FROM = Expression(r",[^.;]{0,20}\bfrom\b[^.;]{0,40}\band\b[^.;]{0,24}\bfrom\b[^.;]{0,30}", re.IGNORECASE)
_REPORT_LOSSES = Expression(
    r"\s+(?:(?:ha(?:ve|d)|also|each)\s+)*(?:report|admit|suffer|lost|sustain|acknowledg|announc|claim(?:ed)? to have)",
    re.IGNORECASE,
)
_POSSESSIVE = Expression(r"['’]s?\s")
_ANOTHER_VERB = Expression(r"\b(?:and|while|but|killed|said|shot|found|left|had|has|have|were|was)\b", re.IGNORECASE)
#: "By the army's own count, it has lost 60 men".
_BY_COUNT = Expression(r"['’]s?\s+(?:own\s+)?(?:count|estimate|figures?|tally|admission|account)\b", re.IGNORECASE)
_OF_OWN = Expression(r"\s*of\s+(?P<who>its|their|his|our)\b", re.IGNORECASE)
#: What tells a side stands within this many characters of the victims.
_NEAR = 60
_AMONG = Expression(
    r"\b(?:among|amongst|within|in the ranks of)\s+(?:the\s+)?(?:both\s+)?(?:[\w-]+\s+){0,2}$", re.IGNORECASE
)
_CLAUSE_END = Expression(
    r"[;:]|\s[-–—]+\s|\b(?:while|whereas|but|although|however)\b|,\s+and\s+\w+\s+(?:on|from)\b", re.IGNORECASE
)
_LOST = Expression(
    rf"\b(?:lost|loses?|losing|suffer(?:ed|s|ing)?|sustain(?:ed|s|ing)?|incurr(?:ed|ing)|bur(?:y|ied)|mourn(?:ed|s"
    rf"|ing)?)\s+(?!(?:their|his|her)\s+li(?:fe|ves)\b)(?:(?!(?:while|and|but|when)\b)[\w’'-]+\s+){{0,3}}?{QUANTITY}$"
    # "the rebels had withdrawn carrying | 25 dead"
    rf"|\b(?:carr(?:y|ied|ying)|dragg(?:ed|ing))\s+(?:(?:off|away|with them)\s+)?{QUANTITY}$",
    re.I,
)
_LOSSES_OF = Expression(
    r"(?:['’]s?)?\s+(?:(?!(?:as|in|with|after|over|on|at|for|to|from)\b)[\w-]+\s+){0,2}"
    r"(?:loss(?:es)?|casualt(?:y|ies)|death toll|toll|dead|deaths|fatalities|victims"
    r"|wounded|injured)\b",
    re.I,
)
_OWN = Expression(
    r"\b(?P<who>its|their|his|her|our|my)\s+(?:own\s+)?(?:(?!\w+ed\b|\w+ing\b|ha[sd]\b|have\b|were\b"
    r"|was\b|that\b|which\b|who\b|when\b|and\b|found\b|saw\b|took\b|shot\b|count (?!of)|estimates?\b)[\w-]+\s+){0,2}$"
    r"|\b(?P<us>we)\s+(?:also\s+|ha(?:ve|d)\s+|lost\s+|suffered\s+|sustained\s+)+"
    r"(?:(?!killed\b|taken\b|captured\b|seized\b|shot\b|destroyed\b|eliminated\b|detained\b)[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
#: What is done with bodies by whoever they are not known to belong to.
FOUND_VERB = r"(?:found|collected|recovered|saw|seen|counted|buried|retrieved)"
_FOUND = Expression(rf"\b{FOUND_VERB}\s+$", re.IGNORECASE)
#: "Found the charred bodies".
FOUND_BODIES = Expression(rf"\b{FOUND_VERB}\s+(?:[\w-]+\s+){{0,3}}(?:bodies|corpses)", re.IGNORECASE)
_BODIES = Expression(r"\b(?:bod(?:y|ies)|corpses?|remains)\b", re.IGNORECASE)
_REPORTS = Expression(r"\b(?:reports?|information|indications?|evidence)\s+(?:of|that)\b", re.IGNORECASE)
_OWN_INSIDE = Expression(r"\b(?P<who>its|their|his|her|our|my)\s+(?:own\s+)?\w+", re.IGNORECASE)


def stated_side(context: ClaimContext) -> SideFinding | None:
    """The side that the words in or next to the victims' noun phrase name; None where they name none."""
    for rule in _STATED:
        found = rule(context)
        if found is not None:
            return SideFinding(side=found, basis="stated", rule=rule.__name__.strip("_").replace("_", " "))
    return None


#: "the army and the rebels have suffered", "soldiers and guerrillas lost": before the number.
_ARMY_AND_REBELS = Seldom(
    "lost|suffered|sustained",
    rf"\b(?:{STATE_NOUN})\s+and\s+(?:the\s+)?(?:{REBEL_NOUN})\s+(?:(?:have|has|had|each|also)\s+)*"
    rf"(?:lost|suffered|sustained)\s+{QUANTITY}$",
    re.IGNORECASE,
)


#: "200 soldiers and guerrillas": one number for the fighters of two sides.
_OF_TWO_SIDES = Expression(
    rf"\b(?:(?:{STATE_NOUN})\s+and\s+(?:{REBEL_NOUN})|(?:{REBEL_NOUN})\s+and\s+(?:{STATE_NOUN}))\b", re.IGNORECASE
)


def _both_sides(context: ClaimContext) -> str | None:
    if _OF_TWO_SIDES.search(context.text, *context.phrase):
        return BOTH
    if _ARMY_AND_REBELS.search(context.text, context.sentence[0], context.phrase[0]):
        return BOTH
    found = _BOTH.search(context.text, *context.sentence)
    if found is None or is_part_in_one_place(context):
        return None
    if _ON_BOTH.match(context.after):
        return BOTH
    near = context.phrase[0] - 80 <= found.start() <= context.phrase[1] + 60
    linked = _BOTH_LINK.search(context.text[max(0, found.start() - 12) : found.end()])
    subject = found.start() < context.phrase[0] and _REPORT_LOSSES.match(context.text, found.end())
    return BOTH if near and (linked or subject) and not _one_named(context) else None


#: "14,000 Norlanders | on both sides".
_ON_BOTH = Expression(r"\s+(?:on|from|of)\s+(?:both|all)\s+(?:sides|parties|communities|camps|armies)\b", re.IGNORECASE)


def _one_named(context: ClaimContext) -> bool:
    return _inside_phrase(context) is not None or _before_phrase(context) is not None


def _parts_of_two_sides(context: ClaimContext) -> str | None:
    """Report "five troopers, two from X and three from Y" as both."""
    parts = _FROM_AND_FROM.match(context.after)
    if parts is None:
        return None
    named = context.references(context.phrase[1], context.phrase[1] + parts.end())
    return BOTH if len({r.group for r in named}) > 1 else None


def _inside_phrase(context: ClaimContext) -> str | None:
    """A name within the phrase; of a chain of names ("X Y fighters") the last for fighters, the first for civilians."""
    start, end = context.phrase
    share = SOME_OF_THEM.search(context.text, start, end)
    inside = [
        r
        for r in _touching(context, start, share.start() if share else end)
        if not _PLACE_BEFORE.search(context.text[max(start, r.start - 16) : max(start, r.start)])
    ]
    inside = [r for r in inside if not (r.generic or _COMES_FROM.match(context.text, r.end))]
    if not inside:
        return None
    chain = [inside[0]]
    for reference in inside[1:]:
        if not _NEXT_WORD_JOINS.fullmatch(context.text[chain[-1].end : reference.start]):
            break
        chain.append(reference)
    return _belonging(context, chain[0 if context.claim.value.group == "civilian" else -1])


#: "members of a Norlandic armed group": where it is from.
_COMES_FROM = Expression(
    r"\s(?:armed|criminal|rebel|guerrilla|militant|insurgent) (?:groups?|gangs?|bands?|organi[sz]ations?)\b",
    re.IGNORECASE,
)


def _touching(context: ClaimContext, start: int, end: int) -> list[Reference]:
    """References between two offsets, and a person's that the words there describe: "Gen. N., a guard commander"."""
    before = context.references(max(context.sentence[0], start - _NEAR), start)
    described = (r for r in before[-1:] if start < r.end and r.party is not None and r.party.kind == "person")
    return [*described, *context.references(start, end)]


def _belonging(context: ClaimContext, reference: Reference) -> str:
    """Fighters belong to the government or group that a name stands for, anybody else to its people or country."""
    if context.claim.value.group == "combatant":
        return reference.side
    country, _, rebels = reference.people.partition(REBELS)
    return country if rebels == "" and country != reference.people else reference.people


def _before_phrase(context: ClaimContext) -> str | None:
    """A name right before the phrase: "X's 16 dead", "X government soldiers"."""
    start = context.phrase[0]
    before = context.references(max(context.sentence[0], start - 60), start)
    before = tuple(r for r in before if not r.generic)
    if not before:
        return None
    last = before[-1]
    oblique = _PLACE_BEFORE.search(context.text[max(0, last.start - 16) : last.start])
    joined = _ADJECTIVES.fullmatch(context.text[last.end : start])
    if joined is None or oblique:
        return None
    number = context.claim.value.number
    if number is not None and number.start == start and not _POSSESSIVE.match(context.text, last.end):
        return None
    return _belonging(context, last)


def _after_phrase(context: ClaimContext) -> str | None:
    """A name linked to the phrase from behind: "of the X army", "on the X side", "among X forces"."""
    start, limit = context.phrase[1], context.sentence[1]
    stops = (pattern.search(context.text, start, limit) for pattern in (_CLAUSE_END, SOME_OF_THEM, _AMONG_THEM))
    for reference in context.references(start, min((stop.start() for stop in stops if stop), default=limit)):
        gap = context.text[start : reference.start]
        if _FROM.match(gap):
            named = bool(_FROM_SIDE.fullmatch(gap))
        elif _LOYAL.search(context.text, *context.phrase):
            named = bool(_TO_SIDE.fullmatch(gap))
        else:
            named = bool(_LINK.fullmatch(gap)) or (len(gap) < _NEAR and bool(_AMONG.search(gap)))
        if named or (_ON_THE_SIDE.search(gap) and _is_side(context, reference) and not _NEXT_HARM.search(gap)):
            return _belonging(context, _end_of_chain(context, reference))
        if not reference.generic and _IN.fullmatch(gap) and _UNIFORM.match(context.text, reference.end):
            return reference.side
        if _ON.fullmatch(gap) and context.nounless and _SIDE_LEFT_OUT.match(context.text, reference.end):
            return _belonging(context, reference)
    return None


#: "13 people, among them four from X": a part.
_AMONG_THEM = Expression(r",?\s+(?:including|among (?:them|whom)|of whom)\b", re.IGNORECASE)


def _end_of_chain(context: ClaimContext, reference: Reference) -> Reference:
    """ "of Lebanon's Hezbollah": the group that a state's name only places."""
    following = context.references(reference.end, min(context.sentence[1], reference.end + _NEAR))[:1]
    joined = (r for r in following if _OWNED.fullmatch(context.text[reference.end : r.start]))
    return next((r for r in joined if context.scene.armed_group(r.side)), reference)


#: Between an owner and what it owns, also where a page has lost its apostrophes.
_OWNED = Expression(r"['’]?s?\s+")
#: "14 on one side and nine [on the other]": the second "side" left out.
#: "bodies in Norlandic uniforms".
_IN = Expression(r"\s+(?:(?:bodies|corpses|men|people|dead)\s+)?(?:dressed\s+)?in\s+(?:an?\s+|the\s+)?", re.IGNORECASE)
_UNIFORM = Expression(r"(?:['’]s?)?\s+(?:(?:army|military|police)\s+)?(?:uniforms?|fatigues)\b", re.IGNORECASE)
_ON = Expression(r"\s+on\s+(?:the\s+)?", re.IGNORECASE)
_SIDE_LEFT_OUT = Expression(r"(?:['’]s?)?(?=[.,;:)]|\s+and\b|$)")


def _side_in_front(context: ClaimContext) -> str | None:
    """ "On the Norlandic side, five people were hurt": the sentence opens with whose side it tells of."""
    start = context.sentence[0]
    if _ON_OUR_SIDE.search(context.before):
        return context.own
    for reference in context.references(start, min(context.phrase[0], start + _NEAR))[:1]:
        opens = _ON_SIDE_OPENS.fullmatch(context.text[start : reference.start])
        if opens and _is_side(context, reference) and reference.end < context.phrase[0]:
            return _belonging(context, reference)
    return None


_ON_OUR_SIDE = Expression(r"\bon\s+our\s+(?:own\s+)?side\b[^.;]{0,40}$", re.IGNORECASE)
_ON_SIDE_OPENS = Expression(r"\W*(?:(?:meanwhile|but|and),?\s+)?on\s+the\s+(?:\w+\s+)?", re.IGNORECASE)


def _is_side(context: ClaimContext, reference: Reference) -> bool:
    """ "the X side", whether or not the name takes in its last word."""
    words = context.text[reference.start : reference.end]
    return words.endswith(" side") or bool(_SIDE.match(context.text, reference.end))


def _loser(context: ClaimContext) -> str | None:
    """The subject of a verb of loss, or whose losses are counted: "X lost 16 soldiers", "X's losses at 200"."""
    verb = _LOST.search(context.before[-90:])
    if verb is not None and context.voice and _ENEMY_LOST.search(context.before[-90:], 0, verb.end()):
        return None  # whose enemy it is, the speaker's side tells
    if verb is not None:
        at = context.phrase[0] - len(context.before[-90:]) + verb.start()
        return _subject_side(context, at)
    for reference in reversed(context.references(context.sentence[0], context.phrase[0])):
        gap = context.text[reference.end : context.phrase[0]]
        if len(gap) < _NEAR and _LOSSES_OF.match(gap) and not _ANOTHER_VERB.search(gap):
            return _belonging(context, reference)
    return None


_ENEMY_LOST = Expression(
    r"\b(?:enemy|adversary)\s+(?:(?:has|have|had|also)\s+)*\w+\s+(?:[\w’'-]+\s+){0,3}$", re.IGNORECASE
)


def _subject_side(context: ClaimContext, verb: int) -> str | None:
    pronoun = subject_pronoun(context, verb)
    if pronoun:
        ours = pronoun["us"] and context.claim.value.group != "combatant"  # who says so, and nobody told of before
        return context.own if context.own or ours else _earlier_subject(context)
    subject = context.last_subject(verb)
    start = (
        max(context.sentence[0], subject.start - len("their own ") * subject.generic)
        if subject
        else context.sentence[0]
    )
    own = _OWN_SUBJECT.search(context.text, start, verb)
    if own is not None and context.men_of is not None:
        return context.own or context.men_of
    return _belonging(context, subject) if subject else None


#: "said | its fighters took six rifles and suffered ...": the speaker's own men do what the verb tells.
_OWN_SUBJECT = Expression(
    r"\b(?:its|their|his|our)\s+(?:own\s+)?(?:fighters|men|forces|troops|soldiers|units?|guerrillas|militants|side)\s+"
    r"(?!of\b)(?:[^,;.]*\band\s+|(?:ha[sd]|have|also|only)\s+)*$",
    re.IGNORECASE,
)


def _earlier_subject(context: ClaimContext) -> str | None:
    here = [
        r for r in context.references(context.sentence[0], context.phrase[0]) if _BY_COUNT.match(context.text, r.end)
    ]
    if here:
        return _belonging(context, here[0])
    index = context.scene.sentence_index(context.phrase[0])
    start = context.scene.sentences[max(0, index - 1)][0]
    found = context.references(start, context.phrase[0])
    return _belonging(context, found[0]) if found else None


def _own_people(context: ClaimContext) -> str | None:
    """A possessive with the victims: "two of its soldiers", "our servicemen", "we have six wounded"."""
    words = context.text[context.phrase[0] : context.phrase[1]]
    if _inside_phrase(context) is not None:
        return None
    found = _OWN_INSIDE.search(words) or _OWN.search(context.before[-48:]) or _OF_OWN.match(context.after)
    if found is None or speaks_of_kin(context, words) or ENEMY.search(words):
        return None
    who = (found.groupdict().get("who") or "").lower()
    if who in ("his", "her") and context.claim.value.group == "civilian":
        return None  # a teacher's pupils and a grocer's customers are no side's men
    bodies = _BODIES.search(words) or _BODIES.match(context.after.lstrip())
    if found.groupdict().get("us") and (bodies or _REPORTS.search(words)):
        return None  # "we have 30 bodies", "no reports of civilian casualties": not told as one's own
    if found.groupdict().get("us") or who in ("our", "my"):
        return context.own
    if who == "its" and is_crew(words):
        return side_of_crew(context)
    if bodies and _FOUND.search(context.before):
        return None  # "its men found 14 bodies"
    if bodies:
        nearest = context.references(context.sentence[0], context.phrase[0])
        return _belonging(context, nearest[-1]) if nearest else None
    return context.own or (_leader_before(context) if who in ("his", "her") else None) or _owner(context)


def _leader_before(context: ClaimContext) -> str | None:
    """ "A missile killed a rebel commander, N., and 31 of his men": of the one named last."""
    people = [
        r
        for r in context.references(context.sentence[0], context.phrase[0])
        if r.party is not None and r.party.kind == "person"
    ]
    return people[-1].side if people else None


def _own_losses(context: ClaimContext) -> str | None:
    """ "The rebels, who gave their own losses as | four dead |": whose losses a possessive tells."""
    told = _OWN_LOSSES.search(context.before)
    if told is None:
        return None
    start, at = context.sentence[0], context.sentence[0] + told.start()
    pieces = context.attribution.source if context.attribution else ()
    spoken = max((piece.end for piece in pieces if start <= piece.start < at), default=start)
    named = [r for r in context.references(start, at) if r.start >= spoken]
    if named:
        return _belonging(context, named[-1])
    return context.own if context.own or spoken > start else _earlier_subject(context)


_OWN_LOSSES = Expression(
    r"\b(?:(?:its|their)\s+(?:own\s+|true\s+|real\s+|actual\s+|total\s+)*|the\s+defenders['’]\s+own\s+)"
    r"(?:losses|casualties|dead|fallen|(?:death )?toll)\b"
    rf"(?:[^.;]{{0,40}}?\b(?:as|at|to|were|was|is|numbered)\s+{QUANTITY}|,\s+which\s+(?:\w+\s+){{0,2}})$",
    re.IGNORECASE,
)

_OF_THEM = Expression(
    r"(?:\s*of)?\s*them(?=\s*(?:[.,;:]|$|(?:in|and|at|on|near|during|after|when|dead|were|had|died)\b))",
    re.IGNORECASE,
)


def _of_them(context: ClaimContext) -> str | None:
    """ "soldiers repelled the rebels, killing 30 of them": the last side named before, as fighters."""
    if not _OF_THEM.match(context.text, context.phrase[1]) and not _OF_THEM.search(context.text, *context.phrase):
        return None
    sources = [(piece.start, piece.end) for piece in context.attribution.source] if context.attribution else []
    before = [
        r
        for r in context.references(context.sentence[0], context.phrase[0])
        if r.end > context.phrase[0] - _NEAR and not any(start <= r.start < end for start, end in sources)
    ]
    last = before[-1] if before else None
    if last is None or _ATTACKERS.search(context.text, last.end, context.phrase[0]):
        return enemy_of(context) if last is not None else None
    fighters = (
        last.generic
        or context.scene.armed_group(last.side)
        or _FIGHTERS_NAMED.search(context.text, last.start, last.end)
    )
    return last.side if fighters else None


#: "housed Norlandic troops, and 30 of them were killed".
_FIGHTERS_NAMED = Expression(r"\b(?:troops|soldiers|servicemen|fighters|policemen|marines|conscripts)$", re.IGNORECASE)
#: "the army beat back the attackers and killed 20 of them".
_ATTACKERS = Expression(r"\bthe (?:attackers|assailants|raiders|intruders|infiltrators)\b", re.IGNORECASE)


def _of_whom(context: ClaimContext) -> str | None:
    """ "put 500 X troops out of action, of whom | 130 were killed": those named right before."""
    if not _OF_WHOM.search(context.before) or not context.nounless:
        return None
    start = max(context.sentence[0], context.phrase[0] - _NEAR)
    named = [r for r in context.references(start, context.phrase[0]) if not r.generic]
    return _belonging(context, named[-1]) if named else None


_OF_WHOM = Expression(
    r",\s+(?:of|among)\s+whom\s+(?:(?:at least|some|about|around|more than|over|nearly|up to)\s+)?$", re.IGNORECASE
)
_ALL_OF_THEM = Expression(
    r"(?:(?:\s+(?:wounded|injured|dead|killed|people|bodies|men))?\s*,\s*"
    r"(?:(?:all|most|many|some|nearly all) of (?:them|whom)|all|mostly|mainly)"
    # "29 of those killed | were from"
    r"|\s+(?:of (?:the|those) (?:killed|dead|slain|wounded|injured|fallen|victims|captured)\s+)?(?:were|are))\s+"
    r"(?:from\s+|members of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)


def _all_of_them(context: ClaimContext) -> str | None:
    """ "43 wounded, all of them X troops": whose they are follows the count."""
    start = context.phrase[1]
    following = context.references(start, min(context.sentence[1], start + _NEAR))[:1]
    return next(
        (_belonging(context, r) for r in following if _ALL_OF_THEM.fullmatch(context.text[start : r.start])), None
    )


def _owner(context: ClaimContext) -> str | None:
    """Who "its" means without a speaking side: the first reference of the sentence, as its subject."""
    found = context.references(context.sentence[0], context.phrase[0])
    if found:
        return _belonging(context, found[0])
    return _earlier_subject(context) if _POINTS_BACK.match(context.before) else None


#: A sentence that opens with what an earlier one was about.
_POINTS_BACK = Expression(
    r"\W*(?:(?:but|and|later|also|so far)\W+)?(?:it|they|he|she|its|their|his|her)\b", re.IGNORECASE
)


def _common_noun(context: ClaimContext) -> str | None:
    """ "the rebels", "government troops": a common noun that the report ties to a side; bare "soldiers" states none."""
    if context.claim.value.group == "mixed":
        return None  # "1,100 people, most of them militants"
    found = [r for r in context.references(*context.phrase) if r.generic and not is_third_in_a_war(context, r)]
    return next((r.side for r in found if _TIED.search(context.text, r.start, r.end)), None)


def is_third_in_a_war(context: ClaimContext, reference: Reference) -> bool:
    """True for rebels of no named group where the report tells of a fight between two states: whose, is open."""
    scene = context.scene
    if not scene.contested or not _OF_NO_GROUP.search(reference.side):
        return False
    return all(r.side != reference.side for r in scene.named)


_OF_NO_GROUP = Expression(r"\b(?:rebels|militants|separatists)$")


_TIED = Expression(
    rf"\b(?:government|regime|loyalist|federal|peacekeepers?|paramilitar(?:y|ies)|{REBEL_NOUN})\b", re.IGNORECASE
)


def _staff_of_a_body(context: ClaimContext) -> str | None:
    """ "Thirteen UN personnel", "an employee of the United Nations", "one of its interpreters" by its own word: of that
    body, whatever country they are from.
    """
    start, end = context.phrase
    if not _STAFF.search(context.victim_words) or _FROM_THERE.search(context.text, start, end):
        return None
    if context.speaker is not None and _OWN_INSIDE.search(context.text, start, end):
        speaking = _body_of_states(context, context.speaker.name)
        if speaking is not None:
            return speaking
    if _LOST.search(context.before[-_NEAR:]) and (before := context.scene.parties(context.sentence[0], start)):
        return _body_of_states(context, before[-1].party.name)
    for mention in context.scene.parties(start, min(context.sentence[1], end + _NEAR)):
        linked = mention.start < end or SERVING_WITH.fullmatch(context.text, end, mention.start)
        body = _body_of_states(context, mention.party.name) if linked else None
        if body is not None:
            return body
    return None


def _body_of_states(context: ClaimContext, name: str) -> str | None:
    """The name of a body whose members are states, as the report has it; None for any other name."""
    entry = context.scene.knowledge.find(name)
    return name if entry is not None and entry.of_states else None


_STAFF = Expression(
    r"\b(?:personnel|staff(?:ers?)?|employees?|workers?|interpreters?|translators?|drivers?|monitors?|observers?"
    r"|inspectors?|peacekeepers?|doctors?)\b",
    re.IGNORECASE,
)
#: Those are of the country they work in.
_FROM_THERE = Expression(r"\b(?:local(?:ly)?|national)\b", re.IGNORECASE)

_STATED: Sequence[Callable[[ClaimContext], str | None]] = (
    _parts_of_two_sides,
    _both_sides,
    _all_of_them,
    _of_whom,
    side_of_peacekeepers,
    _staff_of_a_body,
    of_its_members,
    _own_losses,
    _own_people,
    _of_them,
    _inside_phrase,
    losses_of_the_group,
    losses_of_the_unit,
    losses_of_foes,
    left_behind,
    _after_phrase,
    _loser,
    losses_of_whom,
    inflicted_on,
    had,
    _before_phrase,
    _side_in_front,
    of_what_was_struck,
    _common_noun,
)
