"""`sayso evaluate`: score readings, or a file of predictions, against annotated reports."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.errors import InputError

if TYPE_CHECKING:
    from sayso.evaluate.gold import GoldReport
    from sayso.evaluate.tasks import Evaluation, Rows, Task

#: Some measure is below its floor.
EXIT_BELOW_FLOOR = 1


@click.command("evaluate")
@click.argument("gold", type=click.Path(path_type=Path))
@click.option("--task", "task_name", type=click.Choice(("attributions", "casualties", "relations")), required=True)
@click.option("--predictions", type=click.Path(path_type=Path), help="Score this file instead of reading the reports.")
@click.option("--conflict", default="auto", show_default=True, metavar="DOSSIER", help="As for `sayso read`.")
@click.option("--per-document", is_flag=True, help="Print one line a document before the totals.")
@click.option("--floors", type=click.Path(path_type=Path), help="JSON file of floors; exit status 1 below one.")
def evaluate_command(
    gold: Path, task_name: Any, predictions: Path | None, conflict: str, per_document: bool, floors: Path | None
) -> int:
    """Score against annotated reports: a folder of gold files with their texts, or a JSONL file of attributions."""
    from sayso.evaluate.gold import read_gold, read_jsonl
    from sayso.evaluate.tasks import TASKS, evaluate, group_predictions

    reports = read_gold(gold)
    if predictions is None:
        predicted = _read_reports(reports, TASKS[task_name], conflict)
    else:
        predicted = group_predictions(task_name, read_jsonl(predictions))
    evaluation = evaluate(task_name, reports, predicted)
    _show(evaluation, per_document=per_document)
    return _hold(evaluation, floors) if floors else 0


def _read_reports(reports: Sequence[GoldReport], task: Task, conflict: str) -> dict[str, Rows]:
    from sayso.pipeline import Reader
    from sayso.serve.cli.options import progress

    reader = Reader.load(None if conflict == "none" else conflict)
    predicted = {}
    with progress(len(reports)) as advance:
        for report in reports:
            predicted[report.id] = task.rows(reader.read(report.document()))
            advance()
    return predicted


def _show(evaluation: Evaluation, *, per_document: bool) -> None:
    if per_document:
        for document, result in evaluation.documents.items():
            click.echo(json.dumps({"document": document, **result}, ensure_ascii=False))
    click.echo(json.dumps(evaluation.overall))


def _hold(evaluation: Evaluation, path: Path) -> int:
    from sayso.evaluate.floors import shortfalls
    from sayso.evaluate.gold import read_json

    listed: Any = read_json(path)
    floors = listed.get(evaluation.task) if isinstance(listed, Mapping) else None
    if not isinstance(floors, Mapping):
        raise InputError(f"{path}: holds no floors for {evaluation.task}")
    below = shortfalls(floors, evaluation.overall)
    for shortfall in below:
        click.echo(
            f"sayso: {evaluation.task}: {shortfall.measure} is {shortfall.measured:g}, below its floor "
            f"of {shortfall.floor:g}",
            err=True,
        )
    return EXIT_BELOW_FLOOR if below else 0
