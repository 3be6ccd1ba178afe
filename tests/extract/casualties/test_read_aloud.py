"""Constructions found by reading other people's reports, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.extract.casualties.reading import found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # acronyms that are words of grammar
        ("A mine killed two US soldiers.", "killed 2 x"),
        ("The strikes killed 40 IS fighters.", "killed 40 x"),
        ("Five WHO workers died.", "killed 5 c"),
        ("THE MINE KILLED TWO OF US.", "killed 2 u"),
        # verbs in two pieces
        ("The wardens tortured a prisoner to death.", "killed 1 u"),
        ("Masked men shot a tax collector dead.", "killed 1 c"),
        # what befell the same people twice
        ("Four girls died after being poisoned by a gas.", "killed 4 c"),
        ("Four guards were wounded and later died.", "killed 4 x"),
        ("Two men were kidnapped and later killed.", "captured 2 u; killed 2 u"),
        ("At least 10 bodies were brought to a hospital in Orsk.", "killed 10+ u"),
        # what did not happen
        ("A mob nearly lynched four men.", ""),
        ("The army has captured two Silent Front Army (SFA) camps.", ""),
        # lists that are none, numbers that are shared
        ("The death toll climbed to 66 and several were reported missing.", "killed 66 u; missing ? u"),
        ("The storm left 26 people dead and displaced 700,000.", "killed 26 u; displaced 700000 c"),
        ("It said 55 soldiers and pilgrims had been killed.", "killed 55 m"),
        ("Nine women and children from the valley were killed.", "killed 9 c"),
        ("A raid killed two guards, the governor of the province, Mira Velen, said.", "killed 2 x"),
        ("Five rebels died in Orsk and four in Tarsk.", "killed 5 x; killed 4 x"),
        ("A nurse was among the 12 people killed.", "killed 1 c; killed 12 u"),
        ("It ended with 35 soldiers having been injured.", "injured 35 x"),
    ],
)
def test_figures(text: str, expected: str) -> None:
    assert found(text) == sorted(part.strip() for part in expected.split(";") if part.strip())
