"""The commands. Heavy imports stand inside them, so that `sayso --help` is quick."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from sayso.serve.cli.by_hand import add_command, victims_group
from sayso.serve.cli.databases import db_group, search_command
from sayso.serve.cli.dossier import dossier_group
from sayso.serve.cli.evaluating import evaluate_command
from sayso.serve.cli.exporting import export_command, import_command
from sayso.serve.cli.gathering import Reports, gathering_options
from sayso.serve.cli.ingesting import ingest_command
from sayso.serve.cli.many import disputes_command, incidents_command, tally_command, timeline_command
from sayso.serve.cli.options import DateType, Readings, ReadRequest, output_option, reading_options, write_lines
from sayso.serve.cli.serving import serve_command

if TYPE_CHECKING:
    from sayso.claims import ReportRecord

FORMATS = ("text", "json", "attributions", "casualties", "relations")


@click.command("read")
@reading_options
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="text (a readable account; default on a terminal), json (the whole record; default elsewhere), or JSON lines "
    "of attributions (one a document), casualties (one a claim) or relations.",
)
@output_option
def read_command(request: ReadRequest, form: str | None, output: str | None) -> int:
    """Read reports: text, web pages, feeds, JSONL and CSV, in files, folders or on the web; - is standard input."""
    readings = Readings(request)
    chosen = form or ("text" if output is None and sys.stdout.isatty() else "json")
    write_lines(formatted(readings, chosen), output)
    return readings.status


def formatted(records: Iterable[ReportRecord], form: str) -> Iterator[str]:
    """The records as lines of one of FORMATS."""
    from sayso.claims import rows
    from sayso.claims.codec import record_to_json

    for record in records:
        if form == "text":
            from sayso.serve.account import account

            yield account(record)
        elif form == "json":
            yield record_to_json(record)
        elif form == "attributions":
            yield json.dumps(rows.attribution_rows(record), ensure_ascii=False)
        elif form == "casualties":
            yield from (json.dumps(row, ensure_ascii=False) for row in rows.casualty_rows(record))
        else:
            yield from (json.dumps(row, ensure_ascii=False) for row in rows.relation_rows(record))


@click.command("explain")
@click.argument("number", type=click.IntRange(min=0), metavar="N")
@gathering_options
@click.option("--as-of", type=DateType(), help="Use what was on record by then; default: when N was printed.")
@click.option("--format", "form", type=click.Choice(("text", "json")), help="Default: text on a terminal, else json.")
@output_option
def explain_command(reports: Reports, number: int, as_of: date | None, form: str | None, output: str | None) -> int:
    """Say where the number N comes from: the claims that make it, rival sums, and what it leaves out."""
    from sayso.reconcile.explain import ExplainOptions, explain
    from sayso.serve.explaining import explanation_json, explanation_text

    book = reports.book()
    explanation = explain(number, book, ExplainOptions(as_of=as_of))
    as_text = form == "text" or (form is None and output is None and sys.stdout.isatty())
    render = explanation_text if as_text else explanation_json
    write_lines([render(explanation, book)], output)
    return reports.status


@click.command("schema")
@output_option
def schema_command(output: str | None) -> int:
    """Print the JSON Schema of `sayso read --format json`."""
    from sayso.claims.codec import json_schema

    write_lines([json.dumps(json_schema(), indent=2, ensure_ascii=False)], output)
    return 0


COMMANDS: tuple[click.Command, ...] = (
    read_command,
    ingest_command,
    explain_command,
    tally_command,
    timeline_command,
    disputes_command,
    incidents_command,
    search_command,
    db_group,
    add_command,
    victims_group,
    export_command,
    import_command,
    dossier_group,
    evaluate_command,
    schema_command,
    serve_command,
)
