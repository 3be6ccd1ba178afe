"""How a source stands to the dead where the report is nobody's, a newsroom's, or a state's own media speak."""

from __future__ import annotations

import pytest

from sayso.claims import Casualty
from sayso.ingest import Metadata, make_document
from sayso.pipeline import Reader

READER = Reader.load("none")
BODY = "Nine people were killed when a shell hit a bus station in Lashkar Gah on Monday."
TITLE = "Shell kills nine at bus station"


def postures(text: str, title: str | None = None, reader: Reader = READER) -> list[str]:
    record = reader.read(make_document(text, Metadata(name="report", title=title)))
    return [claim.value.posture for claim in record.claims if isinstance(claim.value, Casualty)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"{TITLE}\n\n{BODY}", TITLE),
        (f"Last updated at Jun 12 KANDAHAR {BODY}", TITLE),
        (f'{BODY} "We had no warning," the driver Omid Farhang told The Associated Press.', TITLE),
        (f"KABUL (Reuters) - {BODY}", None),
    ],
)
def test_a_newsroom_is_a_third_party(text: str, title: str | None) -> None:
    assert set(postures(text, title)) == {"third_party"}


@pytest.mark.parametrize(
    ("text", "title"),
    [(f"{TITLE}\n\n{BODY}", None), (f"Date of publication 12 June 2017 {BODY} Tags Helmand", TITLE), (BODY, None)],
)
def test_a_text_without_marks_of_a_newsroom_is_nobodys_word(text: str, title: str | None) -> None:
    assert set(postures(text, title)) == {"unknown"}


@pytest.mark.parametrize(
    ("said", "posture"),
    [
        ("Rebels fired rockets at Damascus and killed ten people, Syrian state television said.", "own_loss"),
        ("Rebel shelling killed ten people in Damascus, state news agency SANA reported.", "own_loss"),
        ("Syrian state television said the army had killed 30 rebels near Homs.", "enemy_loss"),
        ("An air strike killed ten people in Raqqa, the Islamic State news agency Amaq said.", "affiliated"),
    ],
)
def test_a_states_own_media_are_its_organ(said: str, posture: str) -> None:
    assert postures(said, reader=Reader.load("syria")) == [posture]


def test_a_government_does_not_speak_for_an_allys_soldiers() -> None:
    said = "Al-Shabaab fighters killed 40 Kenyan soldiers at the base, Somalia's president said on Friday."
    assert postures(said, reader=Reader.load("somalia")) == ["affiliated"]


@pytest.mark.parametrize(
    ("speaker", "posture"),
    [
        ("Commissioner Deng Alier", "own_loss"),
        ("the mayor of Las Navas", "own_loss"),
        ("the provincial disaster office", "own_loss"),
        ("Samar County Commissioner Ada Roe", "own_loss"),
        ("Ada Roe, a rescue official,", "third_party"),
        ("the provincial department of refugees", "own_loss"),
        ("a tribesman", "third_party"),
        ("the oil company", "third_party"),
        ("Ada Roe", "third_party"),
        ("a U.N. spokeswoman", "third_party"),
        ("civilian militia leaders", "affiliated"),
        ("vigilantes", "affiliated"),
    ],
)
def test_offices_of_a_country_speak_for_it_and_its_people_do_not(speaker: str, posture: str) -> None:
    said = f"New People's Army rebels shot dead eight villagers in Samar, Philippines, {speaker} said."
    assert postures(said, reader=Reader.load("philippines")) == [posture]


def test_a_movement_counts_the_civilians_of_its_country_that_its_enemy_killed() -> None:
    said = "A Myanmar air force jet killed seven civilians in Karen State, the Karen National Union said."
    assert postures(said, reader=Reader.load("myanmar")) == ["own_loss"]


@pytest.mark.parametrize("speaker", ["an eyewitness", "the head of the forensics department"])
def test_who_saw_or_examined_the_dead_is_no_party(speaker: str) -> None:
    assert postures(f"Four farmers were killed in Samar, Philippines, {speaker} said.") == ["third_party"]


def test_a_mission_counts_the_men_that_a_state_sent_it_as_its_own() -> None:
    assert postures("The United Nations said two Indian peacekeepers were wounded in Goma.") == ["own_loss"]


@pytest.mark.parametrize(
    ("conflict", "said", "posture"),
    [
        ("syria", "A shell killed a baker in Salhab, Syria, a source at the Hama police command said.", "own_loss"),
        ("syria", "A shell killed a baker in Salhab, Syria, a police source in Hama said.", "own_loss"),
        ("syria", "A shell killed a baker in Salhab, Syria, a source close to the army said.", "affiliated"),
        ("nagorno-karabakh-2020", "Armenian shells killed 11 residents of Barda, according to Baku.", "own_loss"),
        (
            "russia-ukraine",
            "Russian shells killed two bakers, said Ivan Testenko, head of the Sumy regional military administration.",
            "own_loss",
        ),
        (
            "ethiopia-tigray",
            "Shells killed 12 in Kobo, Ethiopia, said Abay Testa, the administrator of Kobo.",
            "own_loss",
        ),
        (
            "nagorno-karabakh-2020",
            "Azerbaijani drones killed two residents of Chartar in Nagorno-Karabakh, said Ara Testian, the human rights"
            " ombudsman of the unrecognised republic.",
            "own_loss",
        ),
    ],
)
def test_an_office_and_a_source_within_one_speak_for_their_side(conflict: str, said: str, posture: str) -> None:
    assert postures(said, reader=Reader.load(conflict)) == [posture]


@pytest.mark.parametrize(
    "speaker", ["officials on both sides", "the two armies", "the defence ministries of the two countries"]
)
def test_both_sides_count_their_own(speaker: str) -> None:
    said = f"Fighting between Norland and Arland killed nine soldiers on both sides on Monday, {speaker} said."
    said = said.replace("Norland", "Armenia").replace("Arland", "Azerbaijan")
    assert postures(said, reader=Reader.load("armenia-azerbaijan-border")) == ["own_loss"]


def test_officials_of_whichever_state_count_its_people() -> None:
    said = (
        "A shell killed a woman in Rajouri in Indian Kashmir, officials said. Indian and Pakistani troops traded fire."
    )
    assert postures(said, reader=Reader.load("kashmir")) == ["own_loss"]


@pytest.mark.parametrize(
    ("said", "posture"),
    [
        (
            "The Ethiopian army killed 12 farmers near Adwa, a Tigray People's Liberation Front spokesman said.",
            "own_loss",
        ),
        ("The Tigray People's Liberation Front said it had killed 12 Ethiopian soldiers near Adwa.", "enemy_loss"),
    ],
)
def test_people_of_its_country_whom_its_enemy_kills_are_an_armed_groups_own(said: str, posture: str) -> None:
    assert postures(said, reader=Reader.load("ethiopia-tigray")) == [posture]


def test_a_rival_governments_health_ministry_speaks_for_the_people_it_treats() -> None:
    said = "Shells killed 12 people in Tripoli, the health ministry of the Government of National Accord said."
    assert postures(said, reader=Reader.load("libya")) == ["own_loss"]


def test_an_armed_groups_radio_speaks_for_it() -> None:
    said = "UNITA rebels fought the Angolan army near Kuito. UNITA's radio said 30 government soldiers had been killed."
    assert postures(said) == ["enemy_loss"]
