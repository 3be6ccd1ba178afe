"""Where text without full stops is parted, so that no rule looks over a whole page of it.

Rules look about within a sentence. A table that was pasted in, or a page that lost its punctuation, is one sentence of
thousands of words, and what every figure costs would grow with it; read in pieces, the whole stays linear.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

#: No sentence of a report is longer, in characters; the longest seen in some 250 reports has 874.
LONGEST_SENTENCE: Final = 1000


def cuts(text: str, start: int, end: int) -> Iterator[int]:
    """The offsets at which a sentence [start, end) is parted: none up to LONGEST_SENTENCE, else before white space."""
    while end - start > LONGEST_SENTENCE:
        space = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        start = space if space > start else start + LONGEST_SENTENCE
        yield start
