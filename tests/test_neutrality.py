"""Neutrality of the whole reading: two states exchanged in text and dossier are exchanged in the rows, and no more."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.claims.rows import casualty_rows
from sayso.model import Document
from sayso.pipeline import Reader
from tests.link.swap_reports import PUBLISHED, dossier_file, pairs, swapped

REPORTS = 200
#: The largest difference of confidence that the names of the sides may make.
CONFIDENCE = 0.02
#: Columns that hold offsets or what is counted from them.
OFFSETS = frozenset({"id", "start", "end", "number", "repeat_of", "part_of", "confidence"})


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return Reader.load(dossier_file(tmp_path_factory.mktemp("dossier")))


def _rows(reader: Reader, text: str) -> list[dict[str, Any]]:
    document = Document(id="made", text=text, name="made", text_digest="made", published=PUBLISHED)
    return [dict(row) for row in casualty_rows(reader.read(document))]


def _exchanged(value: Any) -> Any:
    if isinstance(value, str):
        return swapped(value)
    return [_exchanged(item) for item in value] if isinstance(value, list) else value


def test_two_hundred_made_reports_read_alike_with_their_states_exchanged(reader: Reader) -> None:
    claims, differing = 0, []
    for one, other in pairs(REPORTS):
        first, second = _rows(reader, one.text), _rows(reader, other.text)
        assert len(first) == len(second), one.text
        for row, twin in zip(first, second, strict=True):
            claims += 1
            assert abs(row["confidence"] - twin["confidence"]) <= CONFIDENCE
            differing += [
                (key, row[key], twin[key], one.text)
                for key in row.keys() - OFFSETS
                if _exchanged(row[key]) != twin[key]
            ]
    assert claims > 2 * REPORTS
    assert not differing, f"{len(differing)} fields differ, first: {differing[0]}"
