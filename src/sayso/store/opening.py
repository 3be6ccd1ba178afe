"""Opening a store by its path or address."""

from __future__ import annotations

from pathlib import Path

from sayso.errors import StoreError
from sayso.store.database import Database
from sayso.store.dialects import Sqlite, dialect_of
from sayso.store.interface import StoreOptions
from sayso.store.sql import SqlStore
from sayso.store.upgrading import ensure_current


def open_database(where: str | Path, options: StoreOptions, *, any_version: bool = False) -> SqlStore:
    """Open a store; a new file or an empty PostgreSQL database gets its tables, unless it is opened for reading only.

    `any_version`: open it whatever the version of its tables, to upgrade or save it.
    """
    dialect = dialect_of(where, options)
    if isinstance(dialect, Sqlite) and not dialect.path.exists():
        if options.read_only or any_version:
            raise StoreError(f"{dialect.label}: no such database; `sayso ingest PATH --db {dialect.label}` makes one")
        dialect.create()
    database = Database(dialect.engine(), dialect, options)
    if not any_version:
        ensure_current(database)
    return SqlStore(database)
