"""What needs a look, who decided what, and what stands on the review side of a claim and a source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.claims import AnyClaim
from sayso.claims.casualty import UNKNOWN
from sayso.reconcile.context import is_casualty
from sayso.serve.desk import links
from sayso.serve.desk.archive import Archive
from sayso.serve.desk.cards import ClaimCard, claim_card, stored_card
from sayso.serve.desk.decisions import grade_of
from sayso.serve.desk.forms import FormField, Option, claim_form
from sayso.serve.desk.ledger import Ledger
from sayso.serve.desk.paging import Paged, page_of
from sayso.serve.desk.view import Choice, Head, head
from sayso.store.interface import ClaimFilter, Page, StoredClaim

#: Claims read with less confidence than this are worth a look: most have a wrong figure, side or source.
UNSURE = 0.6
_DECIDED_MOST = 10_000
REASONS = {
    "orphaned": "Decided on, gone after re-reading",
    "disputed": "Disputed",
    "source": "Source not resolved",
    "side": "Side not told",
    "unsure": "Read with low confidence",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """A claim that needs a look, why, and how many decisions it has."""

    claim: ClaimCard
    reasons: tuple[str, ...]
    confidence: float
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPage:
    """The review queue of a conflict."""

    head: Head
    reasons: tuple[Choice, ...]
    rows: tuple[QueueRow, ...]
    paged: Paged
    #: Claims that somebody accepted, corrected or rejected.
    decided: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimReview:
    """What may be done about a claim, with what stands."""

    fields: tuple[FormField, ...]
    #: Grade of the item, given by a person; None where nobody gave one.
    grade_item: str | None
    #: Its source by name, the grade given to it, and how many decisions it has; None without a named source.
    source: str | None
    grade_source: str | None
    source_version: int
    #: The incident that the claim is linked to, and those it may be linked to.
    incident: str | None
    incidents: tuple[Option, ...]


def review_page(archive: Archive, ledger: Ledger, why: str | None, cursor: str | None, limit: int) -> ReviewPage:
    """The claims nobody decided on that need a look, for one reason or any; most reasons first."""
    decided = _decided(archive, ledger)
    queue = ledger.pages.get("queue", lambda: tuple(_queue(ledger, decided)))
    lost = ledger.pages.get("orphans", lambda: tuple(_orphaned(archive, ledger)))
    rows = [*lost, *queue]
    path = links.conflict_path(ledger.conflict, "review")
    wanted = [row for row in rows if why is None or why in row.reasons]
    shown, paged = page_of(wanted, cursor, limit, links.to(path, {"why": why}))
    return ReviewPage(
        head=head(ledger),
        reasons=_choices(path, why, rows),
        rows=tuple(shown),
        paged=paged,
        decided=len(decided),
    )


def _choices(path: str, why: str | None, rows: list[QueueRow]) -> tuple[Choice, ...]:
    counted = Counter(reason for row in rows for reason in row.reasons)
    every = Choice(value="", words=f"All ({len(rows):,})", told="", href=path, chosen=why is None)
    named = (
        Choice(
            value=name,
            words=f"{told} ({counted[name]:,})",
            told="",
            href=links.to(path, {"why": name}),
            chosen=why == name,
        )
        for name, told in REASONS.items()
    )
    return (every, *named)


def _decided(archive: Archive, ledger: Ledger) -> Mapping[str, StoredClaim]:
    """The claims of a conflict that somebody decided on, by id."""

    def read() -> Mapping[str, StoredClaim]:
        found = {}
        for status in ("accepted", "corrected", "added", "rejected"):
            wanted = ClaimFilter(conflict=links.conflict_key(ledger.conflict), status=status)
            rows = archive.claims(wanted, Page(limit=_DECIDED_MOST)).rows
            found.update({one.claim.id: one for one in rows})
        return found

    return ledger.pages.get("decided", read)


def _queue(ledger: Ledger, decided: Mapping[str, StoredClaim]) -> Iterator[QueueRow]:
    disputed = {claim.id for one in ledger.disputes for claim in (*one.one, *one.other)}
    waiting = [claim for claim in ledger.book.claims.values() if claim.id not in decided]
    found = [(claim, tuple(_reasons(claim, disputed))) for claim in waiting]
    kept = [(claim, reasons) for claim, reasons in found if reasons]
    for claim, reasons in sorted(kept, key=lambda pair: (-len(pair[1]), pair[0].confidence, ledger.when(pair[0]))):
        card = claim_card(claim, ledger)
        yield QueueRow(claim=card, reasons=reasons, confidence=round(claim.confidence, 2), version=0)


def _reasons(claim: AnyClaim, disputed: set[str]) -> Iterator[str]:
    if claim.id in disputed:
        yield "disputed"
    if "source" in claim.unresolved:
        yield "source"
    if is_casualty(claim) and claim.value.side == UNKNOWN:
        yield "side"
    if claim.confidence < UNSURE:
        yield "unsure"


def _orphaned(archive: Archive, ledger: Ledger) -> Iterator[QueueRow]:
    for one in archive.orphaned(ledger.conflict):
        yield QueueRow(
            claim=stored_card(one),
            reasons=("orphaned",),
            confidence=round(one.claim.confidence, 2),
            version=one.version,
        )


def claim_review(stored: StoredClaim, ledger: Ledger, archive: Archive) -> ClaimReview:
    """What may be done about a claim."""
    claim = stored.claim
    source = claim.source.name if claim.source else None
    log = archive.decisions(("party", source), Page(limit=1000)).rows[::-1] if source else ()
    return ClaimReview(
        fields=claim_form(claim, ledger),
        grade_item=grade_of(stored.history, "grade_item"),
        source=source,
        grade_source=grade_of(log, "grade_source"),
        source_version=len(log),
        incident=ledger.book.incident_of.get(claim.id),
        incidents=tuple(_incidents(ledger)) if is_casualty(claim) else (),
    )


def _incidents(ledger: Ledger) -> Iterator[Option]:
    for one in ledger.incidents[:200]:
        day = one.start.isoformat() if one.start else "day not told"
        parties = f", {' and '.join(one.parties)}" if one.parties else ""
        yield Option(value=one.id, words=f"{one.place or 'place not told'}, {day}{parties}, {len(one.claims)} claims")
