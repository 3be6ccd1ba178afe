"""Who told it, whose dead, by whose hand: kinds of misreading that a sample of unseen reports showed.

Bodies and places are real so that linking is exercised; the events and the people in them are invented.
"""

from __future__ import annotations

from datetime import date

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
    ("text", "sources"),
    [
        ("A flood killed 43 people, the disaster mitigation agency said on Sunday.", ["disaster mitigation agency"]),
        # Verbs of counting, and whose count it was.
        (
            "The health ministry said 23 people were killed. The ministry had earlier given a toll of 16 dead.",
            ["health ministry", "health ministry"],
        ),
        ("The ombudsman's office counted 24 dead.", ["ombudsman's office"]),
        ("Shelling killed 16 people by the mayor's count.", ["mayor"]),
        ("By the reckoning of the Red Crescent, 40 people have died.", ["Red Crescent"]),
        ("By all accounts, 40 people died.", [None]),
        ("The Orsk clinic, to which most of them were taken, counted 19 bodies.", ["Orsk clinic"]),
        (
            "Mayor Ada Roe said nine people were killed. On Monday she raised the toll to 40, without saying how.",
            ["Ada Roe", "Ada Roe"],
        ),
        # What goes on with what was just told has its teller; other sentences have none.
        (
            "Shells killed nine patients, the mayor said. Two of the wounded are critical. Ten tents burnt.",
            ["mayor", "mayor"],
        ),
        ("Shells killed nine patients, the mayor said. Two nurses were also killed.", ["mayor", "mayor"]),
        ("Shells killed nine patients, the mayor said.\n\nTwo nurses were also killed.", ["mayor", None]),
        (
            "Shells killed nine patients, the mayor said. The wounded were taken to Karsk, where one of them died.",
            ["mayor", None],
        ),
        # Nobody blames: the passive tells not who; a war that claims lives says nothing.
        ("The group has been blamed for a bombing in Karsk that killed 15 people.", [None]),
        ("Norland's conflict has claimed tens of thousands of lives since 2014.", [None]),
        # By the way, of the speaker; under a name; what an agency carried.
        (
            '"They were asleep," said Abdul Bari, a farmer who said he had lost three sons.',
            ["Abdul Bari"],
        ),
        (
            "A spokesman for the rebels, calling himself Abu Talha Mehsud, said 12 soldiers had been killed.",
            ["Abu Talha Mehsud"],
        ),
        (
            "Al-Shabaab claimed the attack. It said 40 soldiers died, according to a statement carried by Shahada"
            " news agency.",
            ["al-Shabaab"],
        ),
        # Who saw the dead; a week sees nothing.
        ("A reporter who visited the clinic saw five wounded soldiers.", ["reporter"]),
        ("The week saw at least 200 people killed in clashes.", [None]),
        # The name before an apposition; the seat of a body; the toll that a statement raises; topics of headlines.
        ("Idris Hamad, a teacher who fled to Karsk, put the dead at 60.", ["Idris Hamad"]),
        ("The Defence Ministry in Kabul put the number of dead at 11.", ["Defence Ministry"]),
        (
            "The Kenyan army said that 29 more soldiers were killed, which brings its dead to 63.",
            ["Kenyan army", "Kenyan army"],
        ),
        ("Ituri: Civil society counts 19 dead after raid\n\nA band raided Karsk.", ["Civil society"]),
        ("Sri Lankan military: 41 rebels killed in north\n\nBattles raged on Monday.", ["Sri Lankan military"]),
        # "It" is what the sentence before is about, where nobody has spoken since.
        (
            "The UN mission said on Monday that a truce held. Egypt's army has fought in Sinai since May. It says 300"
            " fighters have been killed.",
            ["Egypt's army"],
        ),
        # Who blames vouches for what he lays to somebody, not for what the report tells of the deed.
        ("The mayor blamed the guard for a raid in which ten people died.", [None]),
        ("The mayor accused the guard of killing ten people.", ["mayor"]),
        ("Raids killed ten people on Monday, for which the mayor had blamed the guard.", [None]),
        ("In Basra gunmen killed two policemen on Sunday said Maj. Abbas Jaber of the city police.", ["Abbas Jaber"]),
        ("Journalists taken to Karsk by the army saw some 60 bodies.", ["Journalists"]),
        # What a statement raises, told in the next sentence.
        (
            "The mayor said nine men had died. That raised the number of people killed to 61. The town is empty.",
            ["mayor", "mayor"],
        ),
        # "The official" is the one who has just spoken, whatever else officials of the country may be.
        (
            "Raids killed eight Russian servicemen in Chechnya, an official in the Chechen government said. Two died"
            " later, the official said.",
            ["official in the Chechen government", "official in the Chechen government"],
        ),
        # Pages that have lost their commas.
        (
            "Shelling killed five members of one family near Karsk Norlandic health officials said.",
            ["health officials"],
        ),
        (
            "Air strikes killed at least 44 people at a market in Amran residents and medics said.",
            ["residents and medics"],
        ),
        ("Shells killed six people in Aden on Tuesday said Khadija Abbad a health official.", ["Khadija Abbad"]),
        ("The army said it killed seven fighters. No soldier was hurt it said.", ["army", "army"]),
        # A clause behind "said, and" is the report's own; how residents were reached is no part of their name.
        ("Shells killed nine people, the mayor said, and rockets fired in reply killed two others.", ["mayor", None]),
        ("Residents reached by telephone said four people had died.", ["Residents"]),
        # The name that somebody gives, and for whom he claims to speak; a body that a dossier lists as its government.
        (
            "A man who introduced himself as Ada Roe and claimed to speak for Abu Sayyaf told of a raid in Jolo."
            " He said two men had died.",
            ["Ada Roe"],
        ),
        ('"I saw two bodies in Karsk, both of fishermen," said the man, who asked to be called Roe.', ["Roe"]),
        (
            "Islamic State fighters attacked Mosul in Iraq. The Joint Operations Command said 12 bodies were found.",
            ["Joint Operations Command"],
        ),
        ("The Royal Thai Army (RTA) was hit. The RTA said six soldiers had died.", ["Royal Thai Army"]),
        # What a pronoun goes on to say behind "he said, and".
        (
            "Mayor Ada Roe spoke in Karsk. Five women were killed, she said, and seven people were taken to hospital.",
            ["Ada Roe", "Ada Roe"],
        ),
        # Who is quoted speaks, not the agency; a mere statement stays with who carries it.
        (
            "According to a security source quoted by the news agency AFP, 40 gendarmes were killed.",
            ["security source"],
        ),
        (
            "Two men were killed in Karsk, its mayor, Ada Roe, was quoted as saying by the news agency AFP.",
            ["Ada Roe"],
        ),
        # A verb before "the claim" names nobody; nor does what an official was asked about.
        (
            "Shells hit Aden. A military source quoted by AFP dismissed the claim saying two soldiers were killed.",
            ["military source"],
        ),
        (
            "The U.S. military said one soldier was killed in Iraq. Iraqi troops came.\n\nThe military also said"
            " that two gunmen were killed.",
            ["U.S. military", "U.S. military"],
        ),
        # A group that spoke by that word, whatever group is named since.
        (
            "The Kadugli Jurists group said nine people were killed. The army fought the Rapid Support Forces in Sudan."
            ' "Among the dead are two women," the group said.',
            ["Kadugli Jurists group", "Kadugli Jurists group"],
        ),
        # The body that the sentence of "it" begins with.
        (
            "Ada Roe said so. The health ministry in Juba put the dead at 38, up from the 30 it reported.",
            ["South Sudanese Health Ministry", "South Sudanese Health Ministry"],
        ),
        # A body or office that nothing names further is called by its word; one of a state stays open.
        ("Snow fell. The charity said that two people had died.", ["charity"]),
        ("Snow fell. The minister said that two people had died.", [None]),
        # A body of a state is called as its report calls it; so are police and people without a name.
        (
            "Egypt's Interior Ministry said 12 policemen were killed. Two had died later, the ministry said.",
            ["Egypt's Interior Ministry", "Egypt's Interior Ministry"],
        ),
        (
            "Egypt's interior ministry was attacked. The Egyptian Interior Ministry said 12 policemen were killed.",
            ["Egyptian Interior Ministry"],
        ),
        (
            "The U.N. mission in Ituri put the toll at 330, saying 40 villagers were killed by militia.",
            ["U.N. mission in Ituri", "U.N. mission in Ituri"],
        ),
        (
            "More than 1900 people have been killed in Norland since March the monitors say and 40000 have fled.",
            ["monitors", "monitors"],
        ),
        (
            "Gunmen stormed the port, state media said on Monday, with at least six people reported killed.",
            ["state media"],
        ),
        (
            "BISHKEK/DUSHANBE Kyrgyzstan and Tajikistan said on Sunday that 94 people had been killed.",
            ["Kyrgyzstan and Tajikistan"],
        ),
        ("A barrel bomb hit the town of Nawa killing at least 11 people activists said on Friday.", ["activists"]),
        ("Thousands of students protested the killing of a teacher in Quetta.", [None]),
        ("Army spokesman: 40 gunmen killed near Quetta", ["Army spokesman"]),
    ],
)
def test_source(text: str, sources: list[str | None]) -> None:
    assert [claim.source.name if claim.source else None for claim in claims(text)] == sources


