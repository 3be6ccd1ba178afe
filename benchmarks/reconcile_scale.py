"""How reconciling grows with the number of claims: `python benchmarks/reconcile_scale.py [CLAIMS...] [--plot SVG]`.

Synthetic wars with known truth (benchmarks/synthetic.py): every tally must equal it. Prints seconds for judging and for
the tallies of one policy, processor time of both, peak memory of the process, and how many tallies of three policies
were right. 200,000 claims by default; 1,000,000 by hand. `--calls` counts function calls a claim instead, which other
work on the machine cannot disturb.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import pstats
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.synthetic import Truth, wars

from sayso.reconcile.accounts import Policy
from sayso.reconcile.book import Book
from sayso.reconcile.match import reconcile
from sayso.reconcile.tally import TallyOptions, tally

POLICIES: tuple[Policy, ...] = ("own", "range", "independent")
TARGET_SECONDS, TARGET_GIB = 60, 2


def measure(claims: int) -> dict[str, float]:
    """Reconcile about so many claims and check every tally."""
    records, truth = wars(claims)
    gc.collect()
    gc.freeze()
    start, cpu = time.perf_counter(), time.process_time()
    judgements = reconcile(records).judgements
    judged = time.perf_counter()
    book = Book.of(records, judgements)
    right = _right(book, truth, POLICIES[0])
    end, used = time.perf_counter(), time.process_time() - cpu
    right += sum(_right(book, truth, policy) for policy in POLICIES[1:])
    return {
        "claims": sum(len(record.claims) for record in records),
        "judgements": len(judgements),
        "judging_seconds": round(judged - start, 1),
        "tally_seconds": round(end - judged, 1),
        "cpu_seconds": round(used, 1),
        "peak_gib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2, 2),
        "tallies": len(truth),
        "right": right,
    }


def _right(book: Book, truth: Truth, policy: Policy) -> int:
    found = {
        (t.conflict, policy, t.side, t.group): (t.low, t.high)
        for t in tally(book, TallyOptions(policy=policy))
        if t.effect == "killed" and not t.enemy
    }
    return sum(found.get(key) == bounds for key, bounds in truth.items() if key[1] == policy)


def calls(claims: int) -> dict[str, float]:
    """Function calls a claim for comparing about so many claims and for the tallies of one policy."""
    records, _ = wars(claims)
    number = sum(len(record.claims) for record in records)
    profile = cProfile.Profile()
    profile.runcall(lambda: tally(Book.of(records), TallyOptions(policy=POLICIES[0])))
    return {"claims": number, "calls_a_claim": round(pstats.Stats(profile).total_calls / number, 1)}  # type: ignore[attr-defined]


def plot(rows: list[dict[str, float]], path: Path) -> None:
    """Processor seconds against claims as a small SVG, with the straight line through the first size."""
    most = max(row["claims"] for row in rows)
    straight = [rows[0]["cpu_seconds"] * claims / rows[0]["claims"] for claims in (0, most)]
    slowest = max((straight[1], *(row["cpu_seconds"] for row in rows)))

    def place(claims: float, seconds: float) -> tuple[float, float]:
        return 60 + 460 * claims / most, 260 - 210 * seconds / slowest

    points = [place(row["claims"], row["cpu_seconds"]) for row in rows]
    line = " ".join(f"{x:.0f},{y:.0f}" for x, y in points)
    marks = "".join(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="4"/>' for x, y in points)
    words = "".join(
        f'<text x="{x - 8:.0f}" y="{y - 8:.0f}" text-anchor="end">{row["cpu_seconds"]:.0f} s</text>'
        f'<text x="{x:.0f}" y="278" text-anchor="middle">{row["claims"]:,.0f}</text>'
        for row, (x, y) in zip(rows, points, strict=True)
    )
    (x0, y0), (x1, y1) = place(0, straight[0]), place(most, straight[1])
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 300" font-family="sans-serif" font-size="11">'
        f'<title>Processor seconds against claims reconciled</title><rect width="600" height="300" fill="white"/>'
        f'<path d="M60 260H560M60 260V40" stroke="#888" fill="none"/>'
        f'<path d="M{x0:.0f} {y0:.0f}L{x1:.0f} {y1:.0f}" stroke="#888" stroke-dasharray="4 3"/>'
        f'<polyline points="{line}" fill="none" stroke="#0072b2"/>{marks}{words}'
        f'<text x="60" y="24">processor seconds by claims; dashed: straight on from the first</text></svg>\n',
        encoding="utf-8",
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("claims", nargs="*", type=int, default=[200_000])
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--calls", action="store_true", help="count function calls instead of seconds")
    options = parser.parse_args()
    if options.calls:
        for claims in sorted(options.claims):
            print(" ".join(f"{name}={value:,}" for name, value in calls(claims).items()), flush=True)
        return
    rows = []
    for claims in sorted(options.claims):
        row = measure(claims)
        rows.append(row)
        met = row["cpu_seconds"] < TARGET_SECONDS and row["peak_gib"] < TARGET_GIB and row["right"] == row["tallies"]
        told = " ".join(f"{name}={value:,}" for name, value in row.items())
        print(f"{told} {'within' if met else 'over'} {TARGET_SECONDS} s and {TARGET_GIB} GiB", flush=True)
    if options.plot:
        plot(rows, options.plot)


if __name__ == "__main__":
    main()
