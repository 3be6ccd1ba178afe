"""Every casualty claim with who vouches for it, whose dead it counts, who killed them, where and when.

Each claim is read by itself first (its own sentence), then beside the others: claims of one harm share what only one of
them says. Nothing is filled that neither shows; what stays open says why in ``unresolved``.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from sayso.claims import CasualtyClaim
from sayso.claims.casualty import BOTH, UNKNOWN
from sayso.expression import Expression
from sayso.link.claim_confidence import weighed
from sayso.link.claim_context import ClaimContext
from sayso.link.claim_dates import shared_window
from sayso.link.claim_sources import days_by_source, said_on
from sayso.link.communal_violence import other_community
from sayso.link.enemy_fire import state_that_counts
from sayso.link.enemy_words import speaks_of_enemy
from sayso.link.events import group_events
from sayso.link.ground import government_of
from sayso.link.inferred_sides import inferred_side, side_of_total
from sayso.link.office_voice import is_parted
from sayso.link.own_members import counts_fighters
from sayso.link.parts import parts_of_placed, share_with_parts
from sayso.link.perpetrators import (
    find_perpetrator,
    perpetrator_of_event,
    speaks_of_known_attack,
    speaks_of_new_attack,
)
from sayso.link.possessives import is_kin_of_those_before
from sayso.link.posture import Loss, Stance, find_posture
from sayso.link.readings import Reading, placed_apart, same_figure
from sayso.link.responsibility import responsible
from sayso.link.scene import Reference, Scene
from sayso.link.side_grounds import Ground
from sayso.link.sides import FOUND_BODIES, NO_SIDE, SideFinding, stated_side
from sayso.link.spots import Spots
from sayso.link.told_before import side_of_attackers, side_of_its_figure
from sayso.link.unnamed_hands import perpetrator_without_name
from sayso.link.untold_hands import alike_victims, who_is_left
from sayso.link.via import MEDIUM
from sayso.link.war_tolls import is_toll_of_years
from sayso.link.when_where import own_harm, shared_place
from sayso.model import Attribution, Party


def resolve_casualties(
    scene: Scene, claims: Sequence[CasualtyClaim], attributions: Sequence[Attribution]
) -> tuple[CasualtyClaim, ...]:
    """The claims with source, side, perpetrator, posture, place, time and confidence; speakers are resolved before.

    Never raises on any text; claims come back in the order given.
    """
    by_id = {attribution.id: attribution for attribution in attributions}
    contexts = [ClaimContext(claim=claim, scene=scene, attributions=by_id) for claim in claims]
    spots = Spots(scene, tuple(piece for attribution in attributions for piece in attribution.source))
    readings = read_claims(contexts, spots)
    enemies = _enemies(readings)
    resolved = _dated([_resolved(reading, readings, spots, enemies) for reading in readings], attributions)
    return weighed(scene.sentences, resolved, attributions)


def _dated(claims: Sequence[CasualtyClaim], attributions: Sequence[Attribution]) -> tuple[CasualtyClaim, ...]:
    """A source that is dated once in a report is dated there throughout."""
    told = [*((claim.source, claim.said_on) for claim in claims), *((a.speaker, a.said_on) for a in attributions)]
    days = days_by_source(told)
    return tuple(
        replace(claim, said_on=claim.said_on or days.get(claim.source.name)) if claim.source else claim
        for claim in claims
    )


def read_claims(contexts: Sequence[ClaimContext], spots: Spots) -> list[Reading]:
    """Side and perpetrator of every claim, read alone and then beside the others."""
    harms = [own_harm(context, spots) for context in contexts]
    events = group_events(harms)
    readings = [
        Reading(context=context, harm=harm, event=event, perpetrator=find_perpetrator(context))
        for context, harm, event in zip(contexts, harms, events, strict=True)
    ]
    for step in _STEPS:
        readings = step(readings)
    return readings


def _state_sides(readings: list[Reading]) -> list[Reading]:
    """Sides that the victims' words state; a count without a noun goes with the one before it."""
    return _in_order(readings, lambda reading: stated_side(reading.context), own_first=True)


