"""Reports built from figures: a text of one sentence a figure, and the record that a reader would make of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from sayso.claims import Casualty, CasualtyClaim, ReportRecord
from sayso.claims.casualty import Effect, Group, Posture, Scope
from sayso.ingest import Metadata, make_document
from sayso.model import Certainty, Claim, Document, End, Judgement, Party, Polarity, Record, digest

DAY = date(2031, 5, 2)
BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fig:
    """One figure; `joined` keeps it in the sentence of the figure before, `part_of`/`repeat_of` count from 0."""

    n: int | None
    side: str = BOTH
    group: Group = "unknown"
    effect: Effect = "killed"
    high: int | Literal["same"] | None = "same"
    source: str | None = None
    speaks_for: str | None = None
    posture: Posture = "unknown"
    scope: Scope = "running_total"
    said_on: date | None = None
    place: str | None = None
    happened: tuple[date, date] | None = None
    via: tuple[str, ...] = ()
    background: bool = False
    polarity: Polarity = "affirm"
    certainty: Certainty = "certain"
    victims: str = "people"
    joined: bool = False
    part_of: int | None = None
    repeat_of: int | None = None
    revises: int | None = None
    kin: str | None = None
    #: The party as the report gives it, where that is not the side itself.
    party: str | None = None


def own(n: int | None, side: str, group: Group = "combatant", **known: Any) -> Fig:
    """A side's own voice on its own dead."""
    known = {"source": f"ministry of {side}", "speaks_for": side, "kin": side, "posture": "own_loss", **known}
    return Fig(n=n, side=side, group=group, **known)


def enemy(n: int | None, side: str, by: str, group: Group = "combatant", **known: Any) -> Fig:
    """A side's word about the dead of its enemy."""
    known = {"source": f"ministry of {by}", "speaks_for": by, "posture": "enemy_loss", **known}
    return Fig(n=n, side=side, group=group, **known)


def monitor(n: int | None, side: str, group: Group = "unknown", **known: Any) -> Fig:
    """A third party."""
    return Fig(n=n, side=side, group=group, **{"source": "monitor", "posture": "third_party", **known})


def report(
    figures: Sequence[Fig], name: str = "report", published: date | None = DAY, conflict: str | None = "two-sides"
) -> ReportRecord:
    """A record of these figures in this order."""
    text, places = _text(figures, name)
    document = make_document(text, Metadata(name=name, published=published))
    claims: list[Any] = [_claim(document, figure, span) for figure, span in zip(figures, places, strict=True)]
    judgements = [j for figure, claim in zip(figures, claims, strict=True) for j in _judgements(figure, claim, claims)]
    return Record(document=document, claims=tuple(claims), judgements=tuple(judgements), conflict=conflict)


def _text(figures: Sequence[Fig], name: str) -> tuple[str, list[tuple[int, int]]]:
    text, spans = f"Report {name}\n\nSo far", []
    for figure in figures:
        text += ", and " if figure.joined else ". "
        words = f"{figure.n} {figure.victims} {figure.effect} ({figure.side}, {figure.group})"
        spans.append((len(text), len(text) + len(words)))
        text += words
    return f"{text}.", spans


def _claim(document: Document, figure: Fig, span: tuple[int, int]) -> CasualtyClaim:
    start, end = span
    happened = figure.happened or (None, None)
    party = _party(figure)
    number = str(figure.n)
    value = Casualty(
        effect=figure.effect,
        low=figure.n,
        high=figure.n if figure.high == "same" else figure.high,
        modality="exact" if figure.high == "same" else "at_least",
        victims=document.evidence(start + len(number) + 1, start + len(number) + 1 + len(figure.victims)),
        group=figure.group,
        side=figure.party or figure.side,
        side_group=figure.side,
        happened_start=happened[0],
        happened_end=happened[1],
        place=figure.place,
        scope=figure.scope,
        posture=figure.posture,
    )
    return Claim(
        id=digest(document.id, start, figure.n),
        evidence=(document.evidence(start, end),),
        value=value,
        origin="test",
        attribution=digest(document.id, figure.source) if figure.source else None,
        source=party,
        via=tuple(Party(name=name, kind="outlet") for name in figure.via),
        said_on=figure.said_on,
        background=figure.background,
        polarity=figure.polarity,
        certainty=figure.certainty,
    )


def _party(figure: Fig) -> Party | None:
    if figure.source is None:
        return None
    return Party(name=figure.source, kind="organisation", speaks_for=figure.speaks_for, side=figure.kin)


def _judgements(figure: Fig, claim: CasualtyClaim, claims: Sequence[CasualtyClaim]) -> list[Judgement]:
    ends = {"part_of": figure.part_of, "repeats": figure.repeat_of, "revises": figure.revises}
    return [judgement(kind, claim.id, claims[end].id) for kind, end in ends.items() if end is not None]


def judgement(kind: Any, subject: str, target: str, **known: Any) -> Judgement:
    """A judgement that one claim bears on another."""
    made = Judgement(
        id=digest(kind, subject, target),
        kind=kind,
        subject=End(claims=(subject,)),
        object=End(claims=(target,)),
        by="test",
    )
    return replace(made, **known)
