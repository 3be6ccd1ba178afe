"""What words are about, and what they share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.matter import Matter


@pytest.mark.parametrize(
    ("denied", "told"),
    [
        ("using gas", "a family suffocated from chlorine"),
        ("that rebels had hit the school", "a rocket struck a primary school"),
        ("having shelled homes in the port", "shells fell on houses"),
        ("that it had bombed the market", "the market was bombed at noon"),
    ],
)
def test_words_of_one_matter_share_something(denied: str, told: str) -> None:
    assert Matter.of(denied).shared(Matter.of(told)) > 0


@pytest.mark.parametrize("told", ["14 patients were brought in", "it had lost three men"])
def test_other_matters_share_nothing(told: str) -> None:
    assert Matter.of("using gas").shared(Matter.of(told)) == 0


@pytest.mark.parametrize("denied", ["any role", "this", "the accusation", ""])
def test_words_that_only_point_tell_of_nothing(denied: str) -> None:
    assert Matter.of(denied).shared(Matter.of("the guard had fired in the accusation")) == 0


@given(st.text(max_size=60), st.text(max_size=60))
def test_what_is_shared_is_shared_both_ways(one: str, other: str) -> None:
    assert Matter.of(one).shared(Matter.of(other)) == Matter.of(other).shared(Matter.of(one)) >= 0
