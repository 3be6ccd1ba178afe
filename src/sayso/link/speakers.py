"""Who speaks in each attribution, through whom, and on what day.

Sources are read in text order. A name stands for the person that the report introduces by it in full, a pronoun for
the last fitting speaker, a role ("the expert") for the last one of that role, a capital for its government. What fits
nobody, or two alike, stays open with the reason: a wrong name is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sayso.link.cast import Cast, Member, first_names, introductions, name_key
from sayso.link.knowledge_base import Knowledge
from sayso.link.mentions import Mentions, PartyMention
from sayso.link.said_on import said_on
from sayso.link.source_words import Gender, names_body, read_source, word_set
from sayso.link.speaker_party import NamedAt, as_speaker, body_party, people_party, person_party
from sayso.link.text_frame import TextFrame
from sayso.link.via import relayed, via_of
from sayso.model import Attribution, Document, Party

#: How far back, in sentences, a pronoun reaches, and a role ("the minister").
_PRONOUN_REACH = 5

_BODY_PRONOUNS = frozenset(("it", "its"))
_PLURAL_PRONOUNS = frozenset(("they", "them", "their", "both", "these", "those", "others", "other"))
_GENERIC_BODIES = word_set(
    """group organisation organization monitor watchdog body agency outlet observatory institute foundation charity
    network newspaper channel broadcaster centre center mission union council committee commission company party
    movement coalition alliance"""
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A resolved speaker and where the words that name it stand."""

    party: Party
    start: int
    gender: Gender | None = None
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """Who speaks, or why that stays open."""

    party: Party | None = None
    why: str | None = None
    gender: Gender | None = None
    plural: bool = False


@dataclass(slots=True)
class _Stage:
    """One report while its sources are read in order."""

    frame: TextFrame
    mentions: Mentions
    cast: Cast
    home: Party | None
    spoken: list[Spoken] = field(default_factory=list)
    #: What pronouns have told of a person's gender.
    genders: dict[str, Gender] = field(default_factory=dict)

    def gender(self, member: Member) -> Gender | None:
        """A person's gender as title, role or an earlier pronoun tells it."""
        return member.gender or self.genders.get(member.party.name)


def resolve_attributions(
    document: Document, attributions: Sequence[Attribution], mentions: Mentions, knowledge: Knowledge
) -> tuple[Attribution, ...]:
    """The attributions with speaker, via and day said; what stays open is told in ``unresolved``. Order is kept."""
    frame = TextFrame.of(document.text)
    sources = {a.id: _source_at(frame, a, mentions) for a in attributions}
    stage = _Stage(frame, mentions, _cast_of(frame, mentions, sources), _home(mentions, knowledge))
    resolved: dict[str, Attribution] = {}
    for attribution in sorted(attributions, key=_place):
        resolved[attribution.id] = _resolved(stage, attribution, sources[attribution.id])
    return tuple(resolved[a.id] for a in attributions)


def _place(attribution: Attribution) -> int:
    pieces = attribution.source or attribution.cue or attribution.content
    return pieces[0].start if pieces else 0


def _resolved(stage: _Stage, attribution: Attribution, source: NamedAt) -> Attribution:
    around = stage.frame.around(attribution)
    found = _speaker(stage, attribution, source)
    outer = found.party
    inner = relayed(stage.frame.text, attribution, outer)
    via: tuple[Party, ...] = ()
    if inner is not None:
        words = _named_at(stage.frame, inner, stage.mentions)
        told = _find(stage, words, attribution)
        if told.party is not None and told.party != outer:
            found, via = told, (outer,) if outer is not None else ()
    if found.party is not None and found.gender is not None:
        stage.genders.setdefault(found.party.name, found.gender)
    if found.party is not None:
        stage.spoken.append(Spoken(found.party, _place(attribution), found.gender, found.plural))
    via += via_of(stage.frame.text, attribution, stage.mentions.parties, around)
    names = {found.party.name.casefold()} if found.party else set()
    return replace(
        attribution,
        speaker=found.party,
        via=tuple({p.name.casefold(): p for p in via if p.name.casefold() not in names}.values()),
        said_on=said_on(stage.frame.text, attribution, stage.mentions.dates, around),
        unresolved={**attribution.unresolved, **({"speaker": found.why} if found.why else {})},
    )


