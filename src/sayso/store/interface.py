"""What a store of records keeps and answers: the one interface that every database stands behind.

Nothing here knows of SQL. A store never changes what was said: readings, claims, decisions and judgements are added,
never altered or deleted; what counts at present follows from them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Generic, Literal, Protocol, TypeVar

from sayso.claims import AnyClaim, ReportRecord
from sayso.model import Document, Judgement

T = TypeVar("T")

#: What became of a document handed to the store. `same`: nothing new; `superseded`: read anew by a newer extractor;
#: `version`: another text from an address already on record; `copy`: a text already on record from elsewhere.
Outcome = Literal["new", "same", "superseded", "version", "copy"]
#: Where a claim stands. The first four count: as read, accepted, corrected by a person, entered by a person.
#: The others do not: rejected, withheld, replaced (by its correction), superseded (by a newer reading).
Status = Literal["read", "accepted", "corrected", "added", "rejected", "withheld", "replaced", "superseded"]
COUNTING: tuple[Status, ...] = ("read", "accepted", "corrected", "added")

Action = Literal[
    "accept",
    "correct",
    "reject",
    "link",
    "unlink",
    "merge",
    "unmerge",
    "grade_source",
    "grade_item",
    "note",
    "judge",
    "withdraw",
    "withhold",
    "code",
]
#: What a decision is about. A party is named by its name, everything else by its id.
TargetKind = Literal["claim", "document", "party", "incident", "judgement", "victim"]
DocumentKind = Literal["report", "manual"]
#: A JSON value that a decision carries.
Json = Mapping[str, Any]


def shown_address(where: str | Path) -> str:
    """A database's path or address as messages name it: without a password."""
    return re.sub(r"(://[^:/@]*):[^@/]*@", r"\1:***@", str(where))


def utc_now() -> datetime:
    """The clock that a store uses unless it is given another."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreOptions:
    """How a store is opened."""

    read_only: bool = False
    clock: Callable[[], datetime] = utc_now
    #: Seconds to wait for another writer, and for a server that has gone away, before giving up with a StoreError.
    patience: float = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """The bytes that a document was read from. `digest` is their SHA-256 in hexadecimal."""

    digest: str
    data: bytes
    media_type: str | None = None
    retrieved_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of one document, and what it is linked to."""

    document_id: str
    outcome: Outcome
    #: The earlier document from the same address.
    version_of: str | None = None
    #: The document on record that this text is a copy of, and how alike the two are (1.0: to the letter).
    copy_of: str | None = None
    similarity: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of a listing: at most `limit` rows after `cursor` (None: the first). `count`: say how many there are."""

    limit: int = 50
    cursor: str | None = None
    count: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Generic[T]):
    """One page of rows in a stable order. `next_cursor` is None on the last page, `total` unless it was asked for."""

    rows: tuple[T, ...]
    next_cursor: str | None = None
    total: int | None = None


#: How a filter asks for reports read without a dossier; no dossier may bear this name.
NO_DOSSIER = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """Which claims; every field that is None lets all through. Days are inclusive."""

    #: A dossier, or NO_DOSSIER for reports read without one.
    conflict: str | None = None
    #: The side as the report gives it, or the dossier's side.
    side: str | None = None
    #: Name of whoever vouches, or of the state or group spoken for; names merged into it count as well.
    source: str | None = None
    effect: str | None = None
    group: str | None = None
    posture: str | None = None
    #: "casualty", "denial", "accusation" or "silence".
    kind: str | None = None
    document: str | None = None
    #: Day the words were said; where that is not told, the day the report came out.
    said_from: date | None = None
    said_to: date | None = None
    #: Harm that may have happened in these days.
    happened_from: date | None = None
    happened_to: date | None = None
    place: str | None = None
    publisher: str | None = None
    #: One status; None for all that count (COUNTING).
    status: Status | None = None
    #: Words that stand in the evidence; all of them, "in quotes" as a phrase, word* for a beginning.
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFilter:
    """Which documents; every field that is None lets all through. Days are inclusive."""

    #: A dossier, or NO_DOSSIER for reports read without one.
    conflict: str | None = None
    publisher: str | None = None
    kind: DocumentKind | None = None
    sample: bool | None = None
    published_from: date | None = None
    published_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One act of review. Append-only: undoing one is a new decision whose `undoes` names it.

    `after` by action: `correct` what should be otherwise (codec data; fields of `value` one by one), which the store
    keeps as the whole claim; `link` and `unlink` {"incident": id} and, to withdraw the program's own link,
    {"judgement": its id}; `merge` {"into": name kept}; `withhold` {"withhold": bool}; `judge` and `withdraw` the
    judgement (codec data); grades, notes and codes what the caller likes.
    """

    action: Action
    target_kind: TargetKind
    target: str
    #: Who decides.
    by: str
    after: Json | None = None
    note: str | None = None
    undoes: str | None = None
    #: Set by the store: identifier, time, and what stood before.
    id: str = ""
    at: datetime | None = None
    before: Json | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredClaim:
    """A claim as it counts now, with decisions applied (merged names among them)."""

    claim: AnyClaim
    document: str
    status: Status
    #: Number of decisions on it: what `decide` expects.
    version: int
    conflict: str | None = None
    #: Name, title, publisher and day of its document, for listings.
    document_name: str = ""
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    sample: bool = False
    #: Oldest first; filled by `Store.claim`, empty in listings.
    history: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDocument:
    """A document and what is known of it in the store; in listings its text is left out (empty) and noise too."""

    document: Document
    kind: DocumentKind
    added_at: datetime
    conflict: str | None = None
    #: The extractors of its current reading.
    origin: str = ""
    copy_of: str | None = None
    #: Claims that count.
    claims: int = 0
    #: Readings on record, the current one among them.
    readings: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A document found by its words. `snippet`: pieces of text in order, each with True where it was looked for."""

    document: StoredDocument
    snippet: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictCount:
    """One conflict (None: read without a dossier) and how much is on record of it."""

    conflict: str | None
    documents: int
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One value that claims have in a field, and how many have it."""

    value: str
    claims: int


