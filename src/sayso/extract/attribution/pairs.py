"""What the span head is told about a cue and each word of its window, beside what the encoder says of them.

Training and run time both build these tables here, so that they cannot drift apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_EDGES = (1, 2, 3, 4, 5, 7, 10, 15, 22, 32, 48, 72, 110)
DISTANCES = 2 * len(_EDGES) + 1
PARAGRAPH_STEPS = 5
TAGS = 3
MAX_CUE_WORDS = 12

Run = tuple[int, int]


@dataclass(frozen=True)
class PairTables:
    """Tables of one window with C cues and W words.

    `pool` (float32, C x W): averages the words of each cue. `near`, `steps`, `tags` (int64, C x W): bucket of the
    signed distance; clipped difference of paragraph numbers; whether the word is in this cue (1), another (2) or none.
    """

    pool: "NDArray[np.float32]"
    near: "NDArray[np.int64]"
    steps: "NDArray[np.int64]"
    tags: "NDArray[np.int64]"


def pair_tables(cues: Sequence[Run], paragraphs: Sequence[int]) -> PairTables:
    """Build the tables for cues given as runs [start, end) of the window's words."""
    import numpy as np

    numbers = np.asarray(paragraphs, dtype=np.int64)
    count = len(numbers)
    tags = np.zeros((len(cues), count), dtype=np.int64)
    pool = np.zeros((len(cues), count), dtype=np.float32)
    for start, end in cues:
        tags[:, start:end] = 2
    for row, (start, end) in enumerate(cues):
        tags[row, start:end] = 1
        pool[row, start:end] = np.float32(1) / np.float32(end - start)
    first = np.array([start for start, _ in cues], dtype=np.int64)[:, None]
    last = np.array([end - 1 for _, end in cues], dtype=np.int64)[:, None]
    steps = np.minimum(np.maximum(numbers[None, :] - numbers[first], -2), 2) + 2
    return PairTables(pool, _buckets(first, last, count), steps, tags)


def _buckets(first: Any, last: Any, count: int) -> "NDArray[np.int64]":
    """0..DISTANCES-1, the middle one for words inside the cue, below it for words before the cue."""
    import numpy as np

    places = np.arange(count, dtype=np.int64)[None, :]
    distance = np.maximum(places - last, 0) - np.maximum(first - places, 0)
    far = _EDGES[-1]
    buckets: NDArray[np.int64] = _bucket_of_distance()[np.minimum(np.maximum(distance, -far), far) + far]
    return buckets


@lru_cache(maxsize=1)
def _bucket_of_distance() -> "NDArray[np.int64]":
    """The bucket of each distance from the least to the greatest that has its own."""
    import numpy as np

    distances = np.arange(-_EDGES[-1], _EDGES[-1] + 1, dtype=np.int64)
    places = np.searchsorted(np.asarray(_EDGES), np.abs(distances), side="right")
    return np.asarray(np.sign(distances) * places + len(_EDGES), dtype=np.int64)
