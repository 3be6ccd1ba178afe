"""W3C Web Annotations: each claim or attribution as an annotation of the words that carry it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import IO, Any

from sayso.claims import ReportRecord
from sayso.claims.rows import attribution_rows, casualty_claims, casualty_rows
from sayso.errors import UsageError
from sayso.model import Document, Evidence

#: The words of the model, and a prefix for the part of an attribution that a target is.
CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"sayso": "urn:sayso:"}]
Annotation = Mapping[str, Any]


def write_annotations(name: str, records: Iterator[ReportRecord], file: IO[str]) -> None:
    """An AnnotationPage of casualties or attributions; raises UsageError for what stands in no words."""
    make = _MADE.get(name)
    if make is None:
        raise UsageError(f"{name} stand in no words of one report; webannotation is for casualties and attributions")
    head = {"@context": CONTEXT, "id": f"urn:sayso:{name}", "type": "AnnotationPage"}
    file.write(json.dumps(head)[:-1] + ', "items": [')
    found = (annotation for record in records for annotation in make(record))
    for number, annotation in enumerate(found):
        file.write(f"{',' if number else ''}\n{json.dumps(annotation, ensure_ascii=False)}")
    file.write("\n]}\n")


def _casualties(record: ReportRecord) -> Iterator[Annotation]:
    for claim, row in zip(casualty_claims(record), casualty_rows(record), strict=True):
        targets = [_target(piece, record.document) for piece in claim.evidence]
        yield _annotation(f"claim:{claim.id}", row, targets, claim.origin)


def _attributions(record: ReportRecord) -> Iterator[Annotation]:
    table = attribution_rows(record)
    for attribution, row in zip(record.attributions, table["attributions"], strict=True):
        parts = (("source", attribution.source), ("cue", attribution.cue), ("content", attribution.content))
        targets = [_target(piece, record.document, role) for role, pieces in parts for piece in pieces]
        yield _annotation(f"attribution:{attribution.id}", {**row, "sample": table["sample"]}, targets, "sayso")


def _annotation(identifier: str, row: Mapping[str, Any], targets: Sequence[Any], creator: str) -> Annotation:
    value = json.dumps(row, ensure_ascii=False)
    return {
        "id": f"urn:sayso:{identifier}",
        "type": "Annotation",
        "motivation": "describing",
        "creator": {"type": "Software" if creator.startswith("sayso") else "Person", "name": creator},
        "body": {"type": "TextualBody", "format": "application/json", "purpose": "describing", "value": value},
        "target": list(targets),
    }


def _target(evidence: Evidence, document: Document, role: str | None = None) -> dict[str, Any]:
    """The words by two selectors that choose the same: by position in sayso's text, and by quotation."""
    return {
        "type": "SpecificResource",
        "source": document.uri or f"urn:sayso:document:{document.id}",
        "selector": list(evidence.selectors(document)),
        **({"sayso:role": role} if role else {}),
    }


_MADE: Mapping[str, Callable[[ReportRecord], Iterator[Annotation]]] = {
    "casualties": _casualties,
    "attributions": _attributions,
}
