"""Ledgers are worked out once, and again for the conflict that changed alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sayso.claims import ReportRecord
from sayso.serve.desk.ledger import Kept, Ledger, Ledgers
from sayso.serve.desk.memory import MemoryArchive
from tests.reconcile.build import DAY, own, report

NORTH, SOUTH = "war-north", "war-south"


def records() -> list[ReportRecord]:
    return [
        report([own(10, "North")], name="one", conflict=NORTH),
        report([own(12, "North")], name="two", conflict=NORTH, published=date(2031, 5, 4)),
        report([own(7, "South")], name="three", conflict=SOUTH),
    ]


class Changing(MemoryArchive):
    """An archive whose revisions a test sets, and which remembers what was read."""

    def __init__(self) -> None:
        super().__init__(records())
        self.revisions = {NORTH: 1, SOUTH: 1}
        self.read: list[str | None] = []

    def revision(self, conflict: str | None = None) -> int:
        return sum(self.revisions.values()) if conflict is None else self.revisions[conflict]

    def records(self, conflict: str | None = None) -> Iterator[ReportRecord]:
        self.read.append(conflict)
        return super().records(conflict)


def test_a_conflict_is_read_once_until_it_changes() -> None:
    archive = Changing()
    ledgers = Ledgers(archive)
    first = ledgers.of(NORTH)
    ledgers.of(SOUTH)
    assert ledgers.of(NORTH) is first
    archive.revisions[NORTH] = 2
    assert ledgers.of(NORTH) is not first
    ledgers.of(SOUTH)
    assert archive.read == [NORTH, SOUTH, NORTH]


def test_the_conflict_looked_at_longest_ago_goes_first() -> None:
    archive = Changing()
    ledgers = Ledgers(archive, kept_claims=2)
    for conflict in (NORTH, SOUTH, NORTH):
        ledgers.of(conflict)
    assert archive.read == [NORTH, SOUTH, NORTH]


def test_a_day_outside_of_what_is_on_record_is_the_nearest_inside() -> None:
    ledger = Ledger(NORTH, 1, tuple(one for one in records() if one.conflict == NORTH))
    assert ledger.clamped(date(2040, 1, 1)) is None
    assert ledger.clamped(date(2031, 5, 4)) is None
    assert ledger.clamped(date(2000, 1, 1)) == DAY
    assert ledger.clamped(date(2031, 5, 3)) == date(2031, 5, 3)


def test_tallies_of_an_earlier_day_know_nothing_of_later_reports() -> None:
    ledger = Ledger(NORTH, 1, tuple(one for one in records() if one.conflict == NORTH))
    (then,) = {one.high for one in ledger.tallies("own", DAY) if one.side == "North" and one.group == "combatant"}
    (now,) = {one.high for one in ledger.tallies("own", None) if one.side == "North" and one.group == "combatant"}
    assert (then, now) == (10, 12)


def test_kept_things_are_made_once_and_the_oldest_goes() -> None:
    made: list[int] = []

    def make(n: int) -> int:
        made.append(n)
        return n

    kept = Kept(2)
    for n in (1, 2, 1, 3, 1, 2):
        assert kept.get(n, lambda n=n: make(n)) == n  # type: ignore[misc]
    assert made == [1, 2, 3, 2]
