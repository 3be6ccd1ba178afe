"""Possessives with the victims: of a person, of a craft, of a side."""

from __future__ import annotations

import pytest

from tests.link.test_whose_dead import LIBYA, SRI_LANKA, TURKEY, side

BADME = "Eritrean troops fight Ethiopian forces near Badme."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # those aboard are of whose craft it was
        (f"{BADME} Eritrean fire brought down an Ethiopian helicopter, killing its crew of three.", "Ethiopia"),
        # no armed group flies
        (f"{SRI_LANKA} The Tigers said a helicopter gunship crashed and its three crew were killed.", "Sri Lanka"),
        # men of the one who was named last
        (f"{TURKEY} Turkish jets killed a PKK commander, Murat Aslan, and 12 of his men.", "PKK"),
        # what they did to others tells nothing of their own
        (f'{SRI_LANKA} "We have taken six of them prisoner," the Tigers said of the soldiers.', "Sri Lanka"),
        (f'{SRI_LANKA} "Twelve of our enemies fell," the Tigers said.', "Sri Lanka"),
        (f"{SRI_LANKA} The Red Cross said its staff found six dead rebels.", "Tamil Tigers"),
        (f'{SRI_LANKA} "We have lost six men," the Tigers said.', "Tamil Tigers"),
        # what the men of a body did and lost that speaks for nobody
        (
            f"{LIBYA} The GNA's Volcano of Rage operation said its troops had taken 22 guns and lost four men.",
            "GNA",
        ),
        # what "among them" brings in is no part of the fighters told of before
        (
            f"{SRI_LANKA} The Tigers said three of their fighters fell and that jets bombed a market in Jaffna killing"
            " 16 villagers among them five women.",
            "Sri Lanka",
        ),
    ],
)
def test_whose_men(text: str, expected: str) -> None:
    assert side(text) == expected
