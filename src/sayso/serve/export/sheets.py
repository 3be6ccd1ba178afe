"""The sheets that people export: casualties, attributions, relations, incidents, tallies, victims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sayso.claims import AnyClaim, ReportRecord
from sayso.claims.casualty import Casualty
from sayso.claims.rows import RELATION_KINDS, attribution_rows, casualty_claims, casualty_rows
from sayso.model import Attribution, Document, End, Evidence, Incident, Judgement, Tally
from sayso.reconcile.tally import tally
from sayso.serve.export.material import Material
from sayso.serve.export.sheet import Row, Sheet, columns


def _document_cells(document: Document) -> dict[str, Any]:
    return {
        "document_id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
        "uri": document.uri,
    }


_OF_DOCUMENT = columns(document_id="text", title="text", publisher="text", published="date", uri="text")


# ---------------------------------------------------------------- casualties

_CASUALTY_COLUMNS = (
    *columns(id="text", conflict="text", document="text", sample="boolean"),
    *columns(start="integer", end="integer", words="text", number="json", effect="text", low="integer", high="integer"),
    *columns(modality="text", victims="text", group="text", side="text", side_group="text", side_basis="text"),
    *columns(perpetrator="text", source="texts", via="texts", said_on="date"),
    *columns(happened_start="date", happened_end="date", place="text", scope="text", background="boolean"),
    *columns(polarity="text", certainty="text", posture="text", basis="text", confidence="number"),
    *columns(repeat_of="text", part_of="text", unresolved="json", origin="text"),
    *_OF_DOCUMENT,
)


def casualties(material: Material) -> Sheet:
    """One row a casualty claim, in the columns of `sayso read --format casualties` and where it stands."""

    def rows() -> Iterator[Row]:
        for record in material.records():
            for claim, row in zip(casualty_claims(record), casualty_rows(record), strict=True):
                known = {"conflict": record.conflict, "words": claim.evidence[0].exact, "origin": claim.origin}
                yield {**row, **known, **_document_cells(record.document)}

    return Sheet(name="casualties", columns=_CASUALTY_COLUMNS, rows=rows, place="place")


# ---------------------------------------------------------------- attributions

_ATTRIBUTION_COLUMNS = (
    *columns(id="text", conflict="text", document="text", sample="boolean"),
    *columns(source_words="text", cue_words="text", content_words="text"),
    *columns(speaker="text", via="texts", said_on="date", form="text", stance="text", mental="boolean", within="text"),
    *columns(confidence="number", source="json", cue="json", content="json", unresolved="json"),
    *_OF_DOCUMENT,
)


def attributions(material: Material) -> Sheet:
    """One row an attribution: the words of source, cue and content, and their offsets."""

    def rows() -> Iterator[Row]:
        for record in material.records():
            table = attribution_rows(record)
            for attribution, row in zip(record.attributions, table["attributions"], strict=True):
                known = {"conflict": record.conflict, "document": table["doc_id"], "sample": table["sample"]}
                yield {**row, **known, **_words(attribution), **_document_cells(record.document)}

    return Sheet(name="attributions", columns=_ATTRIBUTION_COLUMNS, rows=rows)


def _words(attribution: Attribution) -> dict[str, str]:
    return {
        "source_words": _joined(attribution.source),
        "cue_words": _joined(attribution.cue),
        "content_words": _joined(attribution.content),
    }


def _joined(evidence: Iterable[Evidence]) -> str:
    return " … ".join(piece.exact for piece in evidence)


# ---------------------------------------------------------------- relations

_RELATION_COLUMNS = (
    *columns(id="text", kind="text", sample="boolean", document="text", start="integer", end="integer", words="text"),
    *columns(from_claims="texts", from_words="texts", from_party="texts"),
    *columns(to_claims="texts", to_words="texts", to_party="texts"),
    *columns(why="json", score="number", by="text", at="time"),
)
#: Repeats and parts of figures are relations too, once they hold across reports.
_KINDS = (*RELATION_KINDS, "repeats", "part_of")


def relations(material: Material) -> Sheet:
    """One row a standing judgement between claims or parties, inside one report or across several."""

    def rows() -> Iterator[Row]:
        claims = material.book.claims
        for judgement in material.book.judgements:
            if judgement.kind in _KINDS and judgement.object.incident is None:
                yield _relation(judgement, claims, material.documents)

    return Sheet(name="relations", columns=_RELATION_COLUMNS, rows=rows)


def _relation(judgement: Judgement, claims: Mapping[str, AnyClaim], documents: Mapping[str, Document]) -> Row:
    shown = judgement.evidence[0] if judgement.evidence else None
    ends = (judgement.subject, judgement.object)
    stands_in = {claims[claim].evidence[0].document for end in ends for claim in end.claims if claim in claims}
    if shown is not None:
        stands_in.add(shown.document)
    return {
        "id": judgement.id,
        "kind": judgement.kind,
        "sample": any(documents[document].sample for document in stands_in if document in documents),
        "document": documents[shown.document].name if shown is not None and shown.document in documents else None,
        "start": shown.start if shown else None,
        "end": shown.end if shown else None,
        "words": shown.exact if shown else None,
        **_end_cells("from", judgement.subject, claims),
        **_end_cells("to", judgement.object, claims),
        "why": dict(judgement.why),
        "score": judgement.score,
        "by": judgement.by,
        "at": judgement.at,
    }


def _end_cells(prefix: str, end: End, claims: Mapping[str, AnyClaim]) -> dict[str, Any]:
    """The claims at one end that are on record (one that is withheld is not), and the party."""
    found = [claims[claim] for claim in end.claims if claim in claims]
    party = end.party or next((claim.source for claim in found if claim.source is not None), None)
    return {
        f"{prefix}_claims": [claim.id for claim in found],
        f"{prefix}_words": [claim.evidence[0].exact for claim in found],
        f"{prefix}_party": list(party.names()) if party else [],
    }


# ---------------------------------------------------------------- incidents and tallies

_INCIDENT_COLUMNS = (
    *columns(id="text", conflict="text", sample="boolean", place="text", start="date", end="date", parties="texts"),
    *columns(claims="texts", words="texts", killed_low="integer", killed_high="integer"),
)


def incidents(material: Material) -> Sheet:
    """One row an incident: where, when, who, its claims, and the least and most killed that one of them tells."""

    def rows() -> Iterator[Row]:
        return (_incident(one, material) for one in material.book.incidents)

    return Sheet(name="incidents", columns=_INCIDENT_COLUMNS, rows=rows, place="place")


def _incident(one: Incident, material: Material) -> Row:
    found = [material.book.claims[claim] for claim in one.claims if claim in material.book.claims]
    killed = [claim.value for claim in found if isinstance(claim.value, Casualty) and claim.value.effect == "killed"]
    lows = [value.low for value in killed if value.low is not None]
    highs = [value.high for value in killed if value.high is not None]
    return {
        "id": one.id,
        "conflict": _conflict(found, material),
        "sample": any(material.documents[claim.evidence[0].document].sample for claim in found),
        "place": one.place,
        "start": one.start,
        "end": one.end,
        "parties": list(one.parties),
        "claims": [claim.id for claim in found],
        "words": [claim.evidence[0].exact for claim in found],
        "killed_low": min(lows, default=None),
        "killed_high": max(highs, default=None),
    }


def _conflict(claims: Iterable[AnyClaim], material: Material) -> str | None:
    by_document = {record.document.id: record.conflict for record in material.book.records}
    return next((by_document[claim.evidence[0].document] for claim in claims), None)


_TALLY_COLUMNS = (
    *columns(conflict="text", side="text", effect="text", group="text", policy="text", enemy="boolean", as_of="date"),
    *columns(low="integer", best="integer", high="integer", open="boolean", sample="boolean"),
    *columns(claims="texts", words="texts", silences="texts"),
)


def tallies(material: Material) -> Sheet:
    """One row a tally under the chosen policy, with the claims that its bounds rest on."""

    def rows() -> Iterator[Row]:
        return (_tally(one, material) for one in tally(material.book, material.tally))

    return Sheet(name="tallies", columns=_TALLY_COLUMNS, rows=rows)


def _tally(one: Tally, material: Material) -> Row:
    used = [use.claim for use in one.derivation if use.bounds and use.claim in material.book.claims]
    told = [material.book.claims[claim].evidence[0] for claim in used]
    return {
        **{name: getattr(one, name) for name in ("conflict", "side", "effect", "group", "policy", "enemy", "as_of")},
        **{name: getattr(one, name) for name in ("low", "best", "high", "open")},
        "sample": any(material.documents[evidence.document].sample for evidence in told),
        "claims": used,
        "words": [evidence.exact for evidence in told],
        "silences": list(one.silences),
    }


# ---------------------------------------------------------------- victims

_VICTIM_COLUMNS = (
    *columns(id="text", names="texts", age="text", sex="text", date="text", place="text", how_known="text"),
    *columns(claims="texts", origin="text"),
)


def victims(material: Material) -> Sheet:
    """One row a victim record that is not withheld, with every spelling of the name."""

    def rows() -> Iterator[Row]:
        for one in material.victims:
            if not one.withhold:
                cells = {column.name: getattr(one, column.name) for column in _VICTIM_COLUMNS}
                yield {**cells, "names": list(one.names), "claims": list(one.claims)}

    return Sheet(name="victims", columns=_VICTIM_COLUMNS, rows=rows, place="place")


def without_samples(records: Callable[[], Iterator[ReportRecord]]) -> Callable[[], Iterator[ReportRecord]]:
    """The records without texts that were written to test software."""
    return lambda: (record for record in records() if not record.document.sample)


SHEETS: Mapping[str, Callable[[Material], Sheet]] = {
    "casualties": casualties,
    "attributions": attributions,
    "relations": relations,
    "incidents": incidents,
    "tallies": tallies,
    "victims": victims,
}
