"""Whom words point back to: a pronoun, a role ("the expert"), a body ("the ministry"), a document ("the statement").

The last fitting speaker is meant, or else the only fitting one that the report has named; two alike leave it open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.expression import Expression
from sayso.link.cast import Member
from sayso.link.source_words import Gender, head_of, word_set
from sayso.link.speaker_party import NamedAt, as_speaker, body_party
from sayso.link.speaker_stage import Finding, Spoken, Stage
from sayso.model import Party

#: How far back, in sentences, a pronoun reaches.
_PRONOUN_REACH = 5

_BODY_PRONOUNS = frozenset(("it", "its"))
_PLURAL_PRONOUNS = frozenset(("they", "them", "their", "both", "these", "those", "others", "other"))
_BODY_OR_PLURAL = _BODY_PRONOUNS | _PLURAL_PRONOUNS
BODY_KINDS = word_set(
    """group organisation organization monitor watchdog body agency outlet observatory institute foundation charity
    network newspaper channel broadcaster centre center mission union council committee commission company party
    movement coalition alliance"""
)
_KIN = frozenset(("family", "mother", "father", "wife", "husband", "brother", "sister", "son", "daughter", "parents"))
#: A state has one of each, so that the word alone says which body it is.
_ONE_ONLY = frozenset(("army", "military", "police", "navy", "presidency", "cabinet", "junta", "senate"))
_STATE_BODIES = word_set(
    """government army military ministry police navy troops forces authorities parliament prosecutors presidency cabinet
    junta senate"""
)
_BODIES = BODY_KINDS | _STATE_BODIES
#: What "its" tells of a state or an armed group.
_OWNED_BODIES = _STATE_BODIES | {"staff", "command"}


def heads_of_role(role: str | None) -> set[str]:
    """The words of a role, lower case: any of them may stand for its bearer."""
    return {w.strip(".,").lower() for w in (role or "").split()[:8] if w[:1].isalpha()}


def pointing_body(stage: Stage, at: NamedAt) -> Finding:
    """ "the ministry", "a monitor": the last speaker of that kind, the only one named, the only state's."""
    head = at.words.head
    if head in _KIN:
        return Finding(Party(name=at.words.words, kind="unnamed"), plural=True)
    named = [m for m in stage.cast.members if not m.person and fits_body(m.party, at.words.words)]
    if (called := _called(stage, at, named)) is not None:
        return called
    if stage.frame.headline(at.start) or not at.words.definite:
        return _told_below(at, named)
    if (unnamed := _unnamed_before(stage, head)) is not None:
        return unnamed
    before = [m for m in named if stage.cast.last_place(m, at.start) >= 0]
    spoke = [
        s for s in stage.spoken if not s.plural and s.party.kind != "person" and fits_body(s.party, at.words.words)
    ]
    near = [s for s in spoke if stage.frame.sentences_between(s.start, at.start) <= 2 * _PRONOUN_REACH]
    recent = [m for m in before if stage.frame.sentences_between(stage.cast.last_place(m, at.start), at.start) <= 2]
    if near and (_is_called(stage, near[-1], head) or not _named_since(stage, recent, near[-1], at.start)):
        return Finding(near[-1].party)
    for members in (before, recent):
        if len(only := _distinct(members)) == 1:
            return Finding(only[0].party)
    if not before and stage.home is not None and head in _STATE_BODIES:
        return Finding(_home_body(stage.home, at.words.words))
    several = len(at.words.words.split()) > 1
    if not before and (several or head in _ONE_ONLY or head not in _STATE_BODIES):
        # "the disaster agency", "the charity": as it is told
        return Finding(Party(name=at.words.words, kind="unnamed"))
    why = "more than one body may be meant by" if before else "nothing before tells what is meant by"
    return Finding(why=f"{why} “{at.words.words}”")


#: What tells one sort of armed group from others that a report names.
_SORT = Expression(r"\b(?:extremist|jihadist|militant|islamist|hardline)\b", re.IGNORECASE)
_CALLED_SO = frozenset(("jihadists", "jihadis", "militants", "extremists", "islamists"))


