"""What must not work where something is written: forms of others, writing for readers, scripts in what people enter."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from sayso.store import Store, StoreOptions, open_store
from tests.serve.desks import HOSTILE, App
from tests.serve.reviewers import APART, HOME, REPORT, SOURCE, TEN, Coder, a_store, an_app, filled, post_routes
from tests.serve.web.test_safety import Elements

#: A good form for every route that takes one. A route that is not here makes the tests below fail.
FORMS: dict[str, dict[str, str]] = {
    "/claim/{identifier}": {"action": "accept", "expected": "1"},
    "/claim/{identifier}/withdraw": {"judgement": APART},
    "/party": {"action": "grade_source", "grade": "B", "expected": "0"},
    "/decision/{identifier}/undo": {"expected": "1"},
    "/conflict/{key}/enter": {"effect": "killed", "low": "3", "voice": "report", "reason": "A video"},
    "/report/{document}/code": {"action": "save", "expected": "0", "quote-0": "twelve dead"},
    "/coder": {},
}
#: The same for the API, as JSON.
BODIES: dict[str, dict[str, object]] = {
    "/api/v1/claim/{identifier}/decisions": {"action": "accept", "by": "Ann", "expected": 1},
    "/api/v1/claim/{identifier}/withdrawals": {"judgement": APART, "by": "Ann"},
    "/api/v1/party/decisions": {"action": "merge", "into": "River Watch", "by": "Ann", "expected": 0},
    "/api/v1/decisions/{identifier}/undo": {"by": "Ann", "expected": 1},
    "/api/v1/conflict/{key}/claims": {
        "by": "Ann",
        "effect": "killed",
        "changes": {"low": 3, "voice": "report"},
        "reason": "A video",
    },
    "/api/v1/report/{document}/coding": {"by": "Ann", "expected": 0, "rows": [{"quote": "twelve dead"}]},
}
#: Keeps nothing, so that readers may use it.
READINGS = "/api/v1/readings"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = a_store(tmp_path)
    yield made
    made.close()


@pytest.fixture
def app(store: Store) -> App:
    return an_app(store)


@pytest.fixture
def ann(app: App) -> Coder:
    coder = Coder(app)
    coder.on_claim("note", note="a first look")
    return coder


@pytest.fixture
def decision(ann: Coder) -> str:
    return first_decision(ann)


def first_decision(coder: Coder) -> str:
    made: str = coder.claim()["history"][0]["id"]
    return made


@dataclass(frozen=True)
class Refusing:
    """A store, and a person in whose name others try to write there."""

    store: Store
    app: App
    ann: Coder
    decision: str


@pytest.fixture(scope="module")
def refusing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Refusing]:
    """One for all tests in which nothing may change."""
    store = a_store(tmp_path_factory.mktemp("refusing"))
    app = an_app(store)
    ann = Coder(app)
    ann.on_claim("note", note="a first look")
    yield Refusing(store, app, ann, first_decision(ann))
    store.close()


def test_every_route_that_writes_is_known_here(app: App) -> None:
    assert post_routes(app) == sorted([*FORMS, *BODIES, READINGS])


@pytest.mark.parametrize("path", FORMS)
def test_a_form_of_ours_is_taken(ann: Coder, decision: str, path: str) -> None:
    assert ann.send(filled(path, decision), **FORMS[path]).status_code == 303


@pytest.mark.parametrize("path", FORMS)
@pytest.mark.parametrize("token", ["", "0" * 64, "other"])
def test_a_form_without_its_token_changes_nothing(refusing: Refusing, path: str, token: str) -> None:
    before = refusing.store.revision()
    given = Coder(refusing.app, "Eve").token if token == "other" else token
    answer = refusing.ann.client.post(
        filled(path, refusing.decision), data={**FORMS[path], "by": "Eve", "token": given}
    )
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers or "Eve" not in answer.headers["set-cookie"]
    assert refusing.store.revision() == before


@pytest.mark.parametrize("path", [*FORMS, *BODIES])
@pytest.mark.parametrize(
    "headers", [{"origin": "https://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}]
)
def test_a_page_of_another_site_changes_nothing(refusing: Refusing, path: str, headers: dict[str, str]) -> None:
    before = refusing.store.revision()
    address = filled(path, refusing.decision)
    if path in FORMS:
        answer = refusing.ann.client.post(
            address, data={**FORMS[path], "by": "Ann", "token": refusing.ann.token}, headers=headers
        )
    else:
        answer = refusing.ann.client.post(address, json=BODIES[path], headers=headers)
    assert answer.status_code == 403
    assert refusing.store.revision() == before


@pytest.mark.parametrize("path", BODIES)
@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
def test_what_a_form_of_another_site_can_send_is_no_request_of_the_api(
    refusing: Refusing, path: str, kind: str
) -> None:
    before = refusing.store.revision()
    body = json.dumps(BODIES[path])
    answer = refusing.ann.client.post(filled(path, refusing.decision), content=body, headers={"content-type": kind})
    assert answer.status_code in (400, 415, 422)
    assert refusing.store.revision() == before


@pytest.mark.parametrize("path", BODIES)
def test_the_api_does_the_same_as_the_forms(ann: Coder, store: Store, decision: str, path: str) -> None:
    before = store.revision()
    answer = ann.client.post(filled(path, decision), json=BODIES[path])
    assert answer.status_code == 201, answer.text
    assert store.revision() > before


@pytest.fixture(scope="module")
def read_only(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Refusing]:
    """Served for readers over a store that could be written: the refusal does not lean on the store's own."""
    store = a_store(tmp_path_factory.mktemp("reader"))
    app = an_app(store, reader=True)
    yield Refusing(store, app, Coder(app), "none")
    store.close()