def _infer_sides(readings: list[Reading]) -> list[Reading]:
    """Sides that the source's voice, the perpetrator or the report's one enemy imply, where no words state one."""

    def rule(reading: Reading) -> SideFinding:
        return side_of_its_figure(reading, readings) or inferred_side(reading.context, _ground(reading))

    return _in_order(readings, rule)


def _weigh_places(readings: list[Reading]) -> list[Reading]:
    """The weakest grounds last: the toll of a war is both sides', civilians belong to the country they died in."""
    return _in_order(readings, lambda reading: side_of_total(reading.context, _ground(reading)))


def _ground(reading: Reading) -> Ground:
    return Ground(perpetrator=reading.perpetrator, place=reading.harm.ground, told=reading.harm.spot is not None)


def _in_order(
    readings: list[Reading], rule: Callable[[Reading], SideFinding | None], *, own_first: bool = False
) -> list[Reading]:
    """Apply a rule to every claim without a side; a claim without a noun of its own follows the one before it."""
    found: list[Reading] = []
    for reading in readings:
        if not reading.side.basis:
            before = _whole_before(found)
            leader = before.side if before and _elliptical(reading, before) and before.side.basis else None
            reading = replace(
                reading, side=(rule(reading) or leader if own_first else leader or rule(reading)) or NO_SIDE
            )
        found.append(reading)
    return found


def _whole_before(found: Sequence[Reading]) -> Reading | None:
    """The count before, or what it is a part of: "90 people were killed, eight of them civilians, and | 300 wounded |"
    counts the wounded of those 90's sides.
    """
    if len(found) > 1 and found[-1].context.claim.value.group == "civilian" and _is_part(found[-1].context):
        whole = found[-2]
        return whole if whole.context.sentence == found[-1].context.sentence else found[-1]
    return found[-1] if found else None


def _elliptical(reading: Reading, before: Reading) -> bool:
    """ "16 soldiers were killed and over 100 wounded": the second count has no noun of its own, nor a side between."""
    one, other = reading.context, before.context
    if placed_apart(one) or is_toll_of_years(one):
        return False
    if one.sentence == other.sentence and _is_part(one) and _tells_of_parts(before, one):
        return True  # "X lost 9,000 men, including two colonels", "nine Xs, three of them civilians"
    if FOUND_BODIES.search(one.text, one.sentence[0], one.core[1]):
        return False  # whoever finds them, their side has to be told
    if (one.claim.value.effect == "displaced") != (other.claim.value.effect == "displaced"):
        return False  # who has fled is of a place, whoever fell
    gap = one.sentence_number - other.sentence_number
    if gap == 1 and is_kin_of_those_before(one) and other.claim.value.group == "civilian":
        return not _new_paragraph(one, other)
    nounless = one.nounless or (gap == 0 and _PRISONERS.fullmatch(one.victim_words) is not None)
    if not nounless or one.claim.background != other.claim.background or gap not in (0, 1):
        return False
    if (one.attribution and one.men_of != other.men_of) or (gap == 1 and _new_paragraph(one, other)):
        return False
    between = one.references(other.core[1], max(other.core[1], one.core[0]))
    sources = [piece for a in one.attributions.values() for piece in a.source]
    named = [
        r
        for r in between
        if r.group != one.scene.group(before.side.side)
        and not any(s.start < r.end and r.start < s.end for s in sources)
        and not _BY_WHOM.search(one.text, max(0, r.start - 12), r.start)
    ]
    if speaks_of_enemy(one) and not speaks_of_enemy(other):
        return False  # "one man fell and five were wounded. The losses of the enemy are up to 20 dead"
    none_of_them = gap == 0 and _NONE_OF_THEM.match(one.text, *one.core) is not None
    return not named and (one.claim.value.high != 0 or none_of_them)


