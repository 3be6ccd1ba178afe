"""Mini-reports with claims, as perfectly extracted, and what linking must make of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from sayso.claims import CasualtyClaim
from sayso.claims.casualty import Casualty, Effect, Group
from sayso.link import find_mentions
from sayso.link.casualties import resolve_casualties
from sayso.link.knowledge_base import Knowledge
from sayso.link.scene import Scene
from sayso.link.speakers import resolve_attributions
from sayso.model import Attribution, Claim, Document, Evidence

FILE = Path(__file__).with_name("claim_fields.txt")
_NUMBER = re.compile(
    r"\b(?:no|an?|the|her two|his|[\d,]+|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)?-?"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighty)?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Row:
    """One claim of a mini-report: its words, and the fields expected of it."""

    quote: str
    effect: Effect
    low: int | None
    high: int | None
    victims: str | None
    group: Group
    source: str | None
    side: tuple[str, ...]
    posture: tuple[str, ...]
    perpetrator: tuple[str, ...]


@dataclass(frozen=True)
class MiniReport:
    id: str
    published: date
    text: str
    rows: tuple[Row, ...]


@cache
def mini_reports() -> tuple[MiniReport, ...]:
    """Every mini-report of the file, in its order."""
    return tuple(_reports(FILE.read_text(encoding="utf-8")))


def written(text: str, *claims: str, published: str = "2020-10-01") -> MiniReport:
    """A mini-report for one test, its claims written as in the file."""
    return next(_reports("\n".join(("", f"## made | {published}", text, *claims))))


def _reports(written: str) -> Iterator[MiniReport]:
    for block in written.split("\n## ")[1:]:
        head, text, *lines = [line for line in block.splitlines() if line.strip()]
        name, published = (part.strip() for part in head.split("|"))
        rows = tuple(_row(line[1:]) for line in lines if line.startswith(">"))
        yield MiniReport(name, date.fromisoformat(published), text.replace(" // ", "\n\n"), rows)


def _row(line: str) -> Row:
    quote, figure, victims, group, source, side, posture, perpetrator = (part.strip() for part in line.split(" | "))
    effect, number = figure.split()
    low, high = _bounds(number)
    return Row(
        quote=quote,
        effect=effect,  # type: ignore[arg-type]
        low=low,
        high=high,
        victims=None if victims == "-" else victims,
        group=group,  # type: ignore[arg-type]
        source=None if source == "-" else source,
        side=_choices(side, "unknown"),
        posture=_choices(posture, "unknown"),
        perpetrator=_choices(perpetrator, ""),
    )


def _bounds(number: str) -> tuple[int | None, int | None]:
    if number.endswith("+"):
        return int(number[:-1]), None
    return (None, int(number[1:])) if number.startswith("-") else (int(number), int(number))


def _choices(written: str, unknown: str) -> tuple[str, ...]:
    return tuple(unknown if choice == "?" else choice for choice in written.split("/"))


@cache
def _knowledge() -> Knowledge:
    return Knowledge.load()


def read(report: MiniReport) -> tuple[CasualtyClaim, ...]:
    """The claims of a mini-report with the fields that linking gives them."""
    document = Document(
        id=report.id, text=report.text, name=report.id, text_digest=report.id, published=report.published
    )
    knowledge = _knowledge().for_report(document.text, document.published)
    mentions = find_mentions(document, knowledge)
    sources = sorted({row.source for row in report.rows if row.source})
    attributions = [_attribution(document, source) for source in sources]
    resolved = resolve_attributions(document, attributions, mentions, knowledge)
    claims = [_claim(document, row) for row in report.rows]
    return resolve_casualties(Scene.of(document, mentions, knowledge, resolved), claims, resolved)


def _attribution(document: Document, source: str) -> Attribution:
    """Source and content of the sentence or clause that the source vouches for."""
    found = re.search(rf"\b{re.escape(source)}\b", document.text)
    assert found is not None
    at = found.start()
    stops = [0, *(stop.end() for stop in re.finditer(r"\.\s+", document.text)), len(document.text)]
    start, end = max(s for s in stops if s <= at), min(s for s in stops if s > at)
    breaks = [found.start() for found in re.finditer(r";|, while ", document.text) if start <= found.start() < end]
    for cut in breaks:
        start, end = (start, cut) if at < cut else (cut + 1, end)
    before = not document.text[start:at].strip()
    content = (at + len(source), end) if before else (start, at)
    return Attribution(
        id=source,
        source=(document.evidence(at, at + len(source)),),
        cue=(),
        content=(document.evidence(*content),),
        form="indirect",
    )


def _claim(document: Document, row: Row) -> CasualtyClaim:
    start = document.text.index(row.quote)
    end = start + len(row.quote)
    value = Casualty(
        effect=row.effect,
        low=row.low,
        high=row.high,
        group=row.group,
        scope="incident",
        number=_number(document, start, end),
        victims=_victims(document, row, start, end),
    )
    return Claim(
        id=row.quote, evidence=(document.evidence(start, end),), value=value, origin="test", attribution=row.source
    )


def _number(document: Document, start: int, end: int) -> Evidence | None:
    found = next((m for m in _NUMBER.finditer(document.text, start, end) if m.group()), None)
    return None if found is None else document.evidence(found.start(), found.end())


def _victims(document: Document, row: Row, start: int, end: int) -> Evidence | None:
    if row.victims is None:
        return None
    at = document.text.index(row.victims, start)
    return document.evidence(at, at + len(row.victims)) if at < end else None
