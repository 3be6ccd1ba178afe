from __future__ import annotations

from datetime import date

import pytest

from sayso.claims.casualty import Casualty
from sayso.ingest import Metadata, make_document
from sayso.pipeline import Reader
from tests.link.claim_reports import read, written

READER = Reader.load()


def place(text: str, *claims: str) -> list[str | None]:
    return [claim.value.place for claim in read(written(text, *claims))]


def test_where_victims_are_treated_is_not_where_they_were_harmed() -> None:
    found = place(
        "A shell hit a market in Taiz, wounding six people. They were taken to a hospital in Aden.",
        "> wounding six people | injured 6 | people | unknown | - | ? | ? | ?",
    )
    assert found == ["Taiz"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A shell fell on a bakery in Taiz. // Doctors at the Crescent hospital counted six people dead.", "Taiz"),
        (
            "A shell fell on a bakery in Taiz. // An air strike on the Crescent hospital left six people dead.",
            "Crescent hospital",
        ),
        ("A shell fell in Taiz. // The Crescent hospital was hit and six people dead were found.", "Crescent hospital"),
    ],
)
def test_a_hospital_is_where_harm_was_done_only_if_it_was_hit(text: str, expected: str) -> None:
    assert place(text, "> six people dead | killed 6 | people | unknown | - | ? | ? | ?") == [expected]


def test_capitals_of_an_old_wire_hide_no_place() -> None:
    text = (
        "An old report, typed anew.\n\n"
        "BOGOTA, 18 JUL 90 (XYZ) -- [TEXT] SIX SOLDIERS WERE KILLED ON 17 JULY IN A RAID NEAR CALI, POLICE SAID.\n"
    )
    record = READER.read(make_document(text, Metadata(name="x", published=date(1990, 7, 18))))
    assert [c.value.place for c in record.claims if isinstance(c.value, Casualty)] == ["Cali"]


def test_the_region_is_the_one_told_before() -> None:
    text = (
        "In the Kharkiv region a shell hit a bus. // A mine exploded near Lviv. // Sixty people were killed in the {}."
    )
    found = [place(text.format(kind), _SIXTY)[0] for kind in ("region", "blast", "city")]
    assert found == ["Kharkiv", "Lviv", "Lviv"]


def test_the_town_of_the_opening_is_the_place_of_what_is_told_without_one() -> None:
    text = (
        "Ambush in Samar kills eleven. // Rebels set off a mine in Las Navas town in Northern Samar, Philippines. //"
        " Samar has hills. // Men of the army in Samar search them. // They are high. // Rain fell. // It went on."
        " // Talks stalled. // Sixty people were killed."
    )
    assert place(text, _SIXTY) == ["Las Navas"]


_SIXTY = "> Sixty people were killed | killed 60 | people | unknown | - | ? | ? | ?"


def test_a_bearing_is_no_place_of_harm() -> None:
    found = place(
        "Six people were killed in Gao, 320 kilometres east of Timbuktu.",
        "> Six people were killed | killed 6 | people | unknown | - | ? | ? | ?",
    )
    assert found == ["Gao"]


def test_a_figure_told_again_has_the_place_it_was_told_with() -> None:
    found = place(
        "Six soldiers were killed. // Nothing else is known. // The army said six soldiers were killed in Gao.",
        "> Six soldiers were killed | killed 6 | soldiers | combatant | - | ? | ? | ?",
        "> six soldiers were killed in Gao | killed 6 | soldiers | combatant | The army | ? | ? | ?",
    )
    assert found == ["Gao", "Gao"]


def test_a_far_incident_lends_its_town_to_no_other() -> None:
    filler = "The talks went on. Nobody came. The weather was bad. It rained. Prices rose. Schools were shut."
    found = place(
        f"Nine soldiers were killed on Monday. {filler} A man was killed in Gao.",
        "> Nine soldiers were killed | killed 9 | soldiers | combatant | - | ? | ? | ?",
        "> A man was killed | killed 1 | man | civilian | - | ? | ? | ?",
    )
    assert found == [None, "Gao"]


