"""Small parts that several pages show: a claim, a report, a voice, a judgement."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.claims import AnyClaim, CasualtyClaim
from sayso.claims.casualty import BOTH, UNKNOWN
from sayso.claims.statement import Accusation, Denial, Silence
from sayso.model import Document, Judgement, Party
from sayso.reconcile.context import is_casualty, own_voice
from sayso.reconcile.wording import EFFECTS, side_words
from sayso.serve.desk import links, words
from sayso.serve.desk.ledger import Ledger
from sayso.store.interface import StoredClaim

_LONGEST_QUOTE = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCard:
    """A report as a list shows it."""

    id: str
    href: str
    name: str
    title: str
    publisher: str | None
    published: str | None
    #: How the date is known: "given", "metadata", "text"; None where it is not.
    published_basis: str | None
    uri: str | None
    #: Written to test software: no source about the world.
    sample: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCard:
    """A claim as a list shows it: the number, whose dead, on whose word, by which words."""

    id: str
    href: str
    kind: str
    #: The number in words; what is stated, for a statement without a figure.
    amount: str
    low: int | None
    high: int | None
    effect: str | None
    effect_words: str | None
    group: str | None
    group_words: str | None
    side: str | None
    side_group: str | None
    side_words: str | None
    source: str
    source_href: str | None
    #: Why the source is not known; None where it is.
    source_open: str | None
    via: tuple[str, ...]
    posture: str | None
    posture_words: str | None
    said_on: str | None
    happened: str | None
    place: str | None
    scope_words: str | None
    polarity: str
    certainty: str
    background: bool
    words: str
    words_href: str
    report: ReportCard


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementCard:
    """A judgement as seen from one claim."""

    id: str
    kind: str
    #: "denies", "is denied by" ...
    relation: str
    #: The claims at the other end; empty where a party or an incident stands there.
    others: tuple[ClaimCard, ...]
    party: str | None
    incident: str | None
    why: tuple[tuple[str, str], ...]
    words: str | None
    words_href: str | None
    by: str
    at: str | None
    withdrawn_by: str | None


def report_card(document: Document) -> ReportCard:
    """The card of a report."""
    return ReportCard(
        id=document.id,
        href=links.report(document.id),
        name=document.name,
        title=document.title or document.name,
        publisher=document.publisher,
        published=document.published.isoformat() if document.published else None,
        published_basis=document.published_basis,
        uri=document.uri,
        sample=document.sample,
    )


def claim_card(claim: AnyClaim, ledger: Ledger) -> ClaimCard:
    """The card of a claim of this ledger's reports."""
    return _card(claim, ledger.conflict, report_card(ledger.document(claim)))


def stored_card(stored: StoredClaim) -> ClaimCard:
    """The card of a claim as the store lists it."""
    report = ReportCard(
        id=stored.document,
        href=links.report(stored.document),
        name=stored.document_name,
        title=stored.title or stored.document_name,
        publisher=stored.publisher,
        published=stored.published.isoformat() if stored.published else None,
        published_basis=None,
        uri=None,
        sample=stored.sample,
    )
    return _card(stored.claim, stored.conflict, report)


def _card(claim: AnyClaim, conflict: str | None, report: ReportCard) -> ClaimCard:
    shown, said = claim.evidence[0], claim.said_on
    figure = claim if is_casualty(claim) else None
    value = figure.value if figure else None
    return ClaimCard(
        id=claim.id,
        href=links.claim(claim.id),
        kind=claim.value.kind,
        amount=words.amount(figure) if figure else statement_words(claim),
        low=value.low if value else None,
        high=value.high if value else None,
        effect=value.effect if value else None,
        effect_words=EFFECTS[value.effect] if value else None,
        group=value.group if value else None,
        group_words=words.GROUPS[value.group] if value else None,
        side=value.side if value else None,
        side_group=value.side_group if value else None,
        side_words=whose(figure) if figure else None,
        source=source_name(claim),
        source_href=links.source(conflict, claim.source.name) if claim.source else None,
        source_open=claim.unresolved.get("source"),
        via=tuple(party.name for party in claim.via),
        posture=value.posture if value else None,
        posture_words=words.POSTURES[value.posture] if value else None,
        said_on=said.isoformat() if said else None,
        happened=words.window(value.happened_start, value.happened_end) if value else None,
        place=value.place if value else None,
        scope_words=words.SCOPES[value.scope] if value else None,
        polarity=claim.polarity,
        certainty=claim.certainty,
        background=claim.background,
        words=words.squeezed(shown.exact, _LONGEST_QUOTE),
        words_href=links.evidence(shown),
        report=report,
    )


def whose(claim: CasualtyClaim) -> str:
    """Whose dead: the party as the report gives it, and the side that it is counted with."""
    value = claim.value
    named = side_words(value.side)
    return named if value.side_group in (value.side, BOTH, UNKNOWN) else f"{named} ({value.side_group})"


def source_name(claim: AnyClaim) -> str:
    """Who vouches for a claim."""
    if own_voice(claim):
        return words.OWN_VOICE
    return claim.source.name if claim.source else "a source that could not be resolved"


def statement_words(claim: AnyClaim) -> str:
    """What a claim without a figure states."""
    value = claim.value
    if isinstance(value, Denial):
        return f"denies {_denied(value)}"
    if isinstance(value, Accusation):
        return "each accuses the other" if value.mutual else f"accuses {_name(value.accused)}"
    if isinstance(value, Silence):
        return f"{_name(value.party)} is silent about its {value.about.removeprefix('its ')}"
    return "states a figure"


def _denied(value: Denial) -> str:
    denied = {"statement": "what {} said", "responsibility": "having done it", "harm": "that it happened"}[value.of]
    return denied.format(_name(value.denied))


def _name(party: Party | None) -> str:
    return party.name if party else "someone not named"


def judgement_card(judgement: Judgement, claim: str, ledger: Ledger) -> JudgementCard:
    """A judgement seen from a claim that it names."""
    from_here = claim in judgement.subject.claims
    other = judgement.object if from_here else judgement.subject
    found = (ledger.book.claims[one] for one in other.claims if one in ledger.book.claims and one != claim)
    shown = judgement.evidence[0] if judgement.evidence else None
    return JudgementCard(
        id=judgement.id,
        kind=judgement.kind,
        relation=(words.RELATIONS if from_here else words.RELATIONS_FROM)[judgement.kind],
        others=tuple(claim_card(one, ledger) for one in found),
        party=other.party.name if other.party else None,
        incident=other.incident,
        why=tuple((name, finding) for name, finding in sorted(judgement.why.items())),
        words=words.squeezed(shown.exact, _LONGEST_QUOTE) if shown else None,
        words_href=links.evidence(shown) if shown else None,
        by=words.who_judged(judgement),
        at=judgement.at.isoformat() if judgement.at else None,
        withdrawn_by=judgement.withdrawn_by,
    )
