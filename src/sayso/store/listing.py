"""Listings: filters as SQL, pages by the last row seen."""

from __future__ import annotations

import base64
import binascii
import json
import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, Table, and_, func, or_, select, tuple_
from sqlalchemy.sql import ColumnElement

from sayso.claims.codec import part_from_json, parts_from_json
from sayso.errors import UsageError
from sayso.model import Claim, Document
from sayso.store.assembling import claim_named
from sayso.store.decision_log import log_of_actions
from sayso.store.dialects import MARKS, Dialect, Words
from sayso.store.interface import (
    NO_DOSSIER,
    ClaimFilter,
    ConflictCount,
    DocumentFilter,
    Facet,
    FacetField,
    Hit,
    Listing,
    Page,
    StoredClaim,
    StoredDocument,
)
from sayso.store.reviewing import MERGING, canonical, merged_names
from sayso.store.rows import shown
from sayso.store.tables import carried, claims, copies, documents, readings

T = TypeVar("T")
#: Most rows of one page.
LARGEST_PAGE = 10_000


# ---------------------------------------------------------------- pages


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which rows of a table a listing has; `hint`: how the database should look for them (`Dialect.hint`)."""

    table: Table
    conditions: Sequence[ColumnElement[bool]]
    hint: str = ""

    def of(self, query: Select[Any]) -> Select[Any]:
        """The query with these rows only."""
        narrowed = query.where(*self.conditions)
        return narrowed.with_hint(self.table, self.hint) if self.hint else narrowed


@dataclass(frozen=True, slots=True)
class Order:
    """Columns that a listing is ordered by, the latest first; together they tell every row apart."""

    columns: tuple[ColumnElement[Any], ...]

    def page(self, query: Select[Any], chosen: Chosen, page: Page) -> Select[Any]:
        """The rows of a query that are `chosen` and on the page, and one more, so that a next page is known of.

        Which rows these are is found out first, by indexes, and what else is asked of them only then.
        """
        inner = self._keys(chosen.of(select(*self.columns)), page).subquery()
        key = self.columns[-1]
        here = query.where(key.in_(select(inner.c.key)))
        return here.order_by(*(column.desc() for column in self.columns))

    def _keys(self, query: Select[Any], page: Page) -> Select[Any]:
        if not 0 < page.limit <= LARGEST_PAGE:
            raise UsageError(f"a page has 1 to {LARGEST_PAGE} rows, not {page.limit}")
        if page.cursor is not None:
            query = query.where(tuple_(*self.columns) < tuple_(*self._seen(page.cursor)))
        return query.order_by(*(column.desc() for column in self.columns)).limit(page.limit + 1)

    def _seen(self, cursor: str) -> Sequence[Any]:
        try:
            values = json.loads(base64.urlsafe_b64decode(cursor.encode("ascii")))
            if len(values) != len(self.columns):
                raise ValueError
            return [_parsed(column, value) for column, value in zip(self.columns, values, strict=True)]
        except (ValueError, TypeError, binascii.Error) as error:
            raise UsageError(f"{cursor!r}: no cursor of this listing") from error

    def listing(self, rows: Sequence[Row[Any]], page: Page, made: Callable[[Row[Any]], T]) -> Listing[T]:
        """The rows as objects, with the cursor of the next page."""
        kept = rows[: page.limit]
        more = len(rows) > page.limit
        cursor = self._cursor(kept[-1]) if more else None
        return Listing(rows=tuple(made(row) for row in kept), next_cursor=cursor)

    def _cursor(self, row: Row[Any]) -> str:
        values = [getattr(row, column.key or "") for column in self.columns]
        text = json.dumps([value.isoformat() if isinstance(value, date) else value for value in values])
        return base64.urlsafe_b64encode(text.encode("ascii")).decode("ascii")


def _parsed(column: ColumnElement[Any], value: Any) -> Any:
    if column.type.python_type is date:
        return date.fromisoformat(value)
    return int(value)


def counted(connection: Connection, chosen: Chosen) -> int:
    """How many rows are chosen."""
    return connection.scalar(chosen.of(select(func.count()).select_from(chosen.table))) or 0


# ---------------------------------------------------------------- claims

CLAIM_ORDER = Order((claims.c.day, claims.c.key))
_FIELDS = {
    "effect": claims.c.effect,
    "group": claims.c.victim_group,
    "posture": claims.c.posture,
    "kind": claims.c.kind,
    "document": claims.c.document,
    "place": claims.c.place,
    "publisher": claims.c.publisher,
}


def _of_conflict(column: ColumnElement[Any], conflict: str) -> ColumnElement[bool]:
    return column.is_(None) if conflict == NO_DOSSIER else column == shown(conflict)


def claim_conditions(wanted: ClaimFilter, names: Mapping[str, str], dialect: Dialect) -> list[ColumnElement[bool]]:
    """A filter as SQL; `names`: what people merged."""
    found: list[ColumnElement[bool]] = [
        claims.c.standing if wanted.status is None else claims.c.status == wanted.status
    ]
    if wanted.conflict is not None:
        found.append(_of_conflict(claims.c.conflict, wanted.conflict))
    for field, column in _FIELDS.items():
        if (value := getattr(wanted, field)) is not None:
            found.append(column == shown(value))
    if wanted.side is not None:
        found.append(or_(claims.c.side == shown(wanted.side), claims.c.side_group == shown(wanted.side)))
    if wanted.source is not None:
        alike = _all_names(wanted.source, names)
        found.append(or_(claims.c.source.in_(alike), claims.c.speaks_for.in_(alike)))
    if wanted.text is not None:
        found.append(dialect.has_words(claims, Words.of(wanted.text)))
    return found + _days(wanted)


def _all_names(name: str, names: Mapping[str, str]) -> list[str]:
    """The name and every name that stands for the same party."""
    kept = canonical(name, names)
    return sorted({shown(one) for one in (name, kept, *(one for one in names if canonical(one, names) == kept))})


def _days(wanted: ClaimFilter) -> list[ColumnElement[bool]]:
    start, end = claims.c.happened_start, claims.c.happened_end
    first, last = func.coalesce(start, end), func.coalesce(end, start)
    limits: tuple[tuple[ColumnElement[date | None], Callable[[Any, Any], Any], date | None], ...] = (
        (claims.c.day, operator.ge, wanted.said_from),
        (claims.c.day, operator.le, wanted.said_to),
        (last, operator.ge, wanted.happened_from),
        (first, operator.le, wanted.happened_to),
    )
    return [compares(column, day) for column, compares, day in limits if day is not None]


def claim_rows(*conditions: ColumnElement[bool]) -> Select[Any]:
    """Claims with what listings show of their documents."""
    return (
        select(
            claims.c.key,
            claims.c.id.label("claim_id"),
            claims.c.day,
            claims.c.document,
            claims.c.status,
            claims.c.decided,
            claims.c.conflict,
            claims.c.data,
            documents.c.name,
            documents.c.title,
            documents.c.publisher,
            documents.c.published,
            documents.c.sample,
        )
        .join(documents, documents.c.id == claims.c.document)
        .where(*conditions)
    )


def list_claims(connection: Connection, dialect: Dialect, wanted: ClaimFilter, page: Page) -> Listing[StoredClaim]:
    """One page of claims, the latest said first."""
    names = merged_names(log_of_actions(connection, *MERGING))
    hint = "" if wanted.text is None else dialect.hint(connection, claims, Words.of(wanted.text))
    chosen = Chosen(claims, claim_conditions(wanted, names, dialect), hint)
    total = counted(connection, chosen) if page.count else None
    found = connection.execute(CLAIM_ORDER.page(claim_rows(), chosen, page)).all()
    parsed = dict(zip((row.key for row in found), parts_from_json(Claim, (row.data for row in found)), strict=True))
    listing = CLAIM_ORDER.listing(found, page, lambda row: stored_claim(row, parsed[row.key], names))
    return Listing(rows=listing.rows, next_cursor=listing.next_cursor, total=total)


def list_orphaned(connection: Connection, conflict: str | None) -> tuple[StoredClaim, ...]:
    """The claims of a conflict that people decided on and that the current reading has not, the latest first."""
    lost = (
        select(carried.c.old)
        .join(readings, readings.c.key == carried.c.reading)
        .where(readings.c.current, carried.c.new.is_(None))
    )
    query = claim_rows(claims.c.id.in_(lost), claims.c.conflict.is_not_distinct_from(conflict))
    found = connection.execute(query.order_by(claims.c.key.desc())).all()
    names = merged_names(log_of_actions(connection, *MERGING))
    latest: dict[str, Row[Any]] = {}
    for row in found:
        latest.setdefault(row.claim_id, row)
    return tuple(stored_claim(row, None, names) for row in latest.values())


def stored_claim(row: Row[Any], claim: Claim[Any] | None, names: Mapping[str, str]) -> StoredClaim:
    """A row of `claim_rows` as an object."""
    read = part_from_json(Claim, row.data) if claim is None else claim
    return StoredClaim(
        claim=claim_named(read, names) if names else read,
        document=row.document,
        status=row.status,
        version=row.decided,
        conflict=row.conflict,
        document_name=row.name,
        title=row.title,
        publisher=row.publisher,
        published=row.published,
        sample=row.sample,
    )


_FACETS: Mapping[FacetField, ColumnElement[Any]] = {
    "conflict": claims.c.conflict,
    "side": claims.c.side,
    "side_group": claims.c.side_group,
    "source": claims.c.source,
    "effect": claims.c.effect,
    "group": claims.c.victim_group,
    "posture": claims.c.posture,
    "place": claims.c.place,
    "publisher": claims.c.publisher,
}


def facets(connection: Connection, dialect: Dialect, field: FacetField, wanted: ClaimFilter) -> tuple[Facet, ...]:
    """The values of a field, most frequent first."""
    names = merged_names(log_of_actions(connection, *MERGING))
    column = _FACETS[field]
    conditions = [*claim_conditions(wanted, names, dialect), column.is_not(None)]
    number = func.count().label("number")
    found: dict[str, int] = {}
    for row in connection.execute(select(column.label("value"), number).where(*conditions).group_by(column)):
        value = canonical(row.value, names) if field == "source" else row.value
        found[value] = found.get(value, 0) + row.number
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Facet(value=value, claims=number) for value, number in ordered)


# ---------------------------------------------------------------- documents

DOCUMENT_ORDER = Order((documents.c.day, documents.c.key))


def document_conditions(wanted: DocumentFilter) -> list[ColumnElement[bool]]:
    """A filter as SQL."""
    limits = (
        (wanted.conflict, lambda value: _of_conflict(documents.c.conflict, value)),
        (wanted.publisher, lambda value: documents.c.publisher == shown(value)),
        (wanted.kind, lambda value: documents.c.kind == value),
        (wanted.sample, lambda value: documents.c.sample.is_(value)),
        (wanted.published_from, lambda day: documents.c.day >= day),
        (wanted.published_to, lambda day: documents.c.day <= day),
    )
    return [limit(value) for value, limit in limits if value is not None]


def listed_documents(*conditions: ColumnElement[bool]) -> Select[Any]:
    """Documents with what listings show of them, without their texts."""
    mine = claims.c.document == documents.c.id
    number = select(func.count()).select_from(claims).where(mine, claims.c.standing).correlate(documents)
    read = select(func.count()).select_from(readings).where(readings.c.document == documents.c.id).correlate(documents)
    current = (readings.c.document == documents.c.id) & readings.c.current
    return (
        select(
            documents.c.key,
            documents.c.day,
            documents.c.data,
            documents.c.kind,
            documents.c.added_at,
            documents.c.conflict,
            readings.c.origin,
            copies.c.original,
            number.scalar_subquery().label("claims"),
            read.scalar_subquery().label("readings"),
        )
        .join(readings, current, isouter=True)
        .join(copies, copies.c.document == documents.c.id, isouter=True)
        .where(*conditions)
    )


def stored_document(row: Row[Any], document: Document) -> StoredDocument:
    """A row of `listed_documents` as an object."""
    return StoredDocument(
        document=document,
        kind=row.kind,
        added_at=row.added_at,
        conflict=row.conflict,
        origin=row.origin or "",
        copy_of=row.original,
        claims=row.claims,
        readings=row.readings,
    )


def _without_text(row: Row[Any]) -> StoredDocument:
    from dataclasses import replace

    return stored_document(row, replace(part_from_json(Document, row.data), text="", noise=()))


def list_documents(connection: Connection, wanted: DocumentFilter, page: Page) -> Listing[StoredDocument]:
    """One page of documents, the latest published first."""
    chosen = Chosen(documents, document_conditions(wanted))
    total = counted(connection, chosen) if page.count else None
    found = connection.execute(DOCUMENT_ORDER.page(listed_documents(), chosen, page)).all()
    listing = DOCUMENT_ORDER.listing(found, page, _without_text)
    return Listing(rows=listing.rows, next_cursor=listing.next_cursor, total=total)


def count_conflicts(connection: Connection) -> tuple[ConflictCount, ...]:
    """The conflicts on record, most claims first."""
    read = _by_conflict(connection, select(documents.c.conflict, func.count()))
    told = _by_conflict(connection, select(claims.c.conflict, func.count()).where(claims.c.standing))
    found = [ConflictCount(conflict=one, documents=number, claims=told.get(one, 0)) for one, number in read.items()]
    return tuple(sorted(found, key=lambda one: (-one.claims, one.conflict or "")))


def _by_conflict(connection: Connection, query: Select[Any]) -> dict[str | None, int]:
    found = connection.execute(query.group_by(query.selected_columns[0]))
    return {row[0]: row[1] for row in found}


# ---------------------------------------------------------------- search


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is looked for."""

    words: Words
    wanted: ClaimFilter
    page: Page


