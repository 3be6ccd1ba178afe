"""Claims seen with the report they stand in: whose voice it is, when it was said, which judgements bear on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeAlias, TypeGuard

from sayso.claims import AnyClaim, Casualty, CasualtyClaim, ReportRecord
from sayso.model import Claim, Document, Evidence, Judgement

#: A claim of any kind, whatever its value.
SomeClaim: TypeAlias = Claim[Any]

#: Two pieces of evidence further apart than this (characters) never stand in one sentence.
_SENTENCE_REACH = 400
_SENTENCE_ENDS = (". ", "! ", "? ", ".\n", ".” ", '." ', "\n\n")


def is_casualty(claim: AnyClaim) -> TypeGuard[CasualtyClaim]:
    """True for a claim that counts people harmed."""
    return isinstance(claim.value, Casualty)


def voice(claim: SomeClaim) -> str:
    """Whose word it is, as a key: the state or group spoken for, else the source, else the report.

    Several organs of one side are one voice; every unresolved source is a voice of its own.
    """
    if claim.source is not None:
        return (claim.source.speaks_for or claim.source.name).casefold()
    if claim.attribution is not None:
        return f"attribution:{claim.attribution}"
    return f"report:{claim.evidence[0].document}"


def own_voice(claim: SomeClaim) -> bool:
    """True where the report itself vouches for it."""
    return claim.source is None and claim.attribution is None


def by_voice(claims: Iterable[CasualtyClaim]) -> dict[str, list[CasualtyClaim]]:
    """Whose word it is -> the claims on it, in the order given."""
    found: dict[str, list[CasualtyClaim]] = defaultdict(list)
    for claim in claims:
        found[voice(claim)].append(claim)
    return found


def ordinal(day: date | None) -> int:
    """A day as a number to order and subtract by; 0 where it is unknown."""
    return day.toordinal() if day else 0


def standing(judgements: Iterable[Judgement]) -> Iterator[Judgement]:
    """The judgements that nobody withdrew."""
    return (judgement for judgement in judgements if judgement.stands)


@dataclass(frozen=True)
class Shelf:
    """Casualty claims of one or many reports with what the reports and judgements say about them."""

    claims: tuple[CasualtyClaim, ...]
    documents: Mapping[str, Document]
    #: Document id -> the dossier it was read with.
    conflicts: Mapping[str, str | None] = field(default_factory=dict)
    #: Claim id -> claim it repeats, directly.
    repeats: Mapping[str, str] = field(default_factory=dict)
    #: Claim id -> the whole that it is a part of.
    wholes: Mapping[str, str] = field(default_factory=dict)
    #: Claim id -> the later claims of the same voice that replaced it.
    revised: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    #: Attributions that tell a thought or intention.
    mental: frozenset[str] = frozenset()
    #: The claims by identifier.
    by_id: Mapping[str, CasualtyClaim] = field(default_factory=dict)

    @classmethod
    def of(cls, records: Sequence[ReportRecord], across: Iterable[Judgement] = ()) -> Shelf:
        """The casualty claims of records, with the standing judgements inside reports and those `across` them."""
        everything = tuple(standing((*within(records), *across)))
        return cls(
            claims=tuple(claim for record in records for claim in record.claims if is_casualty(claim)),
            documents={record.document.id: record.document for record in records},
            conflicts={record.document.id: record.conflict for record in records},
            repeats=chains(everything),
            wholes=pairs(everything, "part_of"),
            revised=revised(everything),
            by_id={claim.id: claim for record in records for claim in record.claims if is_casualty(claim)},
            mental=frozenset(a.id for record in records for a in record.attributions if a.mental),
        )

    def document(self, claim: SomeClaim) -> Document | None:
        """The report that the claim stands in; None where only the claims were handed over."""
        return self.documents.get(claim.evidence[0].document)

    def conflict(self, claim: SomeClaim) -> str | None:
        """The dossier that the claim's report was read with."""
        return self.conflicts.get(claim.evidence[0].document)

    def text_of(self, document: str) -> str:
        """What stands for a report's own voice: the same text read from two addresses is one report."""
        found = self.documents.get(document)
        return found.text_digest if found else document

    def said(self, claim: SomeClaim) -> date | None:
        """The day it was said: as the report tells, else the report's own day."""
        if claim.said_on is not None:
            return claim.said_on
        document = self.document(claim)
        return document.published if document else None

    def on_record(self, claim: SomeClaim) -> date | None:
        """The day the report that carries it came out."""
        document = self.document(claim)
        return document.published if document and document.published else claim.said_on

    def of_conflict(self, conflict: str | None) -> Shelf:
        """The same with only the claims of reports read with that dossier, or with none."""
        kept = {document for document, read_with in self.conflicts.items() if read_with in (conflict, None)}
        return replace(self, claims=tuple(c for c in self.claims if c.evidence[0].document in kept))

    def original(self, identifier: str) -> str:
        """The first claim of the chain of repeats that a claim belongs to."""
        return first_of(self.repeats, identifier)

    @cached_property
    def tellings(self) -> Mapping[str, tuple[CasualtyClaim, ...]]:
        """The first claim of each chain of repeats -> all claims of the chain, in their order."""
        found: dict[str, tuple[CasualtyClaim, ...]] = {}
        for claim in self.claims:
            first = self.original(claim.id)
            found[first] = (*found.get(first, ()), claim)
        return found

    @cached_property
    def sentences(self) -> tuple[tuple[CasualtyClaim, ...], ...]:
        """The claims of each sentence that has any, in the order of the text."""
        found: list[list[CasualtyClaim]] = []
        for claim in self.claims:
            if found and self.one_sentence(found[-1][-1], claim):
                found[-1].append(claim)
            else:
                found.append([claim])
        return tuple(map(tuple, found))

    @cached_property
    def sentence_of(self) -> Mapping[str, int]:
        """Claim -> the number of its sentence among `sentences`."""
        return {claim.id: number for number, sentence in enumerate(self.sentences) for claim in sentence}

    def one_sentence(self, one: SomeClaim, other: SomeClaim) -> bool:
        """True where the words of both stand in one sentence of one report."""
        return _one_sentence(self.document(one), one.evidence[0], other.evidence[0])


