"""Whether two figures of a report count the same harm: every reason why they may not, from the plain to the subtle.

What the report leaves open (side, place) is filled by nearness: such figures must stand close together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.claims import CasualtyClaim
from sayso.claims.casualty import UNKNOWN
from sayso.claims.compare import cannot_both_hold, figure, windows_meet
from sayso.claims.groups import groups_overlap
from sayso.expression import Expression
from sayso.model import Party
from sayso.reconcile.context import own_voice, voice
from sayso.reconcile.near import Page, first_span, subgroup
from sayso.reconcile.relations_contrasts import is_smaller_part
from sayso.reconcile.relations_likeness import (
    enemies_tell,
    of_one_order,
    same_group,
    same_scope,
)
from sayso.reconcile.relations_setting import Setting, part_and_whole, places_apart

#: Within this distance (characters) figures whose side or place one of them leaves open are of one thing.
NEAR = 500
#: Two enemies answer each other over this distance, though one tells first all that it has to tell.
FAR = 1150
#: "People" and soldiers are taken for the same dead where at most so many sentence ends stand between them.
TOGETHER = 2
#: "Another", "two more": people beside those counted before; "both": the same people again.
_MORE = Expression(
    r"\b(?:another|both|others?|(?<!or\s)more(?!\s+than)|further|additional|fourth|fifth|sixth)\b", re.IGNORECASE
)
_SOURCES = Expression(r"\b(?:sources?|officials?|officers?)\b", re.IGNORECASE)
_CHILDREN = frozenset({"child", "pupil", "schoolchild"})
_FORCES = frozenset({"police", "policemen", "policeman", "officer", "guard", "constable"})


@dataclass(frozen=True)
class Pair:
    """Two figures by their place in the text, with what the report says around them."""

    page: Page
    one: CasualtyClaim
    other: CasualtyClaim
    #: All figures of the report by whose word they are, each by place.
    by_voice: Mapping[str, Sequence[CasualtyClaim]]
    settings: Mapping[str, Setting]

    @property
    def both(self) -> tuple[CasualtyClaim, CasualtyClaim]:
        """The figures, by place."""
        return self.one, self.other

    @cached_property
    def by_size(self) -> tuple[CasualtyClaim, CasualtyClaim]:
        """The smaller figure and the larger."""
        one, other = self.both
        return (one, other) if (figure(one.value) or 0) <= (figure(other.value) or 0) else (other, one)

    @cached_property
    def distance(self) -> int:
        """Characters between the figures."""
        return self.page.distance(first_span(self.one), first_span(self.other))

    @cached_property
    def sentences(self) -> int:
        """Sentence ends between the figures."""
        return self.page.sentences_between(first_span(self.one), first_span(self.other))

    def in_its_voice(self, claim: CasualtyClaim) -> Sequence[CasualtyClaim]:
        """All figures that the report has on the same word as this one, itself among them."""
        return self.by_voice[voice(claim)]

    def is_bodies(self, claim: CasualtyClaim) -> bool:
        """True for bodies found, counted or handed over."""
        return self.settings[claim.id].bodies

    @property
    def near(self) -> bool:
        """True where the figures stand close together."""
        return self.distance <= NEAR

    @cached_property
    def one_side(self) -> bool:
        """True where both are known to count people of one side."""
        return self.one.value.side_group == self.other.value.side_group != UNKNOWN

    @cached_property
    def enemies(self) -> bool:
        """True where one side tells of its own loss and another of the same side's loss."""
        return enemies_tell(self.one.value, self.other.value)


def exclude_each_other(pair: Pair) -> bool:
    """True where two voices count the same harm with numbers that cannot both hold."""
    apart = cannot_both_hold(pair.one.value, pair.other.value) or _more_bodies(pair) or _losses_and_dead(pair)
    return apart and next(objections(pair), None) is None


