"""Claims across reports: relays of one announcement, later words of one voice, agreement and dispute between voices.

Claims meet only inside a block (conflict, side, incident's place), and there only when they share a figure and voice,
or a voice, or a day: cost grows with the number of claims, not with its square. The order of reports does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise
from typing import TypeAlias

from sayso.claims import Casualty, CasualtyClaim, ReportRecord
from sayso.claims.casualty import UNKNOWN, Effect, Group
from sayso.claims.compare import bounds, cannot_both_hold, windows_meet
from sayso.model import End, Incident, Judgement, JudgementKind, Party, digest
from sayso.reconcile.context import Shelf, own_voice
from sayso.reconcile.incidents import find_incidents
from sayso.reconcile.names import Voices, folded, place_key
from sayso.reconcile.settle import settle
from sayso.reconcile.tellings import Telling, tellings

BY = "sayso.reconcile@1"
#: What one voice has counted: (day, number).
_Counts: TypeAlias = dict[tuple[object, ...], set[tuple[int, int]]]
#: Days after which the same figure for an incident or increment is taken for another one.
_RELAY_DAYS = 2
#: Announcements of one day beyond this many are compared with their neighbours in size only.
_PAIRED = 12
#: Two figures closer than this (share, and at least 1) may be one announcement told differently.
VARIANT = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """One figure given once by one voice, with every telling and relay of it, the first on record first."""

    voice: str
    told: tuple[Telling, ...]
    #: The telling that says most.
    best: Telling
    #: The day it was first said; None where no report tells.
    day: date | None
    #: The last day on which its source is told to have said it; a relay without a day of its own does not count.
    last: date | None
    #: The claim that stands for it, and what it says.
    lead: CasualtyClaim
    value: Casualty
    #: The figure to compute with; None when vague.
    number: int | None

    def claims(self) -> Iterator[CasualtyClaim]:
        """Every claim that tells it."""
        return (claim for telling in self.told for claim in telling.claims)

    def documents(self) -> set[str]:
        """The reports that tell it."""
        return {telling.lead.evidence[0].document for telling in self.told}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """What comparing all reports gives: judgements (people's among them), incidents, announcements."""

    judgements: tuple[Judgement, ...]
    incidents: tuple[Incident, ...]
    announcements: tuple[Announcement, ...]


def reconcile(records: Sequence[ReportRecord], decided: Sequence[Judgement] = ()) -> Reconciled:
    """Compare every report with every other. `decided`: judgements kept from before; a person's beat the program's."""
    shelf = Shelf.of(distinct_records(records), [j for j in decided if j.by != BY])
    voices = Voices.of(party for claim in shelf.claims if (party := claim.source) is not None)
    found = announcements(shelf, voices)
    told = _revised_in_reports(shelf)
    made = [judgement for block in _blocks(found, shelf).values() for judgement in _judge_block(block, told, shelf)]
    incidents, links = find_incidents(shelf, BY)
    settled = settle((*_relays(found, shelf), *made, *links), decided)
    return Reconciled(judgements=settled, incidents=incidents, announcements=tuple(found))


def distinct_records(records: Sequence[ReportRecord]) -> list[ReportRecord]:
    """Each report once, in an order of its own."""
    found = {record.document.id: record for record in records}
    return [found[identifier] for identifier in sorted(found)]


# ---------------------------------------------------------------- announcements


def announcements(shelf: Shelf, voices: Voices) -> list[Announcement]:
    """Tellings of one figure by one voice about the same dead, however many reports relay it."""
    groups: dict[tuple[object, ...], list[Telling]] = defaultdict(list)
    counts: _Counts = defaultdict(set)
    for telling in tellings(shelf.claims, shelf):
        key = _announced(telling, shelf, voices)
        groups[key].append(telling)
        if telling.value.scope == "running_total" and telling.number is not None and shelf.said(telling.lead):
            counts[_count(key, telling)].add((_ordinal(shelf.said(telling.lead)), telling.number))
    found = [
        announcement(str(key[0]), told, shelf)
        for key, alike in groups.items()
        for one_group in _one_group(alike)
        for one_time in _one_time(one_group, counts[_count(key, one_group[0])], shelf)
        for told in _once_a_report(one_time, shelf)
    ]
    return sorted(found, key=lambda one: one.lead.id)


def _count(key: tuple[object, ...], telling: Telling) -> tuple[object, ...]:
    """One voice's running count of one cell: voice, dossier, side, harm and group."""
    return (*key[:3], telling.value.effect, telling.value.group)


def announcement(voice: str, told: Sequence[Telling], shelf: Shelf) -> Announcement:
    """The announcement that these tellings are of."""
    ordered = sorted(told, key=lambda telling: _order(telling, shelf)) if len(told) > 1 else told
    days = [day for telling in told for claim in telling.claims if (day := shelf.said(claim)) is not None]
    first = min(days, default=None)
    said = (telling.lead.said_on for telling in told)
    best = max(ordered, key=_says_most) if len(ordered) > 1 else ordered[0]
    return Announcement(
        voice=voice,
        told=tuple(ordered),
        best=best,
        day=first,
        last=max((day for day in said if day is not None), default=first),
        lead=best.lead,
        value=best.value,
        number=best.number,
    )


def _announced(telling: Telling, shelf: Shelf, voices: Voices) -> tuple[object, ...]:
    """What tellings must share to be one announcement; group and bare "casualties" are looked at afterwards."""
    claim, value, document = telling.lead, telling.value, telling.lead.evidence[0].document
    return (
        voices.of_claim(claim, shelf.text_of(document)),
        shelf.conflicts.get(document),
        value.side_group,
        value.scope,
        place_key(value.place) if value.place and value.scope == "incident" else None,
        telling.number,
        claim.polarity,
        claim.background,
        claim.evidence[0] if telling.number is None else None,
    )


def _one_group(told: Sequence[Telling]) -> Iterator[list[Telling]]:
    """Tellings of one effect and group; the unspecific join the specific where only one kind of these is told."""
    if len(told) == 1:
        yield list(told)
        return
    kinds: dict[tuple[Effect, Group], list[Telling]] = defaultdict(list)
    for telling in told:
        kinds[telling.value.effect, telling.value.group].append(telling)
    effects = {effect for effect, _ in kinds if effect != "unspecified"}
    joined: dict[tuple[Effect, Group], list[Telling]] = defaultdict(list)
    for (effect, group), same in kinds.items():
        sure: Effect = next(iter(effects)) if effect == "unspecified" and len(effects) == 1 else effect
        known = {g for e, g in kinds if e in (sure, "unspecified") and g != "unknown"}
        joined[sure, next(iter(known)) if group == "unknown" and len(known) == 1 else group].extend(same)
    yield from joined.values()


def _one_time(told: Sequence[Telling], count: Collection[tuple[int, int]], shelf: Shelf) -> Iterator[list[Telling]]:
    """The tellings of one moment, first ones first. `count`: (day, number) of the same voice's running total."""
    if len(told) == 1:
        yield list(told)
        return
    ordered = sorted(told, key=lambda telling: _order(telling, shelf))
    group = [ordered[0]]
    for earlier, later in pairwise(ordered):
        if _said_anew(earlier, later, count, shelf):
            yield group
            group = []
        group.append(later)
    yield group


def _said_anew(earlier: Telling, later: Telling, count: Collection[tuple[int, int]], shelf: Shelf) -> bool:
    """True where the later telling is no relay of the earlier.

    A running total is said anew where its source is told to say so after it had given another number in between; an
    incident or increment is another one after some days, or where the windows do not meet.
    """
    first, second = _ordinal(shelf.said(earlier.lead)), _ordinal(shelf.said(later.lead))
    if later.value.scope == "running_total":
        between = later.lead.said_on is not None and second - first > 1
        return between and any(first < day < second and number != later.number for day, number in count)
    return second - first > _RELAY_DAYS or not windows_meet(earlier.value, later.value)


def _once_a_report(told: Sequence[Telling], shelf: Shelf) -> Iterator[list[Telling]]:
    """What one report tells apart stays apart: its first such figure goes with the first of others, and so on."""
    if len(told) == 1:
        yield list(told)
        return
    layers: list[list[Telling]] = []
    seen: dict[str, dict[str, int]] = defaultdict(dict)
    for telling in told:
        roots = seen[telling.lead.evidence[0].document]
        layer = roots.setdefault(shelf.original(telling.lead.id), len(roots))
        if layer == len(layers):
            layers.append([])
        layers[layer].append(telling)
    yield from layers


def _order(telling: Telling, shelf: Shelf) -> tuple[int, str, int, str]:
    shown = telling.lead.evidence[0]
    return _ordinal(shelf.said(telling.lead)), shown.document, shown.start, telling.lead.id


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0


def _says_most(telling: Telling) -> tuple[bool, bool, bool, bool, str, int]:
    claim, value = telling.lead, telling.value
    return (
        value.effect != "unspecified",
        value.group not in ("unknown", "mixed"),
        claim.source is not None and claim.source.kind != "unnamed",
        claim.said_on is not None,
        claim.evidence[0].document,
        -claim.evidence[0].start,
    )


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
        value, conflict = one.value, shelf.conflicts.get(one.lead.evidence[0].document)
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
            ordered = _precedes(one, other, added) or _precedes(other, one, added) or _revised(one, other, told, shelf)
            yield from _compare(one, other, ordered)


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


def camp_key(one: Announcement) -> str:
    """Whose count it is, as a key: organs and allies that tell their own side's losses share one."""
    return f"own:{one.value.side_group}" if one.value.posture == "own_loss" else one.voice


def _revisions(block: Sequence[Announcement], added: Mapping[tuple[str, str], int]) -> Iterator[Judgement]:
    """A later running total of a voice revises its earlier one; within a day only where increments tell the order."""
    series: dict[tuple[str, Effect, Group], list[Announcement]] = defaultdict(list)
    for one in block:
        value = one.value
        if value.scope == "running_total" and one.day is not None and one.lead.polarity == "affirm":
            series[one.voice, value.effect, value.group].append(one)
    for totals in series.values():
        yield from _series(totals, added)


def _series(totals: list[Announcement], added: Mapping[tuple[str, str], int]) -> Iterator[Judgement]:
    totals.sort(key=lambda one: (_ordinal(one.day), one.number or 0, one.lead.id))
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
    """True where the report of a total says what was added to an earlier one, and the other is that one (about)."""
    if before.value.scope != "running_total" or camp_key(before) != camp_key(one) or not added:
        return False
    number, floor, camp = one.number or 0, before.number or 0, camp_key(one)
    steps = [added[camp, document] for document in one.documents() if (camp, document) in added]
    return any(0 < step < number and floor <= number - step + slack(number - step) for step in steps)


def slack(number: int) -> int:
    """How far two tellings of one announcement may differ: a twentieth, at least 1."""
    return max(1, round(number * VARIANT))


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
    return cannot_both_hold(first, second) and windows_meet(first, second)


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


def camp(party: Party) -> str | None:
    """The side that a source belongs to or comes from, whether or not it speaks for it; None for a third party."""
    return party.side_group or party.side or party.speaks_for


def relations(judgements: Iterable[Judgement]) -> set[tuple[str, str, str]]:
    """(kind, subject claim, object claim) of judgements between two claims."""
    joined = (j for j in judgements if j.subject.claims and j.object.claims)
    return {(j.kind, j.subject.claims[0], j.object.claims[0]) for j in joined}