def find(connection: Connection, dialect: Dialect, search: Search) -> Listing[Hit]:
    """Documents with the words, the latest published first."""
    conditions = [dialect.has_words(documents, search.words)]
    if search.wanted != ClaimFilter():
        names = merged_names(log_of_actions(connection, *MERGING))
        fitting = and_(claims.c.document == documents.c.id, *claim_conditions(search.wanted, names, dialect))
        conditions.append(select(claims.c.key).where(fitting).exists())
    chosen = Chosen(documents, conditions, dialect.hint(connection, documents, search.words))
    total = counted(connection, chosen) if search.page.count else None
    query = listed_documents().add_columns(dialect.snippet(search.words).label("snippet"))
    found = connection.execute(DOCUMENT_ORDER.page(query, chosen, search.page)).all()
    listing = DOCUMENT_ORDER.listing(found, search.page, _hit)
    return Listing(rows=listing.rows, next_cursor=listing.next_cursor, total=total)


def _hit(row: Row[Any]) -> Hit:
    return Hit(document=_without_text(row), snippet=pieces(row.snippet or ""))


def pieces(snippet: str) -> tuple[tuple[str, bool], ...]:
    """A snippet cut at its MARKS."""
    start, end = MARKS
    found: list[tuple[str, bool]] = []
    for part in snippet.split(start):
        inside, mark, after = part.partition(end)
        if mark:
            found.append((inside, True))
            found.append((after, False))
        else:
            found.append((part, False))
    return tuple((text, looked_for) for text, looked_for in found if text)
