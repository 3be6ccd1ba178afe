"""Contexts to HTML. Every template gets one `page`, and `site`: what surrounds it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import unquote, urlsplit

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from sayso import __version__
from sayso.serve.desk import links
from sayso.serve.desk.forms import CREDIBILITY, RELIABILITY, options
from sayso.serve.http.caching import here
from sayso.serve.web.maps import map_drawing
from sayso.serve.web.options import ServeOptions
from sayso.serve.web.pictures import picture_path
from sayso.serve.web.safety import COOKIE, Tokens

THEME_COOKIE = "sayso_theme"
CODER_COOKIE = "sayso_coder"
THEMES = ("auto", "light", "dark")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What surrounds every page."""

    theme: str
    reader: bool
    #: Where this page is, for links back to it.
    here: str
    token: str
    #: Who reviews in this browser, as they said themselves; empty where they did not.
    coder: str
    version: str


def environment(tiles: str | None = None) -> Environment:
    """Templates: everything escaped, nothing undefined. `tiles`: where map tiles come from."""
    made = Environment(
        loader=PackageLoader("sayso.serve.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["thousands"] = lambda number: f"{number:,}"
    made.globals["to"] = links.to
    made.globals["picture_path"] = picture_path
    made.globals["reliability"] = options(RELIABILITY)
    made.globals["credibility"] = options(CREDIBILITY)
    made.globals["map_drawing"] = partial(map_drawing, tiles=tiles)
    return made


class Renderer:
    """Turns contexts into answers."""

    def __init__(self, served: ServeOptions, tokens: Tokens) -> None:
        self._templates = environment(served.tiles)
        self._reader = served.reader
        self._tokens = tokens

    def page(self, request: Request, template: str, context: Any, status: int = 200) -> Response:
        """The page of a context."""
        cookie = self._tokens.cookie(request)
        site = Site(
            theme=theme_of(request),
            reader=self._reader,
            here=here(request),
            token=self._tokens.token(cookie),
            coder=coder_of(request),
            version=__version__,
        )
        html = self._templates.get_template(template).render(page=context, site=site)
        response = HTMLResponse(html, status_code=status)
        if request.cookies.get(COOKIE) != cookie:
            response.set_cookie(COOKIE, cookie, httponly=True, samesite="strict", path="/")
        return response


def coder_of(request: Request) -> str:
    """Who reviews in this browser, as they said themselves; empty where they did not."""
    return unquote(request.cookies.get(CODER_COOKIE, ""), errors="replace")[:80]


def theme_of(request: Request) -> str:
    """Light, dark, or what the system prefers."""
    asked = request.query_params.get("theme") or request.cookies.get(THEME_COOKIE) or "auto"
    return asked if asked in THEMES else "auto"


def local(address: str) -> str:
    """An address of ours as given; the first page for anything that leads elsewhere."""
    parts = urlsplit(address)
    ours = address.startswith("/") and not address.startswith(("//", "/\\")) and not parts.netloc and not parts.scheme
    return address if ours and address.isprintable() else "/"
