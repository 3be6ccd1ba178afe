"""The commands over many reports: tally, timeline, disputes, incidents."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from sayso.errors import UsageError
from sayso.serve.cli.gathering import Reports, gathering_options
from sayso.serve.cli.options import Command, DateType, output_option, write_bytes, write_lines

if TYPE_CHECKING:
    from sayso.reconcile.book import Book
    from sayso.serve.plots.drawing import Form
    from sayso.serve.plots.model import Chart
    from sayso.serve.tables import Table

#: Width of a table that does not go to a terminal.
_FILE_WIDTH = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the shared options of tables ask for."""

    form: str | None
    output: str | None
    plot: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """What a command shows of the reports: a table, and a picture where one is asked for."""

    table: Callable[[Book], Table]
    chart: Callable[[Book], Chart]


def table_options(command: Command) -> Command:
    """Add `--format`, `--output` and `--plot` as every table has them; the command receives one `wanted`."""

    @wraps(command)
    def gathered(**values: Any) -> Any:
        fields = {name: values.pop(name) for name in Wanted.__slots__}
        return command(wanted=Wanted(**fields), **values)

    plot = click.option("--plot", metavar="FILE", help="Also draw a picture, FILE.svg or FILE.png (extra `plot`).")
    wrapped: Any = form_option(plot(output_option(cast(Any, gathered))))
    return wrapped  # type: ignore[no-any-return]


def form_option(command: Command) -> Command:
    """Add `--format` as every table has it."""
    return click.option(
        "--format", "form", type=click.Choice(("text", "json", "csv")), help="Default: text on a terminal, else json."
    )(command)


def _show(reports: Reports, wanted: Wanted, showing: Showing) -> int:
    picture = _picture_form(wanted.plot) if wanted.plot else None
    book = reports.book()
    if wanted.plot and picture:
        from sayso.serve.plots.drawing import DrawOptions, draw

        write_bytes(draw(showing.chart(book), DrawOptions(form=picture)), wanted.plot)
    write_table(showing.table(book), wanted.form, wanted.output)
    return reports.status


def write_table(table: Table, form: str | None, output: str | None) -> None:
    """Write a table in the form asked for; text on a terminal, else JSON."""
    from sayso.serve.tables import lines

    to_terminal = output is None and sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if to_terminal else _FILE_WIDTH
    write_lines(lines(table, form or ("text" if to_terminal else "json"), width), output)


def _picture_form(plot: str) -> Form:
    """The form of a picture by its file's ending; refused before anything is read where it cannot be drawn."""
    from sayso.serve.plots.drawing import FORMS, need_library

    ending = Path(plot).suffix.lower().removeprefix(".")
    form = next((form for form in FORMS if form == ending), None)
    if form is None:
        raise UsageError(f"{plot}: pictures are written as .svg or .png")
    need_library()
    return form


@click.command("tally")
@gathering_options
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
def tally_command(reports: Reports, policy: Any, as_of: date | None, wanted: Wanted) -> int:
    """Add up what the reports say, per side, harm and group, with the claims that each bound rests on."""
    from sayso.reconcile.tally import TallyOptions
    from sayso.serve.plots.charts import tally_chart
    from sayso.serve.tables import tally_table

    options = TallyOptions(policy=policy, as_of=as_of)
    table, chart = (lambda book: tally_table(book, options)), (lambda book: tally_chart(book, options))
    return _show(reports, wanted, Showing(table=table, chart=chart))


@click.command("timeline")
@gathering_options
@table_options
def timeline_command(reports: Reports, wanted: Wanted) -> int:
    """Show each voice's figures over time, with who denied or revised them."""
    from sayso.serve.plots.charts import timeline_chart
    from sayso.serve.tables import timeline_table

    return _show(reports, wanted, Showing(table=timeline_table, chart=timeline_chart))


@click.command("disputes")
@gathering_options
@table_options
def disputes_command(reports: Reports, wanted: Wanted) -> int:
    """List what cannot both hold, who denies whom, and the questions that the figures raise."""
    from sayso.serve.plots.charts import dispute_chart
    from sayso.serve.tables import dispute_table

    return _show(reports, wanted, Showing(table=dispute_table, chart=dispute_chart))


@click.command("incidents")
@gathering_options
@table_options
def incidents_command(reports: Reports, wanted: Wanted) -> int:
    """List the harms that reports place and date, with the claims linked to each."""
    from sayso.serve.plots.charts import incident_chart
    from sayso.serve.tables import incident_table

    return _show(reports, wanted, Showing(table=incident_table, chart=incident_chart))
