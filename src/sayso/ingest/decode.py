"""Bytes to text: UTF-8 first, another encoding by detection, a clear refusal for what is no text."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from sayso.errors import InputError

#: Bytes that the detector looks at; more does not change its answer and costs time.
_SAMPLE_BYTES = 65_536

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text of some bytes; `notice` is a line for the user where the encoding had to be guessed."""

    text: str
    encoding: str
    notice: str | None = None


def decode(data: bytes, name: str, declared: str | None = None) -> Decoded:
    """Decode the bytes of `name`; raises InputError where they are empty or no text.

    `declared`: the encoding that a server or the page itself names; it is tried after a byte order mark and before
    UTF-8, and left aside where the bytes are not in it.
    """
    if not data.strip():
        raise InputError(f"{name}: the file is empty")
    encoding = _marked_encoding(data)
    if encoding is None and declared and (text := _decoded_as(data, declared)) is not None:
        return Decoded(text=text, encoding=declared.lower())
    if encoding is None and b"\x00" in data[:_SAMPLE_BYTES]:
        raise InputError(f"{name}: a binary file, not text; give plain text, HTML, a feed, CSV or JSONL")
    try:
        return Decoded(text=data.decode(encoding or "utf-8"), encoding=encoding or "utf-8")
    except UnicodeDecodeError:
        return _detected(data, name)


def _marked_encoding(data: bytes) -> str | None:
    return next((encoding for mark, encoding in _BYTE_ORDER_MARKS if data.startswith(mark)), None)


def _decoded_as(data: bytes, encoding: str) -> str | None:
    """The text, or None where the encoding is unknown, does not fit or would let NUL characters in."""
    try:
        text = data.decode(encoding)
    except (LookupError, ValueError):
        return None
    return text if isinstance(text, str) and "\x00" not in text else None


def _detected(data: bytes, name: str) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE_BYTES]).best()
    if best is None:
        raise InputError(f"{name}: neither UTF-8 nor any encoding that can be recognised; convert it to UTF-8")
    text = data.decode(best.encoding, "replace")
    return Decoded(text=text, encoding=best.encoding, notice=f"{name}: not UTF-8, read as {best.encoding}")
