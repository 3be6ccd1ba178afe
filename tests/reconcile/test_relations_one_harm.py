"""Why two figures of a report may not count the same harm, from claims made by hand."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.claims import CasualtyClaim
from sayso.model import Document, Party
from sayso.reconcile.context import by_voice
from sayso.reconcile.near import Page
from sayso.reconcile.relations_one_harm import Pair, exclude_each_other, objections
from sayso.reconcile.relations_setting import Setting
from tests.factory import a_casualty, a_document

GUARD = Party(name="the guard", kind="group", speaks_for="Guard", side="Guard", side_group="Guard")
FRONT = Party(name="the front", kind="group", speaks_for="Front", side="Front", side_group="Front")
CLINIC = Party(name="the clinic", kind="organisation")


def a_count(document: Document, shown: str, number: int, source: Party | None, **value: Any) -> CasualtyClaim:
    guard = {"low": number, "high": number, "side": "Guard", "side_group": "Guard", "group": "combatant"}
    return a_casualty(document, shown, value=guard | value, source=source)


def the_pair(document: Document, *figures: CasualtyClaim) -> Pair:
    """The first two figures, with all of them as what the report tells."""
    page = Page(document)
    settings = {figure.id: Setting(page, figure) for figure in figures}
    return Pair(page, figures[0], figures[1], by_voice(figures), settings)


def test_two_voices_on_one_fight() -> None:
    document = a_document("The guard said that four men died. The front said that nine soldiers died.")
    pair = the_pair(document, a_count(document, "four men", 4, GUARD), a_count(document, "nine soldiers", 9, FRONT))
    assert list(objections(pair)) == []
    assert exclude_each_other(pair)


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"effect": "injured"}, "another effect"),
        ({"group": "civilian"}, "other people"),
        ({"scope": "running_total"}, "another time"),
        ({"low": 90, "high": 90}, "another order of magnitude"),
        ({"side": "Front", "side_group": "Front"}, "another side"),
        ({"side": "Ally of the guard"}, "another side"),
    ],
)
def test_every_field_may_tell_them_apart(told: dict[str, Any], reason: str) -> None:
    document = a_document("The guard said that four men died. The front said that nine soldiers died.")
    nine = a_count(document, "nine soldiers", 9, FRONT, **told)
    assert list(objections(the_pair(document, a_count(document, "four men", 4, GUARD), nine))) == [reason]


def test_organs_of_one_side_are_one_voice() -> None:
    document = a_document("The guard said that four men died. Its spokesman said that nine soldiers died.")
    pair = the_pair(document, a_count(document, "four men", 4, GUARD), a_count(document, "nine soldiers", 9, GUARD))
    assert list(objections(pair)) == ["one voice"]


@pytest.mark.parametrize(
    ("rest", "apart"),
    [
        ("Separately, the front said, nine soldiers died at the dam.", True),
        ("A separate raid on the dam killed nine soldiers, the front said.", True),
        ("In a separate statement the front said nine soldiers died.", False),
    ],
)
def test_a_sentence_that_begins_another_event(rest: str, apart: bool) -> None:
    document = a_document(f"The guard said that four men died. {rest}")
    pair = the_pair(document, a_count(document, "four men", 4, GUARD), a_count(document, "nine soldiers", 9, FRONT))
    assert list(objections(pair)) == (["another event"] if apart else [])


def test_a_place_in_the_sentence_against_the_place_read_for_the_other() -> None:
    document = a_document("The guard said that four men died. The clinic said that nine men died in Berovo.")
    four = a_count(document, "four men", 4, GUARD, place="Aldra")
    nine = a_count(document, "nine men", 9, CLINIC, place="Berovo")
    assert list(objections(the_pair(document, four, nine))) == ["another event"]
    assert list(objections(the_pair(document, a_count(document, "four men", 4, GUARD, place="Berovo"), nine))) == []


def test_enemies_name_one_fight_by_many_places() -> None:
    document = a_document(
        "Near Aldra, four men died, the guard said. The front said it killed nine soldiers in Berovo."
    )
    four = a_count(document, "four men", 4, GUARD, place="Aldra", posture="own_loss")
    nine = a_count(document, "killed nine soldiers", 9, FRONT, place="Berovo", posture="enemy_loss")
    assert list(objections(the_pair(document, four, nine))) == []
    third = a_count(document, "killed nine soldiers", 9, CLINIC, place="Berovo", posture="third_party")
    assert "a part" in list(objections(the_pair(document, four, third)))


@pytest.mark.parametrize("children", [2, 3])
def test_one_of_a_list_that_makes_the_other(children: int) -> None:
    document = a_document("The clinic said 19 people died. The guard said 12 men, five women and two children died.")
    bare = {"group": "unknown"}
    total, men = a_count(document, "19 people", 19, CLINIC, **bare), a_count(document, "12 men", 12, GUARD, **bare)
    rest = (
        a_count(document, "five women", 5, GUARD, group="civilian"),
        a_count(document, "two children", children, GUARD, group="civilian"),
    )
    assert exclude_each_other(the_pair(document, total, men, *rest)) is (children == 3)


def test_what_more_was_found_is_counted_with_the_rest() -> None:
    document = a_document(
        "The clinic said 69 people died. The guard said it buried 59 people and found 10 more bodies."
    )
    bare = {"group": "unknown"}
    total, buried = (
        a_count(document, "69 people", 69, CLINIC, **bare),
        a_count(document, "59 people", 59, GUARD, **bare),
    )
    assert not exclude_each_other(the_pair(document, total, buried, a_count(document, "10 more bodies", 10, GUARD)))


@pytest.mark.parametrize("posture", ["own_loss", "third_party"])
def test_losses_and_dead_as_enemies_count_them(posture: str) -> None:
    document = a_document("The front said that seven soldiers were neutralised. The guard said that it lost two men.")
    seven = a_count(document, "seven soldiers", 7, FRONT, effect="unspecified", posture="enemy_loss")
    two = a_count(document, "lost two men", 2, GUARD, posture=posture)
    assert exclude_each_other(the_pair(document, seven, two)) is (posture == "own_loss")


@pytest.mark.parametrize(("source", "posture"), [(GUARD, "own_loss"), (CLINIC, "third_party")])
def test_fewer_bodies_answer_only_where_a_side_counts_its_own_dead_so(source: Party, posture: str) -> None:
    document = a_document("The council said that 35 people died. Then it was said that 12 bodies were found.")
    council = Party(name="the council", kind="organisation")
    dead = a_count(document, "35 people", 35, council, group="unknown", posture="third_party")
    bodies = a_count(document, "12 bodies", 12, source, group="unknown", posture=posture)
    assert exclude_each_other(the_pair(document, dead, bodies)) is (posture == "own_loss")


@pytest.mark.parametrize(
    ("side", "reasons"), [("unknown", []), ("Council", ["another order of magnitude", "another side"])]
)
def test_what_one_camp_killed_and_what_the_other_lost_whatever_was_left_open(side: str, reasons: list[str]) -> None:
    document = a_document("The front said it had killed 40 terrorists. The guard said that six of its men had died.")
    forty = a_count(document, "killed 40 terrorists", 40, FRONT, side=side, side_group=side)
    six = a_count(document, "six of its men", 6, GUARD, posture="own_loss")
    assert list(objections(the_pair(document, forty, six))) == reasons


def test_those_whom_a_witness_lost_are_some_of_the_dead() -> None:
    document = a_document("A miller said three of his neighbours had died. The clinic said six people had died.")
    miller = Party(name="a miller", kind="person")
    three = a_count(document, "three of his neighbours", 3, miller, group="unknown")
    assert list(objections(the_pair(document, three, a_count(document, "six people", 6, CLINIC, group="unknown")))) == [
        "a part"
    ]


@pytest.mark.parametrize(("apart", "answered"), [(900, True), (1200, False)])
def test_enemies_answer_each_other_over_a_long_telling(apart: int, answered: bool) -> None:
    document = a_document(
        f"The guard said four men died at Olm. {'Rain fell. ' * (apart // 11)}The front said nine men fell."
    )
    four = a_count(document, "four men died", 4, GUARD, posture="own_loss", place="Olm")
    nine = a_count(document, "nine men fell", 9, FRONT, posture="enemy_loss")
    assert exclude_each_other(the_pair(document, four, nine)) is answered


@pytest.mark.parametrize(
    ("kind", "name", "reasons"), [("unnamed", "two officers", []), ("person", "Ott", ["one voice"])]
)
def test_officers_without_a_name_are_another_voice_than_their_army(kind: Any, name: str, reasons: list[str]) -> None:
    document = a_document("Two officers said that nine men died. The guard said that four soldiers died.")
    officers = Party(name=name, kind=kind, speaks_for="Guard", side="Guard", side_group="Guard")
    pair = the_pair(document, a_count(document, "nine men", 9, officers), a_count(document, "four soldiers", 4, GUARD))
    assert list(objections(pair)) == reasons