@pytest.mark.parametrize("path", BODIES)
def test_a_reader_s_api_writes_nothing(read_only: Refusing, path: str) -> None:
    before = read_only.store.revision()
    answer = read_only.ann.client.post(filled(path, "x"), json=BODIES[path])
    assert (answer.status_code, answer.json()["status"]) == (403, 403)
    assert "read-only" in answer.json()["detail"]
    assert read_only.store.revision() == before


@pytest.mark.parametrize("path", FORMS)
def test_a_reader_s_forms_write_nothing(read_only: Refusing, path: str) -> None:
    before = read_only.store.revision()
    cookie = read_only.ann.client.cookies["sayso_form"]
    token = read_only.app.shared.state.tokens.token(cookie)
    answer = read_only.ann.client.post(filled(path, "x"), data={**FORMS[path], "by": "Ann", "token": token})
    assert answer.status_code == 403
    assert "read-only" in answer.text
    assert read_only.store.revision() == before


@pytest.mark.parametrize(
    "page", [f"/claim/{TEN}", f"{HOME}/review", f"{HOME}/enter", f"/report/{REPORT}/code", "/decisions"]
)
def test_a_reader_is_shown_no_form_that_writes(read_only: Refusing, page: str) -> None:
    shown = read_only.ann.get(page)
    assert shown.status_code == 200
    assert 'method="post"' not in shown.text


def test_a_database_opened_for_reading_is_served(tmp_path: Path) -> None:
    a_store(tmp_path, "read.db").close()
    store = open_store(tmp_path / "read.db", StoreOptions(read_only=True))
    assert Coder(an_app(store, reader=True)).get(f"/claim/{TEN}").status_code == 200
    store.close()


def hostile_pages(coder: Coder) -> list[str]:
    """Every page that shows what people entered, once everything that can be entered is hostile."""
    coder.name = HOSTILE[:80]
    coder.on_claim("note", note=HOSTILE)
    coder.on_claim("correct", 1, low="13", high="13", **dict.fromkeys(("side", "place", "source", "note"), HOSTILE))
    coder.send(f"/party?name={SOURCE}", action="note", expected="0", note=HOSTILE)
    coder.send("/party?name=A monitor", action="merge", expected="0", into=HOSTILE)
    entered = {"reason": HOSTILE, "publisher": HOSTILE, "uri": "javascript:alert(1)", "source": HOSTILE, "low": "3"}
    by_hand = coder.send(f"{HOME}/enter", effect="killed", side=HOSTILE, perpetrator=HOSTILE, **entered)
    coder.send(
        f"/report/{REPORT}/code", expected="0", action="finish", **{"quote-0": "ten soldiers", "side-0": HOSTILE}
    )
    coder.name = f"b{HOSTILE}"[:80]
    coder.send(f"/report/{REPORT}/code", expected="0", action="finish", **{"quote-0": "ten", "source-0": HOSTILE})
    coder.send("/coder", by=HOSTILE[:80])
    return [
        f"/claim/{TEN}",
        by_hand.headers["location"],
        HOME,
        f"{HOME}/review",
        f"{HOME}/sources",
        f"{HOME}/enter",
        f"/conflict/rivers/source?name={quote(HOSTILE)}",
        f"/report/{REPORT}",
        f"/report/{REPORT}/code",
        f"/report/{REPORT}/codings",
        "/decisions",
        "/search",
    ]


def assert_harmless(html: str) -> None:
    tags = Elements(html).tags
    assert not [tag for tag, told in tags if any(name.startswith("on") for name in told)]
    assert not [told for tag, told in tags if tag == "img" and not (told.get("src") or "").startswith("/conflict/")]
    assert [(told.get("src") or "")[:8] for tag, told in tags if tag == "script"] == ["/static/"]
    assert not [told for _, told in tags if (told.get("href") or "/").casefold().startswith(("javascript:", "data:"))]


def test_what_people_enter_is_shown_and_never_run(app: App) -> None:
    coder = Coder(app)
    shown = {page: coder.get(page) for page in hostile_pages(coder)}
    assert {page: answer.status_code for page, answer in shown.items()} == dict.fromkeys(shown, 200)
    for answer in shown.values():
        assert_harmless(answer.text)
    assert sum("&lt;script&gt;" in answer.text for answer in shown.values()) >= 10


def test_the_page_for_two_at_once_and_the_one_for_bad_entries_run_nothing(app: App) -> None:
    ann, bea = Coder(app, HOSTILE[:80]), Coder(app, f"b{HOSTILE}"[:80])
    ann.on_claim("note", note=HOSTILE)
    hostile: Any = {HOSTILE: HOSTILE, "place": HOSTILE}
    collision = bea.on_claim("correct", low="15", high="15", note=HOSTILE, **hostile)
    bad = bea.on_claim("correct", 1, low="x", **hostile)
    assert (collision.status_code, bad.status_code) == (409, 422)
    for answer in (collision, bad):
        assert "&lt;script&gt;" in answer.text
        assert_harmless(answer.text)
