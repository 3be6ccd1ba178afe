"""Paths, folders, standard input and JSONL files to a stream of documents, with every failure beside them.

A failure never stops the stream: it is yielded in its place, so that the rest of a batch is still read.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from sayso.errors import InputError
from sayso.ingest.decode import decode
from sayso.ingest.document import Metadata, make_document, parse_date
from sayso.model import Document

MEGABYTE = 1_000_000
#: A file of this name beside reports tells their dates, titles, publishers and addresses: {"<name>": {...}}.
INDEX_NAME = "index.json"
#: What a folder is searched for.
TEXT_ENDINGS = (".txt", ".text")
JSONL_ENDINGS = (".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceOptions:
    """What the caller knows of the reports, and how much is read."""

    published: date | None = None
    publisher: str | None = None
    #: Files of more bytes than this are refused.
    max_bytes: int = 10 * MEGABYTE


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A report that could not be read, and the line that says why."""

    name: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """A document, with a notice for the user where something had to be guessed on the way."""

    document: Document
    notice: str | None = None


Outcome = Ingested | Failure


def find_files(paths: Sequence[str]) -> Iterator[str]:
    """The paths with folders replaced by the reports in them, in name order; `-` stands for standard input."""
    for path in paths:
        if path != "-" and Path(path).is_dir():
            endings = TEXT_ENDINGS + JSONL_ENDINGS
            yield from (str(p) for p in sorted(Path(path).rglob("*")) if p.suffix.lower() in endings and p.is_file())
        else:
            yield path


def open_sources(files: Sequence[str], options: SourceOptions, stdin: Callable[[], bytes]) -> Iterator[Outcome]:
    """Read every file in turn; `stdin` gives the bytes of standard input when a path is `-`."""
    names = _names(files)
    for path in files:
        try:
            yield from _open_one(path, names[path], options, stdin)
        except InputError as error:
            yield Failure(name=names[path], message=str(error))


def _names(files: Iterable[str]) -> dict[str, str]:
    """Each path's document name: the file's name without its ending, or the path itself where two share one."""
    unique = dict.fromkeys(files)
    stems = Counter(Path(path).stem for path in unique)
    return {path: _name(path, shared=stems[Path(path).stem] > 1) for path in unique}


def _name(path: str, *, shared: bool) -> str:
    if path == "-":
        return "stdin"
    return path if shared else Path(path).stem


def _open_one(path: str, name: str, options: SourceOptions, stdin: Callable[[], bytes]) -> Iterator[Outcome]:
    data = stdin() if path == "-" else _read_file(path, options.max_bytes)
    if path == "-" and len(data) > options.max_bytes:
        raise InputError(_too_large("stdin", len(data), options.max_bytes))
    decoded = decode(data, path)
    if path.lower().endswith(JSONL_ENDINGS):
        yield from _read_jsonl(decoded.text, path, options)
        return
    metadata = _metadata(path, name, options, hashlib.sha256(data).hexdigest())
    yield Ingested(document=make_document(decoded.text, metadata), notice=decoded.notice)


def _read_file(path: str, max_bytes: int) -> bytes:
    file = Path(path)
    try:
        size = file.stat().st_size
        if size > max_bytes:
            raise InputError(_too_large(path, size, max_bytes))
        return file.read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"{path}: no such file") from error
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    except ValueError as error:  # a NUL character in the path
        raise InputError(f"{path!r}: no usable path ({error})") from error


def _too_large(name: str, size: int, limit: int) -> str:
    return f"{name}: {size / MEGABYTE:.0f} MB, over the limit of {limit / MEGABYTE:g} MB; --max-mb raises it"


def _metadata(path: str, name: str, options: SourceOptions, raw_digest: str) -> Metadata:
    listed = _index(str(Path(path).parent)).get(Path(path).stem, {}) if path != "-" else {}
    told = parse_date(listed["published"], f"{path} in {INDEX_NAME}") if listed.get("published") else None
    return Metadata(
        name=name,
        uri=listed.get("uri"),
        title=listed.get("title"),
        publisher=options.publisher or listed.get("publisher"),
        published=options.published or told,
        published_basis="given" if options.published else "metadata",
        raw_digest=raw_digest,
    )


@cache
def _index(folder: str) -> Mapping[str, Mapping[str, str]]:
    file = Path(folder) / INDEX_NAME
    if not file.is_file():
        return {}
    try:
        listed = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{file}: no readable JSON ({error})") from error
    if not isinstance(listed, dict) or not all(isinstance(row, dict) for row in listed.values()):
        raise InputError(f"{file}: must be an object of objects, one for each report")
    return listed


def _read_jsonl(text: str, path: str, options: SourceOptions) -> Iterator[Outcome]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            where = f"{path}, line {number}"
            try:
                yield Ingested(document=_jsonl_document(line, where, options))
            except InputError as error:
                yield Failure(name=where, message=str(error))


def _jsonl_document(line: str, where: str, options: SourceOptions) -> Document:
    try:
        row: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{where}: no JSON ({error})") from error
    if not isinstance(row, dict):
        raise InputError(f"{where}: a JSON object is needed, not {type(row).__name__}")
    if not isinstance(row.get("text"), str) or not row["text"].strip():
        raise InputError(f'{where}: needs "text", a string that is not empty')
    return make_document(row["text"], _row_metadata(row, where, options))


def _row_metadata(row: Mapping[str, Any], where: str, options: SourceOptions) -> Metadata:
    for key in ("doc_id", "title", "publisher", "published", "uri"):
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
    )
