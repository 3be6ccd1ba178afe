"""The pages of blind double coding: one's own form, and where two coders of a report differ once both are done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from sayso.claims import ReportRecord
from sayso.reconcile.wording import EFFECTS
from sayso.serve.desk import words
from sayso.serve.desk.archive import Archive
from sayso.serve.desk.cards import ReportCard, report_card
from sayso.serve.desk.coding import FIELDS, Coding, CodingRow, Comparison, codings_of, compared
from sayso.serve.desk.decisions import listed
from sayso.serve.desk.forms import FormField, options, plain
from sayso.serve.desk.ledger import Ledger
from sayso.serve.desk.view import Head, head
from sayso.store.interface import Page

#: Empty rows offered below those filled in.
_SPARE = 3
_CHOICES: Mapping[str, Mapping[str, str]] = {
    "effect": EFFECTS,
    "group": {name: words.GROUPS[name] for name in ("combatant", "civilian", "mixed", "unknown")},
    "posture": words.POSTURES,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRow:
    """The fields of one figure in the form."""

    number: int
    fields: tuple[FormField, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodePage:
    """A report to code, and one's own figures so far. Nothing that sayso or another coder read is on it."""

    head: Head
    report: ReportCard
    paragraphs: tuple[str, ...]
    by: str
    rows: tuple[FormRow, ...]
    #: One's own codings so far: what the next one must have seen.
    version: int
    finished: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CodingsPage:
    """Who has coded a report, and where the first two who are done differ."""

    head: Head
    report: ReportCard
    #: Coder and whether done, in the order of their first coding.
    coders: tuple[tuple[str, bool], ...]
    comparison: Comparison | None


def code_page(record: ReportRecord, ledger: Ledger, archive: Archive, by: str) -> CodePage:
    """The form of one coder."""
    mine = [one for one in _codings(archive, record.document.id) if one.by == by] if by else []
    told = mine[-1].rows if mine else ()
    return CodePage(
        head=head(ledger),
        report=report_card(record.document),
        paragraphs=tuple(line for line in record.document.text.splitlines() if line.strip()),
        by=by,
        rows=form_rows(told, spare=0 if mine and mine[-1].finished else _SPARE),
        version=len(mine),
        finished=bool(mine) and mine[-1].finished,
    )


def form_rows(rows: tuple[CodingRow, ...], spare: int) -> tuple[FormRow, ...]:
    """The rows as form fields, with some to spare."""
    empty = tuple(CodingRow() for _ in range(spare))
    return tuple(FormRow(number=n, fields=_fields(n, row)) for n, row in enumerate((*rows, *empty)))


def _fields(number: int, row: CodingRow) -> tuple[FormField, ...]:
    told = asdict(row)
    labels = {"quote": "Words of the report", **FIELDS}
    return tuple(
        FormField(
            name=f"{name}-{number}",
            words=label,
            kind="choice" if name in _CHOICES else "number" if name in ("low", "high") else "text",
            value=plain(told[name]),
            options=options(_CHOICES.get(name, {})),
        )
        for name, label in labels.items()
    )


def codings_page(record: ReportRecord, ledger: Ledger, archive: Archive) -> CodingsPage:
    """Where two coders differ; the comparison is there only once two are done, so that nobody codes with it in view."""
    latest = {one.by: one for one in _codings(archive, record.document.id)}
    done = [one for one in latest.values() if one.finished]
    return CodingsPage(
        head=head(ledger),
        report=report_card(record.document),
        coders=tuple((one.by, one.finished) for one in latest.values()),
        comparison=compared(record.document.text, done[0], done[1]) if len(done) > 1 else None,
    )


def _codings(archive: Archive, document: str) -> list[Coding]:
    log = listed(archive, ("document", document), Page(limit=1000)).rows
    return codings_of(log, finished=False)
