"""Which figures of a few days are of one scope."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from sayso.claims import Casualty
from sayso.claims.casualty import Group, Posture, Scope
from sayso.reconcile.relations_likeness import same_scope


def _told(count: int, group: Group, scope: Scope, posture: Posture) -> Casualty:
    return Casualty(
        effect="killed",
        low=count,
        high=count,
        group=group,
        scope=scope,
        posture=posture,
        happened_start=date(2031, 5, 1),
        happened_end=date(2031, 5, 2),
    )


@pytest.mark.parametrize(
    ("group", "posture", "alike"),
    [("unknown", "own_loss", False), ("combatant", "own_loss", True), ("unknown", "enemy_loss", True)],
)
def test_people_of_one_incident_beside_a_total_of_fighters(group: Group, posture: Posture, alike: bool) -> None:
    people = _told(6, group, "incident", posture)
    assert same_scope(people, _told(11, "combatant", "running_total", "affiliated")) is alike


@pytest.mark.parametrize(("posture", "alike"), [("enemy_loss", True), ("own_loss", False)])
def test_enemies_tell_of_the_very_same_weeks(posture: Posture, alike: bool) -> None:
    weeks: dict[str, Any] = {"happened_start": date(2031, 5, 1), "happened_end": date(2031, 5, 20)}
    total = replace(_told(40, "combatant", "running_total", posture), **weeks)
    assert same_scope(total, replace(_told(9, "combatant", "incident", "own_loss"), **weeks)) is alike
