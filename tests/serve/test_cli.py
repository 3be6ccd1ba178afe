from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.serve.cli.app import run
from tests.ingest.pages import a_feed, a_page

REPORT = "At least 12 soldiers were killed near the border, the army of Northland said on Monday.\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT)
    return path


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_casualties_are_json_lines(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(report), "--published", "2021-03-04", "--format", "casualties"]) == 0
    (row,) = lines(capsys.readouterr().out)
    assert (row["document"], row["low"], row["high"], row["effect"]) == ("report", 12, None, "killed")
    assert "12 soldiers were killed" in REPORT[int(str(row["start"])) : int(str(row["end"]))]


def test_json_is_the_default_away_from_a_terminal(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(report)]) == 0
    (record,) = lines(capsys.readouterr().out)
    assert record["document"]["text"] == REPORT  # type: ignore[index]


@pytest.mark.parametrize("form", ["text", "json", "attributions", "casualties", "relations"])
def test_every_format_goes_to_a_file(report: Path, tmp_path: Path, form: str) -> None:
    output = tmp_path / "out"
    assert run(["read", str(report), "--format", form, "--output", str(output)]) == 0
    assert output.exists()


def test_without_a_date_the_account_says_so(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(report), "--format", "text"]) == 0
    assert "no publication date is known" in capsys.readouterr().out


def test_bad_reports_are_told_and_the_rest_is_read(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01")
    paths = [str(tmp_path / "missing.txt"), str(tmp_path / "binary.txt"), str(report)]
    assert run(["read", *paths, "--format", "casualties"]) == 2
    captured = capsys.readouterr()
    assert len(lines(captured.out)) == 1
    assert len(captured.err.splitlines()) == 2
    assert "missing.txt: no such file" in captured.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["read", "--published", "soon", "x.txt"], "'soon' is no date; write it as YYYY-MM-DD"),
        (["read"], "Missing argument"),
        (["read", "--format", "xml", "x.txt"], "'xml' is not one of"),
        (["read", "nowhere.txt", "--conflict", "no-such-dossier"], "no-such-dossier"),
        (["explain", "many", "x.txt"], "'many' is not a valid integer"),
        (["nonsense"], "No such command 'nonsense'"),
        (["evaluate", "nowhere", "--task", "casualties"], "no such file or folder"),
    ],
)
def test_bad_use_is_one_line_and_status_2(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    error = capsys.readouterr().err
    assert told in error
    assert len(error.splitlines()) == 1


def test_an_output_that_cannot_be_written_is_told(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(report), "--output", "/nowhere/out.json"]) == 2
    assert "/nowhere/out.json: cannot write there" in capsys.readouterr().err


def test_an_empty_folder_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    assert run(["read", str(tmp_path / "empty")]) == 2
    assert "no reports in there" in capsys.readouterr().err


def test_the_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "sayso record"


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from sayso.serve.cli.app import run; run(['--help']); "
        "print(sorted(set(sys.modules) & {'numpy', 'onnxruntime', 'pydantic', 'yaml', 'rich', 'sayso.pipeline'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_closed_pipe_is_no_error(report: Path) -> None:
    command = f"{sys.executable} -m sayso read {report} --format json | head -c 5"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stderr == ""


def test_standard_input_is_read(report: Path) -> None:
    command = [sys.executable, "-m", "sayso", "read", "-", "--format", "casualties"]
    done = subprocess.run(command, input=REPORT, capture_output=True, text=True, check=True)
    assert lines(done.stdout)[0]["document"] == "stdin"


def test_a_dossier_is_started_checked_and_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "northland.yaml"
    assert run(["dossier", "new", "northland", str(file)]) == 0
    assert run(["dossier", "check", str(file)]) == 0
    assert run(["dossier", "show", "northland", "--dossiers", str(tmp_path)]) == 0
    assert run(["dossier", "list", "--dossiers", str(tmp_path)]) == 0
    assert "northland" in capsys.readouterr().out


def test_a_bad_dossier_is_refused_with_file_line_and_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text("id: bad\nname: Bad\nsides: 3\n")
    assert run(["dossier", "check", str(file)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "bad.yaml:1: sources: field required" in line


@pytest.mark.parametrize("command", ["tally", "timeline", "disputes", "incidents"])
@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_tables_over_many_reports(report: Path, command: str, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, str(report), "--published", "2021-03-04", "--format", form]) == 0
    printed = capsys.readouterr().out
    assert printed.strip()
    if form == "json":
        assert set(json.loads(printed)) == {"rows", "notes"}


def test_explain_names_the_report_that_prints_the_number(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "12", str(report), "--published", "2021-03-04", "--format", "json"]) == 0
    explanation = json.loads(capsys.readouterr().out)
    assert explanation["number"] == 12
    assert explanation["total"] in explanation["claims"]


def test_a_page_and_a_feed_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.html").write_text(a_page())
    (tmp_path / "feed.xml").write_text(a_feed())
    assert run(["read", str(tmp_path), "--format", "casualties"]) == 0
    captured = capsys.readouterr()
    assert {row["document"] for row in lines(captured.out) if row["low"] == 12} == {"page", "https://post.example/1"}
    assert "only a summary of its page is in the feed" in captured.err


def test_this_machine_is_not_fetched_from(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", "http://127.0.0.1:9/", "--no-cache"]) == 2
    assert "not a public address; --allow-private" in capsys.readouterr().err