# -- the cast ----------------------------------------------------------------------------------------------------------


def _home(mentions: Mentions, knowledge: Knowledge) -> Party | None:
    """The only state that a report names, whose government, army and ministries it means without saying so."""
    states = {m.party.name: m.party for m in mentions.parties if m.party.kind == "state"}
    return next(iter(states.values())) if len(states) == 1 else None


def _source_at(frame: TextFrame, attribution: Attribution, mentions: Mentions) -> NamedAt:
    if not attribution.source:
        return NamedAt(read_source(""), _place(attribution), _place(attribution), (), frame.text)
    start, end = attribution.source[0].start, attribution.source[0].end
    return _named_at(frame, frame.with_apposition(start, end), mentions)


def _named_at(frame: TextFrame, span: tuple[int, int], mentions: Mentions) -> NamedAt:
    start, end = span
    words = read_source(frame.text[start:end])
    if words.shape == "body" and (at := frame.text.find(words.words, start, end)) >= 0:
        # a body inside other words ("the ministry's statement on Monday") is looked up by its own
        start, end = at, at + len(words.words)
    inside = tuple(m for m in mentions.parties if start <= m.start and m.end <= end)
    return NamedAt(words, start, end, inside, frame.text)


def _cast_of(frame: TextFrame, mentions: Mentions, sources: dict[str, NamedAt]) -> Cast:
    cast = Cast(frame.text)
    for start, end in introductions(frame.text):
        introduced = _named_at(frame, (start, end), mentions)
        if introduced.words.shape == "person" and introduced.words.head:
            _introduce(cast, introduced)
    for source in sources.values():
        _introduce(cast, source)
    for mention in mentions.parties:
        if mention.party.kind in ("organisation", "outlet", "person", "group"):
            _introduce_mention(cast, mention)
    return cast


def _introduce(cast: Cast, at: NamedAt) -> None:
    words = at.words
    if words.shape == "person" and words.name and not (words.role is None and at.head_mention()):
        party, name = person_party(at), words.name
        heads = {words.head, *_heads_of_role(words.role)}
    elif words.shape == "body" and words.name and _is_body_name(at):
        party, name = body_party(at), words.name
        heads = {words.head, *(_GENERIC_BODIES & {w.lower() for w in name.split()})}
    else:
        return
    places = tuple(sorted({at.start, *cast.places_of(name)}))
    cast.add(
        Member(
            party=party,
            key=name_key(party.name if words.shape == "body" else name),
            first=min(places),
            places=places,
            gender=words.gender,
            heads=frozenset(heads - {""}),
        )
    )


def _is_body_name(at: NamedAt) -> bool:
    """True for a proper name of a body: known, or of several words with one that bodies are called by, or an acronym."""
    name = at.words.words
    return at.head_mention() is not None or (name != name.lower() and (names_body(name) or name.split()[0].isupper()))


def _heads_of_role(role: str | None) -> set[str]:
    return {w.strip(".,").lower() for w in (role or "").split()[:8] if w[:1].isalpha()}


def _introduce_mention(cast: Cast, mention: PartyMention) -> None:
    party = mention.party
    heads = {w.lower() for w in party.name.split()[-1:]} | ({"group"} if party.kind == "group" else set())
    heads |= {w.lower() for w in party.name.split()} & (_GENERIC_BODIES | {"ministry", "army", "police", "office"})
    cast.add(
        Member(
            party=as_speaker(party),
            key=name_key(party.name),
            first=mention.start,
            places=(mention.start,),
            heads=frozenset(heads),
        )
    )


# -- who speaks --------------------------------------------------------------------------------------------------------


