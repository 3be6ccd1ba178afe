"""A seeded war of numbers: reports of bare figures over many days, with the truth of every tally known beforehand.

Each side's ministry counts its dead by groups and updates the count: running totals, increments, corrections downwards.
A monitor counts too. Agencies relay, late reports repeat old figures, the enemy claims more, people deny, and wars long
past are told as background. What the tallies must say is kept as the figures are made up, not computed from the claims.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sayso.claims import AnyClaim, Casualty, ReportRecord
from sayso.claims.casualty import Effect, Group
from sayso.model import Claim, Document, Party, Record, digest

FIRST = date(2031, 1, 1)
SIDES = ("North", "South")
GROUPS: tuple[Group, ...] = ("combatant", "civilian")
AGENCIES = tuple(f"Agency {n}" for n in range(1, 41))
#: Claims in one report.
REPORT_SIZE = 8

Truth = dict[tuple[str, str, str, str], tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One figure as a report will print it."""

    number: int
    side: str
    group: Group
    source: Party | None
    posture: str
    effect: Effect = "killed"
    scope: str = "running_total"
    said_on: date
    via: str | None = None
    polarity: str = "affirm"
    background: bool = False


@dataclass(slots=True)
class War:
    """One conflict: what has been told, day by day, and what the tallies must say at the end."""

    name: str
    chance: random.Random
    told: dict[date, list[Told]] = field(default_factory=dict)
    #: (conflict, policy, side, group) -> low and high of those killed.
    truth: Truth = field(default_factory=dict)
    counts: dict[tuple[str, Group], int] = field(default_factory=dict)

    def tell(self, on: date, told: Told) -> None:
        self.told.setdefault(on, []).append(told)


def ministry(side: str) -> Party:
    return Party(name=f"{side} ministry of defence", kind="organisation", speaks_for=side, side=side, side_group=side)


MONITOR = Party(name="Relief Monitor", kind="organisation")


def war(name: str, seed: int, days: int, relays: int) -> War:
    """A war of so many days, each figure relayed so often."""
    made = War(name, random.Random(f"{seed} {name}"))
    for side in SIDES:
        for group in GROUPS:
            _one_count(made, side, group, days, relays)
    return made


def _one_count(made: War, side: str, group: Group, days: int, relays: int) -> None:
    """The ministry's and the monitor's running count of one side and group, and everything said around it."""
    chance, count = made.chance, made.chance.randint(10, 60)
    enemy = next(other for other in SIDES if other != side)
    seen = count
    for n in range(days):
        on = FIRST + timedelta(days=n)
        added = chance.randint(1, 30)
        corrected = n > 2 and chance.random() < 0.05
        count = count - chance.randint(1, 5) if corrected else count + added
        seen = count + chance.choice((-3, -2, 0, 0, 2, 4))
        if not corrected and n > 0:
            made.tell(on, _figure(side, group, ministry(side), added, on, scope="increment"))
        _relayed(made, _figure(side, group, ministry(side), count, on), on, relays)
        _relayed(made, _figure(side, group, MONITOR, seen, on, posture="third_party"), on, max(1, relays // 3))
        if chance.random() < 0.3:
            late = on + timedelta(days=chance.randint(1, 4))
            if late < FIRST + timedelta(days=days):
                made.tell(late, _figure(side, group, ministry(side), count, on, via=chance.choice(AGENCIES)))
        if chance.random() < 0.3:
            claimed = count * 4 + chance.randint(10, 99)
            made.tell(on, _figure(side, group, ministry(enemy), claimed, on, posture="enemy_loss"))
        if chance.random() < 0.1:
            made.tell(on, _figure(side, group, ministry(side), count * 4, on, polarity="deny"))
        if chance.random() < 0.1:
            made.tell(on, _figure(side, group, None, chance.randint(900, 9000), on, background=True))
    made.truth[made.name, "own", side, group] = (count, count)
    made.truth[made.name, "independent", side, group] = (seen, seen)
    made.truth[made.name, "range", side, group] = (min(count, seen), max(count, seen))
    made.counts[side, group] = count


def _figure(side: str, group: Group, source: Party | None, number: int, on: date, **known: Any) -> Told:
    posture = known.pop("posture", "own_loss" if source else "unknown")
    return Told(number=number, side=side, group=group, source=source, posture=posture, said_on=on, **known)


def _relayed(made: War, told: Told, on: date, relays: int) -> None:
    for _ in range(made.chance.randint(1, relays)):
        via = made.chance.choice(AGENCIES)
        made.tell(on, Told(**{**{name: getattr(told, name) for name in Told.__slots__}, "via": via}))


def reports(made: War) -> Iterator[ReportRecord]:
    """The reports of a war, shuffled: each prints some of what was told that day."""
    written = []
    for on, told in sorted(made.told.items()):
        made.chance.shuffle(told)
        for n, printed in enumerate(_printed(told)):
            written.append(_report(f"{made.name} {on} {n}", on, printed, made.name))
    made.chance.shuffle(written)
    yield from written


def _printed(told: list[Told]) -> Iterator[list[Told]]:
    """What each report prints: some figures of the day, none of them twice."""
    left = told
    while left:
        seen: set[tuple[object, ...]] = set()
        printed: list[Told] = []
        rest: list[Told] = []
        for figure in left:
            key = (figure.side, figure.group, figure.posture, figure.scope, figure.number)
            (rest if key in seen or len(printed) == REPORT_SIZE else printed).append(figure)
            seen.add(key)
        yield printed
        left = rest


def _report(name: str, on: date, told: list[Told], conflict: str) -> ReportRecord:
    text, spans = name, []
    for figure in told:
        start = len(text) + 2
        text += f". {figure.number} of {figure.side}, {figure.group}"
        spans.append((start, len(text)))
    identifier = digest(name)
    document = Document(
        id=identifier,
        text=text,
        name=name,
        text_digest=digest(text),
        published=on,
        published_basis="given",
        sample=True,
    )
    claims = tuple(_claim(document, figure, span) for figure, span in zip(told, spans, strict=True))
    return Record(document=document, claims=claims, conflict=conflict)


def _claim(document: Document, told: Told, span: tuple[int, int]) -> AnyClaim:
    value: Any = Casualty(
        effect=told.effect,
        low=told.number,
        high=told.number,
        group=told.group,
        side=told.side,
        side_group=told.side,
        scope=told.scope,  # type: ignore[arg-type]
        posture=told.posture,  # type: ignore[arg-type]
    )
    return Claim(
        id=digest(document.id, span[0]),
        evidence=(document.evidence(*span),),
        value=value,
        origin="synthetic",
        attribution=digest(document.id, told.source.name, told.via) if told.source else None,
        source=told.source,
        via=(Party(name=told.via, kind="outlet"),) if told.via else (),
        said_on=told.said_on,
        polarity=told.polarity,  # type: ignore[arg-type]
        background=told.background,
    )


def wars(claims: int, seed: int = 1) -> tuple[list[ReportRecord], Truth]:
    """About so many claims over wars of thirty days, and the truth of their tallies."""
    records: list[ReportRecord] = []
    truth: Truth = {}
    made = 0
    while made < claims:
        one = war(f"war-{len(truth) // 12 + 1}", seed, days=30, relays=12)
        written = list(reports(one))
        records.extend(written)
        truth.update(one.truth)
        made += sum(len(record.claims) for record in written)
    return records, truth
