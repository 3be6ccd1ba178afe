"""Commands on a database: tally and the like with --db, search, db."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from sayso.serve.cli.app import run
from sayso.store import Decision, open_store
from tests.store.build import a_report


@pytest.fixture
def database(tmp_path: Path) -> str:
    path = tmp_path / "rivers.db"
    store = open_store(path)
    store.add(a_report(publisher="The Paper"))
    store.add(
        a_report("Rain. The Ministry of Rivers said ten soldiers were killed. Twelve, twelve dead.", conflict="hills")
    )
    store.close()
    return str(path)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert run(list(arguments)) == 0, capsys.readouterr().err
    told = json.loads(capsys.readouterr().out)
    return told.get("rows", told)


def test_tallies_come_from_a_database_with_what_people_decided(
    database: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def killed() -> set[tuple[object, object]]:
        rows = printed(capsys, "tally", "--db", database, "--conflict", "rivers")
        return {(row["low"], row["high"]) for row in rows if row["side"] == "North" and row["group"] == "combatant"}

    assert killed() == {(10, 10)}
    store = open_store(database)
    ten = store.claims().rows[-1].claim.id
    after = {"value": {"low": 13, "high": 13}}
    store.decide(Decision(action="correct", target_kind="claim", target=ten, by="Ann", after=after), 0)
    store.close()
    assert killed() == {(13, 13)}


@pytest.mark.parametrize("command", [["timeline"], ["disputes"], ["incidents"], ["explain", "10"]])
def test_every_table_can_be_made_from_a_database(
    database: str, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert printed(capsys, *command, "--db", database)


def test_search_finds_reports_and_claims(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    (report,) = printed(capsys, "search", "monitor", "--db", database)
    assert (report["publisher"], report["conflict"], report["claims"]) == ("The Paper", "rivers", 2)
    assert "near Oldbridge" in report["words"]
    claims = printed(capsys, "search", "--claims", "soldiers", "--db", database, "--publisher", "The Paper")
    assert [(row["low"], row["source"], row["words"]) for row in claims] == [
        (10, "Ministry of Rivers", "ten soldiers were killed")
    ]
    assert len(printed(capsys, "search", "--claims", "--db", database, "--said-to", "2021-03-04", "--limit", "3")) == 3


def test_a_database_is_checked_saved_and_upgraded(
    database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = str(tmp_path / "copy.db")
    assert run(["db", "backup", copy, "--db", database]) == 0
    assert run(["db", "check", "--db", copy]) == 0
    assert run(["db", "upgrade", "--db", copy]) == 0
    told = capsys.readouterr().out.splitlines()
    assert [line.split(": ", 1)[1].split(" (")[0] for line in told] == [
        f"saved to {copy}",
        "2 documents, 0 problems",
        "its tables are of version 0001 already",
    ]
    with sqlite3.connect(copy) as connection:
        connection.execute("UPDATE documents SET text = replace(text, 'Oldbridge', 'Newbridge')")
    assert run(["db", "check", "--db", copy]) == 1
    assert "its text is not the one that was added" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["tally"], "give a PATH, or a database with --db"),
        (["tally", "x.txt", "--db", "DB"], "from PATH or from --db, not from both"),
        (
            ["tally", "--db", "nowhere.db"],
            "nowhere.db: no such database; `sayso ingest PATH --db nowhere.db` makes one",
        ),
        (["tally", "--db", "DB", "--conflict", "seas"], "nothing on record of it (on record: hills, rivers)"),
        (["search", "--db", "DB"], "give the words to look for"),
        (["search", "...", "--db", "DB"], "no word to look for"),
        (["search", "x", "--db", "mysql://h/d"], "a database is a file or postgresql://..., not mysql"),
        (["db", "backup", "DB", "--db", "DB"], "there is a file already"),
        (["db", "check", "--db", __file__], "is no SQLite database"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_status_2(
    database: str, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([database if word == "DB" else word for word in arguments]) == 2
    error = capsys.readouterr().err
    assert told in error
    assert len(error.splitlines()) == 1


_WITHOUT = """
import sys
sys.modules[sys.argv[1]] = None
from sayso.serve.cli.app import run
status = run(sys.argv[2:])
loaded = {"sqlalchemy", "alembic", "datasketch"} & {name for name, module in sys.modules.items() if module}
print(status, sorted(loaded))
"""


def without(library: str, *arguments: str) -> tuple[str, str]:
    """The last line that a command prints, and what it complains of, where a library is missing."""
    command = [sys.executable, "-c", _WITHOUT, library, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1], done.stderr


def test_what_databases_need_is_named_where_it_is_missing(database: str) -> None:
    status, told = without("sqlalchemy", "search", "x", "--db", database)
    assert status == "2 []"
    assert told == f"sayso: {database}: databases need `pip install 'sayso[store]'` (sqlalchemy is missing)\n"
    status, told = without("psycopg", "search", "x", "--db", "postgresql://ann@h/d")
    assert status.startswith("2 ")
    assert told == "sayso: postgresql://ann@h/d: PostgreSQL needs `pip install 'sayso[postgres]'`\n"


def test_help_loads_nothing_that_databases_need() -> None:
    status, _ = without("nothing", "tally", "--help")
    assert status == "0 []"
