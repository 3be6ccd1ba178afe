"""What bare nouns mean in one report: whose army "the army" is, who "the rebels" are, what an acronym stands for.

Nothing is guessed: where two parties fit alike, the answer is None.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sayso.expression import Expression, Seldom
from sayso.link.dossiers import Actor
from sayso.link.ground import hostile
from sayso.link.knowledge_base import REBELS, Knowledge
from sayso.link.lexicon import Alias, Entry, key_of, split_words
from sayso.link.party_phrases import Phrase, Reading
from sayso.link.passing import borders_or_talks, named_in_passing

#: A party counts as the one meant when it is named this many times as often as the next.
_DOMINANT = 2.0
_ACRONYM = Expression(
    r"((?:[A-Z][\w'\u2019-]+)(?:\s+(?:(?:of|the|and|for|in|on|de|la|al|y)\s+)*[A-Z][\w'\u2019-]+){1,8})"
    r"\s*\(\s*[\"\u201c]?([A-Z][A-Za-z.&-]{1,9})[\"\u201d]?[,;)\s]"
)
_GROUP_NAME = Expression(
    r"\b(?:[A-Z][\w'\u2019-]+\s+){1,6}?(?:Front|Movement|Brigades?|Militia"
    r"|(?:Liberation|Resistance) Army|(?:Liberation|Resistance) Forces)\b"
)
#: What brings in an armed group that nobody listed: "the rebel group X", "X rebels".
_INTRODUCED = Expression(
    r"\b(?:rebel|insurgent|guerrilla|separatist|secessionist|militant|jihadist|armed|paramilitary|militia)\s+"
    r"(?:group|movement|organi[sz]ation|faction|alliance|coalition|network)s?,?\s+(?:called\s+|known as\s+)?(?:the\s+)?"
    r"[\"\u201c]?(?P<name>[A-Z][\w'\u2019-]+(?:\s+(?:(?:of|the|and|for|in|de|la|al)\s+)*[A-Z][\w'\u2019-]+){0,7})"
)
#: "X, a grouping of Islamists", "X, an ethnic militia that ...": what brings in a group by its name first.
_APPOSED = Expression(
    r"\b(?P<name>[A-Z][\w'\u2019-]+(?:\s+(?:(?:of|the|for|de|la|al)\s+)*[A-Z][\w'\u2019-]+){0,5}),\s+an?\s+"
    r"(?:[\w-]+\s+){0,2}?(?:militia|(?:rebel|insurgent|guerrilla|separatist|secessionist|militant|jihadist|armed"
    r"|paramilitary|Islamist|vigilante)\s+(?:group(?:ing)?|movement|organi[sz]ation|faction|alliance|coalition|network)"
    r"|(?:group(?:ing)?|alliance|coalition|band|network|umbrella)\s+of\s+(?:[\w-]+\s+){0,2}?"
    r"(?:rebels|insurgents|guerrillas|militants|jihadists|fighters|gunmen|militias|militiamen|Islamists"
    r"|armed\s+groups))\b(?!\s+(?:commander|leader|spokes\w+|fighter|member|official|chief|boss|source))"
)
#: Men that only an armed group has: after its name, or "its" where it speaks.
_FIGHTERS = r"(?:fighters|gunmen|militiamen|guerrillas|insurgents|rebels)"
#: "the X gang".
_GANG = Seldom(
    "cartel|gang",
    r"\b[Tt]he\s+(?:notorious\s+|powerful\s+|feared\s+)?(?P<name>[A-Z][\w'\u2019-]+(?:\s+[A-Z0-9][\w'\u2019-]+){0,3})"
    r"\s+(?:gang|cartel)\b",
)
_GROUP_WORD = Expression(
    r"\b(?:Liberation|Resistance|Revolutionary|Defen[cs]e Front|Unity|Patriotic|Islamic|People['\u2019]s|National"
    r"|Salvation|United|Democratic|Freedom|Popular|Armed|Army|Fighters)\b"
)
#: Several brigades under one name are an armed group's.
_BRIGADES = Expression(r"(?<!Army )(?<!Police )(?<!Security )(?<!Fire )\bBrigades$")
_ORGANISED_ARMS = Expression(
    r"\b(?:Front|Army|Movement|Brigades?|Militia|Liberation|Resistance|Guerrilla|Insurgent|Fighters|Forces|Guards?)\b"
)
#: Kinds of noun that make a state act in a report: they count twice.
_ORGANS = frozenset({"body", "forces", "members", "authority", "office", "staff"})
#: Characters over which "the army" may still mean the army named before.
_FAR = 250
#: Sentences that somebody is quoted with are no step away from who says them.
_QUOTED = Expression(r"[\"\u201c][^\"\u201c\u201d\n]*,[\"\u201d]")
_SENTENCE_END = Expression(r"[.!?\u201d\"]\s+(?=[A-Z\u201c\"])|\n\s*\n")
#: Nouns for members of an armed group that mean no particular sort of group.
INSURGENT = frozenset({"rebels", "insurgents", "guerrillas", "opposition fighters", "opposition"})
#: What reports call the members of a group that no data file lists.
_CALLED = tuple(sorted(INSURGENT | {"militants"}))
#: How the name of a dossier's actor ends that stands for rebels of no named group: "Norlandic militants".
_UNNAMED = (REBELS, " rebels", " militants", " separatists")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportContext:
    """Who is named in a report and how often."""

    knowledge: Knowledge
    states: Counter[str]
    groups: Counter[str]
    entries: Mapping[str, Entry]
    #: The common nouns for members of armed groups that the report uses.
    nouns: frozenset[str]
    #: States by how often the report names their forces.
    forces: Counter[str]
    #: Sides by how often the report names their media.
    media: Counter[str]
    #: The state whose soldiers the first army that the report tells of counts, with no word of whose that army is.
    counted: str | None = None

    @classmethod
    def of(cls, phrases: Iterable[Phrase], reading: Reading) -> ReportContext:
        """Count the parties that the phrases name; a state behind a border is none that the report plays in."""
        knowledge = reading.knowledge
        phrases = [phrase for phrase in phrases if not _is_behind_border(phrase, reading)]
        states: Counter[str] = Counter()
        groups: Counter[str] = Counter()
        media: Counter[str] = Counter()
        entries: dict[str, Entry] = {}
        for phrase in phrases:
            entry = phrase.base.entry if phrase.base else None
            if entry is None:
                continue
            entries[entry.name] = entry
            if entry.sort == "state":
                states[entry.name] += 2 if phrase.kind in _ORGANS else 1
            elif entry.sort in ("group", "de_facto", "coalition"):
                groups[entry.name] += 1
            elif entry.sort in ("body", "person") and entry.affiliation:
                states[entry.affiliation] += knowledge.find(entry.affiliation) is not None and bool(entry.speaks_for)
            elif entry.sort == "outlet" and entry.side:
                media[entry.side] += 1
        nouns = frozenset(head.name for phrase in phrases for head in phrase.heads if head.kind == "rebels")
        forces = Counter(state for phrase in phrases if (state := _state_of_forces(phrase)) is not None)
        return cls(
            knowledge=knowledge,
            states=+states,
            groups=groups,
            entries=entries,
            nouns=nouns,
            forces=forces,
            media=media,
            counted=_counted_by_the_first_army(phrases, reading),
        )

    def only_forces(self, home: str | None) -> str | None:
        """The one state whose forces the report names, where those of its home it never does: its "army" is meant."""
        return self._most_named_forces() if home not in self.forces else None

    def soldiers(self) -> str | None:
        """The state whose bare "soldiers" are: whose forces the report names most, else that of the army."""
        return self._whom_a_page_calls_its_own() or self._most_named_forces() or self.home()

    def home(self) -> str | None:
        """The state whose "the army" and "police" are: the one on whose ground the report plays, None between two."""
        dossier = self.knowledge.dossier
        if (own := self._whom_a_page_calls_its_own()) is not None:
            return own
        if dossier is not None:
            governments = [a for a in dossier.actors if a.kind == "government" and a.home]
            if len(governments) == 1 and not self._is_outnumbered(governments[0]):
                return governments[0].government_of or governments[0].name
        local = self._countries_of_groups()
        candidates = Counter({name: count for name, count in self.states.items() if name in local})
        if candidates or self.states:
            return _dominant(candidates or self.states)
        return next(iter(local)) if len(local) == 1 else None

    def _whom_a_page_calls_its_own(self) -> str | None:
        """ "Army says four Norlandic soldiers killed", before any army is named: that of the one state at war with it.

        A page says whose only of its country's enemy.
        """
        if self.counted is None:
            return None
        enemies = {name for name in self.states if hostile(self.knowledge, self.counted, name)}
        return enemies.pop() if len(enemies) == 1 else None

    def _is_outnumbered(self, government: Actor) -> bool:
        """True where another state of the dossier's war is the one that the report tells of: it plays on its ground.

        A report of a government's own agency need not name the state.
        """
        dossier, state = self.knowledge.dossier, government.government_of or government.name
        actors = dossier.actors if dossier else ()
        states = {a.government_of or a.name for a in actors if a.kind == "government"} - {state}
        first = max(states, key=lambda name: (self.states[name], name), default=None)
        named = self.states[state] + sum(self.media[name] for name in {state, government.name})
        return first is not None and self.states[first] >= _DOMINANT * max(1, named)

    def _most_named_forces(self) -> str | None:
        """The state whose forces are named at least twice, and twice as often as any other's.

        No state that takes no part in the war of the dossier, be its advisers named ever so often.
        """
        first, dossier = _dominant(self.forces), self.knowledge.dossier
        takes_part = dossier is None or first in {name for a in dossier.actors for name in (a.name, a.government_of)}
        return first if first is not None and takes_part and self.forces[first] >= _DOMINANT else None

    def _countries_of_groups(self) -> set[str]:
        """The states in which the groups that the report names are active."""
        named = [self.entries[name] for name in self.groups]
        codes = [set(entry.countries) for entry in named if entry.countries and entry.sort != "coalition"]
        names = {self.knowledge.state_of_country(code) for code in (set().union(*codes) if codes else ())}
        return {name for name in names if name}

    def insurgents(self, noun: str, state: str | None = None) -> str | None:
        """The armed group or rebel side that a common noun means, among those of a state if one is given."""
        called = self._called(noun, state)
        if called is not None:
            return called
        place = state or (None if self.groups and noun not in INSURGENT else self.home())
        named = self._only_rebels(place) if noun in INSURGENT else None
        if named is not None:
            return named
        if place is None or noun not in INSURGENT or self._has_groups_called(noun, state):
            return None
        return f"{place}{REBELS}" if noun != "opposition" or self._is_at_war(place) else None

    def group_of_people(self, adjective: str) -> str | None:
        """The one armed group of a people that the report names: its "Kurdish fighters" are that group's."""
        named = [name for name in self.groups if adjective in self.entries[name].ethnic]
        return named[0] if len(named) == 1 else None

    def _only_rebels(self, state: str | None) -> str | None:
        """The one armed group that a report names in a country: it is "the rebels", whatever else it is called.

        Not a group that reports call jihadists: beside it there may be rebels who are none.
        """
        code = self._code(state)
        named = {name: self.entries[name] for name in self.groups if self.entries[name].sort == "group"}
        fitting = {
            name: self.groups[name]
            for name, entry in named.items()
            if not {"jihadists", "jihadis"} & set(entry.called)
            and (code is None or not entry.countries or code in entry.countries)
        }
        return next(iter(fitting)) if len(fitting) == 1 == len(named) else None

    def _is_at_war(self, state: str) -> bool:
        """True where "the opposition" may be under arms: the report speaks of rebels, or several authorities govern."""
        return bool(self.nouns & (INSURGENT - {"opposition"})) or self.knowledge.voice(state) != state

    def _called(self, noun: str, state: str | None) -> str | None:
        dossier = self.knowledge.dossier
        if dossier is not None:
            called = [a for a in dossier.actors if noun in a.called]
            means = [a.name for a in called]
            named = [name for name in means if self.groups[name]]
            if len(named) == 1:
                return named[0]
            # an armed group that the report never names is not meant where it names another
            unnamed = [name for name in means if name.endswith(_UNNAMED)]
            unnamed = unnamed or [a.name for a in called if a.kind != "armed_group" or not self.groups]
            if not named and len(unnamed) == 1:
                return unnamed[0]
        return _dominant(self._groups_called(noun, state))

    def _groups_called(self, noun: str, state: str | None) -> Counter[str]:
        code = self._code(state)
        fitting = {
            name: count
            for name, count in self.groups.items()
            if noun in self.entries[name].called and (code is None or code in self.entries[name].countries)
        }
        return Counter(fitting)

    def _has_groups_called(self, noun: str, state: str | None) -> bool:
        return bool(self._groups_called(noun, state))

    def _code(self, state: str | None) -> str | None:
        entry = self.knowledge.find(state) if state else None
        return entry.countries[0] if entry and entry.sort == "state" else None


