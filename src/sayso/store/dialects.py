"""Where SQLite and PostgreSQL differ: connections, writers waiting for each other, search by words."""

from __future__ import annotations

import re
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Connection, Engine, Integer, Select, column, create_engine, event, func, insert, select
from sqlalchemy import table as sql_table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import QueuePool
from sqlalchemy.schema import Table
from sqlalchemy.sql import ColumnElement, TableClause, literal_column

from sayso.errors import StoreError, UsageError
from sayso.store.interface import StoreOptions, shown_address
from sayso.store.tables import documents, revisions

#: What marks found words in a snippet; no text holds these two together with a word between them by accident.
MARKS = ("\x02", "\x03")
#: Characters of a text that PostgreSQL makes a snippet from, as many as it indexes.
_INDEXED = 200_000


class Dialect(Protocol):
    """What a database does in its own way."""

    @property
    def label(self) -> str:
        """How people call the database in messages."""

    def engine(self) -> Engine:
        """A pool of connections."""

    def lock(self, connection: Connection) -> None:
        """Keep other writers out until the transaction ends."""

    def index(self, connection: Connection, table: Table, new: ColumnElement[bool]) -> None:
        """Make new rows of documents or claims findable by their words; `new`: which rows."""

    def has_words(self, table: Table, query: Words) -> ColumnElement[bool]:
        """True for the rows of documents or claims that have the words."""

    def hint(self, connection: Connection, table: Table, query: Words) -> str:
        """What to tell the database of how to look for rows that have the words; empty where it knows best itself."""

    def snippet(self, query: Words) -> ColumnElement[str]:
        """Some text of a document around the words, which stand between MARKS."""

    def insert(self, table: Table) -> Any:
        """An INSERT that can say ON CONFLICT DO NOTHING."""


# ---------------------------------------------------------------- words to look for


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody looks for: words and phrases that must all stand there; the last word may be a beginning."""

    #: (word or phrase, True where only its beginning is given)
    terms: tuple[tuple[str, bool], ...]

    @classmethod
    def of(cls, query: str) -> Words:
        """Words, "phrases" and beginnings* of a query; raises UsageError when there is none."""
        found = []
        for phrase, word in re.findall(r'"([^"]*)"|(\S+)', query.replace("\x00", " ")):
            bare = " ".join(re.findall(r"\w+", phrase or word))
            if bare:
                found.append((bare, word.endswith("*")))
        if not found:
            raise UsageError(f"{query!r}: no word to look for")
        return cls(tuple(found))

    def fts5(self) -> str:
        """As an FTS5 query."""
        return " AND ".join(f'"{term}"{" *" if beginning else ""}' for term, beginning in self.terms)

    def tsquery(self) -> str:
        """As a PostgreSQL tsquery."""
        return " & ".join(f"({_phrase(term)}{':*' if beginning else ''})" for term, beginning in self.terms)


def _phrase(term: str) -> str:
    return " <-> ".join(f"'{word}'" for word in term.split())


# ---------------------------------------------------------------- SQLite


class _Hinting(SQLiteCompiler):
    """SQLAlchemy writes out no hint for SQLite, which has one: NOT INDEXED after the name of a table."""

    def get_from_hint_text(self, table: Any, text: Any) -> Any:
        """The hint as it was given."""
        return text


#: The FTS5 table of each table that can be searched.
_INDEXES = {
    "documents": sql_table("document_words", column("rowid", Integer), column("title"), column("text")),
    "claims": sql_table("claim_words", column("rowid", Integer), column("words")),
}


def _switch_to_wal(connection: sqlite3.Connection, patience: float) -> None:
    """Put a database into WAL mode; waits so many seconds for another program that is about to do the same.

    SQLite refuses it at once, whatever its timeout, where somebody writes to a file that is not yet in that mode.
    """
    deadline = time.monotonic() + patience
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
        time.sleep(_MOMENT)


#: Seconds between two tries.
_MOMENT = 0.05


@dataclass(frozen=True, slots=True)
class Sqlite:
    """One file; several readers and one writer at a time (WAL)."""

    path: Path
    options: StoreOptions
    #: So many rows are looked up faster one by one than an index over all rows is walked.
    few: int = 2000

    @property
    def label(self) -> str:
        """The file."""
        return str(self.path)

    def engine(self) -> Engine:
        """A pool of connections to the file."""
        # An address without a file makes SQLAlchemy take it for a database in memory, whose pool closes the connections
        # of other threads once there are more than five.
        engine = create_engine("sqlite+pysqlite://", creator=self._connect, poolclass=QueuePool)
        engine.dialect.statement_compiler = _Hinting
        event.listen(engine, "begin", _begin)
        return engine

    def _connect(self) -> sqlite3.Connection:
        # `mode=rw` never makes a file: a file that vanished is an error, not an empty database.
        mode = "ro" if self.options.read_only else "rw"
        address = f"{self.path.absolute().as_uri()}?mode={mode}"
        connection = sqlite3.connect(
            address, uri=True, timeout=self.options.patience, isolation_level=None, check_same_thread=False
        )
        if not self.options.read_only:
            _switch_to_wal(connection, self.options.patience)
        for pragma in ("foreign_keys = ON", "cache_size = -65536", "temp_store = MEMORY"):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    def create(self) -> None:
        """Make the file, in the mode in which readers and a writer do not wait for one another."""
        try:
            with closing(sqlite3.connect(self.path)) as connection:
                _switch_to_wal(connection, self.options.patience)
        except sqlite3.Error as error:
            raise StoreError(f"{self.path}: cannot make a database there ({error})") from error

    def lock(self, connection: Connection) -> None:
        """Nothing to do: a writing transaction begins with the lock (see `_begin`)."""

    def index(self, connection: Connection, table: Table, new: ColumnElement[bool]) -> None:
        """Feed new rows to the FTS5 tables, which hold only the index."""
        index = _INDEXES[table.name]
        names = [each.name for each in index.c if each.name != "rowid"]
        words = select(table.c.key, *(table.c[name] for name in names)).where(new)
        connection.execute(insert(index).from_select(["rowid", *names], words))

    def has_words(self, table: Table, query: Words) -> ColumnElement[bool]:
        """Rows that FTS5 finds."""
        return table.c.key.in_(_matching(_INDEXES[table.name], query))

    def hint(self, connection: Connection, table: Table, query: Words) -> str:
        """Rows with rare words are looked up one by one: SQLite cannot know how few they are, and walks an index."""
        found = _matching(_INDEXES[table.name], query).limit(self.few + 1).subquery()
        few = (connection.scalar(select(func.count()).select_from(found)) or 0) <= self.few
        return "NOT INDEXED" if few else ""

    def snippet(self, query: Words) -> ColumnElement[str]:
        """FTS5's own snippet, from whichever of title and text has the words."""
        index: ColumnElement[str] = literal_column("document_words")
        shown = func.snippet(index, -1, *MARKS, "…", 40)
        here = _INDEXES["documents"].c.rowid == documents.c.key
        found = _matching(_INDEXES["documents"], query).with_only_columns(shown).where(here)
        return found.correlate(documents).scalar_subquery()

    def insert(self, table: Table) -> Any:
        """SQLite's INSERT."""
        return sqlite.insert(table)


