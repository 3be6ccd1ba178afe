from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from sayso.errors import KnowledgeError
from sayso.link import dossiers
from sayso.link.dossier_schema import schema
from sayso.link.dossiers import Dossier, Period
from sayso.link.knowledge_base import Knowledge
from sayso.link.knowledge_files import compiled, folder

WANTED = (
    "afghanistan armenia-azerbaijan-border colombia eastern-congo el-salvador ethiopia-tigray iraq-islamic-state"
    " israel-palestine kashmir lebanon libya myanmar nagorno-karabakh-2016 nagorno-karabakh-2020 nagorno-karabakh-2023"
    " peru philippines russia-ukraine sahel somalia sri-lanka sudan syria yemen"
)

GOOD = """\
id: lake-war
name: Lake war
window: {from: 2001-02-03, until: 2003-01-01}
sides:
  - side_group: Northern side
    actors:
      - {name: Northland, kind: government, aliases: [Nordia], source: [book]}
      - {name: Lake Guard, kind: armed_group, called: [militias], source: [book]}
  - side_group: Southern side
    actors:
      - {name: Southland, kind: government, source: [book]}
hostile:
  - {between: [Northern side, Southern side], from: 2001-02-03, until: 2002-05-01, source: [book]}
backing:
  - {backer: Eastland, backed: Southland, from: 2001-06-01, source: [book]}
related:
  - {name: Lake Institute, side: Northland, kind: institute, source: [book]}
places:
  - {names: [Aville, Beville], kind: town, source: [book]}
sources:
  book: "A book"
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "lake-war.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def lake(tmp_path: Path) -> Dossier:
    return dossiers.check(written(tmp_path, GOOD))


class TestBuiltIn:
    def test_every_conflict_asked_for_is_there(self) -> None:
        assert set(WANTED.split()) <= {d.id for d in dossiers.list_dossiers()}

    @pytest.mark.parametrize("path", dossiers.builtin_files(), ids=lambda path: path.stem)
    def test_each_fits_the_published_schema_and_is_named_after_its_id(self, path: Path) -> None:
        published = json.loads((folder() / "dossier.schema.json").read_text(encoding="utf-8"))
        raw = json.loads(json.dumps(yaml.safe_load(path.read_text(encoding="utf-8")), default=str))
        assert list(Draft202012Validator(published).iter_errors(raw)) == []
        assert raw["id"] == path.stem

    def test_published_schema_is_what_the_code_checks(self) -> None:
        assert json.loads((folder() / "dossier.schema.json").read_text(encoding="utf-8")) == schema()

    def test_compiled_file_is_what_the_data_files_give(self) -> None:
        stored = json.loads((folder() / "compiled.json").read_text(encoding="utf-8"))
        assert stored == json.loads(json.dumps(compiled()))

    def test_every_side_of_a_hostility_has_an_enemy_both_ways(self) -> None:
        for dossier in dossiers.list_dossiers():
            for link in dossier.hostilities:
                assert dossier.hostile(link.first, link.second) is dossier.hostile(link.second, link.first) is True


class TestReading:
    def test_actors_are_counted_with_their_side(self, lake: Dossier) -> None:
        assert [lake.group_of(name) for name in ("Nordia", "LAKE GUARD", "Southland", "Eastland")] == [
            "Northern side",
            "Northern side",
            "Southern side",
            None,
        ]

    def test_hostility_holds_in_its_period_and_both_ways(self, lake: Dossier) -> None:
        during, after = date(2001, 5, 1), date(2002, 6, 1)
        assert lake.hostile("Southland", "Lake Guard", during) is True
        assert lake.hostile("Lake Guard", "Southland", during) is True
        assert lake.hostile("Lake Guard", "Southland", after) is None
        assert lake.hostile("Lake Guard", "Northland", during) is False
        assert lake.hostile("Eastland", "Northland", during) is None

    def test_backing_goes_one_way_and_from_its_first_day(self, lake: Dossier) -> None:
        assert lake.backs("Eastland", "Southland", date(2001, 6, 1))
        assert not lake.backs("Eastland", "Southland", date(2001, 5, 31))
        assert not lake.backs("Southland", "Eastland", date(2001, 6, 1))

    def test_period_without_a_day_is_any_time(self) -> None:
        assert Period(start=date(2001, 1, 1)).holds(None)


class TestRefusal:
    @pytest.mark.parametrize(
        ("old", "new", "line", "reason"),
        [
            ("kind: armed_group", "kind: gang", 8, "kind"),
            ("backed: Southland", "backed: Westland", 15, "Westland"),
            (
                "{name: Lake Institute, side: Northland",
                "{name: Lake Institute, side: Northern side",
                17,
                "Northern side",
            ),
            ("names: [Aville, Beville]", "names: [Beville, Aville]", 19, "alphabetical"),
            ("side_group: Northern side", "side_group: Northeast side", 13, "Northern side"),
            ("side_group: Northern side", "side_group: Western side", 5, "alphabetical"),
            ("kind: town, source: [book]", "kind: town, source: [film]", 19, "film"),
            ("kind: town, source: [book]", "kind: town", 19, "source"),
            ("name: Lake war", "title: Lake war", 1, "name"),
            ("until: 2003-01-01", "until: 2000-01-01", 3, "before"),
            ("aliases: [Nordia]", "aliases: [Southland]", 11, "Southland"),
            ("called: [militias]", "called: [terrorists]", 8, "judges"),
            ("id: lake-war", "id: Lake War", 1, "id"),
            ("sources:", "sources: [", 22, "not YAML"),
        ],
    )
    def test_names_file_line_and_reason(self, tmp_path: Path, old: str, new: str, line: int, reason: str) -> None:
        assert old in GOOD
        path = written(tmp_path, GOOD.replace(old, new, 1))
        with pytest.raises(KnowledgeError) as error:
            dossiers.check(path)
        assert str(error.value).startswith(f"{path}:{line}: ")
        assert reason in str(error.value)

    def test_a_missing_file_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(KnowledgeError, match="no such file"):
            dossiers.check(tmp_path / "nothing.yaml")

    def test_an_empty_file_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(KnowledgeError, match=r"lake-war\.yaml:1: "):
            dossiers.check(written(tmp_path, ""))


class TestOwn:
    def test_template_is_a_good_dossier(self, tmp_path: Path) -> None:
        path = dossiers.new("my-conflict", tmp_path / "my-conflict.yaml")
        assert dossiers.check(path).id == "my-conflict"

    def test_template_overwrites_nothing(self, tmp_path: Path) -> None:
        path = written(tmp_path, GOOD)
        with pytest.raises(KnowledgeError, match="already there"):
            dossiers.new("lake-war", path)
        assert path.read_text(encoding="utf-8") == GOOD

    def test_own_dossiers_stand_beside_the_built_in_ones(self, tmp_path: Path) -> None:
        written(tmp_path, GOOD)
        assert {"lake-war", "syria"} <= {d.id for d in dossiers.list_dossiers((tmp_path,))}
        assert dossiers.show("lake-war", (tmp_path,)) == GOOD
        assert Knowledge.load("lake-war", (tmp_path,)).dossier is not None

    def test_unknown_id_names_those_there_are(self) -> None:
        with pytest.raises(KnowledgeError, match=r"no dossier atlantis.*syria"):
            Knowledge.load("atlantis")


class TestChoice:
    @pytest.mark.parametrize(
        ("text", "published", "expected"),
        [
            ("Kenya and al-Shabaab both gave figures.", None, "somalia"),
            ("The Tamil Tigers spoke. Sri Lanka answered.", None, "sri-lanka"),
            ("Armenia and Azerbaijan gave figures.", date(2016, 4, 3), "nagorno-karabakh-2016"),
            ("Armenia and Azerbaijan gave figures.", date(2020, 10, 3), "nagorno-karabakh-2020"),
            ("Armenia and Azerbaijan gave figures.", date(2021, 11, 17), "armenia-azerbaijan-border"),
            ("Azerbaijan shelled Stepanakert.", date(2023, 9, 20), "nagorno-karabakh-2023"),
            ("Armenia and Azerbaijan gave figures.", date(1975, 1, 1), None),
            ("Armenia and Azerbaijan gave figures.", None, None),
            ("In October 2020 Armenia and Azerbaijan gave figures.", None, "nagorno-karabakh-2020"),
            ("Kenya and Peru signed a treaty.", None, None),
            ("A bomb of the New People's Army went off.", date(2018, 2, 10), "philippines"),
            ("A bomb of the New People's Army went off.", None, None),
            ("The Taliban spoke of Pakistan.", date(2014, 12, 16), None),
            ("Shells fell on Idlib and Douma.", date(2018, 2, 10), "syria"),
            ("Georgia said Russian jets had bombed Gori.", date(2008, 8, 10), "georgia-2008"),
            ("NATO jets struck Brega, the Libyan government said.", date(2011, 7, 2), "libya-2011"),
            ("The Libyan National Army shelled Tripoli.", date(2019, 5, 2), "libya"),
            ("U.S. troops fought the Mahdi Army in Najaf.", date(2004, 8, 12), "iraq-2003-2011"),
            ("Iraq said U.S. jets had hit Basra.", date(2003, 3, 27), "iraq-2003-invasion"),
            ("Iraq said the Islamic State had left Tikrit.", date(2015, 3, 27), "iraq-islamic-state"),
            ("Pakistan and the Tehrik-i-Taliban Pakistan gave figures.", date(2014, 12, 16), "pakistan"),
            ("The Taliban blamed the Islamic State for a blast in Kabul.", date(2023, 1, 12), "afghanistan-2021"),
            ("The Taliban and the Islamic State fought in Nangarhar.", date(2019, 1, 12), "afghanistan"),
            ("Thailand shelled Cambodia, officials said.", date(2025, 7, 25), "thailand-cambodia"),
            ("A bomb went off in Yala and another in Pattani.", date(2012, 4, 1), "thailand-south"),
            ("Sudan denied that the Janjaweed were near El Fasher.", date(2006, 9, 1), "darfur"),
            ("The Rapid Support Forces shelled El Fasher, Sudan said.", date(2024, 6, 1), "sudan"),
            ("South Sudan said SPLM-IO fighters had left Malakal.", date(2014, 2, 20), "south-sudan"),
            ("Chechen Republic of Ichkeria and Russia gave figures.", date(2000, 2, 5), "chechnya"),
            ("The Kosovo Liberation Army and Serbia gave figures.", date(1998, 7, 5), "kosovo"),
            ("Israel and Iran gave figures.", date(2025, 6, 15), "iran-israel"),
            ("Syria said Druze fighters held Sweida.", date(2025, 7, 15), "syria-2024"),
            ("Nigeria and Uganda gave figures.", date(2010, 7, 15), None),
            (
                "Kenya said raiders struck in Kenya's north. Kenya sent troops. Near Somalia, al-Shabaab struck.",
                date(2012, 11, 12),
                None,
            ),
            ("Nepal said that the Maoist guerrillas had left.", date(2004, 3, 4), "nepal"),
            ("", None, None),
        ],
    )
    def test_by_the_evidence_of_the_text(self, text: str, published: date | None, expected: str | None) -> None:
        dossier = Knowledge.load("auto").for_report(text, published).dossier
        assert (dossier.id if dossier else None) == expected

    def test_none_is_none(self) -> None:
        text = "Kenya and al-Shabaab both gave figures."
        assert Knowledge.load("none").for_report(text, None).dossier is None
        assert Knowledge.load(None).for_report(text, None).dossier is None
