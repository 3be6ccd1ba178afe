"""Claims across reports: relays of one announcement, later words of one voice, agreement and dispute between voices.

Claims meet only inside a block (conflict, side, incident's place), and there only when they share a figure and voice,
or a voice, or a day: cost grows with the number of claims, not with its square. The order of reports does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise

from sayso.claims import ReportRecord
from sayso.claims.casualty import UNKNOWN, Effect, Group
from sayso.claims.compare import bounds, cannot_both_hold, windows_meet
from sayso.model import End, Incident, Judgement, JudgementKind, digest
from sayso.reconcile.announcements import Announcement, announcements, camp, camp_key, slack
from sayso.reconcile.context import Shelf, ordinal, own_voice
from sayso.reconcile.incidents import find_incidents
from sayso.reconcile.names import Voices, folded, place_key
from sayso.reconcile.settle import settle, settled_records

BY = "sayso.reconcile@1"
#: Announcements of one day beyond this many are compared with their neighbours in size only.
_PAIRED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """What comparing all reports gives: judgements (people's among them) and incidents."""

    judgements: tuple[Judgement, ...]
    incidents: tuple[Incident, ...]


def reconcile(records: Sequence[ReportRecord], decided: Sequence[Judgement] = ()) -> Reconciled:
    """Compare every report with every other. `decided`: judgements kept from before; a person's beat the program's."""
    shelf = Shelf.of(settled_records(records, decided), [j for j in decided if j.by != BY])
    voices = Voices.of(party for claim in shelf.claims if (party := claim.source) is not None)
    found = announcements(shelf, voices)
    told = _revised_in_reports(shelf)
    made = [judgement for block in _blocks(found, shelf).values() for judgement in _judge_block(block, told, shelf)]
    incidents, links = find_incidents(shelf, BY)
    settled = settle((*_relays(found, shelf), *made, *links), decided)
    return Reconciled(judgements=settled, incidents=incidents)


def _relays(found: Iterable[Announcement], shelf: Shelf) -> Iterator[Judgement]:
    """Every further telling repeats the first, unless its own report says already that it repeats another."""
    for one in (one for one in found if len(one.told) > 1):
        roots = list(dict.fromkeys(shelf.original(telling.lead.id) for telling in one.told))
        why = {"voice": one.voice, "figure": str(one.number), "said": str(one.day)}
        for later in roots[1:]:
            yield judged("repeats", later, roots[0], why)


def judged(kind: JudgementKind, subject: str, target: str, why: Mapping[str, str], score: float = 1.0) -> Judgement:
    """A judgement of the program between two claims; its id depends on nothing else."""
    return Judgement(
        id=digest(kind, subject, target, BY),
        kind=kind,
        subject=End(claims=(subject,)),
        object=End(claims=(target,)),
        why=why,
        score=score,
        by=BY,
    )


# ---------------------------------------------------------------- between announcements


def _blocks(found: Iterable[Announcement], shelf: Shelf) -> dict[tuple[object, ...], list[Announcement]]:
    blocks: dict[tuple[object, ...], list[Announcement]] = defaultdict(list)
    for one in found:
        value, conflict = one.value, shelf.conflict(one.lead)
        incident = value.scope == "incident"
        place = place_key(value.place) if incident and value.place else None
        if _comparable(one, shelf) and (place is not None or not incident):
            blocks[conflict, value.side_group, incident, place].append(one)
    return blocks


def _comparable(one: Announcement, shelf: Shelf) -> bool:
    """True for a figure of the present war and a known side that is no part of another figure of its own cell."""
    whole = shelf.by_id.get(shelf.wholes.get(one.lead.id, ""))
    part = whole is not None and (whole.value.effect, whole.value.group) == (one.value.effect, one.value.group)
    return one.number is not None and not one.lead.background and one.value.side_group != UNKNOWN and not part


def _judge_block(block: Sequence[Announcement], told: Mapping[str, set[str]], shelf: Shelf) -> Iterator[Judgement]:
    added = increments(block)
    yield from _revisions(block, added)
    for day in _days(block).values():
        for one, other in _pairs(day):
            ordered = _ordered(one, other, added) or _revised(one, other, told, shelf)
            yield from _compare(one, other, ordered)


def _ordered(one: Announcement, other: Announcement, added: Mapping[tuple[str, str], int]) -> bool:
    """True where it is known which figure of one count came first."""
    anew = one.voice == other.voice and (_later(one, other) or _later(other, one))
    return anew or _precedes(one, other, added) or _precedes(other, one, added)


def _days(block: Sequence[Announcement]) -> dict[date, list[Announcement]]:
    days: dict[date, list[Announcement]] = defaultdict(list)
    for one in block:
        day = one.value.happened_start or one.day if one.value.scope == "incident" else one.day
        if day is not None:
            days[day].append(one)
    return days


def _pairs(day: Sequence[Announcement]) -> Iterator[tuple[Announcement, Announcement]]:
    ordered = sorted(day, key=lambda one: (one.number or 0, one.lead.id))
    return combinations(ordered, 2) if len(ordered) <= _PAIRED else pairwise(ordered)


def _revised_in_reports(shelf: Shelf) -> dict[str, set[str]]:
    """First claim of a chain -> those that it revises or is revised by, as the reports themselves tell."""
    told: dict[str, set[str]] = defaultdict(set)
    for old, later in shelf.revised.items():
        for new in later:
            first, second = shelf.original(old), shelf.original(new)
            told[first].add(second)
            told[second].add(first)
    return told


def _revised(one: Announcement, other: Announcement, told: Mapping[str, set[str]], shelf: Shelf) -> bool:
    if not told:
        return False
    related = {root for claim in one.claims() for root in told.get(shelf.original(claim.id), ())}
    return bool(related) and any(shelf.original(claim.id) in related for claim in other.claims())


def increments(block: Iterable[Announcement]) -> dict[tuple[str, str], int]:
    """(camp, report) -> what that report says was added: tells the order of two totals of one day."""
    return {
        (camp_key(one), document): one.number or 0
        for one in block
        if one.value.scope == "increment"
        for document in one.documents()
    }


def _revisions(block: Sequence[Announcement], added: Mapping[tuple[str, str], int]) -> Iterator[Judgement]:
    """A later running total of a voice revises its earlier one, and its later word on one harm the earlier.

    Within a day only where increments tell the order.
    """
    series: dict[tuple[str, Effect, Group, date | None], list[Announcement]] = defaultdict(list)
    for one in block:
        value = one.value
        harm = value.happened_start if value.scope == "incident" else None
        if (value.scope == "running_total" or harm) and one.day is not None and one.lead.polarity == "affirm":
            series[one.voice, value.effect, value.group, harm].append(one)
    for totals in series.values():
        yield from _series(totals, added)


def _series(totals: list[Announcement], added: Mapping[tuple[str, str], int]) -> Iterator[Judgement]:
    totals.sort(key=lambda one: (ordinal(one.day), one.number or 0, one.lead.id))
    current: list[Announcement] = []
    for one in totals:
        earlier = [before for before in current if _later(one, before) or _precedes(before, one, added)]
        for before in earlier:
            direction = "down" if (one.number or 0) < (before.number or 0) else "up"
            order = f"said {one.day} after {before.day}" if _later(one, before) else "its report tells what was added"
            yield judged("revises", one.lead.id, before.lead.id, {"order": order, "direction": direction})
        current = [*(before for before in current if before not in earlier), one]


def _later(one: Announcement, before: Announcement) -> bool:
    return one.day is not None and before.day is not None and before.day < one.day


def _precedes(before: Announcement, one: Announcement, added: Mapping[tuple[str, str], int]) -> bool:
    """True where the report of a total says what was added to an earlier one, and the other is that one (about).

    The new total may be told in the report's own voice, beside what the camp of the earlier one added.
    """
    camp = camp_key(before)
    if before.value.scope != "running_total" or not added or not (camp == camp_key(one) or own_voice(one.lead)):
        return False
    number, floor = one.number or 0, before.number or 0
    steps = [added[camp, document] for document in one.documents() if (camp, document) in added]
    return any(0 < step < number and floor <= number - step + slack(number - step) for step in steps)


def _compare(one: Announcement, other: Announcement, ordered: bool) -> Iterator[Judgement]:
    first, second = one.value, other.value
    if first.scope != second.scope or "deny" in (one.lead.polarity, other.lead.polarity):
        return
    ends = sorted((one.lead.id, other.lead.id))
    if _in_conflict(one, other) and first.scope != "increment" and not ordered:
        why = {"figures": f"{one.number} against {other.number}", "order": f"unknown within {one.day}"}
        yield judged("conflicts", ends[0], ends[1], why)
    elif _same_thing(one, other) and independent(one, other):
        why = {"voices": f"{one.voice} and {other.voice}", "figure": str(one.number)}
        yield judged("corroborates", ends[0], ends[1], why)


def _in_conflict(one: Announcement, other: Announcement) -> bool:
    """True where the figures exclude each other and count the same people by the reports' own words.

    An `unknown` group of a running total need not be the whole side, and a bare "casualties" need not be deaths. Totals
    that two reports give in their own voices are of two hours, not of two sources.
    """
    first, second = one.value, other.value
    if own_voice(one.lead) and own_voice(other.lead) and first.scope != "incident":
        return False
    if "unspecified" in (first.effect, second.effect) and first.effect != second.effect:
        return False
    if first.group != second.group and "unknown" in (first.group, second.group) and first.scope != "incident":
        return False
    if len(one.best.claims) > 1 or len(other.best.claims) > 1:
        return one.number != other.number and first.group == second.group and first.effect == second.effect
    if not cannot_both_hold(first, second) or not windows_meet(first, second):
        return False
    return first.scope != "incident" or not (one.documents() & other.documents() or _a_part_in_time(one, other))


def _a_part_in_time(one: Announcement, other: Announcement) -> bool:
    """True where the figures of two windows allow that one counts some of the days of the other.

    Counts that grow from day to day, told as of one harm: the longer window may hold more and never less.
    """
    windows = [(value.happened_start, value.happened_end) for value in (one.value, other.value)]
    (start, end), (other_start, other_end) = windows
    if start is None or end is None or other_start is None or other_end is None or windows[0] == windows[1]:
        return False
    first, second = bounds(one.value), bounds(other.value)
    if other_start <= start and end <= other_end:
        return second.high is None or first.low <= second.high
    if start <= other_start and other_end <= end:
        return first.high is None or second.low <= first.high
    return True


def _same_thing(one: Announcement, other: Announcement) -> bool:
    first, second = one.value, other.value
    if (first.effect, first.group) != (second.effect, second.group) or not windows_meet(first, second):
        return False
    close = abs((one.number or 0) - (other.number or 0)) <= slack(one.number or 0)
    return close and bounds(first).meets(bounds(second))


def independent(one: Announcement, other: Announcement) -> bool:
    """True for two primary sources of which neither relays the other and which are not of one camp."""
    a, b = one.lead.source, other.lead.source
    if a is None or b is None or one.voice == other.voice or "unnamed" in (a.kind, b.kind):
        return False
    camps = {camp(a), camp(b)}
    relayed = {folded(party.name) for claim in (*one.claims(), *other.claims()) for party in claim.via}
    return (None in camps or len(camps) == 2) and not {folded(a.name), folded(b.name)} & relayed


def relations(judgements: Iterable[Judgement]) -> set[tuple[str, str, str]]:
    """(kind, subject claim, object claim) of judgements between two claims."""
    joined = (j for j in judgements if j.subject.claims and j.object.claims)
    return {(j.kind, j.subject.claims[0], j.object.claims[0]) for j in joined}
