"""Reports read from their texts and laid side by side: pages of one war, and the samples."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

from sayso.claims import CasualtyClaim
from sayso.claims.casualty import Effect, Posture
from sayso.ingest import SourceOptions, find_files, open_sources
from sayso.pipeline import Reader
from sayso.reconcile.book import Book
from sayso.reconcile.disputes import disputes
from sayso.reconcile.explain import explain
from sayso.reconcile.questions import questions
from sayso.reconcile.tally import POLICIES, TallyOptions, tally
from sayso.run.local import read_all
from tests.reconcile import karabakh
from tests.reconcile.karabakh import NORTH, SOUTH
from tests.shared import SHARED, needs_shared

DOSSIER = "nagorno-karabakh-2020"
EXAMPLES = Path(__file__).parents[1] / "examples"


def read(paths: Iterable[Path]) -> Book:
    files = list(find_files([str(path) for path in paths]))
    outcomes = read_all(open_sources(files, SourceOptions(), lambda: b""), Reader.load(DOSSIER))
    return Book.of(outcome.record for outcome in outcomes)  # type: ignore[union-attr]


@pytest.fixture(scope="module")
def pages() -> Book:
    cases = SHARED / "cases"
    return read([*(cases / f"page-0{n}.txt" for n in range(7)), cases / "seed.txt"])


@pytest.fixture(scope="module")
def samples() -> Book:
    return read([EXAMPLES])


class Held(NamedTuple):
    """A figure of the collected reports that these texts hold: its row and number, and what must be on record."""

    row: int
    number: int
    effects: tuple[Effect, ...]
    side: str
    #: A part of one of the names of its source; None for the report's own voice.
    source: str | None
    posture: Posture


#: Rows 1, 5, 8, 10 to 13 and from 16 on stand in texts that are not among these.
HELD = [
    Held(2, 16, ("killed",), NORTH, "Sar", "own_loss"),
    Held(3, 2, ("killed",), NORTH, "Beglaryan", "own_loss"),
    Held(3, 30, ("injured",), NORTH, "Beglaryan", "own_loss"),
    Held(4, 19, ("hospitalised",), SOUTH, "Prosecutor", "own_loss"),
    Held(4, 14, ("injured",), SOUTH, "Prosecutor", "own_loss"),
    Held(6, 31, ("killed",), NORTH, "Armenian government", "own_loss"),
    Held(7, 11, ("killed",), SOUTH, "Khazar", "affiliated"),
    Held(8, 6, ("killed",), SOUTH, "Azerbaijan", "own_loss"),
    Held(9, 27, ("killed",), NORTH, "Nagorno-Karabakh", "own_loss"),
    Held(9, 58, ("killed",), NORTH, None, "affiliated"),
    Held(9, 200, ("injured",), NORTH, "Hovhannisyan", "own_loss"),
    Held(14, 550, ("killed_or_injured",), NORTH, "Azerbaijan", "enemy_loss"),
    Held(14, 16, ("killed",), NORTH, "Hovhannisyan", "own_loss"),
    Held(14, 200, ("killed",), SOUTH, "Armenia", "enemy_loss"),
    Held(15, 26, ("hospitalised",), SOUTH, "Prosecutor", "own_loss"),
]


@needs_shared
@pytest.mark.parametrize("held", HELD, ids=lambda held: f"{held.row}-{held.number}")
def test_every_figure_is_on_record_under_its_own_source_and_side(held: Held, pages: Book) -> None:
    assert str(held.number) in "".join(str(value) for value in karabakh.row(held.row).values())
    found = [claim for claim in pages.shelf.claims if _is(claim, held)]
    assert found, [(c.value.low, c.value.effect, c.value.side_group, c.source) for c in pages.shelf.claims]


def _is(claim: CasualtyClaim, held: Held) -> bool:
    value, source = claim.value, claim.source
    names = " ".join((*source.names(), source.speaks_for or "")) if source else None
    named = names is None if held.source is None else names is not None and held.source in names
    figure = (value.low, value.side_group, value.posture) == (held.number, held.side, held.posture)
    return figure and value.effect in held.effects and named and claim.polarity == "affirm"


@needs_shared
def test_the_enemys_550_is_in_no_bound_of_own_losses(pages: Book) -> None:
    claimed = {claim.id for claim in pages.shelf.claims if claim.value.low == 550}
    assert claimed
    rows = [found for policy in POLICIES for found in tally(pages, TallyOptions(policy=policy))]
    assert [found for found in rows if found.enemy and found.side == NORTH and (found.low, found.high) == (550, 550)]
    for found in rows:
        if not found.enemy:
            assert not {use.claim for use in found.derivation if use.bounds} & claimed
            assert 550 not in (found.low, found.best, found.high)


@needs_shared
def test_the_worked_example_among_other_reports(pages: Book) -> None:
    found = explain(42, pages)
    assert [[part.value for part in chosen.parts] for chosen in found.sums] == [[31, 11]]
    assert found.outcome == "one"


@needs_shared
def test_a_running_total_and_what_was_added_are_no_dispute(pages: Book) -> None:
    """31 and 58 = 31 + 27 of one day: the report of 58 tells what was added."""
    pairs = [{c.value.low for c in (*one.one, *one.other)} for one in disputes(pages) if one.kind == "conflict"]
    assert {31, 58} not in pairs
    assert {16, 550} in pairs


def test_one_announcement_given_as_31_and_as_32_is_in_dispute(samples: Book) -> None:
    variants = [one for one in disputes(samples) if one.kind == "variant"]
    assert {(one.one[0].value.low, one.other[0].value.low) for one in variants} == {(31, 32), (58, 59)}
    asked = {question.text for question in questions(samples)}
    assert "Is it one announcement that is given as 31 and as 32?" in asked


@pytest.mark.parametrize(
    ("total", "wanted", "report"),
    [
        (39, [32, 5, 2], "2-thirty-nine"),
        (42, [31, 11], "3-forty-two"),
        (68, [59, 7, 2], "7-sixty-eight"),
        (95, [84, 9, 2], "8-ninety-five"),
    ],
)
def test_totals_of_the_samples(total: int, wanted: list[int], report: str, samples: Book) -> None:
    found = explain(total, samples)
    (first,) = found.sums
    assert sorted((part.value for part in first.parts), reverse=True) == wanted
    assert found.total is not None
    assert samples.document(found.total).name == report
    assert found.sets >= 1
    assert found.nearby >= found.nearby_made >= 0


def test_a_number_in_range_that_nothing_makes_is_said_to_be_so(samples: Book) -> None:
    unmade = [number for number in range(30, 100) if explain(number, samples).outcome == "nothing"]
    assert unmade
    assert all(explain(number, samples).sums == () for number in unmade)


def test_reports_of_the_same_days_raise_no_dispute_of_one_voice_with_itself(samples: Book) -> None:
    for one in disputes(samples):
        if one.kind == "conflict" and not one.evidence:
            assert {c.source for c in one.one} != {c.source for c in one.other}
