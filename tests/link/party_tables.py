"""Expected party mentions and how a mention found is compared with them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from sayso.link.knowledge_base import Knowledge
from sayso.link.lexicon import key_of
from sayso.link.mentions import PartyMention
from sayso.link.parties import find_parties
from tests.shared import SHARED

HERE = Path(__file__).parent
#: A mention found stands for an expected one where it contains it or both share this part of their words (intersection
#: over union).
SAME_WORDS = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One row of a table, and the report it is about."""

    report: str
    text: str
    published: date | None
    start: int
    end: int
    fields: tuple[str | None, ...]

    def found_in(self, mentions: tuple[PartyMention, ...]) -> tuple[str | None, ...] | None:
        """Name, kind, speaks_for, side and side_group of the mention at these words."""
        best = max(mentions, key=self._overlap, default=None)
        if best is None or not (self._overlap(best) >= SAME_WORDS or best.start <= self.start < self.end <= best.end):
            return None
        party = best.party
        return (party.name, party.kind, party.speaks_for, party.side, party.side_group)

    def _overlap(self, mention: PartyMention) -> float:
        shared = min(mention.end, self.end) - max(mention.start, self.start)
        return shared / (max(mention.end, self.end) - min(mention.start, self.start))


def plain(fields: tuple[str | None, ...]) -> tuple[str | None, ...]:
    """Fields with the name folded, so that case and British or American spelling make no difference."""
    return (key_of(fields[0] or "").replace("defense", "defence"), *fields[1:])


def case_rows() -> list[Expected]:
    """The table of mentions in the annotated reports: offsets and names only."""
    index = json.loads((SHARED / "cases" / "index.json").read_text(encoding="utf-8"))
    rows = json.loads((HERE / "party_mentions_in_cases.json").read_text(encoding="utf-8"))
    return [_case_row(row, index[row["document"]]["published"]) for row in rows]


def _case_row(row: dict[str, Any], published: str | None) -> Expected:
    return Expected(
        report=row["document"],
        text=(SHARED / "cases" / f"{row['document']}.txt").read_text(encoding="utf-8"),
        published=date.fromisoformat(published) if published else None,
        start=row["start"],
        end=row["end"],
        fields=tuple(row[name] for name in ("name", "kind", "speaks_for", "side", "side_group")),
    )


def own_rows() -> list[Expected]:
    """The table of mentions in sentences written for testing."""
    return list(_own_rows("own_party_mentions.yaml"))


def later_rows() -> list[Expected]:
    """A second table of the same form, written when the rules were settled."""
    return list(_own_rows("later_party_mentions.yaml"))


def _own_rows(file: str) -> Iterator[Expected]:
    for report in yaml.safe_load((HERE / file).read_text(encoding="utf-8")):
        for words, *fields in report["mentions"]:
            start = report["text"].index(words)
            yield Expected(
                report=report["conflict"],
                text=report["text"],
                published=report["published"],
                start=start,
                end=start + len(words),
                fields=tuple(fields),
            )


def right(rows: list[Expected], knowledge: Knowledge, *, with_group: bool = True) -> list[bool]:
    """Which rows come out as expected; without a dossier the side_group is expected to be None."""
    mentions: dict[str, tuple[PartyMention, ...]] = {}
    outcome = []
    for row in rows:
        if row.text not in mentions:
            mentions[row.text] = find_parties(row.text, knowledge.for_report(row.text, row.published))
        wanted = row.fields if with_group else (*row.fields[:4], None)
        found = row.found_in(mentions[row.text])
        outcome.append(found is not None and plain(found) == plain(wanted))
    return outcome
