"""Event tables in the columns of UCDP GED and ACLED, for programs that read these.

What only their coders decide (numbers of actors, types of event and violence) is left empty, never guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sayso.model import Document
from sayso.serve.export.events import Event, find_events, left_out
from sayso.serve.export.material import Material
from sayso.serve.export.places import Locate
from sayso.serve.export.sheet import Column, ColumnType, Row, Sheet, columns

GED_COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office",
    "source_date", "source_headline", "source_original", "where_prec", "where_coordinates", "where_description",
    "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region",
    "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians",
    "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
ACLED_COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting",
    "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision",
    "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
_INTEGERS = (
    "year", "number_of_sources", "where_prec", "date_prec", "event_clarity", "deaths_a", "deaths_b", "deaths_civilians",
    "deaths_unknown", "best", "high", "low", "fatalities", "time_precision", "geo_precision",
)  # fmt: skip
_TYPES: Mapping[str, ColumnType] = {
    **dict.fromkeys(("latitude", "longitude"), "number"),
    **dict.fromkeys(("date_start", "date_end", "event_date"), "date"),
    **dict.fromkeys(_INTEGERS, "integer"),
}
#: Before the words of a sample, in a column that people read: these tables have no column for it.
SAMPLE = "SAMPLE TEXT, written to test software: "
#: Dossier -> its sides in the order of its file.
Sides = Callable[[str | None], Sequence[str]]


def _columns(names: Sequence[str]) -> tuple[Column, ...]:
    return tuple(Column(name=name, type=_TYPES.get(name, "text")) for name in names)


def ged(material: Material, locate: Locate, sides: Sides) -> Sheet:
    """One row an incident in the 49 columns of UCDP GED, under the policy `ucdp`."""

    def rows() -> Iterator[Row]:
        for event in find_events(material.book, "ucdp"):
            yield dict.fromkeys(GED_COLUMNS) | _ged(event, sides(event.conflict)) | _ged_place(event, locate)

    return Sheet(name="ged", columns=_columns(GED_COLUMNS), rows=rows)


def _ged(event: Event, sides: Sequence[str]) -> dict[str, Any]:
    incident = event.incident
    first, second = (*sides, None, None)[:2]
    headlines = "; ".join(_headline(document) for document in event.documents)
    return {
        "id": incident.id,
        "year": incident.start.year if incident.start else None,
        "conflict_name": event.conflict,
        "side_a": first,
        "side_b": second,
        "number_of_sources": len(event.sources()),
        "source_article": headlines,
        "source_office": "; ".join(dict.fromkeys(d.publisher or d.name for d in event.documents)),
        "source_date": "; ".join(dict.fromkeys(str(d.published) for d in event.documents if d.published)),
        "source_headline": headlines,
        "source_original": "; ".join(event.sources()),
        "event_clarity": 1,
        "date_prec": _date_prec(incident.start, incident.end),
        "date_start": incident.start,
        "date_end": incident.end,
        **_deaths(event, first, second),
    }


def _deaths(event: Event, first: str | None, second: str | None) -> dict[str, int]:
    """GED's columns: the best figure of each side's combatants, of civilians, and of all others; their sum is `best`.

    `low` is less where those of unknown group may be among the others.
    """
    deaths = {"deaths_a": 0, "deaths_b": 0, "deaths_civilians": 0, "deaths_unknown": 0, "best": 0, "high": 0}
    column_of = {first: "deaths_a", second: "deaths_b"}
    for cell in event.cells:
        unknown = "deaths_civilians" if cell.group == "civilian" else "deaths_unknown"
        column = column_of.get(cell.side, unknown) if cell.group == "combatant" else unknown
        deaths[column] += cell.best or 0
        deaths["best"] += cell.best or 0
        deaths["high"] += cell.high or 0
    return {**deaths, "low": event.least()}


def _headline(document: Document) -> str:
    return (SAMPLE if document.sample else "") + (document.title or document.name)


def _date_prec(start: date | None, end: date | None) -> int | None:
    """GED: 1 a day, 2 two to six days, 3 a week, 4 a month, 5 a year."""
    if start is None or end is None:
        return None
    days = (end - start).days + 1
    return next((code for code, most in ((1, 1), (2, 6), (3, 7), (4, 31)) if days <= most), 5)


def _ged_place(event: Event, locate: Locate) -> dict[str, Any]:
    name = event.incident.place
    place = locate(name, event.conflict) if name else None
    if place is None:
        return {"where_description": name}
    point = None if place.latitude is None else f"POINT ({place.longitude} {place.latitude})"
    return {
        "where_prec": place.where_prec,
        "where_coordinates": " / ".join(place.names),
        "where_description": name,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "geom_wkt": point,
        "country": place.country,
    }


def acled(material: Material, locate: Locate, sides: Sides) -> Sheet:
    """One row an incident in the 31 columns of ACLED, under the policy `acled`."""

    def rows() -> Iterator[Row]:
        for event in find_events(material.book, "acled"):
            yield dict.fromkeys(ACLED_COLUMNS) | _acled(event, locate)

    return Sheet(name="acled", columns=_columns(ACLED_COLUMNS), rows=rows)


def _acled(event: Event, locate: Locate) -> dict[str, Any]:
    incident = event.incident
    place = locate(incident.place, event.conflict) if incident.place else None
    precision = _date_prec(incident.start, incident.end)
    notes = "; ".join(f"“{claim.evidence[0].exact}”" for claim in event.claims)
    sample = any(document.sample for document in event.documents)
    return {
        "event_id_cnty": incident.id,
        "event_date": incident.start,
        "year": incident.start.year if incident.start else None,
        "time_precision": {1: 1, 2: 2, 3: 2}.get(precision or 0, 3),
        "country": place.country if place else None,
        "location": " / ".join(place.names) if place else incident.place,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "geo_precision": place.geo_precision if place else None,
        "source": "; ".join(event.sources()),
        "notes": (SAMPLE if sample else "") + notes,
        "fatalities": event.least(),
    }


#: What is in no event: running totals above all.
_LEFT_COLUMNS = (
    *columns(id="text", why="text", conflict="text", side="text", group="text", low="integer", high="integer"),
    *columns(scope="text", place="text", happened_start="date", source="text", said_on="date", words="text"),
    *columns(document="text", sample="boolean"),
)


def left_out_sheet(material: Material, table: str) -> Sheet:
    """The claims of the dead that the event table leaves out, each with the reason."""
    book = material.book

    def rows() -> Iterator[Row]:
        for claim, why in left_out(book, find_events(book, "acled" if table == "acled" else "ucdp")):
            document, value = book.document(claim), claim.value
            yield {
                "id": claim.id,
                "why": why,
                "conflict": book.shelf.conflict(claim),
                "side": value.side_group,
                "source": claim.source.name if claim.source else None,
                "said_on": claim.said_on,
                "words": claim.evidence[0].exact,
                "document": document.name,
                "sample": document.sample,
                **{name: getattr(value, name) for name in ("group", "low", "high", "scope", "place", "happened_start")},
            }

    return Sheet(name="left out", columns=_LEFT_COLUMNS, rows=rows)
