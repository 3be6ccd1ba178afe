"""What the words around a figure say of its extent."""

from __future__ import annotations

import pytest

from sayso.reconcile.near import Page
from sayso.reconcile.relations_setting import Setting, part_and_whole, places_apart
from tests.factory import a_casualty, a_document

FLAGS = ("partial", "among", "received", "of_the_dead", "several", "only", "of_the_event", "own_deed", "of_a_family")


def the_setting(text: str, words: str) -> Setting:
    document = a_document(text)
    return Setting(Page(document), a_casualty(document, words, value={"low": 5, "high": 5, "place": None}))


@pytest.mark.parametrize(
    ("text", "words", "field"),
    [
        ("In Aldra alone five people died, the guard said.", "five people died", "partial"),
        ("Five people died on the spot.", "Five people died", "partial"),
        ("Five of the dead were farmers.", "Five of the dead", "partial"),
        ("The blast killed 20 people, including five children.", "five children", "among"),
        ("Raids on three villages killed 20 people.", "killed 20 people", "several"),
        ("The guard said only five men had died.", "five men had died", "only"),
        ("The front said that the strikes had caused no casualties.", "no casualties", "of_the_event"),
        ("The front said it had killed 20 guards.", "killed 20 guards", "own_deed"),
        ("They shot five men in front of us, he said.", "shot five men", "partial"),
        ("The clinic said it had received five bodies.", "five bodies", "received"),
        ("Five guards were among the dead.", "Five guards", "of_the_dead"),
        ("She said five of her neighbours had died.", "five of her neighbours", "of_a_family"),
        ("A family of five was killed at home.", "A family of five was killed", "of_a_family"),
        ("Five of the men were identified by relatives.", "Five of the men", "partial"),
    ],
)
def test_words_that_tell_the_extent(text: str, words: str, field: str) -> None:
    setting = the_setting(text, words)
    assert {name for name in FLAGS if getattr(setting, name)} == {field}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Separately, a mine killed five guards, the guard said.", True),
        ("A separate air strike on the harbour killed five guards.", True),
        ("Elsewhere in Aldra, five guards died.", True),
        ("In another attack five guards died.", True),
        ("In the nearby town of Berovo five guards died.", True),
        ("In a separate statement the front said that five guards died.", False),
        ("Another official said that five guards died.", False),
        ("The guard spoke separately of five guards.", False),
        ("The town is near Berovo; five guards died.", False),
    ],
)
def test_sentences_that_turn_to_another_event(text: str, told: bool) -> None:
    assert the_setting(text, "five guards").elsewhere is told


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("It lost five guards in fighting with the Aldra Front.", None),
        ("It lost five guards in a raid by the Front.", None),
        ("It lost five guards in the town of Aldra.", "aldra"),
    ],
)
def test_whom_somebody_fought_is_no_place(text: str, place: str | None) -> None:
    assert the_setting(text, "five guards").place == place


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Five guards died, two of them women.", "Five guards died"),
        ("Five people died there, he said, and all of them were fighters.", "Five people died"),
        ("Five of our men fell, among them a private first class.", "men fell"),
        ("A captain, who declined to be identified, said five men died.", "five men died"),
        ("A man who identified himself as Bero said five men died.", "five men died"),
    ],
)
def test_words_of_another_part_tell_nothing_of_a_figure(text: str, words: str) -> None:
    assert not the_setting(text, words).partial


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("In Aldra, five people died, the guard said.", "five people died", "aldra"),
        ("The guard said that five people died near the town of Aldra.", "five people died", "aldra"),
        ("In Aldra, the guard said that five people died.", "five people died", None),
        ("In Aldra, a spokesman for the front put the number of dead at five.", "dead at five", None),
        ("The guard said that five people died in January.", "five people died", None),
        ("Five people died, the guard said in Aldra.", "Five people died", None),
    ],
)
def test_the_place_of_the_sentence_itself(text: str, words: str, place: str | None) -> None:
    assert the_setting(text, words).place == place


def test_places_apart_only_where_both_are_told() -> None:
    one, unplaced = (the_setting(f"{start}ive people died.", "ive people died") for start in ("In Aldra, f", "F"))
    assert places_apart(one, the_setting("In Berovo, five people died.", "five people died"))
    assert not places_apart(one, the_setting("In Aldra District, five people died.", "five people died"))
    assert not places_apart(one, unplaced)


def test_children_among_the_dead_are_a_part_of_them_and_another_count_of_the_children() -> None:
    whole = the_setting("The blast killed 20 people.", "killed 20 people")
    children = the_setting("The blast killed 20 people, including five children.", "five children")
    assert part_and_whole(children, whole, one_subgroup=False)
    assert not part_and_whole(children, whole, one_subgroup=True)
