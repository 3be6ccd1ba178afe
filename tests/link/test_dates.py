from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.link.date_readings import NO_REPORT_DAY
from sayso.link.dates import dates_between, find_dateline, find_dates
from sayso.link.mentions import DateMention
from tests.link.date_table import HARDER, ROWS, Row

MONDAY = date(2020, 9, 28)
PIECES = (
    "on Monday", "last", "Sunday", "27", "September", "2020", "since",
    "the", "past", "24 hours", "mid-July", "in", "may", "May",
    "2016", "ago", "two", "days", "overnight", "a day after", "1992-1994",
    "Feb. 30", "31.02.2011", "so far", ",", ".", "\n\n", "the second day",
    "9999", "0001-01-01", "today", "December 31", "99 years ago", "999 months ago", "Easter 2020",
    "\ud800",
)  # fmt: skip


def _bracketed(sentence: str) -> tuple[str, int, int]:
    start, end = sentence.index("["), sentence.rindex("]") - 1
    return re.sub(r"[\[\]]", "", sentence), start, end


def _check(row: Row) -> None:
    published, sentence, first, last = row
    text, start, end = _bracketed(sentence)
    mentions = find_dates(text, date.fromisoformat(published) if published else None)
    found = [m for m in mentions if m.start < end and start < m.end]
    if first == "none":
        assert found == []
    elif not first:
        assert len(found) <= 1
        assert all(m.first is None and m.reason for m in found)
    else:
        assert [(str(m.first), str(m.last)) for m in found] == [(first, last)]


@pytest.mark.parametrize("row", ROWS, ids=[row[1][:60] for row in ROWS])
def test_expression(row: Row) -> None:
    _check(row)


@pytest.mark.parametrize(
    "row", [pytest.param(row, marks=pytest.mark.xfail(reason=why) if why else ()) for row, why in HARDER]
)
def test_harder_expression(row: Row) -> None:
    _check(row)


@pytest.mark.parametrize(
    ("sentence", "date_prec", "time_precision", "running"),
    [
        ("Two men died on Monday.", 1, 1, False),
        ("Two men died overnight.", 2, 2, False),
        ("Two men died last week.", 3, 2, False),
        ("Two men died in August.", 4, 3, False),
        ("Two men died in 2016.", 5, None, False),
        ("Two men died in the past 24 hours.", 2, 2, True),
        ("Two men have died since Sunday.", 2, 2, True),
        ("Two men have died since 1994.", 5, None, True),
    ],
)
def test_precision(sentence: str, date_prec: int, time_precision: int | None, running: bool) -> None:
    (mention,) = find_dates(sentence, MONDAY)
    assert (mention.date_prec, mention.time_precision, mention.open_start) == (date_prec, time_precision, running)


def test_relative_expressions_wait_for_the_day_of_the_report() -> None:
    text = "On Monday, yesterday, last week, three days ago, on 4 May and in the past 24 hours shells fell."
    mentions = find_dates(text, None)
    assert len(mentions) == 6
    assert {m.reason for m in mentions} == {NO_REPORT_DAY}


def test_the_day_before_counts_from_the_day_named_last() -> None:
    text = "The mayor was shot on Thursday. A day earlier, his deputy had been wounded."
    assert [m.first for m in find_dates(text, MONDAY)] == [date(2020, 9, 24), date(2020, 9, 23)]


def test_so_far_runs_from_the_beginning_that_the_report_dates() -> None:
    text = "Fighting broke out on Thursday. So far, six people have died."
    last = find_dates(text, MONDAY)[-1]
    assert (last.first, last.last, last.open_start) == (date(2020, 9, 24), MONDAY, True)


def test_so_far_stays_open_without_a_beginning() -> None:
    (mention,) = find_dates("So far, six people have died.", MONDAY)
    assert mention.first is None
    assert mention.reason


def test_dates_between_takes_whole_mentions_only() -> None:
    text = "On Sunday it rained. On Monday it snowed."
    mentions = find_dates(text, MONDAY)
    assert [text[m.start : m.end] for m in dates_between(mentions, 20, len(text))] == ["Monday"]
    assert dates_between(mentions, 0, 5) == ()


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("GUATEMALA CITY, 4 FEB 90 (ACAN-EFE) -- Two men were shot.", date(1990, 2, 4)),
        ("SAN SALVADOR, 8 Jan 90 -- [Text] Two men were shot.", date(1990, 1, 8)),
        ("Friday, July 21, 2017\n\nTwo men were shot.", date(2017, 7, 21)),
        ("Two shot in market\n\nBy A Reporter\nMarch 3, 2015 10:15 GMT\n\nTwo men were shot.", date(2015, 3, 3)),
        ("KYIV, March 9, 2022 (Agency) - Two men were shot.", date(2022, 3, 9)),
        ("Date of publication 21 September 2016 Two men were shot.", date(2016, 9, 21)),
        ("Two shot\nUpdated 12:00, 3 May 2011\n\nTwo men were shot.", date(2011, 5, 3)),
        ("24.08.2013 Two men were shot.", date(2013, 8, 24)),
        ("BAKU, September 28 - Two men were shot.", None),
        ("On July 4, 2016, two men were shot.", None),
        ("Two shot\nJuly 4, 2016, was a bloody day.", None),
        ("03/05/2011\nTwo men were shot.", None),
        ("Two men were shot.", None),
        ("", None),
    ],
)
def test_dateline(head: str, expected: date | None) -> None:
    assert find_dateline(head) == expected


def _in_order(mentions: tuple[DateMention, ...], text: str) -> bool:
    ends = [0, *(m.end for m in mentions)]
    return all(end <= m.start < m.end <= len(text) for end, m in zip(ends, mentions, strict=False))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join), st.none() | st.dates())
def test_any_words_give_mentions_in_order(text: str, published: date | None) -> None:
    mentions = find_dates(text, published)
    assert _in_order(mentions, text)
    assert all((m.first is None) == bool(m.reason) for m in mentions)
    assert all(m.first is None or (m.last is not None and m.first <= m.last) for m in mentions)
    find_dateline(text)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=80), st.none() | st.dates())
def test_any_text_is_read(text: str, published: date | None) -> None:
    assert _in_order(find_dates(text, published), text)
