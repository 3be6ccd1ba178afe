"""A map of places as SVG: outlines from Natural Earth or tiles, and every place as precisely as reports name it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.serve.desk.places import PlaceMark
from sayso.serve.web.outlines import Box, Ring, outlines

_WIDTH = 640.0
#: Degrees around the places, the least that a map shows (one town needs its surroundings), and width to height.
_MARGIN, _LEAST, _ASPECT = 0.6, 3.0, 1.45
#: Radius in pixels by UCDP `where_prec`: a point is drawn as one, an area as a circle that claims no bounds.
_RADIUS = {1: 0, 2: 0, 3: 20, 4: 34, 5: 34}
_TILE = 256
_LETTER, _LINE = 6.3, 13.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name on the map."""

    x: float
    y: float
    anchor: str
    name: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place, or several names of one spot."""

    x: float
    y: float
    radius: float
    #: Drawn as an area without bounds.
    area: bool
    title: str
    href: str
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One picture of a tile server."""

    x: float
    y: float
    size: float
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapDrawing:
    """What a map is drawn from."""

    width: float
    height: float
    land: tuple[str, ...]
    tiles: tuple[Tile, ...]
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class _View:
    """Web Mercator, so that tiles fit, over a box of whole degrees."""

    box: Box

    @property
    def scale(self) -> float:
        return _WIDTH / (_x(self.box[2]) - _x(self.box[0]))

    @property
    def height(self) -> float:
        return (_y(self.box[1]) - _y(self.box[3])) * self.scale

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        return (_x(longitude) - _x(self.box[0])) * self.scale, (_y(latitude) - _y(self.box[3])) * self.scale


def _x(longitude: float) -> float:
    return (longitude + 180) / 360


def _y(latitude: float) -> float:
    radians = math.radians(max(-85.0, min(85.0, latitude)))
    return (1 - math.asinh(math.tan(radians)) / math.pi) / 2


@lru_cache(maxsize=128)
def map_drawing(places: tuple[PlaceMark, ...], tiles: str | None = None) -> MapDrawing | None:
    """The map of places; None where none of them can be placed more closely than a country."""
    placed = [p for p in places if p.latitude is not None and p.longitude is not None and p.precision in _RADIUS]
    if not placed:
        return None
    view = _View(_box(placed))
    return MapDrawing(
        width=_WIDTH,
        height=round(view.height, 1),
        land=() if tiles else tuple(_path(ring, view) for ring in outlines(view.box)),
        tiles=tuple(_tiles(view, tiles)) if tiles else (),
        spots=tuple(_spots(placed, view)),
    )


def _box(places: Sequence[PlaceMark]) -> Box:
    """The places with their surroundings, wider than high as pages are, its edges on half degrees."""
    longitudes = [place.longitude or 0.0 for place in places]
    latitudes = [place.latitude or 0.0 for place in places]
    x, y = (max(longitudes) + min(longitudes)) / 2, (max(latitudes) + min(latitudes)) / 2
    shrink = max(0.2, math.cos(math.radians(y)))
    high = max(_LEAST, max(latitudes) - min(latitudes) + 2 * _MARGIN)
    wide = max(high * _ASPECT / shrink, max(longitudes) - min(longitudes) + 2 * _MARGIN / shrink)
    high = max(high, wide * shrink / _ASPECT)
    west, east = _half(x - wide / 2), _half(x + wide / 2)
    return max(-180.0, west), max(-80.0, _half(y - high / 2)), min(180.0, east), min(80.0, _half(y + high / 2))


def _half(degrees: float) -> float:
    return round(degrees * 2) / 2


def _path(ring: Ring, view: _View) -> str:
    points = (view.at(longitude, latitude) for longitude, latitude in ring)
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"


def _tiles(view: _View, template: str) -> Iterator[Tile]:
    zoom = max(1, min(16, math.ceil(math.log2(view.scale / _TILE))))
    count = 2**zoom
    size = view.scale / count
    west, north = _x(view.box[0]) * count, _y(view.box[3]) * count
    east, south = _x(view.box[2]) * count, _y(view.box[1]) * count
    for column in range(math.floor(west), math.ceil(east)):
        for row in range(math.floor(north), math.ceil(south)):
            href = template.replace("{z}", str(zoom)).replace("{x}", str(column)).replace("{y}", str(row))
            yield Tile(x=round((column - west) * size, 1), y=round((row - north) * size, 1), size=size, href=href)


def _spots(places: Sequence[PlaceMark], view: _View) -> Iterator[Spot]:
    """One spot for all names of one point, areas first so that points lie on top; labels where they fit."""
    grouped: dict[tuple[float | None, float | None, int], list[PlaceMark]] = defaultdict(list)
    for place in places:
        grouped[place.latitude, place.longitude, _RADIUS[place.precision or 1]].append(place)
    taken: list[tuple[float, float, float, float]] = []
    drawn = [_spot(found, view, taken) for found in grouped.values()]
    yield from sorted(drawn, key=lambda spot: not spot.area)


def _spot(found: Sequence[PlaceMark], view: _View, taken: list[tuple[float, float, float, float]]) -> Spot:
    first = found[0]
    x, y = view.at(first.longitude or 0.0, first.latitude or 0.0)
    area = _RADIUS[first.precision or 1]
    claims = sum(place.claims for place in found)
    radius = float(area) if area else min(11.0, 3.0 + math.sqrt(claims))
    told = "; ".join(f"{place.name}: {place.claims} claims, {place.precision_words}" for place in found)
    return Spot(
        x=round(x, 1),
        y=round(y, 1),
        radius=round(radius, 1),
        area=bool(area),
        title=told,
        href=first.href,
        labels=tuple(_labels(found, (x, y, radius), view, taken)),
    )


def _labels(
    found: Sequence[PlaceMark],
    where: tuple[float, float, float],
    view: _View,
    taken: list[tuple[float, float, float, float]],
) -> Iterator[Label]:
    """Names beside a spot, right or left of it, where they cover no other; the list beneath the map has them all."""
    x, y, radius = where
    wide, high = max(len(place.name) for place in found) * _LETTER, len(found) * _LINE
    for anchor, left in (("start", x + radius + 4), ("end", x - radius - 4 - wide)):
        box = (left, y - high / 2, left + wide, y + high / 2)
        inside = box[0] >= 0 and box[2] <= _WIDTH and box[1] >= 0 and box[3] <= view.height
        if inside and not any(_overlap(box, other) for other in taken):
            taken.append(box)
            at = left if anchor == "start" else left + wide
            for n, place in enumerate(found):
                line = y - high / 2 + (n + 0.75) * _LINE
                yield Label(x=round(at, 1), y=round(line, 1), anchor=anchor, name=place.name, href=place.href)
            return


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
