"""Input that is meant to harm: each is refused, or read within limits, in one clear line."""

from __future__ import annotations

import gzip
import json
import resource
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.ingest import Outcome
from sayso.ingest.web import Web, WebOptions
from tests.ingest.opening import documents, messages, read, read_bytes
from tests.ingest.pages import FIRST, SECOND, a_feed, a_page, an_entry
from tests.ingest.server import dripping
from tests.ingest.web.site import NOW, Site, a_web, an_answer, at

PAGE = "https://post.example/1"
MB = 1_000_000
#: 200 MB of zeros in 200 kB.
BOMB = gzip.compress(bytes(200 * MB), compresslevel=1)


def told(outcomes: list[Outcome]) -> str:
    """The one line that a refusal is."""
    (message,) = messages(outcomes)
    assert "\n" not in message
    return message


def grown_by(work: Callable[[], object]) -> float:
    """By how many megabytes the process's largest size grows while something is done."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    work()
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


def test_a_packed_file_that_grows_without_end_is_refused() -> None:
    assert grown_by(lambda: told(read_bytes(BOMB, "a.txt.gz", max_bytes=MB))) < 50
    assert told(read_bytes(BOMB, "a.txt.gz", max_bytes=MB)) == "a.txt: over the limit of 1 MB; --max-mb raises it"


def test_a_packed_file_of_one_endless_line_is_refused() -> None:
    outcomes = read_bytes(BOMB, "a.jsonl.gz", max_bytes=MB)
    assert told(outcomes) == "a.jsonl, line 1: over the limit of 1 MB; --max-mb raises it"


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip", "deflate"])
def test_a_packed_answer_that_grows_without_end_is_refused(encoding: str) -> None:
    packed = zlib.compress(bytes(200 * MB), 1) if encoding == "deflate" else BOMB
    web = a_web(Site({PAGE: lambda request: an_answer(packed, content_encoding=encoding)}))
    with pytest.raises(InputError, match=r"over the limit of 1 MB"):
        assert grown_by(lambda: web.fetch(PAGE, MB)) < 50


def test_an_answer_packed_twice_is_refused() -> None:
    web = a_web(Site({PAGE: lambda request: an_answer(gzip.compress(BOMB), content_encoding="gzip, gzip")}))
    with pytest.raises(InputError, match="which was not asked for"):
        web.fetch(PAGE, MB)


def test_broken_packing_is_one_line() -> None:
    web = a_web(Site({PAGE: lambda request: an_answer(b"no gzip at all", content_encoding="gzip")}))
    with pytest.raises(InputError, match="broken compression"):
        web.fetch(PAGE, MB)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_billion_laughs_are_refused(encoding: str) -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    prolog = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE rss [<!ENTITY l0 "ha">{entities}]>'
    feed = a_feed(an_entry("&l9;"), prolog=prolog)
    assert (
        told(read_bytes(feed.encode(encoding), "a.xml")) == "a.xml: XML that declares entities of its own is not read"
    )


def test_an_entity_that_opens_a_file_is_refused() -> None:
    prolog = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    assert "entities of its own" in told(read_bytes(a_feed(an_entry("&x;"), prolog=prolog).encode(), "a.xml"))


def test_an_encoding_does_not_hide_entities_from_the_check() -> None:
    prolog = '<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE rss +AFs +ADwAIQ-ENTITY x "ha">]>'
    assert "entities of its own" in told(read_bytes(a_feed(an_entry("&x;" * 50), prolog=prolog).encode(), "a.xml"))


def test_a_line_of_a_hundred_megabytes_is_passed_over_and_the_next_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    with file.open("wb") as out:
        out.write(b'{"text": "')
        for _ in range(100):
            out.write(b"a" * MB)
        out.write(b'"}\n' + json.dumps({"text": FIRST}).encode() + b"\n")
    outcomes: list[Outcome] = []
    assert grown_by(lambda: outcomes.extend(read([file]))) < 80
    assert [document.text for document in documents(outcomes)] == [FIRST]
    assert told(outcomes).endswith("line 1: over the limit of 10 MB; --max-mb raises it")


def test_deeply_nested_html_is_read_or_refused() -> None:
    for depth in (300, 100_000):
        page = f"<html><body>{'<div>' * depth}<p>{FIRST}</p><p>{SECOND}</p>{'</div>' * depth}</body></html>"
        outcomes = read_bytes(page.encode(), "a.html")
        assert len(outcomes) == 1


def test_deeply_nested_json_is_refused() -> None:
    line = b'{"text": ' + b"[" * 200_000 + b"]" * 200_000 + b"}"
    assert told(read_bytes(line, "a.jsonl")).startswith("a.jsonl, line 1: ")


def test_nul_bytes_make_no_text() -> None:
    for where in ("a.txt", "a.html", "a.xml", "a.csv"):
        assert "a binary file, not text" in told(read_bytes(b"text\n\x00" + FIRST.encode(), where))


def test_nul_characters_that_a_page_spells_out_do_not_reach_the_text() -> None:
    (document,) = documents(read_bytes(a_page(f"{FIRST}&#0; and more.", SECOND).encode(), "a.html"))
    assert "\x00" not in document.text


@pytest.mark.parametrize("hidden", ["\u202e", "\u2066", "\u200b", "\u200d", "\ufeff", "\u00ad"])
def test_invisible_characters_stay_where_they_are(hidden: str) -> None:
    """Offsets are the user's own: what a text hides is kept, and no reader breaks on it."""
    text = f"At least {hidden}12 sol{hidden}diers were killed."
    (document,) = documents(read_bytes(text.encode(), "a.txt"))
    assert document.text == text


