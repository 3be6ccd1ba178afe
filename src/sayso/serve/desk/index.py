"""The first page: every conflict on record, and the latest reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.serve.desk import links
from sayso.serve.desk.archive import Archive
from sayso.serve.desk.cards import ReportCard, report_card
from sayso.serve.desk.view import conflict_name
from sayso.store.interface import ConflictCount, DocumentFilter, Page

_LATEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictCard:
    """A conflict as the first page lists it."""

    id: str
    name: str
    href: str
    reports: int
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPage:
    """Every conflict on record, by name, and the latest reports."""

    conflicts: tuple[ConflictCard, ...]
    latest: tuple[ReportCard, ...]
    #: Some of what is on record was written to test software.
    sample: bool


def index_page(archive: Archive, conflicts: Sequence[ConflictCount]) -> IndexPage:
    """The first page; works out no conflict, so that it is there at once."""
    cards = sorted((_card(one) for one in conflicts), key=lambda card: card.name.casefold())
    latest = archive.documents(Page(limit=_LATEST)).rows
    samples = archive.documents(Page(limit=1), DocumentFilter(sample=True)).rows
    return IndexPage(
        conflicts=tuple(cards),
        latest=tuple(report_card(one.document) for one in latest),
        sample=bool(samples),
    )


def _card(one: ConflictCount) -> ConflictCard:
    return ConflictCard(
        id=links.conflict_key(one.conflict),
        name=conflict_name(one.conflict),
        href=links.conflict_path(one.conflict),
        reports=one.documents,
        claims=one.claims,
    )
