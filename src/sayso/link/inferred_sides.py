"""Whose dead where the victims' own words do not say: from the enemy, the speaker, the perpetrator, the place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.claims.casualty import BOTH
from sayso.expression import Expression, Seldom
from sayso.link.attacked import MILITIAMEN, target_of_attack
from sayso.link.claim_context import ClaimContext
from sayso.link.enemy_ground import on_enemy_ground
from sayso.link.enemy_words import speaks_of_enemy
from sayso.link.fight_tolls import (
    fell_between_two,
    left_by_a_fight,
    of_any_side,
    soldiers_of_two,
    told_by_a_third,
    told_by_both,
)
from sayso.link.found_bodies import bodies_recovered
from sayso.link.ground import government_of
from sayso.link.office_voice import is_parted
from sayso.link.scene import REBEL_NOUN, Reference, Scene
from sayso.link.side_grounds import Ground, Rule
from sayso.link.sides import FOUND_BODIES, NO_SIDE, SideFinding, is_third_in_a_war
from sayso.link.war_tolls import (
    goes_on_with_a_war,
    is_toll_of_years,
    is_total_of_the_war,
)


def inferred_side(context: ClaimContext, ground: Ground) -> SideFinding:
    """The side that speaker, perpetrator, place or the report as a whole imply; NO_SIDE where they imply none.

    A disputed figure without victims may be of the source's dead (whom the denier is said to have killed) or of the
    denier's own: nothing is inferred.
    """
    value = context.claim.value
    if _of_unnamed_countries(context):
        return NO_SIDE
    if value.victims is None and (value.high == 0 or context.disputed):
        return NO_SIDE if context.disputed else _first((_nobody_harmed,), context, ground)
    return _first(_INFERRED, context, ground)


def side_of_total(context: ClaimContext, ground: Ground) -> SideFinding:
    """The weaker grounds, asked when no other claim of the report tells the side: a war's toll, the place."""
    value = context.claim.value
    if _of_unnamed_countries(context) or (value.victims is None and (value.high == 0 or context.disputed)):
        return NO_SIDE
    return _first(_WEAK, context, ground)


def _of_unnamed_countries(context: ClaimContext) -> bool:
    """ "Three foreign oil workers", "48 migrants": people of no side that place, speaker or enemy could tell."""
    if context.claim.value.group == "combatant":
        return False
    return _FOREIGNERS.search(context.text, *context.phrase) is not None


_FOREIGNERS = Expression(
    r"\b(?:foreigners?|foreign (?:(?:oil|aid|relief) )?(?:workers?|nationals?|hostages?|tourists?|engineers?|civilians?"
    r"|journalists?|residents?|students?|missionar(?:y|ies)|contractors?|technicians?|employees?|captives?)"
    r"|expatriates?|expats?|migrants?(?! (?:labou?r|work)))\b",
    re.IGNORECASE,
)


def _first(rules: Sequence[Rule], context: ClaimContext, ground: Ground) -> SideFinding:
    for rule in rules:
        found = rule(context, ground)
        if found is not None and not _fell_to_itself(context, ground, found):
            return SideFinding(side=found, basis="inferred", rule=rule.__name__.strip("_").replace("_", " "))
    return NO_SIDE


def _fell_to_itself(context: ClaimContext, ground: Ground, side: str) -> bool:
    """True where fighters, whom no noun calls a state's, would be of the very side that killed them."""
    by = ground.perpetrator
    anybodys = not context.state_noun or MILITIAMEN.search(context.victim_words) is not None
    fighters = context.claim.value.group == "combatant" and anybodys
    return fighters and by is not None and by.group == context.scene.group(side)


def _nobody_harmed(context: ClaimContext, ground: Ground) -> str | None:
    """ "There were no casualties", says a side that fights somebody here: among its own, if it did not attack."""
    voice = context.voice
    if voice is None:
        return _side_of_its_man(context)
    if _did_it(context, ground) or context.scene.opponent(voice) is None:
        return None
    return context.own if _may_be_own(context, ground) else None


def _side_of_its_man(context: ClaimContext) -> str | None:
    """ "Nobody had been taken prisoner", says "a source in X's brigade", who speaks for nobody: none of X's."""
    speaker = context.speaker
    if speaker is None or speaker.side is None or context.claim.value.effect != "captured":
        return None
    return speaker.side if (speaker.affiliation or "").startswith(f"{speaker.side} ") else None


