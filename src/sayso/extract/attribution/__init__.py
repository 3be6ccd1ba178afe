"""Who said what, as spans: a small encoder trained on attributions in news finds sources, cues and contents."""

import json
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from sayso.extract.attribution.decode import Decoded, Settings, decode
from sayso.extract.attribution.network import WEIGHTS, Network, load_network
from sayso.extract.attribution.pairs import Run
from sayso.extract.attribution.scores import score_words
from sayso.extract.attribution.windows import WindowOptions
from sayso.extract.attribution.words import Words, split_words

__all__ = ["AttributionSpans", "Options", "find_spans", "load_network", "load_settings"]

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class AttributionSpans:
    """One attribution as spans (start, end) of code points, end exclusive, each from a word's start to a word's end.

    `shared_source`: where the source is that of a neighbour too ("she said ..., adding ..."), which has the words;
    `source` is empty then. Outside these, no word is in two attributions.
    """

    source: Spans
    cue: Spans
    content: Spans
    confidence: float
    shared_source: Spans = ()


@dataclass(frozen=True)
class Options:
    """How a text is read: the sizes of the windows, and the settings of the decision (those shipped, where none)."""

    windows: WindowOptions = field(default_factory=WindowOptions)
    settings: Settings | None = None


def find_spans(text: str, network: Network | None = None, options: Options | None = None) -> list[AttributionSpans]:
    """Find the attributions of a text, in the order of their cues. No word is in two of them.

    Takes any string; what is not prose gives an empty list.
    """
    words = split_words(text)
    if not len(words):
        return []
    options = options or Options()
    settings = options.settings or load_settings()
    candidates = score_words(words, network or load_network(), options.windows, settings.floor)
    return [_to_spans(d, words) for d in decode(candidates, words, settings)]


def _to_spans(decoded: Decoded, words: Words) -> AttributionSpans:
    def spans(runs: tuple[Run, ...]) -> Spans:
        return tuple((words.starts[start], words.ends[end - 1]) for start, end in runs)

    parts = (spans(decoded.source), spans((decoded.cue,)), spans(decoded.content))
    return AttributionSpans(*parts, round(decoded.confidence, 4), spans(decoded.shared))


@lru_cache(maxsize=4)
def load_settings(folder: Path = WEIGHTS) -> Settings:
    """The settings tuned for the weights of a folder."""
    values = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    return Settings(**{**values, "weights": tuple(values["weights"])})
