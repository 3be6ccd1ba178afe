"""What people do: every action typed and checked, then carried out by the store. Pages and API write here only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field, StringConstraints, TypeAdapter

from sayso.claims.casualty import UNKNOWN, Casualty, Effect
from sayso.errors import ConflictError, NotFoundError, UsageError
from sayso.model import Claim, Document, Evidence, Judgement, Party
from sayso.serve.desk.changes import Changes, Known, changed_value, corrected_data, named_party
from sayso.serve.desk.coding import Coding, CodingRow, codings_of
from sayso.serve.desk.desk import Desk
from sayso.store.interface import Action, ByHand, Decision, Page, Store, StoredClaim, TargetKind, Undo, Withdrawal

#: White space around words is dropped before they are counted; the schema has no other way of saying so.
_WORDS = Field(json_schema_extra={"pattern": r"\S"})
#: Who acts: a plain name, for there are no accounts yet.
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80), _WORDS]
Remark = Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000)]
Key = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400), _WORDS]
Seen = Annotated[int, Field(ge=0, le=10**9, description="Decisions on it as last seen; 409 where there are more.")]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
Credibility = Literal["1", "2", "3", "4", "5", "6"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What every action says: who does it, having seen how many decisions, and why."""

    by: Name
    expected: Seen
    note: Remark | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict(Act):
    """A claim is as the report has it, or is not."""

    action: Literal["accept", "reject"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Act):
    """Some fields of a claim should read otherwise."""

    action: Literal["correct"]
    changes: Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Act):
    """A remark; nothing follows from it."""

    action: Literal["note"]
    note: Annotated[Remark, Field(min_length=1), _WORDS]


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeItem(Act):
    """How credible an item is, by the Admiralty's digits."""

    action: Literal["grade_item"]
    grade: Credibility


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Act):
    """A claim is about an incident, or is not."""

    action: Literal["link", "unlink"]
    incident: Key


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeSource(Act):
    """How reliable a source is, by the Admiralty's letters."""

    action: Literal["grade_source"]
    grade: Reliability


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge(Act):
    """Two names are one party: this one is kept under another."""

    action: Literal["merge"]
    into: Key


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBack:
    """A decision is taken back; a later one may take that back in turn."""

    by: Name
    #: Decisions on its target as last seen; None takes it back whatever came after, unless that was done already.
    expected: Seen | None = None
    note: Remark | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw:
    """A judgement between claims does not hold: the program's or a person's. It is kept as withdrawn."""

    by: Name
    judgement: Key
    note: Remark | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Enter:
    """A claim by hand: its figure, on whose word, and the words or the reason that it rests on."""

    by: Name
    effect: Effect
    changes: Changes
    #: A report on record and words of it.
    document: Key | None = None
    quote: Remark | None = None
    #: Where there are no such words: what it rests on, and where that is to be found.
    reason: Remark | None = None
    publisher: Annotated[str, Field(max_length=300)] | None = None
    uri: Annotated[str, Field(max_length=2000)] | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One coder's figures of a report, coded blind."""

    by: Name
    #: Codings of one's own as last seen.
    expected: Seen
    rows: Annotated[tuple[CodingRow, ...], Field(max_length=200)]
    finished: bool = False


ClaimAct: TypeAlias = Annotated[Verdict | Correct | Note | GradeItem | Link, Field(discriminator="action")]
PartyAct: TypeAlias = Annotated[GradeSource | Merge | Note, Field(discriminator="action")]
CLAIM_ACT: TypeAdapter[Verdict | Correct | Note | GradeItem | Link] = TypeAdapter(ClaimAct)
PARTY_ACT: TypeAdapter[GradeSource | Merge | Note] = TypeAdapter(PartyAct)


