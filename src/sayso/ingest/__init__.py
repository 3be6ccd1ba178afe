"""Bytes to Document."""

from __future__ import annotations

from sayso.ingest.decode import decode
from sayso.ingest.document import Metadata, make_document, parse_date
from sayso.ingest.sources import Failure, Ingested, Outcome, SourceOptions, find_files, open_sources

__all__ = [
    "Failure",
    "Ingested",
    "Metadata",
    "Outcome",
    "SourceOptions",
    "decode",
    "find_files",
    "make_document",
    "open_sources",
    "parse_date",
]
