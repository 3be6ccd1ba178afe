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
        assert raw["id"] == path.stem == dossiers.check(path).id

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


NEIGHBOURS = (
    (
        "FNL rebels shelled Bujumbura, Burundi said. The National Forces of Liberation denied it.",
        date(2003, 7, 10),
        "burundi",
    ),
    (
        "Soldiers clashed with rebels near Gitega. Burundi's army blamed the Forces for the Defence of Democracy.",
        date(2001, 7, 10),
        "burundi",
    ),
    ("The Rwandan Patriotic Front took Byumba. Rwanda sent troops to Ruhengeri.", date(1993, 2, 10), "rwanda"),
    ("Rwanda said Interahamwe fighters crossed from Congo. Rwanda blamed Zaire.", date(1997, 2, 10), "congo-1996-1997"),
    (
        "The Rally for Congolese Democracy said it took Kisangani from troops loyal to Congo.",
        date(1999, 7, 1),
        "congo-1998-2003",
    ),
    ("M23 rebels took Goma, Congo said. Rwanda denied backing them.", date(2012, 11, 21), "eastern-congo"),
    ("Nkunda's rebels fought Congo's army near Rutshuru.", date(2008, 10, 28), "eastern-congo"),
    ("Chad said rebels attacked Adre. Sudan denied backing the United Front for Change.", date(2006, 1, 5), "chad"),
    (
        "Sudan said JEM rebels attacked Omdurman. Chad denied backing the Justice and Equality Movement.",
        date(2008, 5, 11),
        "darfur",
    ),
    ("Chad said it captured Faya-Largeau from Libya.", date(1987, 3, 28), "chad-libya"),
    ("Ivory Coast rebels of the Forces Nouvelles held Bouake. France sent troops.", date(2002, 10, 10), "ivory-coast"),
    ("LURD rebels shelled Monrovia, Liberia said.", date(2003, 7, 21), "liberia"),
    (
        "RUF rebels attacked Kailahun, Sierra Leone said, near the border with Liberia.",
        date(2000, 5, 5),
        "sierra-leone",
    ),
    ("Casamance separatists killed soldiers near Ziguinchor, Senegal said.", date(2011, 12, 5), "senegal-casamance"),
    (
        "Tuareg rebels of the Niger Movement for Justice attacked Iferouane, Niger said.",
        date(2007, 7, 5),
        "tuareg-1990-2009",
    ),
    ("Mali said Tuareg rebels attacked Menaka. The MNLA claimed it.", date(2012, 1, 18), "sahel"),
    ("Eritrea and Djibouti exchanged fire at Doumeira.", date(2008, 6, 12), "djibouti-eritrea-2008"),
    ("Eritrea and Ethiopia gave figures after fighting near Zalambessa.", date(1999, 6, 12), "ethiopia-eritrea"),
    (
        "The Ogaden National Liberation Front said it killed soldiers. Ethiopia denied it.",
        date(2007, 4, 25),
        "ethiopia-ogaden",
    ),
    ("ULFA rebels set off a bomb in Guwahati, India said.", date(2008, 10, 30), "india-northeast"),
    ("NSCN-K rebels killed soldiers in Manipur's Chandel district, India said.", date(2015, 6, 5), "india-northeast"),
    ("Maoists killed policemen in Dantewada, India said.", date(2010, 4, 6), "india-maoists"),
    (
        "Sikh militants of the Khalistan Commando Force killed policemen in Amritsar, India said.",
        date(1990, 4, 6),
        "india-punjab",
    ),
    (
        "Militants of Lashkar-e-Taiba attacked a camp in Uri, India said. Pakistan denied it.",
        date(2016, 9, 18),
        "kashmir",
    ),
    ("India said Pakistani intruders fell back near Kargil and Drass.", date(1999, 6, 18), "kashmir"),
    ("India and China clashed at Galwan. Twenty soldiers died, India said.", date(2020, 6, 17), "china-india"),
    ("India and China signed a trade pact.", date(2010, 6, 17), None),
    ("Shanti Bahini rebels killed settlers in Rangamati, Bangladesh said.", date(1992, 6, 17), "bangladesh-chittagong"),
    (
        "Gunmen of the Islamic Movement of Uzbekistan held hostages in Batken, Kyrgyzstan said.",
        date(1999, 9, 1),
        "central-asia-imu",
    ),
    ("The United Tajik Opposition took Garm, Tajikistan said.", date(1996, 5, 1), "tajikistan-civil-war"),
    ("Abkhazia said its forces entered Sukhumi. Georgia denied it.", date(1993, 9, 27), "georgia-abkhazia"),
    ("Georgia said Russian jets had bombed Gori.", date(2008, 8, 10), "georgia-2008"),
    ("Georgia said a policeman was shot in Gali. Abkhazia denied it.", date(2009, 8, 10), "georgia-2008"),
    ("Moldova shelled Bendery, Transnistria said.", date(1992, 6, 20), "transnistria-1992"),
    ("Serbian guerrillas attacked Vukovar, Croatia said. The Yugoslav army denied it.", date(1991, 9, 20), "croatia"),
    ("Bosnian Serb forces shelled Sarajevo, Bosnia said.", date(1994, 2, 5), "bosnia"),
    ("Croatia took Knin from the Krajina Serbs.", date(1995, 8, 5), "croatia"),
    ("Ethnic Albanian rebels attacked Tetovo, Macedonia said.", date(2001, 3, 15), "macedonia-2001"),
    ("The Kosovo Liberation Army attacked Serb police in Decani.", date(1998, 6, 15), "kosovo"),
    ("Turkey landed troops at Kyrenia, Cyprus said.", date(1974, 7, 21), "cyprus-1974"),
    ("Lebanese Forces fought Druze militia in the Chouf, Lebanon said.", date(1983, 9, 10), "lebanon-1975-1990"),
    ("Hezbollah guerrillas fired at Kiryat Shmona, Israel said.", date(1996, 4, 10), "lebanon"),
    ("Iraq fired missiles at Saudi Arabia; U.S. jets bombed Basra.", date(1991, 1, 25), "gulf-war-1991"),
    ("Iran shelled Basra, Iraq said.", date(1987, 1, 25), "iran-iraq-war"),
    ("PJAK rebels fought Iran's Guards near Sardasht.", date(2011, 7, 25), "iran-kurdistan"),
    ("PKK rebels fought Turkey's army near Hakkari.", date(2011, 10, 20), "turkey-pkk"),
    ("The Polisario Front shelled Morocco's army at Mahbes.", date(2020, 11, 25), "western-sahara"),
    (
        "Southern separatists fought northern forces at Zinjibar, Yemen said. Aden was shelled.",
        date(1994, 6, 1),
        "yemen-1994",
    ),
    ("Houthi rebels killed soldiers in Saada, Yemen said.", date(2009, 9, 1), "yemen-2004-2014"),
    ("Houthi rebels shelled Taiz; the Saudi-led coalition struck Saada.", date(2016, 9, 1), "yemen"),
    ("Gunmen of al-Gamaa al-Islamiya attacked tourists in Luxor, Egypt said.", date(1997, 11, 17), "egypt-1990s"),
    ("Egypt said Islamic State militants attacked Arish.", date(2017, 11, 17), "egypt-sinai"),
    ("Gunmen of the Zetas killed 72 migrants in Tamaulipas, Mexico said.", date(2010, 8, 25), "mexico-cartels"),
    ("Zapatista rebels took San Cristobal de las Casas, Mexico said.", date(1994, 1, 2), "mexico-chiapas"),
    ("Ecuador and Peru fought at Tiwinza.", date(1995, 2, 2), "ecuador-peru-1995"),
    ("Los Choneros gang members took hostages in Guayaquil, Ecuador said.", date(2024, 1, 10), "ecuador-gangs"),
    (
        "FARC rebels killed soldiers in Putumayo, Colombia said. Ecuador closed its border.",
        date(2004, 1, 10),
        "colombia",
    ),
    ("Pro-Indonesian militia killed people in Liquica. Falintil blamed Indonesia.", date(1999, 4, 7), "east-timor"),
    ("GAM rebels killed soldiers in Pidie, Indonesia said.", date(2003, 6, 7), "indonesia-aceh"),
    (
        "The Bougainville Revolutionary Army attacked at Kangu Beach, Papua New Guinea said.",
        date(1996, 9, 9),
        "bougainville",
    ),
    ("Khmer Rouge guerrillas attacked Pailin, Cambodia said.", date(1994, 4, 20), "cambodia"),
    ("Thailand and Cambodia exchanged fire.", date(2011, 2, 5), "thailand-cambodia"),
    ("Chinese troops took Lang Son, Vietnam and China said.", date(1979, 3, 5), "china-vietnam-1979"),
    ("North Korea shelled Yeonpyeong, South Korea said.", date(2010, 11, 23), "korea-border"),
    ("The Taliban took Mazar-i-Sharif from the Northern Alliance.", date(1998, 8, 9), "afghanistan-1992-2001"),
    (
        "Mujahideen attacked Soviet troops near Kandahar. Afghanistan denied it.",
        date(1986, 8, 9),
        "afghanistan-1979-1992",
    ),
    ("The Taliban attacked Kunduz, Afghanistan said.", date(2015, 9, 28), "afghanistan"),
    ("Islamic Courts militia took Jowhar, Somalia said. Ethiopia sent troops.", date(2006, 6, 15), "somalia-1991-2006"),
    ("Al-Shabaab took Kismayo, Somalia said.", date(2008, 8, 22), "somalia"),
    ("SPLM-N rebels shelled Kadugli, Sudan said.", date(2012, 10, 8), "sudan-south-kordofan-blue-nile"),
    ("South Sudan took Heglig, Sudan said.", date(2012, 4, 11), "sudan-south-sudan-2012"),
    ("South Sudan said rebels of Riek Machar took Malakal.", date(2014, 4, 15), "south-sudan"),
    ("Armenia and Azerbaijan gave figures after fighting in Aghdam.", date(1993, 7, 20), "nagorno-karabakh-1988"),
    ("Armenia and Azerbaijan gave figures.", date(2014, 8, 3), "nagorno-karabakh-1988"),
    ("Renamo rebels attacked a train in Gaza province, Mozambique said.", date(1988, 7, 20), "mozambique-1977-1992"),
    ("Renamo gunmen attacked cars near Muxungue, Mozambique said.", date(2014, 7, 20), "mozambique-2013-2019"),
    (
        "Insurgents attacked Palma, Mozambique said. Islamic State claimed it.",
        date(2021, 3, 25),
        "mozambique-cabo-delgado",
    ),
    ("MEND militants blew up a pipeline in Rivers State, Nigeria said.", date(2009, 7, 12), "nigeria-delta"),
    ("Boko Haram attacked Bama, Nigeria said.", date(2013, 5, 7), "nigeria-boko-haram"),
    ("ETA set off a car bomb in Bilbao, Spain said.", date(2008, 5, 14), "spain-basque"),
    ("SWAPO guerrillas attacked Oshakati, South Africa said. Angola denied it.", date(1983, 5, 14), "namibia"),
    ("UNITA rebels shelled Kuito, Angola said.", date(1993, 5, 14), "angola"),
    (
        "Baloch separatists attacked a train in Bolan, Pakistan said. The Baloch Liberation Army claimed it.",
        date(2025, 3, 11),
        "pakistan",
    ),
    ("The Pakistani Taliban attacked a post in Bannu, Pakistan said.", date(2012, 4, 15), "pakistan"),
    (
        "Pakistan said it struck Kabul. The Taliban said Afghan forces hit posts at Spin Boldak.",
        date(2025, 10, 15),
        "afghanistan-2021",
    ),
    ("France and the United States signed a treaty in Beirut.", date(2010, 1, 1), None),
    ("Turkey and Greece held talks in Cyprus.", date(2010, 1, 1), None),
    ("A storm hit Mexico and the United States.", date(2012, 1, 1), None),
    ("Germany said its soldiers would leave. France agreed.", date(2009, 1, 1), None),
    ("Rwanda and Uganda signed a treaty.", date(2005, 1, 1), None),
    ("Nigeria and Chad signed a treaty.", date(2015, 1, 1), None),
    ("China and Vietnam held talks.", date(2014, 1, 1), None),
    ("Kenya won the match against Uganda.", date(2012, 1, 1), None),
    ("Russia and the United States held talks about Syria.", date(2016, 1, 1), "syria"),
    ("The White House said Israel and Lebanon would talk.", date(2022, 1, 1), "lebanon"),
)


class TestNeighbours:
    """Conflicts of the same countries are told apart by their groups, places and windows."""

    @pytest.mark.parametrize(("text", "published", "expected"), NEIGHBOURS)
    def test_each_report_gets_its_own(self, text: str, published: date, expected: str | None) -> None:
        dossier = Knowledge.load("auto").for_report(text, published).dossier
        assert (dossier.id if dossier else None) == expected
