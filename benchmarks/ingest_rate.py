"""How fast generated web pages go into a database, how much memory that takes, and how fast they are read alone.

`nice python benchmarks/ingest_rate.py [--pages 2000] [--jobs 1]`: pages of some 300 words by outlets that do not exist.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

TOWNS = ("Oldbridge", "Lower Field", "Northgate", "Stonewell", "Millford", "Easterly")
SIDES = ("Northland", "Southland")
#: Words for sentences that make no two pages alike; copies are linked, and linking them is not what is measured.
THINGS = [
    "road",
    "bridge",
    "school",
    "market",
    "mill",
    "harbour",
    "depot",
    "station",
    "tower",
    "well",
    "farm",
    "clinic",
    "garden",
    "archive",
    "wall",
    "gate",
]
ACTS = [
    "reopened",
    "flooded",
    "repaired",
    "closed",
    "painted",
    "searched",
    "guarded",
    "emptied",
    "rebuilt",
    "sold",
    "fenced",
    "inspected",
]
WHO = [
    "teachers",
    "farmers",
    "traders",
    "drivers",
    "engineers",
    "nurses",
    "students",
    "pilots",
    "bakers",
    "fishermen",
    "miners",
    "clerks",
]


def filler(chance: random.Random) -> str:
    """A sentence that tells no harm."""
    who, act, thing, town = (chance.choice(words) for words in (WHO, ACTS, THINGS, TOWNS))
    return f"In {town} the {thing} had been {act} by {who} {chance.randrange(2, 200)} days before, one of them said."


def page(number: int, chance: random.Random) -> str:
    """A page with one figure of its own, another, and a denial."""
    town, side, day = chance.choice(TOWNS), chance.choice(SIDES), chance.randrange(1, 28)
    killed, hurt = chance.randrange(2, 60), chance.randrange(2, 90)
    more = "".join(f"<p>{filler(chance)} {filler(chance)}</p>" for _ in range(8))
    return (
        f'<!doctype html><html lang="en"><head><title>{killed} soldiers killed near {town}</title>'
        f'<meta property="article:published_time" content="2021-03-{day:02}T10:00:00Z">'
        f'<meta property="og:site_name" content="The {town} Post {number % 40}"></head><body>'
        f'<nav><a href="/">Home</a></nav><article><h1>{killed} soldiers killed near {town}</h1>'
        f"<p>At least {killed} soldiers were killed near {town}, the army of {side} said on Monday.</p>"
        f"<p>{hurt} people were wounded, a hospital in {town} said.</p>{more}"
        f"<p>The government of {side} denied that any of its vehicles had been lost.</p></article></body></html>"
    )


def write_pages(folder: Path, number: int) -> None:
    """The pages as files."""
    chance = random.Random(7)
    for n in range(number):
        (folder / f"{n:05}.html").write_text(page(n, chance), encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Run:
    """One command: seconds by the clock and of processor time, and the most memory of any command so far, in MB."""

    clock: float
    processor: float
    memory: float

    @classmethod
    def of(cls, *arguments: str) -> Run:
        """Run it to its end."""
        before, started = _processor(), time.perf_counter()
        subprocess.run([sys.executable, "-m", "sayso", *arguments], check=True, stdout=subprocess.DEVNULL)
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        return cls(time.perf_counter() - started, _processor() - before, memory)

    def told(self, name: str, pages: int) -> str:
        """As a row of a table."""
        rate = f"{pages / self.processor:.2f} pages a second of processor time"
        return f"{name}: {rate}; {self.clock:.0f} s, of processor time {self.processor:.0f} s; {self.memory:.0f} MB"


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--read", type=int, default=2000, help="How many of them are read alone, for comparison.")
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        pages, database = Path(name) / "pages", Path(name) / "pages.db"
        pages.mkdir()
        write_pages(pages, options.pages)
        kept = Run.of("ingest", str(pages), "--db", str(database), "--jobs", str(options.jobs))
        print(kept.told("ingest", options.pages), flush=True)
        print(f"database: {database.stat().st_size / 1e6:.0f} MB")
        again = Run.of("ingest", str(pages), "--db", str(database))
        print(again.told("ingest again", options.pages), flush=True)
        some = [str(path) for path in sorted(pages.iterdir())[: options.read]]
        read = Run.of("read", *some, "--format", "casualties")
        print(read.told("read", len(some)))


if __name__ == "__main__":
    main()
