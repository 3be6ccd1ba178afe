"""From scored candidates to attributions: labels in legal order, one source each, each word in one at most."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from sayso.extract.attribution.pairs import Run
from sayso.extract.attribution.scores import Candidate
from sayso.extract.attribution.words import Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NONE, BEGIN_SOURCE, IN_SOURCE, BEGIN_CONTENT, IN_CONTENT = range(5)
_LABELS = 5
_FIRST = (NONE, BEGIN_SOURCE, BEGIN_CONTENT)
_TINY = 1e-6
_FORBIDDEN = -1e4


@dataclass(frozen=True)
class Settings:
    """What is tuned on held-out documents.

    `threshold`: least confidence of an attribution; `weights`: of the logistic that gives it (`evidence_of`, bias
    last); `floor`: least cue probability of a candidate; `boldness`: added to the log-probability of every label but
    none.
    """

    threshold: float = 0.4
    floor: float = 0.15
    boldness: float = 0.0
    weights: tuple[float, ...] = field(default=(1.0, 0.5, 1.0, 0.5, 0.0, 0.0))


@dataclass(frozen=True)
class Decoded:
    """One attribution in words: runs of its source, its cue and its content.

    `shared`: the source where it is another attribution's source already ("she said ..., adding ..."); `source` is
    empty then, since every word is in one attribution.
    """

    source: tuple[Run, ...]
    cue: Run
    content: tuple[Run, ...]
    confidence: float
    shared: tuple[Run, ...] = ()


def decode(candidates: Sequence[Candidate], words: Words, settings: Settings) -> list[Decoded]:
    """Decide on attributions; the most confident first takes the words that several want."""
    drafts = draft_all(candidates, words, settings)
    taken: set[int] = set()
    sources: set[int] = set()
    kept = []
    for draft in sorted(drafts, key=lambda d: (-d.confidence, d.cue)):
        if draft.confidence < settings.threshold or not taken.isdisjoint(range(*draft.cue)):
            continue
        rest = _without(draft, taken, sources)
        if rest.content:
            kept.append(rest)
            sources.update(_words_of(rest.source))
            taken.update(_words_of((*rest.source, rest.cue, *rest.content)))
    return sorted(kept, key=lambda d: d.cue)


def draft_all(candidates: Sequence[Candidate], words: Words, settings: Settings) -> list[Decoded]:
    """Each candidate's best labels and confidence, as if it were alone."""
    if not candidates:
        return []
    labels = best_paths([_emissions(c, settings) for c in candidates])
    return [_draft(c, path, words, settings) for c, path in zip(candidates, labels, strict=True)]


def _emissions(candidate: Candidate, settings: Settings) -> "NDArray[np.float32]":
    """Log-scores of the labels (N x 5); the cue's own words have no role."""
    import numpy as np

    scores = np.log(np.maximum(candidate.roles, _TINY))
    scores[:, 1:] += settings.boldness
    start, end = (max(0, w - candidate.offset) for w in candidate.cue)
    scores[start:end, 1:] = _FORBIDDEN
    return scores


def best_paths(scores: "Sequence[NDArray[np.float32]]") -> "list[NDArray[np.int64]]":
    """The best legal sequence of labels for each row (an inside label follows only its own kind).

    The best label of each word by itself where that is legal, as it mostly is; else by Viterbi.
    """
    labels = [score.argmax(axis=1) for score in scores]
    rows = [row for row, path in enumerate(labels) if not _is_legal(path)]
    if rows:
        for row, path in zip(rows, _viterbi([scores[row] for row in rows]), strict=True):
            labels[row] = path
    return labels


def _is_legal(labels: "NDArray[np.int64]") -> bool:
    """Whether every inside label comes after its own kind."""
    known = labels.tolist()
    return all(n in _FIRST or n in (before, before + 1) for before, n in zip([NONE, *known], known, strict=False))


def _viterbi(scores: "Sequence[NDArray[np.float32]]") -> "list[NDArray[np.int64]]":
    """All rows at once."""
    import numpy as np

    length = max(len(s) for s in scores)
    padded = np.zeros((length, len(scores), _LABELS), dtype=np.float32)
    padded[:, :, 1:] = _FORBIDDEN
    for row, score in enumerate(scores):
        padded[: len(score), row] = score
    back = np.zeros((length, len(scores), _LABELS), dtype=np.int64)
    legal = _transitions()
    best = padded[0] + np.array([0, 0, _FORBIDDEN, 0, _FORBIDDEN], dtype=np.float32)
    for place in range(1, length):
        steps = best[:, :, None] + legal
        back[place] = steps.argmax(axis=1)
        best = steps.max(axis=1) + padded[place]
    labels = _trace(back, best.argmax(axis=1))
    return [labels[: len(s), row] for row, s in enumerate(scores)]


def _transitions() -> "NDArray[np.float32]":
    """From label (row) to label (column): 0 where legal."""
    import numpy as np

    legal = np.zeros((_LABELS, _LABELS), dtype=np.float32)
    for begin, inside in ((BEGIN_SOURCE, IN_SOURCE), (BEGIN_CONTENT, IN_CONTENT)):
        legal[:, inside] = _FORBIDDEN
        legal[[begin, inside], inside] = 0
    return legal


