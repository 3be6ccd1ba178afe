"""What a speaker's further statements take from the first: the day said, and the outlet that was told.

A report dates a statement once ("said on Monday") and goes on ("he added"); the day holds for the rest of what that
speaker says in it, unless another day is given for him too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sayso.link.text_frame import TextFrame
from sayso.model import Attribution, Party

#: An outlet that was told holds for what follows within so many sentences.
_OUTLET_REACH = 2


def carry_over(frame: TextFrame, attributions: Sequence[Attribution]) -> dict[str, Attribution]:
    """The attributions by id, with day and outlet carried over; `attributions` in text order, speakers resolved."""
    days = _days(attributions)
    carried: dict[str, Attribution] = {}
    told: dict[str, Attribution] = {}
    for attribution in attributions:
        name = attribution.speaker.name if attribution.speaker else None
        if name is not None and not attribution.mental:
            if attribution.said_on is None and (day := _day_of(attribution, days)) is not None:
                attribution = replace(attribution, said_on=day)
            attribution = _with_outlet(frame, attribution, told.get(name))
            told[name] = attribution
        carried[attribution.id] = attribution
    return carried


def _days(attributions: Sequence[Attribution]) -> dict[str, set[date]]:
    """The days on which each named speaker, or who passes words on, is said to have spoken."""
    days: dict[str, set[date]] = {}
    for attribution in attributions:
        if attribution.speaker is not None and attribution.said_on is not None:
            relays = [party.name for party in attribution.via if party.kind == "person"]
            for name in (attribution.speaker.name, *relays):
                days.setdefault(name, set()).add(attribution.said_on)
    return days


def _day_of(attribution: Attribution, days: Mapping[str, set[date]]) -> date | None:
    """The only day on which the speaker, or else an official who passes the words on, is said to have spoken."""
    relays = (party.name for party in attribution.via if party.kind == "person")
    names = (attribution.speaker.name if attribution.speaker else "", *relays)
    return next((next(iter(days[name])) for name in names if len(days.get(name, ())) == 1), None)


def _with_outlet(frame: TextFrame, attribution: Attribution, before: Attribution | None) -> Attribution:
    """The attribution with the outlets of the same speaker's statement just before it, where it names none itself."""
    if before is None or attribution.via or not attribution.source:
        return attribution
    near = frame.sentences_between(_end(before), attribution.source[0].start) <= _OUTLET_REACH
    if not near or attribution.source[0].exact.lower() not in _PRONOUNS:
        return attribution
    return replace(attribution, via=tuple(party for party in before.via if _is_outlet(party)))


_PRONOUNS = frozenset(("he", "she", "they", "it"))


def _is_outlet(party: Party) -> bool:
    return party.kind == "outlet" and party.role != "social network"


def _end(attribution: Attribution) -> int:
    return max(piece.end for piece in attribution.evidence())
