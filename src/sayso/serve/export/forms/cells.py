"""Cells of a sheet as other programs take them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from sayso.serve.export.sheet import Column, Sheet

#: A cell that starts so is a formula to a spreadsheet program, which may run it.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def plain(value: Any) -> Any:
    """As JSON has it: days and times in ISO 8601."""
    return value.isoformat() if isinstance(value, date | datetime) else value


def flat(column: Column, value: Any) -> Any:
    """As one cell has it: lists of texts joined by semicolons, other structures as JSON, nothing as nothing."""
    if value is None:
        return None
    if column.type == "texts":
        return "; ".join(value)
    if column.type == "json":
        return json.dumps(value, ensure_ascii=False) if value else None
    return plain(value)


def flat_rows(sheet: Sheet) -> Iterator[list[Any]]:
    """Every row as flat cells in the order of the columns."""
    for row in sheet.rows():
        yield [flat(column, row.get(column.name)) for column in sheet.columns]


def harmless(value: Any) -> Any:
    """A text that a spreadsheet program would take for a formula, with an apostrophe before it; all else as it is."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value
