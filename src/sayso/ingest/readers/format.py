"""What a reader declares: how its format is known, and the function that reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sayso.ingest.parcel import Outcome, Parcel, SourceOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format of reports."""

    name: str
    media_types: tuple[str, ...]
    #: Endings of file names, in lower case with their dot.
    endings: tuple[str, ...]
    #: Whether the first bytes (at most ``parcel.SNIFFED_BYTES``) are of this format.
    recognises: Callable[[bytes], bool]
    #: Yields a document or a failure for each report; raises InputError where nothing can be read.
    read: Callable[[Parcel, SourceOptions], Iterator[Outcome]]
