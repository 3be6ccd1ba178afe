"""Figures over time: one series for each side, harm, group and voice, revisions and denials marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.claims import CasualtyClaim
from sayso.claims.casualty import Effect, Group, Posture, Scope
from sayso.reconcile.announcements import Announcement
from sayso.reconcile.book import Book, Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One announcement on the day it was first said."""

    day: date
    #: None for vague words.
    low: int | None
    high: int | None
    scope: Scope
    claim: CasualtyClaim
    #: Names of the reports that tell it.
    told_by: tuple[str, ...]
    #: Claims of the same voice that it revises, and those that revise it.
    revises: tuple[str, ...] = ()
    revised_by: tuple[str, ...] = ()
    #: Who denies it: names of parties.
    denied_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """What one voice said about one cell over time."""

    conflict: str | None
    side: str
    effect: Effect
    group: Group
    #: The voice as a reader knows it; "the report's own voice" where nobody is named.
    voice: str
    posture: Posture
    points: tuple[Point, ...]


def timeline(book: Book) -> tuple[Series, ...]:
    """Every series, by side, harm and group, the voices with most points first. What nobody dates is left out."""
    marks = _Marks.of(book)
    return tuple(series for spot, found in book.spots() for series in _series(spot, found, marks, book))


def _series(spot: Spot, found: Sequence[Announcement], marks: _Marks, book: Book) -> Iterator[Series]:
    voices: dict[str, list[Announcement]] = defaultdict(list)
    for one in found:
        if one.day is not None:
            voices["" if one.lead.source is None else one.voice].append(one)
    for key, told in sorted(voices.items(), key=lambda item: (-len(item[1]), item[0])):
        ordered = sorted(told, key=lambda one: (one.day, one.number or 0, one.lead.id))
        yield Series(
            conflict=spot.conflict,
            side=spot.side,
            effect=spot.effect,
            group=spot.group,
            voice=voice_name(ordered) if key else "the report's own voice",
            posture=ordered[-1].value.posture,
            points=tuple(_point(one, marks, book) for one in ordered if one.day is not None),
        )


def voice_name(told: Sequence[Announcement]) -> str:
    """How to call a voice: whom it speaks for, else the name that its figures carry most often."""
    leads = [one.lead.source for one in told if one.lead.source is not None]
    if leads and leads[0].speaks_for:
        return leads[0].speaks_for
    names = [claim.source.name for one in told for claim in one.claims() if claim.source is not None]
    return max(sorted(set(names)), key=names.count, default="a source that could not be resolved")


def _point(one: Announcement, marks: _Marks, book: Book) -> Point:
    ids = [claim.id for claim in one.claims()]
    return Point(
        day=one.day or date.min,
        low=one.best.low,
        high=one.best.high,
        scope=one.value.scope,
        claim=one.lead,
        told_by=tuple(sorted({book.document(claim).name for claim in one.claims()})),
        revises=marks.of_claims(marks.revises, ids),
        revised_by=marks.of_claims(marks.revised_by, ids),
        denied_by=marks.of_claims(marks.denied_by, ids),
    )


@dataclass(frozen=True, slots=True)
class _Marks:
    revises: dict[str, list[str]]
    revised_by: dict[str, list[str]]
    denied_by: dict[str, list[str]]

    @classmethod
    def of(cls, book: Book) -> _Marks:
        marks = cls(defaultdict(list), defaultdict(list), defaultdict(list))
        for judgement in book.judgements:
            for old in judgement.object.claims:
                if judgement.kind == "revises":
                    for new in judgement.subject.claims:
                        marks.revises[new].append(old)
                        marks.revised_by[old].append(new)
                elif judgement.kind == "denies":
                    party = judgement.subject.party
                    marks.denied_by[old].append(party.name if party else "a source not named")
        return marks

    @staticmethod
    def of_claims(table: dict[str, list[str]], claims: Sequence[str]) -> tuple[str, ...]:
        return tuple(sorted({mark for claim in claims if claim in table for mark in table[claim]}))