def _is_behind_border(phrase: Phrase, reading: Reading) -> bool:
    """True for a bare state named only as what lies behind a border ("bordering Norlandia", "the Norlandic border")."""
    if phrase.heads or phrase.person or phrase.base is None or phrase.base.entry.sort != "state":
        return False
    start, end = reading.words[phrase.first].start, reading.words[phrase.stop - 1].end
    return borders_or_talks(reading.text, start, end)


def _counted_by_the_first_army(phrases: Iterable[Phrase], reading: Reading) -> str | None:
    """The state whose soldiers the first army of a report counts, where no name tells whose that army is."""
    told = (p for p in phrases if (p.kind in _ARMIES if p.base is None else _state_of_forces(p) is not None))
    army, victims = next(told, None), next(told, None)
    if army is None or victims is None or army.base is not None:
        return None
    said = reading.text[reading.words[army.stop - 1].end : reading.words[victims.first].start]
    members = any(head.kind == "members" for head in victims.heads)
    return _state_of_forces(victims) if members and _SAYS.fullmatch(said) else None


_ARMIES = ("body", "forces")
#: "The army | said 15 | Norlandic soldiers were killed".
_SAYS = Expression(r"\s+(?:says?|said|claims?|claimed)\s+(?:that\s+)?(?:(?:it|they)\s+\w+\s+)?(?:[\w-]+\s+){0,3}")


