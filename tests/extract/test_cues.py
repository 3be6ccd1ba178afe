from __future__ import annotations

import pytest

from sayso.extract.cues import is_mental, is_speech, stance_of


@pytest.mark.parametrize(
    ("cue", "lead", "stance"),
    [
        ("said", "", "affirms"),
        ("denied", "that", "denies"),
        ("refuted this", "", "denies"),
        ("did not deny", "that", "affirms"),
        ("declined to comment", "on the figures", "declines"),
        ("refused", "to comment on the toll", "declines"),
        ("refused", "to leave the town", "affirms"),
        ("has not yet released", "its losses", "declines"),
        ("doubted", "that", "doubts"),
        ("questioned", "the count", "affirms"),
        ("cast doubt on", "the count", "doubts"),
        ("reportedly said", "", "reportedly"),
        ("is believed to have", "", "reportedly"),
        ("has not yet said", "when", "declines"),
    ],
)
def test_stance(cue: str, lead: str, stance: str) -> None:
    assert stance_of(cue, lead) == stance


@pytest.mark.parametrize("cue", ["wants", "hopes", "feared", "is expected", "seemed", "plans", "believes", "is afraid"])
def test_thoughts_are_mental(cue: str) -> None:
    assert is_mental(cue)


@pytest.mark.parametrize(
    "cue", ["said", "wrote", "estimates", "said he believes", "according to", "", ":", "shows", "reported fearing"]
)
def test_speech_is_not_mental(cue: str) -> None:
    assert not is_mental(cue)


def test_speech() -> None:
    assert is_speech("told reporters")
    assert not is_speech("hopes")
