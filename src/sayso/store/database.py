"""Transactions: reading ones, and writing ones that wait for each other, are tried again and happen wholly or not."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Insert, select
from sqlalchemy.exc import DBAPIError

from sayso.store import tables
from sayso.store.dialects import Postgres, Sqlite
from sayso.store.faults import gone, told
from sayso.store.interface import StoreOptions
from sayso.store.rows import shown

T = TypeVar("T")

#: Seconds between two attempts to reach a server that has gone away.
_PAUSE = 0.5
#: Scopes of revisions: every write; writes that bear on every conflict.
ALL, SHARED = "all", "shared"


def scope_of(conflict: str | None) -> str:
    """The revision scope of one conflict."""
    return f"of:{shown(conflict or '')}"


@dataclass(frozen=True, slots=True)
class Database:
    """An engine with what sayso asks of every transaction."""

    engine: Engine
    dialect: Sqlite | Postgres
    options: StoreOptions

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the database and changes nothing."""
        with told(self.dialect.label), self.engine.connect() as connection, connection.begin():
            yield connection

    def write(self, work: Callable[[Writing], T], *, durable: bool = True) -> T:
        """Do some work in one transaction, alone among writers.

        A server that goes away is waited for: the work starts again from its beginning, so it must find out by itself
        what of it is already on record. What is not `durable` survives the end of the program in any way, but not the
        last moments before a power cut: right for what can be read again.
        """
        return self._patiently(lambda: self._write_once(work, durable))

    def read(self, work: Callable[[Connection], T]) -> T:
        """Read something in one transaction; a server that goes away is waited for."""

        def once() -> T:
            with self.engine.connect() as connection, connection.begin():
                return work(connection)

        return self._patiently(once)

    def _patiently(self, attempt: Callable[[], T]) -> T:
        deadline = time.monotonic() + self.options.patience
        with told(self.dialect.label):
            while True:
                try:
                    return attempt()
                except DBAPIError as error:
                    if not gone(error) or time.monotonic() > deadline:
                        raise
                    time.sleep(_PAUSE)

    def alone(self, work: Callable[[Connection], T]) -> T:
        """Change the tables themselves, in one transaction."""
        with (
            told(self.dialect.label),
            self.engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            return work(connection)

    def close(self) -> None:
        """Let go of every connection; SQLite takes note of what its indexes hold, to choose well among them."""
        if isinstance(self.dialect, Sqlite) and not self.options.read_only:
            with suppress(DBAPIError), self.engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA analysis_limit = 1000")
                connection.exec_driver_sql("PRAGMA optimize")
        self.engine.dispose()

    def _write_once(self, work: Callable[[Writing], T], durable: bool) -> T:
        with self.engine.connect().execution_options(writes=True, durable=durable) as connection, connection.begin():
            self.dialect.lock(connection)
            return work(Writing(connection, self.dialect, self.options.clock()))


@dataclass(frozen=True, slots=True)
class Writing:
    """One writing transaction: its connection, and the moment that its rows are dated with."""

    connection: Connection
    dialect: Sqlite | Postgres
    at: datetime

    def bump(self, *scopes: str) -> None:
        """Count a write in some scopes, and in that of all."""
        insert = self.dialect.insert(tables.revisions)
        more = insert.on_conflict_do_update(index_elements=["scope"], set_={"number": tables.revisions.c.number + 1})
        self.connection.execute(more, [{"scope": scope, "number": 1} for scope in dict.fromkeys((ALL, *scopes))])

    def key_of(self, insert: Insert, row: dict[str, Any]) -> int:
        """Insert one row and give back its key."""
        key = self.connection.execute(insert, row).inserted_primary_key
        assert key is not None, "one row was written"
        return int(key[0])


def revision(connection: Connection, scopes: tuple[str, ...]) -> int:
    """The sum of the revision numbers of some scopes."""
    numbers = connection.scalars(select(tables.revisions.c.number).where(tables.revisions.c.scope.in_(scopes)))
    return sum(numbers)
