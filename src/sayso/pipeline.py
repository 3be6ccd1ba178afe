"""One report from text to record: the only module that knows every stage.

whole lines in natural case -> spans -> attributions -> figures and statements -> who, where and when -> judgements
-> names as printed
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from sayso.claims import AnyClaim, ReportRecord
from sayso.claims.recut import recut
from sayso.extract.attribution import find_spans
from sayso.extract.attributions import read_attributions
from sayso.extract.casualties import find_casualties
from sayso.extract.casualties.figures import ORIGIN as CASUALTIES
from sayso.extract.naturalcase import natural_case
from sayso.extract.noise import find_noise
from sayso.extract.statements import ORIGIN as STATEMENTS
from sayso.extract.statements import find_statements
from sayso.extract.unfolding import unfolded
from sayso.link import find_mentions
from sayso.link.casualties import resolve_casualties
from sayso.link.claim_confidence import unsure_in_capitals
from sayso.link.dates import find_dateline
from sayso.link.knowledge_base import Knowledge
from sayso.link.printed import as_printed
from sayso.link.scene import Scene
from sayso.link.speakers import resolve_attributions
from sayso.link.statements import resolve_statements
from sayso.model import Document, Record
from sayso.reconcile.report import judge_report

#: The extractors that claims are from, with their versions.
ORIGINS = frozenset({CASUALTIES, STATEMENTS})
NO_DATE = "no publication date is known: relative days (\u201con Monday\u201d) stay unresolved"


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads reports with one body of knowledge, loaded once."""

    knowledge: Knowledge

    @classmethod
    def load(cls, conflict: str | Path | None = "auto", dossier_folders: tuple[Path, ...] = ()) -> Reader:
        """Load what reading needs. `conflict`: a dossier's id or file, "auto" to choose by evidence, None for none."""
        return cls(knowledge=Knowledge.load(conflict, dossier_folders))

    def read(self, document: Document) -> ReportRecord:
        """Everything that the report says, on whose word; never raises on any text."""
        document = _prepared(document)
        knowledge = self.knowledge.for_report(document.text, document.published)
        natural = natural_case(unfolded(document.text), knowledge)
        record = _read(replace(document, text=natural), knowledge)
        return record if natural == document.text else _as_written(record, document)


def _read(document: Document, knowledge: Knowledge) -> ReportRecord:
    """Everything that a report in natural case and whole lines says."""
    mentions = find_mentions(document, knowledge)
    attributions = read_attributions(document, find_spans(document.text))
    attributions = resolve_attributions(document, attributions, mentions, knowledge)
    figures = find_casualties(document, attributions, knowledge)
    scene = Scene.of(document, mentions, knowledge, attributions)
    casualties = resolve_casualties(scene, figures.claims, attributions)
    statements = resolve_statements(scene, find_statements(document, attributions), attributions)
    told: tuple[AnyClaim, ...] = (*casualties, *statements)
    claims, judgements = as_printed(scene, told, judge_report(document, attributions, told, figures.parts))
    return Record(
        document=document,
        attributions=attributions,
        claims=claims,
        judgements=judgements,
        unused=figures.unused,
        conflict=knowledge.dossier.id if knowledge.dossier else None,
        notes=() if document.published else (NO_DATE,),
    )


def _as_written(record: ReportRecord, document: Document) -> ReportRecord:
    """What was read in natural case, in the document's own letters; what is told in capitals is read less surely."""
    return replace(
        record,
        document=document,
        attributions=recut(record.attributions, document),
        claims=tuple(map(unsure_in_capitals, recut(record.claims, document))),
        judgements=recut(record.judgements, document),
        unused=recut(record.unused, document),
    )


def _prepared(document: Document) -> Document:
    """The document with its noise marked and, where nobody gave a date, the date that its own text gives."""
    noise = (*document.noise, *find_noise(document.text, document.title))
    if document.published is None and (dateline := find_dateline(document.text)) is not None:
        return replace(document, noise=noise, published=dateline, published_basis="text")
    return replace(document, noise=noise)
