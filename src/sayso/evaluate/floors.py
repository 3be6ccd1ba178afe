"""Floors: measured figures that must not fall, in a file under version control.

A floor file is JSON: {"<task>": {"<measure>": floor}}; a measure is a path in the printed result ("frame.f1",
"fields.side"). Lowering a floor is a change that a reviewer sees.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sayso.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortfall:
    """A measure below its floor."""

    measure: str
    floor: float
    measured: float


def shortfalls(floors: Mapping[str, float], overall: Mapping[str, Any]) -> list[Shortfall]:
    """The measures that are below their floors; raises InputError for a measure that does not exist."""
    measured = {name: _value(overall, name) for name in floors}
    return [
        Shortfall(measure=name, floor=floor, measured=measured[name])
        for name, floor in floors.items()
        if measured[name] < floor
    ]


def _value(overall: Mapping[str, Any], name: str) -> float:
    value: Any = overall
    for key in name.split("."):
        if not isinstance(value, Mapping) or key not in value:
            raise InputError(f"the floor file names {name!r}, which the evaluation does not print")
        value = value[key]
    return float(value)
