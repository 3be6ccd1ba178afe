"""Options that every command which reads reports shares, and what they turn into."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeVar

import click

from sayso.errors import InputError, UsageError

if TYPE_CHECKING:
    from sayso.claims import ReportRecord
    from sayso.ingest import SourceOptions
    from sayso.ingest.web import Web

Command = TypeVar("Command", bound=Callable[..., Any])


class DateType(click.ParamType[date]):
    """YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date, or a usage error that says how to write one."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no date; write it as YYYY-MM-DD.", param, ctx)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRequest:
    """What the shared options of one command line ask for."""

    paths: tuple[str, ...]
    published: date | None
    publisher: str | None
    conflict: str
    dossiers: Path | None
    max_mb: float
    follow: bool
    allow_private: bool
    pause: float
    cache: bool


def reading_options(command: Command, *, required: bool = True) -> Command:
    """Add PATH... and the options of reading; the command receives one `request`."""

    @wraps(command)
    def gathered(**values: Any) -> Any:
        _spare_the_start()
        fields = {name: values.pop(name) for name in ReadRequest.__slots__}
        return command(request=ReadRequest(**fields), **values)

    decorators = (
        click.argument("paths", nargs=-1, required=required, metavar="PATH|URL..."),
        click.option("--published", type=DateType(), help="Date of the report; without it relative days stay open."),
        click.option("--publisher", metavar="NAME", help="Who printed it."),
        click.option(
            "--conflict",
            default="auto",
            show_default=True,
            metavar="DOSSIER",
            help="Dossier to read with: its id or file, `auto` to choose by evidence in the report, or `none`.",
        ),
        click.option(
            "--dossiers",
            type=click.Path(exists=True, file_okay=False, path_type=Path),
            help="Folder of your own dossiers, beside the built-in ones.",
        ),
        click.option(
            "--max-mb", default=10.0, show_default=True, help="Refuse files and pages over this many megabytes."
        ),
        click.option("--follow", is_flag=True, help="Fetch the pages that a feed file only summarises."),
        click.option("--allow-private", is_flag=True, help="Allow addresses of private networks."),
        click.option(
            "--pause",
            default=1.0,
            show_default=True,
            help="Seconds between two requests to one site; its own wish counts.",
        ),
        click.option("--cache/--no-cache", default=True, help="Keep fetched pages and ask only whether they changed."),
    )
    wrapped: Any = gathered
    for decorator in reversed(decorators):
        wrapped = decorator(wrapped)
    return wrapped  # type: ignore[no-any-return]


#: So many new objects call for a garbage collection. What is loaded at the start are some 200,000 which stay.
_NEW_OBJECTS = 50_000


def _spare_the_start() -> None:
    """Have the process do less while everything is loaded: few garbage collections, no threads for numpy's algebra."""
    gc.set_threshold(_NEW_OBJECTS)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def output_option(command: Command) -> Command:
    """Add `--output FILE`."""
    return click.option("--output", type=click.Path(dir_okay=False), help="Write here instead of to standard output.")(
        command
    )


def source_options(request: ReadRequest, files: Sequence[str]) -> SourceOptions:
    """How the files of a request are opened; the web library is loaded only where it is needed."""
    from sayso.ingest import MEGABYTE, SourceOptions, is_address

    return SourceOptions(
        published=request.published,
        publisher=request.publisher,
        max_bytes=int(request.max_mb * MEGABYTE),
        web=_web(request) if request.follow or any(map(is_address, files)) else None,
        follow=request.follow,
    )


def _web(request: ReadRequest) -> Web:
    from sayso.ingest.extra import needs_extra

    with needs_extra("fetching pages"):
        from platformdirs import user_cache_path

        from sayso.ingest.web import Web, WebOptions
    cache = user_cache_path("sayso") / "pages" if request.cache else None
    return Web(WebOptions(allow_private=request.allow_private, pause=request.pause, cache=cache))


def no_reports(request: ReadRequest) -> str:
    """The line for folders without any report."""
    from sayso.ingest.readers import ENDINGS

    return f"{', '.join(request.paths)}: no reports in there ({', '.join(ENDINGS)})"


class Readings:
    """Records of a request, one after another; failures are told as they come and remembered for the exit status."""

    def __init__(self, request: ReadRequest) -> None:
        self._request = request
        self.failed = 0

    def __iter__(self) -> Iterator[ReportRecord]:
        from sayso.ingest import Failure, find_files, open_sources
        from sayso.pipeline import Reader
        from sayso.run.local import read_all

        request = self._request
        files = list(find_files(request.paths))
        options = source_options(request, files)
        if not files:
            raise UsageError(no_reports(request))
        own = (request.dossiers,) if request.dossiers else ()
        reader = Reader.load(None if request.conflict == "none" else request.conflict, own)
        outcomes = open_sources(files, options, lambda: sys.stdin.buffer.read())
        with progress(len(files)) as advance:
            for result in read_all(outcomes, reader):
                advance()
                if isinstance(result, Failure):
                    self.failed += 1
                    click.echo(f"sayso: {result.message}", err=True)
                    continue
                if result.notice:
                    click.echo(f"sayso: {result.notice}", err=True)
                yield result.record

    @property
    def status(self) -> int:
        """Exit status: 2 where some report could not be read."""
        return 2 if self.failed else 0


@contextmanager
def progress(total: int) -> Iterator[Callable[[], None]]:
    """A progress bar on a terminal when there is more than one report; yields the function that advances it."""
    if total < 2 or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=total)
        yield lambda: bar.advance(task)


@contextmanager
def opened(output: str | None) -> Iterator[IO[str]]:
    """The file to write to, or standard output."""
    if output is None:
        yield sys.stdout
        return
    try:
        with Path(output).open("w", encoding="utf-8") as file:
            yield file
    except OSError as error:
        raise InputError(f"{output}: cannot write there ({error.strerror})") from error


def write_bytes(data: bytes, output: str) -> None:
    """Write a file; InputError where that cannot be done."""
    try:
        Path(output).write_bytes(data)
    except OSError as error:
        raise InputError(f"{output}: cannot write there ({error.strerror})") from error


def write_lines(lines: Iterator[str] | Sequence[str], output: str | None) -> None:
    """Write lines as they come."""
    with opened(output) as file:
        for line in lines:
            file.write(line + "\n")
