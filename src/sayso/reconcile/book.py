"""Everything that the pages and tables over many reports are made from, worked out once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from sayso.claims import AnyClaim, ReportRecord
from sayso.claims.casualty import Effect, Group
from sayso.model import Document, Judgement
from sayso.reconcile.context import Shelf, SomeClaim, standing
from sayso.reconcile.match import Announcement, distinct_records, reconcile
from sayso.reconcile.tally import grouped


class Spot(NamedTuple):
    """Whose harm: the key of a cell."""

    conflict: str | None
    side: str
    effect: Effect
    group: Group


@dataclass(frozen=True)
class Book:
    """Reports and the standing judgements over them."""

    records: tuple[ReportRecord, ...]
    judgements: tuple[Judgement, ...]

    @classmethod
    def of(cls, records: Sequence[ReportRecord], judgements: Sequence[Judgement] | None = None) -> Book:
        """The reports, each once; `judgements` across them are made here when not given."""
        distinct = distinct_records(records)
        across = reconcile(distinct).judgements if judgements is None else judgements
        within = (judgement for record in distinct for judgement in record.judgements)
        return cls(tuple(distinct), tuple(standing((*within, *across))))

    @cached_property
    def shelf(self) -> Shelf:
        """The casualty claims with what bears on them."""
        return Shelf.of(self.records, self.judgements)

    @cached_property
    def announcements(self) -> tuple[Announcement, ...]:
        """Every figure once for each voice that gives it."""
        return tuple(grouped(self.shelf))

    @cached_property
    def claims(self) -> Mapping[str, AnyClaim]:
        """Claims by identifier."""
        return {claim.id: claim for record in self.records for claim in record.claims}

    @cached_property
    def telling(self) -> Mapping[str, Announcement]:
        """Claim id -> the announcement that it tells."""
        return {claim.id: one for one in self.announcements for claim in one.claims()}

    def document(self, claim: SomeClaim) -> Document:
        """The report that a claim stands in."""
        return self.shelf.documents[claim.evidence[0].document]

    def spot(self, one: Announcement) -> Spot:
        """The cell of an announcement."""
        value = one.value
        conflict = self.shelf.conflicts.get(one.lead.evidence[0].document)
        return Spot(conflict, value.side_group, value.effect, "unknown" if value.group == "mixed" else value.group)

    def spots(self) -> Iterator[tuple[Spot, list[Announcement]]]:
        """The cells with their announcements, background left out, in a stable order."""
        found: dict[Spot, list[Announcement]] = defaultdict(list)
        for one in self.announcements:
            if not one.lead.background:
                found[self.spot(one)].append(one)
        yield from sorted(found.items(), key=lambda item: (item[0].conflict or "", *item[0][1:]))
