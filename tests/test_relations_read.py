"""Relations of whole reports, from text to rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from sayso.claims.rows import RelationRow, casualty_rows, relation_rows
from sayso.ingest import Metadata, make_document
from sayso.pipeline import Reader
from tests.relation_reports import REPORTS, Told


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load()


def found_in(told: Told, reader: Reader) -> Told:
    record = reader.read(make_document(told.text, Metadata(name=told.name, published=date(2021, 3, 4))))
    rows = list(relation_rows(record))
    return Told(
        name=told.name,
        text=told.text,
        conflicts=tuple(sorted(_ends(row) for row in rows if row["kind"] in ("conflicts", "revises"))),
        denies=len({row["start"] for row in rows if row["kind"] == "denies"}),
        repeats=tuple(sorted(row["low"] or 0 for row in casualty_rows(record) if row["repeat_of"])),
        blames=sum(row["kind"] == "blames" for row in rows),
        sums=tuple(_sum(row) for row in rows if row["kind"] == "sums"),
        unmet=told.unmet,
    )


def _ends(row: RelationRow) -> tuple[int, int]:
    lows = sorted(_lows([*([row["from"]] if row["from"] else []), *row["to"]]))
    return (lows[0], lows[-1]) if lows else (-1, -1)


def _lows(ends: Sequence[dict[str, int] | object]) -> list[int]:
    return [end["low"] or 0 for end in ends if isinstance(end, dict)]


def _sum(row: RelationRow) -> tuple[int, tuple[int, ...]]:
    total = row["from"]
    return (total["low"] or 0) if total else 0, tuple(sorted(_lows(row["to"]), reverse=True))


def _sorted(told: Told) -> Told:
    ends = tuple(sorted((min(pair), max(pair)) for pair in told.conflicts))
    return Told(
        name=told.name,
        text=told.text,
        conflicts=ends,
        denies=told.denies,
        repeats=tuple(sorted(told.repeats)),
        blames=told.blames,
        sums=told.sums,
        unmet=told.unmet,
    )


def _marked(told: Told) -> object:
    marks = [pytest.mark.xfail(strict=True, reason=told.unmet)] if told.unmet else []
    return pytest.param(told, id=told.name, marks=marks)


@pytest.mark.parametrize("told", [_marked(told) for told in REPORTS])
def test_relations_of_a_report(told: Told, reader: Reader) -> None:
    assert found_in(told, reader) == _sorted(told)
