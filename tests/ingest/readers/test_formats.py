from __future__ import annotations

import gzip

import pytest

from sayso.ingest.parcel import Parcel, in_memory
from sayso.ingest.readers import FORMATS, format_of
from tests.ingest.opening import documents, messages, read_bytes
from tests.ingest.pages import a_feed, a_page

JSON_LINE = b'{"doc_id": "x", "text": "Nine fled."}\n'


def recognised(data: bytes, where: str = "it", media_type: str | None = None) -> str:
    return format_of(Parcel(where=where, name="it", stream=in_memory(data), media_type=media_type)).name


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (a_page().encode(), "HTML"),
        (b"\n<!-- x --><HTML><body>", "HTML"),
        (a_feed().encode(), "RSS or Atom"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', "RSS or Atom"),
        (JSON_LINE, "JSON lines"),
        (JSON_LINE[:-1], "JSON lines"),
        (b"{nine} fled, it said\n", "text"),
        (b'{"a": 1}\n', "text"),
        (b"Nine fled, ten stayed.", "text"),
        (b"", "text"),
    ],
)
def test_the_first_bytes_tell_where_nothing_else_does(data: bytes, form: str) -> None:
    assert recognised(data) == form


def test_the_ending_beats_the_first_bytes_and_the_media_type_beats_both() -> None:
    assert recognised(a_page().encode(), "a.txt") == "text"
    assert recognised(a_page().encode(), "a.txt", "application/atom+xml") == "RSS or Atom"
    assert recognised(a_page().encode(), "a", "application/octet-stream") == "HTML"
    assert recognised(a_feed().encode(), "a", "text/xml") == "RSS or Atom"


def test_a_media_type_that_no_reader_takes_is_told() -> None:
    (message,) = messages(read_bytes(b"%PDF-1.7", "https://x.example/a", media_type="application/pdf"))
    assert message == "https://x.example/a: application/pdf, which no reader takes"


def test_no_ending_and_no_media_type_is_claimed_twice() -> None:
    for claimed in ([form.endings for form in FORMATS], [form.media_types for form in FORMATS]):
        every = [one for some in claimed for one in some]
        assert len(every) == len(set(every))


@pytest.mark.parametrize("where", ["a.html.gz", "a.gz"])
def test_a_packed_file_is_read_as_what_is_in_it(where: str) -> None:
    (document,) = documents(read_bytes(gzip.compress(a_page().encode()), where))
    assert "through the night" in document.text


@pytest.mark.parametrize("data", [b"no gzip", gzip.compress(a_page().encode())[:40], b"", b"\x1f\x8b"])
def test_a_broken_packed_file_is_told(data: bytes) -> None:
    (message,) = messages(read_bytes(data, "a.txt.gz"))
    assert "\n" not in message
