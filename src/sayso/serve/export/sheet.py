"""A sheet: named, typed columns and a stream of rows, the same for every form of export."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

#: `texts` is a list of strings; `json` an object or a list of objects, which flat forms print as JSON.
ColumnType = Literal["text", "integer", "number", "boolean", "date", "time", "texts", "json"]
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column and what it holds."""

    name: str
    type: ColumnType = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Rows under columns. `rows` may be called again and then gives the same rows anew."""

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[], Iterator[Row]]
    #: Columns with the name of a place and of its conflict, for forms that show places on a map.
    place: str | None = None


def columns(**types: ColumnType) -> tuple[Column, ...]:
    """Columns by name and type, in the order given."""
    return tuple(Column(name=name, type=kind) for name, kind in types.items())
