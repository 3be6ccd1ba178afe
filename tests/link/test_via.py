"""Through whom words came, and on which day: from the words around the cue, never from the content."""

from __future__ import annotations

from datetime import date

import pytest

from tests.link.test_speakers import resolve


def via(text: str, *rows: tuple[str, str, str]) -> list[str]:
    return [party.name for party in resolve(text, *rows)[-1].via]


@pytest.mark.parametrize(
    ("text", "row", "expected"),
    [
        ("Mira Holt tweeted that it was over.", ("Mira Holt", "tweeted", "that it was over"), ["Twitter"]),
        (
            "Mira Holt wrote on her Facebook page that it was over.",
            ("Mira Holt", "wrote", "that it was over"),
            ["Facebook"],
        ),
        ("Mira Holt said that Telegram was down.", ("Mira Holt", "said", "that Telegram was down"), []),
        (
            "In a televised address, Mira Holt said it was over.",
            ("Mira Holt", "said", "it was over"),
            ["televised address"],
        ),
        ("Mira Holt said in a statement that it was over.", ("Mira Holt", "said", "that it was over"), ["statement"]),
        ("Mira Holt told Sunwire that it was over.", ("Mira Holt", "told", "that it was over"), ["Sunwire"]),
        (
            "Mira Holt told news agencies that it was over.",
            ("Mira Holt", "told", "that it was over"),
            ["news agencies"],
        ),
        (
            "Mira Holt said it was over, news agency Sunwire\n\n\nSnow fell.",
            ("Mira Holt", "said", "it was over"),
            ["Sunwire"],
        ),
        ("NORHAVEN, 3 Jan (AFP) -- Mira Holt said it was over.", ("Mira Holt", "said", "it was over"), []),
        ("Facebook founder Mira Holt said it was over.", ("Facebook founder Mira Holt", "said", "it was over"), []),
    ],
)
def test_via(text: str, row: tuple[str, str, str], expected: list[str]) -> None:
    assert via(text, row) == expected


def test_an_official_passes_on_what_another_claimed() -> None:
    text = "Mayor Ilse Korvan said rebel spokesman Odo Marent on Tuesday claimed ten soldiers were killed."
    row = ("Mayor Ilse Korvan", "said", "rebel spokesman Odo Marent on Tuesday claimed ten soldiers were killed")
    (attribution,) = resolve(text, row)
    assert attribution.speaker is not None
    assert (attribution.speaker.name, attribution.said_on) == ("Odo Marent", date(2021, 3, 2))
    assert [party.name for party in attribution.via] == ["Ilse Korvan"]


@pytest.mark.parametrize("when", ["", " on Monday", " late on Monday", " on 24 February", " on February 24, 2021"])
def test_an_agency_that_cites_a_ministry_relays_it(when: str) -> None:
    text = f"Nine died, Sunwire reported{when}, citing the Veskian Interior Ministry."
    (attribution,) = resolve(text, ("Sunwire", "reported", "Nine died"))
    assert attribution.speaker is not None
    assert attribution.speaker.name == "Veskian Interior Ministry"
    assert [party.name for party in attribution.via] == ["Sunwire"]


def test_the_day_and_the_outlet_hold_for_what_follows() -> None:
    text = (
        "Mira Holt told Sunwire on Monday that it was over. She added that ten had died. Odo Marent said nothing had."
    )
    rows = (
        ("Mira Holt", "told", "that it was over"),
        ("She", "added", "that ten had died"),
        ("Odo Marent", "said", "nothing had"),
    )
    found = resolve(text, *rows)
    assert [a.said_on for a in found] == [date(2021, 3, 1), date(2021, 3, 1), None]
    assert [[p.name for p in a.via] for a in found] == [["Sunwire"], ["Sunwire"], []]


@pytest.mark.parametrize(
    ("text", "row", "expected"),
    [
        (
            "Holt said late Sunday that it was over.",
            ("Holt", "said late Sunday", "that it was over"),
            date(2021, 2, 28),
        ),
        ("On Tuesday, Holt said that it was over.", ("Holt", "said", "that it was over"), date(2021, 3, 2)),
        ("NORHAVEN, 2 Mar 21 (XYZ) -- Holt said that it was over.", ("Holt", "said", "that it was over"), None),
        ("Holt said that it ended on Tuesday.", ("Holt", "said", "that it ended on Tuesday"), None),
        ("Two died in the strike on Tuesday Holt said.", ("Holt", "said", "Two died in the strike"), None),
        ("Holt said that it was over. On Tuesday snow fell.", ("Holt", "said", "that it was over"), None),
    ],
)
def test_said_on(text: str, row: tuple[str, str, str], expected: date | None) -> None:
    assert resolve(text, row)[0].said_on == expected
