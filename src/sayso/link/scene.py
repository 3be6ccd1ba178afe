"""Who stands in a report: every reference to a side in it, and which sides fight one another there.

One scene is built per report and read by the rules for sides, perpetrators and posture. A *reference* is a stretch of
text that stands for a side: a name ("Azerbaijani", "the NPA") or a common noun that the report itself ties to one
("the rebels", "government troops"). Nothing here knows a name: names come as mentions, hostility from the dossier.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from sayso.expression import Expression, in_small_letters
from sayso.link.ground import government_of, hostile, is_armed_group, state_of, state_of_country
from sayso.link.harm_dates import HarmDates
from sayso.link.knowledge_base import REBELS, Knowledge
from sayso.link.mentions import Mentions, PartyMention, PlaceMention
from sayso.link.passing import borders_or_talks
from sayso.link.sentences import Sentences
from sayso.model import Attribution, Document, Party

Span = tuple[int, int]

#: Nouns for members of a state's forces, where no word says which state.
STATE_NOUN = (
    r"soldiers?|troops?|troopers?|armed forces|service ?(?:wo)?m[ae]n|service ?members?|military personnel|military"
    r"|armys?|conscripts?"
    r"|reservists?|policem[ae]n|policewom[ae]n|police officers?|police|gendarmes?|marines?|airm[ae]n|seam[ae]n|sailors?"
    r"|coast guards?|border guards?|security (?:forces|personnel|officers|guards)|army (?:officers?|personnel)"
    r"|militiam[ae]n|(?:army|military|police|navy) (?:recruits?|cadets?)"
    r"|pro-government (?:forces|fighters|militias?|militiamen)|government (?:forces|troops|soldiers|fighters"
    r"|militiamen)"
    r"|(?:regime|loyalist|federal) (?:forces|troops|soldiers|fighters)|the government|the regime|the junta"
    r"|junta (?:troops|forces|soldiers)|jawans?|(?:army |paramilitary )?rangers?"
)
#: Nouns for members of an armed group that is no state.
REBEL_NOUN = (
    r"rebels?|insurgents?|guerr?illas?|militants?|jihadists?|jihadis?|gunm[ae]n|extremists?|separatists?|terrorists?"
    r"|secessionists?|subversives?|gang members?|gangsters?|opposition fighters"
    r"|attackers|assailants|infiltrators|armed (?:men|group)|lawless elements"
)
#: Nouns after the name of a side that tell that it fights.
_FORCE = Expression(
    rf"(?:['’]s?)?(?:[ -]\w+)?[ -](?:{STATE_NOUN}|{REBEL_NOUN}|forces|fighters|warplanes|(?:air ?)?strikes?"
    rf"|airstrikes?|shelling"
    r"|shells|bombardment|artillery|drones?|missiles?|rockets?|raids?|positions|jets|planes|helicopters|fire|snipers?"
    r"|offensive|attacks?|side|militias?|units?|captives)\b",
)
#: "a Norlandic drone strike", "Norlandic warplanes".
_FROM_THE_AIR = Expression(
    r"(?:['’]s)?(?:-led)?\s(?:\w+\s){0,2}?(?:(?:air ?|drone |missile )strikes?|airstrikes?|air raids?|drones?|warplanes"
    r"|jets|missiles?|bombing|bombs?)\b",
    re.IGNORECASE,
)
#: "a Norlandic militant": where he is from, and no word of his state.
_OF_ITS_PEOPLE = Expression(rf"\s(?:{REBEL_NOUN})\b")
_FORCE_INSIDE = Expression(rf"\b(?:{STATE_NOUN}|{REBEL_NOUN}|forces|fighters)\b")
_SOLDIERS = Expression(r"\b(?:soldiers?|troops|peacekeepers?|troopers|forces|servicemen)\b", re.IGNORECASE)
_EVENT_AHEAD = (
    r"(?=\s+(?:(?:air|artillery|rocket|mortar|drone) ?)?(?:strikes?|airstrikes?|raids?|shelling|shells|bombardments?"
    r"|bombings?|attacks?|fire"
    r"|artillery|warplanes|jets|helicopters|rockets|missiles|offensive)\b)"
)
_GENERIC = Expression(
    rf"\b(?:(?P<state>{STATE_NOUN}|(?:government|regime|junta|loyalist){_EVENT_AHEAD})|(?P<rebel>{REBEL_NOUN}))\b"
)
#: Words that set two sides against each other: "clashes between X and Y", "X attacked Y", "X and Y exchanged fire".
_FIGHT = Expression(
    r"\b(?:(?:clash\w*|fight\w*|war|battles?|conflict|hostilities|skirmish\w*|ceasefire|truce"
    r"|firefights?)\s+(?:\w+\s+){0,3}?(?P<between>between)"
    r"|(?:clash\w*|fight\w*|fought|battl\w+|war|encounter|offensive|attacks?|strikes?|insurgency|campaign)\s+(?:with"
    r"|against|on)"
    r"|(?P<mutual>fought|exchanged? (?:heavy )?(?:fire|shelling)|traded? fire|accus\w+ each other|blam\w+ each other"
    r"|clashed)"
    r"|attack(?:ed|ing)|shell(?:ed|ing)|bomb(?:ed|ing|arded)|ambush(?:ed|ing)|raid(?:ed|ing)|kill(?:ed|ing)|struck|storm(?:ed|ing)"
    r"|target(?:ed|ing)|destroyed)\b"
)
_PASSIVE = Expression(r"\b(?:was|were|is|are|been|be|being)\s+(?:\w+\s+)?$", re.IGNORECASE)
_NO_OBJECT = Expression(
    r"\b(?:in|at|near|by|of|during|from|inside|after|as|when|while|said|says)\b|[.;]|,(?!\d)", re.IGNORECASE
)
_WITHIN = Expression(r"\b(?:in|across|inside|throughout)\s+(?:(?:north|south|east|west)\w*\s+)?$", re.IGNORECASE)
#: The other side of a fight is named within this many characters.
_NEAR = 70
#: What a place counts for the country that a report plays in: its name less than a town in it.
_COUNTRY, _TOWN = 1, 2
#: Three towns, or a town named three times.
_SEVERAL_TOWNS = 6
#: How often a side must be named, against the next, to be the one that a bare noun means.
_DOMINANT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Words that stand for a side."""

    start: int
    end: int
    #: The side that acts under this name (a government, a group), and the dossier's side (the same without a dossier).
    side: str
    group: str
    #: The people that civilians of this name belong to: a country where `side` is its government.
    people: str
    party: Party | None = None
    #: True for a common noun ("the rebels"), False for a name.
    generic: bool = False


