"""An ingest with the real extractor, killed at random moments and run again, against one that was not.

`nice python -m benchmarks.ingest_killed [--pages 150] [--kills 10]`, by hand; the suite does the same with a quick
extractor. Times of writing are left out of the comparison, all else must be equal.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.ingest_rate import write_pages

from sayso.store import open_store

_TIMES = ("added_at", "read_at", "at", "retrieved_at")


def command(pages: Path, database: Path) -> list[str]:
    return [sys.executable, "-m", "sayso", "ingest", str(pages), "--db", str(database)]


def content(database: Path) -> list[Any]:
    """Every row of every table, without the times it was written at."""
    store = open_store(database)
    rows = [json.loads(line) for line in store.dump()]
    store.close()
    return [{k: v for k, v in row.get("row", row).items() if k not in _TIMES} for row in rows]


def documents(database: Path) -> int:
    """How many documents are on record; none before there are tables."""
    try:
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
            return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.Error:
        return 0


def wait_for(database: Path, number: int, process: subprocess.Popen[bytes]) -> None:
    """Until so many documents are on record, or the process has ended."""
    while documents(database) < number and process.poll() is None:
        time.sleep(0.05)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=150)
    parser.add_argument("--kills", type=int, default=10)
    options = parser.parse_args()
    chance = random.Random(3)
    with tempfile.TemporaryDirectory() as name:
        pages, whole, killed = Path(name) / "pages", Path(name) / "whole.db", Path(name) / "killed.db"
        pages.mkdir()
        write_pages(pages, options.pages)
        subprocess.run(command(pages, whole), check=True)
        for kill in range(options.kills):
            process = subprocess.Popen(command(pages, killed), stderr=subprocess.DEVNULL)
            wait_for(killed, chance.randrange(options.pages * (kill + 1) // options.kills), process)
            time.sleep(chance.random() * 0.3)
            process.kill()
            process.wait()
            print(f"killed with {documents(killed)} documents on record", flush=True)
        subprocess.run(command(pages, killed), check=True)
        print(f"{options.pages} pages, after {options.kills} kills equal: {content(killed) == content(whole)}")


if __name__ == "__main__":
    main()
