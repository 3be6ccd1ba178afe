"""Dates and places of harm against annotated reports, the annotators' quotes taken as the claims.

    python benchmarks/when_and_where.py CASES [--show]

CASES is a folder of annotated reports (`<id>.txt`, `<id>.json`). Prints the share of claims whose window and
whose place are the annotators' (places by the scorer's names), and milliseconds of processor time per 6,000 characters.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sayso.evaluate.names import same_party
from sayso.link.dates import find_dates, harm_window
from sayso.link.places import PlaceContext, find_places, harm_place

LENGTH = 6000


def offset_of(claim: dict[str, Any], claims: list[dict[str, Any]], text: str) -> int:
    """Where the claim's words stand: a repeat in the same words is the last of them."""
    found = [m.start() for m in re.finditer(re.escape(claim["quote"]), text)]
    repeats = any(c["id"] == claim["repeat_of"] and c["quote"] == claim["quote"] for c in claims)
    return found[-1] if repeats else found[0]


def window_of(claim: dict[str, Any]) -> tuple[date, date] | None:
    """The annotators' window."""
    happened = claim["happened"]
    return (date.fromisoformat(happened["start"]), date.fromisoformat(happened["end"])) if happened else None


def read_cases(folder: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Name, text and annotation of each report."""
    for path in sorted(folder.glob("*.json")):
        if path.stem != "index":
            gold = json.loads(path.read_text(encoding="utf-8"))
            yield path.stem, path.with_suffix(".txt").read_text(encoding="utf-8"), gold


def main() -> None:
    """Read every case once, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=Path)
    parser.add_argument("--show", action="store_true", help="print every claim that differs")
    options = parser.parse_args()
    total = dated = placed = characters = 0
    spent = {"dates": 0.0, "places": 0.0}
    find_places("", PlaceContext())
    find_dates("on 2 May 2020", None)
    for name, text, gold in read_cases(options.cases):
        published = date.fromisoformat(gold["published"]) if gold["published"] else None
        characters += len(text)
        begun = time.process_time()
        dates = find_dates(text, published)
        spent["dates"] += time.process_time() - begun
        begun = time.process_time()
        places = find_places(text, PlaceContext())
        spent["places"] += time.process_time() - begun
        for claim in gold["casualties"]:
            start = offset_of(claim, gold["casualties"], text)
            end = start + len(claim["quote"])
            window = harm_window(text, start, end, dates, published)
            place = harm_place(text, start, end, places)
            written = text[place.start : place.end] if place else None
            right = window == window_of(claim), same_party(claim["place"], written)
            total, dated, placed = total + 1, dated + right[0], placed + right[1]
            if options.show and not all(right):
                print(name, claim["id"], repr(claim["quote"][:60]), window, written)
                print("    not", claim["happened"], claim["place"])
    print(f"claims {total}, happened {dated / total:.3f}, place {placed / total:.3f}")
    print({kind: f"{1000 * seconds * LENGTH / characters:.1f} ms" for kind, seconds in spent.items()})


if __name__ == "__main__":
    main()