FacetField = Literal["conflict", "side", "side_group", "source", "effect", "group", "posture", "place", "publisher"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ByHand:
    """A claim that a person enters: from a video, a channel, a book, an own coding.

    Its evidence is either words of a document on record, or none: then `reason` says what it rests on, is kept as a
    document of its own (kind `manual`) and is the claim's evidence. `claim.id` and `claim.origin` are set by the store.
    """

    claim: AnyClaim
    by: str
    #: What the claim rests on where no words of a document on record can be shown.
    reason: str | None = None
    #: For a manual document: the dossier, publisher, address and day it belongs to.
    conflict: str | None = None
    publisher: str | None = None
    uri: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Victim:
    """One person killed or harmed: Every Casualty's minimum. `id` may be empty, the store then makes one."""

    id: str = ""
    #: The name and every other spelling of it; empty for a person not named.
    names: tuple[str, ...] = ()
    #: As told: "34", "about 40", "child".
    age: str | None = None
    sex: str | None = None
    #: Day of death or harm as told: YYYY, YYYY-MM or YYYY-MM-DD.
    date: str | None = None
    place: str | None = None
    #: How it is known that this person was harmed.
    how_known: str | None = None
    #: Identifiers of the claims that count this person.
    claims: tuple[str, ...] = ()
    #: Left out of every output.
    withhold: bool = False
    #: Who entered it.
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in a database that is not as it should be; `harm` False for what is only worth knowing."""

    kind: str
    where: str
    what: str
    harm: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """Somebody withdraws a judgement: one on record by its id, one of the program's (across reports) as a whole."""

    judgement: str | Judgement
    by: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo:
    """Somebody takes a decision back."""

    decision: str
    by: str
    note: str | None = None


class Store(Protocol):
    """Where records are kept. Every method raises StoreError with one clear line when the database does not serve.

    Each writing call is one transaction: it happens wholly or not at all, whatever stops the program.
    """

    # ------------------------------------------------------------------ documents
    def add(self, record: ReportRecord, raw: Raw | None = None) -> Added:
        """Keep a record. Adding it again changes nothing; a reading by a newer extractor supersedes the older one."""

    def document(self, identifier: str) -> StoredDocument | None:
        """One document with its text."""

    def documents(self, page: Page = ..., wanted: DocumentFilter = ...) -> Listing[StoredDocument]:
        """Documents without their texts, the latest published first."""

    def raw(self, digest: str) -> Raw | None:
        """The bytes of that SHA-256."""

    def record(self, document_id: str) -> ReportRecord | None:
        """The current reading with people's decisions applied."""

    def records(self, conflict: str | None = None) -> Iterator[ReportRecord]:
        """Every record of a conflict (None: of all), one after another, in the order they were added."""

    def conflicts(self) -> tuple[ConflictCount, ...]:
        """The conflicts on record, most claims first."""

    # ------------------------------------------------------------------ claims
    def claim(self, identifier: str) -> StoredClaim | None:
        """One claim with its history, whether or not it counts; None when it was never on record."""

    def claims(self, wanted: ClaimFilter = ..., page: Page = ...) -> Listing[StoredClaim]:
        """Claims, the latest said first."""

    def orphaned(self, conflict: str | None) -> tuple[StoredClaim, ...]:
        """Claims of a conflict that people decided on and that the current reading of their report has not."""

    def facets(self, field: FacetField, wanted: ClaimFilter = ...) -> tuple[Facet, ...]:
        """The values that claims have in a field, most frequent first."""

    def search(self, query: str, wanted: ClaimFilter = ..., page: Page = ...) -> Listing[Hit]:
        """Documents whose title or text has the words and, where `wanted` says anything, a claim that fits it."""

    def add_claim(self, entry: ByHand) -> StoredClaim:
        """Keep a claim that a person enters; entering the same again gives the one on record."""

    # ------------------------------------------------------------------ people
    def decide(self, decision: Decision, expected: int) -> Decision:
        """Keep a decision. `expected`: number of decisions on its target as last seen; ConflictError when it grew."""

    def undo(self, undo: Undo, expected: int | None = None) -> Decision:
        """Take a decision back; ConflictError when that was done already or `expected` is out of date."""

    def version(self, target_kind: TargetKind, target: str) -> int:
        """Number of decisions on a target."""

    def decisions(self, target: tuple[TargetKind, str] | None = None, page: Page = ...) -> Listing[Decision]:
        """Decisions, the latest first."""

    def judge(self, judgement: Judgement, expected: int | None = None) -> Judgement:
        """Keep a person's judgement; `at` is filled in where it is open."""

    def withdraw(self, withdrawal: Withdrawal, expected: int | None = None) -> Judgement:
        """Withdraw a judgement; it is kept as withdrawn."""

    def judgements(self, claim: str | None = None) -> tuple[Judgement, ...]:
        """What people judged (of one claim), withdrawn ones among them; also the program's that people withdrew."""

    def add_victim(self, victim: Victim, by: str) -> Victim:
        """Keep a victim record; adding the same again changes nothing, a later one of the same id replaces it."""

    def victims(self, claim: str | None = None, *, withheld: bool = False) -> tuple[Victim, ...]:
        """Victim records (of one claim), those withheld only when asked for."""

    # ------------------------------------------------------------------ the database itself
    def revision(self, conflict: str | None = None) -> int:
        """A number that grows with every write (None), or with every write that bears on one conflict."""

    def check(self) -> Sequence[Problem]:
        """Everything in the database that is not as it should be."""

    def backup(self, path: Path) -> None:
        """A copy in one SQLite file, taken while others may write."""

    def upgrade(self) -> tuple[str, str]:
        """Bring the tables up to this version of sayso; returns the versions before and after."""

    def dump(self) -> Iterator[str]:
        """The whole database as lines of JSON, withheld rows too, as it stands at one moment."""

    def load(self, lines: Callable[[], Iterator[str]]) -> int:
        """Fill an empty database with the lines of a dump, wholly or not at all; gives the number of rows."""

    def withheld(self) -> int:
        """How many claims and victim records are withheld."""

    def close(self) -> None:
        """Let go of the database."""
