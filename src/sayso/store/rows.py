"""Parts of a record as rows of the tables: the one place where readable columns are written from exact objects."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sayso.claims import AnyClaim, Casualty, ReportRecord
from sayso.claims.codec import part_to_json
from sayso.model import Attribution, Document, End, Evidence, Judgement, Party, Unused, digest
from sayso.store.interface import DocumentKind, Status
from sayso.store.tables import NO_DAY

Row = dict[str, Any]

#: PostgreSQL cannot store this character; readable columns show another in its place, so that offsets stay.
_NUL, _SHOWN = "\x00", "\ufffd"
#: A person's claims come after those of the reading.
BY_HAND = 1_000_000


def shown(text: str) -> str:
    """The text as a readable column holds it, the same length."""
    return text.replace(_NUL, _SHOWN)


def _maybe(text: str | None) -> str | None:
    return None if text is None else shown(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where rows belong: document, reading (None: entered by a person), and when they are written."""

    document: Document
    conflict: str | None
    at: datetime
    reading: int | None = None


# ---------------------------------------------------------------- documents and readings


def document_row(document: Document, kind: DocumentKind, conflict: str | None, at: datetime) -> Row:
    """A row of `documents`."""
    return {
        "id": document.id,
        "kind": kind,
        "text": shown(document.text),
        "text_digest": document.text_digest,
        "uri": _maybe(document.uri),
        "added_at": at,
        **document_columns(document, conflict),
    }


def document_columns(document: Document, conflict: str | None) -> Row:
    """The columns of `documents` that a newer reading may change."""
    return {
        "name": shown(document.name),
        "title": _maybe(document.title),
        "publisher": _maybe(document.publisher),
        "published": document.published,
        "day": document.published or NO_DAY,
        "published_basis": document.published_basis,
        "retrieved_at": document.retrieved_at,
        "lang": shown(document.lang),
        "sample": document.sample,
        "raw_digest": document.raw_digest,
        "version_of": document.version_of,
        "conflict": _maybe(conflict),
        "data": document_data(document),
    }


def document_data(document: Document) -> str:
    """The document as JSON; its text, which has a column of its own, only where that column cannot hold it."""
    return part_to_json(document if _NUL in document.text else replace(document, text=""))


def reading_row(record: ReportRecord, origin: str, at: datetime) -> Row:
    """A row of `readings`, current."""
    return {
        "document": record.document.id,
        "origin": shown(origin),
        "conflict": _maybe(record.conflict),
        "current": True,
        "fingerprint": fingerprint(record),
        "read_at": at,
        "document_data": document_data(record.document),
        "notes": json.dumps(record.notes),
    }


def origin_of(record: ReportRecord) -> str:
    """The extractors that wrote the record's claims."""
    return ", ".join(sorted({claim.origin for claim in record.claims}))


def fingerprint(record: ReportRecord) -> str:
    """Hash of what was read. Confidences are left out: they differ in the last digits from machine to machine."""
    exact = [
        *(part_to_json(replace(one, confidence=1.0)) for one in record.attributions),
        *(part_to_json(replace(one, confidence=1.0)) for one in record.claims),
        *(part_to_json(replace(one, score=1.0, at=None)) for one in record.judgements),
        *(part_to_json(one) for one in record.unused),
    ]
    document = replace(
        record.document, name="", text="", title=None, retrieved_at=None, raw_digest=None, version_of=None
    )
    return digest(part_to_json(document), record.conflict, *record.notes, *exact, length=32)


# ---------------------------------------------------------------- attributions, claims, judgements


def attribution_row(one: Attribution, ordinal: int, reading: int) -> Row:
    """A row of `attributions`."""
    return {
        "reading": reading,
        "ordinal": ordinal,
        "id": shown(one.id),
        "speaker": shown(one.speaker.name) if one.speaker else None,
        "via": _names(one.via),
        "said_on": one.said_on,
        "form": one.form,
        "stance": one.stance,
        "mental": one.mental,
        "within": _maybe(one.within),
        "confidence": one.confidence,
        "words": _words(one.evidence()),
        "data": part_to_json(one),
    }


