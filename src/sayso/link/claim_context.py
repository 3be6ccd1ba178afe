"""One casualty claim with the words around it that tell whose dead they are and who killed them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from sayso.claims import CasualtyClaim
from sayso.expression import Expression
from sayso.link.claim_sources import attribution_of, source_of
from sayso.link.ground import state_of_country
from sayso.link.office_voice import OfficeVoice
from sayso.link.scene import REBEL_NOUN, STATE_NOUN, Reference, Scene, Span
from sayso.model import Attribution, Party

#: Further than this from the number, a victims' phrase is an antecedent and not part of the same noun phrase.
_ONE_PHRASE = 60
_REBEL = Expression(rf"\b(?:{REBEL_NOUN})\b", re.IGNORECASE)
_STATE = Expression(rf"\b(?:{STATE_NOUN})\b", re.IGNORECASE)
#: Ranks and men of an army or police, if they fight: not a court's officers, nor a group's commanders.
_RANKS = Expression(
    r"\b(?:officers?|constables?|captains?|lieutenants?|colonels?|sergeants?|corporals?|privates?|recruits|commandos?|paratroopers?|infantrym[ae]n|pilots?"
    r"|airm[ae]n|(?:self-defen[cs]e|civil defen[cs]e|peasant|village) patrols?|village guards?"
    r"|(?:post|base|garrison|station|checkpoint)['’]s commander|(?:battalion|brigade|regiment) commanders?)\b"
    r"(?!\s+of\b)|\bcommanders? of (?:a|the) (?:battalion|brigade|regiment|garrison|base)\b",
    re.IGNORECASE,
)
_ATTACKERS = Expression(r"\b(?:attackers?|assailants?|raiders|intruders|infiltrators)\b", re.IGNORECASE)
_IN_UNIFORM = Expression(r"^[^.;:]*\bin\s+(?:(?:army|military|police)\s+)?uniforms?\b", re.IGNORECASE)
#: "50 people, most of them soldiers of X": what some of them are tells nothing of all.
SOME_OF_THEM = Expression(r",\s+(?:most|many|some|several|a few|half|part) of (?:them|whom)\b", re.IGNORECASE)
#: "18 bodies in military uniform": within so many characters behind the victims.
_NEAR_WORDS = 30
_PRONOUN = Expression(r"(?:they|them|those|these|all of them)\b", re.IGNORECASE)
_NO_NOUN = Expression(
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
#: "put more than 700 troops out of action".
PUT_OUT = r"put(?:ting)?(?=\s[^.;]{0,60}\bout of action\b)"


def is_rebel(words: str) -> bool:
    """True where words call somebody a rebel, militant, gunman ..."""
    return bool(_REBEL.search(words))


_PLAIN_PEOPLE = Expression(r"\b(?:people|persons?|residents|inhabitants)\b", re.IGNORECASE)
_CIVIL_BODY = Expression(r"\b(?:health|ministry|civil|media office|hospital)\b", re.IGNORECASE)

#: Here somebody else's account begins.
_NEXT_STATEMENT = Expression(
    r";|,?\s+(?:while(?!\s\w+ing\b)|whereas|but|although)\b|,\s(?:\w+\s){0,2}?(?:minutes|hours?|days?|weeks?|months?)\s(?:after|before)\b",
    re.IGNORECASE,
)


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
        voice = OfficeVoice(scene=self.scene, sentence=self.sentence, speaker=self.speaker)
        if self.speaker is not None:
            return voice.of_speaker()
        words = self.attribution.source if self.attribution else ()
        return voice.of_common_noun(words[0].exact) if words else None

    @cached_property
    def camp(self) -> str | None:
        """The side that the source speaks for, or whose own agency or broadcaster it is."""
        return self.voice or (_owner_of_media(self.scene, self.speaker) if self.speaker else None)

    @property
    def men_of(self) -> str | None:
        """The side whose voice the source is, or of whose men it is one that speaks for nobody."""
        return self.voice or (self.speaker.side if self.speaker is not None else None)

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
        if party is not None and party.speaks_for == side and party.side not in (None, side):
            return party.side
        told = (r.people for r in self.scene.named if r.side == side and r.people != side)
        return next(told, self.scene.knowledge.country_of(side))

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
    def sentence_number(self) -> int:
        """The number of the sentence that the claim begins in."""
        return self.scene.sentence_index(self.core[0])

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

    @cached_property
    def account(self) -> Span:
        """Where its own account is, from where its source's words begin to where somebody else's do."""
        start, end = self.sentence
        told = [c for c in self.attribution.content if c.end > start] if self.attribution else []
        inside = any(c.start <= self.phrase[0] < c.end for c in told)
        start = max(start, told[0].start) if inside else start  # "X overran a base, officials said, killing 17"
        breaks = [found.span() for found in _NEXT_STATEMENT.finditer(self.text, start, end)]
        left = max((stop for _, stop in breaks if stop <= self.phrase[0]), default=start)
        right = min((first for first, _ in breaks if first >= self.phrase[1]), default=end)
        return left, right

    @cached_property
    def nounless(self) -> bool:
        """True for a count without a noun of its own: "over 100 wounded", "31 others"."""
        victims = self.claim.value.victims
        return victims is None or bool(_NO_NOUN.fullmatch(victims.exact))

    @cached_property
    def pronoun(self) -> bool:
        """True where the claim opens with a pronoun for its victims ("they are all in hospital")."""
        return bool(_PRONOUN.match(self.text, *self.core))

    @cached_property
    def rebel_noun(self) -> bool:
        """True where the victims are called rebels, militants, gunmen ..."""
        return bool(_REBEL.search(self.victim_words))

    @cached_property
    def attackers(self) -> bool:
        """True where the victims are told to be those who attacked."""
        return bool(_ATTACKERS.search(self.victim_words))

    @cached_property
    def state_noun(self) -> bool:
        """True where the victims are called soldiers, police ..., or are told to wear a uniform."""
        return bool(
            _STATE.search(self.victim_words)
            or (self.claim.value.group == "combatant" and _RANKS.search(self.victim_words))
            or _IN_UNIFORM.search(self.victim_words + self.after[:_NEAR_WORDS])
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


_STATE_MEDIA = Expression(
    r"\b(?:state(?:[ -](?:run|owned|controlled))?|official) (?:media|television|tv|radio|broadcaster|newspaper"
    r"|(?:news )?agency)\b",
    re.IGNORECASE,
)


_RADIO = Expression(r"\bradio\b", re.IGNORECASE)


def _owner_of_media(scene: Scene, speaker: Party) -> str | None:
    """The government whose own agency or broadcaster counts the dead, the armed group whose radio does."""
    if speaker.side is None:
        return None
    words = " ".join(name for name in (speaker.name, speaker.role) if name)
    if scene.armed_group(speaker.side):
        return speaker.side if speaker.kind == "outlet" and _RADIO.search(words) else None
    entry = scene.knowledge.find(speaker.name)
    return speaker.side if (entry is not None and entry.state_run) or _STATE_MEDIA.search(words) else None


#: A reference after a verb of harm is its object.
_OBJECT = Expression(
    rf"\b(?:{HARM}|{PUT_OUT})\s+(?:(?!and\b|but\b)[\w-]+(?:,\d+)?\s+){{0,4}}$",
    re.IGNORECASE,
)
#: A reference after one of these is no subject.
_OBLIQUE = Expression(
    r"\b(?:in|at|near|inside|across|around|over|against|by|with|to|from|on|into|outside|of|for|between)\s+(?:the\s+"
    r"|an?\s+|its\s+|their\s+)?$",
    re.IGNORECASE,
)
