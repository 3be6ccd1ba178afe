"""A real browser before the bundled samples: a served database, Chromium, and the pages there are."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn

from sayso.claims import Casualty
from sayso.serve.desk import links
from sayso.serve.desk.actions import CLAIM_ACT, Actions, Code, TakeBack
from sayso.serve.desk.coding import CodingRow
from sayso.serve.desk.desk import Desk
from sayso.serve.web.app import create_app
from sayso.serve.web.options import ServeOptions
from sayso.store import Page, Store, open_store
from tests.serve.desks import KARABAKH, example_records

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ViewportSize

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
HOME = f"/conflict/{KARABAKH}"


def missing() -> str | None:
    """What these tests need and is not here, in one line."""
    try:
        import axe_playwright_python.sync_playwright  # noqa: F401
        import playwright.sync_api  # noqa: F401
    except ImportError as error:
        return f"{error.name} is not installed; `pip install 'sayso[browser]'` brings it"
    return None if CHROMIUM else "no chromium on this machine; `apt-get install chromium` brings it"


def sample_database(path: Path) -> Path:
    """A database of the bundled samples."""
    store = open_store(path)
    for record in example_records():
        store.add(record)
    store.close()
    return path


@contextmanager
def served(store: Store, options: ServeOptions | None = None) -> Iterator[str]:
    """The address at which a store is served until the block ends."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    app = create_app(store, options, store)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    with closing(listening):
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def the_31(store: Store) -> str:
    """The claim of 31 killed in the sample of 42, by id."""
    rows = store.claims(page=Page(limit=500)).rows
    found = [one for one in rows if isinstance(one.claim.value, Casualty) and one.claim.value.low == 31]
    return found[-1].claim.id


def every_page(store: Store) -> dict[str, str]:
    """Name -> address of every page there is, over the bundled samples."""
    claim = store.claim(the_31(store))
    assert claim is not None
    assert claim.claim.source is not None
    report = links.report(claim.document)
    cell = {"side": "Armenian side", "effect": "killed", "group": "combatant"}
    return {
        "index": "/",
        "conflict": HOME,
        "tally": links.to(f"{HOME}/tally", cell),
        "timeline": f"{HOME}/timeline",
        "disputes": f"{HOME}/disputes",
        "incidents": f"{HOME}/incidents",
        "sources": f"{HOME}/sources",
        "source": links.source(KARABAKH, claim.claim.source.name),
        "reports": f"{HOME}/reports",
        "explain": f"{HOME}/explain?n=42",
        "report": report,
        "claim": links.claim(claim.claim.id),
        "search": "/search?text=killed",
        "review": f"{HOME}/review",
        "enter": f"{HOME}/enter",
        "code": f"{report}/code",
        "codings": f"{report}/codings",
        "decisions": "/decisions",
        "about": "/about",
        "failure": "/nothing",
    }


def decided(store: Store) -> None:
    """Decisions and codings on record, so that the pages that list them have something to list."""
    actions = Actions(Desk(store), store)
    claim = the_31(store)
    document = store.claim(claim)
    assert document is not None
    actions.on_claim(claim, CLAIM_ACT.validate_python({"action": "accept", "by": "Ann Example", "expected": 0}))
    corrected = {"action": "correct", "by": "Bea Example", "expected": 1, "note": "Counted again from the broadcast."}
    made = actions.on_claim(claim, CLAIM_ACT.validate_python({**corrected, "changes": {"low": 33, "high": 33}}))
    actions.take_back(made.id, TakeBack(by="Ann Example", note="The broadcast says 31."))
    row = CodingRow(quote=document.claim.evidence[0].exact, low=31, high=31, group="combatant", side="Armenia")
    for by, side in (("Ann Example", "Armenia"), ("Bea Example", "Nagorno-Karabakh")):
        coded = (replace(row, side=side),)
        actions.code(document.document, Code(by=by, expected=0, rows=coded, finished=True))
