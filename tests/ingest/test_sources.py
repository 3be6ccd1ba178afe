from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from sayso.ingest import Ingested, Outcome
from tests.ingest.opening import documents, messages, read
from tests.ingest.pages import a_feed, a_page
from tests.ingest.web.site import NOW, Site, a_web


def names(outcomes: Sequence[Outcome]) -> list[str]:
    return [document.name for document in documents(outcomes)]


def test_a_file_is_called_by_its_name_without_ending(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Nine fled.")
    assert names(read([tmp_path / "one.txt"])) == ["one"]


def test_two_files_of_one_name_are_called_by_their_paths(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "one.txt").write_text("Nine fled.")
    assert names(read([tmp_path])) == [str(tmp_path / "a/one.txt"), str(tmp_path / "b/one.txt")]


def test_a_folder_is_read_in_name_order_and_what_is_no_report_is_left(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.png"):
        (tmp_path / name).write_text("Nine fled.")
    assert names(read([tmp_path])) == ["a", "b"]


def test_every_format_is_found_in_a_folder_packed_or_not(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(a_page())
    (tmp_path / "b.xml").write_text(a_feed())
    (tmp_path / "c.csv").write_text("doc_id,text\nrow,Nine fled.\n")
    (tmp_path / "d.txt.gz").write_bytes(gzip.compress(b"Nine fled."))
    assert names(read([tmp_path])) == ["a", "https://post.example/1", "row", "d"]


def test_an_address_is_fetched_and_is_the_documents_name() -> None:
    (outcome,) = read(["https://post.example/1"], web=a_web(Site({"https://post.example/1": a_page()})))
    assert isinstance(outcome, Ingested)
    assert outcome.document.name == outcome.document.uri == "https://post.example/1"
    assert outcome.document.retrieved_at == NOW


def test_without_a_web_an_address_is_told() -> None:
    assert "nothing may be fetched" in messages(read(["https://post.example/1"]))[0]


def test_standard_input_is_called_stdin() -> None:
    assert names(read(["-"], stdin=b"Nine fled.")) == ["stdin"]
    assert "through the night" in documents(read(["-"], stdin=a_page().encode()))[0].text


def test_an_index_beside_the_reports_gives_what_is_known_of_them(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Nine fled.")
    known = {"title": "T", "publisher": "P", "published": "2021-03-04", "uri": "example:1"}
    (tmp_path / "index.json").write_text(json.dumps({"one": known}))
    (outcome,) = read([tmp_path])
    assert isinstance(outcome, Ingested)
    document = outcome.document
    assert (document.title, document.publisher, document.uri) == ("T", "P", "example:1")
    assert (document.published, document.published_basis) == (date(2021, 3, 4), "metadata")


def test_a_date_that_is_given_beats_the_index(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Nine fled.")
    (tmp_path / "index.json").write_text(json.dumps({"one": {"published": "2021-03-04"}}))
    (outcome,) = read([tmp_path], published=date(2022, 1, 1))
    assert isinstance(outcome, Ingested)
    assert (outcome.document.published, outcome.document.published_basis) == (date(2022, 1, 1), "given")


@pytest.mark.parametrize("broken", ["{", "[]", '{"one": 3}'])
def test_a_broken_index_is_told(tmp_path: Path, broken: str) -> None:
    (tmp_path / "one.txt").write_text("Nine fled.")
    (tmp_path / "index.json").write_text(broken)
    assert "index.json" in messages(read([tmp_path]))[0]


def test_jsonl_holds_a_document_a_line(tmp_path: Path) -> None:
    rows = [{"doc_id": "x", "text": "Nine fled.", "published": "2021-03-04", "title": "T"}, {"text": "Ten fled."}]
    file = tmp_path / "many.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows) + "\n\n")
    assert names(read([file])) == ["x", f"{file}, line 2"]


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("{", "no JSON"),
        ("3", "a JSON object is needed, not int"),
        ('{"doc_id": "x"}', 'needs "text"'),
        ('{"text": " "}', 'needs "text"'),
        ('{"text": "a", "title": 3}', '"title" must be a string'),
        ('{"text": "a", "published": "soon"}', "'soon' is no date"),
    ],
)
def test_a_bad_line_is_told_and_the_rest_is_read(tmp_path: Path, line: str, cause: str) -> None:
    file = tmp_path / "many.jsonl"
    file.write_text(line + '\n{"doc_id": "good", "text": "Nine fled."}\n')
    outcomes = read([file])
    assert names(outcomes) == ["good"]
    (message,) = messages(outcomes)
    assert message.startswith(f"{file}, line 1: ")
    assert cause in message


def test_every_failure_is_told_and_the_rest_of_the_batch_is_read(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02")
    (tmp_path / "large.txt").write_bytes(b"a" * 2000)
    (tmp_path / "good.txt").write_text("Nine fled.")
    outcomes = read([tmp_path, tmp_path / "missing.txt"], max_bytes=1000)
    assert names(outcomes) == ["good"]
    told = "\n".join(messages(outcomes))
    for cause in ("empty.txt: the file is empty", "binary.txt: a binary", "--max-mb raises it", "missing.txt: no such"):
        assert cause in told
    assert len(told.splitlines()) == 4


def test_a_large_standard_input_is_refused() -> None:
    assert "stdin: " in messages(read(["-"], stdin=b"a" * 2000, max_bytes=1000))[0]


def test_a_folder_that_cannot_be_a_file_is_told(tmp_path: Path) -> None:
    assert "no usable path" in messages(read(["a\x00b"]))[0]