#: "Two of its soldiers were hurt but none died".
_NONE_OF_THEM = Expression(r"none\b", re.IGNORECASE)

#: "killed 90 rebels and took 12 prisoners": a noun that is anybody's.
_PRISONERS = Expression(r"(?:prisoners?|captives?)", re.IGNORECASE)
#: What brings in a part of the figure before, and who harmed, between two counts of one side.
_PART_OF = Expression(r"\b(?:including|among (?:them|whom)|most of (?:them|whom))\s+$", re.IGNORECASE)
_SOME = Expression(r"\bof (?:them|whom)\b", re.IGNORECASE)
_AMONG_THEM = Expression(r"\s+(?:was |were )?among them(?=\s*(?:[.,;]|$)|\s+and\b)", re.IGNORECASE)
_BY_WHOM = Expression(r"\bby\s+(?:the\s+)?$", re.IGNORECASE)


def _tells_of_parts(whole: Reading, part: ClaimContext) -> bool:
    """True for a side that words state, or that fighters are of: what some of those are is no other side's."""
    fighters = whole.context.claim.value.group == part.claim.value.group == "combatant"
    return whole.side.basis == "stated" or (fighters and whole.side.side not in (BOTH, UNKNOWN))


def _is_part(context: ClaimContext) -> bool:
    """True for some of those told of before: "including two colonels", "three of them"."""
    inside = _PART_OF.search(context.before) or _SOME.search(context.text, context.phrase[0], context.core[1])
    return bool(inside or _AMONG_THEM.match(context.after))


def _share_sides(readings: list[Reading]) -> list[Reading]:
    """A side for claims that still have none, from a claim with the same figure or of the same sentence or event."""
    return [
        reading
        if reading.side.basis or placed_apart(reading.context) or _PART_OF.search(reading.context.before)
        else _side_of_sibling(reading, readings)
        for reading in readings
    ]


def _new_paragraph(one: ClaimContext, other: ClaimContext) -> bool:
    """True where a paragraph lies between and no pronoun reaches over it."""
    return "\n\n" in one.text[other.core[1] : one.core[0]] and not one.pronoun


def _share_sums(readings: list[Reading]) -> list[Reading]:
    """Both sides for a number that is the sum of counts of either side."""
    both = SideFinding(side=BOTH, basis="inferred", rule="sum of both sides")
    return [
        replace(r, side=both)
        if (r.side.basis != "stated" and r.side.rule != _FALLEN_FOES and _sum_of_sides(r, readings))
        or _told_by_side(r, readings)
        else r
        for r in readings
    ]


#: Bodies that a side recovers after a fight are its enemy's, whatever they add up to.
_FALLEN_FOES = "bodies recovered"


def _told_by_side(reading: Reading, readings: Sequence[Reading]) -> bool:
    """ "Nine civilians were killed: seven Northlanders and two Southlanders": what follows tells the two sides."""
    value, context = reading.context.claim.value, reading.context
    after = [
        r
        for r in readings
        if r.side.basis == "stated"
        and r.context.core[0] > context.core[0]
        and r.context.claim.value.effect == value.effect
        and r.context.sentence == context.sentence
    ]
    pairs = itertools.pairwise(after)
    return any(
        a.side.side != b.side.side and (a.context.claim.value.low or 0) + (b.context.claim.value.low or 0) == value.low
        for a, b in pairs
    )


def _side_of_sibling(reading: Reading, readings: Sequence[Reading]) -> Reading:
    for alike in (_same_words, same_figure, _same_sentence):
        sides = {r.side.side for r in readings if r.side.basis and alike(reading, r) and _may_share(reading, r)}
        if len(sides) == 1 and reading.context.claim.value.high != 0:
            return replace(
                reading, side=SideFinding(side=sides.pop(), basis="inferred", rule="another claim of the same harm")
            )
    return reading