def _state_of_forces(phrase: Phrase) -> str | None:
    """The state whose forces a phrase names: "the Norlandic army", or an army by a name of its own."""
    entry = phrase.base.entry if phrase.base is not None else None
    if entry is None:
        return None
    if entry.sort == "body" and entry.speaks_for is not None and entry.kind == "organisation" and "Force" in entry.name:
        return entry.affiliation
    fighters = (head for head in phrase.heads if head.kind in ("forces", "members") and head.name != "peacekeepers")
    armed = entry.sort == "state" and any(fighters)
    return entry.name if armed else None


def _dominant(counts: Counter[str]) -> str | None:
    """The only one, or the one named at least twice as often as the next."""
    first = counts.most_common(2)
    if not first:
        return None
    return first[0][0] if len(first) == 1 or first[0][1] >= _DOMINANT * first[1][1] else None


def own_names(text: str, knowledge: Knowledge) -> dict[str, Alias]:
    """Names that the report itself introduces: acronyms in brackets, and armed groups that nobody listed."""
    table: dict[str, Alias] = {}
    for found in _GROUP_NAME.finditer(text):
        name = re.sub(r"^The\s+", "", found.group())
        told = _GROUP_WORD.search(name) or _BRIGADES.search(name)
        if told and not _ends_in_known(name, knowledge) and not _goes_on_to_known(text, found, knowledge):
            table[key_of(name)] = Alias(_new_entry(name), "name", name, False)
    for found in (*_INTRODUCED.finditer(text), *_APPOSED.finditer(text), *_GANG.finditer(text)):
        name = re.sub(r"^The\s+", "", found["name"])
        if _names_new_group(name, knowledge):
            table[key_of(name)] = Alias(_armed(_new_entry(name)), "name", name, False)
    for found in _ACRONYM.finditer(text):
        full, short = found.groups()
        entry = _acronym_entry(full, short, knowledge)
        if entry is not None:
            armed = _is_introduced(full, text, found.start()) or _has_fighters(short, text)
            entry = _armed(entry) if armed else entry
            table[key_of(short)] = Alias(entry, "name", short, True)
            named = Alias(entry, "name", entry.name, False)
            table[key_of(entry.name)] = named if armed else table.get(key_of(entry.name), named)
            short_form = entry.name.split(" ", 1)[-1]
            if armed and " " in short_form and re.search(rf"\bthe\s+{re.escape(short_form)}\b", text, re.IGNORECASE):
                table[key_of(short_form)] = Alias(entry, "name", short_form, False)
    table.update(_told_apart(text, knowledge))
    table.update(_quarters(text, knowledge))
    return table