def _prisoners_taken(context: ClaimContext, ground: Ground) -> str | None:
    """ "300 prisoners were taken", "11 others captured", a side says: its enemy's, if it does not tell of its own."""
    voice, value = context.voice, context.claim.value
    if voice is None or value.effect != "captured" or value.group == "civilian" or value.high == 0:
        return None
    if context.claim.polarity == "deny" or (context.state_noun and not context.scene.contested):
        return None
    if ground.perpetrator is not None and not _did_it(context, ground):
        return None
    taken = _TAKEN.search(
        context.text,
        min(context.core[0], max(context.sentence[0], context.phrase[0] - _TOOK)),
        min(context.sentence[1], context.core[1] + _AROUND),
    )
    if taken is None or _OUR.search(context.before) or _CITIZENS.search(context.victim_words):
        return None
    return _enemy_of(context, voice)


#: So many characters around words belong to them.
_AROUND = 40
#: "taken | a pilot | prisoner": the verb before the victims.
_TOOK = 8
#: What is done with soldiers in war, and not with hostages.
_TAKEN = Expression(
    r"\b(?:(?:prisoners?|captives?)\s+(?:were|had been|have been)\s+(?:taken|seized)"
    r"|(?:taken|took)\s+(?:\w+\s+){0,3}prisoners?"
    r"|captured|surrendered|laid down (?:their|its) (?:arms|weapons)|gave (?:themselves|itself) up)\b",
    re.IGNORECASE,
)


def _hostages_held(context: ClaimContext, ground: Ground) -> str | None:
    """ "Three hostages were killed in an air strike", says the group that holds them: people of those it fights."""
    voice, scene = context.voice, context.scene
    if voice is None or not scene.armed_group(voice) or not _HOSTAGES.search(context.victim_words):
        return None
    enemy = scene.opponent(voice)
    return enemy.people if enemy is not None and not scene.armed_group(enemy.side) else None


_HOSTAGES = Expression(r"\b(?:hostages|captives)\b", re.IGNORECASE)


def _whom_its_own_killed(context: ClaimContext, ground: Ground) -> str | None:
    """ "Its forces struck a base, killing | 40 servicemen", a side says: those of whom it fights."""
    if context.voice is None or context.claim.value.group != "combatant" or not _OWN_FORCES_KILL.search(context.before):
        return None
    return _enemy_of(context, context.voice)


_OWN_FORCES_KILL = Expression(
    r"\b(?:its|our|their)\s+(?:\w+\s+)?(?:forces|troops|soldiers|fighters|men|aircraft|warplanes|jets|artillery|drones"
    r"|missiles|navy|army)\b[^.;]{0,120}\b(?:killing|wounding|eliminating|destroying)\s+"
    r"(?:(?:at least|more than|over|some|about|around|nearly|up to|as many as)\s+)?$",
    re.IGNORECASE,
)


def _enemy_of(context: ClaimContext, voice: str) -> str | None:
    """Whom a side fights in the report; None where that is open."""
    enemy = context.scene.opponent(voice) or _only_other(context)
    return enemy.side if enemy else None


def _enemy_of_speaker(context: ClaimContext, ground: Ground) -> str | None:
    told = speaks_of_enemy(context) or _OF_OTHERS.match(context.after)
    return _enemy_of(context, context.voice) if told and context.voice is not None else None


def _fighters_of_no_state(context: ClaimContext, ground: Ground) -> str | None:
    """ "Twenty fighters were killed", says a state that has soldiers, or somebody of neither side: those of the armed
    group that it fights.
    """
    victims, scene = context.claim.value.victims, context.scene
    told = victims is not None and _FIGHTERS.fullmatch(victims.exact) is not None
    if not told or scene.contested or _OUR.search(context.before):
        return None
    if context.voice is None:
        return _only_fighters(context)
    if scene.armed_group(context.voice):
        return None
    number = scene.sentence_index(context.phrase[0])
    near = scene.between(scene.sentences[max(0, number - 1)][0], context.phrase[0])
    groups = [r.side for r in near if not r.generic and scene.armed_group(r.side) and not scene.is_community(r.side)]
    enemy = scene.insurgent.side if scene.insurgent is not None else groups[-1] if groups else None
    return enemy if enemy is not None and scene.hostile(context.voice or "", enemy) else None


def _only_fighters(context: ClaimContext) -> str | None:
    """The armed group whose fighters the report means where no state's soldiers are called so."""
    scene = context.scene
    groups = {r.group for r in scene.named if scene.armed_group(r.side)}
    return scene.insurgent.side if scene.insurgent is not None and len(groups) == 1 else None


