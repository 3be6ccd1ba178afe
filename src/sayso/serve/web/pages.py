"""The pages' addresses. Each asks the desk for its context and renders the template of the same name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import RedirectResponse, Response

from sayso.serve.desk.desk import Desk
from sayso.serve.http.asking import (
    AskedCell,
    AskedFilter,
    AskedKind,
    AskedNumber,
    AskedReason,
    AskedStretch,
    AskedView,
    At,
    Day,
    Name,
)
from sayso.serve.http.caching import etag, here, unchanged
from sayso.serve.web.pictures import Ground, Pictured, timeline_picture
from sayso.serve.web.rendering import CODER_COOKIE, THEME_COOKIE, THEMES, Renderer, coder_of, local, theme_of
from sayso.serve.web.safety import COOKIE


def asked_picture(as_of: Day = None, whole: bool = False, theme: Ground = "light") -> Pictured:
    """Which picture of figures over time."""
    return Pictured(as_of=as_of, whole=whole, theme=theme)


AskedPicture = Annotated[Pictured, Depends(asked_picture)]
router = APIRouter(include_in_schema=False, default_response_class=Response)
#: A browser may keep a page but asks every time whether it still holds.
CACHING = {"cache-control": "private, no-cache", "vary": "cookie"}


def shown(request: Request, template: str, make: Callable[[Desk], Any]) -> Response:
    """The page, or that it has not changed since the browser last asked."""
    desk: Desk = request.app.state.desk
    renderer: Renderer = request.app.state.renderer
    cookies = (theme_of(request), request.cookies.get(COOKIE), request.cookies.get(CODER_COOKIE))
    tag = etag(request.app.state.started, desk.archive.revision(), here(request), *cookies)
    headers = {**CACHING, "etag": tag}
    if unchanged(request, tag) and request.cookies.get(COOKIE):
        return Response(status_code=304, headers=headers)
    response = renderer.page(request, template, make(desk))
    response.headers.update(headers)
    return response


@router.get("/")
def index(request: Request) -> Response:
    """Every conflict."""
    return shown(request, "index.html", lambda desk: desk.index())


@router.get("/conflict/{key}")
def conflict(request: Request, key: str, view: AskedView) -> Response:
    """A conflict at a glance."""
    return shown(request, "conflict.html", lambda desk: desk.conflict(key, view))


@router.get("/conflict/{key}/tally")
def tally(request: Request, key: str, view: AskedView, cell: AskedCell) -> Response:
    """What one tally rests on."""
    return shown(request, "tally.html", lambda desk: desk.tally(key, view, cell))


@router.get("/conflict/{key}/timeline")
def timeline(request: Request, key: str, view: AskedView, stretch: AskedStretch) -> Response:
    """Figures over time."""
    return shown(request, "timeline.html", lambda desk: desk.timeline(key, view, stretch))


@router.get("/conflict/{key}/timeline.svg")
def timeline_svg(request: Request, key: str, pictured: AskedPicture) -> Response:
    """The chart of figures over time."""
    desk: Desk = request.app.state.desk
    tag = etag(request.app.state.started, desk.archive.revision(), here(request))
    headers = {"cache-control": "private, no-cache", "etag": tag}
    if unchanged(request, tag):
        return Response(status_code=304, headers=headers)
    picture = timeline_picture(desk.ledger(key), pictured)
    return Response(picture, media_type="image/svg+xml", headers=headers)


@router.get("/conflict/{key}/reports")
def reports(request: Request, key: str, stretch: AskedStretch) -> Response:
    """The reports of a conflict."""
    return shown(request, "reports.html", lambda desk: desk.reports(key, stretch))


@router.get("/conflict/{key}/sources")
def sources(request: Request, key: str) -> Response:
    """The named voices of a conflict."""
    return shown(request, "sources.html", lambda desk: desk.sources(key))


@router.get("/conflict/{key}/source")
def source(request: Request, key: str, name: Name) -> Response:
    """One voice."""
    return shown(request, "source.html", lambda desk: desk.source(key, name))


@router.get("/conflict/{key}/explain")
def explain(request: Request, key: str, n: AskedNumber = None, as_of: Day = None) -> Response:
    """What makes a number."""
    return shown(request, "explain.html", lambda desk: desk.explain(key, n, as_of))


@router.get("/conflict/{key}/disputes")
def disputes(request: Request, key: str, stretch: AskedStretch, kind: AskedKind = None) -> Response:
    """Who contradicts whom."""
    return shown(request, "disputes.html", lambda desk: desk.disputes(key, kind, stretch))


@router.get("/conflict/{key}/incidents")
def incidents(request: Request, key: str, stretch: AskedStretch) -> Response:
    """The harms that reports place and date."""
    return shown(request, "incidents.html", lambda desk: desk.incidents(key, stretch))


@router.get("/report/{document}")
def report(request: Request, document: str, at: At = None) -> Response:
    """A report."""
    return shown(request, "report.html", lambda desk: desk.report(document, at))


@router.get("/claim/{identifier}")
def claim(request: Request, identifier: str) -> Response:
    """A claim."""
    return shown(request, "claim.html", lambda desk: desk.claim(identifier))


@router.get("/conflict/{key}/review")
def review(request: Request, key: str, stretch: AskedStretch, why: AskedReason = None) -> Response:
    """What needs a look."""
    return shown(request, "review.html", lambda desk: desk.review(key, why, stretch))


@router.get("/conflict/{key}/enter")
def enter(request: Request, key: str, report: Annotated[str | None, Query(max_length=200)] = None) -> Response:
    """The form for a claim by hand."""
    return shown(request, "enter.html", lambda desk: desk.enter(key, report))


@router.get("/report/{document}/code")
def code(request: Request, document: str) -> Response:
    """A coder's form for a report, for whoever reviews in this browser."""
    return shown(request, "code.html", lambda desk: desk.code(document, coder_of(request)))


@router.get("/report/{document}/codings")
def codings(request: Request, document: str) -> Response:
    """Where two coders of a report differ."""
    return shown(request, "codings.html", lambda desk: desk.codings(document))


@router.get("/decisions")
def decisions(request: Request, stretch: AskedStretch) -> Response:
    """What people decided."""
    return shown(request, "decisions.html", lambda desk: desk.decisions(stretch))


@router.get("/search")
def search(request: Request, wanted: AskedFilter, stretch: AskedStretch) -> Response:
    """Claims by words and by what they say."""
    return shown(request, "search.html", lambda desk: desk.search(wanted, stretch))


@router.get("/about")
def about(request: Request) -> Response:
    """How the data came about."""
    return shown(request, "about.html", lambda desk: desk.about())


@router.get("/theme")
def theme(
    to: Annotated[str, Query(max_length=8)] = "auto", back: Annotated[str, Query(max_length=2000)] = "/"
) -> Response:
    """Light, dark, or as the system prefers; then back to where the reader was."""
    response = RedirectResponse(local(back), status_code=303)
    response.set_cookie(THEME_COOKIE, to if to in THEMES else "auto", samesite="strict", max_age=365 * 86_400, path="/")
    return response
