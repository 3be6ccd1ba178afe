"""Annotated case files as records of gold claims, so that reconciliation can be tested apart from reading."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sayso.claims import AnyClaim, Casualty, ReportRecord
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
    used: dict[str, int] = {}
    voices = _voices(data["casualties"])
    claims = [_claim(document, row, used, (side_groups or {}, voices)) for row in data["casualties"]]
    conflict = "gold-dossier" if side_groups else None
    return Record(
        document=document, claims=tuple(claims), judgements=tuple(_judgements(data, claims)), conflict=conflict
    )


def gold_ids(name: str, record: ReportRecord) -> dict[str, str]:
    """Claim id -> the id that the case file gives it."""
    rows = gold_data(name)["casualties"]
    return {claim.id: row["id"] for claim, row in zip(record.claims, rows, strict=True)}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _voices(rows: Sequence[dict[str, Any]]) -> dict[str, str]:
    """Name of a source -> the side that it speaks for, as far as a file's own-loss figures tell."""
    own = [row for row in rows if row["posture"] == "own_loss" and row["side"] not in ("both", "unknown")]
    return {row["source"][0]: row["side"] for row in own if row["source"]}


def _claim(
    document: Document, row: dict[str, Any], used: dict[str, int], known: tuple[Mapping[str, str], Mapping[str, str]]
) -> AnyClaim:
    groups, voices = known
    start = document.text.find(row["quote"], used.get(row["quote"], 0) if row["repeat_of"] else 0)
    start = start if start >= 0 else document.text.index(row["quote"])
    used[row["quote"]] = start + 1
    evidence = document.evidence(start, start + len(row["quote"]))
    happened = row["happened"] or {}
    party = _party(row, voices, groups)
    value = Casualty(
        effect=row["effect"],
        low=row["low"],
        high=row["high"],
        modality=row["modality"],
        victims=_victims(document, evidence, row["victims"]),
        group=row["group"],
        side=row["side"],
        side_group=groups.get(row["side"], row["side"]),
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


def _party(row: dict[str, Any], voices: Mapping[str, str], groups: Mapping[str, str]) -> Party | None:
    if not row["source"]:
        return None
    name, wider = row["source"][0], row["source"][-1]
    side = voices.get(name)
    return Party(
        name=name,
        kind="organisation",
        affiliation=wider,
        speaks_for=side,
        side=side,
        side_group=groups.get(side, side) if side else None,
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
    ids = {row["id"]: claim.id for row, claim in zip(data["casualties"], claims, strict=True)}
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
