"""Who denies whose statement, who accuses whom, who is silent: parties for the claims of `extract.statements`.

Whose statement is denied is whom the denied words name ("the rebels' claim", "a report by the agency"), else whoever
made the statement before it that most speaks for (`denied`). A denial that fits nobody stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.claims import AnyClaim
from sayso.claims.statement import Accusation, Denial, Silence
from sayso.expression import Expression
from sayso.link.denied import Answer, Statement
from sayso.link.lexicon import word_set
from sayso.link.scene import Scene
from sayso.link.voices import Voices, party_of_reference, same_voice, voice_of
from sayso.model import Attribution, Evidence, Party, digest

#: How far back (characters) what a denial answers may stand: what somebody said, and an accusation.
SAID_REACH = 1100
ACCUSATION_REACH = 1200
#: Who told what is denied stands within this distance (characters) of it in its sentence.
TOLD_REACH = 300
_NOUN = Expression(
    r"\b(?:claims?|accounts?|accusations?|allegations?|charges?|reports?|reporting|statements?|versions?|figures?"
    r"|tolls?|counts?|assertions?"
    r"|suggestions?|rumou?rs?|stor(?:y|ies)|numbers?|estimates?|tall(?:y|ies)|findings?|narratives?"
    r"|announcements?|line|boasts?|verdicts?|remarks?|messages?|publications?)\b",
    re.IGNORECASE | re.VERBOSE,
)
_AGENT = Expression(
    r"[”\"’]?\s+(?:(?:\w+\s+){0,3}?(?:made|reported|released|published|issued|given|put\s+out|aired|spread"
    r"|circulated|announced|provided|broadcast|cited|presented)\s+)?(?P<by>by|from|of|in)\s+",
    re.IGNORECASE | re.VERBOSE,
)
_LOSS_NEXT = Expression(
    r"\s+(?:[a-z]+\s+)?(?:loss(?:es)?|casualt\w+|deaths?|dead|soldiers?|troops?|involvement|killed|fatalities"
    r"|victims)\b",
    re.IGNORECASE,
)
_IT = Expression(r"(?:it|its|they|them|their|he|him|she|her)\b", re.IGNORECASE)
#: "reported by X", "an allegation made by X", "contradicting an X statement".
_TOLD_BY = Expression(
    r"\b(?:(?:reported|alleged|claimed|asserted|announced|described|cited|documented|spread|circulated|invented"
    r"|fabricated|propagated)\s+by|(?:claim|allegation"
    r"|accusation|charge|assertion|report|account)s?\s+(?:\w+\s+)?(?:by|from)"
    r"|(?:contradicting|rebutting|refuting|countering|responding\s+to|in\s+response\s+to"
    r"|reacting\s+to|asked\s+about|questioned\s+about)(?:\s+(?:an?|the|earlier))*)\s+",
    re.IGNORECASE,
)
#: "as X had alleged", "which X blamed on it", "that X attributed to it".
_HAD_TOLD = Expression(
    r"\b(?:as|which|that)\s+(?P<who>[^,.;:]{2,60}?)\s+(?:had\s+|has\s+|have\s+)?(?:blamed|alleged|claimed"
    r"|reported|attributed|pinned|announced|charged|asserted|accused|said|says|claims|alleges)\b",
    re.IGNORECASE,
)
#: The next sentence tells what was said before: "India had said ...".
_HAD_SAID = Expression(
    r"\s*(?:Earlier,?\s)?[^.!?\n]{2,80}?\bhad\s+(?:earlier\s+|previously\s+|\w+ly\s+)?"
    r"(?:said|claimed|reported|announced|accused|blamed|alleged|stated|charged)\b"
)
_GOES_ON = Expression(r"\b(?:said|says|told\s+\w+|reported|announced),?\s+(?P<verb>blaming|accusing)\b", re.IGNORECASE)
_WE = Expression(r"(?:we|I)", re.IGNORECASE)
_PAIR = Expression(r"((?:the\s+)?(?:[A-Z][\w’'-]*\s?){1,3})\s+and\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,2}")
#: "Kiev and Moscow [both deny it]".
_BOTH = Expression(r"(?:both\s+)?[^,;]{2,40}\sand\s[^,;]{2,40}", re.IGNORECASE)
#: "The group", "the army's command": a body that was just named in full.
_THE_BODY = Expression(r"(?:the|that)\s+(?P<noun>[a-z-]+)(?:['’]s\s.*)?$", re.IGNORECASE)
_GROUP_NOUNS = word_set("group movement militia organisation organization faction party outfit alliance front rebels")
#: "No group has claimed it": nobody speaks.
_NOBODY = Expression(r"(?:no|none|nobody|neither|no[ -]one|statement\s+(?:sent|released|issued))\b", re.IGNORECASE)
#: Those who tell something without a name of their own.
_TELLERS = (
    r"(?P<who>(?:(?!(?:the|an?|any|some|all)\b)[\w’'-]+\s+){0,3}?(?P<head>media|channels?|newspapers?|websites?|bloggers?"
    r"|activists|villagers|residents|locals|doctors|medics|witnesses|relatives|survivors|rescuers|opposition))"
)
#: "The farmers' account": more than one, of whom it is told that they spoke.
_OWNERS = Expression(r"\b(?P<head>[a-z-]{4,}s)[’']\s+(?:\w+\s+)?$")
_TELLERS_BEFORE = Expression(rf"(?:^|\b(?:the|an?|any|some|all)\s+){_TELLERS}[’']?s?\s+$", re.IGNORECASE)
_TELLERS_AFTER = Expression(rf"\s+(?:by|from|of|in|on)\s+(?:the\s+)?{_TELLERS}\b", re.IGNORECASE)


def resolve_statements(
    scene: Scene, statements: Sequence[AnyClaim], attributions: Sequence[Attribution]
) -> tuple[AnyClaim, ...]:
    """The statements with their parties; implicit accusations between anybody but two sides are dropped."""
    voices = Voices.of(scene, attributions, _naming(statements))
    resolver = _Resolver(voices=voices, by_id={a.id: a for a in attributions})
    accusations = [a for claim in statements if isinstance(claim.value, Accusation) for a in resolver.accusation(claim)]
    accused = [_Charge.of(claim) for claim in accusations]
    rest = _carried_on(scene, [resolved for claim in statements for resolved in resolver.other(claim, accused)])
    return tuple(
        _as_sure(claim, resolver.by_id)
        for claim in sorted([*accusations, *rest], key=lambda c: (c.evidence[0].start, c.evidence[0].end, c.id))
    )


def _as_sure(claim: AnyClaim, by_id: Mapping[str, Attribution]) -> AnyClaim:
    """The statement, no surer than the attribution that it rests on."""
    said = by_id.get(claim.attribution or "")
    return claim if said is None else replace(claim, confidence=said.confidence)


def _carried_on(scene: Scene, statements: Sequence[AnyClaim]) -> Iterator[AnyClaim]:
    """The statements; one side's second denial right after its first, of "the reports" or "this", answers the same."""
    before: AnyClaim | None = None
    for claim in statements:
        if isinstance(claim.value, Denial):
            claim = _carry_on(scene, before, claim, claim.value)
            before = claim
        yield claim


