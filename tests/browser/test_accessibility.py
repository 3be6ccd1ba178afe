"""Every page in every state, in light and dark, on phone and desktop: no serious fault by axe, nothing too wide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from sayso.store import Store
from tests.browser import support
from tests.browser.states import every_state

if TYPE_CHECKING:
    from playwright.sync_api import Browser


#: What WCAG AA asks; in the dark only colours can differ from the light.
RULES: dict[str, dict[str, Any]] = {
    "light": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "dark": {"type": "rule", "values": ["color-contrast"]},
}


def faults(results: dict[str, Any]) -> list[str]:
    """The serious and critical faults, one line each, with the first element that has it."""
    bad = [one for one in results["violations"] if one["impact"] in ("serious", "critical")]
    return [f"{one['id']}: {one['help']}: {one['nodes'][0]['html'][:160]}" for one in bad]


#: Colours do not depend on the size of the screen, nor widths on colours.
@pytest.mark.parametrize(("size", "scheme"), [("desktop", "light"), ("phone", "light"), ("desktop", "dark")])
def test_no_page_has_a_serious_fault_or_is_wider_than_the_screen(
    browser: Browser, address: str, reviewed: Store, size: str, scheme: Any
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    viewport = support.DESKTOP if size == "desktop" else support.PHONE
    context = browser.new_context(base_url=address, viewport=viewport, color_scheme=scheme)
    page, axe = context.new_page(), Axe()
    found: dict[str, list[str]] = {}
    for name, state in every_state(reviewed).items():
        state.reach(page)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        told = faults(axe.run(page, options={"resultTypes": ["violations"], "runOnly": RULES[scheme]}).response)
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found[name] = [*told, *([f"{wider} pixels wider than the screen"] if wider > 0 else [])]
    context.close()
    assert {name: told for name, told in found.items() if told} == {}
