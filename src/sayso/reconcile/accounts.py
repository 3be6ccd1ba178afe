"""The figures of one cell (side, effect, group) put together: who gives which total, what was added, which incidents.

Totals of several voices for one cell compete. Increments add to the total of their own side. Incidents at different
places or days add up, and are parts of a total where there is one. Only totals of the latest day make the least; an
older total of another voice, which can only have grown, may make the most.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from sayso.reconcile.announcements import Announcement, camp_key
from sayso.reconcile.context import ordinal
from sayso.reconcile.span import NONE, Span, add, compete, ordered, overlap

Policy: TypeAlias = Literal["own", "range", "acled", "ucdp", "independent"]

#: ACLED's numbers for vague words (its codebook), longest word first.
_ACLED_WORDS = (("hundreds", 100), ("dozens", 12), ("tens", 10), ("several", 3), ("many", 3), ("few", 3))
_ACLED_PLURAL = 3


@dataclass(slots=True)
class CellAccount:
    """The bounds of a cell and what became of each announcement in it."""

    span: Span = NONE
    reasons: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one voice has said by now about a cell, with the day it said so."""

    span: Span
    day: int
    third_party: bool
    #: The count of its own side's dead that it belongs to; None for what others say.
    count: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What is known beside the announcements of a cell."""

    policy: Policy
    #: Claim id -> the incident that it is about.
    incidents: Mapping[str, str] = field(default_factory=dict)
    #: Leading claims of increments that a total on record counts already.
    counted: frozenset[str] = frozenset()
    #: Voice of an own-loss figure -> the count that it belongs to (see sayso.reconcile.actors).
    counts: Mapping[str, str] = field(default_factory=dict)


def counted_increments(found: Sequence[Announcement]) -> frozenset[str]:
    """Increments that a total, superseded or not, counts already.

    Told by a report that gives the new total as well, or the exact step between two totals of one camp.
    """
    totals: dict[str, list[Announcement]] = defaultdict(list)
    for one in found:
        if one.value.scope == "running_total" and one.number is not None:
            totals[camp_key(one)].append(one)
    reports = {(camp, document) for camp, told in totals.items() for one in told for document in one.documents()}
    known = {camp: {one.number for one in told} for camp, told in totals.items()}
    counted: set[str] = set()
    for more in found:
        if more.value.scope == "increment" and (camp := camp_key(more)) in totals:
            told_there = any((camp, document) in reports for document in more.documents())
            if told_there or _is_a_step(more, totals[camp], known[camp]):
                counted.add(more.lead.id)
    return frozenset(counted)


def _is_a_step(more: Announcement, totals: Sequence[Announcement], known: set[int | None]) -> bool:
    return any(
        ordinal(one.day) == ordinal(more.day) and (one.number or 0) - (more.number or 0) in known for one in totals
    )


def cell_account(found: Sequence[Announcement], cell: Cell) -> CellAccount:
    """Put the announcements of a cell together."""
    account = CellAccount()
    totals = [one for one in found if one.value.scope in ("running_total", "unknown")]
    added = [one for one in found if one.value.scope == "increment"]
    single = [one for one in found if one.value.scope == "incident"]
    whole = _totals(totals, added, cell, account)
    parts = _incidents(single, cell, account)
    if whole.empty:
        account.span = ordered(parts)
        return account
    account.span = ordered(_with_incidents(whole, parts))
    for one in single:
        account.reasons[one.lead.id] = "an incident, which the totals already count"
    return account


def _with_incidents(whole: Span, parts: Span) -> Span:
    """Totals with incidents that are parts of them: more dead in incidents than in any total raise the most."""
    if parts.high is None or (whole.high is not None and whole.high >= parts.high):
        return whole
    return replace(whole, high=parts.high, highs=parts.highs)


def span_of(one: Announcement, policy: Policy) -> Span:
    """The bounds that an announcement gives. What is only possible moves the most and nothing else."""
    told, claim = one.best, one.lead.id
    claims = tuple(part.id for part in told.claims)
    low, high = told.low, told.high if told.high is not None else told.low
    if low is None and high is None:
        if policy != "acled":
            return Span(open=True, opens=(claim,))
        low = high = acled_number(one)
    open_end = told.high is None
    if one.lead.certainty == "possible":
        low = None
    return Span(
        low=low,
        lows=claims if low is not None else (),
        best=low,
        bests=claims if low is not None else (),
        high=high,
        highs=claims if high is not None else (),
        open=open_end,
        opens=claims if open_end else (),
    )


def acled_number(one: Announcement) -> int:
    """The number that ACLED writes for vague words: dozens 12, hundreds 100, a bare plural 3."""
    words = one.lead.evidence[0].exact.casefold()
    return next((number for word, number in _ACLED_WORDS if word in words), _ACLED_PLURAL)


# ---------------------------------------------------------------- totals and what was added to them


def _totals(totals: Sequence[Announcement], added: Sequence[Announcement], cell: Cell, account: CellAccount) -> Span:
    told: dict[str, list[Announcement]] = defaultdict(list)
    for one in totals:
        told[one.voice].append(one)
    accounts = [_one_account(series, added, cell, account) for series in told.values()]
    if not accounts:
        return _only_added(added, cell.policy)
    return _compete_by_count(accounts)


def _compete_by_count(accounts: Sequence[Account]) -> Span:
    """Everybody's figures compete, but allies who may count different people are put together first."""
    counts: dict[str, list[Account]] = defaultdict(list)
    for one in accounts:
        if one.count is not None:
            counts[one.count].append(one)
    if len(counts) < 2:
        return _current(accounts)
    allies = Account(
        span=overlap([_current(counts[count]) for count in sorted(counts)]),
        day=max(one.day for one in accounts if one.count is not None),
        third_party=False,
        count=None,
    )
    return _current([allies, *(one for one in accounts if one.count is None)])


