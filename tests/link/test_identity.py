from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.identity import LINKED, compare, find_identities, sounds
from sayso.link.knowledge_base import Knowledge
from sayso.model import Party, PartyKind


def person(name: str, side: str | None = "Northland", **fields: str | None) -> Party:
    return Party(name=name, kind="person", side=side, **fields)


def body(name: str, kind: PartyKind = "organisation", side: str | None = "Northland") -> Party:
    return Party(name=name, kind=kind, side=side)


class TestPersons:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Mehman Abiyev", "Mekhman Aliyev"),
            ("Mehman Aliyev", "Мехман Алиев"),
            ("Artur Sarkisian", "Artur Sargsyan"),
            ("Artur Sarkisyan", "Artur Sargsyan"),
            ("Yusuf Hadjiyev", "Yusuf Hajiyev"),
            ("Mohammed Qassim", "Muhammad Qasim"),
            ("P. M. Njugun", "P.M. Njuguna"),
            ("Aleksey Voronov", "Alexei Voronov"),
        ],
    )
    def test_spellings_of_one_name_are_linked(self, one: str, other: str) -> None:
        score, reasons = compare(person(one), person(other))
        assert score >= LINKED
        assert any("surnames" in reason for reason in reasons)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Ilham Aliyev", "Mehman Aliyev"),
            ("Artur Sargsyan", "Serzh Sargsyan"),
            ("Brenda Wekesa", "Odhiambo Wekesa"),
            ("Ali Hassan", "Ali Hamid"),
        ],
    )
    def test_persons_of_one_surname_or_given_name_are_not(self, one: str, other: str) -> None:
        assert compare(person(one), person(other))[0] < LINKED / 2 + 0.01

    def test_voices_of_two_sides_are_two_persons(self) -> None:
        score, reasons = compare(person("Artur Sargsyan"), person("Artur Sargsyan", side="Southland"))
        assert score < LINKED
        assert "different sides: Northland, Southland" in reasons

    def test_same_office_counts(self) -> None:
        plain = compare(person("Mehman Abiyev"), person("Mekhman Aliyev"))[0]
        with_office = compare(person("Mehman Abiyev", role="army chief"), person("Mekhman Aliyev", role="army chief"))
        assert with_office[0] > plain
        assert "same office: army chief" in with_office[1]


class TestBodies:
    def test_numbered_units_are_different_bodies(self) -> None:
        assert compare(body("4th Infantry Division"), body("8th Infantry Division"))[0] == 0.0

    def test_british_and_american_spelling_is_one_body(self) -> None:
        assert compare(body("Northern Defence Ministry"), body("Northern Defense Ministry"))[0] >= LINKED

    def test_two_ministries_are_two(self) -> None:
        assert compare(body("Northern Defence Ministry"), body("Northern Health Ministry"))[0] < LINKED

    def test_spellings_in_the_file_of_names(self) -> None:
        score, reasons = compare(body("CDSI"), body("Khazar Military Research Institute"), Knowledge.load(None))
        assert score == 1.0
        assert "Khazar Military Research Institute" in reasons[0]

    def test_a_person_is_no_body(self) -> None:
        assert compare(person("Maria Wing"), body("Maria Wing"))[0] == 0.0


class TestIdentities:
    PARTIES = (person("Mehman Abiyev"), person("Mekhman Aliyev"), person("Mehman Aliyev"), person("Ilham Aliyev"))

    def test_every_variant_is_kept(self) -> None:
        identities = find_identities(self.PARTIES)
        assert identities.variants("Mehman Aliyev") == ("Mehman Abiyev", "Mehman Aliyev", "Mekhman Aliyev")
        assert identities.variants("Ilham Aliyev") == ("Ilham Aliyev",)
        assert set(identities.parties) == {party.name for party in self.PARTIES}

    def test_a_link_can_be_withdrawn_and_stays_on_record(self) -> None:
        identities = find_identities(self.PARTIES[:2])
        link = identities.why("Mekhman Aliyev", "Mehman Abiyev")
        assert link is not None
        undone = identities.withdraw(link.id, by="A coder")
        assert not undone.same("Mehman Abiyev", "Mekhman Aliyev")
        assert undone.why("Mehman Abiyev", "Mekhman Aliyev") == replace(link, withdrawn_by="A coder")
        assert identities.same("Mehman Abiyev", "Mekhman Aliyev")

    def test_a_person_can_link_what_is_not_alike(self) -> None:
        identities = find_identities(self.PARTIES).link("Ilham Aliyev", "Mehman Aliyev", by="A coder")
        assert identities.same("Ilham Aliyev", "Mehman Abiyev")

    @given(st.permutations(PARTIES))
    def test_order_makes_no_difference(self, parties: list[Party]) -> None:
        assert find_identities(parties) == find_identities(self.PARTIES)

    @given(st.lists(st.text(max_size=12).map(person), max_size=8))
    def test_any_names_are_compared(self, parties: list[Party]) -> None:
        identities = find_identities(parties)
        assert set(identities.parties) == {party.name for party in parties}


def test_sounds_are_the_same_for_spellings_of_a_sound() -> None:
    assert sounds("Mekhman") == sounds("Mehman") == sounds("Мехман")
    assert sounds("…") == ()
