"""Natural case of texts in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.names import NoNames
from sayso.extract.naturalcase import natural_case


class SomeNames(NoNames):
    """Knows two names that are ordinary words as well, and two that are made of such."""

    def is_name(self, word: str) -> bool:
        return word.lower() in ("is", "march")

    def spelt(self, text: str) -> Iterator[tuple[int, int, str]]:
        for written, spelling in (
            ("FRONT OF THE MARSHES", "Front of the Marshes"),
            ("PATH'S ARMY", "Army of the Path"),
        ):
            for found in re.finditer(written, text):
                yield *found.span(), spelling


@pytest.mark.parametrize(
    ("capitals", "natural"),
    [
        ("FIVE SOLDIERS WERE KILLED IN THE CLASH.", "Five soldiers were killed in the clash."),
        ("COLONEL DANIL ORLEK SAID SO ON MONDAY.", "Colonel Danil Orlek said so on Monday."),
        ("THE PRESIDENT OF THE COUNCIL DIED. HE WAS 70.", "The president of the council died. He was 70."),
        ("IT IS SAID THAT THEY FLED.", "It is said that they fled."),
        ("THE U.S. ENVOY SPOKE.", "The U.S. envoy spoke."),
        ("ON THE 4TH OF JULY TROOPS CAME.", "On the 4th of July troops came."),
        ("Five SOLDIERS were killed.", "Five SOLDIERS were killed."),
        ("   HELMETED MEN CAME. THEY LEFT.", "   Helmeted men came. They left."),
        ("THE RED HILL FRONT [RHF] SAID THE RHF HAS MEN.", "The red hill front [RHF] said the RHF has men."),
        (
            "HILLTOP, 3 JAN -- [REPORT] [TEXT] FIVE MEN OF THE BRDF DIED.",
            "Hilltop, 3 Jan -- [report] [text] Five men of the BRDF died.",
        ),
        ("IT MAY RAIN ON 3 MAY IN THE HILLS.", "It may rain on 3 May in the hills."),
        ("THE KIDNAPPINGS OF ORLEK WENT ON.", "The kidnappings of Orlek went on."),
        ("LEADER DANIL MORALES DIED.", "Leader Danil Morales died."),
        ("THEN GENERAL ORLEK SAID THAT A GENERAL DIED.", "Then General Orlek said that a general died."),
        ("THE FRONT OF THE MARSHES DIED OUT.", "The Front of the Marshes died out."),
        ("THE PATH'S ARMY DIED OUT.", "The Path's Army died out."),
    ],
)
def test_natural_case(capitals: str, natural: str) -> None:
    assert natural_case(capitals, SomeNames()) == natural


def test_only_the_paragraph_in_capitals_is_changed() -> None:
    text = "FIVE SOLDIERS KILLED IN CLASH\n\nThe NATO envoy said so."
    assert natural_case(text, NoNames()) == "Five soldiers killed in clash\n\nThe NATO envoy said so."


@given(st.text(max_size=200))
def test_length_is_kept(text: str) -> None:
    assert len(natural_case(text, NoNames())) == len(text)
    assert len(natural_case(text.upper(), NoNames())) == len(text.upper())
