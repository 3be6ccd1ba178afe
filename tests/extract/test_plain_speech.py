"""Verbs of saying that the encoder has passed over: what is made of them, and where nothing is."""

from __future__ import annotations

import pytest

from sayso.extract.frame import Draft, Frame
from sayso.extract.plain_speech import plain_speech

FOUND = {
    "The mayor of Karsk said that two nurses were killed.": ("The mayor of Karsk", "two nurses were killed"),
    "Two nurses were killed near Karsk, the mayor said on Monday.": ("the mayor", "Two nurses were killed near Karsk"),
    "A shell hit a house killing three brothers and injuring a fourth NTK said.": (
        "NTK",
        "A shell hit a house killing three brothers and injuring a fourth",
    ),
    "A raid on the village killed ten people and wounded others activists said.": (
        "activists",
        "A raid on the village killed ten people and wounded others",
    ),
    "Norland says nine": ("Norland", "nine"),
    "Two boys died on the edge of Karsk said Ada Roe who speaks for the displaced there.": (
        "Ada Roe who speaks for the displaced there",
        "Two boys died on the edge of Karsk",
    ),
    "Two boys died when a shell hit a house in Karsk, said a nurse who asked not to be named.": (
        "a nurse who asked not to be named",
        "Two boys died when a shell hit a house in Karsk",
    ),
}


@pytest.mark.parametrize("text", FOUND)
def test_a_verb_that_nobody_has(text: str) -> None:
    (draft,) = plain_speech(Frame.of(text), ())
    assert tuple(text[slice(*spans[0])] for spans in (draft.source, draft.content)) == FOUND[text]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody knows what was said.",
        "“The mayor said that it is over.”",
        "The house that the mayor said",
        ", said a nurse who left.",
    ],
)
def test_no_plain_speech(text: str) -> None:
    assert list(plain_speech(Frame.of(text), ())) == []


def test_what_an_attribution_has_is_left_alone() -> None:
    text = "The mayor said that two nurses were killed."
    told = Draft(source=((0, 9),), cue=((10, 14),), content=((15, 42),))
    assert list(plain_speech(Frame.of(text), [told])) == []
