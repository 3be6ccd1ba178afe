"""Words of a report: how a text is cut, and what stands outside of it."""

from __future__ import annotations

import pytest

from sayso.extract.casualties.tokens import Words


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Two villagers, said the mayor.", ["Two", "villagers", ",", "said", "the", "mayor", "."]),
        ("U.S.-led troops didn't fire", ["U.S.-led", "troops", "didn't", "fire"]),
        ("Umar al-Tarski's two-day visit", ["Umar", "al-Tarski", "'s", "two-day", "visit"]),
        ("18,000 Élanders\u00a0died", ["18,000", "Élanders", "died"]),
    ],
)
def test_words_are_cut_alike_whatever_follows_them(text: str, tokens: list[str]) -> None:
    assert [token.text for token in Words.of(text).tokens] == tokens


def test_outside_of_the_text_there_is_no_word() -> None:
    words = Words.of("Two DIED")
    assert [words.lower(i) for i in (-1, 0, 1, 2)] == ["", "two", "died", ""]