def _may_share(reading: Reading, other: Reading) -> bool:
    """False for rebels and a state's side, for soldiers and an armed group's, and for civilians and fighters'."""
    armed = reading.context.scene.armed_group(other.side.side)
    civilian = reading.context.claim.value.group == "civilian"
    of_fighters = civilian and other.context.claim.value.group == "combatant"
    elsewhere = of_fighters and reading.harm.ground not in (None, other.side.side)
    if (civilian and armed) or elsewhere or _on_other_ground(reading, other.side.side):
        return False
    rebels, soldiers = reading.context.rebel_noun, reading.context.state_noun
    return other.side.side == BOTH or rebels in (soldiers, armed)


def _on_other_ground(reading: Reading, side: str) -> bool:
    """True for people, no fighters, whose own sentence tells that they were harmed in a state that `side` fights."""
    spot, ground, scene = reading.harm.spot, reading.harm.ground, reading.context.scene
    told = spot is not None and spot.country is not None and reading.context.claim.value.group != "combatant"
    if not told or ground in (None, side):
        return False
    return scene.hostile(side, government_of(scene.knowledge, ground)) and not is_parted(scene, ground)


def _sum_of_sides(reading: Reading, readings: Sequence[Reading]) -> bool:
    """ "12 killed" above "eight rebels, three soldiers and a clerk were killed": one count of both sides."""
    value = reading.context.claim.value
    plain = value.victims is None or _PLAIN_PEOPLE.fullmatch(value.victims.exact)
    if not plain or not value.low:
        return False
    parts = [r for r in readings if r is not reading and _may_be_part(r, reading)]
    return any(
        sum(r.context.claim.value.low or 0 for r in run) == value.low and len({_camp(r) for r in run}) > 1
        for length in (2, 3, 4)
        for run in (parts[k : k + length] for k in range(len(parts) - length + 1))
        if length == _PAIR or len({r.context.sentence for r in run}) == 1
    )


def _camp(reading: Reading) -> str:
    """The side, or rebels whom no name tells."""
    return "rebels" if reading.side.side == UNKNOWN else reading.context.scene.group(reading.side.side)


_PAIR = 2
_PLAIN_PEOPLE = Expression(r"people|persons|deaths", re.IGNORECASE)


def _may_be_part(part: Reading, whole: Reading) -> bool:
    one, other = part.context, whole.context
    if one.claim.value.effect != other.claim.value.effect or part.side.side == BOTH or not one.claim.value.low:
        return False
    if abs(one.sentence_number - other.sentence_number) > _NEAR_SENTENCES:
        return False
    sided = part.side.side != UNKNOWN or one.rebel_noun
    return sided and (other.attribution is None or one.voice == other.voice)


#: The parts of a sum stand within this many sentences of it.
_NEAR_SENTENCES = 3


def _one_account(one: Reading, other: Reading) -> bool:
    """True where two claims are one side's account, tell one figure, or are of one attack at one place."""
    same_voice = one.context.voice == other.context.voice
    same_place = one.harm.place is not None and one.harm.place == other.harm.place
    return same_voice or same_place or same_figure(one, other) or speaks_of_known_attack(other.context)


def _mutual(reading: Reading, readings: Sequence[Reading]) -> Reference | None:
    """ "killed 27 rebels and lost six soldiers": in one sentence, each side's fighters fell to the other."""
    context = reading.context
    if context.claim.value.group != "combatant" or context.claim.value.high == 0:
        return None
    group = context.scene.group(reading.side.side)
    for other in readings:
        by = other.perpetrator
        if by is None or by.group != group or other.context.sentence != context.sentence:
            continue
        if other.side.side not in (BOTH, UNKNOWN) and other.context.claim.value.group == "combatant":
            enemy = context.reference_to(other.side.side)
            return (
                enemy if context.scene.armed_group(enemy.side) != context.scene.armed_group(reading.side.side) else None
            )
    return None


