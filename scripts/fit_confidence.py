"""Fit the weights of `sayso.link.claim_confidence` on annotated reports: `python -m scripts.fit_confidence [FOLDER]`.

Prints the weights for that module, and how right claims of each confidence are where the weights were fitted without
their report (ten parts), without what the module takes off for reports that no rule was made beside.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.claims import CasualtyClaim
from sayso.evaluate.casualties import AGREEMENTS, pair_claims
from sayso.evaluate.gold import GoldReport, read_gold
from sayso.evaluate.tasks import TASKS
from sayso.link.claim_confidence import WEIGHTS, Page, marks
from sayso.link.sentences import Sentences
from sayso.pipeline import Reader
from sayso.reconcile.context import is_casualty

REPORTS = Path(__file__).parents[1] / "evaluation" / "reports"
#: Weight of the squares of the weights, so that seldom marks count little.
RIDGE = 3.0
PARTS = 10


class Example(NamedTuple):
    """One claim: its marks in the order of `WEIGHTS`, whether it is right, and the part its report belongs to."""

    marks: list[float]
    right: bool
    part: int


def examples(reports: Sequence[GoldReport], reader: Reader) -> Iterator[Example]:
    """Every claim that is read in the reports; right where figure, side and source are those of an annotated claim."""
    task = TASKS["casualties"]
    for report in reports:
        record = reader.read(report.document())
        claims: list[CasualtyClaim] = [claim for claim in record.claims if is_casualty(claim)]
        rows, gold = task.rows(record), report.data["casualties"]
        pairs = {own: annotated for annotated, own in pair_claims(report.text, gold, rows)}
        page = Page.of(Sentences(report.text), claims, record.attributions)
        part = sha256(report.id.encode()).digest()[0] % PARTS
        for number, (claim, row) in enumerate(zip(claims, rows, strict=True)):
            annotated = gold[pairs[number]] if number in pairs else None
            right = annotated is not None and all(AGREEMENTS[name](annotated, row) for name in ("side", "source"))
            told = marks(claim, page)
            yield Example([float(mark in told) for mark in WEIGHTS], right, part)


def fitted(marks_of: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights of a logistic regression by Newton's method; the first mark stands for the constant and is not held."""
    weights = np.zeros(marks_of.shape[1])
    held = np.diag([0.0, *[RIDGE] * (len(weights) - 1)])
    for _ in range(30):
        chance = chances(marks_of, weights)
        slope = marks_of.T @ (right - chance) - held @ weights
        step = np.linalg.solve((marks_of * (chance * (1 - chance))[:, None]).T @ marks_of + held, slope)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def chances(marks_of: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """What a model with these weights gives each claim."""
    result: NDArray[np.float64] = 1 / (1 + np.exp(-(marks_of @ weights)))
    return result


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=REPORTS)
    found = list(examples(read_gold(parser.parse_args().folder), Reader.load()))
    marks_of, parts = np.array([e.marks for e in found]), np.array([e.part for e in found])
    right = np.array([float(e.right) for e in found])
    for mark, weight in zip(WEIGHTS, fitted(marks_of, right), strict=True):
        print(f'    "{mark}": {weight:.2f},')
    apart = np.zeros(len(found))
    for part in range(PARTS):
        others = parts != part
        apart[~others] = chances(marks_of[~others], fitted(marks_of[others], right[others]))
    print(
        f"{len(found)} claims, {right.mean():.3f} right; mean square of the error {((apart - right) ** 2).mean():.4f}"
    )
    for low in range(PARTS):
        there = (apart >= low / PARTS) & (apart < (low + 1) / PARTS)
        if there.any():
            mean, share = apart[there].mean(), right[there].mean()
            print(f"{low / PARTS:.1f}: {there.sum()} claims, mean {mean:.2f}, right {share:.2f}")


if __name__ == "__main__":
    main()
