from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.source_words import head_of, read_source


@pytest.mark.parametrize(
    ("words", "shape", "name", "role"),
    [
        ("Mira Holt", "person", "Mira Holt", None),
        ("President Mira Holt", "person", "Mira Holt", "President"),
        ("Hollis Institute expert Mira Holt", "person", "Mira Holt", "Hollis Institute expert"),
        ("Mira Holt, aide to the president,", "person", "Mira Holt", "aide to the president"),
        (
            "Mira Holt, the spokesperson of the Interior Ministry",
            "person",
            "Mira Holt",
            "spokesperson of the Interior Ministry",
        ),
        ("A military officer, Col. Mira Holt,", "person", "Mira Holt", "military officer"),
        ("regional commander Lt. Gen. Odo Marent", "person", "Odo Marent", "regional commander Lt. Gen."),
        (
            "Mira Holt deputy director at the Hollis Institute",
            "person",
            "Mira Holt",
            "deputy director at the Hollis Institute",
        ),
        ("The head of the Army Odo Marent", "person", "Odo Marent", "head of the Army"),
        ("Joost van Harl", "person", "Joost van Harl", None),
        ("the Interior Ministry", "body", "Interior Ministry", None),
        ("the ministry's statement on Monday", "body", "ministry", None),
        ("The army's war bulletin", "body", "army", None),
        ("the authorities' preliminary report", "body", "authorities", None),
        ("the Hollis Institute report issued on 3 March", "body", "Hollis Institute", None),
        ("The guerrilla communique", "people", None, None),
        ("The guerrillas' message", "people", None, None),
        ("a statement of the Hollis Institute", "body", "Hollis Institute", None),
        ("A report by the Hollis Institute", "body", "Hollis Institute", None),
        ("the Observatory which could not confirm it", "body", "Observatory", None),
        ("the expert", "role", None, "expert"),
        ("a diplomat who asked not to be named", "role", None, "diplomat"),
        ("A newspaper, the Daily Banner,", "body", "Daily Banner", None),
        ("An army statement read on state television", "body", "army", None),
        ("the minister, Ada Lorne, and her deputy, Teo Brandvik,", "several", None, None),
        ("Both the army and the rebels", "several", None, None),
        ("Mr Ostin", "person", "Ostin", None),
        ("WHO", "body", "WHO", None),
        ("On Tuesday the Hollis Institute", "body", "Hollis Institute", None),
        ("contradicting", "nobody", None, None),
        ("health officials", "people", None, None),
        ("U.S. officials at the time", "people", None, None),
        ("a video posted online", "document", None, None),
        ("he", "pronoun", None, None),
        ("who", "relative", None, None),
        ("Both sides", "several", None, None),
        ("Ministry spokesman Nabil al-Holt", "person", "Nabil al-Holt", "Ministry spokesman"),
        ("Jaish al-Holt", "body", "Jaish al-Holt", None),
        (
            "Colonel Ada Lorne of the army's press team",
            "person",
            "Ada Lorne",
            "Colonel of the army's press team",
        ),
        ("Police chief Ada Lorne of Karsk", "person", "Ada Lorne", "Police chief"),
        ("Its spokesman, who goes by the name Odo Marent,", "person", "Odo Marent", "spokesman"),
        ("a commander using the name Odo", "person", "Odo", "commander"),
        ("a baker who gave his name only as Odo", "person", "Odo", "baker"),
        (
            "a man who identified himself as Odo Marent and said he spoke for the movement",
            "person",
            "Odo Marent",
            "spokesperson for the movement",
        ),
        ("a man who identified himself as “Commander Odo” of the movement", "person", "Odo", "Commander"),
        ("One of them, a carpenter,", "body", "carpenter", None),
        ("Its armed wing, the Ard el-Din al-Holt Brigades,", "body", "Ard el-Din al-Holt Brigades", None),
        ("In the Holt district, the Norland People's Party", "body", "Norland People's Party", None),
        ("Ada Lorne, who speaks for the movement,", "person", "Ada Lorne", "spokesperson for the movement"),
        ("Ada Lorne, who heads a unit of the guard,", "person", "Ada Lorne", "head of a unit of the guard"),
        ("Officers loyal to President Ada Lorne", "body", "Officers loyal to President Ada Lorne", None),
        ("The Hollis Observatory a group that maps unrest", "body", "Hollis Observatory", "group"),
        ("Reports reaching us from Hollis", "nobody", None, None),
        ("Reports from the Hollis camp", "nobody", None, None),
        ("", "nobody", None, None),
        ("—“”", "nobody", None, None),
    ],
)
def test_what_words_say(words: str, shape: str, name: str | None, role: str | None) -> None:
    read = read_source(words)
    assert (read.shape, read.name, read.role) == (shape, name, role)


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("the spokesman of the ministry", "spokesman"),
        ("Defence Ministry", "ministry"),
        ("residents who fled", "residents"),
        ("", ""),
    ],
)
def test_the_noun_that_words_turn_on(words: str, head: str) -> None:
    assert head_of(words) == head


@given(st.text(max_size=120))
def test_any_text_gives_an_answer(words: str) -> None:
    assert read_source(words).shape


@pytest.mark.parametrize(
    ("words", "name", "role"),
    [
        ("A NRF spokesman, Serhan Zanak,", "Serhan Zanak", "NRF spokesman"),
        ("The Karvia ombudsman, Anna Balin,", "Anna Balin", "Karvia ombudsman"),
        ("An aide to President Odo Marent, Ada Lorne,", "Ada Lorne", "aide to President Odo Marent"),
        ("Norland's Ada Lorne, a defence ministry official,", "Ada Lorne", "defence ministry official"),
        ("Police Major-General Teo Brandvik", "Teo Brandvik", "Police Major-General"),
        ("Ada Lorne, of the Norlandic defence ministry", "Ada Lorne", "official of the Norlandic defence ministry"),
        ("Holt, a spokesman for the rebels, Teo Brandvik,", "Teo Brandvik", "spokesman for the rebels"),
    ],
)
def test_first_what_then_who(words: str, name: str, role: str) -> None:
    read = read_source(words)
    assert (read.shape, read.name, read.role) == ("person", name, role)


@pytest.mark.parametrize("words", ["The Karvia Security Tracker, which maps unrest", "The Karvians today"])
def test_an_article_opens_no_persons_name(words: str) -> None:
    assert read_source(words).shape == "body"
