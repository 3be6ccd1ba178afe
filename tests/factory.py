"""Builders for the types of the record: one place that knows which fields a test may leave out."""

from __future__ import annotations

from datetime import date
from typing import Any

from sayso.claims import Casualty, CasualtyClaim, ClaimValue
from sayso.ingest import Metadata, make_document
from sayso.model import Attribution, Claim, Document, Evidence, Judgement, Party, Record, digest

ORIGIN = "test@1"


def a_document(text: str = "Ten soldiers were killed, the ministry said.", **known: Any) -> Document:
    return make_document(text, Metadata(**{"name": "report", "published": date(2021, 3, 4), **known}))


def words(document: Document, exact: str) -> Evidence:
    """Evidence of the first occurrence of some words."""
    start = document.text.index(exact)
    return document.evidence(start, start + len(exact))


def a_party(name: str = "Ministry of Defence", **known: Any) -> Party:
    return Party(**{"name": name, "kind": "organisation", **known})


def an_attribution(document: Document, source: str, cue: str, content: str, **known: Any) -> Attribution:
    spans: dict[str, tuple[Evidence, ...]] = {
        "source": (words(document, source),) if source else (),
        "cue": (words(document, cue),),
        "content": (words(document, content),),
    }
    identifier = digest(document.id, "attribution", spans["cue"][0].start)
    return Attribution(**{"id": identifier, "form": "indirect", **spans, **known})


def a_casualty(document: Document, shown: str, *, value: dict[str, Any] | None = None, **known: Any) -> CasualtyClaim:
    evidence = words(document, shown)
    figures = {"effect": "killed", "low": 10, "high": 10, **(value or {})}
    identifier = digest(document.id, "casualty", evidence.start, figures["effect"], figures["low"])
    return Claim(**{"id": identifier, "evidence": (evidence,), "value": Casualty(**figures), "origin": ORIGIN, **known})


def a_judgement(kind: str, **known: Any) -> Judgement:
    return Judgement(**{"id": digest(kind, *known.values()), "kind": kind, "by": ORIGIN, **known})


def a_record(document: Document, **known: Any) -> Record[ClaimValue]:
    return Record(document=document, **known)
