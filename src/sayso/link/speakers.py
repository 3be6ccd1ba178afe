"""Who speaks in each attribution, through whom, and on what day.

Sources are read in text order. A name stands for the person that the report introduces by it in full, a pronoun for
the last fitting speaker, a role ("the expert") for the last one of that role, a capital for its government. What fits
nobody, or two alike, stays open with the reason: a wrong name is worse than none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from operator import attrgetter

from sayso.expression import Expression
from sayso.link.antecedents import BODY_KINDS, document, heads_of_role, owned, pointing_body, pronoun, relative, role
from sayso.link.carried import carry_over
from sayso.link.cast import Cast, Member, first_names, introductions, name_key
from sayso.link.knowledge_base import Knowledge
from sayso.link.mentions import DateMention, Mentions, PartyMention
from sayso.link.role_bodies import with_body
from sayso.link.said_on import said_on
from sayso.link.source_words import head_of, names_body, read_source
from sayso.link.speaker_party import NamedAt, as_speaker, body_party, holder_told, people_party, person_party
from sayso.link.speaker_stage import Finding, Spoken, Stage
from sayso.link.text_frame import TextFrame
from sayso.link.via import as_printed, relayed, via_of, without_relay
from sayso.model import Attribution, Document, Party


def resolve_attributions(
    document: Document, attributions: Sequence[Attribution], mentions: Mentions, knowledge: Knowledge
) -> tuple[Attribution, ...]:
    """The attributions with speaker, via and day said; what stays open is told in ``unresolved``. Order is kept."""
    sources, stage = _staged(document, attributions, mentions, knowledge)
    in_order = sorted(attributions, key=_place)
    carried = carry_over(stage.frame, [_resolved(stage, a, sources[a.id]) for a in in_order])
    return tuple(carried[a.id] for a in attributions)


def speakers_among(
    document: Document,
    attributions: Sequence[Attribution],
    others: Sequence[Attribution],
    mentions: Mentions,
    knowledge: Knowledge,
) -> dict[str, Party]:
    """Id -> speaker of the `others`, read in text order among the attributions; those that stay open are left out."""
    every = (*attributions, *others)
    sources, stage = _staged(document, every, mentions, knowledge)
    wanted, last = {a.id for a in others}, max(map(_place, others), default=-1)
    in_order = (a for a in sorted(every, key=_place) if _place(a) <= last)
    told = ((a.id, _told(stage, a, sources[a.id], stage.frame.around(a))[0].party) for a in in_order)
    return {identifier: party for identifier, party in told if identifier in wanted and party is not None}


def _staged(
    document: Document, attributions: Sequence[Attribution], mentions: Mentions, knowledge: Knowledge
) -> tuple[dict[str, NamedAt], Stage]:
    """Id -> source of every attribution, and the stage on which they are read in order."""
    frame = TextFrame.of(document.text)
    sources = {a.id: _source_at(frame, a, mentions) for a in attributions}
    return sources, Stage(frame, mentions, _cast_of(frame, mentions, sources), _home(mentions), knowledge)


def _place(attribution: Attribution) -> int:
    pieces = attribution.source or attribution.cue or attribution.content
    return pieces[0].start if pieces else 0


def _resolved(stage: Stage, attribution: Attribution, source: NamedAt) -> Attribution:
    text, around = stage.frame.text, stage.frame.around(attribution)
    found, via, day = _told(stage, attribution, source, around)
    via += via_of(text, attribution, stage.mentions.parties, around)
    names = {found.party.name.casefold()} if found.party else set()
    return replace(
        attribution,
        speaker=found.party,
        via=tuple({p.name.casefold(): p for p in via if p.name.casefold() not in names}.values()),
        said_on=day or said_on(text, attribution, stage.mentions.dates, around),
        unresolved={**attribution.unresolved, **({"speaker": found.why} if found.why else {})},
    )


def _told(
    stage: Stage, attribution: Attribution, source: NamedAt, around: tuple[int, int]
) -> tuple[Finding, tuple[Party, ...], date | None]:
    """As `_passed_on`; who spoke is remembered."""
    stage.content = tuple((piece.start, piece.end) for piece in attribution.content)
    outer = _speaker(stage, attribution, source)
    found, via, day = _passed_on(stage, attribution, outer, around)
    told = [found] if outer is found else [outer, found]
    if outer.party is not None and outer.party.kind == "person":
        told.reverse()  # "he" goes on with who spoke, not with whom he quoted
    for finding in told:
        _remember(stage, attribution, finding)
    return found, via, day


def _passed_on(
    stage: Stage, attribution: Attribution, outer: Finding, around: tuple[int, int]
) -> tuple[Finding, tuple[Party, ...], date | None]:
    """Who asserts, who passes it on, and the day of the assertion, where the content says so; else the source alone."""
    if outer.party is None:
        return outer, (), None
    inner = relayed(stage.frame.text, attribution, outer.party, around)
    if inner is None:
        told = _according(stage, around) if outer.party.kind == "outlet" else None
        return (outer, (), None) if told is None else (Finding(told), (outer.party,), None)
    found = _find(stage, _named_at(stage.frame, inner, stage.mentions), attribution)
    if found.party is None or found.party == outer.party:
        return outer, (), None
    days = (d for d in stage.mentions.dates if inner[0] <= d.start and d.first == d.last)
    return found, (outer.party,), next((d.first for d in days if _goes_with(stage.frame.text, d, inner)), None)


#: Between who is passed on and the day: "the ministry [said on] Monday that ..."
_VERB_AND_DAY = Expression(r"\s+(?:(?:has|had)\s+)?\w+\s+(?:(?:on|late|early|later)\s+)*")


def _goes_with(text: str, day: DateMention, inner: tuple[int, int]) -> bool:
    """True for a day inside the words of who is passed on, or right behind their verb."""
    return day.end <= inner[1] or _VERB_AND_DAY.fullmatch(text, inner[1], day.start) is not None


def _remember(stage: Stage, attribution: Attribution, found: Finding) -> None:
    """Keep who has spoken, for the pronouns that follow."""
    if found.party is None:
        return
    if found.gender is not None:
        stage.genders.setdefault(found.party.name, found.gender)
    empty = len(" ".join(c.exact for c in attribution.content).split()) <= 3 and _says_according(attribution)
    noun = bool(attribution.cue) and _CLAIM_NOUN.search(attribution.cue[0].exact) is not None
    stage.spoken.append(Spoken(found.party, _place(attribution), found.gender, found.plural, empty, noun))


#: Nouns for what somebody has said.
_CLAIM_NOUN = Expression(r"\b(?:claim|allegation|report|statement|accusation|assertion|announcement|message)s?$", re.I)


def _says_according(attribution: Attribution) -> bool:
    return bool(attribution.cue) and attribution.cue[0].exact.lower() == "according to"


def _according(stage: Stage, around: tuple[int, int]) -> Party | None:
    """ "according to A, ten died, reports agency B": A, where an "according to" without content opens the sentence."""
    told = [s for s in stage.spoken if around[0] <= s.start < around[1] and s.empty]
    return told[-1].party if told else None


# -- the cast ----------------------------------------------------------------------------------------------------------


def _home(mentions: Mentions) -> Party | None:
    """The only state that a report names, whose government, army and ministries it means without saying so."""
    states = {m.party.name: m.party for m in mentions.parties if m.party.kind == "state"}
    return next(iter(states.values())) if len(states) == 1 else None


def _source_at(frame: TextFrame, attribution: Attribution, mentions: Mentions) -> NamedAt:
    if not attribution.source:
        return NamedAt(read_source(""), _place(attribution), _place(attribution), (), frame.text)
    start, end = attribution.source[0].start, attribution.source[0].end
    if read_source(frame.text[start:end]).shape != "pronoun":  # "according to him, the strikes ..."
        start, end = frame.with_apposition(start, end)
    if topic := _ASKED_ABOUT.match(frame.text, start, end):
        start = topic.end()
    end = without_relay(frame.text, start, _with_own_name(frame.text, start, end))
    clause = _WHO.search(frame.text, start, end)
    return _named_at(frame, (start, clause.start() if clause else end), mentions)


#: "(asked about) Norland's claim | an official (said)": what the words before the speaker are about.
_ASKED_ABOUT = Expression(r"[^,.;\n]{2,40}['’]s\s(?:claims?|reports?|allegations?|accusations?|statements?)\s(?=an?\s)")


def _with_own_name(text: str, start: int, end: int) -> int:
    """The end of a source with the name that its bearer gives, where the span stops at "a man" or "a man who"."""
    stop = end - len(" who") if text[start:end].endswith(" who") else end
    found = _GIVES_NAME.match(text, stop)
    return found.end() if found is not None else end


#: "(a man) who introduced himself as Ada Roe and claimed to speak for the movement".
_GIVES_NAME = Expression(
    r",?\swho\s(?:(?:introduced|identified)\s(?:him|her)self\s(?:only\s)?as|gave\s(?:his|her)\sname\s(?:only\s)?as"
    r"|asked\sto\sbe\s(?:called|named))\s"
    r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*"
    r"(?:\sand\s(?:claimed\sto\sspeak|said\s(?:he|she)\sspoke)\sfor\s(?:the\s)?(?:[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*"
    r"|(?:group|organi[sz]ation|movement|rebels|guerrillas)))?"
)


#: "the official, who spoke on condition of anonymity": the clause names nobody; what it says is told by itself.
_WHO = Expression(
    r",\s(?:who|which)\s(?:spoke|asked(?!\sto\sbe\s(?:called|named|identified))"
    r"|declined|requested|refused|wished|wanted|insisted|was not)\b|,?\swho$"
)


_LETTERS = Expression(r"\s\([A-Z][\w.-]{1,9}\)")


def _named_at(frame: TextFrame, span: tuple[int, int], mentions: Mentions) -> NamedAt:
    start, end = span
    words = read_source(frame.text[start:end])
    if words.shape == "body" and (at := frame.text.find(words.words, start, end)) >= 0:
        # a body inside other words ("the ministry's statement on Monday") is looked up by its own
        letters = _LETTERS.match(frame.text, at + len(words.words), end)
        start, end = at, letters.end() if letters else at + len(words.words)
    # a span may leave out the first words of the name it ends with ("state | news agency X")
    near = _mentions_near(mentions.parties, start, end)
    inside = tuple(m for m in near if m.end <= end and (start <= m.start or m.start < start < m.end == end))
    return NamedAt(words, start, end, inside, frame.text)


def _mentions_near(parties: Sequence[PartyMention], start: int, end: int) -> Sequence[PartyMention]:
    """The mentions that begin between two offsets, and the one before them."""
    first = bisect_left(parties, start, key=attrgetter("start"))
    return parties[max(0, first - 1) : bisect_left(parties, end, key=attrgetter("start"))]


def _cast_of(frame: TextFrame, mentions: Mentions, sources: dict[str, NamedAt]) -> Cast:
    cast = Cast(frame.text)
    for start, end in introductions(frame.text):
        introduced = _named_at(frame, (start, end), mentions)
        if introduced.words.shape == "person" and introduced.words.head:
            _introduce(cast, introduced, mentions)
    for source in sources.values():
        _introduce(cast, source, mentions)
    for mention in mentions.parties:
        if mention.party.kind in ("organisation", "outlet", "person", "group"):
            _introduce_mention(cast, mention)
    return cast


def _introduce(cast: Cast, at: NamedAt, mentions: Mentions) -> None:
    words = at.words
    if words.shape == "person" and words.name and not (words.role is None and at.head_mention()):
        party, name = with_body(person_party(at), at.start, mentions), words.name
        heads = {words.head, *heads_of_role(words.role), *_ranks(at)}
    elif words.shape == "body" and words.name and _is_body_name(at):
        party, name = body_party(at), words.name
        heads = {words.head, *(BODY_KINDS & {w.lower() for w in name.split()})}
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


#: What somebody is called again by whose rank is printed short.
_RANKS = {"gen": "general", "col": "colonel", "maj": "major", "capt": "captain", "lt": "lieutenant", "dr": "doctor"}
_SHORT_RANK = Expression(r"\b(Gen|Col|Maj|Capt|Lt|Dr)\b\.?(?=\s[A-Z])")


def _ranks(at: NamedAt) -> set[str]:
    """ "Brig. Gen. Ada Lorne": "the general"; of several ranks the last."""
    found = _SHORT_RANK.findall(at.text[at.start : at.end])
    return {_RANKS[found[-1].lower()]} if found else set()


def _is_body_name(at: NamedAt) -> bool:
    """True for a proper name of a body: known, or with a word that bodies are called by, or an acronym."""
    name = at.words.words
    return at.head_mention() is not None or (name != name.lower() and (names_body(name) or name.split()[0].isupper()))


def _introduce_mention(cast: Cast, mention: PartyMention) -> None:
    party = mention.party
    heads = {w.lower() for w in party.name.split()[-1:]} | ({"group"} if party.kind == "group" else set())
    heads |= {w.lower() for w in party.name.split()} & (BODY_KINDS | {"ministry", "army", "police", "office"})
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


#: "The group has been blamed for the attack": by whom, nobody tells.
_IS_BLAMED = Expression(
    r"\b(?:been|is|are|was|were|being)\s(?:\w+ly\s|also\s)?(?:blamed|accused|suspected|implicated)\b", re.I
)


def _speaker(stage: Stage, attribution: Attribution, source: NamedAt) -> Finding:
    if any(_IS_BLAMED.search(cue.exact) for cue in attribution.cue):
        return Finding(why="nobody is told to have said so")
    if source.words.shape == "nobody":
        return _unnamed_source(stage, attribution)
    return _of_holder(stage, source, _find(stage, source, attribution))


def _of_holder(stage: Stage, at: NamedAt, found: Finding) -> Finding:
    """ "Police in X-held Y", "the health ministry in X-run Y" speak for X, not for the state that Y lies in."""
    name = holder_told(at)
    holder = stage.knowledge.find(name) if name else None
    if found.party is None or holder is None or holder.sort not in ("group", "de_facto"):
        return found
    side = holder.side or holder.name
    group = stage.knowledge.side_group(side) if stage.knowledge.dossier else None
    told = replace(found.party, affiliation=holder.name, speaks_for=holder.name, side=side, side_group=group)
    return replace(found, party=told)


def _unnamed_source(stage: Stage, attribution: Attribution) -> Finding:
    """A second cue of a sentence ("..., calling it ...") has the sentence's speaker; others stay open."""
    cue = attribution.cue[0].exact.lower() if attribution.cue else ""
    start, _ = stage.frame.sentence_of(_place(attribution))
    before = stage.frame.text[max(start, _place(attribution) - 20) : _place(attribution)]
    if re.match(r"(?:\w+ly )?\w+ing\b|and \w+|but \w+", cue) or _JOINED.search(before):
        same = [s for s in stage.spoken if s.start >= start and not s.noun]
        if same:
            return Finding(same[-1].party, gender=same[-1].gender, plural=same[-1].plural)
    return Finding(why="the report names no source")


