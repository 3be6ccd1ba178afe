"""Whose losses words tell that name nobody: "the movement", "the bandits"."""

from __future__ import annotations

import pytest

from tests.link.test_whose_dead import LIBYA, LNA, SRI_LANKA, TURKEY, side


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the group that was named last, or the only one of the report
        (f"{TURKEY} Baran Demir, a coordinator, said that the movement had lost five men.", "PKK"),
        (f"{TURKEY} The PKK's radio said 11 soldiers fell and that the group had no losses.", "PKK"),
        (f"{TURKEY} The PKK's radio put the group's dead in Hakkari at three.", "PKK"),
        (f"{SRI_LANKA} The defenders' own dead were about 30, a spokesman for the Tigers said.", "Tamil Tigers"),
        # whose unit it is, whoever lost men in the sentence before
        (
            f"{LIBYA} The GNA said it had lost four men. A source in the LNA's 3rd Brigade said that the brigade had"
            " six dead.",
            LNA,
        ),
        (f"{SRI_LANKA} A source in the Sri Lankan 7th Brigade said the brigade had lost six men.", "Sri Lanka"),
        # whom the speaking side fights
        (f"{SRI_LANKA} The terrorists lost at least 200 men, the army said.", "Tamil Tigers"),
        (f"{SRI_LANKA} The army put the losses of the bandits at 15.", "Tamil Tigers"),
        (f"{SRI_LANKA} The army put the raiders' losses at 50 dead.", "Tamil Tigers"),
        (f"{SRI_LANKA} The Tigers said the enemy had suffered 90 dead.", "Sri Lanka"),
        (f'{SRI_LANKA} Ten Tigers fell, the army said. "They came at night, and they left 19 bodies."', "Tamil Tigers"),
        (f'{SRI_LANKA} The army said the attackers left "some 90 dead" on the field.', "Tamil Tigers"),
        (f"{SRI_LANKA} The army said the attackers left 90 people dead.", "Sri Lanka"),
        (f"{SRI_LANKA} The army said it beat off the raiders, who left 60 bodies behind.", "Tamil Tigers"),
        # the subject of two verbs, whoever fell in between
        (
            f"{SRI_LANKA} The Tigers said they had killed 25 soldiers and two Russian pilots and had lost seven men.",
            "Tamil Tigers",
        ),
        # whose losses a name tells
        (f"{SRI_LANKA} The army said it had lost 15 men.", "Sri Lanka"),
    ],
)
def test_losses_of_the_group_and_of_foes(text: str, expected: str) -> None:
    assert side(text) == expected
