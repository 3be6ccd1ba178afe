"""How SQLite is told to look for words, and how a file is made that two programs want at once."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import func, select

from sayso.errors import StoreError
from sayso.store import ClaimFilter, Page, StoreOptions, open_store
from sayso.store.dialects import Sqlite, Words
from sayso.store.listing import list_claims
from sayso.store.tables import claims
from tests.store.build import a_report


@pytest.fixture
def path(sqlite_database: Path, tmp_path: Path) -> Path:
    """A database of two reports with two claims each, two of which tell of soldiers."""
    copy = tmp_path / "words.db"
    with sqlite3.connect(sqlite_database) as source, sqlite3.connect(copy) as target:
        source.backup(target)
    store = open_store(copy)
    store.add(a_report())
    store.add(a_report(name="rivers-2", uri="https://example.org/2"))
    store.close()
    return copy


@pytest.mark.parametrize("few", [0, 1, 2, 2000])
@pytest.mark.parametrize(("text", "number"), [("soldiers", 2), ("twelve dead", 2), ("sunshine", 0)])
def test_however_rows_are_looked_for_the_same_are_found(path: Path, few: int, text: str, number: int) -> None:
    dialect = Sqlite(path, StoreOptions(read_only=True), few=few)
    engine = dialect.engine()
    with engine.connect() as connection:
        assert dialect.hint(connection, claims, Words.of(text)) == ("NOT INDEXED" if number <= few else "")
        found = list_claims(connection, dialect, ClaimFilter(text=text, conflict="rivers"), Page(count=True))
    engine.dispose()
    assert (len(found.rows), found.total) == (number, number)


def test_a_hint_is_written_out(path: Path) -> None:
    engine = Sqlite(path, StoreOptions(read_only=True)).engine()
    query = select(func.count()).select_from(claims).with_hint(claims, "NOT INDEXED")
    assert "FROM claims NOT INDEXED" in str(query.compile(engine))
    engine.dispose()


def _journal_mode(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        mode: str = connection.execute("PRAGMA journal_mode").fetchone()[0]
    return mode


def test_a_new_file_waits_for_another_program_that_writes_to_it(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("CREATE TABLE its_own (word TEXT)")
        other.execute("BEGIN IMMEDIATE")
        done = threading.Timer(0.3, other.execute, ["COMMIT"])
        done.start()
        Sqlite(path=path, options=StoreOptions()).create()
        done.join()
    assert _journal_mode(path) == "wal"


def test_a_new_file_is_not_waited_for_without_end(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("CREATE TABLE its_own (word TEXT)")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="cannot make a database there"):
            Sqlite(path=path, options=StoreOptions(patience=0.1)).create()
