"""Databases by their path or address."""

from __future__ import annotations

from pathlib import Path

from sayso.errors import SaysoError, StoreError
from sayso.store.database import Database
from sayso.store.dialects import Sqlite, dialect_of
from sayso.store.interface import StoreOptions
from sayso.store.upgrading import ensure_current


def make_database(where: str | Path, options: StoreOptions) -> Database:
    """A database with tables of this version: a new file or an empty database gets them, unless it may only be read."""
    dialect = dialect_of(where, options)
    if isinstance(dialect, Sqlite) and not dialect.path.exists() and not options.read_only:
        dialect.create()
    database = connect(where, options)
    try:
        ensure_current(database)
    except SaysoError:
        database.engine.dispose()
        raise
    return database


def connect(where: str | Path, options: StoreOptions) -> Database:
    """A database that is there; raises StoreError for a file that is not."""
    dialect = dialect_of(where, options)
    if isinstance(dialect, Sqlite) and not dialect.path.exists():
        raise StoreError(f"{dialect.label}: no such database; `sayso ingest PATH --db {dialect.label}` makes one")
    return Database(dialect.engine(), dialect, options)
