"""Writing: one record, wholly or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row as SqlRow
from sqlalchemy import Table, insert, select, update

from sayso.claims import AnyClaim, ReportRecord
from sayso.model import Document
from sayso.store import rows
from sayso.store.database import Writing, scope_of
from sayso.store.duplicates import find_copy, keep_copy
from sayso.store.interface import Added, Raw
from sayso.store.settling import carry_over, write_claim
from sayso.store.tables import (
    attributions,
    claims,
    copies,
    documents,
    evidence,
    judgements,
    raws,
    readings,
    unused,
)

if TYPE_CHECKING:
    from datasketch import MinHash


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """A record to keep, with what could be worked out before writing."""

    record: ReportRecord
    raw: Raw | None
    signature: MinHash | None

    @property
    def document(self) -> Document:
        """The document read."""
        return self.record.document


def add_record(writing: Writing, addition: Addition) -> Added:
    """Keep a record; see `Store.add`."""
    kept_raw = _keep_raw(writing, addition.raw)
    known = _known(writing, addition.document.id)
    if known is None:
        return _add_new(writing, addition)
    if known.reading is not None and _says_nothing_new(addition.record, known):
        if kept_raw:
            writing.bump()
        return _added(writing, addition.document.id, "same")
    _supersede(writing, addition.record, known)
    return _added(writing, addition.document.id, "superseded" if known.reading is not None else "new")


def _known(writing: Writing, identifier: str) -> SqlRow[*tuple[Any, ...]] | None:
    """The document with its current reading."""
    current = (readings.c.document == documents.c.id) & readings.c.current
    return writing.connection.execute(
        select(
            documents.c.id,
            documents.c.version_of,
            documents.c.conflict,
            readings.c.key.label("reading"),
            readings.c.origin,
            readings.c.fingerprint,
        )
        .join(readings, current, isouter=True)
        .where(documents.c.id == identifier)
    ).one_or_none()


def _says_nothing_new(record: ReportRecord, known: SqlRow[*tuple[Any, ...]]) -> bool:
    return rows.fingerprint(record) == known.fingerprint or older(rows.origin_of(record), known.origin)


def older(origin: str, than: str) -> bool:
    """True where some extractor is of a lower version than on record and none of a higher one."""
    mine, others = _versions(origin), _versions(than)
    pairs = [(mine[name], others[name]) for name in mine if name in others]
    return any(one < other for one, other in pairs) and not any(one > other for one, other in pairs)


def _versions(origin: str) -> dict[str, tuple[int, ...]]:
    found = (part.rpartition("@") for part in origin.split(", ") if "@" in part)
    return {name: tuple(int(digits) for digits in re.findall(r"\d+", version)) for name, _, version in found}


def _keep_raw(writing: Writing, raw: Raw | None) -> bool:
    """True where the bytes were not on record yet."""
    if raw is None:
        return False
    row = {"digest": raw.digest, "data": raw.data, "media_type": raw.media_type, "retrieved_at": raw.retrieved_at}
    statement = writing.dialect.insert(raws).values(row).on_conflict_do_nothing()
    return bool(writing.connection.execute(statement).rowcount)


def _add_new(writing: Writing, addition: Addition) -> Added:
    record = replace(addition.record, document=_with_version(writing, addition.document))
    document = record.document
    row = rows.document_row(document, "report", record.conflict, writing.at)
    write_document(writing, row)
    copy = find_copy(writing, document, addition.signature)
    keep_copy(writing, document, addition.signature, copy)
    _write_reading(writing, record)
    writing.bump(scope_of(record.conflict))
    return Added(
        document_id=document.id,
        outcome="version" if document.version_of else "copy" if copy else "new",
        version_of=document.version_of,
        copy_of=copy.original if copy else None,
        similarity=copy.similarity if copy else None,
    )


def _with_version(writing: Writing, document: Document) -> Document:
    """The document, linked to the last one added from the same address."""
    if document.version_of is not None or document.uri is None:
        return document
    earlier = select(documents.c.id).where(documents.c.uri == rows.shown(document.uri)).order_by(documents.c.key.desc())
    return replace(document, version_of=writing.connection.scalar(earlier.limit(1)))


def _supersede(writing: Writing, record: ReportRecord, known: SqlRow[*tuple[Any, ...]]) -> None:
    """Make a new reading the current one and carry over to it what people decided on the old."""
    document = replace(record.document, version_of=known.version_of)
    record = replace(record, document=document)
    columns = rows.document_columns(document, record.conflict)
    writing.connection.execute(update(documents).where(documents.c.id == document.id).values(columns))
    writing.connection.execute(update(readings).where(readings.c.document == document.id).values(current=False))
    old = update(claims).where(claims.c.document == document.id)
    gone = claims.c.reading.is_not(None) | claims.c.decision.is_not(None)
    writing.connection.execute(old.where(gone).values(standing=False, status="superseded"))
    writing.connection.execute(old.where(~gone).values(conflict=columns["conflict"]))
    carry_over(writing, document.id, _write_reading(writing, record))
    writing.bump(scope_of(known.conflict), scope_of(record.conflict))


def _added(writing: Writing, identifier: str, outcome: Any) -> Added:
    found = writing.connection.execute(
        select(documents.c.version_of, copies.c.original, copies.c.similarity)
        .join(copies, copies.c.document == documents.c.id, isouter=True)
        .where(documents.c.id == identifier)
    ).one()
    return Added(
        document_id=identifier,
        outcome=outcome,
        version_of=found.version_of,
        copy_of=found.original,
        similarity=found.similarity,
    )


# ---------------------------------------------------------------- the rows of a reading


def _write_reading(writing: Writing, record: ReportRecord) -> int:
    """Write a reading with everything in it; gives its key."""
    reading = writing.key_of(insert(readings), rows.reading_row(record, rows.origin_of(record), writing.at))
    place = rows.Place(document=record.document, conflict=record.conflict, at=writing.at, reading=reading)
    _insert(writing, attributions, (rows.attribution_row(a, n, reading) for n, a in enumerate(record.attributions)))
    _insert(writing, claims, (rows.claim_row(claim, n, place, "read") for n, claim in enumerate(record.claims)))
    writing.dialect.index(writing.connection, claims, claims.c.reading == reading)
    _insert(writing, judgements, (rows.judgement_row(j, n, reading) for n, j in enumerate(record.judgements)))
    _insert(writing, unused, (rows.unused_row(one, n, reading) for n, one in enumerate(record.unused)))
    _insert(writing, evidence, _evidence(record, place))
    return reading


def _evidence(record: ReportRecord, place: rows.Place) -> Iterator[rows.Row]:
    for attribution in record.attributions:
        yield from rows.attribution_evidence(attribution, place)
    for claim in record.claims:
        yield from rows.claim_evidence(claim, place)
    for judgement in record.judgements:
        yield from rows.judgement_evidence(judgement, place)
    for ordinal, one in enumerate(record.unused):
        yield from rows.unused_evidence(one, ordinal, place)


def _insert(writing: Writing, table: Table, written: Iterable[rows.Row]) -> None:
    listed = list(written)
    if listed:
        writing.connection.execute(insert(table), listed)


def write_document(writing: Writing, row: rows.Row) -> None:
    """Write a row of `documents` and make its words findable."""
    key = writing.key_of(insert(documents), row)
    writing.dialect.index(writing.connection, documents, documents.c.key == key)


def write_by_hand(writing: Writing, claim: AnyClaim, place: rows.Place) -> None:
    """Write a claim that a person entered, with its evidence."""
    taken = select(claims.c.key).where(claims.c.document == place.document.id, claims.c.ordinal >= rows.BY_HAND)
    ordinal = rows.BY_HAND + len(list(writing.connection.scalars(taken)))
    write_claim(writing, claim, rows.claim_row(claim, ordinal, place, "added"), place)
