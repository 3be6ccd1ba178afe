"""Totals of one report and the figures beside them that make them: the `sums` judgements.

Small numbers add up by chance, so a sum counts as found only where the report shows the parts with the total, or where
the figures of the sides make the report's own total, or where one source tells all parts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from sayso.claims import CasualtyClaim
from sayso.claims.compare import figure
from sayso.model import Document, Judgement
from sayso.reconcile.context import Shelf, chains, own_voice, pairs, revised, standing, voice
from sayso.reconcile.explain import Manner, manner
from sayso.reconcile.parts import Part, target_of
from sayso.reconcile.search import Search, search
from sayso.reconcile.sums_beside import beside
from sayso.reconcile.sums_of_sides import of_both_sides
from sayso.reconcile.sums_run import ReportShelf, run_of

#: A sum that nobody states must be unlikely by chance: at most this share of the integers nearby can be made as well.
CHANCE = 0.5
#: So many totals are looked at, and for each so many figures around it: far more than a news report holds.
_MOST_TOTALS = 100
_NEAR = 300
#: So many tellings of a total are looked at for figures behind them: a report has it in headline, lead and body.
_MOST_TELLINGS = 5
#: Totals below this are not explained unless the report states the sum.
LEAST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SumFinding:
    """A total of a report and the claims that make it."""

    total: CasualtyClaim
    parts: tuple[CasualtyClaim, ...]
    manner: Manner
    #: How many admissible sets make the total.
    sets: int
    nearby_made: int
    nearby: int


def find_sums(
    claims: Sequence[CasualtyClaim], document: Document | None = None, judgements: Sequence[Judgement] = ()
) -> tuple[SumFinding, ...]:
    """The sums in one report. `judgements`: its `repeats` and `part_of`, which keep a figure from counting twice.

    Its `conflicts` keep a rival count of a total from being a part of it.
    """
    shelf = _shelf(claims, document, judgements)
    rivals = _rivals(judgements)
    found: dict[tuple[int | None, frozenset[str]], SumFinding] = {}
    for total in sorted(_totals(shelf), key=_specific, reverse=True)[:_MOST_TOTALS]:
        finding = _find(total, _around(total, shelf), rivals)
        if finding is not None:
            found.setdefault((figure(total.value), frozenset(part.id for part in finding.parts)), finding)
    return tuple(sorted(found.values(), key=lambda finding: finding.total.evidence[0]))


def _rivals(judgements: Sequence[Judgement]) -> frozenset[tuple[str, str]]:
    """The two claims of each conflict, both ways round."""
    ends = [(*j.subject.claims, *j.object.claims) for j in standing(judgements) if j.kind == "conflicts"]
    return frozenset(pair for end in ends for pair in permutations(end, 2))


def _no_rival(finding: SumFinding | None, rivals: frozenset[tuple[str, str]], shelf: Shelf) -> SumFinding | None:
    """The sum, unless a part of it is a rival count of the total."""
    if finding is None:
        return None
    tellings = (finding.total, *_told_again(finding.total, shelf))
    rival = any((telling.id, part.id) in rivals for telling in tellings for part in finding.parts)
    return None if rival else finding


def _shelf(claims: Sequence[CasualtyClaim], document: Document | None, judgements: Sequence[Judgement]) -> ReportShelf:
    kept = tuple(standing(judgements))
    return ReportShelf(
        claims=tuple(sorted(claims, key=lambda claim: claim.evidence[0])),
        documents={document.id: document} if document else {},
        repeats=chains(kept),
        wholes=pairs(kept, "part_of"),
        revised=revised(kept),
        by_id={claim.id: claim for claim in claims},
    )


def _around(total: CasualtyClaim, shelf: ReportShelf) -> ReportShelf:
    """The figures that stand near a total, so that a text of any length is read in time that grows with it."""
    if len(shelf.claims) <= _NEAR:
        return shelf
    place = bisect_left(shelf.claims, total.evidence[0], key=lambda claim: claim.evidence[0])
    return replace(shelf, claims=shelf.claims[max(0, place - _NEAR // 2) : place + _NEAR // 2])


def _totals(shelf: Shelf) -> list[CasualtyClaim]:
    """One claim for each figure that may be a total: of repeats the most specific."""
    best: dict[str, CasualtyClaim] = {}
    for claim in shelf.claims:
        if not figure(claim.value) or claim.polarity == "deny" or claim.value.scope == "increment":
            continue
        key = shelf.original(claim.id)
        if key not in best or _specific(claim) > _specific(best[key]):
            best[key] = claim
    return list(best.values())


def _specific(claim: CasualtyClaim) -> tuple[bool, bool]:
    return claim.value.effect != "unspecified", claim.source is not None


def _find(total: CasualtyClaim, shelf: ReportShelf, rivals: frozenset[tuple[str, str]]) -> SumFinding | None:
    target = target_of(total, shelf, figure(total.value) or 0)
    found = search(replace(target, voice=target.teller), shelf)
    told_beside = (
        _beside(total, found, _spelled_out(total, shelf), shelf)
        or _no_rival(_searched(total, found, shelf), rivals, shelf)
        or _beside(total, found, beside(target, shelf), shelf)
        or next((told for other in _told_again(total, shelf) if (told := _beside_telling(other, found, shelf))), None)
    )
    if told_beside is not None or (found.ways is not None and found.ways.tied > 1):
        return told_beside
    return _no_rival(_in_a_run(total, found, shelf), rivals, shelf) or _no_rival(
        _beside(total, found, of_both_sides(target, shelf), shelf), rivals, shelf
    )


def _in_a_run(total: CasualtyClaim, found: Search, shelf: ReportShelf) -> SumFinding | None:
    """The sum of the figures that follow a telling of the total, of the one that stands nearest to them."""
    tellings = sorted((total, *_told_again(total, shelf)), key=lambda claim: claim.evidence[0], reverse=True)
    exact = [claim for claim in tellings if figure(claim.value) == found.target.number][:_MOST_TELLINGS]
    targets = (target_of(claim, shelf, found.target.number) for claim in exact)
    return next((told for target in targets if (told := _beside(total, found, run_of(target, shelf), shelf))), None)


def _told_again(total: CasualtyClaim, shelf: Shelf) -> Sequence[CasualtyClaim]:
    """The other tellings of a total: the parts may stand beside any of them."""
    return [claim for claim in shelf.tellings.get(shelf.original(total.id), ()) if claim is not total]


def _beside_telling(total: CasualtyClaim, found: Search, shelf: Shelf) -> SumFinding | None:
    if figure(total.value) != found.target.number:
        return None
    return _beside(total, found, beside(target_of(total, shelf, found.target.number), shelf), shelf)


def _spelled_out(total: CasualtyClaim, shelf: Shelf) -> Sequence[CasualtyClaim]:
    """All that the report counts among a total, where together they make it, whatever sides they are of."""
    parts = [c for c in shelf.claims if shelf.wholes.get(c.id) == total.id and c.polarity == "affirm"]
    numbers = [figure(part.value) or 0 for part in parts]
    return parts if len(parts) > 1 and all(numbers) and sum(numbers) == figure(total.value) else ()


def _beside(total: CasualtyClaim, found: Search, parts: Sequence[CasualtyClaim], shelf: Shelf) -> SumFinding | None:
    if not parts:
        return None
    return SumFinding(
        total=total,
        parts=tuple(parts),
        manner=manner(parts, total, shelf),
        sets=max(1, found.ways.count if found.ways else 0),
        nearby_made=found.nearby_made,
        nearby=found.nearby,
    )


def _searched(total: CasualtyClaim, found: Search, shelf: Shelf) -> SumFinding | None:
    if found.ways is None or found.ways.tied > 1:
        return None
    parts = found.ways.best[0]
    claims = tuple(sorted((c for part in parts for c in part.claims), key=lambda c: c.evidence[0]))
    how = manner(claims, total, shelf)
    if 0 < sum(_is_counted_among(claim, total, shelf) for claim in claims) < len(claims):
        return None  # some of its own people with people beside it
    if not (_told(claims, total, shelf) if how == "stated" else _convincing(found, parts, claims)):
        return None
    return SumFinding(
        total=total,
        parts=claims,
        manner=how,
        sets=found.ways.count,
        nearby_made=found.nearby_made,
        nearby=found.nearby,
    )


def _told(parts: Sequence[CasualtyClaim], total: CasualtyClaim, shelf: Shelf) -> bool:
    """True for parts that are told as such, or that all stand on one side of a total that is not tiny.

    "a sergeant, two corporals and a guard" is a list of three, not a total of two between its parts.
    """
    if all(_is_counted_among(part, total, shelf) for part in parts):
        return True
    here = _place(total)
    before = [_place(part) < here for part in parts if part.evidence[0].document == total.evidence[0].document]
    return (figure(total.value) or 0) >= LEAST and (all(before) or not any(before))


def _is_counted_among(part: CasualtyClaim, total: CasualtyClaim, shelf: Shelf) -> bool:
    """True where the report counts the one among the other."""
    return shelf.original(shelf.wholes.get(part.id, "")) == shelf.original(total.id)


def _place(claim: CasualtyClaim) -> int:
    return (claim.value.number or claim.evidence[0]).start


def _convincing(found: Search, parts: Sequence[Part], claims: Sequence[CasualtyClaim]) -> bool:
    """True for a sum that is no mere chance: one figure of each side, or one source's account of all parts."""
    if found.target.number < LEAST or found.nearby_made > CHANCE * found.nearby:
        return False
    several_sides = len({part.cell.side for part in parts}) > 1
    return several_sides or len({voice(claim) for claim in claims if not own_voice(claim)}) <= 1
