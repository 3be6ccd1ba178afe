from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims import Casualty
from sayso.errors import InputError
from sayso.serve.by_hand import Desk, claim_of, read_csv, victim_of
from sayso.serve.columns import CLAIM_COLUMNS, VICTIM_COLUMNS
from tests.factory import a_document

REPORT = a_document("Ten soldiers were killed, the ministry said. Ten more were hurt.")
DESK = Desk(
    document=lambda identifier: REPORT if identifier == REPORT.id else None,
    side_group=lambda side, conflict: f"{side} side" if conflict else side,
)
REASON = {"effect": "killed", "reason": "a video of a funeral"}


def value(**cells: str) -> Casualty:
    found = claim_of({**REASON, **cells}, "A. Coder", "here", DESK).claim.value
    assert isinstance(found, Casualty)
    return found


@pytest.mark.parametrize(
    ("cells", "bounds"),
    [
        ({"number": "7"}, (7, 7, "exact")),
        ({"low": "7"}, (7, None, "at_least")),
        ({"high": "7"}, (None, 7, "at_most")),
        ({"low": "5", "high": "7"}, (5, 7, "range")),
        ({}, (None, None, "vague")),
        ({"number": "7", "modality": "about"}, (7, 7, "about")),
        ({"number": "0"}, (0, 0, "exact")),
    ],
)
def test_bounds_and_how_they_are_told(cells: dict[str, str], bounds: tuple[int | None, int | None, str]) -> None:
    told = value(**cells)
    assert (told.low, told.high, told.modality) == bounds


def test_a_claim_says_who_enters_it_and_what_it_rests_on() -> None:
    entry = claim_of({**REASON, "source": "Northland army", "speaks_for": "Northland"}, "A. Coder", "here", DESK)
    assert (entry.by, entry.reason, entry.claim.origin) == ("A. Coder", "a video of a funeral", "A. Coder")
    assert entry.claim.source is not None
    assert entry.claim.source.speaks_for == "Northland"


def test_its_words_in_a_report_are_its_evidence() -> None:
    entry = claim_of({"effect": "killed", "document": REPORT.id, "words": "Ten soldiers were killed"}, "A", "x", DESK)
    assert entry.claim.evidence[0].exact == "Ten soldiers were killed"
    entry.claim.evidence[0].verify(REPORT)


def test_the_side_is_that_of_the_dossier_unless_it_is_told() -> None:
    assert value(side="Northland").side_group == "Northland"
    assert value(side="Northland", conflict="war").side_group == "Northland side"
    assert value(side="Northland", conflict="war", side_group="N").side_group == "N"


@pytest.mark.parametrize(
    ("cells", "cause"),
    [
        ({"effect": ""}, "say what happened"),
        ({"effect": "kiled"}, "value.casualty.effect: Input should be 'killed'"),
        ({"number": "many"}, "'many' is no number of people"),
        ({"number": "-3"}, "'-3' is no number of people"),
        ({"number": "3", "low": "1"}, "either number, or low and high"),
        ({"low": "3", "high": "1"}, "low 3 is more than high 1"),
        ({"said_on": "soon"}, "said_on: 'soon' is no date"),
        ({"happened_start": "2021-03-04", "happened_end": "2021-03-01"}, "ends before it starts"),
        ({"reason": ""}, "or else the reason"),
        ({"words": "x"}, "document and words go together"),
        ({"reason": "", "document": REPORT.id, "words": "Ten"}, "stand there 2 times"),
        ({"reason": "", "document": REPORT.id, "words": "Nine"}, "do not stand there"),
        ({"reason": "", "document": "nowhere", "words": "Nine"}, "is not on record"),
        ({"posture": "bad"}, "posture"),
    ],
)
def test_what_cannot_be_entered_is_told(cells: dict[str, str], cause: str) -> None:
    with pytest.raises(InputError) as caught:
        claim_of({**REASON, **cells}, "A. Coder", "a.csv, line 2", DESK)
    assert str(caught.value).startswith("a.csv, line 2")
    assert cause in str(caught.value)


def test_a_victim_has_every_spelling_once() -> None:
    victim = victim_of({"names": "Ana Example; Anna Example;Ana Example", "date": "2021-03"}, "A. Coder", "here")
    assert victim.names == ("Ana Example", "Anna Example")
    assert (victim.date, victim.withhold, victim.origin) == ("2021-03", False, "A. Coder")


@pytest.mark.parametrize(
    ("cells", "cause"),
    [({}, "empty record"), ({"names": "A", "withhold": "perhaps"}, "yes or no"), ({"date": "March"}, "is no day")],
)
def test_a_victim_that_cannot_be_entered_is_told(cells: dict[str, str], cause: str) -> None:
    with pytest.raises(InputError, match=cause):
        victim_of(cells, "A. Coder", "here")


def test_a_column_that_means_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("effect,colour\nkilled,red\n")
    with pytest.raises(InputError, match="no column is called 'colour'; there are effect, number"):
        list(read_csv(tmp_path / "a.csv", CLAIM_COLUMNS))


@given(st.dictionaries(st.sampled_from(list(CLAIM_COLUMNS)), st.text(max_size=12) | st.just("7")))
def test_any_cells_are_a_claim_or_one_line(cells: dict[str, str]) -> None:
    refusal = ""
    try:
        claim_of(cells, "A. Coder", "here", DESK)
    except InputError as error:
        refusal = str(error)
    assert len(refusal.splitlines()) <= 1


@given(st.dictionaries(st.sampled_from(list(VICTIM_COLUMNS)), st.text(max_size=12)))
def test_any_cells_are_a_victim_or_one_line(cells: dict[str, str]) -> None:
    refusal = ""
    try:
        victim_of(cells, "A. Coder", "here")
    except InputError as error:
        refusal = str(error)
    assert len(refusal.splitlines()) <= 1
