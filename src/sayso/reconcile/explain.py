"""What makes a number: `explain N` over one report or many.

Arithmetic shows what a total may be made of, never why somebody printed it: a sum is `stated` where the report
itself sets the parts beside their total, and `arithmetical` otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from sayso.claims import CasualtyClaim, ReportRecord
from sayso.claims.casualty import BOTH, UNKNOWN, Effect
from sayso.claims.compare import figure
from sayso.claims.groups import groups_overlap
from sayso.reconcile.book import Book
from sayso.reconcile.context import Shelf, own_voice
from sayso.reconcile.parts import Cell, Part, SetAside, Target, target_of
from sayso.reconcile.search import Search, search

#: One sum ranks first; several rank alike; nothing on record makes the number.
Outcome = Literal["one", "several", "nothing"]
Manner = Literal["stated", "arithmetical"]

_EFFECT_ORDER: tuple[Effect, ...] = (
    "killed",
    "injured",
    "killed_or_injured",
    "hospitalised",
    "missing",
    "captured",
    "displaced",
    "unspecified",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainOptions:
    """What may be used: `as_of` a day (default: the day of the report that prints N), `within` some reports (ids)."""

    as_of: date | None = None
    within: frozenset[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """Parts that add up to the number, in order of side and group."""

    parts: tuple[Part, ...]
    manner: Manner
    #: Claims that stand in another report than the one that prints the number.
    outside: int
    #: Claims not said within a day of it.
    late: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Victims on record that the sum does not count; `low`..`high` is what they would add."""

    cell: Cell
    #: The figures given for them; several where sources differ.
    figures: tuple[Part, ...]
    low: int
    high: int
    #: Parts of the sum in which these victims may already be counted; empty where none may.
    overlaps: tuple[Part, ...] = ()
    #: The total with these and with everything left out that is listed before.
    total_low: int
    total_high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What on record makes a number, how many other sets make it too, and what it leaves out."""

    number: int
    outcome: Outcome
    #: The most specific claim that carries the number; None where no report prints it.
    total: CasualtyClaim | None
    #: Every claim that carries it.
    carriers: tuple[CasualtyClaim, ...]
    as_of: date | None
    #: The sums that rank first: one, or up to four of those that rank alike.
    sums: tuple[Sum, ...]
    #: How many sums rank first, and how many make the number at all.
    tied: int
    sets: int
    #: Of the `nearby` integers within a fifth of the number, so many can be made as well.
    nearby_made: int
    nearby: int
    #: True where not every figure was tried: `sets` and `nearby_made` are then the least.
    capped: bool
    left_out: tuple[LeftOut, ...]
    #: Other figures for people that the sum counts already.
    rivals: tuple[Part, ...]
    set_aside: tuple[SetAside, ...]

    @property
    def with_all(self) -> tuple[int, int] | None:
        """The total with everything left out, as a range; None where nothing is left out or made."""
        return (self.left_out[-1].total_low, self.left_out[-1].total_high) if self.left_out else None


def explain(
    number: int,
    book: Book,
    options: ExplainOptions | None = None,
) -> Explanation:
    """What on record makes `number`."""
    options = options or ExplainOptions()
    chosen = [r for r in book.records if options.within is None or r.document.id in options.within]
    shelf = book.only(chosen).shelf
    carriers = carriers_of(number, shelf)
    found = _best([search(*wanted) for wanted in _targets(number, carriers, shelf, options.as_of)])
    return _explanation(found, carriers, shelf)


def carriers_of(number: int, shelf: Shelf) -> tuple[CasualtyClaim, ...]:
    """The affirmed claims that give the number, most specific first, earlier reports before later ones."""
    found = [c for c in shelf.claims if number in (c.value.low, c.value.high) and c.polarity == "affirm"]
    return tuple(sorted(found, key=lambda claim: _generality(claim, shelf)))


def _generality(claim: CasualtyClaim, shelf: Shelf) -> tuple[bool, bool, bool, bool, int, str, int]:
    value, day = claim.value, shelf.on_record(claim)
    return (
        claim.background,
        value.effect == "unspecified",
        value.side_group == UNKNOWN,
        value.group == "unknown",
        day.toordinal() if day else 0,
        claim.evidence[0].document,
        claim.evidence[0].start,
    )


def _targets(
    number: int, carriers: Sequence[CasualtyClaim], shelf: Shelf, as_of: date | None
) -> Iterator[tuple[Target, Shelf]]:
    """What N may stand for: the most specific total of each report that prints it; all effects where none does."""
    if not carriers:
        yield from ((Target(number=number, effect=effect, by=as_of), shelf) for effect in _EFFECT_ORDER)
        return
    specific = _generality(carriers[0], shelf)[:4]
    printed = [c for c in _first_of_each_report(carriers) if _generality(c, shelf)[:4] == specific][:_PRINTERS]
    shelves: dict[str | None, Shelf] = {}
    for claim in printed:
        target = target_of(claim, shelf, number, as_of)
        if target.conflict is not None and target.conflict not in shelves:
            shelves[target.conflict] = shelf.of_conflict(target.conflict)
        yield target, shelves.get(target.conflict, shelf)


def _first_of_each_report(claims: Sequence[CasualtyClaim]) -> Iterator[CasualtyClaim]:
    seen: set[str] = set()
    for claim in claims:
        if claim.evidence[0].document not in seen:
            seen.add(claim.evidence[0].document)
            yield claim


def _best(found: Sequence[Search]) -> Search:
    made = [one for one in found if one.ways is not None]
    return min(made, key=lambda one: one.ways.rank if one.ways else ()) if made else found[0]


def _explanation(found: Search, carriers: tuple[CasualtyClaim, ...], shelf: Shelf) -> Explanation:
    ways, target = found.ways, found.target
    chosen = ways.best[0] if ways else ()
    return Explanation(
        number=target.number,
        outcome="nothing" if ways is None else "one" if ways.tied == 1 else "several",
        total=target.claim,
        carriers=carriers,
        as_of=target.by,
        sums=tuple(_sum(parts, target, shelf) for parts in ways.best) if ways else (),
        tied=ways.tied if ways else 0,
        sets=ways.count if ways else 0,
        nearby_made=found.nearby_made,
        nearby=found.nearby,
        capped=found.capped,
        left_out=left_out(chosen, found) if ways and ways.tied == 1 else (),
        rivals=_rivals(chosen, found),
        set_aside=found.aside,
    )


def _sum(parts: Sequence[Part], target: Target, shelf: Shelf) -> Sum:
    claims = [claim for part in parts for claim in part.claims]
    days = [shelf.said(claim) for claim in claims]
    return Sum(
        parts=tuple(sorted(parts, key=lambda part: part.claims[0].evidence[0])),
        manner=manner(claims, target.claim, shelf),
        outside=sum(claim.evidence[0].document != target.document for claim in claims),
        late=sum(not (day and target.by and abs((target.by - day).days) <= 1) for day in days),
    )


def manner(parts: Sequence[CasualtyClaim], total: CasualtyClaim | None, shelf: Shelf) -> Manner:
    """`stated` where each part stands in one sentence with the total, or is told as a part of it."""
    if total is None:
        return "arithmetical"
    same = [c for c in shelf.claims if shelf.original(c.id) == shelf.original(total.id)]
    told = all(
        shelf.original(shelf.wholes.get(part.id, "")) == shelf.original(total.id)
        or any(shelf.one_sentence(part, carrier) for carrier in same)
        for part in parts
    )
    return "stated" if told else "arithmetical"


def left_out(chosen: Sequence[Part], found: Search) -> tuple[LeftOut, ...]:
    """The cells on record that the sum does not count: first those that surely add, then those that may overlap."""
    used = {part.cell for part in chosen}
    cells = [cell for cell in found.cells if cell not in used and not _made_up_of(found.cells[cell], cell, chosen)]
    apart = [cell for cell in cells if not _overlapping(cell, chosen)]
    unsure = [cell for cell in cells if _overlapping(cell, chosen)]
    listed: list[LeftOut] = []
    low = high = sum(part.value for part in chosen)
    for cell in apart:
        entry = _left_out(cell, found.cells[cell], (), (low, high))
        low, high = entry.total_low, entry.total_high
        listed.append(entry)
    return (*listed, *_unsure(unsure, chosen, found, (low, high)))


def _unsure(cells: Sequence[Cell], chosen: Sequence[Part], found: Search, total: tuple[int, int]) -> Iterator[LeftOut]:
    """Figures that may be counted already: at least the largest of what overlaps, at most the sum of both."""
    surely, high = total
    low = surely
    for cell in cells:
        overlaps = tuple(part for part in chosen if _cells_overlap(cell, part.cell))
        entry = _left_out(cell, found.cells[cell], overlaps, (surely, high))
        low, high = max(low, entry.total_low), entry.total_high
        yield replace(entry, total_low=low)


def _left_out(cell: Cell, figures: tuple[Part, ...], overlaps: tuple[Part, ...], total: tuple[int, int]) -> LeftOut:
    values = [part.value for part in figures]
    low = max(0, min(values) - sum(part.value for part in overlaps))
    return LeftOut(
        cell=cell,
        figures=figures,
        low=low,
        high=max(values),
        overlaps=overlaps,
        total_low=total[0] + low,
        total_high=total[1] + max(values),
    )


def _overlapping(cell: Cell, chosen: Sequence[Part]) -> bool:
    return any(_cells_overlap(cell, part.cell) for part in chosen)


def _cells_overlap(one: Cell, other: Cell) -> bool:
    sides = one.side == other.side or BOTH in (one.side, other.side)
    return sides and one.effect == other.effect and groups_overlap(one.group, other.group)


def _made_up_of(figures: Sequence[Part], cell: Cell, chosen: Sequence[Part]) -> bool:
    """True for a figure over both sides that is exactly what the sum counts of that group."""
    inside = sum(part.value for part in chosen if _cells_overlap(cell, part.cell))
    return cell.side == BOTH and all(part.value == inside for part in figures)


def _rivals(chosen: Sequence[Part], found: Search) -> tuple[Part, ...]:
    return tuple(rival for part in chosen for rival in found.cells.get(part.cell, ()) if rival.value != part.value)


#: Of the reports that print a number, so many (the earliest) are tried as the one whose total it is.
_PRINTERS = 8
#: A report's opening: its first characters, where the total that heads it stands.
_OPENING = 700
_LONGEST_HEADLINE = 150


def headline(record: ReportRecord) -> int | None:
    """The number that the account of a report explains: the largest total of its headline or opening in its own voice.

    Where the opening has none, the largest total that the report gives in its own voice anywhere; None without one.
    """
    shelf = Shelf.of([record])
    candidates = [claim for claim in shelf.claims if _may_head(claim, shelf)]
    candidates = [claim for claim in candidates if _harm(claim)] or candidates
    opening = [c for c in candidates if _in_headline(c, record) or c.evidence[0].start < _OPENING]
    voiced = [c for c in opening if own_voice(c) or _in_headline(c, record)] or [c for c in candidates if own_voice(c)]
    if not voiced:
        return None
    return figure(max(voiced, key=lambda claim: (_harm(claim), figure(claim.value) or 0)).value)


def _may_head(claim: CasualtyClaim, shelf: Shelf) -> bool:
    current = claim.polarity == "affirm" and not claim.background and claim.id not in shelf.revised
    return current and claim.value.scope != "increment" and bool(figure(claim.value))


def _harm(claim: CasualtyClaim) -> int:
    """Deaths before bare casualties before everything else."""
    return {"killed": 2, "unspecified": 1, "killed_or_injured": 1}.get(claim.value.effect, 0)


def _in_headline(claim: CasualtyClaim, record: ReportRecord) -> bool:
    lines = (line.strip() for line in record.document.text[:_OPENING].split("\n"))
    heads = [line for line in lines if 0 < len(line) < _LONGEST_HEADLINE and line[-1] not in '.!?"”'][:2]
    return any(claim.evidence[0].exact in head for head in (*heads, record.document.title or ""))
