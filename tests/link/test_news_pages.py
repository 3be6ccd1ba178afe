"""Sentences as news pages print them, read whole: whose dead, on whose word, how the source stands to them.

The kinds of misreading stand here that reports in the manner of news sites showed. Bodies and places are real so that
linking is exercised; the events and the people in them are invented.
"""

from __future__ import annotations

import pytest

from tests.link.test_unseen_classes import claims


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        # a fight that left dead, whose side nobody tells
        ("Fighting between Malian troops and MNLA rebels in northern Mali leaves 17 dead, the army says.", ["both"]),
        ("India and Pakistan trade fire along the border, nine dead", ["both"]),
        ("Some 60 people were killed in the clashes between Malian soldiers and MNLA fighters.", ["both"]),
        ("Clashes between Malian troops and JNIM went on. The battle for Konna has killed 300 people.", ["both"]),
        # ... and an attack that had one
        ("Malian soldiers clashed with JNIM. The attack on a market in Mopti, Mali, has killed 30 people.", ["Mali"]),
        # the last of a chain of names
        ("Nine fighters were killed near Aleppo, five of them from Lebanon's Hezbollah.", ["Hezbollah", "Hezbollah"]),
        # whose losses the enemy's are
        ("The Ukrainian army said the enemy suffered 40 casualties near Bakhmut.", ["?"]),
        # somebody's kin are not her side's
        ("A Taliban rocket killed a woman and her two sons in Kunduz.", ["Afghanistan", "Afghanistan"]),
        ("Police in Kenya said al-Shabaab gunmen shot dead a farmer and his three brothers.", ["Kenya", "Kenya"]),
        # bodies that a speaker holds or finds are not told as its own
        ("Our men have 12 bodies of the gunmen in their hands, a spokesman for the Indian army said.", ["?"]),
        # the side that a sentence opens with
        (
            "Armenia said its troops came under fire. On the Azerbaijani side, four civilians were wounded.",
            ["Azerbaijan"],
        ),
        ("Indian and Pakistani troops exchanged fire. About 30 soldiers on the two sides were wounded.", ["both"]),
        # fighters called by a people's name, where one group of that people is named
        ("The YPG pulled out of the town. Islamic State said it had killed 20 Kurdish fighters.", ["YPG"]),
        (
            "The PKK said nothing. Twelve Kurdish rebels were killed near Hakkari, Turkey's army said.",
            ["PKK"],
        ),
        # the one army that the report names, on another state's ground; its police are of the place
        (
            "BEIRUT, Lebanon - The Israeli army shelled Tyre and Israeli soldiers crossed over. The army said four "
            "soldiers were killed.",
            ["Israel"],
        ),
        (
            "BEIRUT - Israeli soldiers and the Israeli army left. Lebanese police said two officers were killed.",
            ["Lebanon"],
        ),
        # soldiers of two armies that clash, on nobody's word; on a side's they are its own
        ("Five soldiers killed as Armenian and Azerbaijani forces clash along the border", ["both"]),
        (
            "Azerbaijan said five of its soldiers were killed in fighting between Armenia and Azerbaijan.",
            ["Azerbaijan"],
        ),
        # a teacher's pupils are no side's men, a commander's are
        ("The Taliban said a mine killed a teacher and two of his pupils in Kunduz, Afghanistan.", ["Afghanistan"] * 2),
        # bodies in uniform, rangers
        ("Al-Shabaab attacked a Kenyan base. Residents saw 18 bodies in military uniform.", ["Kenya"]),
        ("Two rangers were killed in Pattani, the Thai army said.", ["Thailand"]),
        # what a war has cost
        ("Malian troops and JNIM fought on. The conflict has cost some 40,000 lives since 2012.", ["both"]),
        ("Eight men from forces loyal to the Syrian government died near Daraa, medics said.", ["Syrian government"]),
        # an apostrophe makes no other name, nor does a part left out
        (
            "The New People’s Army (NPA) hid in Samar. Four NPA rebels were killed, the army said.",
            ["New People's Army"],
        ),
        ("The militant group Islamic Jihad said two of its fighters died east of Gaza City.", ["Islamic Jihad"]),
        (
            "“On our side there were no fatalities,” a Philippine army spokesman said of the New People's Army.",
            ["Philippines"],
        ),
        (
            "Islamic State bombed Hasaka in Syria, where the YPG is. The extremist group said in a statement carried "
            "by its supporters that some 50 soldiers were killed.",
            ["Syrian government"],
        ),
        # fighters without a name are of the group whose ground was struck
        (
            "GAZA - The Israeli military said it had attacked 20 Islamic Jihad positions and killed four militants. "
            "Hamas, which governs Gaza, said nothing.",
            ["Islamic Jihad"],
        ),
        # who did it does not carry over to what came before
        (
            "GAZA - Israeli aircraft struck targets on Wednesday, killing five Palestinians, health officials said, "
            "hours after a rocket from Gaza hit a house in the Israeli town of Sderot and wounded two people.",
            ["Palestinians", "Israel"],
        ),
        # the group under the name that the report uses most
        (
            "The Pakistani Taliban attacked a post, as the Pakistani Taliban often do. Three Pakistani Taliban "
            "fighters were killed. The group is also called TTP.",
            ["Pakistani Taliban"],
        ),
    ],
)
def test_side(text: str, sides: list[str]) -> None:
    found = [claim.value.side for claim in claims(text)]
    assert [side if side != "unknown" else "?" for side in found] == sides


