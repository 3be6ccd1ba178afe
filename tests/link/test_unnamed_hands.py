"""Who harmed where the report has no name for them.

Bodies and places are real so that linking is exercised; the events are invented.
"""

from __future__ import annotations

import pytest

from tests.link.test_perpetrators import claims


@pytest.mark.parametrize(
    ("text", "perpetrators"),
    [
        ("Unidentified gunmen opened fire on a bus near Kidal, killing nine traders.", ["gunmen"]),
        ("Nine traders were abducted near Kidal by armed men on Monday.", ["armed men"]),
        ("Two suicide bombers blew themselves up in Kidal. Nine traders were killed.", [None]),
        ("Nine traders died when a suicide bomber struck Kidal. A clerk was hurt.", ["suicide bomber"] * 2),
        ("Militants on Monday carried out two attacks in Kidal, injuring nine clerks.", ["militants"]),
        # whose men they are, is told
        ("Taliban gunmen killed nine traders in Kandahar.", ["Taliban"]),
        # they are the victims, or did nothing
        ("Nine gunmen were killed in Kidal.", [None]),
        ("Nine traders were killed near Kidal, where militants are active.", [None]),
        ("Three policemen died in a shootout with gunmen in Lagos.", [None]),
        # a name told elsewhere goes first
        ("Gunmen killed nine traders in Kandahar. The attack was claimed by the Taliban.", ["Taliban"]),
        ("Three constables were shot dead when gunmen opened fire on their car in Lagos.", ["gunmen"]),
        ("Nine farmers died when a mine laid by unidentified militants went off near Lagos.", ["militants"]),
        # both sides fell; another day
        ("Fighting between the army and militants near Kidal left 40 people dead.", [None]),
        ("Gunmen killed nine traders in Kidal. In 2012 a mine had killed four men in Gao.", ["gunmen", None]),
    ],
)
def test_a_noun_for_those_who_harmed(text: str, perpetrators: list[str | None]) -> None:
    assert [claim.value.perpetrator for claim in claims(text)] == perpetrators
