"""Parts of a count ("three rebels, including a girl") are of the side that their whole is of."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.claims.casualty import BOTH
from sayso.expression import Expression
from sayso.link.readings import Reading


def share_with_parts(readings: list[Reading]) -> list[Reading]:
    """ "Three rebels, including a girl, were captured": a part without a side in its own words is of its whole's."""
    found = list(readings)
    for number, (whole, part) in enumerate(itertools.pairwise(readings), 1):
        between = part.context.text[whole.context.phrase[1] : part.context.phrase[0]]
        if whole.side.side == BOTH and part.context.claim.value.group == "civilian":
            continue  # the fallen of both sides, the civilians of one country
        within = _INCLUDING.fullmatch(between) or _broken_down(readings, number)
        side = found[number - 1].side
        if side.basis and part.side.basis != "stated" and within:
            found[number] = replace(part, side=side)
    return found


def parts_of_placed(readings: list[Reading]) -> list[Reading]:
    """ "Twelve people, including five soldiers, were hurt in X": what a place tells of all holds for the part, unless
    those are rebels.
    """
    shared = share_with_parts(readings)
    return [old if old.side.basis or old.context.rebel_noun else new for old, new in zip(readings, shared, strict=True)]


def _broken_down(readings: Sequence[Reading], at: int) -> bool:
    """ "11 guerrillas died, | eight men | and three women": counts in a row that make the one before them."""
    for first in range(at, 0, -1):
        text, told = readings[at].context.text, readings[first - 1].context
        parts = [r.context.claim.value for r in readings[first : first + _MOST_PARTS]]
        total = told.claim.value.low
        opens = _DOWN.fullmatch(text, told.phrase[1], readings[first].context.phrase[0])
        if opens and total and any(sum(p.low or 0 for p in parts[:n]) == total for n in range(2, len(parts) + 1)):
            return True
        if not _AND.fullmatch(text, told.phrase[1], readings[first].context.phrase[0]):
            return False
    return False


_MOST_PARTS = 4
_DOWN = Expression(r"(?:\s+(?:(?:was|were|had|have|been|are)\s+){0,2}(?:killed|dead|died|wounded|injured|hurt))?,\s+")
_AND = Expression(r",?\s+and\s+|,\s+")
_INCLUDING = Expression(
    r"(?:\s+(?:(?:was|were|had|have|has|been|also|taken)\s+){0,3}(?:killed|dead|wounded|injured|hurt|captured|prisoner|hostage"
    r"|seized|missing))?,?\s+(?:including|among them|among whom were|of them|of whom)(?:\s+at least)?\s+",
    re.IGNORECASE,
)