def claim_row(claim: AnyClaim, ordinal: int, place: Place, status: Status) -> Row:
    """A row of `claims` that counts."""
    return {
        "id": shown(claim.id),
        "document": place.document.id,
        "reading": place.reading,
        "decision": None,
        "ordinal": ordinal,
        "standing": True,
        "status": status,
        "decided": 0,
        "origin": shown(claim.origin),
        "kind": claim.value.kind,
        "conflict": _maybe(place.conflict),
        "source": shown(claim.source.name) if claim.source else None,
        "speaks_for": _maybe(claim.source.speaks_for) if claim.source else None,
        "via": _names(claim.via),
        "attribution": _maybe(claim.attribution),
        "said_on": claim.said_on,
        "day": claim.said_on or place.document.published or NO_DAY,
        **_casualty_columns(claim.value if isinstance(claim.value, Casualty) else None),
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "background": claim.background,
        "confidence": claim.confidence,
        "publisher": _maybe(place.document.publisher),
        "words": _words(claim.evidence),
        "added_at": place.at,
        "data": part_to_json(claim),
    }


_CASUALTY = ("effect", "modality", "side", "side_group", "perpetrator", "place", "scope", "posture")
#: The largest number that a column holds; a larger one is exact in `data` alone.
_LARGEST = 2**63 - 1


def _casualty_columns(value: Casualty | None) -> Row:
    numbers = {name: _column_number(getattr(value, name, None)) for name in ("low", "high")}
    days = {name: getattr(value, name, None) for name in ("happened_start", "happened_end")}
    texts = {name: _maybe(getattr(value, name, None)) for name in _CASUALTY}
    return {**numbers, **days, **texts, "victim_group": value.group if value else None}


def _column_number(number: int | None) -> int | None:
    return None if number is None else max(-_LARGEST, min(_LARGEST, number))


def judgement_row(one: Judgement, ordinal: int, reading: int | None) -> Row:
    """A row of `judgements`."""
    return {
        "reading": reading,
        "ordinal": ordinal,
        "id": shown(one.id),
        "kind": one.kind,
        "subject_claims": shown(" ".join(one.subject.claims)),
        "subject_party": _party(one.subject.party),
        "object_claims": shown(" ".join(one.object.claims)),
        "object_party": _party(one.object.party),
        "incident": _maybe(one.object.incident or one.subject.incident),
        "why": json.dumps(dict(one.why), ensure_ascii=False),
        "score": one.score,
        "by": shown(one.by),
        "at": one.at,
        "withdrawn_by": _maybe(one.withdrawn_by),
        "withdrawn_at": one.withdrawn_at,
        "data": part_to_json(one),
    }


def unused_row(one: Unused, ordinal: int, reading: int) -> Row:
    """A row of `unused`."""
    data = part_to_json(one)
    return {
        "reading": reading,
        "ordinal": ordinal,
        "words": shown(one.evidence.exact),
        "reason": shown(one.reason),
        "data": data,
    }


# ---------------------------------------------------------------- evidence


def attribution_evidence(one: Attribution, place: Place) -> Iterator[Row]:
    """Rows of `evidence` for one attribution."""
    for role, pieces in (("source", one.source), ("cue", one.cue), ("content", one.content)):
        yield from _evidence("attribution", one.id, {role: pieces}, place)


def claim_evidence(claim: AnyClaim, place: Place) -> Iterator[Row]:
    """Rows of `evidence` for one claim."""
    pieces = {"words": claim.evidence, "basis": (claim.basis,) if claim.basis else ()}
    return _evidence("claim", claim.id, pieces, place)


def judgement_evidence(one: Judgement, place: Place) -> Iterator[Row]:
    """Rows of `evidence` for one judgement."""
    return _evidence("judgement", one.id, {"shown": one.evidence}, place)


def unused_evidence(one: Unused, ordinal: int, place: Place) -> Iterator[Row]:
    """The row of `evidence` for a number passed over."""
    return _evidence("unused", str(ordinal), {"unused": (one.evidence,)}, place)


def _evidence(kind: str, owner: str, pieces: Mapping[str, Iterable[Evidence]], place: Place) -> Iterator[Row]:
    for role, listed in pieces.items():
        for piece in listed:
            yield {
                "document": place.document.id,
                "reading": place.reading,
                "owner_kind": kind,
                "owner": shown(owner),
                "role": role,
                "start": piece.start,
                "end": piece.end,
                "exact": shown(piece.exact),
            }


def _words(pieces: Iterable[Evidence]) -> str:
    return shown(" … ".join(piece.exact for piece in pieces))


def _names(parties: Iterable[Party]) -> str | None:
    return shown("; ".join(party.name for party in parties)) or None


def _party(party: Party | None) -> str | None:
    return shown(party.name) if party else None


def ends(judgement: Judgement) -> Iterator[End]:
    """Both ends of a judgement."""
    yield judgement.subject
    yield judgement.object
