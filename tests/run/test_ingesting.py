from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.ingest import Failure, SourceOptions, open_sources
from sayso.run.ingesting import IngestOptions, Kept, ingest
from sayso.store import Store, open_store
from tests.run.stub import ORIGINS, Stub


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "a.db")
    yield opened
    opened.close()


def run(store: Store, *files: Path, **options: Any) -> list[Kept | Failure]:
    outcomes = open_sources([str(file) for file in files], SourceOptions(), lambda: b"")
    return list(ingest(outcomes, store, IngestOptions(**{"make": Stub, "origins": ORIGINS, **options})))


def a_report(folder: Path, name: str = "a", text: str = "12 were killed.") -> Path:
    path = folder / f"{name}.txt"
    path.write_text(text)
    return path


def outcomes(results: list[Kept | Failure]) -> list[str | None]:
    """What became of each: the failure's line, the store's word, or None where it was passed over."""
    return [_outcome(result) for result in results]


def _outcome(result: Kept | Failure) -> str | None:
    if isinstance(result, Failure):
        return result.message
    return result.added.outcome if result.added else None


def test_a_report_is_kept_with_its_bytes(store: Store, tmp_path: Path) -> None:
    assert outcomes(run(store, a_report(tmp_path))) == ["new"]
    (record,) = store.records()
    assert record.claims[0].evidence[0].exact == "12 were killed"
    raw = store.raw(record.document.raw_digest or "")
    assert raw is not None
    assert (raw.data, raw.media_type) == (b"12 were killed.", "text/plain")


def test_what_is_on_record_is_passed_over_and_changes_nothing(store: Store, tmp_path: Path) -> None:
    run(store, a_report(tmp_path))
    revision = store.revision()
    assert outcomes(run(store, a_report(tmp_path))) == [None]
    assert outcomes(run(store, a_report(tmp_path), again=True)) == ["same"]
    assert store.revision() == revision


@pytest.mark.parametrize(
    "asked", [{"origins": frozenset({"test@2"})}, {"choosing": False, "conflict": "elsewhere-2020"}, {"again": True}]
)
def test_another_version_or_dossier_reads_it_anew(store: Store, tmp_path: Path, asked: dict[str, Any]) -> None:
    run(store, a_report(tmp_path))
    assert outcomes(run(store, a_report(tmp_path), **asked)) == ["same"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_report_that_cannot_be_read_is_told_in_its_place(store: Store, tmp_path: Path, jobs: int) -> None:
    files = [a_report(tmp_path, str(n), f"{n} were killed.") for n in range(7)]
    files[2:2] = [a_report(tmp_path, "bad", "stumble"), tmp_path / "missing.txt"]
    found = outcomes(run(store, *files, jobs=jobs))
    assert found[2:4] == [
        "bad: cannot be read (RuntimeError: stumbled)",
        f"{tmp_path / 'missing.txt'}: no such file",
    ]
    assert found[:2] + found[4:] == ["new"] * 7


def test_documents_are_kept_in_the_order_they_came(store: Store, tmp_path: Path) -> None:
    files = [a_report(tmp_path, f"n{n}", f"{n} were killed.") for n in (5, 3, 9, 1, 7)]
    run(store, *files, jobs=3)
    assert [record.document.name for record in store.records()] == ["n5", "n3", "n9", "n1", "n7"]
