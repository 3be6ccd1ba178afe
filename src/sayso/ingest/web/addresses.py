"""Which web addresses may be asked: http and https, and no host of a private network unless that is allowed.

A host is resolved once and the connection goes to the very address that was checked, so that a second answer of the
name server cannot lead it elsewhere.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import SplitResult, urlsplit, urlunsplit

import httpx

from sayso.errors import InputError

#: Every address of a host name; raises OSError where it has none.
Resolve = Callable[[str], Sequence[str]]

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_SCHEMES = ("http", "https")
_LINE_ENDS = "\x7f\x85\u2028\u2029"
#: IPv6 addresses of these networks carry an IPv4 address in their last 32 bits (NAT64).
_TRANSLATED = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))


def checked(url: str) -> str:
    """The address without its fragment; raises InputError for what is not a plain http or https address."""
    if any(character <= " " or character in _LINE_ENDS for character in url):
        raise InputError(f"{url!r}: no web address, it holds a blank or a control character")
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise InputError(f"{url!r}: no web address ({error})") from error
    if parts.scheme.lower() not in _SCHEMES:
        raise InputError(f"{url}: only http and https addresses are fetched")
    if not host:
        raise InputError(f"{url!r}: no web address")
    if "@" in parts.netloc:
        raise InputError(f"{_without_user(parts)}: an address with a user name or password is not fetched")
    return urlunsplit(parts._replace(fragment=""))


def _without_user(parts: SplitResult) -> str:
    """The address as it may be printed: a password belongs in no message."""
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def origin(url: str) -> str:
    """Scheme, host and port of an address."""
    parts = urlsplit(url)
    return f"{parts.scheme.lower()}://{parts.netloc.lower()}"


def resolve(host: str) -> tuple[str, ...]:
    """Every address of a host by the system's resolver, in its order; raises OSError where it has none."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except UnicodeError as error:  # a label that is too long or empty
        raise OSError(f"no host name: {error}") from error
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether an address is on the public internet, with every IPv4 address that it carries."""
    try:
        return all(each.is_global and not each.is_multicast for each in _carried(ipaddress.ip_address(address)))
    except ValueError:
        return False


def _carried(address: _Address) -> Iterator[_Address]:
    if isinstance(address, ipaddress.IPv4Address):
        yield address
        return
    if address.ipv4_mapped is not None:
        yield address.ipv4_mapped
        return
    yield address
    if address.sixtofour is not None:
        yield address.sixtofour
    if address.teredo is not None:
        yield from address.teredo
    if any(address in network for network in _TRANSLATED):
        yield ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)


class PinnedTransport(httpx.AsyncBaseTransport):
    """Resolves a request's host, refuses private addresses, and sends it to the address that was checked."""

    def __init__(self, inner: httpx.AsyncBaseTransport, resolve: Resolve, *, allow_private: bool) -> None:
        self._inner = inner
        self._resolve = resolve
        self._allow_private = allow_private

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send the request to the first of the host's addresses that takes the connection."""
        host = request.url.host
        addresses = await asyncio.to_thread(self._addresses, host)
        # The certificate is still checked against the host's name, which is what SNI carries.
        extensions = {**request.extensions, "sni_hostname": host}
        refused: httpx.ConnectError | None = None
        for address in addresses:
            url = request.url.copy_with(host=address)
            pinned = httpx.Request(request.method, url, headers=request.headers, extensions=extensions)
            try:
                return await self._inner.handle_async_request(pinned)
            except httpx.ConnectError as error:
                refused = error
        raise refused or httpx.ConnectError(f"{host} has no address")

    def _addresses(self, host: str) -> Sequence[str]:
        try:
            found = self._resolve(host)
        except OSError as error:
            raise httpx.ConnectError(f"the host {host} is not known") from error
        private = None if self._allow_private else next((each for each in found if not is_public(each)), None)
        if private is not None:
            raise InputError(f"{host} is at {private}, which is not a public address; --allow-private lets it be asked")
        return found

    async def aclose(self) -> None:
        """Close the connections."""
        await self._inner.aclose()
