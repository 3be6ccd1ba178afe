"""What may be added up to a total: admissible figures, one choice for each side and group.

A part is on record by the time of the total, affirmed, not superseded then, not background (unless the total
is), not a side's word about its enemy; one figure for each side and group.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from sayso.claims import CasualtyClaim
from sayso.claims.casualty import BOTH, UNKNOWN, Effect, Group
from sayso.claims.compare import figure, side_contains, windows_meet
from sayso.claims.groups import group_contains
from sayso.reconcile.context import Shelf, own_voice, voice
from sayso.reconcile.tellings import tellings

#: One claim; several victims counted one by one in one statement; several incidents told by one source; an earlier
#: running total with what was added since.
PartHow = Literal["claim", "statement", "incidents", "increments"]


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """Whose dead are counted: one place in a table of sides, groups and effects."""

    side: str
    group: Group
    effect: Effect


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A figure that can be added up: what it is worth, for whom, and the claims that carry it."""

    value: int
    cell: Cell
    claims: tuple[CasualtyClaim, ...]
    how: PartHow = "claim"

    @property
    def at_least(self) -> bool:
        """True where one of its claims gives a lower bound only."""
        return any(claim.value.high is None for claim in self.claims)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The total to be made: the claim that carries it, or the number alone."""

    number: int
    effect: Effect
    side: str = BOTH
    group: Group = "unknown"
    claim: CasualtyClaim | None = None
    document: str | None = None
    #: The moment by which a part must be on record.
    by: date | None = None
    #: Whose word the total is; None for the report's own. A party may add its enemy's dead to its own.
    teller: str | None = None
    #: Only parts in this voice or in the report's own; None for any.
    voice: str | None = None
    #: The sides that parts may belong to; None for any.
    sides: frozenset[str] | None = None
    #: Dossier of the report that prints the total.
    conflict: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A figure of the right kind that may not be a part, and why."""

    claim: CasualtyClaim
    reason: str


#: Why a figure of another day or war is no part.
ANOTHER_TIME = "is about another time"
#: Why a side's claim of its enemy's dead is no part of another's total.
OF_ITS_ENEMY = "is a side's word about its enemy"
#: Longer chains of increments on one total are not tried.
_MOST_STEPS = 8

Cells: TypeAlias = Mapping[Cell, tuple[Part, ...]]


def target_of(claim: CasualtyClaim, shelf: Shelf, number: int, by: date | None = None) -> Target:
    """The target that a claim sets: parts must lie within what it counts."""
    value, document = claim.value, claim.evidence[0].document
    every = value.side_group in (BOTH, UNKNOWN)
    return Target(
        number=number,
        effect=value.effect,
        side=BOTH if every else value.side_group,
        group=value.group,
        claim=claim,
        document=document,
        by=by or shelf.on_record(claim),
        teller=None if own_voice(claim) else voice(claim),
        sides=_sides_named(document, shelf) if every else None,
        conflict=shelf.conflicts.get(document),
    )


def _sides_named(document: str, shelf: Shelf) -> frozenset[str]:
    return frozenset(c.value.side_group for c in shelf.claims if c.evidence[0].document == document)


def admissible(target: Target, shelf: Shelf, effects: Iterable[Effect]) -> tuple[list[CasualtyClaim], list[SetAside]]:
    """The claims of these effects that may be parts of the target, and those that may not with the reason."""
    counted = frozenset(effects)
    kept: list[CasualtyClaim] = []
    aside: list[SetAside] = []
    for claim in shelf.claims:
        if claim.value.effect not in counted or not _about_the_same(claim, target, shelf):
            continue
        reason = _why_not(claim, target, shelf)
        if reason is None:
            kept.append(claim)
        elif reason:
            aside.append(SetAside(claim=claim, reason=reason))
    return kept, aside


def _about_the_same(claim: CasualtyClaim, target: Target, shelf: Shelf) -> bool:
    value = claim.value
    if not (side_contains(target.side, value.side_group) and group_contains(target.group, value.group)):
        return False
    document = claim.evidence[0].document
    if document == target.document:
        return True
    conflict = shelf.conflicts.get(document)
    if target.conflict is not None and conflict is not None:
        return target.conflict == conflict
    return target.sides is None or value.side_group in target.sides


def _why_not(claim: CasualtyClaim, target: Target, shelf: Shelf) -> str | None:
    """Why a claim may not be a part; "" where that needs no telling; None where it may."""
    return next(_objections(claim, target, shelf), None)


