"""Whose dead by what the report tells of the same figure or the same attack elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.expression import Expression
from sayso.link.claim_context import ClaimContext
from sayso.link.readings import Reading, placed_apart, same_figure
from sayso.link.scene import Reference
from sayso.link.sides import SideFinding


def side_of_its_figure(reading: Reading, readings: Sequence[Reading]) -> SideFinding | None:
    """ "A strike kills eight" above "eight militants were killed": a bare count is of those whom its figure counts."""
    context = reading.context
    if not context.nounless or (context.claim.value.low or 0) < _TELLING_FIGURE or placed_apart(context):
        return None
    alike = [r for r in readings if r.side.basis == "stated" and same_figure(reading, r) and _one_voice(reading, r)]
    sides = {r.side.side for r in alike}
    return SideFinding(side=sides.pop(), basis="inferred", rule="the same figure") if len(sides) == 1 else None


#: Ones and twos are many.
_TELLING_FIGURE = 3


def _one_voice(one: Reading, other: Reading) -> bool:
    """True for what nobody tells, for a side that speaks of its own, and for one that points back to what it told."""
    context = one.context
    if context.voice in (None, other.side.side):
        return True
    return context.voice == other.context.voice and _POINTS_BACK.search(context.text, *context.core) is not None


#: "All five of the slain".
_POINTS_BACK = Expression(r"\b(?:of the|of those|all|these|those)\b", re.IGNORECASE)


def side_of_attackers(readings: list[Reading]) -> list[Reading]:
    """ "Three of the attackers were killed": of the side that the last claim of the same attack makes responsible."""
    return [
        replace(reading, side=side, perpetrator=_enemy_or_none(reading, side))
        if (side := _of_attackers(readings, number))
        else reading
        for number, reading in enumerate(readings)
    ]


def _enemy_or_none(reading: Reading, side: SideFinding) -> Reference | None:
    by, context = reading.perpetrator, reading.context
    if by is None or context.attackers:
        return None  # of attackers who fell some had killed themselves
    return by if context.scene.hostile(by.side, side.side) else None


def _of_attackers(readings: Sequence[Reading], number: int) -> SideFinding | None:
    reading = readings[number]
    context = reading.context
    if reading.side.basis is not None or not (context.rebel_noun or context.attackers):
        return None
    told = [r for r in readings[:number] if r.event == reading.event and _by_others(r, context)]
    same = [r for r in told if r.context.voice == context.voice]
    by = next((r.perpetrator for r in reversed(same or told) if r.perpetrator is not None), None)
    return None if by is None else SideFinding(side=by.side, basis="inferred", rule="attackers")


def _by_others(reading: Reading, context: ClaimContext) -> bool:
    """True for harm done by somebody, and for rebels by an armed group that the source does not speak for."""
    by = reading.perpetrator
    if by is None or not context.rebel_noun:
        return by is not None
    return context.scene.armed_group(by.side) and by.side != context.voice
