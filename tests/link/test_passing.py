from __future__ import annotations

import pytest

from sayso.link.passing import borders_or_talks, named_in_passing


@pytest.mark.parametrize(
    ("words", "passing", "border"),
    [
        ("Two camps near the border with Norland", True, True),
        ("a truce agreed in Norland", True, True),
        ("to sign a peace accord in the southern town of Norland", True, True),
        ("40 kilometres south of Norland", True, False),
        ("a farmer born in Norland", True, False),
        ("shells fell on a market in Norland", False, False),
    ],
)
def test_what_is_named_in_passing(words: str, passing: bool, border: bool) -> None:
    at = words.index("Norland")
    assert (named_in_passing(words, at), borders_or_talks(words, at)) == (passing, border)


def test_a_border_may_stand_behind_the_country() -> None:
    words = "Two camps near the Norland border"
    at = words.index("Norland")
    assert borders_or_talks(words, at, at + len("Norland"))
    assert not borders_or_talks(words, at)
    assert borders_or_talks("Karsk borders Norland", len("Karsk borders "))
