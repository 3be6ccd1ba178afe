"""Rows to records: the current reading with people's decisions applied, many documents at a time."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, Row, Select, literal, select, union_all

from sayso.claims import AnyClaim, ReportRecord
from sayso.claims.codec import parts_from_json
from sayso.model import Attribution, Claim, End, Judgement, Party, Record, Unused
from sayso.store.decision_log import log_of_actions
from sayso.store.reviewing import MERGING, canonical, merged_names
from sayso.store.settling import PROGRAM, document_of
from sayso.store.tables import attributions, carried, claims, documents, judgement_claims, judgements, readings, unused


def document_rows(*conditions: Any) -> Select[Any]:
    """Documents with their current readings, in the order they were added."""
    current = (readings.c.document == documents.c.id) & readings.c.current
    return (
        select(
            documents.c.key,
            documents.c.id,
            documents.c.text,
            documents.c.data,
            documents.c.conflict,
            readings.c.key.label("reading"),
            readings.c.notes,
        )
        .join(readings, current, isouter=True)
        .where(*conditions)
        .order_by(documents.c.key)
    )


def records_of(connection: Connection, found: Sequence[Row[Any]]) -> Iterator[ReportRecord]:
    """The records of some rows of `document_rows`, with as many queries for many as for one."""
    keys = [row.reading for row in found if row.reading is not None]
    parts = _parts(connection, keys)
    standing = _standing(connection, [row.id for row in found])
    people = People.of(connection)
    for row in found:
        yield _record(row, parts.get(row.reading, {}), standing.get(row.id, _Claims()), people)


def _parts(connection: Connection, keys: Sequence[int]) -> Mapping[int, Mapping[str, list[str]]]:
    """Reading -> part -> the JSON of each, in order."""
    queries = [
        select(literal(table.name).label("part"), table.c.reading, table.c.ordinal, table.c.data).where(
            table.c.reading.in_(keys)
        )
        for table in (attributions, judgements, unused)
    ]
    found: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    together = union_all(*queries)
    for row in connection.execute(together.order_by(together.selected_columns.ordinal)):
        found[row.reading][row.part].append(row.data)
    return found


@dataclass(slots=True)
class _Claims:
    """The claims of one document: the JSON of those that count, in order, and the ids that people took out."""

    data: list[str] = field(default_factory=list)
    out: set[str] = field(default_factory=set)


def _standing(connection: Connection, identifiers: Sequence[str]) -> Mapping[str, _Claims]:
    found: dict[str, _Claims] = defaultdict(_Claims)
    taken_out = claims.c.status.in_(("rejected", "withheld"))
    wanted = select(claims.c.document, claims.c.id, claims.c.standing, claims.c.data).where(
        claims.c.document.in_(identifiers), claims.c.standing | taken_out
    )
    for row in connection.execute(wanted.order_by(claims.c.ordinal, claims.c.key)):
        if row.standing:
            found[row.document].data.append(row.data)
        else:
            found[row.document].out.add(row.id)
    return found


def _record(row: Row[Any], parts: Mapping[str, list[str]], standing: _Claims, people: People) -> ReportRecord:
    document = document_of(row.data, row.text)
    found: tuple[AnyClaim, ...] = parts_from_json(Claim, standing.data)
    told = parts_from_json(Attribution, parts.get("attributions", ()))
    made = parts_from_json(Judgement, parts.get("judgements", ()))
    judged = people.over(made, Claimed(document.id, frozenset(c.id for c in found), frozenset(standing.out)))
    names = people.names
    return Record(
        document=document,
        attributions=tuple(_attribution_named(one, names) for one in told) if names else told,
        claims=tuple(claim_named(one, names) for one in found) if names else found,
        judgements=tuple(_judgement_named(one, names) for one in judged) if names else judged,
        unused=parts_from_json(Unused, parts.get("unused", ())),
        conflict=row.conflict,
        notes=tuple(json.loads(row.notes)) if row.notes else (),
    )


# ---------------------------------------------------------------- what people decided


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """What people decided that touches more than one claim: names merged, judgements made and withdrawn."""

    #: Name -> the name that stands for it, directly.
    names: Mapping[str, str]
    judged: tuple[Judgement, ...]

    @classmethod
    def of(cls, connection: Connection) -> People:
        """Everything of it on record."""
        return cls(names=merged_names(log_of_actions(connection, *MERGING)), judged=people_judgements(connection))

    def over(self, made: tuple[Judgement, ...], claimed: Claimed) -> tuple[Judgement, ...]:
        """A reading's judgements with people's in place of or beside them, and without claims that were taken out."""
        mine = {one.id: one for one in self.judged}
        withdrawn = {_relation(one): one for one in self.judged if one.withdrawn_by is not None and of_program(one)}
        replaced = [mine.get(one.id) or _withdrawn_alike(one, withdrawn) for one in made]
        known = {one.id for one in made}
        beside = [one for one in self.judged if one.id not in known and not of_program(one) and claimed.holds(one)]
        return tuple(kept for one in (*replaced, *beside) if (kept := claimed.left(one)) is not None)


@dataclass(frozen=True, slots=True)
class Claimed:
    """Which claims of a document count, and which people took out."""

    document: str
    counting: frozenset[str]
    out: frozenset[str]

    def holds(self, judgement: Judgement) -> bool:
        """True for a judgement all of whose claims and words are of this document."""
        about = (*judgement.subject.claims, *judgement.object.claims)
        ours = all(piece.document == self.document for piece in judgement.evidence)
        return bool(about) and ours and self.counting.issuperset(about)

    def left(self, judgement: Judgement) -> Judgement | None:
        """The judgement without claims taken out; None where an end has nothing left."""
        subject, object_ = self._end(judgement.subject), self._end(judgement.object)
        if subject is None or object_ is None:
            return None
        if subject is judgement.subject and object_ is judgement.object:
            return judgement
        return replace(judgement, subject=subject, object=object_)

    def _end(self, end: End) -> End | None:
        if self.out.isdisjoint(end.claims):
            return end
        left = tuple(claim for claim in end.claims if claim not in self.out)
        return replace(end, claims=left) if left or end.party or end.incident else None


def of_program(judgement: Judgement) -> bool:
    """True for a judgement of sayso itself."""
    return judgement.by.split("@")[0].split(".")[0] == PROGRAM


def _relation(judgement: Judgement) -> tuple[object, ...]:
    return (judgement.kind, judgement.subject.claims, judgement.object.claims, judgement.object.incident)


def _withdrawn_alike(judgement: Judgement, withdrawn: Mapping[tuple[object, ...], Judgement]) -> Judgement:
    """The judgement, withdrawn where people withdrew the same one of an older reading, which had another id."""
    older = withdrawn.get(_relation(judgement)) if judgement.subject.claims else None
    if older is None:
        return judgement
    return replace(judgement, withdrawn_by=older.withdrawn_by, withdrawn_at=older.withdrawn_at)


def people_judgements(connection: Connection, claim: str | None = None) -> tuple[Judgement, ...]:
    """Judgements by people, and those of the program that people withdrew; claims by the ids they have now."""
    mine = select(judgements.c.data).where(judgements.c.reading.is_(None)).order_by(judgements.c.key)
    now = _carried(connection)
    if claim is not None:
        ids = [claim, *(old for old, new in now.items() if new == claim)]
        about = select(judgement_claims.c.judgement).where(judgement_claims.c.claim.in_(ids))
        mine = mine.where(judgements.c.key.in_(about))
    found = parts_from_json(Judgement, connection.scalars(mine))
    kept = (one for one in found if one.withdrawn_by is not None or not of_program(one))
    return tuple(_renumbered(one, now) for one in kept) if now else tuple(kept)


def _carried(connection: Connection) -> dict[str, str]:
    """Old id -> the id that a claim has in the current reading of its document."""
    current = select(readings.c.key).where(readings.c.key == carried.c.reading, readings.c.current).exists()
    wanted = select(carried.c.old, carried.c.new).where(carried.c.new.is_not(None), current)
    return {row.old: row.new for row in connection.execute(wanted)}


def _renumbered(judgement: Judgement, now: Mapping[str, str]) -> Judgement:
    def end(one: End) -> End:
        return replace(one, claims=tuple(now.get(claim, claim) for claim in one.claims)) if one.claims else one

    return replace(judgement, subject=end(judgement.subject), object=end(judgement.object))


# ---------------------------------------------------------------- names


def party_named(party: Party, names: Mapping[str, str]) -> Party:
    """The party under the names that people merged its names into."""
    return replace(
        party,
        name=canonical(party.name, names),
        affiliation=canonical(party.affiliation, names) if party.affiliation else party.affiliation,
        speaks_for=canonical(party.speaks_for, names) if party.speaks_for else party.speaks_for,
    )


def _maybe_named(party: Party | None, names: Mapping[str, str]) -> Party | None:
    return None if party is None else party_named(party, names)


def claim_named(claim: AnyClaim, names: Mapping[str, str]) -> AnyClaim:
    """The claim with merged names."""
    via = tuple(party_named(party, names) for party in claim.via)
    return replace(claim, source=_maybe_named(claim.source, names), via=via)


def _attribution_named(attribution: Attribution, names: Mapping[str, str]) -> Attribution:
    via = tuple(party_named(party, names) for party in attribution.via)
    return replace(attribution, speaker=_maybe_named(attribution.speaker, names), via=via)


def _judgement_named(judgement: Judgement, names: Mapping[str, str]) -> Judgement:
    def end(one: End) -> End:
        return replace(one, party=_maybe_named(one.party, names))

    return replace(judgement, subject=end(judgement.subject), object=end(judgement.object))
