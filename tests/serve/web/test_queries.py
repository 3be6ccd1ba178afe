"""What pages ask of a real database: little, whatever there is on record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.serve.desk.desk import Desk
from sayso.serve.desk.view import View
from sayso.store import Store
from tests.serve.desks import KARABAKH, a_client, example_records
from tests.serve.stores import a_store, counted

HOME = f"/conflict/{KARABAKH}"
#: No page asks more often. Reading a conflict's reports again after a change is apart: so many for each lot of them.
MOST, READING = 12, 8


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    made = a_store(Path(tmp_path_factory.mktemp("db")) / "pages.db", example_records())
    yield made
    made.close()


def paths(store: Store) -> list[str]:
    shown = Desk(store).conflict(KARABAKH, View())
    claim = shown.latest[0]
    cell = next(cell for row in shown.tables[0].rows for cell in row.cells if cell)
    return [
        "/",
        HOME,
        f"{HOME}?policy=own&as_of=2020-09-28",
        cell.href,
        *(f"{HOME}/{page}" for page in ("timeline", "disputes", "incidents", "sources", "reports", "explain?n=42")),
        claim.report.href,
        claim.words_href.split("#")[0],
        claim.href,
        shown.sources[0].href,
        "/search",
        "/search?text=killed&effect=killed&side=Armenian+side&said_from=2020-09-01",
        "/about",
    ]


@pytest.mark.parametrize("base", ["", "/api/v1"])
def test_no_page_asks_much_of_the_database(store: Store, base: str) -> None:
    for path in paths(store):
        client = a_client(store)
        with counted() as first:
            assert client.get(f"{base}{path}").status_code == 200, path
        with counted() as again:
            assert client.get(f"{base}{path}").status_code == 200
        assert len([one for one in first if not _of_itself(one)]) <= MOST + READING, (path, first)
        assert len([one for one in again if not _of_itself(one)]) <= MOST, (path, again)


def _of_itself(statement: str) -> bool:
    return statement.startswith("PRAGMA") or statement == "BEGIN"


def test_the_store_shows_what_the_records_show(store: Store) -> None:
    """Over the database every page reads as over the records themselves."""
    inside, outside = a_client(store), a_client()
    for path in (HOME, f"{HOME}/timeline", f"{HOME}/disputes", f"{HOME}/explain?n=42"):
        assert _body(inside, path) == _body(outside, path), path


def _body(client: TestClient, path: str) -> str:
    text = client.get(path).text
    return text[text.index("<main") : text.index("</main>")]


def test_counts_are_kept_until_something_changes(store: Store) -> None:
    client = a_client(store)
    client.get("/search?effect=killed")
    with counted() as again:
        client.get("/search?effect=killed")
    assert not [one for one in again if "count(" in one]
