"""Every page over the bundled samples: complete, marked as samples, and every number a link to its words."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient

from tests.serve.desks import KARABAKH, a_client

HOME = f"/conflict/{KARABAKH}"
PAGES = ("", "/timeline", "/disputes", "/incidents", "/sources", "/reports", "/explain", "/explain?n=42")


@pytest.fixture(scope="module")
def client() -> TestClient:
    return a_client()


class Links(HTMLParser):
    """The links of a page: address, class and words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str, str]] = []
        self._open: tuple[str, str] | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            told = dict(attrs)
            self._open = (told.get("href") or "", told.get("class") or "")

    def handle_data(self, data: str) -> None:
        if self._open:
            self.found.append((*self._open, data.strip()))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._open = None


def reached(client: TestClient, start: str) -> set[str]:
    """Every address of ours that can be reached from a page."""
    seen: set[str] = set()
    left = [start]
    while left:
        path = left.pop()
        if path in seen or path.startswith(("/theme", "/api/", "#")):
            continue
        seen.add(path)
        answer = client.get(path)
        assert answer.status_code == 200, path
        left.extend(href.split("#")[0] for href, _, _ in Links(answer.text).found if href.startswith("/"))
    return seen


def test_no_link_leads_nowhere(client: TestClient) -> None:
    seen = reached(client, "/")
    assert {f"{HOME}/disputes", "/about", "/search"} <= seen
    assert sum(path.startswith("/claim/") for path in seen) > 30
    assert sum(path.startswith("/report/") for path in seen) > 8


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_that_these_are_samples(client: TestClient, page: str) -> None:
    assert "no source about the world" in client.get(f"{HOME}{page}").text


def test_from_the_tally_to_the_words_behind_31_in_three_clicks(client: TestClient) -> None:
    """As of the second day; the number of the tally, then a claim behind it, then its words in the report."""
    start = client.get(f"{HOME}?policy=own&as_of=2020-09-28").text
    tally = next(href for href, name, told in Links(start).found if ("num" in name and "31" in told) or told == "58")
    claims = client.get(tally).text
    claim = next(href for href, _, told in Links(claims).found if href.startswith("/claim/") and told == "31")
    shown = next(href for href, _, _ in Links(client.get(claim).text).found if href.startswith("/report/"))
    report = client.get(shown).text
    assert re.search(r'class="m[^"]*m-at[^"]*">(<a[^>]*>)?[^<]*31', report)


def test_the_policy_and_the_day_change_the_tallies(client: TestClient) -> None:
    first = client.get(HOME).text
    assert client.get(f"{HOME}?policy=independent").text != first
    assert client.get(f"{HOME}?as_of=2020-09-27").text != first


def test_explain_shows_the_sum_its_parts_and_their_words(client: TestClient) -> None:
    text = client.get(f"{HOME}/explain?n=42").text
    assert "42 = 31 + 11" in text
    assert "by arithmetic; no report says so" in text
    assert "31 fighters had been killed" in text


def test_explain_says_when_nothing_makes_a_number(client: TestClient) -> None:
    assert "Nothing on record makes it" in client.get(f"{HOME}/explain?n=987654").text


def test_a_report_marks_source_cue_content_and_figures(client: TestClient) -> None:
    found = client.get(f"{HOME}/reports").text
    report = next(href for href, _, told in Links(found).found if "42" in told)
    text = client.get(report).text
    for mark in ("m-source", "m-cue", "m-content", "m-claim", "m-unused", "m-noise"):
        assert mark in text


@pytest.mark.parametrize(
    ("at", "status"), [("0-0", 404), ("5-2", 404), ("1-99999999", 404), ("x", 422), ("1-2-3", 422), ("-1-4", 422)]
)
def test_words_that_a_report_does_not_have_are_told(client: TestClient, at: str, status: int) -> None:
    found = client.get(f"{HOME}/reports").text
    report = next(href for href, _, _ in Links(found).found if href.startswith("/report/"))
    assert client.get(report, params={"at": at}).status_code == status


def test_search_leaves_empty_fields_out(client: TestClient) -> None:
    answer = client.get("/search?text=&effect=killed&said_from=&side=")
    assert answer.status_code == 200
    assert "killed" in answer.text


@pytest.mark.parametrize(
    "path", ["/nothing", "/claim/nothing", "/report/nothing", "/conflict/nothing", f"{HOME}/source?name=Nobody"]
)
def test_what_is_not_there_is_told_as_a_page(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "<h1>Nothing is here</h1>" in answer.text


def test_a_page_that_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    client.get(HOME)
    first = client.get(HOME)
    again = client.get(HOME, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get(f"{HOME}?policy=own", headers={"if-none-match": first.headers["etag"]})
    assert other.status_code == 200


def test_the_theme_is_kept_and_leads_back(client: TestClient) -> None:
    answer = client.get("/theme", params={"to": "dark", "back": HOME})
    assert (answer.status_code, answer.headers["location"]) == (303, HOME)
    assert 'data-theme="dark"' in client.get("/about").text
    client.cookies.clear()


@pytest.mark.parametrize(
    "back", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "x", "/a\r\nb: c"]
)
def test_the_theme_leads_back_to_our_pages_only(client: TestClient, back: str) -> None:
    assert client.get("/theme", params={"to": "dark", "back": back}).headers["location"] == "/"
    client.cookies.clear()


def test_sides_stand_in_alphabetical_order_and_all_sides_last(client: TestClient) -> None:
    text = client.get(HOME).text
    rows = re.findall(r'<th scope="row">([^<]*)</th>', text[: text.index("Injured")])
    assert rows == ["Armenian side", "Azerbaijani side", "Both sides", "All sides"]


@pytest.mark.parametrize("query", ["", "?theme=dark", "?whole=yes", "?as_of=2020-09-27"])
def test_the_chart_fits_the_policy_of_the_pages_and_links_its_marks(client: TestClient, query: str) -> None:
    answer = client.get(f"{HOME}/timeline.svg{query}")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert "style" not in answer.text
    assert re.search(r'href="/claim/[0-9a-f]+"', answer.text)
    assert ("#56b4e9" in answer.text) == ("dark" in query)
