"""A party out of the words that name it and the mentions inside them: role, affiliation, whose voice it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.expression import Expression
from sayso.link.mentions import PartyMention
from sayso.link.source_words import SourceWords, names_body
from sayso.model import Party, PartyKind

#: Roles and bodies whose holders speak for the state or group that they are told to be of.
_VOICES = Expression(
    r"\b(?:president|premier|prime minister|minister|chancellor|secretary|spokes(?:man|woman|person|men|people)"
    r"|aide|advis[eo]r|envoy|ambassador"
    r"|governor|leader|head|chief|commander|general|gen|colonel|col|major|maj|captain|capt|lieutenant|lt|brigadier"
    r"|admiral|marshal|officials?"
    r"|officers?|ombuds\w+|prosecutors?|deputy|commissioner|representative|ministry|government|army|military|navy"
    r"|air force|forces?|troops|police"
    r"|authorities|administration|regime|command|office|parliament|council|guards?|soldiers|fighters|rebels"
    r"|separatists|insurgents|militants"
    r"|guerrillas?|service|agency|department|embassy|presidency|kremlin|cabinet|king|queen|prince|state media"
    r"|(?:state|security|investigative) committee"
    r"|militia|battalion|brigade|division|bloc|front|column|branch|leadership"
    r"|corps|regiment|wing|ministers|generals|commanders|intelligence|relations|diplomats?|negotiators?"
    r"|policem[ae]n|constable|superintendent)\b",
    re.IGNORECASE,
)
#: Roles whose holders speak for nobody, whatever country they are of.
_PRIVATE = Expression(
    r"\b(?:expert|analyst|researcher|scholar|professor|historian|activists?|journalist|reporter|editor|doctor|nurse"
    r"|surgeon|medics?|residents?"
    r"|villagers?|farmer|teacher|student|lawyer|witness(?:es)?|former|retired|ex-|campaigners?|blogger|dissident|opposition"
    r"|economist|exiled)\b",
    re.IGNORECASE,
)
#: "A source close to the ministry" speaks for nobody, a source in it does: agencies cite officials so.
_SOURCE = Expression(r"\bsources?\b", re.IGNORECASE)
_OFFICIAL_SOURCE = Expression(
    r"^(?!.*\b(?:close|familiar|opposition)\b).*\b(?:police|army|military|navy|air force|security|intelligence"
    r"|command|forces|ministry|government|defen[cs]e|official)\b",
    re.IGNORECASE,
)
_COMPOUND = Expression(
    r"[-‐‑–](?:based|born|led|backed|held|controlled|run|occupied|ruled|allied|linked|speaking|supported|trained"
    r"|affiliated)\b",
    re.IGNORECASE,
)
_CAP = r"[^\W\d_a-zß-öø-ÿ][\w’'.&-]*"
_BODY_AFTER = Expression(
    rf"\b(?:of|for|at|with|from|in|to)\s+(?:the\s+)?(?P<body>{_CAP}(?:\s+(?:(?:of|for|and|the)\s+)*{_CAP})*)"
)
_BODY_BEFORE = Expression(rf"^(?P<body>{_CAP}(?:\s+(?:(?:of|for|and|the)\s+)*{_CAP})*)\s+[a-z]")


#: What may follow the name that a noun phrase is: a bracket, what kind of outlet it is, marks.
_TAIL = Expression(
    r"(?:\s*\([^)]*\)?|\s+(?:state\s)?(?:news\s)?(?:agency|website|site|portal|newspaper|daily|channel|television"
    r"|radio|tv|service)"
    r"|\s+(?:government|group|militia|republic)|['’]s?)?[\s,.;:)”\"'’]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NamedAt:
    """Words of a source with where they stand in the text and the mentions inside them."""

    words: SourceWords
    start: int
    end: int
    mentions: tuple[PartyMention, ...]
    text: str

    def head_mention(self) -> PartyMention | None:
        """The mention that the whole noun phrase is: it holds its last word, up to marks and a bracket."""
        if not self.mentions:
            return None
        stop = self.start + len(_TAIL.sub("", self.text[self.start : self.end]))
        fit = [m for m in self.mentions if m.start <= stop <= m.end and _tells(m.party)]
        head = self.text[self.start : stop].lower().find(self.words.head) if fit and self.words.head else -1
        named = next((m for m in fit if head < 0 or m.start <= self.start + head), None)
        return named or self._opening() or self._apposed(fit) or self._by_letters()

    def _opening(self) -> PartyMention | None:
        """ "The NWF, a group based abroad", "the coalition fighting here": the name that is described behind it."""
        first = self.mentions[0]
        lead = self.text[self.start : first.start].lower().strip()
        opens = lead in ("", "the") and _tells(first.party) and _DESCRIBED_BEHIND.match(self.text, first.end, self.end)
        return first if opens else None

    def _apposed(self, last: Sequence[PartyMention]) -> PartyMention | None:
        """ "A group linked to another, the NWF": the name that stands behind what describes it."""
        groups = (m for m in last if m.party.kind == "group")
        return next((m for m in groups if _APPOSED.search(self.text, self.start, m.start)), None)

    def _by_letters(self) -> PartyMention | None:
        """ "The Norland Workers' Front (NWF)": the mention of the letters, where the name itself is not known."""
        end = self.start + len(self.text[self.start : self.end].rstrip(" ,.;:"))
        if self.text[end - 1 : end] != ")":
            return None
        fit = (m for m in self.mentions if m.end == end - 1 and self.text[m.start - 1 : m.start] == "(")
        return next((m for m in fit if _tells(m.party)), None)

    def describing(self) -> list[PartyMention]:
        """Mentions that say whose the party is: not where it is based, and nobody's name."""
        return [
            m
            for m in self.mentions
            if (_tells(m.party) or _holds_office(m))
            and not _COMPOUND.match(self.text, m.end)
            and not _ACTIVE_IN.search(self.text, self.start, m.start)
        ]