_FIGHTERS = Expression(r"(?:the\s+)?(?:armed\s+|enemy\s+)?(?:fighters|combatants)", re.IGNORECASE)
_OUR = Expression(r"\b(?:our|its|their|his|pro-government|allied)\s+(?:own\s+)?(?:\w+\s+)?$", re.IGNORECASE)


def _only_other(context: ClaimContext) -> Reference | None:
    """The only other side that the report names at all."""
    own = context.scene.group(context.voice or "")
    others = {r.group: r for r in context.scene.named if r.group != own}
    return next(iter(others.values())) if len(others) == 1 else None


def _rebels_of_the_report(context: ClaimContext, ground: Ground) -> str | None:
    insurgent, by = context.scene.insurgent, ground.perpetrator
    if _OUTLAWS.search(context.victim_words) and (_speaks_for_a_state(context) or _spoken_of_by_somebody(context)):
        return insurgent.side if insurgent is not None else _enemy_of(context, context.voice or "")
    told = (
        context.rebel_noun
        or _OF_THE_GROUP.search(context.victim_words) is not None
        or _COMRADES.search(context.victim_words) is not None
    )
    if insurgent is None and told:
        insurgent = _group_of_the_paragraph(context) or _group_that_is_fought(context, ground)
    if insurgent is None or is_third_in_a_war(context, insurgent):
        return None
    if context.voice is not None and _were_attackers(context, insurgent):
        return _enemy_named_here(context, context.voice)
    if by is not None and by.group == insurgent.group:
        return None  # those whom the armed group of the report killed are not its own
    return insurgent.side if told else None


def _were_attackers(context: ClaimContext, speaking: Reference) -> bool:
    """ "Nine of the attackers died", says the armed group that was attacked."""
    own = context.scene.group(context.voice or "") == speaking.group
    return own and context.attackers and context.claim.value.high != 0 and not _CLAIMED.search(context.before)


def _enemy_named_here(context: ClaimContext, voice: str) -> str | None:
    """The enemy of a side that the sentence names last before the victims, else the one of the report."""
    named = context.references(context.sentence[0], context.phrase[0])
    enemies = [r.side for r in named if context.scene.hostile(voice, r.side)]
    return enemies[-1] if enemies else _enemy_of(context, voice)


#: What only armed groups call their own.
_COMRADES = Expression(r"\b(?:cadres?|mujahid(?:s|een|in)?)\b", re.IGNORECASE)
#: "Eleven members of the group": of the one that the report tells of.
_OF_THE_GROUP = Expression(
    r"\b(?:members|fighters|supporters|followers|men|commanders)\s+of\s+(?:the|that|this)\s+"
    r"(?:armed\s+|rebel\s+|militant\s+)?(?:group|movement|organi[sz]ation|militia|faction)\b",
    re.IGNORECASE,
)


def _group_of_the_paragraph(context: ClaimContext) -> Reference | None:
    """The only armed group that the paragraph has named so far: "13 of X were killed. Three rebels were captured"."""
    scene, end = context.scene, context.phrase[0]
    named = (r for r in scene.between(context.text.rfind("\n\n", 0, end) + 1, end) if not r.generic)
    groups = {r.group: r for r in named if scene.armed_group(r.side) and not scene.is_community(r.side)}
    return next(iter(groups.values())) if len(groups) == 1 else None


def _group_that_is_fought(context: ClaimContext, ground: Ground) -> Reference | None:
    """The only armed group of the report that fights the state which counts or killed the victims."""
    scene, by = context.scene, ground.perpetrator
    state = context.voice or (by.side if by is not None else None)
    if state is None or scene.armed_group(state):
        return None
    named = (r for r in scene.named if scene.armed_group(r.side) and not scene.is_community(r.side))
    fought = {r.group: r for r in named if scene.hostile(state, r.side)}
    return next(iter(fought.values())) if len(fought) == 1 else None


#: What a state calls the armed group that it fights, and nobody's civilians.
_OUTLAWS = Expression(
    r"\b(?:criminals|bandits|outlaws|ultras|miscreants|mutineers|thugs|terrorist elements|bomb-?makers?)\b",
    re.IGNORECASE,
)


def _spoken_of_by_somebody(context: ClaimContext) -> bool:
    """True where a source without a side has such a word, and not the report itself."""
    return context.voice is None and context.attribution is not None


def _speaks_for_a_state(context: ClaimContext) -> bool:
    return context.voice is not None and not context.scene.armed_group(context.voice)


