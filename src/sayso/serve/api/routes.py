"""The API's addresses, version 1: each page's context at the page's own address below /api/v1, and lists as CSV."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, Request
from pydantic import TypeAdapter
from starlette.responses import Response, StreamingResponse

from sayso.serve.api import problems
from sayso.serve.api.reading import Submitted, read
from sayso.serve.api.tables import claims_csv, conflict_csv
from sayso.serve.desk.about import AboutPage
from sayso.serve.desk.cards import ClaimCard, stored_card
from sayso.serve.desk.claim import ClaimPage
from sayso.serve.desk.conflict import ConflictPage, ReportsPage, TallyPage, TimelinePage
from sayso.serve.desk.desk import Desk
from sayso.serve.desk.disagreement import DisputesPage
from sayso.serve.desk.explaining import ExplainPage
from sayso.serve.desk.incidents import IncidentsPage
from sayso.serve.desk.index import IndexPage
from sayso.serve.desk.report import ReportPage
from sayso.serve.desk.search import SearchPage
from sayso.serve.desk.source import SourcePage, SourcesPage
from sayso.serve.http.asking import (
    AskedCell,
    AskedFilter,
    AskedKind,
    AskedNumber,
    AskedStretch,
    AskedView,
    At,
    Day,
    Name,
)
from sayso.serve.http.caching import etag, here, unchanged

router = APIRouter(prefix="/api/v1", responses=problems.RESPONSES)
CSV = "text/csv; charset=utf-8"
_CSV_ANSWER: dict[int | str, dict[str, Any]] = {
    200: {"description": "OK", "content": {"text/csv": {"schema": {"type": "string"}}}}
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimList:
    """A stretch of claims, the latest said first."""

    claims: tuple[ClaimCard, ...]
    next_cursor: str | None
    #: How many fit; only with the first stretch.
    total: int | None


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def answered(request: Request, kind: Any, make: Callable[[Desk], Any]) -> Response:
    """A context as JSON, or that it has not changed since the asker got it."""
    desk: Desk = request.app.state.desk
    tag = etag(request.app.state.started, desk.archive.revision(), here(request))
    headers = {"cache-control": "private, no-cache", "etag": tag}
    if unchanged(request, tag):
        return Response(status_code=304, headers=headers)
    return Response(_adapter(kind).dump_json(make(desk)), media_type="application/json", headers=headers)


@router.get("/", response_model=IndexPage)
def index(request: Request) -> Response:
    """Every conflict on record."""
    return answered(request, IndexPage, lambda desk: desk.index())


@router.get("/conflict/{key}", response_model=ConflictPage)
def conflict(request: Request, key: str, view: AskedView) -> Response:
    """A conflict at a glance: tallies, figures over time, places, what is latest and what is disputed most."""
    return answered(request, ConflictPage, lambda desk: desk.conflict(key, view))


@router.get("/conflict/{key}/tally", response_model=TallyPage)
def tally(request: Request, key: str, view: AskedView, cell: AskedCell) -> Response:
    """What one tally rests on: every claim used or set aside, and why."""
    return answered(request, TallyPage, lambda desk: desk.tally(key, view, cell))


@router.get("/conflict/{key}/timeline", response_model=TimelinePage)
def timeline(request: Request, key: str, view: AskedView, stretch: AskedStretch) -> Response:
    """Figures over time, by side, harm, group and voice."""
    return answered(request, TimelinePage, lambda desk: desk.timeline(key, view, stretch))


@router.get("/conflict/{key}/reports", response_model=ReportsPage)
def reports(request: Request, key: str, stretch: AskedStretch) -> Response:
    """The reports of a conflict, the latest first."""
    return answered(request, ReportsPage, lambda desk: desk.reports(key, stretch))


@router.get("/conflict/{key}/sources", response_model=SourcesPage)
def sources(request: Request, key: str) -> Response:
    """The named voices of a conflict."""
    return answered(request, SourcesPage, lambda desk: desk.sources(key))


@router.get("/conflict/{key}/source", response_model=SourcePage)
def source(request: Request, key: str, name: Name) -> Response:
    """All that one voice said."""
    return answered(request, SourcePage, lambda desk: desk.source(key, name))


@router.get("/conflict/{key}/explain", response_model=ExplainPage)
def explain(request: Request, key: str, n: AskedNumber = None, as_of: Day = None) -> Response:
    """What on record makes a number."""
    return answered(request, ExplainPage, lambda desk: desk.explain(key, n, as_of))


@router.get("/conflict/{key}/disputes", response_model=DisputesPage)
def disputes(request: Request, key: str, stretch: AskedStretch, kind: AskedKind = None) -> Response:
    """Who contradicts whom, and what is worth asking."""
    return answered(request, DisputesPage, lambda desk: desk.disputes(key, kind, stretch))


@router.get("/conflict/{key}/incidents", response_model=IncidentsPage)
def incidents(request: Request, key: str, stretch: AskedStretch) -> Response:
    """The harms that reports place and date."""
    return answered(request, IncidentsPage, lambda desk: desk.incidents(key, stretch))


@router.get("/conflict/{key}/{table}.csv", response_class=Response, responses=_CSV_ANSWER)
def table_csv(
    request: Request, key: str, table: Literal["tallies", "timeline", "disputes", "incidents"], view: AskedView
) -> Response:
    """A table of a conflict as CSV. Policy and day bear on the tallies."""
    desk: Desk = request.app.state.desk
    return Response(conflict_csv(desk.ledger(key), table, view), media_type=CSV)


@router.get("/report/{document}", response_model=ReportPage)
def report(request: Request, document: str, at: At = None) -> Response:
    """A report with everything read in it."""
    return answered(request, ReportPage, lambda desk: desk.report(document, at))


@router.get("/claim/{identifier}", response_model=ClaimPage)
def claim(request: Request, identifier: str) -> Response:
    """A claim, its words, who vouches for it and how it stands to others."""
    return answered(request, ClaimPage, lambda desk: desk.claim(identifier))


@router.get("/claims", response_model=ClaimList)
def claims(request: Request, wanted: AskedFilter, stretch: AskedStretch) -> Response:
    """Claims by words and by what they say, the latest said first."""

    def make(desk: Desk) -> ClaimList:
        found = desk.claims(wanted, stretch)
        cards = tuple(stored_card(one) for one in found.rows)
        return ClaimList(claims=cards, next_cursor=found.next_cursor, total=found.total)

    return answered(request, ClaimList, make)


@router.get("/claims.csv", response_class=StreamingResponse, responses=_CSV_ANSWER)
def claims_as_csv(request: Request, wanted: AskedFilter) -> Response:
    """Every claim that fits, as CSV."""
    desk: Desk = request.app.state.desk
    return StreamingResponse(claims_csv(desk.archive, wanted), media_type=CSV)


@router.get("/search", response_model=SearchPage)
def search(request: Request, wanted: AskedFilter, stretch: AskedStretch) -> Response:
    """The search page: the claims that fit and the form filled in."""
    return answered(request, SearchPage, lambda desk: desk.search(wanted, stretch))


@router.get("/about", response_model=AboutPage)
def about(request: Request) -> Response:
    """How the data came about."""
    return answered(request, AboutPage, lambda desk: desk.about())


@router.post("/readings", responses=problems.responses(413))
def readings(submitted: Annotated[Submitted, Body()]) -> dict[str, Any]:
    """Read a report: its record as `sayso read --format json` gives it. Nothing is kept."""
    return read(submitted)
