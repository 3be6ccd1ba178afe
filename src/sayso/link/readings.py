"""What is found about a casualty claim step by step, and what two of them have in common."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.link.claim_context import ClaimContext
from sayso.link.events import Harm
from sayso.link.scene import Reference
from sayso.link.sides import NO_SIDE, SideFinding


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What has been found about one claim so far."""

    context: ClaimContext
    harm: Harm
    event: int
    side: SideFinding = NO_SIDE
    perpetrator: Reference | None = None


def same_figure(one: Reading, other: Reading) -> bool:
    """True for one number of one effect, both of the news or both of earlier days."""
    a, b = one.context.claim.value, other.context.claim.value
    same_time = one.context.claim.background == other.context.claim.background
    return same_time and not a.vague and (a.effect, a.low, a.high) == (b.effect, b.low, b.high)


def placed_apart(context: ClaimContext) -> bool:
    """ "35 people were killed in one country and three in another": a bare count with a country of its own."""
    start = context.phrase[1]
    near = context.scene.places(start, start + _RIGHT_AFTER)
    return any(
        p.place is not None and p.place.kind == "country" and context.text[start : p.start].strip() == "in"
        for p in near
    )


#: "three in X": the place follows within this many characters.
_RIGHT_AFTER = 8
