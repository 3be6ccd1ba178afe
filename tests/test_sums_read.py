"""Totals of whole reports and their parts, from text to rows."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.claims.rows import RelationRow, relation_rows
from sayso.ingest import Metadata, make_document
from sayso.pipeline import Reader
from tests.sum_reports import REPORTS, Summed


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load()


def sums_of(told: Summed, reader: Reader) -> tuple[tuple[int, tuple[int, ...]], ...]:
    record = reader.read(make_document(told.text, Metadata(name=told.name, published=date(2021, 3, 4))))
    return tuple(sorted(_sum(row) for row in relation_rows(record) if row["kind"] == "sums"))


def _sum(row: RelationRow) -> tuple[int, tuple[int, ...]]:
    total = row["from"]
    parts = sorted((end["low"] or 0 for end in row["to"]), reverse=True)
    return (total["low"] or 0) if total else 0, tuple(parts)


def _marked(told: Summed) -> object:
    marks = [pytest.mark.xfail(strict=True, reason=told.unmet)] if told.unmet else []
    return pytest.param(told, id=told.name, marks=marks)


@pytest.mark.parametrize("told", [_marked(told) for told in REPORTS])
def test_totals_of_a_report_and_their_parts(told: Summed, reader: Reader) -> None:
    assert sums_of(told, reader) == tuple(sorted(told.sums))


def test_thirty_totals_and_more_are_read_right() -> None:
    assert sum(len(told.sums) for told in REPORTS if not told.unmet) >= 31
