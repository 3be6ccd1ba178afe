"""The form for a claim by hand: from a video, a channel, a book, or words of a report that the reading passed over."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.claims import ReportRecord
from sayso.serve.desk.forms import FormField, Option, blank_form
from sayso.serve.desk.ledger import Ledger
from sayso.serve.desk.view import Head, head

_REPORTS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterPage:
    """What is asked of a claim by hand."""

    head: Head
    fields: tuple[FormField, ...]
    #: The reports whose words may be quoted, the latest first.
    reports: tuple[Option, ...]
    #: The report chosen beforehand; empty for none.
    report: str


def enter_page(ledger: Ledger, report: str | None) -> EnterPage:
    """The empty form, with a report chosen where the way here led through one."""
    ordered = sorted(ledger.book.records, key=_published, reverse=True)[:_REPORTS]
    chosen = report if report in ledger.by_document else None
    if chosen and all(record.document.id != chosen for record in ordered):
        ordered = [ledger.by_document[chosen], *ordered]
    return EnterPage(
        head=head(ledger),
        fields=blank_form(ledger),
        reports=tuple(Option(value=record.document.id, words=_named(record)) for record in ordered),
        report=chosen or "",
    )


def _published(record: ReportRecord) -> tuple[str, str]:
    return str(record.document.published or ""), record.document.name


def _named(record: ReportRecord) -> str:
    document = record.document
    told = [document.publisher, document.published.isoformat() if document.published else None]
    known = ", ".join(one for one in told if one)
    return f"{document.title or document.name}{f' ({known})' if known else ''}"
