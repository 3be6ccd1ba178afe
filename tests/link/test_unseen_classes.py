"""Who told it, whose dead, by whose hand: kinds of misreading that a sample of unseen reports showed.

Bodies and places are real so that linking is exercised; the events and the people in them are invented.
"""

from __future__ import annotations

import pytest

from sayso.claims import CasualtyClaim
from sayso.claims.casualty import Casualty
from sayso.ingest import Metadata, make_document
from sayso.pipeline import Reader

READER = Reader.load()


def claims(text: str) -> list[CasualtyClaim]:
    record = READER.read(make_document(text, Metadata(name="report")))
    return [claim for claim in record.claims if isinstance(claim.value, Casualty)]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("A flood killed 43 people, the disaster mitigation agency said on Sunday.", ["disaster mitigation agency"]),
        (
            "The U.N. mission in Ituri put the toll at 330, saying 40 villagers were killed by militia.",
            ["U.N. mission in Ituri", "U.N. mission in Ituri"],
        ),
        (
            "More than 1900 people have been killed in Norland since March the monitors say and 40000 have fled.",
            ["monitors", "monitors"],
        ),
        (
            "Gunmen stormed the port, state media said on Monday, with at least six people reported killed.",
            ["state media"],
        ),
        (
            "BISHKEK/DUSHANBE Kyrgyzstan and Tajikistan said on Sunday that 94 people had been killed.",
            ["Kyrgyzstan and Tajikistan"],
        ),
        ("A barrel bomb hit the town of Nawa killing at least 11 people activists said on Friday.", ["activists"]),
        ("Thousands of students protested the killing of a teacher in Quetta.", [None]),
        ("Army spokesman: 40 gunmen killed near Quetta", ["Army spokesman"]),
    ],
)
def test_source(text: str, sources: list[str | None]) -> None:
    assert [claim.source.name if claim.source else None for claim in claims(text)] == sources


def test_a_bare_organ_is_of_the_ground_its_sentence_names() -> None:
    text = (
        "Al-Shabaab fighters crossed from Somalia. Gunmen attacked a college in north-eastern Kenya on Monday, killing"
        " two people, police said. Somali troops gave chase."
    )
    assert [claim.source.name for claim in claims(text) if claim.source] == ["Kenyan police"]


@pytest.mark.parametrize(
    ("text", "perpetrator"),
    [
        (
            "Boko Haram fighters torched a village in northern Cameroon, killing 11 farmers in their sleep.",
            "Boko Haram",
        ),
        ("Taliban fighters overran an army base near Kunduz, officials said, killing at least 17 soldiers.", "Taliban"),
        ("The conflict between the Cameroonian military and Boko Haram has killed more than 300 people.", None),
    ],
)
def test_perpetrator(text: str, perpetrator: str | None) -> None:
    (claim,) = claims(text)
    assert claim.value.perpetrator == perpetrator


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Eritrea said that Ethiopia had lost 900 soldiers since Tuesday, including two colonels.", ["Ethiopia"] * 2),
        ("Al-Shabaab claims responsibility for four dead in Nairobi.", ["Kenya"]),
        ("Taliban gunmen killed four other members of his family near Kunduz.", ["Afghanistan"]),
        ("Hezbollah fighters retook the crossings near Arsal after killing scores of the terrorists.", ["Lebanon"]),
        ("At least 12 demonstrators in Gaza have been killed by Israeli forces this week.", ["Palestine"]),
    ],
)
def test_side(text: str, sides: list[str]) -> None:
    assert [claim.value.side for claim in claims(text)] == sides


def test_a_link_to_another_report_counts_nothing() -> None:
    text = "Four guards died.\n\nRead more: Dozens flee the coast\n\nMore on this story: 12 killed in bus attack\n"
    assert [claim.value.low for claim in claims(text)] == [4]


def test_a_death_of_illness_is_no_casualty() -> None:
    assert claims("The general died of a heart attack in Kabul on Monday.") == []


def test_two_states_that_speak_together_tell_of_their_own() -> None:
    (claim,) = claims("Kyrgyzstan and Tajikistan said that 94 people had been killed in the border clashes.")
    assert (claim.value.side, claim.value.posture) == ("both", "own_loss")
