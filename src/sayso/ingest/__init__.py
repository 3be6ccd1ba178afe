"""Bytes to Document."""

from __future__ import annotations

from sayso.ingest.decode import decode
from sayso.ingest.document import Metadata, make_document, parse_date
from sayso.ingest.parcel import MEGABYTE, Failure, Ingested, Original, Outcome, SourceOptions
from sayso.ingest.sources import find_files, is_address, open_sources

__all__ = [
    "MEGABYTE",
    "Failure",
    "Ingested",
    "Metadata",
    "Original",
    "Outcome",
    "SourceOptions",
    "decode",
    "find_files",
    "is_address",
    "make_document",
    "open_sources",
    "parse_date",
]
