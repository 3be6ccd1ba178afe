"""For which state or group somebody speaks whose office or rank alone says so: a governor, an officer, "the army".

A report need not say whose officials speak where only one state's can: its own. An office that tells of a place is of
the state that the place lies in; where that is contested, only the report's own words decide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.expression import Expression
from sayso.link.ground import government_of, state_of
from sayso.link.knowledge_base import Knowledge
from sayso.link.lexicon import key_of
from sayso.link.scene import REBEL_NOUN, Scene, Span
from sayso.model import Party

_REBEL = Expression(rf"\b(?:{REBEL_NOUN})\b", re.IGNORECASE)
#: Sources without a name that speak for the government of the country the report plays in.
_OFFICIAL = Expression(
    r"\b(?:officials?|government|authorities|police|military|army|ministry|minister|governor|mayor|commanders?"
    r"|officers?|general|colonel"
    r"|troops|soldiers|president|prosecutors?|security (?:forces|sources?))\b"
)
_NO_VOICE = Expression(
    r"\b(?:hospital|medical|aid|un|u\.n(?=\.)|former|ex-|retired|opposition|human rights"
    r"|western(?! (?:\w+ )?(?:command|division|sector|region|province|district|front))"
    r"|rescue|ambulance|fire (?:brigade|department|service)|red cross|red crescent|church|union|school"
    r"|health(?! (?:minist(?:ry|er)|officials?|chief|department|office|director))"
    r"|university|civil society|rebel|militia)\b",
    re.IGNORECASE,
)
_RANK = (
    r"(?:general|gen|colonel|col|major|maj|captain|capt|lieutenant|lt|brigadier|brig|admiral|marshal|commodore|sergeant"
    r"|sgt|superintendent|inspector)"
)
_MERE_RANK = Expression(rf"(?:{_RANK}|cmdr)\b\.?(?:\s{_RANK}\b\.?)*", re.IGNORECASE)
#: What a named person is called who speaks for a state's authorities, up to the smallest.
_OFFICE = Expression(
    rf"\b(?:{_RANK}|officials?|officers?|gov(?:ernor)?|mayor|prosecutor|attorney|minister|commander|commissioner|prefect"
    r"|administrator|army|military|police|navy|forces|troops|ministry|government|administration|authorit(?:y|ies)|municipality|operation"
    r"|(?:joint )?task force|command|(?:frontier|border|marine) corps|(?:security|border) agenc(?:y|ies)"
    r"|(?:provincial|district|regional|city|town|county|municipal|local|state) (?:\w+ )?"
    r"(?:council(?:lor)?|chief|head|administrator|office|delegate|department|directorate|committee))\b"
)
#: The words that a state's offices are made of, which name nobody.
_OFFICE_WORD = Expression(
    rf"{_RANK}|general|chief|deputy|head|commander|army|military|police|navy|air|force|forces|defen[cs]e|interior|foreign"
    r"|ministry|ministers?|prime|staff|command|division|brigade|battalion|corps|regiment|national|federal|state|regional|district"
    r"|provincial|northern|southern|eastern|western|central|first|second|third|fourth|fifth|security|guard|border|service|office"
    r"|governor|gov|mayor|prosecutor|president|spokes\w+|officer|official|council|administration|government|operations?|public"
    r"|vice|commissioners?|prefect|administrator|county|province|district|township|municipality|city|town"
    r"|frontier|marines?|joint|task|group|unit|relations|information|affairs|emergency|emergencies|s|and|of|the|for|in"
)
_LETTERS = Expression(r"[^\W\d_]+")
_QUARTERS = frozenset(("North", "South", "East", "West"))
#: What an army calls what it does, and its command by.
_OPERATION = Expression(r"\bOperation(?:\s[A-Z][\w’'-]+){1,3}")
_DETERMINER = Expression(r"^(?:The|An?|Local|Some|Two|Several)\b", re.IGNORECASE)
_LOCAL_OFFICE = Expression(r"\b(?:governor|gov|mayor|prefect|administrator)\b")
#: "N's second city": whose ground it is.
_GROUND = Expression(r"['’]s?\s+(?:[\w-]+\s+){0,2}(?:town|city|village|capital|province|region|district|border)\b")


def _place_names(text: str, start: int, end: int) -> set[str]:
    """The words of a place's name without its kind ("Holt County")."""
    words = _LETTERS.findall(text, start, end)
    return {word for word in words if not _OFFICE_WORD.fullmatch(word.lower())} or set(words)


