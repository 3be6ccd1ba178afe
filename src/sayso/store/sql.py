"""The store over SQL: every method of the interface, each one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from sqlalchemy import select

from sayso.claims import ReportRecord
from sayso.claims.codec import part_from_json, part_to_json
from sayso.errors import UsageError
from sayso.model import Document, Evidence, Judgement, digest
from sayso.store import assembling, checking, decision_log, dumping, listing, reviewing, rows, saving, tables, upgrading
from sayso.store.adding import Addition, add_record, write_by_hand, write_document
from sayso.store.database import ALL, SHARED, Database, Writing, revision, scope_of
from sayso.store.dialects import Words
from sayso.store.duplicates import signature_of
from sayso.store.interface import (
    Added,
    ByHand,
    ClaimFilter,
    ConflictCount,
    Decision,
    DocumentFilter,
    Facet,
    FacetField,
    Hit,
    Listing,
    Page,
    Problem,
    Raw,
    StoredClaim,
    StoredDocument,
    TargetKind,
    Undo,
    Victim,
    Withdrawal,
)
from sayso.store.settling import stored_document

#: Documents whose records are put together at once.
_BATCH = 100
FIRST_PAGE = Page()


class SqlStore:
    """A store in SQLite or PostgreSQL; made by :func:`sayso.store.open_store`. Safe to use from several threads."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # ------------------------------------------------------------------ documents

    def add(self, record: ReportRecord, raw: Raw | None = None) -> Added:
        """See `Store.add`."""
        signature = None if self._knows(record.document.id) else signature_of(record.document.text)
        addition = Addition(record=record, raw=raw, signature=signature)
        return self._database.write(lambda writing: add_record(writing, addition), durable=False)

    def _knows(self, document: str) -> bool:
        known = select(tables.documents.c.key).where(tables.documents.c.id == document)
        return self._database.read(lambda connection: connection.scalar(known)) is not None

    def document(self, identifier: str) -> StoredDocument | None:
        """See `Store.document`."""
        query = listing.listed_documents(tables.documents.c.id == identifier).add_columns(tables.documents.c.text)
        with self._database.reading() as connection:
            row = connection.execute(query).one_or_none()
        if row is None:
            return None
        document = part_from_json(Document, row.data)
        return listing.stored_document(row, document if document.text else replace(document, text=row.text))

    def documents(self, page: Page = FIRST_PAGE, wanted: DocumentFilter | None = None) -> Listing[StoredDocument]:
        """See `Store.documents`."""
        with self._database.reading() as connection:
            return listing.list_documents(connection, wanted or DocumentFilter(), page)

    def raw(self, digest: str) -> Raw | None:
        """See `Store.raw`."""
        with self._database.reading() as connection:
            row = connection.execute(select(tables.raws).where(tables.raws.c.digest == digest)).one_or_none()
        if row is None:
            return None
        return Raw(digest=row.digest, data=row.data, media_type=row.media_type, retrieved_at=row.retrieved_at)

    def record(self, document_id: str) -> ReportRecord | None:
        """See `Store.record`."""
        with self._database.reading() as connection:
            query = assembling.document_rows(tables.documents.c.id == document_id)
            found = connection.execute(query).all()
            return next(assembling.records_of(connection, found), None)

    def records(self, conflict: str | None = None) -> Iterator[ReportRecord]:
        """See `Store.records`. Each batch is a transaction of its own, so that a slow reader holds nobody up."""
        last = 0
        of_conflict = [tables.documents.c.conflict == rows.shown(conflict)] if conflict is not None else []
        while True:
            query = assembling.document_rows(tables.documents.c.key > last, *of_conflict).limit(_BATCH)
            with self._database.reading() as connection:
                found = connection.execute(query).all()
                batch = list(assembling.records_of(connection, found))
            yield from batch
            if len(found) < _BATCH:
                return
            last = found[-1].key

    def conflicts(self) -> tuple[ConflictCount, ...]:
        """See `Store.conflicts`."""
        with self._database.reading() as connection:
            return listing.count_conflicts(connection)

    # ------------------------------------------------------------------ claims

    def claim(self, identifier: str) -> StoredClaim | None:
        """See `Store.claim`."""
        with self._database.reading() as connection:
            query = listing.claim_rows(tables.claims.c.id == rows.shown(identifier))
            taken_out = tables.claims.c.status.in_(("rejected", "withheld"))
            order = (tables.claims.c.standing.desc(), taken_out.desc(), tables.claims.c.key.desc())
            row = connection.execute(query.order_by(*order).limit(1)).one_or_none()
            if row is None:
                return None
            names = reviewing.merged_names(decision_log.log_of_actions(connection, *reviewing.MERGING))
            history = decision_log.log_of(connection, "claim", [identifier, *_earlier_ids(connection, identifier)])
            return replace(listing.stored_claim(row, None, names), history=tuple(history))

    def claims(self, wanted: ClaimFilter | None = None, page: Page = FIRST_PAGE) -> Listing[StoredClaim]:
        """See `Store.claims`."""
        with self._database.reading() as connection:
            return listing.list_claims(connection, self._database.dialect, wanted or ClaimFilter(), page)

    def orphaned(self, conflict: str | None) -> tuple[StoredClaim, ...]:
        """See `Store.orphaned`."""
        with self._database.reading() as connection:
            return listing.list_orphaned(connection, conflict)

    def facets(self, field: FacetField, wanted: ClaimFilter | None = None) -> tuple[Facet, ...]:
        """See `Store.facets`."""
        with self._database.reading() as connection:
            return listing.facets(connection, self._database.dialect, field, wanted or ClaimFilter())

    def search(self, query: str, wanted: ClaimFilter | None = None, page: Page = FIRST_PAGE) -> Listing[Hit]:
        """See `Store.search`."""
        search = listing.Search(words=Words.of(query), wanted=wanted or ClaimFilter(), page=page)
        with self._database.reading() as connection:
            return listing.find(connection, self._database.dialect, search)

    def add_claim(self, entry: ByHand) -> StoredClaim:
        """See `Store.add_claim`."""
        identifier = self._database.write(lambda writing: by_hand(writing, entry))
        found = self.claim(identifier)
        assert found is not None, "a claim just written is on record"
        return found

    # ------------------------------------------------------------------ people

    def decide(self, decision: Decision, expected: int) -> Decision:
        """See `Store.decide`."""
        numbered = replace(decision, id=decision.id or reviewing.new_id())
        return self._database.write(lambda writing: reviewing.decide(writing, numbered, expected))

    def undo(self, undo: Undo, expected: int | None = None) -> Decision:
        """See `Store.undo`."""
        identifier = reviewing.new_id()
        return self._database.write(lambda writing: reviewing.undo(writing, undo, identifier, expected))

    def version(self, target_kind: TargetKind, target: str) -> int:
        """See `Store.version`."""
        with self._database.reading() as connection:
            return decision_log.version_of(connection, target_kind, target)

    def decisions(self, target: tuple[TargetKind, str] | None = None, page: Page = FIRST_PAGE) -> Listing[Decision]:
        """See `Store.decisions`."""
        order, log = listing.Order((tables.decisions.c.key,)), tables.decisions
        kind, name = target or (None, "")
        about = [log.c.target_kind == kind, log.c.target == rows.shown(name)] if target else []
        chosen = listing.Chosen(log, about)
        with self._database.reading() as connection:
            total = listing.counted(connection, chosen) if page.count else None
            found = connection.execute(order.page(select(log), chosen, page)).all()
        return replace(order.listing(found, page, decision_log.decision_of), total=total)

    def judge(self, judgement: Judgement, expected: int | None = None) -> Judgement:
        """See `Store.judge`."""
        identifier = reviewing.new_id()
        return self._database.write(lambda writing: reviewing.judge(writing, judgement, identifier, expected))

    def withdraw(self, withdrawal: Withdrawal, expected: int | None = None) -> Judgement:
        """See `Store.withdraw`."""
        identifier = reviewing.new_id()
        return self._database.write(lambda writing: reviewing.withdraw(writing, withdrawal, identifier, expected))

    def judgements(self, claim: str | None = None) -> tuple[Judgement, ...]:
        """See `Store.judgements`."""
        with self._database.reading() as connection:
            return assembling.people_judgements(connection, claim)

    def add_victim(self, victim: Victim, by: str) -> Victim:
        """See `Store.add_victim`."""
        named = replace(victim, origin=victim.origin or by)
        made = replace(named, id=named.id or digest("victim", *named.names, named.age, named.date, named.place, by))
        return self._database.write(lambda writing: reviewing.keep_victim(writing, made))

    def victims(self, claim: str | None = None, *, withheld: bool = False) -> tuple[Victim, ...]:
        """See `Store.victims`."""
        query = select(tables.victims.c.data, tables.victims.c.withhold).where(tables.victims.c.current)
        if not withheld:
            query = query.where(~tables.victims.c.withhold)
        if claim is not None:
            about = select(tables.victim_claims.c.victim).where(tables.victim_claims.c.claim == rows.shown(claim))
            query = query.where(tables.victims.c.key.in_(about))
        with self._database.reading() as connection:
            found = connection.execute(query.order_by(tables.victims.c.key)).all()
        return tuple(replace(part_from_json(Victim, row.data), withhold=row.withhold) for row in found)

    # ------------------------------------------------------------------ the database itself

    def revision(self, conflict: str | None = None) -> int:
        """See `Store.revision`."""
        scopes = (ALL,) if conflict is None else (scope_of(conflict), SHARED)
        with self._database.reading() as connection:
            return revision(connection, scopes)

    def check(self) -> Sequence[Problem]:
        """See `Store.check`."""
        return checking.check(self._database)

    def backup(self, path: Path) -> None:
        """See `Store.backup`."""
        saving.save(self._database, path)

    def upgrade(self) -> tuple[str, str]:
        """See `Store.upgrade`."""
        return upgrading.upgrade(self._database)

    def dump(self) -> Iterator[str]:
        """See `Store.dump`."""
        return dumping.dump(self._database)

    def load(self, lines: dumping.Lines) -> int:
        """See `Store.load`."""
        return dumping.load(self._database, lines)

    def withheld(self) -> int:
        """See `Store.withheld`."""
        return dumping.count_withheld(self._database)

    def close(self) -> None:
        """See `Store.close`."""
        self._database.close()


