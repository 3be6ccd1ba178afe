from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.link.places import PlaceContext, find_places, harm_place

CASES = {
    "in the same clause": ("IQ", "Two nurses were [killed] in Mosul on Monday.", "Mosul"),
    "before the figure": ("IQ", "In Mosul, two nurses were [killed].", "Mosul"),
    "a list of town, province": ("SY", "Ten people were [killed] in Douma, Syria.", "Douma"),
    "the town rather than the country": ("IQ", "A bomb in Kirkuk in northern Iraq [killed] six.", "Kirkuk"),
    "not where the speaker is": (
        "SY",
        "Shells fell on Douma. An official in Damascus said two men were [killed].",
        "Douma",
    ),
    "not where the victims came from": ("SY", "Two men from Homs were [killed] in Douma.", "Douma"),
    "not the place that distances are measured from": (
        "PH",
        "Six men [died] in New Corella, some 930 kilometres southeast of Manila.",
        "New Corella",
    ),
    "not the dateline": ("IQ", "BAGHDAD - Two nurses were [killed] in Mosul.", "Mosul"),
    "the lead's where the sentence has none": (
        "IQ",
        "A truck bomb exploded in Mosul on Monday.\n\nIt was noon. Six people were [killed].",
        "Mosul",
    ),
    "the sentence before rather than the lead": (
        "SY",
        "A bomb exploded in Homs.\n\nA raid on Douma destroyed a school. Six people were [killed].",
        "Douma",
    ),
    "the direction belongs to it": ("IQ", "Nine soldiers were [killed] in northern Iraq.", "northern Iraq"),
    "a front line": ("IN", "Two soldiers were [killed] on the Line of Control.", "Line of Control"),
    "a place that is in no list": ("SO", "Six soldiers were [killed] at the Bur Xabbad base.", "Bur Xabbad"),
    "none": ("SO", "Six soldiers were [killed].", None),
}


@pytest.mark.parametrize("name", CASES)
def test_place(name: str) -> None:
    countries, marked, expected = CASES[name]
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    found = harm_place(text, start, end, find_places(text, PlaceContext(countries=frozenset(countries.split()))))
    assert (text[found.start : found.end] if found else None) == expected


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=40), st.integers(0, 40), st.integers(0, 20))
def test_any_offsets_are_answered(text: str, start: int, length: int) -> None:
    text += " in Mosul near Kirkuk"
    found = harm_place(text, start, start + length, find_places(text, PlaceContext()))
    assert found is None or 0 <= found.start < found.end <= len(text)
