"""Windows of harm against the annotated reports; the floor is a little under what was measured."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from sayso.link.dates import find_dates, harm_window
from tests.gold import CASES, case_names, gold_data
from tests.shared import needs_shared

HAPPENED_FLOOR = 0.81


def _offset(claim: dict[str, Any], claims: list[dict[str, Any]], text: str) -> int:
    found = [m.start() for m in re.finditer(re.escape(claim["quote"]), text)]
    repeats = any(c["id"] == claim["repeat_of"] and c["quote"] == claim["quote"] for c in claims)
    return found[-1] if repeats else found[0]


def _right(name: str) -> list[bool]:
    gold, text = gold_data(name), (CASES / f"{name}.txt").read_text(encoding="utf-8")
    published = date.fromisoformat(gold["published"]) if gold["published"] else None
    dates = find_dates(text, published)
    out = []
    for claim in gold["casualties"]:
        start = _offset(claim, gold["casualties"], text)
        window = harm_window(text, start, start + len(claim["quote"]), dates, published)
        happened = claim["happened"] and (claim["happened"]["start"], claim["happened"]["end"])
        dated = (str(window[0]), str(window[1])) if window else None
        out.append(dated == happened)
    return out


@needs_shared
def test_share_of_windows_right() -> None:
    right = [one for name in case_names() for one in _right(name)]
    assert sum(right) / len(right) >= HAPPENED_FLOOR
