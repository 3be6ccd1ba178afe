"""Relations inside one report, scored on annotated cases: in isolation (gold figures) and end to end.

    python -m benchmarks.relations [--cases DIR] [--part developed|held|all] [--end-to-end] [--rows FILE]
    python -m benchmarks.relations --plover FILE

Reports are split by a hash of their id: the first two thirds were developed on, the last third was held out.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from time import process_time
from typing import Any

from sayso.claims import Casualty, CasualtyClaim
from sayso.claims.rows import RelationRow, relation_rows
from sayso.claims.statement import Accusation, Denial
from sayso.evaluate.gold import GoldReport, read_gold
from sayso.evaluate.measures import Counts
from sayso.evaluate.relations import count_relations, summarise_relations
from sayso.extract.statements import find_statements
from sayso.ingest import Metadata, make_document
from sayso.link.knowledge_base import Knowledge
from sayso.link.scene import Scene
from sayso.link.statements import resolve_statements
from sayso.model import Claim, Document, Judgement, Party, Record
from sayso.reconcile.report import judge_report

SHARED = Path(__file__).resolve().parents[2] / "shared"
ORIGIN = "gold@1"


def split(reports: Sequence[GoldReport]) -> tuple[list[GoldReport], list[GoldReport]]:
    """Two thirds to develop on and one third held out, by a hash of the id."""
    ordered = sorted(reports, key=lambda report: hashlib.sha256(report.id.encode()).hexdigest())
    cut = len(ordered) * 2 // 3
    return ordered[:cut], ordered[cut:]


def gold_claims(
    report: GoldReport, document: Document, knowledge: Knowledge
) -> tuple[list[CasualtyClaim], dict[str, str]]:
    """The annotated figures as claims, and gold id -> claim id."""
    taken: Counter[str] = Counter()
    claims, ids = [], {}
    for row in report.data["casualties"]:
        key = json.dumps([row["quote"], row["effect"], row["low"], row["victims"]])
        start = _occurrence(document.text, row["quote"], taken[key])
        taken[key] += 1
        claim = _claim(row, document, start, knowledge)
        claims.append(claim)
        ids[row["id"]] = claim.id
    return claims, ids


def _occurrence(text: str, quote: str, number: int) -> int:
    start = text.find(quote)
    for _ in range(number):
        following = text.find(quote, start + 1)
        start = following if following >= 0 else start
    return start


def _claim(row: dict[str, Any], document: Document, start: int, knowledge: Knowledge) -> CasualtyClaim:
    happened = row["happened"] or {}
    shown = document.evidence(start, start + len(row["quote"]))
    victims = document.text.find(row["victims"], start) if row["victims"] else -1
    value = Casualty(
        effect=row["effect"],
        low=row["low"],
        high=row["high"],
        modality=row["modality"],
        victims=document.evidence(victims, victims + len(row["victims"])) if victims >= 0 else None,
        group=row["group"],
        side=row["side"],
        side_group=knowledge.side_group(row["side"]),
        side_basis=row["side_basis"],
        perpetrator=row["perpetrator"],
        happened_start=_day(happened.get("start")),
        happened_end=_day(happened.get("end")),
        place=row["place"],
        scope=row["scope"],
        posture=row["posture"],
    )
    return Claim(
        id=row["id"],
        evidence=(shown,),
        value=value,
        origin=ORIGIN,
        source=_party(row["source"], row["posture"], knowledge),
        via=tuple(Party(name=name, kind="outlet") for name in row["via"]),
        said_on=_day(row["said_on"]),
        polarity=row["polarity"],
        certainty=row["certainty"],
        background=row["background"],
    )


def _party(names: list[str], posture: str, knowledge: Knowledge) -> Party | None:
    if not names:
        return None
    speaks_for = names[-1] if posture in ("own_loss", "enemy_loss") else None
    group = knowledge.side_group(speaks_for) if speaks_for else None
    role = names[1] if len(names) > 2 else None
    return Party(
        name=names[0], kind="organisation", role=role, speaks_for=speaks_for, side=speaks_for, side_group=group
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def in_isolation(report: GoldReport, knowledge: Knowledge) -> tuple[list[RelationRow], Record[Any], float]:
    """The relations of a report with its figures as annotated and no attributions; seconds taken."""
    from sayso.link import find_mentions

    document = _document(report)
    knowledge = knowledge.for_report(document.text, document.published)
    mentions = find_mentions(document, knowledge)
    figures, _ = gold_claims(report, document, knowledge)
    parts = [(row["id"], row["part_of"]) for row in report.data["casualties"] if row.get("part_of")]
    started = process_time()
    statements = resolve_statements(Scene.of(document, mentions, knowledge), find_statements(document, ()), ())
    claims: tuple[Claim[Any], ...] = (*figures, *statements)
    judgements = judge_report(document, (), claims, parts)
    seconds = process_time() - started
    record = Record(document=document, claims=claims, judgements=judgements)
    return list(relation_rows(record)), record, seconds


def repeat_counts(report: GoldReport, judgements: Sequence[Judgement]) -> Counter[str]:
    """How many annotated repeats are found: a repeat is right when both ends belong to one annotated chain."""
    links = {row["id"]: row["repeat_of"] for row in report.data["casualties"] if row["repeat_of"]}
    found = [(j.subject.claims[0], j.object.claims[0]) for j in judgements if j.kind == "repeats"]
    right = sum(
        1 for subject, original in found if subject in links and _root(subject, links) == _root(original, links)
    )
    return Counter(gold=len(links), predicted=len(found), right=right)


def _root(identifier: str, links: dict[str, str]) -> str:
    while identifier in links:
        identifier = links[identifier]
    return identifier


def end_to_end(reports: Sequence[GoldReport]) -> dict[str, list[RelationRow]]:
    """Report id -> the relations of the whole reading."""
    from sayso.pipeline import Reader

    reader = Reader.load()
    return {report.id: list(relation_rows(reader.read(_document(report)))) for report in reports}


def _document(report: GoldReport) -> Document:
    known = Metadata(name=report.id, published=report.published, title=report.title, publisher=report.publisher)
    return make_document(report.text, known)


def with_gold_figures(reports: Sequence[GoldReport]) -> dict[str, list[RelationRow]]:
    """Report id -> the relations found with annotated figures; prints repeats and time."""
    repeats, seconds, characters = Counter[str](), 0.0, 0
    knowledge, rows = Knowledge.load(), {}
    for report in reports:
        rows[report.id], record, taken = in_isolation(report, knowledge)
        repeats += repeat_counts(report, record.judgements)
        seconds, characters = seconds + taken, characters + len(report.text)
    print(f"repeats {dict(repeats)}; {6e6 * seconds / characters:.1f} ms per 6 kB")
    return rows


def plover_check(path: Path) -> None:
    """How the cues of denial and accusation fall on sentences labelled REJECT, ACCUSE and other; prints counts."""
    labels: dict[str, Counter[str]] = {"denial": Counter(), "accusation": Counter()}
    ends: Counter[str] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for claim in find_statements(make_document(row["text"], Metadata(name=row["sentence_id"])), ()):
            value = claim.value
            if isinstance(value, Denial) and not value.implicit:
                labels["denial"][row["root"]] += 1
            elif isinstance(value, Accusation) and not value.implicit:
                labels["accusation"][row["root"]] += 1
                if row["root"] == "ACCUSE" and row["source"] and row["target"]:
                    ends["both ends" if _ends_overlap(value, row) else "other ends"] += 1
    print({kind: dict(counts) for kind, counts in labels.items()}, dict(ends))


def _ends_overlap(value: Accusation, row: dict[str, Any]) -> bool:
    pairs = ((value.accuser_words, row["source"]), (value.accused_words, row["target"]))
    return all(words is not None and words.start < end and start < words.end for words, (start, end) in pairs)


def main() -> None:
    """Score both parts of the split and print one line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path, default=SHARED / "cases")
    parser.add_argument("--end-to-end", action="store_true")
    parser.add_argument("--plover", type=Path, help="sentences with PLOVER labels: check denials and accusations")
    parser.add_argument("--part", choices=["developed", "held", "all"], default="developed")
    parser.add_argument("--rows", type=Path, help="write the predicted rows here, for ../shared/score")
    options = parser.parse_args()
    if options.plover:
        plover_check(options.plover)
        return
    developed, held = split(read_gold(options.cases))
    reports = {"developed": developed, "held": held, "all": [*developed, *held]}[options.part]
    found = end_to_end(reports) if options.end_to_end else with_gold_figures(reports)
    counts: Counts = Counter()
    for report in reports:
        counts += count_relations(report.text, report.data, found[report.id])
    print(json.dumps(summarise_relations(counts)))
    if options.rows:
        lines = (json.dumps(row) for rows in found.values() for row in rows)
        options.rows.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
