"""The application: pages, API and static files behind one guard."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from sayso import __version__
from sayso.errors import ConflictError, NotFoundError, SaysoError, StoreError
from sayso.serve.api import problems
from sayso.serve.api.routes import router as api_router
from sayso.serve.api.writing import router as api_writing_router
from sayso.serve.desk.actions import Actions
from sayso.serve.desk.archive import Archive
from sayso.serve.desk.desk import Desk
from sayso.serve.http.acting import ForbiddenError
from sayso.serve.web.failures import failure_page
from sayso.serve.web.options import ServeOptions
from sayso.serve.web.pages import router as page_router
from sayso.serve.web.rendering import Renderer
from sayso.serve.web.safety import Guard, Tokens, security_headers
from sayso.serve.web.writing import router as writing_router
from sayso.store.interface import Store

_THREADS = 6
_STATUS: dict[type[SaysoError], int] = {
    NotFoundError: 404,
    ForbiddenError: 403,
    ConflictError: 409,
    StoreError: 503,
}


def create_app(archive: Archive, options: ServeOptions | None = None, store: Store | None = None) -> FastAPI:
    """The application over an archive; `store`: the same as something that can be changed, where it can."""
    options = options or ServeOptions()
    app = FastAPI(
        title="sayso",
        version=__version__,
        description="Who asserted what about whose dead, in whose words. Nothing here says what is true.",
        openapi_url="/api/v1/openapi.json",
        lifespan=_few_at_once,
        docs_url=None,
        redoc_url=None,
    )
    tokens = Tokens()
    desk = Desk(archive)
    point(app, desk, Actions(desk, store) if store is not None else None)
    app.state.options = options
    app.state.tokens = tokens
    app.state.renderer = Renderer(options, tokens)
    app.include_router(api_router)
    app.include_router(api_writing_router)
    app.include_router(page_router)
    app.include_router(writing_router)
    app.mount("/static", StaticFiles(packages=[("sayso.serve.web", "static")]), name="static")
    _handle_errors(app)
    app.add_middleware(Tidied)
    app.add_middleware(Guard, options=options, refuse=refusal)
    return app


def point(app: FastAPI, desk: Desk, actions: Actions | None) -> None:
    """Answer over this desk from now on, and write by these actions; None: nothing can be changed."""
    app.state.desk = desk
    app.state.actions = actions
    #: Tags of answers made over another desk, or by another process, are of no use to this one.
    app.state.started = time.time_ns()


@asynccontextmanager
async def _few_at_once(app: FastAPI) -> AsyncIterator[None]:
    """Pages are made by few threads: they take turns on one interpreter anyway, and more of them all answer late."""
    current_default_thread_limiter().total_tokens = _THREADS
    yield


def _handle_errors(app: FastAPI) -> None:
    async def on_error(request: Request, error: Exception) -> Response:
        assert isinstance(error, SaysoError)
        status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), 400)
        return refusal(request, status, str(error))

    async def on_http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        answer = refusal(request, error.status_code, _plainly(error))
        answer.headers.update(error.headers or {})
        return answer

    async def on_invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        return refusal(request, 422, problems.told(error))

    async def on_fault(request: Request, error: Exception) -> Response:
        answer = refusal(request, 500, "sayso failed at this; nothing was changed, and its log has the details")
        answer.headers.update(security_headers(app.state.options))
        return answer

    app.add_exception_handler(Exception, on_fault)
    app.add_exception_handler(SaysoError, on_error)
    app.add_exception_handler(HTTPException, on_http)
    app.add_exception_handler(RequestValidationError, on_invalid)


def _plainly(error: HTTPException) -> str:
    return {404: "there is nothing at this address", 405: "this address does not take that method"}.get(
        error.status_code, str(error.detail)
    )


def refusal(request: Request, status: int, detail: str) -> Response:
    """What went wrong, as a page or, for the API, as a problem (RFC 9457)."""
    if request.url.path.startswith("/api/"):
        return problems.problem(status, detail)
    renderer = getattr(request.scope.get("app"), "state", None)
    if renderer is None:
        return PlainTextResponse(f"sayso: {detail}\n", status_code=status)
    return failure_page(renderer.renderer, request, status, detail)


class Tidied:
    """Leaves out parameters without a value, which forms send for every field left empty; not for the API."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The request without empty parameters."""
        if scope["type"] == "http" and not scope["path"].startswith("/api/") and scope["query_string"]:
            pairs: list[bytes] = scope["query_string"].split(b"&")
            kept: Any = [pair for pair in pairs if not pair.endswith(b"=")]
            scope = {**scope, "query_string": b"&".join(kept)}
        await self._app(scope, receive, send)
