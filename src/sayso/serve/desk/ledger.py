"""Everything worked out over one conflict's reports, kept until one of them changes."""

from __future__ import annotations

import threading
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from sayso.claims import AnyClaim, ReportRecord
from sayso.model import Document, Incident, Judgement, Tally
from sayso.reconcile.accounts import Policy
from sayso.reconcile.book import Book
from sayso.reconcile.disputes import Dispute, disputes
from sayso.reconcile.match import reconcile
from sayso.reconcile.names import Voices
from sayso.reconcile.questions import Question, questions
from sayso.reconcile.tally import TallyOptions, tally
from sayso.reconcile.timeline import Series, timeline
from sayso.serve.desk.archive import Archive

Made = TypeVar("Made")
#: So many claims are kept worked out; the conflicts looked at longest ago go first.
_KEPT_CLAIMS = 500_000
#: So many tallies (policy and day), and so many pages, are kept a conflict.
_KEPT_TALLIES, _KEPT_PAGES = 64, 256


@dataclass(slots=True)
class Kept:
    """What was made last, up to a number of things; the ones asked for longest ago go first. Safe between threads."""

    most: int
    things: OrderedDict[Hashable, Any] = field(default_factory=OrderedDict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """The thing of that key, made where it is not kept; two threads may make the same thing at once."""
        with self.lock:
            if key in self.things:
                self.things.move_to_end(key)
                kept: Made = self.things[key]
                return kept
        made = make()
        with self.lock:
            self.things[key] = made
            while len(self.things) > self.most:
                self.things.popitem(last=False)
        return made


@dataclass(frozen=True)
class Ledger:
    """The reports of one conflict, compared with one another. Made from them and what people judged, nothing else."""

    conflict: str | None
    revision: int
    records: tuple[ReportRecord, ...]
    decided: tuple[Judgement, ...] = ()
    pages: Kept = field(default_factory=lambda: Kept(_KEPT_PAGES))
    _tallies: Kept = field(default_factory=lambda: Kept(_KEPT_TALLIES))

    @cached_property
    def across(self) -> tuple[Judgement, ...]:
        """Judgements between reports, the program's and people's, withdrawn ones too."""
        return reconcile(self.records, self.decided).judgements

    @cached_property
    def book(self) -> Book:
        """The reports with the judgements that stand."""
        return Book.of(self.records, self.across)

    @cached_property
    def judgements_on(self) -> Mapping[str, tuple[Judgement, ...]]:
        """Claim id -> the judgements that name it, withdrawn ones too; one that people decided on as they left it."""
        found: dict[str, dict[str, Judgement]] = defaultdict(dict)
        for judgement in (*(j for record in self.book.records for j in record.judgements), *self.across):
            for claim in dict.fromkeys((*judgement.subject.claims, *judgement.object.claims)):
                found[claim][judgement.id] = judgement
        return {claim: tuple(named.values()) for claim, named in found.items()}

    @cached_property
    def incidents(self) -> tuple[Incident, ...]:
        """The incidents with the claims whose link stands, the latest first."""
        return tuple(sorted(self.book.incidents, key=lambda one: (one.start or date.min, one.id), reverse=True))

    @cached_property
    def series(self) -> tuple[Series, ...]:
        """Each voice's figures over time."""
        return tuple(one for one in timeline(self.book) if one.points)

    @cached_property
    def disputes(self) -> tuple[Dispute, ...]:
        """What cannot both hold, who denies whom."""
        return disputes(self.book)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """What the figures make worth asking."""
        return questions(self.book)

    @cached_property
    def by_document(self) -> Mapping[str, ReportRecord]:
        """Document id -> its record, people's judgements applied."""
        return {record.document.id: record for record in self.book.records}

    @cached_property
    def voices(self) -> Mapping[str, tuple[AnyClaim, ...]]:
        """Voice -> every claim of it, statements too, in the order of day, report and position."""
        known = Voices.of(party for claim in self.book.claims.values() if (party := claim.source) is not None)
        found: dict[str, list[AnyClaim]] = defaultdict(list)
        for claim in self.book.claims.values():
            if claim.source is not None:
                found[known.of_claim(claim, self.document(claim).text_digest)].append(claim)
        return {voice: tuple(sorted(told, key=self.when)) for voice, told in found.items()}

    @cached_property
    def voices_named(self) -> Mapping[str, tuple[str, ...]]:
        """Name of a source -> the voices that bear it; several only for sources without a name of their own."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for voice, told in self.voices.items():
            for claim in told:
                if claim.source is not None:
                    found[claim.source.name][voice] = None
        return {name: tuple(voices) for name, voices in found.items()}

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """The first and last day on which a report came out; None where no report has a date."""
        known = [day for record in self.records if (day := record.document.published) is not None]
        return (min(known), max(known)) if known else None

    @cached_property
    def sample(self) -> bool:
        """True where some of the reports are texts written to test software."""
        return any(record.document.sample for record in self.records)

    def document(self, claim: AnyClaim) -> Document:
        """The report that a claim stands in."""
        return self.book.document(claim)

    def when(self, claim: AnyClaim) -> tuple[date, str, int]:
        """A key that orders claims by day said, report and position."""
        shown = claim.evidence[0]
        return self.book.shelf.said(claim) or date.min, shown.document, shown.start

    def clamped(self, day: date | None) -> date | None:
        """A day as the tallies tell it apart: None from the last report on, at the earliest the first one."""
        if day is None or self.days is None or day >= self.days[1]:
            return None
        return max(day, self.days[0])

    def tallies(self, policy: Policy, as_of: date | None) -> tuple[Tally, ...]:
        """The tallies under a policy as they stood on a day."""
        day = self.clamped(as_of)
        return self._tallies.get((policy, day), lambda: tally(self.book, TallyOptions(policy=policy, as_of=day)))


class Ledgers:
    """The ledgers of all conflicts, each worked out on first use and again when its revision has grown."""

    def __init__(self, archive: Archive, kept_claims: int = _KEPT_CLAIMS) -> None:
        self._archive = archive
        self._room = kept_claims
        self._kept: OrderedDict[str | None, Ledger] = OrderedDict()
        self._locks: defaultdict[str | None, threading.Lock] = defaultdict(threading.Lock)
        self._lock = threading.Lock()

    def of(self, conflict: str | None) -> Ledger:
        """The ledger of a conflict as it stands now; one thread works it out while others wait."""
        revision = self._archive.revision(conflict)
        found = self._kept.get(conflict)
        if found is not None and found.revision == revision:
            return found
        with self._lock:
            lock = self._locks[conflict]
        with lock:
            found = self._kept.get(conflict)
            if found is None or found.revision != revision:
                found = self._worked_out(conflict, revision)
                self._keep(found)
        return found

    def _worked_out(self, conflict: str | None, revision: int) -> Ledger:
        ledger = Ledger(conflict, revision, tuple(self._read(conflict)), self._archive.judgements())
        assert ledger.book.shelf is not None
        return ledger

    def _read(self, conflict: str | None) -> Iterator[ReportRecord]:
        """The records of a conflict; None asks an archive for all, so those without a dossier are picked out here."""
        return (record for record in self._archive.records(conflict) if record.conflict == conflict)

    def _keep(self, ledger: Ledger) -> None:
        with self._lock:
            self._kept[ledger.conflict] = ledger
            self._kept.move_to_end(ledger.conflict)
            held = sum(len(one.book.claims) for one in self._kept.values())
            while held > self._room and len(self._kept) > 1:
                _, dropped = self._kept.popitem(last=False)
                held -= len(dropped.book.claims)
