"""What a database complains about, as one line that says what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError, TimeoutError

from sayso.errors import StoreError

#: Primary codes of SQLite: what happened and what to do.
_SQLITE = {
    sqlite3.SQLITE_FULL: "the disk is full (or the file at its size limit); nothing of this document was written: make "
    "room and run again",
    sqlite3.SQLITE_READONLY: "the file may only be read; give it write permission, or open it for reading",
    sqlite3.SQLITE_BUSY: "another program is writing to it and did not finish in time; run again when it has",
    sqlite3.SQLITE_LOCKED: "another program is writing to it and did not finish in time; run again when it has",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; check that the folder and the file are there and may be read",
    sqlite3.SQLITE_NOTADB: "is no SQLite database",
    sqlite3.SQLITE_CORRUPT: "the file is damaged; go back to a backup (`sayso db backup` makes them)",
    sqlite3.SQLITE_IOERR: "the disk failed while reading or writing",
    sqlite3.SQLITE_PERM: "access is not allowed",
}
#: Conditions of PostgreSQL by SQLSTATE, or by its class (two characters).
_POSTGRES = {
    "25006": "the server lets it only be read; connect to the primary server, or open it for reading",
    "42501": "this user may not do that; ask for the rights on the tables",
    "53100": "the server's disk is full; nothing of this document was written: make room and run again",
    "53": "the server has no room left (memory, disk or connections); run again later",
    "55P03": "another program is writing to it and did not finish in time; run again when it has",
    "57": "the server was stopped; run again when it is up: what was written is kept",
    "40": "another program changed the same rows; run again",
}
_GONE = "the server does not answer; start it and run again: what was written is kept"


@contextmanager
def told(label: str) -> Iterator[None]:
    """Turn what a database complains about into a StoreError; `label` names the database."""
    try:
        yield
    except (DBAPIError, TimeoutError) as error:
        raise StoreError(f"{label}: {explained(error)}") from error
    except sqlite3.Error as error:
        raise StoreError(f"{label}: {_sqlite(error)}") from error


def explained(error: SQLAlchemyError) -> str:
    """What happened and what to do, without the SQL."""
    if isinstance(error, TimeoutError):
        return "too many things at once are asked of it; try again"
    cause = getattr(error, "orig", None)
    if isinstance(cause, sqlite3.Error):
        return _sqlite(cause)
    if gone(error):
        return _GONE
    state = _state(cause)
    return _POSTGRES.get(state) or _POSTGRES.get(state[:2]) or _refusal(cause) or _first_line(cause or error)


def _sqlite(error: sqlite3.Error) -> str:
    primary = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    return _SQLITE.get(primary) or _first_line(error)


def gone(error: BaseException) -> bool:
    """True where a server's connection was lost or could not be made: trying again may help."""
    if not isinstance(error, DBAPIError) or isinstance(error.orig, sqlite3.Error):
        return False
    state = _state(error.orig)
    unreachable = type(error.orig).__name__ == "OperationalError" and not state and not _refusal(error.orig)
    return error.connection_invalidated or unreachable or state.startswith(("57P", "08"))


def _state(cause: BaseException | None) -> str:
    return getattr(cause, "sqlstate", None) or ""


def _refusal(cause: BaseException | None) -> str | None:
    """Why a server refuses to connect, which it tells in words alone; None while it is only starting or stopping."""
    _, refused, why = str(cause).partition("FATAL:")
    if not refused or "the database system is" in why:
        return None
    return f"the server refuses to connect: {why.strip().splitlines()[0]}"


def _first_line(error: BaseException) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]
