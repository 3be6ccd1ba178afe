from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from sayso.errors import InputError
from sayso.ingest.web import Web
from tests.ingest.pages import a_page
from tests.ingest.web.site import NOW, PUBLIC, Answering, Clock, Site, a_web, an_answer, at

PAGE = "https://post.example/1"
LIMIT = 100_000


def refusal(web: Web, url: str = PAGE, limit: int = LIMIT) -> str:
    with pytest.raises(InputError) as caught:
        web.fetch(url, limit)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def moved(target: str, status: int = 302) -> Answering:
    return lambda request: an_answer(status=status, location=target)


def answering(status: int) -> Answering:
    return lambda request: an_answer(status=status)


def test_a_page_comes_with_its_media_type_and_time() -> None:
    page = a_web(Site({PAGE: a_page()})).fetch(PAGE + "#top", LIMIT)
    assert (page.url, page.media_type, page.charset, page.retrieved_at) == (PAGE, "text/html", "utf-8", NOW)
    assert page.data == a_page().encode()


def test_the_connection_goes_to_the_address_that_was_checked() -> None:
    site = Site({PAGE: a_page()})
    a_web(site).fetch(PAGE, LIMIT)
    assert {request.url.host for request in site.asked} == {PUBLIC}
    assert {request.headers["host"] for request in site.asked} == {"post.example"}
    assert {request.extensions["sni_hostname"] for request in site.asked} == {"post.example"}


def test_an_address_that_takes_no_connection_gives_way_to_the_next() -> None:
    def page(request: httpx.Request) -> httpx.Response:
        if request.url.host == "198.51.102.8":
            raise httpx.ConnectError("refused")
        return an_answer(b"x")

    web = a_web(Site({PAGE: page}), resolve=at(post__example=("198.51.102.8", PUBLIC)))
    assert web.fetch(PAGE, LIMIT).data == b"x"


def test_redirects_are_followed_to_the_page() -> None:
    site = Site({PAGE: moved("/2"), "https://post.example/2": moved("https://www.post.example/3", 308)})
    site.pages = {**site.pages, "https://www.post.example/3": a_page()}
    assert a_web(site).fetch(PAGE, LIMIT).url == "https://www.post.example/3"


def test_five_redirects_are_followed_and_no_more() -> None:
    pages: dict[str, str | Answering] = {f"https://post.example/{n}": moved(f"/{n + 1}") for n in range(1, 7)}
    site = Site({**pages, "https://post.example/6": a_page()})
    assert a_web(site).fetch(PAGE, LIMIT).url == "https://post.example/6"
    site = Site({**pages, "https://post.example/7": a_page()})
    assert refusal(a_web(site)) == f"{PAGE}: more than 5 redirects"
    assert len(site.addresses) == 6


def test_an_endless_redirect_ends() -> None:
    assert "more than 5 redirects" in refusal(a_web(Site({PAGE: moved(PAGE)})))


@pytest.mark.parametrize(
    ("target", "cause"),
    [
        ("http://127.0.0.1/x", "127.0.0.1 is at 127.0.0.1, which is not a public address"),
        ("http://intern.example/", "intern.example is at 10.0.0.5, which is not a public address"),
        ("file:///etc/passwd", "only http and https"),
        ("http://a:b@post.example/", "user name or password"),
        ("http://[::1", "Invalid URL in location header"),
        ("", "a redirect to nowhere"),
    ],
)
def test_a_redirect_to_what_may_not_be_asked_is_refused(target: str, cause: str) -> None:
    resolve = at(**{"127.0.0.1": ("127.0.0.1",)}, intern__example=("10.0.0.5",))
    assert cause in refusal(a_web(Site({PAGE: moved(target)}), resolve=resolve))


def test_a_host_is_looked_up_for_every_request_and_each_answer_is_checked() -> None:
    """A name server that gives a public address first and a private one later gains nothing."""
    site = Site({PAGE: a_page()})
    answers = iter([(PUBLIC,), (PUBLIC, "192.168.1.1")])
    web = a_web(site, resolve=lambda host: next(answers))
    assert "192.168.1.1, which is not a public address" in refusal(web)


def test_private_hosts_are_asked_when_that_is_allowed() -> None:
    web = a_web(Site({"http://127.0.0.1/": a_page()}), resolve=lambda host: (host,), allow_private=True)
    assert web.fetch("http://127.0.0.1/", LIMIT).data


