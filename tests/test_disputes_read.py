"""Disputes of whole reports, from text to rows: conflicts, denials with both parties, mutual blame."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from sayso.claims.rows import RelationRow, relation_rows
from sayso.evaluate.names import same_party
from sayso.ingest import Metadata, make_document
from sayso.pipeline import Reader
from tests.dispute_reports import REPORTS, Disputed
from tests.later_dispute_reports import LATER_REPORTS


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load()


def _conflicts(rows: Sequence[RelationRow]) -> list[tuple[int, int]]:
    """The lower bounds at both ends of every conflict and revision, smaller first."""
    found = []
    for row in rows:
        if row["kind"] in ("conflicts", "revises"):
            ends = [end["low"] or 0 for end in (row["from"], *row["to"]) if end]
            found.append((min(ends), max(ends)))
    return sorted(found)


def _denials_met(told: Disputed, rows: Sequence[RelationRow]) -> bool:
    found = {(row["start"], *row["from_party"][:1]): row for row in rows if row["kind"] == "denies"}.values()
    return len(found) == len(told.denies) and all(
        same_party(denier, row["from_party"]) and same_party(denied, row["to_party"])
        for (denier, denied), row in zip(told.denies, found, strict=True)
    )


def _marked(told: Disputed) -> object:
    marks = [pytest.mark.xfail(strict=True, reason=told.unmet)] if told.unmet else []
    return pytest.param(told, id=told.name, marks=marks)


@pytest.mark.parametrize("told", [_marked(told) for told in (*REPORTS, *LATER_REPORTS)])
def test_disputes_of_a_report(told: Disputed, reader: Reader) -> None:
    record = reader.read(make_document(told.text, Metadata(name=told.name, published=date(2022, 6, 7))))
    rows = list(relation_rows(record))
    assert _conflicts(rows) == sorted((min(pair), max(pair)) for pair in told.conflicts)
    assert _denials_met(told, rows), [(r["from_party"], r["to_party"]) for r in rows if r["kind"] == "denies"]
    assert sum(row["kind"] == "blames" for row in rows) == told.blames
