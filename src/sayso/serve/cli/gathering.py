"""Where the commands over many reports take them from: reports to read, or a database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.errors import UsageError
from sayso.serve.cli.options import Command, Readings, ReadRequest, reading_options

if TYPE_CHECKING:
    from sayso.reconcile.book import Book
    from sayso.store import Store


def db_option(*, required: bool = False) -> Callable[[Command], Command]:
    """Add `--db`."""
    return click.option(
        "--db", required=required, metavar="FILE|URL", help="A database: a file, or postgresql://USER@HOST/NAME."
    )


def gathering_options(command: Command) -> Command:
    """Add PATH... with the options of reading, and `--db`; the command receives one `reports`."""

    @wraps(command)
    def gathered(request: ReadRequest, db: str | None, **values: Any) -> Any:
        return command(reports=Reports(request=request, db=db), **values)

    return reading_options(db_option()(gathered), required=False)  # type: ignore[return-value]


@dataclass(kw_only=True)
class Reports:
    """The reports that a command line asks for."""

    request: ReadRequest
    db: str | None
    #: 2 where some report could not be read.
    status: int = field(default=0, init=False)

    def book(self) -> Book:
        """All of them, compared with one another; what people decided on those of a database counts."""
        from sayso.reconcile.book import Book

        if self.db is None:
            if not self.request.paths:
                raise UsageError("no reports: give a PATH, or a database with --db")
            readings = Readings(self.request)
            book = Book.of(readings)
            self.status = readings.status
            return book
        if self.request.paths:
            raise UsageError("reports come from PATH or from --db, not from both; `sayso ingest` adds to a database")
        with reading_store(self.db) as store:
            return stored_book(store, conflict_asked(self.request.conflict))


def conflict_asked(conflict: str) -> str | None:
    """The conflict that `--conflict` chooses from a database; None for all."""
    return None if conflict == "auto" else conflict


def stored_book(store: Store, conflict: str | None) -> Book:
    """Everything a store holds of a conflict (None: of all), with what people decided."""
    from sayso.reconcile.book import Book

    if conflict is not None and conflict not in {one.conflict for one in store.conflicts()}:
        known = ", ".join(sorted(one.conflict for one in store.conflicts() if one.conflict)) or "none"
        raise UsageError(f"--conflict {conflict}: nothing on record of it (on record: {known})")
    return Book.reconciled(store.records(conflict), store.judgements())


@contextmanager
def reading_store(where: str | Path) -> Iterator[Store]:
    """A database opened for reading only."""
    from sayso.store import StoreOptions, open_store

    store = open_store(where, StoreOptions(read_only=True))
    try:
        yield store
    finally:
        store.close()