def _speaker(stage: _Stage, attribution: Attribution, source: NamedAt) -> Finding:
    if source.words.shape == "nobody":
        return _unnamed_source(stage, attribution)
    return _find(stage, source, attribution)


def _unnamed_source(stage: _Stage, attribution: Attribution) -> Finding:
    """A second cue of a sentence ("..., calling it ...") has the sentence's speaker; any other open source stays open."""
    cue = attribution.cue[0].exact.lower() if attribution.cue else ""
    start, _ = stage.frame.sentence_of(_place(attribution))
    if re.match(r"(?:\w+ly )?\w+ing\b|and \w+|but \w+", cue):
        same = [s for s in stage.spoken if s.start >= start]
        if same:
            return Finding(same[-1].party, gender=same[-1].gender, plural=same[-1].plural)
    return Finding(why="the report names no source")


def _find(stage: _Stage, at: NamedAt, attribution: Attribution) -> Finding:
    words = at.words
    if words.shape in ("body", "role") and (person := _person_inside(at)) is not None:
        return Finding(person)
    match words.shape:
        case "pronoun":
            return _pronoun(stage, at)
        case "relative":
            return _relative(stage, at)
        case "person":
            return _person(stage, at)
        case "several":
            return Finding(Party(name=words.words.lower(), kind="group"), plural=True)
        case "people":
            return Finding(people_party(at), plural=True)
        case "document":
            return _document(stage, at)
        case "role":
            return _role(stage, at)
        case _:
            return _body(stage, at)


_AFTER_PREPOSITION = re.compile(r"\b(?:to|of|for|with|by|from|and|['’]s)\s+(?:the\s+)?$", re.IGNORECASE)


def _person_inside(at: NamedAt) -> Party | None:
    """A known person whom words name that read like a role or body; not one whose aide or ministry they name."""
    people = [m for m in at.mentions if m.party.kind == "person"]
    fit = [m for m in people if not _AFTER_PREPOSITION.search(at.text[at.start : m.start]) and m.party.name.split()]
    tail = at.text[fit[0].end : at.end].lstrip() if fit else ""
    return None if not fit or tail[:2] in ("'s", "’s") else fit[0].party


def _person(stage: _Stage, at: NamedAt) -> Finding:
    if at.words.role is None and (mention := at.head_mention()) is not None:
        return Finding(as_speaker(mention.party))
    members = stage.cast.of_name(name_key(at.words.name or ""))
    if len({m.key for m in members}) > 1:
        return Finding(why=f"several people are called {at.words.name}")
    if members:
        return _named_member(stage, members, at.words.name or "")
    return Finding(person_party(at), gender=at.words.gender)


def _named_member(stage: _Stage, members: Sequence[Member], name: str) -> Finding:
    """The member of that name, unless the report also tells of somebody else whose name ends so."""
    key = name_key(name)
    firsts = first_names(stage.frame.text, name) if len(key) == 1 else set()
    if len(firsts) > 1:
        return Finding(why=f"several people are called {name}")
    return Finding(members[0].party, gender=members[0].gender)


def _body(stage: _Stage, at: NamedAt) -> Finding:
    words = at.words
    if several := _coordinated(at):
        return Finding(several, plural=True)
    mention = at.head_mention()
    if mention is not None:
        return Finding(as_speaker(mention.party))
    known = [
        m
        for m in stage.cast.of_name(name_key(words.words))
        if m.key != name_key(words.words) or m.person or not words.definite
    ]
    people = [m for m in known if m.person]
    if len({m.key for m in people}) > 1:
        return Finding(why=f"several people are called {words.words}")
    if (people and words.words[:1].isupper()) or (people and " " in words.words):
        return _named_member(stage, people, words.words)
    if len(words.words.split()) <= 3 and not at.describing() and words.words.islower():
        return _pointing_body(stage, at)
    if " " not in words.words and not words.words.isupper() and words.words[:1].isupper():
        return Finding(Party(name=words.words, kind="person"))
    return Finding(body_party(at))


