"""Who harmed where no sentence on the harm tells.

Bodies and places are real so that linking is exercised; the events are invented.
"""

from __future__ import annotations

import pytest

from tests.link.test_perpetrators import claims

_RAID = "The army said Taliban fighters killed nine soldiers in a raid near Kandahar."
_FARM = "Nine farmers were killed by the Taliban near Kandahar, the army said."


@pytest.mark.parametrize(
    ("text", "perpetrators"),
    [
        # another speaker counts the same side's fallen
        (f"{_FARM} A nurse said 12 farmers were wounded.", ["Taliban", "Taliban"]),
        # a mine that nobody is told to have laid
        (f"{_RAID}\n\nTwo soldiers died when their truck hit a land mine.", ["Taliban", None]),
        (f"{_RAID}\n\nTwo soldiers died when a roadside bomb struck their truck.", ["Taliban", None]),
        # who fled was driven out by nobody that is told
        (f"{_RAID}\n\nAbout 400 families have fled, officials said.", ["Taliban", None]),
    ],
)
def test_the_side_that_is_left(text: str, perpetrators: list[str | None]) -> None:
    assert [claim.value.perpetrator for claim in claims(text)] == perpetrators
