"""Noun groups that name people, with how many of them: "at least 11 servicemen", "a child", "two of the eight rebels".

A chunker by rule: it reads forward from a number, a determiner, a name or a bare plural to the noun that heads the
group. It decides nothing about harm, except that a group may carry it in itself ("27 more deaths", "the wounded
servicemen").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sayso.claims.casualty import Group
from sayso.expression import Expression
from sayso.extract.casualties import lexicon
from sayso.extract.casualties.heads import DEFINITE, LONGEST_GROUP, Head, HeadReader
from sayso.extract.casualties.naming import NameReader
from sayso.extract.casualties.noungroup import How, NounGroup
from sayso.extract.casualties.tokens import Words
from sayso.extract.names import Names
from sayso.extract.numbers import Number
from sayso.extract.wordsets import word_set

_ARTICLES = frozenset(("a", "an", "another"))
_AGENT = Expression(
    r"(?:ssioner|ologist|onist|inist|ianist|alist|icist|eer|epreneur|ician|ographer|keeper|monger|smith|(?:year|month|week)-old)$"
)
_SIDES = word_set("sides parties countries armies states governments camps nations leaders")
_ANY = frozenset(("any", "anyone", "anybody"))
_WHOLES = DEFINITE | {"both", "all"}
#: Words that begin a group, whatever follows.
_OPENERS = _WHOLES | _ARTICLES | _ANY
_SHARES: Final = frozenset(("percent", "cent", "%", "half", "thirds"))
_MOSTLY = _SHARES | word_set("mostly mainly largely all primarily predominantly most majority")
_NEEDS_OF = word_set("dozens scores hundreds thousands millions tens")
_THEM = frozenset(("them", "us", "whom", "which", "those"))
_THEM_ALONE = _THEM - {"those"}
_HARMED = frozenset(("wounded", "injured", "dead", "missing", "killed", "displaced"))
_NTH = frozenset(("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"))

_HURT: Final = frozenset(("wounded", "injured"))
_OWNERS: Final = frozenset(("its", "their", "our", "his"))
_QUOTES: Final = frozenset('"“”')
#: "a platoon of 13 soldiers": bodies of people that no list of people holds.
_BODIES: Final = word_set("platoon squad patrol unit company column party gang band detachment")
#: "a family of four", "its crew of three": how many a body of people counts.
_TEAMS: Final = frozenset(("family", "group", "crowd", "household", "crew", "team"))


class GroupReader:
    """Reads every noun group of a text, left to right, without overlaps."""

    def __init__(self, words: Words, numbers: tuple[Number, ...], names: Names) -> None:
        self._words = words
        self._heads = HeadReader(words, numbers, names)
        self._names = NameReader(self._heads)

    def read(self) -> tuple[NounGroup, ...]:
        """All groups in text order."""
        return tuple(self._scan())

    def _scan(self) -> Iterator[NounGroup]:
        for first, end in self._words.sentences:
            i = first
            while i < end:
                if self._begins_nothing(i):
                    i += 1
                    continue
                other = self._heads.other.get(i)
                if other is not None:
                    i = max(i + 1, self._heads.after(other))
                    continue
                group = self._group(i, end) or self._cut_short(i, first, end) or self._last_of_headline(i, first, end)
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

    def _cut_short(self, i: int, first: int, end: int) -> NounGroup | None:
        """Headlines drop articles: "kills mother and two children", "General shot dead"."""
        token = self._words.tokens[i]
        after_verb = i > first and lexicon.TRANSITIVE.get(self._words.lower(i - 1)) is not None
        if not (i == first or after_verb) or not token.word or token.lower in lexicon.STOPPERS:
            return None
        found = self._heads.read(i, end, counted=False)
        if found is None or found.head is None or found.thing or found.harm_head or self._heads.is_plural(found.head):
            return None
        if not after_verb and not self._heads.is_harm_word(found.last) and self._words.lower(found.last) != "shot":
            return None
        group = NounGroup(
            first=i, last=found.last, how="article", low=1, high=1, number=self._heads.span(i, found.last), plural=False
        )
        return self._heads.complete(group, i, found)

    def _last_of_headline(self, i: int, first: int, end: int) -> NounGroup | None:
        """ "5 rebels, soldier killed", "Raid in Orsk, farmer dies": headlines drop further articles as well."""
        if i - 2 <= first or i + 1 >= end or self._words.lower(i - 1) != ",":
            return None
        if self._words.lower(i) not in lexicon.SINGULAR or not self._heads.is_harm_word(i + 1):
            return None
        listed = self._words.lower(i - 2) in lexicon.PLURAL
        counted = listed and any(k in self._heads.numbers for k in range(max(first, i - 4), i - 2))
        if not counted and self._words.lower(i + 1) not in ("dies", "killed"):
            return None
        group = NounGroup(
            first=i, last=i + 1, how="article", low=1, high=1, number=self._heads.span(i, i + 1), plural=False
        )
        found = self._heads.read(i, i + 1, counted=False)
        return None if found is None or found.head is None else self._heads.complete(group, i, found)

    def _begins_nothing(self, i: int) -> bool:
        """A quick look: True for the many words that can begin no group."""
        token = self._words.tokens[i]
        if token.lower in _OPENERS or i in self._heads.numbers or i in self._heads.other:
            return False
        return token.lower in lexicon.STOPPERS or (not token.capital and self._heads.ahead[i] > LONGEST_GROUP)

    def _second_single(self, i: int, end: int) -> NounGroup | None:
        """ "a woman and child": the second noun has no article of its own."""
        if self._words.lower(i) != "and" or i + 1 >= end or self._words.lower(i + 1) in lexicon.DETERMINERS:
            return None
        if self._words.lower(i + 1) in lexicon.STOPPERS or i + 1 in self._heads.numbers:
            return None
        found = self._heads.read(i + 1, end, counted=False)
        if found is None or found.head is None or found.thing or found.harm_head or self._heads.is_plural(found.head):
            return None
        group = NounGroup(
            first=i + 1, last=found.last, how="article", low=1, high=1, number=self._heads.span(found.head, found.last),
            plural=False,
        )  # fmt: skip
        return self._heads.complete(group, i + 1, found)

    def _paired(self, group: NounGroup, end: int) -> NounGroup:
        """ "women and children" are one group."""
        nouns = ("women", "children", "men", "elderly", "girls", "boys")
        if group.how not in ("plural", "number", "vague") or group.head is None:
            return group
        several = group.how == "number" or (group.how == "vague" and group.number is not None)
        counted = several and group.plural and self._words.lower(group.last) == "and"
        if counted and self._words.lower(group.last + 1) not in nouns:
            return self._counted_together(group, end)
        if self._words.lower(group.head) not in nouns:
            return group
        last = group.last + 1
        if self._words.lower(group.last) != "and" or self._words.lower(last) not in nouns or last >= end:
            return group
        return replace(group, last=last + 1, head=last, victims=self._heads.span(group.head, last + 1))

    def _counted_together(self, group: NounGroup, end: int) -> NounGroup:
        """ "55 soldiers and pilgrims had been killed": one number for both nouns."""
        k = group.last + 1
        k += self._words.lower(k) in _QUOTES
        described = k < end and self._words.lower(k).endswith(("ed", "ing")) and not self._heads.is_harm_word(k)
        k += described  # "allied militiamen"
        second = self._plural(k, end) if k < end else None
        if second is None or second.harm is not None or group.harm is not None or group.unknown_head:
            return group
        after = second.last + (
            self._words.lower(second.last) in _QUOTES and self._words.lower(group.last + 1) in _QUOTES
        )
        if not self._shares_fate(group, after):
            return group
        kinds: set[Group] = {group.group, second.group}
        kind: Group = group.group if len(kinds) == 1 else "mixed" if "combatant" in kinds else "unknown"
        victims = (self._words.tokens[group.head or group.first].start, self._words.tokens[second.last - 1].end)
        return replace(group, last=after, head=second.head, victims=victims, group=kind)

    def _shares_fate(self, group: NounGroup, k: int) -> bool:
        """ "20 troops and militiamen died": what is told behind the second noun, at token k, is told of both."""
        after = self._words.lower(k)
        if after in lexicon.BE_OR_HAVE or after in (".", ","):
            return True
        ends = self._heads.is_harm_word(k) and not after.endswith("ing")
        return ends and not self._heads.is_harm_word(group.first - 1)

    def _described_after(self, group: NounGroup, end: int) -> NounGroup:
        """ "40 people, mostly civilians", "15, all of them women and children": what the people were."""
        told = group.harm_head and self._words.lower(group.last) in ("were", "are")
        if (group.part or told) and group.how == "number":
            return self._named_after(group, end)
        k = group.last + (self._words.lower(group.last) == ",")
        k = self._share(k, end)
        if group.how not in ("number", "vague") or self._words.lower(k) not in _MOSTLY or k + 1 >= end:
            return group
        every = self._words.lower(k) == "all"
        k += 1
        while self._words.lower(k) in ("of", "them", "whom", "were", "are", "being"):
            k += 1
        if k >= end or k in self._heads.numbers:
            return group
        inner = self._plural(k, end)
        if inner is None or inner.harm_head:
            state = inner is None and self._words.lower(k) in _HARMED
            return replace(group, last=k + 1) if state else group
        last = inner.last
        if self._words.lower(last) == "and" and last + 1 < end:
            second = self._plural(last + 1, end)
            last = second.last if second is not None else last
        victims = (group.victims or self._heads.span(k, k + 1))[0], self._words.tokens[last - 1].end
        kind: Group = inner.group if every or group.group == inner.group else "mixed"
        return replace(group, last=last, victims=victims, group=kind if inner.group != "unknown" else group.group)

    def _share(self, k: int, end: int) -> int:
        """From before "about 70 percent of them women and children" to its "percent"; k itself elsewhere."""
        if self._words.lower(k) == "the" and self._words.lower(k + 1) == "majority":
            return k + 1
        for n in range(k, min(k + 4, end - 2)):
            if self._words.lower(n) in _SHARES and self._words.lower(n + 1) == "of":
                return n
        return k

    def _named_after(self, group: NounGroup, end: int) -> NounGroup:
        """ "one of them a boy of nine", "two of the dead were women": what a part of people was."""
        k = group.last + (self._words.lower(group.last) in ("were", "was", "are", "is"))
        if k >= end or group.group != "unknown" or k in self._heads.numbers:
            return group
        inner = self._article(k, end) if self._words.lower(k) in ("a", "an") else self._plural(k, end)
        if inner is None or inner.thing or inner.harm_head or inner.harm is not None or inner.unknown_head:
            return group
        return replace(group, last=inner.last, head=group.head, victims=inner.victims, group=inner.group)

    def _group(self, i: int, end: int) -> NounGroup | None:
        token = self._words.tokens[i]
        if i in self._heads.numbers:
            return self._numbered(i, i, end)
        lower = token.lower
        if lower in _WHOLES:
            return self._definite(i, end)
        if lower in _ARTICLES:
            return self._body_of(i, end) or self._article(i, end)
        if lower in _ANY:
            return self._any(i, end)
        if not token.word or lower in lexicon.STOPPERS:
            return None
        return self._names.read(i, end) or self._plural(i, end)

    def _numbered(self, first: int, i: int, end: int) -> NounGroup | None:
        number = self._heads.numbers[i]
        after = min(self._heads.after(number), end)
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
        if (
            self._words.lower(after) == "out"
            and self._words.lower(after + 1) == "of"
            and after + 2 in self._heads.numbers
        ):
            return self._partitive(group, after + 2, end)
        if self._words.lower(after) == "of" and after + 1 < end:
            return self._partitive(group, after + 1, end)
        if (behind := self._behind_denied(after, end)) != after:
            return self._headed(replace(group, last=behind), behind, end)
        if how == "vague" and self._words.lower(after - 1) in _NEEDS_OF:
            return group  # "wounding dozens activists said"
        if self._words.lower(after - 1) == "couple" and self._heads.read(after, end, counted=True) is None:
            return replace(group, head=after - 1, victims=self._heads.span(after - 1, after), group="civilian")
        return self._headed(group, after, end)

    def _behind_denied(self, k: int, end: int) -> int:
        """From behind "three" to behind "three, not two,": the number that is put right counts nobody."""
        denied = self._heads.numbers.get(k + 2) if self._words.lower(k) == "," else None
        if denied is None or self._words.lower(k + 1) != "not":
            return k
        behind = self._heads.after(denied)
        return behind + 1 if behind < end and self._words.lower(behind) == "," else k

    def _partitive(self, group: NounGroup, i: int, end: int) -> NounGroup | None:
        """ "five of them", "dozens of civilians", "two of the eight rebels"."""
        harmed = self._the_harmed(group, i)
        if harmed is not None:
            return harmed
        if self._words.lower(i) in _OWNERS and self._words.lower(i + 1) == "own" and self._ends_own(i + 2):
            return replace(group, last=i + 2, victims=self._heads.span(group.first, i + 2), group="combatant")
        if self._words.lower(i) in _THEM_ALONE:
            return self._headed(replace(group, last=i + 1, part=True), i + 1, end, bare=True)
        inner = self._group(i, end) or self._plural(i, end) or self._owned_number(i, end)
        if inner is None or inner.thing or (inner.unknown_head and group.how == "none"):
            return None if inner is None or inner.thing else inner
        counts_harm = inner.harm_head or (inner.how == "number" and self._heads.is_harm_word(inner.last))
        if group.how == "vague" and counts_harm and inner.low is not None:
            return inner  # "most of the 27 killed": how many of them is not told, how many died is
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
            anaphoric=group.anaphoric or (group.how == "vague" and inner.how == "definite" and inner.harm_head),
        )

    def _ends_own(self, k: int) -> bool:
        """ "lost two of its own": no noun follows, at token k."""
        token = self._words.tokens[k] if k < len(self._words.tokens) else None
        return token is None or not token.word or token.lower in lexicon.STOPPERS or self._heads.is_harm_word(k)

    def _owned_number(self, i: int, end: int) -> NounGroup | None:
        """ "100,000 of the region's 120,000 people": the number after an owner."""
        for k in range(i + 1, min(i + 6, end)):
            if k in self._heads.numbers and self._words.lower(k - 1) == "'s":
                return self._numbered(k, k, end)
        return None

    def _the_harmed(self, group: NounGroup, i: int) -> NounGroup | None:
        """ "three of the wounded", "two of those killed"."""
        k = i + 1
        if group.how == "vague" and self._words.lower(i) in _HARMED and self._heads.person(k) is None:
            return replace(group, last=k, head=i, harm=self._heads.effect_of(i), harm_head=True)
        if (
            self._words.lower(i) not in ("the", "those")
            or not self._heads.is_harm_word(k)
            or self._heads.person(k + 1) is not None
        ):
            return None
        return replace(group, last=k + 1, head=k, harm=self._heads.effect_of(k), harm_head=True, part=True)

    def _headed(self, group: NounGroup, i: int, end: int, *, bare: bool = False) -> NounGroup | None:
        """Complete a group with the noun that follows its number."""
        found = self._heads.read(i, end, counted=True)
        if found is not None and self._heads.speaks_behind_harm(group.first, found):
            return group
        if found is None or (bare and found.head is None):
            if group.how == "none" and group.last - group.first == 1 and self._words.lower(group.first) == "no":
                return None
            return group
        if found.head is None:
            if group.how == "vague" and not found.thing:
                return replace(group, last=found.last, unknown_head=True, victims=self._heads.span(i, found.last))
            return replace(
                group, last=found.last, unknown_head=True, thing=found.thing, victims=self._heads.span(i, found.last)
            )
        return self._heads.complete(group, i, found)

    def _definite(self, i: int, end: int) -> NounGroup | None:
        after = i + 1
        while after < end and self._words.lower(after) in ("the", "of", "these", "those", "its", "their", "his"):
            after += 1
        if self._words.lower(i) == "both" and self._words.lower(after) in _SIDES:
            return None
        if after in self._heads.numbers and self._heads.numbers[after].low != 0:
            group = self._numbered(i, after, end)
            return replace(group, anaphoric=True) if group is not None else None
        found = self._heads.read(after, end, counted=False)
        token = self._words.tokens[i]
        if found is None or found.head is None:
            if self._words.lower(after) in _HURT and self._words.lower(after + 1) in lexicon.BE_OR_HAVE:
                return NounGroup(  # "the wounded were flown out"
                    first=i, last=after + 1, how="definite", low=None, high=None, modality="vague", head=after,
                    harm="injured", harm_head=True, anaphoric=True,
                )  # fmt: skip
            if token.lower == "both" and self._is_verb(after):
                return NounGroup(
                    first=i, last=i + 1, how="number", low=2, high=2, number=(token.start, token.end), anaphoric=True
                )
            return None
        plural = self._heads.is_plural(found.head)
        if self._words.lower(found.head) in _TEAMS and self._words.lower(found.last) == "of":
            team = NounGroup(first=i, last=found.last, how="definite", low=None, high=None, modality="vague")
            counted = self._family(team, i, found, end)
            if counted is not None:
                return counted
        if token.lower == "both":
            group = NounGroup(first=i, last=found.last, how="number", low=2, high=2, number=(token.start, token.end))
            return self._heads.complete(replace(group, anaphoric=True), after, found)
        if plural or token.lower == "all":
            group = NounGroup(
                first=i, last=found.last, how="definite", low=None, high=None, modality="vague", anaphoric=True
            )
            return self._heads.complete(group, i, found)
        group = NounGroup(
            first=i,
            last=found.last,
            how="definite",
            low=1,
            high=1,
            number=self._heads.span(i, found.last),
            plural=False,
        )
        return self._coupled(self._heads.complete(group, i, found))

    def _any(self, i: int, end: int) -> NounGroup | None:
        """ "any civilians": with a negation none, with a denial vague."""
        number = self._heads.span(i, i + 1)
        group = NounGroup(first=i, last=i + 1, how="vague", low=None, high=None, modality="vague", number=number)
        if self._words.lower(i) != "any":
            return group
        if self._words.lower(i + 1) == "of":
            return self._any_of(group, i + 2, end)
        found = self._heads.read(i + 1, end, counted=False)
        if found is None or found.head is None or found.thing or found.harm_head:
            return None
        return self._heads.complete(group, i + 1, found)

    def _any_of(self, group: NounGroup, i: int, end: int) -> NounGroup | None:
        """ "any of his fighters": as "any fighters"."""
        inner = self._definite(i, end) if i < end and self._words.lower(i) in DEFINITE else None
        if inner is None or inner.head is None or inner.thing or inner.harm_head or not inner.plural:
            return None
        return replace(inner, first=group.first, how="vague", number=group.number, anaphoric=False)

    def _is_verb(self, k: int) -> bool:
        lower = self._words.lower(k)
        return lower in lexicon.AUXILIARIES or self._heads.is_harm_word(k)

    def _article(self, i: int, end: int) -> NounGroup | None:
        token = self._words.tokens[i]
        after = i + 1
        if self._words.lower(after) in _NTH:
            after += 1
        found = self._heads.read(after, end, counted=True)
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
            if found is not None and (self._is_agent(found.last - 1) or self._is_lone_capital(after, found)):
                return self._heads.complete(group, i, found._replace(head=found.last - 1))
            alone = after > i + 1 or (found is None and token.lower == "another")
            return (
                replace(group, number=self._heads.span(i, after), victims=self._heads.span(i, after)) if alone else None
            )
        if found.thing or (self._heads.is_plural(found.head) and not found.harm_head):
            family = self._words.lower(found.head) in ("family", "household")
            return self._heads.complete(group, i, found) if family else None
        if self._words.lower(found.head) in _TEAMS:
            return self._family(group, i, found, end)
        return self._coupled(self._heads.complete(group, i, found))

    def _body_of(self, i: int, end: int) -> NounGroup | None:
        """ "a platoon of 13 soldiers": the people that make up a body."""
        counts = (
            self._words.lower(i + 1) in _BODIES and self._words.lower(i + 2) == "of" and i + 3 in self._heads.numbers
        )
        return self._numbered(i, i + 3, end) if counts and i + 3 < end else None

    def _coupled(self, group: NounGroup) -> NounGroup:
        """ "an elderly couple", "the couple": two people."""
        if group.head is None or self._words.lower(group.head) != "couple":
            return group
        return replace(group, how="number", low=2, high=2, plural=True, anaphoric=group.how == "definite")

    def _is_lone_capital(self, i: int, found: Head) -> bool:
        """ "an Arlander was killed": one capitalised word that no list knows, before a verb."""
        lone = found.last == i + 1 and not found.thing and self._words.tokens[i].capital
        return lone and self._words.lower(found.last) in lexicon.AUXILIARIES

    def _is_agent(self, k: int) -> bool:
        """True for a word formed like a person noun ("commissioner", "machinist") that no list knows."""
        token = self._words.tokens[k]
        return token.word and not token.capital and _AGENT.search(token.lower) is not None

    def _family(self, group: NounGroup, i: int, found: Head, end: int) -> NounGroup | None:
        """ "a family of four": four people."""
        number = self._heads.numbers.get(found.last + 1)
        if self._words.lower(found.last) != "of" or number is None:
            return None
        last = self._heads.after(number)
        whole = replace(
            group,
            last=last,
            how="number",
            low=number.low,
            high=number.high,
            modality=number.modality,
            number=(number.start, number.end),
            head=found.head,
            victims=self._heads.span(i, last),
            plural=True,
            group=self._heads.classify(i, found.head, last),
        )
        inner = self._heads.read(last, end, counted=True)
        return whole if inner is None or inner.head is None else replace(whole, last=inner.last)

    def _plural(self, i: int, end: int) -> NounGroup | None:
        """A bare plural: "civilians", "government militiamen"."""
        found = self._heads.read(i, end, counted=False)
        if found is None or found.head is None or not (found.harm_head or self._heads.is_plural(found.head)):
            return None
        if found.harm_head and self._words.lower(found.head) not in lexicon.HARM_NOUNS:
            return None
        group = NounGroup(first=i, last=found.last, how="plural", low=None, high=None, modality="vague")
        return self._heads.complete(group, i, found)
