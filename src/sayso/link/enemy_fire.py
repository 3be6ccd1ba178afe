"""Who killed fighters where no words of the report say it: the other side of the one fight that it tells of.

Asked last, after every sentence that names who did it. A side's voice that counts its enemy's fallen fighters claims
them; fighters who fall in a report of one armed group against one state fell to the other of the two. Totals of a war,
accidents and fights of more than two sides tell nothing.
"""

from __future__ import annotations

import re

from sayso.expression import Expression
from sayso.link.claim_context import ClaimContext
from sayso.link.scene import Reference

#: Deaths among fighters that no enemy caused.
_NO_ENEMY = Expression(
    r"\b(?:accident\w*|crash(?:ed)?|friendly fire|mishap|suicide\b(?! bomb| attack| car| truck)|drown\w*|illness"
    r"|disease|executed by their own|blew (?:himself|herself|themselves) up"
    r"|blown (?:himself|themselves) up|mutin\w+|avalanche)\b",
    re.IGNORECASE,
)
#: Sums of losses, which no single act of the source caused.
_ACCOUNT = Expression(r"\b(?:loss(?:es)?|toll|reached|risen|total)\b", re.IGNORECASE)
#: A fight or an attack that the sentences around the figure tell of.
_ATTACK = Expression(
    r"\b(?:attack(?:ed|s|ers?)?|ambush\w*|raid(?:ed|s)?|assault(?:ed)?|storm(?:ed|ing)|overr[au]n|clash\w*"
    r"|fight(?:ing)?|fought|battles?|battling|gun ?battles?|firefights?|encounter|shelling|shelled|bomb(?:ed|ing|s)?"
    r"|blast|explosion|opened fire|came under fire|offensive|operation|strikes?|struck|mine)\b",
    re.IGNORECASE,
)
#: An attack is told within this many sentences before the figure.
_BACK = 3
#: What a force does to its enemy, whatever became of him.
_PUT_OUT = Expression(r"\b(?:neutrali[sz]ed|eliminated|put out of action)\b", re.IGNORECASE)
_HARMED = frozenset({"killed", "injured", "captured", "killed_or_injured", "missing"})


def enemy_of_fallen(context: ClaimContext, side: str) -> Reference | None:
    """The side that fighters of `side` fell to, where the source claims them or the report knows one enemy only."""
    return (_claimed_by_enemy(context, side) or _one_enemy(context, side)) if fell_to_somebody(context) else None


def fell_to_somebody(context: ClaimContext) -> bool:
    """True for fighters harmed in one fight of the news, by no accident."""
    value = context.claim.value
    unreal = context.claim.background or context.claim.polarity == "deny"
    if value.group != "combatant" or value.high == 0 or unreal or value.scope == "running_total":
        return False
    if value.effect not in _HARMED and not _PUT_OUT.search(context.text, *context.core):
        return False
    return _NO_ENEMY.search(context.text, *context.sentence) is None


def state_that_counts(context: ClaimContext) -> Reference | None:
    """ "Seven militants were killed, police said", of no group that is named: they fell to the state's forces."""
    value = context.claim.value
    if not context.rebel_noun or value.effect not in _HARMED or value.high == 0 or context.claim.background:
        return None
    if (
        context.voice is None
        or context.scene.armed_group(context.voice)
        or _NO_ENEMY.search(context.text, *context.sentence)
    ):
        return None
    return context.source_reference(context.core[0])


def _claimed_by_enemy(context: ClaimContext, side: str) -> Reference | None:
    """ "X says 22 of Y's soldiers were killed", X fighting Y: X's doing."""
    scene, voice = context.scene, context.voice
    if _ACCOUNT.search(context.text, *context.core):
        return None
    if voice is None or scene.group(voice) == scene.group(side) or not scene.hostile(voice, side):
        return None
    return context.source_reference(context.core[0])


def _one_enemy(context: ClaimContext, side: str) -> Reference | None:
    """The only enemy of a side in the report, where one of the two is a state and the other is none."""
    scene = context.scene
    index = context.sentence_number
    start, end = scene.sentences[max(0, index - _BACK)][0], scene.sentences[min(len(scene.sentences) - 1, index + 1)][1]
    if not _ATTACK.search(scene.text, start, end):
        return None
    enemy = scene.opponent(side)
    return enemy if enemy is not None and scene.armed_group(enemy.side) != scene.armed_group(side) else None
