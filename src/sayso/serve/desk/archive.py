"""What the pages read from a store. The store satisfies it; so does a list of records in memory, which tests use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from sayso.claims import ReportRecord
from sayso.model import Judgement
from sayso.store.interface import (
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


class Archive(Protocol):
    """The reading half of :class:`sayso.store.interface.Store`. Every call may be made from any thread."""

    def conflicts(self) -> tuple[ConflictCount, ...]:
        """The conflicts on record; None stands for reports read without a dossier."""

    def revision(self, conflict: str | None = None) -> int:
        """Grows with every write (None), or with every write that bears on one conflict."""

    def records(self, conflict: str | None = None) -> Iterator[ReportRecord]:
        """The current readings of a conflict's reports (None: of all), people's decisions applied."""

    def documents(self, page: Page = ..., wanted: DocumentFilter = ...) -> Listing[StoredDocument]:
        """Documents without their texts, the latest published first."""

    def document(self, identifier: str) -> StoredDocument | None:
        """One document with its text."""

    def claim(self, identifier: str) -> StoredClaim | None:
        """One claim with its history, whether or not it counts."""

    def claims(self, wanted: ClaimFilter = ..., page: Page = ...) -> Listing[StoredClaim]:
        """Claims, the latest said first."""

    def orphaned(self, conflict: str | None) -> tuple[StoredClaim, ...]:
        """Claims of a conflict that people decided on and that the current reading of their report has not."""

    def judgements(self, claim: str | None = None) -> tuple[Judgement, ...]:
        """What people judged."""

    def decisions(self, target: tuple[TargetKind, str] | None = None, page: Page = ...) -> Listing[Decision]:
        """What people decided, the latest first."""
