"""Backups: one SQLite file, whatever the database."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, delete, insert, select, text

from sayso.errors import StoreError
from sayso.store.connecting import make_database
from sayso.store.database import Database
from sayso.store.dialects import Sqlite
from sayso.store.faults import told
from sayso.store.interface import StoreOptions
from sayso.store.tables import metadata

#: Rows copied at once.
_ROWS = 500


def save(database: Database, path: Path) -> None:
    """Save a database to a new file; a file is there only once it is complete."""
    if path.exists():
        raise StoreError(f"{path}: there is a file already; choose another name for the backup")
    if not path.parent.is_dir():
        raise StoreError(f"{path.parent}: no such folder to save a backup in")
    partial = path.with_name(f"{path.name}.partial")
    partial.unlink(missing_ok=True)
    try:
        if isinstance(database.dialect, Sqlite):
            _vacuum(database, partial)
        else:
            _copy(database, partial)
        os.replace(partial, path)
    except OSError as error:
        raise StoreError(f"{path}: cannot save there ({error.strerror or error})") from error
    finally:
        for left in (partial, Path(f"{partial}-wal"), Path(f"{partial}-shm")):
            left.unlink(missing_ok=True)


def _vacuum(database: Database, path: Path) -> None:
    """SQLite's own copy of one state of the database."""
    _outside_transactions(database, "VACUUM INTO ?", str(path))


def _outside_transactions(database: Database, statement: str, *parameters: str) -> None:
    with told(database.dialect.label), closing(database.engine.raw_connection()) as held:
        held.cursor().execute(statement, parameters)


def _copy(database: Database, path: Path) -> None:
    """Every row of one state of the database, table by table."""
    target = make_database(path, StoreOptions())
    try:
        with (
            told(database.dialect.label),
            database.engine.connect().execution_options(isolation_level="REPEATABLE READ") as source,
            source.begin(),
        ):
            target.alone(lambda connection: _copy_rows(source, connection))
        _outside_transactions(target, "PRAGMA journal_mode = DELETE")  # so that the one file is all there is
    finally:
        target.engine.dispose()


def _copy_rows(source: Connection, target: Connection) -> None:
    for table in metadata.sorted_tables:
        target.execute(delete(table))
        ordered = select(table).order_by(*table.primary_key.columns).execution_options(yield_per=_ROWS)
        for part in source.execute(ordered).partitions():
            target.execute(insert(table), [dict(row._mapping) for row in part])
    for index in ("document_words", "claim_words"):
        target.execute(text(f"INSERT INTO {index}({index}) VALUES ('rebuild')"))
