"""One casualty claim with the words around it that tell whose dead they are and who killed them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from sayso.claims import CasualtyClaim
from sayso.link.claim_sources import attribution_of, source_of
from sayso.link.ground import government_of, state_of, state_of_country
from sayso.link.knowledge_base import Knowledge
from sayso.link.lexicon import key_of
from sayso.link.scene import REBEL_NOUN, STATE_NOUN, Reference, Scene, Span
from sayso.model import Attribution, Party

#: Further than this from the number, a victims' phrase is an antecedent and not part of the same noun phrase.
_ONE_PHRASE = 60
_REBEL = re.compile(rf"\b(?:{REBEL_NOUN})\b", re.IGNORECASE)
_STATE = re.compile(rf"\b(?:{STATE_NOUN})\b", re.IGNORECASE)
#: Sources without a name that speak for the government of the country the report plays in.
_OFFICIAL = re.compile(
    r"\b(?:officials?|government|authorities|police|military|army|ministry|minister|governor|mayor|commanders?"
    r"|officers?|general|colonel"
    r"|troops|soldiers|president|prosecutors?|security (?:forces|sources?))\b"
)
_NO_VOICE = re.compile(
    r"\b(?:hospital|medical|aid|un|u\.n\.|former|ex-|retired|opposition|western|human rights"
    r"|rescue|ambulance|fire (?:brigade|department|service)|health(?! ministry| minister)|church|union|school"
    r"|university|civil society|rebel|militia)\b",
    re.IGNORECASE,
)
_RANK = (
    r"(?:general|gen|colonel|col|major|maj|captain|capt|lieutenant|lt|brigadier|brig|admiral|marshal|commodore|sergeant"
    r"|sgt|superintendent|inspector)"
)
#: What a named person is called who speaks for a state's authorities, up to the smallest.
_OFFICE = re.compile(
    rf"\b(?:{_RANK}|officials?|officers?|gov(?:ernor)?|mayor|prosecutor|minister|commander|commissioner|prefect"
    r"|army|military|police|navy|forces|troops|ministry|government|administration|authorit(?:y|ies)|municipality|operation"
    r"|(?:provincial|district|regional|city|town|county|municipal|local|state) (?:\w+ )?"
    r"(?:council(?:lor)?|chief|head|administrator|office|delegate|department|directorate|committee))\b"
)
#: The words that a state's offices are made of, which name nobody.
_OFFICE_WORD = re.compile(
    rf"{_RANK}|general|chief|deputy|head|commander|army|military|police|navy|air|force|forces|defen[cs]e|interior|foreign"
    r"|ministry|ministers?|prime|staff|command|division|brigade|battalion|corps|regiment|national|federal|state|regional|district"
    r"|provincial|northern|southern|eastern|western|central|first|second|third|fourth|fifth|security|guard|border|service|office"
    r"|governor|gov|mayor|prosecutor|president|spokes\w+|officer|official|council|administration|government|operations?|public"
    r"|vice|commissioners?|prefect|administrator|county|province|district|township|municipality|city|town"
    r"|joint|task|group|unit|relations|information|affairs|emergency|emergencies|s|and|of|the|for|in"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_QUARTERS = frozenset(("North", "South", "East", "West"))
#: What an army calls what it does, and its command by.
_OPERATION = re.compile(r"\bOperation(?:\s[A-Z][\w’'-]+){1,3}")
_IN_UNIFORM = re.compile(r"^[^.;:]*\bin\s+(?:(?:army|military|police)\s+)?uniforms?\b", re.IGNORECASE)
#: "50 people, most of them soldiers of X": what some of them are tells nothing of all.
SOME_OF_THEM = re.compile(r",\s+(?:most|many|some|several|a few|half|part) of (?:them|whom)\b", re.IGNORECASE)
#: "18 bodies in military uniform": within so many characters behind the victims.
_NEAR_WORDS = 30
_DETERMINER = re.compile(r"^(?:The|An?|Local|Some|Two|Several)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:they|them|those|these|all of them)\b", re.IGNORECASE)
_NO_NOUN = re.compile(
    r"(?:(?:an)?other|others|more|several|many|them|they|another)(?: (?:more|others))?", re.IGNORECASE
)
HARM = (
    r"kill(?:ed|ing|s)?|wip(?:ed|ing) out|wound(?:ed|ing|s)?|injur(?:ed|ing|es?)|captur(?:ed|ing|es?)|slain|slew"
    r"|murder(?:ed|ing)"
    r"|shot dead"
    r"|execut(?:ed|ing)|massacr(?:ed|ing)|behead(?:ed|ing)|eliminat(?:ed|ing)|neutrali[sz](?:ed|ing)|destroy(?:ed|ing)"
    r"|abduct(?:ed|ing)|kidnapp(?:ed|ing)|claim(?:ed|ing)(?: the)? lives of|martyr(?:ed|ing)|displac(?:ed|ing)"
    r"|gunn(?:ed|ing) down"
    r"|le(?:ft|aving)|hit(?:ting)?|maim(?:ed|ing)|dead|deaths? of|punished"
)


def _place_names(text: str, start: int, end: int) -> set[str]:
    """The words of a place's name without its kind ("Holt County")."""
    words = _LETTERS.findall(text, start, end)
    return {word for word in words if not _OFFICE_WORD.fullmatch(word.lower())} or set(words)


