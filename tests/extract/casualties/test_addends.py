"""Parts that a total spells out without a word for what happened to them."""

from __future__ import annotations

import pytest

from tests.extract.casualties.reading import read

SPELLED_OUT = (
    (
        "The monitor has counted 44 deaths since May - 27 on the front's side, 12 on the guard's, and five villagers.",
        (44, 27, 12, 5),
    ),
    (
        "At least 23 soldiers have died since May, according to the two armies: 14 on one side and nine on the other.",
        (23, 14, 9),
    ),
    ("Workers said 55,000 people had been uprooted, 40,000 Hillmen and 15,000 Lakers.", (55000, 40000, 15000)),
)


@pytest.mark.parametrize(("text", "numbers"), SPELLED_OUT)
def test_a_list_that_makes_the_total_is_its_parts(text: str, numbers: tuple[int, ...]) -> None:
    found = read(text)
    assert tuple(claim.value.low for claim in found.claims) == numbers
    assert len({claim.value.effect for claim in found.claims}) == 1
    whole, *parts = (claim.id for claim in found.claims)
    assert set(found.parts) == {(part, whole) for part in parts}


def test_a_part_of_soldiers_counts_soldiers() -> None:
    found = read("At least 23 soldiers have died, the armies say: 14 on one side and nine on the other.")
    assert {claim.value.group for claim in found.claims} == {"combatant"}


@pytest.mark.parametrize(
    "text",
    [
        "The monitor has counted 44 deaths since May - 27 raids on one side, 12 on the other, and six fires.",
        "Nine people died on Monday, three guards were hurt and six houses burned.",
        "The guard lost nine men in June, four officers and five trucks.",
    ],
)
def test_what_makes_the_number_by_chance_is_no_part(text: str) -> None:
    found = read(text)
    wholes = [whole for _, whole in found.parts]
    assert not any(wholes.count(whole) > 1 for whole in wholes)
