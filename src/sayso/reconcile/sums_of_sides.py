"""Totals over both sides that are what each side says of its own: "Five were killed, officials on both sides said"."""

from __future__ import annotations

from itertools import combinations

from sayso.claims import CasualtyClaim
from sayso.claims.casualty import BOTH, UNKNOWN
from sayso.claims.compare import figure, windows_meet
from sayso.claims.groups import group_contains
from sayso.reconcile.context import Shelf
from sayso.reconcile.near import same_camp
from sayso.reconcile.parts import Target
from sayso.reconcile.sums_run import for_several

#: Totals below this are not looked for: one and one make two everywhere.
_LEAST = 3


def of_both_sides(target: Target, shelf: Shelf) -> tuple[CasualtyClaim, ...]:
    """One side's count of its own and the other's that make a total over both; none where two pairs do."""
    total = target.claim
    if total is None or target.number < _LEAST or total.value.side_group != BOTH or not for_several(total):
        return ()
    own = (claim for claim in shelf.claims if _is_own_count(claim, total, shelf))
    told: dict[tuple[str, int | None], CasualtyClaim] = {}
    for claim in own:  # what a side tells twice is one part
        told.setdefault((claim.value.side_group, figure(claim.value)), claim)
    pairs = [pair for pair in combinations(told.values(), 2) if _of_two_camps(*pair) and _sum(pair) == target.number]
    return pairs[0] if len(pairs) == 1 else ()


def _is_own_count(claim: CasualtyClaim, total: CasualtyClaim, shelf: Shelf) -> bool:
    """True for what a side tells of its own dead (or hurt) whom the total may count, told for the first time."""
    value = claim.value
    if value.posture != "own_loss" or value.effect != total.value.effect or not figure(value):
        return False
    first = claim.polarity != "deny" and shelf.original(claim.id) == claim.id and claim.id not in shelf.wholes
    people = value.group == "unknown" or group_contains(total.value.group, value.group)
    return first and people and claim.background == total.background and windows_meet(value, total.value)


def _of_two_camps(one: CasualtyClaim, other: CasualtyClaim) -> bool:
    sides = {one.value.side_group, other.value.side_group}
    return len(sides) == 2 and UNKNOWN not in sides and BOTH not in sides and not same_camp(one.source, other.source)


def _sum(pair: tuple[CasualtyClaim, ...]) -> int:
    return sum(figure(claim.value) or 0 for claim in pair)
