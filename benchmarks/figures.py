"""Figures on the annotated reports: what is found, missed and made up.

    python benchmarks/figures.py [dev|held|all] [--show]
    python benchmarks/figures.py muc [--show]

The thirty annotated reports are split by a hash of their names: rules are developed on "dev" (20), "held" (10) is only
scored. The scorers and reports lie outside the repository (see tests/shared.py).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from tests.shared import SHARED

from sayso.extract.casualties import find_casualties
from sayso.extract.names import Names, NoNames
from sayso.extract.naturalcase import natural_case
from sayso.extract.unfolding import unfolded
from sayso.model import Document

sys.path.insert(0, str(SHARED / "score"))


def names() -> Names:
    try:
        from sayso.link.knowledge_base import Knowledge
    except ImportError:
        return NoNames()
    return Knowledge.load(None)


def document(name: str, text: str, published: str | None) -> Document:
    day = date.fromisoformat(published) if published else None
    return Document(id=name, name=name, text=text, text_digest=name, published=day)


def cases(part: str) -> list[str]:
    listed = [path.stem for path in (SHARED / "cases").glob("*.json") if path.stem != "index"]
    order = sorted(listed, key=lambda name: hashlib.sha256(f"figures {name}".encode()).hexdigest())
    held = [name for name in order if name != "seed"][:10]
    return {"held": held, "dev": [n for n in order if n not in held], "all": order}[part]


def rows(report: Document, knowing: Names) -> Iterator[dict[str, Any]]:
    natural = replace(report, text=natural_case(unfolded(report.text), knowing))
    for claim in find_casualties(natural, (), knowing).claims:
        value = claim.value
        first = claim.evidence[0]
        yield {
            "document": report.name, "start": first.start, "end": first.end, "effect": value.effect, "low": value.low,
            "high": value.high, "modality": value.modality, "group": value.group, "scope": value.scope,
            "background": claim.background, "polarity": claim.polarity, "certainty": claim.certainty,
            "victims": value.victims.exact if value.victims else None,
        }  # fmt: skip


def run_cases(part: str, show: bool) -> None:
    import score_casualties

    knowing, docs, fields = names(), [], ("group", "modality", "scope", "background", "polarity", "certainty")
    wrong: list[str] = []
    for name in cases(part):
        gold = json.loads((SHARED / "cases" / f"{name}.json").read_text(encoding="utf-8"))
        text = (SHARED / "cases" / f"{name}.txt").read_text(encoding="utf-8")
        found = list(rows(document(name, text, gold["published"]), knowing))
        docs.append((name, text, gold["casualties"], found))
        for i, j in score_casualties.pair(text, gold["casualties"], found):
            g, p = gold["casualties"][i], found[j]
            wrong += [
                f"FIELD {name[:20]} {field}: gold {g[field]} got {p[field]} | {g['quote'][:80]!r}"
                for field in fields
                if g[field] != p[field]
            ]
    result = score_casualties.score(docs, False)
    if show:
        show_rows(docs, score_casualties)
        print("\n".join(sorted(wrong, key=lambda line: line.split()[2])))
    result["fields"] = {field: result["fields"][field] for field in fields}
    print(part, json.dumps({k: v for k, v in result.items() if k != "frame"}))


def show_rows(docs: list[Any], scorer: Any) -> None:
    for name, text, gold, found in docs:
        pairs = scorer.pair(text, gold, found)
        hit_gold, hit_found = {i for i, _ in pairs}, {j for _, j in pairs}
        for i, g in enumerate(gold):
            if i not in hit_gold:
                print(f"MISS  {name[:20]} {g['effect']} {g['low']}/{g['high']} {g['quote'][:110]!r}")
        for j, p in enumerate(found):
            if j not in hit_found:
                print(f"EXTRA {name[:20]} {p['effect']} {p['low']}/{p['high']} {text[p['start'] : p['end']][:110]!r}")


def run_muc(part: str, show: int) -> None:
    import muc_numbers

    knowing, hits = names(), {"gold": 0, "predicted": 0, "hit": 0}
    started, size = time.perf_counter(), 0
    for line in (SHARED / "corpora" / "muc4" / f"{part}.jsonl").open(encoding="utf-8"):
        doc = json.loads(line)
        gold = muc_numbers.gold_pairs(doc)
        found: dict[tuple[str, int], str] = defaultdict(str)
        for p in rows(document(doc["doc_id"], doc["text"], None), knowing):
            usable = p["effect"] in ("killed", "injured") and p["low"] is not None
            if usable and p["polarity"] == "affirm" and not p["background"]:
                found[p["effect"], p["low"]] += f" | {doc['text'][p['start'] : p['end']]!r}"
        size += len(doc["text"])
        hits["gold"] += len(gold)
        hits["predicted"] += len(found)
        hits["hit"] += len(gold & found.keys())
        if show > 0 and gold != found.keys():
            show -= 1
            print(
                doc["doc_id"],
                "MISS",
                sorted(gold - found.keys()),
                "EXTRA",
                {k: v for k, v in found.items() if k not in gold},
            )
    p, r = hits["hit"] / max(1, hits["predicted"]), hits["hit"] / max(1, hits["gold"])
    spent = time.perf_counter() - started
    print(
        part,
        hits,
        f"p {p:.3f} r {r:.3f} f1 {2 * p * r / (p + r or 1):.4f}; {spent * 6000 / size * 1000:.1f} ms per 6 kB",
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", choices=["dev", "held", "all", "muc", "muc-train"], nargs="?", default="dev")
    parser.add_argument("--show", type=int, nargs="?", const=1000, default=0)
    given = parser.parse_args()
    if given.part.startswith("muc"):
        run_muc("train" if given.part == "muc-train" else "dev", given.show)
    else:
        run_cases(given.part, bool(given.show))


if __name__ == "__main__":
    main()