def _soldiers_of_the_report(context: ClaimContext, ground: Ground) -> str | None:
    """Bare "soldiers": those of a state that speaks, unless it killed them, else of the one state that fights here."""
    if not context.state_noun:
        return None
    if _OF_MANY.search(context.victim_words):
        return _only_coalition(context)
    scene, voice, by = context.scene, context.voice, ground.perpetrator
    if MILITIAMEN.search(context.victim_words) and (militia := _enemy_called_militia(context, ground)) is not None:
        return militia
    if (
        voice is not None
        and not scene.armed_group(voice)
        and _takes_part(context, ground)
        and not _did_it(context, ground)
    ):
        return voice
    if voice is not None and scene.armed_group(voice) and MILITIAMEN.search(context.victim_words):
        enemy = scene.opponent(voice)  # its own it calls fighters
        return voice if _hit_by_the_state(context, by) else enemy.side if enemy else None
    tied = next((r for r in context.references(*context.phrase) if r.generic), None)
    if tied is not None and by is not None and by.group == tied.group and scene.state is None:
        return None  # between two states, a side's men have not killed its own
    if tied is not None and (scene.state is None or _fights_rebels_at_home(context, tied)):
        return tied.side
    if scene.state is not None:
        return _government_at_home(context) or government_of(scene.knowledge, scene.state.side)
    if (where := _where_they_fell(context, ground)) is not None:
        return where
    states = {group: side for side, group in scene.voices if not scene.armed_group(side)}
    return next(iter(states.values())) if len(states) == 1 and voice is not None and scene.armed_group(voice) else None


def _enemy_called_militia(context: ClaimContext, ground: Ground) -> str | None:
    """Militiamen whom a state counts: of the armed group it fights, where reports call that a militia."""
    insurgent, by = context.scene.insurgent, ground.perpetrator
    if insurgent is None or not _speaks_for_a_state(context) or (by is not None and by.group == insurgent.group):
        return None
    entry = context.scene.knowledge.find(insurgent.side)
    called = entry is not None and any("militia" in name for name in entry.called)
    return insurgent.side if called and context.scene.hostile(context.voice or "", insurgent.side) else None


def _only_coalition(context: ClaimContext) -> str | None:
    """ "Foreign soldiers", "coalition troops": those of the one alliance of states that the report tells of."""
    here = _coalitions(context, context.references(*context.phrase))
    coalitions = here or _coalitions(context, context.scene.named)
    return coalitions.pop() if len(coalitions) == 1 else None


def _coalitions(context: ClaimContext, references: Sequence[Reference]) -> set[str]:
    entries = ((r.side, context.scene.knowledge.find(r.side)) for r in references)
    return {side for side, entry in entries if entry is not None and entry.sort == "coalition"}


def _fights_rebels_at_home(context: ClaimContext, state: Reference) -> bool:
    """True for the government of the country that the report plays in, if it fights the armed group told of there."""
    scene = context.scene
    government = government_of(scene.knowledge, scene.home[0]) if scene.home is not None else None
    at_home = scene.home is not None and (state.people == scene.home[0] or state.side == government)
    return at_home and scene.insurgent is not None and scene.hostile(scene.insurgent.side, state.side)


def _where_they_fell(context: ClaimContext, ground: Ground) -> str | None:
    """Between two states, of whose soldiers a sentence without a side tells that an armed group killed them in a
    country, or that they lie in its hospital: of that country's.
    """
    scene, by = context.scene, ground.perpetrator
    if context.voice is not None or not ground.told or ground.place is None:
        return None
    state = government_of(scene.knowledge, ground.place)
    if scene.group(state) not in scene.belligerents:
        return None
    attacked = by is not None and scene.armed_group(by.side) and context.claim.value.group == "combatant"
    return state if attacked or _HOSPITAL.search(context.text, *context.sentence) else None


_HOSPITAL = Expression(r"\bhospital\b", re.IGNORECASE)


def _government_at_home(context: ClaimContext) -> str | None:
    """The government that the report's own "soldiers" and "police" are of, before a state that sent men to help it."""
    soldiers = (r for r in context.scene.common if not context.scene.armed_group(r.side))
    return next((r.side for r in soldiers if _fights_rebels_at_home(context, r)), None)


def _hit_by_the_state(context: ClaimContext, by: Reference | None) -> bool:
    """Militiamen, whom either side may have, that a state's forces killed."""
    state = context.scene.state
    return (
        state is not None
        and by is not None
        and by.group == state.group
        and MILITIAMEN.search(context.victim_words) is not None
    )