#: "CPI (Maoist)": letters that a bracket tells from their namesakes.
_WITH_WING = Seldom("(", r"\b(?P<letters>[A-Z][A-Z.-]{1,8})\s\((?P<wing>[A-Z][\w-]+)\)")


def _told_apart(text: str, knowledge: Knowledge) -> Iterator[tuple[str, Alias]]:
    for found in _WITH_WING.finditer(text):
        entry = knowledge.find(found.group())
        if entry is not None:
            yield key_of(found["letters"]), Alias(entry, "name", found["letters"], True)


def _has_fighters(short: str, text: str) -> bool:
    """ "NHF fighters", "the ... (NHF) said its fighters": a body under that acronym has men under arms of its own."""
    letters = re.escape(short)
    return (
        re.search(
            rf"\b{letters}\s+{_FIGHTERS}\b|\({letters}\)\s+(?:has\s+)?\w+\s+(?:that\s+)?its\s+{_FIGHTERS}\b", text
        )
        is not None
    )


def _quarters(text: str, knowledge: Knowledge) -> Iterator[tuple[str, Alias]]:
    """ "The South" in a report of a state called so that has a neighbour by the rest of its name."""
    for quarter in ("South", "North"):
        if quarter not in text or not re.search(rf"\b[Tt]he\s+{quarter}\b(?!\s+[A-Z]|-)", text):
            continue
        other = "North" if quarter == "South" else "South"
        for name in {found.group(1) for found in re.finditer(rf"\b{quarter}\s+([A-Z][a-z]+)\b", text)}:
            state = knowledge.find(f"{quarter} {name}")
            rest = knowledge.find(f"{other} {name}") or knowledge.find(name)
            if state is not None and rest is not None and state is not rest and {state.sort, rest.sort} == {"state"}:
                yield key_of(f"the {quarter}"), Alias(state, "name", f"the {quarter}", False)