def _same_words(one: Reading, other: Reading) -> bool:
    """ "A boy of 14 was killed" in a caption, word for word as in the text."""
    a, b = (r.context.text[slice(*r.context.core)] for r in (one, other))
    return one is not other and a == b and one.context.claim.value.victims is not None


def _same_sentence(one: Reading, other: Reading) -> bool:
    return (
        one.context.sentence == other.context.sentence
        and one.context.claim.value.group == other.context.claim.value.group
        and one.context.claim.attribution == other.context.claim.attribution
    )


def _share_perpetrators(readings: list[Reading]) -> list[Reading]:
    """A perpetrator that only another claim or sentence on the harm names; twice, as what is found tells of others."""
    answering: dict[int, list[Reference]] = {}
    for reference in responsible(readings[0].context.scene) if readings else ():
        answering.setdefault(_harm_before(reference.start, readings), []).append(reference)
    for _ in range(2):
        found = [_perpetrator(reading, readings, answering.get(reading.event, [])) for reading in readings]
        readings = [
            r if by is r.perpetrator else replace(r, perpetrator=by) for r, by in zip(readings, found, strict=True)
        ]
    return readings


def _harm_before(offset: int, readings: Sequence[Reading]) -> int:
    """The event that a statement of responsibility means: the harm told of last."""
    before = [r for r in readings if r.context.sentence[0] <= offset]
    return max(before, key=lambda r: r.context.core[0]).event if before else readings[0].event


def _perpetrator(reading: Reading, readings: Sequence[Reading], answering: Sequence[Reference]) -> Reference | None:
    own = reading.perpetrator
    victims = reading.context.scene.group(reading.side.side)
    if reading.side.side == BOTH:
        return None
    if own is not None and (own.group != victims or reading.context.claim.value.group != "combatant"):
        return own
    if reading.context.claim.value.effect == "displaced":
        return None  # who drove them out stands beside them, or nowhere
    if reading.side.side == UNKNOWN:
        return state_that_counts(reading.context)
    found = _told_elsewhere(reading, readings, answering)
    return None if found is not None and _blames_itself(reading, found) else found


def _blames_itself(reading: Reading, by: Reference) -> bool:
    """True where a side's own word on its own people would be read as an account of what that side did."""
    context, side = reading.context, reading.side.side
    scene, camp = context.scene, context.camp
    if camp is None or by.group != scene.group(camp):
        return False
    return scene.group(side) == by.group or government_of(scene.knowledge, side) == camp


def _told_elsewhere(reading: Reading, readings: Sequence[Reading], answering: Sequence[Reference]) -> Reference | None:
    """Who did it by the other claims and sentences on the same harm."""
    victims = reading.context.scene.group(reading.side.side)
    mutual = _mutual(reading, readings)
    if mutual is not None:
        return mutual
    if speaks_of_new_attack(reading.context):
        return next((a for a in answering if a.group != victims), None)
    shared = {
        r.perpetrator.group: r.perpetrator
        for r in readings
        if r.perpetrator is not None
        and r.event == reading.event
        and r.perpetrator.group != victims
        and r.context.claim.value.scope == reading.context.claim.value.scope
        and alike_victims(r, reading)
        and _one_account(r, reading)
        and (
            r.context.scene.group(r.side.side) == victims or reading.context.claim.value.group in ("civilian", "mixed")
        )
    }
    if len(shared) == 1:
        return next(iter(shared.values()))
    if shared:
        return None
    told = perpetrator_of_event(reading.context, reading.side.side, answering)
    return told or who_is_left(reading, readings)


def _between_communities(readings: list[Reading]) -> list[Reading]:
    """Whom one of two communities harmed is the other's, before the country they live in or that counts them."""
    return [replace(r, side=other_community(r.context, r.side, r.perpetrator) or r.side) for r in readings]


_STEPS: Sequence[Callable[[list[Reading]], list[Reading]]] = (
    _state_sides,
    _infer_sides,
    share_with_parts,
    _share_sums,
    _share_sides,
    _weigh_places,
    parts_of_placed,
    _share_perpetrators,
    side_of_attackers,
    _between_communities,
    _infer_sides,
)


