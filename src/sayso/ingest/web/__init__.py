"""Pages and feeds from the web: politely (robots.txt, pauses, conditional requests), and within limits."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.message import Message
from functools import partial
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urljoin

import httpx

from sayso import __version__
from sayso.errors import InputError
from sayso.ingest.parcel import MEGABYTE, Parcel, in_memory
from sayso.ingest.web.addresses import PinnedTransport, Resolve, checked, origin, resolve
from sayso.ingest.web.cache import Kept, PageCache
from sayso.ingest.web.exchange import Answer, Connect, Limits, exchange
from sayso.ingest.web.robots import Rules

AGENT = "sayso"
MAX_REDIRECTS = 5
#: A site that asks for longer pauses is left alone, rather than its wish or the user's patience.
LONGEST_PAUSE = 60.0
_REDIRECTS = (301, 302, 303, 307, 308)
_ROBOTS_BYTES = MEGABYTE // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Seams:
    """What a test puts its own in the place of: the network, the name server and the clock."""

    connect: Connect | None = None
    resolve: Resolve = resolve
    now: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True, kw_only=True)
class WebOptions:
    """How the web is asked."""

    #: Let hosts of a private network be asked, this machine among them.
    allow_private: bool = False
    #: Least seconds between two requests to one site.
    pause: float = 1.0
    #: Seconds until the next bytes must have come, and for a whole answer.
    step_timeout: float = 15.0
    whole_timeout: float = 60.0
    #: Folder where pages are kept for conditional requests; None for none.
    cache: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as it was fetched, at the address where the redirects ended."""

    url: str
    data: bytes
    media_type: str | None
    charset: str | None
    retrieved_at: datetime

    def parcel(self, name: str) -> Parcel:
        """The page on its way to a reader."""
        return Parcel(
            where=self.url,
            name=name,
            stream=in_memory(self.data),
            uri=self.url,
            media_type=self.media_type,
            charset=self.charset,
            retrieved_at=self.retrieved_at,
        )


class Web:
    """Fetches pages. One object a run: it remembers each site's rules and when it was last asked."""

    def __init__(self, options: WebOptions | None = None, seams: Seams | None = None) -> None:
        self._options = options or WebOptions()
        self._seams = seams or Seams()
        self._cache = PageCache(self._options.cache) if self._options.cache else None
        self._rules: dict[str, Rules] = {}
        self._free_at: dict[str, float] = {}
        self._connect = self._seams.connect or partial(httpx.AsyncHTTPTransport, verify=httpx.create_ssl_context())

    def fetch(self, url: str, max_bytes: int) -> Page:
        """The page at an address; raises InputError where it may not or cannot be fetched."""
        address = checked(url)
        for _ in range(MAX_REDIRECTS + 1):
            self._ask_leave(address)
            kept = self._cache.load(address) if self._cache else None
            answer = self._ask(address, max_bytes, kept.conditions() if kept else {})
            if answer.status not in _REDIRECTS:
                return self._page(address, answer, kept)
            address = _redirected(address, answer)
        raise InputError(f"{url}: more than {MAX_REDIRECTS} redirects")

    def _ask_leave(self, url: str) -> None:
        site = origin(url)
        if site not in self._rules:
            self._rules[site] = self._fetch_rules(site)
        rules = self._rules[site]
        if rules.refusal:
            raise InputError(f"{url}: not fetched, {rules.refusal}")
        if not rules.allow(url, AGENT):
            raise InputError(f"{url}: not fetched, {site}/robots.txt does not allow it")
        if rules.delay(AGENT) > LONGEST_PAUSE:
            raise InputError(f"{url}: not fetched, {site}/robots.txt asks for {rules.delay(AGENT):g} s between pages")

    def _fetch_rules(self, site: str) -> Rules:
        """A site's rules. None to be had (4xx) allows all, an error (5xx, no answer) nothing, as RFC 9309 says."""
        address = f"{site}/robots.txt"
        for _ in range(MAX_REDIRECTS + 1):
            answer = self._ask(address, _ROBOTS_BYTES, {})
            if answer.status in _REDIRECTS:
                address = _redirected(address, answer)
            elif answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
                return Rules(refusal=f"{site}/robots.txt answers {answer.status}; try again later")
            elif answer.status >= HTTPStatus.BAD_REQUEST:
                return Rules()
            else:
                return Rules.parse(answer.body.decode("utf-8", "replace"))
        return Rules()

    def _ask(self, url: str, max_bytes: int, conditions: dict[str, str]) -> Answer:
        self._wait(origin(url))
        limits = Limits(step=self._options.step_timeout, whole=self._options.whole_timeout, max_bytes=max_bytes)
        headers = {"user-agent": f"{AGENT}/{__version__}", "accept-encoding": "gzip", "accept": "*/*", **conditions}
        return exchange(url, headers, limits, self._transport)

    def _transport(self) -> PinnedTransport:
        return PinnedTransport(self._connect(), self._seams.resolve, allow_private=self._options.allow_private)

    def _wait(self, site: str) -> None:
        """Sleep until the site may be asked again."""
        now = self._seams.monotonic()
        if (left := self._free_at.get(site, now) - now) > 0:
            self._seams.sleep(left)
        asked = self._rules[site].delay(AGENT) if site in self._rules else 0.0
        self._free_at[site] = self._seams.monotonic() + max(self._options.pause, asked)

    def _page(self, url: str, answer: Answer, kept: Kept | None) -> Page:
        if answer.status == HTTPStatus.NOT_MODIFIED and kept is not None:
            return _as_page(url, kept)
        if answer.status != HTTPStatus.OK:
            raise InputError(f"{url}: the server answers {answer.status} {_phrase(answer.status)}".rstrip())
        page = Kept(
            body=answer.body,
            retrieved_at=self._seams.now(),
            content_type=answer.headers.get("content-type", ""),
            etag=answer.headers.get("etag"),
            last_modified=answer.headers.get("last-modified"),
        )
        if self._cache and page.conditions():
            self._cache.save(url, page)
        return _as_page(url, page)


def _as_page(url: str, kept: Kept) -> Page:
    header = Message()
    header["content-type"] = kept.content_type.replace("\r", " ").replace("\n", " ")
    return Page(
        url=url,
        data=kept.body,
        media_type=header.get_content_type() if kept.content_type.strip() else None,
        charset=header.get_content_charset(),
        retrieved_at=kept.retrieved_at,
    )


def _redirected(url: str, answer: Answer) -> str:
    """Where an answer leads; raises InputError where that is nowhere that may be asked."""
    target = answer.headers.get("location")
    if not target:
        raise InputError(f"{url}: a redirect to nowhere")
    try:
        return checked(urljoin(url, target))
    except ValueError as error:
        raise InputError(f"{url}: a redirect to {target!r}, which is no web address") from error


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