def _coordinated(at: NamedAt) -> Party | None:
    """ "A and B": both together, as the report names them."""
    joined = re.search(r"\w\s+and\s+(?:the\s+)?\w", at.words.words)
    owners = {m.party.name for m in at.describing()}
    return Party(name=at.words.words, kind="group") if joined and len(owners) > 1 else None


def _pointing_body(stage: _Stage, at: NamedAt) -> Finding:
    """ "the ministry", "the group": the last body that spoke of that kind, the only one named, or the report's only state's."""
    head = at.words.head
    if stage.frame.headline(at.start):
        return _told_below(stage, at)
    spoke = [s for s in stage.spoken if not s.plural and s.party.kind != "person" and _is_a(s.party, head)]
    near = [s for s in spoke if stage.frame.sentences_between(s.start, at.start) <= 2 * _PRONOUN_REACH]
    named = stage.cast.of_head(head, at.start, person=False)
    recent = [m for m in named if stage.frame.sentences_between(stage.cast.last_place(m, at.start), at.start) <= 2]
    if near and not [
        m for m in recent if m.party.name != near[-1].party.name and stage.cast.last_place(m, at.start) > near[-1].start
    ]:
        return Finding(near[-1].party)
    if len({m.key for m in named}) == 1:
        return Finding(named[0].party)
    if len({m.key for m in recent}) == 1:
        return Finding(recent[0].party)
    if not named and stage.home is not None and head in _STATE_BODIES:
        home = stage.home
        return Finding(
            Party(
                name=f"{home.name} {at.words.words}",
                kind="organisation",
                affiliation=home.name,
                speaks_for=home.name,
                side=home.side or home.name,
                side_group=home.side_group,
            )
        )
    if not at.words.definite and not named:
        return Finding(Party(name=at.words.words, kind="unnamed"))
    return Finding(
        why=f"more than one body may be meant by “{at.words.words}”"
        if named
        else f"nothing before tells which {head or 'body'} is meant"
    )


def _told_below(stage: _Stage, at: NamedAt) -> Finding:
    """ "...: monitor" in a headline: the only body of that kind that the report names."""
    named = stage.cast.of_head(at.words.head, len(stage.frame.text), person=False)
    if len({m.key for m in named}) == 1:
        return Finding(named[0].party)
    return Finding(Party(name=at.words.words, kind="unnamed"))


_STATE_BODIES = word_set(
    """government army military ministry police navy troops forces authorities parliament prosecutors"""
)


def _is_a(party: Party, head: str) -> bool:
    own = {w.lower() for w in party.name.split()}
    return head in own or (
        head in _GENERIC_BODIES
        and party.kind in ("organisation", "group", "outlet")
        and not own & _STATE_BODIES
        and (head not in ("observatory", "institute") or head in own)
    )


def _role(stage: _Stage, at: NamedAt) -> Finding:
    words = at.words
    if not words.definite and not at.describing():
        return Finding(body_party(at, "unnamed"), gender=words.gender)
    owner = at.describing()[0].party if at.describing() else None
    people = [m for m in stage.cast.of_head(words.head, at.start, person=True) if owner is None or _of(m.party, owner)]
    spoke = [
        s
        for s in stage.spoken
        if s.party.kind != "outlet"
        and words.head in _heads_of_role(s.party.role or (s.party.name if s.party.kind == "unnamed" else ""))
    ]
    if (
        owner is None
        and spoke
        and not [
            m for m in people if m.party != spoke[-1].party and stage.cast.last_place(m, at.start) > spoke[-1].start
        ]
    ):
        return Finding(spoke[-1].party, gender=spoke[-1].gender)
    if len({m.key for m in people}) == 1 or (people and owner is None and _nearest_alone(stage, people, at.start)):
        return Finding(people[0].party, gender=people[0].gender)
    if people:
        return Finding(why=f"several people may be meant by “{words.words}”")
    if owner is not None:
        return Finding(body_party(at, "unnamed"), gender=words.gender)
    return Finding(why=f"nothing before tells which {words.head} is meant")


