"""For whom an office or rank speaks."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.link import find_mentions
from sayso.link.knowledge_base import Knowledge
from sayso.link.office_voice import OfficeVoice, is_mere_rank
from sayso.link.scene import Scene
from sayso.model import Party
from sayso.pipeline import Reader
from tests.factory import a_document

KNOWLEDGE = Knowledge.load()
READER = Reader.load()
REPORT = (
    "Philippine troops clashed with Abu Sayyaf fighters on Basilan on Friday, {} said. Five soldiers died in Lamitan."
)


def _voice(name: str, role: str | None, kind: str = "person", affiliation: str | None = None) -> str | None:
    document = a_document(REPORT.format(name))
    scene = Scene.of(document, find_mentions(document, KNOWLEDGE), KNOWLEDGE)
    party = Party(name=name, kind=kind, role=role, affiliation=affiliation)  # type: ignore[arg-type]
    return OfficeVoice(scene=scene, sentence=scene.sentence(document.text.index(name)), speaker=party).of_speaker()


@pytest.mark.parametrize(
    "role",
    [
        "spokesman for Joint Task Force Basilan",
        "commander of the Western Command",
        "mayor of Lamitan",
        "police officer",
    ],
)
def test_an_office_of_the_only_state_speaks_for_it(role: str) -> None:
    assert _voice("Ramon Alcoso", role) == "Philippines"


def test_an_office_at_a_fought_over_place_is_not_that_of_an_authority_on_the_states_own_side() -> None:
    knowledge = Knowledge.load("iraq-islamic-state")
    document = a_document("In Iraq a farmer died near Tuz Khurmatu, Ada Roe said. Islamic State fired on Iraqi troops.")
    scene = Scene.of(document, find_mentions(document, knowledge), knowledge)
    mayor = Party(name="Ada Roe", kind="person", role="mayor of Tuz Khurmatu")
    assert OfficeVoice(scene=scene, sentence=scene.sentence(0), speaker=mayor).of_speaker() == "Iraq"


@pytest.mark.parametrize("role", ["teacher", "former officer", "nurse at the hospital", None])
def test_who_holds_no_office_speaks_for_nobody(role: str | None) -> None:
    assert _voice("Ramon Alcoso", role) is None


def test_the_spokesman_of_a_unit_speaks_as_it_does() -> None:
    assert _voice("Marine Corps spokesman", None, kind="unnamed", affiliation="Marine Corps") == "Philippines"


@pytest.mark.parametrize(
    ("role", "mere"), [("Lieutenant Colonel", True), ("Brig. Gen.", True), ("police general", False)]
)
def test_a_rank_alone_names_no_army(role: str, mere: bool) -> None:
    assert is_mere_rank(role) == mere


@pytest.mark.parametrize(
    ("told", "voice"),
    [
        ("", "Iraq"),
        (" Troops of the Kurdistan Regional Government were on their way.", "Kurdistan Regional Government"),
    ],
)
def test_an_authority_speaks_by_the_office_of_a_place_only_where_it_is_told_of(told: str, voice: str) -> None:
    text = f"Islamic State fighters killed nine Iraqi soldiers near Tuz Khurmatu, Ada Roe said.{told}"
    document = a_document(text, published=date(2017, 12, 4))
    knowledge = Knowledge.load("iraq-islamic-state")
    scene = Scene.of(document, find_mentions(document, knowledge), knowledge)
    party = Party(name="Ada Roe", kind="person", role="mayor of Tuz Khurmatu")
    assert OfficeVoice(scene=scene, sentence=scene.sentence(text.index("Ada")), speaker=party).of_speaker() == voice


def _said_by(text: str) -> list[str | None]:
    record = READER.read(a_document(text, published=date(2023, 3, 16)))
    return [attribution.speaker.speaks_for for attribution in record.attributions if attribution.speaker is not None]


def test_a_regional_administration_is_of_the_state_that_its_region_lies_in() -> None:
    told = (
        "Five people were killed in a Russian missile strike on a market in Sumy, in northern Ukraine. The head of the"
        " Sumy regional military administration, Oleh Hrysh, said on Telegram that five people had died."
    )
    assert "Russia" not in _said_by(told)


def test_a_capital_behind_according_to_speaks_for_its_government() -> None:
    told = "Russia and Ukraine fight. According to Kyiv, 46 Ukrainian clerks have been killed."
    assert _said_by(told) == ["Ukraine"]
