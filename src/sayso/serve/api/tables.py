"""Lists as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from sayso.reconcile.tally import TallyOptions
from sayso.serve.desk.archive import Archive
from sayso.serve.desk.cards import ClaimCard, stored_card
from sayso.serve.desk.ledger import Ledger
from sayso.serve.desk.view import View
from sayso.serve.tables import Table, as_csv, dispute_table, incident_table, tally_table, timeline_table
from sayso.store.interface import ClaimFilter, Page

_ROWS_AT_ONCE = 500
_COLUMNS = (
    *("id", "kind", "effect", "low", "high", "group", "side", "side_group", "source", "via", "posture", "said_on"),
    *("happened", "place", "polarity", "certainty", "background", "words"),
)
_REPORT_COLUMNS = ("id", "name", "title", "publisher", "published", "sample")
#: A spreadsheet takes cells that begin so for formulas.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def claims_csv(archive: Archive, wanted: ClaimFilter) -> Iterator[str]:
    """The claims that fit as CSV, a header first, however many there are."""
    yield _line((*_COLUMNS, *(f"report_{name}" for name in _REPORT_COLUMNS), "address"))
    cursor: str | None = None
    while True:
        found = archive.claims(wanted, Page(limit=_ROWS_AT_ONCE, cursor=cursor))
        yield "".join(_line(_row(stored_card(one))) for one in found.rows)
        cursor = found.next_cursor
        if cursor is None:
            return


def _row(card: ClaimCard) -> tuple[object, ...]:
    told = (getattr(card, name) for name in _COLUMNS)
    report = (getattr(card.report, name) for name in _REPORT_COLUMNS)
    return (*("; ".join(value) if isinstance(value, tuple) else value for value in told), *report, card.words_href)


def _line(cells: tuple[object, ...]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerow([_plain(cell) for cell in cells])
    return written.getvalue()


def _plain(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def conflict_csv(ledger: Ledger, name: str, view: View) -> str:
    """One of the tables of a conflict: tallies, timeline, disputes or incidents."""
    if name == "tallies":
        table = tally_table(ledger.book, TallyOptions(policy=view.policy, as_of=ledger.clamped(view.as_of)))
    else:
        make = {"timeline": timeline_table, "disputes": dispute_table, "incidents": incident_table}[name]
        table = make(ledger.book)
    guarded = tuple(tuple(_cell(value) for value in row) for row in table.rows)
    return f"{as_csv(Table(columns=table.columns, rows=guarded))}\n"


def _cell(value: str | int | bool | None) -> str | int | bool | None:
    plain = _plain(value)
    assert plain is None or isinstance(plain, str | int)
    return plain
