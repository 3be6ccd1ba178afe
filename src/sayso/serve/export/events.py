"""Incidents as rows of event tables: each with what a policy makes of its deaths, and what is in no event beside them.

One row an incident, never one a claim. The deaths of an event are the tally over its own claims; since incidents add up
in a tally, the columns of a table add up to the tally over all claims that are in events.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.claims import CasualtyClaim
from sayso.claims.casualty import Casualty
from sayso.model import Document, Incident, Tally
from sayso.reconcile.accounts import Policy
from sayso.reconcile.book import Book
from sayso.reconcile.tally import ALL, TallyOptions, tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One incident in which somebody was killed."""

    incident: Incident
    conflict: str | None
    #: The claims of its dead, and the documents they stand in.
    claims: tuple[CasualtyClaim, ...]
    documents: tuple[Document, ...]
    #: One a side and group.
    cells: tuple[Tally, ...]
    #: One a side, for all its groups: those of unknown group may be among its others.
    sides: tuple[Tally, ...]

    def least(self) -> int:
        """The least number of dead: the sides' own least, added up."""
        return sum(side.low or 0 for side in self.sides)

    def sources(self) -> tuple[str, ...]:
        """Who says so, by name; the publisher where the report itself does."""
        publisher = {document.id: document.publisher or document.name for document in self.documents}
        named = (c.source.name if c.source else publisher[c.evidence[0].document] for c in self.claims)
        return tuple(dict.fromkeys(named))


def find_events(book: Book, policy: Policy) -> tuple[Event, ...]:
    """The incidents with deaths that the policy can put a number to, by day and place."""
    incidents = {incident.id: incident for incident in book.incidents}
    members = _members(linked(book), incidents)
    made = (_event(book, incidents[one], claims, policy) for one, claims in members.items())
    found = [event for event in made if event is not None]
    return tuple(sorted(found, key=lambda e: (str(e.incident.start), e.incident.place or "", e.incident.id)))


def linked(book: Book) -> Book:
    """The book with only the claims of the dead that belong to incidents."""
    claims = {claim for incident in book.incidents for claim in incident.claims}
    return _only(book, {claim.id for claim in _killed(book) if claim.id in claims})


def left_out(book: Book, events: Sequence[Event]) -> Iterator[tuple[CasualtyClaim, str]]:
    """The claims of the dead that are in no event, and why."""
    used = {claim.id for event in events for claim in event.claims}
    for claim in _killed(book):
        if claim.id not in used:
            yield claim, _why(claim)


def _killed(book: Book) -> list[CasualtyClaim]:
    return [claim for claim in book.shelf.claims if claim.value.effect == "killed"]


def _only(book: Book, claims: Collection[str]) -> Book:
    kept = (
        replace(record, claims=tuple(claim for claim in record.claims if claim.id in claims)) for record in book.records
    )
    return Book(tuple(record for record in kept if record.claims), book.across)


def _members(book: Book, incidents: Mapping[str, Incident]) -> dict[str, list[str]]:
    """Incident -> its claims. What one voice tells of two incidents in one figure counts in the first."""
    of = {claim: one.id for one in incidents.values() for claim in one.claims}
    members: dict[str, list[str]] = defaultdict(list)
    for announcement in book.announcements:
        claims = [claim.id for claim in announcement.claims()]
        incident = next((of[claim] for claim in claims if claim in of), None)
        if incident is not None:
            members[incident].extend(claims)
    return members


def _event(book: Book, incident: Incident, claims: Sequence[str], policy: Policy) -> Event | None:
    own = _only(book, set(claims))
    told = tally(own, TallyOptions(policy=policy))
    cells = tuple(cell for cell in told if ALL not in (cell.side, cell.group) and cell.best is not None)
    if not any(cell.high for cell in cells):
        return None
    sides = tuple(one for one in told if one.group == ALL and one.side != ALL)
    found = tuple(claim for claim in own.shelf.claims if isinstance(claim.value, Casualty))
    documents = tuple(record.document for record in own.records)
    return Event(
        incident=incident, conflict=own.records[0].conflict, claims=found, documents=documents, cells=cells, sides=sides
    )


def _why(claim: CasualtyClaim) -> str:
    value = claim.value
    if claim.polarity == "deny" or claim.background:
        return "a denial" if claim.polarity == "deny" else "an earlier war or attack"
    if value.scope in ("running_total", "increment"):
        return "a running total" if value.scope == "running_total" else "added to a running total"
    if value.place is None or value.happened_start is None:
        return "no place or no day is told"
    return "the policy puts no number to it"
