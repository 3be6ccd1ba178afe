"""Incidents of a conflict: harms that reports place and date, with the claims about each."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model import Incident
from sayso.serve.desk import links, words
from sayso.serve.desk.cards import ClaimCard, claim_card
from sayso.serve.desk.ledger import Ledger
from sayso.serve.desk.paging import Paged, page_of
from sayso.serve.desk.view import Head, head

_MOST_CLAIMS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentCard:
    """One harm."""

    id: str
    place: str | None
    window: str | None
    parties: tuple[str, ...]
    claims: tuple[ClaimCard, ...]
    claims_total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentsPage:
    """Every incident, a page at a time, the latest first."""

    head: Head
    incidents: tuple[IncidentCard, ...]
    paged: Paged


def incidents_page(ledger: Ledger, cursor: str | None, limit: int) -> IncidentsPage:
    """The incidents after a cursor."""
    address = links.conflict_path(ledger.conflict, "incidents")
    shown, paged = page_of(ledger.incidents, cursor, limit, address)
    return IncidentsPage(head=head(ledger), incidents=tuple(_card(one, ledger) for one in shown), paged=paged)


def _card(one: Incident, ledger: Ledger) -> IncidentCard:
    known = [ledger.book.claims[claim] for claim in one.claims if claim in ledger.book.claims]
    return IncidentCard(
        id=one.id,
        place=one.place,
        window=words.window(one.start, one.end),
        parties=one.parties,
        claims=tuple(claim_card(claim, ledger) for claim in known[:_MOST_CLAIMS]),
        claims_total=len(known),
    )
