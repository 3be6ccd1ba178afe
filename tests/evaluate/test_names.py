from __future__ import annotations

import pytest

from sayso.evaluate.names import same_name, same_party, same_side


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Armenia Defence Ministry", "the Armenian Ministry of Defense"),
        ("General Ana Belo", "Ana Belo"),
        ("Syrian government", "Syria"),
    ],
)
def test_wording_makes_no_other_party(one: str, other: str) -> None:
    assert same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Syrian army", "Free Syrian Army"), ("Sudan", "South Sudan"), ("the ministry", "Armenian ministry"), ("", "")],
)
def test_another_party_is_another(one: str, other: str) -> None:
    assert not same_name(one, other)


def test_only_the_first_predicted_name_counts() -> None:
    assert same_party(["Ana Belo", "Armenia"], ["Ana Belo", "Azerbaijan"])
    assert not same_party(["Ana Belo", "Armenia"], ["Azerbaijan", "Ana Belo"])


def test_nobody_is_the_same_as_nobody_only() -> None:
    assert same_party([], [])
    assert not same_party([], ["Ana Belo"])


def test_sides_may_have_several_names() -> None:
    assert same_side("Armenia", "Nagorno-Karabakh")
    assert same_side(None, "unknown")
    assert not same_side("Armenia", "Azerbaijan")
