"""The gazetteer: some 250,000 places in one memory-mapped file, and an overlay of those that it lacks.

Layout of ``knowledge/gazetteer.bin`` (little endian), written by ``scripts/build_gazetteer.py``:

======================  ==========================================================================================
magic                   8 bytes, ``SAYSOGZ1``
counts                  4 x uint32: places, postings, bytes of the names block, reserved
places                  24 bytes each: uint32 offset of its names, uint32 population, float32 latitude, float32
                        longitude, 2 letters country, uint8 kind, 5 letters GeoNames code of the first-level unit
hashes                  uint32 a posting, ascending: CRC-32 of a name's key
postings                uint32 a posting: the place that bears the name
names                   UTF-8: for each place its identifier and its names, the first the main one, parted by tabs,
                        ended by a newline
======================  ==========================================================================================

Data: GeoNames (https://www.geonames.org), CC BY 4.0; Unicode CLDR, Unicode-3.0. See ``knowledge/gazetteer_NOTICE.md``.
"""

from __future__ import annotations

import csv
import mmap
import struct
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Final, Self

from sayso.errors import KnowledgeError
from sayso.link.mentions import Place
from sayso.link.place_names import bare_key, key_hash, name_key

KINDS: Final = (
    "town", "capital", "village", "neighbourhood", "district", "region", "country", "area", "mountains", "front",
    "island", "river", "sea", "continent",
)  # fmt: skip
#: UCDP GED `where_prec` (codebook 24.1): 1 the place itself, 3 a district, 4 a first-level unit, 5 a line or a fuzzy
#: area, 6 the country, 7 the sea.
_WHERE: Final = {
    "district": 3,
    "region": 4,
    "area": 5,
    "mountains": 5,
    "front": 5,
    "river": 5,
    "country": 6,
    "sea": 7,
    "island": 5,
}
#: ACLED `geo_precision`: 1 the town, 2 a part of a region, 3 a region; nothing coarser is coded.
_GEO: Final = {"district": 2, "region": 3, "area": 3, "mountains": 2, "front": 3, "river": 3, "island": 3}
#: So many names at most are kept in memory with what they mean: reports of one conflict share theirs.
_CACHED: Final = 4096
_MAGIC: Final = b"SAYSOGZ1"
_PLACE: Final = struct.Struct("<IIff2sB5s")
_COUNTS: Final = struct.Struct("<4I")
Row = tuple[str, Sequence[str], str, float, float, int, int, str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean."""

    place: Place
    population: int
    #: True for places of the overlay: named in reports of conflicts, so likelier meant than a namesake village.
    known: bool = False


def make_place(
    identifier: str,
    names: Sequence[str],
    kind: str,
    country: str | None,
    where: tuple[float, float],
    admin: str | None = None,
) -> Place:
    """A place with the precisions that its kind allows."""
    known = where != (0.0, 0.0)
    return Place(
        id=identifier,
        name=names[0],
        kind=kind,
        country=country or None,
        admin1=admin or None,
        latitude=round(where[0], 5) if known else None,
        longitude=round(where[1], 5) if known else None,
        where_prec=None if kind == "continent" else _WHERE.get(kind, 1),
        geo_precision=None if kind in ("country", "sea", "continent") else _GEO.get(kind, 1),
        names=tuple(names),
    )


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """Places by name. Open one with :meth:`open` and keep it; it is safe to share between threads."""

    data: mmap.mmap
    overlay: Mapping[str, tuple[Candidate, ...]] = field(default_factory=dict)

    @classmethod
    def open(cls, path: Path | None = None) -> Self:
        """Map the compiled gazetteer into memory and read the overlay; raises KnowledgeError where it is no "
        "gazetteer."""
        folder = resources.files("sayso.link") / "knowledge"
        source = path or Path(str(folder / "gazetteer.bin"))
        try:
            with source.open("rb") as file:
                mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise KnowledgeError(f"{source}: cannot be read: {error}") from error
        if mapped[:8] != _MAGIC:
            raise KnowledgeError(f"{source}: is no gazetteer of sayso")
        return cls(mapped, read_overlay(Path(str(folder / "gazetteer_overlay.csv"))))

    def __post_init__(self) -> None:
        places, postings, _, _ = _COUNTS.unpack_from(self.data, 8)
        start = 8 + _COUNTS.size
        hashes = start + places * _PLACE.size
        numbers = hashes + postings * 4
        object.__setattr__(self, "_start", start)
        view = memoryview(self.data)
        object.__setattr__(self, "_hashes", view[hashes:numbers].cast("I"))
        object.__setattr__(self, "_numbers", view[numbers : numbers + postings * 4].cast("I"))
        object.__setattr__(self, "_names", numbers + postings * 4)

    _found: dict[str, tuple[Candidate, ...]] = field(default_factory=dict, init=False, repr=False)
    _start: int = field(init=False, repr=False)
    _hashes: memoryview = field(init=False, repr=False)
    _numbers: memoryview = field(init=False, repr=False)
    _names: int = field(init=False, repr=False)

    def knows(self, key: str) -> bool:
        """True where some place bears a name of this key (see `name_key`); cheap, and wrong once in a few "
        "thousand."""
        if key in self.overlay or self._found.get(key):
            return True
        wanted = key_hash(key)
        at = bisect_left(self._hashes, wanted)
        return at < len(self._hashes) and self._hashes[at] == wanted

    def find(self, key: str) -> tuple[Candidate, ...]:
        """Every place that bears a name of this key, those of the overlay first, then by population."""
        cached = self._found.get(key)
        if cached is None:
            cached = self._look_up(key)
            if len(self._found) < _CACHED:
                self._found[key] = cached
        return cached

    def _look_up(self, key: str) -> tuple[Candidate, ...]:
        known = self.overlay.get(key, ())
        wanted, found = key_hash(key), []
        at = bisect_left(self._hashes, wanted)
        while at < len(self._hashes) and self._hashes[at] == wanted:
            candidate = self._candidate(self._numbers[at])
            if _bears(candidate.place, key):
                found.append(candidate)
            at += 1
        ids = {c.place.id for c in known}
        found.sort(key=lambda c: -c.population)
        return known + tuple(c for c in found if c.place.id not in ids)

    def _candidate(self, number: int) -> Candidate:
        offset, population, lat, lon, country, kind, admin = _PLACE.unpack_from(
            self.data, self._start + number * _PLACE.size
        )
        begin = self._names + offset
        identifier, *names = self.data[begin : self.data.find(b"\n", begin)].decode("utf-8").split("\t")
        where = (float(lat), float(lon))
        code = country.decode("ascii").strip("\0")
        return Candidate(
            make_place(identifier, names, KINDS[kind], code, where, admin.rstrip(b"\0").decode()), population
        )


def _bears(place: Place, key: str) -> bool:
    if any(name.lower() == key for name in place.names):
        return True
    keys = [name_key(name) for name in place.names]
    return key in keys or any(bare_key(k) == key for k in keys)


def read_overlay(path: Path) -> dict[str, tuple[Candidate, ...]]:
    """The overlay by key; each row is one place with all its names, parted by semicolons."""
    out: dict[str, tuple[Candidate, ...]] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            candidate = Candidate(_of_row(row), 0, known=True)
            for key in {name_key(n) for n in candidate.place.names} | {name_key(n) for n in row["name"].split(" / ")}:
                out[key] = (*out.get(key, ()), candidate)
    return out


def _of_row(row: Mapping[str, str]) -> Place:
    names = tuple(dict.fromkeys([row["name"], *filter(None, row["names"].split(";"))]))
    return make_place(row["id"], names, row["kind"], row["country"], (float(row["latitude"]), float(row["longitude"])))


def write_gazetteer(path: Path, rows: Iterable[Row], index: Mapping[str, Sequence[int]]) -> None:
    """Write the file that :meth:`Gazetteer.open` maps. `index`: key of a name to the numbers of the rows that "
    "bear it."""
    places, names = bytearray(), bytearray()
    for identifier, spelled, country, lat, lon, population, kind, admin in rows:
        code = country.encode("ascii")[:2]
        places += _PLACE.pack(
            len(names), max(0, population), lat, lon, code, kind, admin.encode("ascii", "replace")[:5]
        )
        names += (
            "\t".join([identifier, *(n.replace("\t", " ").replace("\n", " ") for n in spelled)]).encode("utf-8") + b"\n"
        )
    pairs = sorted((key_hash(key), number) for key, numbers in index.items() for number in numbers)
    counts = _COUNTS.pack(len(places) // _PLACE.size, len(pairs), len(names), 0)
    hashes = struct.pack(f"<{len(pairs)}I", *(h for h, _ in pairs))
    numbers = struct.pack(f"<{len(pairs)}I", *(n for _, n in pairs))
    path.write_bytes(_MAGIC + counts + bytes(places) + hashes + numbers + bytes(names))