def test_a_bare_organ_is_of_the_ground_its_sentence_names() -> None:
    text = (
        "Al-Shabaab fighters crossed from Somalia. Gunmen attacked a college in north-eastern Kenya on Monday, killing"
        " two people, police said. Somali troops gave chase."
    )
    (source,) = [claim.source for claim in claims(text) if claim.source]
    assert (source.name, source.affiliation, source.speaks_for) == ("police", "Kenya", "Kenya")


@pytest.mark.parametrize(
    ("text", "perpetrator"),
    [
        # Enemies do nothing together.
        ("Sudan's army and the Rapid Support Forces have fought, driving nine million people from their homes.", None),
        (
            "Boko Haram fighters torched a village in northern Cameroon, killing 11 farmers in their sleep.",
            "Boko Haram",
        ),
        ("Taliban fighters overran an army base near Kunduz, officials said, killing at least 17 soldiers.", "Taliban"),
        ("The conflict between the Cameroonian military and Boko Haram has killed more than 300 people.", None),
    ],
)
def test_perpetrator(text: str, perpetrator: str | None) -> None:
    (claim,) = claims(text)
    assert claim.value.perpetrator == perpetrator


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Eritrea said that Ethiopia had lost 900 soldiers since Tuesday, including two colonels.", ["Ethiopia"] * 2),
        ("Al-Shabaab claims responsibility for four dead in Nairobi.", ["Kenya"]),
        ("Taliban gunmen killed four other members of his family near Kunduz.", ["Afghanistan"]),
        ("Hezbollah fighters retook the crossings near Arsal after killing scores of the terrorists.", ["Lebanon"]),
        ("At least 12 demonstrators in Gaza have been killed by Israeli forces this week.", ["Palestine"]),
    ],
)
def test_side(text: str, sides: list[str]) -> None:
    assert [claim.value.side for claim in claims(text)] == sides


