"""The desk: every page's context by one call, from an archive and the ledgers kept over it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from sayso.claims import ReportRecord
from sayso.errors import NotFoundError
from sayso.serve.desk.about import AboutPage, about_page
from sayso.serve.desk.archive import Archive
from sayso.serve.desk.claim import ClaimPage, claim_page
from sayso.serve.desk.coding_pages import CodePage, CodingsPage, code_page, codings_page
from sayso.serve.desk.conflict import (
    CellKey,
    ConflictPage,
    ReportsPage,
    TallyPage,
    TimelinePage,
    conflict_page,
    reports_page,
    tally_page,
    timeline_page,
)
from sayso.serve.desk.decisions import DecisionsPage, decisions_page
from sayso.serve.desk.disagreement import DisputesPage, disputes_page
from sayso.serve.desk.entering import EnterPage, enter_page
from sayso.serve.desk.explaining import ExplainPage, explain_page
from sayso.serve.desk.incidents import IncidentsPage, incidents_page
from sayso.serve.desk.index import IndexPage, index_page
from sayso.serve.desk.ledger import Kept, Ledger, Ledgers
from sayso.serve.desk.paging import LIMIT
from sayso.serve.desk.report import ReportPage, report_page
from sayso.serve.desk.review import ReviewPage, review_page
from sayso.serve.desk.search import SearchPage, listed, search_page
from sayso.serve.desk.source import SourcePage, SourcesPage, source_page, sources_page
from sayso.serve.desk.view import View
from sayso.store.interface import NO_DOSSIER, ClaimFilter, ConflictCount, Listing, Page, StoredClaim

Context = TypeVar("Context")
_KEPT_COUNTS = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Which stretch of a long list."""

    cursor: str | None = None
    limit: int = LIMIT