#: "A spokesman for an armed group in | Norland |": where a group is active, which does not make it the state's.
_ACTIVE_IN = Expression(
    r"\b(?:groups?|militias?|factions?|movement|gang|rebels|insurgents|charity)\s(?:(?:based|active|operating|fighting)\s)?"
    r"(?:in|inside|from)\s(?:(?:north|south|east|west|cent)[\w-]*\s)?$",
    re.IGNORECASE,
)
#: What goes on to describe a body whose name is over.
_DESCRIBED_BEHIND = Expression(
    r",\s|\s\([^)]*\),\san?\s|\s(?:which|that|fighting|operating|active|based|waging)\b", re.IGNORECASE
)
_APPOSED = Expression(r"\b(?:group|militia|movement|faction|rebels|front)\b[^,;.]{0,60},\s(?:the\s)?$", re.IGNORECASE)


def _tells(party: Party) -> bool:
    """True for a party that says more than the words do: not a person's name, not "a spokesperson" of nobody."""
    return party.kind != "person" and (party.kind != "unnamed" or bool(party.speaks_for or party.side))


def _holds_office(mention: PartyMention) -> bool:
    """True for "the Norlandic ombudsman", whose office a body may be: no name, and of a state."""
    return mention.how == "office" and mention.party.speaks_for is not None


def voice_of(party: Party) -> str | None:
    """The state or group that a party is or speaks for."""
    return party.speaks_for or (party.name if party.kind in ("state", "group") else None)


#: "Police in | X-held | Y": who holds the place where an office is.
_HELD = Expression(
    r"\b(?:in|of|at|for)\s(?:the\s)?(?P<holder>[A-Z][\w’'.]*)[-‑](?:held|controlled|run|ruled|administered)\s"
)


def holder_told(at: NamedAt) -> str | None:
    """The name of who holds the place of an office, where its words tell; None for who speaks for nobody."""
    held = _HELD.search(at.text, at.start, at.end)
    if held is None or not _speaks_for_its_own(at.text[at.start : held.start()]):
        return None
    return held["holder"]


def _speaks_for_its_own(role: str) -> bool:
    """True for an office or body, and for a source within one; False for who is of a country and speaks for nobody."""
    if _PRIVATE.search(role):
        return False
    return (_OFFICIAL_SOURCE if _SOURCE.search(role) else _VOICES).search(role) is not None


def body_party(at: NamedAt, kind: PartyKind = "organisation") -> Party:
    """The party of a body, a group of people or an unnamed role, with the voice that its words give it."""
    mention = at.head_mention()
    if mention is not None:
        return as_speaker(mention.party)
    name = at.words.words
    typed = _TYPED.match(name)
    role = at.words.role if at.words.shape == "body" else None
    return _of_whom(
        at, _described(at, Party(name=_short(typed["name"] if typed else name), kind=kind, role=role), name)
    )


