"""Peoples and clans that fight each other in a report are its sides; elsewhere they are none."""

from __future__ import annotations

import pytest

from sayso.link.communities import communities
from sayso.link.knowledge_base import Knowledge
from sayso.link.places import shared_gazetteer
from tests.link.test_unseen_classes import claims

NONE = Knowledge.load(None)


def sides(text: str) -> set[str]:
    return {alias.entry.name for alias in communities(text, NONE, shared_gazetteer()).values()}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nine people died in clashes between the Arvo and Temek communities.", {"Arvo", "Temek"}),
        ("Armed Arvo raiders attacked Temek herders at a well.", {"Arvo", "Temek"}),
        ("Ethnic Arvo mobs burned houses. Temek youths took revenge on two Arvos and killed them, a Temek elder said."
         " On Friday Temek warriors killed 13 Arvo.", {"Arvo", "Temek"}),
        ("Hema fighters killed twelve Lendu in a raid.", {"Hema", "Lendu"}),
        # one name alone, peace, or no sort of people
        ("Arvo raiders attacked a convoy of the army.", set()),
        ("The Arvo and Temek communities signed a treaty.", set()),
        ("Kenyan herders and Ethiopian farmers clashed near the border.", set()),
        ("Angry youths threw stones at Local farmers and killed two.", set()),
        ("Baghdad residents and Mosul villagers told of killings.", set()),
        # days and months are no names of people
        ("On Sunday herders killed two people. On Monday raiders killed three.", set()),
    ],
)  # fmt: skip
def test_which_names_are_communities(text: str, found: set[str]) -> None:
    assert sides(text) == found


TOLD = (
    "MARAL, Kenya, 12 May 2008 - At least 17 people have been killed in clashes between the Arvo and Temek"
    " communities, police said on Monday.\n\n"
    "Arvo raiders attacked a Temek village on Sunday, killing nine people, commissioner Tom Odera said. Two of the"
    " attackers were also killed.\n\n"
    "On Saturday, six Arvo herders were shot dead by Temek militiamen, the Red Cross said. Three soldiers were killed"
    " when they tried to part them.\n\n"
    "More than 200 people have died since ethnic violence broke out in January, the interior ministry said."
)


def test_who_lost_whom_between_two_communities() -> None:
    told = [(c.value.low, c.value.side, c.value.perpetrator) for c in claims(TOLD)]
    assert told == [
        (17, "both", None),
        (9, "Temek", "Arvo"),
        (2, "Arvo", None),
        (6, "Arvo", "Temek"),
        (3, "Kenya", None),
        (200, "both", None),
    ]


def test_a_state_that_counts_the_dead_of_two_peoples_is_a_third_party() -> None:
    assert [c.value.posture for c in claims(TOLD) if c.value.low in (17, 200)] == ["third_party", "third_party"]


def test_a_people_that_the_report_does_not_set_against_another_keeps_its_country() -> None:
    text = TOLD + "\n\nArvo youths had killed 30 Hindus in Nairobi, a priest said."
    assert claims(text)[-1].value.side != "Temek"


def test_sides_of_a_feud_change_places_with_their_names() -> None:
    exchanged = TOLD.replace("Arvo", "@").replace("Temek", "Arvo").replace("@", "Temek")
    swap = {"Arvo": "Temek", "Temek": "Arvo"}
    for one, other in zip(claims(TOLD), claims(exchanged), strict=True):
        assert swap.get(one.value.side, one.value.side) == other.value.side
        assert swap.get(one.value.perpetrator or "", one.value.perpetrator) == other.value.perpetrator


def test_the_name_of_a_community_is_no_place() -> None:
    text = "Samburu warriors killed 12 Pokot near Maralal on Friday. Samburu herders fled."
    assert {c.value.place for c in claims(text)} == {"Maralal"}
