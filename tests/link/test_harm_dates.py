from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.link.dates import find_dates, harm_window
from sayso.link.harm_dates import dates_saying

WEDNESDAY = date(2022, 3, 9)
CASES = {
    "date of the harm in the same clause": (
        "Two nurses were [killed] in Lutsk on Monday.",
        ("2022-03-07", "2022-03-07"),
    ),
    "date of the statement is not the harm's": (
        "A rocket hit a school on Sunday. The mayor said on Tuesday that two pupils were [killed].",
        ("2022-03-06", "2022-03-06"),
    ),
    "a date that opens the sentence and is followed by a verb of saying": (
        "A rocket hit a school on Sunday. On Tuesday, the town's mayor said two pupils were [killed].",
        ("2022-03-06", "2022-03-06"),
    ),
    "a speaker after the date does not make it the statement's": (
        "Two pupils were [killed] on Monday, the mayor said.",
        ("2022-03-07", "2022-03-07"),
    ),
    "nearest of two, by clause": (
        "Nine people died on Monday, and three were [wounded] on Tuesday.",
        ("2022-03-08", "2022-03-08"),
    ),
    "the lead's date where the sentence has none": (
        "Gunmen attacked a bus on Monday.\n\nThe driver lived. Four passengers were [killed], a nurse said.",
        ("2022-03-07", "2022-03-07"),
    ),
    "from the beginning of the fighting where it goes on": (
        "Fighting broke out on Sunday and went on for a fourth day. The ministry said 31 soldiers were [killed].",
        ("2022-03-06", "2022-03-09"),
    ),
    "since": ("More than 60 people have been [killed] since 24 February.", ("2022-02-24", "2022-03-09")),
    "since a clause": ("Hundreds were [killed] since talks broke down in January.", ("2022-01-01", "2022-03-09")),
    "since a clause with another verb": (
        "Hundreds have been [killed] in the valley since the army ousted the council in July 2019.",
        ("2019-07-01", "2022-03-09"),
    ),
    "since an event of a month": (
        "More than 2,700 have [died] since the invasion of March 2019.",
        ("2019-03-01", "2022-03-09"),
    ),
    "a harm since which nothing is counted": (
        "It was the worst raid since gunmen [killed] nine people in May 2019.",
        ("2019-05-01", "2019-05-31"),
    ),
    "a beginning in the sentence before": (
        "The revolt broke out in the north in 2019. It has [killed] 36,000 people.",
        ("2019-01-01", "2022-03-09"),
    ),
    "what was done in the year of a beginning": (
        "The revolt broke out in the north in 2019. Nine officers were [killed].",
        ("2019-01-01", "2019-12-31"),
    ),
    "the past days": ("Nineteen fighters were [killed] in the past four days.", ("2022-03-05", "2022-03-09")),
    "as of": (
        "Fighting broke out on Sunday. As of Tuesday, 40 civilians had been [killed].",
        ("2022-03-06", "2022-03-08"),
    ),
    "background in its own sentence": (
        "A rocket hit a school on Monday. A raid in 2014 [killed] six people there.",
        ("2014-01-01", "2014-12-31"),
    ),
    "a dated truce dates no harm": (
        "Two men were [killed] on Monday in breach of a 2015 ceasefire.",
        ("2022-03-07", "2022-03-07"),
    ),
    "how long a place has been cut off dates no harm told after": (
        "A convoy was hit on Monday. It was bound for Lutsk, cut off since January. Nine men were [wounded].",
        ("2022-03-07", "2022-03-07"),
    ),
    "nor is the day of a dateline": (
        "LUTSK, Ukraine, March 9 - A bus was hit late on Tuesday. Four passengers were [killed], a nurse said.",
        ("2022-03-08", "2022-03-08"),
    ),
    "a day of the month in a sentence stays one": (
        "On March 7 a bus was hit. Four passengers were [killed].",
        ("2022-03-07", "2022-03-07"),
    ),
    "the report's own date over it is no date of harm": (
        "9 March 2022\n\nGunmen attacked a bus late on Tuesday. Four passengers were [killed].",
        ("2022-03-08", "2022-03-08"),
    ),
    "overnight, and which night": (
        "An overnight raid [killed] ten people. The strike late Tuesday hit a bakery, residents of the town said.",
        ("2022-03-08", "2022-03-08"),
    ),
    "total of a war whose beginning the report does not date": (
        "Two men were shot on Monday. The decade-long conflict has [killed] thousands.",
        None,
    ),
    "dateline of old wire copy": (
        "LUTSK, 9 MAR 22 (XYZ) -- [TEXT] FOUR MEN WERE [KILLED] WHEN GUNMEN ATTACKED A BUS ON MONDAY.",
        ("2022-03-07", "2022-03-07"),
    ),
    "lines broken at a width": (
        "GUNMEN ATTACKED A BUS\nNEAR LUTSK ON\nMONDAY.  FOUR MEN\nWERE [KILLED]\nAND ONE LIVED.",
        ("2022-03-07", "2022-03-07"),
    ),
    "when a page was printed and changed is no date of harm": (
        "Four men [killed] near Lutsk\n\n"
        + "Sub-heading of some length about the attack on the town. " * 6
        + "\n\nPublished: 11:02, 9 March 2022 | Updated: 14:37, 9 March 2022\n\nThe shells fell on Monday.",
        ("2022-03-07", "2022-03-07"),
    ),
    "the weekday of a dateline": (
        "LUTSK, Wednesday (XYZ) - Four men were [killed], a nurse said. The shells fell on Monday.",
        ("2022-03-07", "2022-03-07"),
    ),
    "the weekday behind a head's date": (
        "March 9, 2022 Wednesday\n\nFour men were [killed]. The shells fell on Monday.",
        ("2022-03-07", "2022-03-07"),
    ),
    "when bodies were handed over": (
        "The army on Wednesday handed over the bodies of 16 men. They had been [killed] in a raid on Monday.",
        ("2022-03-07", "2022-03-07"),
    ),
    "when the two sides blamed each other": (
        "Both sides traded accusations on Wednesday. Four men were [killed]. The shells fell on Monday.",
        ("2022-03-07", "2022-03-07"),
    ),
    "from the evening on which the attack began": (
        "Rebels beat back an assault on Tuesday. The attack opened late on Monday. A medic said 40 men were [killed].",
        ("2022-03-07", "2022-03-08"),
    ),
    "since a clause with a verb": (
        "At least 22 fighters have [died] since the army launched its push into the valley on Saturday.",
        ("2022-03-05", "2022-03-09"),
    ),
    "as many days as the opening says": (
        "Five rebels were [killed] in two days of fighting in the hills. They met the patrol on Monday.",
        ("2022-03-07", "2022-03-08"),
    ),
    "days before the one that is named": (
        "Rebels held the port on Tuesday after three days of battles. Forty men were [killed].",
        ("2022-03-06", "2022-03-08"),
    ),
    "another incident may be of another day": (
        "Two men were shot on Monday.\n\nIn a separate incident, four farmers were [killed] by a mine.",
        None,
    ),
    "days that an and joins": (
        "Gunners shelled the town on Sunday and Monday. The mayor said nine people were [killed].",
        ("2022-03-06", "2022-03-07"),
    ),
    "a count ends on the day it was told": (
        "At least 18 people have [died] since Friday, the army said on Tuesday.",
        ("2022-03-04", "2022-03-08"),
    ),
    "a date that names a brigade": ("Troops entered the camp of the February 17 Brigade and [killed] 20 men.", None),
    "when those who tell of it were on the move": (
        "Residents who escaped on Monday said two men were [killed].",
        None,
    ),
    "when a town changed hands": ("In Holt, which fell to rebels in 2012, two men were [killed].", None),
    "a day that is one figure's alone": (
        "The council said 60 rebels died on Sunday alone.\n\nThe rebels said two men were [killed].",
        None,
    ),
    "so many days of fighting, up to the day after which none is left": (
        "At least 38 people died in two days of fighting. Shots were heard on Wednesday.\n\nA guard was [killed].",
        ("2022-03-08", "2022-03-09"),
    ),
    "a night-long attack that began late": (
        "A fort fell after a night-long attack. Rebels came late on Monday. Ten men were [killed].",
        ("2022-03-07", "2022-03-08"),
    ),
    "a clash of the day before that is over": (
        "Two men were [killed] in a raid, officials said. The clashes broke out on Tuesday near the mill.",
        ("2022-03-08", "2022-03-08"),
    ),
    "a clash of the day before that went on": (
        "Two men were [killed] in a raid. The clashes broke out on Tuesday near the mill and continued at dawn.",
        ("2022-03-08", "2022-03-09"),
    ),
    "since the fighting began, on a day not told": (
        "On Sunday the council had put its losses since the fighting began at 14 [dead].",
        None,
    ),
    "what was done when the time since began": (
        "It was the worst raid since October 2020, when a mine [killed] nine men.",
        ("2020-10-01", "2020-10-31"),
    ),
    "a count since a beginning that is explained": (
        "Hundreds have been [killed] since October 2020, when rebels took the valley.",
        ("2020-10-01", "2022-03-09"),
    ),
    "gone since": ("Two drivers have been [missing] since Monday.", ("2022-03-07", "2022-03-07")),
    "a war that began and has killed": (
        "The war that broke out in 2014 has [killed] thousands.",
        ("2014-01-01", "2022-03-09"),
    ),
    "those who have died in a war that began": (
        "Thousands have [died] in a war that began with independence in 1995.",
        ("1995-01-01", "2022-03-09"),
    ),
    "since a group, told of in an aside, took up arms": (
        "Some 900 have been [killed] since the league, which is banned in two states, took up arms in 1995.",
        ("1995-01-01", "2022-03-09"),
    ),
    "a battle of so many days": (
        "Five rebels were [killed] in a two-day battle in the hills. They met the patrol on Monday.",
        ("2022-03-07", "2022-03-08"),
    ),
    "so many days, where no day is told": (
        "A four-day assault on the town has [killed] a hundred men.",
        ("2022-03-06", "2022-03-09"),
    ),
    "bodies found by a day": (
        "A ferry was shelled on Sunday. Divers had found 31 [bodies] by Tuesday evening.",
        ("2022-03-06", "2022-03-06"),
    ),
    "a toll that a later death raises": (
        "A bomb hit a bus on Sunday. One of the wounded died on Tuesday, [taking the toll to nine].",
        ("2022-03-06", "2022-03-08"),
    ),
    "a later death": (
        "A bomb hit a bus on Sunday. [One of the wounded] died on Tuesday, taking the toll to nine.",
        ("2022-03-08", "2022-03-08"),
    ),
    "the same period": (
        "A shell hit a mill on Monday. The army said 20 men fell between 1 March and 6 March.\n\n"
        "The league said 30 were [killed] over the same period.",
        ("2022-03-01", "2022-03-06"),
    ),
    "when an update was given": (
        "A bomb hit a bus on Sunday. In an update on Tuesday the clinic raised the number of [wounded] to nine.",
        ("2022-03-06", "2022-03-06"),
    ),
    "when a number had been announced": (
        "A bomb hit a bus on Sunday. On Monday it had announced four [dead].",
        ("2022-03-06", "2022-03-06"),
    ),
    "no date at all": ("Two men were [killed].", None),
}


@pytest.mark.parametrize("name", CASES)
def test_window(name: str) -> None:
    marked, expected = CASES[name]
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    found = harm_window(text, start, end, find_dates(text, WEDNESDAY), WEDNESDAY)
    assert (found and tuple(map(str, found))) == expected


def test_relative_dates_give_no_window_without_the_day_of_the_report() -> None:
    text = "Two men were killed on Monday."
    assert harm_window(text, 13, 19, find_dates(text, None), None) is None


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The army said on Friday that two men fell.", "Friday", True),
        ("The army on Friday denied it.", "Friday", True),
        ("Two men fell on Friday, the army said.", "Friday", False),
        ("In a statement on Friday, it named them.", "Friday", True),
        ("Here are reports on Friday's attack.", "Friday", False),
    ],
)
def test_dates_of_statements(text: str, words: str, expected: bool) -> None:
    start = text.index(words)
    assert dates_saying(text, start, start + len(words)) is expected


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.none() | st.dates(), st.integers(0, 60), st.integers(0, 20))
def test_any_offsets_are_answered(text: str, published: date | None, start: int, length: int) -> None:
    found = harm_window(text, start, start + length, find_dates(text, published), published)
    assert found is None or found[0] <= found[1]
