"""`sayso serve`: what it refuses, in one line and with exit status 2, and that it really serves."""

from __future__ import annotations

import gc
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from sayso.serve.cli.app import run
from sayso.serve.web.options import ServeOptions
from sayso.serve.web.serving import Sparing, bound
from tests.serve.desks import example_records
from tests.serve.stores import a_store


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "pages.db"
    a_store(path, example_records()[:1]).close()
    return path


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert run(["serve", *arguments]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    return told


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.0.7", "example.org"])
def test_other_addresses_are_refused(database: Path, host: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "this machine only" in refused(["--db", str(database), "--host", host], capsys)


def test_a_database_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "no such database" in refused(["--db", str(tmp_path / "none.db"), "--port", port()], capsys)


def test_a_port_that_is_taken_is_told(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        told = refused(["--db", str(database), "--port", str(taken.getsockname()[1])], capsys)
    assert "cannot be served" in told


def test_it_serves_until_it_is_stopped(database: Path) -> None:
    chosen = port()
    command = [sys.executable, "-m", "sayso", "serve", "--db", str(database), "--port", chosen]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert "Conflicts on record" in first_page(f"http://127.0.0.1:{chosen}/")
        finally:
            server.terminate()
            told, _ = server.communicate(timeout=60)
    assert f"http://127.0.0.1:{chosen}/" in told


def port() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


def first_page(address: str) -> str:
    """The page, once the server is up; a slow machine takes its time."""
    for _ in range(240):
        try:
            with urlopen(address, timeout=30) as answer:
                text: str = answer.read().decode()
                return text
        except URLError:
            time.sleep(0.25)
    raise AssertionError("the server did not come up")


def collected(sparing: Sparing, generation: int = 2) -> bool:
    """One collection as Python tells of it; true where nothing was left out of it."""
    sparing("start", {"generation": generation})
    everything = gc.get_freeze_count() == 0
    sparing("stop", {"generation": generation})
    return everything


def test_what_lives_through_a_full_collection_is_spared_until_there_is_much_more_of_it() -> None:
    gc.unfreeze()
    sparing = Sparing(every=2, growth=1.5)
    try:
        collected(sparing, generation=1)
        assert gc.get_freeze_count() == 0, "a small collection spares nothing"
        collected(sparing)
        sparing.settle()
        spared = gc.get_freeze_count()
        assert spared > 0
        assert not any(collected(sparing) for _ in range(4)), "as much as before"
        more = [[each] for each in range(2 * spared)]
        assert [collected(sparing) for _ in range(4)] == [False, False, True, False]
        assert not any(collected(sparing) for _ in range(4)), "that many are settled now"
        assert len(more) == 2 * spared
    finally:
        gc.unfreeze()


def test_every_part_of_an_answer_is_sent_at_once() -> None:
    """asyncio sets TCP_NODELAY only on sockets that know their protocol; without it, pages wait 40 ms for their end."""
    with bound(ServeOptions(port=0)) as listening:
        assert listening.proto == socket.IPPROTO_TCP