#: What joins a second verb to the first one's subject.
_JOINED = Expression(r"\b(?:and|but|or|then)\s(?:(?:also|later|then|further|instead)\s)?$", re.IGNORECASE)
_NO = Expression(r"\b(?:no|nobody|neither)\s$", re.IGNORECASE)
_NO_ONE = Expression(r"no\s", re.IGNORECASE)


def _find(stage: Stage, at: NamedAt, attribution: Attribution) -> Finding:
    words = at.words
    if (possessed := owned(stage, at)) is not None:
        if words.shape == "person" and words.name and possessed.party is not None:
            # "its spokesman, Ada Lorne": from here on Lorne speaks for it by her name alone
            stage.cast.add(Member(party=possessed.party, key=name_key(words.name), first=at.start, places=(at.start,)))
        return possessed
    if _NO.search(at.text[max(0, at.start - 8) : at.start]) or _NO_ONE.match(at.text, at.start, at.end):
        return Finding(why="nobody is said to have spoken")
    if words.shape in ("body", "role") and (person := _person_inside(at)) is not None:
        members = stage.cast.of_name(name_key(person.name))
        return Finding(members[0].party, gender=members[0].gender) if len(members) == 1 else Finding(person)
    match words.shape:
        case "pronoun":
            return pronoun(stage, at)
        case "relative":
            return relative(stage, at)
        case "person":
            return _person(stage, at)
        case "several":
            return Finding(Party(name=words.words.lower() if words.head else words.words, kind="group"), plural=True)
        case "people":
            return _people(stage, at)
        case "document":
            return document(stage, at)
        case "role":
            return role(stage, at)
        case _:
            return _body(stage, at)