def is_official(words: str) -> bool:
    """True for "officials", "local police", "the governor": somebody of a state, whichever it is."""
    return not _NO_VOICE.search(words.lower()) and _OFFICIAL.search(words.lower()) is not None


def is_mere_rank(role: str) -> bool:
    """True for words that are nothing but a rank: "Lieutenant Colonel"."""
    return bool(_MERE_RANK.fullmatch(role.strip()))


def is_parted(scene: Scene, state: str) -> bool:
    """True where the report tells of an authority that governs part of a state against its will."""
    entries = (scene.knowledge.find(r.side) for r in scene.named)
    parted = {entry.name for entry in entries if entry is not None and entry.sort == "de_facto"}
    return any(scene.hostile(name, state) for name in parted)


@dataclass(frozen=True, kw_only=True)
class OfficeVoice:
    """Whose voice an office is, as far as the report tells."""

    scene: Scene
    #: The sentence that tells what was said.
    sentence: Span
    #: Who speaks; None where only words of a source are known.
    speaker: Party | None

    @property
    def text(self) -> str:
        """The report's text."""
        return self.scene.text

    def of_speaker(self) -> str | None:
        """The side that the speaker speaks for; None where it is of a side and speaks for nobody."""
        speaker = self.speaker
        if speaker is None or speaker.speaks_for:
            return speaker.speaks_for if speaker else None
        if speaker.side:
            return None
        if speaker.kind == "person":
            return self.of_office(speaker.role or "")
        holder = speaker.kind == "unnamed" and speaker.affiliation and speaker.name.split()[-1].islower()
        return self.of_office(speaker.name) if holder else self.of_common_noun(speaker.name)

    def of_common_noun(self, name: str) -> str | None:
        """The side of bare "officials", "the rebels", "police"."""
        words = _DETERMINER.sub("", name)
        words = words[:1].lower() + words[1:] if words[1:].islower() else words  # the first word of a sentence
        if _is_of_authority(words):
            return self._authority_told_of()
        if words != words.lower():
            return self.of_office(name) if words[:1].islower() else None
        if _NO_VOICE.search(words):
            return None
        if _REBEL.search(words):
            return self.scene.insurgent.side if self.scene.insurgent else None
        return self._of_the_place() if _OFFICIAL.search(words) or _OFFICE.search(words) else None

    def of_office(self, role: str) -> str | None:
        """ "Lieutenant A", "B, head of the district administration": an officer's or official's own state."""
        words = _OPERATION.sub("operation", _DETERMINER.sub("", role).strip())
        if _is_of_authority(words):
            return self._authority_told_of()
        if _NO_VOICE.search(words.lower()) or not _OFFICE.search(words.lower()):
            return None
        named = [w for w in _LETTERS.findall(words) if not w.islower() and not _OFFICE_WORD.fullmatch(w.lower())]
        if not named and (state := self._of_where_presented(words)) is not None:
            return state
        if (state := self._of_its_place(named)) is not None:
            return state
        at_home = set(named) <= self._home_names or (not self.scene.contested and self._is_on_no_map(named))
        return self._of_the_place() if at_home else None

    def _authority_told_of(self) -> str | None:
        """The dossier's one authority that no state recognises, else the one that the report names."""
        knowledge = self.scene.knowledge
        if knowledge.dossier is not None and (known := _only_authority(knowledge)) is not None:
            return known
        entries = (knowledge.find(r.side) for r in self.scene.named)
        named = {entry.name for entry in entries if entry is not None and entry.sort == "de_facto"}
        return named.pop() if len(named) == 1 else None

    def _of_where_presented(self, role: str) -> str | None:
        """ "In Holt region, a bomb fell, Gov. A said": of the one state whose places the sentence tells that names a
        local office first.
        """
        name = self.speaker.name if self.speaker is not None else None
        if name is None or not self.scene.contested or not _LOCAL_OFFICE.search(role.lower()):
            return None
        at = self.text.find(name)
        told = self.scene.places(*self.scene.sentence(at)) if at >= 0 else ()
        states = {state_of(m.place) for m in told if m.place is not None and m.place.kind != "country"}
        state = states.pop() if len(states) == 1 else None
        return government_of(self.scene.knowledge, state) if state and not is_parted(self.scene, state) else None

    def _is_on_no_map(self, named: list[str]) -> bool:
        """True for a place behind an office ("the mayor of Holt") that neither gazetteer nor dossier knows."""
        known = [_place_names(self.text, m.start, m.end) for m in self.scene.mentions.places]
        known += [set(_LETTERS.findall(self.text, r.start, r.end)) for r in self.scene.named]
        return not any(set(named) & words for words in known) and self.scene.knowledge.find(" ".join(named)) is None

    def _of_its_place(self, named: Sequence[str]) -> str | None:
        """ "The mayor of Holt": of the state that the place lies in, where the report names that place.

        Where an authority that no other state recognises is told of, whose officials are meant is not told by a map.
        """
        knowledge = self.scene.knowledge
        authority = _authority_of(knowledge, named)
        if authority is not None and any(r.side == authority for r in self.scene.named):
            return authority
        states = {
            state
            for m in self.scene.mentions.places
            if _place_names(self.text, m.start, m.end) == set(named) - _QUARTERS and (state := state_of(m.place))
        }
        state = government_of(knowledge, states.pop()) if len(states) == 1 else None
        return None if state is not None and is_parted(self.scene, state) else state

    @cached_property
    def _home_names(self) -> set[str]:
        """The words of the places in the country that the report plays in."""
        home = self.scene.home
        inside = (m for m in self.scene.mentions.places if home is not None and state_of(m.place) == home[0])
        return {word for m in inside for word in _LETTERS.findall(self.text, m.start, m.end)}

    def _of_the_place(self) -> str | None:
        """The state whose officials speak without its name: the one that fights here, or on whose ground it is told."""
        scene, home = self.scene, self.scene.home
        if home is None or (scene.state is not None and scene.state.people == home[0]):
            return scene.state.side if scene.state else None
        if len(told := self._named_here()) == 1:
            return told.pop()
        if self._on_ground_of(home[0]) or (scene.state is None and not scene.contested):
            return government_of(scene.knowledge, home[0])
        return scene.state.side if scene.state else None

    def _named_here(self) -> set[str]:
        """The sides whose ground the sentence tells of ("N's second city"), as far as no armed group is among them."""
        scene = self.scene
        own = [r for r in scene.between(*self.sentence) if not r.generic and r.party is not None]
        return {r.side for r in own if _GROUND.match(self.text, r.end) and not scene.armed_group(r.side)}

    def _on_ground_of(self, country: str) -> bool:
        """True where every place told lies in a country that no other authority told of holds part of."""
        dossier = self.scene.knowledge.dossier
        named = {reference.side for reference in self.scene.named}
        if dossier is not None and any(a.kind == "de_facto_authority" and a.name in named for a in dossier.actors):
            return False
        found = self.scene.places(*self.sentence) or self.scene.places(0, self.sentence[0])
        return bool(found) and all(state_of(m.place) == country for m in found)


