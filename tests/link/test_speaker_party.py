"""What party the words of a source are. States and towns are real so that linking is exercised; events are invented."""

from __future__ import annotations

import pytest

from sayso.ingest import Metadata, make_document
from tests.link.test_perpetrators import READER


@pytest.mark.parametrize(
    ("teller", "voice"),
    [
        ("a spokesman for a Tuareg group in Mali", None),
        ("a spokesman for an armed group in northern Mali", None),
        ("a spokesman for a militia active in Mali", None),
        ("a spokesman for the army of Mali", "Mali"),
    ],
)
def test_a_group_in_a_state_does_not_speak_for_it(teller: str, voice: str | None) -> None:
    text = f"Nine traders were killed near Kidal on Monday, {teller} said."
    (attribution,) = READER.read(make_document(text, Metadata(name="report"))).attributions
    assert attribution.speaker is not None
    assert attribution.speaker.speaks_for == voice


@pytest.mark.parametrize(
    ("teller", "voice"),
    [
        ("the health ministry in Houthi-held Sanaa", "Houthis"),
        ("police in Taliban-controlled Kandahar", "Taliban"),
        ("a doctor in Houthi-held Sanaa", None),
    ],
)
def test_who_holds_a_place_has_its_offices(teller: str, voice: str | None) -> None:
    text = f"Nine traders were killed in air strikes on Monday, {teller} said."
    (attribution,) = READER.read(make_document(text, Metadata(name="report"))).attributions
    assert attribution.speaker is not None
    assert attribution.speaker.speaks_for == voice


def test_the_press_service_of_the_ministry_bears_the_ministrys_name() -> None:
    text = (
        "The Azerbaijani Defence Ministry met envoys in Baku. Nine traders were killed on Monday, the press service of"
        " the ministry said."
    )
    (attribution,) = READER.read(make_document(text, Metadata(name="report"))).attributions
    assert attribution.speaker is not None
    assert attribution.speaker.name == "Azerbaijani Defence Ministry press service"


def test_what_describes_the_body_of_a_spokesman_behind_its_name_is_not_whom_he_speaks_for() -> None:
    text = (
        "Nine men fell. Major Omar Hadi a spokesman for the Syrian National Army the Turkish-backed rebel"
        " coalition told a paper that three of its fighters were killed."
    )
    record = READER.read(make_document(text, Metadata(name="report")))
    speakers = [a.speaker for a in record.attributions if a.speaker is not None]
    assert [speaker.speaks_for for speaker in speakers] == ["Syrian National Army"]
