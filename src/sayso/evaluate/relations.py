"""Relations inside a report against gold: denials, conflicts and revisions, sums, mutual blame."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.evaluate.measures import Counts, measure
from sayso.evaluate.names import same_party
from sayso.evaluate.spans import LONGEST_SPAN, Span, occurrences, same_words

Row = Mapping[str, Any]
#: A claim at one end: where the text holds its words, and its low figure.
ClaimEnd = tuple[list[Span], int | None]

KINDS = ("denies", "denied_words", "conflicts", "sums", "blames")


def _kind(row: Row) -> str:
    """Conflicts and revisions are scored as one kind."""
    return "conflicts" if row["kind"] == "revises" else str(row["kind"])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gold:
    text: str
    claims: Mapping[str, Row]

    def ends(self, value: str | list[str]) -> list[ClaimEnd]:
        found = (self.claims[i] for i in _as_list(value) if i in self.claims)
        return [(occurrences(self.text, claim["quote"]), claim["low"]) for claim in found]

    def party(self, value: str | list[str]) -> list[str]:
        """The acceptable names at one end: a claim stands for its source, "unknown" for nobody."""
        listed = (name for i in _as_list(value) for name in (self.claims[i]["source"] if i in self.claims else [i]))
        return [name for name in listed if name.lower() != "unknown"]


def _as_list(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]


def _parties_agree(gold: _Gold, relation: Row, predicted: Row) -> bool:
    accepted = {end: gold.party(relation[end]) for end in ("from", "to")}
    return all(not names or same_party(names, predicted.get(f"{end}_party")) for end, names in accepted.items())


def _hits(gold: _Gold, relation: Row, predicted: Row, *, parties: bool = True) -> bool:
    if _kind(relation) != _kind(predicted):
        return False
    if relation["kind"] == "sums":
        return _same_sum(gold, relation, predicted)
    if relation["kind"] in ("conflicts", "revises"):
        one, other = gold.ends(relation["from"]), gold.ends(relation["to"])
        if one and other:
            return _same_ends(gold.text, one, other, predicted)
    quotes = occurrences(gold.text, relation["quote"])
    if not _shown(gold.text, quotes, predicted):
        return False
    return relation["kind"] != "denies" or not parties or _parties_agree(gold, relation, predicted)


def _shown(text: str, quotes: list[Span], row: Row) -> bool:
    return same_words(text, quotes, (row.get("start"), row.get("end")), longest_quote=LONGEST_SPAN)


def _same_sum(gold: _Gold, relation: Row, predicted: Row) -> bool:
    total, parts = gold.ends(relation["from"]), gold.ends(relation["to"])
    if not total or not predicted.get("from"):
        return False
    found = sorted(str(part.get("low")) for part in predicted.get("to") or [])
    return total[0][1] == predicted["from"].get("low") and sorted(str(low) for _, low in parts) == found


def _same_ends(text: str, one: list[ClaimEnd], other: list[ClaimEnd], predicted: Row) -> bool:
    subject, objects = predicted.get("from"), predicted.get("to") or []
    if not subject:
        return False

    def same(gold_end: ClaimEnd, end: Row) -> bool:
        return _shown(text, gold_end[0], end)

    return any(
        (same(a, subject) and same(b, target)) or (same(a, target) and same(b, subject))
        for a in one
        for b in other
        for target in objects
    )


def count_relations(text: str, gold: Row, predicted: Sequence[Row]) -> Counts:
    """Counts of one document; `gold` is the whole gold file (claims and relations)."""
    context = _Gold(text=text, claims={claim["id"]: claim for claim in gold["casualties"]})
    counts = Counts(f"{_kind(row)}:predicted" for row in predicted)
    counts.update(f"{_kind(row)}:gold" for row in gold["relations"])
    counts.update(f"{_kind(row)}:hit" for row in _found(context, gold["relations"], predicted))
    denials = [row for row in gold["relations"] if row["kind"] == "denies"]
    counts["denied_words:hit"] = len(_found(context, denials, predicted, parties=False))
    for end in ("gold", "predicted"):
        counts[f"denied_words:{end}"] = counts[f"denies:{end}"]
    return counts


def _found(gold: _Gold, relations: Sequence[Row], predicted: Sequence[Row], *, parties: bool = True) -> list[Row]:
    """The gold relations that some prediction hits, one to one, in order."""
    taken: set[int] = set()
    found = []
    for relation in relations:
        for index, row in enumerate(predicted):
            if index not in taken and _hits(gold, relation, row, parties=parties):
                taken.add(index)
                found.append(relation)
                break
    return found


def summarise_relations(counts: Counts) -> dict[str, Any]:
    """The printed result of summed counts."""
    return {kind: {"gold": counts[f"{kind}:gold"], **_measured(counts, kind)} for kind in KINDS}


def _measured(counts: Counts, kind: str) -> dict[str, float]:
    return measure(counts[f"{kind}:hit"], counts[f"{kind}:predicted"], counts[f"{kind}:gold"]).rounded(3)
