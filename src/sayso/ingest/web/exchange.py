"""One request and its answer, within limits of time and size; no redirect is followed here."""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass

import httpx

from sayso.errors import InputError
from sayso.ingest.parcel import too_large

#: Makes what carries a request; a seam for tests, and closed after each exchange.
Connect = Callable[[], httpx.AsyncBaseTransport]

_PLAIN = ("", "identity")
_PACKED = ("gzip", "x-gzip", "deflate")
_BODILESS = (301, 302, 303, 304, 307, 308)
_PIECE_BYTES = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answers; the body is empty for a redirect and for "not modified"."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long an exchange may take, in seconds, and how large its body may be, unpacked."""

    #: For one step: to connect, or until the next bytes come.
    step: float
    #: For the whole exchange, so that a server cannot hold it by sending a byte now and then.
    whole: float
    max_bytes: int


def exchange(url: str, headers: Mapping[str, str], limits: Limits, connect: Connect) -> Answer:
    """Ask for `url`; raises InputError where no whole answer comes within the limits.

    It runs an event loop of its own, so that the time limit holds for every step; call it from no coroutine.
    """
    try:
        return asyncio.run(_timed(url, headers, limits, connect))
    except (TimeoutError, httpx.TimeoutException) as error:
        raise InputError(f"{url}: no whole answer in time ({limits.whole:g} s); try again later") from error
    except httpx.HTTPError as error:
        raise InputError(f"{url}: cannot be fetched ({str(error) or type(error).__name__})") from error
    except (httpx.InvalidURL, ValueError) as error:
        raise InputError(f"{url!r}: no web address ({error})") from error
    except zlib.error as error:
        raise InputError(f"{url}: broken compression ({error})") from error


async def _timed(url: str, headers: Mapping[str, str], limits: Limits, connect: Connect) -> Answer:
    async with (
        asyncio.timeout(limits.whole),
        httpx.AsyncClient(transport=connect(), timeout=limits.step, trust_env=False) as client,
        client.stream("GET", url, headers=dict(headers)) as response,
    ):
        body = b"" if response.status_code in _BODILESS else await _body(url, response, limits.max_bytes)
        return Answer(status=response.status_code, headers=dict(response.headers), body=body)


async def _body(url: str, response: httpx.Response, limit: int) -> bytes:
    """The body, unpacked here and not by httpx, so that a small answer cannot become a huge one."""
    encoding = response.headers.get("content-encoding", "").strip().lower()
    if encoding not in _PLAIN + _PACKED:
        raise InputError(f"{url}: content encoding {encoding}, which was not asked for")
    body = bytearray()
    async for piece in _unpacked(response.aiter_raw(_PIECE_BYTES), encoding, limit):
        body += piece
        if len(body) > limit:
            raise InputError(too_large(url, limit))
    return bytes(body)


async def _unpacked(pieces: AsyncIterator[bytes], encoding: str, limit: int) -> AsyncIterator[bytes]:
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32) if encoding in _PACKED else None
    async for piece in pieces:
        # One byte more than allowed is enough to know that it is too much.
        yield unpacker.decompress(piece, limit + 1) if unpacker else piece