@dataclass(frozen=True)
class Desk:
    """What pages and API ask. Every call may be made from any thread."""

    archive: Archive
    ledgers: Ledgers = field(init=False)
    _counts: Kept = field(init=False, default_factory=lambda: Kept(_KEPT_COUNTS))

    def __post_init__(self) -> None:
        object.__setattr__(self, "ledgers", Ledgers(self.archive))

    def ledger(self, key: str) -> Ledger:
        """The ledger of the conflict of that name in an address; raises NotFoundError where there is none."""
        wanted = None if key == NO_DOSSIER else key
        if wanted not in {one.conflict for one in self.conflicts()}:
            raise NotFoundError(f"no conflict {key!r} is on record")
        return self.ledgers.of(wanted)

    def conflicts(self) -> tuple[ConflictCount, ...]:
        """The conflicts on record with what there is of each."""
        return self._counted("conflicts", self.archive.conflicts)

    def _counted(self, asked: Hashable, make: Callable[[], Context]) -> Context:
        """A count over everything on record, kept until anything changes: counting reads every row of an index."""
        return self._counts.get((asked, self.archive.revision()), make)

    def claims(self, wanted: ClaimFilter, stretch: Stretch) -> Listing[StoredClaim]:
        """Claims by words and by what they say, the latest said first; with their number where a list begins."""
        found = listed(self.archive, wanted, Page(limit=stretch.limit, cursor=stretch.cursor))
        if stretch.cursor is not None:
            return found
        one = Page(limit=1, count=True)
        return replace(found, total=self._counted(wanted, lambda: listed(self.archive, wanted, one).total))

    def _page(self, key: str, asked: Hashable, make: Callable[[Ledger], Context]) -> Context:
        """A context of a conflict, kept until the conflict changes."""
        ledger = self.ledger(key)
        return ledger.pages.get(asked, lambda: make(ledger))

    def index(self) -> IndexPage:
        """Every conflict on record, by name."""
        return index_page(self.archive, self.conflicts())

    def conflict(self, key: str, view: View) -> ConflictPage:
        """A conflict at a glance."""
        return self._page(key, ("conflict", view), lambda ledger: conflict_page(ledger, view))

    def tally(self, key: str, view: View, cell: CellKey) -> TallyPage:
        """What one tally rests on."""
        return self._page(key, ("tally", view, cell), lambda ledger: tally_page(ledger, view, cell))

    def timeline(self, key: str, view: View, stretch: Stretch) -> TimelinePage:
        """Figures over time."""
        asked = ("timeline", view, stretch)
        return self._page(key, asked, lambda ledger: timeline_page(ledger, view, stretch.cursor, stretch.limit))

    def reports(self, key: str, stretch: Stretch) -> ReportsPage:
        """The reports of a conflict."""
        return self._page(key, ("reports", stretch), lambda ledger: reports_page(ledger, stretch.cursor, stretch.limit))

    def sources(self, key: str) -> SourcesPage:
        """The named voices of a conflict."""
        return self._page(key, "sources", sources_page)

    def source(self, key: str, name: str) -> SourcePage:
        """One voice."""
        return self._page(key, ("source", name), lambda ledger: source_page(name, ledger, self.archive))

    def explain(self, key: str, number: int | None, as_of: date | None) -> ExplainPage:
        """What makes a number."""
        return self._page(key, ("explain", number, as_of), lambda ledger: explain_page(ledger, number, as_of))

    def disputes(self, key: str, kind: str | None, stretch: Stretch) -> DisputesPage:
        """Who contradicts whom."""
        asked = ("disputes", kind, stretch)
        return self._page(key, asked, lambda ledger: disputes_page(ledger, kind, stretch.cursor, stretch.limit))

    def incidents(self, key: str, stretch: Stretch) -> IncidentsPage:
        """The harms that reports place and date."""
        asked = ("incidents", stretch)
        return self._page(key, asked, lambda ledger: incidents_page(ledger, stretch.cursor, stretch.limit))

    def report(self, document: str, at: str | None = None) -> ReportPage:
        """A report with what was read in it."""
        record, ledger = self._report(document)
        return ledger.pages.get(("report", document, at), lambda: report_page(record, ledger, at))

    def _report(self, document: str) -> tuple[ReportRecord, Ledger]:
        found = self.archive.document(document)
        ledger = self.ledgers.of(found.conflict) if found else None
        record = ledger.by_document.get(document) if ledger else None
        if ledger is None or record is None:
            raise NotFoundError(f"no report {document!r} is on record")
        return record, ledger

    def code(self, document: str, by: str) -> CodePage:
        """A coder's form for a report."""
        return code_page(*self._report(document), self.archive, by)

    def codings(self, document: str) -> CodingsPage:
        """Where two coders of a report differ."""
        return codings_page(*self._report(document), self.archive)

    def enter(self, key: str, report: str | None) -> EnterPage:
        """The form for a claim by hand."""
        return self._page(key, ("enter", report), lambda ledger: enter_page(ledger, report))

    def review(self, key: str, why: str | None, stretch: Stretch) -> ReviewPage:
        """What needs a look."""
        return review_page(self.archive, self.ledger(key), why, stretch.cursor, stretch.limit)

    def decisions(self, stretch: Stretch) -> DecisionsPage:
        """What people decided."""
        return decisions_page(self.archive, stretch.cursor, stretch.limit)

    def claim(self, identifier: str) -> ClaimPage:
        """A claim."""
        found = self.archive.claim(identifier)
        if found is None:
            raise NotFoundError(f"no claim {identifier!r} is on record")
        return claim_page(found, self.ledgers.of(found.conflict), self.archive)

    def search(self, wanted: ClaimFilter, stretch: Stretch) -> SearchPage:
        """Claims by words and by what they say."""
        return search_page(wanted, self.claims(wanted, stretch), self.conflicts())

    def warm(self) -> None:
        """Work out every conflict before somebody asks."""
        for one in self.archive.conflicts():
            self.ledgers.of(one.conflict)

    def about(self) -> AboutPage:
        """How the data came about."""
        return about_page(self.conflicts())
