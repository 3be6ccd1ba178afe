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
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.yardstick import SIZE, Action, fresh, in_turn, slowness, spacy_pipeline

from sayso.ingest import Metadata, make_document
from sayso.pipeline import Reader

EXAMPLES = Path(__file__).parents[1] / "examples"
#: Milliseconds that reading a report of 6 kB may take on the machine that the target was set on.
TARGET_MS = 150


def bundled_text(size: int = 6_000) -> str:
    """The bundled reports one after another, without their notices, cut to about `size` characters."""
    bodies = [path.read_text(encoding="utf-8").split("\n", 2)[2] for path in sorted(EXAMPLES.glob("*.txt"))]
    return ("\n".join(bodies) * 3)[:size]


def measure(name: str, text: str, repeats: int, pipeline: Callable[[str], object] | None) -> None:
    """Print in-process and whole-process figures of one report."""
    print(f"{name}: {len(text)} characters, {len(text.split())} words")
    reader = Reader.load()
    new, known = fresh(text), Metadata(name=name, published=date(2020, 9, 28))
    read_again = lambda: reader.read(make_document(new(), known))  # noqa: E731
    actions: dict[str, Action] = {"in process, loaded, one thread": read_again}
    if pipeline is not None:
        actions["spaCy's small pipeline, same text"] = partial(pipeline, text)
    times = in_turn(actions, repeats)
    for label, taken in times.items():
        print(f"{label:<34} {taken.shown()}")
    if pipeline is not None:
        own, yardstick = times.values()
        slow = slowness(yardstick, len(text))
        print(
            f"this machine takes {slow:.2f} times as long as the reference: "
            f"{1000 * min(own.processor) / slow * SIZE / len(text):.0f} ms for 6 kB there (target {TARGET_MS})"
        )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.txt"
        path.write_text(text, encoding="utf-8")
        read = ["read", str(path), "--published", "2020-09-28", "--format", "json"]
        for label, words in (("whole process, one report", read), ("whole process, --help", ["--help"])):
            run = partial(subprocess.run, [sys.executable, "-m", "sayso", *words], check=True, capture_output=True)
            print(f"{label:<34} median {1000 * statistics.median(in_turn({label: run}, 3)[label].wall):7.1f} ms")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", nargs="*", type=Path)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--spacy", action="store_true", help="compare with spaCy, where it is installed")
    given = parser.parse_args()
    texts = {path.stem: path.read_text(encoding="utf-8") for path in given.reports} or {"bundled": bundled_text()}
    for name, text in texts.items():
        measure(name, text, given.repeats, spacy_pipeline() if given.spacy else None)


if __name__ == "__main__":
    main()