def _earlier_ids(connection: object, identifier: str) -> list[str]:
    from sqlalchemy import Connection

    assert isinstance(connection, Connection)
    taken = select(tables.carried.c.old).where(tables.carried.c.new == rows.shown(identifier))
    return sorted(set(connection.scalars(taken)))


# ---------------------------------------------------------------- claims by hand


def by_hand(writing: Writing, entry: ByHand) -> str:
    """Write a claim that a person enters; gives its id."""
    if not entry.by.strip():
        raise UsageError("a claim by hand needs the name of whoever enters it")
    if entry.claim.evidence:
        document = _document_shown(writing, entry)
        evidence = entry.claim.evidence
    else:
        document = _manual_document(entry)
        evidence = (Evidence.of(document, 0, len(document.text)),)
    claim = replace(entry.claim, id="", origin=entry.by, evidence=evidence)
    claim = replace(claim, id=digest("by hand", part_to_json(claim)))
    known = select(tables.claims.c.key).where(tables.claims.c.id == claim.id)
    if writing.connection.scalar(known.limit(1)) is not None:
        return claim.id
    held = tables.documents.select().where(tables.documents.c.id == document.id)
    row = writing.connection.execute(held).one_or_none()
    conflict = row.conflict if row else entry.conflict
    if row is None:
        write_document(writing, rows.document_row(document, "manual", conflict, writing.at))
    write_by_hand(writing, claim, rows.Place(document=document, conflict=conflict, at=writing.at))
    writing.bump(scope_of(conflict))
    return claim.id


def _document_shown(writing: Writing, entry: ByHand) -> Document:
    identifier = entry.claim.evidence[0].document
    known = select(tables.documents.c.key).where(tables.documents.c.id == identifier)
    if writing.connection.scalar(known) is None:
        raise UsageError(f"document {identifier}: not on record; its words cannot be evidence")
    document = stored_document(writing, identifier)
    for piece in (*entry.claim.evidence, *((entry.claim.basis,) if entry.claim.basis else ())):
        piece.verify(document)
    return document


def _manual_document(entry: ByHand) -> Document:
    reason = (entry.reason or "").strip()
    if not reason:
        raise UsageError("a claim by hand needs its words in a document on record, or the reason why there are none")
    published = entry.published or entry.claim.said_on
    text_digest = digest(reason, length=64)
    return Document(
        id=digest("by hand", text_digest, entry.uri, entry.publisher, published, entry.conflict),
        text=reason,
        name=f"by hand: {entry.by}",
        uri=entry.uri,
        text_digest=text_digest,
        publisher=entry.publisher,
        published=published,
        published_basis="given" if published else None,
    )
