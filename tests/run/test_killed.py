"""An ingest that is killed at any moment, and run again, comes to the database of one that was not."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.run.stub import write_reports

ROOT = Path(__file__).parents[2]


def start(reports: Path, database: Path, jobs: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.run.ingest_stub", str(reports), str(database), str(jobs)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def finish(reports: Path, database: Path, jobs: int) -> int:
    """Run to the end; how many reports were told of."""
    output, _ = start(reports, database, jobs).communicate(timeout=1500)
    return len(output.splitlines())


def kill_after(process: subprocess.Popen[str], reports: int, seconds: float) -> None:
    """Kill when so many reports were told of and some moments more have gone, wherever it is then."""
    assert process.stdout is not None
    for _ in range(reports):
        if not process.stdout.readline():
            break
    time.sleep(seconds)
    process.kill()
    process.stdout.close()
    assert process.wait() in (-signal.SIGKILL, 0)


def content(database: Path) -> list[str]:
    """Every table and row, as SQL; the journal is folded in first."""
    with sqlite3.connect(database) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return sorted(connection.iterdump())


@pytest.mark.parametrize(("jobs", "number", "kills"), [(1, 500, 20), (2, 100, 3)])
def test_killed_at_random_moments_and_run_again_the_database_is_the_same(
    tmp_path: Path, jobs: int, number: int, kills: int
) -> None:
    reports = write_reports(tmp_path / "reports.jsonl", number)
    assert finish(reports, tmp_path / "whole.db", 1) == number
    moments = random.Random(f"moments {jobs}")
    database = tmp_path / "killed.db"
    for kill in range(kills):
        # Those on record are told of first; then it is anywhere in the next documents, or still starting.
        told = moments.randrange(number * (kill + 1) // kills)
        kill_after(start(reports, database, jobs), told, moments.random() * 0.02)
    assert finish(reports, database, jobs) == number
    assert content(database) == content(tmp_path / "whole.db")


def test_two_at_once_come_to_the_same_documents(tmp_path: Path) -> None:
    reports = write_reports(tmp_path / "reports.jsonl", 40)
    both = [start(reports, tmp_path / "both.db", 1) for _ in range(2)]
    for process in both:
        output, _ = process.communicate(timeout=1500)
        assert len(output.splitlines()) == 40
    finish(reports, tmp_path / "one.db", 1)
    assert content(tmp_path / "both.db") == content(tmp_path / "one.db")