def _people(stage: Stage, at: NamedAt) -> Finding:
    """ "the army sources": those of that name who have spoken last; any other people stand for themselves."""
    words = at.words
    if words.definite:
        called = set(words.words.casefold().split())
        named = (s.party for s in stage.spoken if s.plural and head_of(s.party.name) == words.head)
        spoke = [party for party in named if called <= set(party.name.casefold().split())]
        if spoke:
            return Finding(spoke[-1], plural=True)
    return Finding(people_party(at), plural=True)


_AFTER_PREPOSITION = Expression(r"\b(?:to|of|for|with|by|from|and|['’]s)\s+(?:the\s+)?$", re.IGNORECASE)


def _person_inside(at: NamedAt) -> Party | None:
    """A known person whom words name that read like a role or body; not one whose aide or ministry they name."""
    people = [m for m in at.mentions if m.party.kind == "person"]
    fit = [m for m in people if not _AFTER_PREPOSITION.search(at.text[at.start : m.start]) and m.party.name.split()]
    tail = at.text[fit[0].end : at.end].lstrip() if fit else ""
    return None if not fit or tail[:2] in ("'s", "’s") else fit[0].party


def _person(stage: Stage, at: NamedAt) -> Finding:
    if at.words.role is None and (mention := at.head_mention()) is not None and _names(at, mention):
        return Finding(as_speaker(mention.party))
    members = stage.cast.of_name(name_key(at.words.name or ""))
    if len({m.key for m in members}) > 1:
        return Finding(why=f"several people are called {at.words.name}")
    if not members:
        return Finding(_spokesman_named(stage, at, person_party(at)), gender=at.words.gender)
    if at.describing() and at.words.role:
        # what stands beside the name here counts more than what the report says elsewhere
        own, known = person_party(at), members[0].party
        return Finding(
            replace(
                known,
                role=own.role,
                affiliation=own.affiliation or known.affiliation,
                speaks_for=own.speaks_for or known.speaks_for,
                side=own.side or known.side,
                side_group=own.side_group or known.side_group,
            ),
            gender=members[0].gender,
        )
    found = _named_member(stage, members, at.words.name or "")
    return replace(found, party=_spokesman_named(stage, at, found.party)) if found.party else found


