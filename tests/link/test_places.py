from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.link.mentions import PlaceMention
from sayso.link.place_names import name_key
from sayso.link.places import PlaceContext, dossier_places, find_places
from tests.link.place_table import HARDER, ROWS, Row

PIECES = (
    "in", "near", "the town of", "Terter", "district", "Karabakh", "Paris",
    "President", "Idlib", "province", "Syrias", "al-Bab", "of", "Line of Control",
    "San Miguel", ",", ".", "\n", "BAKU/YEREVAN", "Sri Lankan", "village of Nowhereton",
    "lower", "Shabelle", "'", "’s", "-", "Nagorno", "\ud800",
    "north of", "Ali", "Ḩalab", "Тертер",
)  # fmt: skip


def _found(countries: str, sentence: str) -> tuple[str, list[PlaceMention]]:
    start, end = sentence.index("["), sentence.index("]") - 1
    text = sentence.replace("[", "").replace("]", "")
    context = PlaceContext(countries=frozenset(countries.split()))
    return text, [m for m in find_places(text, context) if m.start < end and start < m.end]


def _check(row: Row) -> None:
    countries, sentence, expected = row
    _, found = _found(countries, sentence)
    if expected == "none":
        assert found == []
        return
    (mention,) = found
    if expected == "?":
        assert mention.place is None
        assert mention.reason
        return
    assert mention.place is not None
    assert f"{mention.place.country or '--'} {mention.place.kind}" == expected


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[0]} {row[1]}"[:60] for row in ROWS])
def test_name(row: Row) -> None:
    _check(row)


@pytest.mark.parametrize(
    "row", [pytest.param(row, marks=pytest.mark.xfail(reason=why) if why else ()) for row, why in HARDER]
)
def test_harder_name(row: Row) -> None:
    _check(row)


@pytest.mark.parametrize(
    ("countries", "sentence", "where_prec", "geo_precision"),
    [
        ("SY", "Shells fell in [Idlib].", 1, 1),
        ("SY", "Shells fell near [Idlib].", 2, 2),
        ("AZ", "Shells fell in [Terter] district.", 3, 2),
        ("SY", "Shells fell in [Idlib] province.", 4, 3),
        ("AZ", "Shells fell on [Murovdag].", 5, 2),
        ("IN", "Shells fell along the [Line of Control].", 5, 3),
        ("SY", "Shells fell in [Syria].", 6, None),
        ("YE", "A ship burned in the [Red Sea].", 7, None),
    ],
)
def test_precision(countries: str, sentence: str, where_prec: int, geo_precision: int | None) -> None:
    _, (mention,) = _found(countries, sentence)
    assert mention.place is not None
    assert (mention.place.where_prec, mention.place.geo_precision) == (where_prec, geo_precision)


@pytest.mark.parametrize(
    ("one", "other"), [("Stepanakert", "Khankendi"), ("Shushi", "Shusha"), ("Artsakh", "Nagorno-Karabakh")]
)
def test_contested_places_are_one_place_with_all_names(one: str, other: str) -> None:
    places = [_found("AZ", f"Shells fell on [{name}].")[1][0].place for name in (one, other)]
    assert places[0] == places[1]
    assert places[0] is not None
    assert {one, other} <= set(places[0].names)
    assert places[0].name == " / ".join(sorted(places[0].name.split(" / ")))


def test_the_district_is_not_its_town() -> None:
    town = _found("AZ", "Shells fell on the town of [Fizuli].")[1][0].place
    district = _found("AZ", "Shells fell on [Fizuli] district.")[1][0].place
    assert town is not None
    assert district is not None
    assert town.id != district.id


def test_a_dossier_decides_between_namesakes_and_adds_names() -> None:
    text = "A bomb went off in San Miguel."
    assert find_places(text, PlaceContext())[0].place is None
    given_names = dossier_places([(("Chaparrastique", "San Miguel"), "town", None)])
    context = PlaceContext(countries=frozenset({"SV"}), dossier_places=given_names)
    (mention,) = find_places(text, context)
    assert mention.place is not None
    assert mention.place.country == "SV"
    assert "Chaparrastique" in mention.place.names


def test_a_state_named_in_the_report_decides_between_namesakes() -> None:
    text = "Honduras sent troops to the border. A bomb went off in Choluteca."
    last = find_places(text, PlaceContext())[-1]
    assert last.place is not None
    assert last.place.country == "HN"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rebels Kill 14 Troops in Velmora Morning Attack\n\nRebels struck a post.", []),
        ("Rebels kill 14 troops in Velmora Tarn\n\nRebels struck a post.", ["Velmora Tarn"]),
    ],
)
def test_capitals_of_a_headline_that_has_them_throughout_tell_no_unknown_name(text: str, names: list[str]) -> None:
    found = find_places(text, PlaceContext(countries=frozenset()))
    assert [text[m.start : m.end] for m in found] == names


def test_a_name_once_told_to_be_a_place_is_one_everywhere() -> None:
    text = "Shells hit the village of Nowhereton. Nowhereton burned for days."
    assert [m.start for m in find_places(text, PlaceContext())] == [text.index("Now"), text.rindex("Now")]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=10).map(" ".join))
def test_any_words_give_mentions_in_order(text: str) -> None:
    mentions = find_places(text, PlaceContext())
    ends = [0, *(m.end for m in mentions)]
    assert all(end <= m.start < m.end <= len(text) for end, m in zip(ends, mentions, strict=False))
    assert all((m.place is None) == bool(m.reason) for m in mentions)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    find_places(text, PlaceContext())


@pytest.mark.parametrize(
    ("one", "other"), [("Tərtər", "tartar"), ("Deir ez-Zor", "DEIR EZ ZOR"), ("Sa’dah", "Sadah"), ("Füzuli", "Fuzuli")]
)
def test_spellings_of_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)