#: "officials in the breakaway region", "the separatist leadership", "the de facto ombudsman".
_BREAKAWAY = Expression(
    r"\b(?:breakaway|separatist|self-proclaimed|unrecogni[sz]ed)\s+(?:region|republic|enclave|territory|province)\b",
    re.IGNORECASE,
)
_DE_FACTO = Expression(
    r"\b(?:breakaway|separatist|self-proclaimed|unrecogni[sz]ed|de facto)\s+(?:\w+\s+)?(?:leadership|leaders?"
    r"|authorit(?:y|ies)|administration|government|minist(?:ry|er)|president|ombudsman|officials?|parliament|police)\b",
    re.IGNORECASE,
)


def _is_of_authority(words: str) -> bool:
    """True for an office of an authority that no state recognises, by what the words call it."""
    told = _BREAKAWAY.search(words) and (_OFFICIAL.search(words.lower()) or "ombuds" in words.lower())
    return bool(told or _DE_FACTO.search(words))


def _only_authority(knowledge: Knowledge) -> str | None:
    dossier = knowledge.dossier
    actors = [a.name for a in dossier.actors if a.kind == "de_facto_authority"] if dossier else []
    return actors[0] if len(actors) == 1 else None


def _authority_of(knowledge: Knowledge, place: Sequence[str]) -> str | None:
    """The one de facto authority of the dossier, for an office at one of the places that its conflict is about."""
    contested = knowledge.dossier.place_keys() if knowledge.dossier else ()
    return _only_authority(knowledge) if key_of(" ".join(place)) in contested else None