@pytest.mark.parametrize(
    ("text", "source", "posture"),
    [
        # a name described behind it still speaks for itself
        (
            "Al-Shabaab, an Islamist group based in Somalia, said it killed 24 Kenyan soldiers near Garissa.",
            "al-Shabaab",
            "enemy_loss",
        ),
        (
            "The Saudi-led coalition fighting in Yemen said it had killed 60 Houthi fighters in Marib.",
            "Saudi-led coalition",
            "enemy_loss",
        ),
        (
            "The FARC's Eastern Bloc said it had lost three fighters in Meta, Colombia.",
            "FARC's Eastern Bloc",
            "own_loss",
        ),
        # rank, name and body; who goes by a name; who speaks for a body
        (
            "Colonel Somchai Rattana of the Thai army's forward command said two soldiers were killed in Pattani.",
            "Somchai Rattana",
            "own_loss",
        ),
        (
            "The Taliban's spokesman, who goes by the name Abdul Zarif, said 13 Afghan soldiers were killed in Kunduz.",
            "Abdul Zarif",
            "enemy_loss",
        ),
        (
            "Rodel Sumoroy, who speaks for the New People's Army, said nine Philippine soldiers were killed in Samar.",
            "Rodel Sumoroy",
            "enemy_loss",
        ),
        # an office of a place, an operation
        ("The mayor of Kherson said four people were killed by Russian shelling.", "mayor of Kherson", "own_loss"),
        (
            "Colonel Musa Danjuma, spokesman for Operation Hadin Kai, said two Nigerian soldiers died in Borno.",
            "Musa Danjuma",
            "own_loss",
        ),
        # a body that is no side counts its own
        ("The United Nations said two UN peacekeepers were killed near Gao in Mali.", "United Nations", "own_loss"),
        ("The United Nations said 40 villagers were killed near Gao in Mali.", "United Nations", "third_party"),
        ("Bishop Juan Cruz said five people were killed in Arauca, Colombia.", "Juan Cruz", "third_party"),
        # a claim told by a noun is no subject of the next verb
        (
            "The Indian army rejected a claim by Pakistan that it had killed four soldiers, and said it had lost one.",
            "Indian army",
            "own_loss",
        ),
        # an officer by the rank alone, the sources of before, where a body sits
        (
            "Brig. Gen. Ramil Estoque of the Philippine army said his men fought. The general said six soldiers died.",
            "Ramil Estoque",
            "own_loss",
        ),
        (
            "Afghan security sources said the road was cut. The sources said six policemen were killed.",
            "Afghan security sources",
            "own_loss",
        ),
        (
            "The Hollis Observatory told of raids on Aleppo, Syria. The London-based group said nine children died.",
            "Hollis Observatory",
            "third_party",
        ),
        ("Maoists, meanwhile, hid. The CPI (Maoist) said it had lost no men in Sukma, India.", "Maoists", "own_loss"),
        # what a battle has claimed, it has not said
        (
            "The war in Ukraine has claimed the lives of 13,000 people, according to the United Nations.",
            "United Nations",
            "third_party",
        ),
        # whose ministry it is, the sentence before says
        (
            "Fighting went on in Karabakh on Monday. Azerbaijan names no military losses of its own. "
            "Its defence ministry claimed that more than 40 Armenian soldiers had been killed.",
            "Azerbaijan defence ministry",
            "enemy_loss",
        ),
        # who speaks behind the verb
        (
            "A boy was killed when a shell hit a house in Mosul, said a doctor who asked not to be named.",
            "doctor",
            "third_party",
        ),
    ],
)
def test_source_and_posture(text: str, source: str, posture: str) -> None:
    claim = claims(text)[-1]
    assert (claim.source and claim.source.name, claim.value.posture) == (source, posture)


def test_nobody_is_read_as_blaming_its_own_side() -> None:
    text = (
        "ALEPPO, Syria - Syrian government air strikes killed at least 27 people in eastern Aleppo. "
        "State news agency SANA said eight pupils were killed when a rocket struck a school."
    )
    assert [claim.value.perpetrator for claim in claims(text)] == ["Syrian government", None]