def _objections(claim: CasualtyClaim, target: Target, shelf: Shelf) -> Iterator[str]:
    """The reasons, one by one: most claims fall at an early one, and the later ones cost more."""
    value, told = claim.value, target.claim
    number = figure(value)
    if number is None:
        yield "gives no number"
    if number in (0, target.number):
        yield ""
    if claim.polarity == "deny":
        yield "is denied by its source"
    if claim.attribution is not None and claim.attribution in shelf.mental:
        yield "is a thought, which vouches for no figure"
    if claim.background != bool(told and told.background):
        yield "is about an earlier war or attack"
    if told is not None and not windows_meet(value, told.value):
        yield ANOTHER_TIME
    if target.by and (on_record := shelf.on_record(claim)) and on_record > target.by:
        yield "came on record later"
    if claim.id in shelf.revised and _revised(claim, target, shelf):
        yield "had been revised by then"
    if value.posture == "enemy_loss" and target.teller != voice(claim):
        yield OF_ITS_ENEMY
    if not _voice_fits(claim, target):
        yield "is another source's figure"


def _revised(claim: CasualtyClaim, target: Target, shelf: Shelf) -> bool:
    """True where its own report or one before the total revises it; a day has no order."""
    itself = shelf.original(target.claim.id) if target.claim is not None else None
    revising = (shelf.by_id[new] for new in shelf.revised.get(claim.id, ()) if new in shelf.by_id)
    return any(
        new.evidence[0].document == claim.evidence[0].document or _told_before(new, target, shelf)
        for new in revising
        if shelf.original(new.id) != itself
    )


def _voice_fits(claim: CasualtyClaim, target: Target) -> bool:
    return target.voice is None or own_voice(claim) or voice(claim) == target.voice


def cells_of(claims: Sequence[CasualtyClaim], target: Target, shelf: Shelf) -> dict[Cell, tuple[Part, ...]]:
    """The choices in each cell, at most one of each value: the one that ranks best."""
    table: dict[Cell, list[CasualtyClaim]] = defaultdict(list)
    for claim in _originals(claims, target, shelf):
        value = claim.value
        side = BOTH if value.side_group == UNKNOWN else value.side_group
        group: Group = "unknown" if value.group == "mixed" else value.group
        table[Cell(side, group, value.effect)].append(claim)
    found = {cell: _choices(cell, members, target, shelf) for cell, members in sorted(table.items())}
    return {cell: parts for cell, parts in found.items() if parts}


def _originals(claims: Sequence[CasualtyClaim], target: Target, shelf: Shelf) -> list[CasualtyClaim]:
    """One claim for each chain of repeats: in the report that prints the total if possible, else the last said."""
    chains: dict[str, list[CasualtyClaim]] = defaultdict(list)
    for claim in claims:
        chains[shelf.original(claim.id)].append(claim)
    return [min(chain, key=lambda claim: _nearness(claim, target, shelf)) for chain in chains.values()]


def _nearness(claim: CasualtyClaim, target: Target, shelf: Shelf) -> tuple[bool, bool, bool, int, int]:
    said, evidence = shelf.said(claim), claim.evidence[0]
    return (
        evidence.document != target.document,
        claim.value.group == "unknown",
        claim.source is None,
        -said.toordinal() if said else 0,
        evidence.start,
    )


def _choices(cell: Cell, members: Sequence[CasualtyClaim], target: Target, shelf: Shelf) -> tuple[Part, ...]:
    whole = {shelf.original(claim.id) for claim in members}
    members = [c for c in members if shelf.original(shelf.wholes.get(c.id, "")) not in whole]
    totals = _Totals.of([claim for claim in members if _told_before(claim, target, shelf)], shelf)
    current = [c for c in members if not totals.supersede(c, shelf)]
    apart = [c for c in current if not totals.include(c, shelf)]
    parts = (
        *_incidents(cell, current, shelf),
        *_statements(cell, [c for c in apart if _same_place(c, target)], shelf),
        *_increments(cell, apart, shelf),
    )
    best: dict[int, Part] = {}
    for part in sorted(parts, key=lambda part: rank(part, target, shelf)):
        if part.value < target.number or len(part.claims) > 1:
            best.setdefault(part.value, part)
    return tuple(best[value] for value in sorted(best))


def _told_before(claim: CasualtyClaim, target: Target, shelf: Shelf) -> bool:
    """True for what stands in the report that prints the total or in one of an earlier day; a day has no order."""
    on_record = shelf.on_record(claim)
    same = claim.evidence[0].document == target.document
    return same or on_record is None or target.by is None or on_record < target.by


@dataclass(frozen=True, slots=True)
class _Totals:
    """The running totals of a cell: the last day of each voice, and the reports that tell one."""

    latest: Mapping[str, int]
    reports: frozenset[str]

    @classmethod
    def of(cls, members: Sequence[CasualtyClaim], shelf: Shelf) -> _Totals:
        latest: dict[str, int] = {}
        totals = [claim for claim in members if claim.value.scope == "running_total"]
        for claim in totals:
            latest[voice(claim)] = max(latest.get(voice(claim), 0), _day(claim, shelf))
        return cls(latest, frozenset(claim.evidence[0].document for claim in totals))

    def supersede(self, claim: CasualtyClaim, shelf: Shelf) -> bool:
        """True for a running total of which the same voice gave a later one."""
        return claim.value.scope == "running_total" and 0 < _day(claim, shelf) < self.latest.get(voice(claim), 0)

    def include(self, claim: CasualtyClaim, shelf: Shelf) -> bool:
        """True for an increment that a total counts: told by the same report, or said later by the same voice."""
        counted = claim.evidence[0].document in self.reports
        return claim.value.scope == "increment" and (counted or self.latest.get(voice(claim), 0) > _day(claim, shelf))