def _names_new_group(name: str, knowledge: Knowledge) -> bool:
    """True for a name that nobody listed and that is not built on one who is listed."""
    return knowledge.find(name) is None and not any(knowledge.find(word) for word in name.split()) and len(name) > 2


def _is_introduced(full: str, text: str, start: int) -> bool:
    found = _INTRODUCED.search(text, max(0, start - 60), start + len(full))
    return found is not None and found["name"] == full


def _armed(entry: Entry) -> Entry:
    """A party that the report calls an armed group speaks for itself."""
    if entry.sort != "body" or entry.affiliation is not None or entry.speaks_for is not None:
        return entry
    name = entry.name
    return Entry(name=name, kind="group", sort="group", adjective=name, speaks_for=name, side=name, called=_CALLED)


def _ends_in_known(name: str, knowledge: Knowledge) -> bool:
    """True for a known name, alone or after an adjective ("the Northern" + known name)."""
    words = name.split()
    return any(knowledge.find(" ".join(words[start:])) is not None for start in range(len(words) - 1))


def _goes_on_to_known(text: str, name: re.Match[str], knowledge: Knowledge) -> bool:
    """True for "Islamic Movement" of a known "Islamic Movement of Norlandia"."""
    rest = _OF_WHERE.match(text, name.end())
    return rest is not None and knowledge.find(re.sub(r"^The\s+", "", name.group() + rest.group())) is not None


_OF_WHERE = Expression(r" (?:of|for|in) (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?")


def _acronym_entry(full: str, short: str, knowledge: Knowledge) -> Entry | None:
    """What an acronym stands for: the known or new name before the bracket whose initials it has."""
    words = full.split()
    for start in range(len(words)):
        name = " ".join(words[start:])
        known = knowledge.find(name)
        if known is not None and len(words) - start >= 2:
            return known if known.sort not in ("state", "person") else None
    letters = re.sub(r"[^A-Za-z]", "", short).lower()
    for start in range(len(words)):
        organ = _state_organ(" ".join(words[start:]), knowledge)
        if organ is not None:
            return organ
        initials = "".join(part[0] for word in words[start:] for part in word.split("-") if part[:1].isupper()).lower()
        if initials == letters and words[start][0].isupper() and len(letters) >= 2:
            return _new_entry(" ".join(words[start:]))
    return None


def _state_organ(name: str, knowledge: Knowledge) -> Entry | None:
    """A name that says whose it is ("Kenyan National Police", "Armed Forces of Kenya"): that state's, and its voice."""
    plain = name.removeprefix("Royal ")  # "Royal Norlandic Army"
    words = split_words(plain)
    phrase = Reading.of(plain, words, knowledge).phrase_at(0)
    if phrase is None or phrase.base is None or phrase.stop < len(words) or phrase.kind not in ("body", "forces"):
        return None
    state = phrase.base.entry
    if state.sort != "state" or any(head.kind == "rebels" for head in phrase.heads):
        return None
    side = state.name
    return Entry(
        name=name, kind="organisation", sort="body", adjective=name, affiliation=side, speaks_for=side, side=side
    )


