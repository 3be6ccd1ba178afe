"""How a source stands to the dead it counts: its own, its enemy's, those of its camp, or nobody's of its own.

`own_loss` and `enemy_loss` need a source that speaks FOR a side; nationality is not speaking for. Hostility comes from
the dossier or from the report (one side harms the other, or exactly two sides fight in it); without either: `unknown`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.claims.casualty import BOTH, UNKNOWN, Posture
from sayso.expression import Expression
from sayso.link.claim_context import ClaimContext, is_rebel
from sayso.link.enemy_words import speaks_of_enemy
from sayso.link.ground import government_of, names_two_states
from sayso.link.mentions import PartyMention
from sayso.link.office_voice import is_official
from sayso.link.own_members import is_body_with_members
from sayso.link.peacekeepers import counts_its_peacekeepers
from sayso.link.scene import Reference, Scene, side_of_party
from sayso.model import Party

_OUTSIDERS = Expression(
    r"\b(?:(?:eye-?)?wit?ness(?:es)?|forensics?|residents?|locals"
    r"|villagers?|medics?|medical|health workers?|doctors?"
    r"|hospitals?|nurs(?:es?|ing)|paramedics?|surgeons?|physicians?|pathologists?|morgue|relief|civil society"
    r"|drivers?|traders?|cleaners?|neighbou?rs?|pastors?|priests?|imams?|church|rev|reverend|father|(?:arch)?bishop"
    r"|rescue(?:rs| workers)?|aid"
    r"|villager|resident|fisherm[ae]n|farmers?|teachers?|shopkeepers?|relative|survivor|elders?|administrators?|famil(?:y|ies)"
    r"|tribesm[ae]n|herders?|students?|nuns?|sheikh|mothers?|widows?|senators?|lawmakers?|lawyers?"
    r"|(?:community|local|tribal) leaders?|(?:village|tribal) (?:head|chief|chair\w*)|compan(?:y|ies)|missions?"
    r"|monitor(?:s|ing)?|tracker|observers?|observatory|watchdogs?|relatives|survivors?|analysts?|experts?|un"
    r"|u\.n(?=\.)|human rights|diplomats?|brothers?|sisters?|sons?|daughters?|wom[ae]n|m[ae]n|carpenters?|bakers?"
    r"|red cross|red crescent|charity|journalists?|reporters?|correspondents?|photographers?)\b",
    re.IGNORECASE,
)
_PARTISANS = Expression(
    r"\b(?:activists?|opposition|pro-\w+|volunteers?|campaigners?|supporters|bloggers?|vigilant(?:es?|is\w+)"
    r"|militia leaders?)\b",
    re.IGNORECASE,
)


_BOTH_SPEAK = Expression(
    r"\b(?:both|two|warring|opposing|either)\b.{0,12}\b(?:sides?|parties|countries|armies)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """A posture and, where it is open, why."""

    posture: Posture
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """Whose dead a claim counts, who is said to have killed them, and who the report says killed fighters of whom."""

    side: str
    perpetrator: Reference | None = None
    enemies: frozenset[frozenset[str]] = frozenset()


def find_posture(context: ClaimContext, loss: Loss) -> Stance:
    """How the claim's source stands to the dead."""
    if context.attribution is None and context.speaker is None:
        return own_voice(context.scene)
    if context.speaker is None:
        if context.voice is not None:
            return _voice_of_a_side(context, context.voice, loss)
        return Stance(posture="unknown", why="the source is not resolved")
    if _BOTH_SPEAK.search(context.speaker.name) or names_two_states(context.scene.knowledge, context.speaker.name):
        return Stance(posture="own_loss") if loss.side == BOTH else Stance(posture="unknown", why="both sides speak")
    if _is_body_of(context.scene, context.speaker, loss.side) or counts_its_peacekeepers(context):
        return Stance(posture="own_loss")
    voice = context.camp
    if voice is not None:
        return _voice_of_a_side(context, voice, loss)
    return _no_voice(context.scene, context.speaker, loss)


def _is_body_of(scene: Scene, speaker: Party, side: str) -> bool:
    """A body that is no side in a war (the UN, a mission) and counts its own dead: staff, peacekeepers."""
    entry = scene.knowledge.find(side)
    if side == speaker.name and is_body_with_members(speaker):
        return True
    return entry is not None and entry.sort in ("body", "coalition") and side in (speaker.name, speaker.affiliation)


def own_voice(scene: Scene) -> Stance:
    """The report itself: affiliated where its outlet is of one side's camp, an outsider where it is another's.

    A text without the marks of a newsroom (an outlet's name, a title that heads it, a dateline) is nobody's word.
    """
    outlet = next((m.party for m in scene.mentions.parties if m.party.kind == "outlet" and _signs(scene, m)), None)
    side = None if outlet is None else outlet.side
    if side is not None and scene.group(side) in _sides(scene):
        return Stance(posture="affiliated")
    if outlet is not None or scene.document.publisher or (scene.document.title and _printed(scene)):
        return Stance(posture="third_party")
    return Stance(posture="unknown", why="the report does not say who publishes it")


