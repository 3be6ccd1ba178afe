"""GeoJSON (RFC 7946): a feature a row, with a point where its place is known, and none where it is not."""

from __future__ import annotations

import json
from typing import IO, Any

from sayso.errors import UsageError
from sayso.link.mentions import Place
from sayso.serve.export.forms.cells import plain
from sayso.serve.export.places import Locate
from sayso.serve.export.sheet import Row, Sheet


def write_geojson(sheet: Sheet, file: IO[str], locate: Locate) -> None:
    """A FeatureCollection; raises UsageError for a sheet without places."""
    if sheet.place is None:
        raise UsageError(f"{sheet.name} have no places; geojson is for casualties, incidents and victims")
    file.write('{"type": "FeatureCollection", "features": [')
    for number, row in enumerate(sheet.rows()):
        feature = _feature(row, sheet, locate)
        file.write(f"{',' if number else ''}\n{json.dumps(feature, ensure_ascii=False)}")
    file.write("\n]}\n")


def _feature(row: Row, sheet: Sheet, locate: Locate) -> dict[str, Any]:
    name = row.get(sheet.place or "")
    place = locate(name, row.get("conflict")) if name else None
    cells = {column.name: plain(row.get(column.name)) for column in sheet.columns}
    return {
        "type": "Feature",
        "id": row["id"],
        "geometry": _point(place),
        "properties": {**cells, **_known(place)},
    }


def _point(place: Place | None) -> dict[str, Any] | None:
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return {"type": "Point", "coordinates": [place.longitude, place.latitude]}


def _known(place: Place | None) -> dict[str, Any]:
    """Every name of the place, and how exact the point is (UCDP GED `where_prec`: 1 the place itself to 7)."""
    return {
        "place_names": list(place.names) if place else [],
        "place_kind": place.kind if place else None,
        "where_prec": place.where_prec if place else None,
    }
