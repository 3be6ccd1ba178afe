"""Records as the flat rows that people and tools build on: casualties, attributions, relations.

The column names and their meaning are fixed (they are what the evaluation cases and scorers speak).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from sayso.claims import AnyClaim, CasualtyClaim, ReportRecord
from sayso.claims.casualty import Casualty
from sayso.model import Attribution, End, Evidence, Judgement, Party

#: Rows show at most this many characters of evidence; longer spans are cut at their end.
MAX_SPAN = 400

Span = list[int]


class SpanRow(TypedDict):
    """Offsets of some words."""

    start: int
    end: int


class CasualtyRow(TypedDict):
    """One casualty claim."""

    id: str
    document: str
    sample: bool
    start: int
    end: int
    number: SpanRow | None
    effect: str
    low: int | None
    high: int | None
    modality: str
    victims: str | None
    group: str
    side: str
    side_group: str
    side_basis: str | None
    perpetrator: str | None
    source: list[str]
    via: list[str]
    said_on: str | None
    happened_start: str | None
    happened_end: str | None
    place: str | None
    scope: str
    background: bool
    polarity: str
    certainty: str
    posture: str
    basis: str | None
    confidence: float
    repeat_of: str | None
    part_of: str | None
    unresolved: dict[str, str]


class AttributionRow(TypedDict):
    """One attribution, without its document."""

    id: str
    source: list[Span]
    cue: list[Span]
    content: list[Span]
    speaker: str | None
    via: list[str]
    said_on: str | None
    form: str
    stance: str
    mental: bool
    within: str | None
    confidence: float
    unresolved: dict[str, str]


class DocumentAttributions(TypedDict):
    """Every attribution of one document."""

    doc_id: str
    sample: bool
    attributions: list[AttributionRow]


class EndRow(TypedDict):
    """A claim at one end of a relation."""

    id: str
    start: int
    end: int
    low: int | None


RelationRow = TypedDict(
    "RelationRow",
    {
        "document": str,
        "sample": bool,
        "kind": str,
        "start": int | None,
        "end": int | None,
        "from": EndRow | None,
        "to": list[EndRow],
        "from_party": list[str],
        "to_party": list[str],
        "why": dict[str, str],
    },
)

#: Judgements that are rows of the relations format; repeats and parts are columns of the casualties format.
RELATION_KINDS = ("denies", "conflicts", "revises", "sums", "blames", "corroborates")


def casualty_claims(record: ReportRecord) -> tuple[CasualtyClaim, ...]:
    """The casualty claims of a record, in text order."""
    found = [claim for claim in record.claims if isinstance(claim.value, Casualty)]
    return tuple(sorted(found, key=lambda claim: (claim.evidence[0].start, claim.evidence[0].end)))  # type: ignore[arg-type]


def casualty_rows(record: ReportRecord) -> Iterator[CasualtyRow]:
    """One row a casualty claim, repeats included, in text order."""
    repeats, wholes = _linked(record.judgements, "repeats"), _linked(record.judgements, "part_of")
    for claim in casualty_claims(record):
        row = _casualty_row(claim, record)
        row["repeat_of"] = repeats.get(claim.id)
        row["part_of"] = wholes.get(claim.id)
        yield row


def _linked(judgements: Sequence[Judgement], kind: str) -> dict[str, str]:
    """Claim id -> the id of the claim that it repeats or is part of."""
    return {
        j.subject.claims[0]: j.object.claims[0]
        for j in judgements
        if j.kind == kind and j.stands and j.subject.claims and j.object.claims
    }


def _casualty_row(claim: CasualtyClaim, record: ReportRecord) -> CasualtyRow:
    value, shown = claim.value, claim.evidence[0]
    return CasualtyRow(
        id=claim.id,
        document=record.document.name,
        sample=record.document.sample,
        start=shown.start,
        end=_cut(shown),
        number=None if value.number is None else {"start": value.number.start, "end": value.number.end},
        effect=value.effect,
        low=value.low,
        high=value.high,
        modality=value.modality,
        victims=_exact(value.victims),
        group=value.group,
        side=value.side,
        side_group=value.side_group,
        side_basis=value.side_basis,
        perpetrator=value.perpetrator,
        source=_names(claim.source),
        via=[party.name for party in claim.via],
        said_on=_iso(claim.said_on),
        happened_start=_iso(value.happened_start),
        happened_end=_iso(value.happened_end),
        place=value.place,
        scope=value.scope,
        background=claim.background,
        polarity=claim.polarity,
        certainty=claim.certainty,
        posture=value.posture,
        basis=_exact(claim.basis),
        confidence=round(claim.confidence, 3),
        repeat_of=None,
        part_of=None,
        unresolved=dict(claim.unresolved),
    )


def attribution_rows(record: ReportRecord) -> DocumentAttributions:
    """The attributions of one document, in text order."""
    return DocumentAttributions(
        doc_id=record.document.name,
        sample=record.document.sample,
        attributions=[_attribution_row(attribution) for attribution in record.attributions],
    )


def _attribution_row(attribution: Attribution) -> AttributionRow:
    return AttributionRow(
        id=attribution.id,
        source=_spans(attribution.source),
        cue=_spans(attribution.cue),
        content=_spans(attribution.content),
        speaker=attribution.speaker.name if attribution.speaker else None,
        via=[party.name for party in attribution.via],
        said_on=_iso(attribution.said_on),
        form=attribution.form,
        stance=attribution.stance,
        mental=attribution.mental,
        within=attribution.within,
        confidence=round(attribution.confidence, 3),
        unresolved=dict(attribution.unresolved),
    )


def relation_rows(record: ReportRecord) -> Iterator[RelationRow]:
    """One row a relation between claims or parties of the report."""
    claims = {claim.id: claim for claim in record.claims}
    for judgement in record.judgements:
        if judgement.kind in RELATION_KINDS and judgement.stands:
            yield _relation_row(judgement, _Context(record=record, claims=claims))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    record: ReportRecord
    claims: Mapping[str, AnyClaim]


def _relation_row(judgement: Judgement, context: _Context) -> RelationRow:
    subject, objects = _ends(judgement.subject, context.claims), _ends(judgement.object, context.claims)
    shown = judgement.evidence[0] if judgement.evidence else None
    return {
        "document": context.record.document.name,
        "sample": context.record.document.sample,
        "kind": judgement.kind,
        "start": shown.start if shown else None,
        "end": _cut(shown) if shown else None,
        "from": subject[0] if subject else None,
        "to": objects,
        "from_party": _end_party(judgement.subject, context.claims),
        "to_party": _end_party(judgement.object, context.claims),
        "why": dict(judgement.why),
    }


def _ends(end: End, claims: Mapping[str, AnyClaim]) -> list[EndRow]:
    """The casualty claims at one end; a statement (a denial, an accusation) is a party's, not a figure."""
    found = (claims[identifier] for identifier in end.claims if identifier in claims)
    return [
        EndRow(id=claim.id, start=claim.evidence[0].start, end=_cut(claim.evidence[0]), low=claim.value.low)
        for claim in found
        if isinstance(claim.value, Casualty)
    ]


def _end_party(end: End, claims: Mapping[str, AnyClaim]) -> list[str]:
    if end.party is not None:
        return _names(end.party)
    sources = (claims[identifier].source for identifier in end.claims if identifier in claims)
    return next((_names(source) for source in sources if source is not None), [])


def _names(party: Party | None) -> list[str]:
    return list(party.names()) if party else []


def _spans(evidence: Sequence[Evidence]) -> list[Span]:
    return [[piece.start, piece.end] for piece in evidence]


def _cut(evidence: Evidence) -> int:
    return min(evidence.end, evidence.start + MAX_SPAN)


def _exact(evidence: Evidence | None) -> str | None:
    return evidence.exact if evidence else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
