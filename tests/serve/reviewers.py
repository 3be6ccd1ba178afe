"""A store with a small report, and browsers in which people review it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fastapi.routing import APIRoute
from httpx2 import Response

from sayso.claims import Casualty, ReportRecord
from sayso.store import Store, open_store
from tests.serve.desks import App
from tests.store.build import a_report

CONFLICT = "rivers"


def the_report() -> ReportRecord:
    """A report of ten killed, at a place and on a day, and of twelve, whose side is not told."""
    report = a_report()
    ten, twelve = report.claims
    assert isinstance(ten.value, Casualty)
    return replace(report, claims=(replace(ten, value=replace(ten.value, scope="incident")), twelve))


HOME = f"/conflict/{CONFLICT}"
TEN, TWELVE = (claim.id for claim in the_report().claims)
REPORT = the_report().document.id
#: The judgement that ten and twelve cannot both hold.
APART = the_report().judgements[0].id
SOURCE = "Ministry of Rivers"


@cache
def _made() -> bytes:
    """The file of a store with the report, made once a run: making tables takes longer than most tests."""
    with TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "rivers.db")
        store.add(the_report())
        store.close()
        return (Path(folder) / "rivers.db").read_bytes()


def a_store(folder: Path, name: str = "rivers.db") -> Store:
    """A store that holds one report of two claims."""
    (folder / name).write_bytes(_made())
    return open_store(folder / name)


def an_app(store: Store, **options: Any) -> App:
    """An application over a store that people review in."""
    return App(store, store, **options)


class Coder:
    """One person's browser; it follows no redirect."""

    def __init__(self, app: App, name: str = "Ann") -> None:
        self.client = app.client()
        self.name = name
        self.token = token_in(self.client.get(f"{HOME}/enter").text)

    def get(self, path: str) -> Response:
        return self.client.get(path)

    def send(self, path: str, **entered: str) -> Response:
        """Send a form of ours."""
        return self.client.post(path, data={"token": self.token, "by": self.name, **entered})

    def on_claim(self, action: str, expected: int = 0, claim: str = TEN, **entered: str) -> Response:
        return self.send(f"/claim/{claim}", action=action, expected=str(expected), **entered)

    def claim(self, identifier: str = TEN) -> dict[str, Any]:
        """The claim as the API tells it."""
        told: dict[str, Any] = self.client.get(f"/api/v1/claim/{identifier}").json()
        return told


def token_in(html: str) -> str:
    """The token of the first form of a page, or what the page would put there."""
    found = re.search(r'name="token" value="([0-9a-f]+)"', html)
    return found.group(1) if found else ""


def post_routes(app: App) -> list[str]:
    """The path of every route that takes something other than a request to read, routers within routers included."""
    return sorted(route.path for route in _routes(app.shared.routes) if (route.methods or set()) - {"GET", "HEAD"})


def _routes(found: Any) -> list[APIRoute]:
    routes: list[APIRoute] = []
    for one in found:
        inner = getattr(one, "original_router", None)
        if inner is not None:
            routes += _routes(inner.routes)
        elif isinstance(one, APIRoute):
            routes.append(one)
    return routes


def filled(path: str, decision: str) -> str:
    """The address of a route, about what there is in the store of `a_store`."""
    names = {"{key}": CONFLICT, "{document}": REPORT}
    names["{identifier}"] = decision if "decision/" in path or path.endswith("/undo") else TEN
    for name, value in names.items():
        path = path.replace(name, value)
    return f"{path}?name={SOURCE}" if "/party" in path else path