def _spokesman_named(stage: Stage, at: NamedAt, person: Party) -> Party:
    """ "A spokesman for the movement told of ... "..." Ada Lorne said": the name of who has just spoken without one."""
    last = stage.spoken[-1] if stage.spoken else None
    if last is None or last.party.kind != "unnamed" or (person.role, person.affiliation) != (None, None):
        return person
    voice = head_of(last.party.name) in ("spokesman", "spokeswoman", "spokesperson") and last.party.speaks_for
    if not voice or stage.frame.sentences_between(last.start, at.start) > 1:
        return person
    return replace(last.party, name=person.name, kind="person", role=last.party.name)


def _names(at: NamedAt, mention: PartyMention) -> bool:
    """False for a mention in what follows the name: "Ada Lorne, whose brother serves in the army"."""
    name = (at.words.name or "").split()
    return not name or name[-1] in at.text[mention.start : mention.end]


def _named_member(stage: Stage, members: Sequence[Member], name: str) -> Finding:
    """The member of that name, unless the report also tells of somebody else whose name ends so."""
    key = name_key(name)
    firsts = first_names(stage.cast, name) if len(key) == 1 else set()
    if len(firsts) > 1:
        return Finding(why=f"several people are called {name}")
    return Finding(members[0].party, gender=members[0].gender)


