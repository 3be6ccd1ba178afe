"""How fast pages and API answer: `python benchmarks/web_speed.py [--db FILE] [--claims N] [--rate R] [--seconds S]`.

Fills a SQLite database with synthetic wars (benchmarks/synthetic.py; kept where --db names a file), serves it as
`sayso serve` does, asks for every kind of page of every conflict once, then asks at a steady rate: a request is sent at
its time whether or not those before it were answered. Nothing is sent conditionally, so every answer is made in full.
Prints the median, the 95th percentile and the slowest answer of each kind of page in milliseconds.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx2

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.synthetic import wars

from sayso.store import open_store

#: Milliseconds that the 95th percentile must stay below.
PAGE_TARGET, LIST_TARGET = 150, 80
#: Charts are drawn once, in about a second each, and kept; so many take part.
_CHARTS = 5
POLICIES = ("range", "own", "independent")


@dataclass(slots=True)
class Plan:
    """Addresses to ask for, by kind of page."""

    kinds: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, kind: str, path: str) -> None:
        self.kinds[kind].append(path)

    def drawn(self, chance: random.Random) -> Iterator[tuple[str, str]]:
        """Every kind as often as any other, its addresses at random, for ever."""
        names = sorted(self.kinds)
        while True:
            chance.shuffle(names)
            yield from ((name, chance.choice(self.kinds[name])) for name in names)


def fill(path: Path, claims: int) -> None:
    """A database of about so many claims."""
    started = time.perf_counter()
    store = open_store(path)
    records, _ = wars(claims)
    for record in records:
        store.add(record)
    store.close()
    print(f"filled {path}: {len(records):,} reports in {time.perf_counter() - started:.0f} s", flush=True)


def planned(path: Path, chance: random.Random) -> Plan:
    """Every kind of page over every conflict, with reports, claims and searches that there are."""
    store = open_store(path)
    plan = Plan()
    for one in store.conflicts():
        home = f"/conflict/{one.conflict}"
        for policy in POLICIES:
            plan.add("conflict", f"{home}?policy={policy}")
            plan.add("tally", f"{home}/tally?side=North&effect=killed&group=combatant&policy={policy}")
        for page in ("timeline", "disputes", "incidents", "sources", "reports"):
            plan.add(page, f"{home}/{page}")
        plan.add("source", f"{home}/source?name=Relief+Monitor")
        plan.add("api conflict", f"/api/v1{home}")
        for row in store.claims(_of(one.conflict)).rows[:8]:
            plan.add("claim", f"/claim/{row.claim.id}")
            plan.add("report", f"/report/{row.document}")
            plan.add("explain", f"{home}/explain?n={chance.randint(20, 400)}")
    for one in store.conflicts()[:_CHARTS]:
        plan.add("chart", f"/conflict/{one.conflict}/timeline.svg")
    for side in ("North", "South"):
        for text in ("", "combatant", "civilian", "12", "300"):
            query = f"effect=killed&side={side}" + (f"&text={text}" if text else "")
            plan.add("search", f"/search?{query}")
            plan.add("api list", f"/api/v1/claims?{query}")
    plan.add("index", "/")
    plan.add("about", "/about")
    store.close()
    return plan


def _of(conflict: str | None) -> object:
    from sayso.store import ClaimFilter

    return ClaimFilter(conflict=conflict)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


async def up(client: httpx2.AsyncClient) -> None:
    for _ in range(240):
        try:
            await client.get("/about")
            return
        except httpx2.TransportError:
            await asyncio.sleep(0.25)
    raise SystemExit("the server did not come up")


async def measure(base: str, plan: Plan, rate: float, seconds: float) -> dict[str, list[float]]:
    """Milliseconds of each answer, by kind of page."""
    found: dict[str, list[float]] = defaultdict(list)
    limits = httpx2.Limits(max_connections=40, max_keepalive_connections=40, keepalive_expiry=2)
    async with httpx2.AsyncClient(base_url=base, timeout=60, limits=limits) as client:
        await up(client)
        await warmed(client, plan)
        sent = []
        started = time.perf_counter()
        for n, (kind, path) in enumerate(plan.drawn(random.Random(7))):
            at = n / rate
            if at >= seconds:
                break
            await asyncio.sleep(max(0.0, started + at - time.perf_counter()))
            sent.append(asyncio.create_task(_one(client, path, found[kind])))
        await asyncio.gather(*sent)
    return found


async def warmed(client: httpx2.AsyncClient, plan: Plan) -> None:
    """Every conflict worked out and drawn once, a handful of pages of every kind."""
    started = time.perf_counter()
    for path in (*plan.kinds["conflict"], *plan.kinds["chart"]):
        (await client.get(path)).raise_for_status()
    for paths in plan.kinds.values():
        for path in paths[:5]:
            (await client.get(path)).raise_for_status()
    print(f"warm after {time.perf_counter() - started:.0f} s", flush=True)


async def _one(client: httpx2.AsyncClient, path: str, into: list[float]) -> None:
    asked = time.perf_counter()
    answer = await client.get(path)
    if answer.status_code != httpx2.codes.OK:
        raise SystemExit(f"{path}: {answer.status_code}")
    into.append((time.perf_counter() - asked) * 1000)


def told(found: dict[str, list[float]]) -> None:
    for kind, times in sorted(found.items()):
        ordered = sorted(times)
        tail = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
        target = LIST_TARGET if kind == "api list" else PAGE_TARGET
        verdict = "within" if tail < target else "over"
        print(
            f"{kind:<14} n={len(times):<4} median {statistics.median(times):6.1f}  p95 {tail:6.1f}  "
            f"slowest {ordered[-1]:6.1f}  {verdict} {target} ms"
        )
    every = sorted(time for times in found.values() for time in times)
    tail = every[int(len(every) * 0.95)]
    print(f"{'all':<14} n={len(every):<4} median {statistics.median(every):6.1f}  p95 {tail:6.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--db", type=Path)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--rate", type=float, default=20)
    parser.add_argument("--seconds", type=float, default=30)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.db or Path(folder) / "speed.db"
        if not path.exists():
            fill(path, options.claims)
        plan = planned(path, random.Random(5))
        port = free_port()
        command = [sys.executable, "-m", "sayso", "serve", "--db", str(path), "--port", str(port), "--reader"]
        server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        try:
            told(asyncio.run(measure(f"http://127.0.0.1:{port}", plan, options.rate, options.seconds)))
        finally:
            server.terminate()
            server.wait(20)


if __name__ == "__main__":
    main()