def _called(stage: Stage, at: NamedAt, named: Sequence[Member]) -> Finding | None:
    """ "The extremist group": the only one named before whose members are called so, whatever others there are."""
    if at.words.head != "group" or not at.words.definite or not _SORT.search(at.words.words):
        return None
    before = [m for m in named if m.party.kind == "group" and stage.cast.last_place(m, at.start) >= 0]
    entries = ((m, stage.knowledge.find(m.party.name)) for m in before)
    fit = _distinct([m for m, entry in entries if entry is not None and _CALLED_SO & set(entry.called)])
    return Finding(fit[0].party) if len(fit) == 1 else None


def _unnamed_before(stage: Stage, head: str) -> Finding | None:
    """ "One poster ... The poster": somebody without a name who has spoken and is called so."""
    fit = [s for s in stage.spoken if s.party.kind == "unnamed" and head_of(s.party.name) == head]
    return Finding(fit[-1].party, gender=fit[-1].gender, plural=fit[-1].plural) if fit else None


def _named_since(stage: Stage, recent: Sequence[Member], spoken: Spoken, before: int) -> bool:
    """True where another body of the kind has been named since that one spoke; a part of its own name is no other."""
    own = [m for m in stage.mentions.parties if m.party.name == spoken.party.name]
    places = (stage.cast.last_place(m, before) for m in recent if m.party.name != spoken.party.name)
    return any(place > spoken.start and not any(m.start <= place < m.end for m in own) for place in places)


def _is_called(stage: Stage, spoken: Spoken, noun: str) -> bool:
    """True for "the Hollis Jurists group said ...": whoever is named since, "the group" goes on with it."""
    *_, last = name = spoken.party.name.split()
    near = stage.frame.text[spoken.start : spoken.start + _NAME_NEAR]
    return f"{last} {noun}" in near or (len(name) > 1 and last == noun)


#: The words of a speaker stand within so many characters.
_NAME_NEAR = 80


def _home_body(home: Party, words: str) -> Party:
    return Party(
        name=f"{home.name} {words}",
        kind="organisation",
        affiliation=home.name,
        speaks_for=home.name,
        side=home.side or home.name,
        side_group=home.side_group,
    )


def _told_below(at: NamedAt, named: Sequence[Member]) -> Finding:
    """ "...: monitor" in a headline, "a monitoring group" in a lead: the only such body that the report names."""
    if len(_distinct(named)) == 1 and at.words.head in _BODIES:
        return Finding(_distinct(named)[0].party)
    return Finding(Party(name=at.words.words, kind="unnamed"))


def _distinct(members: Sequence[Member]) -> list[Member]:
    """The members without short forms of one another ("Observatory" beside "Hollis Observatory") and repeats."""
    kept: dict[tuple[str, ...], Member] = {}
    for member in members:
        if not any(set(member.key) < set(other.key) for other in members):
            kept.setdefault(member.key, member)
    return list(kept.values())


#: Words that stand for a body that watches a war, in its name or instead of it.
_MONITORS = frozenset(("monitor", "monitoring", "observatory", "watchdog", "watch", "monitors"))
#: Words that an armed group may be called by, whatever its name.
_ARMED_BODIES = frozenset(("movement", "faction", "militia", "insurgency", "guerrilla"))
#: Words that any body may be called by.
_ANY_BODY = frozenset(
    ("department", "office", "agency", "body", "institution", "organisation", "organization", "group")
)


#: Men under arms are no "department" or "office".
_FORCES = frozenset(("forces", "army", "troops", "navy", "military", "soldiers", "servicemen", "side"))
_OWNER = Expression(r"(?:the\s)?(?:\w+\s)*?(?P<owner>\w+)['’]s\s", re.IGNORECASE)


