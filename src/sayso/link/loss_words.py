"""Whose losses a report's words for one of the two sides tell: "the movement had lost", "the losses of the bandits".

Such words name nobody: the group that speaks or was named last, or whom the speaking side fights.
"""

from __future__ import annotations

import re

from sayso.expression import Expression, Seldom
from sayso.link.claim_context import ClaimContext
from sayso.link.scene import REBEL_NOUN

QUANTITY = (
    r"[\"“‘']?(?:(?:at least|at most|more than|over|about|around|some|nearly|almost|up to|as many as|approximately"
    r"|roughly|only|just|a total of|another|no|the)\s+)*[\"“‘']?"
)
_FOE = (
    rf"(?:{REBEL_NOUN}|enemy|raiders|invaders|aggressors?|bandits|outlaws|criminals|miscreants|mercenaries|opposition)"
    r"(?:\s+(?:fighters|forces|side))?"
)
_GROUP = r"(?:militia|(?:armed |rebel |militant )?group|movement|militants?['’]? group|guerrilla group|faction)"
_LOSSES = r"(?:losses|casualties|(?:death )?toll|dead|fallen)"
_COUNTED = rf"[^.;,]{{0,30}}?\s(?:as|at|to|were|was|is)\s+{QUANTITY}$"

#: "the movement | had lost", "the militia | suffered": right before the number.
_GROUP_LOST = Seldom(
    "lost|suffered|sustained|had|losses|casualties|toll|dead|fallen",
    rf"\b(?P<who>the\s+{_GROUP})(?:['’]s?\s+(?:fighters|men|forces))?\s+(?:(?:had|has|have|also|only)\s+)*"
    rf"(?:lost|suffered|sustained|had)\s+{QUANTITY}$"
    rf"|\b(?P<owner>the\s+{_GROUP})['’]s?\s+(?:own\s+)?{_LOSSES}{_COUNTED}",
    re.IGNORECASE,
)
#: "its source said the brigade | had": a unit without its name, right before the number.
_UNIT_LOST = Seldom(
    "brigade|battalion|regiment|division|unit|garrison",
    r"\bthe\s+(?:brigade|battalion|regiment|division|unit|garrison)\s+(?:(?:had|has|have|also|only)\s+)*"
    rf"(?:lost|suffered|sustained|had)\s+{QUANTITY}$",
    re.IGNORECASE,
)
_FOES_LOST = Seldom(
    "lost|suffered|sustained|losses|casualties|toll|dead|fallen",
    rf"\b(?:the|our|their)\s+{_FOE}\s+(?:(?:had|has|have|also|only|alone)\s+)*(?:lost|suffered|sustained)\s+{QUANTITY}$"
    rf"|\b(?:the|our|their)\s+{_FOE}['’]s?\s+(?:own\s+)?{_LOSSES}{_COUNTED}"
    rf"|\b{_LOSSES}\s+(?:of|among|on)\s+the\s+{_FOE}{_COUNTED}",
    re.IGNORECASE,
)


def losses_of_the_group(context: ClaimContext) -> str | None:
    """ "The movement had lost | three men": the armed group that speaks, or was named last, or is the only one."""
    told = _GROUP_LOST.search(context.before)
    return _group_meant(context, context.sentence[0] + told.start()) if told else None


def losses_of_the_unit(context: ClaimContext) -> str | None:
    """ "A source in X's brigade said the brigade had | six dead |": of whom the sentence named last, or who speaks."""
    told = _UNIT_LOST.search(context.before)
    if told is None:
        return None
    named = context.references(context.sentence[0], context.sentence[0] + told.start())
    return named[-1].side if named else context.voice


def _group_meant(context: ClaimContext, at: int) -> str | None:
    """The armed group that "the group" at an offset stands for."""
    scene, voice = context.scene, context.voice
    if voice is not None and scene.armed_group(voice):
        return voice
    named = [r for r in context.references(context.sentence[0], at) if scene.armed_group(r.side)]
    meant = named[-1] if named else scene.insurgent
    return meant.side if meant else None


def losses_of_foes(context: ClaimContext) -> str | None:
    """ "The terrorists lost | at least 200", says whom they fight; words that the report ties to nobody else."""
    told = _FOES_LOST.search(context.before)
    if told is None:
        return None
    start = context.sentence[0]
    tied = context.references(start + told.start(), start + told.end())
    return tied[-1].side if tied else enemy_of(context)


def losses_of_whom(context: ClaimContext) -> str | None:
    """ "The losses of the Norlandic army | exceeded 300": whose losses are counted, with the name behind the noun."""
    for reference in context.references(max(context.sentence[0], context.phrase[0] - _NEAR), context.phrase[0]):
        if _LOSSES_BEFORE.search(context.text, context.sentence[0], reference.start):
            return reference.side
    return None


#: So far before the number (characters) a name tells whose losses it counts.
_NEAR = 60
_LOSSES_BEFORE = Seldom("losses|casualties", r"\b(?:losses|casualties)\s+(?:of|among)\s+(?:the\s+)?$", re.IGNORECASE)


