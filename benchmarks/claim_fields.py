"""The fields that linking gives to casualty claims, each measured by itself: figures and sources are the annotators'.

    python benchmarks/claim_fields.py CASES [--ids held|tuned|all] [--show FIELD] [--conflict none|auto|ID]

CASES is a folder of annotated reports (`<id>.txt`, `<id>.json`). Their claims are handed to `resolve_casualties` as
perfectly extracted; what comes back is compared field by field over the claims with a figure, as the scorer does.
`--ids`: the ten reports held apart (first by SHA-256 of their id), the others that rules were tuned on, or all.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sayso.claims import CasualtyClaim
from sayso.claims.casualty import Casualty
from sayso.evaluate.names import same_party, same_side
from sayso.link import find_mentions
from sayso.link.casualties import resolve_casualties
from sayso.link.knowledge_base import Knowledge
from sayso.link.mentions import Mentions, PartyMention
from sayso.link.scene import Scene
from sayso.model import Attribution, Claim, Document, Evidence, Party

HELD = 10
WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
FIELDS = ("side", "posture", "perpetrator", "place", "happened", "via", "source", "said_on")


def held_first(folder: Path) -> list[str]:
    ids = [p.stem for p in folder.glob("*.json") if p.with_suffix(".txt").exists()]
    return sorted(ids, key=lambda name: hashlib.sha256(name.encode()).hexdigest())


def choose(folder: Path, which: str) -> list[str]:
    ids = held_first(folder)
    return {"held": ids[:HELD], "tuned": ids[HELD:], "all": ids}.get(which, [which])


def read_document(folder: Path, name: str) -> Document:
    index = json.loads((folder / "index.json").read_text())
    text = (folder / f"{name}.txt").read_text(encoding="utf-8")
    about = index.get(name, {})
    published = date.fromisoformat(about["published"]) if about.get("published") else None
    return Document(id=name, text=text, name=name, text_digest=name, published=published, title=about.get("title"))


def gold_claims(
    document: Document, rows: list[dict[str, Any]], mentions: Mentions
) -> tuple[list[CasualtyClaim], list[Attribution]]:
    claims, attributions, seen = [], [], Counter[str]()
    for row in rows:
        key = json.dumps([row[k] for k in ("quote", "effect", "low", "high", "victims")])
        found = [m.start() for m in re.finditer(re.escape(row["quote"]), document.text)]
        start = found[min(seen[key], len(found) - 1)]
        seen[key] += 1
        end = start + len(row["quote"])
        attribution = _attribution(document, row, (start, end), mentions)
        if attribution:
            attributions.append(attribution)
        claims.append(_claim(document, row, (start, end), attribution))
    return claims, attributions


def _attribution(
    document: Document, row: dict[str, Any], span: tuple[int, int], mentions: Mentions
) -> Attribution | None:
    if not row["source"]:
        return None
    sentence = max(document.text.rfind(mark, 0, span[0]) for mark in (". ", "\n"))
    left = max(document.text.rfind(mark, 0, span[0]) for mark in (". ", "\n")) + 1
    return Attribution(
        id=f"{sentence} {row['source']} {row['via']}",
        source=(),
        cue=(),
        content=(document.evidence(max(0, left), span[1]),),
        form="indirect",
        speaker=_party(row["source"], document, mentions, span[0]),
        via=tuple(Party(name=name, kind="outlet") for name in row["via"]),
        said_on=date.fromisoformat(row["said_on"]) if row["said_on"] else None,
    )


def _party(names: list[str], document: Document, mentions: Mentions, at: int) -> Party:
    """The gold source as linking sees it: the party that the report names by the nearest of its words."""
    found = [(name, m) for name in names for m in _named_by(name, document, mentions)]
    near = {name: min((m for n, m in found if n == name), key=lambda m: abs(m.start - at)).party for name, _ in found}
    specific = [party for name, party in near.items() if name != names[-1] or len(names) == 1 or party.kind != "state"]
    best = (
        next((p for p in specific if p.speaks_for), None)
        or next(iter(specific), None)
        or next(iter(near.values()), None)
    )
    return Party(
        name=names[0],
        kind=best.kind if best else ("unnamed" if names[0].islower() else "person"),
        role=names[1] if len(names) > 1 else None,
        speaks_for=best.speaks_for if best else None,
        side=best.side if best else None,
    )


def _named_by(name: str, document: Document, mentions: Mentions) -> list[PartyMention]:
    spans = [m.span() for m in re.finditer(re.escape(name), document.text, re.IGNORECASE)]
    return [m for m in mentions.parties if any(m.start < end and start < m.end for start, end in spans)]


def _claim(
    document: Document, row: dict[str, Any], span: tuple[int, int], attribution: Attribution | None
) -> CasualtyClaim:
    value = Casualty(
        effect=row["effect"],
        low=row["low"],
        high=row["high"],
        modality=row["modality"],
        group=row["group"],
        scope=row["scope"],
        number=_number(document, row, span),
        victims=_victims(document, row, span),
    )
    return Claim(
        id=row["id"],
        evidence=(document.evidence(*span),),
        value=value,
        origin="gold",
        attribution=attribution.id if attribution else None,
        polarity=row["polarity"],
        certainty=row["certainty"],
        background=row["background"],
    )


def _number(document: Document, row: dict[str, Any], span: tuple[int, int]) -> Evidence | None:
    n = row["low"] if row["low"] is not None else row["high"]
    if n is None:
        return None
    words = (
        [f"{n:,}", str(n)]
        + ([WORDS[n]] if n < len(WORDS) else [])
        + (["an?", "the"] if n == 1 else [])
        + (["no", "none"] if n == 0 else [])
    )
    for word in words:
        found = re.search(rf"\b{word}\b", document.text[slice(*span)], re.I)
        if found:
            return document.evidence(span[0] + found.start(), span[0] + found.end())
    return None


def _victims(document: Document, row: dict[str, Any], span: tuple[int, int]) -> Evidence | None:
    if not row["victims"]:
        return None
    found = [m.start() for m in re.finditer(re.escape(row["victims"]), document.text)]
    if not found:
        return None
    number = _number(document, row, span)
    near = min(found, key=lambda at: (not span[0] <= at < span[1], abs(at - (number.start if number else span[0]))))
    return document.evidence(near, near + len(row["victims"]))


def agree(field: str, row: dict[str, Any], claim: CasualtyClaim) -> bool:
    value = claim.value
    match field:
        case "side":
            return same_side(row["side"], value.side)
        case "posture":
            return bool(row.get("posture", "unknown") == value.posture)
        case "perpetrator":
            got = value.perpetrator
            return (row["perpetrator"] is None and not got) or bool(
                row["perpetrator"] and got and same_side(row["perpetrator"], got)
            )
        case "place":
            return same_party(row["place"], value.place)
        case "happened":
            window = row["happened"] or {}
            return (window.get("start"), window.get("end")) == (_iso(value.happened_start), _iso(value.happened_end))
        case "said_on":
            return bool(row["said_on"] == _iso(claim.said_on))
        case "source":
            return same_party(row["source"], list(claim.source.names()) if claim.source else [])
        case _:
            return same_party(row["via"], [p.name for p in claim.via])


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _shown(field: str, row: dict[str, Any], claim: CasualtyClaim) -> str:
    value = claim.value
    got: object = getattr(value, field, None)
    if field == "happened":
        got = (_iso(value.happened_start), _iso(value.happened_end))
        return f"gold={list((row['happened'] or {}).values())} got={got}"
    return f"gold={row.get(field)!r} got={got!r}"


def measure(
    folder: Path, ids: list[str], conflict: str, show: str | None
) -> Iterator[tuple[str, dict[str, int], int, float]]:
    knowledge = Knowledge.load(None if conflict == "none" else conflict)
    for name in ids:
        document = read_document(folder, name)
        rows = json.loads((folder / f"{name}.json").read_text())["casualties"]
        known = knowledge.for_report(document.text, document.published)
        mentions = find_mentions(document, known)
        claims, attributions = gold_claims(document, rows, mentions)
        began = time.process_time()
        resolved = resolve_casualties(Scene.of(document, mentions, known, attributions), claims, attributions)
        took = (time.process_time() - began) * 1000 * 6000 / max(1500, len(document.text))
        right: dict[str, int] = defaultdict(int)
        figures = [(r, c) for r, c in zip(rows, resolved, strict=True) if r["low"] is not None or r["high"] is not None]
        for row, claim in figures:
            for field in FIELDS:
                good = agree(field, row, claim)
                right[field] += good
                if not good and show in (field, "all"):
                    print(f"{name[:22]} {row['id']} {field} {_shown(field, row, claim)} | {row['quote'][:60]!r}")
        yield name, right, len(figures), took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=Path)
    parser.add_argument("--ids", default="tuned")
    parser.add_argument("--show")
    parser.add_argument("--conflict", default="auto")
    args = parser.parse_args()
    total: Counter[str] = Counter()
    sided: Counter[str] = Counter()
    count = sided_count = 0
    slowest = 0.0
    for name, right, figures, took in measure(args.cases, choose(args.cases, args.ids), args.conflict, args.show):
        rows = json.loads((args.cases / f"{name}.json").read_text())["casualties"]
        total.update(right)
        count += figures
        slowest = max(slowest, took)
        if len({r["side"] for r in rows} - {"unknown", "both"}) > 1:
            sided.update(right)
            sided_count += figures
    print(f"{count} figures; slowest report {slowest:.1f} ms per 6 kB")
    print("all        ", {f: round(total[f] / max(1, count), 3) for f in FIELDS})
    print(f"two or more sides ({sided_count})", {f: round(sided[f] / max(1, sided_count), 3) for f in FIELDS})


if __name__ == "__main__":
    main()
