"""The commands over many reports: tally, timeline, disputes, incidents."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from sayso.serve.cli.options import (
    Command,
    DateType,
    Readings,
    ReadRequest,
    output_option,
    reading_options,
    write_lines,
)

if TYPE_CHECKING:
    from sayso.reconcile.book import Book
    from sayso.serve.tables import Table

#: Width of a table that does not go to a terminal.
_FILE_WIDTH = 160


def table_options(command: Command) -> Command:
    """Add `--format` and `--output` as every table has them."""
    form = click.option(
        "--format", "form", type=click.Choice(("text", "json", "csv")), help="Default: text on a terminal, else json."
    )
    wrapped: Any = form(output_option(command))
    return wrapped  # type: ignore[no-any-return]


def _write(request: ReadRequest, form: str | None, output: str | None, make: Callable[[Book], Table]) -> int:
    from sayso.reconcile.book import Book
    from sayso.serve.tables import lines

    readings = Readings(request)
    table = make(Book.of(readings))
    to_terminal = output is None and sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if to_terminal else _FILE_WIDTH
    write_lines(lines(table, form or ("text" if to_terminal else "json"), width), output)
    return readings.status


@click.command("tally")
@reading_options
@click.option(
    "--policy",
    type=click.Choice(("own", "range", "acled", "ucdp", "independent")),
    default="range",
    show_default=True,
    help="own: what each side's own voice says of its losses; range: least and most over independent sources; "
    "acled: the lowest while sources differ; ucdp: low, best, high; independent: third parties only.",
)
@click.option("--as-of", type=DateType(), help="What was on record by then.")
@table_options
def tally_command(request: ReadRequest, policy: Any, as_of: date | None, form: str | None, output: str | None) -> int:
    """Add up what the reports say, per side, harm and group, with the claims that each bound rests on."""

    def make(book: Book) -> Table:
        from sayso.reconcile.tally import TallyOptions
        from sayso.serve.tables import tally_table

        return tally_table(book, TallyOptions(policy=policy, as_of=as_of))

    return _write(request, form, output, make)


@click.command("timeline")
@reading_options
@table_options
def timeline_command(request: ReadRequest, form: str | None, output: str | None) -> int:
    """Show each voice's figures over time, with who denied or revised them."""

    def make(book: Book) -> Table:
        from sayso.serve.tables import timeline_table

        return timeline_table(book)

    return _write(request, form, output, make)


@click.command("disputes")
@reading_options
@table_options
def disputes_command(request: ReadRequest, form: str | None, output: str | None) -> int:
    """List what cannot both hold, who denies whom, and the questions that the figures raise."""

    def make(book: Book) -> Table:
        from sayso.serve.tables import dispute_table

        return dispute_table(book)

    return _write(request, form, output, make)


@click.command("incidents")
@reading_options
@table_options
def incidents_command(request: ReadRequest, form: str | None, output: str | None) -> int:
    """List the harms that reports place and date, with the claims linked to each."""

    def make(book: Book) -> Table:
        from sayso.serve.tables import incident_table

        return incident_table(book)

    return _write(request, form, output, make)
