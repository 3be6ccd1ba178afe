"""The commands over a database, from reports to exports."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from sayso.serve.cli.app import run
from tests.ingest.pages import a_page

REPORT = "At least 12 soldiers were killed near the border, the army of Northland said on Monday.\n"


@pytest.fixture
def db(tmp_path: Path) -> str:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(REPORT)
    (folder / "b.html").write_text(a_page())
    database = str(tmp_path / "a.db")
    assert run(["ingest", str(folder), "--db", database, "--published", "2021-03-04"]) == 0
    return database


def rows(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    capsys.readouterr()
    assert run(["export", *arguments, "--format", "jsonl"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_reports_go_in_and_tables_come_out(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = rows(capsys, "casualties", "--db", db)
    assert {row["document"] for row in found if row["low"] == 12} == {"a", "b"}


def test_a_second_ingest_changes_nothing_and_says_so(
    db: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["ingest", str(tmp_path / "reports"), "--db", db, "--published", "2021-03-04", "--jobs", "2"]) == 0
    assert capsys.readouterr().err == "sayso: 2 on record already\n"


def test_what_cannot_be_read_is_told_and_the_rest_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    missing = str(tmp_path / "missing.txt")
    assert run(["ingest", missing, str(tmp_path / "a.txt"), "--db", str(tmp_path / "a.db")]) == 2
    assert capsys.readouterr().err.splitlines() == [f"sayso: {missing}: no such file", "sayso: 1 new, 1 failed"]


def test_a_folder_without_reports_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ingest", str(tmp_path), "--db", str(tmp_path / "a.db")]) == 2
    assert "no reports in there (.jsonl" in capsys.readouterr().err


def test_a_claim_by_hand_stands_beside_the_read_ones(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = ["--effect", "killed", "--number", "7", "--side", "Northland", "--reason", "Video of a funeral"]
    assert run(["add", "--db", db, "--by", "A. Coder", *told]) == 0
    (row,) = [row for row in rows(capsys, "casualties", "--db", db) if row["origin"] == "A. Coder"]
    assert (row["low"], row["high"], row["side"], row["words"]) == (7, 7, "Northland", "Video of a funeral")


def test_claims_come_from_a_table_and_bad_rows_are_told(
    db: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "own.csv"
    with table.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerows([["effect", "number", "reason"], ["killed", "3", "a photograph"], ["killed", "many", "x"]])
    assert run(["add", "--db", db, "--by", "A. Coder", "--csv", str(table)]) == 2
    assert capsys.readouterr().err.splitlines()[-2:] == [
        f"sayso: {table}, line 3: 'many' is no number of people",
        "sayso: 1 entered, 1 not",
    ]


@pytest.mark.parametrize("more", [[], ["--csv", "x.csv", "--effect", "killed"]])
def test_a_claim_comes_by_options_or_by_a_table(db: str, more: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["add", "--db", db, "--by", "A. Coder", *more]) == 2
    assert "by options, or a file by --csv" in capsys.readouterr().err


def test_victims_are_entered_listed_and_withheld(db: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "victims.csv"
    table.write_text("id,names,age\nv1,Ana Example; Anna Example,34\nv2,Bob Example,\n")
    assert run(["victims", "import", str(table), "--db", db, "--by", "A. Coder"]) == 0
    assert run(["victims", "withhold", "v2", "--db", db, "--by", "A. Coder"]) == 0
    capsys.readouterr()
    assert run(["victims", "list", "--db", db]) == 0
    captured = capsys.readouterr()
    assert captured.out == "v1  Ana Example / Anna Example · 34\n"
    assert captured.err == "sayso: 1 withheld\n"
    assert [row["id"] for row in rows(capsys, "victims", "--db", db)] == ["v1"]
    assert run(["victims", "withhold", "v2", "--db", db, "--by", "A. Coder", "--release"]) == 0
    assert len(rows(capsys, "victims", "--db", db)) == 2


def test_a_victim_that_is_not_on_record_cannot_be_withheld(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["victims", "withhold", "v9", "--db", db, "--by", "A. Coder"]) == 2
    assert "victim v9: not on record" in capsys.readouterr().err


def test_a_form_for_files_needs_one(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["export", "casualties", "--db", db, "--format", "xlsx"]) == 2
    assert "xlsx goes to a file: give --output FILE" in capsys.readouterr().err


def test_an_export_to_a_place_that_is_not_there_is_told(
    db: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["export", "casualties", "--db", db, "--output", str(tmp_path / "no" / "a.csv")]) == 2
    assert "cannot write there" in capsys.readouterr().err


def test_the_whole_database_goes_out_and_in_again(db: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = tmp_path / "all.jsonl", tmp_path / "again.jsonl"
    copy = str(tmp_path / "copy.db")
    assert run(["export", "all", "--db", db, "--output", str(first)]) == 0
    assert run(["import", str(first), "--db", copy]) == 0
    assert run(["export", "all", "--db", copy, "--output", str(second)]) == 0
    assert first.read_bytes() == second.read_bytes()
    capsys.readouterr()
    assert run(["import", str(first), "--db", copy]) == 2
    assert capsys.readouterr().err == (
        f"sayso: {first}: a dump is loaded into a new database only; this one holds documents\n"
    )


def test_the_whole_database_with_what_is_withheld_is_written_only_when_asked_for(
    db: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["victims", "add", "--db", db, "--by", "A", "--names", "Bob Hidden", "--withhold", "yes"]) == 0
    capsys.readouterr()
    assert run(["export", "all", "--db", db]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "1 rows are withheld" in captured.err
    assert run(["export", "all", "--db", db, "--withheld"]) == 0
    assert "Bob Hidden" in capsys.readouterr().out


def test_a_dump_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", str(tmp_path / "no.jsonl"), "--db", str(tmp_path / "a.db")]) == 2
    assert "no.jsonl: cannot be read" in capsys.readouterr().err
