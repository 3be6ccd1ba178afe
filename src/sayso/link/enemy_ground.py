"""People, no fighters, harmed in the country that the source's side fights: they are that country's."""

from __future__ import annotations

import re

from sayso.expression import Expression
from sayso.link.claim_context import ClaimContext
from sayso.link.ground import government_of
from sayso.link.mentions import PlaceMention
from sayso.link.passing import borders_or_talks
from sayso.link.side_grounds import Ground

#: So many characters around words belong to them.
_AROUND = 40


def on_enemy_ground(context: ClaimContext, ground: Ground) -> str | None:
    """A state's word of people, no fighters, harmed in the country it fights: "during the fighting in Northland"."""
    scene, voice = context.scene, context.voice
    if voice is None or context.claim.value.group == "combatant":
        return None
    if (town := _in_a_town_of(context)) is not None and scene.hostile(voice, government_of(scene.knowledge, town)):
        return town
    told = (m for m in scene.places(*context.sentence) if m.place is not None and m.place.kind == "country")
    scenes = (m for m in told if not borders_or_talks(context.text, m.start, m.end) and _is_within(context, m))
    named = {mention.place.name for mention in scenes if mention.place is not None}
    enemies = [name for name in named if scene.at_war(voice, name)]
    return enemies[0] if len(enemies) == 1 else None


def _in_a_town_of(context: ClaimContext) -> str | None:
    """ "killed a man in the Norlandic town of Holt": whose town the words right behind the victims say it is."""
    start = context.core[1]
    for reference in context.references(start, min(context.sentence[1], start + _AROUND))[:1]:
        placed = _IN_THE.fullmatch(context.text, start, reference.start) and _TOWN.match(context.text, reference.end)
        return reference.people if placed and not context.scene.armed_group(reference.side) else None
    return None


_IN_THE = Expression(r"\s(?:in|at|near|outside)\s(?:the|an?)\s(?:[a-z-]+\s){0,2}", re.IGNORECASE)
_TOWN = Expression(
    r"\s(?:[a-z-]+\s){0,2}?(?:town|city|village|settlement|port|capital|kibbutz|hamlet)\b", re.IGNORECASE
)


def _is_within(context: ClaimContext, mention: PlaceMention) -> bool:
    """True for a country named as where something happened ("in the north of X"), not as who acts there."""
    return _WITHIN.search(context.text, max(context.sentence[0], mention.start - _AROUND), mention.start) is not None


#: Nothing named and no new clause stands between: "in Holt since Norland began ..." is not in Norland.
_WITHIN = Expression(
    r"\b(?:[Ii]n|[Ii]nside|[Ww]ithin|[Aa]cross|[Tt]hroughout)\s+"
    r"(?:(?!(?:since|after|before|until|when|while|where|as|by|that|and|but)\b)[a-z-]+\s+){0,4}$"
)
