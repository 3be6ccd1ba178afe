"""Lines that wire copy and mail break at a width, joined: same length, same offsets."""

from __future__ import annotations

from typing import Final

from sayso.expression import Expression

#: No line of such a text is longer; other texts give each paragraph a line.
_WIDTH: Final = 100
_FEWEST_LINES: Final = 5
_PARAGRAPH: Final = Expression(r"\S\s*\n\s*\n")
#: A line end inside a paragraph.
_FOLD: Final = Expression(r"(?<=\S)\n(?=[ \t]*\S)|(?<=\S[ \t])\n(?=[ \t]*\S)")


def unfolded(text: str) -> str:
    """The text with a space for each line end that only the width of the lines has made."""
    return _FOLD.sub(" ", text) if is_wrapped(text) else text


def is_wrapped(text: str) -> bool:
    """True where lines are broken at a width, so that a line break alone ends no sentence."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < _FEWEST_LINES or max(map(len, lines)) > _WIDTH:
        return False
    paragraphs = len(_PARAGRAPH.findall(text)) + 1
    return len(lines) >= 2 * paragraphs
