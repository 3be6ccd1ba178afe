"""Single paragraphs as agencies write them: who did it, whose dead, where, on whose word.

The kinds of misreading stand here that short news of many conflicts showed. Bodies and places are real so that linking
is exercised; the events and the people in them are invented.
"""

from __future__ import annotations

import pytest

from tests.link.test_unseen_classes import claims


@pytest.mark.parametrize(
    ("text", "perpetrator"),
    [
        # the place and state of a dateline did nothing
        ("ABECHE, Chad - Suspected Islamist militants killed at least nine farmers near the river, elders said.", None),
        (
            "KISMAYO, Somalia -- A U.S. military airstrike has killed a truck driver, local officials said.",
            "United States",
        ),
        ("The envoy cancelled his trip in the wake of a Taliban attack in Kunduz that killed a teacher.", "Taliban"),
        ("At least 12 people were killed and 30 wounded after a Taliban-claimed truck bomb hit a bus.", "Taliban"),
        (
            "In May, militants of the Islamic State group launched a raid on a village near Mosul, killing 20 farmers.",
            "Islamic State",
        ),
        (
            "The local branch of the Islamic State stormed a shrine near Mosul, killing more than 30 worshippers.",
            "Islamic State",
        ),
        ("Saudi fighter jets hit a market near Saada and killed 19 people, residents said.", "Saudi Arabia"),
        # who claims the attack that killed
        (
            "Boko Haram claimed responsibility for an assault on a police post in Yola that killed 11 officers.",
            "Boko Haram",
        ),
        ("The Congolese army accused M23 rebels on Sunday of massacring at least 27 villagers in Bugomba.", "M23"),
        # whom soldiers look for did not fire
        ("Nigerian commandos looking for Boko Haram opened fire on a lorry near Yola, killing six traders.", None),
        ("JNIM claimed the raid near Gao and boasted of having killed 45 soldiers.", "JNIM"),
        # who counts the dead, whose car was hit, whose camp was raided
        ("Nine persons have been confirmed dead by the police after men attacked a village in Benue, Nigeria.", None),
        ("Grenades hit a Kenyan police vehicle in Garissa, injuring four women.", None),
        (
            "A gang raided a camp of forces loyal to Khalifa Haftar in southern Libya, killing one, an official said.",
            None,
        ),
        # militants of no named group, counted by the state's police
        ("Seven militants were killed near Shopian on Sunday, Indian police said.", "India"),
        ("Islamic State takes credit for a bomb that killed dozens in Jalalabad.", "Islamic State"),
        ("The envoy blamed the Taliban for a mortar attack that killed a teacher in Kunduz.", "Taliban"),
        (
            "The Tahrir Brigade for the Highlands (TBH) organization launched a raid on a post, killing an officer.",
            "Tahrir Brigade for the Highlands",
        ),
        (
            "A spokesman for the Taliban, Abdul Mateen Zarif, told Example Wire that his men had killed 40 soldiers.",
            "Taliban",
        ),
    ],
)
def test_perpetrator(text: str, perpetrator: str | None) -> None:
    found = {claim.value.perpetrator for claim in claims(text)}
    assert found == {perpetrator}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        # the country is told beside a place that has namesakes or is in no list
        (
            "Six people were killed in an attack by gunmen in Kaya, a busy South Sudanese trading town.",
            "South Sudan",
        ),
        ("Gun attacks near the Jordanian city of Karak left seven people dead.", "Jordan"),
        # "the country" is the one whose government was named
        (
            "A Syrian army offensive in the country's northwest has displaced more than 80,000 people, the U.N. said.",
            "Syria",
        ),
        # whose school it was
        ("An air strike on a Yemeni school bus killed 12 children.", "Yemen"),
        # where shells fell, not where they were fired
        (
            "At least 30 shopkeepers were wounded as rockets fired by militants in Syria hit Turkish border towns.",
            "Turkey",
        ),
        # who claims an attack counts no dead of its own
        ("Islamic State takes credit for a bomb that killed dozens in Jalalabad.", "Afghanistan"),
        # a militant's nationality is not that of the police who guard him
        ("Two gunmen freed a Pakistani militant from a hospital in Srinagar, killing two police officers.", "India"),
    ],
)
def test_side(text: str, side: str) -> None:
    assert {claim.value.side for claim in claims(text)} == {side}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # a direction is part of what the report calls the place
        ("Army shelling killed one shepherd in northwest Syria, medics said.", "northwest Syria"),
        (
            "Suicide bombers killed 19 people at a market in northeast Nigeria, medics said.",
            "northeast Nigeria",
        ),
        ("A raid on a post in western Badghis province has killed 20 policemen.", "western Badghis province"),
        # the nearest name in the clause of the harm, be it in no list, before a place of another sentence
        (
            "Gunmen killed 12 people in Kano on Monday. Gunmen also killed 14 people in the vicinity of Dankwarai.",
            "Dankwarai",
        ),
        # a village that is in no list, before the town it lies near
        ("The bombers struck a convoy in the village of Jumaila in northern Fallujah, killing nine.", "Jumaila"),
        ("Nine herders died. The attack took place in the town of Mandari, 25km from Maiduguri.", "Mandari"),
        # "near Y" tells where X is; "in the capital, X"
        ("Shells fell on the suburb of Eastern Ghouta near Damascus, killing 23 civilians.", "Eastern Ghouta"),
        ("Police shot at a march, killing one protester, in the capital, Luanda, a witness said.", "Luanda"),
        ("Armed men attacked a camp in southern Libya, killing one soldier.", "southern Libya"),
        # the place in the victims' own phrase, before another of the sentence
        (
            "At least 12 farmers in northern Gaza were killed on the day the embassy opened in Jerusalem.",
            "northern Gaza",
        ),
        ("Warplanes struck the Bousahra area in Raqqa, killing 30 civilians.", "Bousahra"),
        (
            "The court jailed a man over a West Bank shooting attack that killed two Israeli soldiers.",
            "West Bank",
        ),
    ],
)
def test_place(text: str, place: str) -> None:
    assert claims(text)[-1].value.place == place


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Puntland officers were quoted by local media outlets as saying that four fighters were killed.",
            "Puntland officers",
        ),
        ("According to Lebanese media reports, 12 fighters were killed near Arsal.", "Lebanese media"),
        # a town in capitals is no speaker
        ("CHARSADDA: At least 14 people were injured in a bomb attack in Shabqadar.", None),
        ("According to details, four farmers were killed near Washuk.", None),
    ],
)
def test_source(text: str, source: str | None) -> None:
    assert {claim.source.name if claim.source else None for claim in claims(text)} == {source}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Two brothers and their four children were among  nine people killed in shelling of Nawa, medics said.",
            [("killed", 2), ("killed", 4), ("killed", 9)],
        ),
        ("Gunmen abducted Governor Daniel Okwute on Friday, police said.", [("captured", 1)]),
        # a direction or "rebel-held" between a preposition and a place's name
        ("At least 12 people in northern Iraq were killed on Monday.", [("killed", 12)]),
        ("Nine men in rebel-held Donetsk were wounded, medics said.", [("injured", 9)]),
        ("A union leader, Joseph Tandiwe, was fatally shot on Monday.", [("killed", 1)]),
    ],
)
def test_figures(text: str, figures: list[tuple[str, int]]) -> None:
    assert [(claim.value.effect, claim.value.low) for claim in claims(text)] == figures


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Six servicemen have been killed in the province over the past 24 hours, the army said.", "incident"),
        ("Sixty servicemen have been killed in the province over the past two weeks, the army said.", "running_total"),
    ],
)
def test_scope(text: str, scope: str) -> None:
    assert [claim.value.scope for claim in claims(text)] == [scope]


def test_a_group_has_the_name_that_the_report_spells_out() -> None:
    text = "A bomb laid by Al-Qaeda in the Arabian Peninsula (AQAP) killed a driver near Rada in Yemen."
    (claim,) = claims(text)
    assert claim.value.perpetrator in ("Al-Qaeda in the Arabian Peninsula", "al-Qaeda in the Arabian Peninsula")


def test_two_letters_are_no_name_to_print() -> None:
    (claim,) = claims("U.S. airstrikes near Jalalabad have killed 12 IS members.")
    assert claim.value.side == "Islamic State"
