"""What an address asks for, as typed parameters that pages and API share."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from fastapi import Depends, Query
from pydantic import BeforeValidator

from sayso.claims.casualty import Effect, Group, Posture
from sayso.reconcile.accounts import Policy
from sayso.serve.desk.conflict import CellKey
from sayso.serve.desk.desk import Stretch
from sayso.serve.desk.paging import LIMIT, MOST
from sayso.serve.desk.view import View
from sayso.store.interface import ClaimFilter


def iso_day(value: object) -> object:
    """A day as YYYY-MM-DD and no other way: a bare number would otherwise be taken for seconds since 1970."""
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise ValueError("write a day as YYYY-MM-DD")
    return value


IsoDay = Annotated[date, BeforeValidator(iso_day)]
Words = Annotated[str | None, Query(max_length=200)]
Day = Annotated[IsoDay | None, Query()]


def asked_view(
    policy: Annotated[Policy, Query(description="How figures are added up.")] = "range",
    as_of: Annotated[IsoDay | None, Query(description="What was on record by this day.")] = None,
) -> View:
    """Policy and day."""
    return View(policy=policy, as_of=as_of)


def asked_stretch(
    cursor: Annotated[str | None, Query(max_length=400, description="Where the last page ended.")] = None,
    limit: Annotated[int, Query(ge=1, le=MOST, description="Rows at most.")] = LIMIT,
) -> Stretch:
    """Which stretch of a list."""
    return Stretch(cursor=cursor, limit=limit)


def asked_cell(
    side: Annotated[str, Query(max_length=200, description="The side, or all.")],
    effect: Annotated[Effect, Query(description="The harm.")],
    group: Annotated[Literal["combatant", "civilian", "unknown", "all"], Query(description="Whom it befell.")],
    enemy: Annotated[bool, Query(description="By the words of their enemies.")] = False,
) -> CellKey:
    """Which tally."""
    return CellKey(side=side, effect=effect, group=group, enemy=enemy)


def asked_words(
    text: Words = None, side: Words = None, source: Words = None, place: Words = None, publisher: Words = None
) -> ClaimFilter:
    """The filters that are words."""
    return ClaimFilter(text=text, side=side, source=source, place=place, publisher=publisher)


def asked_kinds(
    conflict: Words = None,
    kind: Annotated[Literal["casualty", "denial", "accusation", "silence"] | None, Query()] = None,
    effect: Annotated[Effect | None, Query()] = None,
    group: Annotated[Group | None, Query()] = None,
    posture: Annotated[Posture | None, Query()] = None,
) -> ClaimFilter:
    """The filters that are choices."""
    return ClaimFilter(conflict=conflict, kind=kind, effect=effect, group=group, posture=posture)


def asked_days(
    said_from: Day = None, said_to: Day = None, happened_from: Day = None, happened_to: Day = None
) -> ClaimFilter:
    """The filters that are days."""
    return ClaimFilter(said_from=said_from, said_to=said_to, happened_from=happened_from, happened_to=happened_to)


def asked_filter(
    words: Annotated[ClaimFilter, Depends(asked_words)],
    kinds: Annotated[ClaimFilter, Depends(asked_kinds)],
    days: Annotated[ClaimFilter, Depends(asked_days)],
) -> ClaimFilter:
    """Every filter."""
    return ClaimFilter(
        text=words.text or None,
        side=words.side or None,
        source=words.source or None,
        place=words.place or None,
        publisher=words.publisher or None,
        conflict=kinds.conflict or None,
        kind=kinds.kind,
        effect=kinds.effect,
        group=kinds.group,
        posture=kinds.posture,
        said_from=days.said_from,
        said_to=days.said_to,
        happened_from=days.happened_from,
        happened_to=days.happened_to,
    )


AskedView = Annotated[View, Depends(asked_view)]
AskedStretch = Annotated[Stretch, Depends(asked_stretch)]
AskedCell = Annotated[CellKey, Depends(asked_cell)]
AskedFilter = Annotated[ClaimFilter, Depends(asked_filter)]
AskedKind = Annotated[Literal["conflict", "denial", "variant", "blame"] | None, Query(description="Of one kind.")]
AskedNumber = Annotated[int | None, Query(ge=0, le=10**9, description="The number to explain.")]
AskedReason = Annotated[
    Literal["orphaned", "disputed", "source", "side", "unsure"] | None, Query(description="Why it needs a look.")
]
Name = Annotated[str, Query(min_length=1, max_length=400)]
At = Annotated[
    str | None, Query(pattern=r"^[0-9]{1,9}-[0-9]{1,9}$", description="Words to point at: start-end, in characters.")
]
