"""Patterns written as lists of phrases, so that they read like the words they find."""

from __future__ import annotations

import re

from sayso.expression import Expression


def any_of(*phrases: str, then: str = r"\b") -> Expression:
    """A pattern for any of the phrases, upper case or lower; a space stands for any white space, `then` must follow.

    Each phrase begins a word and may itself be a pattern: "later died", r"of (?:them|those)".
    """
    return Expression(rf"\b(?:{'|'.join(phrases)})".replace(" ", r"\s+") + then, re.IGNORECASE)
