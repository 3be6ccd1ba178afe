from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.evaluate.floors import shortfalls
from sayso.evaluate.gold import read_gold, read_jsonl
from sayso.evaluate.tasks import evaluate


def test_a_folder_needs_the_text_of_each_gold_file(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"id": "a", "casualties": [], "relations": []}))
    with pytest.raises(InputError, match=r"a\.txt.*needs its text"):
        read_gold(tmp_path)


@pytest.mark.parametrize("content", ["{", "[]"])
def test_a_gold_file_that_is_none_is_told(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.json").write_text(content)
    with pytest.raises(InputError, match=r"a\.json"):
        read_gold(tmp_path)


def test_what_does_not_exist_or_holds_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such"):
        read_gold(tmp_path / "nowhere")
    with pytest.raises(InputError, match="holds no annotated reports"):
        read_gold(tmp_path)


def test_a_bad_line_is_told_with_its_number(tmp_path: Path) -> None:
    file = tmp_path / "p.jsonl"
    file.write_text('{"a": 1}\n[]\n')
    with pytest.raises(InputError, match="line 2: a JSON object"):
        read_jsonl(file)


def test_a_task_that_the_gold_does_not_hold_is_told(tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps({"doc_id": "a", "text": "Nine fled.", "attributions": []}))
    gold = read_gold(file)
    assert evaluate("attributions", gold, {}).overall["gold"] == 0
    with pytest.raises(InputError, match="is --task casualties right"):
        evaluate("casualties", gold, {})


def test_floors_tell_what_fell_below() -> None:
    overall = {"frame": {"f1": 0.7}, "fields": {"side": 0.9}}
    (below,) = shortfalls({"frame.f1": 0.8, "fields.side": 0.9}, overall)
    assert (below.measure, below.floor, below.measured) == ("frame.f1", 0.8, 0.7)
    with pytest.raises(InputError, match=r"'frame\.f2'"):
        shortfalls({"frame.f2": 0.8}, overall)


def test_a_bad_date_in_the_gold_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"id": "a", "published": "soon", "casualties": [], "relations": []}))
    (tmp_path / "a.txt").write_text("Nine fled.")
    with pytest.raises(InputError, match="a: 'soon' is no date"):
        read_gold(tmp_path)


def test_only_a_line_feed_ends_a_line(tmp_path: Path) -> None:
    file = tmp_path / "p.jsonl"
    file.write_text(json.dumps({"victims": "nine\u2028men"}, ensure_ascii=False) + "\n", encoding="utf-8")
    assert read_jsonl(file) == [{"victims": "nine\u2028men"}]


def test_a_file_without_predictions_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "p.jsonl").write_text("")
    assert read_jsonl(tmp_path / "p.jsonl") == []
