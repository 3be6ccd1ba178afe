"""How fast attributions are found: documents of 6 kB a second on one thread.

    python benchmarks/attribution_speed.py [--file REPORT] [--repeats N] [--spacy]

Without a file an invented report is read. `--spacy` times spaCy's small English pipeline on the same text, where it is
installed: what most quotation tools spend before they start.
"""

from __future__ import annotations

import argparse
import resource
import sys
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.yardstick import SIZE, Action, fresh, in_turn, slowness, spacy_pipeline

from sayso.extract.attribution import Options, find_spans, load_network, load_settings
from sayso.extract.attribution.decode import decode
from sayso.extract.attribution.scores import score_words
from sayso.extract.attribution.words import split_words

ALL = "all"
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


def stages(text: str) -> dict[str, Action]:
    """Each part of the work, and all of it."""
    network, settings, options = load_network(), load_settings(), Options()
    words, new = split_words(text), fresh(text)
    candidates = score_words(words, network, options.windows, settings.floor)
    return {
        "words": lambda: split_words(new()),
        "network": lambda: score_words(words, network, options.windows, settings.floor),
        "decoding": lambda: decode(candidates, words, settings),
        ALL: lambda: find_spans(new()),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--file", type=Path)
    parser.add_argument("--repeats", type=int, default=9)
    parser.add_argument("--spacy", action="store_true")
    given = parser.parse_args()
    text = given.file.read_text(encoding="utf-8") if given.file else invented_report()
    actions = stages(text)
    pipeline = spacy_pipeline() if given.spacy else None
    if pipeline is not None:
        actions["spaCy"] = partial(pipeline, text)
    times = in_turn(actions, given.repeats)
    for name, taken in times.items():
        print(f"{name:10} {taken.shown()}")
    print(f"{len(text)} characters, {len(find_spans(text))} found")
    rate = SIZE / len(text) / min(times[ALL].processor)
    print(f"{rate:.1f} documents of 6 kB a second of the processor")
    if pipeline is None:
        print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
        if given.spacy:
            print("spaCy's small English pipeline is not installed")
    else:
        slow = slowness(times["spaCy"], len(text))
        print(f"this machine takes {slow:.2f} times as long as the reference: {rate * slow:.1f} a second there")


if __name__ == "__main__":
    main()