def _trace(back: Any, last: Any) -> "NDArray[np.int64]":
    """Labels (places x rows) from the last ones backwards."""
    import numpy as np

    labels = np.empty(back.shape[:2], dtype=np.int64)
    labels[-1] = last
    rows = np.arange(back.shape[1])
    for place in range(len(back) - 1, 0, -1):
        labels[place - 1] = back[place, rows, labels[place]]
    return labels


def _draft(candidate: Candidate, labels: Any, words: Words, settings: Settings) -> Decoded:
    found = label_runs(labels.tolist(), candidate.offset)
    sources = _within_reach(found[BEGIN_SOURCE], candidate.cue, words)
    contents = _within_reach(found[BEGIN_CONTENT], candidate.cue, words)
    source = _likeliest(sources, candidate)
    confidence = logistic(evidence_of(candidate, source, contents), settings.weights)
    return Decoded(source, candidate.cue, tuple(contents), confidence)


def label_runs(labels: Sequence[int], offset: int) -> dict[int, list[Run]]:
    """Runs of source and of content words, by their begin label."""
    found: dict[int, list[Run]] = {BEGIN_SOURCE: [], BEGIN_CONTENT: []}
    for word, label in enumerate(labels, offset):
        if label in found:
            found[label].append((word, word + 1))
        elif label != NONE:
            runs = found[label - 1]
            runs[-1] = (runs[-1][0], word + 1)
    return found


def _within_reach(runs: Iterable[Run], cue: Run, words: Words) -> list[Run]:
    """Part runs at paragraphs; beyond the cue's own, keep quotations that run on and what a colon announces."""
    home = words.paragraphs[cue[0]]
    parts = [p for r in runs for p in split_at_paragraphs(r, words)]
    return [p for p in parts if words.paragraphs[p[0]] == home or _runs_on(p, words)]


def split_at_paragraphs(run: Run, words: Words) -> list[Run]:
    """The parts of a run that lie in one paragraph each."""
    cuts = [i for i in range(run[0] + 1, run[1]) if words.paragraphs[i] != words.paragraphs[i - 1]]
    return list(zip([run[0], *cuts], [*cuts, run[1]], strict=True))


_MARKS = frozenset("\"“”«»„'‘’")


def _runs_on(part: Run, words: Words) -> bool:
    """Whether a part in another paragraph than its cue's is quoted there, or announced by a colon just before."""
    start, end = part
    nearby = words.surfaces[max(0, start - 2) : start + 1] + words.surfaces[end - 1 : end + 2]
    return not _MARKS.isdisjoint(nearby) or (start > 0 and words.surfaces[start - 1] == ":")


def _likeliest(runs: Sequence[Run], candidate: Candidate) -> tuple[Run, ...]:
    """The one run that is most a source."""
    if len(runs) < 2:
        return tuple(runs)
    return (max(runs, key=lambda r: float(_role_chance(candidate, r, BEGIN_SOURCE).sum())),)


def _role_chance(candidate: Candidate, run: Run, begin: int) -> Any:
    at = slice(run[0] - candidate.offset, run[1] - candidate.offset)
    return candidate.roles[at, begin] + candidate.roles[at, begin + 1]


def evidence_of(candidate: Candidate, source: Sequence[Run], content: Sequence[Run]) -> tuple[float, ...]:
    """Log-odds of the cue (by tagger and by head), of content and source words; whether there is a source."""
    contents = [float(_role_chance(candidate, r, BEGIN_CONTENT).mean()) for r in content]
    sources = [float(_role_chance(candidate, r, BEGIN_SOURCE).mean()) for r in source]
    content_odds = log_odds(min(contents)) if contents else -4.0
    source_odds = log_odds(min(sources)) if sources else 0.0
    return log_odds(candidate.real), log_odds(candidate.chance), content_odds, source_odds, float(bool(source))


def log_odds(chance: float) -> float:
    """Bounded at some 98 %, where probabilities stop telling much."""
    bounded = min(max(chance, 0.01), 0.99)
    return math.log(bounded / (1 - bounded))


def logistic(evidence: Sequence[float], weights: Sequence[float]) -> float:
    """The logistic of the weighted evidence; the last weight is the bias."""
    total = weights[-1] + sum(e * w for e, w in zip(evidence, weights[:-1], strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def _words_of(runs: Iterable[Run]) -> set[int]:
    return {word for start, end in runs for word in range(start, end)}


def _without(attribution: Decoded, taken: set[int], sources: set[int]) -> Decoded:
    """The attribution less the words that others have; `sources`, those they have for their source."""
    source, content = (_cut(r, taken) for r in (attribution.source, attribution.content))
    wanted = _words_of(attribution.source)
    if wanted and len(wanted & sources) * 2 > len(wanted):
        return replace(attribution, source=(), content=content, shared=attribution.source)
    return replace(attribution, source=source, content=content)


def _cut(runs: Sequence[Run], taken: set[int]) -> tuple[Run, ...]:
    parts: list[Run] = []
    for start, end in runs:
        for word in range(start, end):
            if word in taken:
                continue
            if parts and parts[-1][1] == word and word != start:
                parts[-1] = (parts[-1][0], word + 1)
            else:
                parts.append((word, word + 1))
    return tuple(parts)
