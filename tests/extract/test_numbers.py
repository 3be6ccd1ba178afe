"""The number grammar: a table of expressions with what a careful reader reads in them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.numbers import Number, find_numbers

#: expression -> (the words taken, low, high, modality) of its only count; expectations written before the first run.
COUNTS: tuple[tuple[str, str, int | None, int | None, str], ...] = (
    ("31 fighters", "31", 31, 31, "exact"),
    ("last week 48 migrants", "48", 48, 48, "exact"),
    ("at the camp 12 people", "12", 12, 12, "exact"),
    ("left 2000 dead", "2000", 2000, 2000, "exact"),
    ("one man", "one", 1, 1, "exact"),
    ("two men", "two", 2, 2, "exact"),
    ("nineteen men", "nineteen", 19, 19, "exact"),
    ("twenty men", "twenty", 20, 20, "exact"),
    ("twenty-one men", "twenty-one", 21, 21, "exact"),
    ("twenty one men", "twenty one", 21, 21, "exact"),
    ("Ninety-nine men", "Ninety-nine", 99, 99, "exact"),
    ("a hundred men", "a hundred", 100, 100, "exact"),
    ("one hundred men", "one hundred", 100, 100, "exact"),
    ("a hundred and twelve men", "a hundred and twelve", 112, 112, "exact"),
    ("one hundred twelve men", "one hundred twelve", 112, 112, "exact"),
    ("one hundred and two men", "one hundred and two", 102, 102, "exact"),
    ("two hundred men", "two hundred", 200, 200, "exact"),
    ("three hundred and forty-five men", "three hundred and forty-five", 345, 345, "exact"),
    ("a thousand men", "a thousand", 1000, 1000, "exact"),
    ("two thousand five hundred men", "two thousand five hundred", 2500, 2500, "exact"),
    ("five hundred thousand men", "five hundred thousand", 500000, 500000, "exact"),
    ("a million people", "a million", 1000000, 1000000, "exact"),
    ("two million people", "two million", 2000000, 2000000, "exact"),
    ("half a million people", "half a million", 500000, 500000, "exact"),
    ("1.5million people", "1.5million", 1500000, 1500000, "exact"),
    ("1.5 million people", "1.5 million", 1500000, 1500000, "exact"),
    ("2.8 million people", "2.8 million", 2800000, 2800000, "exact"),
    ("30 thousand people", "30 thousand", 30000, 30000, "exact"),
    ("3 hundred people", "3 hundred", 300, 300, "exact"),
    ("18,000 people", "18,000", 18000, 18000, "exact"),
    ("1,234,567 people", "1,234,567", 1234567, 1234567, "exact"),
    ("1,80,000 people", "1,80,000", 180000, 180000, "exact"),
    ("4200 people", "4200", 4200, 4200, "exact"),
    ("300000 people", "300000", 300000, 300000, "exact"),
    ("30 000 people", "30 000", 30000, 30000, "exact"),
    ("two lakh people", "two lakh", 200000, 200000, "exact"),
    ("a dozen men", "a dozen", 12, 12, "exact"),
    ("two dozen men", "two dozen", 24, 24, "exact"),
    ("three dozen", "three dozen", 36, 36, "exact"),
    ("half a dozen men", "half a dozen", 6, 6, "exact"),
    ("half-a-dozen men", "half-a-dozen", 6, 6, "exact"),
    ("a couple of men", "a couple", 2, 2, "exact"),
    ("a pair of brothers", "a pair", 2, 2, "exact"),
    ("a total of 26 civilians", "a total of 26", 26, 26, "exact"),
    ("only 16 dead", "only 16", 16, 16, "exact"),
    ("just three men", "just three", 3, 3, "exact"),
    ("exactly 7 men", "exactly 7", 7, 7, "exact"),
    ("all 107 passengers", "all 107", 107, 107, "exact"),
    ("another 26 men", "another 26", 26, 26, "exact"),
    ("a further eight men", "a further eight", 8, 8, "exact"),
    ("an additional 12 men", "an additional 12", 12, 12, "exact"),
    ("27 more deaths", "27 more", 27, 27, "exact"),
    ("at least 42", "at least 42", 42, None, "at_least"),
    ("At least eleven servicemen", "At least eleven", 11, None, "at_least"),
    ("at least a dozen men", "at least a dozen", 12, None, "at_least"),
    ("more than 100 men", "more than 100", 100, None, "at_least"),
    ("more than a hundred men", "more than a hundred", 100, None, "at_least"),
    ("more than 2000 people", "more than 2000", 2000, None, "at_least"),
    ("over 70 men", "over 70", 70, None, "at_least"),
    ("well over 70 men", "well over 70", 70, None, "at_least"),
    ("just over 70 men", "just over 70", 70, None, "at_least"),
    ("no fewer than 30 men", "no fewer than 30", 30, None, "at_least"),
    ("no less than 30 men", "no less than 30", 30, None, "at_least"),
    ("not less than 30 men", "not less than 30", 30, None, "at_least"),
    ("upwards of 40 men", "upwards of 40", 40, None, "at_least"),
    ("in excess of 40 men", "in excess of 40", 40, None, "at_least"),
    ("a minimum of 40 men", "a minimum of 40", 40, None, "at_least"),
    ("20 or more men", "20 or more", 20, None, "at_least"),
    ("2014 and more than 20 men", "more than 20", 20, None, "at_least"),
    ("20+ men", "20+", 20, None, "at_least"),
    ("20-plus men", "20-plus", 20, None, "at_least"),
    ("20 plus men", "20 plus", 20, None, "at_least"),
    ("at least another 26 men", "at least another 26", 26, None, "at_least"),
    ("a total of at least 42 men", "a total of at least 42", 42, None, "at_least"),
    ("up to 20 men", "up to 20", None, 20, "at_most"),
    ("as many as 20 men", "as many as 20", None, 20, "at_most"),
    ("As many as 230,000 people", "As many as 230,000", None, 230000, "at_most"),
    ("no more than 20 men", "no more than 20", None, 20, "at_most"),
    ("not more than 20 men", "not more than 20", None, 20, "at_most"),
    ("at most 20 men", "at most 20", None, 20, "at_most"),
    ("fewer than 20 men", "fewer than 20", None, 20, "at_most"),
    ("less than 20 men", "less than 20", None, 20, "at_most"),
    ("a maximum of 20 men", "a maximum of 20", None, 20, "at_most"),
    ("about 20 men", "about 20", 20, 20, "about"),
    ("around 40 men", "around 40", 40, 40, "about"),
    ("some 20 men", "some 20", 20, 20, "about"),
    ("some 30,000 people", "some 30,000", 30000, 30000, "about"),
    ("nearly 90 men", "nearly 90", 90, 90, "about"),
    ("almost 90 men", "almost 90", 90, 90, "about"),
    ("close to 90 men", "close to 90", 90, 90, "about"),
    ("approximately 90 men", "approximately 90", 90, 90, "about"),
    ("roughly 90 men", "roughly 90", 90, 90, "about"),
    ("an estimated 90 men", "an estimated 90", 90, 90, "about"),
    ("a dozen or so men", "a dozen or so", 12, 12, "about"),
    ("20 or so men", "20 or so", 20, 20, "about"),
    ("20-odd men", "20-odd", 20, 20, "about"),
    ("around a dozen men", "around a dozen", 12, 12, "about"),
    ("10 to 15 men", "10 to 15", 10, 15, "range"),
    ("10-15 men", "10-15", 10, 15, "range"),
    ("10–15 men", "10–15", 10, 15, "range"),
    ("10 - 15 men", "10 - 15", 10, 15, "range"),
    ("ten to fifteen men", "ten to fifteen", 10, 15, "range"),
    ("between 10 and 15 men", "between 10 and 15", 10, 15, "range"),
    ("between ten and fifteen men", "between ten and fifteen", 10, 15, "range"),
    ("two or three men", "two or three", 2, 3, "range"),
    ("some 10 to 15 men", "some 10 to 15", 10, 15, "range"),
    ("20 to 30 thousand men", "20 to 30 thousand", 20000, 30000, "range"),
    ("dozens of men", "dozens", None, None, "vague"),
    ("scores of men", "scores", None, None, "vague"),
    ("hundreds of men", "hundreds", None, None, "vague"),
    ("thousands of men", "thousands", None, None, "vague"),
    ("tens of thousands of men", "tens of thousands", None, None, "vague"),
    ("hundreds of thousands of men", "hundreds of thousands", None, None, "vague"),
    ("several men", "several", None, None, "vague"),
    ("several hundred men", "several hundred", None, None, "vague"),
    ("several dozen men", "several dozen", None, None, "vague"),
    ("a few men", "a few", None, None, "vague"),
    ("a few dozen men", "a few dozen", None, None, "vague"),
    ("many men", "many", None, None, "vague"),
    ("numerous men", "numerous", None, None, "vague"),
    ("some men", "some", None, None, "vague"),
    ("a number of men", "a number", None, None, "vague"),
    ("an unknown number of men", "an unknown number", None, None, "vague"),
    ("a handful of men", "a handful", None, None, "vague"),
    ("dozens more", "dozens more", None, None, "vague"),
    ("no casualties", "no", 0, 0, "exact"),
    ("none of the men", "none", 0, 0, "exact"),
    ("no one was hurt", "no one", 0, 0, "exact"),
    ("nobody was hurt", "nobody", 0, 0, "exact"),
    ("not a single soldier", "not a single", 0, 0, "exact"),
    ("zero losses", "zero", 0, 0, "exact"),
    ("two each from the army", "two", 2, 2, "exact"),
    ("12 out of 19 sailors", "12", 12, 12, "exact"),
    ("the three men", "three", 3, 3, "exact"),
    ("600+ men", "600+", 600, None, "at_least"),
    ("THREE HUNDRED MEN", "THREE HUNDRED", 300, 300, "exact"),
    ("Some 4,200 people", "Some 4,200", 4200, 4200, "about"),
)

#: expression -> kind of its first number.
KINDS: tuple[tuple[str, str], ...] = (
    ("85% of the houses", "percent"),
    ("85 percent of the houses", "percent"),
    ("85 per cent of the houses", "percent"),
    ("up to 40 percent", "percent"),
    ("$3 million", "money"),
    ("€20", "money"),
    ("3 million dollars", "money"),
    ("500 rupees", "money"),
    ("12 kilometres", "measure"),
    ("12 km", "measure"),
    ("137 miles", "measure"),
    ("500-pound bomb", "label"),
    ("12 tonnes", "measure"),
    ("40 square miles", "measure"),
    ("three hours", "duration"),
    ("three-hour battle", "duration"),
    ("two straight days", "duration"),
    ("the past 24 hours", "duration"),
    ("several weeks", "duration"),
    ("September 27, the army", "date"),
    ("27 September", "date"),
    ("on Feb. 13", "date"),
    ("FEB 90 the army", "date"),
    ("on 27 of September", "date"),
    ("in 2016 the army", "date"),
    ("since 2013.", "date"),
    ("the 27th day", "ordinal"),
    ("the 88th battalion", "ordinal"),
    ("7:45 p.m.", "time"),
    ("06:00", "time"),
    ("7 p.m.", "time"),
    ("a 55-year-old man", "age"),
    ("aged 12", "age"),
    ("under the age of 10", "age"),
    ("children aged between 4 and 9", "age"),
    ("Ali Hassan, 34, was", "age"),
    ("34 years old", "age"),
    ("the injured were Mira Velen, 24.", "age"),
    ("F-16 jets", "label"),
    ("Mi-24 helicopter", "label"),
    ("T72 tanks", "label"),
    ("Article 5", "label"),
    ("Resolution 1701", "label"),
    ("9/11", "label"),
    ("a 30-strong patrol", "label"),
    ("No. 5", "label"),
    ("one in five people", "share"),
    ("three times", "share"),
)

KNOWN_FAULTS: dict[str, str] = {}


def counts(text: str) -> list[Number]:
    return [number for number in find_numbers(text) if number.kind == "count"]


@pytest.mark.parametrize(("text", "words", "low", "high", "modality"), COUNTS, ids=[row[0] for row in COUNTS])
def test_count(text: str, words: str, low: int | None, high: int | None, modality: str) -> None:
    first = counts(text)[0]
    assert (text[first.start : first.end], first.low, first.high, first.modality) == (words, low, high, modality)


@pytest.mark.parametrize(("text", "kind"), KINDS, ids=[row[0] for row in KINDS])
def test_kind(text: str, kind: str) -> None:
    assert find_numbers(text)[0].kind == kind


def test_every_age_of_a_list_is_one() -> None:
    kinds = [number.kind for number in find_numbers("Two boys aged 9 and 12, and girls aged 3, 5 and 9")]
    assert kinds == ["count", "age", "age", "age", "age", "age"]


@pytest.mark.parametrize("text", ["another 26 men", "26 more men", "a further 26", "an additional 26"])
def test_number_on_top_of_an_earlier_one(text: str) -> None:
    assert find_numbers(text)[0].added


def test_rise_from_one_figure_to_another_is_no_range() -> None:
    assert [number.low for number in find_numbers("The toll rose from 31 to 35.")] == [31, 35]


def test_a_year_before_the_figure_that_a_toll_reached_is_no_range() -> None:
    assert [number.low for number in counts("its losses since May 2022 to 1,120")] == [1120]


def test_a_line_break_joins_nothing() -> None:
    assert [number.low for number in counts("were killed, and\nfive people")] == [5]


def test_core_is_the_number_without_its_qualifiers() -> None:
    text = "at least another 26 people"
    number = find_numbers(text)[0]
    assert text[number.core_start : number.core_end] == "26"


@pytest.mark.parametrize("text", ["no longer", "The patrol moved on.", "a soldier", "some 20"[:4] + "thing", ""])
def test_no_count(text: str) -> None:
    assert not counts(text)


@given(st.text(max_size=200))
def test_any_text_is_read_without_overlaps(text: str) -> None:
    numbers = find_numbers(text)
    assert all(0 <= n.start <= n.core_start < n.core_end <= n.end <= len(text) for n in numbers)
    assert all(one.end <= two.start for one, two in pairwise(numbers))


@given(st.integers(min_value=1, max_value=10**9))
def test_figures_are_read_as_written(value: int) -> None:
    assert [n.low for n in counts(f"They counted {value:,} people.")] == [value]
