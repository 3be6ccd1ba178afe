"""Who contradicts whom: figures that exclude each other, denials, and one announcement told with two numbers.

Nothing here says who is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from sayso.claims import CasualtyClaim
from sayso.claims.compare import cannot_both_hold
from sayso.model import Evidence, Party
from sayso.reconcile.announcements import Announcement, camp_key, slack
from sayso.reconcile.book import Book
from sayso.reconcile.context import is_casualty

#: Figures that cannot both hold; a denial; one announcement that reports give with different numbers; two sides who
#: accuse each other.
DisputeKind = Literal["conflict", "denial", "variant", "blame"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Two ends that contradict each other."""

    kind: DisputeKind
    #: Figures at either end; empty where a statement without a figure is disputed.
    one: tuple[CasualtyClaim, ...]
    other: tuple[CasualtyClaim, ...]
    #: Whose statement stands at either end, where no figure does.
    party: Party | None = None
    other_party: Party | None = None
    #: The words that show it; empty where comparing the numbers does.
    evidence: tuple[Evidence, ...] = ()
    day: date | None = None
    why: Mapping[str, str] = field(default_factory=dict)


def disputes(book: Book) -> tuple[Dispute, ...]:
    """Every dispute, earlier ones first; each pair of figures once."""
    variants = list(_variants(book))
    pairs = {frozenset((d.one[0].id, d.other[0].id)) for d in variants}
    judged = [d for d in _judged(book) if frozenset(c.id for c in (*d.one, *d.other)) not in pairs]
    return tuple(sorted((*variants, *judged), key=_order))


def _order(dispute: Dispute) -> tuple[date, str, tuple[str, ...], tuple[Evidence, ...]]:
    return (
        dispute.day or date.max,
        dispute.kind,
        tuple(claim.id for claim in (*dispute.one, *dispute.other)),
        dispute.evidence,
    )


def _judged(book: Book) -> Iterator[Dispute]:
    names: Mapping[str, DisputeKind] = {"conflicts": "conflict", "denies": "denial", "blames": "blame"}
    for judgement in book.judgements:
        if judgement.kind in names:
            one, other = (_figures(end.claims, book) for end in (judgement.subject, judgement.object))
            yield Dispute(
                kind=names[judgement.kind],
                one=one,
                other=other,
                party=judgement.subject.party,
                other_party=judgement.object.party,
                evidence=judgement.evidence,
                day=_day((*one, *other), judgement.evidence, book),
                why=judgement.why,
            )


def _day(figures: Sequence[CasualtyClaim], evidence: Sequence[Evidence], book: Book) -> date | None:
    """The first day on which one of the figures was said, else that of the report that tells of the dispute."""
    said = [day for claim in figures if (day := book.shelf.said(claim)) is not None]
    told = [day for shown in evidence if (day := book.shelf.documents[shown.document].published) is not None]
    return min(said or told, default=None)


def _figures(identifiers: tuple[str, ...], book: Book) -> tuple[CasualtyClaim, ...]:
    found = (book.claims[identifier] for identifier in identifiers if identifier in book.claims)
    return tuple(claim for claim in found if is_casualty(claim))


def _variants(book: Book) -> Iterator[Dispute]:
    """One camp's count given with numbers that lie close together (31 and 32).

    Of one day, or, within a day of each other, both added to one earlier total (31 + 27 = 58, 31 + 28 = 59).
    """
    for _, found in book.spots():
        totals = [one for one in found if one.number and one.value.scope == "running_total" and one.day]
        totals.sort(key=lambda one: (one.number or 0, one.lead.id))
        added = {(camp_key(o), d): o.number or 0 for o in found if o.value.scope == "increment" for d in o.documents()}
        for one, other in _neighbours(totals):
            bases = _bases(one, added) & _bases(other, added)
            if _close(one, other) and (one.day == other.day or bases):
                yield _variant(one, other, bases)


def _variant(one: Announcement, other: Announcement, bases: set[int]) -> Dispute:
    count = f"both added to {min(bases)}" if bases else "of one camp and one day"
    return Dispute(
        kind="variant",
        one=(one.lead,),
        other=(other.lead,),
        day=one.day,
        why={"figures": f"{one.number} and {other.number}", "count": count},
    )


def _neighbours(totals: Sequence[Announcement]) -> Iterator[tuple[Announcement, Announcement]]:
    """Totals of one camp that lie within a day and a twentieth of each other; `totals` ascending."""
    for n, one in enumerate(totals):
        for other in totals[n + 1 :]:
            if (other.number or 0) - (one.number or 0) > slack(one.number or 0):
                break
            days_apart = abs((other.day - one.day).days) if one.day and other.day else None
            if camp_key(one) == camp_key(other) and days_apart is not None and days_apart <= 1:
                yield one, other


def _bases(one: Announcement, added: Mapping[tuple[str, str], int]) -> set[int]:
    """The earlier total that a report's own increment tells: its total less what it says was added."""
    steps = (added[key] for document in one.documents() if (key := (camp_key(one), document)) in added)
    return {(one.number or 0) - step for step in steps if step < (one.number or 0)}


def _close(one: Announcement, other: Announcement) -> bool:
    return one.number != other.number and cannot_both_hold(one.value, other.value)