def _carry_on(scene: Scene, before: AnyClaim | None, claim: AnyClaim, value: Denial) -> AnyClaim:
    """The denial with the target of the one before it, where it points back from the sentence after that one."""
    earlier = before.value if before is not None else None
    if before is None or not isinstance(earlier, Denial) or not value.pointing or earlier.denied is None:
        return claim
    end = scene.sentence(before.evidence[0].start)[1]
    start, stop = scene.sentence(min(end + 2, len(scene.text) - 1))
    one_side = before.source is not None and claim.source is not None and same_voice(before.source, claim.source)
    if not one_side or not start <= claim.evidence[0].start < stop:
        return claim
    return replace(claim, value=replace(value, denied=earlier.denied, targets=earlier.targets))


def _naming(statements: Sequence[AnyClaim]) -> Iterator[Evidence | None]:
    """The words that name who denies or accuses outright."""
    for claim in statements:
        if isinstance(claim.value, Denial):
            yield claim.value.denier_words
        elif isinstance(claim.value, Accusation) and not claim.value.mutual and not claim.value.implicit:
            yield claim.value.accuser_words


@dataclass(frozen=True, slots=True, kw_only=True)
class _Charge:
    """A resolved accusation as a denial sees it."""

    start: int
    end: int
    accuser: Party | None
    accused: Party | None
    attribution: str | None
    implicit: bool

    @classmethod
    def of(cls, claim: AnyClaim) -> _Charge:
        value = claim.value
        assert isinstance(value, Accusation)
        shown = claim.evidence[0]
        return cls(
            start=shown.start,
            end=shown.end,
            accuser=claim.source,
            accused=value.accused,
            attribution=claim.attribution,
            implicit=value.implicit,
        )

    def aimed_at(self, party: Party | None) -> bool:
        """True where it accuses that party."""
        return party is not None and self.accused is not None and same_voice(self.accused, party)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Resolver:
    voices: Voices
    by_id: dict[str, Attribution]

    def other(self, claim: AnyClaim, charges: Sequence[_Charge]) -> Iterator[AnyClaim]:
        if isinstance(claim.value, Denial):
            yield from self._denials(claim, claim.value, charges)
        elif isinstance(claim.value, Silence):
            party = self.voices.party_of(claim.value.party_words)
            yield replace(claim, value=replace(claim.value, party=party), source=self._vouching(claim))

    def accusation(self, claim: AnyClaim) -> Iterator[AnyClaim]:
        """The accusation with its parties; nothing where an implicit one is not between two sides."""
        value = claim.value
        assert isinstance(value, Accusation)
        if value.mutual:
            parties = self._both(value.accuser_words)
            first, second = (*parties, None, None)[:2]
            yield replace(claim, source=first, value=replace(value, accused=second, parties=parties))
            return
        accuser = self._going_on(claim, value) or self.voices.party_of(value.accuser_words)
        if accuser is not None and accuser.side is None:
            accuser = self._first_of_two(value.accuser_words) or accuser
        accuser = accuser or self._teller(claim)
        accused = self._accused(value.accused_words, accuser)
        if value.implicit and (_counted(value.accused_words) or not self._two_sides(accuser, accused)):
            return
        unresolved = {} if accuser else {"source": "the report does not say who accuses"}
        yield replace(claim, source=accuser, value=replace(value, accused=accused), unresolved=unresolved)

    def _going_on(self, claim: AnyClaim, value: Accusation) -> Party | None:
        """Who goes on to accuse: "a bomb killed six, police said, blaming rebels" is the word of the police."""
        shown, words = claim.evidence[0], value.accuser_words
        verb = _GOES_ON.search(shown.exact)
        if verb is None or words is None:
            return None
        place = shown.start + verb.start("verb")
        for attribution in self.by_id.values():
            if any(piece.start <= place < piece.end for piece in attribution.cue):
                apart = not any(piece.overlaps(words) for piece in attribution.source)
                return attribution.speaker if apart else None
        return None

    def _first_of_two(self, words: Evidence | None) -> Party | None:
        """ "Kiev" of "Kiev and the West"; None for words that name one."""
        pair = _PAIR.fullmatch(words.exact) if words is not None else None
        return self.voices.state_named(pair[1]) if pair else None

    def _teller(self, claim: AnyClaim) -> Party | None:
        """Who tells of a wrong without a word for accusing; the source of "was accused" is the accused."""
        attribution = self.by_id.get(claim.attribution or "")
        if attribution is None or any(piece.overlaps(claim.evidence[0]) for piece in attribution.cue):
            return None
        return self._vouching(claim)

    def _accused(self, words: Evidence | None, accuser: Party | None) -> Party | None:
        if words is not None and _IT.match(words.exact):
            return self.voices.other_than(accuser, words.start)
        return self.voices.party_of(words)

    def _two_sides(self, accuser: Party | None, accused: Party | None) -> bool:
        if accuser is None or accused is None or same_voice(accuser, accused):
            return False
        one, other = accuser.speaks_for or accuser.side, accused.speaks_for or accused.side
        if accuser.kind == "unnamed" or accused.kind == "unnamed" or not one or not other:
            return False
        return self.voices.scene.hostile(one, other)

    def _both(self, words: Evidence | None) -> tuple[Party, ...]:
        """The two parties of mutual blame: those the words name, else the two sides that fight in the report."""
        scene = self.voices.scene
        if words is not None:
            named = _two_camps(party_of_reference(r) for r in scene.between(words.start, words.end))
            if len(named) >= 2:
                return named[:2]
        fighting = _two_camps(
            party_of_reference(r) for g in scene.belligerents[:2] for r in scene.named if r.group == g
        )
        if len(fighting) >= 2:
            return fighting[:2]
        return _hostile_pair(scene)

    def _denials(self, claim: AnyClaim, value: Denial, charges: Sequence[_Charge]) -> Iterator[AnyClaim]:
        """The denial with its parties; two where two enemies both deny what the other says of them."""
        pair = value.denier_words is not None and _BOTH.fullmatch(value.denier_words.exact)
        enemies = self._both(value.denier_words) if pair else ()
        if len(enemies) == 2 and self._two_sides(*enemies):
            for place, (one, other) in enumerate((enemies, enemies[::-1])):
                identifier = digest(claim.id, "other") if place else claim.id
                yield replace(claim, id=identifier, source=one, value=replace(value, denied=other))
            return
        yield self._denial(claim, value, charges)

    def _denial(self, claim: AnyClaim, value: Denial, charges: Sequence[_Charge]) -> AnyClaim:
        accused = self._accused_before(value.denier_words, charges)
        denier = accused or self.voices.with_office_voice(self._denier(claim, value), claim.evidence[0].start)
        denied, target, charged = self._denied(claim, value, denier, charges)
        sided = self.voices.with_office_voice(denied, claim.evidence[0].start)
        if sided is not None and denier is not None and not same_voice(sided, denier):
            denied = sided  # nobody denies what those of its own side said
        if charged and value.of == "statement":
            value = replace(value, of="responsibility")
        unresolved = dict(claim.unresolved)
        if denier is None:
            unresolved["source"] = "the report does not say who denies it"
        if denied is None:
            unresolved["denied"] = "the report does not say whose statement is denied"
        targets = (target,) if target else ()
        return replace(
            claim, source=denier, value=replace(value, denied=denied, targets=targets), unresolved=unresolved
        )

    def _speaker_in(self, words: Evidence | None) -> Party | None:
        """The speaker of a source of which some words are a clause's end ("Ada Roe, who | lives near the bridge |")."""
        if words is None:
            return None
        told = ((a.speaker, piece) for a in self.by_id.values() for piece in a.source if a.speaker is not None)
        return next(
            (speaker for speaker, piece in told if piece.exact[: max(0, words.start - piece.start)].endswith("who ")),
            None,
        )

    def _denier(self, claim: AnyClaim, value: Denial) -> Party | None:
        vouching = self._vouching(claim)
        if value.by_content and vouching is not None:
            return vouching
        we = value.denier_words is not None and _WE.fullmatch(value.denier_words.exact)
        if we:
            return vouching or self.voices.last_speaker(claim.evidence[0].start)
        named = self.voices.party_of(value.denier_words)
        if named is not None and named.kind != "unnamed":
            return named
        if (speaker := self._speaker_in(value.denier_words)) is not None:
            return speaker
        if vouching is not None and (named is None or not value.denier_words):
            return vouching
        if named is not None:
            return named
        return self._speaker_of_sentence(claim.evidence[0])

    def _accused_before(self, words: Evidence | None, charges: Sequence[_Charge]) -> Party | None:
        """ "The government blamed the front, but the group denied it": whom the accusation just told of is of."""
        noun = _THE_BODY.match(words.exact) if words is not None else None
        if words is None or noun is None:
            return None
        here = self.voices.scene.sentence_index(words.start)
        for charge in reversed([c for c in charges if c.start < words.start]):
            if here - self.voices.scene.sentence_index(charge.start) > 1:
                return None
            accused = charge.accused
            if accused is not None and (accused.speaks_for or accused.side) and _called(accused, noun["noun"]):
                return accused
        return None

    def _vouching(self, claim: AnyClaim) -> Party | None:
        attribution = self.by_id.get(claim.attribution or "")
        if attribution is None or (attribution.stance == "denies" and not isinstance(claim.value, Accusation)):
            return None
        return attribution.speaker if self.voices.speaks_itself(attribution) else None

    def _speaker_of_sentence(self, shown: Evidence) -> Party | None:
        """Who speaks in the sentence of a denial by content, before it or after its quotation."""
        start, end = self.voices.scene.sentence(shown.start)
        before = next(((p, d) for p, _, d in self.voices.speakers_before(shown.start, shown.start - start + 1)), None)
        if before is not None:
            return before[0]
        after = [p for p, _, d in self.voices.speakers_before(end, end - shown.end + 1)]
        return after[0] if after else None

    def _denied(
        self, claim: AnyClaim, value: Denial, denier: Party | None, charges: Sequence[_Charge]
    ) -> tuple[Party | None, str | None, bool]:
        """Whose statement is denied, the attribution that carries it, if any, and whether it is an accusation."""
        owner = self._owner(value, denier)
        if owner is not None:
            return owner, self._attribution_of(owner, claim.evidence[0].start), False
        own = self.by_id.get(claim.attribution or "")
        claimant = own.speaker if own is not None and own.stance == "denies" else None
        if own and claimant and claimant.side and denier is not None and not same_voice(claimant, denier):
            return claimant, own.id, False
        answer = Answer(scene=self.voices.scene, shown=claim.evidence[0], value=value, denier=denier)
        best = answer.best(list(self._statements(claim, value, denier, charges)))
        if best is not None:
            deed = value.implicit and value.of == "responsibility"
            if deed and not answer.matters(best) and not self._two_sides(denier, best.party):
                return None, None, False
            return best.party, best.attribution, best.outright and answer.accuses(best)
        following = self._following(claim, denier)
        if following[0] is None:
            following = self._told_within(value, denier)
        return *following, False

    def _statements(
        self, claim: AnyClaim, value: Denial, denier: Party | None, charges: Sequence[_Charge]
    ) -> Iterator[Statement]:
        """What another than the denier said or accused somebody of before a denial, within reach."""
        shown = claim.evidence[0]
        relative = _stands_behind(value)
        open_ = [c for c in charges if c.start < shown.start and shown.start - c.end <= ACCUSATION_REACH]
        for party, attribution, distance in self.voices.speakers_before(shown.start, SAID_REACH):
            vouches = not relative and attribution is not None and self._vouches(attribution, claim)
            if vouches or _NOBODY.match(party.name) or not _may_be_denied(party, denier):
                continue
            said = self._said(self._one_of_two(party, denier), attribution, shown.start - distance, shown.start)
            charge = next((c for c in open_ if c.start <= said.start < c.end or said.start <= c.start < said.end), None)
            if charge is not None and charge.accuser is not None and same_voice(charge.accuser, party):
                open_.remove(charge)
                said = replace(said, party=charge.accuser, accused=charge.accused, outright=not charge.implicit)
            yield said
        aimed = [c for c in charges if c.aimed_at(denier)]
        later = [c for c in aimed if c.start > shown.start and not c.implicit]
        for charge in (*open_, *(later if all(c in later for c in aimed) else ())):
            accuser, end = charge.accuser, max(charge.end, self.voices.scene.sentence(charge.start)[1])
            if accuser is not None and not _NOBODY.match(accuser.name) and _may_be_denied(accuser, denier):
                yield Statement(
                    party=accuser,
                    attribution=charge.attribution,
                    start=charge.start,
                    end=charge.end,
                    words=self.voices.scene.text[charge.start : end],
                    accused=charge.accused,
                    outright=not charge.implicit,
                )

    def _one_of_two(self, party: Party, denier: Party | None) -> Party:
        """ "Kiev" of "Kiev and the West", who are at odds with the denier together; else the party itself."""
        first = _PAIR.match(party.name) if party.side is None and not party.speaks_for else None
        state = self.voices.state_named(first[1].strip()) if first else None
        return state if state is not None and not (denier and same_voice(state, denier)) else party

    def _said(self, party: Party, attribution: Attribution | None, start: int, before: int) -> Statement:
        """What somebody said from `start` on, up to a denial."""
        text, end = self.voices.scene.text, min(before, self.voices.scene.sentence(start)[1])
        content = [p for p in (attribution.content if attribution else ()) if p.start < before]
        return Statement(
            party=party,
            attribution=attribution.id if attribution else None,
            start=min([start, *(p.start for p in content)]),
            end=max([min(p.end, before) for p in content], default=end),
            words=" ".join(p.exact for p in content) or text[start:end],
        )

    def _following(self, claim: AnyClaim, denier: Party | None) -> tuple[Party | None, str | None]:
        """Who tells, behind the denial, what it answers: "the army denied it. The rebels had said ..."."""
        shown = claim.evidence[0]
        end = self.voices.scene.sentence(shown.start)[1]
        if _HAD_SAID.match(self.voices.scene.text, end):
            end = self.voices.scene.sentence(min(end + 2, len(self.voices.scene.text) - 1))[1]
        following = self.voices.next_speaker(shown.end, end)
        if following is not None and _may_be_denied(following[0], denier):
            return following[0], following[1].id if following[1] else None
        return self._right_before(shown.start, denier)

    def _told_within(self, value: Denial, denier: Party | None) -> tuple[Party | None, str | None]:
        """Who tells, in the denied words themselves, what is denied: "denied the shelling, in which residents said"."""
        words = value.object_words
        for attribution in self.by_id.values() if words is not None and denier is not None else ():
            speaker = attribution.speaker
            if words is None or denier is None or speaker is None or same_voice(speaker, denier):
                continue
            if any(piece.overlaps(words) for piece in attribution.content):
                return speaker, attribution.id
        return None, None

    def _owner(self, value: Denial, denier: Party | None) -> Party | None:
        """Whom the denied words name: "the rebels' claim", "figures reported by the agency"."""
        words = value.object_words
        if words is None:
            return None
        noun = _NOUN.search(words.exact)
        if noun is not None and (told := self._tellers(words, noun)) is not None:
            return told
        spans = list(self._owner_spans(words, noun)) if noun else [(words.start, words.start + _bare_name(words))]
        for start, end in (*spans, *self._told_by(words)):
            party = self._named_in(start, end)
            if party is not None and not (denier and same_voice(party, denier)):
                return party
        return None

    def _tellers(self, words: Evidence, noun: re.Match[str]) -> Party | None:
        """Those without a name whose words are denied: "the villagers' account", "reports in rebel media"."""
        owners = _OWNERS.search(words.exact, 0, noun.start())
        found = _TELLERS_BEFORE.search(words.exact, 0, noun.start()) or _TELLERS_AFTER.match(words.exact, noun.end())
        teller = found or owners
        if teller is None:
            return None
        head = teller["head"].casefold()
        for party, attribution, _ in self.voices.speakers_before(words.start, ACCUSATION_REACH):
            named = attribution is not None and any(head in piece.exact.casefold() for piece in attribution.source)
            if named or head in party.name.casefold():
                return party
        if found is None:
            return None
        near = self.voices.scene.between(words.start + found.start("who"), words.start + found.end("who"))
        side = near[0].side if near else None
        return Party(name=found["who"], kind="unnamed", side=side)

    def _named_in(self, start: int, end: int) -> Party | None:
        named = self.voices.head_mention(start, end)
        if named is not None:
            return named.party
        near = self.voices.scene.between(start, end)
        of = next((m.party.affiliation for m in self.voices.mentions_in(start, end) if m.party.affiliation), None)
        return party_of_reference(near[0]) if near else Party(name=of, kind="organisation") if of else None

    def _owner_spans(self, words: Evidence, noun: re.Match[str]) -> Iterator[tuple[int, int]]:
        """Before the noun ("the rebels' claim"), then after it ("a claim by the rebels")."""
        comma = words.exact.rfind(",", 0, noun.start())
        yield words.start + comma + 1, words.start + noun.start()
        agent = _AGENT.match(words.exact, noun.end())
        if agent is None:
            return
        start = words.start + agent.end()
        end = min(words.end, start + 80)
        if agent["by"].lower() != "of":
            yield start, end
            return
        named = self.voices.head_mention(start, end)
        if named is not None and not _LOSS_NEXT.match(self.voices.scene.text, named.end):
            yield named.start, named.end

    def _told_by(self, words: Evidence) -> Iterator[tuple[int, int]]:
        """Who told it, where the rest of the sentence says so: "reported by the agency", "which they had alleged"."""
        text = self.voices.scene.text
        start, end = self.voices.scene.sentence(words.start)
        start, end = max(start, words.start - TOLD_REACH), min(end, words.end + TOLD_REACH)
        told = [*_TOLD_BY.finditer(text, words.start, end), *_TOLD_BY.finditer(text, start, words.start)]
        for agent in told:
            yield agent.end(), min(end, agent.end() + 80)
        for clause in _HAD_TOLD.finditer(text, words.start, end):
            yield clause.span("who")

    def _attribution_of(self, party: Party, before: int) -> str | None:
        spoken = self.voices.speakers_before(before, ACCUSATION_REACH)
        return next((a.id for other, a, _ in spoken if a is not None and same_voice(other, party)), None)

    def _vouches(self, attribution: Attribution, claim: AnyClaim) -> bool:
        """True where the denial is told on its word; what ended a sentence before may have run on into it."""
        sentence = self.voices.scene.sentence(claim.evidence[0].start)[0]
        earlier = bool(attribution.source) and attribution.source[0].end <= sentence
        runs_on = earlier and any(piece.start < sentence for piece in attribution.content)
        return attribution.id == claim.attribution and not runs_on

    def _right_before(self, start: int, denier: Party | None) -> tuple[Party | None, str | None]:
        """Who spoke in the sentence before, where neither is known by name: "residents said ... The army denied it"."""
        opens = self.voices.scene.sentence(start)[0]
        if opens == 0 or denier is None:
            return None, None
        before = self.voices.scene.sentence(max(0, len(self.voices.scene.text[:opens].rstrip()) - 1))[0]
        for party, attribution, distance in self.voices.speakers_before(start, start - before + 1):
            apart = party.kind != "outlet" and not same_voice(party, denier) and not _one_person(party, denier)
            if attribution is not None and distance >= start - opens and apart:
                return party, attribution.id
        return None, None


