"""The three tasks: what their rows are, how a document is counted and how counts are printed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sayso.claims import ReportRecord
from sayso.claims.rows import attribution_rows, casualty_rows, relation_rows
from sayso.errors import InputError
from sayso.evaluate.attributions import count_attributions, summarise_attributions
from sayso.evaluate.casualties import count_casualties, summarise_casualties
from sayso.evaluate.gold import GoldReport
from sayso.evaluate.measures import Counts
from sayso.evaluate.relations import count_relations, summarise_relations

TaskName = Literal["attributions", "casualties", "relations"]
Row = Mapping[str, Any]
Rows = Sequence[Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """How one kind of output is scored."""

    #: Which key of a gold file holds what is scored.
    gold_key: str
    rows: Callable[[ReportRecord], Rows]
    count: Callable[[GoldReport, Rows], Counts]
    summarise: Callable[[Counts], dict[str, Any]]


TASKS: Mapping[TaskName, Task] = {
    "attributions": Task(
        gold_key="attributions",
        rows=lambda record: attribution_rows(record)["attributions"],
        count=lambda gold, rows: count_attributions(gold.text, gold.data["attributions"], rows),
        summarise=summarise_attributions,
    ),
    "casualties": Task(
        gold_key="casualties",
        rows=lambda record: list(casualty_rows(record)),
        count=lambda gold, rows: count_casualties(gold.text, gold.data["casualties"], rows),
        summarise=summarise_casualties,
    ),
    "relations": Task(
        gold_key="relations",
        rows=lambda record: list(relation_rows(record)),
        count=lambda gold, rows: count_relations(gold.text, gold.data, rows),
        summarise=summarise_relations,
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Scores of one task: in all and per document."""

    task: TaskName
    overall: Mapping[str, Any]
    documents: Mapping[str, Mapping[str, Any]]


def evaluate(name: TaskName, gold: Sequence[GoldReport], predicted: Mapping[str, Rows]) -> Evaluation:
    """Score predictions (document id -> rows); a document without predictions counts as empty."""
    task = TASKS[name]
    missing = next((report.id for report in gold if task.gold_key not in report.data), None)
    if missing is not None:
        raise InputError(f"{missing}: the gold file has no {task.gold_key!r}; is --task {name} right for it?")
    counts = {report.id: task.count(report, predicted.get(report.id, ())) for report in gold}
    total = Counts()
    for counted in counts.values():
        for key, value in counted.items():
            total[key] += value
    return Evaluation(
        task=name,
        overall=task.summarise(total),
        documents={document: task.summarise(counted) for document, counted in counts.items()},
    )


def group_predictions(name: TaskName, rows: Rows) -> dict[str, Rows]:
    """Rows of a prediction file by document, as `sayso read --format <task>` writes them."""
    if name == "attributions":
        return {row["doc_id"]: row["attributions"] for row in rows}
    grouped: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row["document"]].append(row)
    return dict(grouped)
