"""The page for what could not be shown."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from fastapi import Request
from starlette.responses import Response

from sayso.serve.web.rendering import Renderer

#: Statuses in plain words.
_TITLES = {
    403: "This is not allowed",
    404: "Nothing is here",
    413: "This is too large",
    422: "This cannot be done as it was asked",
    500: "sayso failed",
    503: "The database does not answer",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FailurePage:
    """What went wrong, in one line, and its status."""

    status: int
    title: str
    detail: str
    #: What was entered in a form that could not be carried out, so that it is not lost.
    kept: tuple[tuple[str, str], ...] = ()


def failure_page(
    renderer: Renderer, request: Request, status: int, detail: str, kept: tuple[tuple[str, str], ...] = ()
) -> Response:
    """The page of a failure."""
    title = _TITLES.get(status, HTTPStatus(status).phrase)
    context = FailurePage(status=status, title=title, detail=detail, kept=kept)
    return renderer.page(request, "failure.html", context, status)
