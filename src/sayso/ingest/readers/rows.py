"""Files that hold a report a row: JSON lines and CSV, with the same columns.

`text` must be there; `doc_id`, `title`, `publisher`, `published` (YYYY-MM-DD) and `uri` may be.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from sayso.errors import InputError
from sayso.ingest.decode import decode
from sayso.ingest.document import Metadata, make_document, parse_date
from sayso.ingest.parcel import Failure, Ingested, Original, Outcome, Parcel, SourceOptions, too_large
from sayso.ingest.readers.format import Format

COLUMNS = ("doc_id", "text", "title", "publisher", "published", "uri")
JSON_MEDIA_TYPE = "application/json"
CSV_MEDIA_TYPE = "text/csv"


def _read_jsonl(parcel: Parcel, options: SourceOptions) -> Iterator[Outcome]:
    number = 0
    for number, line in enumerate(parcel.lines(options.max_bytes), start=1):
        where = f"{parcel.where}, line {number}"
        if line is None:
            yield Failure(name=where, message=too_large(where, options.max_bytes))
        elif line.strip():
            try:
                yield _jsonl_document(line, where, options)
            except InputError as error:
                yield Failure(name=where, message=str(error))
    if number == 0:
        raise InputError(f"{parcel.where}: the file is empty")


def _jsonl_document(line: bytes, where: str, options: SourceOptions) -> Ingested:
    decoded = decode(line, where)
    try:
        row: Any = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{where}: no JSON ({error})") from error
    if not isinstance(row, dict):
        raise InputError(f"{where}: a JSON object is needed, not {type(row).__name__}")
    return _ingested(row, where, options, Original.of(line, JSON_MEDIA_TYPE))


def _read_csv(parcel: Parcel, options: SourceOptions) -> Iterator[Outcome]:
    original = Original.of(parcel.read(options.max_bytes), CSV_MEDIA_TYPE, parcel.retrieved_at)
    decoded = decode(original.data, parcel.where, parcel.charset)
    table = csv.DictReader(io.StringIO(decoded.text, newline=""), strict=True)
    try:
        if "text" not in (table.fieldnames or ()):
            raise InputError(f'{parcel.where}: its first line names no column "text"')
        for row in table:
            yield _csv_document(row, f"{parcel.where}, line {table.line_num}", options, original)
    except csv.Error as error:
        raise InputError(f"{parcel.where}, line {table.line_num + 1}: no readable CSV ({error})") from error


def _csv_document(row: Mapping[str, Any], where: str, options: SourceOptions, original: Original) -> Outcome:
    try:
        if None in row:
            raise InputError(f"{where}: more cells than the first line has columns")
        return _ingested({key: row.get(key) or None for key in COLUMNS}, where, options, original)
    except InputError as error:
        return Failure(name=where, message=str(error))


def _ingested(row: Mapping[str, Any], where: str, options: SourceOptions, original: Original) -> Ingested:
    if not isinstance(row.get("text"), str) or not row["text"].strip():
        raise InputError(f'{where}: needs "text", a string that is not empty')
    document = make_document(row["text"], _row_metadata(row, where, options, original))
    return Ingested(document=document, original=original)


def _row_metadata(row: Mapping[str, Any], where: str, options: SourceOptions, original: Original) -> Metadata:
    for key in COLUMNS:
        if row.get(key) is not None and not isinstance(row[key], str):
            raise InputError(f'{where}: "{key}" must be a string')
    published = options.published or (parse_date(row["published"], where) if row.get("published") else None)
    return Metadata(
        name=row.get("doc_id") or where,
        uri=row.get("uri"),
        title=row.get("title"),
        publisher=options.publisher or row.get("publisher"),
        published=published,
        published_basis="given" if options.published else "metadata",
        retrieved_at=original.retrieved_at,
        raw_digest=original.digest,
    )


def _is_jsonl(first: bytes) -> bool:
    """Whether the first line is a whole JSON object with a text, so that prose that starts with a brace stays prose."""
    line, end, _ = first.lstrip().partition(b"\n")
    if not line.startswith(b"{"):
        return False
    if not end:
        return b'"text"' in line and line.lstrip(b"{ ").startswith(b'"')
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(row, dict) and "text" in row


JSONL = Format(
    name="JSON lines",
    media_types=("application/jsonl", "application/x-ndjson", "application/json-lines"),
    endings=(".jsonl", ".ndjson"),
    recognises=_is_jsonl,
    read=_read_jsonl,
)
CSV = Format(
    name="CSV",
    media_types=(CSV_MEDIA_TYPE,),
    endings=(".csv",),
    recognises=lambda first: False,  # prose has commas too
    read=_read_csv,
)
