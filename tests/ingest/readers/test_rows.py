from __future__ import annotations

import csv
import io
import json

import pytest

from tests.ingest.opening import documents, messages, read_bytes


def a_table(*rows: dict[str, str]) -> bytes:
    file = io.StringIO()
    table = csv.DictWriter(file, fieldnames=list(rows[0]))
    table.writeheader()
    table.writerows(rows)
    return file.getvalue().encode()


def test_a_row_of_csv_is_a_document() -> None:
    known = {"doc_id": "x", "text": 'Nine, "all told",\nfled.', "title": "T", "publisher": "P"}
    (document,) = documents(read_bytes(a_table({**known, "published": "2021-03-04", "uri": "example:1"}), "a.csv"))
    assert (document.name, document.text, document.uri) == ("x", 'Nine, "all told",\nfled.', "example:1")
    assert str(document.published) == "2021-03-04"


def test_columns_of_no_meaning_here_are_left() -> None:
    (document,) = documents(read_bytes(a_table({"text": "Nine fled.", "colour": "red"}), "a.csv"))
    assert document.name == "a.csv, line 2"


def test_a_bad_row_is_told_and_the_rest_is_read() -> None:
    outcomes = read_bytes(b"doc_id,text,published\na,,\nb,Nine fled.,soon\nc,Ten fled.,\nd,x,,,\n", "a.csv")
    assert [document.name for document in documents(outcomes)] == ["c"]
    causes = ('needs "text"', "'soon' is no date", "more cells than")
    assert all(cause in message for cause, message in zip(causes, messages(outcomes), strict=True))


@pytest.mark.parametrize(
    ("data", "cause"), [(b"a,b\n1,2\n", 'no column "text"'), (b'text\n"open\n', "no readable CSV"), (b"", "is empty")]
)
def test_a_table_that_cannot_be_read_is_told(data: bytes, cause: str) -> None:
    assert cause in messages(read_bytes(data, "a.csv"))[0]


def test_each_line_of_jsonl_keeps_its_own_bytes() -> None:
    lines = [json.dumps({"doc_id": name, "text": "Nine fled."}).encode() for name in "ab"]
    outcomes = read_bytes(b"\n".join(lines), "a.jsonl")
    assert [outcome.original.data for outcome in outcomes] == lines  # type: ignore[union-attr]


def test_a_file_of_many_lines_may_be_larger_than_the_limit_of_one_report() -> None:
    line = json.dumps({"text": "Nine fled."}).encode()
    outcomes = read_bytes(b"\n".join([line] * 50), "a.jsonl", max_bytes=len(line))
    assert len(documents(outcomes)) == 50


def test_a_line_over_the_limit_is_told_and_the_rest_is_read() -> None:
    line = json.dumps({"text": "Nine fled."}).encode()
    outcomes = read_bytes(b'{"text": "' + b"a" * 100_000 + b'"}\n' + line, "a.jsonl", max_bytes=1000)
    assert messages(outcomes) == ["a.jsonl, line 1: over the limit of 0.001 MB; --max-mb raises it"]
    assert len(documents(outcomes)) == 1