def _current(accounts: Sequence[Account]) -> Span:
    """The least of the latest day's figures, the most of all."""
    latest = max((one.day for one in accounts if one.span.low is not None), default=0)
    current = [one.span for one in accounts if one.day >= latest]
    preferred = [one.span for one in accounts if one.day >= latest and one.third_party]
    span = compete(current, preferred)
    most = compete([one.span for one in accounts])
    return replace(span, high=most.high, highs=most.highs)


def _one_account(
    series: Sequence[Announcement], added: Sequence[Announcement], cell: Cell, account: CellAccount
) -> Account:
    series = _without_old_words(series, account)
    span = compete([span_of(one, cell.policy) for one in series])
    day = max(ordinal(one.last) for one in series)
    sure: list[Announcement] = []
    unsure: list[Announcement] = []
    for more in added:
        if not _of_one_count(more, series[0], cell):
            continue
        account.reasons.setdefault(more.lead.id, "an increment that a total already counts")
        if more.lead.id not in cell.counted:
            (sure if ordinal(more.day) > day else unsure if ordinal(more.day) == day else []).append(more)
    for more in sure:
        account.reasons[more.lead.id] = "added to the total before it"
    for more in unsure:
        account.reasons.setdefault(more.lead.id, "may have been added to the total of its day: moves the most only")
    return Account(
        span=_raised(span, sure, unsure, cell.policy),
        day=max((day, *(ordinal(more.day) for more in sure))),
        third_party=series[0].value.posture == "third_party",
        count=_count(series[0], cell),
    )


def _without_old_words(series: Sequence[Announcement], account: CellAccount) -> list[Announcement]:
    """A voice's vague words give way to its own later figure."""
    last = max((ordinal(one.day) for one in series if one.number is not None), default=0)
    kept = [one for one in series if one.number is not None or ordinal(one.day) >= last]
    for one in series:
        if one not in kept:
            account.reasons[one.lead.id] = "vague words that a later figure of the same voice replaced"
    return kept


def _raised(span: Span, sure: Sequence[Announcement], unsure: Sequence[Announcement], policy: Policy) -> Span:
    more = add((span, *(span_of(one, policy) for one in sure)))
    if not unsure:
        return more
    most = add((more, *(span_of(one, policy) for one in unsure)))
    return replace(most, low=more.low, lows=more.lows, best=more.best, bests=more.bests)


def _only_added(added: Sequence[Announcement], policy: Policy) -> Span:
    """Increments without the total that they add to: their sum, and an unknown number more."""
    span = add(span_of(one, policy) for one in added)
    if span.empty:
        return span
    return replace(span, open=True, opens=span.highs)


def _count(one: Announcement, cell: Cell) -> str | None:
    return cell.counts.get(one.voice) if one.value.posture == "own_loss" else None


def _of_one_count(one: Announcement, other: Announcement, cell: Cell) -> bool:
    count = _count(one, cell)
    return one.voice == other.voice or (count is not None and count == _count(other, cell))


# ---------------------------------------------------------------- incidents


def _incidents(single: Sequence[Announcement], cell: Cell, account: CellAccount) -> Span:
    """Linked incidents add up; what is linked to none may be any of them."""
    linked: dict[str, list[Announcement]] = defaultdict(list)
    loose: list[Announcement] = []
    for one in single:
        incident = next((cell.incidents[c.id] for c in one.claims() if c.id in cell.incidents), None)
        if incident is None:
            loose.append(one)
        else:
            linked[incident].append(one)
    known = add(_one_incident(told, cell) for _, told in sorted(linked.items()))
    for one in loose if len(loose) + len(linked) > 1 else ():
        account.reasons[one.lead.id] = "an incident without place or day: it may be one of the others"
    return overlap((known, *(_one_incident([one], cell) for one in sorted(loose, key=lambda one: one.lead.id))))


def _one_incident(told: Sequence[Announcement], cell: Cell) -> Span:
    return _compete_by_count(
        [
            Account(
                span=span_of(one, cell.policy),
                day=0,
                third_party=one.value.posture == "third_party",
                count=_count(one, cell),
            )
            for one in told
        ]
    )
