from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sayso.store import Store, StoreOptions, open_store
from tests.store.postgres import Server, emptied, fresh_database, running_server


class Clock:
    """A clock that a second goes by on at every look."""

    def __init__(self) -> None:
        self.now = datetime(2031, 5, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    with ExitStack() as stack:
        try:
            server = stack.enter_context(running_server())
        except (ImportError, OSError, RuntimeError, ValueError) as error:
            pytest.skip(f"no PostgreSQL can run here ({error}); name one in SAYSO_TEST_PG")
        yield server


@pytest.fixture(scope="session")
def postgres_database(postgres_server: Server) -> Iterator[str]:
    """A database with sayso's tables, emptied after each test that uses it: making one takes seconds."""
    with fresh_database(postgres_server.address) as address:
        open_store(address).close()
        yield address


@pytest.fixture(scope="session")
def sqlite_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with sayso's tables, to be copied."""
    path = tmp_path_factory.mktemp("sqlite") / "store.db"
    open_store(path).close()
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def new_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database of each kind with nothing in its tables."""
    if request.param == "sqlite":
        yield shutil.copy(request.getfixturevalue("sqlite_database"), str(tmp_path / "store.db"))
        return
    address: str = request.getfixturevalue("postgres_database")
    yield address
    emptied(address)


@pytest.fixture
def store(new_database: str) -> Iterator[Store]:
    opened = open_store(new_database, StoreOptions(clock=Clock(), patience=2.0))
    yield opened
    opened.close()
