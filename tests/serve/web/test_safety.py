"""What must not work: scripts in texts, other hosts and origins, paths out of the folder, large bodies, writing."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from sayso.errors import UsageError
from sayso.serve.desk import links
from sayso.serve.desk.memory import MemoryArchive
from sayso.serve.web.options import REPORT_BYTES, ServeOptions, is_loopback
from tests.serve.desks import HOSTILE, KARABAKH, a_client, a_hostile_record


@pytest.fixture(scope="module")
def client() -> TestClient:
    return a_client()


@pytest.fixture(scope="module")
def hostile() -> TestClient:
    return a_client(MemoryArchive([a_hostile_record()]))


class Elements(HTMLParser):
    """What a browser would make of a page: elements with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def hostile_paths() -> list[str]:
    record = a_hostile_record()
    home = links.conflict_path(record.conflict)
    claim = record.claims[0]
    assert claim.source is not None
    return [
        "/",
        home,
        *(f"{home}/{page}" for page in ("timeline", "disputes", "incidents", "sources", "reports", "explain?n=10")),
        links.to(f"{home}/tally", {"side": HOSTILE, "effect": "killed", "group": "unknown"}),
        links.source(record.conflict, claim.source.name),
        links.report(record.document.id),
        links.evidence(claim.evidence[0]),
        links.claim(claim.id),
        "/search",
        links.to("/search", {"text": HOSTILE}),
        links.to("/search", {"place": HOSTILE, "publisher": HOSTILE, "source": HOSTILE, "side": HOSTILE}),
        links.to("/search", {"conflict": HOSTILE}),
        links.to("/nothing", {"x": HOSTILE}),
        links.to("/about", {"x": HOSTILE}),
        f"/claim/{quote(HOSTILE, safe='')}",
    ]


@pytest.mark.parametrize("path", hostile_paths())
def test_texts_are_shown_and_never_run(hostile: TestClient, path: str) -> None:
    answer = hostile.get(path)
    assert answer.status_code in (200, 404), answer.text
    tags = Elements(answer.text).tags
    assert not [tag for tag, told in tags if any(name.startswith("on") for name in told)]
    assert all((told["src"] or "").startswith("/conflict/") for tag, told in tags if tag == "img")
    assert [told.get("src", "")[:8] for tag, told in tags if tag == "script"] == ["/static/"]  # type: ignore[index]
    assert not [told for _, told in tags if (told.get("href") or "/").casefold().startswith(("javascript:", "data:"))]
    assert "49" not in answer.text.replace("{{7*7}}", "") or "{{7*7}}" in answer.text


def test_most_hostile_pages_are_really_shown(hostile: TestClient) -> None:
    shown = [path for path in hostile_paths() if hostile.get(path).status_code == 200]
    assert len(shown) >= 14
    assert all(
        "&lt;script&gt;" in hostile.get(path).text
        for path in shown
        if path not in ("/about", "/search") and "/about" not in path
    )


@pytest.mark.parametrize("path", ["/", f"/conflict/{KARABAKH}", "/static/sayso.css", "/api/v1/about", "/nothing"])
def test_every_answer_has_the_security_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "localhost.evil.example", "10.0.0.1", "0.0.0.0", "",
     "127.0.0.1@evil.example", "evil.example#127.0.0.1", "[::2]", "169.254.169.254"],
)  # fmt: skip
def test_a_name_made_to_point_here_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert KARABAKH not in answer.text


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1:8000", "localhost", "LOCALHOST:8000", "[::1]", "[::1]:8000", "127.3.2.1"]
)
def test_names_of_this_machine_are_served(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["0.0.0.0", "::", "192.168.1.4", "example.org", "fe80::1", "127.0.0.1.example.org", ""]
)
def test_other_addresses_are_not_served(host: str) -> None:
    with pytest.raises(UsageError, match="this machine only"):
        ServeOptions(host=host)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "[::1]", "127.0.0.53"])
def test_addresses_of_this_machine_are_served(host: str) -> None:
    assert is_loopback(host)
    assert ServeOptions(host=host).host == host


@pytest.mark.parametrize(
    "path",
    ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static/%2e%2e%2f%2e%2e%2ferrors.py",
     "/static//etc/passwd", "/report/..%2f..%2fetc%2fpasswd", "/static/..\\app.py", "/conflict/..%2F..%2Fetc"],
)  # fmt: skip
def test_no_path_leads_out_of_the_static_folder(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "import" not in answer.text
    assert "root:" not in answer.text


READING = {"text": "Ten soldiers were killed, the ministry said."}


@pytest.mark.parametrize(
    "headers",
    [{"origin": "https://evil.example"}, {"origin": "null"}, {"origin": "http://127.0.0.1:9"},
     {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}],
)  # fmt: skip
def test_a_page_of_another_site_can_send_nothing(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/api/v1/readings", json=READING, headers=headers).status_code == 403


def test_what_is_too_large_is_refused_by_what_it_says_of_itself_and_by_its_size(client: TestClient) -> None:
    large = b'{"text": "' + b"x" * (REPORT_BYTES + 1) + b'"}'
    headers = {"content-type": "application/json"}
    assert client.post("/api/v1/readings", content=large, headers=headers).status_code == 413
    pieces = (large[n : n + 65536] for n in range(0, len(large), 65536))
    assert client.post("/api/v1/readings", content=pieces, headers=headers).status_code == 413


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("path", ["/", "/claim/x", f"/conflict/{KARABAKH}", "/api/v1/claims", "/static/sayso.css"])
def test_a_reader_changes_nothing(method: str, path: str) -> None:
    answer = a_client(reader=True).request(method, path)
    assert answer.status_code == 403
    assert "read-only" in answer.text
