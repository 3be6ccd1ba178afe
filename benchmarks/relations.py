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
from pathlib import Path
from time import process_time
from typing import Any

from tests.gold import gold_claims, gold_ids

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
from sayso.model import Claim, Document, Judgement, Record
from sayso.reconcile.report import judge_report

SHARED = Path(__file__).resolve().parents[2] / "shared"


def split(reports: Sequence[GoldReport]) -> tuple[list[GoldReport], list[GoldReport]]:
    """Two thirds to develop on and one third held out, by a hash of the id."""
    ordered = sorted(reports, key=lambda report: hashlib.sha256(report.id.encode()).hexdigest())
    cut = len(ordered) * 2 // 3
    return ordered[:cut], ordered[cut:]


def in_isolation(report: GoldReport, knowledge: Knowledge) -> tuple[list[RelationRow], Record[Any], float]:
    """The relations of a report with its figures as annotated and no attributions; seconds taken."""
    from sayso.link import find_mentions

    document = _document(report)
    knowledge = knowledge.for_report(document.text, document.published)
    mentions = find_mentions(document, knowledge)
    figures = gold_claims(report.data, document, knowledge.side_group)
    ids = gold_ids(report.data, figures)
    parts = [(ids[row["id"]], ids[row["part_of"]]) for row in report.data["casualties"] if row.get("part_of")]
    started = process_time()
    statements = resolve_statements(Scene.of(document, mentions, knowledge), find_statements(document, ()), ())
    claims: tuple[Claim[Any], ...] = (*figures, *statements)
    judgements = judge_report(document, (), claims, parts)
    seconds = process_time() - started
    record = Record(document=document, claims=claims, judgements=judgements)
    return list(relation_rows(record)), record, seconds


def repeat_counts(report: GoldReport, claims: Sequence[Claim[Any]], judgements: Sequence[Judgement]) -> Counter[str]:
    """How many annotated repeats are found: a repeat is right when both ends belong to one annotated chain."""
    ids = gold_ids(report.data, claims)
    links = {ids[row["id"]]: ids[row["repeat_of"]] for row in report.data["casualties"] if row["repeat_of"]}
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
        repeats += repeat_counts(report, record.claims, record.judgements)
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