def side_of_party(party: Party) -> str | None:
    """The side that a party belongs to or is, None for outsiders without one (monitors, agencies, unnamed people)."""
    if party.speaks_for or party.side:
        return party.speaks_for or party.side
    return party.name if party.kind in ("state", "group") else None


#: The adjective of a state is no longer than this.
_ADJECTIVE_LENGTH = 24


@dataclass(frozen=True, kw_only=True)
class Scene:
    """One report with its sentences, its references to sides and who fights whom in it. Make one with :meth:`of`."""

    document: Document
    mentions: Mentions
    knowledge: Knowledge
    sentences: Sentences
    named: tuple[Reference, ...] = field(repr=False)
    #: Common nouns that linking has tied to a side by itself ("the militants").
    common: tuple[Reference, ...] = field(default=(), repr=False)
    #: The sides that sources of the report speak for, each with its `side_group`, in text order.
    voices: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(
        cls, document: Document, mentions: Mentions, knowledge: Knowledge, attributions: Sequence[Attribution] = ()
    ) -> Scene:
        """Read the scene of a report out of its mentions and, where they are resolved, its speakers."""
        group = cache(knowledge.side_group)
        known = [
            _reference(m, side, document.text, group(side))
            for m in mentions.parties
            if (side := _mention_side(m, document.text)) and not _is_of_outlaws(m, document.text)
        ]
        named = tuple(r for r in known if not r.generic)
        sentences = Sentences(document.text)
        spoken = (a.speaker.speaks_for for a in attributions if a.speaker is not None and a.speaker.speaks_for)
        return cls(
            document=document,
            mentions=mentions,
            knowledge=knowledge,
            sentences=sentences,
            named=named,
            common=tuple(r for r in known if r.generic),
            voices=tuple((side, group(side)) for side in dict.fromkeys(spoken)),
        )

    @property
    def text(self) -> str:
        """The report's text."""
        return self.document.text

    @cached_property
    def lowered(self) -> str:
        """The text in small letters: patterns that need not ask for either case are several times as fast on it."""
        return in_small_letters(self.text)

    @cached_property
    def _groups(self) -> dict[str, str]:
        return {}

    def group(self, side: str) -> str:
        """The dossier's side of a side; looked up once."""
        if side not in self._groups:
            self._groups[side] = self.knowledge.side_group(side)
        return self._groups[side]

    @cached_property
    def _armed(self) -> dict[str, bool]:
        return {}

    def armed_group(self, side: str) -> bool:
        """True for a group that is no state and governs no country of its own; looked up once."""
        if side not in self._armed:
            unknown_group = any(r.side == side and r.party is not None and r.party.kind == "group" for r in self.named)
            unnamed = side.endswith(REBELS)
            self._armed[side] = self.is_community(side) or is_armed_group(
                self.knowledge, side, otherwise=unknown_group or unnamed
            )
        return self._armed[side]

    def is_community(self, side: str) -> bool:
        """True for a people or clan that fights another in this report."""
        return side in self.mentions.communities

    @cached_property
    def _enemies(self) -> dict[tuple[str, str], bool]:
        return {}

    def first(self, pattern: Expression, span: Span) -> re.Match[str] | None:
        """The first match within a span; looked for once, since every claim of a sentence asks the same."""
        asked = (pattern.pattern, span)
        if asked not in self._firsts:
            self._firsts[asked] = pattern.search(self.lowered, *span)
        return self._firsts[asked]

    @cached_property
    def _firsts(self) -> dict[tuple[str, Span], re.Match[str] | None]:
        return {}

    def sentence(self, offset: int) -> Span:
        """The sentence that holds the offset."""
        return self.sentences.of(offset)

    def sentence_index(self, offset: int) -> int:
        """The number of the sentence that holds the offset."""
        return self.sentences.number(offset)

    def between(self, start: int, end: int) -> tuple[Reference, ...]:
        """Every reference that starts at or after `start` and before `end`, in text order."""
        left = bisect_left(self._reference_starts, start)
        return self.references[left : bisect_left(self._reference_starts, end)]

    def _named_between(self, start: int, end: int) -> tuple[Reference, ...]:
        """Names only: what common nouns stand for is read out of who fights whom, and not the other way round."""
        return self.named[bisect_left(self._named_starts, start) : bisect_left(self._named_starts, end)]

    @cached_property
    def _named_starts(self) -> list[int]:
        return [reference.start for reference in self.named]

    def places(self, start: int, end: int) -> tuple[PlaceMention, ...]:
        """Every place named between the offsets."""
        starts = self._place_starts
        return self.mentions.places[bisect_left(starts, start) : bisect_left(starts, end)]

    def parties(self, start: int, end: int) -> tuple[PartyMention, ...]:
        """Every party mention that starts between the offsets."""
        starts = self._party_starts
        return self.mentions.parties[bisect_left(starts, start) : bisect_left(starts, end)]

    @cached_property
    def _party_starts(self) -> list[int]:
        return [party.start for party in self.mentions.parties]

    @cached_property
    def _place_starts(self) -> list[int]:
        return [place.start for place in self.mentions.places]

    @cached_property
    def _reference_starts(self) -> list[int]:
        return [reference.start for reference in self.references]

    @cached_property
    def fighting(self) -> tuple[Reference, ...]:
        """Named references whose next words tell that the side fights ("X troops", "X shelling")."""
        return tuple(r for r in self.named if self._fights(r))

    def _fights(self, reference: Reference) -> bool:
        if self.armed_group(reference.side):
            return True
        if _OF_ITS_PEOPLE.match(self.lowered, reference.end):
            return False
        return bool(
            _FORCE.match(self.lowered, reference.end)
            or _FORCE_INSIDE.search(self.lowered, reference.start, reference.end)
        )

    @cached_property
    def belligerents(self) -> tuple[str, ...]:
        """The `side_group` of every side that fights in this report, most mentioned first, then by first mention."""
        counts = Counter(r.group for r in (*self.fighting, *self.common))
        counts.update(r.group for r in self.named if r.group in self._of_dossier)
        counts.update(sorted(group for pair in self.fought for group in pair))
        order = {r.group: number for number, r in enumerate(reversed((*self.common, *self.named)))}
        return tuple(sorted(counts, key=lambda group: (-counts[group], -order.get(group, 0))))

    @cached_property
    def _of_dossier(self) -> frozenset[str]:
        dossier = self.knowledge.dossier
        return frozenset(dossier.side_groups()) if dossier else frozenset()

    @cached_property
    def insurgent(self) -> Reference | None:
        """The armed group that "the rebels" means here: the only one, or the one named far more often; no people.

        Rebels of a state that the report gives no name where it names no group at all.
        """
        named = [r for r in self.named if self.armed_group(r.side) and not self.is_community(r.side)]
        return _dominant(named or [r for r in self.common if self.armed_group(r.side)])

    @cached_property
    def state(self) -> Reference | None:
        """The state whose soldiers bare "soldiers" are: the only one that fights here; None between two states."""
        states = [r for r in self.named if not (self.armed_group(r.side) or _OF_ITS_PEOPLE.match(self.lowered, r.end))]
        fights = {r.start for r in self.fighting}
        fighting = [r for r in states if r.start in fights] or states
        local = [r for r in fighting if self.home is not None and r.people == self.home[0]]
        if local and self.insurgent is not None and not self.contested:
            return local[0]
        return (
            None
            if self.contested
            else self._or_home(_dominant(fighting)) or next(iter(local), None) or (None if states else self._of_home())
        )

    def _or_home(self, state: Reference | None) -> Reference | None:
        """The state itself, or the one that the report plays in where it names this only in passing."""
        if state is None or self.home is None or state.people == self.home[0]:
            return state
        at_home = [r for r in self.named if r.people == self.home[0] and not self.armed_group(r.side)]
        own = [r for r in self.named if r.group == state.group]
        if len(own) == 1 and len(at_home) > 1:
            return at_home[0]
        return state if any(self._on_the_ground(r) for r in own) else self._of_home() or state

    def _on_the_ground(self, reference: Reference) -> bool:
        """True where a state's forces act, but for strikes from the air: those are no soldiers whom a report meets."""
        return self._fights(reference) and _FROM_THE_AIR.match(self.text, reference.end) is None

    def _of_home(self) -> Reference | None:
        """The government of the country that the report plays in."""
        if self.home is None:
            return None
        side = government_of(self.knowledge, self.home[0])
        return Reference(start=0, end=0, side=side, group=self.group(side), people=self.home[0], generic=True)

    @cached_property
    def contested(self) -> bool:
        """True where two states fight each other in the report, so that no government is meant without being named."""
        states = {r.group: r.side for r in self.named if not self.armed_group(r.side)}
        fighting = {r.group for r in self.fighting} & states.keys()
        if any(pair <= states.keys() for pair in self.fought):
            return True
        sides = [states[group] for group in sorted(fighting)]
        return any(hostile(self.knowledge, one, other) for i, one in enumerate(sides) for other in sides[i + 1 :])

    @cached_property
    def home(self) -> tuple[str, str] | None:
        """The state (name, side_group) on whose ground the report mostly plays, by the places it names."""
        named = {r.people for r in self.named if not self.armed_group(r.side)}
        # a government goes by another name than its country in a civil war
        named |= self._governed(frozenset(r.side for r in self.named))
        spoken = {r.start for r in self.named}
        states: Counter[str] = Counter()
        capitals: set[str] = set()
        towns = False
        for mention in self.mentions.places:
            state = state_of(mention.place)
            if state is None or mention.place is None or borders_or_talks(self.text, mention.start, mention.end):
                continue
            town = mention.place.kind != "country" and mention.start not in spoken
            towns = towns or town
            states[state] += _TOWN if town else _COUNTRY
            capitals |= {state} if mention.place.kind == "capital" else set()
            named |= {state} if mention.place.kind == "country" else set()
        placed = {mention.start for mention in self.mentions.places}
        for reference in self.named:
            is_state = reference.party is not None and reference.party.kind == "state"
            if is_state and reference.start not in placed and self._located(reference):
                states[reference.people] += _COUNTRY
        for side in {r.side for r in self.named if self.armed_group(r.side)}:
            active = [state for code in sorted(self.countries_of(side)) if (state := state_of_country(code))]
            if len(active) == 1:
                states[active[0]] += _COUNTRY
                named.add(active[0])
        if not states or (len(named) > 1 and not towns):
            return None if states else self._of_state_media()
        # a country whose capital and towns are named needs no name itself, nor does one that the conflict is in
        towns_tell = capitals | self._fought_over()
        named |= {state for state in towns_tell if states[state] >= _SEVERAL_TOWNS} if named else set()
        name = max(states, key=lambda state: (state in named or not named, states[state]))
        return name, self.group(name)

    def _of_state_media(self) -> tuple[str, str] | None:
        """Whose state's broadcaster tells it, where the report names no country: its own."""
        told = {m.party.affiliation for m in self.mentions.parties if m.how == "outlet" and m.party.affiliation}
        names_state = any(r.party is not None and r.party.kind == "state" for r in self.named)
        state = told.pop() if len(told) == 1 and not names_state else None
        return None if state is None else (state, self.group(state))

    def _governed(self, sides: frozenset[str]) -> frozenset[str]:
        dossier = self.knowledge.dossier
        actors = dossier.actors if dossier else ()
        return frozenset(a.government_of for a in actors if a.name in sides and a.government_of)

    def _fought_over(self) -> frozenset[str]:
        """The states that the dossier's conflict is in."""
        dossier = self.knowledge.dossier
        states = (state_of_country(code) for code in dossier.countries) if dossier else ()
        return frozenset(state for state in states if state is not None)

    def _located(self, reference: Reference) -> bool:
        """True where a state is named as a place ("in X")."""
        return bool(_WITHIN.search(self.text, max(0, reference.start - 24), reference.start))

    @cached_property
    def harm_dates(self) -> HarmDates:
        """The report's dates, read for the harms told in it."""
        return HarmDates(self.text, self.sentences, self.mentions.dates, self.document.published)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Names and common nouns that stand for a side, in text order, without overlaps."""
        known = sorted([*self.named, *self.common], key=lambda r: r.start)
        taken = [(r.start, r.end) for r in known]
        generic = [r for r in self._generic() if not _touches(taken, r)]
        return tuple(sorted([*known, *generic], key=lambda r: (r.start, r.end)))

    def _generic(self) -> Iterator[Reference]:
        for found in _GENERIC.finditer(self.lowered):
            word = found.group().lower()
            meant = self._rebels(word) if found.group("rebel") else self._of_home() if "regime" in word else self.state
            if meant is not None and not self._from_elsewhere(meant, found.start()):
                yield Reference(
                    start=found.start(),
                    end=found.end(),
                    side=meant.side,
                    group=meant.group,
                    people=meant.people,
                    generic=True,
                )

    def _from_elsewhere(self, meant: Reference, start: int) -> bool:
        """True for "a Norlandic | armed group" where the report's armed group is of another country."""
        before = self._named_between(start - _ADJECTIVE_LENGTH, start)
        known = self.knowledge.find(before[-1].side) if before and before[-1].end == start - 1 else None
        if known is None or known.sort != "state" or not self.armed_group(meant.side):
            return False
        return not set(known.countries) & self.countries_of(meant.side)

    def _rebels(self, word: str) -> Reference | None:
        """The armed group that a common noun means: one that is called so, where it is known what groups are called."""
        meant = self.insurgent
        entry = self.knowledge.find(meant.side) if meant else None
        if entry is None or not entry.called:
            return meant
        return meant if any(word.rstrip("s") in called.lower() for called in entry.called) else None

    def hostile(self, one: str, other: str) -> bool:
        """True where the dossier, or the report by setting exactly these two sides to fight, makes them enemies."""
        if (one, other) not in self._enemies:
            pair = {self.group(one), self.group(other)}
            told = frozenset(pair) in self.fought or (len(pair) == 2 and pair == set(self.belligerents))
            rebels = self._rebels_against(one, other) or self._rebels_against(other, one)
            self._enemies[one, other] = told or rebels or hostile(self.knowledge, one, other)
        return self._enemies[one, other]

    def _rebels_against(self, one: str, other: str) -> bool:
        """True for the rebels of a state, whom the report gives no other name, and its government."""
        state = one.removesuffix(REBELS)
        return state != one and other in (state, government_of(self.knowledge, state))

    @cached_property
    def fought(self) -> frozenset[frozenset[str]]:
        """Pairs of `side_group` that the report says fight, attack or accuse each other."""
        return frozenset(pair for pair in self._pairs() if len(pair) == 2)

    def _pairs(self) -> Iterator[frozenset[str]]:
        for found in _FIGHT.finditer(self.lowered):
            start, end = self.sentence(found.start())
            before = self._named_between(start, found.start())
            after = self._named_between(found.end(), min(end, found.end() + _NEAR))
            if found.group("between"):
                yield frozenset(r.group for r in after[:2])
            elif found.group("mutual"):
                yield frozenset(r.group for r in before[-2:])
            elif before and after and self._is_object(found, after[0]):
                yield frozenset((before[-1].group, after[0].group))

    def _is_object(self, verb: re.Match[str], reference: Reference) -> bool:
        """True where the reference is whom the verb strikes, and not where or by whom it is done."""
        passive = _PASSIVE.search(self.text, max(0, verb.start() - 16), verb.start())
        return passive is None and not _NO_OBJECT.search(self.text, verb.end(), reference.start)

    def at_war(self, side: str, country: str) -> bool:
        """True where a side is the enemy of a country's government in a war of states, and not in a civil war there."""
        government = government_of(self.knowledge, country)
        if not self.hostile(side, government):
            return False
        dossier = self.knowledge.dossier
        groups = {a.name for a in dossier.actors if a.kind == "armed_group"} if dossier else set[str]()
        groups |= {r.side for r in self.named if self.armed_group(r.side)}
        return not any(self.hostile(group, government) for group in groups)

    def countries_of(self, name: str) -> frozenset[str]:
        """ISO codes of the state itself, or of the states that a group is active in."""
        entry = self.knowledge.find(name)
        return frozenset(entry.countries) if entry else frozenset()

    def opponent(self, side: str) -> Reference | None:
        """The one side of the report that fights this side; None where there is none or more than one."""
        group = self.group(side)
        others = [r for r in self.named if r.group != group and self.hostile(side, r.side)]
        if not others and self.armed_group(side):
            return self.state
        rebels = self.insurgent if self.insurgent is not None and self.insurgent.generic else None
        if not others and rebels is not None and self.hostile(side, rebels.side):
            return rebels
        return _dominant(others) if len({r.group for r in others}) > 1 else next(iter(others), None)