def _called(party: Party, noun: str) -> bool:
    """True where a noun with "the" may mean a party: any group, or a body of that name."""
    if noun.casefold() in _GROUP_NOUNS:
        return party.kind == "group"
    return noun.casefold() in party.name.casefold().split()


def _stands_behind(value: Denial) -> bool:
    """True for "..., which the army denies": what is denied stands before its denier, in one sentence."""
    told, denier = value.object_words, value.denier_words
    return told is not None and denier is not None and told.end <= denier.start


def _may_be_denied(party: Party, denier: Party | None) -> bool:
    """Whether the last speaker may be whom the denier answers: somebody else, no mere relay, not two unknowns."""
    if (party.kind == "outlet" and not party.side) or (
        denier is not None and (same_voice(party, denier) or _one_person(party, denier))
    ):
        return False
    known = denier is not None and bool(denier.speaks_for or denier.side)
    return known or party.kind != "unnamed"


def _one_person(one: Party, other: Party) -> bool:
    """True where one is called by the other's role ("the president" and the president by name) or is its office."""
    return any(
        a.name.casefold() in (b.role or "").casefold() or (a.kind == "person" and a.name in b.name)
        for a, b in ((one, other), (other, one))
    )


def _bare_name(words: Evidence) -> int:
    """Up to where the words may be nothing but a name: "contradicted India"."""
    name = re.match(r"(?:the\s+)?(?:[A-Z][\w.’'-]*\s?){1,5}(?=$|[,.;])", words.exact)
    return name.end() if name else 0


def _counted(words: Evidence | None) -> bool:
    """True for a counted band ("30 gunmen"), which is no party."""
    return words is not None and words.exact[:1].isdigit()


def _two_camps(parties: Iterator[Party]) -> tuple[Party, ...]:
    """The first party of each side."""
    found: dict[str, Party] = {}
    for party in parties:
        found.setdefault((party.side_group or voice_of(party)).casefold(), party)
    return tuple(found.values())


def _hostile_pair(scene: Scene) -> tuple[Party, ...]:
    """The first two named sides of the report that are enemies."""
    sides = _two_camps(party_of_reference(r) for r in scene.named)
    for i, one in enumerate(sides):
        for other in sides[i + 1 :]:
            if scene.hostile(one.speaks_for or one.side or one.name, other.speaks_for or other.side or other.name):
                return one, other
    return ()
