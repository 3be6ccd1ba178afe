"""Lines that are broken at a width."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.unfolding import unfolded

WIRE = "   One was\nshot in \nHolt town.  Two\nwere not.\n\n   A third\none fled."


def test_lines_of_a_wire_are_joined_and_its_paragraphs_stay() -> None:
    assert unfolded(WIRE) == "   One was shot in  Holt town.  Two were not.\n\n   A third one fled."


def test_a_text_that_gives_each_paragraph_a_line_stays_as_it_is() -> None:
    text = "Two shot in Holt\nTwo were shot on Monday.\n\nA third fled.\n\nNobody saw them.\n\nThe guard came.\n"
    assert unfolded(text) == text


@given(st.text(alphabet="ab \n\t.", max_size=300))
def test_length_is_kept(text: str) -> None:
    assert len(unfolded(text)) == len(text)
