"""An archive of records in memory, which never changes: for tests and for trying pages without a database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from sayso.claims import AnyClaim, ReportRecord
from sayso.claims.casualty import Casualty
from sayso.model import Judgement
from sayso.serve.desk.paging import decoded, encoded
from sayso.store.interface import (
    NO_DOSSIER,
    ClaimFilter,
    ConflictCount,
    Decision,
    DocumentFilter,
    Listing,
    Page,
    StoredClaim,
    StoredDocument,
    TargetKind,
)

_ADDED = datetime(2000, 1, 1, tzinfo=UTC)


class MemoryArchive:
    """Records that never change."""

    def __init__(self, records: Iterable[ReportRecord]) -> None:
        self._records = {record.document.id: record for record in records}
        pairs = ((claim, record) for record in self._records.values() for claim in record.claims)
        self._claims = {claim.id: _stored(claim, record) for claim, record in pairs}

    def conflicts(self) -> tuple[ConflictCount, ...]:
        """Every conflict with its reports and claims."""
        claims: Counter[str | None] = Counter()
        for record in self._records.values():
            claims[record.conflict] += len(record.claims)
        documents = Counter(record.conflict for record in self._records.values())
        return tuple(ConflictCount(conflict=c, documents=documents[c], claims=n) for c, n in claims.most_common())

    def revision(self, conflict: str | None = None) -> int:
        """Always 1."""
        return 1

    def records(self, conflict: str | None = None) -> Iterator[ReportRecord]:
        """The records read with this dossier, or all."""
        return (record for record in self._records.values() if conflict in (None, record.conflict))

    def documents(self, page: Page | None = None, wanted: DocumentFilter | None = None) -> Listing[StoredDocument]:
        """The documents, the latest published first; of the filter only `sample` is heeded."""
        only = wanted.sample if wanted else None
        found = [r for r in self._records.values() if only in (None, r.document.sample)]
        found.sort(key=lambda record: (record.document.published or date.min, record.document.id), reverse=True)
        return Listing(rows=tuple(_document(record) for record in found[: (page or Page()).limit]))

    def document(self, identifier: str) -> StoredDocument | None:
        """One document."""
        found = self._records.get(identifier)
        return _document(found) if found else None

    def claim(self, identifier: str) -> StoredClaim | None:
        """One claim."""
        return self._claims.get(identifier)

    def claims(self, wanted: ClaimFilter | None = None, page: Page | None = None) -> Listing[StoredClaim]:
        """The claims that fit, the latest said first."""
        asked, shown = wanted or ClaimFilter(), page or Page()
        found = sorted((one for one in self._claims.values() if _fits(one, asked)), key=_when, reverse=True)
        start = decoded(shown.cursor)
        end = start + shown.limit
        following = encoded(end) if end < len(found) else None
        return Listing(rows=tuple(found[start:end]), next_cursor=following, total=len(found) if shown.count else None)

    def orphaned(self, conflict: str | None) -> tuple[StoredClaim, ...]:
        """None."""
        return ()

    def judgements(self, claim: str | None = None) -> tuple[Judgement, ...]:
        """None."""
        return ()

    def decisions(self, target: tuple[TargetKind, str] | None = None, page: Page | None = None) -> Listing[Decision]:
        """None."""
        return Listing(rows=())


def _document(record: ReportRecord) -> StoredDocument:
    return StoredDocument(document=record.document, kind="report", added_at=_ADDED, conflict=record.conflict)


def _stored(claim: AnyClaim, record: ReportRecord) -> StoredClaim:
    document = record.document
    return StoredClaim(
        claim=claim,
        document=document.id,
        status="read",
        version=0,
        conflict=record.conflict,
        document_name=document.name,
        title=document.title,
        publisher=document.publisher,
        published=document.published,
        sample=document.sample,
    )


def _when(one: StoredClaim) -> tuple[date, str]:
    return one.claim.said_on or one.published or date.min, one.claim.id


def _fits(one: StoredClaim, wanted: ClaimFilter) -> bool:
    claim, value = one.claim, one.claim.value
    figure = value if isinstance(value, Casualty) else None
    told: dict[str, tuple[object, ...]] = {
        "conflict": (one.conflict or NO_DOSSIER,),
        "document": (one.document,),
        "publisher": (one.publisher,),
        "kind": (value.kind,),
        "source": (claim.source.name, claim.source.speaks_for) if claim.source else (),
        "side": (figure.side, figure.side_group) if figure else (),
        "effect": (figure.effect,) if figure else (),
        "group": (figure.group,) if figure else (),
        "posture": (figure.posture,) if figure else (),
        "place": (figure.place,) if figure else (),
        "status": (one.status,),
    }
    fields = all((asked := getattr(wanted, name)) is None or asked in values for name, values in told.items())
    return fields and _in_days(one, wanted) and _has_words(one, wanted.text)


def _in_days(one: StoredClaim, wanted: ClaimFilter) -> bool:
    said, value = _when(one)[0], one.claim.value
    first = value.happened_start if isinstance(value, Casualty) else None
    last = (value.happened_end or first) if isinstance(value, Casualty) else None
    return (
        (wanted.said_from is None or said >= wanted.said_from)
        and (wanted.said_to is None or said <= wanted.said_to)
        and (wanted.happened_from is None or (last is not None and last >= wanted.happened_from))
        and (wanted.happened_to is None or (first is not None and first <= wanted.happened_to))
    )


def _has_words(one: StoredClaim, text: str | None) -> bool:
    words = one.claim.evidence[0].exact.casefold()
    return text is None or all(word in words for word in text.casefold().split())
