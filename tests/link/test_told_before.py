"""Which of several things told a denial answers, by its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.told_before import Told, most_alike


@pytest.mark.parametrize(
    ("denied", "told", "answered"),
    [
        ("using gas", ["14 patients were brought in", "a family suffocated from chlorine"], 1),
        ("that rebels had hit the school", ["a teacher died there", "a rocket struck a primary school"], 1),
        ("having shelled homes in the port", ["it killed 70 fighters", "shells fell on houses"], 1),
        ("that it had bombed the market", ["the market was bombed at noon", "the market was bombed and burned"], 0),
        ("any role", ["a blast killed nine", "the guard had fired"], None),
        ("this", ["the guard had fired"], None),
        ("crossing the river", [], None),
    ],
)
def test_words_choose_the_teller(denied: str, told: list[str], answered: int | None) -> None:
    assert most_alike(denied, [Told(words) for words in told]) == answered


def test_naming_the_denier_chooses_where_the_words_of_a_denial_do_not() -> None:
    told = [Told("nine bodies were counted"), Told("the front's men gunned down seven", names_denier=True)]
    assert most_alike("any hand in the killings", told) == 1


@given(st.text(max_size=60), st.lists(st.text(max_size=60).map(Told), max_size=5))
def test_what_is_answered_is_one_of_those_told(denied: str, told: list[Told]) -> None:
    answered = most_alike(denied, told)
    assert answered is None or 0 <= answered < len(told)
