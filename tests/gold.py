"""Annotated case files as records of gold claims, so that reconciliation can be tested apart from reading."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sayso.claims import AnyClaim, Casualty, CasualtyClaim, ReportRecord
from sayso.ingest import Metadata, make_document
from sayso.model import Claim, Document, End, Evidence, Judgement, Party, Record, digest
from tests.shared import SHARED

GOLD = "gold"
CASES = SHARED / "cases"


def case_names() -> list[str]:
    """The annotated reports; empty where they are not at hand."""
    return sorted(path.stem for path in CASES.glob("*.json") if path.stem != "index")


def gold_data(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    return data


def gold_record(name: str, side_groups: Mapping[str, str] | None = None, folder: Path = CASES) -> ReportRecord:
    """The record of a case as its annotators would write it; `side_groups` maps a side to the dossier's."""
    data = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    text = (folder / f"{name}.txt").read_text(encoding="utf-8")
    document = make_document(text, Metadata(name=name, published=_day(data["published"])))
    claims = gold_claims(data, document, lambda side: (side_groups or {}).get(side, side))
    conflict = "gold-dossier" if side_groups else None
    return Record(
        document=document, claims=tuple(claims), judgements=tuple(_judgements(data, claims)), conflict=conflict
    )


def gold_claims(data: Mapping[str, Any], document: Document, side_group: Callable[[str], str]) -> list[CasualtyClaim]:
    """The annotated figures of a case as claims, in its order; `side_group` gives the dossier's side of a side."""
    taken: Counter[str] = Counter()
    claims = []
    for row in data["casualties"]:
        key = json.dumps([row["quote"], row["effect"], row["low"], row["victims"]])
        start = _occurrence(document.text, row["quote"], taken[key])
        taken[key] += 1
        claims.append(_claim(row, document, start, side_group))
    return claims


def _occurrence(text: str, quote: str, number: int) -> int:
    start = text.index(quote)
    for _ in range(number):
        following = text.find(quote, start + 1)
        start = following if following >= 0 else start
    return start


def gold_ids(data: Mapping[str, Any], claims: Sequence[Claim[Any]]) -> dict[str, str]:
    """The id that the case file gives a figure -> the id of its claim; `claims` as `gold_claims` makes them."""
    return {row["id"]: claim.id for row, claim in zip(data["casualties"], claims, strict=False)}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _claim(row: dict[str, Any], document: Document, start: int, side_group: Callable[[str], str]) -> CasualtyClaim:
    evidence = document.evidence(start, start + len(row["quote"]))
    happened = row["happened"] or {}
    party = _party(row, side_group)
    value = Casualty(
        effect=row["effect"],
        low=row["low"],
        high=row["high"],
        modality=row["modality"],
        victims=_victims(document, evidence, row["victims"]),
        group=row["group"],
        side=row["side"],
        side_group=side_group(row["side"]),
        side_basis=row["side_basis"],
        perpetrator=row["perpetrator"],
        happened_start=_day(happened.get("start")),
        happened_end=_day(happened.get("end")),
        place=row["place"],
        scope=row["scope"],
        posture=row["posture"],
    )
    return Claim(
        id=digest(document.id, row["id"]),
        evidence=(evidence,),
        value=value,
        origin=GOLD,
        attribution=digest(document.id, party.name) if party else None,
        source=party,
        via=tuple(Party(name=name, kind="outlet") for name in row["via"]),
        said_on=_day(row["said_on"]),
        polarity=row["polarity"],
        certainty=row["certainty"],
        background=row["background"],
    )


def _party(row: dict[str, Any], side_group: Callable[[str], str]) -> Party | None:
    """The source of a row; it speaks for the widest of its names where its figure is of its own loss or its enemy's."""
    if not row["source"]:
        return None
    names = row["source"]
    side = names[-1] if row["posture"] in ("own_loss", "enemy_loss") else None
    return Party(
        name=names[0],
        kind="organisation",
        role=names[1] if len(names) > 2 else None,
        speaks_for=side,
        side=side,
        side_group=side_group(side) if side else None,
    )


def _victims(document: Document, evidence: Evidence, words: str | None) -> Evidence | None:
    if words is None:
        return None
    for begin in (evidence.start, 0):
        start = document.text.find(words, begin)
        if start >= 0:
            return document.evidence(start, start + len(words))
    return None


def _judgements(data: dict[str, Any], claims: Sequence[AnyClaim]) -> list[Judgement]:
    ids = gold_ids(data, claims)
    found = []
    for row in data["casualties"]:
        for field, kind in (("repeat_of", "repeats"), ("part_of", "part_of")):
            if row.get(field):
                found.append(_judgement(kind, ids[row["id"]], ids[row[field]]))
    for relation in data["relations"]:
        ends = relation["to"] if isinstance(relation["to"], list) else [relation["to"]]
        if relation["kind"] in ("revises", "conflicts") and relation["from"] in ids:
            found.extend(_judgement(relation["kind"], ids[relation["from"]], ids[end]) for end in ends if end in ids)
    return found


def _judgement(kind: Any, subject: str, target: str) -> Judgement:
    return Judgement(
        id=digest(kind, subject, target),
        kind=kind,
        subject=End(claims=(subject,)),
        object=End(claims=(target,)),
        by=GOLD,
    )
