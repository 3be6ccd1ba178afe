"""Who is said to have done it, whatever the words: one row a way of telling it.

Bodies and places are real so that linking is exercised; the events are invented.
"""

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


OWN_SENTENCE = [
    ("Taliban members last night bombed an office in Kandahar, injuring four people.", "Taliban"),
    ("Members of the Taliban massacred six farmers in Kandahar on Monday.", "Taliban"),
    ("Two Taliban suicide bombers blew themselves up at a mosque in Kandahar, killing 12 worshippers.", "Taliban"),
    ("Gunmen believed to be Taliban members killed eight people in Kandahar on Monday.", "Taliban"),
    ("The opposition blamed the Taliban for the murder of 10 clerks in Kandahar.", "Taliban"),
    ("The Taliban are holding 16 hostages in Kandahar.", "Taliban"),
    ("The Taliban were accused of killing 16 clerks in Kandahar.", "Taliban"),
    ("Three farmers were kidnapped in Arauca, Colombia, on Friday by members of the ELN.", "ELN"),
    ("Taliban fighters freed two soldiers whom they had captured near Kandahar in March.", "Taliban"),
    ("Nine sailors were kidnapped by pirates off Nigeria.", "pirates"),
    ("Al-Shabaab fighters attacked a hotel in Mogadishu on Friday night and at least 12 people died.", "al-Shabaab"),
    ("At least 12 people died in a siege of a hotel in Mogadishu claimed by al-Shabaab.", "al-Shabaab"),
    ("The Arakan Army said junta jets bombed a village in Rakhine State, killing 17 farmers.", "Myanmar"),
    ("Twelve PKK militants were neutralised in northern Iraq, Turkey's defence ministry said.", "Turkey"),
]

OWN_SENTENCE += [
    # what its men did, the source did
    ("The Taliban said its fighters had struck a base near Kandahar and killed up to 70 policemen.", "Taliban"),
    (
        "The Taliban said its fighters attacked three posts near Kandahar in support of a raid, killing 12 men.",
        "Taliban",
    ),
    (
        "Fighters of the Taliban positioned in the village of Ab Khost fired rockets at the town killing a clerk.",
        "Taliban",
    ),
    ("Two policemen were killed while repelling an assault by the Taliban in Kandahar.", "Taliban"),
]

ANOTHER_SENTENCE = [
    ("The killing was claimed by the Taliban.", "Taliban"),
    ("The authorities have attributed the murders to the Taliban.", "Taliban"),
    ("Police suspect the Taliban.", "Taliban"),
    ("Officials said the Taliban planted the bomb.", "Taliban"),
    ("The Taliban said its fighters had carried out the attack.", "Taliban"),
    ("In a statement, the Taliban claimed the attack.", "Taliban"),
    ("Responsibility for the attack was claimed by the Taliban.", "Taliban"),
    ("The Taliban, which is close to al-Qaeda, said it was responsible.", "Taliban"),
    ("The government said the Taliban had fired them.", "Taliban"),
    ("The government accused the Taliban of the crime.", "Taliban"),
    ("The Taliban denied they were responsible.", None),
    ("Nobody claimed the attack, a day after the Taliban vowed to disrupt the vote.", None),
    ("The attack was condemned by the Taliban.", None),
    ("Several arrests were made by the Taliban.", None),
]


@pytest.mark.parametrize(("text", "perpetrator"), OWN_SENTENCE)
def test_told_in_the_sentence_of_the_harm(text: str, perpetrator: str | None) -> None:
    assert {claim.value.perpetrator for claim in claims(text)} == {perpetrator}


@pytest.mark.parametrize(("sentence", "perpetrator"), ANOTHER_SENTENCE)
def test_told_in_another_sentence(sentence: str, perpetrator: str | None) -> None:
    (claim,) = claims(f"Three watchmen were killed in Kandahar on Monday. {sentence}")
    assert claim.value.perpetrator == perpetrator


def test_the_sentence_before_tells_who_attacked() -> None:
    told = claims("The Taliban, who control the area, fired rockets into Kandahar on Monday. Eight people were killed.")
    assert [claim.value.perpetrator for claim in told] == ["Taliban"]


def test_a_government_may_be_blamed_for_the_dead_of_its_own_country() -> None:
    text = (
        "At least 40 people were killed in an air strike on a market in Gezira, Sudan."
        " The Rapid Support Forces blamed the army."
    )
    assert [claim.value.perpetrator for claim in claims(text)] == ["Sudan"]


def test_what_is_struck_did_not_strike() -> None:
    told = claims("A truck bomb went off on Monday outside a federal police building in Bogota, killing 23 people.")
    assert [claim.value.perpetrator for claim in told] == [None]


def test_who_attacked_did_not_kill_the_attackers() -> None:
    told = claims("Police fought off an assault by the Taliban in Kandahar and nine of the attackers died.")
    assert [claim.value.perpetrator for claim in told] == [None]


def test_who_reports_a_death_did_not_do_it() -> None:
    told = claims("A judge was shot dead in Cali, Colombia, it was reported today by the national police.")
    assert [claim.value.perpetrator for claim in told] == [None]


def test_a_country_named_before_a_blast_did_not_do_it() -> None:
    told = claims("Norway issued a warning for Sri Lanka after Sunday's bombings that killed more than 250 people.")
    assert [claim.value.perpetrator for claim in told] == [None]
