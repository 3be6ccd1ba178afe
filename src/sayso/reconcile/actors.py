"""Allies who count their own dead: whether two of them count the same people.

A state and a breakaway region that it backs, or a government and the foreign force that fights beside it: the reports
seldom say whether one's count holds the other's. Two voices of a camp count the same people where the reports give both
figures to one party's dead, or where they once gave the same figure (within a twentieth) within a day, be it as the
total that they then add to. Else their counts may overlap or not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sayso.claims.casualty import BOTH, UNKNOWN, Effect, Group
from sayso.reconcile.announcements import Announcement, slack


def counts(found: Sequence[Announcement]) -> Mapping[str, str]:
    """Voice -> the count that its own-loss figures of a side belong to, named by one of its voices.

    `found`: all announcements about the side's dead, injured and so on, superseded ones too.
    """
    told: dict[str, list[Announcement]] = defaultdict(list)
    for one in found:
        if one.value.posture == "own_loss":
            told[one.voice].append(one)
    parent = {voice: voice for voice in told}
    for voice, other in _same_counts(told):
        parent[_root(voice, parent)] = _root(other, parent)
    return {voice: _root(voice, parent) for voice in told}


def _root(voice: str, parent: dict[str, str]) -> str:
    while parent[voice] != voice:
        voice = parent[voice]
    return voice


def _same_counts(told: Mapping[str, Sequence[Announcement]]) -> list[tuple[str, str]]:
    if len(told) < 2:
        return []
    by_party: dict[str, list[str]] = defaultdict(list)
    for voice, series in sorted(told.items()):
        for party in sorted({one.value.side for one in series} - {BOTH, UNKNOWN}):
            by_party[party].append(voice)
    pairs = [pair for voices in by_party.values() for pair in pairwise(voices)]
    figures = sorted(figure for voice, series in told.items() for figure in _figures(voice, series))
    for (*cell, number, day, voice), (*same, following, later, other) in pairwise(figures):
        if cell == same and voice != other and following - number <= slack(number) and abs(later - day) <= 1:
            pairs.append((voice, other))
    return pairs


def _figures(voice: str, series: Sequence[Announcement]) -> Iterator[tuple[Effect, Group, int, int, str]]:
    """What a voice has counted: its totals, and the earlier totals that its reports tell by what they add."""
    added: dict[tuple[Effect, Group, str], int] = {
        (one.value.effect, one.value.group, document): one.number or 0
        for one in series
        if one.value.scope == "increment"
        for document in one.documents()
    }
    for one in series:
        effect, group = one.value.effect, one.value.group
        if one.number and one.day and one.value.scope == "running_total":
            steps = {added.get((effect, group, document), 0) for document in one.documents()}
            for step in sorted({0} | steps):
                if step < one.number:
                    yield effect, group, one.number - step, one.day.toordinal(), voice
