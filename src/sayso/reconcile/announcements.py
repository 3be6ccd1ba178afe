"""Announcements: one figure given once by one voice, however many reports tell or relay it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import TypeAlias

from sayso.claims import Casualty, CasualtyClaim
from sayso.claims.casualty import Effect, Group
from sayso.claims.compare import windows_meet
from sayso.model import Party
from sayso.reconcile.context import Shelf, ordinal
from sayso.reconcile.names import Voices, place_key
from sayso.reconcile.tellings import Telling, tellings

#: What one voice has counted: (day, number).
_Counts: TypeAlias = dict[tuple[object, ...], set[tuple[int, int]]]
#: Days after which the same figure for an incident or increment is taken for another one.
_RELAY_DAYS = 2
#: Two figures closer than this (share, and at least 1) may be one announcement told differently.
VARIANT = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """One figure given once by one voice, with every telling and relay of it, the first on record first."""

    voice: str
    told: tuple[Telling, ...]
    #: The telling that says most.
    best: Telling
    #: The day it was first said; None where no report tells.
    day: date | None
    #: The last day on which its source is told to have said it; a relay without a day of its own does not count.
    last: date | None
    #: The claim that stands for it, and what it says.
    lead: CasualtyClaim
    value: Casualty
    #: The figure to compute with; None when vague.
    number: int | None

    def claims(self) -> Iterator[CasualtyClaim]:
        """Every claim that tells it."""
        return (claim for telling in self.told for claim in telling.claims)

    def documents(self) -> set[str]:
        """The reports that tell it."""
        return {telling.lead.evidence[0].document for telling in self.told}


def announcements(shelf: Shelf, voices: Voices) -> list[Announcement]:
    """Tellings of one figure by one voice about the same dead, however many reports relay it."""
    groups: dict[tuple[object, ...], list[Telling]] = defaultdict(list)
    counts: _Counts = defaultdict(set)
    for telling in tellings(shelf.claims, shelf):
        key = _announced(telling, shelf, voices)
        groups[key].append(telling)
        if telling.value.scope == "running_total" and telling.number is not None and shelf.said(telling.lead):
            counts[_count(key, telling)].add((ordinal(shelf.said(telling.lead)), telling.number))
    found = [
        announcement(str(key[0]), told, shelf)
        for key, alike in groups.items()
        for one_group in _one_group(alike)
        for one_time in _one_time(one_group, counts[_count(key, one_group[0])], shelf)
        for told in _once_a_report(one_time, shelf)
    ]
    return sorted(found, key=lambda one: one.lead.id)


def _count(key: tuple[object, ...], telling: Telling) -> tuple[object, ...]:
    """One voice's running count of one cell: voice, dossier, side, harm and group."""
    return (*key[:3], telling.value.effect, telling.value.group)


def announcement(voice: str, told: Sequence[Telling], shelf: Shelf) -> Announcement:
    """The announcement that these tellings are of."""
    ordered = sorted(told, key=lambda telling: _order(telling, shelf)) if len(told) > 1 else told
    days = [day for telling in told for claim in telling.claims if (day := shelf.said(claim)) is not None]
    first = min(days, default=None)
    said = (telling.lead.said_on for telling in told)
    best = max(ordered, key=_says_most) if len(ordered) > 1 else ordered[0]
    return Announcement(
        voice=voice,
        told=tuple(ordered),
        best=best,
        day=first,
        last=max((day for day in said if day is not None), default=first),
        lead=best.lead,
        value=best.value,
        number=best.number,
    )


def _announced(telling: Telling, shelf: Shelf, voices: Voices) -> tuple[object, ...]:
    """What tellings must share to be one announcement; group and bare "casualties" are looked at afterwards."""
    claim, value, document = telling.lead, telling.value, telling.lead.evidence[0].document
    return (
        voices.of_claim(claim, shelf.text_of(document)),
        shelf.conflict(claim),
        value.side_group,
        value.scope,
        place_key(value.place) if value.place and value.scope == "incident" else None,
        telling.number,
        claim.polarity,
        claim.background,
        claim.evidence[0] if telling.number is None else None,
    )


