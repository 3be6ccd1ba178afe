"""What makes a number, as a tree: sums, their parts, the claims of each part, what is left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sayso.reconcile.explain import ExplainOptions, Explanation, LeftOut, Sum, explain, headline
from sayso.reconcile.parts import Part
from sayso.reconcile.wording import describe_explanation, describe_left_out, equation, victims
from sayso.serve.desk import links
from sayso.serve.desk.cards import ClaimCard, claim_card
from sayso.serve.desk.ledger import Ledger
from sayso.serve.desk.view import Head, head

_MOST_CARRIERS, _MOST_ASIDE, _MOST_OFFERED = 20, 60, 12
_HOW = {
    "claim": "one claim",
    "statement": "counted one by one in one statement",
    "incidents": "several incidents told by one source",
    "increments": "an earlier total and what was added to it",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartCard:
    """One part of a sum and the claims it rests on."""

    value: int
    at_least: bool
    whose: str
    how: str
    claims: tuple[ClaimCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SumCard:
    """Parts that add up to the number."""

    equation: str
    #: "stated" by the report, or "arithmetical".
    manner: str
    parts: tuple[PartCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutCard:
    """Victims on record that the sum does not count."""

    text: str
    figures: tuple[PartCard, ...]
    total_low: int
    total_high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AsideCard:
    """A figure that may not be a part, and why."""

    claim: ClaimCard
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A number worth asking about: a total that heads a report."""

    number: int
    href: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainPage:
    """What on record makes a number; without one, numbers worth asking about."""

    head: Head
    number: int | None
    as_of: str | None
    #: "one", "several", "nothing"; None where no number was asked for.
    outcome: str | None
    sentences: tuple[str, ...]
    carriers: tuple[ClaimCard, ...]
    carriers_total: int
    sums: tuple[SumCard, ...]
    sets: int
    nearby_made: int
    nearby: int
    capped: bool
    left_out: tuple[LeftOutCard, ...]
    rivals: tuple[PartCard, ...]
    set_aside: tuple[AsideCard, ...]
    offered: tuple[Offered, ...]


def explain_page(ledger: Ledger, number: int | None, as_of: date | None) -> ExplainPage:
    """The page for a number, or the one that asks for it."""
    if number is None:
        return ExplainPage(head=head(ledger), **_NOTHING_ASKED, offered=_offered(ledger))  # type: ignore[arg-type]
    found = explain(number, ledger.book, ExplainOptions(as_of=as_of))
    return ExplainPage(
        head=head(ledger),
        number=number,
        as_of=as_of.isoformat() if as_of else None,
        outcome=found.outcome,
        sentences=describe_explanation(found),
        carriers=tuple(claim_card(claim, ledger) for claim in found.carriers[:_MOST_CARRIERS]),
        carriers_total=len(found.carriers),
        sums=tuple(_sum(one, found, ledger) for one in found.sums),
        sets=found.sets,
        nearby_made=found.nearby_made,
        nearby=found.nearby,
        capped=found.capped,
        left_out=tuple(_left_out(n, found, ledger) for n in range(len(found.left_out))),
        rivals=tuple(_part(part, ledger) for part in found.rivals),
        set_aside=tuple(
            AsideCard(claim=claim_card(one.claim, ledger), reason=one.reason) for one in found.set_aside[:_MOST_ASIDE]
        ),
        offered=_offered(ledger),
    )


_NOTHING_ASKED: dict[str, object] = {
    "number": None,
    "as_of": None,
    "outcome": None,
    "sentences": (),
    "carriers": (),
    "carriers_total": 0,
    "sums": (),
    "sets": 0,
    "nearby_made": 0,
    "nearby": 0,
    "capped": False,
    "left_out": (),
    "rivals": (),
    "set_aside": (),
}


def _sum(one: Sum, found: Explanation, ledger: Ledger) -> SumCard:
    return SumCard(
        equation=equation(found.number, one),
        manner=one.manner,
        parts=tuple(_part(part, ledger) for part in one.parts),
    )


def _part(part: Part, ledger: Ledger) -> PartCard:
    return PartCard(
        value=part.value,
        at_least=part.at_least,
        whose=victims(part.cell, part.value),
        how=_HOW[part.how],
        claims=tuple(claim_card(claim, ledger) for claim in part.claims),
    )


def _left_out(number: int, found: Explanation, ledger: Ledger) -> LeftOutCard:
    entry: LeftOut = found.left_out[number]
    return LeftOutCard(
        text=describe_left_out(found)[number],
        figures=tuple(_part(part, ledger) for part in entry.figures),
        total_low=entry.total_low,
        total_high=entry.total_high,
    )


def _offered(ledger: Ledger) -> tuple[Offered, ...]:
    """The totals that head the latest reports, each once."""
    latest = sorted(
        ledger.book.records, key=lambda record: (str(record.document.published), record.document.id), reverse=True
    )
    found: dict[int, Offered] = {}
    for record in latest[: 4 * _MOST_OFFERED]:
        number = headline(record)
        if number and number not in found:
            title = record.document.title or record.document.name
            found[number] = Offered(number=number, href=links.explain(ledger.conflict, number), title=title)
    return tuple(list(found.values())[:_MOST_OFFERED])
