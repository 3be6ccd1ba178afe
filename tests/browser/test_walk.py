"""What an analyst does all day, in a real browser over the bundled samples."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from sayso.store import Store
from tests.browser import support

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def row_of(page: Page, side: str) -> str:
    """A side's row of the first table, on one line."""
    return re.sub(r"\s+", " ", page.locator(".tally").first.locator("tr", has_text=side).inner_text())


def test_from_the_tally_to_the_words_behind_31_in_three_clicks(page: Page) -> None:
    page.get_by_role("link", name="Nagorno-Karabakh, autumn 2020").first.click()
    page.locator(".tally").first.locator("tr", has_text="Armenian side").locator("a.num").first.click()
    page.get_by_role("link", name="“31 fighters had been killed”").first.click()
    page.wait_for_url(re.compile(r"/report/.*at=\d+-\d+#at"))
    shown = page.locator(".m-at")
    assert "31 fighters had been killed" in shown.first.inner_text()
    assert shown.first.is_visible()
    card = page.locator(".aside", has_text="31").first
    assert "Armenian government via TASS" in card.inner_text()


def test_the_policy_and_the_day_change_the_tally_and_stand_in_the_address(page: Page) -> None:
    page.goto(support.HOME)
    before = row_of(page, "Azerbaijani side")
    page.get_by_label("Policy").get_by_role("link", name="Own losses").click()
    assert "policy=own" in page.url
    assert row_of(page, "Azerbaijani side") != before
    own = row_of(page, "Armenian side")
    page.get_by_label("As of").fill("2020-09-27")
    page.wait_for_url(re.compile(r"as_of=2020-09-27"))
    assert "policy=own" in page.url
    assert row_of(page, "Armenian side") != own
    page.reload()
    assert "As on record on 2020-09-27" in page.inner_text("main")
    page.go_back()
    assert row_of(page, "Armenian side") == own


def test_claims_are_filtered(page: Page) -> None:
    page.goto("/search")
    everything = page.locator(".claim").count()
    page.get_by_label("Harm", exact=True).select_option(label="injured")
    page.get_by_label("Group", exact=True).select_option(label="civilians")
    page.get_by_role("button", name="Search").last.click()
    found = page.locator(".claim")
    assert 0 < found.count() < everything
    assert all("injured civilians" in text for text in found.all_inner_texts())
    assert "effect=injured" in page.url


def test_42_is_explained_as_31_and_11_with_what_it_leaves_out(page: Page) -> None:
    page.goto(f"{support.HOME}/explain")
    page.get_by_label(re.compile("number", re.I)).last.fill("42")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("n=42"))
    told = page.inner_text("main")
    assert "42 = 31 + 11" in told
    assert "Khazar Military Research Institute" in told
    assert "leaves out" in told.lower()


def test_keys_move_through_claims_and_find_the_search(page: Page) -> None:
    page.goto("/search?text=killed")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.locator("[data-item].here").count() == 1
    assert page.evaluate("document.querySelector('.here').contains(document.activeElement)")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"


def test_a_correction_changes_the_tally_and_undoing_it_brings_it_back(page: Page, store: Store) -> None:
    tally = f"{support.HOME}?policy=own&as_of=2020-09-28"
    page.goto(tally)
    before = row_of(page, "Armenian side")
    page.goto(f"/claim/{support.the_31(store)}")
    page.get_by_text("Correct it field by field").click()
    form = page.locator("details.correct form")
    form.get_by_label("At least").fill("33")
    form.get_by_label("At most").fill("33")
    form.get_by_label("Your name").fill("Ann Example")
    form.get_by_label("Why").fill("A misprint, by a later edition.")
    form.get_by_role("button", name="Correct").click()
    assert "Corrected by a person" in page.inner_text("main")
    assert "A misprint" in page.locator(".decision").last.inner_text()
    page.goto(tally)
    assert row_of(page, "Armenian side") != before
    page.go_back()
    page.locator(".decision").last.get_by_role("button", name="Undo").click()
    assert "Corrected by a person" not in page.inner_text("main")
    page.goto(tally)
    assert row_of(page, "Armenian side") == before


def test_the_second_of_two_people_keeps_what_was_entered(page: Page, store: Store, browser: Browser) -> None:
    where = f"/claim/{support.the_31(store)}"
    page.goto(where)
    page.locator("#verdict-by").fill("Ann Example")
    other = browser.new_context(base_url=page.url.split("/claim")[0]).new_page()
    other.goto(where)
    page.get_by_role("button", name="Accept").click()
    other.locator("#verdict-by").fill("Bea Example")
    other.locator("#verdict-note").fill("This needs a second look.")
    other.get_by_role("button", name="Reject").click()
    told = other.inner_text("main")
    assert "Somebody was first" in told
    assert "Ann Example accepted" in re.sub(r"\s+", " ", told)
    assert "This needs a second look." in told
    other.get_by_role("link", name="Leave it as it stands").click()
    assert "Accepted by a person" in other.inner_text("main")
    other.context.close()
    page.reload()
    page.locator(".decision").last.get_by_role("button", name="Undo").click()


def test_the_queue_is_worked_through_by_keys(page: Page) -> None:
    page.goto(f"{support.HOME}/review")
    page.locator("#me").fill("Ann Example")
    page.get_by_role("button", name="Begin").click()
    first = page.locator(".queued .claim a.num").first.get_attribute("href")
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.wait_for_function("href => !document.querySelector(`.queued a.num[href='${href}']`)", arg=first)
    page.goto("/decisions")
    page.locator(".decision").first.get_by_role("button", name="Undo").click()


@pytest.mark.parametrize("name", ["conflict", "report", "claim", "search"])
def test_pages_are_whole_without_scripts(browser: Browser, address: str, store: Store, name: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    shown = context.new_page()
    answer = shown.goto(support.every_page(store)[name])
    assert answer is not None
    assert answer.status == 200
    assert shown.locator("main a").count() > 5
    assert shown.locator("main").is_visible()
    context.close()