def test_a_feed_that_leads_to_this_machine_is_refused() -> None:
    feed = a_feed(an_entry(link="https://post.example/1"), an_entry(link="http://127.0.0.1/admin"))
    site = Site({PAGE: lambda request: an_answer(status=302, location="http://localhost/admin")})
    web = a_web(site, resolve=at(**{"127.0.0.1": ("127.0.0.1",)}, localhost=("::1",)))
    outcomes = read_bytes(feed.encode(), "https://post.example/feed", retrieved_at=NOW, web=web)
    assert [message.partition(", ")[0] for message in messages(outcomes)] == [
        "localhost is at ::1",
        "127.0.0.1 is at 127.0.0.1",
    ]
    assert not documents(outcomes)


def impatient() -> Web:
    return Web(WebOptions(allow_private=True, pause=0.0, step_timeout=0.5, whole_timeout=1.0))


@pytest.mark.parametrize(
    ("head", "drop"),
    [
        (b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n", b"a"),
        (b"HTTP/1.1 200 OK\r\n", b"x"),
        (b"", b"H"),
    ],
)
def test_a_server_that_sends_a_byte_now_and_then_is_left(head: bytes, drop: bytes) -> None:
    with dripping(head, drop, every=0.1) as address:
        started = time.monotonic()
        with pytest.raises(InputError, match=r"no whole answer in time \(1 s\)|cannot be fetched"):
            impatient().fetch(f"{address}/1", MB)
        assert time.monotonic() - started < 3


def test_a_server_that_sends_without_end_is_left() -> None:
    with (
        dripping(b"HTTP/1.1 200 OK\r\n\r\n", b"a" * MB, every=0.0) as address,
        pytest.raises(InputError, match="limit"),
    ):
        impatient().fetch(f"{address}/1", MB)


def test_headers_without_end_are_left() -> None:
    server = dripping(b"HTTP/1.1 200 OK\r\n", b"a: b\r\n" * 10_000, every=0.0)
    with server as address, pytest.raises(InputError, match=r"cannot be fetched|in time"):
        impatient().fetch(f"{address}/1", MB)


def test_this_machine_is_not_asked_by_its_own_resolver_either() -> None:
    with dripping(b"", b"", every=0.1) as address, pytest.raises(InputError, match="not a public address"):
        Web(WebOptions(pause=0.0)).fetch(f"{address.replace('127.0.0.1', 'localhost')}/1", MB)


@pytest.mark.parametrize(
    ("address", "cause"),
    [
        ("file:///etc/passwd", "only http and https addresses are fetched"),
        ("gopher://post.example/1", "only http and https addresses are fetched"),
        ("https://user:secret@post.example/1", "a user name or password"),
        ("https://post.example:99999/", "no web address"),
        ("https:///1", "no web address"),
        ("http://post.example/\r\nx: y", "no web address"),
        ("http://[::1/", "no web address"),
    ],
)
def test_addresses_that_are_never_fetched(address: str, cause: str) -> None:
    site = Site({})
    message = told(read([address], web=a_web(site)))
    assert cause in message
    assert "secret" not in message
    assert site.asked == []


def test_a_loop_of_links_in_a_folder_ends(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(FIRST)
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    assert len(documents(read([tmp_path]))) == 1
    assert "self.txt: " in told(read([tmp_path / "self.txt"]))


def test_a_device_without_end_is_refused() -> None:
    assert "over the limit" in told(read(["/dev/zero"], max_bytes=MB))


RUBBISH = st.binary(max_size=2_000) | st.text(max_size=1_000).map(lambda text: text.encode())
#: What readers look for, in no sensible order.
SCRAPS = [
    "<p>",
    "</p>",
    "<div",
    ">",
    "<html",
    "<a",
    "href='",
    "&#0;",
    "&amp;",
    "<![CDATA[",
    "]]>",
    "<title>",
    "<rss>",
    "<channel>",
    "<item>",
    "<link>",
    "</link>",
    "{",
    "text,uri\n<description>",
    "<entry>",
    "<feed",
    "xmlns='http://www.w3.org/2005/Atom'>",
    "<content",
    "type='html'>",
    "<pubDate>",
    "\x0b",
    "\u202e",
    '"',
    ",",
    "\n",
    "\x00",
    "<meta\ncharset='",
    "property='article:published_time'",
    "content='",
    "<updated>99999-13-40T99:99:99Z</updated>",
    "At",
    "least",
    "12",
    "were",
    "killed.",
    '{"text":\n',
]
PIECES = st.lists(st.sampled_from(SCRAPS), max_size=40).map(lambda scraps: " ".join(scraps).encode())


@pytest.mark.parametrize("ending", ["txt", "jsonl", "csv", "html", "xml", "txt.gz", "unknown"])
@given(data=RUBBISH | PIECES)
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_read_or_refused_by_every_reader(ending: str, data: bytes) -> None:
    """No exception but InputError, which `read_bytes` turns into a failure; every refusal is one line."""
    for outcome in read_bytes(data, f"a.{ending}"):
        if messages([outcome]):
            assert len(told([outcome]).splitlines()) == 1


@given(data=RUBBISH, declared=st.text(max_size=20) | st.sampled_from(["utf-16", "hex", "idna", "rot13", "utf-7"]))
@settings(max_examples=60, deadline=None)
def test_any_declared_encoding_is_used_or_left(data: bytes, declared: str) -> None:
    assert isinstance(read_bytes(data, "a.txt", charset=declared), list)
