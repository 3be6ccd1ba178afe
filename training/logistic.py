"""Fitting a chance to what was right, and looking at how right it is: for attributions (`training.tune`) and for claims
(`scripts.fit_confidence`). Needs numpy alone.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
_STEPS = 30


def logistic_fit(rows: Numbers, right: Numbers, ridge: Numbers) -> Numbers:
    """Weights of the K columns of `rows` (N x K) by Newton's method; `ridge`: K, how much each weight is held to 0."""
    weights = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        chance = chances(rows, weights)
        slope = rows.T @ (right - chance) - ridge * weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(ridge)
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def chances(rows: Numbers, weights: Numbers) -> Numbers:
    """What a model with these weights gives each row."""
    result: Numbers = 1 / (1 + np.exp(-(rows @ weights)))
    return result


def by_tenth(told: Sequence[tuple[float, bool]]) -> list[tuple[str, int, float, float]]:
    """Per tenth of the chance told: how many, their mean chance, and the share that is right; no row for none."""
    table = []
    for low in range(10):
        inside = [(c, r) for c, r in told if low / 10 <= c < (low + 1) / 10 or (low == 9 and c == 1)]
        if inside:
            mean, share = (float(np.mean(column)) for column in zip(*inside, strict=True))
            table.append((f"{low / 10:.1f}-{(low + 1) / 10:.1f}", len(inside), mean, share))
    return table
