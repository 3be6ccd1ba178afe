"""Whose dead by the same figure or the same attack elsewhere in the report."""

from __future__ import annotations

import pytest

from tests.link.test_unseen_classes import claims
from tests.link.test_whose_dead import SRI_LANKA

NIGERIA = "Boko Haram and Islamic State West Africa Province fight the army of Nigeria."


def test_a_bare_count_is_of_those_whom_its_figure_counts() -> None:
    first = claims(f"Air strike kills 18\n\n{SRI_LANKA} Eighteen Tamil Tigers were killed, a doctor said.")[0]
    assert first.value.side == "Tamil Tigers"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a side that speaks of its own, or points back
        (
            f"{SRI_LANKA} The army said 25 Tamil Tigers were killed. It said all 25 of the slain were named.",
            "Tamil Tigers",
        ),
        # whose attack it was, of two groups that the army fights
        (
            f"{NIGERIA} Boko Haram killed six soldiers in Damasak on Monday. The army said 17 terrorists were killed.",
            "Boko Haram",
        ),
        # none of those who were hurt
        (f"{SRI_LANKA} The army said two of its soldiers were hurt but none died.", "Sri Lanka"),
        # the same group's name between two counts
        (
            f"{SRI_LANKA} The army said 27 fighters of the Tamil Tigers (LTTE) were killed and 11 others wounded.",
            "Tamil Tigers",
        ),
    ],
)
def test_told_before(text: str, expected: str) -> None:
    assert claims(text)[-1].value.side == expected
