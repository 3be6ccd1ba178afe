from __future__ import annotations

import json
import subprocess
import sys
import tracemalloc
from datetime import date

import pytest

from sayso.link.knowledge_base import Knowledge
from sayso.link.knowledge_files import folder

KNOWLEDGE = Knowledge.load(None)
SYRIA = Knowledge.load("syria")


class TestNames:
    @pytest.mark.parametrize(
        "word", ["Kenyans", "kenyans", "AZERBAIJANIS", "Armenians", "Afghans", "Filipinos", "Poles", "Houthis"]
    )
    def test_people_names(self, word: str) -> None:
        assert KNOWLEDGE.is_people_name(word)

    @pytest.mark.parametrize("word", ["Kenya", "Kenyan", "soldiers", "", "Nairobi"])
    def test_no_people_names(self, word: str) -> None:
        assert not KNOWLEDGE.is_people_name(word)

    @pytest.mark.parametrize("word", ["Kenya", "kenyan", "Nairobi", "Taliban", "Recep Tayyip Erdoğan"])
    def test_names(self, word: str) -> None:
        assert KNOWLEDGE.is_name(word)

    @pytest.mark.parametrize("word", ["soldiers", "the", "", "…", "dawn", "is", "us", "turkey"])
    def test_no_names(self, word: str) -> None:
        assert not KNOWLEDGE.is_name(word)

    def test_every_state_of_the_library_has_a_name_and_an_adjective(self) -> None:
        assert len(KNOWLEDGE.states) > 190
        assert all(entry.adjective for entry in KNOWLEDGE.states.values())

    def test_spellings_in_other_scripts(self) -> None:
        assert KNOWLEDGE.side_of("Азербайджан") == "Azerbaijan"
        assert KNOWLEDGE.side_of("سوريا") == "Syria"


class TestSides:
    def test_a_states_medium_is_of_its_camp_and_not_its_voice(self) -> None:
        assert KNOWLEDGE.affiliated("TASS") == "Russia"
        assert KNOWLEDGE.affiliated("Reuters") is None
        assert KNOWLEDGE.affiliated("Kenya") is None

    def test_a_government_is_told_from_its_country_while_others_govern_there(self) -> None:
        during = KNOWLEDGE.for_report("", date(2016, 1, 1))
        assert during.voice("Syria") == "Syrian government"
        assert KNOWLEDGE.for_report("", date(2025, 6, 1)).voice("Syria") == "Syria"
        assert during.voice("Kenya") == "Kenya"

    def test_without_a_dossier_a_side_is_its_own_group_and_nobody_is_hostile(self) -> None:
        assert KNOWLEDGE.side_group("Armenia") == "Armenia"
        assert KNOWLEDGE.hostile("Armenia", "Azerbaijan", None) is None
        assert not KNOWLEDGE.backs("Turkey", "Azerbaijan", None)

    def test_with_a_dossier(self) -> None:
        assert SYRIA.side_group("Russia") == SYRIA.side_group("Syrian government")
        assert SYRIA.hostile("Syrian government", "Syria: rebels", date(2015, 1, 1)) is True
        assert SYRIA.hostile("Russia", "Syrian government", date(2016, 1, 1)) is False
        assert SYRIA.backs("Russia", "Syrian government", date(2016, 1, 1))
        assert not SYRIA.backs("Russia", "Syrian government", date(2014, 1, 1))

    def test_armed_groups(self) -> None:
        assert KNOWLEDGE.is_armed_group("Taliban")
        assert KNOWLEDGE.is_armed_group("Syria: rebels")
        assert not KNOWLEDGE.is_armed_group("Kenya")
        assert not SYRIA.is_armed_group("Syrian government")

    def test_state_of_a_country_code(self) -> None:
        assert KNOWLEDGE.state_of_country("KE") == "Kenya"
        assert KNOWLEDGE.state_of_country("ZZ") is None


def test_loading_stays_within_the_budget() -> None:
    code = (
        "import time; from sayso.link.knowledge_base import Knowledge\n"
        "start = time.process_time(); Knowledge.load('syria'); print(time.process_time() - start)"
    )
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, check=True) for _ in range(3)]
    assert min(float(run.stdout) for run in runs) < 0.15  # seconds of processor time


def test_memory_stays_within_the_budget() -> None:
    from sayso.link.knowledge_base import _base

    _base.cache_clear()
    tracemalloc.start()
    Knowledge.load("syria")
    used = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert used < 40 * 1024 * 1024


def test_countries_are_what_the_library_gives() -> None:
    pytest.importorskip("countryinfo", reason="the library is needed only to compile")
    from scripts.compile_countries import compiled

    stored = json.loads((folder() / "countries.json").read_text(encoding="utf-8"))
    assert compiled() == stored
    assert stored["licence"] == "MIT"


def test_the_names_of_a_dossier_are_made_once() -> None:
    knowledge = Knowledge.load("auto")
    chosen = next(iter(knowledge.dossiers.values()))
    first, second = knowledge._with(chosen), knowledge._with(chosen)
    assert list(knowledge._tables) == [chosen.id]
    assert first.spelling(chosen.actors[0].name) is second.spelling(chosen.actors[0].name) is not None
    assert not Knowledge.load("auto")._tables