def _new_entry(name: str) -> Entry:
    """A party that the report names and no data file does; only what is organised under arms speaks for itself."""
    if _ORGANISED_ARMS.search(name):
        return Entry(
            name=name,
            kind="group",
            sort="group",
            adjective=name,
            speaks_for=name,
            side=name,
            called=_CALLED,
        )
    return Entry(name=name, kind="organisation", sort="body", adjective=name)


def organ_before(reading: Reading, phrases: list[Phrase], at: int, sentences: int) -> Entry | None:
    """The state whose organ is the last one named before a bare organ, at most so many sentence ends back.

    Of an earlier sentence only what opens it counts.
    """
    for phrase in reversed(phrases[:at]):
        between = reading.text[reading.words[phrase.stop - 1].end : reading.words[phrases[at].first].start]
        ends = len(_SENTENCE_END.findall(_QUOTED.sub('"', between)))
        if ends > sentences or len(between) > _FAR:
            return None
        if phrase.base is None or (ends and not _opens_sentence(reading, phrase)) or _is_quoted(between):
            continue
        entry = phrase.base.entry
        if entry.sort == "body" and entry.speaks_for is not None:
            return reading.knowledge.find(entry.affiliation or "")
        if entry.sort in ("state", "de_facto"):
            organ = phrase.kind in ("body", "forces", "authority", "office", "staff") or phrase.base.how == "capital"
            return entry if organ else None
    return None


def _is_quoted(after: str) -> bool:
    """True for words inside a quotation that ends in what follows them: those tell whom its speaker talks of."""
    return after.count('"') % 2 == 1 or after.count("\u201d") > after.count("\u201c")


def _same_forces_before(reading: Reading, phrases: list[Phrase], at: int) -> Entry | None:
    """ "The Norlandic military said ... | The military also said": the state whose forces were named so just before."""
    bare = phrases[at]
    if bare.kind != "forces" or reading.key(bare.first - 1) != "the" or not _opens_sentence(reading, bare, 1):
        return None
    for phrase in reversed(phrases[:at]):
        between = reading.text[reading.words[phrase.stop - 1].end : reading.words[bare.first].start]
        if len(_SENTENCE_END.findall(between)) > _SENTENCES_AGAIN:
            return None
        named = phrase.base is not None and phrase.base.entry.sort in ("state", "de_facto")
        if [head.name for head in phrase.heads] == [head.name for head in bare.heads] and phrase.person is None:
            return phrase.base.entry if named and phrase.base is not None else None
    return None


#: So many sentence ends back, "the military" is the one that has spoken.
_SENTENCES_AGAIN = 3


def told_of(state: str | None, reading: Reading, word: int) -> bool:
    """True where the sentence of a word names a state, or a body or outlet of it, before the word."""
    names = {state, reading.knowledge.voice(state)}
    for at in range(word - 1, -1, -1):
        following = reading.words[at + 1].start + (at + 1 < word)
        if _SENTENCE_END.search(reading.text, reading.words[at].end, following):
            return False
        if at in reading.names:
            entry = reading.names[at][1].entry
            if names & {entry.name, entry.affiliation, entry.side} - {None}:
                return True
    return False


_IN = frozenset(("in", "inside", "across", "of"))
_QUARTERS = frozenset(
    f"{quarter}{end}"
    for quarter in ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
    for end in ("", "ern")
) | {"central"}


def ground_before(reading: Reading, phrases: list[Phrase], at: int, home: str) -> Entry | None:
    """The one state that the sentence of a bare organ names as the ground, where that is not the report's home.

    "Gunmen attacked a college in north-eastern Norland, police said": the police of Norland, whatever the dossier.
    """
    found: dict[str, Entry] = {}
    for phrase in reversed(phrases[:at]):
        between = reading.text[reading.words[phrase.stop - 1].end : reading.words[phrases[at].first].start]
        if _SENTENCE_END.search(between) or len(between) > _FAR:
            break
        entry = phrase.base.entry if phrase.base else None
        if entry is None or entry.sort != "state" or named_in_passing(reading.text, reading.words[phrase.first].start):
            continue
        first = phrase.first - 1
        while reading.key(first) in _QUARTERS:
            first -= 1
        found[entry.name] = entry
        if phrase.heads or phrase.base is None or phrase.base.how != "name" or reading.key(first) not in _IN:
            return None
    names = {home, reading.knowledge.voice(home) or home}
    state = next(iter(found.values()), None)
    if len(found) != 1 or state is None or {state.name, state.government} & names:
        return None
    return state


