"""From a text to scored cue candidates: everything the network says, before anything is decided."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sayso.extract.attribution.network import Network
from sayso.extract.attribution.pairs import MAX_CUE_WORDS, Run, pair_tables
from sayso.extract.attribution.windows import Pieces, Window, WindowOptions, cut_pieces, plan_windows, window_inputs
from sayso.extract.attribution.words import Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WORTH_A_LOOK = 0.03
_STRETCH = 80
_MAX_CUES_PER_WINDOW = 64


@dataclass(frozen=True)
class Candidate:
    """A possible attribution. Words count from the start of the text.

    `cue`: run of words; `chance`: the tagger's probability of its best word; `real`: the span head's;
    `offset`: the first word that may have a role; `roles` (N x 5): probabilities of the role labels from there on.
    """

    cue: Run
    chance: float
    real: float
    offset: int
    roles: "NDArray[np.float32]"


def score_words(words: Words, network: Network, options: WindowOptions, floor: float) -> list[Candidate]:
    """All cue candidates of a text whose probability reaches `floor`, in order of their cues."""
    pieces = cut_pieces(words, network.tokenizer, network.pieces)
    found: list[Candidate] = []
    for window in plan_windows(pieces, options):
        found.extend(_score_window(pieces, window, network, floor))
    return found


def _score_window(pieces: Pieces, window: Window, network: Network, floor: float) -> Iterator[Candidate]:
    vectors, cue = network.read(window_inputs(pieces, window.start, window.end))
    chance = cue[:, 1] + cue[:, 2]
    runs = _strongest(cue_runs(cue, floor), chance)
    paragraphs = pieces.paragraphs[window.start : window.end]
    for start, end in stretches(paragraphs):
        near = [(s - start, e - start) for s, e in runs if start <= s and e <= end]
        if near and any(window.core_start <= window.start + start + s < window.core_end for s, _ in near):
            roles, real = network.roles(vectors[start:end], pair_tables(near, paragraphs[start:end]))
            for row, run in enumerate(near):
                first = window.start + start
                if window.core_start <= first + run[0] < window.core_end:
                    best = float(chance[start + run[0] : start + run[1]].max())
                    yield _candidate(run, (best, float(real[row])), roles[row], first)


def stretches(paragraphs: Sequence[int]) -> list[Run]:
    """Consecutive paragraphs together, up to some words: spans hardly ever leave their paragraph, and time goes with
    the square of this length."""
    edges = [i for i in range(1, len(paragraphs)) if paragraphs[i] != paragraphs[i - 1]]
    found: list[Run] = []
    for start, end in zip([0, *edges], [*edges, len(paragraphs)], strict=True):
        if found and end - found[-1][0] <= _STRETCH:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _strongest(runs: list[Run], chance: "NDArray[np.float32]") -> list[Run]:
    """Bound the work on a text that is all cues."""
    if len(runs) <= _MAX_CUES_PER_WINDOW:
        return runs
    kept = sorted(runs, key=lambda r: -float(chance[r[0] : r[1]].max()))
    return sorted(kept[:_MAX_CUES_PER_WINDOW])


def _candidate(run: Run, chances: tuple[float, float], roles: "NDArray[np.float32]", start: int) -> Candidate:
    """Keep only the stretch of words that might have a role; the rest of the window is no part of this attribution."""
    worth = (roles[:, 0] < 1 - _WORTH_A_LOOK).nonzero()[0]
    first, last = (int(worth[0]), int(worth[-1]) + 1) if len(worth) else (run[0], run[1])
    cue = (run[0] + start, run[1] + start)
    return Candidate(cue, *chances, offset=first + start, roles=roles[first:last])


def cue_runs(probabilities: Any, floor: float) -> list[Run]:
    """Runs of words likely to be cues, parted where one is likelier to begin than to go on; `probabilities`: W x 3."""
    runs: list[Run] = []
    inside = probabilities[:, 1] + probabilities[:, 2] >= floor
    for word in inside.nonzero()[0].tolist():
        goes_on = bool(runs) and runs[-1][1] == word and probabilities[word, 1] <= probabilities[word, 2]
        if goes_on and word - runs[-1][0] < MAX_CUE_WORDS:
            runs[-1] = (runs[-1][0], word + 1)
        else:
            runs.append((word, word + 1))
    return runs
