"""Everything that the pages and tables over many reports are made from, worked out once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from sayso.claims import AnyClaim, ReportRecord
from sayso.claims.casualty import Effect, Group
from sayso.model import Document, Incident, Judgement
from sayso.reconcile.announcements import Announcement, grouped
from sayso.reconcile.context import Shelf, SomeClaim, standing, within
from sayso.reconcile.incidents import find_incidents, standing_incidents
from sayso.reconcile.match import BY, reconcile
from sayso.reconcile.settle import settled_records


class Spot(NamedTuple):
    """Whose harm: the key of a cell."""

    conflict: str | None
    side: str
    effect: Effect
    group: Group


@dataclass(frozen=True)
class Book:
    """Reports, each once, and the standing judgements across them."""

    records: tuple[ReportRecord, ...]
    across: tuple[Judgement, ...]

    @classmethod
    def of(cls, records: Iterable[ReportRecord], across: Iterable[Judgement] | None = None) -> Book:
        """The reports with what was found and decided `across` them; compared here when not given.

        Where people overruled a judgement inside a report, that is withdrawn too; one that they let stand again stands
        once, in its report.
        """
        kept = tuple(records)
        made = reconcile(kept).judgements if across is None else tuple(across)
        settled = tuple(settled_records(kept, made))
        inside = {judgement.id for judgement in within(settled)}
        return cls(settled, tuple(one for one in standing(made) if one.id not in inside))

    @classmethod
    def reconciled(cls, records: Iterable[ReportRecord], decided: Iterable[Judgement]) -> Book:
        """The reports compared anew, with what people `decided` from before: their judgements beat the program's."""
        kept = tuple(records)
        return cls.of(kept, reconcile(kept, tuple(decided)).judgements)

    def only(self, records: Iterable[ReportRecord]) -> Book:
        """The same with only these of its reports."""
        kept = {record.document.id for record in records}
        if len(kept) == len(self.records):
            return self
        return Book(tuple(record for record in self.records if record.document.id in kept), self.across)

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """Every standing judgement, inside reports and across them."""
        return (*standing(within(self.records)), *self.across)

    @cached_property
    def shelf(self) -> Shelf:
        """The casualty claims with what bears on them."""
        return Shelf.of(self.records, self.across)

    @cached_property
    def incidents(self) -> tuple[Incident, ...]:
        """The harms that reports place and date, with the claims that nobody took out and those that people put in."""
        return standing_incidents(find_incidents(self.shelf, BY)[0], self.across, self.shelf.by_id)

    @cached_property
    def incident_of(self) -> Mapping[str, str]:
        """Claim id -> the incident that it is linked to."""
        links = ((claim, j.object.incident) for j in self.across for claim in j.subject.claims)
        return {claim: incident for claim, incident in links if incident is not None}

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
        return Spot(
            self.shelf.conflict(one.lead),
            value.side_group,
            value.effect,
            "unknown" if value.group == "mixed" else value.group,
        )

    def spots(self) -> Iterator[tuple[Spot, list[Announcement]]]:
        """The cells with their announcements, background left out, in a stable order."""
        found: dict[Spot, list[Announcement]] = defaultdict(list)
        for one in self.announcements:
            if not one.lead.background:
                found[self.spot(one)].append(one)
        yield from sorted(found.items(), key=lambda item: (item[0].conflict or "", *item[0][1:]))
