"""What rules find where the encoder finds nothing: lost cues, headlines, mutual blame, silence, second cues."""

from __future__ import annotations

import pytest

from sayso.extract.frame import Draft, Frame
from sayso.extract.ground import Ground
from sayso.extract.harm_told import harm_told
from sayso.extract.unmarked import add_unmarked

Told = tuple[str, str, str]


def told(text: str, drafts: list[Draft]) -> list[Told]:
    def words(spans: tuple[tuple[int, int], ...]) -> str:
        return " ... ".join(text[s:e] for s, e in spans)

    return [(words(d.source), words(d.cue), words(d.content)) for d in drafts]


def unmarked(text: str) -> list[Told]:
    return told(text, add_unmarked(Frame.of(text), []))


def harm(text: str) -> list[Told]:
    frame = Frame.of(text)
    return told(text, list(harm_told(Ground.of(frame, []))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shell hits mill at Tolmin: monitor\n\nSnow fell.", [("monitor", ":", "Shell hits mill at Tolmin")]),
        ("Shell hits mill at Tolmin: what we know\n\nSnow fell.", []),
        ("Three hurt near the Tolmin dam - police\n\nSnow fell.", [("police", "-", "Three hurt near the Tolmin dam")]),
        ("Holt: the dam will hold all winter\n\nSnow fell.", [("Holt", ":", "the dam will hold all winter")]),
        ("Norland says nine soldiers hurt\n\nSnow fell.", [("Norland", "says", "nine soldiers hurt")]),
        ("Norland says nine soldiers were hurt. Snow fell.", []),
        ("World news\n\nShell hits mill at Tolmin: monitor\n\nSnow.", [("monitor", ":", "Shell hits mill at Tolmin")]),
        ("WXO: 56 killed in battle at Tolmin\n\nSnow fell.", [("WXO", ":", "56 killed in battle at Tolmin")]),
        ("Tolmin: 56 killed in battle\n\nSnow fell.", []),
        (
            "The Norland command has issued the following order of the day:\n\n1. Nine guards fell at Tolmin.\n\nSnow.",
            [("The Norland command", "has issued the following order of the day:", "1. Nine guards fell at Tolmin")],
        ),
        (
            "Nine guards were killed, state news agency Sunwire\n\n\nSnow fell.",
            [("state news agency Sunwire", "", "Nine guards were killed")],
        ),
        ("De Vries also\n\n\nNTK that the bridge was gone.", [("De Vries", "also", "that the bridge was gone")]),
        ("“We hold the bridge,” Holt\n\n\nin a briefing.", [("Holt", "", "“We hold the bridge,”")]),
        (
            "Both sides blame each other for the fire at the mill.",
            [("Both sides", "blame each other for", "the fire at the mill")],
        ),
        (
            "Norland and Veskia have repeatedly accused each other of firing first.",
            [("Norland and Veskia", "have repeatedly accused each other of", "firing first")],
        ),
        ("Veskia has not yet released its losses.", [("Veskia", "has not yet released", "its losses")]),
        ("The army declined to comment on the toll.", [("The army", "declined to comment on", "the toll")]),
        ("Snow fell on the pass. The river froze.", []),
    ],
)
def test_unmarked(text: str, expected: list[Told]) -> None:
    assert unmarked(text) == expected


def test_what_the_encoder_has_is_not_found_again() -> None:
    text = "Norland says nine soldiers hurt\n\nSnow fell."
    assert add_unmarked(Frame.of(text), [Draft(content=((13, 31),))]) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said ten people were killed.", [("The mayor", "said", "ten people were killed")]),
        ("Ten people were killed, the mayor said.", [("the mayor", "said", "Ten people were killed")]),
        ("The mayor said the bridge was closed.", []),
        ("An aid group put the number at 51.", [("An aid group", "put", "the number at 51")]),
        ("An aid group put the mill at the ford on sale.", []),
        ("The attack claimed ten lives and left two dead.", []),
        ("“The mayor said ten people were killed.”", []),
        (
            "It was an attack that the mayor said killed ten guards.",
            [("the mayor", "said", "killed ten guards")],
        ),
        (
            "The channel cited a farmer as saying ten people were killed.",
            [("The channel", "cited", "a farmer as saying ten people were killed")],
        ),
        (
            "Nothing was heard from the rebels, who gave their own losses as four dead and 17 wounded.",
            [("the rebels", "gave", "their own losses as four dead and 17 wounded")],
        ),
        (
            "Rescuers put the dead at 15 villagers, with two still missing.",
            [("Rescuers", "put", "the dead at 15 villagers, with two still missing")],
        ),
        (
            "The clinic lowered its count of dead civilians to seven from nine.",
            [("The clinic", "lowered", "its count of dead civilians to seven from nine")],
        ),
    ],
)
def test_harm_told(text: str, expected: list[Told]) -> None:
    assert harm(text) == expected