def test_a_country_behind_a_border_has_no_army_here() -> None:
    text = (
        "Imphal: Thirteen soldiers were killed when militants ambushed their convoy in Manipur's Chandel district, an"
        " army spokesperson said. Chandel borders Myanmar."
    )
    assert [claim.value.side for claim in claims(text)] == ["India"]


def test_a_link_to_another_report_counts_nothing() -> None:
    text = "Four guards died.\n\nRead more: Dozens flee the coast\n\nMore on this story: 12 killed in bus attack\n"
    assert [claim.value.low for claim in claims(text)] == [4]


def test_a_death_of_illness_is_no_casualty() -> None:
    assert claims("The general died of a heart attack in Kabul on Monday.") == []


def test_two_states_that_speak_together_tell_of_their_own() -> None:
    (claim,) = claims("Kyrgyzstan and Tajikistan said that 94 people had been killed in the border clashes.")
    assert (claim.value.side, claim.value.posture) == ("both", "own_loss")


@pytest.mark.parametrize(
    ("text", "side"),
    [
        # whoever fell in a fight of two sides
        ("Nine people were killed in clashes between the Meitei and Kuki communities in Manipur.", "both"),
        # civilians are not fighters of either
        ("Nine civilians were killed in clashes between troops and rebels in Mali.", "Mali"),
        # whose they are follows the count
        ("French surgeons in Chad treated 43 wounded, all of them Chadian troops.", "Chad"),
        # a state's word for the armed group that it fights
        (
            "The army fought the Delta Liberation Front in Nigeria.\n\n"
            "The Nigerian army said eight of the criminals were killed.",
            "Delta Liberation Front",
        ),
        # the toll of a long war
        (
            "The army fought UNITA near Kuito in Angola on Monday.\n\n"
            "More than 60,000 people have been killed in the country since 1992.",
            "both",
        ),
        # militiamen may be anybody's, and nobody's own soldiers killed them
        (
            "U.S. soldiers fought the Mahdi Army in Sadr City in Iraq on Monday.\n\n"
            "American soldiers killed 12 militiamen there, the U.S. military said.",
            "Mahdi Army",
        ),
        # an armed group that the report itself brings in
        (
            "Fighters of the rebel group Sons of the Norland Hills (SNH) attacked a post in Liberia.\n\n"
            "The rebels lost three fighters, an SNH spokesman said.",
            "Sons of the Norland Hills",
        ),
    ],
)
def test_side_of_a_fight_of_two(text: str, side: str) -> None:
    record = READER.read(make_document(text, Metadata(name="report", published=date(1999, 1, 6))))
    found = [claim.value.side for claim in record.claims if isinstance(claim.value, Casualty)]
    assert found[-1] == side


def test_where_a_source_speaks_is_no_place_of_the_harm() -> None:
    text = (
        "Rebels attacked an army post in Biltine, in Chad, on Monday.\n\n"
        "A military source in Abeche said 20 soldiers had died."
    )
    assert claims(text)[-1].value.place == "Biltine"


def test_a_place_abroad_is_not_lent_to_other_sentences() -> None:
    text = (
        "Gunmen killed 14 farmers in Blida, in Algeria, on Monday. The front condemned it in a message from Bonn.\n\n"
        "Two soldiers were wounded, the Algerian army said."
    )
    assert claims(text)[-1].value.place != "Bonn"
