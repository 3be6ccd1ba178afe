"""Kinds of misreading that whole reports of other years and wars showed: who did it, whose dead, where.

Bodies and places are real so that linking is exercised; the events and the people in them are invented.
"""

from __future__ import annotations

import pytest

from sayso.ingest import Metadata, make_document
from tests.link.test_unseen_classes import READER, claims


@pytest.mark.parametrize(
    ("text", "perpetrator"),
    [
        # the day or town that opens a sentence is no target
        ("On Saturday Taliban fighters killed 12 people at a mill near Kunduz.", "Taliban"),
        ("In Kunduz Taliban fighters killed 12 people at a mill.", "Taliban"),
        # what became of the attacker, a fight as subject, outlaws of a people
        ("A lorry driver killed 12 people at a fair in Lyon, officials said, before being shot by police.", None),
        ("The army retook Kunduz from the Taliban after fighting that left nine people dead.", None),
        ("President Vidal Oro blamed Colombian drug gangs for the attack in which five clerks were killed.", None),
        # groups that nobody listed, told to be such behind their name
        (
            "A bomb killed nine people in Quetta. Silent Torch, a Sunni militant group, claimed responsibility.",
            "Silent Torch",
        ),
        ("Men of the Kraze Bay gang killed nine people in Haiti.", "Kraze Bay"),
        ("Bosnian Serb gunners shelled a market in Sarajevo, killing nine people.", "Republika Srpska"),
        ("Pakistan's prime minister condemned the blast, which also wounded 30 people.", None),
        ("Since the Shining Path began its armed struggle in Peru, 17,500 people have died.", None),
        (
            "FARC guerrillas hurled grenades at a mill in Colombia, killing nine people.",
            "Revolutionary Armed Forces of Colombia",
        ),
        ("Soldiers attacked Taliban fighters near a mill and killed 12 people.", None),
    ],
)
def test_who_did_it(text: str, perpetrator: str | None) -> None:
    assert {claim.value.perpetrator for claim in claims(text)} == {perpetrator}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        # who strikes from the air has no soldiers there
        (
            "SANAA - A U.S. drone strike hit a lorry in Marib. Gunmen later shot dead an army colonel in Aden.",
            ["Yemeni government"],
        ),
        ("The Afghan army retook Kunduz from the Taliban after clashes that left nine people dead.", ["both"]),
        # a state that only condemns has no police there, and soldiers of many states are of none
        (
            "BAGHDAD - Bombs went off in Baghdad and in the town of Baqubah. In Mosul, gunmen killed two policemen."
            " Iran condemned the attacks.",
            ["Iraq"],
        ),
        ("A British base in Helmand was shelled. 168 foreign troops have been killed this year.", ["unknown"]),
        # whose convoy it was, and what two sides lost together
        (
            "Honduran guerrillas claimed an attack on a U.S. Army convoy in Yoro in which one person was killed.",
            ["United States"],
        ),
        ("Afghan soldiers fought the Taliban. The army and the rebels have suffered 20 deaths.", ["both"]),
        # suspected or not, they are told to be of a group
        ("A drone strike killed four suspected al-Shabaab fighters near Kismayo.", ["al-Shabaab"]),
    ],
)
def test_whose_dead(text: str, sides: list[str]) -> None:
    assert [claim.value.side for claim in claims(text)] == sides


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("At least seven guards were killed in an attack in downtown Lima.", "Lima"),
        ("Two officers were shot dead in rural Helmand.", "Helmand"),
        # the town's own name comes behind what it lies in, be it a word as well
        ("A lorry driver killed nine people in the Riviera city of Nice.", "Nice"),
        # not where somebody speaks
        ("In neighbouring Chad, the Red Cross said, nine people were killed by a mine.", "Chad"),
    ],
)
def test_where(text: str, place: str) -> None:
    assert {claim.value.place for claim in claims(text)} == {place}


def test_each_account_keeps_its_own_region_or_town() -> None:
    text = (
        "The Sudanese army said it killed 80 rebels in South Kordofan. The SPLM-North denied this, saying 34 soldiers"
        " had been killed at Daldako."
    )
    assert [claim.value.place for claim in claims(text)] == ["South Kordofan", "Daldako"]


def test_a_town_is_no_quarter_of_another() -> None:
    text = (
        "Four soldiers were killed in the Escalon neighbourhood of San Salvador. A policeman was killed in a raid on"
        " San Miguel. Nobody was arrested."
    )
    assert [claim.value.place for claim in claims(text)] == ["Escalon", "San Miguel"]


def test_a_group_of_many_countries_brings_no_dossier_of_another_one() -> None:
    text = (
        "A lorry driver killed 12 people in Lyon, France, on Sunday, French police said. France mourns, the French"
        " president said; France would do more in Syria. The Islamic State called for attacks in France. The Islamic"
        " State did not claim it. French papers printed black pages."
    )
    record = READER.read(make_document(text, Metadata(name="report")))
    assert record.conflict is None


def test_who_believes_a_figure_vouches_for_it_less_surely() -> None:
    text = "Residents said gunmen came at dawn. A senior police official in Kano believes 25 people died."
    (claim,) = claims(text)
    assert claim.source is not None
    assert "police official" in claim.source.name
    assert claim.certainty == "possible"


def test_a_soldier_here_and_a_teacher_there_are_no_one_harm() -> None:
    text = (
        "A soldier was killed by a mine in the town of Sopore in Kashmir on Monday. A teacher was killed in the town of"
        " Baramulla on Monday."
    )
    assert [claim.value.place for claim in claims(text)] == ["Sopore", "Baramulla"]


def test_what_a_sentence_opens_with_is_where() -> None:
    text = (
        "Six people were killed in clashes in the Thai capital. In the southern province of Pattani, insurgents shot"
        " dead a teacher."
    )
    assert claims(text)[-1].value.place == "Pattani"


def test_the_toll_of_a_war_fell_in_no_one_town() -> None:
    text = (
        "At least 15 soldiers died in the battle for Kilinochchi, the Sri Lankan army said. More than 60,000 people"
        " have died since the war began in 1983."
    )
    assert claims(text)[-1].value.place != "Kilinochchi"


def test_who_told_an_agency_that_it_did_it() -> None:
    text = (
        "Three clerks were hurt when a grenade exploded in Sopore. A spokesman for Hizbul Mujahideen told a news agency"
        " it carried out the attack."
    )
    assert [claim.value.perpetrator for claim in claims(text)] == ["Hizbul Mujahideen"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("KIDAL, Mali - The governor of Kidal said 13 soldiers were wounded.", "governor of Kidal"),
        ("TRIPOLI (Example Wire) -- A hospital spokesman said 13 soldiers were wounded.", "hospital spokesman"),
        ("ABUJA - Nigeria's army spokesman, General Vidal Oro, said troops killed 14 insurgents.", "Vidal Oro"),
    ],
)
def test_who_speaks_stands_behind_the_dateline(text: str, source: str) -> None:
    (claim,) = claims(text)
    assert claim.source is not None
    assert claim.source.name == source
    assert "troops" not in (claim.source.role or "")


def test_who_claims_an_attack_says_no_figure() -> None:
    text = "The Taliban claimed responsibility for an attack in Kunduz in which nine people were killed."
    assert [claim.source for claim in claims(text)] == [None]
