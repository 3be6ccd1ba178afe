from __future__ import annotations

import ssl

import httpx
import pytest
import trustme

from sayso.errors import InputError
from sayso.ingest.web import Seams, Web, WebOptions
from tests.ingest.server import answering_over_tls


def a_web(authority: trustme.CA) -> Web:
    """A web in which every host is this machine, and which trusts one authority."""
    context = ssl.create_default_context()
    authority.configure_trust(context)
    seams = Seams(connect=lambda: httpx.AsyncHTTPTransport(verify=context), resolve=lambda host: ("127.0.0.1",))
    return Web(WebOptions(allow_private=True, pause=0.0), seams)


def test_a_certificate_is_checked_against_the_name_of_the_host_and_not_its_address() -> None:
    authority = trustme.CA()
    with answering_over_tls(b"page", authority.issue_cert("post.example")) as port:
        assert a_web(authority).fetch(f"https://post.example:{port}/1", 1000).data == b"page"
        with pytest.raises(InputError, match="cannot be fetched"):
            a_web(authority).fetch(f"https://other.example:{port}/1", 1000)
        with pytest.raises(InputError, match="cannot be fetched"):
            a_web(trustme.CA()).fetch(f"https://post.example:{port}/1", 1000)
