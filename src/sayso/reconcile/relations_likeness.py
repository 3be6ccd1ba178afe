"""How alike two figures of one report are: group, scope, order of magnitude, and whose loss they tell."""

from __future__ import annotations

import re

from sayso.claims import Casualty, CasualtyClaim
from sayso.claims.casualty import UNKNOWN
from sayso.claims.compare import figure, windows_meet
from sayso.claims.groups import effects_comparable, groups_overlap
from sayso.expression import Seldom
from sayso.model import End, Judgement, JudgementKind, digest
from sayso.reconcile.near import first_span, subgroup

BY = "sayso.report@1"
#: Beyond this ratio two figures are hardly two counts of one thing, unless the text says so.
_ORDER = 5
#: So for the total of a few days and one of its fights.
_TOTAL_ORDER = 20
_BODIES_OF = Seldom("bodies|corpse|cadaver", r"\b(?:bodies\s+of|corpses?|cadavers?)\b", re.IGNORECASE)
#: The total of so many days at most may be of one fight.
FEW_DAYS = 7


def comparable(one: CasualtyClaim, other: CasualtyClaim) -> bool:
    """True where both affirm, tell of one time, and may count the same people by effect and group."""
    if "deny" in (one.polarity, other.polarity) or one.background != other.background:
        return False
    return effects_comparable(one.value.effect, other.value.effect) and groups_overlap(
        one.value.group, other.value.group
    )


def same_group(one: Casualty, other: Casualty) -> bool:
    """True for one group, or where one of them is open."""
    return one.group == other.group or "unknown" in (one.group, other.group)


def same_scope(one: Casualty, other: Casualty) -> bool:
    """True for one scope, or an open one beside an incident; else for the total of a few days that both tell of."""
    scopes = {one.scope, other.scope}
    if len(scopes) == 1 or scopes <= {"incident", "unknown"}:
        return True
    low, high = sorted((figure(one) or 0, figure(other) or 0))
    return "increment" not in scopes and _of_the_same_days(one, other) and high <= _TOTAL_ORDER * (low or high)


def _of_the_same_days(one: Casualty, other: Casualty) -> bool:
    """True for the same few days; of enemies' counts for days within each other's, as a total takes in its fights.

    Enemies who tell of the very same days, however many, tell of one fight.
    """
    if _people_and_fighters(one, other) and "enemy_loss" not in (one.posture, other.posture):
        return False
    days = (one.happened_start, one.happened_end)
    same = None not in days and days == (other.happened_start, other.happened_end)
    enemies = enemies_tell(one, other)
    if same and enemies and days[0] != days[1]:
        return True
    return _of_a_few_days(one) and _of_a_few_days(other) and (same or (enemies and windows_meet(one, other)))


def _people_and_fighters(one: Casualty, other: Casualty) -> bool:
    """ "Six people died in shelling" tells nothing of how many soldiers have fallen in those days."""
    told = {(value.scope, value.group) for value in (one, other)}
    return told == {("incident", "unknown"), ("running_total", "combatant")}


def _of_a_few_days(value: Casualty) -> bool:
    start, end = value.happened_start, value.happened_end
    return start is not None and end is not None and (end - start).days <= FEW_DAYS


def side_known_to_differ(one: Casualty, other: Casualty) -> bool:
    """True where both have a side, and not the same."""
    return UNKNOWN not in (one.side_group, other.side_group) and one.side_group != other.side_group


def enemies_tell(one: Casualty, other: Casualty) -> bool:
    """True where a side or its friends tell of its loss, and its enemies tell of it too: such counts lie far apart."""
    postures = {one.posture, other.posture}
    return len(postures) == 2 and postures < {"own_loss", "enemy_loss", "affiliated"}


def of_one_order(one: Casualty, other: Casualty, *, enemies: bool = False) -> bool:
    """True where the numbers lie within a small ratio; none at all only for one side and group.

    `enemies`: the words say that one tells of its own loss and the other of its own deed.
    """
    first, second = figure(one), figure(other)
    if first is None or second is None:
        return False
    if 0 in (first, second):
        return one.side_group == other.side_group != UNKNOWN and one.group == other.group
    if (enemies or enemies_tell(one, other)) and one.side_group == other.side_group != UNKNOWN:
        return True
    return max(first, second) <= _ORDER * min(first, second)


def is_bodies(figure_told: CasualtyClaim) -> bool:
    """True for bodies found, counted or handed over: "19 bodies", "the bodies of 19 rebels"."""
    return (subgroup(figure_told) or "").startswith("bod") or _BODIES_OF.search(
        first_span(figure_told).exact
    ) is not None


def judgement(kind: JudgementKind, subject: CasualtyClaim, object_: CasualtyClaim, why: dict[str, str]) -> Judgement:
    """A judgement of one figure against another, shown by the words of the first."""
    return Judgement(
        id=digest(kind, subject.id, object_.id),
        kind=kind,
        subject=End(claims=(subject.id,), party=subject.source),
        object=End(claims=(object_.id,), party=object_.source),
        evidence=(first_span(subject),),
        why=why,
        by=BY,
    )
