"""One module a format. A further one (WARC, PDF, mail) is a module here and its line in FORMATS."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from sayso.errors import InputError
from sayso.ingest.parcel import Outcome, Parcel, SourceOptions
from sayso.ingest.readers.feed import FEED
from sayso.ingest.readers.format import Format
from sayso.ingest.readers.html import HTML
from sayso.ingest.readers.rows import CSV, JSONL
from sayso.ingest.readers.text import TEXT

#: Asked in this order where only the first bytes can tell.
FORMATS: tuple[Format, ...] = (JSONL, CSV, FEED, HTML, TEXT)
#: What a folder is searched for.
ENDINGS: tuple[str, ...] = tuple(ending for form in FORMATS for ending in form.endings)

#: Media types that say nothing of the format.
_VAGUE = ("application/octet-stream", "binary/octet-stream", "text/xml", "application/xml", "application/json")


def read_parcel(parcel: Parcel, options: SourceOptions) -> Iterator[Outcome]:
    """The documents of a parcel, by the reader for its format; raises InputError where it cannot be read at all."""
    inner = parcel.unpacked()
    yield from format_of(inner).read(inner, options)


def format_of(parcel: Parcel) -> Format:
    """The format by declared media type, else by the ending of the name, else by the first bytes.

    Raises InputError for a media type that no reader takes.
    """
    declared = parcel.media_type if parcel.media_type not in _VAGUE else None
    if declared:
        found = next((form for form in FORMATS if declared in form.media_types), None)
        if found is None:
            raise InputError(f"{parcel.where}: {declared}, which no reader takes")
        return found
    ending = PurePath(parcel.where).suffix.lower()
    if (named := next((form for form in FORMATS if ending in form.endings), None)) is not None:
        return named
    first = parcel.peek()
    return next((form for form in FORMATS if form.recognises(first)), TEXT)


__all__ = ["ENDINGS", "FORMATS", "Format", "format_of", "read_parcel"]
