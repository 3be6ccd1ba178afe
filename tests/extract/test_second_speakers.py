"""Where the encoder gives two speakers' words to the first, each has its own again."""

from __future__ import annotations

import pytest

from sayso.extract.frame import Draft, Frame
from sayso.extract.second_speakers import part_speakers


def told(text: str, source: str, cue: str) -> list[tuple[str, str]]:
    """Source and content of each attribution, the encoder having taken all that follows the cue for what was said."""
    at = text.index(source)
    verb = text.index(cue, at + len(source))
    whole = Draft(
        source=((at, at + len(source)),),
        cue=((verb, verb + len(cue)),),
        content=((verb + len(cue) + 1, len(text.rstrip("."))),),
    )
    parts = part_speakers(Frame.of(text), [whole])
    return [tuple(text[p[0][0] : p[-1][1]] for p in (d.source, d.content)) for d in parts]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Rebels said two men were killed, while the Norlandic army said that six had died.",
            ("Rebels", "two men were killed"),
            ("the Norlandic army", "that six had died"),
        ),
        (
            "Police said two were hurt, but doctors at the hospital said they had treated nine.",
            ("Police", "two were hurt"),
            ("doctors at the hospital", "they had treated nine"),
        ),
        (
            "Tarsk said its forces lost four men while the other side said the toll was twenty.",
            ("Tarsk", "its forces lost four men"),
            ("the other side", "the toll was twenty"),
        ),
        (
            "Rebels said two men were killed; Velmora claimed that six had died.",
            ("Rebels", "two men were killed"),
            ("Velmora", "that six had died"),
        ),
        (
            "The monitor said 22 people were killed and the government said that the dead were fighters.",
            ("The monitor", "22 people were killed"),
            ("the government", "that the dead were fighters"),
        ),
        (
            "Tarsk said two of its men had died, while the rebels say over 40 soldiers fell.",
            ("Tarsk", "two of its men had died"),
            ("the rebels", "over 40 soldiers fell"),
        ),
    ],
)
def test_two_speakers_stay_two(text: str, first: tuple[str, str], second: tuple[str, str]) -> None:
    assert told(text, first[0], "said") == [first, second]


@pytest.mark.parametrize(
    "text",
    [
        "Holt said he had called the ministry and that it said nothing.",
        "Holt said the talks had failed, but he said there would be more.",
        "Holt said “the army said two died, while the rebels said that six had died”.",
        "Holt said two people were killed and three others reported hurt.",
        "Holt said he was at home when the men came and the neighbour who said that he saw them had fled.",
    ],
)
def test_what_the_first_speaker_passes_on_stays_with_him(text: str) -> None:
    assert len(told(text, "Holt", "said")) == 1


def test_words_under_a_cue_that_was_found_are_left_to_it() -> None:
    text = "Rebels said two died, while the army said that six had died."
    first = Draft(source=((0, 6),), cue=((7, 11),), content=((12, len(text) - 1),))
    found = text.index("said that")
    second = Draft(source=(), cue=((found, found + 4),), content=())
    assert list(part_speakers(Frame.of(text), [first, second])) == [first, second]


def test_what_follows_the_cue_is_searched_also_where_the_speaker_told_something_before_it() -> None:
    text = "Six had died, the monitor says, and the Velmora Relief Fund puts the number of displaced at 30,000."
    verb = text.index("says")
    rest = text.index("and the Velmora")
    whole = Draft(
        source=((text.index("the monitor"), verb - 1),),
        cue=((verb, verb + 4),),
        content=((0, len("Six had died")), (rest, len(text) - 1)),
    )
    first, second = part_speakers(Frame.of(text), [whole])
    assert [text[slice(*span)] for span in first.content] == ["Six had died"]
    assert [text[slice(*span)] for span in (*second.source, *second.content)] == [
        "the Velmora Relief Fund",
        "the number of displaced at 30,000",
    ]
