"""A report: its text with what was read in it, the claims beside it, and what was passed over."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.claims import AnyClaim, ReportRecord
from sayso.errors import NotFoundError
from sayso.model import Attribution, Evidence
from sayso.reconcile.explain import ExplainOptions, explain, headline
from sayso.reconcile.wording import describe_explanation
from sayso.serve.desk import links, words
from sayso.serve.desk.cards import ClaimCard, ReportCard, claim_card, report_card
from sayso.serve.desk.ledger import Ledger
from sayso.serve.desk.view import Head, head

_QUOTE = 200
_BREAK = re.compile(r"\n[ \t]*\n\s*")
_LINE_BREAK = re.compile(r"\n\s*")
_AT = re.compile(r"(\d{1,9})-(\d{1,9})\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of text that is marked in one way throughout."""

    start: int
    text: str
    #: Any of source, cue, content, claim, unused, noise, at.
    marks: tuple[str, ...]
    #: The claim whose words these are; the most specific one where several share them.
    claim_href: str | None
    claim: str | None
    #: What was passed over, and why.
    note: str | None
    #: Where links to exactly this evidence lead.
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph and the claims that begin in it."""

    segments: tuple[Segment, ...]
    claims: tuple[ClaimCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionCard:
    """One act of saying."""

    source: str
    cue: str
    content: str
    href: str
    speaker: str | None
    #: Why the speaker is not known.
    speaker_open: str | None
    via: tuple[str, ...]
    said_on: str | None
    stance: str
    mental: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class UnusedCard:
    """A number that gave no claim, and why."""

    words: str
    href: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """Everything read in one report."""

    head: Head
    report: ReportCard
    length: int
    notes: tuple[str, ...]
    blocks: tuple[Block, ...]
    #: Claims whose words lie in no paragraph shown.
    attributions: tuple[AttributionCard, ...]
    unused: tuple[UnusedCard, ...]
    #: The total that heads the report, and how it comes about.
    headline: int | None
    headline_href: str | None
    headline_words: tuple[str, ...]
    #: The words that the address points at.
    shown: str | None
    version_of_href: str | None


def report_page(record: ReportRecord, ledger: Ledger, at: str | None = None) -> ReportPage:
    """The page of a report; `at`: "start-end" of the words to point at, code points."""
    document = record.document
    shown = _shown(at, record)
    number = headline(record)
    told = explain(number, ledger.book, ExplainOptions(within=frozenset({document.id}))) if number else None
    return ReportPage(
        head=head(ledger),
        report=report_card(document),
        length=len(document.text),
        notes=record.notes,
        blocks=tuple(_blocks(record, ledger, shown)),
        attributions=tuple(_attribution(one) for one in record.attributions),
        unused=tuple(
            UnusedCard(words=words.squeezed(one.evidence.exact), href=links.evidence(one.evidence), reason=one.reason)
            for one in record.unused
        ),
        headline=number,
        headline_href=links.explain(ledger.conflict, number) if number else None,
        headline_words=describe_explanation(told) if told else (),
        shown=words.squeezed(shown.exact, _QUOTE) if shown else None,
        version_of_href=links.report(document.version_of) if document.version_of else None,
    )


def _shown(at: str | None, record: ReportRecord) -> Evidence | None:
    if at is None:
        return None
    match = _AT.match(at)
    start, end = (int(match[1]), int(match[2])) if match else (0, 0)
    if not 0 <= start < end <= len(record.document.text):
        raise NotFoundError(f"this report has {len(record.document.text):,} characters; {at!r} is no stretch of it")
    return record.document.evidence(start, end)


def _attribution(one: Attribution) -> AttributionCard:
    return AttributionCard(
        source=_joined(one.source),
        cue=_joined(one.cue),
        content=_joined(one.content),
        href=links.evidence(min((*one.source, *one.cue, *one.content))),
        speaker=one.speaker.name if one.speaker else None,
        speaker_open=one.unresolved.get("speaker"),
        via=tuple(party.name for party in one.via),
        said_on=one.said_on.isoformat() if one.said_on else None,
        stance=one.stance,
        mental=one.mental,
    )


def _joined(evidence: Sequence[Evidence]) -> str:
    return words.squeezed(" […] ".join(piece.exact for piece in evidence), _QUOTE)


# ---------------------------------------------------------------- the text


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    start: int
    end: int
    kind: str
    claim: str | None = None
    note: str | None = None
    anchor: str | None = None


def _marks(record: ReportRecord, shown: Evidence | None) -> Iterator[_Mark]:
    for noise in record.document.noise:
        yield _Mark(start=noise.start, end=noise.end, kind="noise")
    for one in record.attributions:
        for kind, evidence in (("source", one.source), ("cue", one.cue), ("content", one.content)):
            yield from (_Mark(start=piece.start, end=piece.end, kind=kind) for piece in evidence)
    for claim in record.claims:
        for piece in claim.evidence:
            yield _Mark(start=piece.start, end=piece.end, kind="claim", claim=claim.id, anchor=_anchor(piece))
    for unused in record.unused:
        piece = unused.evidence
        yield _Mark(start=piece.start, end=piece.end, kind="unused", note=unused.reason, anchor=_anchor(piece))
    if shown is not None:
        yield _Mark(start=shown.start, end=shown.end, kind="at", anchor="at")


def _anchor(piece: Evidence) -> str:
    return f"c{piece.start}-{piece.end}"


def _blocks(record: ReportRecord, ledger: Ledger, shown: Evidence | None) -> Iterator[Block]:
    text = record.document.text
    marks = list(_marks(record, shown))
    lengths = {claim.id: claim.evidence[0].end - claim.evidence[0].start for claim in record.claims}
    starts = _claims_by_start(record.claims)
    for start, end in _paragraphs(text):
        inside = [mark for mark in marks if mark.start < end and start < mark.end]
        yield Block(
            segments=tuple(_segments(text, (start, end), inside, lengths)),
            claims=tuple(
                claim_card(claim, ledger) for at, found in starts.items() if start <= at < end for claim in found
            ),
        )


def _claims_by_start(claims: Sequence[AnyClaim]) -> Mapping[int, list[AnyClaim]]:
    found: dict[int, list[AnyClaim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.evidence[0]):
        found[claim.evidence[0].start].append(claim)
    return found


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The stretches between blank lines, or between lines in a text without blank lines."""
    pattern = _BREAK if _BREAK.search(text.strip()) else _LINE_BREAK
    start = 0
    for gap in pattern.finditer(text):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if start < len(text):
        yield start, len(text)


def _segments(
    text: str, block: tuple[int, int], marks: Sequence[_Mark], lengths: Mapping[str, int]
) -> Iterator[Segment]:
    edges = {block[0], block[1]}
    edges.update(edge for mark in marks for edge in (mark.start, mark.end) if block[0] < edge < block[1])
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        here = [mark for mark in marks if mark.start <= start and end <= mark.end]
        claims = sorted((mark.claim for mark in here if mark.claim), key=lambda claim: lengths[claim])
        began = (mark.anchor for mark in here if mark.anchor and max(mark.start, block[0]) == start)
        yield Segment(
            start=start,
            text=text[start:end],
            marks=tuple(dict.fromkeys(mark.kind for mark in here)),
            claim_href=links.claim(claims[0]) if claims else None,
            claim=claims[0] if claims else None,
            note=next((mark.note for mark in here if mark.note), None),
            anchors=tuple(dict.fromkeys(began)),
        )
