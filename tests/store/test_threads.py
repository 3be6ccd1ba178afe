"""Many threads read one store at once, as a server's do."""

from __future__ import annotations

import threading
from pathlib import Path

from sayso.store import ClaimFilter, Page, open_store
from tests.reconcile.build import own, report

THREADS = 12


def test_threads_do_not_close_one_anothers_connections(tmp_path: Path) -> None:
    store = open_store(tmp_path / "many.db")
    for number in range(1, 6):
        store.add(report([own(number, "North")], name=f"report {number}"))
    faults: list[Exception] = []
    start = threading.Barrier(THREADS)

    def read() -> None:
        start.wait()
        try:
            for _ in range(15):
                assert len(store.claims(ClaimFilter(side="North"), Page(count=True)).rows) == 5
                assert len(list(store.records())) == 5
        except Exception as error:
            faults.append(error)

    threads = [threading.Thread(target=read) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    store.close()
    assert not faults