def _mention_side(mention: PartyMention, text: str) -> str | None:
    """The side that a mention stands for; a body's own soldiers ("X peacekeepers") make it one."""
    if mention.party.kind == "outlet":
        return None
    side = side_of_party(mention.party)
    if side is None and mention.party.kind == "organisation":
        if _SOLDIERS.search(text, mention.start, mention.end):
            return mention.party.affiliation
        if _SOLDIERS.match(text, mention.end):
            return mention.party.name
    return side


#: "Norlandic drug traffickers": outlaws of that people, for whom no state answers.
_OUTLAWS = Expression(
    r"\s(?:\w+\s){0,2}?(?:gangs?|gangsters|cartels?|traffickers|smugglers|bandits|pirates|criminals|mobsters|mafia)\b"
)


def _is_of_outlaws(mention: PartyMention, text: str) -> bool:
    """True for a state named by its adjective before outlaws."""
    if mention.party.kind != "state":
        return False
    words = text[mention.end : mention.end + _OUTLAWS_NEAR]
    return _OUTLAWS.match(words.lower()) is not None and not words.startswith("'")


_OUTLAWS_NEAR = 50


def _reference(mention: PartyMention, side: str, text: str, group: str) -> Reference:
    words = text[mention.start : mention.end]
    return Reference(
        start=mention.start,
        end=mention.end,
        side=side,
        group=group,
        people=mention.party.side or side,
        party=mention.party,
        generic=words == words.lower() or _is_common(words),
    )


def _is_common(words: str) -> bool:
    """True for a common noun with a capital because it opens a sentence ("Soldiers")."""
    rest = words[1:]
    return rest == rest.lower() and _GENERIC.match(words.lower()) is not None


def _dominant(references: list[Reference]) -> Reference | None:
    """The first reference to the side named at least twice as often as the next; None when no side stands out."""
    counts = Counter(r.group for r in references).most_common(2)
    if not counts or (len(counts) > 1 and counts[0][1] < _DOMINANT * counts[1][1]):
        return None
    return next(r for r in references if r.group == counts[0][0])


def _touches(taken: list[Span], reference: Reference) -> bool:
    at = bisect_right(taken, (reference.start, reference.end))
    return any(s < reference.end and reference.start < e for s, e in taken[max(0, at - 1) : at + 1])
