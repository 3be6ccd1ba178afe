"""Denials of whole reports, from text to rows, by the names that an annotator would give."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.claims.rows import RelationRow, relation_rows
from sayso.evaluate.names import same_party
from sayso.ingest import Metadata, make_document
from sayso.pipeline import Reader
from tests.denial_reports import REPORTS, DenialTold


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load()


def denials(told: DenialTold, reader: Reader) -> list[RelationRow]:
    """The denials of a report, one a place in it."""
    record = reader.read(make_document(told.text, Metadata(name=told.name, published=date(2022, 6, 7))))
    rows = {row["start"]: row for row in relation_rows(record) if row["kind"] == "denies"}
    return list(rows.values())


def meets(told: DenialTold, rows: list[RelationRow]) -> bool:
    """True where every denial told is found once, in order, with both parties, and no other."""
    return len(rows) == len(told.denies) and all(
        same_party(denier, row["from_party"]) and same_party(denied, row["to_party"])
        for (denier, denied), row in zip(told.denies, rows, strict=True)
    )


def _marked(told: DenialTold) -> object:
    marks = [pytest.mark.xfail(strict=True, reason=told.unmet)] if told.unmet else []
    return pytest.param(told, id=told.name, marks=marks)


@pytest.mark.parametrize("told", [_marked(told) for told in REPORTS])
def test_denials_of_a_report(told: DenialTold, reader: Reader) -> None:
    rows = denials(told, reader)
    assert meets(told, rows), [(row["from_party"], row["to_party"]) for row in rows]
