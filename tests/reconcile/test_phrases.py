"""Patterns written as lists of phrases."""

from __future__ import annotations

import pytest

from sayso.reconcile.phrases import any_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Five later\n died.", "later\n died"),
        ("Five DIED LATER.", "DIED LATER"),
        ("Some of those", "of those"),
        ("The latter died.", None),
        ("Slater died.", None),
        ("He later dieded.", None),
    ],
)
def test_whole_words_with_any_white_space(text: str, found: str | None) -> None:
    match = any_of("later died", "died later", "of (?:them|those)").search(text)
    assert (match.group() if match else None) == found


def test_what_must_follow() -> None:
    only = any_of("only", then=r"\s+$")
    assert only.search("said only ")
    assert not only.search("said only five")