def fits_body(party: Party, words: str) -> bool:
    """True where a body may be called by some words: "the ministry", "a monitoring group", "the outlet"."""
    asked, own = {w.lower() for w in words.split()}, {w.lower() for w in party.name.split()}
    if party.kind in ("person", "unnamed"):
        return False
    if asked & _MONITORS:
        return bool(own & _MONITORS)
    head = words.split()[-1].lower() if words.split() else ""
    if head in _ANY_BODY and (owner := _OWNER.match(words)) is not None:
        return owner["owner"].lower() in own  # "the mayor's office" is nobody else's
    if head in own:
        return True
    if head in _ANY_BODY and head != "group":
        return party.kind == "organisation" and not own & _FORCES
    if head == "group":
        return party.kind == "group" or (party.kind == "organisation" and not own & _STATE_BODIES)
    if head in _ARMED_BODIES:
        return party.kind == "group"
    return party.kind == "outlet" and (head in _OUTLETS or (head in _ON_AIR and bool(own & _ON_AIR)))


_ON_AIR = frozenset(("radio", "station", "television"))
_OUTLETS = frozenset(
    ("outlet", "channel", "newspaper", "broadcaster", "network", "website", "portal", "magazine", "daily")
)


_SPOKESPEOPLE = frozenset(("spokesman", "spokeswoman", "spokesperson"))


def _of_last_body(stage: Stage, at: NamedAt) -> Finding:
    """ "A spokesperson said ..." right after a body has spoken: that body's; else somebody without a name."""
    near = [s for s in stage.spoken if s.party.kind in ("organisation", "group") and not s.plural]
    if at.words.head in _SPOKESPEOPLE and near and stage.frame.sentences_between(near[-1].start, at.start) <= 4:
        body = near[-1].party
        spokesperson = replace(body, name=f"{body.name} {at.words.words}", kind="unnamed", affiliation=body.name)
        return Finding(spokesperson, gender=at.words.gender)
    return Finding(body_party(at, "unnamed"), gender=at.words.gender)


#: Offices that tell nothing without the state.
_OF_STATES = frozenset(("minister", "president", "premier", "ambassador", "envoy", "spokesman", "spokeswoman"))


def role(stage: Stage, at: NamedAt) -> Finding:
    """ "the expert", "the Norlandic president": the last one of that role and country; two alike stay open."""
    words = at.words
    if words.definite and words.words.lower() == "source" and (told := _told_last(stage, at.start)) is not None:
        return Finding(told.party, gender=told.gender)
    if not words.definite and not at.describing():
        return _of_last_body(stage, at)
    # "the official" alone says no more of whose he is than the report does
    plain = words.definite and words.words.islower()
    described = [m for m in at.describing() if not plain or at.text[m.start : m.end].lower() != words.words]
    owner = described[0].party if described else None
    people = [m for m in stage.cast.of_head(words.head, at.start, person=True) if owner is None or _of(m.party, owner)]
    if _COMPLEMENT.search(words.words):
        people = [m for m in people if _same_complement(m.party, words.words)]
    elif owner is None and (spoken := _spoke_last(stage, words.head, people, at.start)) is not None:
        return Finding(spoken.party, gender=spoken.gender)
    if len({m.key for m in people}) == 1 or (people and owner is None and _nearest_alone(stage, people, at.start)):
        return Finding(people[0].party, gender=people[0].gender)
    if people:
        return Finding(why=f"several people may be meant by “{words.words}”")
    if owner is not None or _COMPLEMENT.search(words.words):
        return Finding(body_party(at, "unnamed"), gender=words.gender)
    if words.head in _OF_STATES and " " not in words.words:
        return Finding(why=f"nothing before tells which {words.head} is meant")
    return Finding(body_party(at, "unnamed"), gender=words.gender)  # "the mayor": told by his office alone


def _told_last(stage: Stage, before: int) -> Spoken | None:
    """ "The source added": whoever told what the report has told just before."""
    near = (s for s in reversed(stage.spoken) if s.party.kind not in ("outlet", "state") and not s.noun)
    last = next(near, None)
    return last if last and stage.frame.sentences_between(last.start, before) <= _PRONOUN_REACH else None


