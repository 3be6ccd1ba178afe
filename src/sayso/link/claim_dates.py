"""When the harm of a claim was done: its own words first, then those of the claims of the same event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sayso.claims.casualty import WAR_SIZE
from sayso.expression import Expression
from sayso.link.claim_context import ClaimContext
from sayso.link.events import Harm, Window, same_figure

#: A longer time is no date to lend to other claims.
_MONTH: Final = 31
_YEAR: Final = 366
#: Fighting that goes on for more days than these dates no single incident of it.
_SOME_DAYS: Final = 3


def _up_to_now(context: ClaimContext) -> bool:
    """ "The battle has killed 900", "puts the dead at 900": all of it, and no day's toll."""
    start, end = context.core
    return _HAS.search(context.text, max(context.sentence[0], start - _NEAR), end) is not None


_HAS: Final = Expression(r"\b(?:has|have|puts?)\b", re.IGNORECASE)
_NEAR: Final = 16


def own_window(context: ClaimContext) -> Window | None:
    """First and last day of the harm as its own words, those before it or the report's subject give it."""
    dates = context.scene.harm_dates
    found = dates.window(*context.core)
    if is_dated(context):
        return None if context.claim.background and found == dates.main else found
    brief = found is not None and found != dates.ongoing and (found[1] - found[0]).days <= _MONTH
    if brief and _takes_long(context):
        return _of_the_war(context)
    if found != dates.main:
        return found
    return None if context.claim.background else _of_the_report(context)


def _of_the_report(context: ClaimContext) -> Window | None:
    """The window of what the report is about, as far as it dates a claim that no words date.

    A running total spans all of the fighting; one incident of fighting that lasts is not dated by it.
    """
    main, dates = context.scene.harm_dates.main, context.scene.harm_dates
    if context.claim.value.scope == "running_total":
        return dates.counted or (_of_the_war(context) if _up_to_now(context) else None) or main
    lasts = main is not None and main == dates.ongoing and (main[1] - main[0]).days > _SOME_DAYS
    return None if lasts else main


def _of_the_war(context: ClaimContext) -> Window | None:
    """From the beginning of a war of this year up to the report; longer ones have begun more than once."""
    onset, now = context.scene.harm_dates.onset, context.scene.harm_dates.published
    if onset is None or now is None or context.claim.value.scope != "running_total":
        return None
    return (onset, now) if (now - onset).days <= _YEAR else None


def _takes_long(context: ClaimContext) -> bool:
    """True for flight and for the dead of a war, which the day of an attack told beside them does not date."""
    value = context.claim.value
    return value.effect == "displaced" or (value.scope == "running_total" and (value.low or 0) >= WAR_SIZE)


def is_dated(context: ClaimContext) -> bool:
    """True where the claim's own sentence gives the time."""
    dates = context.scene.harm_dates
    start, end = context.sentence
    return any(d.first and start <= d.start < end and not dates.of_saying(d) for d in dates.dates)


def shared_window(harm: Harm, event: Sequence[Harm]) -> Window | None:
    """The time of the claim's own sentence, else of the same figure or place, else what the sentences before give."""
    if harm.dated and harm.window is not None:
        return harm.window
    told = {h.window for h in event if h.dated and h.window is not None and _alike(h, harm)}
    if len(told) == 1 and not harm.context.claim.background:
        return told.pop()
    if harm.window is not None or harm.context.claim.background:
        return harm.window
    if _takes_long(harm.context):
        return None
    given = {
        h.window
        for h in event
        if h.window is not None and (h.window[1] - h.window[0]).days <= _MONTH and _one_scope(h, harm)
    }
    return given.pop() if len(given) == 1 else None


def _one_scope(one: Harm, other: Harm) -> bool:
    return one.context.claim.value.scope == other.context.claim.value.scope


def _alike(one: Harm, other: Harm) -> bool:
    same_place = one.place is not None and one.place == other.place
    return _one_scope(one, other) and (same_figure(one, other) or same_place)
