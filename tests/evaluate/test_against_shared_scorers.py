"""The package's scorers print the very numbers of the scorers that the annotated material came with."""

from __future__ import annotations

import importlib
import json
import random
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sayso.evaluate.gold import GoldReport, read_gold
from sayso.evaluate.names import same_party, same_side
from sayso.evaluate.tasks import evaluate, group_predictions
from tests.shared import SHARED, needs_shared

pytestmark = [
    needs_shared,
    # The shared scorers leave files open; that is theirs to mend.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
Row = dict[str, Any]


@pytest.fixture
def scorers(monkeypatch: pytest.MonkeyPatch) -> Iterator[Mapping[str, ModuleType]]:
    """The shared scorers as modules; they import one another by bare name."""
    monkeypatch.syspath_prepend(str(SHARED / "score"))
    names = ("names", "score_attribution", "score_casualties", "score_relations")
    yield {name: importlib.import_module(name) for name in names}
    for name in names:
        sys.modules.pop(name, None)


def spoilt_casualties(report: GoldReport, chance: random.Random) -> Iterator[Row]:
    """The gold claims as rows, some lost, some with another figure, span, side or source."""
    for claim in report.data["casualties"]:
        start = report.text.index(claim["quote"])
        row = {**claim, "document": report.id, "start": start, "end": start + len(claim["quote"])}
        window = claim["happened"] or {}
        row["happened_start"], row["happened_end"] = window.get("start"), window.get("end")
        spoil = chance.randrange(8)
        if spoil == 0:
            row["low"] = 3
        elif spoil == 1:
            row["side"], row["source"] = "Northland", ["Northland", "the army"]
        elif spoil == 2:
            row["start"], row["end"] = max(0, start - 300), start + 90
        elif spoil == 3:
            row["source"], row["place"] = row["source"][::-1], "Northland"
        if spoil != 4:
            yield row


def spoilt_relations(report: GoldReport, chance: random.Random) -> Iterator[Row]:
    claims = {claim["id"]: claim for claim in report.data["casualties"]}

    def end(identifier: str) -> Row | None:
        if identifier not in claims:
            return None
        quote = claims[identifier]["quote"]
        start = report.text.index(quote)
        return {"id": identifier, "start": start, "end": start + len(quote), "low": claims[identifier]["low"]}

    def party(identifier: str) -> list[str]:
        return claims[identifier]["source"] if identifier in claims else [identifier]

    for relation in report.data["relations"]:
        objects = relation["to"] if isinstance(relation["to"], list) else [relation["to"]]
        start = report.text.index(relation["quote"]) if relation["quote"] else None
        row: Row = {
            "document": report.id,
            "kind": relation["kind"],
            "start": start,
            "end": None if start is None else start + len(relation["quote"]),
            "from": end(relation["from"]),
            "to": [found for identifier in objects if (found := end(identifier))],
            "from_party": party(relation["from"]),
            "to_party": party(objects[0]),
        }
        spoil = chance.randrange(6)
        if spoil == 0:
            row["from_party"] = ["Northland"]
        elif spoil == 1 and row["to"]:
            row["to"][0] = {**row["to"][0], "low": 3}
        elif spoil == 2:
            row["kind"] = "denies"
        yield row


def write_lines(path: Path, rows: list[Row]) -> Path:
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize("seed", range(3))
def test_casualties_score_the_same(scorers: Mapping[str, ModuleType], tmp_path: Path, seed: int) -> None:
    chance, gold = random.Random(seed), read_gold(SHARED / "cases")
    rows = [row for report in gold for row in spoilt_casualties(report, chance)]
    theirs = scorers["score_casualties"].main([str(SHARED / "cases"), str(write_lines(tmp_path / "p.jsonl", rows))])
    ours = evaluate("casualties", gold, group_predictions("casualties", rows)).overall
    assert json.dumps(ours) == json.dumps(theirs)
    assert 0.3 < ours["frame"]["f1"] < 0.95


@pytest.mark.parametrize("seed", range(3))
def test_relations_score_the_same(scorers: Mapping[str, ModuleType], tmp_path: Path, seed: int) -> None:
    chance, gold = random.Random(seed), read_gold(SHARED / "cases")
    rows = [row for report in gold for row in spoilt_relations(report, chance)]
    theirs = scorers["score_relations"].main([str(SHARED / "cases"), str(write_lines(tmp_path / "p.jsonl", rows))])
    ours = evaluate("relations", gold, group_predictions("relations", rows)).overall
    assert json.dumps(ours) == json.dumps(theirs)
    assert 0.3 < ours["denies"]["f1"] < 0.95


def spoilt_attributions(report: GoldReport, chance: random.Random) -> Row:
    rows = []
    for attribution in report.data["attributions"]:
        row = {role: [list(span) for span in attribution[role]] for role in ("source", "cue", "content")}
        spoil = chance.randrange(6)
        if spoil == 0 and row["content"]:
            row["content"][0][0] += 17
        elif spoil == 1:
            row["source"] = []
        if spoil != 2:
            rows.append(row)
    return {"doc_id": report.id, "attributions": rows}


def test_attributions_score_the_same(scorers: Mapping[str, ModuleType], tmp_path: Path) -> None:
    path, chance = SHARED / "corpora" / "polnear" / "dev.jsonl", random.Random(1)
    gold = read_gold(path)
    rows = [spoilt_attributions(report, chance) for report in gold]
    theirs = scorers["score_attribution"].main(str(path), str(write_lines(tmp_path / "p.jsonl", rows)))
    ours = evaluate("attributions", gold, group_predictions("attributions", rows)).overall
    assert json.dumps(ours) == json.dumps(theirs)
    assert 0.3 < ours["said"]["f1"] < 0.95


def test_names_agree_the_same(scorers: Mapping[str, ModuleType]) -> None:
    theirs = scorers["names"]
    claims = [claim for report in read_gold(SHARED / "cases") for claim in report.data["casualties"]]
    sources = [names for claim in claims for names in (claim["source"], [claim["side"]], [])][::3]
    for one in sources:
        for other in sources:
            assert same_party(one, other) == theirs.same_party(one, other), (one, other)
            assert same_side(one, other) == theirs.same_side(one, other), (one, other)
