from __future__ import annotations

import pytest

from sayso.extract.casualties.figures import find_casualties
from sayso.extract.names import NoNames
from sayso.ingest import Metadata, make_document

#: A sentence and its figures: effect and lower bound, in text order.
TABLE = [
    ("Two reporters, Ada Roe and Bo Lund, were killed.", [("killed", 2)]),
    ("Two soldiers, Sergeant Ada Roe, 22, and Corporal Bo Lund, 20, fell in combat.", [("killed", 2)]),
    ("The three guards, Ada Roe, Bo Lund and Cy Vane, died at the gate.", [("killed", 3)]),
    ("Three policemen (Ada Roe, Bo Lund and Cy Vane) were shot dead.", [("killed", 3)]),
    ("Two villagers, Ada Roe and Bo Lund, and a clerk were wounded.", [("injured", 2), ("injured", 1)]),
    ("Ada Roe and Bo Lund were killed.", [("killed", 1), ("killed", 1)]),
    ("The driver, Ada Roe, and five passengers died.", [("killed", 1), ("killed", 5)]),
    ("Seventeen soldiers of the junta, including a captain, died.", [("killed", 17), ("killed", 1)]),
    ("Twenty people were killed. Four of them were children.", [("killed", 20), ("killed", 4)]),
    ("Eight men were shot dead. They were six rangers and two herders.", [("killed", 8), ("killed", 6), ("killed", 2)]),
    ("They killed 85 soldiers and took two prisoners.", [("killed", 85), ("captured", 2)]),
    ("More than 3,000 people are dead or missing.", [("unspecified", 3000)]),
    ("The council said 17 people had died, but later revised the number to 14.", [("killed", 17), ("killed", 14)]),
    ("Thirteen people were being treated for burns.", [("hospitalised", 13)]),
    ("Bergish and Norlandic fighters were among the dead.", [("killed", None)]),
    ("They killed at least 40 people who had sought shelter there.", [("killed", 40)]),
    ("Officials said 900 villagers, about 70 percent of them women, have been killed.", [("killed", 900)]),
]


@pytest.mark.parametrize(("sentence", "wanted"), TABLE)
def test_figures_of_a_sentence(sentence: str, wanted: list[tuple[str, int | None]]) -> None:
    found = find_casualties(make_document(sentence, Metadata(name="sentence")), (), NoNames())
    assert [(claim.value.effect, claim.value.low) for claim in found.claims] == wanted