@dataclass(frozen=True)
class Actions:
    """The write path over a desk and the store behind it."""

    desk: Desk
    store: Store

    def on_claim(self, identifier: str, act: Verdict | Correct | Note | GradeItem | Link) -> Decision:
        """Decide on a claim; raises NotFoundError, UsageError, or ConflictError where somebody was first."""
        stored = self.store.claim(identifier)
        if stored is None:
            raise NotFoundError(f"no claim {identifier!r} is on record")
        return self._decide(act.action, ("claim", identifier), act, self._after(stored, act))

    def _after(self, stored: StoredClaim, act: Act) -> Mapping[str, Any] | None:
        if isinstance(act, Correct):
            return corrected_data(stored.claim, act.changes, self._known(stored.conflict))
        if isinstance(act, GradeItem):
            return {"grade": act.grade}
        return self._link(stored, act) if isinstance(act, Link) else None

    def _link(self, stored: StoredClaim, act: Link) -> Mapping[str, Any]:
        ledger = self.desk.ledgers.of(stored.conflict)
        if act.incident not in {one.id for one in ledger.incidents}:
            raise UsageError(f"no incident {act.incident!r} is on record in this conflict")
        linked = [j for j in ledger.judgements_on.get(stored.claim.id, ()) if j.object.incident == act.incident]
        if act.action == "unlink" and linked:
            return {"incident": act.incident, "judgement": linked[-1].id}
        return {"incident": act.incident}

    def on_party(self, name: str, act: GradeSource | Merge | Note) -> Decision:
        """Decide on the party of a name."""
        after: Mapping[str, Any] | None = None
        if isinstance(act, GradeSource):
            after = {"grade": act.grade}
        elif isinstance(act, Merge):
            after = {"into": act.into}
        return self._decide(act.action, ("party", name), act, after)

    def _decide(self, action: Action, target: tuple[TargetKind, str], act: Act, after: Any) -> Decision:
        made = Decision(
            action=action, target_kind=target[0], target=target[1], by=act.by, note=act.note or None, after=after
        )
        return self.store.decide(made, act.expected)

    def take_back(self, decision: str, act: TakeBack) -> Decision:
        """Undo a decision."""
        return self.store.undo(Undo(decision=decision, by=act.by, note=act.note or None), act.expected)

    def withdraw(self, identifier: str, act: Withdraw) -> Judgement:
        """Withdraw a judgement that names a claim; ConflictError where somebody did so before."""
        stored = self.store.claim(identifier)
        if stored is None:
            raise NotFoundError(f"no claim {identifier!r} is on record")
        seen = self.store.version("judgement", act.judgement)
        named = self.desk.ledgers.of(stored.conflict).judgements_on.get(identifier, ())
        found = next((one for one in named if one.id == act.judgement), None)
        if found is None:
            raise UsageError(f"judgement: no judgement {act.judgement!r} on this claim is on record")
        if found.object.incident is not None:
            raise UsageError("judgement: this one links the claim to an incident; unlink the claim")
        if found.withdrawn_by is not None:
            raise ConflictError(f"judgement {found.id}: {found.withdrawn_by} withdrew it already")
        return self.store.withdraw(Withdrawal(judgement=found, by=act.by, note=act.note or None), seen)

    def enter(self, conflict: str | None, act: Enter) -> StoredClaim:
        """Keep a claim entered by hand."""
        evidence = self._words(act)
        changes: Mapping[str, Any] = {k: v for k, v in act.changes.items() if v is not None}
        value = changed_value(Casualty(effect=act.effect), {"low": None, "high": None, **changes})
        claim: Claim[Any] = Claim(
            id="",
            evidence=evidence,
            value=replace(value, side_group=value.side if value.side_group == UNKNOWN else value.side_group),
            origin=act.by,
            source=_vouching(changes, self._known(conflict)),
            said_on=changes.get("said_on"),
            certainty=changes.get("certainty", "certain"),
            background=changes.get("background", False),
        )
        entry = ByHand(
            claim=claim,
            by=act.by,
            reason=act.reason or None,
            conflict=conflict,
            publisher=act.publisher or None,
            uri=act.uri or None,
            published=act.published,
        )
        return self.store.add_claim(entry)

    def _words(self, act: Enter) -> tuple[Evidence, ...]:
        """The words in a report that a claim by hand rests on; none where it rests on something else."""
        if not act.document and not act.quote:
            return ()
        found = self.store.document(act.document) if act.document else None
        if found is None:
            raise UsageError("document: choose the report that the quoted words stand in")
        return (located(found.document, act.quote or ""),)

    def code(self, document: str, act: Code) -> Decision:
        """Keep one coder's figures of a report; those of others are neither needed nor shown."""
        found = self.store.document(document)
        if found is None:
            raise NotFoundError(f"no report {document!r} is on record")
        log = self.store.decisions(("document", document), Page(limit=1000)).rows
        mine = [one for one in codings_of(log, finished=False) if one.by == act.by]
        if len(mine) != act.expected:
            raise ConflictError(f"report {document}: your coding was saved from elsewhere meanwhile; load it again")
        if mine and mine[-1].finished:
            raise UsageError("this coding is finished: it can be compared, and is changed no more")
        rows = tuple(row for row in act.rows if row.quote)
        for row in rows:
            located(found.document, row.quote)
        made = Decision(
            action="code",
            target_kind="document",
            target=document,
            by=act.by,
            after=Coding(by=act.by, rows=rows, finished=act.finished).data(),
        )
        return self.store.decide(made, self.store.version("document", document))

    def _known(self, conflict: str | None) -> Known:
        ledger = self.desk.ledgers.of(conflict)

        def known(name: str) -> Party | None:
            voice = next(iter(ledger.voices_named.get(name, ())), None)
            parties = (claim.source for claim in ledger.voices.get(voice or "", ()))
            return next((party for party in parties if party is not None and party.name == name), None)

        return known


def _vouching(changes: Mapping[str, Any], known: Known) -> Party | None:
    name = changes.get("source")
    if not name and changes.get("voice") != "report":
        raise UsageError("source: say on whose word it is, or choose the report's own voice")
    return named_party(name, changes, known) if name else None


def located(document: Document, quote: str) -> Evidence:
    """The words in a report, whose line breaks may differ; UsageError where they are not there or there twice."""
    exact = quote.strip()
    if not exact:
        raise UsageError("quote: the words of the report that say it are needed")
    start = document.text.find(exact)
    if start < 0:
        raise UsageError(f"quote: the report does not read “{exact[:80]}”; copy the words as they stand there")
    if document.text.find(exact, start + 1) >= 0:
        raise UsageError(f"quote: the report reads “{exact[:80]}” more than once; take in some more words")
    return document.evidence(start, start + len(exact))