def _one_group(told: Sequence[Telling]) -> Iterator[list[Telling]]:
    """Tellings of one effect and group; the unspecific join the specific where only one kind of these is told."""
    if len(told) == 1:
        yield list(told)
        return
    kinds: dict[tuple[Effect, Group], list[Telling]] = defaultdict(list)
    for telling in told:
        kinds[telling.value.effect, telling.value.group].append(telling)
    effects = {effect for effect, _ in kinds if effect != "unspecified"}
    joined: dict[tuple[Effect, Group], list[Telling]] = defaultdict(list)
    for (effect, group), same in kinds.items():
        sure: Effect = next(iter(effects)) if effect == "unspecified" and len(effects) == 1 else effect
        known = {g for e, g in kinds if e in (sure, "unspecified") and g != "unknown"}
        joined[sure, next(iter(known)) if group == "unknown" and len(known) == 1 else group].extend(same)
    yield from joined.values()


def _one_time(told: Sequence[Telling], count: Collection[tuple[int, int]], shelf: Shelf) -> Iterator[list[Telling]]:
    """The tellings of one moment, first ones first. `count`: (day, number) of the same voice's running total."""
    if len(told) == 1:
        yield list(told)
        return
    ordered = sorted(told, key=lambda telling: _order(telling, shelf))
    group = [ordered[0]]
    for earlier, later in pairwise(ordered):
        if _said_anew(earlier, later, count, shelf):
            yield group
            group = []
        group.append(later)
    yield group


def _said_anew(earlier: Telling, later: Telling, count: Collection[tuple[int, int]], shelf: Shelf) -> bool:
    """True where the later telling is no relay of the earlier.

    A running total is said anew where its source is told to say so after it had given another number in between; an
    incident or increment is another one after some days, or where the windows do not meet.
    """
    first, second = ordinal(shelf.said(earlier.lead)), ordinal(shelf.said(later.lead))
    if later.value.scope == "running_total":
        between = later.lead.said_on is not None and second - first > 1
        return between and any(first < day < second and number != later.number for day, number in count)
    return second - first > _RELAY_DAYS or not windows_meet(earlier.value, later.value)


def _once_a_report(told: Sequence[Telling], shelf: Shelf) -> Iterator[list[Telling]]:
    """What one report tells apart stays apart: its first such figure goes with the first of others, and so on."""
    if len(told) == 1:
        yield list(told)
        return
    layers: list[list[Telling]] = []
    seen: dict[str, dict[str, int]] = defaultdict(dict)
    for telling in told:
        roots = seen[telling.lead.evidence[0].document]
        layer = roots.setdefault(shelf.original(telling.lead.id), len(roots))
        if layer == len(layers):
            layers.append([])
        layers[layer].append(telling)
    yield from layers


def _order(telling: Telling, shelf: Shelf) -> tuple[int, str, int, str]:
    shown = telling.lead.evidence[0]
    return ordinal(shelf.said(telling.lead)), shown.document, shown.start, telling.lead.id


def _says_most(telling: Telling) -> tuple[bool, bool, bool, bool, str, int]:
    claim, value = telling.lead, telling.value
    return (
        value.effect != "unspecified",
        value.group not in ("unknown", "mixed"),
        claim.source is not None and claim.source.kind != "unnamed",
        claim.said_on is not None,
        claim.evidence[0].document,
        -claim.evidence[0].start,
    )


def grouped(shelf: Shelf) -> list[Announcement]:
    """The announcements as the standing judgements have them: tellings joined where one repeats another."""
    voices = Voices.of(party for claim in shelf.claims if (party := claim.source) is not None)
    groups: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings(shelf.claims, shelf):
        groups[shelf.original(telling.lead.id)].append(telling)
    found = [announcement("", told, shelf) for told in groups.values()]
    named = (
        replace(one, voice=voices.of_claim(one.lead, shelf.text_of(one.lead.evidence[0].document))) for one in found
    )
    return sorted(named, key=lambda one: one.lead.id)


def camp_key(one: Announcement) -> str:
    """Whose count it is, as a key: organs and allies that tell their own side's losses share one."""
    return f"own:{one.value.side_group}" if one.value.posture == "own_loss" else one.voice


def camp(party: Party) -> str | None:
    """The side that a source belongs to or comes from, whether or not it speaks for it; None for a third party."""
    return party.side_group or party.side or party.speaks_for


def slack(number: int) -> int:
    """How far two tellings of one announcement may differ: a twentieth, at least 1."""
    return max(1, round(number * VARIANT))