def _spoke_last(stage: Stage, head: str, people: Sequence[Member], before: int) -> Spoken | None:
    """Who of a role spoke last, unless another one of that role has been named since."""
    spoke = [
        s
        for s in stage.spoken
        if s.party.kind != "outlet"
        and head in heads_of_role(s.party.role or (s.party.name if s.party.kind == "unnamed" else ""))
    ]
    if not spoke:
        return None
    since = [m for m in people if m.party != spoke[-1].party and stage.cast.last_place(m, before) > spoke[-1].start]
    return None if since else spoke[-1]


def _same_complement(party: Party, words: str) -> bool:
    """True where a person's role or body holds the capitalised words of "the mayor of Karsk"."""
    known = f"{party.role or ''} {party.affiliation or ''}"
    names = [w for w in words.split() if w[:1].isupper()]
    return bool(names) and all(name in known for name in names)


#: Words that tell who is meant without a name: "the mother of one of the conscripts".
_COMPLEMENT = Expression(r"\s(?:of|for|in|at|who|from|to)\s")


def _nearest_alone(stage: Stage, people: Sequence[Member], before: int) -> bool:
    """True where only one of them is named in the last three sentences."""
    near = [m for m in people if stage.frame.sentences_between(stage.cast.last_place(m, before), before) <= 3]
    return len(near) == 1


def _of(party: Party, owner: Party) -> bool:
    mine = {party.speaks_for, party.side, party.affiliation}
    if party.kind == "unnamed" and owner.kind == "unnamed" and owner.affiliation != owner.side:
        return owner.affiliation in mine  # "the press office spokesman" is no mere "army spokesman"
    return (
        bool({owner.name, owner.speaks_for} - {None} & mine)
        or owner.name in mine
        or (owner.side is not None and owner.side in mine)
    )


#: Documents that, once pointed to, are the last speaker's.
_OF_SOMEBODY = word_set(
    "statement report communique communiqué tweet letter post message document dispatch bulletin release note text"
)


def document(stage: Stage, at: NamedAt) -> Finding:
    """ "the statement", "its report": of who spoke last; any other document stands for itself."""
    if at.words.definite and at.words.document is not None and at.words.document.split()[-1] in _OF_SOMEBODY:
        near = [s for s in stage.spoken if stage.frame.sentences_between(s.start, at.start) <= 3]
        if near:
            return Finding(near[-1].party, gender=near[-1].gender)
    return Finding(body_party(at, "unnamed"))


_ITS = Expression(r"\b(?:its|their)\s", re.IGNORECASE)
#: A possessive stands within so many characters before the body that it goes with.
_BEFORE_BODY = 5
_HIS = Expression(
    r"\b(?P<who>his|her)\s(?:[\w-]+\s){0,2}(?:office|ministry|department|administration|government)$", re.I
)


def owned(stage: Stage, at: NamedAt) -> Finding | None:
    """ "its spokesman, Ada Lorne", "his office": whoever belongs to what a possessive points back to."""
    text = at.text[at.start : at.end]
    if (his := _HIS.search(at.text[max(0, at.start - _BEFORE_BODY) : at.end].strip(" ,."))) is not None:
        return _office_of(stage, at, "he" if his["who"].lower() == "his" else "she")
    its = _ITS.search(at.text, max(0, at.start - len("their ")), at.start)
    if its is not None and _PRESS.fullmatch(at.words.words) and (speaking := _owner(stage, at)) is not None:
        return Finding(replace(speaking, name=f"{speaking.name} {at.words.words}", affiliation=speaking.name))
    if its is not None and at.words.shape == "body" and at.words.head in _OWNED_BODIES:
        owner = _owner_before(stage, at)
        return Finding(_home_body(owner, at.words.words)) if owner is not None else None
    if not _ITS.match(text) or at.words.shape not in ("person", "role"):
        return None
    owner = _owner(stage, at)
    if owner is None:
        return None
    name = at.words.name if at.words.shape == "person" else None
    party = replace(
        owner,
        name=name or f"{owner.name} {at.words.head}",
        kind="person" if name else "unnamed",
        role=at.words.role,
        affiliation=owner.name,
    )
    return Finding(party, gender=at.words.gender)


#: What speaks for a body in its name.
_PRESS = Expression(r"(?:press|media|information)\s(?:service|office|cent(?:re|er)|department|wing)", re.IGNORECASE)


