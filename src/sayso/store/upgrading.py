"""Versions of the tables: making them in a new database, and bringing old ones up to date (Alembic)."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from sayso.errors import StoreError
from sayso.store.database import Database

FOLDER = Path(__file__).parent / "migrations"


def newest() -> str:
    """The version of the tables that this sayso works with."""
    head = ScriptDirectory(str(FOLDER)).get_current_head()
    assert head is not None, "there is a first migration"
    return head


def version(connection: Connection) -> str | None:
    """The version of the tables in a database; None where it has none."""
    return MigrationContext.configure(connection).get_current_revision()


def upgrade(database: Database) -> tuple[str, str]:
    """Bring the tables up to date, all or nothing; gives the versions before and after ("" for an empty database)."""

    def work(connection: Connection) -> tuple[str, str]:
        before = version(connection)
        _refuse_foreign(database.dialect.label, connection, before)
        config = Config()
        config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        return before or "", newest()

    return database.alone(work)


def ensure_current(database: Database) -> None:
    """Make the tables where there are none; raises StoreError where they are of another version."""
    with database.reading() as connection:
        before = version(connection)
        _refuse_foreign(database.dialect.label, connection, before)
    if before is None and not database.options.read_only:
        upgrade(database)
    elif before != newest():
        label = database.dialect.label
        raise StoreError(
            f"{label}: is empty; `sayso ingest PATH --db {label}` fills it"
            if before is None
            else f"{label}: its tables are of version {before}, this sayso works with {newest()}; "
            f"run `sayso db upgrade --db {label}` (after `sayso db backup`)"
        )


def _refuse_foreign(label: str, connection: Connection, before: str | None) -> None:
    """Refuse a database of some other program, or of a newer sayso."""
    if before is None and inspect(connection).get_table_names():
        raise StoreError(f"{label}: holds tables of some other program; name a file or database of its own for sayso")
    known = {script.revision for script in ScriptDirectory(str(FOLDER)).walk_revisions()}
    if before is not None and before not in known:
        raise StoreError(f"{label}: was written by a newer sayso (tables of version {before}); update sayso")
