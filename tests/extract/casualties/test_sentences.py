"""Own sentences: what the reader finds in each, against what a careful person finds.

First run, with expectations written before: 111 of the 155 of :mod:`sentences`; 57 of the 76 of :mod:`more_sentences`,
which were written when the first set was done; 24 of the 36 of :mod:`broken_sentences`, written after those; 15 of
the 25 of :mod:`late_sentences`, written last.
"""

from __future__ import annotations

import pytest

from tests.extract.casualties.broken_sentences import BROKEN
from tests.extract.casualties.late_sentences import LATE
from tests.extract.casualties.more_sentences import MORE
from tests.extract.casualties.reading import found
from tests.extract.casualties.sentences import SENTENCES

#: Sentences that are still read otherwise, with the reason.
KNOWN: dict[str, str] = {
    "Two people in a car and a cyclist were killed by a mine.": "a list goes on behind the object of a preposition",
    "Shells fell on the market, leaving 17 civilians dead and scores maimed.": "an elliptical number takes the group",
    "The raid killed 14, mostly women.": "'mostly women' is read as mixed, as the annotated reports do",
    "Soldiers detained 14 suspected insurgents during the sweep.": "detentions are left out, most are no captures",
    "Police shot and killed two protesters and wounded more than 30.": "an elliptical number takes the group",
    "The opposing side has suffered losses in manpower: 15 servicemen were destroyed.": (
        "bare losses are read as a vague figure, as the annotated reports do"
    ),
    "The first strike killed three, the second seven.": "a verb left out is not read",
    "The aid convoy fed 5,000 displaced people.": "a stock of displaced people is read as a figure",
}


def table(rows: tuple[tuple[str, str], ...]) -> list[object]:
    marked = [
        pytest.param(text, wanted, marks=pytest.mark.xfail(reason=KNOWN[text], strict=True))
        if text in KNOWN
        else (text, wanted)
        for text, wanted in rows
    ]
    return list(marked)


@pytest.mark.parametrize(("text", "expected"), table(SENTENCES + MORE + BROKEN + LATE))
def test_figures_of_a_sentence(text: str, expected: str) -> None:
    assert found(text) == sorted(part.strip() for part in expected.split(";") if part.strip())


@pytest.mark.parametrize("text", [text for text, _ in SENTENCES + MORE + BROKEN + LATE])
def test_a_sentence_in_capitals_gives_the_same_figures(text: str) -> None:
    assert found(text.upper()) == found(text)
