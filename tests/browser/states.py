"""Pages in the states that a plain address does not show: forms open, refusals, nothing found, two people at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.serve.desk import links
from sayso.serve.web.rendering import CODER_COOKIE
from sayso.store import Store
from tests.browser import support

if TYPE_CHECKING:
    from playwright.sync_api import Page

#: Somebody who has neither coded nor decided anything.
NEW_CODER = "Cleo%20Example"


@dataclass(frozen=True)
class State:
    """Where a page is, as whom it is looked at, and what is done there before it is looked at."""

    path: str
    prepare: Callable[[Page], object] = lambda page: None
    #: The name in the cookie, as a cookie spells it; empty: none yet.
    coder: str = "Ann%20Example"

    def reach(self, page: Page) -> None:
        """Bring a page of a browser into this state."""
        page.context.clear_cookies()
        page.goto("/about")
        if self.coder:
            page.context.add_cookies([{"name": CODER_COOKIE, "value": self.coder, "url": page.url}])
        page.goto(self.path)
        self.prepare(page)


def every_state(store: Store) -> dict[str, State]:
    """Name -> page in a state; every page as its address shows it is among them."""
    plain = {name: State(path) for name, path in support.every_page(store).items()}
    pages = support.every_page(store)
    claim = store.claim(support.the_31(store))
    assert claim is not None
    return plain | {
        "conflict-nothing": State(f"{support.HOME}?policy=independent&as_of=2020-09-27"),
        "conflict-ucdp": State(f"{support.HOME}?policy=ucdp"),
        "report-at": State(links.evidence(claim.claim.evidence[0])),
        "explain-empty": State(f"{support.HOME}/explain"),
        "explain-nothing": State(f"{support.HOME}/explain?n=77777"),
        "search-nothing": State("/search?text=zeppelin"),
        "search-narrowed": State("/search?effect=injured&group=combatant"),
        "review-first-time": State(pages["review"], coder=""),
        "claim-open": State(pages["claim"], _open),
        "code-new": State(pages["code"], coder=NEW_CODER),
        "somebody-was-first": State(pages["claim"], _too_late),
        "correction-too-late": State(pages["claim"], _corrected_too_late),
        "correction-refused": State(pages["claim"], _corrected_wrongly),
        "entry-refused": State(pages["enter"], _entered_without_words),
        "asked-wrongly": State("/search?effect=zeppelin"),
    }


def _open(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")


def _seen_nothing(page: Page) -> None:
    page.evaluate("document.querySelectorAll('[name=expected]').forEach((one) => { one.value = '0'; })")


def _too_late(page: Page) -> None:
    _seen_nothing(page)
    page.locator("#verdict-note").fill("This needs a second look.")
    page.get_by_role("button", name="Reject").click()


def _corrected_too_late(page: Page) -> None:
    _open(page)
    _seen_nothing(page)
    _correct(page, low="35", high="35")


def _corrected_wrongly(page: Page) -> None:
    _open(page)
    _correct(page, low="40", high="30")


def _correct(page: Page, low: str, high: str) -> None:
    form = page.locator("details.correct form")
    form.get_by_label("At least").fill(low)
    form.get_by_label("At most").fill(high)
    form.get_by_label("Why").fill("Counted again.")
    form.get_by_role("button", name="Correct").click()


def _entered_without_words(page: Page) -> None:
    page.get_by_label("At least").fill("3")
    page.get_by_label("At most").fill("3")
    page.get_by_role("button", name="Enter").click()