def _matching(index: TableClause, query: Words) -> Select[Any]:
    """Row numbers that an FTS5 table finds."""
    return select(index.c.rowid).where(literal_column(index.name).match(query.fts5()))


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("writes", False):
        # In WAL mode nothing tears either way; FULL also waits for the disk, so that a power cut takes nothing back.
        connection.exec_driver_sql(f"PRAGMA synchronous = {'FULL' if options.get('durable', True) else 'NORMAL'}")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.exec_driver_sql("BEGIN")


# ---------------------------------------------------------------- PostgreSQL

#: Words as they stand: names are not English, and the same words are found in both databases.
_CONFIG: ColumnElement[str] = literal_column("'simple'::regconfig")


@dataclass(frozen=True, slots=True)
class Postgres:
    """A PostgreSQL server, by psycopg 3."""

    url: URL
    options: StoreOptions

    @property
    def label(self) -> str:
        """The address without a password."""
        return self.url.render_as_string(hide_password=True)

    def engine(self) -> Engine:
        """A pool of connections that are tried before use."""
        settings = [f"-c lock_timeout={int(self.options.patience * 1000)}", "-c timezone=UTC"]
        if self.options.read_only:
            settings.append("-c default_transaction_read_only=on")
        try:
            return create_engine(
                self.url.set(drivername="postgresql+psycopg"),
                pool_pre_ping=True,
                connect_args={"options": " ".join(settings), "connect_timeout": 10},
            )
        except ImportError as error:
            raise StoreError(f"{self.label}: PostgreSQL needs `pip install 'sayso[postgres]'`") from error

    def lock(self, connection: Connection) -> None:
        """Hold the row that every writer holds."""
        connection.execute(revisions.select().where(revisions.c.scope == "all").with_for_update())

    def index(self, connection: Connection, table: Table, new: ColumnElement[bool]) -> None:
        """Nothing to do: the server keeps the vectors in step."""

    def has_words(self, table: Table, query: Words) -> ColumnElement[bool]:
        """Rows whose vector matches."""
        return literal_column(f"{table.name}.search").op("@@", is_comparison=True)(_tsquery(query))

    def hint(self, connection: Connection, table: Table, query: Words) -> str:
        """None: the server keeps statistics of words."""
        return ""

    def snippet(self, query: Words) -> ColumnElement[str]:
        """ts_headline."""
        options = f"StartSel={MARKS[0]}, StopSel={MARKS[1]}, MaxWords=40, MinWords=20, MaxFragments=1"
        return func.ts_headline(_CONFIG, func.left(documents.c.text, _INDEXED), _tsquery(query), options)

    def insert(self, table: Table) -> Any:
        """PostgreSQL's INSERT."""
        return postgresql.insert(table)


def _tsquery(query: Words) -> ColumnElement[Any]:
    return func.to_tsquery(_CONFIG, query.tsquery())


def dialect_of(where: str | Path, options: StoreOptions) -> Sqlite | Postgres:
    """The database that a path, `sqlite:///PATH` or `postgresql://...` stands for; raises UsageError for others."""
    address = str(where)
    if "://" not in address:
        return Sqlite(Path(address), options)
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise UsageError(f"{shown_address(address)}: no usable database address") from error
    backend = url.get_backend_name()
    if backend == "sqlite" and url.database:
        return Sqlite(Path(url.database), options)
    if backend in ("postgresql", "postgres"):
        return Postgres(url, options)
    raise UsageError(f"{shown_address(address)}: a database is a file or postgresql://..., not {backend}")
