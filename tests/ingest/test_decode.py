from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.ingest import decode

ACCENTS = "Le porte-parole a déclaré que neuf soldats étaient portés disparus près de la frontière. " * 5


def test_utf8_is_read_without_a_word() -> None:
    decoded = decode("Ağdərə".encode(), "a.txt")
    assert (decoded.text, decoded.notice) == ("Ağdərə", None)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_encoding_and_is_not_text(encoding: str) -> None:
    assert decode("Nine fled.".encode(encoding), "a.txt").text == "Nine fled."


def test_another_encoding_is_detected_and_told() -> None:
    decoded = decode(ACCENTS.encode("latin-1"), "a.txt")
    assert decoded.text == ACCENTS
    assert decoded.notice is not None
    assert decoded.notice.startswith("a.txt: not UTF-8, read as ")


@pytest.mark.parametrize("data", [b"", b"  \n\t "])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"a\.txt: the file is empty"):
        decode(data, "a.txt")


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"\x7fELF\x02\x01\x01\x00\x00"])
def test_a_binary_file_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="binary"):
        decode(data, "a.bin")


@given(st.binary())
def test_any_bytes_are_read_or_refused_in_one_line(data: bytes) -> None:
    refusal = ""
    try:
        text = decode(data, "a.txt").text
    except InputError as error:
        refusal, text = str(error), ""
    assert text or refusal
    assert "\n" not in refusal
