"""How long the whole reading of a report takes: `python benchmarks/reading_speed.py [REPORT...]`.

In-process figures are the median of several readings after one to warm up, on one thread, stage by stage; whole-process
figures start `sayso read` anew each time. Without arguments the bundled reports are joined to a text of about 6 kB.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from sayso.ingest import Metadata, make_document
from sayso.pipeline import Reader

EXAMPLES = Path(__file__).parents[1] / "examples"
TARGET_SECONDS = 0.150


def bundled_text(size: int = 6_000) -> str:
    """The bundled reports one after another, without their notices, cut to about `size` characters."""
    bodies = [path.read_text(encoding="utf-8").split("\n", 2)[2] for path in sorted(EXAMPLES.glob("*.txt"))]
    return ("\n".join(bodies) * 3)[:size]


def seconds(action: Callable[[], object], repeats: int) -> list[float]:
    """Durations of `repeats` calls after one that does not count."""
    action()
    times = []
    for _ in range(repeats):
        began = time.perf_counter()
        action()
        times.append(time.perf_counter() - began)
    return times


def shown(label: str, times: list[float]) -> str:
    """Median, least and most, in milliseconds."""
    median, least, most = (1000 * value for value in (statistics.median(times), min(times), max(times)))
    return f"{label:<34} median {median:7.1f} ms   min {least:7.1f}   max {most:7.1f}   of {len(times)}"


def measure(name: str, text: str, repeats: int) -> None:
    """Print in-process and whole-process figures of one report."""
    print(f"{name}: {len(text)} characters, {len(text.split())} words")
    reader = Reader.load()
    document = make_document(text, Metadata(name=name, published=date(2020, 9, 28)))
    print(shown("in process, loaded, one thread", seconds(lambda: reader.read(document), repeats)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.txt"
        path.write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "sayso", "read", str(path), "--published", "2020-09-28", "--format", "json"]
        run = lambda: subprocess.run(command, check=True, capture_output=True)  # noqa: E731
        print(shown("whole process, one report", seconds(run, max(3, repeats // 2))))
        help_command = [sys.executable, "-m", "sayso", "--help"]
        run = lambda: subprocess.run(help_command, check=True, capture_output=True)  # noqa: E731
        print(shown("whole process, --help", seconds(run, max(3, repeats // 2))))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", nargs="*", type=Path)
    parser.add_argument("--repeats", type=int, default=5)
    given = parser.parse_args()
    texts = {path.stem: path.read_text(encoding="utf-8") for path in given.reports} or {"bundled": bundled_text()}
    for name, text in texts.items():
        measure(name, text, given.repeats)


if __name__ == "__main__":
    main()
