"""Windows and places of harm against the annotated reports; floors a little under what was measured."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from sayso.evaluate.names import same_party
from sayso.link.dates import find_dates, harm_window
from sayso.link.places import PlaceContext, find_places, harm_place
from tests.gold import CASES, case_names, gold_data
from tests.shared import needs_shared

HAPPENED_FLOOR = 0.81
PLACE_FLOOR = 0.67


def _offset(claim: dict[str, Any], claims: list[dict[str, Any]], text: str) -> int:
    found = [m.start() for m in re.finditer(re.escape(claim["quote"]), text)]
    repeats = any(c["id"] == claim["repeat_of"] and c["quote"] == claim["quote"] for c in claims)
    return found[-1] if repeats else found[0]


def _right(name: str) -> list[tuple[bool, bool]]:
    gold, text = gold_data(name), (CASES / f"{name}.txt").read_text(encoding="utf-8")
    published = date.fromisoformat(gold["published"]) if gold["published"] else None
    dates, places = find_dates(text, published), find_places(text, PlaceContext())
    out = []
    for claim in gold["casualties"]:
        start = _offset(claim, gold["casualties"], text)
        end = start + len(claim["quote"])
        window = harm_window(text, start, end, dates, published)
        happened = claim["happened"] and (claim["happened"]["start"], claim["happened"]["end"])
        place = harm_place(text, start, end, places)
        written = text[place.start : place.end] if place else None
        dated = (str(window[0]), str(window[1])) if window else None
        out.append((dated == happened, same_party(claim["place"], written)))
    return out


@needs_shared
@pytest.mark.parametrize(("which", "floor"), [(0, HAPPENED_FLOOR), (1, PLACE_FLOOR)], ids=["happened", "place"])
def test_share_right(which: int, floor: float) -> None:
    right = [pair[which] for name in case_names() for pair in _right(name)]
    assert sum(right) / len(right) >= floor