def objections(pair: Pair) -> Iterator[str]:
    """Why two figures may not count the same harm; the first reason decides, and the later ones cost more."""
    first, second = pair.one.value, pair.other.value
    if not _two_voices(pair):
        yield "one voice"
    if first.effect != second.effect and not _losses_and_dead(pair):
        yield "another effect"
    if not same_group(first, second) or not _same_people(pair):
        yield "other people"
    if not windows_meet(first, second) or not same_scope(first, second):
        yield "another time"
    if {first.group, second.group} == {"unknown", "combatant"} and pair.sentences > TOGETHER:
        yield "people and soldiers told far from each other"
    if not _of_one_order(pair):
        yield "another order of magnitude"
    if any(_MORE.search(first_span(claim).exact) for claim in pair.both):
        yield "people beside others, or again"
    if _is_part(pair) or _bodies_of_more(pair) or _less_than_told(pair) or _one_of_a_list(pair):
        yield "a part"
    if _another_event(pair):
        yield "another event"
    if any(own_voice(claim) and pair.page.in_headline(first_span(claim)) for claim in pair.both):
        yield "the report's headline"
    if not _sides_agree(pair):
        yield "another side"
    if not (pair.near or _places_told(pair) or first.place == second.place or _enemies_of_a_day(pair)):
        yield "far apart"


def _losses_and_dead(pair: Pair) -> bool:
    """True for a side's "losses" and its dead as two enemies count them, in numbers that differ."""
    first, second = pair.one.value, pair.other.value
    return (
        {first.effect, second.effect} == {"killed", "unspecified"}
        and pair.enemies
        and pair.one_side
        and first.group == second.group
        and first.modality == second.modality == "exact"
        and 0 < (first.low or 0) != (second.low or 0) > 0
    )


def _two_voices(pair: Pair) -> bool:
    """Two who tell; "security sources" and the army are of one side, and yet two."""
    if all(map(own_voice, pair.both)):
        return False
    return voice(pair.one) != voice(pair.other) or _unnamed_beside_body(pair)


def _unnamed_beside_body(pair: Pair) -> bool:
    one, other = pair.one.source, pair.other.source
    return one is not None and other is not None and is_unnamed(one) != is_unnamed(other)


def is_unnamed(party: Party | None) -> bool:
    """True for "security sources" and the like."""
    return party is not None and party.kind == "unnamed" and _SOURCES.search(party.name) is not None


def _same_people(pair: Pair) -> bool:
    """True where the words name one part of a group, or none.

    Bodies are the dead where they are more than were told dead, or where a side tells its own dead so.
    """
    if pair.is_bodies(pair.one) != pair.is_bodies(pair.other):
        return _more_bodies(pair) or _bodies_and_dead(pair)[0].value.posture == "own_loss"
    parts = {subgroup(pair.one), subgroup(pair.other)}
    if len(parts) == 1 or parts <= _CHILDREN:
        return True
    several = (figure(pair.by_size[0].value) or 0) > 1
    return several and None in parts and bool(parts & _FORCES) and pair.enemies


def _bodies_and_dead(pair: Pair) -> tuple[CasualtyClaim, CasualtyClaim]:
    return pair.both if pair.is_bodies(pair.one) else (pair.other, pair.one)


def _more_bodies(pair: Pair) -> bool:
    """True where more bodies were counted than another told dead before: fewer need not be all."""
    bodies, dead = _bodies_and_dead(pair)
    if not pair.is_bodies(bodies) or subgroup(dead) is not None or dead.value.effect != "killed" or dead.value.vague:
        return False
    if bodies is pair.one and not pair.enemies:
        return False  # what is told behind bodies may be of another place
    told = dead.value.high
    return told is not None and (bodies.value.low or 0) > told and groups_overlap(bodies.value.group, dead.value.group)


def _of_one_order(pair: Pair) -> bool:
    enemies = any(
        pair.settings[claim.id].own_deed and other.value.posture == "own_loss"
        for claim, other in (pair.both, (pair.other, pair.one))
    )
    return of_one_order(pair.one.value, pair.other.value, enemies=enemies) or _enemies_of_a_side_left_open(pair)


def _is_part(pair: Pair) -> bool:
    """True where the words make the smaller figure a part of the larger, or give each a place of its own."""
    smaller, larger = (pair.settings[claim.id] for claim in pair.by_size)
    if pair.enemies and (None in (smaller.place, larger.place) or _fighters_of_one_side(pair)):
        return smaller.partial
    one_subgroup = subgroup(pair.one) is not None and subgroup(pair.one) == subgroup(pair.other)
    return places_apart(smaller, larger) or part_and_whole(smaller, larger, one_subgroup=one_subgroup)


