"""Harm told by nouns: "27 more deaths", "the death toll rose to 58", "there are dead among the villagers"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, Protocol

from sayso.claims.casualty import Effect
from sayso.extract.casualties import lexicon
from sayso.extract.casualties.drafts import Draft
from sayso.extract.casualties.noungroup import NounGroup
from sayso.extract.casualties.tokens import Words
from sayso.extract.casualties.tolls import HARM_COUNTED, TOLL_WORDS, TollReader
from sayso.extract.wordsets import word_set

#: Members of a list, each with the group it is a part of.
Members = list[tuple[NounGroup, NounGroup | None]]


class Lists(Protocol):
    """What is read of the lists that noun groups stand in."""

    def right(self, first: NounGroup) -> Members:
        """The members of a list from its first on."""

    def with_those_behind(self, first: NounGroup) -> Members:
        """The same, and those of a second "of" behind it."""

    def after_colon(self, whole: NounGroup, k: int) -> Members:
        """The parts of a whole that a colon at token k brings in."""

    def opening(self, k: int, end: int) -> tuple[str, NounGroup] | None:
        """The first group that "including" or "among them" brings in from token k on, with the kind of link."""


#: Verbs and phrases by which a bare "casualties" is told as fact.
_TELLING: Final = word_set(
    "report reports reported reporting announce announced admit admitted acknowledge acknowledged suffer suffered",
    "suffers suffering cause caused causes causing inflict inflicted inflicting sustain sustained sustaining",
    "confirm confirmed incur incurred produced left leaving took taking claimed recorded have has had are were was",
    "is",
)
_TOLD_OR_DENIED: Final = _TELLING | {"denied", "denies", "in"}
_TELLING_ITSELF: Final = _TELLING - lexicon.BE - {"with"}
_BETWEEN_VERBS: Final = lexicon.AUXILIARIES | lexicon.ADVERBS
#: "resulting in casualties", "led to deaths and injuries".
_ENDING_IN: Final = frozenset(
    (*((verb, "in") for verb in ("resulted", "resulting")), *((verb, "to") for verb in ("led", "leading")))
)
_SELDOM: Final = word_set("not never rarely seldom hardly")
_AFTER_TELLING: Final = word_set(
    "reported confirmed were was are is followed occurred resulted lay have had attended",
)
_DESCRIBING: Final = word_set(
    "heavy many more new further serious multiple human military civilian severe significant huge massive large",
    "great unspecified unknown undisclosed numerous considerable first initial mass several enormous minor",
    "substantial high both also the their its some army police enemy additional no any killed wounded",
)
#: 'suffered "heavy losses"'.
_OPENING_MARKS: Final = frozenset(('"', "“", "‘"))
_NAMED_LIST: Final = word_set(
    "dead victims fatalities deaths casualties killed wounded injured martyrs slain deceased hostages",
)
_COPULA: Final = word_set("are were include included includes was is comprised comprise")
_LIVES_BEFORE: Final = word_set(
    "claimed claims claim claiming cost costs costing took takes taking taken lost losing lose",
)
_COSTING: Final = frozenset(("cost", "costs", "costing"))
#: Nouns for one act of harm: "the murder of six priests".
_EVENTS: Final[Mapping[str, Effect]] = {
    "killing": "killed", "killings": "killed", "murder": "killed", "murders": "killed", "assassination": "killed",
    "assassinations": "killed", "execution": "killed", "executions": "killed", "massacre": "killed",
    "slaying": "killed", "slaughter": "killed", "beheading": "killed", "lynching": "killed", "death": "killed",
    "deaths": "killed", "kidnapping": "captured", "abduction": "captured", "kidnappings": "captured",
    "abductions": "captured", "capture": "captured", "wounding": "injured", "disappearance": "missing",
    "evacuation": "displaced", "displacement": "displaced", "martyrdom": "killed",
    "loss": "killed", "killers": "killed",
    "killer": "killed", "murderers": "killed",
    "burial": "killed", "burials": "killed", "funeral": "killed", "funerals": "killed",
    "murderer": "killed", "assassins": "killed", "remains": "killed", "fate": "missing", "whereabouts": "missing",
}  # fmt: skip
_BURIALS: Final = word_set("burial burials funeral funerals")
_SINGLE: Final = word_set(
    "death fatality casualty victim injury body corpse loss martyr killing murder",
)
_REMAINS: Final = word_set("bodies corpses cadavers")
_SUFFERED_WITH: Final = word_set("with from for of his her to")
_HELD: Final = word_set("hostages hostage prisoners prisoner captives captive pows detainees")
_HOLDING: Final = word_set(
    "hold holds holding held took takes taking taken seized seizing captured has have had",
)
#: Whom they hold has been arrested.
_AUTHORITIES: Final = word_set("police officers constables policemen guards")
_LETTING_GO: Final = word_set(
    "released releases releasing release freed frees freeing exchanged exchanging swapped swapping returned",
    "repatriated",
)
_SAVING: Final = _LETTING_GO | word_set("rescued rescue rescues rescuing saved saving found")
_TOLD_ON: Final = word_set("word information details news data comment figures report reports")
_HUGE: Final = word_set(
    "huge high large great enormous significant considerable heavy massive horrific staggering",
)
_SEEING: Final = word_set(
    "see saw seen found find recovered retrieved collected displayed pulled buried counted lying laying",
    "seeing finding recovering retrieving collecting pulling carrying counting pull pulls discovered removed dug",
)
_COUNTING_GRAVES: Final = word_set("count counted counts saw seen dug digging")
_LYING: Final = frozenset(("lay", "lie", "lying", "littered"))
_COUNTED_WORDS: Final = word_set(
    "figures figure toll tolls count counts report reports numbers data list lists rate rates row",
    "penalty squad squads threat threats sentence sentences certificate camp camps",
)


class NominalFinder:
    """Finds the figures that nouns tell, in a text whose noun groups are known."""

    def __init__(
        self,
        words: Words,
        groups: Sequence[NounGroup],
        sentence_of: Mapping[int, tuple[int, int]],
        lists: Lists,
    ) -> None:
        self._words = words
        self._groups = groups
        self._by_first = {g.first: g for g in groups}
        self._by_last = {g.last: g for g in groups}
        self._inside = {k: g for g in groups for k in range(g.first, g.last)}
        self._sentence_of = sentence_of
        self._tolls = TollReader(words, self._by_first, self._by_last, self._inside, sentence_of)
        self._read_list = lists.right
        self._read_both = lists.with_those_behind
        self._read_parts = lists.after_colon
        self._opening = lists.opening

    def find(self, used: frozenset[int]) -> Iterator[Draft]:
        """Figures told by nouns; `used` holds the first tokens of groups that a predicate has taken."""
        drafts: list[Draft] = []
        for i, token in enumerate(self._words.tokens):
            if token.lower in TOLL_WORDS:
                for toll in self._tolls.read(i):
                    drafts += [toll, *self._parts_of(toll)]
            if token.lower == "loss":
                drafts += self._loss_of_life(i)
            if token.lower in _EVENTS:
                drafts += self._event(i)
            if token.lower in HARM_COUNTED:
                drafts += self._told(i)
                drafts += self._named(i)
                drafts += self._labelled(i)
        yield from drafts
        covered = {k for d in drafts for k in range(d.first, d.last)}
        for group in self._groups:
            if group.harm is not None and not used & {group.first, group.last - 1} and group.first not in covered:
                yield from self._of_noun(group) if group.harm_head else self._of_adjective(group)
            yield from self._lives(group)
            yield from self._held(group)
            yield from self._graves(group)

    def _parts_of(self, toll: Draft) -> Iterator[Draft]:
        """ "a toll of 13 including three children": the parts told behind a toll."""
        found = self._opening(toll.last, self._sentence_of[toll.main][1]) if toll.group.how == "number" else None
        if found is None or found[0] != "including":
            return
        for member, inner in self._read_list(found[1]):
            if member.counted and (member.low or 0) <= (toll.group.low or toll.group.high or 0):
                yield replace(toll, group=member, last=max(toll.last, member.last), whole=inner or toll.group)

    def _held(self, group: NounGroup) -> Iterator[Draft]:
        """ "militants are holding 23 hostages", "the 59 hostages still held"."""
        noun = self._words.lower(group.head) if group.head is not None else ""
        holds = self._words.lower(group.first - 1) in ("hold", "holds", "holding")
        holds = holds and (group.group == "combatant" or (self._we_hold(group.first - 1) and not group.thing))
        holds = holds and not group.harm_head
        if not (noun in _HELD or holds) or not group.counted or group.unknown_head:
            return
        if self._words.lower(group.first - 1) in _HOLDING or "held" in self._near(group.last):
            first = group.first - 1
            for member, whole in self._read_list(group):
                yield Draft(group=member, effect="captured", first=first, last=member.last, main=first, whole=whole)

    def _graves(self, group: NounGroup) -> Iterator[Draft]:
        """ "villagers counted 31 fresh graves": as many dead, where each has a grave."""
        names = [self._words.lower(k) for k in range(group.first, group.last)]
        if names[-1] != "graves" or "mass" in names or group.how != "number":
            return
        if self._words.lower(group.first - 1) in _COUNTING_GRAVES:
            dead = replace(group, thing=False, unknown_head=False, victims=None)
            yield Draft(group=dead, effect="killed", first=group.first - 1, last=group.last, main=group.first - 1)

    def _we_hold(self, k: int) -> bool:
        """ "we are holding 16 others", "the rebels still hold ten": who holds people, before the verb at token k."""
        k -= 1
        while self._words.lower(k) in lexicon.AUXILIARIES or self._words.lower(k) in lexicon.ADVERBS:
            k -= 1
        lower = self._words.lower(k)
        return lower in ("we", "they") or (lexicon.PLURAL.get(lower) == "combatant" and lower not in _AUTHORITIES)

    # -- groups that carry their harm -----------------------------------------------------------------------------

    def _of_adjective(self, group: NounGroup) -> Iterator[Draft]:
        if group.harm is None or group.how not in ("number", "vague", "article", "definite"):
            return
        if group.how == "definite" and group.low is None:
            return
        fallen = "fallen" in (self._words.lower(k) for k in range(group.first, group.last))
        if fallen and group.how != "number":
            return  # "the mother of a fallen soldier"
        before = self._words.lower(group.first - 1)
        if before in _LETTING_GO or (before == "of" and self._words.lower(group.first - 2) in ("body", "bodies")):
            return  # what happened to them next is told
        for member, whole in self._read_list(group):
            if member is group or not member.harm_head:
                last = max(group.last, member.last)
                yield Draft(
                    group=member, effect=group.harm, first=group.first, last=last, main=group.first, whole=whole
                )

    def _of_noun(self, group: NounGroup) -> Iterator[Draft]:
        """ "27 more deaths", "the deaths of 16 servicemen", "no casualties"."""
        if group.harm is None or self._counts_no_victims(group):
            return
        also_none = self._none_before(group)
        of = self._harmed_after(group)
        if also_none is not None:
            yield self._none_of(group, also_none.number, also_none.first)
        elif group.how == "plural" and self._none_reported(group):
            yield self._none_of(self._counted_among(group), self._no_span(group), group.first - 3)
        elif of is not None and group.how in ("plural", "definite", "article"):
            yield from self._of_victims(group, of)
        elif group.how in ("number", "none", "vague", "article"):
            yield from self._counted(group)
        elif self._is_told(group):
            yield self._draft(group)
            yield from self._including_among(group)

    def _draft(self, group: NounGroup) -> Draft:
        effect = group.harm or "unspecified"
        return Draft(group=group, effect=effect, first=group.first, last=group.last, main=group.first)

    def _none_of(self, group: NounGroup, number: tuple[int, int] | None, first: int) -> Draft:
        none = replace(group, how="none", low=0, high=0, modality="exact", number=number)
        return replace(self._draft(none), first=first, main=min(first, group.first))

    def _counts_no_victims(self, group: NounGroup) -> bool:
        """True for harm nouns that tell no victims: "casualty figures", "the kidnapping", "with injuries"."""
        noun, before = self._words.lower(group.head or 0), self._words.lower(group.first - 1)
        if before in _SAVING and noun == "victims":
            return True
        if self._words.lower(group.last) in _COUNTED_WORDS:
            return True
        if group.how == "definite" and noun in _EVENTS and noun not in ("deaths", "killings"):
            return True
        if group.how == "plural" and noun in _SINGLE and not self._none_reported(group):
            return True
        if group.how == "definite" and noun in ("wounded", "injured"):
            return True
        if before in ("on", "about", "regarding") and self._words.lower(group.first - 2) in _TOLD_ON:
            return True
        if noun == "body" and self._words.lower(group.last) != "of" and not self._whose_body(group):
            return True
        if noun in ("loss", "losses"):
            return self._words.lower(group.last) == "of"
        return noun in ("injury", "injuries") and before in _SUFFERED_WITH

    def _whose_body(self, group: NounGroup) -> bool:
        """ "the body of a man": somebody's, and not "the body of the car"."""
        head = group.head or 0
        of, whose = self._words.lower(head + 1) == "of", self._words.lower(head + 2)
        if whose in ("a", "an", "one", "another") or whose in lexicon.SINGULAR:
            return of
        return (
            of
            and (name := self._inside.get(head + 2)) is not None
            and name.how in ("name", "definite")
            and (self._words.tokens[head + 2].capital)
        )

    def _of_victims(self, group: NounGroup, of: NounGroup) -> Iterator[Draft]:
        """ "the deaths of 16 servicemen", "casualties among civilians"."""
        among = self._words.lower(group.last) != "of"
        lies = self._words.lower(group.head or 0) in _REMAINS and self._words.lower(of.last) in _LYING
        if of.how == "plural" and group.how != "article" and not (among or lies or self._is_told(group)):
            return
        for member, whole in self._read_both(of):
            if not member.harm_head:
                draft = replace(self._draft(group), group=member, last=member.last, whole=whole)
                yield draft
        if of.how == "number" and self._words.lower(group.head or 0) in _REMAINS:
            yield from self._parts_of(replace(self._draft(group), group=of, last=of.last))

    def _counted(self, group: NounGroup) -> Iterator[Draft]:
        """ "27 more deaths", "no fatalities among the troops", "a death"."""
        noun = self._words.lower(group.head or 0)
        told_before = group.anaphoric and group.how == "vague"
        if not told_before and (group.how != "article" or noun in ("death", "fatality", "martyr", "corpse")):
            counted = self._draft(self._counted_among(group))
            yield counted
            if noun in _REMAINS or group.part:
                yield from self._parts_of(counted)
            for member, whole in self._read_parts(group, group.last):
                yield replace(self._draft(group), group=member, last=member.last, whole=whole)

    def _none_before(self, group: NounGroup) -> NounGroup | None:
        """ "no injuries or deaths": the second is none as well."""
        if group.how != "plural" or self._words.lower(group.first - 1) not in ("or", "nor", "and"):
            return None
        before = self._by_last.get(group.first - 1)
        return before if before is not None and before.how == "none" and before.harm_head else None

    def _none_reported(self, group: NounGroup) -> bool:
        """ "no reports of (any) casualties"."""
        return self._no_span(group) is not None

    def _no_span(self, group: NounGroup) -> tuple[int, int] | None:
        anything = self._words.lower(group.first - 1) == "any"
        k = group.first - anything
        if anything and self._is_negated(k):
            return self._words.tokens[k].start, self._words.tokens[k].end
        if self._words.lower(k - 1) != "of" or self._words.lower(k - 2) not in ("reports", "report", "word", "news"):
            return None
        for n in range(k - 3, max(-1, k - 6), -1):
            if not self._words.lower(n).isalpha():
                return None
            if self._words.lower(n) == "no" and self._words.lower(k - 2) in ("reports", "report"):
                return self._words.tokens[n].start, self._words.tokens[n].end
        return None

    def _is_negated(self, k: int) -> bool:
        """ "did not cause", "without causing": before the "any" at token k."""
        before = [self._words.lower(n) for n in range(max(0, k - 4), k)]
        told = before[-1:] != [] and (before[-1] in _TELLING or before[-1] == "without")
        return told and any(word in ("not", "never", "without") or word.endswith("n't") for word in before)

    def _loss_of_life(self, i: int) -> Iterator[Draft]:
        """ "no loss of life was reported", "denied any loss of life"."""
        if self._words.lower(i + 1) != "of" or self._words.lower(i + 2) not in ("life", "lives"):
            return
        none = self._words.lower(i - 1) == "no"
        first = i - 1 if self._words.lower(i - 1) in ("no", "any", "heavy", "great", "the") else i
        told = none or self._words.lower(first - 1) in _TOLD_OR_DENIED
        token = self._words.tokens[first]
        group = NounGroup(
            first=first, last=i + 3, how="none" if none else "plural",
            low=0 if none else None, high=0 if none else None, modality="exact" if none else "vague",
            number=(token.start, token.end) if none else None, harm="killed", harm_head=True, head=i,
        )  # fmt: skip
        if told:
            yield Draft(group=group, effect="killed", first=first, last=i + 3, main=first)

    def _counted_among(self, group: NounGroup) -> NounGroup:
        """ "no fatalities among the troops": of whom."""
        of = self._harmed_after(group)
        if of is None or group.group != "unknown":
            return group
        return replace(group, group=of.group, victims=of.victims)

    def _event(self, i: int) -> Iterator[Draft]:
        """ "the murder of six priests", "the archbishop's assassination"."""
        word = self._words.lower(i)
        after = {self._words.lower(n) for n in range(i, i + 12)}
        if word in ("fate", "whereabouts") and not {"unknown", "unclear"} & after:
            return
        if self._words.lower(i + 1) == "of":
            yield from self._event_of(i, i + 2 + (self._words.lower(i + 2) in ('"', "[", "“")))
            return
        if word == "loss":
            return  # "the senator's loss": of an election, of a son
        owner = self._by_last.get(i - 1) if self._words.lower(i - 1) in ("'s", "'", "’") else None
        if owner is not None and owner.how == "name" and self._words.lower(i - 1) != "'s":
            return  # "the Arlanders' death": a people, not a person
        if owner is not None and not owner.thing and (owner.low is not None or owner.how == "number"):
            yield Draft(group=owner, effect=_EVENTS[word], first=owner.first, last=i + 1, main=i)

    def _event_of(self, i: int, k: int) -> Iterator[Draft]:
        """The victims that follow "the murder of": those counted, singular or named, not a bare plural."""
        victim = self._by_first.get(k)
        if victim is None or victim.thing or victim.harm_head or self._words.lower(victim.last) == "'s":
            return
        if victim.how == "name" and self._words.lower(i) in ("deaths", "killings", "murders", "loss"):
            return  # "the deaths of Arlandians": a people, not a person
        if self._words.lower(i) in _BURIALS and not (victim.how == "number" and victim.plural):
            return  # "the burial of the president"
        for member, whole in self._read_both(victim):
            if member.counted or member.how == "vague" or member.low == 1:
                effect = _EVENTS[self._words.lower(i)]
                if self._words.lower(i) == "loss" and member.bare:
                    effect = "unspecified"
                yield Draft(group=member, effect=effect, first=i, last=member.last, main=i, whole=whole)
        if victim.how == "number":
            yield from self._parts_of(
                Draft(group=victim, effect=_EVENTS[self._words.lower(i)], first=i, last=victim.last, main=i)
            )

    def _harmed_after(self, group: NounGroup) -> NounGroup | None:
        """ "the deaths of", "casualties among", "injuries to"."""
        link = self._words.lower(group.last)
        if link not in ("of", "among", "amongst") and not (link == "to" and group.harm == "injured"):
            return None
        found = self._by_first.get(group.last + 1)
        return None if found is None or found.thing else found

    def _including_among(self, group: NounGroup) -> Iterator[Draft]:
        """ "casualties, including among civilians"."""
        k = group.last + (self._words.lower(group.last) == ",")
        if self._words.lower(k) != "including" or self._words.lower(k + 1) not in ("among", "amongst"):
            return
        inner = self._by_first.get(k + 2)
        if inner is not None and not inner.thing and group.harm is not None:
            yield Draft(
                group=inner, effect=group.harm, first=group.first, last=inner.last, main=group.first, whole=group
            )

    def _is_told(self, group: NounGroup) -> bool:
        """True where a bare plural ("civilian casualties") is told as something that happened."""
        if self._words.lower(group.head or 0) in ("executions", "killings", "murders", "assassinations", "kidnappings"):
            return False
        k = group.first
        while k > 0 and (self._words.lower(k - 1) in _DESCRIBING or self._words.lower(k - 1) in _OPENING_MARKS):
            k -= 1
        before, after = self._words.lower(k - 1), self._words.lower(group.last)
        if self._words.lower(group.head or 0) in ("victims", "victim") and group.how == "definite":
            return False
        if self._words.lower(group.head or 0) in ("bodies", "corpses", "body", "corpse", "cadaver", "cadavers"):
            lies = after in _LYING and group.how == "plural"
            return before in _SEEING or lies or (after in lexicon.BE and bool(_SEEING & self._near(group.last)))
        if (self._words.lower(k - 2), before) in _ENDING_IN:
            return True
        if before in ("of", "to", "for", "against", "about", "from", "on", "by"):
            return before == "of" and self._words.lower(k - 2) == "number" and self._is_huge(group.last)
        if before in _TELLING and _SELDOM & {self._words.lower(n) for n in range(max(0, k - 4), k - 1)}:
            return not before.startswith(("report", "confirm", "announce", "admit", "acknowledge"))
        losses = self._words.lower(group.head or 0) in ("losses", "loss")
        return before in _TELLING or (after in _AFTER_TELLING and not losses)

    def _near(self, k: int) -> set[str]:
        return {self._words.lower(n) for n in range(k, k + 4)}

    def _is_huge(self, k: int) -> bool:
        return self._words.lower(k) in lexicon.BE and self._words.lower(k + 1) in _HUGE

    def _lives(self, group: NounGroup) -> Iterator[Draft]:
        """ "claimed 22 lives", "40 lives were lost"."""
        if group.head is None or self._words.lower(group.head) != "lives":
            return
        before = self._words.lower(group.first - 1)
        after = {self._words.lower(k) for k in range(group.last, group.last + 4)}
        costing = next((k for k in range(group.first - 4, group.first) if self._words.lower(k) in _COSTING), None)
        if costing is not None and group.how == "number":
            yield self._lives_draft(group, costing, group.last)
            return
        costs = before == "of" and self._words.lower(group.first - 2) in ("cost", "loss")
        if group.how not in ("number", "vague") or not (before in _LIVES_BEFORE or "lost" in after or costs):
            return
        first = group.first - 2 if costs else group.first - 1 if before in _LIVES_BEFORE else group.first
        last = group.last
        if before not in _LIVES_BEFORE and not costs:
            last = next(k for k in range(group.last, group.last + 4) if self._words.lower(k) == "lost") + 1
        yield self._lives_draft(group, first, last)

    def _lives_draft(self, group: NounGroup, first: int, last: int) -> Draft:
        return Draft(group=replace(group, victims=None), effect="killed", first=first, last=last, main=first)

    # -- "there are dead and wounded among the villagers" ---------------------------------------------------------

    def _told(self, i: int) -> Iterator[Draft]:
        """A list of harm nouns without a number, told as fact, with or without those they are among."""
        group = self._inside.get(i)
        if group is not None and group.counted:
            return
        before = self._words.lower(i - 1)
        if before in ("and", "or", ",") and self._words.lower(i - 2) in HARM_COUNTED:
            return
        nouns, k = self._harm_list(i)
        if self._words.lower(k) in ("to", "at", "past") and k + 1 in self._by_first:
            return  # "taking their losses to 59": the number tells it
        telling = self._telling_before(i)
        if self._words.lower(i - 1) in ("reported", "confirmed") and self._words.lower(i - 2) in lexicon.BE:
            return  # "were reported killed or wounded": verbs
        if self._words.lower(i - 1) in lexicon.HAVE and k in self._by_first and self._by_first[k].counted:
            return  # "had killed, wounded or captured 700 soldiers": verbs
        if telling is None or (len(nouns) == 1 and telling != "there"):
            return
        members = self._among(k)
        if not members and self._words.lower(k) in ("by", "in", "when") and telling == "there" and len(nouns) == 1:
            return
        if self._words.lower(i - 1) == "no":
            yield from self._none_told(i, nouns, members, k)
            return
        bare = NounGroup(first=i, last=i + 1, how="plural", low=None, high=None, modality="vague")
        for effect in dict.fromkeys(HARM_COUNTED[self._words.lower(n)] for n in nouns):
            for member in members or [bare]:
                yield Draft(group=member, effect=effect, first=i - 1, last=max(k, member.last), main=i)

    def _none_told(self, i: int, nouns: Sequence[int], members: Sequence[NounGroup], k: int) -> Iterator[Draft]:
        """ "there are no dead or wounded among the troops": none of each harm."""
        token = self._words.tokens[i - 1]
        among = members[0] if members else None
        none = NounGroup(
            first=i - 1, last=i + 1, how="none", low=0, high=0, number=(token.start, token.end), head=i,
            victims=among.victims if among else None, group=among.group if among else "unknown",
        )  # fmt: skip
        for effect in dict.fromkeys(HARM_COUNTED[self._words.lower(n)] for n in nouns):
            last = max([k, *(member.last for member in members)])
            yield Draft(group=none, effect=effect, first=i - 1, last=last, main=i)

    def _harm_list(self, i: int) -> tuple[list[int], int]:
        nouns, k = [i], i + 1
        while True:
            n = k
            while self._words.lower(n) in ("and", "or", ",", "as", "well"):
                n += 1
            if n == k or self._words.lower(n) not in HARM_COUNTED:
                return nouns, k
            nouns.append(n)
            k = n + 1

    def _telling_before(self, i: int) -> str | None:
        k = i
        while k > 0 and self._words.lower(k - 1) in _DESCRIBING:
            k -= 1
        before, earlier = self._words.lower(k - 1), self._words.lower(k - 2)
        if before in lexicon.BE_OR_HAVE and earlier == "there":
            return "there"
        if before in ("been", "be") and "there" in (earlier, self._words.lower(k - 3)):
            return "there"
        if (earlier, before) in _ENDING_IN:
            return "told"
        return "told" if before in _TELLING_ITSELF or before == "announced" else None

    def _among(self, k: int) -> list[NounGroup]:
        """The people named by "(both) among X and Y"."""
        if self._words.lower(k) == "both":
            k += 1
        if self._words.lower(k) not in ("among", "amongst", "of", "from", "in"):
            return []
        first = self._by_first.get(k + 1)
        if first is None or first.thing or first.how == "name":
            return []
        second = self._by_first.get(first.last + 1) if self._words.lower(first.last) == "and" else None
        listed = [first] if second is None or second.thing else [first, second]
        return [replace(g, low=None, high=None, modality="vague", number=None) if not g.counted else g for g in listed]

    # -- "the dead included four women" ---------------------------------------------------------------------------

    def _labelled(self, i: int) -> Iterator[Draft]:
        """ "Killed: 14. Wounded: 52."."""
        group = self._by_first.get(i + 2)
        if self._words.lower(i + 1) not in (":", "-", "–", "—") or group is None or not group.bare:
            return
        told_before = self._words.lower(i - 1) in _BETWEEN_VERBS or i - 1 in self._inside
        if told_before or group.first >= self._sentence_of[i][1]:
            return  # "eight were killed: five in the north"
        if group.how == "number":
            effect = HARM_COUNTED[self._words.lower(i)]
            yield Draft(group=group, effect=effect, first=i, last=group.last, main=i)

    def _copula(self, i: int) -> int | None:
        """The "were" or "included" that a list follows; "included" may stand further on."""
        if self._words.lower(i + 2) in ("identified", "named") and self._words.lower(i + 3) == "as":
            return i + 3
        if self._words.lower(i + 1) in _COPULA:
            first = self._by_first.get(i + 2)
            if first is not None and first.how not in ("definite", "plural"):
                return i + 1
        for k in range(i + 1, min(i + 12, self._sentence_of[i][1])):
            if self._words.lower(k) in ("include", "included", "includes"):
                return k
        return None

    def _named(self, i: int) -> Iterator[Draft]:
        """The list after "the dead included", "among the injured are", "the victims were identified as"."""
        lower = self._words.lower(i)
        if lower not in _NAMED_LIST:
            return
        k = self._copula(i)
        if k is None:
            return
        first = self._by_first.get(k + 1)
        determined = self._words.lower(i - 1) in ("the", "confirmed", "those", "among", "its", "their", "these")
        if first is not None and first.bare and first.modality != "exact":
            return  # "the dead were under 18"
        if first is None or first.thing or not determined or first.how == "plural":
            return
        if first.how == "definite" and (first.low != 1 or not self._words.lower(k).startswith("include")):
            return
        if first.last < self._sentence_of[i][1] and self._words.lower(first.last) in lexicon.AUXILIARIES:
            return
        for member, whole in self._read_list(first):
            yield Draft(
                group=member,
                effect=HARM_COUNTED.get(lower, "killed"),
                first=i,
                last=member.last,
                main=i,
                whole=whole,
            )
