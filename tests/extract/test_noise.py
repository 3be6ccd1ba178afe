from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.noise import find_noise


def noise(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(text[n.start : n.end], n.reason) for n in find_noise(text, title)]


def test_removed_embeds() -> None:
    assert noise("One.\n\n(embedded content removed)\n\nTwo.") == [
        ("(embedded content removed)", "embedded content removed")
    ]


def test_a_headline_printed_again_with_its_breadcrumb() -> None:
    text = "Snow closes the northern pass\n\nSnow fell all night.\n\nHomeNewsSnow closes the northern pass"
    assert noise(text) == [("HomeNewsSnow closes the northern pass", "headline printed again")]


def test_the_title_printed_twice_in_the_text_is_noise_once() -> None:
    text = "By a reporter\nSnow closes the northern pass\nSnow fell.\nSnow closes the northern pass"
    assert [words for words, _ in noise(text, "Snow closes the northern pass")] == ["Snow closes the northern pass"]


def test_navigation_lines() -> None:
    assert noise("Prose.\nAdvertisement\nMore prose.\nShare on Facebook\n") == [
        ("Advertisement", "navigation"),
        ("Share on Facebook", "navigation"),
    ]


def test_a_sentence_that_repeats_headline_words_is_prose() -> None:
    again = "Snow closes the northern pass every winter, and this year it came early, the mayor told the local paper."
    text = f"Snow closes the northern pass\n\n{again}"
    assert noise(text) == []


@given(st.text(max_size=300), st.none() | st.text(max_size=60))
def test_noise_is_ordered_and_inside(text: str, title: str | None) -> None:
    found = find_noise(text, title)
    assert all(0 <= n.start < n.end <= len(text) for n in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
