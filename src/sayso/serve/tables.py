"""What many reports say together, as tables: tallies, timelines, disputes, incidents, questions.

A table is column names and rows of plain values, the same for a terminal, JSON and CSV.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.claims import AnyClaim
from sayso.model import Tally
from sayso.reconcile.book import Book
from sayso.reconcile.disputes import disputes
from sayso.reconcile.questions import questions
from sayso.reconcile.tally import TallyOptions, tally
from sayso.reconcile.timeline import Point, Series, timeline
from sayso.reconcile.wording import describe_dispute, describe_tally, describe_use, side_words

Value = str | int | bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of plain values under column names, with notes for a reader."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    notes: tuple[str, ...] = ()
    #: Columns that a terminal leaves out, because `details` tells them in sentences.
    told_below: tuple[str, ...] = ()
    details: tuple[str, ...] = ()


def tally_table(book: Book, options: TallyOptions) -> Table:
    """One row a tally: side, effect, group, whose words, low, best, high, and what decided it."""
    claims = book.claims
    found = tally(book, options)
    rows = tuple(_tally_row(one, claims) for one in found)
    long = ("rests on", "silences")
    return Table(
        columns=("conflict", "side", "effect", "group", "told by", "low", "best", "high", "open", *long),
        rows=rows,
        notes=_sample_note(book),
        told_below=long,
        details=tuple(line for one in found for line in _sentences(one, claims)),
    )


def _sentences(one: Tally, claims: Mapping[str, AnyClaim]) -> tuple[str, ...]:
    first, *rest = describe_tally(one, claims)
    return (first, *(f"  {line}" for line in rest))


def _tally_row(one: Tally, claims: Mapping[str, AnyClaim]) -> tuple[Value, ...]:
    used = [f"{claims[use.claim].evidence[0].exact}: {describe_use(use)}" for use in one.derivation if use.bounds]
    silences = [claims[claim].evidence[0].exact for claim in one.silences if claim in claims]
    return (
        one.conflict,
        side_words(one.side),
        one.effect,
        one.group,
        "enemies" if one.enemy else "own side and others",
        one.low,
        one.best,
        one.high,
        one.open,
        _flat("; ".join(used)),
        _flat("; ".join(silences)),
    )


def timeline_table(book: Book) -> Table:
    """One row an announcement, by side, effect, group and voice, in order of the day it was said."""
    columns = (
        *("conflict", "side", "effect", "group", "voice", "posture", "day", "low", "high", "scope"),
        *("told by", "denied by", "revised", "words"),
    )
    series = timeline(book)
    rows = tuple(_point_row(one, point) for one in series for point in one.points)
    return Table(columns=columns, rows=rows, notes=_sample_note(book))


def _point_row(one: Series, point: Point) -> tuple[Value, ...]:
    return (
        one.conflict,
        side_words(one.side),
        one.effect,
        one.group,
        one.voice,
        one.posture,
        point.day.isoformat(),
        point.low,
        point.high,
        point.scope,
        ", ".join(point.told_by),
        ", ".join(point.denied_by),
        bool(point.revised_by),
        _flat(point.claim.evidence[0].exact),
    )


def dispute_table(book: Book) -> Table:
    """One row a dispute, and the questions that the figures raise as notes."""
    rows = tuple(
        (
            one.day.isoformat() if one.day else None,
            one.kind,
            describe_dispute(one),
            _flat(one.evidence[0].exact) if one.evidence else "",
        )
        for one in disputes(book)
    )
    asked = tuple(f"Question: {question.text}" for question in questions(book))
    return Table(columns=("day", "kind", "dispute", "words"), rows=rows, notes=(*asked, *_sample_note(book)))


def incident_table(book: Book) -> Table:
    """One row an incident: where, when, who, and the words of its claims."""
    claims = book.claims
    rows = tuple(
        (
            one.id,
            one.place,
            one.start.isoformat() if one.start else None,
            one.end.isoformat() if one.end else None,
            ", ".join(one.parties),
            len(one.claims),
            _flat("; ".join(claims[claim].evidence[0].exact for claim in one.claims if claim in claims)),
        )
        for one in book.incidents
    )
    columns = ("id", "place", "from", "to", "parties", "claims", "words")
    return Table(columns=columns, rows=rows, notes=_sample_note(book))


def _sample_note(book: Book) -> tuple[str, ...]:
    return sample_note(any(record.document.sample for record in book.records))


def sample_note(some: bool) -> tuple[str, ...]:
    """The note of a table some of whose rows come from texts written to test software."""
    return ("Some of these are SAMPLE TEXTS, written to test software: no source about the world.",) if some else ()


def _flat(words: str) -> str:
    return " ".join(words.split())


def as_json(table: Table) -> str:
    """The table as one JSON object: rows as objects, and its notes."""
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    return json.dumps({"rows": rows, "notes": list(table.notes)}, ensure_ascii=False, indent=1)


def as_csv(table: Table) -> str:
    """The table as CSV with a header (RFC 4180 quoting); notes are left to the other forms."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows(table.rows)
    return written.getvalue().rstrip("\n")


def as_text(table: Table, width: int) -> str:
    """The table for a terminal of `width` characters; columns that tell nothing are left out."""
    from rich.console import Console
    from rich.table import Table as Grid

    kept = [i for i, column in enumerate(table.columns) if column not in table.told_below and _tells(table, i)]
    grid = Grid(show_lines=False, header_style="bold")
    for i in kept:
        number = any(isinstance(row[i], int) and not isinstance(row[i], bool) for row in table.rows)
        grid.add_column(table.columns[i], justify="right" if number else "left", overflow="fold")
    for row in table.rows:
        grid.add_row(*(_cell(row[i]) for i in kept))
    written = io.StringIO()
    console = Console(file=written, width=width, color_system=None)
    console.print(grid if table.rows else "nothing on record", markup=False)
    for note in (*table.details, *table.notes):
        console.print(note, markup=False, highlight=False)
    return written.getvalue().rstrip("\n")


def _tells(table: Table, column: int) -> bool:
    """True where a column holds anything, and not one and the same thing in several rows."""
    values = [row[column] for row in table.rows]
    return any(value not in (None, "", False) for value in values) and (len(set(values)) > 1 or len(values) == 1)


def _cell(value: Value) -> str:
    """A cell as text that rich takes for nothing but text."""
    from rich.markup import escape

    if value is None or value is False:
        return ""
    return "yes" if value is True else escape(f"{value:,}" if isinstance(value, int) else value)


def lines(table: Table, form: str, width: int) -> Iterator[str]:
    """The table in one of the forms text, json or csv."""
    yield {"json": as_json, "csv": as_csv}[form](table) if form != "text" else as_text(table, width)
