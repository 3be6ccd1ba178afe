"""Stores in a file, filled for tests, and a count of what is asked of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, event

from sayso.claims import ReportRecord
from sayso.store import Store, open_store


def a_store(path: Path, records: Iterable[ReportRecord]) -> Store:
    """A SQLite store of these records."""
    store = open_store(path)
    for record in records:
        store.add(record)
    return store


@contextmanager
def counted() -> Iterator[list[str]]:
    """Every statement that any database executes meanwhile."""
    seen: list[str] = []

    def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", note)
