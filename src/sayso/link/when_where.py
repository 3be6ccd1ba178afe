"""Where and when the harm of a claim was done: its own words first, then those of the claims of the same event."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from sayso.link.claim_context import ClaimContext
from sayso.link.events import Harm, Window
from sayso.link.ground import state_of
from sayso.link.mentions import PlaceMention

_IN = re.compile(
    r"\b(?:in|at|near|on|inside|outside|around|of|over|across|from|to)\s+(?:the\s+)?(?:[\w-]+\s+){0,4}$", re.IGNORECASE
)


def own_harm(context: ClaimContext) -> Harm:
    """What the claim's own sentence says of place and time."""
    place = _nearest_place(context)
    window = context.scene.harm_dates.window(*context.core)
    return Harm(
        context=context,
        place=context.text[place.start : place.end] if place else None,
        window=window,
        ground=_ground(context, place),
    )


def _nearest_place(context: ClaimContext) -> PlaceMention | None:
    start, end = context.sentence
    named = [
        p for p in context.scene.places(start, end) if _IN.search(context.text[max(start, p.start - 40) : p.start])
    ]
    named = [p for p in named if p.place is None or p.place.kind != "country"] or named
    return min(named, key=lambda p: abs(p.start - context.phrase[0]), default=None)


def _ground(context: ClaimContext, place: PlaceMention | None) -> str | None:
    own = state_of(place.place) if place else None
    if own is not None:
        return own
    return context.scene.home[0] if context.scene.home else None


def shared_place(harm: Harm, event: Sequence[Harm]) -> str | None:
    """The claim's own place, or the one that its event names most."""
    if harm.place is not None:
        return harm.place
    named = Counter(h.place for h in event if h.place is not None)
    return named.most_common(1)[0][0] if named else None


def shared_window(harm: Harm, event: Sequence[Harm]) -> Window | None:
    """The claim's own time, or the one time that its event gives."""
    if harm.window is not None:
        return harm.window
    given = {h.window for h in event if h.window is not None}
    return given.pop() if len(given) == 1 else None
