"""Paths, folders, standard input and web addresses to a stream of documents, with every failure beside them.

A failure never stops the stream: it is yielded in its place, so that the rest of a batch is still read.
"""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from sayso.errors import InputError
from sayso.ingest.parcel import GZIP_ENDING, Failure, Outcome, Parcel, SourceOptions, in_memory
from sayso.ingest.readers import ENDINGS, read_parcel

#: A file of this name beside reports tells their dates, titles, publishers and addresses: {"<name>": {...}}.
INDEX_NAME = "index.json"
STDIN = "-"


def find_files(paths: Sequence[str]) -> Iterator[str]:
    """The paths with folders replaced by the reports in them, in name order; `-` and web addresses stay."""
    for path in paths:
        if path != STDIN and not is_address(path) and _is_folder(path):
            # Links to folders are not followed, so that a loop of them ends.
            yield from (str(p) for p in sorted(Path(path).rglob("*")) if _is_report(p) and p.is_file())
        else:
            yield path


def is_address(path: str) -> bool:
    """Whether it is written like an address with a scheme; `web` refuses those that are not http or https."""
    return "://" in path


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):  # told when it is opened
        return False


def _is_report(path: Path) -> bool:
    return path.name.lower().removesuffix(GZIP_ENDING).endswith(ENDINGS)


def open_sources(files: Sequence[str], options: SourceOptions, stdin: Callable[[], bytes]) -> Iterator[Outcome]:
    """Read every file or address in turn; `stdin` gives the bytes of standard input when a path is `-`."""
    names = _names(files)
    for path in files:
        try:
            yield from _open_one(path, names[path], options, stdin)
        except InputError as error:
            yield Failure(name=names[path], message=str(error))


def _names(files: Iterable[str]) -> dict[str, str]:
    """Each path's document name: the file's name without its ending, or the path itself where two share one."""
    unique = dict.fromkeys(files)
    stems = Counter(_stem(path) for path in unique)
    return {path: _name(path, shared=stems[_stem(path)] > 1) for path in unique}


def _stem(path: str) -> str:
    return Path(path[: -len(GZIP_ENDING)] if path.lower().endswith(GZIP_ENDING) else path).stem


def _name(path: str, *, shared: bool) -> str:
    if path == STDIN:
        return "stdin"
    return path if shared or is_address(path) else _stem(path)


def _open_one(path: str, name: str, options: SourceOptions, stdin: Callable[[], bytes]) -> Iterator[Outcome]:
    if path == STDIN:
        yield from read_parcel(Parcel(where="stdin", name=name, stream=in_memory(stdin())), options)
    elif is_address(path):
        yield from read_parcel(_fetched(path, options), options)
    else:
        with _opened(path) as file:
            yield from read_parcel(Parcel(where=path, name=name, stream=file, listed=_listed(path)), options)


def _fetched(address: str, options: SourceOptions) -> Parcel:
    if options.web is None:
        raise InputError(f"{address}: a web address, and nothing may be fetched here")
    return options.web.fetch(address, options.max_bytes).parcel(name=address)


def _opened(path: str) -> io.BufferedReader:
    try:
        return Path(path).open("rb")
    except FileNotFoundError as error:
        raise InputError(f"{path}: no such file") from error
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    except ValueError as error:  # a NUL character in the path
        raise InputError(f"{path!r}: no usable path ({error})") from error


def _listed(path: str) -> Mapping[str, str]:
    return _index(str(Path(path).parent)).get(_stem(path), {})


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
