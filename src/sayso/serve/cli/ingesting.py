"""`sayso ingest`: reports into a database."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.errors import UsageError
from sayso.serve.cli.gathering import db_option
from sayso.serve.cli.options import ReadRequest, no_reports, reading_options, source_options

if TYPE_CHECKING:
    from sayso.ingest import Failure
    from sayso.run.ingesting import IngestOptions, Kept

#: Files that hold a report a line, whose lines are counted for the progress bar.
_LINE_ENDINGS = (".jsonl", ".ndjson")


@click.command("ingest")
@reading_options
@db_option(required=True)
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that read.")
@click.option("--again", is_flag=True, help="Read what is on record again; what then reads otherwise supersedes it.")
def ingest_command(request: ReadRequest, db: str, jobs: int, again: bool) -> int:
    """Read reports into a database; what is on record already is passed over."""
    from sayso.ingest import find_files, open_sources
    from sayso.run.ingesting import ingest
    from sayso.store import open_store

    files = list(find_files(request.paths))
    if not files:
        raise UsageError(no_reports(request))
    store = open_store(db)
    try:
        outcomes = open_sources(files, source_options(request, files), lambda: sys.stdin.buffer.read())
        counts = _tell(ingest(outcomes, store, _options(request, jobs, again)), _expected(files))
    finally:
        store.close()
    click.echo(f"sayso: {_summary(counts)}", err=True)
    return 2 if counts["failed"] else 0


def _options(request: ReadRequest, jobs: int, again: bool) -> IngestOptions:
    from sayso.pipeline import ORIGINS, Reader
    from sayso.run.ingesting import IngestOptions

    conflict = None if request.conflict == "none" else request.conflict
    make = partial(Reader.load, conflict, (request.dossiers,) if request.dossiers else ())
    reader = make()  # here too, so that a faulty dossier is told before anything is read
    return IngestOptions(
        make=make if jobs > 1 else lambda: reader,
        jobs=jobs,
        origins=ORIGINS,
        choosing=reader.knowledge.choosing,
        conflict=reader.knowledge.dossier.id if reader.knowledge.dossier else None,
        again=again,
    )


def _expected(files: Sequence[str]) -> int:
    """How many reports to expect: one a file or address, one a line of JSON lines."""
    return sum(_lines(file) if file.lower().endswith(_LINE_ENDINGS) else 1 for file in files)


def _lines(file: str) -> int:
    try:
        with Path(file).open("rb") as lines:
            return sum(1 for _ in lines)
    except (OSError, ValueError):  # told when it is opened
        return 1


def _tell(results: Iterable[Kept | Failure], expected: int) -> Counter[str]:
    """Print failures and notices as they come; count what became of the reports."""
    from sayso.ingest import Failure

    counts: Counter[str] = Counter()
    with _progress(expected) as advance:
        for result in results:
            advance()
            line = result.message if isinstance(result, Failure) else result.notice
            if line:
                click.echo(f"sayso: {line}", err=True)
            counts[_kind(result)] += 1
    return counts


def _kind(result: Kept | Failure) -> str:
    from sayso.ingest import Failure

    if isinstance(result, Failure):
        return "failed"
    return result.added.outcome if result.added else "same"


#: What became of reports, in the words of the last line.
_WORDS = {
    "new": "new",
    "version": "new versions",
    "copy": "copies",
    "superseded": "read anew",
    "same": "on record already",
    "failed": "failed",
}


def _summary(counts: Counter[str]) -> str:
    return ", ".join(f"{counts[kind]} {words}" for kind, words in _WORDS.items() if counts[kind]) or "nothing to read"


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """A bar with rate and time left on a terminal; the total grows where a feed holds more than was expected."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TimeRemainingColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        """Reports a second."""

        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:.1f}/s" if task.speed else "")

    columns = (BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=total)

        def advance() -> None:
            done = bar.tasks[0].completed + 1
            bar.update(task, advance=1, total=max(total, done))

        yield advance
