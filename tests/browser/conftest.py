"""One served database and one browser for all tests of a run; skipped in one line where there is no browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from sayso.store import Store, open_store
from tests.browser import support

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="package", autouse=True)
def _needs_a_browser() -> None:
    if lacking := support.missing():
        pytest.skip(lacking)


@pytest.fixture(scope="package")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    made = open_store(support.sample_database(tmp_path_factory.mktemp("browser") / "demo.db"))
    yield made
    made.close()


@pytest.fixture(scope="package")
def address(store: Store) -> Iterator[str]:
    with support.served(store) as base:
        yield base


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with support.chromium() as started:
        yield started


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A new visitor's page at the first address; a script that fails, or a policy that is broken, fails the test."""
    context = browser.new_context(base_url=address, viewport=support.DESKTOP)
    shown = context.new_page()
    complaints: list[str] = []
    shown.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    shown.on("pageerror", lambda error: complaints.append(str(error)))
    shown.goto("/")
    yield shown
    context.close()
    assert complaints == []


@pytest.fixture(scope="package")
def reviewed(store: Store) -> Store:
    """The same store with some decisions and codings on record."""
    support.decided(store)
    return store