def is_rebel(words: str) -> bool:
    """True where words call somebody a rebel, militant, gunman ..."""
    return bool(_REBEL.search(words))


_LOCAL_OFFICE = re.compile(r"\b(?:governor|gov|mayor|prefect)\b")
_PLAIN_PEOPLE = re.compile(r"\b(?:people|persons?|residents|inhabitants)\b", re.IGNORECASE)
_CIVIL_BODY = re.compile(r"\b(?:health|ministry|civil|media office|hospital)\b", re.IGNORECASE)
#: "N's second city": whose ground it is.
_GROUND = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,2}(?:town|city|village|capital|province|region|district|border)\b")


@dataclass(frozen=True, kw_only=True)
class ClaimContext:
    """A claim, the scene it stands in and the attribution that vouches for it."""

    claim: CasualtyClaim
    scene: Scene
    attributions: Mapping[str, Attribution]

    @property
    def text(self) -> str:
        """The report's text."""
        return self.scene.text

    @cached_property
    def attribution(self) -> Attribution | None:
        """The attribution whose content holds the claim; None for the report's own voice."""
        return attribution_of(self.claim, self.scene, self.attributions)

    @cached_property
    def speaker(self) -> Party | None:
        """Who vouches for the figure."""
        return source_of(self.scene, self.attribution, self.core)

    @cached_property
    def disputed(self) -> bool:
        """True for a figure that stands in another party's denial of it ("X rejects Y's figure of 500")."""
        attribution, source = self.attribution, self.speaker
        if attribution is None or source is None or attribution.speaker is None:
            return False
        return attribution.stance in ("denies", "doubts") and attribution.speaker.name != source.name

    @cached_property
    def voice(self) -> str | None:
        """The side that the source speaks for; bare "officials" or "the rebels" speak for the report's own."""
        if self.speaker is None:
            words = self.attribution.source if self.attribution else ()
            return self._voice_of_common_noun(words[0].exact) if words else None
        if self.speaker.speaks_for:
            return self.speaker.speaks_for
        if self.speaker.side:
            return None
        if self.speaker.kind == "person":
            return self._voice_of_office(self.speaker.role or "")
        return self._voice_of_common_noun(self.speaker.name)

    @cached_property
    def camp(self) -> str | None:
        """The side that the source speaks for, or whose own agency or broadcaster it is."""
        return self.voice or (_state_of_media(self.scene, self.speaker) if self.speaker else None)

    @cached_property
    def own(self) -> str | None:
        """The side that the source would call its own among these victims: its forces, or its people."""
        if self.voice is None or self.claim.value.group == "combatant":
            return self.voice
        if self.scene.armed_group(self.voice) and self.counts_civilians():
            country = self.scene.home
            active = {state_of_country(code) for code in self.scene.countries_of(self.voice)}
            return country[0] if country is not None and country[0] in active else self.people_of(self.voice)
        return self.people_of(self.voice)

    def counts_civilians(self) -> bool:
        """True for civilians, and for "people": fighters are called so, and a health ministry counts the others."""
        group, name = self.claim.value.group, self.speaker.name if self.speaker else ""
        plain = _PLAIN_PEOPLE.search(self.victim_words) is not None
        return group == "civilian" or (group != "combatant" and (plain or bool(_CIVIL_BODY.search(name))))

    def people_of(self, side: str) -> str:
        """The people that the civilians of a side belong to: a country for its government, else the side itself."""
        party = self.speaker
        if party is not None and party.speaks_for == side and party.side:
            return party.side
        return next((r.people for r in self.scene.named if r.side == side), side)

    def _voice_of_common_noun(self, name: str) -> str | None:
        words = _DETERMINER.sub("", name)
        words = words[:1].lower() + words[1:] if words[1:].islower() else words  # the first word of a sentence
        if _BREAKAWAY.search(words) and _OFFICIAL.search(words.lower()):
            return _only_authority(self.scene.knowledge)
        if words != words.lower():
            return self._voice_of_office(name) if words[:1].islower() else None
        if _NO_VOICE.search(words):
            return None
        if _REBEL.search(words):
            return self.scene.insurgent.side if self.scene.insurgent else None
        return self._of_the_place() if _OFFICIAL.search(words) or _OFFICE.search(words) else None

    def _voice_of_office(self, role: str) -> str | None:
        """ "Lieutenant A", "B, head of the district administration": an officer's or official's own state."""
        words = _OPERATION.sub("operation", _DETERMINER.sub("", role).strip())
        if _NO_VOICE.search(words.lower()) or not _OFFICE.search(words.lower()):
            return None
        named = [w for w in _LETTERS.findall(words) if not w.islower() and not _OFFICE_WORD.fullmatch(w.lower())]
        if not named and (state := self._of_where_presented(words)) is not None:
            return state
        if (state := self._of_its_place(set(named))) is not None:
            return state
        at_home = set(named) <= self._home_names or (not self.scene.contested and self._is_on_no_map(named))
        return self._of_the_place() if at_home else None

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
        return government_of(self.scene.knowledge, state) if state and not self.is_parted(state) else None

    def _is_on_no_map(self, named: list[str]) -> bool:
        """True for a place behind an office ("the mayor of Holt") that neither gazetteer nor dossier knows."""
        known = [_place_names(self.text, m.start, m.end) for m in self.scene.mentions.places]
        known += [set(_LETTERS.findall(self.text, r.start, r.end)) for r in self.scene.named]
        return not any(set(named) & words for words in known) and self.scene.knowledge.find(" ".join(named)) is None

    def _of_its_place(self, named: set[str]) -> str | None:
        """ "The mayor of Holt": of the state that the place lies in, where the report names that place.

        Where an authority that no other state recognises is told of, whose officials are meant is not told by a map.
        """
        knowledge = self.scene.knowledge
        if (authority := _authority_of(knowledge, named)) is not None:
            return authority
        states = {
            state
            for m in self.scene.mentions.places
            if _place_names(self.text, m.start, m.end) == named - _QUARTERS and (state := state_of(m.place))
        }
        state = government_of(knowledge, states.pop()) if len(states) == 1 else None
        return None if state is not None and self.is_parted(state) else state

    def is_parted(self, state: str) -> bool:
        """True where the report tells of an authority that governs part of a state against its will."""
        entries = (self.scene.knowledge.find(r.side) for r in self.scene.named)
        parted = {entry.name for entry in entries if entry is not None and entry.sort == "de_facto"}
        return any(self.scene.hostile(name, state) for name in parted)

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
        own = [r for r in self.references(self.sentence[0], self.sentence[1]) if not r.generic and r.party is not None]
        return {r.side for r in own if _GROUND.match(self.text, r.end) and not scene.armed_group(r.side)}

    def _on_ground_of(self, country: str) -> bool:
        """True where every place told lies in a country that no other authority told of holds part of."""
        dossier = self.scene.knowledge.dossier
        named = {reference.side for reference in self.scene.named}
        if dossier is not None and any(a.kind == "de_facto_authority" and a.name in named for a in dossier.actors):
            return False
        found = self.scene.places(*self.sentence) or self.scene.places(0, self.sentence[0])
        return bool(found) and all(state_of(m.place) == country for m in found)

    @cached_property
    def core(self) -> Span:
        """The words of the claim itself: its first piece of evidence."""
        first = self.claim.evidence[0]
        return first.start, first.end

    @cached_property
    def phrase(self) -> Span:
        """Number and victims as one noun phrase, from its first character to its last."""
        number, victims = self.claim.value.number, self.claim.value.victims
        if victims is None:
            return (number.start, number.end) if number and self._in_sentence(number.start) else self.core
        if number is None or abs(number.start - victims.start) > _ONE_PHRASE or not self._in_sentence(number.start):
            return victims.start, victims.end
        return min(number.start, victims.start), max(number.end, victims.end)

    def _in_sentence(self, offset: int) -> bool:
        start, end = self.scene.sentence(self.core[0])
        return start <= offset < end

    @cached_property
    def sentence(self) -> Span:
        """The sentence of the phrase."""
        return self.scene.sentence(self.phrase[0])

    @cached_property
    def before(self) -> str:
        """The words of the sentence before the phrase."""
        return self.text[self.sentence[0] : self.phrase[0]]

    @cached_property
    def after(self) -> str:
        """The words of the sentence after the phrase."""
        return self.text[self.phrase[1] : max(self.phrase[1], self.sentence[1])]

    @cached_property
    def victim_words(self) -> str:
        """The words that name the victims, or those of the whole phrase; not what some of them are said to be."""
        victims = self.claim.value.victims
        words = victims.exact if victims else self.text[slice(*self.phrase)]
        return SOME_OF_THEM.split(words, maxsplit=1)[0]

    @property
    def nounless(self) -> bool:
        """True for a count without a noun of its own: "over 100 wounded", "31 others"."""
        victims = self.claim.value.victims
        return victims is None or bool(_NO_NOUN.fullmatch(victims.exact))

    @property
    def pronoun(self) -> bool:
        """True where the claim opens with a pronoun for its victims ("they are all in hospital")."""
        return bool(_PRONOUN.match(self.text, *self.core))

    @property
    def rebel_noun(self) -> bool:
        """True where the victims are called rebels, militants, gunmen ..."""
        return bool(_REBEL.search(self.victim_words))

    @property
    def state_noun(self) -> bool:
        """True where the victims are called soldiers, police ..., or are told to wear a uniform."""
        return bool(
            _STATE.search(self.victim_words) or _IN_UNIFORM.search(self.victim_words + self.after[:_NEAR_WORDS])
        )

    def references(self, start: int, end: int) -> tuple[Reference, ...]:
        """References to sides between two offsets of the report."""
        return self.scene.between(start, end)

    def source_reference(self, at: int) -> Reference | None:
        """The side that the source speaks for, as if named at an offset; None where it speaks for none."""
        return None if self.voice is None else self.reference_to(self.voice, at)

    def reference_to(self, side: str, at: int = 0) -> Reference:
        """A side as if it were named at an offset."""
        return Reference(start=at, end=at, side=side, group=self.scene.group(side), people=self.people_of(side))

    def last_subject(self, before: int) -> Reference | None:
        """The nearest reference to a side that stands before an offset in its sentence, as a subject may."""
        found = [
            r
            for r in self.references(self.sentence[0], before)
            if not _OBJECT.search(self.text, max(0, r.start - 40), r.start)
        ]
        return next(
            (r for r in reversed(found) if not _OBLIQUE.search(self.text[max(0, r.start - 24) : r.start])), None
        )


