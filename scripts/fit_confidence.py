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
from training.logistic import Numbers, by_tenth, chances, logistic_fit

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


def fitted(marks_of: Numbers, right: Numbers) -> Numbers:
    """Weights of the marks; the first stands for the constant and is not held."""
    held = np.full(marks_of.shape[1], RIDGE)
    held[0] = 0.0
    return logistic_fit(marks_of, right, held)


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
    for row in by_tenth([(float(chance), bool(one)) for chance, one in zip(apart, right, strict=True)]):
        print("{}: {} claims, mean {:.2f}, right {:.2f}".format(*row))


if __name__ == "__main__":
    main()