#: Soldiers of several states at once.
_OF_MANY = Expression(r"\b(?:foreign|coalition|allied|international|multinational)\b", re.IGNORECASE)


def _did_it(context: ClaimContext, ground: Ground) -> bool:
    by = ground.perpetrator
    return by is not None and context.voice is not None and by.group == context.scene.group(context.voice)


def _enemy_of_perpetrator(context: ClaimContext, ground: Ground) -> str | None:
    """Those whom a side killed: the source's own people, else the one enemy of the perpetrator."""
    if ground.perpetrator is None:
        return None
    scene, by = context.scene, ground.perpetrator
    if context.voice is not None and scene.group(context.voice) != by.group and _may_be_own(context, ground):
        return context.own
    enemy = scene.opponent(by.side)
    between_states = enemy is not None and not (scene.armed_group(enemy.side) or scene.armed_group(by.side))
    if context.claim.value.group == "combatant":
        if between_states and context.rebel_noun:
            return None  # "militants" whom a state killed are no other state's soldiers
        return enemy.side if enemy else None
    if between_states and ground.place in (None, by.people):
        if ground.place == by.people and (authority := _parted_from(context.scene, by)) is not None:
            return authority
        occupied = enemy is not None and ground.place is not None and _only_occupies(context, enemy, by)
        return None if enemy is None else by.people if occupied else enemy.people
    return ground.place


def _parted_from(scene: Scene, state: Reference) -> str | None:
    """The people of the one authority told of that holds ground of a state: whom that state hits there."""
    entries = ((r, scene.knowledge.find(r.side)) for r in scene.named)
    parted = {r.people for r, entry in entries if entry is not None and entry.sort == "de_facto"}
    authority = parted.pop() if len(parted) == 1 else None
    return authority if authority is not None and scene.hostile(authority, state.side) else None


def _only_occupies(context: ClaimContext, enemy: Reference, by: Reference) -> bool:
    """True where a state, as the sentence tells, holds ground of the state whose forces hit it there: no authority of
    that ground's own is told of.
    """
    entry = context.scene.knowledge.find(enemy.people)
    held = _HELD.search(context.text, *context.sentence)
    return held is not None and entry is not None and entry.sort == "state" and not is_parted(context.scene, by.people)


_HELD = Expression(r"-(?:installed|occupied|controlled|held|annexed|appointed)\b", re.IGNORECASE)


def _speaker_counts_its_own(context: ClaimContext, ground: Ground) -> str | None:
    """A side's voice that names no other side speaks of its own dead."""
    if context.voice is None or _did_it(context, ground) or _CLAIMED.search(context.before):
        return None
    if speaks_of_enemy(context) or _OF_OTHERS.match(context.after) or _OUTLAWS.search(context.victim_words):
        return None
    if _denies_what_it_did_abroad(context, ground):
        return None
    if context.claim.value.group == "unknown" and FOUND_BODIES.search(
        context.text, context.sentence[0], context.core[1]
    ):
        return None  # whoever they were whose bodies somebody found
    return context.own if _may_be_own(context, ground) else None


def _denies_what_it_did_abroad(context: ClaimContext, ground: Ground) -> bool:
    """ "It denied that a child was killed in the operation": nobody of its own, where that was on other ground."""
    civilian = context.claim.value.group == "civilian" and context.claim.polarity == "deny"
    return civilian and ground.place is not None and context.people_of(context.voice or "") != ground.place


#: "12 bodies of the gunmen".
_OF_OTHERS = Expression(rf"\s*(?:bodies\s+)?of\s+(?:the\s+)?(?:{REBEL_NOUN}|gangs?|mercenaries|enemy)\b", re.IGNORECASE)
#: Who claims an attack counts its enemy's dead.
_CLAIMED = Expression(r"\b(?:claim(?:s|ed|ing)?|t(?:akes?|ook|aking))\s+(?:responsibility|credit)\b", re.IGNORECASE)


def _may_be_own(context: ClaimContext, ground: Ground) -> bool:
    return _takes_part(context, ground) and not _other_kind(context) and not _on_foreign_ground(context, ground)


def _martyrs(context: ClaimContext, ground: Ground) -> str | None:
    """ "Two fighters were martyred": a side's own word for its own fallen."""
    if not _MARTYRED.search(context.text[context.phrase[0] : context.sentence[1]][:_MARTYRED_NEAR]):
        return None
    if context.own is not None or context.claim.value.group == "civilian":
        return context.own
    side = context.speaker.side if context.speaker is not None else None
    return side if side is None or context.claim.value.group == "combatant" else context.reference_to(side).people


