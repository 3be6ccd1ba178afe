"""Fighters whose killer no words name: the enemy that claims them, or the only one that the report knows."""

from __future__ import annotations

import pytest

from tests.link.test_unseen_classes import claims


@pytest.mark.parametrize(
    ("text", "killer"),
    [
        # the enemy's voice claims them
        ("Somali troops fought al-Shabaab. An al-Shabaab spokesman said 12 Somali soldiers were killed.", "al-Shabaab"),
        # the only enemy, near an attack
        (
            "Al-Shabaab fighters attacked a Somali army base in Bay on Monday.\n\nNine Somali soldiers were wounded.",
            "al-Shabaab",
        ),
        # no enemy did it
        ("Al-Shabaab is active in Bay. Nine Somali soldiers died when their helicopter crashed.", None),
        # no attack is told
        ("Al-Shabaab is active in Bay. Nine Somali soldiers have died, Somalia said.", None),
        # the two sides that the report makes kill each other's fighters
        (
            "Eritrean forces killed six Ethiopian soldiers on Monday.\n\nIn Asmara, doctors said five Eritrean"
            " soldiers had been wounded.",
            "Ethiopia",
        ),
        # in crossfire, and no one side's
        (
            "Eritrean forces killed six Ethiopian soldiers on Monday.\n\nIn Asmara, doctors said five Eritrean"
            " soldiers had been wounded in the crossfire.",
            None,
        ),
        # a sum of losses is nobody's single act
        ("Ethiopia and Eritrea are at war. Eritrea said Ethiopian losses had reached 700 dead.", None),
    ],
)
def test_killer_of_fighters(text: str, killer: str | None) -> None:
    assert claims(text)[-1].value.perpetrator == killer