def _body(stage: Stage, at: NamedAt) -> Finding:
    words = at.words
    if several := _coordinated(at):
        return Finding(several, plural=True)
    mention = at.head_mention()
    if (told := _goes_on(stage, at, mention)) is not None:
        return Finding(told)
    if mention is not None:
        return Finding(as_speaker(as_printed(at.text, mention) if mention.party.kind == "outlet" else mention.party))
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
    if len(words.words.split()) <= 3 and not at.describing() and _BASED.sub("", words.words).islower():
        return pointing_body(stage, at)
    if " " not in words.words and not words.definite and not words.words.isupper() and words.words[:1].isupper():
        firsts = first_names(stage.cast, words.words)
        name = f"{firsts.pop()} {words.words}" if len(firsts) == 1 else words.words
        return Finding(Party(name=name, kind="person"))
    return Finding(body_party(at))


def _goes_on(stage: Stage, at: NamedAt, mention: PartyMention | None) -> Party | None:
    """ "The armed forces said in a report ... The military report adds": the body of that voice that spoke just now."""
    last = stage.spoken[-1] if stage.spoken and at.words.document and at.words.definite else None
    if last is None or mention is None or mention.how == "name" or last.party.kind != "organisation":
        return None
    same = last.party.speaks_for is not None and last.party.speaks_for == mention.party.speaks_for
    return last.party if same and stage.frame.sentences_between(last.start, at.start) <= _REPORT_REACH else None


#: A report is gone on with within so many sentences.
_REPORT_REACH = 6


#: "the Britain-based group": where it sits, and no name.
_BASED = Expression(r"^[A-Z][\w.]*-based\s")


def _coordinated(at: NamedAt) -> Party | None:
    """ "A and B": both together, as the report names them."""
    joined = re.search(r"\w\s+and\s+(?:the\s+)?\w", at.words.words)
    owners = {m.party.name for m in at.describing()}
    return Party(name=at.words.words, kind="group") if joined and len(owners) > 1 else None
