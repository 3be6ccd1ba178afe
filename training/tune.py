"""Choose the decision's settings on held-out documents of the train part, and report: `python -m training.tune FOLDER`.

With `--report`, scores another file of documents with the settings as they are; nothing is chosen on it.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from sayso.evaluate.attributions import count_attributions, summarise_attributions
from sayso.extract.attribution import load_network, load_settings
from sayso.extract.attribution.decode import Decoded, Settings, decode, draft_all, evidence_of
from sayso.extract.attribution.network import Network
from sayso.extract.attribution.pairs import Run
from sayso.extract.attribution.scores import Candidate, score_words
from sayso.extract.attribution.windows import WindowOptions
from sayso.extract.attribution.words import Words, split_words
from training.data import is_held_out, read_documents
from training.logistic import by_tenth, logistic_fit

FLOOR = 0.2
#: How much the weights of the confidence are held to 0.
RIDGE = 0.1
BOLDNESSES = (0.0, 0.2, 0.4, 0.6, 0.8)
THRESHOLDS = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45)
TARGETS = ("said", "cue", "content", "exact")


@dataclass(frozen=True)
class Scored:
    """A document and all that the network says of it; decided again and again under other settings."""

    document: dict[str, Any]
    words: Words
    candidates: list[Candidate]


def score_documents(documents: Sequence[dict[str, Any]], network: Network, options: WindowOptions) -> list[Scored]:
    """Read every document once."""
    scored = []
    for document in documents:
        words = split_words(document["text"])
        scored.append(Scored(document, words, score_words(words, network, options, FLOOR)))
    return scored


def predictions(scored: Scored, settings: Settings, flat: bool = False) -> list[dict[str, Any]]:
    """The attributions of a document in the form of the gold; `flat`: without the sources that neighbours share."""
    usable = [c for c in scored.candidates if c.chance >= settings.floor]
    found = decode(usable, scored.words, settings)
    return [_row(replace(d, shared=()) if flat else d, scored.words) for d in found]


def _row(decoded: Decoded, words: Words) -> dict[str, Any]:
    def spans(runs: Sequence[Run]) -> list[list[int]]:
        return [[words.starts[s], words.ends[e - 1]] for s, e in runs]

    parts = {
        "source": spans(decoded.source or decoded.shared),
        "cue": spans([decoded.cue]),
        "content": spans(decoded.content),
    }
    return parts | {"confidence": decoded.confidence}


def measure(scored: Sequence[Scored], found: Sequence[Sequence[dict[str, Any]]]) -> dict[str, Any]:
    """Precision, recall and F1 of every measure over the documents."""
    counts: Counter[str] = Counter()
    for one, rows in zip(scored, found, strict=True):
        counts.update(count_attributions(one.document["text"], one.document["attributions"], rows))
    return summarise_attributions(counts)


def merit(result: dict[str, Any]) -> float:
    """What settings are chosen by: the mean F1 of the four measures that have targets."""
    return float(np.mean([result[t]["f1"] for t in TARGETS]))


def is_right(document: dict[str, Any], predicted: dict[str, Any]) -> bool:
    """Whether some gold attribution says the same of the same source."""
    rivals = (g for g in document["attributions"] if _touch(g["content"], predicted["content"]))
    return any(count_attributions(document["text"], [gold], [predicted])["said"] for gold in rivals)


def _touch(some: Sequence[Sequence[int]], others: Sequence[Sequence[int]]) -> bool:
    return any(a < d and c < b for a, b in some for c, d in others)


def fit_confidence(scored: Sequence[Scored], settings: Settings) -> Settings:
    """Fit the logistic that turns evidence into the chance of being right."""
    rows, right = [], []
    for one in scored:
        usable = [c for c in one.candidates if c.chance >= settings.floor]
        for candidate, draft in zip(usable, draft_all(usable, one.words, settings), strict=True):
            if draft.content:
                rows.append((*evidence_of(candidate, draft.source, draft.content), 1.0))
                right.append(is_right(one.document, _row(draft, one.words)))
    marks, told = np.asarray(rows), np.asarray(right, dtype=float)
    weights = logistic_fit(marks, told, np.full(marks.shape[1], RIDGE))
    return replace(settings, weights=tuple(round(float(w), 4) for w in weights))


def choose(scored: Sequence[Scored]) -> Settings:
    """Search a small grid; confidence is fitted for each way of decoding, then the threshold chosen."""
    best, best_merit = Settings(), -1.0
    for boldness in BOLDNESSES:
        fitted = fit_confidence(scored, Settings(threshold=0.0, floor=FLOOR, boldness=boldness))
        found = [predictions(one, fitted) for one in scored]
        for threshold in THRESHOLDS:
            # The most confident has its words first, so a threshold only cuts off the tail of what was decided.
            value = merit(measure(scored, [[p for p in ps if p["confidence"] >= threshold] for ps in found]))
            if value > best_merit:
                best, best_merit = replace(fitted, threshold=threshold), value
    return best


def reliability(scored: Sequence[Scored], settings: Settings) -> list[tuple[str, int, float, float]]:
    """Per tenth of confidence: how many attributions, their mean confidence, and the share that is right."""
    pairs = [(p["confidence"], is_right(one.document, p)) for one in scored for p in predictions(one, settings)]
    return by_tenth(pairs)


def show(result: dict[str, Any]) -> str:
    """One line: F1 of each measure."""
    found = f"{result['predicted']} found of {result['gold']}"
    return found + ": " + " ".join(f"{k} {result[k]['f1']:.4f}" for k in ("said", "cue", "source", "content", "exact"))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the graphs are and settings.json goes")
    parser.add_argument("--corpus", type=Path, default=Path("../shared/corpora/polnear/train.jsonl"))
    parser.add_argument("--report", type=Path, help="score these documents with the settings of the folder")
    shape = WindowOptions()
    parser.add_argument("--windows", type=int, nargs=4, default=[shape.size, shape.before, shape.after, shape.across])
    given = parser.parse_args()
    network, options = load_network(given.folder), WindowOptions(*given.windows)
    if given.report:
        scored, settings = score_documents(read_documents(given.report), network, options), load_settings(given.folder)
    else:
        held_out = [d for d in read_documents(given.corpus) if is_held_out(d["doc_id"])]
        scored = score_documents(held_out, network, options)
        settings = choose(scored)
        (given.folder / "settings.json").write_text(json.dumps(asdict(settings), indent=1) + "\n", encoding="utf-8")
        print(settings)
    print("sources shared", show(measure(scored, [predictions(one, settings) for one in scored])))
    print("every word once", show(measure(scored, [predictions(one, settings, flat=True) for one in scored])))
    for row in reliability(scored, settings):
        print("confidence {}: {} found, mean {:.2f}, right {:.2f}".format(*row))


if __name__ == "__main__":
    main()
