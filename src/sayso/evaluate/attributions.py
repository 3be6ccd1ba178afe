"""Attributions against gold: who said what, by token overlap of source, cue and content (PolNeAR's spans).

Gold and predicted attributions are paired one to one, best content overlap first (token F1 of at least 0.3, a shared
cue token breaking ties). `said` counts pairs with content F1 of at least 0.5 whose sources agree (token F1 of at
least 0.5, or both empty).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.evaluate.measures import Counts, measure, token_f1

ROLES = ("cue", "source", "content", "exact", "said")

_TOKEN = re.compile(r"\w+")
_PAIRED_FROM = 0.3
_AGREES_FROM = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tokens:
    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


def _tokens(text: str, spans: Sequence[Sequence[int]] | None) -> frozenset[int]:
    return frozenset(m.start() for start, end in spans or () for m in _TOKEN.finditer(text, start, end))


def _tokenised(text: str, rows: Sequence[Mapping[str, Any]]) -> list[_Tokens]:
    return [_Tokens(**{role: _tokens(text, row.get(role)) for role in ("source", "cue", "content")}) for row in rows]


def count_attributions(text: str, gold: Sequence[Mapping[str, Any]], predicted: Sequence[Mapping[str, Any]]) -> Counts:
    """Counts of one document: gold, predicted and one per role; `content` is a sum of overlaps."""
    expected, found = _tokenised(text, gold), _tokenised(text, predicted)
    counts = Counts({"gold": len(expected), "predicted": len(found)})
    for overlap, cue, one, other in _pairs(expected, found):
        source = token_f1(one.source, other.source) >= _AGREES_FROM
        counts["cue"] += cue
        counts["source"] += source
        counts["content"] += overlap  # type: ignore[assignment]  # a soft count
        counts["exact"] += one.content == other.content
        counts["said"] += source and overlap >= _AGREES_FROM
    return counts


def _pairs(gold: list[_Tokens], predicted: list[_Tokens]) -> Iterator[tuple[float, bool, _Tokens, _Tokens]]:
    candidates = [
        (token_f1(one.content, other.content), bool(one.cue & other.cue), -i, -j)
        for i, one in enumerate(gold)
        for j, other in enumerate(predicted)
        if one.content & other.content
    ]
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    for overlap, cue, i, j in sorted(candidates, reverse=True):
        if overlap < _PAIRED_FROM or -i in taken_gold or -j in taken_predicted:
            continue
        taken_gold.add(-i)
        taken_predicted.add(-j)
        yield overlap, cue, gold[-i], predicted[-j]


def summarise_attributions(counts: Counts) -> dict[str, Any]:
    """The printed result of summed counts."""
    gold, predicted = counts["gold"], counts["predicted"]
    return {
        "gold": gold,
        "predicted": predicted,
        **{role: measure(counts[role], predicted, gold).rounded() for role in ROLES},
    }
