"""A whole database as JSON lines, and back: sayso's own form, the same for SQLite and PostgreSQL.

The first line tells the version of the tables; then a line a row, tables in an order in which each row's own references
stand before it. Bytes are base64; days and times are ISO 8601.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Boolean, Connection, Date, Float, Integer, LargeBinary, Table, func, insert, select, text, true
from sqlalchemy.exc import StatementError

from sayso.errors import InputError
from sayso.store.database import Database, Writing
from sayso.store.tables import Utc, claims, documents, metadata, revisions, victims
from sayso.store.upgrading import newest

_HEAD = "sayso database"
_BATCH = 200
#: Lines of a dump, given anew each time: a server that goes away in between makes loading start again.
Lines = Callable[[], Iterator[str]]


def dump(database: Database) -> Iterator[str]:
    """Every row of every table, as they stand at one moment."""
    yield json.dumps({_HEAD: newest()})
    with database.reading() as connection:
        if connection.dialect.name == "postgresql":  # which otherwise shows each statement what others wrote before it
            connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
        for table in metadata.sorted_tables:
            query = select(table).order_by(*table.primary_key.columns)
            for row in connection.execution_options(yield_per=_BATCH).execute(query).mappings():
                cells = {name: _told(value) for name, value in row.items()}
                yield json.dumps({"table": table.name, "row": cells}, ensure_ascii=False)


def count_withheld(database: Database) -> int:
    """How many claims and victim records are withheld; a dump holds them."""
    with database.reading() as connection:
        of_claims = select(func.count()).select_from(claims).where(claims.c.status == "withheld")
        of_victims = select(func.count()).select_from(victims).where(victims.c.withhold, victims.c.current)
        return int((connection.scalar(of_claims) or 0) + (connection.scalar(of_victims) or 0))


def load(database: Database, lines: Lines) -> int:
    """Fill an empty database with a dump, wholly or not at all; gives the number of rows.

    Raises InputError for a database that holds anything, and for lines that are no dump of this version.
    """
    return database.write(lambda writing: _load(writing, lines()))


def _load(writing: Writing, lines: Iterator[str]) -> int:
    _check_empty(writing.connection)
    writing.connection.execute(revisions.delete())
    _check_head(next(lines, ""))
    waiting: list[dict[str, Any]] = []
    table: Table | None = None
    number = 1
    for number, line in enumerate(lines, start=2):
        found, row = _row(line, number)
        if found is not table or len(waiting) >= _BATCH:
            _insert(writing, table, waiting, number)
            table, waiting = found, []
        waiting.append(row)
    _insert(writing, table, waiting, number)
    for indexed in (documents, claims):
        writing.dialect.index(writing.connection, indexed, true())
    _number_on(writing.connection)
    return number - 1


def _check_empty(connection: Connection) -> None:
    if connection.scalar(select(documents.c.key).limit(1)) is not None:
        raise InputError("a dump is loaded into a new database only; this one holds documents")


def _check_head(line: str) -> None:
    head = _parsed(line, 1)
    if _HEAD not in head:
        raise InputError("line 1: not a dump of a sayso database (`sayso export all` makes them)")
    if head[_HEAD] != newest():
        raise InputError(
            f"line 1: a dump of tables of version {head[_HEAD]}, this sayso works with {newest()}; "
            "upgrade the database it is from, then export it again"
        )


def _parsed(line: str, number: int) -> Mapping[str, Any]:
    try:
        parsed = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"line {number}: no JSON ({error})") from error
    if not isinstance(parsed, dict):
        raise InputError(f"line {number}: a JSON object is needed")
    return parsed


def _row(line: str, number: int) -> tuple[Table, dict[str, Any]]:
    parsed = _parsed(line, number)
    table = metadata.tables.get(str(parsed.get("table")))
    cells = parsed.get("row")
    if table is None or not isinstance(cells, dict) or set(cells) != set(table.columns.keys()):
        raise InputError(f"line {number}: no row of a table of sayso")
    try:
        return table, {name: _read(table.columns[name].type, value) for name, value in cells.items()}
    except (ValueError, TypeError) as error:
        raise InputError(f"line {number}: a cell that cannot be read ({error})") from error


def _told(value: Any) -> Any:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    return value.isoformat() if isinstance(value, date | datetime) else value


def _read(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(kind, LargeBinary):
        return base64.b64decode(value, validate=True)
    if isinstance(kind, Utc):
        return datetime.fromisoformat(value)
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    expected: Any = bool if isinstance(kind, Boolean) else float if isinstance(kind, Float) else str
    expected = int if isinstance(kind, Integer) else expected
    if not isinstance(value, int | float if expected is float else expected):
        raise TypeError(f"{value!r} is no {expected.__name__}")
    return value


def _insert(writing: Writing, table: Table | None, waiting: list[dict[str, Any]], number: int) -> None:
    if table is None or not waiting:
        return
    try:
        writing.connection.execute(insert(table), waiting)
    except StatementError as error:
        raise InputError(f"line {number} or before: rows that do not fit together ({error.orig})") from error


def _number_on(connection: Connection) -> None:
    """PostgreSQL numbers rows by a sequence, which must go on behind the rows just loaded."""
    if connection.dialect.name != "postgresql":
        return
    for table in metadata.sorted_tables:
        if "key" in table.columns and (largest := connection.scalar(select(func.max(table.c.key)))) is not None:
            connection.execute(select(func.setval(func.pg_get_serial_sequence(table.name, "key"), largest)))