def _same_place(claim: CasualtyClaim, target: Target) -> bool:
    """False where the total is of one incident and the claim is of an incident elsewhere."""
    if target.claim is None or target.claim.value.scope != "incident" or claim.value.scope != "incident":
        return True
    here, there = target.claim.value.place, claim.value.place
    return here is None or there is None or _alike(here, there)


def _alike(one: str, other: str) -> bool:
    a, b = one.casefold(), other.casefold()
    return a in b or b in a


def _statements(cell: Cell, members: Sequence[CasualtyClaim], shelf: Shelf) -> Iterator[Part]:
    """Each claim for itself, but the victims counted one by one in one statement together."""
    for told in tellings(members, shelf):
        how: PartHow = "claim" if len(told.claims) == 1 else "statement"
        yield Part(value=told.number or 0, cell=cell, claims=told.claims, how=how)


def _incidents(cell: Cell, members: Sequence[CasualtyClaim], shelf: Shelf) -> Iterator[Part]:
    """All incidents that one report tells from one source, each at a place of its own.

    Once as that source tells them, and once with those that the report tells in its own voice.
    """
    told: dict[str, dict[str, list[CasualtyClaim]]] = defaultdict(lambda: defaultdict(list))
    for claim in members:
        if claim.value.scope == "incident" and claim.value.place:
            told[claim.evidence[0].document]["" if own_voice(claim) else voice(claim)].append(claim)
    for voices in told.values():
        own = voices.pop("", [])
        yield from _places_apart(cell, own)
        for claims in voices.values():
            yield from _places_apart(cell, claims)
            yield from _places_apart(cell, [*claims, *own] if own else [])


def _places_apart(cell: Cell, claims: Sequence[CasualtyClaim]) -> Iterator[Part]:
    if len(claims) > 1:
        places = {claim.value.place.casefold() for claim in claims if claim.value.place}
        if len(places) == len(claims):
            value = sum(figure(claim.value) or 0 for claim in claims)
            yield Part(value=value, cell=cell, claims=tuple(claims), how="incidents")


def _increments(cell: Cell, members: Sequence[CasualtyClaim], shelf: Shelf) -> Iterator[Part]:
    """A running total with what its own side added afterwards: one increment or several that follow one another."""
    added = sorted(_once(members, "increment", shelf), key=lambda c: (_day(c, shelf), c.id))
    for base in _once(members, "running_total", shelf):
        after = [more for more in added if _adds_to(more, base, shelf)]
        for first in range(len(after)):
            value = figure(base.value) or 0
            for last, more in enumerate(after[first : first + _MOST_STEPS], start=first):
                value += figure(more.value) or 0
                yield Part(value=value, cell=cell, claims=(base, *after[first : last + 1]), how="increments")


def _once(members: Sequence[CasualtyClaim], scope: str, shelf: Shelf) -> list[CasualtyClaim]:
    """Of relays of one figure the first."""
    found: dict[tuple[str, int | None, int], CasualtyClaim] = {}
    for claim in members:
        if claim.value.scope == scope:
            found.setdefault((voice(claim), figure(claim.value), _day(claim, shelf)), claim)
    return list(found.values())


def _day(claim: CasualtyClaim, shelf: Shelf) -> int:
    said = shelf.said(claim)
    return said.toordinal() if said else 0


def _adds_to(more: CasualtyClaim, base: CasualtyClaim, shelf: Shelf) -> bool:
    other_report = more.evidence[0].document != base.evidence[0].document
    one_voice = voice(more) == voice(base) or more.value.posture == base.value.posture == "own_loss"
    return other_report and one_voice and _day(more, shelf) >= _day(base, shelf) > 0


#: Lower ranks first: claims outside the report that prints the total; claims not said within a day of it; cells covered
#: (more first); fewer parts.
RANK_LENGTH = 4


def rank(part: Part, target: Target, shelf: Shelf) -> tuple[int, ...]:
    """How well a part fits by DESIGN section 4; the ranks of the parts of a sum add up."""
    outside = sum(claim.evidence[0].document != target.document for claim in part.claims)
    late = sum(not _within_a_day(shelf.said(claim), target.by) for claim in part.claims)
    steps = 1 if part.how == "statement" else len(part.claims)
    return (outside, late, -1, steps)


def _within_a_day(said: date | None, by: date | None) -> bool:
    return said is not None and by is not None and abs((by - said).days) <= 1
