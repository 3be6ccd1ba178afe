"""What goes wrong around a database: a clear line is told, and nothing is lost or doubled."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import make_url

from sayso.claims import ReportRecord
from sayso.errors import ConflictError, SaysoError, StoreError
from sayso.store import Decision, Page, Store, StoreOptions, open_any, open_store
from sayso.store.connecting import make_database
from sayso.store.sql import SqlStore
from tests.store.build import TEXT, a_report
from tests.store.postgres import Server, emptied

IMPATIENT = StoreOptions(patience=0.3)


def reports(count: int) -> list[ReportRecord]:
    return [a_report(f"Report {n}. {TEXT} {'It rained. ' * 100}", name=f"r{n}") for n in range(count)]


def whole(store: Store, documents: int) -> None:
    """The store holds so many documents, each once, and nothing in it is amiss."""
    assert store.check() == []
    listing = store.documents(Page(limit=1000, count=True))
    assert listing.total == len({row.document.id for row in listing.rows}) == documents
    assert store.claims(page=Page(count=True)).total == 2 * documents


def test_a_full_disk_is_told_and_what_was_written_is_kept(tmp_path: Path) -> None:
    database = make_database(tmp_path / "full.db", StoreOptions())
    event.listen(database.engine, "connect", lambda held, _: held.execute("PRAGMA max_page_count = 150"))
    database.engine.dispose()
    store, written = SqlStore(database), 0
    with pytest.raises(StoreError, match=r"full\.db: the disk is full .* make room and run again"):  # noqa: PT012
        for record in reports(200):
            store.add(record)
            written += 1
    whole(store, written)
    store.close()
    roomy = open_store(tmp_path / "full.db")
    for record in reports(written + 5):
        roomy.add(record)
    whole(roomy, written + 5)
    roomy.close()


def test_what_may_only_be_read_is_not_written_to(new_database: str) -> None:
    written = open_store(new_database)
    written.add(a_report())
    written.close()
    store = open_store(new_database, StoreOptions(read_only=True))
    with pytest.raises(StoreError, match="only be read"):
        store.add(a_report(name="other", publisher="Other"))
    whole(store, 1)
    store.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write to any file")
def test_a_file_without_write_permission_is_told(tmp_path: Path) -> None:
    open_store(tmp_path / "a.db").close()
    (tmp_path / "a.db").chmod(0o444)
    with pytest.raises(StoreError, match="write permission"):
        open_store(tmp_path / "a.db").add(a_report())


# ---------------------------------------------------------------- several at once

_HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held(address: str) -> Iterator[None]:
    """Another process (of a server: another connection) that is in the middle of writing."""
    if "://" in address:
        engine = create_engine(make_url(address).set(drivername="postgresql+psycopg"))
        with engine.begin() as connection:
            connection.execute(text("SELECT * FROM revisions FOR UPDATE"))
            yield
        engine.dispose()
        return
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, address], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        yield
        holder.communicate()


def test_a_locked_database_is_told_and_can_be_read(new_database: str) -> None:
    store = open_store(new_database, IMPATIENT)
    store.add(a_report())
    with held(new_database):
        with pytest.raises(StoreError, match="another program is writing to it"):
            store.add(a_report(publisher="Other"))
        assert store.claims().rows
    store.add(a_report(publisher="Other"))
    whole(store, 2)
    store.close()


_ADD = """
import sys
sys.path.insert(0, ".")
from sayso.store import open_store
from tests.store.test_faults import reports
store = open_store(sys.argv[1])
listed = reports(40)
for record in listed if sys.argv[2] == "up" else listed[::-1]:
    store.add(record)
