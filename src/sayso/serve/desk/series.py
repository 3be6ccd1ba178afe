"""What voices gave over time, as rows that a chart and a table both show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sayso.reconcile.timeline import Point, Series
from sayso.reconcile.wording import EFFECTS, side_words
from sayso.serve.desk import links, words
from sayso.serve.desk.ledger import Ledger
from sayso.serve.desk.view import side_order

_QUOTE = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class PointCard:
    """One announcement on the day it was first said."""

    day: str
    low: int | None
    high: int | None
    amount: str
    scope_words: str
    href: str
    words: str
    words_href: str
    told_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    revises: bool
    revised: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesCard:
    """What one voice said about one side, harm and group."""

    side: str
    side_words: str
    effect: str
    effect_words: str
    group: str
    group_words: str
    voice: str
    voice_href: str | None
    posture: str
    posture_words: str
    points: tuple[PointCard, ...]


def series_cards(
    found: Iterable[Series], ledger: Ledger, until: date | None = None, most: int | None = None
) -> tuple[SeriesCard, ...]:
    """The series up to a day, by side, of each the latest `most` points; those without a point are left out."""
    ordered = sorted(found, key=lambda one: side_order(one.side))
    return tuple(card for one in ordered if (card := _card(one, ledger, until, most)).points)


def _card(one: Series, ledger: Ledger, until: date | None, most: int | None) -> SeriesCard:
    source = one.points[0].claim.source if one.points else None
    return SeriesCard(
        side=one.side,
        side_words=side_words(one.side),
        effect=one.effect,
        effect_words=EFFECTS[one.effect],
        group=one.group,
        group_words=words.GROUPS[one.group],
        voice=one.voice,
        voice_href=links.source(ledger.conflict, source.name) if source else None,
        posture=one.posture,
        posture_words=words.POSTURES[one.posture],
        points=tuple(_points(one.points, until))[-most if most else None :],
    )


def _points(points: Iterable[Point], until: date | None) -> Iterator[PointCard]:
    for point in points:
        if until is None or point.day <= until:
            shown = point.claim.evidence[0]
            yield PointCard(
                day=point.day.isoformat(),
                low=point.low,
                high=point.high,
                amount=words.bounds(point.low, point.high) or words.amount(point.claim),
                scope_words=words.SCOPES[point.scope],
                href=links.claim(point.claim.id),
                words=words.squeezed(shown.exact, _QUOTE),
                words_href=links.evidence(shown),
                told_by=point.told_by,
                denied_by=point.denied_by,
                revises=bool(point.revises),
                revised=bool(point.revised_by),
            )
