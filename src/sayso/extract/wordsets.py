"""Word lists as readable lines of text."""

from __future__ import annotations


def word_set(*lines: str) -> frozenset[str]:
    """The blank-separated words of all lines."""
    return frozenset(word for line in lines for word in line.split())
