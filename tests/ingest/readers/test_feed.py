from __future__ import annotations

from datetime import date

import pytest

from sayso.ingest.web import Web
from tests.ingest.opening import documents, messages, notices, read_bytes
from tests.ingest.pages import FIRST, a_feed, a_page, an_entry, long_text
from tests.ingest.web.site import NOW, Site, a_web

LINK = "https://post.example/1"


def a_site(**pages: str) -> Web:
    return a_web(Site({f"https://post.example/{name}": page for name, page in pages.items()}))


def test_a_full_entry_is_read_from_the_feed() -> None:
    outcomes = read_bytes(a_feed(an_entry(long_text())).encode(), "a.xml", retrieved_at=NOW, web=a_site())
    (document,) = documents(outcomes)
    assert document.text == f"Twelve killed\n\n{long_text()}"
    assert (document.title, document.publisher, document.uri) == ("Twelve killed", "The Northland Post", LINK)
    assert (document.published, document.published_basis) == (date(2021, 3, 4), "metadata")
    assert notices(outcomes) == []


def test_markup_in_an_entry_is_read_as_paragraphs() -> None:
    body = f"<![CDATA[<p>{long_text()}</p><p>Three others are missing, it said.</p>]]>"
    (document,) = documents(read_bytes(a_feed(an_entry(body)).encode(), "a.xml"))
    assert document.text.endswith("\n\nThree others are missing, it said.")
    assert "<" not in document.text


def test_an_atom_entry_with_content_is_read() -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><title>T</title><id>urn:1</id>'
        f'<updated>2021-03-05T00:00:00Z</updated><summary>x</summary><content type="html">{long_text()}</content>'
        "</entry></feed>"
    )
    (document,) = documents(read_bytes(atom.encode(), "a.atom"))
    assert (document.name, document.published) == ("urn:1", date(2021, 3, 5))
    assert long_text() in document.text


def test_the_page_behind_a_summary_is_read_when_the_feed_came_from_the_web() -> None:
    outcomes = read_bytes(
        a_feed().encode(), "https://post.example/feed", retrieved_at=NOW, web=a_site(**{"1": a_page()})
    )
    (document,) = documents(outcomes)
    assert document.uri == LINK
    assert "shelling went on through the night" in document.text


@pytest.mark.parametrize("follow", [True, False])
def test_the_page_behind_a_summary_in_a_file_is_fetched_only_when_asked_for(follow: bool) -> None:
    outcomes = read_bytes(a_feed().encode(), "a.xml", web=a_site(**{"1": a_page()}), follow=follow)
    (document,) = documents(outcomes)
    assert ("through the night" in document.text) is follow
    assert bool(notices(outcomes)) is not follow


def test_a_summary_that_cannot_be_followed_is_read_and_told() -> None:
    outcomes = read_bytes(a_feed().encode(), "a.xml")
    assert FIRST in documents(outcomes)[0].text
    assert "only a summary of its page is in the feed" in notices(outcomes)[0]


def test_a_page_that_is_gone_is_told_and_the_other_entries_are_read() -> None:
    feed = a_feed(an_entry(link="https://post.example/gone"), an_entry(long_text()))
    outcomes = read_bytes(feed.encode(), "https://post.example/feed", retrieved_at=NOW, web=a_site())
    assert len(documents(outcomes)) == 1
    assert messages(outcomes) == ["https://post.example/gone: the server answers 404 Not Found"]


def test_a_feed_does_not_lead_to_further_feeds() -> None:
    web = a_web(Site({LINK: a_feed()}, media_type="application/rss+xml"))
    (message,) = messages(
        read_bytes(a_feed().encode(), "f", retrieved_at=NOW, web=web, media_type="application/rss+xml")
    )
    assert "not a page, behind a link of a feed" in message


def test_an_entry_without_text_is_told() -> None:
    (message,) = messages(read_bytes(a_feed(an_entry("")).encode(), "a.xml"))
    assert message == "a.xml, entry 1: holds no text; --follow fetches the page it links to"


@pytest.mark.parametrize("data", [b"<a><b/></a>", b"plain words", b"<rss", b"\x00\x01"])
def test_what_is_no_feed_is_told(data: bytes) -> None:
    (message,) = messages(read_bytes(data, "a.xml"))
    assert message.startswith("a.xml: ")