def _printed(scene: Scene) -> bool:
    """True for a titled report that looks its part: its title heads it, or a dateline, or it was spoken to by name."""
    text, title = scene.text, scene.document.title or ""
    if any(line.startswith(title) for line in text[: _DATELINE + len(title)].splitlines()):
        return True
    if any(m.start < _DATELINE and text[m.start : m.end].isupper() for m in scene.mentions.places):
        return True
    agencies = (m for m in scene.mentions.parties if m.party.kind == "outlet" and m.party.side is None)
    return any(_TOLD.search(text, max(0, m.start - 12), m.start) for m in agencies)


#: An agency's own report: "she told The Agency".
_TOLD = Expression(r"\btold (?:the )?$", re.IGNORECASE)


def _signs(scene: Scene, outlet: PartyMention) -> bool:
    """True for an outlet that names itself in the dateline: "/TASS/", "(AP) -", "Outlet.Net - "."""
    before, after = scene.text[max(0, outlet.start - 2) : outlet.start], scene.text[outlet.end : outlet.end + 4]
    marked = before.strip()[-1:] in ("/", "(") or bool(_DASH.match(after))
    return outlet.start < _DATELINE and marked


#: Within this many characters an agency names itself.
_DATELINE = 300
_DASH = Expression(r"(?:\.\w+)?\s*[)/]?\s*[-\u2013\u2014]")


def _sides(scene: Scene) -> set[str]:
    home = {scene.home[1]} if scene.home else set()
    return {*scene.belligerents, *home}


def _voice_of_a_side(context: ClaimContext, voice: str, loss: Loss) -> Stance:
    scene = context.scene
    group = scene.group(voice)
    if loss.side == UNKNOWN:
        if context.claim.value.high == 0:
            return Stance(posture="own_loss")
        return Stance(posture="unknown", why="the victims' side is not known")
    if _ally(context, voice, loss):
        return Stance(posture="affiliated")
    if loss.side == BOTH and scene.mentions.communities and not scene.is_community(voice):
        return Stance(posture="third_party")  # a state counts the dead of two of its peoples
    if loss.side == BOTH or group == scene.group(loss.side) or context.people_of(voice) == loss.side:
        return Stance(posture="own_loss")
    if _of_its_area(context, voice, loss):
        return Stance(posture="own_loss")
    killed_by_source = loss.perpetrator is not None and loss.perpetrator.group == group
    told = frozenset((group, scene.group(loss.side))) in loss.enemies or speaks_of_enemy(context)
    if killed_by_source or told or scene.hostile(voice, loss.side):
        return Stance(posture="enemy_loss")
    if scene.group(government_of(scene.knowledge, loss.side)) == group:
        return Stance(posture="own_loss")
    if scene.knowledge.backs(voice, loss.side, None):
        return Stance(posture="affiliated")
    fighting = {group, scene.group(loss.side)} <= set(scene.belligerents)
    if not fighting or loss.perpetrator is not None:
        return Stance(posture="third_party")
    return Stance(posture="unknown", why="nothing tells how the source's side stands to the victims'")


def _ally(context: ClaimContext, voice: str, loss: Loss) -> bool:
    """A state that counts the soldiers of another state of its camp: each has a government of its own to speak."""
    if context.claim.value.group != "combatant" or voice == loss.side:
        return False
    entries = [context.scene.knowledge.find(side) for side in (voice, loss.side)]
    return len({entry.name for entry in entries if entry is not None and entry.sort == "state"}) > 1 and (
        context.scene.group(voice) == context.scene.group(loss.side)
    )


def _of_its_area(context: ClaimContext, voice: str, loss: Loss) -> bool:
    """People, no fighters, of the country that an armed group or de facto authority is active in, killed by others."""
    scene, by = context.scene, loss.perpetrator
    entry = scene.knowledge.find(voice)
    if entry is not None and entry.sort in ("body", "coalition"):
        return False
    if context.claim.value.group == "combatant" or scene.armed_group(loss.side):
        return False
    if (by is None and not context.counts_civilians()) or (by is not None and by.group == scene.group(voice)):
        return False
    return bool(scene.countries_of(voice) & scene.countries_of(loss.side))


def _no_voice(scene: Scene, speaker: Party, loss: Loss) -> Stance:
    words = " ".join(name for name in (speaker.name, speaker.role, speaker.affiliation) if name)
    side = side_of_party(speaker)
    if side is not None and (scene.group(side) in {*_sides(scene), scene.group(loss.side)} or scene.armed_group(side)):
        return Stance(posture="affiliated")
    if _PARTISANS.search(words) or (speaker.kind == "outlet" and is_rebel(words)):
        return Stance(posture="affiliated")
    if is_official(words) and loss.side not in (UNKNOWN, BOTH):
        return Stance(posture="enemy_loss" if scene.armed_group(loss.side) else "own_loss")
    if _OUTSIDERS.search(words) or speaker.kind in ("organisation", "outlet") or side is not None:
        return Stance(posture="third_party")
    if speaker.kind == "person" and speaker.role is None and " " in speaker.name:
        return Stance(posture="third_party")  # whom the report gives no office speaks of what he or she saw
    return Stance(posture="unknown", why="nothing tells whom the source stands with")
