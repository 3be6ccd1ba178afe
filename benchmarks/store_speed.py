"""How quick a database is: `python benchmarks/store_speed.py [DATABASE] [--claims N]`.

Fills it with synthetic wars (benchmarks/synthetic.py) unless it is filled already, then times pages of claims by many
filters, search, facets and reading everything back. Milliseconds, median and worst of ten calls after one.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.synthetic import wars

from sayso.claims import Casualty, ReportRecord
from sayso.store import ClaimFilter, Page, Store, open_store

PLACES = tuple(f"Place {n}" for n in range(200))


def varied(record: ReportRecord, n: int) -> ReportRecord:
    """The record with a publisher, and places for its claims."""
    document = replace(record.document, publisher=f"Paper {n % 50}", title=f"Report {n}")
    claims = tuple(
        replace(claim, value=replace(claim.value, place=PLACES[(n + k) % 200]))
        if isinstance(claim.value, Casualty)
        else claim
        for k, claim in enumerate(record.claims)
    )
    return replace(record, document=document, claims=claims)


def fill(store: Store, claims: int) -> None:
    """Add about so many claims; tells the rate."""
    records, _ = wars(claims)
    start, cpu = time.perf_counter(), time.process_time()
    for n, record in enumerate(records):
        store.add(varied(record, n))
    seconds, used = time.perf_counter() - start, time.process_time() - cpu
    each, busy = seconds / len(records) * 1000, used / len(records) * 1000
    print(f"added {len(records)} documents: {each:.1f} ms each, {busy:.1f} of processor time", flush=True)


def timed(call: Callable[[], Any]) -> tuple[float, float]:
    """Median and worst milliseconds."""
    call()
    taken = []
    for _ in range(10):
        start = time.perf_counter()
        call()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken), max(taken)


def asked(store: Store) -> dict[str, Callable[[], Any]]:
    """What is timed."""
    page = Page(limit=50)
    second = Page(limit=50, cursor=store.claims(page=page).next_cursor)
    rare = ClaimFilter(conflict="war-3", side="North", source="Relief Monitor", place="Place 7")
    filters = {
        "all": ClaimFilter(),
        "conflict": ClaimFilter(conflict="war-3"),
        "conflict, side, effect": ClaimFilter(conflict="war-3", side="North", effect="killed"),
        "source": ClaimFilter(source="Relief Monitor"),
        "four fields, few": rare,
        "four fields, none": replace(rare, effect="injured"),
        "group, kind": ClaimFilter(group="civilian", kind="casualty"),
        "place": ClaimFilter(place="Place 7"),
        "publisher": ClaimFilter(publisher="Paper 7"),
        "days said": ClaimFilter(said_from=date(2031, 1, 10), said_to=date(2031, 1, 11)),
        "days of harm, none": ClaimFilter(happened_from=date(2031, 1, 10)),
        "words": ClaimFilter(text="civilian north"),
        "rejected, none": ClaimFilter(status="rejected"),
    }
    calls: dict[str, Callable[[], Any]] = {
        f"claims: {name}": lambda wanted=wanted: store.claims(wanted, page) for name, wanted in filters.items()
    }
    one = store.claims(page=page).rows[0]
    return {
        **calls,
        "claims: second page": lambda: store.claims(page=second),
        "claims: conflict, counted": lambda: store.claims(ClaimFilter(conflict="war-3"), replace(page, count=True)),
        "claim": lambda: store.claim(one.claim.id),
        "record": lambda: store.record(one.document),
        "documents": lambda: store.documents(page),
        "search: a rare word": lambda: store.search("9999"),
        "search: a frequent word": lambda: store.search("civilian"),
        "facets: sources of a conflict": lambda: store.facets("source", ClaimFilter(conflict="war-3")),
        "facets: all places": lambda: store.facets("place"),
        "conflicts": store.conflicts,
        "revision": store.revision,
    }


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("database", nargs="?")
    parser.add_argument("--claims", type=int, default=100_000)
    arguments = parser.parse_args()
    store = open_store(arguments.database or f"{tempfile.mkdtemp()}/store.db")
    if not store.conflicts():
        fill(store, arguments.claims)
    print(f"{store.claims(page=Page(limit=1, count=True)).total} claims")
    for name, call in asked(store).items():
        median, worst = timed(call)
        print(f"{name:34} {median:8.1f} {worst:8.1f}", flush=True)
    start = time.perf_counter()
    count = sum(1 for _ in store.records())
    print(f"records: all {count} in {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