def test_an_answer_over_the_limit_is_refused() -> None:
    assert "over the limit of 0.001 MB" in refusal(a_web(Site({PAGE: a_page() + " " * 1000})), limit=1000)


@pytest.mark.parametrize(
    ("status", "words"), [(404, "404 Not Found"), (503, "503 Service"), (299, "299"), (304, "304")]
)
def test_any_other_answer_is_told(status: int, words: str) -> None:
    assert f"{PAGE}: the server answers {words}" in refusal(a_web(Site({PAGE: answering(status)})))


def test_an_encoding_that_was_not_asked_for_is_refused() -> None:
    site = Site({PAGE: lambda request: an_answer(b"x", content_encoding="br")})
    assert "content encoding br, which was not asked for" in refusal(a_web(site))


def test_robots_txt_is_obeyed_on_every_host_of_the_way() -> None:
    site = Site(
        {
            "https://post.example/robots.txt": "User-agent: *\nDisallow: /private",
            "https://www.post.example/robots.txt": "User-agent: sayso\nDisallow: /",
            PAGE: moved("https://www.post.example/1"),
        }
    )
    web = a_web(site)
    assert "robots.txt does not allow it" in refusal(web, "https://post.example/private/1")
    assert refusal(web) == (
        "https://www.post.example/1: not fetched, https://www.post.example/robots.txt does not allow it"
    )
    assert site.addresses == [PAGE]


def test_a_robots_txt_that_cannot_be_had_stops_the_page() -> None:
    site = Site({"https://post.example/robots.txt": answering(503), PAGE: a_page()})
    assert "robots.txt answers 503" in refusal(a_web(site))


def test_there_is_a_pause_between_two_requests_to_one_host() -> None:
    clock = Clock()
    pages = {f"https://{host}.example/1": a_page() for host in "abc"}
    web = a_web(Site({**pages, "https://c.example/robots.txt": "User-agent: *\nCrawl-delay: 7"}), clock=clock)
    web.fetch("https://a.example/1", LIMIT)
    web.fetch("https://a.example/1", LIMIT)
    assert clock.slept == [1.0, 1.0]
    web.fetch("https://b.example/1", LIMIT)
    web.fetch("https://c.example/1", LIMIT)
    web.fetch("https://c.example/1", LIMIT)
    assert clock.slept[2:] == [1.0, 1.0, 7.0]


def test_a_site_that_asks_for_long_pauses_is_left_alone() -> None:
    site = Site({"https://post.example/robots.txt": "User-agent: *\nCrawl-delay: 6000", PAGE: a_page()})
    assert "asks for 6000 s between pages" in refusal(a_web(site))


def conditional(request: httpx.Request) -> httpx.Response:
    if request.headers.get("if-none-match") == '"v1"':
        return an_answer(status=304)
    return an_answer(a_page(), etag='"v1"', content_type="text/html")


def test_a_page_is_asked_for_again_only_if_it_has_changed(tmp_path: Path) -> None:
    site = Site({PAGE: conditional})
    first = a_web(site, cache=tmp_path / "pages").fetch(PAGE, LIMIT)
    second = a_web(site, cache=tmp_path / "pages").fetch(PAGE, LIMIT)
    assert first == second
    assert site.asked[-1].headers["if-none-match"] == '"v1"'


def test_a_damaged_page_in_the_cache_is_fetched_again(tmp_path: Path) -> None:
    site = Site({PAGE: conditional})
    a_web(site, cache=tmp_path).fetch(PAGE, LIMIT)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes()[:-1])
    assert a_web(site, cache=tmp_path).fetch(PAGE, LIMIT).data == a_page().encode()
    assert "if-none-match" not in site.asked[-1].headers


def test_a_cache_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert a_web(Site({PAGE: conditional}), cache=tmp_path / "file").fetch(PAGE, LIMIT).data


@pytest.mark.parametrize(
    "error", [httpx.ReadError("reset"), httpx.RemoteProtocolError("garbage"), httpx.ReadTimeout("")]
)
def test_a_broken_connection_is_one_line(error: Exception) -> None:
    def page(request: httpx.Request) -> httpx.Response:
        raise error

    assert refusal(a_web(Site({PAGE: page}))).startswith(f"{PAGE}: ")
