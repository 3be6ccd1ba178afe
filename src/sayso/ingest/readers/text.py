"""Plain text: the file is the document, untouched but for its line ends."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.ingest.decode import decode
from sayso.ingest.document import make_document
from sayso.ingest.parcel import Ingested, Original, Outcome, Parcel, SourceOptions
from sayso.ingest.readers.format import Format

MEDIA_TYPE = "text/plain"


def _read(parcel: Parcel, options: SourceOptions) -> Iterator[Outcome]:
    original = Original.of(parcel.read(options.max_bytes), MEDIA_TYPE, parcel.retrieved_at)
    decoded = decode(original.data, parcel.where, parcel.charset)
    document = make_document(decoded.text, parcel.metadata(options, original.digest))
    yield Ingested(document=document, notice=decoded.notice, original=original)


TEXT = Format(
    name="text",
    media_types=(MEDIA_TYPE,),
    endings=(".txt", ".text"),
    recognises=lambda first: True,
    read=_read,
)
