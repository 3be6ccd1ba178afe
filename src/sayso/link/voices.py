"""Who some words of a report stand for, and who spoke last: the parties at either end of a statement.

Words are matched, in this order, with a resolved attribution, a name, a common noun that the report ties to a side
("the rebels"), a surname told in full before, and the last speaker for a pronoun. What fits none keeps its own words.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from sayso.expression import Expression
from sayso.link.mentions import PartyMention
from sayso.link.office_voice import OfficeVoice, is_mere_rank
from sayso.link.scene import Reference, Scene
from sayso.link.speaker_party import as_speaker
from sayso.link.speakers import speakers_among
from sayso.model import Attribution, Evidence, Party

Span = tuple[int, int]

#: A name before one of these describes somebody else: where based, whom backed by, whose hands a place is in.
_COMPOUND = Expression(
    r"[-‐‑–](?:based|born|led|backed|held|controlled|run|occupied|ruled|allied|linked|speaking|supported|trained)\b",
    re.IGNORECASE,
)
_LED = Expression(r"[-‐‑–](?:led|run)\b", re.IGNORECASE)
_PLACED = Expression(
    r"\b(?:in|at|near|inside|across|around|against|to|from|into|outside|between|with|visiting|over"
    r"|on)\s+(?:the\s+|an?\s+)?$",
    re.IGNORECASE,
)
_PRONOUN = Expression(
    r"(?:it|he|she|they|him|her|them|his|its|their|the (?:spokes(?:man|woman|person)|official|officer|minister|ministry"
    r"|statement|source|general|commander|group|agency|leader|president))$",
    re.IGNORECASE,
)
_PRONOUN_LAST = Expression(
    r"\b(?:they|he|she|it|who)\s+(?:also\s+|have\s+|had\s+|has\s+|then\s+|\w+ly\s+)*$", re.IGNORECASE
)
_OF_GROUP = Expression(
    r"\b(?:group|movement|militants?|rebels?|insurgents?|militia|organi[sz]ation)(?:['’]s|s['’])\s", re.IGNORECASE
)
_OFFICE = Expression(
    r"\b(?:minist(?:ry|er)|army|military|forces?|government|president|police|officials?|spokes(?:man|woman"
    r"|person)|authorities|command(?:er)?|general|colonel"
    r"|major|defen[cs]e|foreign|regime|navy|air force|troops|prosecutor|embassy|ambassador|officers?|leader|chief"
    r"|head|relations|parliament)\b",
    re.IGNORECASE,
)
_STAFF = Expression(
    r"(?:an?\s+|the\s+)?(?:\w+\s+)?(?:aide|advis[eo]r|assistant|deputy|spokes\w+|envoy|press)\b", re.IGNORECASE
)
#: An office whose country is not told: "the Defence Ministry", "the foreign minister".
_BARE_OFFICE = Expression(
    r"(?:the\s+)?(?:defen[cs]e|foreign|interior|health|justice|general|prime)?\s*(?:minist(?:ry|er)|staff|army|military"
    r"|government|officials?|authorities|kremlin|president)(?:\s+officials?|\s+spokes\w+)?",
    re.IGNORECASE,
)
#: "Its foreign ministry", "their army".
_OWN_OFFICE = Expression(
    r"(?:its|their)\s+(?=(?:\w+\s+){0,2}?(?:ministry|army|military|government|forces|navy|air force|embassy|command)$)",
    re.IGNORECASE,
)
_SEAT = Expression(r"\s*[Ii]n\s+(?P<seat>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?),\s+")
#: Verbs of saying, for reports (or stretches) where no attribution was found.
_SAYING = Expression(
    r"\b(?:said|says|say|claim(?:s|ed)|stat(?:es|ed)|report(?:s|ed)|told|announc(?:es|ed)|alleg(?:es|ed)"
    r"|accus(?:es|ed)|blam(?:es|ed)|insist(?:s|ed)"
    r"|add(?:s|ed)|assert(?:s|ed)|declar(?:es|ed)|charg(?:es|ed)|maintain(?:s|ed)|boast(?:s|ed)|tweeted|wrote"
    r"|put\ the\ (?:toll|number))\b"
    r"|\b(?P<according>according\ to)\b",
    re.IGNORECASE | re.VERBOSE,
)


#: How far back (characters) "the group" may have been named.
GROUP_REACH = 3000
#: Words of one report that are resolved as speakers are, at most.
MAX_NAMED = 60
#: How far back a name may have been told in full.
NAME_REACH = 8000
#: Share of some words that a name must make up to be what they name.
_NEARLY = 0.6


def voice_of(party: Party) -> str:
    """Whose voice a party is, as a key: the state or group spoken for, else itself."""
    return (party.speaks_for or party.side or party.name).casefold()


def same_voice(one: Party, other: Party) -> bool:
    """True where both speak for one state or group, or are one."""
    return voice_of(one) == voice_of(other) or one.name.casefold() == other.name.casefold()


@dataclass(frozen=True, kw_only=True)
class Voices:
    """The speakers of one report; make one per report with :meth:`of`."""

    scene: Scene
    attributions: Sequence[Attribution]
    #: Start of words that name somebody outside of any attribution -> who that is.
    named: Mapping[int, Party]

    @classmethod
    def of(cls, scene: Scene, attributions: Sequence[Attribution], words: Iterable[Evidence | None]) -> Voices:
        """The voices of a report; `words` name deniers and accusers, who are resolved as speakers are."""
        bare = cls(scene=scene, attributions=attributions, named={})
        open_words = (w for w in words if w is not None and bare._attributed(w) is None and bare._whole(w) is None)
        apart = {w.start: w for w in islice(open_words, MAX_NAMED)}
        if not apart:
            return bare
        extra = [
            Attribution(id=f"words:{start}", source=(w,), cue=(), content=(), form="indirect")
            for start, w in apart.items()
        ]
        speakers = speakers_among(scene.document, attributions, extra, scene.mentions, scene.knowledge)
        known = {a.source[0].start: speakers[a.id] for a in extra if a.id in speakers}
        return cls(scene=scene, attributions=attributions, named=known)

    def mentions_in(self, start: int, end: int) -> tuple[PartyMention, ...]:
        """The names that stand between two offsets, in text order."""
        first = bisect_left(self._mention_starts, start)
        last = bisect_right(self._mention_starts, end)
        return tuple(m for m in self.scene.mentions.parties[first:last] if m.end <= end)

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [m.start for m in self.scene.mentions.parties]

    def party_of(self, words: Evidence | None) -> Party | None:
        """Who the words stand for; a party of their own words where nobody known fits; None for an open pronoun."""
        if words is None:
            return None
        found = (
            self._seated(words)
            or self._attributed(words)
            or self._whole(words)
            or self.named.get(words.start)
            or self._mentioned(words)
        )
        if found is not None:
            known = self._with_voice(found, words)
            return self._office_of_last(words, known) or self._same_office(known) or _without_article(known)
        text = words.exact.strip()
        if _PRONOUN.match(text):
            return self.last_speaker(words.start)
        return self._surname(words) or self._own_words(text)

    def with_office_voice(self, party: Party | None, place: int) -> Party | None:
        """The party with the state or group that its office or rank speaks for: "Major Lorne of the task force"."""
        if party is None or party.speaks_for or party.side or party.kind == "outlet":
            return party
        if (body := self._body_named_before(party, place)) is not None:
            return replace(party, speaks_for=voice_name(body), side=body.side, side_group=body.side_group)
        if is_mere_rank(party.role or ""):
            return party  # a colonel may be any army's
        voice = OfficeVoice(scene=self.scene, sentence=self.scene.sentence(place), speaker=party).of_speaker()
        return replace(party, speaks_for=voice, side=voice, side_group=self.scene.group(voice)) if voice else party

    def _body_named_before(self, party: Party, place: int) -> Party | None:
        """The last body that "ministry spokesman" or "Guards commander" may mean: a name that ends with the noun."""
        noun = (party.affiliation or "").casefold()
        if not noun or " " in noun:
            return None
        before = (m.party for m in reversed(self.mentions_in(max(0, place - NAME_REACH), place)))
        return next((p for p in before if p.side and p.name.casefold().split()[-1] == noun), None)

    def _with_voice(self, party: Party, words: Evidence) -> Party:
        """The party with the side that a common noun of its words is tied to ("an army spokesman")."""
        if party.speaks_for or party.side:
            return party
        if party.kind == "person" and (known := self._known_speaker(party)) is not None:
            return known
        body = party.affiliation or ""
        led = _LED.search(body)
        leader = self._leader(words) or (self._known(body[: led.start()]) if led else None)
        if leader is not None and (party.affiliation is None or led):
            return replace(party, affiliation=leader.name)
        side = self._generic(words)
        if side is not None:
            return replace(party, speaks_for=side.speaks_for, side=side.side, side_group=side.side_group)
        spoken_body = None if party.affiliation or party.kind != "person" else _spoken_body(words.exact)
        return replace(party, affiliation=spoken_body) if spoken_body else party

    def _known_speaker(self, person: Party) -> Party | None:
        """The same person, by its whole name or a part of it, where the report told for whom it speaks."""
        speakers = (a.speaker for a in self._speaking if a.speaker and a.speaker.kind == "person")
        known = [s for s in speakers if s.name == person.name or person.name in s.name.split()]
        told = next((s for s in known if s.speaks_for or s.side), None)
        return told or next((s for s in known if s.affiliation and not person.affiliation), None)

    def _leader(self, words: Evidence) -> Party | None:
        """Whose body it is where a compound says so: "a UN-led mission"."""
        inside = iter(self.mentions_in(words.start, words.end))
        return next((m.party for m in inside if _LED.match(self.scene.text, m.end)), None)

    def _seated(self, words: Evidence) -> Party | None:
        """Whose office it is where the sentence opens with its seat: "in the capital, the ministry said"."""
        if not _BARE_OFFICE.fullmatch(words.exact):
            return None
        start, _ = self.scene.sentence(words.start)
        opening = _SEAT.fullmatch(self.scene.text[start : words.start])
        if opening is None:
            return None
        return self.state_named(opening["seat"], office=_office(words.exact))

    def state_named(self, name: str, office: str | None = None) -> Party | None:
        """The state that a name or capital stands for, or an office of it; None where it is none's."""
        knowledge = self.scene.knowledge
        entry = knowledge.find(name)
        if entry is None or entry.kind != "state" or entry.side is None:
            return None
        return Party(
            name=f"{entry.adjective or entry.name} {office}" if office else name,
            kind="organisation" if office else "state",
            affiliation=entry.name,
            speaks_for=knowledge.voice(entry.side),
            side=entry.side,
            side_group=knowledge.side_group(entry.side),
        )

    def _known(self, name: str) -> Party:
        entry = self.scene.knowledge.find(name)
        return Party(name=entry.name if entry else name, kind="organisation")

    def _attributed(self, words: Evidence) -> Party | None:
        for attribution in self.attributions:
            # who vouches for what is denied may be whose claim it was, not who denies it
            if attribution.speaker is None or attribution.stance == "denies":
                continue
            if any(piece.overlaps(words) for piece in attribution.source) and self.speaks_itself(attribution):
                return attribution.speaker
        return None

    def speaks_itself(self, attribution: Attribution) -> bool:
        """True where the speaker is who the source's words name, not somebody whose claim the content tells."""
        speaker = attribution.speaker
        if speaker is None or not attribution.source:
            return speaker is not None
        told = " ".join(piece.exact for piece in attribution.source).casefold()
        if _PRONOUN.match(told.strip()) or any(word in told for name in speaker.names() for word in _long_words(name)):
            return True
        start, end = attribution.source[0].start, attribution.source[-1].end
        named = [m.party for m in self.mentions_in(start, end)]
        return not named or any(same_voice(party, speaker) for party in named)

    def _whole(self, words: Evidence) -> Party | None:
        """The name that nearly all of the words are, up to an article or a title."""
        length = words.end - words.start
        near = iter(self.mentions_in(words.start, words.end))
        return next((as_speaker(m.party) for m in near if m.end - m.start >= _NEARLY * length), None)

    def _mentioned(self, words: Evidence) -> Party | None:
        mention = self.head_mention(words.start, words.end)
        if mention is None:
            return None
        party = mention.party
        if party.kind == "state" and party.speaks_for is None and _OFFICE.search(words.exact):
            government = self._government(party)
            return replace(
                party, kind="organisation", speaks_for=government, name=government, side=party.side or government
            )
        return party

    def _government(self, party: Party) -> str:
        entry = self.scene.knowledge.find(party.name)
        return (entry.government if entry else None) or party.name

    def head_mention(self, start: int, end: int) -> PartyMention | None:
        """The name that a noun phrase is headed or owned by: its first that is no place and no mere description."""
        inside = [m for m in self.mentions_in(start, end) if m.party.kind != "unnamed"]
        fit = [m for m in inside if not _COMPOUND.match(self.scene.text, m.end)]
        heads = [m for m in fit if not _PLACED.search(self.scene.text[max(start, m.start - 16) : m.start])]
        return next(iter(heads or fit), None)

    def _generic(self, words: Evidence) -> Party | None:
        inside = [r for r in self.scene.between(words.start, words.end) if not _COMPOUND.match(self.scene.text, r.end)]
        return party_of_reference(inside[0]) if inside else None

    def _surname(self, words: Evidence) -> Party | None:
        """Who was told in full before: "Ali" after "Colonel Ahmed Ali"."""
        name = re.sub(r"^(?:Mr|Mrs|Ms|Gen|Col|Lt|Maj|Capt|Dr)\.?\s+", "", words.exact.strip())
        if not name[:1].isupper() or " " in name:
            return None
        whole = re.compile(rf"\b{re.escape(name)}\b")
        for attribution in reversed(self._speaking):
            if attribution.speaker and any(
                whole.search(piece.exact) and piece.start < words.start for piece in attribution.source
            ):
                return attribution.speaker
        for earlier in whole.finditer(self.scene.text, max(0, words.start - NAME_REACH), words.start):
            start, _ = self.scene.sentence(earlier.start())
            mention = self._nearest_before(max(start, earlier.start() - 90), earlier.start())
            if mention is not None:
                return replace(
                    mention, name=name, kind="person", speaks_for=voice_name(mention), side=voice_name(mention)
                )
        return None

    def _office_of_last(self, words: Evidence, party: Party) -> Party | None:
        """ "Its foreign ministry": an office of whoever spoke last."""
        if party.side or not _OWN_OFFICE.match(words.exact):
            return None
        owner = self.last_speaker(words.start)
        voice = (owner.speaks_for or owner.side) if owner is not None else None
        if owner is None or voice is None:
            return None
        return replace(
            party, kind="organisation", affiliation=voice, speaks_for=voice, side=voice, side_group=owner.side_group
        )

    def _same_office(self, party: Party) -> Party | None:
        """Who a bare "army" is where the report's speakers know but one: "The Indian Army rejected it"."""
        if party.side or not _BARE_OFFICE.fullmatch(party.name):
            return None
        ending = re.compile(rf"\b{re.escape(party.name)}$", re.IGNORECASE)
        fit = {voice_of(a.speaker): a.speaker for a in self._speaking if a.speaker and _sided(a.speaker, ending)}
        return next(iter(fit.values())) if len(fit) == 1 else None

    def _nearest_before(self, start: int, end: int) -> Party | None:
        mention = self.head_mention(start, end)
        return mention.party if mention else None

    def _own_words(self, text: str) -> Party | None:
        if not re.search(r"\w", text) or len(text.split()) > 10:
            return None
        return Party(name=re.sub(r"^(?:the|an?)\s+", "", text, flags=re.IGNORECASE), kind="unnamed")

    def _with_group(self, party: Party, before: int) -> Party:
        """The party with the group that "the group's spokesman" speaks for: the one named last."""
        if party.speaks_for or party.side or not _OF_GROUP.search(f"{party.role} {party.name}"):
            return party
        groups = [m.party for m in self.mentions_in(max(0, before - GROUP_REACH), before) if m.party.kind == "group"]
        side = voice_name(groups[-1]) if groups else None
        return replace(party, speaks_for=side, side=side) if side else party

    def _with_office(self, party: Party, place: int) -> Party:
        """The party with the side of whom its role names: "an aide to the president"."""
        if party.speaks_for or party.side or not party.role:
            return party
        start, end = self.scene.sentence(place)
        served = (
            m.party
            for m in self.mentions_in(start, end)
            if m.party.speaks_for and self.scene.text[m.start : m.end] in party.role
        )
        chief = next(served, None) if _STAFF.match(party.role) else None
        if chief is None:
            return party
        return replace(party, speaks_for=chief.speaks_for, side=chief.side, side_group=chief.side_group)

    @cached_property
    def _speaking(self) -> tuple[Attribution, ...]:
        told = (a for a in self.attributions if a.speaker is not None and not a.mental)
        return tuple(sorted(told, key=lambda a: (_place(a), a.id)))

    def last_speaker(self, before: int) -> Party | None:
        """Who spoke last before an offset, within the paragraph or the one before it."""
        return next((party for party, _, _ in self.speakers_before(before)), None)

    def speakers_before(self, before: int, reach: int = 900) -> Iterator[tuple[Party, Attribution | None, int]]:
        """Who spoke before an offset, nearest first, with the attribution where there is one and its distance."""
        found: list[tuple[int, Party, Attribution | None]] = [
            (before - place, attribution.speaker, attribution)
            for attribution in self._spoken_between(before - reach, before)
            if attribution.speaker is not None and before > (place := _place(attribution))
        ]
        found += [(distance, party, None) for distance, party in self._named_before(before, reach)]
        found.sort(key=lambda item: (item[0], item[2] is None))
        for distance, party, attribution in found:
            yield (
                self._with_office(self._with_group(party, before - distance), before - distance),
                attribution,
                distance,
            )

    def _spoken_between(self, start: int, end: int) -> tuple[Attribution, ...]:
        """The attributions whose source (or cue) stands from `start` up to `end`, in text order."""
        places = self._places
        return self._speaking[bisect_left(places, start) : bisect_left(places, end)]

    @cached_property
    def _places(self) -> list[int]:
        return [_place(attribution) for attribution in self._speaking]

    def next_speaker(self, after: int, end: int) -> tuple[Party, Attribution | None] | None:
        """Who speaks next up to an offset."""
        for attribution in self._spoken_between(after, end):
            if attribution.speaker is not None:
                return attribution.speaker, attribution
        for verb in _SAYING.finditer(self.scene.text, after, end):
            party = None if verb["according"] else self._party_at(verb, end)
            if party is not None:
                return party, None
        return None

    def other_than(self, party: Party | None, before: int) -> Party | None:
        """Whom "it" means as the object of somebody's words: the last party named in the sentence but the speaker."""
        start = self.scene.sentence(before)[0]
        reach = max(0, start - 300)
        named = [m for m in self.mentions_in(reach, before) if m.party.side]
        here = [m.party for m in named if m.start >= start]
        earlier = [m.party for m in named if m.start < start]
        return next((p for p in (*reversed(here), *earlier) if party is None or not same_voice(p, party)), None)

    def _named_before(self, before: int, reach: int) -> Iterator[tuple[int, Party]]:
        """Names at a verb of saying, where no attribution covers that verb."""
        for verb in _SAYING.finditer(self.scene.text, max(0, before - reach), before):
            if self._covered(verb.span()):
                continue
            party = self._party_at(verb, before)
            if party is not None:
                yield before - verb.start(), party

    def _covered(self, span: Span) -> bool:
        return any(c.start < span[1] and span[0] < c.end for a in self._speaking for c in a.cue)

    def _party_at(self, verb: re.Match[str], before: int) -> Party | None:
        if verb["according"]:
            end = min(before, verb.end() + 80)
            named = self.head_mention(verb.end(), end)
            near = self.scene.between(verb.end(), end)
            return named.party if named else (party_of_reference(near[0]) if near else None)
        start, _ = self.scene.sentence(verb.start())
        start = max(start, verb.start() - 110)
        if _PRONOUN_LAST.search(self.scene.text, start, verb.start()):
            subject = self.scene.between(self.scene.sentence(verb.start())[0], verb.start())
            return party_of_reference(subject[0]) if subject else None
        named = next(reversed(self.mentions_in(start, verb.start())), None)
        if named is not None and not _PLACED.search(self.scene.text[max(start, named.start - 16) : named.start]):
            return named.party
        near = self.scene.between(start, verb.start())
        return party_of_reference(near[-1]) if near else None


