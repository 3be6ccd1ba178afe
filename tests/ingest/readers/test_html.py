from __future__ import annotations

from datetime import date

import pytest

from tests.ingest.opening import documents, messages, notices, read_bytes
from tests.ingest.pages import FIRST, SECOND, a_page

ABOUT = (
    '<meta property="og:site_name" content="The Northland Post">'
    '<meta property="article:published_time" content="2021-03-04T10:00:00Z">'
)


def test_the_text_is_the_article_with_its_headline_and_nothing_around_it() -> None:
    (document,) = documents(read_bytes(a_page(head=ABOUT).encode(), "a.html"))
    assert document.text == f"Twelve soldiers killed at the border\n\n{FIRST}\n\n{SECOND}"


def test_the_page_tells_title_publisher_date_and_language() -> None:
    (document,) = documents(read_bytes(a_page(head=ABOUT).encode(), "a.html"))
    assert document.title == "Twelve soldiers killed at the border"
    assert document.publisher == "The Northland Post"
    assert (document.published, document.published_basis) == (date(2021, 3, 4), "metadata")
    assert document.lang == "en"


def test_a_page_without_a_date_has_none() -> None:
    text = f"{FIRST} It was the worst day since 3 May 2019."
    (document,) = documents(read_bytes(a_page(text, SECOND).encode(), "a.html"))
    assert document.published is None


def test_a_headline_that_stands_only_in_the_head_is_set_before_the_text() -> None:
    page = a_page(head=ABOUT).replace("<h1>Twelve soldiers killed at the border</h1>", "")
    (document,) = documents(read_bytes(page.encode(), "a.html"))
    assert document.text.startswith("Twelve soldiers killed at the border\n\nAt least 12 soldiers")


def test_the_same_page_gives_the_same_text_and_keeps_its_bytes() -> None:
    data = a_page().encode()
    first, second = (read_bytes(data, "a.html")[0] for _ in range(2))
    assert first == second
    assert first.original.data == data  # type: ignore[union-attr]
    assert first.document.raw_digest == first.original.digest  # type: ignore[union-attr]


def test_another_language_is_told_and_recorded() -> None:
    outcomes = read_bytes(a_page(lang="de-AT").encode(), "a.html")
    assert documents(outcomes)[0].lang == "de"
    assert notices(outcomes) == ["a.html: declares the language de; only English is read"]


@pytest.mark.parametrize("encoding", ["windows-1252", "iso-8859-1", "utf-16"])
def test_a_declared_encoding_is_used(encoding: str) -> None:
    page = a_page("Twelve soldiers were killed at Café Étoile.", SECOND, head=f'<meta charset="{encoding}">')
    (document,) = documents(read_bytes(page.encode(encoding), "a.html"))
    assert "Café Étoile" in document.text


@pytest.mark.parametrize("declared", ["utf-8", "no-such-encoding", "ascii", "utf-16"])
def test_a_wrongly_declared_encoding_is_left_aside(declared: str) -> None:
    page = a_page("Twelve soldiers were killed at Café Étoile, près de la frontière.", SECOND)
    (document,) = documents(read_bytes(page.encode("latin-1"), "a.html", charset=declared))
    assert "Café Étoile" in document.text


def test_a_sample_page_is_known_as_one() -> None:
    mark = "Sample text written to test software; the outlet does not exist"
    page = a_page(mark, FIRST, SECOND).replace("<h1>Twelve soldiers killed at the border</h1>", "")
    (document,) = documents(read_bytes(page.encode(), "a.html"))
    assert document.sample


def test_what_the_caller_knows_comes_first() -> None:
    listed = {"title": "T", "publisher": "P", "published": "2020-01-01", "uri": "example:1"}
    (document,) = documents(read_bytes(a_page(head=ABOUT).encode(), "a.html", listed=listed))
    assert (document.title, document.publisher, document.uri) == ("T", "P", "example:1")
    assert document.published == date(2020, 1, 1)


@pytest.mark.parametrize("page", ["<html></html>", "<html><body></body></html>", "<!doctype html>"])
def test_a_page_without_an_article_is_told(page: str) -> None:
    (message,) = messages(read_bytes(page.encode(), "a.html"))
    assert message.startswith("a.html: no article text in the page")
