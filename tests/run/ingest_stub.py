"""`python -m tests.run.ingest_stub REPORTS DB JOBS`: an ingest to be killed; prints a line for each report kept."""

from __future__ import annotations

import sys
from datetime import UTC, datetime

from sayso.ingest import SourceOptions, open_sources
from sayso.run.ingesting import IngestOptions, ingest
from sayso.store import StoreOptions, open_store
from tests.run.stub import ORIGINS, Stub


def noon() -> datetime:
    """A clock that stands still, so that two databases can be the same to the letter."""
    return datetime(2021, 3, 4, 12, tzinfo=UTC)


def main(reports: str, database: str, jobs: str) -> None:
    store = open_store(database, StoreOptions(clock=noon))
    options = IngestOptions(make=Stub, jobs=int(jobs), origins=ORIGINS)
    for result in ingest(open_sources([reports], SourceOptions(), lambda: b""), store, options):
        print(result.name, flush=True)
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
