"""What stands between a request and the pages: whose address it came to, how large it is, whether it may change things.

The pages are served to this machine alone, yet every site open in its browser can send requests to it. Therefore the
Host header must name this machine (a name that was made to point here does not), a request that changes something must
come from a page of our own (its origin, and a token in its form), and nothing may change at all for `--reader`.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.serve.http.acting import ForbiddenError
from sayso.serve.web.options import FORM_BYTES, REPORT_BYTES, ServeOptions, is_loopback

COOKIE = "sayso_form"
#: Requests that change nothing by what they mean.
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
#: Sending a report for reading keeps nothing, so that a reader may do it too.
READINGS = "/api/v1/readings"

Refuse = Callable[[Request, int, str], Response]


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens that show that a form came from one of our pages: a secret of this process over a cookie."""

    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def cookie(self, request: Request) -> str:
        """The cookie of this browser, or a new one."""
        return request.cookies.get(COOKIE) or secrets.token_urlsafe(18)

    def token(self, cookie: str) -> str:
        """The token that belongs to a cookie."""
        return hmac.new(self.secret, cookie.encode("utf-8", "replace"), hashlib.sha256).hexdigest()

    def check(self, request: Request, given: str) -> None:
        """Raise ForbiddenError unless the form brought the token of its browser's cookie."""
        cookie = request.cookies.get(COOKIE)
        if not cookie or not hmac.compare_digest(self.token(cookie), given):
            raise ForbiddenError("this form has expired or is not ours; go back, load the page again and repeat it")


class Guard:
    """Refuses requests for another host, from another origin, too large, or changing what is served read-only."""

    def __init__(self, app: ASGIApp, options: ServeOptions, refuse: Refuse) -> None:
        self._app = app
        self._options = options
        self._refuse = refuse
        self._headers = security_headers(options)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The request, or a refusal; every answer gets the security headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = self._with_headers(send)
        refusal = self._refusal(scope)
        if refusal is not None:
            await self._refuse(Request(scope), *refusal)(scope, receive, answer)
            return
        limited = _Limited(receive, _limit(scope))
        await self._app(scope, limited, limited.unless_exceeded(answer))
        if limited.exceeded:
            await self._refuse(Request(scope), 413, _too_large(limited.limit))(scope, receive, answer)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        if not _names_this_machine(headers.get("host", "")):
            return 421, "this is a private service of one machine; its address is 127.0.0.1 or localhost"
        if scope["method"] in _SAFE:
            return None
        if not _own_origin(headers):
            return 403, "this request came from a page of another site"
        if self._options.reader and scope["path"] != READINGS:
            return 403, "served read-only (--reader): nothing can be changed here"
        told = headers.get("content-length", "0")
        if not (told.isascii() and told.isdigit()) or int(told) > _limit(scope):
            return 413, _too_large(_limit(scope))
        return None

    def _with_headers(self, send: Send) -> Callable[[Message], Awaitable[None]]:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        return sending


def _limit(scope: Scope) -> int:
    return REPORT_BYTES if scope["path"] == READINGS else FORM_BYTES


def _too_large(limit: int) -> str:
    return f"too large: at most {limit:,} bytes are taken here"


class _Limited:
    """Counts the bytes of a body as they come: a length that a request tells of itself proves nothing."""

    def __init__(self, receive: Receive, limit: int) -> None:
        self.limit = limit
        self.exceeded = False
        self._receive = receive
        self._left = limit

    async def __call__(self) -> Message:
        """The next piece; as if the asker had gone once there is too much."""
        message = await self._receive()
        if message["type"] == "http.request":
            self._left -= len(message.get("body", b""))
            if self._left < 0:
                self.exceeded = True
                return {"type": "http.disconnect"}
        return message

    def unless_exceeded(self, send: Send) -> Send:
        """Holds back what the application answers to half a body."""

        async def sending(message: Message) -> None:
            if not self.exceeded:
                await send(message)

        return sending


def _names_this_machine(host: str) -> bool:
    """True where a Host header names this machine and nothing else."""
    try:
        parts = urlsplit(f"//{host}")
        return bool(parts.hostname) and "@" not in host and is_loopback(parts.hostname or "") and parts.port != 0
    except ValueError:
        return False


def _own_origin(headers: Headers) -> bool:
    """True for requests of our own pages and of programs that are no browser."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def security_headers(options: ServeOptions) -> dict[str, str]:
    """Headers of every answer. No script or style but our own files; nothing from elsewhere but tiles, where asked."""
    tiles = urlsplit(options.tiles) if options.tiles else None
    images = "'self'" + (f" {tiles.scheme}://{tiles.netloc}" if tiles else "")
    policy = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": images,
        "connect-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    return {
        "content-security-policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "x-frame-options": "DENY",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=()",
    }
