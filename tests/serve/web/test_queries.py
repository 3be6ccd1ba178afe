"""What pages ask of a real database: little, whatever there is on record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.serve.desk.actions import CLAIM_ACT, PARTY_ACT, Actions, Code
from sayso.serve.desk.coding import CodingRow
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


def review_paths(store: Store) -> list[str]:
    """The pages of review, with decisions, grades, merged names and codings on record."""
    shown = Desk(store).conflict(KARABAKH, View())
    report = shown.latest[0].report.href
    return [
        f"{HOME}/review",
        f"{HOME}/review?why=disputed",
        "/decisions",
        f"{report}/codings",
        *(one.claim.href for one in shown.disputed[:3]),
        *(one.href for one in shown.sources),
    ]


def reviewed(store: Store) -> None:
    """Decide something of every kind."""
    shown, actions = Desk(store).conflict(KARABAKH, View()), Actions(Desk(store), store)
    for n, one in enumerate(shown.disputed[:3]):
        for act in ({"action": "accept"}, {"action": "note", "note": "Seen."}, {"action": "grade_item", "grade": "3"}):
            seen = store.version("claim", one.claim.id)
            actions.on_claim(one.claim.id, CLAIM_ACT.validate_python({**act, "by": f"Coder {n}", "expected": seen}))
    for source in shown.sources:
        name = str(source.href.split("name=")[1]).replace("+", " ")
        graded = {"action": "grade_source", "grade": "B", "by": "Ann", "expected": 0}
        actions.on_party(name, PARTY_ACT.validate_python(graded))
    for by in ("Ann", "Bea"):
        row = CodingRow(quote=shown.latest[0].words)
        actions.code(shown.latest[0].report.id, Code(by=by, expected=0, rows=(row,), finished=True))


def test_no_page_of_review_asks_much_of_the_database(tmp_path: Path) -> None:
    store = a_store(tmp_path / "reviewed.db", example_records())
    reviewed(store)
    apart = [f"{HOME}/enter", f"{Desk(store).conflict(KARABAKH, View()).latest[0].report.href}/code"]
    client = a_client(store)
    client.cookies.set("sayso_coder", "Ann")
    for path in [*apart, *(f"{base}{path}" for base in ("", "/api/v1") for path in review_paths(store))]:
        client.get(path)
        with counted() as again:
            assert client.get(path).status_code == 200, path
        assert len([one for one in again if not _of_itself(one)]) <= MOST, (path, again)
    store.close()


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
