from __future__ import annotations

from datetime import date

import pytest

from sayso.link import find_mentions
from sayso.link.knowledge_base import Knowledge
from sayso.link.scene import Scene
from sayso.model import Document


def scene(text: str, conflict: str | None = None) -> Scene:
    document = Document(id="s", text=text, name="s", text_digest="s", published=date(1999, 5, 1))
    knowledge = Knowledge.load(conflict).for_report(text, document.published)
    return Scene.of(document, find_mentions(document, knowledge), knowledge)


def test_two_states_in_one_fight_are_contested_and_bare_soldiers_are_nobodys() -> None:
    found = scene("Clashes between Ethiopia and Eritrea went on. Ten soldiers were killed.")
    assert found.contested
    assert found.state is None
    assert found.hostile("Ethiopia", "Eritrea")


def test_hostility_needs_words() -> None:
    found = scene("Ethiopia and Eritrea are neighbours. France and Peru are not.")
    assert not found.hostile("Ethiopia", "Eritrea")
    assert not found.hostile("France", "Peru")


def test_where_something_was_done_is_no_enemy() -> None:
    found = scene("Kenyan troops attacked militants in Ethiopia.")
    assert not found.hostile("Kenya", "Ethiopia")


def test_the_rebels_are_the_one_armed_group_named() -> None:
    found = scene("Boko Haram attacked a village in Nigeria. The militants fled.")
    assert found.insurgent is not None
    assert found.insurgent.side == "Boko Haram"
    assert any(r.generic and r.side == "Boko Haram" for r in found.references)


def test_two_armed_groups_leave_the_rebels_open() -> None:
    found = scene("Boko Haram and al-Shabaab were named. The gunmen fled.")
    assert found.insurgent is None


def test_home_is_where_the_towns_are() -> None:
    assert scene("France spoke of a strike near Gao and Kidal in Mali.").home == ("Mali", "Mali")


def test_states_that_are_only_named_are_no_home() -> None:
    assert scene("France and Peru said nothing.").home is None


def test_sentences_cover_the_text() -> None:
    found = scene("One. Two by Gen. Abebe.\n\nThree")
    assert [found.text[start:end].strip() for start, end in found.sentences] == ["One.", "Two by Gen. Abebe.", "Three"]
    assert found.sentence(0) == found.sentences[0]


def test_an_empty_report_has_a_scene() -> None:
    assert scene("").belligerents == ()


@pytest.mark.parametrize(
    "text",
    [
        # a page of the government's own agency, with another state named
        "SANA reported that rockets hit Mahardah near Hama and Deir ez-Zor. The agency Sputnik said Russia had warned"
        " of it. Four army personnel were killed when Islamic State attacked, it said.",
        # a state that is only where somebody lives
        "SANA reported that rockets hit Mahardah near Hama and Deir ez-Zor. A monitor that is based in Britain said"
        " that four government soldiers were killed when Islamic State attacked.",
    ],
)
def test_the_army_of_the_country_that_the_conflict_is_in_needs_no_name(text: str) -> None:
    found = scene(text, "syria")
    forces = [m.party for m in found.mentions.parties if m.party.name.endswith(("soldiers", "personnel"))]
    assert found.home == ("Syria", "Syria")
    assert {party.side for party in forces} == {"Syrian government"}