def test_a_part_of_a_country_without_a_name_is_a_place() -> None:
    found = place(
        "Nine soldiers were killed in the country's south.",
        "> Nine soldiers were killed | killed 9 | soldiers | combatant | - | ? | ? | ?",
    )
    assert found == ["the country's south"]


def test_no_place_is_open_with_a_reason() -> None:
    claim = read(
        written(
            "Nine soldiers were killed.",
            "> Nine soldiers were killed | killed 9 | soldiers | combatant | - | ? | ? | ?",
        )
    )[0]
    assert claim.value.place is None
    assert claim.unresolved["place"]


def test_day_of_the_own_sentence() -> None:
    report = written(
        "Nine soldiers were killed on Monday. Two were killed on Tuesday.",
        "> Nine soldiers were killed | killed 9 | soldiers | combatant | - | ? | ? | ?",
        "> Two were killed | killed 2 | - | combatant | - | ? | ? | ?",
        published="2020-09-30",
    )
    first, second = read(report)
    assert (str(first.value.happened_start), str(second.value.happened_start)) == ("2020-09-28", "2020-09-29")


def test_where_a_source_speaks_is_no_place_of_harm() -> None:
    found = place(
        "Gunmen raided a market in Gao. An envoy told reporters in Dakar that nine people were killed.",
        "> nine people were killed | killed 9 | people | unknown | An envoy | ? | ? | ?",
    )
    assert found == ["Gao"]


def test_near_a_village_is_at_the_village() -> None:
    found = place(
        "Two men died in Gao. Four soldiers were killed by a mine near the village of Ansongo.",
        "> Four soldiers were killed | killed 4 | soldiers | combatant | - | ? | ? | ?",
    )
    assert found == ["Ansongo"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "At least six children were killed in rocket attacks in the army-held west of Aleppo city on Thursday, just"
            " a day after air strikes on a school in Idlib left 35 people dead.",
            ["Aleppo", "Idlib"],
        ),
        (
            "Nine miners were killed on Monday, a report said. Meanwhile the army said it had taken the village of"
            " Vorden. The attackers came at night, as the miners slept in Iranka village, just south of the rebel"
            " headquarters of Orlo. Another 12 miners were wounded.",
            ["Iranka", "Iranka"],
        ),
        ("Paul Orlek, a teacher from Cali, was shot dead on Monday in Corinto, police said.", ["Corinto"]),
        (
            "An air strike on the town of Norvale killed eight people. Two people died in shelling of nearby Kafr Osk.",
            ["Norvale", "Kafr Osk"],
        ),
        (
            "Strikes killed 20 people across Gaza on Sunday, medics said. Eleven of them died in Khan Younis.",
            ["Gaza", "Khan Younis"],
        ),
        ("A bomb killed four people in the capital of Somalia, Mogadishu.", ["Mogadishu"]),
        ("Militants killed six fishermen on an island in Lake Chad, a local chief said.", ["Lake Chad"]),
        ("About 900 people have fled from Corinto.", ["Corinto"]),
        ("A bomb went off in the Norlandic capital on Sunday, killing three people.", ["the Norlandic capital"]),
        ("Militants killed three men at a base south-west of the capital.", [None]),
        # a total of several attacks keeps the wider place, a single one may be told more precisely beside it
        (
            "Raiders killed two clerks in separate attacks in Balochistan this week. A clerk was shot dead in"
            " Quetta on Sunday.",
            ["Balochistan", "Quetta"],
        ),
        (
            "Raiders attacked a post in the northern province of Vordenia, killing 12 guards. Five others were wounded"
            " in the attack in Osk district.",
            ["Osk", "Osk"],
        ),
        # the area of a town is more precise than the town
        ("Jets bombed the Osk region in Raqqa, killing nine people.", ["Osk"]),
        ("The army lost 17 men in northern Mali as it tries to drive raiders from eastern Gao.", ["northern Mali"]),
        ("The blast, which killed four people, took place between Zliten city and the coast.", ["Zliten"]),
        ("Pirates abducted nine sailors off the Gulf of Guinea.", ["Gulf of Guinea"]),
        ("Raiders attacked the village of Wad al-Osk, killing three people.", ["Wad al-Osk"]),
        (
            "A bomb exploded near a police van in Dera Ismail Khan on Sunday, killing five people. On Monday a patrol"
            " was ambushed in Lakki Marwat. Two policemen were killed in that attack.",
            ["Dera Ismail Khan", "Lakki Marwat"],
        ),
    ],
)
def test_whose_place_it_is(text: str, places: list[str | None]) -> None:
    record = READER.read(make_document(text, Metadata(name="report", published=date(2024, 5, 14))))
    assert [claim.value.place for claim in record.claims if isinstance(claim.value, Casualty)] == places


