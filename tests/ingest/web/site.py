"""An internet of a few pages, behind httpx's own seam, and a clock that only sleeping moves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import httpx

from sayso.ingest.web import Seams, Web, WebOptions
from sayso.ingest.web.addresses import Resolve

NOW = datetime(2021, 3, 4, 12, tzinfo=UTC)
PUBLIC = "198.51.102.7"
Answering = Callable[[httpx.Request], httpx.Response]


def an_answer(body: bytes | str = b"", status: int = 200, **headers: str) -> httpx.Response:
    """An answer as it comes off the wire: its body is still to be read, and still packed."""
    data = body.encode() if isinstance(body, str) else body
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.Response(status, headers=named, stream=httpx.ByteStream(data))


@dataclass
class Site:
    """Answers by address; what it does not know is not found. Remembers what it was asked."""

    pages: Mapping[str, str | Answering]
    media_type: str = "text/html; charset=utf-8"
    asked: list[httpx.Request] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        page = self.pages.get(f"{request.url.scheme}://{request.headers['host']}{request.url.raw_path.decode()}")
        if page is None:
            return an_answer(status=404)
        return an_answer(page, content_type=self.media_type) if isinstance(page, str) else page(request)

    @property
    def addresses(self) -> list[str]:
        """What was asked for, robots.txt left out, as the client wrote it."""
        asked = [f"{request.url.scheme}://{request.headers['host']}{request.url.path}" for request in self.asked]
        return [address for address in asked if not address.endswith("/robots.txt")]


@dataclass
class Clock:
    """Time that passes only while somebody sleeps."""

    time: float = 0.0
    slept: list[float] = field(default_factory=list)

    def monotonic(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds


def at(**hosts: tuple[str, ...]) -> Resolve:
    """A name server that knows some hosts (a dot in a name is written __); all others are public."""
    known = {host.replace("__", "."): addresses for host, addresses in hosts.items()}
    return lambda host: known.get(host, (PUBLIC,))


def a_web(
    site: Answering,
    *,
    resolve: Resolve = lambda host: (PUBLIC,),
    clock: Clock | None = None,
    cache: Path | None = None,
    allow_private: bool = False,
) -> Web:
    """A web in which every host is at one public address, unless `resolve` says otherwise."""
    clock = clock or Clock()
    seams = Seams(
        connect=lambda: httpx.MockTransport(site),
        resolve=resolve,
        now=lambda: NOW,
        monotonic=clock.monotonic,
        sleep=clock.sleep,
    )
    return Web(WebOptions(cache=cache, allow_private=allow_private), seams)