def _fighters_of_one_side(pair: Pair) -> bool:
    """True for fighters of one side, whose fight its enemies place otherwise: in the town, in the district."""
    return pair.one_side and "combatant" in (pair.one.value.group, pair.other.value.group)


def _one_of_a_list(pair: Pair) -> bool:
    """True where the smaller with all told beside it is the larger: "12 men, five women and two children" are 19."""
    smaller, larger = pair.by_size
    listed = [
        claim
        for claim in pair.in_its_voice(smaller)
        if claim.value.effect == smaller.value.effect
        and pair.page.sentences_between(first_span(claim), first_span(smaller)) == 0
    ]
    told_as_list = len(listed) > 2 or any(_MORE.search(first_span(claim).exact) for claim in listed)
    return told_as_list and sum(figure(claim.value) or 0 for claim in listed) == figure(larger.value)


def _another_event(pair: Pair) -> bool:
    """True where the words begin another event, or place it elsewhere than the report has the other."""
    if pair.sentences and pair.settings[pair.other.id].elsewhere:
        return True
    if "enemy_loss" in (pair.one.value.posture, pair.other.value.posture):
        return False  # enemies name one fight by many places
    return any(
        pair.settings[here.id].names_another_place(there.value.place)
        for here, there in (pair.both, (pair.other, pair.one))
        if pair.settings[there.id].place is None
    )


def _bodies_of_more(pair: Pair) -> bool:
    """True where bodies are some of the dead that their own teller has counted."""
    bodies = next((claim for claim in pair.both if pair.is_bodies(claim)), None)
    return bodies is not None and any(
        claim.value.effect == "killed"
        and not pair.is_bodies(claim)
        and (figure(claim.value) or 0) > (figure(bodies.value) or 0)
        and claim.value.side_group == bodies.value.side_group
        for claim in pair.in_its_voice(bodies)
    )


def _less_than_told(pair: Pair) -> bool:
    """True where one of them is less than its own voice has told of the same people, and no "only" sets it apart."""
    return voice(pair.one) != voice(pair.other) and any(
        is_smaller_part(claim, pair.in_its_voice(claim)) and not pair.settings[claim.id].only for claim in pair.both
    )


def _sides_agree(pair: Pair) -> bool:
    """True for one side (not two of one camp), for two open ones close together, or one that the report leaves open."""
    first, second = pair.one.value.side_group, pair.other.value.side_group
    if UNKNOWN not in (first, second):
        return first == second and pair.one.value.side == pair.other.value.side  # allies' dead are not the same dead
    return pair.near and (
        first == second
        or _enemies_of_a_side_left_open(pair)
        or any(own_voice(claim) and claim.value.side_group == UNKNOWN for claim in pair.both)
    )


def _enemies_of_a_side_left_open(pair: Pair) -> bool:
    """True for "killed 40 terrorists", told by one camp, and what the other then tells of its own fighters."""
    for open_, own in (pair.both, (pair.other, pair.one)):
        camp = open_.source.side_group if open_.source else None
        unsaid = open_.value.side_group == UNKNOWN and open_.value.posture == "unknown"
        fighters = open_.value.group == own.value.group == "combatant" and own.value.posture == "own_loss"
        if unsaid and fighters and camp not in (None, own.value.side_group) and pair.sentences <= 1:
            return all(figure(claim.value) for claim in pair.both)
    return False


def _places_told(pair: Pair) -> bool:
    return all(pair.settings[claim.id].place is not None for claim in pair.both)


def _enemies_of_a_day(pair: Pair) -> bool:
    """Two enemies on the dead of one side and time, though they stand further apart."""
    first, second = pair.one.value, pair.other.value
    days = (first.happened_start, first.happened_end), (second.happened_start, second.happened_end)
    return (
        pair.enemies
        and pair.one_side
        and first.effect == "killed"
        and first.group == second.group != UNKNOWN
        and (days[0][0] == days[1][0] or first.scope == second.scope == "running_total")
        and pair.distance <= FAR
    )
