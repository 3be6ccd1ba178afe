"""What a stretch of text stands for: a party, a place or a date, found once per report and used by every stage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sayso.model import Party


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyMention:
    """A name of a party in the text."""

    start: int
    end: int
    party: Party
    #: How it was recognised: "alias", "demonym", "capital", "organ", "group", "agency", "country" ...
    how: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the gazetteer."""

    #: Identifier in the gazetteer (GeoNames id, or the overlay's own key).
    id: str
    name: str
    #: "town", "district", "region", "country", "mountains", "capital", "front" ...
    kind: str
    #: ISO 3166-1 alpha-2, de jure.
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    #: UCDP GED `where_prec`, 1 exact to 7.
    where_prec: int | None = None
    #: ACLED `geo_precision`, 1 to 3.
    geo_precision: int | None = None
    #: Every name of the place; contested places keep them all.
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A place name in the text; `place` is None where it could not be resolved (then `reason` says why)."""

    start: int
    end: int
    place: Place | None
    reason: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """An expression of time; `first`/`last` are None where it could not be resolved (then `reason` says why)."""

    start: int
    end: int
    first: date | None
    last: date | None
    #: UCDP GED `date_prec`, 1 (day) to 5 (year).
    date_prec: int | None = None
    #: ACLED `time_precision`, 1 (day) to 3 (month).
    time_precision: int | None = None
    #: True for "since X", "so far", "in the past 24 hours": a period that runs up to the report.
    open_start: bool = False
    #: The last day of what a period that runs up to the report began with: "since May" began within May.
    begin_last: date | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """All mentions of one report, each kind in text order, without overlaps inside a kind."""

    parties: tuple[PartyMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    #: The sides that are peoples or clans fighting each other in this report.
    communities: frozenset[str] = frozenset()
