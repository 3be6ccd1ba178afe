"""The figures of the 2020 reports that the project keeps apart, as reports of bare figures (no text of theirs)."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

from sayso.claims import ReportRecord
from tests.reconcile.build import Fig, enemy, own, report
from tests.shared import SHARED

FILE = SHARED / "domain" / "karabakh_2020_reports.jsonl"
NORTH, SOUTH = "Armenian side", "Azerbaijani side"


def row(n: int) -> dict[str, str]:
    rows = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
    found: dict[str, str] = next(r for r in rows if r["n"] == n)
    return found


def numbers(n: int, field: str = "value") -> list[int]:
    """The integers of a field, dates of the note not among them."""
    return [int(m) for m in re.findall(r"(?<![\d/.])\d+(?![\d/.])", str(row(n)[field]))]


def day(n: int) -> date:
    return date.fromisoformat(row(n)["pub"][:10])


def _nk(value: int, **known: Any) -> Fig:
    return own(value, NORTH, source="NK defence ministry", speaks_for="NK", **known)


def reports() -> dict[int, ReportRecord]:
    """Row number -> the report that prints it."""
    more, toll = numbers(5)
    total, military, south, north = numbers(5, "note")[:4]
    assert military == toll
    figures: dict[int, list[Fig]] = {
        1: [_nk(numbers(1)[0])],
        2: [_nk(numbers(2)[0])],
        5: [
            Fig(n=total),
            _nk(more, scope="increment"),
            _nk(military),
            Fig(n=south, side=SOUTH, group="civilian"),
            Fig(n=north, side=NORTH, group="civilian"),
            Fig(n=south + north, group="civilian"),
        ],
        6: [
            Fig(n=42, high=None),
            own(numbers(6)[0], NORTH, source="Armenian government", speaks_for="Armenia", via=("TASS",)),
            Fig(n=numbers(7)[0], side=SOUTH, group="combatant", high=None, source="institute", posture="affiliated"),
            own(1, NORTH, "civilian", source="NK", speaks_for="NK", victims="woman"),
            own(1, NORTH, "civilian", source="NK", speaks_for="NK", victims="child", joined=True),
            own(6, SOUTH, "unknown"),
        ],
        9: [_nk(numbers(9)[0], scope="increment"), _nk(numbers(9)[1])],
        10: [
            Fig(n=68),
            _nk(numbers(10)[0], scope="increment"),
            _nk(numbers(10)[1]),
            Fig(n=9, group="civilian"),
            Fig(n=7, side=SOUTH, group="civilian"),
            Fig(n=2, side=NORTH, group="civilian"),
        ],
        12: [
            Fig(n=95),
            _nk(26, scope="increment"),
            _nk(84),
            Fig(n=9, side=SOUTH, group="civilian"),
            Fig(n=2, side=NORTH, group="civilian"),
        ],
        14: [enemy(numbers(14)[0], NORTH, "Azerbaijan", effect="killed_or_injured", high=None)],
    }
    return {n: report(told, f"row {n}", day(n)) for n, told in figures.items()}
