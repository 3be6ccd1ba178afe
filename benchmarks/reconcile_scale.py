"""How reconciling grows with the number of claims: `python benchmarks/reconcile_scale.py [CLAIMS...] [--plot SVG]`.

Synthetic wars with known truth (benchmarks/synthetic.py): every tally must equal it. Prints seconds for judging and for
the tallies of one policy, processor time of both, peak memory of the process, and how many tallies of three policies
were right. 200,000 claims by default; 1,000,000 by hand.
"""

from __future__ import annotations

import argparse
import gc
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


def plot(rows: list[dict[str, float]], path: Path) -> None:
    """Processor seconds against claims, as a small SVG."""
    most = max(row["claims"] for row in rows)
    slowest = max(row["cpu_seconds"] for row in rows) or 1
    points = [(60 + 500 * row["claims"] / most, 260 - 220 * (row["cpu_seconds"]) / slowest) for row in rows]
    line = " ".join(f"{x:.0f},{y:.0f}" for x, y in points)
    marks = "".join(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="4"/>' for x, y in points)
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 300" font-family="sans-serif" font-size="12">'
        f'<path d="M60 260H570M60 260V30" stroke="black" fill="none"/><polyline points="{line}" fill="none" '
        f'stroke="black"/>{marks}<text x="440" y="290">{most:,.0f} claims</text>'
        f'<text x="10" y="24">{slowest:.0f} s</text></svg>',
        encoding="utf-8",
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("claims", nargs="*", type=int, default=[200_000])
    parser.add_argument("--plot", type=Path)
    options = parser.parse_args()
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