def test_an_oil_field_is_a_site() -> None:
    found = place(
        "Six soldiers were killed when rebels stormed posts near the Thayem oil field.",
        "> Six soldiers were killed | killed 6 | soldiers | combatant | - | ? | ? | ?",
    )
    assert found == ["Thayem oil field"]


def test_a_day_before_a_hospital_names_no_hospital() -> None:
    found = place(
        "Fighting in Benghazi killed 14 people on Friday hospital officials said.",
        "> killed 14 people | killed 14 | people | unknown | - | ? | ? | ?",
    )
    assert found == ["Benghazi"]


def test_a_datelines_town_is_not_what_a_report_is_about() -> None:
    told = " // ".join(("It is late.", "It is cold.", "It is dark.", "It is wet.", "It is dry."))
    found = place(
        f"NAIROBI - Six people were killed, the army said. // {told} // A minister flew to Nairobi.",
        "> Six people were killed | killed 6 | people | unknown | the army | ? | ? | ?",
    )
    assert found == [None]


def test_an_event_told_by_what_it_hit_is_not_where_the_report_mostly_plays() -> None:
    filler = "The talks went on. Nobody came. The weather was bad. It rained. Prices rose. Schools were shut."
    text = (
        f"A strike on Taiz killed nine people. Houses in Taiz burnt. Taiz is besieged. {filler} An inquiry found that"
        " the mosque strike killed 38 people."
    )
    row = "> mosque strike killed 38 people | killed 38 | people | unknown | - | ? | ? | ?"
    assert place(text, row) == [None]
    assert place(text.replace("mosque strike", "strike"), row.replace("mosque strike", "strike")) == ["Taiz"]


def test_a_count_without_a_noun_is_of_where_those_before_it_were() -> None:
    record = READER.read(
        make_document(
            "At least 52 marchers in Gaza were killed and 1,200 injured as crowds marched to the fence, cursing the"
            " opening of an embassy in Jerusalem.",
            Metadata(name="report"),
        )
    )
    found = [claim.value.place for claim in record.claims if isinstance(claim.value, Casualty)]
    assert found == ["Gaza"] * 2


def _places(text: str) -> list[str | None]:
    record = READER.read(make_document(text, Metadata(name="report")))
    return [claim.value.place for claim in record.claims if isinstance(claim.value, Casualty)]


def test_a_town_where_a_source_speaks_is_the_harms_where_no_other_is_told() -> None:
    assert _places("In Taiz, the rescue service said a man was killed by shrapnel.") == ["Taiz"]
    assert _places("In Sanaa, the rescue service said a man was killed by shrapnel in Taiz.") == ["Taiz"]


def test_an_office_on_somebodys_ground_does_not_tell_where_the_harm_was() -> None:
    record = READER.read(
        make_document(
            "Rebels fight the army of Syria in Aleppo and Homs. A bomb in the Turkish-held town of Tel Osk killed six"
            " people the governors office in Turkeys Sanliurfa province said.",
            Metadata(name="report"),
        )
    )
    assert [claim.value.side for claim in record.claims if isinstance(claim.value, Casualty)] == ["Syria"]
