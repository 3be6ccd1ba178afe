"""Text and what is known of it to a Document with stable identifiers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from sayso.errors import InputError
from sayso.model import Document, Noise, PublishedBasis, digest

#: The first line of a text that was written to test software begins so; such a text is never a source about the world.
SAMPLE_MARK = "Sample text written to test software"

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known of a report beside its text; every field may be unknown."""

    name: str
    uri: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    published_basis: PublishedBasis | None = None
    retrieved_at: datetime | None = None
    raw_digest: str | None = None
    #: ISO 639 code of the language.
    lang: str = "en"


def make_document(text: str, metadata: Metadata) -> Document:
    """A Document of the text as it stands (CRLF turned to LF, nothing else changed).

    A lone surrogate, which no encoding can carry, becomes U+FFFD so that the record can always be written.
    """
    clean = _LONE_SURROGATE.sub("\ufffd", text.replace("\r\n", "\n"))
    text_digest = digest(clean, length=64)
    return Document(
        id=digest(text_digest, metadata.uri, metadata.publisher, metadata.published),
        text=clean,
        name=metadata.name,
        uri=metadata.uri,
        text_digest=text_digest,
        raw_digest=metadata.raw_digest,
        title=metadata.title,
        publisher=metadata.publisher,
        published=metadata.published,
        published_basis=metadata.published_basis if metadata.published else None,
        retrieved_at=metadata.retrieved_at,
        lang=metadata.lang,
        noise=_sample_notice(clean),
        sample=clean.startswith(SAMPLE_MARK),
    )


def _sample_notice(text: str) -> tuple[Noise, ...]:
    if not text.startswith(SAMPLE_MARK):
        return ()
    end = text.find("\n")
    return (Noise(start=0, end=len(text) if end < 0 else end, reason="notice of a sample text"),)


def headlined(title: str | None, text: str) -> str:
    """The text with its headline before it, where it does not print it in its first lines and is no sample."""
    first = [" ".join(line.split()) for line in text.split("\n", 6)[:6]]
    if title is None or text.startswith(SAMPLE_MARK) or any(title in line for line in first):
        return text
    return f"{title}\n\n{text}"


def parse_date(value: str, where: str) -> date:
    """An ISO 8601 date; raises InputError naming where it stands."""
    try:
        return date.fromisoformat(value.strip())
    except (ValueError, AttributeError) as error:
        raise InputError(f"{where}: {value!r} is no date; write it as YYYY-MM-DD") from error