_STATE_MEDIA = re.compile(
    r"\b(?:state(?:[ -](?:run|owned|controlled))?|official) (?:media|television|tv|radio|broadcaster|newspaper"
    r"|(?:news )?agency)\b",
    re.IGNORECASE,
)


def _state_of_media(scene: Scene, speaker: Party) -> str | None:
    """The government whose own agency or broadcaster counts the dead; media of a group or of private hands: none."""
    if speaker.side is None or scene.armed_group(speaker.side):
        return None
    entry = scene.knowledge.find(speaker.name)
    words = " ".join(name for name in (speaker.name, speaker.role) if name)
    return speaker.side if (entry is not None and entry.state_run) or _STATE_MEDIA.search(words) else None


#: "officials in the breakaway region".
_BREAKAWAY = re.compile(
    r"\b(?:breakaway|separatist|self-proclaimed|unrecogni[sz]ed)\s+(?:region|republic|enclave|territory|province)\b",
    re.IGNORECASE,
)


def _only_authority(knowledge: Knowledge) -> str | None:
    dossier = knowledge.dossier
    actors = [a.name for a in dossier.actors if a.kind == "de_facto_authority"] if dossier else []
    return actors[0] if len(actors) == 1 else None


def _authority_of(knowledge: Knowledge, place: set[str]) -> str | None:
    """The one de facto authority of the dossier, for an office at one of the places that its conflict is about."""
    contested = knowledge.dossier.place_keys() if knowledge.dossier else ()
    return _only_authority(knowledge) if key_of(" ".join(place)) in contested else None


#: A reference after a verb of harm is its object.
_OBJECT = re.compile(rf"\b(?:{HARM})\s+(?:(?!and\b|but\b)[\w-]+\s+){{0,4}}$", re.IGNORECASE)
#: A reference after one of these is no subject.
_OBLIQUE = re.compile(
    r"\b(?:in|at|near|inside|across|around|over|against|by|with|to|from|on|into|outside|of|for|between)\s+(?:the\s+"
    r"|an?\s+|its\s+|their\s+)?$",
    re.IGNORECASE,
)