"""


def test_two_that_add_the_same_at_once_add_it_once(new_database: str) -> None:
    order = ("up", "down")
    running = [
        subprocess.Popen([sys.executable, "-c", _ADD, new_database, way], stderr=subprocess.PIPE) for way in order
    ]
    for process in running:
        _, complaint = process.communicate(timeout=120)
        assert process.returncode == 0, complaint
    store = open_store(new_database)
    whole(store, 40)
    store.close()


def test_of_many_people_at_once_one_decides(new_database: str) -> None:
    store = open_store(new_database)
    record = a_report()
    store.add(record)
    barrier = threading.Barrier(4)

    def decide(name: str) -> bool:
        barrier.wait()
        try:
            store.decide(
                Decision(action="accept", target_kind="claim", target=record.claims[0].id, by=name), expected=0
            )
        except ConflictError:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        first = list(pool.map(decide, ("Ann", "Bob", "Cem", "Dia")))
    assert sum(first) == 1
    assert store.version("claim", record.claims[0].id) == 1
    store.close()


# ---------------------------------------------------------------- servers that go away


def test_a_server_that_is_restarted_is_waited_for(postgres_server: Server, postgres_database: str) -> None:
    if postgres_server.restart is None:
        pytest.skip("the server that SAYSO_TEST_PG names is not ours to restart")
    store = open_store(postgres_database)
    listed = reports(60)
    restarting = threading.Thread(target=postgres_server.restart)
    for n, record in enumerate(listed):
        if n == 10:
            restarting.start()
        store.add(record)
    restarting.join()
    whole(store, 60)
    store.close()
    emptied(postgres_database)


def test_a_server_that_is_not_there_is_told() -> None:
    with pytest.raises(StoreError, match=r"127\.0\.0\.1:1/rivers: the server does not answer; start it and run again"):
        open_store("postgresql://ann:secret@127.0.0.1:1/rivers", IMPATIENT)


@pytest.mark.parametrize("address", ["postgresql://ann:secret@127.0.0.1:1/rivers", "mysql://ann:secret@h/d"])
def test_a_password_is_never_told(address: str) -> None:
    with pytest.raises(SaysoError) as told:
        open_store(address, IMPATIENT)
    assert "ann:***@" in str(told.value)


def test_a_database_that_is_not_on_the_server_is_told(postgres_server: Server) -> None:
    address = make_url(postgres_server.address).set(database="nonesuch").render_as_string(hide_password=False)
    with pytest.raises(StoreError, match=r"the server refuses to connect: database .nonesuch. does not exist"):
        open_store(address, IMPATIENT)


# ---------------------------------------------------------------- files that are something else


def test_a_file_of_another_kind_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Notes, not a database. " * 100)
    with pytest.raises(StoreError, match="is no SQLite database"):
        open_store(path)
    assert path.read_text().startswith("Notes")


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.db") as connection:
        connection.execute("CREATE TABLE documents (id)")
    with pytest.raises(StoreError, match="some other program"):
        open_store(tmp_path / "other.db")


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.db")
    for record in reports(20):
        store.add(record)
    store.backup(tmp_path / "b.db")
    store.close()
    damaged = bytearray((tmp_path / "b.db").read_bytes())
    middle = len(damaged) // 2
    damaged[middle : middle + 20_000] = b"\x07" * 20_000
    (tmp_path / "b.db").write_bytes(damaged)
    broken = open_store(tmp_path / "b.db", StoreOptions(read_only=True))
    try:
        assert broken.check()
    except StoreError as error:
        assert "go back to a backup" in str(error)  # noqa: PT017
    broken.close()


# ---------------------------------------------------------------- versions of the tables


def test_an_empty_database_is_upgraded_from_nothing(tmp_path: Path) -> None:
    sqlite3.connect(tmp_path / "empty.db").close()
    store = open_any(tmp_path / "empty.db")
    assert store.upgrade() == ("", "0001")
    assert store.upgrade() == ("0001", "0001")
    store.add(a_report())
    whole(store, 1)
    store.close()


def test_tables_of_a_newer_sayso_are_left_alone(sqlite_database: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(sqlite_database, tmp_path / "new.db"))
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="was written by a newer sayso"):
        open_store(path)


def test_a_database_that_may_only_be_read_must_have_its_tables(tmp_path: Path) -> None:
    sqlite3.connect(tmp_path / "empty.db").close()
    with pytest.raises(StoreError, match="is empty; `sayso ingest"):
        open_store(tmp_path / "empty.db", StoreOptions(read_only=True))


# ---------------------------------------------------------------- backups


def test_a_backup_is_the_same_database(new_database: str, tmp_path: Path) -> None:
    store = open_store(new_database)
    listed = reports(5)
    for record in listed:
        store.add(record)
    made = store.decide(
        Decision(action="reject", target_kind="claim", target=listed[0].claims[0].id, by="Ann", note="x"), 0
    )
    store.backup(tmp_path / "saved.db")
    copy = open_store(tmp_path / "saved.db")
    assert list(copy.records()) == list(store.records())
    assert copy.decisions().rows == (made,)
    assert copy.revision() == store.revision()
    assert len(copy.search("oldbridge").rows) == 5
    assert copy.check() == []
    copy.add(a_report(publisher="Later"))
    with pytest.raises(StoreError, match="there is a file already"):
        store.backup(tmp_path / "saved.db")
    with pytest.raises(StoreError, match="nowhere"):
        store.backup(tmp_path / "nowhere" / "saved.db")
    assert sorted(path.name for path in tmp_path.iterdir() if "partial" in path.name) == []
    copy.close()
    store.close()
