"""Every party that a report names, who that is, and for whom it speaks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from sayso.expression import Expression
from sayso.link.capitals import stands_for_government
from sayso.link.countries import country_names
from sayso.link.explained_letters import explained_letters
from sayso.link.ground import state_of
from sayso.link.knowledge_base import Knowledge
from sayso.link.lexicon import Alias, Entry, key_of, split_words, word_set
from sayso.link.mentions import PartyMention, PlaceMention
from sayso.link.party_context import (
    ReportContext,
    authority_behind,
    authority_that_spoke,
    ground_before,
    is_of_a_place,
    organ_before,
    own_names,
    owner_told_before,
    told_of,
)
from sayso.link.party_phrases import Head, Phrase, Reading
from sayso.model import Party, PartyKind

#: Kinds of noun that make a state's or group's phrase its voice.
_VOICES = frozenset({"body", "forces", "members", "authority", "office", "staff"})
_VOICES_OR_REBELS = _VOICES | {"rebels"}
_KINDS: dict[str, PartyKind] = {
    "body": "organisation",
    "forces": "organisation",
    "members": "organisation",
    "authority": "organisation",
    "office": "person",
    "staff": "unnamed",
    "rebels": "group",
    "activists": "unnamed",
    "expert": "unnamed",
    "outlet": "outlet",
}
#: Nouns for which there is one institution at a time, so that they mean the government's where only one is at hand.
_BARE = frozenset({"body", "forces", "members", "authority", "office", "staff"})
#: Modifiers that tell that bare staff belong to an armed group.
_OF_REBELS = frozenset({"rebel", "guerrilla", "insurgent", "separatist", "militant"})
_OF_STATE = frozenset(
    {
        "military",
        "army",
        "police",
        "government",
        "defence",
        "defense",
        "security",
        "foreign",
        "interior",
        "naval",
        "presidential",
        "intelligence",
        "air",
    }
)
_STATE_OFFICES = frozenset(
    {"official", "president", "prime minister", "vice president", "minister", "governor", "general"}
)
#: What an army or group has: before such a noun its own noun only describes.
_BELONGINGS = word_set(
    "base bases camp camps vehicle vehicles post posts station stations convoy convoys patrol patrols",
    "checkpoint barracks position positions helicopter helicopters jet jets aircraft plane planes tank tanks",
    "building buildings offices compound hospital hospitals equipment operation operations action intervention",
    "campaign exercise exercises aid assistance installation installations facility facilities court coup rule",
    "solution situation law hideout hideouts stronghold strongholds area areas territory territories hardware",
    "outpost outposts school academy",
)
#: Words that judge, and what stands for them in a name that is printed outside of the report's own words.
_NEUTRAL = {"regime": "government", "occupation": "", "occupying": "", "terrorist": "", "so-called": ""}
#: Capitalised words of which one is a body's.
_BODY_NAME = Expression(
    r"(?=.*\b(?:Command|Army|Forces?|Service|Division|Guards?|Police|Ministry|Corps|Agency|Directorate|Navy|Bureau)\b)"
    r"[A-Z][\w’'-]+(?:\s(?:of\s|for\s|the\s|and\s)*[A-Z][\w’'-]+)+"
)
_PEACE_FORCES = word_set("mission peacekeeping peacekeepers peacekeeper force forces")
_POSSESSIVES = word_set("its their his her our my your whose")
#: Nouns that stand for a party only together with its name.
_VAGUE_ALONE = word_set(
    "force forces command side delegation leadership administration minister head chief leader director general",
    "generals office embassy contingent intelligence counterpart presidency chairman king secretary governor mayor",
    "authority infantry expert commander commanders aide assistant representative representatives officer",
    "officers founder fellow opposition coordinator cabinet",
)


def find_parties(
    text: str,
    knowledge: Knowledge,
    communities: Mapping[str, Alias] = MappingProxyType({}),
    places: Sequence[PlaceMention] = (),
) -> tuple[PartyMention, ...]:
    """Every mention of a party, in text order and without overlaps; works in time linear in the text's length.

    `communities`: names of peoples that are sides in this report, by their keys; `places`: those that the text names.
    """
    words = split_words(text)
    known = replace(knowledge, lexicon=knowledge.lexicon.with_table({**own_names(text, knowledge), **communities}))
    grounds = {place.end: state for place in places if (state := state_of(place.place)) is not None}
    return _Finder.of(Reading.of(text, words, known), grounds).mentions()


#: Organs that the one army of a report may be meant by; police are of the place, whoever fights there.
_OF_AN_ARMY = frozenset({"Army", "Military", "Armed Forces", "Defence Forces", "Air Force", "Navy", "Defence Ministry"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Finder:
    """One pass over the phrases of a report."""

    reading: Reading
    phrases: list[Phrase]
    context: ReportContext
    #: The state of each place that the report names, by the offset where its name ends.
    grounds: Mapping[int, str]

    @classmethod
    def of(cls, reading: Reading, grounds: Mapping[int, str]) -> _Finder:
        phrases = list(reading.phrases())
        return cls(reading=reading, phrases=phrases, context=ReportContext.of(phrases, reading), grounds=grounds)

    @property
    def knowledge(self) -> Knowledge:
        return self.reading.knowledge

    def mentions(self) -> tuple[PartyMention, ...]:
        found: list[PartyMention] = []
        for at, phrase in enumerate(self.phrases):
            mention = self._same_ministry(phrase, found) or self._mention(at, phrase)
            if mention is None:
                continue
            if self._is_national_society(at):
                found[-1:] = [self._national_society(found[-1], mention)]
            else:
                found.append(mention)
        found = sorted(_named_offices(found), key=lambda m: m.start)
        found = [m for at, m in enumerate(found) if at == 0 or m.start >= found[at - 1].end]
        people = _people(found)
        found = [_in_full(mention, people) for mention in found]
        found += explained_letters(self.reading.text, found)
        return tuple(sorted([*found, *self._surnames(found, people)], key=lambda m: m.start))

    def _mention(self, at: int, phrase: Phrase) -> PartyMention | None:
        party = self._based(phrase) if phrase.base is not None else self._bare(at, phrase)
        if party is None:
            return None
        start, end = self._span(phrase)
        if party.kind == "outlet" and (named := self._outlet_after(phrase)) is not None:
            return replace(named, start=start)
        how = phrase.base.how if phrase.base is not None and not phrase.heads else (phrase.kind or "name")
        return PartyMention(start=start, end=end, party=party, how=how)

    def _is_national_society(self, at: int) -> bool:
        """True for "Kenyan" + "Red Cross": a state's adjective right before a body that each country has."""
        here, before = self.phrases[at], self.phrases[at - 1] if at else None
        if (
            before is None
            or before.base is None
            or here.base is None
            or before.heads
            or not self.reading.follows(here.first)
        ):
            return False
        adjacent = before.stop == here.first and before.base.how == "adjective" and before.base.entry.sort == "state"
        return adjacent and "Red Cr" in here.base.spelling

    def _national_society(self, state: PartyMention, body: PartyMention) -> PartyMention:
        name = f"{self.reading.text[state.start : state.end]} {self.reading.text[body.start : body.end]}"
        party = self._party(" ".join(name.split()), "organisation")
        return PartyMention(start=state.start, end=body.end, party=party, how="name")

    def _same_ministry(self, phrase: Phrase, found: list[PartyMention]) -> PartyMention | None:
        """ "The ministry" is the one named last."""
        if phrase.base is not None or len(phrase.heads) != 1 or phrase.heads[0].name != "Ministry":
            return None
        named = next(
            (m.party for m in reversed(found) if m.party.kind == "organisation" and m.party.name.endswith("Ministry")),
            None,
        )
        start, end = self._span(phrase)
        return PartyMention(start=start, end=end, party=named, how="again", confidence=0.9) if named else None

    def _outlet_after(self, phrase: Phrase) -> PartyMention | None:
        """ "State news agency X": the outlet's own name right after what it is."""
        found = self.reading.names.get(phrase.stop) if phrase.heads and self.reading.follows(phrase.stop) else None
        if found is None or found[1].entry.kind != "outlet":
            return None
        inner = Phrase(first=phrase.stop, stop=found[0], base=found[1], base_words=(phrase.stop, found[0]))
        party = self._plain(inner, found[1].entry, found[1].how)
        start, end = self._span(inner)
        return PartyMention(start=start, end=end, party=party, how="name") if party else None

    def _span(self, phrase: Phrase) -> tuple[int, int]:
        words = self.reading.words
        first, last = words[phrase.first].start, words[phrase.stop - 1]
        if phrase.kind in ("people", "outside") and phrase.base_words is not None:
            return words[phrase.base_words[0]].start, words[phrase.base_words[1] - 1].end
        abbreviated = (
            len(last.text) == 1 and last.capital and self.reading.text[last.end - 2 : last.end + 1].startswith(".")
        )
        return first, last.end + (abbreviated and self.reading.text[last.end : last.end + 1] == ".")

    # --- phrases that are built on a name

    def _based(self, phrase: Phrase) -> Party | None:
        assert phrase.base is not None
        entry, how = phrase.base.entry, phrase.base.how
        if entry.sort == "none":
            return None
        if entry.sort == "people":
            return self._of_people(phrase, entry)
        if entry.sort == "person":
            return self._of_person(phrase, entry)
        if not phrase.heads:
            return self._plain(phrase, entry, how)
        if entry.sort == "state" and any(head.kind == "rebels" for head in phrase.heads):
            return self._state_rebels(phrase, entry)
        return self._organ(phrase, entry)

    def _of_people(self, phrase: Phrase, entry: Entry) -> Party | None:
        """A people is a party only by its forces, rebels or officials."""
        if not phrase.heads or phrase.kind not in _VOICES_OR_REBELS:
            return None
        named = (
            self.context.insurgents(phrase.heads[-1].name) if phrase.kind == "rebels" and entry.side is None else None
        )
        name = self._written(phrase, entry)
        armed = phrase.kind in ("forces", "members", "rebels")
        own = self.context.group_of_people(entry.adjective) if armed else None
        side = own or entry.side or named or (name if armed else None)
        kind = "group" if armed else _KINDS[phrase.kind or ""]
        if armed and side is not None:
            name = side
        party = self._party(name, kind, affiliation=entry.side, speaks_for=side, side=side)
        return self._with_person(phrase, party)

    def _of_person(self, phrase: Phrase, entry: Entry) -> Party:
        owner = self.knowledge.find(entry.affiliation or "")
        if phrase.heads and owner is not None and phrase.kind in ("authority", "forces", "members", "staff"):
            return self._organ(phrase, owner)
        side = self.knowledge.voice(entry.side)
        return self._party(
            entry.name, "person", role=entry.role, affiliation=entry.affiliation, speaks_for=side, side=side
        )

    def _plain(self, phrase: Phrase, entry: Entry, how: str) -> Party | None:
        """A name without a noun: the state, people, group, body or outlet itself."""
        if how == "capital":
            return self._capital(phrase, entry)
        voice = self.knowledge.voice(entry.speaks_for)
        if entry.sort == "state":
            if how == "name" and (body := self._own_body(phrase)) is not None:
                return self._party(body, "organisation", affiliation=entry.name, speaks_for=voice, side=voice)
            return self._party(entry.name, "state", speaks_for=voice if how == "name" else None, side=entry.side)
        if entry.sort == "de_facto" and how != "name":
            return None if _is_toponym(phrase) else self._party(entry.name, "state", side=entry.side)
        side = self.knowledge.voice(entry.side)
        name = self._called_here(entry) if entry.sort in ("body", "outlet", "network") else entry.name
        return self._party(name, entry.kind, affiliation=entry.affiliation, speaks_for=voice, side=side)

    def _own_body(self, phrase: Phrase) -> str | None:
        """ "Joint Operations Command": a body that a dossier lists as its government, by its own name; None for a
        country's name.
        """
        words = self._base_name(phrase)
        named = words.lower() in country_names()
        return words if not named and _BODY_NAME.fullmatch(words) else None

    def _base_name(self, phrase: Phrase) -> str:
        """The name that a phrase is built on, as printed and without its article."""
        words = self._words(*phrase.base_words) if phrase.base_words is not None else ""
        return words.removeprefix("The ").removeprefix("the ")

    def _called_here(self, entry: Entry) -> str:
        """A body or outlet by its usual name where the report has it, else by the fullest name that the report has."""
        written = [
            self._base_name(phrase)
            for phrase in self.phrases
            if phrase.base is not None and phrase.base_words is not None and phrase.base.entry.name == entry.name
        ]
        usual = f" {key_of(entry.name)} "
        if not written or any(usual in f" {key_of(name)} " for name in written):
            return entry.name
        return max(written, key=len)

    def _capital(self, phrase: Phrase, entry: Entry) -> Party | None:
        """A capital stands for its government only where it says or does something."""
        words, text = self.reading.words, self.reading.text
        start, end = words[phrase.first].start, words[phrase.stop - 1].end
        if not stands_for_government(text, start, end):
            return None
        voice = self.knowledge.voice(entry.speaks_for)
        return self._party(text[start:end], "state", affiliation=entry.name, speaks_for=voice, side=voice)

    def _state_rebels(self, phrase: Phrase, entry: Entry) -> Party:
        """Rebels with the name of a state: the rebels of that state, or a de facto authority of that people."""
        noun = next(head.name for head in phrase.heads if head.kind == "rebels")
        group = self.context.insurgents(noun, entry.name) or self.context.insurgents(noun)
        known = self.context.entries.get(group or "")
        name = self._written(phrase, entry)
        if phrase.kind == "outlet":
            return self._party(name, "outlet", affiliation=group, side=group)
        if phrase.kind != "rebels":
            party = self._party(
                name, _KINDS.get(phrase.kind or "", "unnamed"), affiliation=group, speaks_for=group, side=group
            )
            return self._with_person(phrase, party)
        if group is not None and not (known and known.sort == "de_facto"):
            name = group
        return self._party(name, "group", speaks_for=group, side=group)

    def _organ(self, phrase: Phrase, entry: Entry) -> Party:
        """A state's, group's or body's organ, forces, official or medium."""
        kind = phrase.kind or ""
        if kind == "activists":
            return self._activists(phrase, entry)
        if _is_toponym(phrase) and phrase.heads[-1].name == "governor":
            return self._with_person(phrase, self._party(self._written(phrase, entry), "person"))
        voices = (kind in _VOICES and all(head.kind != "outside" for head in phrase.heads)) or (
            kind == "rebels" and entry.sort != "state"
        )
        own = self.knowledge.voice(entry.speaks_for) if entry.speaks_for else None
        side = self.knowledge.voice(entry.side) if voices or kind == "outlet" else entry.side
        name = self._written(phrase, entry)
        if kind == "rebels" and entry.sort == "group":
            name = entry.name
        if kind == "rebels" and entry.sort == "de_facto" and phrase.base_words is not None:
            name = f"{self._words(*phrase.base_words)} {self._head_words(phrase.heads)}"
        party = self._party(
            name, _KINDS.get(kind, "state"), affiliation=entry.name, speaks_for=own if voices else None, side=side
        )
        if kind in ("people", "outside"):
            return self._party(entry.name, entry.kind, affiliation=entry.affiliation, side=entry.side)
        return self._with_person(phrase, party)

    def _activists(self, phrase: Phrase, entry: Entry | None) -> Party:
        """Activists belong to a camp where they are called its activists; they are never its voice."""
        camp = (
            self.context.insurgents("opposition", entry.name if entry else None)
            if phrase.heads[-1].name == "opposition activists"
            else None
        )
        name = self._written(phrase, entry) if entry else self._head_words(phrase.heads)
        party = self._party(
            name, "unnamed", affiliation=entry.name if entry else None, side=camp or (entry.side if entry else None)
        )
        return self._with_person(phrase, party)

    def _with_person(self, phrase: Phrase, party: Party) -> Party:
        """The named person of the phrase, with what the phrase calls them as their role."""
        body = [head for head in phrase.heads if head.kind in ("body", "forces", "authority")]
        owner = party.affiliation
        if body and phrase.base is not None and phrase.kind in ("staff", "office"):
            owner = self._name_of(phrase.base.entry, tuple(body))
        if phrase.person is None:
            return replace(party, affiliation=owner)
        return replace(party, name=self._words(*phrase.person), kind="person", role=party.name, affiliation=owner)

    # --- phrases without a name

    def _bare(self, at: int, phrase: Phrase) -> Party | None:
        """ "The army", "a rebel spokesman": who that is, if the report leaves no doubt; else it stays unnamed."""
        kind = phrase.kind or ""
        if kind in ("people", "outside"):
            return None
        if kind == "activists":
            return self._activists(phrase, None)
        if phrase.heads[-1].name == "Ministry" or phrase.heads[0].name == "Ministry":
            return None
        if phrase.person is None and (self._is_somebodys(phrase) or self._is_vague(phrase) or self._describes(phrase)):
            return None
        described = self._described(phrase)
        if (
            phrase.heads[0].name in ("Military Wing", "Political Wing")
            or "rebels" in (kind, phrase.heads[0].kind)
            or _OF_REBELS & described
        ):
            return self._bare_rebels(phrase)
        if kind == "outlet" and "state" not in described:
            return (
                self._party(self._head_words(phrase.heads), "outlet")
                if phrase.heads[-1].last - phrase.heads[0].first > 1
                else None
            )
        if phrase.heads[-1].name == "peacekeepers":
            return self._peacekeepers(phrase)
        owner = self._owner(at, phrase, described)
        if owner is not None and (kind in _BARE or kind == "outlet"):
            return self._organ(phrase, owner)
        if phrase.person is not None:
            role = self._head_words(phrase.heads)
            return self._party(self._words(*phrase.person), "person", role=role)
        if kind == "outlet":
            return None
        return self._party(self._head_words(phrase.heads), "unnamed")

    def _peacekeepers(self, phrase: Phrase) -> Party | None:
        """Those of a body that keeps peace here, else of the state whose peacekeepers are named, else of a body named.

        Never, without a name, those of the state on whose ground they stand.
        """
        based = [(p, p.base.entry) for p in self.phrases if p.base is not None]
        bodies = {e.name: e for _, e in based if e.peacekeeping}
        serving = {e.name: e for p, e in based if e.peacekeeping and self._keeps_peace(p)}
        states = {e.name: e for p, e in based if any(head.name == "peacekeepers" for head in p.heads)}
        owners = serving or states or bodies
        if len(owners) != 1:
            return self._party(self._head_words(phrase.heads), "unnamed")
        return self._organ(phrase, next(iter(owners.values())))

    def _keeps_peace(self, phrase: Phrase) -> bool:
        """True for "UN peacekeepers", "the UN mission"."""
        named = {self.reading.key(head.last - 1) for head in phrase.heads}
        return bool((named | {self.reading.key(phrase.stop)}) & _PEACE_FORCES)

    def _is_somebodys(self, phrase: Phrase) -> bool:
        """ "Its soldiers", "their president": whose they are, the words around them tell."""
        return self.reading.key(phrase.first - 1) in _POSSESSIVES and self.reading.follows(phrase.first)

    def _describes(self, phrase: Phrase) -> bool:
        """True for a noun that only describes the next one: "rebel-held", "a military base"."""
        reading = self.reading
        if reading.follows(phrase.stop) and reading.key(phrase.stop) in self.knowledge.compounds | {"free"}:
            return reading.gap(phrase.stop) == "-"
        return reading.follows(phrase.stop) and reading.key(phrase.stop) in _BELONGINGS

    def _is_vague(self, phrase: Phrase) -> bool:
        """True for a noun that means a party only with a name: "force", "side", "head"."""
        head = phrase.heads[0]
        return len(phrase.heads) == 1 and head.last - head.first == 1 and self.reading.key(head.first) in _VAGUE_ALONE

    def _described(self, phrase: Phrase) -> set[str]:
        """The words of the phrase's nouns and what stands before them."""
        return {self.reading.key(at) for head in phrase.heads for at in range(head.first, head.last)}

    def _owner(self, at: int, phrase: Phrase, described: set[str]) -> Entry | None:
        """The state that a bare organ belongs to."""
        if phrase.heads[0].name.startswith("Embass"):
            return None  # an embassy is another state's
        if is_of_a_place(self.reading, phrase, described):
            return None  # of the state that the place lies in
        authority = (
            owner_told_before(self.reading, self.phrases, at)
            or authority_behind(self.reading, phrase)
            or authority_that_spoke(self.reading, self.phrases, at)
        )
        if authority is not None:
            return authority
        if phrase.kind == "staff" and len(phrase.heads) == 1 and not described <= self.knowledge.head_words:
            return None  # "school officials": of something that is not the state's
        vague = phrase.kind in ("staff", "office") and len(phrase.heads) == 1 and not described & _OF_STATE
        named = phrase.person is not None and self.reading.names.get(phrase.person[0])
        if named:
            return self.knowledge.find(named[1].entry.affiliation or "")
        soldiers = phrase.kind == "members"
        home = self.context.soldiers() if soldiers else self.context.home()
        if phrase.heads[0].name in _OF_AN_ARMY and not told_of(home, self.reading, phrase.first):
            last = organ_before(self.reading, self.phrases, at, sentences=1) if home is None else None
            home = last.name if last is not None else self.context.only_forces(home) or home
        if not soldiers and home is not None and (abroad := ground_before(self.reading, self.phrases, at, home)):
            return None if vague else abroad
        if home is not None and self._is_of_other_ground(phrase, home):
            return None
        if home is None or soldiers:
            near = organ_before(self.reading, self.phrases, at, sentences=0 if home else 1)
            if near is not None:
                return None if vague else near
        if home is None or (vague and not self._is_of_the_only_state(phrase)):
            return None
        return self.knowledge.find(home)

    def _is_of_other_ground(self, phrase: Phrase, home: str) -> bool:
        """ "The Holt regional administration": an office of who holds that place, which a map does not say."""
        before = self.reading.words[phrase.first - 1] if phrase.first and self.reading.follows(phrase.first) else None
        return before is not None and self.grounds.get(before.end, home) != home

    def _is_of_the_only_state(self, phrase: Phrase) -> bool:
        """True for an office that only a state has, held by a named person or in a report of one state."""
        named = phrase.person is not None and phrase.heads[0].name in ("president", "prime minister", "vice president")
        return named or (phrase.heads[0].name in _STATE_OFFICES and len(self.context.states) <= 1)

    def _bare_rebels(self, phrase: Phrase) -> Party | None:
        noun = next((h.name for h in phrase.heads if h.kind == "rebels"), "rebels")
        group = self.context.insurgents(noun)
        if noun == "coalition" and group is None:
            return None
        words = self._head_words(phrase.heads)
        if phrase.kind == "outlet":
            return self._party(words, "outlet", affiliation=group, side=group)
        if phrase.person is not None:
            name = self._words(*phrase.person)
            return self._party(name, "person", role=words, affiliation=group, speaks_for=group, side=group)
        if phrase.kind in ("staff", "office"):
            return self._party(words, "unnamed", affiliation=group, speaks_for=group, side=group)
        if group is None:
            return self._party(words, "unnamed")
        return self._party(group, "group", role=words, speaks_for=group, side=group)

    # --- names

    def _written(self, phrase: Phrase, entry: Entry) -> str:
        return self._name_of(entry, phrase.heads)

    def _name_of(self, entry: Entry, heads: tuple[Head, ...]) -> str:
        """The adjective of the party and the nouns: "X's defence ministry" and "Ministry of Defence of X" alike."""
        return " ".join([entry.adjective or entry.name, *(self._noun(head) for head in heads)])

    def _head_words(self, heads: tuple[Head, ...]) -> str:
        return " ".join(self._noun(head) for head in heads)

    def _noun(self, head: Head) -> str:
        """A noun as printed: institutions by their usual name, the rest in words that do not judge."""
        if head.kind == "body":
            return head.name
        words = self._words(head.first, head.last).removesuffix("\u2019s").removesuffix("'s")
        written = _lowered(words)
        neutral = [_NEUTRAL.get(word, word) for word in written.split()]
        return " ".join(filter(None, neutral))

    def _words(self, first: int, stop: int) -> str:
        words = self.reading.words
        return " ".join(self.reading.text[words[first].start : words[stop - 1].end].split())

    def _party(self, name: str, kind: PartyKind, **fields: str | None) -> Party:
        side = fields.get("side")
        group = self.knowledge.side_group(side) if side and self.knowledge.dossier else None
        return Party(name=name, kind=kind, side_group=group, **fields)

    # --- persons named again

    def _surnames(self, found: list[PartyMention], people: Mapping[str, Party | None]) -> Iterator[PartyMention]:
        """A person named in full once and by surname elsewhere."""
        starts = [m.start for m in found]
        for word in self.reading.words:
            party = people.get(word.key)
            if party is None or not word.capital:
                continue
            before = bisect_right(starts, word.start) - 1
            if before < 0 or found[before].end <= word.start:
                yield PartyMention(start=word.start, end=word.end, party=party, how="surname", confidence=0.9)


