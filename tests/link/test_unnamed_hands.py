"""Who did it where nobody knows them by name. The events are invented."""

from __future__ import annotations

import pytest

from sayso.claims import CasualtyClaim
from sayso.claims.casualty import Casualty
from sayso.ingest import Metadata, make_document
from sayso.pipeline import Reader

READER = Reader.load()


def claims(text: str) -> list[CasualtyClaim]:
    record = READER.read(make_document(text, Metadata(name="report")))
    return [claim for claim in record.claims if isinstance(claim.value, Casualty)]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "hand"),
    [
        ("Gunmen attacked a clinic in Lagos on Friday, killing four nurses and wounding six patients.", "gunmen"),
        ("In a market farther east armed men shot dead a tailor.", "armed men"),
        ("Gunmen in police uniform stopped a bus outside Baquba and shot nine passengers dead.", "gunmen"),
        ("Gunmen kill 11 clerks in Baquba.", "gunmen"),
        ("Seven sailors were kidnapped by pirates off Nigeria.", "pirates"),
        ("Three constables were shot dead when gunmen opened fire on their car in Lagos.", "gunmen"),
        ("Nine farmers died when a mine laid by unidentified militants went off near Lagos.", "militants"),
        ("Two gunmen were killed and three soldiers wounded in Lagos.", None),
        ("Three policemen died in a shootout with gunmen in Lagos.", None),
        ("Taliban gunmen killed eight people in Kandahar on Monday.", "Taliban"),
    ],
)
def test_told_by_what_they_are(text: str, hand: str | None) -> None:
    assert {claim.value.perpetrator for claim in claims(text)} == {hand}


def test_a_name_told_elsewhere_goes_first() -> None:
    text = "Gunmen killed eight people in Kandahar on Monday. The attack was claimed by the Taliban."
    assert [claim.value.perpetrator for claim in claims(text)] == ["Taliban"]
