"""Accusations by their words: one-sided, mutual, told as a noun, and plain reports of hostile acts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.accusations import CUE_WORDS, AccusationWords, find_accusation_words
from sayso.extract.clauses import Sentences, words_of


def accusations(text: str) -> list[AccusationWords]:
    return find_accusation_words(text, words_of(text, CUE_WORDS), Sentences.of(text))


def ends(text: str, found: AccusationWords) -> tuple[str | None, str | None]:
    spans = (found.accuser, found.accused)
    accuser, accused = (text[s[0] : s[1]] if s else None for s in spans)
    return accuser, accused


@pytest.mark.parametrize(
    ("text", "accuser", "accused"),
    [
        ("The front accused the coast guard of sinking the ferry.", "The front", "the coast guard"),
        ("Governor Ilse Mayr blamed the front for the fire.", "Governor Ilse Mayr", "the front"),
        ("The junta blamed the fire on the front.", "The junta", "the front"),
        ("The front has been accused by the junta of taking hostages.", "the junta", "The front"),
        ("The junta laid the blame for the raid on the front.", "The junta", "the front"),
        ("The mayor pointed the finger at the guard.", "The mayor", "the guard"),
        ("The front held the guard responsible.", "The front", "the guard"),
        ("The rebels repeated allegations by the league that the guard had burnt the mill.", "the league", "the guard"),
        ("Officials said the front was behind the attack.", "Officials", "the front"),
        ("The league issued a note accusing the guard of theft.", "The league", "the guard"),
        ("The shelling was blamed on the front.", None, "the front"),
    ],
)
def test_one_sided(text: str, accuser: str | None, accused: str) -> None:
    (found,) = [a for a in accusations(text) if not a.implicit]
    assert ends(text, found) == (accuser, accused)
    assert not found.mutual


@pytest.mark.parametrize(
    "text",
    [
        "Both sides accused each other of breaking the truce.",
        "The guard and the front blamed one another for the fire.",
        "The two sides traded accusations over the ferry.",
        "Talks broke down in mutual recriminations.",
        "Each side says the other opened fire from a school.",
        "Each group said that the other had burned the mill.",
        "The shelling went on, with both sides blaming each other.",
        "Each side pointed the finger at the other.",
    ],
)
def test_mutual(text: str) -> None:
    (found,) = accusations(text)
    assert found.mutual
    assert not found.habitual


def test_habitual_blame_is_marked() -> None:
    (found,) = accusations("The two sides routinely accuse each other of violations.")
    assert found.mutual
    assert found.habitual


def test_a_reported_act_is_implicit_and_its_answer_marked() -> None:
    text = "The guard said the front had shelled the mill. The front, in turn, said the guard had opened fire first."
    first, second = accusations(text)
    assert first.implicit
    assert second.implicit
    assert not first.answering
    assert second.answering
    assert ends(text, second) == ("The front", "the guard")


@pytest.mark.parametrize(
    "text",
    [
        "The court dropped the charges against him.",
        "A man accused of theft was released.",
        "The accused were taken to the coast.",
        "The front never blamed the guard.",
        "Whoever was responsible remains unknown.",
        "The minister is responsible for ports.",
        "They took the blame.",
    ],
)
def test_no_accusation(text: str) -> None:
    assert [a for a in accusations(text) if not a.implicit] == []


@given(st.text(max_size=200))
def test_any_text_passes(text: str) -> None:
    for found in accusations(text):
        assert 0 <= found.shown[0] < found.shown[1] <= len(text)
