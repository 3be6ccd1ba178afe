"""Compile states, their adjectives, peoples and capitals from the package countryinfo into countries.json.

Needs `pip install countryinfo==1.0.1` (MIT licence), which is no dependency of sayso itself. Spellings that the package
lacks come from link/knowledge/country_overrides.yaml.
"""

from __future__ import annotations

import importlib.metadata
import importlib.resources
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

LIBRARY = "countryinfo"
KNOWLEDGE = Path(__file__).resolve().parents[1] / "src" / "sayso" / "link" / "knowledge"
#: Endings of adjectives that name the people too, without an s ("the Japanese").
SAME_FOR_PEOPLE = ("ese", "ish", "ch", "sh", "ss", "i-Kiribati", "ois")


def library_countries() -> Iterator[dict[str, Any]]:
    """Every country of the package, as its data file has it."""
    folder = importlib.resources.files(LIBRARY).joinpath("data")
    for file in folder.iterdir():
        if file.name.endswith(".json"):
            yield json.loads(file.read_text(encoding="utf-8"))


def people_of(adjective: str) -> str:
    """The usual plural that names the people of an adjective: Syrian -> Syrians, Chinese -> Chinese."""
    return adjective if adjective.endswith(SAME_FOR_PEOPLE) else f"{adjective}s"


def merged(code: str, entry: dict[str, Any], override: dict[str, Any]) -> dict[str, Any]:
    """One country of the data file: the library's names and ours, ours first."""
    removed = set(override.get("remove", ())) - set(override.get("adjectives", ()))
    library_names = [entry.get("name", ""), *(entry.get("altSpellings") or ())]
    names = [override.get("name") or entry["name"], *override.get("names", ()), *filter(_is_spelling, library_names)]
    library_adjectives = (entry.get("demonym") or "").replace("/", ",").split(",")
    adjectives = [*override.get("adjectives", ()), *(a.strip() for a in library_adjectives)]
    adjectives = [a for a in dict.fromkeys(adjectives) if a and a not in removed]
    capitals = [*override.get("capitals", ()), *(c for c in [entry.get("capital")] if c)]
    capitals = [c for c in capitals if c not in override.get("remove_capital", ())]
    people = [*override.get("people", ()), *(people_of(a) for a in adjectives if a not in names)]
    return {
        "iso2": code,
        "name": names[0],
        "names": [n for n in dict.fromkeys(names) if n and n not in override.get("remove", ())],
        "adjectives": adjectives,
        "people": [p for p in dict.fromkeys(people) if p not in removed and p not in names],
        "capitals": list(dict.fromkeys(capitals)),
        **{key: override[key] for key in ("government", "community") if key in override},
    }


def _is_spelling(name: str) -> bool:
    """Codes, inverted index forms ("Korea, Republic of") and phonetic notation are no spellings of reports."""
    return len(name) > 3 and "," not in name and "ʁ" not in name


def compiled() -> dict[str, Any]:
    """The whole data file, with the name, version and licence of what it was made from."""
    overrides = yaml.safe_load((KNOWLEDGE / "country_overrides.yaml").read_text(encoding="utf-8"))["countries"]
    entries = {e["ISO"]["alpha2"]: e for e in library_countries() if e.get("ISO", {}).get("alpha2")}
    for code, override in overrides.items():
        if override.get("added"):
            entries[code] = {"name": override["name"]}
    kept = sorted(code for code in entries if not overrides.get(code, {}).get("drop"))
    metadata = importlib.metadata.metadata(LIBRARY)
    return {
        "library": LIBRARY,
        "version": metadata["Version"],
        "licence": metadata["License"],
        "countries": [merged(code, entries[code], overrides.get(code, {})) for code in kept],
    }


if __name__ == "__main__":
    text = json.dumps(compiled(), ensure_ascii=False, indent=1)
    (KNOWLEDGE / "countries.json").write_text(text + "\n", encoding="utf-8")
