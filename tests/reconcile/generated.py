"""Generated stories in which it is known which figures a printed total was made of."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import timedelta

from sayso.claims import ReportRecord
from sayso.claims.casualty import Group
from tests.reconcile.build import DAY, Fig, enemy, monitor, own, report

Place = tuple[str, Group]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    number: int
    records: tuple[ReportRecord, ...]
    #: Ids of the claims that the total was made of.
    parts: frozenset[str]


def generated_total(chance: random.Random, n: int) -> Case:
    """A report that prints a total, the figures it was made of, and other figures before, beside and after it."""
    sides = ["N", "S"] if chance.random() < 0.8 else ["N", "S", "W"]
    truth = _truth(chance, sides)
    elsewhere = chance.choice(list(truth)) if chance.random() < 0.15 and len(truth) > 2 else None
    figures = [Fig(n=sum(truth.values()), high=None if chance.random() < 0.3 else "same")]
    figures += [_told(chance, place, value) for place, value in truth.items() if place != elsewhere]
    figures += _beside(chance, sides, truth)
    printed = report(figures, f"case {n}")
    records = [printed, *_before(chance, n, truth), *_after(chance, n, truth)]
    wanted = {c.id for c, f in zip(printed.claims, figures, strict=True) if truth.get((f.side, f.group)) == f.n}
    if elsewhere is not None:
        other = report([_told(chance, elsewhere, truth[elsewhere])], f"case {n}, the same day")
        records.append(other)
        wanted.add(other.claims[0].id)
    chance.shuffle(records)
    return Case(number=sum(truth.values()), records=tuple(records), parts=frozenset(wanted))


def _truth(chance: random.Random, sides: list[str]) -> dict[Place, int]:
    places: list[Place] = [(side, group) for side in sides for group in ("combatant", "civilian")]
    chosen = chance.sample(places, chance.randint(2, min(4, len(places))))
    return {p: chance.randint(5, 400) if p[1] == "combatant" else chance.randint(1, 40) for p in chosen}


def _told(chance: random.Random, place: Place, value: int) -> Fig:
    side, group = place
    return own(value, side, group) if chance.random() < 0.7 else monitor(value, side, group)


def _beside(chance: random.Random, sides: list[str], truth: dict[Place, int]) -> list[Fig]:
    side = chance.choice(sides)
    figures = [own(chance.randint(10, 300), side, effect="injured")]
    if chance.random() < 0.4:
        figures.append(enemy(chance.randint(50, 900), side, "W" if side != "W" else "N"))
    if chance.random() < 0.3:
        figures.append(Fig(n=chance.randint(1000, 30000), background=True))
    spare: list[Place] = [(s, g) for s in sides for g in ("combatant", "civilian") if (s, g) not in truth]
    if spare and chance.random() < 0.4:
        figures.append(_told(chance, chance.choice(spare), chance.randint(1, 60)))
    if chance.random() < 0.3:
        figures.append(own(chance.randint(2, 60), side, "unknown"))
    return figures


def _before(chance: random.Random, n: int, truth: dict[Place, int]) -> list[ReportRecord]:
    found = []
    for back in range(1, chance.randint(1, 4)):
        figures = [_told(chance, place, max(1, value * (4 - back) // 5)) for place, value in truth.items()]
        figures.append(_rival(chance, truth))
        found.append(report(figures, f"case {n}, {back} before", DAY - timedelta(days=back)))
    return found


def _after(chance: random.Random, n: int, truth: dict[Place, int]) -> list[ReportRecord]:
    if chance.random() < 0.5:
        return []
    figures = [_told(chance, place, value + chance.randint(1, 30)) for place, value in truth.items()]
    return [
        report(figures, f"case {n}, after", DAY + timedelta(days=1)),
        report([_rival(chance, truth)], f"case {n}, rival"),
    ]


def _rival(chance: random.Random, truth: dict[Place, int]) -> Fig:
    (side, group), value = chance.choice(list(truth.items()))
    return monitor(max(1, value + chance.choice([-2, -1, 1, 2])), side, group, source="agency")
