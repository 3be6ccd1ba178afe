"""Kinds of misreading that whole reports of other years and wars showed: who did it, whose dead, where.

Bodies and places are real so that linking is exercised; the events and the people in them are invented.
"""

from __future__ import annotations

import pytest

from tests.link.test_unseen_classes import claims


@pytest.mark.parametrize(
    ("text", "perpetrator"),
    [
        # the day or town that opens a sentence is no target
        ("On Saturday Taliban fighters killed 12 people at a mill near Kunduz.", "Taliban"),
        ("In Kunduz Taliban fighters killed 12 people at a mill.", "Taliban"),
        ("Soldiers attacked Taliban fighters near a mill and killed 12 people.", None),
    ],
)
def test_who_did_it(text: str, perpetrator: str | None) -> None:
    assert {claim.value.perpetrator for claim in claims(text)} == {perpetrator}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        # who strikes from the air has no soldiers there
        (
            "SANAA - A U.S. drone strike hit a lorry in Marib. Gunmen later shot dead an army colonel in Aden.",
            ["Yemeni government"],
        ),
        # suspected or not, they are told to be of a group
        ("A drone strike killed four suspected al-Shabaab fighters near Kismayo.", ["al-Shabaab"]),
    ],
)
def test_whose_dead(text: str, sides: list[str]) -> None:
    assert [claim.value.side for claim in claims(text)] == sides


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("At least seven guards were killed in an attack in downtown Lima.", "Lima"),
        ("Two officers were shot dead in rural Helmand.", "Helmand"),
    ],
)
def test_where(text: str, place: str) -> None:
    assert {claim.value.place for claim in claims(text)} == {place}