def _of_whom(at: NamedAt, party: Party) -> Party:
    """ "The press service of the ministry", under the name of the ministry that is meant."""
    told = _PRESS_OF.fullmatch(party.name)
    last = at.mentions[-1] if told is not None and at.mentions else None
    if told is None or last is None or last.party.kind != "organisation" or last.end < at.start + len(party.name):
        return party
    return replace(party, name=f"{last.party.name} {told[1]}", affiliation=last.party.name)


_PRESS_OF = Expression(
    r"((?:press|media|information)\s(?:service|office|cent(?:re|er)|department|wing))\sof\s(?:the\s)?(?:ministry|army|military)",
    re.IGNORECASE,
)


#: "the relief agency Winterhelp": a small-letter kind before the name of a body.
_TYPED = Expression(
    r"(?:[a-z][\w-]*\s)*(?:agency|group|organi[sz]ation|charity|channel|newspaper|broadcaster|outlet|network|website|monitor"
    r"|watchdog|think tank|company|party|movement|institute)\s(?P<name>[A-Z].*)$"
)


def people_party(at: NamedAt) -> Party:
    """The party of several people without a name: named as the report does, with the voice of their mention."""
    mention = at.head_mention()
    if mention is None:
        return body_party(at, "unnamed")
    known = as_speaker(mention.party)
    if at.words.words != at.words.words.lower():
        return known
    return replace(known, name=at.words.words, kind="unnamed", role=known.role or known.name)


def as_speaker(party: Party) -> Party:
    """A party as the source of words: a state or armed group speaks for itself."""
    if party.kind in ("state", "group") and party.speaks_for is None:
        return replace(party, speaks_for=party.name, side=party.side or party.name)
    return party


def person_party(at: NamedAt) -> Party:
    """The party of a named person, with role and affiliation as the words give them."""
    words = at.words
    name = words.name or words.words
    mention = next(
        (m for m in at.mentions if m.party.kind == "person" and words.name and _same_end(m.party.name, name)), None
    )
    role = _own_role(at, name)
    party = _described(at, Party(name=name, kind="person", role=role), role or "")
    if mention is None:
        return party
    known = mention.party
    if known.speaks_for is not None and all(m.start >= mention.end for m in at.describing()):
        return replace(known, role=role or known.role)  # "a spokesman for the NWF the state-backed front"
    return replace(
        known,
        role=role or known.role,
        affiliation=party.affiliation or known.affiliation,
        speaks_for=party.speaks_for or known.speaks_for,
        side=party.side or known.side,
        side_group=party.side_group or known.side_group,
    )


def _own_role(at: NamedAt, name: str) -> str | None:
    """The role without another person's name before it ("talking to Holt Norlandic President Jorun Hale")."""
    role = at.words.role
    for mention in at.mentions:
        other = at.text[mention.start : mention.end]
        if role and mention.party.kind == "person" and not _same_end(other, name) and role.startswith(other):
            role = role[len(other) :].strip() or None
    return role


def _same_end(one: str, other: str) -> bool:
    return one.split()[-1:] == other.split()[-1:]


def _described(at: NamedAt, party: Party, role: str) -> Party:
    mentions = at.describing()
    owner = mentions[0].party if mentions else None
    affiliation = _affiliation(mentions, role) if party.kind == "person" else None
    if owner is None:
        return replace(party, affiliation=affiliation)
    voice = voice_of(owner) if _speaks_for_its_own(role) else None
    if affiliation is None or owner.kind in ("organisation", "group"):
        affiliation = (owner.affiliation or owner.speaks_for) if owner.kind == "person" else owner.name
    if owner.kind == "outlet":
        voice = None
    return replace(
        party,
        affiliation=affiliation,
        speaks_for=voice,
        side=owner.side or (owner.name if owner.kind in ("state", "group") else None),
        side_group=owner.side_group,
    )


def _affiliation(mentions: Sequence[PartyMention], role: str) -> str | None:
    """The body that a role names by capitals: "Hollis Institute expert", "director of the Hollis Institute"."""
    found = _BODY_AFTER.search(role) or _BODY_BEFORE.search(role)
    if found is None or any(m.party.kind == "state" for m in mentions):
        return None
    if not names_body(found["body"]) and " " not in found["body"]:
        return None
    return None if found["body"].split()[0].lower() in ("president", "prime", "foreign") else found["body"]


def _short(name: str) -> str:
    return re.sub(r"\s*\([^)]*\)?", "", name).split(", ")[0].strip() or name
