"""Search among claims: by words and by what claims say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date

from sayso.errors import NotFoundError, UsageError
from sayso.reconcile.wording import EFFECTS
from sayso.serve.desk import links, words
from sayso.serve.desk.archive import Archive
from sayso.serve.desk.cards import ClaimCard, stored_card
from sayso.serve.desk.paging import Paged, next_address
from sayso.serve.desk.view import conflict_name
from sayso.store.interface import ClaimFilter, ConflictCount, Listing, Page, StoredClaim

_KINDS = {"casualty": "figures", "denial": "denials", "accusation": "accusations", "silence": "silences"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A value that a filter offers."""

    value: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One field of the search form, with what stands in it."""

    name: str
    words: str
    #: "text", "date" or "choice".
    kind: str
    value: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """The claims that fit, and the form that was filled in."""

    filters: tuple[Filter, ...]
    #: How many fields besides the words are filled in.
    narrowed: int
    claims: tuple[ClaimCard, ...]
    paged: Paged
    csv_href: str
    sample: bool


def search_page(wanted: ClaimFilter, found: Listing[StoredClaim], conflicts: Sequence[ConflictCount]) -> SearchPage:
    """The page of the claims found by a filter."""
    cards = tuple(stored_card(one) for one in found.rows)
    told = parameters(wanted)
    return SearchPage(
        filters=_filters(wanted, [one.conflict for one in conflicts]),
        narrowed=len([name for name in told if name != "text"]),
        claims=cards,
        paged=Paged(
            total=found.total,
            first=1 if cards else 0,
            last=len(cards),
            next_cursor=found.next_cursor,
            next_href=next_address(links.to("/search", told), found.next_cursor),
        ),
        csv_href=links.to("/api/v1/claims.csv", told),
        sample=any(card.report.sample for card in cards),
    )


def listed(archive: Archive, wanted: ClaimFilter, page: Page) -> Listing[StoredClaim]:
    """The claims that fit; raises NotFoundError for a cursor that leads nowhere."""
    try:
        return archive.claims(wanted, page)
    except UsageError as error:
        raise NotFoundError(str(error)) from error


def parameters(wanted: ClaimFilter) -> dict[str, links.Parameter]:
    """A filter as it stands in an address."""
    told = {one.name: getattr(wanted, one.name) for one in fields(wanted)}
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in told.items()
        if value is not None
    }


def _filters(wanted: ClaimFilter, conflicts: Sequence[str | None]) -> tuple[Filter, ...]:
    told = parameters(wanted)

    def field(name: str, label: str, kind: str = "text", options: dict[str, str] | None = None) -> Filter:
        offered = tuple(Option(value=value, words=shown) for value, shown in (options or {}).items())
        return Filter(name=name, words=label, kind=kind, value=str(told.get(name, "")), options=offered)

    named = {links.conflict_key(one): conflict_name(one) for one in conflicts}
    groups = {group: words.GROUPS[group] for group in ("combatant", "civilian", "mixed", "unknown")}
    return (
        field("text", "Words in the quote"),
        field("conflict", "Conflict", "choice", named),
        field("kind", "What", "choice", _KINDS),
        field("side", "Side of the victims"),
        field("source", "Source"),
        field("effect", "Harm", "choice", dict(EFFECTS)),
        field("group", "Group", "choice", groups),
        field("posture", "Posture", "choice", dict(words.POSTURES)),
        field("said_from", "Said from", "date"),
        field("said_to", "Said until", "date"),
        field("happened_from", "Harm from", "date"),
        field("happened_to", "Harm until", "date"),
        field("place", "Place"),
        field("publisher", "Outlet"),
    )
