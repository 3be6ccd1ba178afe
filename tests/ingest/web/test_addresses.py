from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.ingest.web.addresses import checked, is_public, resolve


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.255.0.3",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "no address",
    ],
)
def test_addresses_that_are_not_of_the_public_internet(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.215.14", "2606:4700::1111", "64:ff9b::101:101"])
def test_addresses_that_are(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses(v=4))
def test_an_address_is_as_public_inside_ipv6_as_outside(address: ipaddress.IPv4Address) -> None:
    assert is_public(f"::ffff:{address}") == is_public(str(address))


@given(st.text())
def test_any_text_is_an_address_or_refused_in_one_line(text: str) -> None:
    refusal = ""
    try:
        checked(f"http://{text}")
    except InputError as error:
        refusal = str(error)
    assert "\n" not in refusal


def test_a_password_is_not_printed() -> None:
    with pytest.raises(InputError) as caught:
        checked("https://user:secret@post.example/")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f.1"])
def test_other_spellings_of_this_machine_are_found_out(host: str) -> None:
    assert not any(is_public(address) for address in resolve(host))


def test_a_host_that_cannot_be_is_an_os_error() -> None:
    with pytest.raises(OSError, match="no host name"):
        resolve("a" * 70 + ".example")