def _sided(party: Party, ending: re.Pattern[str]) -> bool:
    return party.side is not None and ending.search(party.name) is not None


def _place(attribution: Attribution) -> int:
    """Where an attribution stands: at its source, else its cue, else its content."""
    pieces = attribution.source or attribution.cue or attribution.content
    return pieces[0].start


def _long_words(name: str) -> list[str]:
    return [word for word in re.findall(r"\w+", name.casefold()) if len(word) > 3]


def _without_article(party: Party) -> Party:
    """ "The Maoists" is "Maoists"; a name that is known as such keeps its article."""
    bare = re.sub(r"^(?:the|an?)\s+", "", party.name, flags=re.IGNORECASE)
    return replace(party, name=bare) if bare != party.name and party.speaks_for is None else party


#: "A PJAK spokesman, ...", "..., a spokesman for the Nureddin brigade": the body that somebody speaks for.
_SPOKESMAN = r"(?:spokes(?:man|woman|person)|official)"
_SPOKEN_BODY = Expression(
    rf"^(?:an?|the)\s+(?P<before>(?-i:[A-Z][\w’'-]*)(?:\s(?-i:[A-Z][\w’'-]*)){{0,3}})\s+(?:\w+\s)?{_SPOKESMAN}\b"
    rf"|\b{_SPOKESMAN}\s+(?:for|of)\s+(?:the\s+)?(?P<after>(?-i:[A-Z][\w’'-]*)(?:\s(?:(?-i:[A-Z])[\w’'-]*|al-[A-Z]\w+|brigade"
    r"|group|movement|front|army|party|council)){0,4})",
    re.IGNORECASE,
)


def _spoken_body(words: str) -> str | None:
    found = _SPOKEN_BODY.search(words)
    return (found["before"] or found["after"]) if found else None


def _office(words: str) -> str:
    return re.sub(r"^the\s+", "", words.strip(), flags=re.IGNORECASE)


def voice_name(party: Party) -> str:
    """The name of the state or group that a party speaks for or is."""
    return party.speaks_for or party.side or party.name


def party_of_reference(reference: Reference) -> Party:
    """The party that a reference to a side stands for."""
    if reference.party is not None and not reference.generic:
        return reference.party
    return Party(
        name=reference.side, kind="group", speaks_for=reference.side, side=reference.side, side_group=reference.group
    )