def within(records: Iterable[ReportRecord]) -> Iterator[Judgement]:
    """The judgements inside reports."""
    return (judgement for record in records for judgement in record.judgements)


def chains(judgements: Iterable[Judgement]) -> dict[str, str]:
    """Claim -> the claim that it repeats; one that repeats two claims joins their chains."""
    found: dict[str, str] = {}
    for judgement in judgements:
        if judgement.kind == "repeats" and judgement.subject.claims and judgement.object.claims:
            later, earlier = (first_of(found, end.claims[0]) for end in (judgement.subject, judgement.object))
            if later != earlier:
                found[later] = earlier
    return found


def first_of(repeats: Mapping[str, str], claim: str) -> str:
    """The first claim of the chain of repeats that a claim belongs to; `repeats` as `chains` makes it."""
    while (earlier := repeats.get(claim)) is not None:
        claim = earlier
    return claim


def pairs(judgements: Iterable[Judgement], kind: str) -> dict[str, str]:
    """Subject claim -> object claim of the judgements of a kind that join one claim to one."""
    return {
        j.subject.claims[0]: j.object.claims[0]
        for j in judgements
        if j.kind == kind and j.subject.claims and j.object.claims
    }


def revised(judgements: Iterable[Judgement]) -> dict[str, tuple[str, ...]]:
    """Claim -> the claims that revise it."""
    found: dict[str, tuple[str, ...]] = {}
    for judgement in judgements:
        if judgement.kind == "revises" and judgement.subject.claims:
            for old in judgement.object.claims:
                found[old] = (*found.get(old, ()), judgement.subject.claims[0])
    return found


def _one_sentence(document: Document | None, one: Evidence, other: Evidence) -> bool:
    if one.document != other.document:
        return False
    first, second = sorted((one, other), key=lambda e: (e.start, e.end))
    if second.start <= first.end:
        return True
    if second.start - first.end > _SENTENCE_REACH or document is None:
        return second.start - first.end <= _SENTENCE_REACH // 4
    between = document.text[first.end : second.start]
    return not any(mark in between for mark in _SENTENCE_ENDS)
