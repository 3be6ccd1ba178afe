"""What counts at present, worked out from the decisions: the columns that say so, and what a new reading takes over."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from sayso.claims import AnyClaim, Casualty
from sayso.claims.codec import part_from_json, part_to_json
from sayso.errors import EvidenceError, UsageError
from sayso.model import Claim, Document, End, Judgement, digest
from sayso.store import rows
from sayso.store.database import Writing
from sayso.store.decision_log import log_of
from sayso.store.effect import effective, last
from sayso.store.interface import COUNTING, Decision, Json, Status
from sayso.store.tables import carried, claims, decisions, documents, evidence, judgement_claims, judgements, readings

#: Who makes the judgements that are not people's.
PROGRAM = "sayso"

# ---------------------------------------------------------------- claims


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a claim stands by the decisions on it."""

    status: Status
    #: The decision that says how it should read; one that accepts the claim later accepts it as corrected.
    correction: Decision | None
    #: Decisions on this very id, undoing ones among them.
    decided: int


def standing_of(connection: Connection, base: Row[Any]) -> Standing:
    """Where a claim stands; `base`: its row before any decision."""
    log = log_of(connection, "claim", [base.id, *_carried_from(connection, base)])
    holding = effective(log)
    own = sum(decision.target == base.id for decision in log)
    return Standing(status=_status(base, holding), correction=last(holding, "correct"), decided=own)


def settle_claim(writing: Writing, identifier: str) -> None:
    """Bring a claim's rows into step with the decisions on it."""
    base = base_row(writing.connection, identifier)
    if base is None:
        return
    now = standing_of(writing.connection, base)
    _set(writing, (claims.c.id == base.id) & claims.c.decision.is_not(None), {"standing": False, "status": "replaced"})
    row = base.key
    if now.correction is not None:
        row = _correction_row(writing, base, now.correction)
        _set(writing, claims.c.key == base.key, {"standing": False, "status": "replaced"})
    _set(writing, claims.c.key == row, {"standing": now.status in COUNTING, "status": now.status})
    _set(writing, claims.c.id == base.id, {"decided": now.decided})


def settle_target(writing: Writing, identifier: str) -> None:
    """Bring a claim that was decided on, under whatever id it has now, into step."""
    taken = select(carried.c.new).where(carried.c.old == rows.shown(identifier), carried.c.new.is_not(None))
    for now in (identifier, *dict.fromkeys(writing.connection.scalars(taken))):
        settle_claim(writing, now)


def base_row(connection: Connection, identifier: str) -> Row[Any] | None:
    """The claim as the current reading, or a person entering it, gives it: before any decision."""
    by_hand = claims.c.reading.is_(None) & claims.c.decision.is_(None)
    of_current = claims.c.reading.in_(select(readings.c.key).where(readings.c.current))
    found = select(claims).where(claims.c.id == rows.shown(identifier), by_hand | of_current)
    return connection.execute(found.order_by(claims.c.key).limit(1)).one_or_none()


def _carried_from(connection: Connection, base: Row[Any]) -> list[str]:
    taken = select(carried.c.old).where(carried.c.new == base.id, carried.c.reading == base.reading)
    return list(connection.scalars(taken))


def _status(base: Row[Any], holding: Sequence[Decision]) -> Status:
    withheld = last(holding, "withhold")
    if withheld is not None and (withheld.after or {}).get("withhold", True):
        return "withheld"
    verdict = last(holding, "accept", "correct", "reject")
    if verdict is None:
        return "added" if base.reading is None else "read"
    by_action: dict[str, Status] = {"accept": "accepted", "correct": "corrected", "reject": "rejected"}
    return by_action[verdict.action]


def _set(writing: Writing, which: Any, values: rows.Row) -> None:
    writing.connection.execute(update(claims).where(which).values(values))