def enemy_of(context: ClaimContext) -> str | None:
    """Whom the source's side fights here, or the armed group of the report where the source has none."""
    scene, voice = context.scene, context.voice
    enemy = scene.opponent(voice) if voice is not None else scene.insurgent
    return enemy.side if enemy else None


def left_behind(context: ClaimContext) -> str | None:
    """ "They left | 35 bodies |", a side says: those whom it fought."""
    if context.voice is None:
        return None
    end = min(context.sentence[1], context.phrase[1] + _ON_THE_FIELD)
    told = _LEFT.search(context.before) and _BODIES.match(context.text, context.phrase[1], end)
    fled = _WHO_LEFT.search(context.before) and _BEHIND.match(context.text, context.phrase[1], end)
    return enemy_of(context) if told or fled else None


#: "They left | 35 bodies", "the terrorists had left behind at least | ...".
_LEFT = Expression(
    rf"\b(?:they|the\s+(?:enemy|{REBEL_NOUN}))\s+(?:(?:had|have|also|only)\s+)*"
    rf"(?:left|abandoned|leav(?:e|ing))\s+(?:behind\s+)?{QUANTITY}$",
    re.IGNORECASE,
)
#: "the militia, | which left | 60 bodies behind": of men who withdrew; a battle "left 60 bodies".
_WHO_LEFT = Expression(
    rf"\b(?:who|which|militia|fighters|{REBEL_NOUN})[”\"’']?,?\s+(?:(?:had|have|also|only)\s+)*(?:left|leaving)\s+{QUANTITY}$",
    re.IGNORECASE,
)
_BEHIND = Expression(r"[\s”\"’']*(?:bod(?:y|ies)|corpses?|dead)\s+behind\b", re.IGNORECASE)
_BODIES = Expression(
    r"[\s”\"’']*(?:bod(?:y|ies)\b|corpses?\b"
    r"|dead[\s”\"’']+(?:behind|on the (?:ground|field|battlefield|scene|road))\b)",
    re.IGNORECASE,
)
#: "100 dead on the battlefield": so many characters behind the number.
_ON_THE_FIELD = 40


def inflicted_on(context: ClaimContext) -> str | None:
    """ "The rebels inflicted | 30 losses | on the guards": of whom they were inflicted on."""
    if not _INFLICT.search(context.before):
        return None
    start = context.phrase[1]
    for reference in context.references(start, min(context.sentence[1], start + _WHOM))[:1]:
        if _ON_WHOM.fullmatch(context.text, start, reference.start):
            return reference.side
    return None


#: Of whom it was inflicted on stands within this many characters.
_WHOM = 60
_INFLICT = Expression(rf"\binflict(?:ed|ing|s)?\s+{QUANTITY}$", re.IGNORECASE)
_ON_WHOM = Expression(r"[\s,]+(?:(?:casualties|losses|dead|deaths)\s+)?(?:on|among|upon)\s+(?:the\s+)?", re.IGNORECASE)


def had(context: ClaimContext) -> str | None:
    """ "the rebels had one man killed and two hurt": whoever had."""
    subject = next((r for r in reversed(context.references(context.sentence[0], context.phrase[0]))), None)
    if subject is None or not _HARMED_AFTER.match(context.text, context.phrase[1]):
        return None
    return subject.side if _HAD.fullmatch(context.text, subject.end, context.phrase[0]) else None


_HAD = Expression(
    r"\s+(?:had|has|have)\s+(?!been\b)(?:only\s+|also\s+)?(?:(?:\w+\s+){1,3}(?:killed|dead)\s+and\s+)?", re.IGNORECASE
)
_HARMED_AFTER = Expression(
    r"\s*(?:(?:slightly|lightly|seriously|badly|gravely)\s+)?(?:killed|wounded|injured|hurt|dead|missing|captured)\b"
    r"(?!\s+\w+\s+(?:soldiers|people))",
    re.IGNORECASE,
)


def subject_pronoun(context: ClaimContext, verb: int) -> re.Match[str] | None:
    """The pronoun that is the subject of a verb, also of the second of two ("it killed nine and | lost")."""
    text, start = context.text, context.sentence[0]
    near = _PRONOUN_SUBJECT.search(text, max(start, verb - 24), verb)
    return near or _CARRIED_SUBJECT.search(text, max(start, verb - _CLAUSE), verb)


_CLAUSE = 160
_PRONOUN_SUBJECT = Expression(r"\b(?:(?P<us>we)|it|they|he|she)\s+(?:ha(?:s|ve|d)\s+|also\s+)*$", re.IGNORECASE)
#: "It had killed 25 of the soldiers and had | lost ...": the subject of two verbs.
_CARRIED_SUBJECT = Expression(
    r"\b(?:(?P<us>we)|it|they)\s+(?:ha(?:s|ve|d)\s+|also\s+)*(?!sa(?:id|ys?)\b|claimed|reported|added|admitted)\w+\s"
    r"(?:(?!\b(?:which|who|that|while|but|when|as|said|after)\b)(?:[^.;:,]|,(?=\d)))*"
    r"\band\s+(?:ha(?:s|ve|d)\s+|also\s+|only\s+)*$",
    re.IGNORECASE,
)
