"""Tallies under named policies: least, best and most for each side, harm and group, with what became of every claim.

A tally is a pure function of claims and judgements. It adds only what the record shows to be different people, and
never pools what a side says of its enemy with anything else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from sayso.claims import CasualtyClaim, ReportRecord
from sayso.claims.casualty import BOTH, UNKNOWN, Posture
from sayso.claims.statement import Silence
from sayso.model import Tally, Use
from sayso.reconcile.accounts import Cell, CellAccount, Policy, cell_account, counted_increments
from sayso.reconcile.actors import counts
from sayso.reconcile.announcements import Announcement, camp
from sayso.reconcile.book import Book
from sayso.reconcile.context import Shelf
from sayso.reconcile.span import NONE, Span, add, compete, ordered, overlap

#: The row for all sides, and for all groups of a side.
ALL = "all"
POLICIES: tuple[Policy, ...] = ("own", "range", "acled", "ucdp", "independent")
_POSTURES: Mapping[Policy, frozenset[Posture]] = {
    "own": frozenset[Posture]({"own_loss"}),
    "independent": frozenset[Posture]({"third_party"}),
}
#: Event tables without a column for anybody but the dead.
_DEATHS_ONLY: frozenset[Policy] = frozenset({"acled", "ucdp"})
_NOT_ENEMY = frozenset[Posture]({"own_loss", "affiliated", "third_party", "unknown"})
_ENEMY = frozenset[Posture]({"enemy_loss"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyOptions:
    """Which policy; `as_of` a day (default: everything on record); `conflict`: only reports read with that dossier."""

    policy: Policy = "range"
    as_of: date | None = None
    conflict: str | None = None


class Row(NamedTuple):
    """The key of one tally."""

    conflict: str | None
    enemy: bool
    side: str
    effect: str
    group: str


def tally(book: Book, options: TallyOptions | None = None) -> tuple[Tally, ...]:
    """Every tally of the reports of a book, sorted by row."""
    options = options or TallyOptions()
    view = book.only(_current(book.records, options))
    cells = _Cells(
        shelf=view.shelf,
        options=options,
        incidents=view.incident_of,
        denied=_taken_back(view),
        counts=_counts(view),
    )
    return tuple(_with_silences([*cells.rows(cells.of(view.announcements))], view.records, options))


def _current(records: Sequence[ReportRecord], options: TallyOptions) -> list[ReportRecord]:
    """The reports on record by then, without those that a later version from the same address replaced."""
    day = options.as_of
    known = [r for r in records if day is None or r.document.published is None or r.document.published <= day]
    known = [record for record in known if options.conflict in (None, record.conflict)]
    replaced = {record.document.version_of for record in known}
    return [record for record in known if record.document.id not in replaced]


def _counts(book: Book) -> dict[tuple[str | None, str], Mapping[str, str]]:
    """(dossier, side) -> which of its voices count the same people."""
    sides: dict[tuple[str | None, str], list[Announcement]] = defaultdict(list)
    for one in book.announcements:
        if not one.lead.background:
            sides[book.shelf.conflict(one.lead), one.value.side_group].append(one)
    return {side: counts(told) for side, told in sides.items()}


def _taken_back(book: Book) -> frozenset[str]:
    """Claims that their own voice denied afterwards; what another party denies stays on record."""
    claims = book.shelf.by_id
    found: set[str] = set()
    for judgement in book.judgements:
        denier = judgement.subject.party
        if judgement.kind == "denies" and denier is not None:
            for claim in (claims[i] for i in judgement.object.claims if i in claims):
                source = claim.source
                if source is not None and (source.speaks_for or source.name) == (denier.speaks_for or denier.name):
                    found.add(claim.id)
    return frozenset(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cells:
    shelf: Shelf
    options: TallyOptions
    incidents: Mapping[str, str]
    denied: frozenset[str]
    #: (dossier, side) -> voice -> the count that its own-loss figures belong to.
    counts: Mapping[tuple[str | None, str], Mapping[str, str]]

    def of(self, found: Sequence[Announcement]) -> dict[Row, list[Announcement]]:
        """The announcements of each cell, as far as the policy looks at them at all."""
        cells: dict[Row, list[Announcement]] = defaultdict(list)
        for one in found:
            row = self._row(one)
            if row is not None:
                cells[row].append(one)
        return cells

    def _row(self, one: Announcement) -> Row | None:
        value, policy = one.value, self.options.policy
        wanted = _POSTURES.get(policy, _NOT_ENEMY)
        enemy = policy == "range" and value.posture in _ENEMY
        if not (enemy or value.posture in wanted) or (policy in _DEATHS_ONLY and value.effect != "killed"):
            return None
        group = "unknown" if value.group == "mixed" else value.group
        conflict = self.shelf.conflict(one.lead)
        return Row(conflict, enemy, value.side_group, value.effect, group)

    def rows(self, cells: Mapping[Row, Sequence[Announcement]]) -> Iterator[Tally]:
        """A tally for each cell, for all groups of each side, and for all sides."""
        accounts = {row: self._account(row, found) for row, found in sorted(cells.items(), key=_sorted_row)}
        for row, account in accounts.items():
            span = _as_policy(account.span, self.options.policy)
            yield self._tally(row, span, tuple(_uses(cells[row], span, account.reasons)))
        spans = {row: account.span for row, account in accounts.items()}
        sides = dict(self._all_groups(spans, cells))
        for row, span in (*sides.items(), *self._all_sides(spans, sides)):
            told = _as_policy(span, self.options.policy)
            yield self._tally(row, told, tuple(_of_span(told)))

    def _tally(self, row: Row, span: Span, uses: tuple[Use, ...]) -> Tally:
        return Tally(
            conflict=row.conflict,
            side=row.side,
            effect=row.effect,
            group=row.group,
            policy=self.options.policy,
            enemy=row.enemy,
            as_of=self.options.as_of,
            low=span.low,
            best=span.best,
            high=span.high,
            open=span.open,
            derivation=uses,
        )

    # ------------------------------------------------------------ one cell

    def _account(self, row: Row, found: Sequence[Announcement]) -> CellAccount:
        aside = {one.lead.id: reason for one in found if (reason := self._why_aside(one, found))}
        cell = Cell(
            policy=self.options.policy,
            incidents=self.incidents,
            counted=counted_increments(found),
            counts=self.counts.get((row.conflict, row.side), {}),
        )
        account = cell_account([one for one in found if one.lead.id not in aside], cell)
        account.reasons.update(aside)
        return account

    def _why_aside(self, one: Announcement, cell: Sequence[Announcement]) -> str | None:
        lead = one.lead
        if lead.polarity == "deny":
            return "a denial"
        if lead.background:
            return "an earlier war or attack"
        if lead.attribution in self.shelf.mental:
            return "a thought, which vouches for no figure"
        if any(claim.id in self.denied for claim in one.claims()):
            return "taken back by its own voice"
        if any(new in self.shelf.by_id for claim in one.claims() for new in self.shelf.revised.get(claim.id, ())):
            return "superseded by a later figure of the same voice"
        wholes = {self.shelf.original(self.shelf.wholes[c.id]) for c in one.claims() if c.id in self.shelf.wholes}
        if wholes and any(self.shelf.original(claim.id) in wholes for other in cell for claim in other.claims()):
            return "a part of another figure of this cell"
        return None

    # ------------------------------------------------------------ totals

    def _all_groups(
        self, spans: Mapping[Row, Span], cells: Mapping[Row, Sequence[Announcement]]
    ) -> Iterator[tuple[Row, Span]]:
        """All groups of a side: combatants and civilians add up; those of unknown group may be among either."""
        for row in sorted({row._replace(group=ALL) for row in spans}, key=_row_key):
            of = {group: spans.get(row._replace(group=group), NONE) for group in ("combatant", "civilian", "unknown")}
            whole = self._wholes(cells.get(row._replace(group="unknown"), ()))
            counted = [span for span in (of["combatant"], of["civilian"]) if not self._inside(span, whole)]
            inside = [span for span in (of["combatant"], of["civilian"]) if self._inside(span, whole)]
            told = add(counted)
            both = overlap([told, of["unknown"]])
            largest = add([of["combatant"], of["civilian"]]) if inside else NONE
            yield row, ordered(_at_least(both, largest))

    def _wholes(self, found: Sequence[Announcement]) -> frozenset[str]:
        return frozenset(self.shelf.original(claim.id) for one in found for claim in one.claims())

    def _inside(self, span: Span, wholes: frozenset[str]) -> bool:
        """True where every figure behind a span is told as a part of a figure of unknown group."""
        claims = (*span.highs, *span.lows)
        return bool(claims) and all(self.shelf.original(self.shelf.wholes.get(c, "")) in wholes for c in claims)

    def _all_sides(self, cells: Mapping[Row, Span], sides: Mapping[Row, Span]) -> Iterator[tuple[Row, Span]]:
        """All sides together, for each group and for all groups; `both` is never split, `unknown` only counts here."""
        by_side: dict[Row, dict[str, Span]] = defaultdict(dict)
        for row, span in {**cells, **sides}.items():
            if row.group != "unknown":
                by_side[row._replace(side=ALL)][row.side] = span
        for row, of in sorted(by_side.items(), key=_sorted_row):
            told = add(span for side, span in sorted(of.items()) if side not in (BOTH, UNKNOWN))
            some = overlap([told, of.get(UNKNOWN, NONE)])
            whole = of.get(BOTH, NONE)
            yield row, ordered(_total(some, whole))


def _at_least(span: Span, other: Span) -> Span:
    if other.low is None or (span.low is not None and span.low >= other.low):
        return span
    return replace(span, low=other.low, lows=other.lows)


def _total(some: Span, whole: Span) -> Span:
    """The figures side by side and those told for both sides: the least is what a total says, the most the largest."""
    if whole.empty or some.empty:
        return some if whole.empty else whole
    span = compete([whole, some])
    if whole.low is None:
        return replace(span, low=some.low, lows=some.lows)
    return replace(span, low=whole.low, lows=whole.lows, best=whole.best, bests=whole.bests)


def _sorted_row(item: tuple[Row, object]) -> tuple[str, bool, str, str, str]:
    return _row_key(item[0])


def _row_key(row: Row) -> tuple[str, bool, str, str, str]:
    return (row.conflict or "", row.enemy, row.side, row.effect, row.group)


def _bounds_made(span: Span) -> Iterator[tuple[str, tuple[str, ...]]]:
    named = (("low", span.lows), ("best", span.bests), ("high", span.highs), ("open", span.opens))
    for claim in dict.fromkeys(claim for _, claims in named for claim in claims):
        yield claim, tuple(bound for bound, claims in named if claim in claims)


def _as_policy(span: Span, policy: Policy) -> Span:
    """What a policy shows of a span: ACLED one number, the lowest; only UCDP and ACLED a best one."""
    if policy == "acled":
        return Span(low=span.low, lows=span.lows, best=span.low, bests=span.lows, high=span.low, highs=span.lows)
    return span if policy == "ucdp" else replace(span, best=None, bests=())


def _uses(found: Sequence[Announcement], span: Span, reasons: Mapping[str, str]) -> Iterator[Use]:
    made = dict(_bounds_made(span))
    return (use for one in found for use in _uses_of(one, made, reasons))


def _uses_of(one: Announcement, made: Mapping[str, tuple[str, ...]], reasons: Mapping[str, str]) -> Iterator[Use]:
    counted = {claim.id for claim in one.best.claims}
    reason = reasons.get(one.lead.id)
    for claim in one.claims():
        if claim.id not in counted:
            yield Use(claim=claim.id, reason="tells the same announcement again")
        elif claim.id in made:
            yield Use(claim=claim.id, bounds=made[claim.id], reason=reason or _reason_made(claim))
        else:
            yield Use(claim=claim.id, reason=reason or "lies between the bounds that others make")


def _reason_made(claim: CasualtyClaim) -> str:
    return "possible only: moves no lower bound" if claim.certainty == "possible" else "makes these bounds"


def _of_span(span: Span) -> Iterator[Use]:
    return (Use(claim=claim, bounds=bounds, reason="makes these bounds") for claim, bounds in _bounds_made(span))


# ---------------------------------------------------------------- silences


def silences(records: Iterable[ReportRecord]) -> Mapping[tuple[str | None, str], Sequence[str]]:
    """(dossier, side) -> the claims that it has not told its losses."""
    silent: dict[tuple[str | None, str], list[str]] = defaultdict(list)
    for record in records:
        for claim in record.claims:
            if isinstance(claim.value, Silence) and (party := claim.value.party) is not None:
                silent[record.conflict, camp(party) or party.name].append(claim.id)
    return silent


def _with_silences(tallies: list[Tally], records: Sequence[ReportRecord], options: TallyOptions) -> list[Tally]:
    """Silences beside the cell of the military dead they are about; an empty cell stands there for them, never a 0."""
    silent = silences(records)
    rows = {(t.conflict, t.side): n for n, t in enumerate(tallies) if _military(t) and not t.enemy}
    for (conflict, side), claims in sorted(silent.items(), key=lambda item: (item[0][0] or "", item[0][1])):
        at = rows.get((conflict, side))
        if at is None:
            tallies.append(_empty(conflict, side, options, tuple(sorted(claims))))
        else:
            tallies[at] = replace(tallies[at], silences=tuple(sorted(claims)))
    return tallies


def _military(tally: Tally) -> bool:
    return tally.effect == "killed" and tally.group == "combatant"


def _empty(conflict: str | None, side: str, options: TallyOptions, silences: tuple[str, ...]) -> Tally:
    return Tally(
        conflict=conflict,
        side=side,
        effect="killed",
        group="combatant",
        policy=options.policy,
        as_of=options.as_of,
        silences=silences,
    )