_MARTYRED_NEAR = 60
_MARTYRED = Seldom("martyr", r"\bmartyr(?:s|ed)\b", re.IGNORECASE)


def _own_citizens(context: ClaimContext, ground: Ground) -> str | None:
    """Protesters and prisoners whom a state's forces harm are, without other grounds, people of that state."""
    by = ground.perpetrator
    if by is None or context.scene.armed_group(by.side) or not _CITIZENS.search(context.victim_words):
        return None
    return by.people if ground.place in (None, by.people) else None


_CITIZENS = Expression(
    r"\b(?:protest(?:e|o)rs?|demonstrators?|marchers|dissidents?|strikers|activists|students)\b", re.IGNORECASE
)


def _on_foreign_ground(context: ClaimContext, ground: Ground) -> bool:
    """True for people who are no fighters, harmed in a country that is neither the source's nor one it fights."""
    scene, voice = context.scene, context.voice
    if voice is None or ground.place is None or context.claim.value.group == "combatant":
        return False
    speaker = context.speaker
    local = speaker is not None and (_OF_ITS_GROUND.search(speaker.name) or _LOCAL.match(speaker.role or ""))
    if not ground.told and local:
        return False  # a state's police or governor counts whom they find on its ground
    if scene.armed_group(voice):
        return context.claim.value.group == "civilian"
    known = scene.knowledge.find(voice)
    if known is not None and known.sort == "de_facto":
        return False
    return context.people_of(voice) != ground.place and not scene.at_war(voice, ground.place)


_LOCAL = Expression(
    r"(?!.*\b(?:installed|backed|appointed)\b).*\b(?:ambulance|rescue (?:service|corps)|gov\.?|governor|mayor)\b"
    r"(?!['’]s)",
    re.IGNORECASE,
)
_OF_ITS_GROUND = Expression(r"\b(?:police|ambulance|emergency|fire (?:service|brigade)|rescue)\b", re.IGNORECASE)


def _other_kind(context: ClaimContext) -> bool:
    """True for rebels counted by a state, or soldiers counted by an armed group."""
    armed = context.scene.armed_group(context.voice or "")
    return context.state_noun if armed else context.rebel_noun and not context.state_noun


def _takes_part(context: ClaimContext, ground: Ground) -> bool:
    """True where the source's side fights in this report, or the report plays in its country or in none."""
    scene, voice = context.scene, context.voice or ""
    group = scene.group(voice)
    known = scene.knowledge.find(voice)
    no_outsider = (known is not None and known.sort in ("group", "de_facto")) or scene.armed_group(voice)
    fights = group in scene.belligerents or any(group in pair for pair in scene.fought)
    by = ground.perpetrator
    if by is not None and scene.home is None and not no_outsider and not fights and by.group != group:
        return False  # a state that accuses another, with no word of where
    at_home = scene.home is None or voice == scene.home[0] or context.people_of(voice) == scene.home[0]
    return no_outsider or fights or (at_home and ground.place in (None, context.people_of(voice)))


def _total_of_the_war(context: ClaimContext, ground: Ground) -> str | None:
    return BOTH if of_any_side(context, ground) and is_total_of_the_war(context) else None


def _toll_of_a_war_told_before(context: ClaimContext, ground: Ground) -> str | None:
    return BOTH if goes_on_with_a_war(context) else None


def _toll_of_years(context: ClaimContext, ground: Ground) -> str | None:
    return BOTH if is_toll_of_years(context) else None


def _ground_of_the_harm(context: ClaimContext, ground: Ground) -> str | None:
    return ground.place if context.claim.value.group != "combatant" else None


_INFERRED: Sequence[Rule] = (
    told_by_both,
    _toll_of_a_war_told_before,
    _toll_of_years,
    told_by_a_third,
    left_by_a_fight,
    target_of_attack,
    _martyrs,
    _whom_its_own_killed,
    _enemy_of_speaker,
    _fighters_of_no_state,
    _prisoners_taken,
    _hostages_held,
    bodies_recovered,
    _rebels_of_the_report,
    soldiers_of_two,
    _soldiers_of_the_report,
    _own_citizens,
    _enemy_of_perpetrator,
    on_enemy_ground,
    _speaker_counts_its_own,
)
_WEAK: Sequence[Rule] = (fell_between_two, _total_of_the_war, _ground_of_the_harm)