#: "the breakaway republic's | authorities", "the enclave's", "the self-styled | army": where a country does not rule.
_PARTED = Expression(
    r"\b(?:the|its|their)\s+(?:[\w-]+\s+){0,2}?(?:(?:breakaway|separatist|secessionist|self-proclaimed|self-declared"
    r"|unrecogni[sz]ed|rebel|disputed|contested)\s+(?:[\w-]+\s+)?(?:republic|region|enclave|territory|statelet|province)"
    r"|republic|region|enclave|statelet)['\u2019]s\s+$|\bself-(?:styled|proclaimed|declared)\s+$",
    re.IGNORECASE,
)
_PARTED_NEAR = 60
#: What no state calls its army.
_OF_AN_AUTHORITY = "Defence Army"


def owner_told_before(reading: Reading, phrases: list[Phrase], at: int) -> Entry | None:
    """The de facto authority named last, for an organ of "the breakaway republic" or "the enclave"; else the state
    whose forces were named so just before.
    """
    start = reading.words[phrases[at].first].start
    named_so = phrases[at].heads[0].name == _OF_AN_AUTHORITY
    if not named_so and _PARTED.search(reading.text, max(0, start - _PARTED_NEAR), start) is None:
        if phrases[at].heads[0].name[0].isdigit():  # "The X army said | the 4th Division ..."
            return organ_before(reading, phrases, at, sentences=0)
        return _same_forces_before(reading, phrases, at)
    named = (phrase.base.entry for phrase in reversed(phrases[:at]) if phrase.base is not None)
    return next((entry for entry in named if entry.sort == "de_facto"), None)


def authority_that_spoke(reading: Reading, phrases: list[Phrase], at: int) -> Entry | None:
    """The de facto authority that the sentence before opens with, by one of its own: "the authorities" are its."""
    if phrases[at].kind != "authority":
        return None
    before = organ_before(reading, phrases, at, sentences=1)
    return before if before is not None and before.sort == "de_facto" else None


def authority_behind(reading: Reading, phrase: Phrase) -> Entry | None:
    """The authority or state in whose capital an organ sits: "the authorities in Holt", "the ministry in Norhaven"."""
    if reading.key(phrase.stop) != "in" or not reading.follows(phrase.stop) or not reading.follows(phrase.stop + 1):
        return None
    found = reading.names.get(phrase.stop + 1)
    seated = found is not None and found[1].how == "capital" and found[1].entry.sort in ("state", "de_facto")
    return found[1].entry if found is not None and seated else None


_ARTICLES = frozenset(("the", "a", "an", "some", "several", "one", "two", "three", "our", "their", "its"))
#: What tells that an authority is that of a region or town.
_OF_PLACES = frozenset(("regional", "provincial", "district", "city", "municipal", "county", "oblast", "township"))


def is_of_a_place(reading: Reading, phrase: Phrase, described: set[str]) -> bool:
    """ "The Holt regional administration": an authority of the place that is named right before it."""
    before = reading.words[phrase.first - 1] if reading.follows(phrase.first) else None
    named = before is not None and before.capital and before.key not in _ARTICLES
    return named and bool(described & _OF_PLACES)


def _opens_sentence(reading: Reading, phrase: Phrase, article: int = 0) -> bool:
    start = reading.words[phrase.first - article].start
    where = _WHERE_FIRST.search(reading.text, max(0, start - _WHERE_LENGTH), start)
    start = where.end("end") if where is not None else start
    return start < 4 or _SENTENCE_END.search(reading.text[max(0, start - 8) : start + 1]) is not None


#: "In Norhaven, the | Norlandic army": where, before who.
_WHERE_FIRST = Expression(r"(?P<end>(?:^|[.!?\u201d\"]\s|\n))In\s(?:[A-Z][\w\u2019'-]+\s?){1,3},\s(?:the\s)?$")
_WHERE_LENGTH = 60