def _owner(stage: Stage, at: NamedAt) -> Party | None:
    """Whose "its" is: the body told of in the sentence, else who spoke last, else what a sentence before is about."""
    start, _ = stage.frame.sentence_of(at.start)
    bodies = ("organisation", "outlet", "group")
    here = [m for m in stage.mentions.parties if start <= m.start < at.start and m.party.kind in bodies]
    told = [m for m in here if m.how not in ("members", "forces") or m.start < start + 12]
    if told:
        return as_speaker(told[0].party)
    spoke = [s for s in stage.spoken if s.party.kind in (*bodies, "state")]
    near = bool(spoke) and stage.frame.sentences_between(spoke[-1].start, at.start) <= 2
    return spoke[-1].party if near else _subject_before(stage, at)


def _owner_before(stage: Stage, at: NamedAt) -> Party | None:
    """The state or armed group that the sentence, or the one before it, begins with: "Norland is silent. Its army
    said ...".
    """
    for start, end in stage.frame.sentences_back(at.start, 1):
        first = next((m for m in stage.mentions.parties if start <= m.start < min(end, start + 12, at.start)), None)
        if first is not None:
            return as_speaker(first.party) if first.party.kind in ("state", "group") else None
    return None


def _office_of(stage: Stage, at: NamedAt, gender: Gender) -> Finding:
    found = _he_or_she(stage, replace(at, words=replace(at.words, gender=gender)))
    if found.party is None:
        return found
    person = found.party
    affiliation = person.affiliation or person.name
    return Finding(
        replace(
            person, name=f"{person.name}'s {at.words.head}", kind="organisation", role=None, affiliation=affiliation
        )
    )


# -- pronouns ----------------------------------------------------------------------------------------------------------


def pronoun(stage: Stage, at: NamedAt) -> Finding:
    """Whom "he", "she", "it" or "they" stands for."""
    word = at.words.head
    if word in ("he", "she", "him", "her", "his"):
        return _he_or_she(stage, at)
    if word in _BODY_OR_PLURAL:
        return _it_or_they(stage, at, plural=word in _PLURAL_PRONOUNS)
    return Finding(why=f"“{at.words.words}” names nobody")


def _he_or_she(stage: Stage, at: NamedAt) -> Finding:
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
            and any(start <= p < min(end, at.start) and not stage.told(p) for p in m.places)
        ]
        if named:
            return _first_named(stage, named, start, at)
    return Finding(why=f"nobody named before fits “{at.words.words}”")


def _first_named(stage: Stage, named: Sequence[Member], start: int, at: NamedAt) -> Finding:
    """The person that a sentence begins with; open where it begins with two ("A and B met ...")."""
    order = sorted(named, key=lambda m: min(p for p in m.places if p >= start))
    places = [min(p for p in m.places if p >= start) for m in order[:2]]
    if len(order) > 1 and _JOINED.search(stage.frame.text[places[0] : places[1]]):
        return Finding(why=f"{order[0].party.name} and {order[1].party.name} both fit “{at.words.words}”")
    return Finding(order[0].party, gender=at.words.gender)


#: What stands between two names that are one subject.
_JOINED = Expression(r"^[^.;:]{0,80}\band\s(?:[\w’'.-]+\s){0,4}$")


def _may_be(spoken: Spoken, gender: Gender | None) -> bool:
    single = spoken.party.kind == "person" or (spoken.party.kind == "unnamed" and not spoken.plural)
    return single and (spoken.gender is None or gender is None or spoken.gender == gender)


