"""Noun groups that name people, with how many of them: "at least 11 servicemen", "a child", "two of the eight rebels".

A chunker by rule: it reads forward from a number, a determiner, a name or a bare plural to the noun that heads the
group, using the lexicon of people and the short words that end a noun group. It decides nothing about harm, except that
a group may carry it in itself ("27 more deaths", "the wounded servicemen").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from sayso.claims.casualty import Effect, Group, Modality
from sayso.extract.casualties import lexicon
from sayso.extract.casualties.tokens import Token, Words
from sayso.extract.names import Names
from sayso.extract.numbers import Number
from sayso.extract.wordsets import word_set

#: How a group says how many it is.
How = Literal["number", "vague", "none", "article", "definite", "plural", "name"]

_ARTICLES = frozenset(("a", "an", "another"))
_POSSESSIVES = frozenset(("his", "her", "their", "its", "our", "my", "your"))
_DEFINITE = frozenset(("the", "this", "these", "those")) | _POSSESSIVES
_LONGEST_GROUP = 9
_AGENT = re.compile(r"(?:ssioner|ologist|onist|inist|ianist|alist|icist|eer|epreneur|ician|ographer|keeper|monger|smith)$")
_LONGEST_NAME = 3
_LONGEST_TITLE = 6
_HARM_WORDS = (
    lexicon.ADJECTIVES.keys()
    | lexicon.INTRANSITIVE.keys()
    | {form for form, (_, shape) in lexicon.TRANSITIVE.items() if shape != "none"}
)
_MOSTLY = word_set("mostly mainly largely all primarily predominantly most")
_NEEDS_OF = word_set("dozens scores hundreds thousands millions tens")
_THEM = frozenset(("them", "us", "whom", "which", "those"))
_NTH = frozenset(("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"))
_COLLECTIVE = word_set(
    "member members body bodies corpse corpses group family families leader leaders crew employee employees",
    "official officials son sons daughter daughters child children relative relatives victim victims",
)
#: Person nouns that are as often modifiers: they head a group only when no other noun follows.
_MODIFIERS = word_set(
    "general major private minor national indian human radical chief other individual marine contra deputy elder",
    "communist nationalist socialist marxist leftist rightist democrat volunteer youth patient suspect native",
    "extremist islamist jihadist terrorist separatist rebel civilian militant insurgent paramilitary enemy",
    "student worker guerrilla militia police army military navy troop infantry cavalry media press clergy staff",
    "village family refugee militiaman soldier woman child people head leader crew guard group hostage prisoner",
    "martyr casualty victim president opposition protester fighter peasant farmer teacher subversive partisan",
    "bandit commando spy dissident loyalist pilot police officer girl boy baby infant king prince cook guide",
    "patriot crowd population",
)
_PLURAL_MODIFIERS = word_set("women men police army military navy forces people media press clergy infantry staff crew")
_PARTICLES = word_set(
    "al el de la del bin bint ibn abu ben van der den von da dos das al- ul ur ud y e e- o'",
)
_ARABIC_NAME = re.compile(r"[a-z]{2,3}-[A-Z]")
_QUOTES = frozenset("\"“”‘’'")
_NO_NAME = lexicon.DAYS_AND_MONTHS | word_set(
    "everyone everybody someone somebody anyone anybody the a an he she it they we i you in on at after before",
    "but and since when while as for with by from this that these those there here nobody none some many most",
    "several few",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NounGroup:
    """People in the text; `first` and `last` are token indexes, end exclusive."""

    first: int
    last: int
    how: How
    low: int | None
    high: int | None
    modality: Modality = "exact"
    #: Offsets of the number, article or noun that says how many; None for a bare plural.
    number: tuple[int, int] | None = None
    #: Offsets of the words that name the people; None when there is only a number.
    victims: tuple[int, int] | None = None
    #: Token index of the head noun; None for a bare number or a head that is not known to be a person.
    head: int | None = None
    group: Group = "unknown"
    #: Harm told by the group itself ("27 deaths", "six wounded soldiers").
    harm: Effect | None = None
    #: True when `harm` is the head ("deaths"), not an adjective ("wounded soldiers").
    harm_head: bool = False
    plural: bool = True
    added: bool = False
    #: The head is a thing, or a word not known to name people.
    unknown_head: bool = False
    thing: bool = False
    #: "five of them", "two of whom": part of people named before.
    part: bool = False
    #: "the two men", "both": may repeat what was counted before.
    anaphoric: bool = False
    #: Last word of a name, by which it is called later on.
    surname: str | None = None
    #: "two of the eight rebels": the whole.
    whole: NounGroup | None = None

    @property
    def counted(self) -> bool:
        """True for a group with a number, "no", an article or a name: one that gives bounds."""
        return self.how in ("number", "none", "article", "name")

    @property
    def bare(self) -> bool:
        """True for a number without a noun."""
        return self.head is None and not self.unknown_head and not self.thing and self.how != "name"


@dataclass(frozen=True, slots=True)
class _Head:
    """Result of reading the modifiers and the head of a group."""

    last: int
    head: int | None
    harm: Effect | None = None
    harm_head: bool = False
    thing: bool = False


class GroupReader:
    """Reads every noun group of a text, left to right, without overlaps."""

    def __init__(self, words: Words, numbers: tuple[Number, ...], names: Names) -> None:
        self._words = words
        self._names = names
        self._persons = tuple(_person_of(token, names) for token in words.tokens)
        self._ahead = _distance_ahead(self._persons, words)
        self._numbers = {words.at(n.start): n for n in numbers if n.kind == "count"}
        self._other = {
            k: n for n in numbers if n.kind != "count" and words.tokens[k := words.at(n.start)].end <= n.end
        }

    def read(self) -> tuple[NounGroup, ...]:
        """All groups in text order."""
        return tuple(self._scan())

    def _scan(self) -> Iterator[NounGroup]:
        for first, end in self._words.sentences:
            i = first
            while i < end:
                other = self._other.get(i)
                if other is not None:
                    i = max(i + 1, self._after(other))
                    continue
                group = self._group(i, end)
                if group is None or group.last <= i:
                    i += 1
                    continue
                group = self._described_after(self._paired(group, end), end)
                yield group
                i = group.last
                if group.how == "article" or (group.how == "number" and group.high == 1):
                    second = self._second_single(i, end)
                    if second is not None:
                        yield second
                        i = second.last

    def _second_single(self, i: int, end: int) -> NounGroup | None:
        """ "a woman and child": the second noun has no article of its own."""
        if self._words.lower(i) != "and" or i + 1 >= end or self._words.lower(i + 1) in lexicon.DETERMINERS:
            return None
        if self._words.lower(i + 1) in lexicon.STOPPERS or i + 1 in self._numbers:
            return None
        found = self._head(i + 1, end, counted=False)
        if found is None or found.head is None or found.thing or found.harm_head or self._is_plural(found.head):
            return None
        group = NounGroup(
            first=i + 1, last=found.last, how="article", low=1, high=1, number=self._span(found.head, found.last),
            plural=False,
        )  # fmt: skip
        return self._complete(group, i + 1, found)

    def _paired(self, group: NounGroup, end: int) -> NounGroup:
        """ "women and children" are one group."""
        nouns = ("women", "children", "men", "elderly", "girls", "boys")
        if group.how not in ("plural", "number", "vague") or group.head is None:
            return group
        if self._words.lower(group.head) not in nouns:
            return group
        last = group.last + 1
        if self._words.lower(group.last) != "and" or self._words.lower(last) not in nouns or last >= end:
            return group
        return replace(group, last=last + 1, head=last, victims=self._span(group.head, last + 1))

    def _described_after(self, group: NounGroup, end: int) -> NounGroup:
        """ "40 people, mostly civilians", "15, all of them women and children": what the people were."""
        k = group.last + (self._words.lower(group.last) == ",")
        if group.how not in ("number", "vague") or self._words.lower(k) not in _MOSTLY or k + 1 >= end:
            return group
        every = self._words.lower(k) == "all"
        k += 1
        while self._words.lower(k) in ("of", "them", "whom", "were", "are", "being"):
            k += 1
        if k >= end or k in self._numbers:
            return group
        inner = self._plural(k, end)
        if inner is None or inner.harm_head:
            return group
        last = inner.last
        if self._words.lower(last) == "and" and last + 1 < end:
            second = self._plural(last + 1, end)
            last = second.last if second is not None else last
        victims = (group.victims or self._span(k, k + 1))[0], self._words.tokens[last - 1].end
        kind: Group = inner.group if every or group.group == inner.group else "mixed"
        return replace(group, last=last, victims=victims, group=kind if inner.group != "unknown" else group.group)

    def _after(self, number: Number) -> int:
        return self._words.at(number.end - 1) + 1

    # -- groups by how they begin ---------------------------------------------------------------------------------

    def _group(self, i: int, end: int) -> NounGroup | None:
        token = self._words.tokens[i]
        if i in self._numbers:
            return self._numbered(i, i, end)
        lower = token.lower
        if lower in _DEFINITE | {"both", "all"}:
            return self._definite(i, end)
        if lower in _ARTICLES:
            return self._article(i, end)
        if not token.word or lower in lexicon.STOPPERS:
            return None
        return self._named(i, end) or self._plural(i, end)

    def _numbered(self, first: int, i: int, end: int) -> NounGroup | None:
        number = self._numbers[i]
        after = min(self._after(number), end)
        if self._words.tokens[after - 1].end < number.end:
            return None
        how: How = "none" if number.low == 0 else "vague" if number.modality == "vague" else "number"
        group = NounGroup(
            first=first,
            last=after,
            how=how,
            low=number.low,
            high=number.high,
            modality=number.modality,
            number=(number.start, number.end),
            plural=number.high != 1,
            added=number.added,
            anaphoric=first < i,
        )
        if self._words.lower(after) == "out" and self._words.lower(after + 1) == "of" and after + 2 in self._numbers:
            return self._partitive(group, after + 2, end)
        if self._words.lower(after) == "of" and after + 1 < end:
            return self._partitive(group, after + 1, end)
        if how == "vague" and self._words.lower(after - 1) in _NEEDS_OF:
            return group  # "wounding dozens activists said"
        return self._headed(group, after, end)

    def _partitive(self, group: NounGroup, i: int, end: int) -> NounGroup | None:
        """ "five of them", "dozens of civilians", "two of the eight rebels"."""
        if self._words.lower(i) in _THEM and (self._words.lower(i) != "those" or self._is_harm_word(i + 1)):
            return self._headed(replace(group, last=i + 1, part=True), i + 1, end, bare=True)
        harmed = self._the_harmed(group, i)
        if harmed is not None:
            return harmed
        inner = self._group(i, end) or self._plural(i, end) or self._owned_number(i, end)
        if inner is None or inner.thing or (inner.unknown_head and group.how == "none"):
            return None if inner is None or inner.thing else inner
        victims = inner.victims
        if victims is not None and group.how != "vague" and inner.how == "definite":
            victims = (self._words.tokens[group.first].start, victims[1])
        return replace(
            group,
            last=inner.last,
            victims=victims,
            head=inner.head,
            group=inner.group,
            harm=inner.harm,
            harm_head=inner.harm_head,
            unknown_head=inner.unknown_head,
            whole=inner if inner.how == "number" and group.how == "number" else None,
        )

    def _owned_number(self, i: int, end: int) -> NounGroup | None:
        """ "100,000 of the region's 120,000 people": the number after an owner."""
        for k in range(i + 1, min(i + 6, end)):
            if k in self._numbers and self._words.lower(k - 1) == "'s":
                return self._numbered(k, k, end)
        return None

    def _the_harmed(self, group: NounGroup, i: int) -> NounGroup | None:
        """ "three of the wounded", "two of those killed"."""
        k = i + 1
        if self._words.lower(i) not in ("the", "those") or not self._is_harm_word(k) or self._person(k + 1) is not None:
            return None
        return replace(group, last=k + 1, head=k, harm=self._effect_of(k), harm_head=True, part=True)

    def _headed(self, group: NounGroup, i: int, end: int, *, bare: bool = False) -> NounGroup | None:
        """Complete a group with the noun that follows its number."""
        found = self._head(i, end, counted=True)
        if found is None or (bare and found.head is None):
            if group.how == "none" and group.last - group.first == 1 and self._words.lower(group.first) == "no":
                return None
            return group
        if found.head is None:
            if group.how == "vague" and not found.thing:
                return replace(group, last=found.last, unknown_head=True, victims=self._span(i, found.last))
            return replace(
                group, last=found.last, unknown_head=True, thing=found.thing, victims=self._span(i, found.last)
            )
        return self._complete(group, i, found)

    def _complete(self, group: NounGroup, i: int, found: _Head) -> NounGroup:
        last = self._extend(found.head, found.last) if found.head is not None else found.last
        victims = None if found.harm_head else self._span(i, last)
        if found.harm_head and found.head is not None and found.head > i:
            victims = self._described(i, found.head)
        kind = self._classify(i, found.head, last)
        return replace(
            group, last=last, head=found.head, victims=victims, harm=found.harm, harm_head=found.harm_head, group=kind
        )

    def _described(self, i: int, head: int) -> tuple[int, int] | None:
        """The people named before a harm noun ("civilian casualties", "enemy deaths")."""
        inside = [
            k for k in range(i, head) if self._person(k) is not None or self._names.is_name(self._words.tokens[k].text)
        ]
        return self._span(inside[0], inside[-1] + 1) if inside else None

    def _definite(self, i: int, end: int) -> NounGroup | None:
        after = i + 1
        while after < end and self._words.lower(after) in ("the", "of", "these", "those", "its", "their", "his"):
            after += 1
        if after in self._numbers and self._numbers[after].low != 0:
            group = self._numbered(i, after, end)
            return replace(group, anaphoric=True) if group is not None else None
        found = self._head(after, end, counted=False)
        token = self._words.tokens[i]
        if found is None or found.head is None:
            if token.lower == "both" and self._is_verb(after):
                return NounGroup(
                    first=i, last=i + 1, how="number", low=2, high=2, number=(token.start, token.end), anaphoric=True
                )
            return None
        plural = self._is_plural(found.head)
        if token.lower == "both":
            group = NounGroup(first=i, last=found.last, how="number", low=2, high=2, number=(token.start, token.end))
            return self._complete(replace(group, anaphoric=True), after, found)
        if plural or token.lower == "all":
            group = NounGroup(
                first=i, last=found.last, how="definite", low=None, high=None, modality="vague", anaphoric=True
            )
            return self._complete(group, i, found)
        group = NounGroup(
            first=i, last=found.last, how="definite", low=1, high=1, number=self._span(i, found.last), plural=False
        )
        return self._complete(group, i, found)

    def _is_verb(self, k: int) -> bool:
        lower = self._words.lower(k)
        return lower in lexicon.AUXILIARIES or self._is_harm_word(k)

    def _article(self, i: int, end: int) -> NounGroup | None:
        token = self._words.tokens[i]
        after = i + 1
        if self._words.lower(after) in _NTH:
            after += 1
        found = self._head(after, end, counted=True)
        group = NounGroup(
            first=i,
            last=after,
            how="article",
            low=1,
            high=1,
            number=(token.start, token.end),
            plural=False,
            added=token.lower == "another",
        )
        if found is None or found.head is None:
            if found is not None and self._is_agent(found.last - 1):
                return self._complete(group, i, replace(found, head=found.last - 1))
            alone = after > i + 1 or (found is None and token.lower == "another")
            return replace(group, number=self._span(i, after), victims=self._span(i, after)) if alone else None
        if found.thing or (self._is_plural(found.head) and not found.harm_head):
            family = self._words.lower(found.head) in ("family", "household")
            return self._complete(group, i, found) if family else None
        if self._words.lower(found.head) in ("family", "group", "crowd", "household"):
            return self._family(group, i, found, end)
        return self._complete(group, i, found)

    def _is_agent(self, k: int) -> bool:
        """True for a word formed like a person noun ("commissioner", "machinist") that no list knows."""
        token = self._words.tokens[k]
        return token.word and not token.capital and _AGENT.search(token.lower) is not None

    def _family(self, group: NounGroup, i: int, found: _Head, end: int) -> NounGroup | None:
        """ "a family of four": four people."""
        number = self._numbers.get(found.last + 1)
        if self._words.lower(found.last) != "of" or number is None:
            return None
        last = self._after(number)
        whole = replace(
            group,
            last=last,
            how="number",
            low=number.low,
            high=number.high,
            modality=number.modality,
            number=(number.start, number.end),
            head=found.head,
            victims=self._span(i, last),
            plural=True,
            group=self._classify(i, found.head, last),
        )
        inner = self._head(last, end, counted=True)
        return whole if inner is None or inner.head is None else replace(whole, last=inner.last)

    def _plural(self, i: int, end: int) -> NounGroup | None:
        """A bare plural: "civilians", "government militiamen"."""
        found = self._head(i, end, counted=False)
        if found is None or found.head is None or not (found.harm_head or self._is_plural(found.head)):
            return None
        if found.harm_head and self._words.lower(found.head) not in lexicon.HARM_NOUNS:
            return None
        group = NounGroup(first=i, last=found.last, how="plural", low=None, high=None, modality="vague")
        return self._complete(group, i, found)

    # -- names ----------------------------------------------------------------------------------------------------

    def _named(self, i: int, end: int) -> NounGroup | None:
        """ "commander Ali Hassan", "Abu Bakr al-Baghdadi"."""
        start = self._titled(i, end)
        while start < end and self._is_title(start):
            start += 1 + (self._words.lower(start + 1) == ".")
        last = start
        while last < end and self._in_name(last, start):
            last += 1
        while last > start and self._words.tokens[last - 1].lower in _PARTICLES:
            last -= 1
        if last == start:
            return None
        first_word = self._words.tokens[start]
        if last - start == 1 and start == i and (self._plural_name(start) or first_word.lower in lexicon.STOPPERS):
            return None
        if last < end and self._names_a_group(last):
            return None
        if self._words.lower(last) == "'s" and last + 1 < end:
            return self._owned(i, last, end)
        return NounGroup(
            first=i,
            last=last,
            how="name",
            low=1,
            high=1,
            number=self._span(i, last),
            victims=self._span(i, last),
            plural=False,
            group=self._classify(i, None, last),
            surname=self._words.lower(last - 1).rsplit("-", 1)[-1],
        )

    def _owned(self, i: int, last: int, end: int) -> NounGroup | None:
        """ "Orlek's brother" is the brother; "Orlek's death" is Orlek's own."""
        name = NounGroup(
            first=i, last=last, how="name", low=1, high=1, number=self._span(i, last), victims=self._span(i, last),
            plural=False, group=self._classify(i, None, last),
        )  # fmt: skip
        found = self._head(last + 1, end, counted=False)
        if found is None or found.head is None or found.thing or found.harm_head:
            return name
        if self._is_plural(found.head):
            return None
        owned = replace(name, how="definite", last=found.last, number=self._span(i, found.last))
        return self._complete(owned, i, found)

    def _titled(self, i: int, end: int) -> int:
        """Skip what describes a title ("former armed forces chief General X"); `i` itself when no title follows."""
        if self._ahead[i] > _LONGEST_TITLE and not self._words.tokens[i].capital:
            return i
        for k in range(i, min(i + 6, end)):
            token = self._words.tokens[k]
            if self._is_title(k):
                name = k + 1 + (self._words.lower(k + 1) == ".")
                return k if name < end and (self._is_title(name) or self._in_name(name, name)) else i
            if not token.word or token.lower in lexicon.STOPPERS or k in self._numbers or self._is_harm_word(k):
                return i
            if token.lower in lexicon.DETERMINERS or (token.lower in lexicon.PLURAL and token.lower != "forces"):
                return i
        return i

    def _names_a_group(self, i: int) -> bool:
        """True where the capitals are modifiers of a noun that follows ("Sri Lankan soldiers", "Coast Guard vessel")."""
        lower = self._words.lower(i)
        return (
            lower in lexicon.PLURAL
            or lower in lexicon.SINGULAR
            or lower in lexicon.THINGS
            or (lower in lexicon.HARM_NOUNS and lower not in ("killed", "wounded", "injured", "dead"))
        )

    def _is_title(self, i: int) -> bool:
        token = self._words.tokens[i]
        abbreviated = token.lower in (
            "mr",
            "mrs",
            "ms",
            "dr",
            "gen",
            "col",
            "lt",
            "maj",
            "capt",
            "sgt",
            "cpl",
            "brig",
            "adm",
            "pvt",
        )
        return abbreviated or (
            token.lower in lexicon.SINGULAR and token.lower not in ("indian", "national", "human", "other")
        )

    def _in_name(self, i: int, start: int) -> bool:
        token = self._words.tokens[i]
        if token.lower in _NO_NAME or i in self._numbers or not token.text[0].isalpha():
            return False
        if token.capital and token.lower not in lexicon.PLURAL and token.lower not in lexicon.SINGULAR:
            return not (token.lower in lexicon.THINGS or token.lower in lexicon.VERBS or self._is_harm_word(i))
        if i > start and _ARABIC_NAME.match(token.text):
            return True
        return (
            i > start
            and token.lower in _PARTICLES
            and self._words.tokens[min(i + 1, len(self._words.tokens) - 1)].capital
        )

    def _plural_name(self, i: int) -> bool:
        return self._names.is_people_name(self._words.tokens[i].text)

    # -- heads ----------------------------------------------------------------------------------------------------

    def _head(self, i: int, end: int, *, counted: bool) -> _Head | None:
        """Read modifiers and head from the i-th token on; None when nothing but a boundary follows."""
        head: int | None = None
        harm: Effect | None = None
        harm_head, k = False, i
        if not counted and (i >= end or self._ahead[i] > _LONGEST_GROUP):
            return None
        while k < min(end, i + _LONGEST_GROUP):
            token = self._words.tokens[k]
            if head is not None and not self._continues(head, k, end):
                break
            if token.lower == "'s" and k > i:
                head, harm_head = None, False
            elif token.lower in _QUOTES and head is None and counted:
                pass
            elif head is None and self._is_harm_word(k) and self._before_person(k, end):
                harm = self._effect_of(k)
            elif token.lower in lexicon.HARM_NOUNS and not self._is_participle(k):
                head, harm_head = k, True
            elif self._person(k) is not None:
                head, harm_head = k, False
            elif not token.word or self._ends_group(k, counted=counted, first=k == i):
                break
            k += 1
        if head is not None:
            modifies = not self._is_plural(head) or self._words.lower(head) in _PLURAL_MODIFIERS
            thing = modifies and self._words.lower(head + 1) in lexicon.THINGS
            effect = lexicon.HARM_NOUNS[self._words.lower(head)] if harm_head else harm
            return None if thing and not counted else _Head(head + 1, None if thing else head, effect, harm_head, thing)
        if k == i or harm is not None:
            return None
        thing = any(self._words.lower(n) in lexicon.THINGS for n in range(i, k))
        return _Head(k, None, None, False, thing)

    def _continues(self, head: int, k: int, end: int) -> bool:
        """True where the k-th token still belongs to the group whose head so far is `head`."""
        lower = self._words.lower(k)
        if lower == "'s":
            return True
        if lower in ("prisoner", "hostage", "captive"):
            return False  # "took eight soldiers prisoner"
        if k != head + 1:
            return self._words.lower(head) in _MODIFIERS and self._person_ahead(k, end)
        if lower in lexicon.HARM_NOUNS and not self._is_participle(k):
            return self._words.lower(head) not in lexicon.HARM_NOUNS
        if self._person(k) is not None and lower not in lexicon.STOPPERS:
            return not (
                self._is_plural(head) and self._words.tokens[k].capital and self._words.lower(head) not in _MODIFIERS
            )
        modifier = self._words.lower(head) in _MODIFIERS or self._names.is_people_name(self._words.tokens[head].text)
        token = self._words.tokens[k]
        if not modifier or not token.word or lower in lexicon.STOPPERS or k in self._numbers or k in self._other:
            return False
        return not lower.endswith(("ing", "ed", "ly")) and not self._is_harm_word(k) and self._person_ahead(k, end)

    def _person_ahead(self, k: int, end: int) -> bool:
        """True where an unknown noun is followed by a person noun ("army intelligence officers")."""
        for n in range(k, min(k + 3, end)):
            if self._person(n) is not None:
                return True
            if self._words.lower(n) in lexicon.STOPPERS or not self._words.tokens[n].word:
                return False
        return False

    def _ends_group(self, k: int, *, counted: bool, first: bool) -> bool:
        lower = self._words.lower(k)
        if lower in lexicon.STOPPERS or k in self._numbers or k in self._other or lower in lexicon.DAYS_AND_MONTHS:
            return True
        if self._is_harm_word(k):
            return True
        if lower in lexicon.DETERMINERS:
            return True
        return not counted and first and lower.endswith(("ing", "ed")) and not self._words.tokens[k].capital

    def _is_harm_word(self, k: int) -> bool:
        return self._words.lower(k) in _HARM_WORDS

    def _is_participle(self, k: int) -> bool:
        """ "killed", "wounded", "dead": words that follow a group as often as they head one."""
        return self._words.lower(k) in (
            "killed",
            "wounded",
            "injured",
            "dead",
            "wounding",
            "killing",
            "murder",
            "capture",
            "execution",
            "fallen",
        )

    def _effect_of(self, k: int) -> Effect:
        lower = self._words.lower(k)
        return lexicon.ADJECTIVES.get(lower) or lexicon.INTRANSITIVE.get(lower) or lexicon.TRANSITIVE[lower][0]

    def _before_person(self, k: int, end: int) -> bool:
        """True for a harm word that describes the noun it stands before ("six wounded soldiers")."""
        lower = self._words.lower(k)
        if lower not in lexicon.ADJECTIVES and lexicon.TRANSITIVE.get(lower, ("", ""))[1] != "ed":
            return False
        n = k + 1
        while n < min(k + 4, end) and self._person(n) is None:
            if self._words.lower(n) in lexicon.STOPPERS or n in self._numbers or not self._words.tokens[n].word:
                return False
            if self._words.lower(n) in lexicon.DETERMINERS or self._is_harm_word(n):
                return False
            n += 1
        # "three soldiers killed Sunday", "rebels killed troops": a noun before it makes it a verb.
        before = self._words.lower(k - 1)
        if k and (before in lexicon.PLURAL or before in lexicon.SINGULAR) and (k - 1) not in self._numbers:
            return False
        return n < min(k + 4, end) and self._person(n) is not None

    def _person(self, k: int) -> Group | None:
        """What a person noun says of the group; None for any other word."""
        return self._persons[k] if k < len(self._persons) else None

    def _is_plural(self, k: int) -> bool:
        lower = self._words.lower(k).rsplit("-", 1)[-1]
        return lower in lexicon.PLURAL or (lower not in lexicon.SINGULAR and lower.endswith("s"))

    def _extend(self, head: int, last: int) -> int:
        """Take in what belongs to the head: "members of the Coast Guard", "fighters from the north"."""
        words = self._words
        link = words.lower(last)
        if link not in ("of", "from") or (link == "of" and words.lower(head) not in _COLLECTIVE):
            return last
        k = last + 1
        if words.lower(k) in _DEFINITE | {"a", "an", "one"}:
            k += 1
        start = k
        while k < len(words.tokens) and k < last + 8 and self._part_of_name(k):
            k += 1
        return k if k > start else last

    def _part_of_name(self, k: int) -> bool:
        token = self._words.tokens[k]
        if not token.word or token.lower in lexicon.STOPPERS or k in self._numbers or k in self._other:
            return False
        return token.lower not in lexicon.DETERMINERS and not self._is_harm_word(k)

    def _classify(self, first: int, head: int | None, last: int) -> Group:
        own: Group = "unknown"
        if head is not None:
            own = self._person(head) or "unknown"
        if own != "unknown" and self._words.lower(head or 0) not in _COLLECTIVE:
            return own
        if own == "unknown" and self._holds_armed_group(first, last):
            return "combatant"
        around = {self._words.lower(k) for k in range(first, last) if k != head}
        for word in around:
            found = lexicon.PLURAL.get(word) or lexicon.SINGULAR.get(word)
            if found == "combatant" or word in lexicon.COMBATANT_CONTEXT:
                return "combatant" if own != "civilian" else own
        if around & lexicon.CIVILIAN_CONTEXT or any(
            (lexicon.PLURAL.get(w) or lexicon.SINGULAR.get(w)) == "civilian" for w in around
        ):
            return "civilian"
        return own

    def _holds_armed_group(self, first: int, last: int) -> bool:
        """True where the group is named after an armed group ("Silent Front leader X")."""
        tokens = self._words.tokens
        capitals = [k for k in range(first, last) if tokens[k].capital and tokens[k].word]
        return any(
            self._names.is_armed_group(self._words.text[tokens[k].start : tokens[n].end])
            for k in capitals
            for n in capitals
            if 0 <= n - k < _LONGEST_NAME
        )

    def _span(self, first: int, last: int) -> tuple[int, int]:
        return self._words.tokens[first].start, self._words.tokens[max(first, last - 1)].end


def _person_of(token: Token, names: Names) -> Group | None:
    found = _person_noun(token)
    if found is None and token.capital and token.text[0].isalpha() and names.is_people_name(token.text):
        return "unknown"
    return found


def _distance_ahead(persons: tuple[Group | None, ...], words: Words) -> tuple[int, ...]:
    """For each token, how far on the next word is that can head a group."""
    distances: list[int] = []
    ahead = len(persons)
    for k in range(len(persons) - 1, -1, -1):
        ahead = 0 if persons[k] is not None or words.lower(k) in lexicon.HARM_NOUNS else ahead + 1
        distances.append(ahead)
    return tuple(reversed(distances))


def _person_noun(token: Token) -> Group | None:
    lower = token.lower
    found = lexicon.PLURAL.get(lower) or lexicon.SINGULAR.get(lower)
    if found is None and "-" in lower:
        tail = lower.rsplit("-", 1)[-1]
        return lexicon.PLURAL.get(tail) or lexicon.SINGULAR.get(tail)
    return found
