"""Reports on their way in, for the tests of readers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sayso.errors import InputError
from sayso.ingest import Failure, Ingested, Outcome, SourceOptions, find_files, open_sources
from sayso.ingest.parcel import Parcel, in_memory
from sayso.ingest.readers import read_parcel
from sayso.model import Document


def read(paths: Sequence[Path | str], stdin: bytes = b"", **options: object) -> list[Outcome]:
    """Everything that comes of the paths."""
    files = list(find_files([str(path) for path in paths]))
    return list(open_sources(files, SourceOptions(**options), lambda: stdin))  # type: ignore[arg-type]


def read_bytes(data: bytes, where: str, **options: object) -> list[Outcome]:
    """What comes of bytes called `where`; a refusal as a whole is a failure like any other."""
    known: dict[str, object] = {"where": where, "name": "it", "stream": in_memory(data)}
    chosen = SourceOptions(**{k: options.pop(k) for k in ("max_bytes", "web", "follow") if k in options})  # type: ignore[arg-type]
    try:
        return list(read_parcel(Parcel(**{**known, **options}), chosen))  # type: ignore[arg-type]
    except InputError as error:
        return [Failure(name="it", message=str(error))]


def documents(outcomes: Sequence[Outcome]) -> list[Document]:
    return [outcome.document for outcome in outcomes if isinstance(outcome, Ingested)]


def messages(outcomes: Sequence[Outcome]) -> list[str]:
    return [outcome.message for outcome in outcomes if isinstance(outcome, Failure)]


def notices(outcomes: Sequence[Outcome]) -> list[str]:
    return [outcome.notice for outcome in outcomes if isinstance(outcome, Ingested) and outcome.notice]