def _correction_row(writing: Writing, base: Row[Any], verdict: Decision) -> int:
    """Key of the row that holds a corrected claim, which is written the first time it is needed."""
    written = select(claims.c.key).where(claims.c.id == base.id, claims.c.decision == verdict.id)
    key = writing.connection.scalar(written)
    if key is not None:
        return int(key)
    document = stored_document(writing, base.document)
    claim = corrected(part_from_json(Claim, base.data), verdict, document)
    place = rows.Place(document=document, conflict=base.conflict, at=writing.at)
    row = {**rows.claim_row(claim, base.ordinal, place, "corrected"), "decision": verdict.id}
    return write_claim(writing, claim, row, place)


def write_claim(writing: Writing, claim: AnyClaim, row: rows.Row, place: rows.Place) -> int:
    """Write a person's claim with its evidence and make its words findable; gives the key of its row."""
    key = writing.key_of(insert(claims), row)
    writing.dialect.index(writing.connection, claims, claims.c.key == key)
    writing.connection.execute(insert(evidence), list(rows.claim_evidence(claim, place)))
    return key


def corrected(claim: AnyClaim, verdict: Decision, document: Document) -> AnyClaim:
    """The claim with what a decision says put in its place; UsageError where that is no claim of this document."""
    data = _merged(json.loads(part_to_json(claim)), verdict.after or {})
    try:
        made: AnyClaim = replace(part_from_json(Claim, json.dumps(data)), id=claim.id, origin=verdict.by)
        for piece in (*made.evidence, *((made.basis,) if made.basis else ())):
            piece.verify(document)
    except EvidenceError as error:
        raise UsageError(f"claim {claim.id} cannot be corrected so: {error}") from error
    if not made.evidence:
        raise UsageError(f"claim {claim.id} cannot be corrected so: a claim needs its words")
    return made


def _merged(data: dict[str, Any], change: Json) -> dict[str, Any]:
    """The data with changed fields in place; `value` is changed field by field as long as its kind stays."""
    value = change.get("value")
    same_kind = isinstance(value, dict) and value.get("kind", data["value"]["kind"]) == data["value"]["kind"]
    merged = {**data, **change}
    if same_kind:
        merged["value"] = {**data["value"], **change["value"]}
    return merged


def stored_document(writing: Writing, identifier: str) -> Document:
    """The document as its current reading has it."""
    row = writing.connection.execute(select(documents).where(documents.c.id == identifier)).one()
    return document_of(row.data, row.text)


def document_of(data: str, text: str) -> Document:
    """A document from its JSON and the column of its text."""
    document = part_from_json(Document, data)
    return document if document.text else replace(document, text=text)


# ---------------------------------------------------------------- a newer reading


def carry_over(writing: Writing, document: str, reading: int) -> None:
    """Bring what people decided on an older reading's claims to the claims of a new one.

    A claim of the same id is the same claim. Else one with the same words and harm takes its place; where there is
    none, the decision is kept as orphaned.
    """
    decided = _decided_in(writing, document)
    new = _claims_of(writing, claims.c.reading == reading)
    kept = {claim.id for claim in new}
    by_words = {_likeness(claim): claim.id for claim in reversed(new)}
    for claim in _latest(_claims_of(writing, claims.c.id.in_(decided))):
        if claim.id in kept or _entered_by_hand(writing, claim.id):
            continue
        found = by_words.get(_likeness(claim))
        row = {"reading": reading, "old": claim.id, "new": found, "how": "words" if found else "orphaned"}
        writing.connection.execute(insert(carried).values(row))
        if found:
            settle_claim(writing, found)
    for identifier in decided:
        settle_claim(writing, identifier)


def _decided_in(writing: Writing, document: str) -> list[str]:
    """Ids of the document's claims that people decided or judged on."""
    here = select(claims.c.id).where(claims.c.document == document)
    decided = select(decisions.c.target).where(decisions.c.target_kind == "claim", decisions.c.target.in_(here))
    judged = select(judgement_claims.c.claim).where(judgement_claims.c.claim.in_(here))
    return sorted({*writing.connection.scalars(decided), *writing.connection.scalars(judged)})