def _nearest_alone(stage: _Stage, people: Sequence[Member], before: int) -> bool:
    """True where only one of them is named in the last three sentences."""
    near = [m for m in people if stage.frame.sentences_between(stage.cast.last_place(m, before), before) <= 3]
    return len(near) == 1


def _of(party: Party, owner: Party) -> bool:
    mine = {party.speaks_for, party.side, party.affiliation}
    return (
        bool({owner.name, owner.speaks_for} - {None} & mine)
        or owner.name in mine
        or (owner.side is not None and owner.side in mine)
    )


def _document(stage: _Stage, at: NamedAt) -> Finding:
    """ "the statement", "its report": of who spoke last; any other document stands for itself."""
    if at.words.definite and at.words.document in (
        "statement",
        "report",
        "communique",
        "communiqué",
        "tweet",
        "letter",
        "post",
        "press release",
    ):
        near = [s for s in stage.spoken if stage.frame.sentences_between(s.start, at.start) <= 3]
        if near:
            return Finding(near[-1].party, gender=near[-1].gender)
    return Finding(body_party(at, "unnamed"))


# -- pronouns ----------------------------------------------------------------------------------------------------------


def _pronoun(stage: _Stage, at: NamedAt) -> Finding:
    word = at.words.head
    if word in ("he", "she", "him", "her", "his"):
        return _he_or_she(stage, at)
    if word in _BODY_PRONOUNS | _PLURAL_PRONOUNS:
        return _it_or_they(stage, at, plural=word in _PLURAL_PRONOUNS)
    return Finding(why=f"“{at.words.words}” names nobody")


def _he_or_she(stage: _Stage, at: NamedAt) -> Finding:
    """The last person who spoke, or whom a sentence since then is about; nobody where two fit alike."""
    for start, end in stage.frame.sentences_back(at.start, _PRONOUN_REACH):
        spoke = [s for s in stage.spoken if start <= s.start < min(end, at.start) and _may_be(s, at.words.gender)]
        if spoke:
            return Finding(spoke[-1].party, gender=at.words.gender)
        named = [
            m
            for m in stage.cast.members
            if m.person
            and stage.gender(m) in (None, at.words.gender)
            and any(start <= p < min(end, at.start) for p in m.places)
        ]
        if named:
            first = min(named, key=lambda m: min(p for p in m.places if p >= start))
            return Finding(first.party, gender=at.words.gender)
    return Finding(why=f"nobody named before fits “{at.words.words}”")


def _may_be(spoken: Spoken, gender: Gender | None) -> bool:
    single = spoken.party.kind == "person" or (spoken.party.kind == "unnamed" and not spoken.plural)
    return single and (spoken.gender is None or gender is None or spoken.gender == gender)


def _it_or_they(stage: _Stage, at: NamedAt, *, plural: bool) -> Finding:
    """ "they": the last several who spoke, else the last body; "it": the last body."""
    near = list(stage.frame.sentences_back(at.start, _PRONOUN_REACH))
    spoke = [s for s in stage.spoken if s.party.kind != "person" and s.start < at.start and near and near[-1][0] <= s.start]
    fit = [s for s in spoke if s.plural == plural] or (spoke if plural else [])
    if fit:
        return Finding(fit[-1].party, plural=plural)
    return Finding(why=f"nobody named before fits “{at.words.words}”")


def _relative(stage: _Stage, at: NamedAt) -> Finding:
    """ "..., who said": whoever is named right before."""
    before = [m for m in stage.cast.members if any(0 < at.start - p < 120 for p in m.places) and m.person]
    if before:
        nearest = max(before, key=lambda m: stage.cast.last_place(m, at.start))
        if stage.frame.sentence_of(at.start)[0] <= stage.cast.last_place(nearest, at.start):
            return Finding(nearest.party, gender=nearest.gender)
    return Finding(why="the words before “who” name nobody known")