def _resolved(
    reading: Reading, readings: Sequence[Reading], spots: Spots, enemies: frozenset[frozenset[str]]
) -> CasualtyClaim:
    context, side = reading.context, reading.side
    posture = find_posture(context, Loss(side=side.side, perpetrator=reading.perpetrator, enemies=enemies))
    if posture.posture == "unknown" and context.speaker is not None and context.speaker.kind == "unnamed":
        posture = _posture_of_named(reading, readings, enemies) or posture
    event = [r.harm for r in readings if r.event == reading.event]
    place, window = shared_place(reading.harm, event, spots), shared_window(reading.harm, event)
    value = replace(
        context.claim.value,
        group="combatant" if counts_fighters(context) else context.claim.value.group,
        side=side.side,
        side_group=context.scene.group(side.side),
        side_basis=side.basis,
        perpetrator=reading.perpetrator.side if reading.perpetrator else perpetrator_without_name(reading, readings),
        posture=posture.posture,
        place=place,
        happened_start=window[0] if window else None,
        happened_end=window[1] if window else None,
    )
    open_fields = {
        "side": None if side.basis else "no words, speaker, perpetrator or place tell whose they are",
        "posture": posture.why,
        "place": None if place else "the report names no place for this harm",
        "happened": None if window else "the report gives no day for this harm, or none that can be resolved",
        "source": _source_open(context),
    }
    return replace(
        context.claim,
        value=value,
        # The denial is the denier's, on record as a judgement; the figure itself is affirmed by whose figure it is.
        polarity="affirm" if context.disputed else context.claim.polarity,
        source=context.speaker,
        via=_relays(context),
        said_on=said_on(context.scene, context.attribution, context.core),
        unresolved={**context.claim.unresolved, **{name: why for name, why in open_fields.items() if why}},
    )


def _posture_of_named(
    reading: Reading, readings: Sequence[Reading], enemies: frozenset[frozenset[str]]
) -> Stance | None:
    """ "Officials said": how those stand who give the same figure for the same side by name, where they agree."""
    named = [
        find_posture(r.context, Loss(side=r.side.side, perpetrator=r.perpetrator, enemies=enemies))
        for r in readings
        if same_figure(r, reading)
        and r.side.side == reading.side.side
        and r.context.speaker is not None
        and r.context.speaker.kind != "unnamed"
    ]
    return named[0] if named and len({stance.posture for stance in named}) == 1 else None


def _enemies(readings: Sequence[Reading]) -> frozenset[frozenset[str]]:
    """Pairs of sides of which one killed fighters of the other, as the report tells it."""
    return frozenset(
        frozenset((r.perpetrator.group, r.context.scene.group(r.side.side)))
        for r in readings
        if r.perpetrator is not None and r.side.basis == "stated" and r.context.claim.value.group == "combatant"
    )


def _source_open(context: ClaimContext) -> str | None:
    attribution = context.attribution
    if attribution is None or attribution.speaker is not None:
        return None
    return attribution.unresolved.get("speaker", "the source could not be resolved")


def _relays(context: ClaimContext) -> tuple[Party, ...]:
    """Who passes the words on: the attribution's own relays, then the speakers of the attributions around it.

    A medium ("a statement", "a televised address") relays nothing that its speaker did not say, and stays with the
    attribution.
    """
    found: list[Party] = []
    attribution, seen = context.attribution, set[str]()
    while attribution is not None and attribution.id not in seen:
        seen.add(attribution.id)
        if len(seen) > 1 and attribution.speaker is not None:
            found.append(attribution.speaker)
        found.extend(party for party in attribution.via if party.role != MEDIUM)
        attribution = context.attributions.get(attribution.within or "")
    source = context.speaker.name if context.speaker else None
    return tuple({party.name: party for party in found if party.name != source}.values())