def _claims_of(writing: Writing, which: Any) -> list[AnyClaim]:
    found = select(claims.c.data).where(which, claims.c.decision.is_(None)).order_by(claims.c.key)
    return [part_from_json(Claim, data) for data in writing.connection.scalars(found)]


def _latest(found: Iterable[AnyClaim]) -> list[AnyClaim]:
    return list({claim.id: claim for claim in found}.values())


def _entered_by_hand(writing: Writing, identifier: str) -> bool:
    by_hand = claims.c.reading.is_(None) & claims.c.decision.is_(None)
    return writing.connection.scalar(select(claims.c.key).where(claims.c.id == identifier, by_hand)) is not None


def _likeness(claim: AnyClaim) -> tuple[object, ...]:
    """What makes a claim of another id the same claim: its words, its kind, and its harm."""
    effect = claim.value.effect if isinstance(claim.value, Casualty) else None
    first = claim.evidence[0] if claim.evidence else None
    return (claim.value.kind, effect, first)


# ---------------------------------------------------------------- judgements


def settle_judgement(writing: Writing, identifier: str) -> None:
    """Bring a judgement's row into step with the decisions on it."""
    log = log_of(writing.connection, "judgement", [identifier])
    holding = effective(log)
    latest = last(holding, "judge", "withdraw")
    known = last([one for one in log if one.undoes is None], "judge", "withdraw")
    if known is None:
        return
    said = part_from_json(Judgement, json.dumps(dict((latest or known).after or {})))
    if latest is None and known.action == "judge":
        said = replace(said, withdrawn_by=log[-1].by, withdrawn_at=log[-1].at)
    elif latest is None:
        said = replace(said, withdrawn_by=None, withdrawn_at=None)
    write_judgement(writing, said)


def settle_links(writing: Writing, claim: str) -> None:
    """Bring the judgements that link a claim to incidents into step with the decisions on it."""
    log = [one for one in log_of(writing.connection, "claim", [claim]) if one.action in ("link", "unlink")]
    holding = {decision.id for decision in effective(log)}
    standing: dict[str, Judgement] = {}
    for decision in log:
        if decision.undoes is None:
            made = link_of(decision)
            before = standing.get(made.id, made)
            holds = decision.id in holding
            gone = holds == (decision.action == "unlink")
            by = decision if holds else log[-1]
            standing[made.id] = (
                _withdrawn(before, by) if gone else replace(before, withdrawn_by=None, withdrawn_at=None)
            )
    for made in standing.values():
        write_judgement(writing, made)


def _withdrawn(judgement: Judgement, decision: Decision) -> Judgement:
    return replace(judgement, withdrawn_by=decision.by, withdrawn_at=decision.at)


def link_of(decision: Decision) -> Judgement:
    """The judgement that links a claim to an incident, or that somebody unlinks (then the program's, or a person's)."""
    after = decision.after or {}
    return Judgement(
        id=after.get("judgement") or digest("incident", decision.target, after.get("incident"), "people"),
        kind="part_of",
        subject=End(claims=(decision.target,)),
        object=End(incident=str(after.get("incident"))),
        by=decision.by if decision.action == "link" else PROGRAM,
        at=decision.at,
    )


def write_judgement(writing: Writing, said: Judgement) -> None:
    """Write what people judged, in place of how it stood before."""
    row = rows.judgement_row(said, 0, None)
    mine = (judgements.c.id == row["id"]) & judgements.c.reading.is_(None)
    key = writing.connection.scalar(select(judgements.c.key).where(mine))
    if key is not None:
        writing.connection.execute(update(judgements).where(judgements.c.key == key).values(row))
        return
    key = writing.key_of(insert(judgements), row)
    about = {rows.shown(claim) for end in rows.ends(said) for claim in end.claims}
    if about:
        listed = [{"judgement": key, "claim": claim} for claim in sorted(about)]
        writing.connection.execute(insert(judgement_claims), listed)