def _it_or_they(stage: Stage, at: NamedAt, *, plural: bool) -> Finding:
    """ "they": the last several who spoke, else the last body; "it": the last body."""
    near = list(stage.frame.sentences_back(at.start, _PRONOUN_REACH))
    spoke = [
        s for s in stage.spoken if s.party.kind != "person" and s.start < at.start and near and near[-1][0] <= s.start
    ]
    fit = [s for s in spoke if s.plural == plural] or (spoke if plural else [])
    if (place := _in_place(stage, at)) is not None and plural:
        return Finding(place)
    if plural and not any(s.plural for s in fit[-1:]) and (people := _people_before(stage, at)) is not None:
        return Finding(people, plural=True)
    if not plural and (here := _subject_here(stage, at)) is not None:
        return Finding(here)
    if not plural and fit and (newer := _subject_before(stage, at, back=1, since=fit[-1].start)) is not None:
        return Finding(newer)
    if fit:
        return Finding(fit[-1].party, plural=plural)
    if not plural and (subject := _subject_before(stage, at)) is not None:
        return Finding(subject)
    return Finding(why=f"nobody named before fits “{at.words.words}”")


_IN_PLACE = Expression(r"\b[Ii]n\s(?P<place>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?),?\s$")


def _in_place(stage: Stage, at: NamedAt) -> Party | None:
    """ "In Norhaven, they announced ...": whoever a capital stands for."""
    place = _IN_PLACE.search(stage.frame.text, max(0, at.start - 40), at.start)
    entry = stage.knowledge.find(place["place"]) if place else None
    if place is None or entry is None or entry.kind != "state":
        return None
    voice = entry.government or entry.name
    return Party(name=place["place"], kind="state", affiliation=entry.name, speaks_for=voice, side=voice)


_PEOPLE = Expression(
    r"(?:(?:But|And)\s)?(?P<who>(?:(?:[Ll]ocal|[Ss]ome|[Ss]everal|[Oo]ther|[Tt]he)\s)?(?:[Rr]esidents|[Vv]illagers|[Ww]itnesses|[Dd]octors|[Mm]edics"
    r"|[Ss]urvivors|[Rr]elatives|[Aa]ctivists|[Rr]escuers|[Nn]eighbours|[Nn]eighbors|[Ee]lders))\b"
)


def _people_before(stage: Stage, at: NamedAt) -> Party | None:
    """People without a name whom the sentence before is about ("Residents spoke of bodies. They said ...")."""
    for start, end in list(stage.frame.sentences_back(at.start, 1))[1:]:
        lead = len(stage.frame.text[start:end]) - len(stage.frame.text[start:end].lstrip())
        if (found := _PEOPLE.match(stage.frame.text, start + lead, end)) is not None:
            return Party(name=re.sub(r"^the\s", "", found["who"].lower()), kind="unnamed")
    return None


def _subject_here(stage: Stage, at: NamedAt) -> Party | None:
    """The body that the sentence of "it" begins with: "The ministry put the dead at 38, up from the 30 it reported"."""
    start, end = stage.frame.sentence_of(at.start)
    first = next((m for m in stage.mentions.parties if start <= m.start < min(start + 12, at.start)), None)
    told = first is not None and first.party.kind == "organisation" and _COUNTS.match(stage.frame.text, first.end, end)
    return as_speaker(first.party) if first is not None and told else None


#: A body's own verb behind its name.
_COUNTS = Expression(
    r"(?:\sin\s[A-Z][\w-]+)?\s(?:(?:later|also|has|had)\s)*(?:put|raised|lowered|revised|gave|counted|said)\b"
)


def _subject_before(stage: Stage, at: NamedAt, back: int = 2, since: int = -1) -> Party | None:
    """The body that one of the sentences before begins with, as far as they begin behind an offset."""
    for start, end in list(stage.frame.sentences_back(at.start, back))[1:]:
        if start <= since:
            return None
        first = next((m for m in stage.mentions.parties if start <= m.start < min(end, start + 12)), None)
        if first is not None and first.party.kind in ("organisation", "outlet", "group"):
            return as_speaker(first.party)
    return None


def relative(stage: Stage, at: NamedAt) -> Finding:
    """ "..., who said": whoever is named right before."""
    before = [m for m in stage.cast.members if any(0 < at.start - p < 120 for p in m.places) and m.person]
    if before:
        nearest = max(before, key=lambda m: stage.cast.last_place(m, at.start))
        if stage.frame.sentence_of(at.start)[0] <= stage.cast.last_place(nearest, at.start):
            return Finding(nearest.party, gender=nearest.gender)
    return Finding(why="the words before “who” name nobody known")
