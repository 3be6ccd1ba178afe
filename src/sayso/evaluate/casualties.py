"""Casualty claims against gold: figures, vague figures, fields, and frames (whose dead, on whose say-so)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sayso.evaluate.measures import Counts, measure
from sayso.evaluate.names import same_party, same_side
from sayso.evaluate.spans import occurrences, same_words

Row = Mapping[str, Any]
Agreement = Callable[[Row, Row], bool]


def _happened(gold: Row, predicted: Row) -> bool:
    window = gold["happened"] or {}
    return (window.get("start"), window.get("end")) == (predicted.get("happened_start"), predicted.get("happened_end"))


def _perpetrator(gold: Row, predicted: Row) -> bool:
    if gold["perpetrator"] is None or not predicted.get("perpetrator"):
        return gold["perpetrator"] is None and not predicted.get("perpetrator")
    return same_side(gold["perpetrator"], predicted["perpetrator"])


def _equal(field: str, default: object = None) -> Agreement:
    return lambda gold, predicted: gold.get(field, default) == (predicted.get(field) or default)


#: field -> whether a gold and a predicted claim agree in it.
AGREEMENTS: Mapping[str, Agreement] = {
    "side": lambda gold, predicted: same_side(gold["side"], predicted.get("side")),
    "source": lambda gold, predicted: same_party(gold["source"], predicted.get("source")),
    "via": lambda gold, predicted: same_party(gold["via"], predicted.get("via")),
    "group": _equal("group", "unknown"),
    "modality": _equal("modality"),
    "perpetrator": _perpetrator,
    "said_on": _equal("said_on"),
    "happened": _happened,
    "place": lambda gold, predicted: same_party(gold["place"], predicted.get("place")),
    "scope": _equal("scope", "unknown"),
    "background": _equal("background", False),
    "polarity": _equal("polarity", "affirm"),
    "certainty": _equal("certainty", "certain"),
    "posture": _equal("posture", "unknown"),
}


def _is_vague(row: Row) -> bool:
    return row.get("low") is None and row.get("high") is None


def _same_figure(text: str, gold: Row, predicted: Row) -> bool:
    figure = ("effect", "low", "high")
    if any(gold[field] != predicted.get(field) for field in figure):
        return False
    shown = (predicted.get("start"), predicted.get("end"))
    return same_words(text, occurrences(text, gold["quote"]), shown)


def pair_claims(text: str, gold: Sequence[Row], predicted: Sequence[Row]) -> list[tuple[int, int]]:
    """Indexes of gold and predicted claims that are one figure, one to one, most agreeing fields first."""
    options = [
        (sum(agrees(one, other) for agrees in AGREEMENTS.values()), -i, -j)
        for i, one in enumerate(gold)
        for j, other in enumerate(predicted)
        if _same_figure(text, one, other)
    ]
    return list(_one_to_one(sorted(options, reverse=True)))


def _one_to_one(options: list[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    for _, i, j in options:
        if -i not in taken_gold and -j not in taken_predicted:
            taken_gold.add(-i)
            taken_predicted.add(-j)
            yield -i, -j


def count_casualties(text: str, gold: Sequence[Row], predicted: Sequence[Row]) -> Counts:
    """Counts of one document, by "figure", "vague", "frame" and "field:<name>"."""
    counts = Counts()
    for rows, end in ((gold, "gold"), (predicted, "predicted")):
        for row in rows:
            counts[f"{'vague' if _is_vague(row) else 'figure'}:{end}"] += 1
    for i, j in pair_claims(text, gold, predicted):
        _count_pair(counts, gold[i], predicted[j])
    return counts


def _count_pair(counts: Counts, gold: Row, predicted: Row) -> None:
    if _is_vague(gold):
        counts["vague:hit"] += 1
        return
    agreed = {field: agrees(gold, predicted) for field, agrees in AGREEMENTS.items()}
    counts["figure:hit"] += 1
    counts["frame:hit"] += agreed["side"] and agreed["source"]
    counts.update({f"field:{field}": int(agrees) for field, agrees in agreed.items()})


def summarise_casualties(counts: Counts) -> dict[str, Any]:
    """The printed result of summed counts."""

    def result(hits: str, kind: str) -> dict[str, float]:
        return measure(counts[f"{hits}:hit"], counts[f"{kind}:predicted"], counts[f"{kind}:gold"]).rounded()

    paired = max(1, counts["figure:hit"])
    return {
        "gold": counts["figure:gold"],
        "predicted": counts["figure:predicted"],
        "figure": result("figure", "figure"),
        "vague": result("vague", "vague"),
        "frame": result("frame", "figure"),
        "fields": {field: round(counts[f"field:{field}"] / paired, 3) for field in AGREEMENTS},
    }
