"""Parquet by pyarrow: typed columns, days as dates, lists of texts as lists, structures as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from sayso.serve.export.sheet import Column, Row, Sheet

#: Rows that are held in memory at once.
_GROUP = 10_000


def write_parquet(sheet: Sheet, path: Path) -> None:
    """One Parquet file; its column types are the sheet's, also where a column holds nothing."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    types: dict[str, Any] = {
        "text": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
        "time": pa.timestamp("us", tz="UTC"),
        "texts": pa.list_(pa.string()),
        "json": pa.string(),
    }
    schema = pa.schema([(column.name, types[column.type]) for column in sheet.columns])
    with ParquetWriter(path, schema) as writer:
        for group in _groups(sheet.rows()):
            writer.write_table(pa.Table.from_pylist([_row(sheet.columns, row) for row in group], schema=schema))


def _groups(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while group := list(islice(rows, _GROUP)):
        yield group


def _row(columns: Sequence[Column], row: Row) -> dict[str, Any]:
    return {column.name: _cell(column, row.get(column.name)) for column in columns}


def _cell(column: Column, value: Any) -> Any:
    if column.type == "json":
        return json.dumps(value, ensure_ascii=False) if value else None
    if column.type == "date" and isinstance(value, str):
        return date.fromisoformat(value)
    return value