def _people(found: list[PartyMention]) -> dict[str, Party | None]:
    """Persons by surname; None where two persons share it. Of one person the fullest name stands."""
    people: dict[str, Party | None] = {}
    for party in (mention.party for mention in found if mention.party.kind == "person"):
        words = split_words(party.name)
        key = words[-1].key if words else ""
        known = people.get(key, party)
        if known is None or not _same_person(known.name, party.name):
            people[key] = None
        else:
            people[key] = max(known, party, key=lambda p: (p.name.count(" "), p is known))
    return people


def _same_person(one: str, other: str) -> bool:
    """Two names with one surname are one person's unless their first names differ."""
    first, second = ([word.key for word in split_words(name)] for name in (one, other))
    return len(first) == 1 or len(second) == 1 or first[0][0] == second[0][0]


def _in_full(mention: PartyMention, people: Mapping[str, Party | None]) -> PartyMention:
    """A person given by surname only ("President N.") under the full name that the report has elsewhere."""
    words = split_words(mention.party.name) if mention.party.kind == "person" else ()
    if len(words) != 1:
        return mention
    known = people.get(words[0].key)
    return replace(mention, party=known) if known is not None and known.name != mention.party.name else mention


def _is_toponym(phrase: Phrase) -> bool:
    """True where a de facto authority is named by the town that it holds: the town itself may be meant."""
    if phrase.base is None or phrase.base.how != "adjective":
        return False
    return key_of(phrase.base.spelling) in key_of(phrase.base.entry.name).split()


def _lowered(words: str) -> str:
    """Words in lower case, but for proper names among them."""
    return " ".join(
        word if word.isupper() and len(word) > 1 and len(word) < 5 else word.lower() for word in words.split()
    )


def _named_offices(found: list[PartyMention]) -> list[PartyMention]:
    """Give an office without a name ("X's president") the name of the one person the report gives for it."""
    holders: dict[str, set[str]] = {}
    parties: dict[str, Party] = {}
    for mention in found:
        party = mention.party
        if party.kind == "person" and party.role and party.role != party.name:
            holders.setdefault(party.role.casefold(), set()).add(party.name)
            parties[party.name] = party
    named = []
    for mention in found:
        holder = holders.get(mention.party.name.casefold(), set()) if mention.how == "office" else set()
        named.append(replace(mention, party=parties[next(iter(holder))]) if len(holder) == 1 else mention)
    return named
