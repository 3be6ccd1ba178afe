from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sayso.store import Store, StoreOptions, open_store
from tests.store.postgres import fresh_database, running_server

#: Gives the address of a new empty database.
NewDatabase = Callable[[], str]


class Clock:
    """A clock that a second goes by on at every look."""

    def __init__(self) -> None:
        self.now = datetime(2031, 5, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    with ExitStack() as stack:
        try:
            address = stack.enter_context(running_server())
        except (ImportError, OSError, RuntimeError, ValueError) as error:
            pytest.skip(f"no PostgreSQL can run here ({error}); name one in SAYSO_TEST_PG")
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def new_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NewDatabase]:
    """Makes empty databases of one kind."""
    with ExitStack() as stack:
        if request.param == "sqlite":
            numbers = iter(range(1000))
            yield lambda: str(tmp_path / f"{next(numbers)}.db")
        else:
            server = request.getfixturevalue("postgres_server")
            yield lambda: stack.enter_context(fresh_database(server))


@pytest.fixture
def store(new_database: NewDatabase) -> Iterator[Store]:
    opened = open_store(new_database(), StoreOptions(clock=Clock(), patience=2.0))
    yield opened
    opened.close()
