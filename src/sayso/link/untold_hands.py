"""Who did it where no sentence on the harm tells: the side that is left, by what the report tells of others.

Asked last, after every sentence that names who did it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.claims.casualty import BOTH, UNKNOWN
from sayso.expression import Expression
from sayso.link.enemy_fire import enemy_of_fallen, fell_to_somebody
from sayso.link.readings import Reading
from sayso.link.scene import Reference


def who_is_left(reading: Reading, readings: Sequence[Reading]) -> Reference | None:
    """The enemy that the victims fell to; None for those whom a mine killed, which somebody laid and left."""
    context = reading.context
    if _LAID_BY_NOBODY.search(context.text, *context.sentence):
        return None
    return (
        enemy_of_fallen(context, reading.side.side)
        or _one_opponent(reading, readings)
        or _of_others_beside(reading, readings)
    )


def alike_victims(one: Reading, other: Reading) -> bool:
    """True for fighters with fighters and others with others: an attack on the ones says nothing of the others."""
    return (one.context.claim.value.group == "combatant") == (other.context.claim.value.group == "combatant")


#: "when a roadside bomb struck their patrol", "hit a land mine": whoever laid it went his way before.
_LAID_BY_NOBODY = Expression(
    r"\b(?:an?|two|the)\s+(?:[\w-]+\s+)?(?:bombs?|land ?mines?|mines?|(?:explosive )?devices?)\s+"
    r"(?:hidden\s[^.;,]{3,24}\s)?(?:went off|exploded|blew up|hit|struck|blew|ripped|detonated)\b"
    r"|\b(?:hit|struck|r[ua]n over|drove over|stepped on|by)\s+an?\s+(?:[\w-]+\s+)?"
    r"(?:land ?mine|mine|roadside bomb|(?:explosive )?device)\b",
    re.IGNORECASE,
)


def _of_others_beside(reading: Reading, readings: Sequence[Reading]) -> Reference | None:
    """Who alone is told to have harmed others of the same side in the same event, by whomever it is told.

    Fighters who fell fell to the same enemy; of others only the sentences next to the claim's own tell.
    """
    value = reading.context.claim.value
    if value.high == 0 or reading.context.claim.background:
        return None
    victims = reading.context.scene.group(reading.side.side)
    found = {
        r.perpetrator.group: r.perpetrator
        for r in readings
        if r.perpetrator is not None
        and r.event == reading.event
        and r.side.side == reading.side.side
        and r.perpetrator.group != victims
        and alike_victims(r, reading)
        and (_next_to(r, reading) or (value.group == "combatant" and r.context.claim.value.scope == value.scope))
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _next_to(one: Reading, other: Reading) -> bool:
    return abs(one.context.sentence_number - other.context.sentence_number) <= 1


#: Where both sides fire, and sums of losses: no one act of the enemy.
_NOBODYS_ACT = Expression(
    r"\b(?:cross-?fire|cross-border (?:fire|firing|shelling)|exchanges? of (?:fire|gunfire)|losses at|toll)\b",
    re.IGNORECASE,
)


def _one_opponent(reading: Reading, readings: Sequence[Reading]) -> Reference | None:
    """Whom alone the report makes kill fighters of this side, or this side kill: the enemy that they fell to."""
    context = reading.context
    if not fell_to_somebody(context) or _NOBODYS_ACT.search(context.text, *context.sentence):
        return None
    group = context.scene.group
    victims, found = group(reading.side.side), dict[str, Reference]()
    for other in readings:
        by = other.perpetrator
        if by is None or other.context.claim.background or other.side.side in (BOTH, UNKNOWN):
            continue
        if group(other.side.side) == victims:
            found[by.group] = by
        elif by.group == victims and other.context.claim.value.group == "combatant":
            found[group(other.side.side)] = context.reference_to(other.side.side)
    found.pop(victims, None)
    known = len(found) == 1 and not any(context.scene.is_community(by.side) for by in found.values())
    return next(iter(found.values())) if known else None  # police between two peoples fell to either
