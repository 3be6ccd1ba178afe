"""A claim: its words, who vouches for it, how it stands to others, and which tallies rest on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.claims import AnyClaim
from sayso.model import Evidence
from sayso.reconcile.context import is_casualty
from sayso.serve.desk import links, words
from sayso.serve.desk.archive import Archive
from sayso.serve.desk.cards import ClaimCard, JudgementCard, judgement_card, stored_card
from sayso.serve.desk.decisions import DecisionCard, decision_card
from sayso.serve.desk.disagreement import quotes
from sayso.serve.desk.ledger import Ledger
from sayso.serve.desk.review import ClaimReview, claim_review
from sayso.serve.desk.tallies import Quote, TallyCell, tally_cell
from sayso.serve.desk.view import Head, View, head
from sayso.store.interface import StoredClaim

#: Characters of the report shown on either side of the words.
_AROUND = 180
_MOST = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The words of a claim in their report."""

    before: str
    words: str
    after: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing that a claim says of itself, or why that is left open."""

    name: str
    value: str | None
    open: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """A tally that a claim has a part in."""

    bounds: tuple[str, ...]
    reason: str
    cell: TallyCell


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPage:
    """One claim."""

    head: Head
    claim: ClaimCard
    #: Whether and why it counts: read, accepted, corrected, added; rejected, withheld, replaced, superseded.
    status: str
    #: Number of decisions on it: what a further decision must have seen.
    version: int
    history: tuple[DecisionCard, ...]
    context: tuple[Context, ...]
    fields: tuple[Field, ...]
    #: What the source says and how, in the report's words; None for the report's own voice.
    source_words: str | None
    cue_words: str | None
    content_words: str | None
    basis: Quote | None
    judgements: tuple[JudgementCard, ...]
    #: How many judgements there are; more than are shown where many reports repeat a figure.
    judgements_total: int
    tallies: tuple[Resting, ...]
    incident_href: str | None
    explain_href: str | None
    origin: str
    confidence: float
    review: ClaimReview


def claim_page(stored: StoredClaim, ledger: Ledger, archive: Archive) -> ClaimPage:
    """The page of a claim; one that does not count any more has no judgements and no tallies."""
    claim = stored.claim
    record = ledger.by_document.get(stored.document)
    attribution = record.attribution(claim.attribution) if record else None
    named = ledger.judgements_on.get(claim.id, ())
    incident = ledger.book.incident_of.get(claim.id)
    number = claim.value.low if is_casualty(claim) else None
    basis = quotes((claim.basis,)) if claim.basis else ()
    return ClaimPage(
        head=head(ledger),
        claim=stored_card(stored),
        status=stored.status,
        version=stored.version,
        history=tuple(decision_card(one, stored.history) for one in stored.history),
        context=tuple(_contexts(claim, record.document.text if record else "")),
        fields=tuple(_fields(claim)),
        source_words=_exact(attribution.source) if attribution else None,
        cue_words=_exact(attribution.cue) if attribution else None,
        content_words=_exact(attribution.content) if attribution else None,
        basis=basis[0] if basis else None,
        judgements=tuple(judgement_card(one, claim.id, ledger) for one in named[:_MOST]),
        judgements_total=len(named),
        tallies=tuple(_resting(claim, ledger)),
        incident_href=links.to(links.conflict_path(ledger.conflict, "incidents"), fragment=f"i-{incident}")
        if incident
        else None,
        explain_href=links.explain(ledger.conflict, number) if number else None,
        origin=claim.origin,
        confidence=round(claim.confidence, 2),
        review=claim_review(stored, ledger, archive),
    )


def _exact(evidence: Sequence[Evidence]) -> str:
    return " […] ".join(words.squeezed(piece.exact) for piece in evidence)


def _contexts(claim: AnyClaim, text: str) -> Iterator[Context]:
    for piece in claim.evidence:
        before = text[max(0, piece.start - _AROUND) : piece.start]
        after = text[piece.end : piece.end + _AROUND]
        yield Context(
            before=_closed_up(re.sub(r"^\S*\s+", "…", before) if piece.start > _AROUND else before),
            words=piece.exact,
            after=_closed_up(re.sub(r"\s+\S*$", "…", after) if piece.end + _AROUND < len(text) else after),
            href=links.evidence(piece),
        )


def _closed_up(text: str) -> str:
    """Text around some words without its empty lines."""
    return re.sub(r"\n\s*\n", "\n", text)


def _fields(claim: AnyClaim) -> Iterator[Field]:
    """The fields in a fixed order, then whatever else was left open."""
    told = dict(_told(claim))
    left = dict(claim.unresolved)
    for name, value in told.items():
        yield Field(name=name, value=value, open=left.pop(_FIELD_OF.get(name, name), None))
    yield from (Field(name=name.replace("_", " "), value=None, open=reason) for name, reason in sorted(left.items()))


#: What a field is called in `unresolved`, where its name here is another one.
_FIELD_OF = {
    "said on": "said_on",
    "happened": "happened_start",
    "said to be done by": "perpetrator",
}


def _told(claim: AnyClaim) -> Iterator[tuple[str, str | None]]:
    said = claim.said_on
    if is_casualty(claim):
        value = claim.value
        yield "victims", value.victims.exact if value.victims else None
        yield "group", words.GROUPS[value.group]
        yield "side", f"{value.side}{f', {value.side_basis}' if value.side_basis else ''}"
        yield "posture", words.POSTURES[value.posture]
        yield "scope", words.SCOPES[value.scope]
        yield "place", value.place
        yield "happened", words.window(value.happened_start, value.happened_end)
        yield "said to be done by", value.perpetrator
    yield "said on", said.isoformat() if said else None
    if claim.source is not None:
        yield "source is", ", ".join(claim.source.names())
        yield "speaks for", claim.source.speaks_for
    yield "certainty", claim.certainty
    if claim.background:
        yield "background", "an earlier war or attack; it enters no tally"


def _resting(claim: AnyClaim, ledger: Ledger) -> Iterator[Resting]:
    view = View()
    for one in ledger.tallies(view.policy, None):
        for use in one.derivation:
            if use.claim == claim.id:
                yield Resting(bounds=use.bounds, reason=use.reason, cell=tally_cell(one, ledger, view, 0))
