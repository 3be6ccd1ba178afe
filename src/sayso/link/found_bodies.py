"""Bodies that a side recovers or counts after a fight: its enemy's."""

from __future__ import annotations

import re

from sayso.expression import Expression
from sayso.link.claim_context import ClaimContext
from sayso.link.side_grounds import Ground
from sayso.model import Party


def bodies_recovered(context: ClaimContext, ground: Ground) -> str | None:
    """Fighters' bodies that the other side recovers or counts are told as its enemy's."""
    group = context.claim.value.group
    if (
        group not in ("combatant", "unknown")
        or not _RECOVERED.search(context.text, *context.sentence)
        or not _BODIES.search(context.text[slice(*context.core)])
        or (group == "unknown" and not _after_a_fight(context))
    ):
        return None
    finder = context.last_subject(context.phrase[0])
    side = finder.side if finder else context.voice or ""
    if context.state_noun and not context.scene.armed_group(side):
        return None  # a state finds its own soldiers and police
    enemy = context.scene.opponent(side)
    return enemy.side if enemy else None


def _after_a_fight(context: ClaimContext) -> bool:
    """Bodies without a side that a state's soldiers recover where they fought, or hold with arms."""
    voice = context.voice
    if voice is None or context.scene.armed_group(voice) or not _TROOPS_FOUND.search(context.before):
        return False
    if _WE_COUNTED.search(context.before) and _is_officer(context.speaker):
        return True
    end = context.sentence[1]
    told = _OF_A_FIGHT.search(context.text, *context.sentence) or _REST_TAKEN.match(context.text, end)
    return told is not None


def _is_officer(speaker: Party | None) -> bool:
    return speaker is not None and _MILITARY.search(f"{speaker.name} {speaker.role}") is not None


#: "We counted 30 bodies", says an officer.
_WE_COUNTED = Expression(r"\bwe\s+(?:\w+\s+)?count(?:ed)?\s+$", re.IGNORECASE)
_MILITARY = Expression(
    r"\b(?:military|army|general|colonel|major|captain|lieutenant|brigade|division)\b", re.IGNORECASE
)
_OF_A_FIGHT = Expression(r"\b(?:encounter|clash|firefight|gun ?battle|battle|weapons|rifles|guns)", re.IGNORECASE)
#: "The rest were taken away by their comrades."
_REST_TAKEN = Expression(
    r"\W*(?:the|some|other)\s(?:others?|rest|bodies|dead)\b[^.]{0,30}\b(?:taken|carried|dragged|removed)\b",
    re.IGNORECASE,
)
_TROOPS_FOUND = Expression(
    r"\b(?:soldiers|troops|troopers|forces|army|we)\s+(?:\w+\s+)?(?:recover|count|hold|seiz)", re.IGNORECASE
)
_RECOVERED = Expression(r"\b(?:(?:recover|found|count|seiz|display)(?:ed|s|ing)?|hold|held)\b", re.IGNORECASE)
_BODIES = Expression(r"\b(?:bod(?:y|ies)|corpses?)\b", re.IGNORECASE)
