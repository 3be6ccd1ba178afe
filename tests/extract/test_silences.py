"""Silences: who has not told its losses."""

from __future__ import annotations

import pytest

from sayso.extract.clauses import Sentences, words_of
from sayso.extract.silences import CUE_WORDS, find_silence_words


def silent(text: str) -> list[str | None]:
    found = find_silence_words(text, words_of(text, CUE_WORDS), Sentences.of(text))
    return [text[s.party[0] : s.party[1]] if s.party else None for s in found]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The guard has not yet released its military casualties.", "The guard"),
        ("The front did not say how many of its fighters died.", "The front"),
        ("The junta declined to give a death toll.", "The junta"),
        ("The junta has yet to confirm its losses.", "The junta"),
        ("The guard hasn't disclosed the number of wounded.", "The guard"),
        ("There was no immediate comment from the coast guard.", "the coast guard"),
    ],
)
def test_silent_party(text: str, party: str) -> None:
    assert silent(text) == [party]


@pytest.mark.parametrize(
    "text", ["The guard has not released the pilots.", "The front confirmed its losses.", "He did not say why."]
)
def test_not_about_losses(text: str) -> None:
    assert silent(text) == []
