"""What exports are made from: records one after another, the book over all of them, victims."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sayso.claims import ReportRecord
from sayso.model import Document, Judgement
from sayso.reconcile.book import Book
from sayso.reconcile.tally import TallyOptions
from sayso.store.interface import Victim


@dataclass(frozen=True, kw_only=True)
class Material:
    """Records with people's decisions applied: rejected and withheld claims are not in them, nor withheld victims."""

    #: Gives the records anew each time it is called, so that a large store need not be held in memory.
    records: Callable[[], Iterator[ReportRecord]]
    decided: Sequence[Judgement] = ()
    victims: Sequence[Victim] = ()
    tally: TallyOptions = field(default_factory=TallyOptions)

    @cached_property
    def book(self) -> Book:
        """All records with the judgements across them; this holds them all in memory."""
        return Book.reconciled(self.records(), self.decided)

    @cached_property
    def documents(self) -> dict[str, Document]:
        """The documents by identifier."""
        return {record.document.id: record.document for record in self.book.records}
