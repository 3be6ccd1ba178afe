"""Incidents: one harm each, by place and time, with the claims about it linked by judgements that can be withdrawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sayso.claims import CasualtyClaim
from sayso.claims.casualty import BOTH, UNKNOWN
from sayso.model import End, Incident, Judgement, digest
from sayso.reconcile.context import Shelf
from sayso.reconcile.names import place_key

#: Days between two accounts of harm at one place that may still be about the same harm (a night, a time zone).
_GAP = 1


def find_incidents(shelf: Shelf, by: str) -> tuple[tuple[Incident, ...], tuple[Judgement, ...]]:
    """Incidents of place and window, and the judgements that link claims to them.

    Only claims about one incident that the report places and dates: running totals are about the fighting as a whole,
    and what has no place or day stays unlinked rather than guessed.
    """
    blocks: dict[tuple[str | None, str], list[CasualtyClaim]] = defaultdict(list)
    for claim in shelf.claims:
        value = claim.value
        if value.scope == "incident" and value.place and value.happened_start:
            blocks[shelf.conflict(claim), place_key(value.place)].append(claim)
    incidents: list[Incident] = []
    links: list[Judgement] = []
    for (conflict, place), claims in sorted(blocks.items(), key=lambda block: (block[0][0] or "", block[0][1])):
        for members in _by_time(claims):
            incident = _incident(conflict, place, members)
            incidents.append(incident)
            links.extend(_link(claim, incident, by) for claim in members)
    return tuple(incidents), tuple(links)


def _by_time(claims: Iterable[CasualtyClaim]) -> Iterator[list[CasualtyClaim]]:
    ordered = sorted(claims, key=lambda claim: (_start(claim), _end(claim), claim.id))
    group: list[CasualtyClaim] = []
    end = date.min
    for claim in ordered:
        if group and (_start(claim) - end).days > _GAP:
            yield group
            group, end = [], date.min
        group.append(claim)
        end = max(end, _end(claim))
    if group:
        yield group


def _start(claim: CasualtyClaim) -> date:
    return claim.value.happened_start or date.min


def _end(claim: CasualtyClaim) -> date:
    return claim.value.happened_end or _start(claim)


def _incident(conflict: str | None, place: str, claims: Sequence[CasualtyClaim]) -> Incident:
    return Incident(
        id=digest("incident", conflict, place, _start(claims[0])),
        place=claims[0].value.place,
        start=_start(claims[0]),
        end=max(_end(claim) for claim in claims),
        parties=_parties(claims),
        claims=tuple(claim.id for claim in claims),
    )


def _link(claim: CasualtyClaim, incident: Incident, by: str) -> Judgement:
    return Judgement(
        id=digest("incident", claim.id, incident.id, by),
        kind="part_of",
        subject=End(claims=(claim.id,)),
        object=End(incident=incident.id),
        why={"place": incident.place or "", "window": f"{incident.start} to {incident.end}"},
        by=by,
    )


def standing_incidents(
    incidents: Sequence[Incident], judgements: Iterable[Judgement], claims: Mapping[str, CasualtyClaim]
) -> tuple[Incident, ...]:
    """The incidents with only the claims whose link nobody withdrew, and those that people linked or made.

    An incident that only people's links name is told by its `claims` (by identifier).
    """
    linked: dict[str, list[str]] = defaultdict(list)
    for judgement in judgements:
        if judgement.object.incident and judgement.stands:
            linked[judgement.object.incident].extend(judgement.subject.claims)
    known = {one.id: one for one in incidents}
    found = [replace(one, claims=tuple(dict.fromkeys(linked[one.id]))) for one in incidents if one.id in linked]
    made = (_by_people(one, linked[one], claims) for one in sorted(linked.keys() - known.keys()))
    return (*found, *(one for one in made if one is not None))


def _by_people(identifier: str, linked: Sequence[str], claims: Mapping[str, CasualtyClaim]) -> Incident | None:
    members = sorted((claims[claim] for claim in dict.fromkeys(linked) if claim in claims), key=_start)
    if not members:
        return None
    dated = [claim for claim in members if claim.value.happened_start]
    return Incident(
        id=identifier,
        place=next((claim.value.place for claim in members if claim.value.place), None),
        start=_start(dated[0]) if dated else None,
        end=max((_end(claim) for claim in dated), default=None),
        parties=_parties(members),
        claims=tuple(claim.id for claim in members),
    )


def _parties(claims: Iterable[CasualtyClaim]) -> tuple[str, ...]:
    named = {side for claim in claims for side in (claim.value.side_group, claim.value.perpetrator) if side}
    return tuple(sorted(named - {BOTH, UNKNOWN}))
