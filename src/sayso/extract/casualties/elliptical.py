"""Figures whose harm stands in an earlier clause: "Among them are 11 children", "50 killed; rebels say 9"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from sayso.extract.casualties import lexicon
from sayso.extract.casualties.drafts import Draft
from sayso.extract.casualties.lists import ListReader, Member
from sayso.extract.casualties.noungroup import NounGroup
from sayso.extract.casualties.tokens import Words
from sayso.extract.wordsets import word_set

_SENTENCES_BACK: Final = 2
_QUOTES: Final = frozenset("\"“”'‘’")
_SAYS: Final = word_set("say says said claim claims claimed reported counted")
_WHO: Final = frozenset(("it", "he", "she", "they"))
_TOLD: Final = _SAYS | {"gave", "announced", "had", "put"}
_FIGURE: Final = word_set("figure number total toll count it tally estimate")
_PUTTING: Final = word_set("put puts putting estimate estimates estimated places placed sets set")
_CHANGED: Final = word_set("revised raised lowered corrected cut reduced")
_EARLIER: Final = word_set("earlier previous initial first preliminary")
_ENDS: Final = frozenset((".", ";", ",", "", '"', "”", "!", "?", "-", "–", "—", ")"))
#: What may follow a number that is added to a figure of the same verb.
_LATER: Final = lexicon.DAYS_AND_MONTHS | word_set("yesterday today later overnight tonight")
_NEXT_DAY: Final = frozenset(
    (first, day)
    for first in ("the", "this", "last", "next")
    for day in ("next", "following", "same", "previous", "day", "morning", "evening", "night", "afternoon", "week")
)
_PLACED: Final = word_set("in near at nearby elsewhere outside")
_PLACED_OR_ENDS: Final = _PLACED | _ENDS
_ENDS_OR_AND: Final = _ENDS | {"and"}
_BADLY: Final = word_set("seriously critically gravely badly severely slightly lightly fatally")
#: What a later voice may count again.
_COUNTED_AGAIN: Final = frozenset(("killed", "injured", "unspecified", "killed_or_injured", "captured", "missing"))


class EllipsisReader:
    """Reads figures that leave their harm to what was told before."""

    def __init__(self, words: Words, groups: Sequence[NounGroup], lists: ListReader) -> None:
        self._words = words
        self._groups = groups
        self._by_first = {g.first: g for g in groups}
        self._lists = lists

    def read(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Figures in addition to those of the drafts, which are in text order."""
        used = {d.group.first for d in drafts}
        for group in self._groups:
            if group.thing or group.first in used:
                continue
            if group.bare and group.how == "number" and self._is_said(group):
                yield from self._of_earlier(group, drafts)
            elif group.bare and group.how == "number" and self._is_how_badly(group):
                yield from self._part(group, [(group, None)], [d for d in drafts if d.effect == "injured"])
            elif group.bare and group.added and self._is_further(group):
                yield from self._further(group, drafts)
            elif (kind := self._kind_of_those(group)) is not None:
                told = replace(group, last=kind.last, group=kind.group, victims=kind.victims, part=True, whole=None)
                yield from self._part(told, [(told, None)], self._as_many(group, drafts))
            elif self._is_part_of_those(group):
                yield from self._part(group, [(group, None)], drafts)
            elif group.bare and group.how == "number":
                yield from self._other_part(group, drafts)
        for first, end in self._words.sentences:
            opened = self._opened(first, end) or self._among_them(first, end)
            if opened is not None and opened.first not in used:
                yield from self._part(opened, self._lists.right(opened), drafts)

    def _is_said(self, group: NounGroup) -> bool:
        """ "rebels say 7", "his deputy spoke of 12", "a paper put the figure at 15", with nothing after it."""
        told_then = self._words.lower(group.last) in _WHO and self._words.lower(group.last + 1) in _TOLD
        ends = self._words.lower(group.last) in _ENDS or told_then
        if not ends and group.last < self._words.sentence(group.first)[1]:
            return False
        k = group.first - (self._words.lower(group.first - 1) == "the")
        before = [self._words.lower(n) for n in range(max(0, k - 4), k)]
        if before[-2:] in (["up", "from"], ["down", "from"]):
            return True
        if before[-1:] == ["from"] and before[-3:-2] == ["to"] and k - 2 in self._by_first:
            return bool(_CHANGED & {self._words.lower(n) for n in range(max(0, k - 14), k)})
        if before[-1:] == ["of"]:
            corrected = before[-2:-1] != [] and before[-2] in _FIGURE and bool(_EARLIER & set(before))
            return corrected or before[-2:-1] in (["spoke"], ["speak"], ["speaks"])
        if before[-1:] == ["to"]:  # "raised its own count to"
            return bool(_FIGURE & set(before) and _CHANGED & {*before, self._words.lower(k - 5)})
        if before[-1:] == ["at"]:
            return before[-2:-1] != [] and before[-2] in _FIGURE and bool(_PUTTING & set(before))
        return before[-1:] != [] and before[-1] in _SAYS

    def _of_earlier(self, group: NounGroup, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """The number counts again what the nearest figure before it counts."""
        earlier = self._nearest(group.first, drafts)
        if earlier is None or earlier.effect not in _COUNTED_AGAIN or earlier.group.high == 1:
            return
        told = replace(group, group=earlier.group.group, anaphoric=True)
        yield self._draft(told, earlier, group.first - 1, group.last)

    def _is_further(self, group: NounGroup) -> bool:
        """ "found three bodies on Monday and two more the next day": no verb of its own follows."""
        joined = self._words.lower(group.first - 1) in ("and", ",", "then")
        near = tuple(self._words.lower(k) for k in range(group.last, group.last + 2))
        timed = near[0] in _LATER or near in _NEXT_DAY or (near[0] == "on" and near[1] in lexicon.DAYS_AND_MONTHS)
        return group.how == "number" and joined and (timed or near[0] in _PLACED_OR_ENDS)

    def _further(self, group: NounGroup, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """The number adds to the nearest figure before it in its sentence."""
        earlier = self._nearest(group.first, drafts)
        start, end = self._words.sentence(group.first)
        if earlier is None or earlier.first < start or earlier.effect == "displaced":
            return
        if any(self._words.lower(k) in lexicon.BE_OR_HAVE for k in range(group.last, min(end, group.last + 6))):
            return
        yield self._draft(replace(group, group=earlier.group.group), earlier, group.first, group.last)

    def _is_part_of_those(self, group: NounGroup) -> bool:
        if group.part and group.how == "number" and self._is_what_they_were(group):
            return True
        return group.how in ("number", "article", "name") and self._is_among_them(group)

    def _is_among_them(self, group: NounGroup) -> bool:
        """ "Fifteen of our officers are among them."."""
        k = group.last + (self._words.lower(group.last) in lexicon.BE)
        return k > group.last and (self._words.lower(k), self._words.lower(k + 1)) == ("among", "them")

    def _is_what_they_were(self, group: NounGroup) -> bool:
        """ "Four of them were children.": people counted before, and nothing further happens to them."""
        described = group.victims is not None and self._words.lower(group.first + 2) in ("them", "whom")
        return described and self._words.lower(group.last) in _ENDS_OR_AND

    def _kind_of_those(self, group: NounGroup) -> NounGroup | None:
        """ "Two of the four were farmers.", "Forty of them belonged to the army": who they are told to be."""
        whole = group.whole
        counted = whole is not None and whole.anaphoric and whole.head is None and whole.harm is None
        told = (self._words.lower(group.last), self._words.lower(group.last + 1))
        if group.how != "number" or not (group.bare or counted):
            return None
        if told[0] in ("was", "were") and counted:
            kind = self._by_first.get(group.last + 1)
            return kind if kind is not None and kind.how in ("article", "plural") and not kind.thing else None
        if told == ("belonged", "to") and (counted or (group.part and group.head is None)):
            kind = self._by_first.get(group.last + 2)
            return kind if kind is not None and not kind.thing else None
        return None

    def _as_many(self, group: NounGroup, drafts: Sequence[Draft]) -> Sequence[Draft]:
        """The figures of as many as "the four" are; all where "them" tells no number."""
        whole = group.whole
        return (
            drafts if whole is None else [d for d in drafts if (d.group.low, d.group.high) == (whole.low, whole.high)]
        )

    def _is_how_badly(self, group: NounGroup) -> bool:
        """ "Four were wounded, one seriously"."""
        before, after = self._words.lower(group.first - 1), self._words.lower(group.last)
        return before in (",", "and", "(") and after in _BADLY and self._words.lower(group.last + 1) in _ENDS_OR_AND

    def _opened(self, first: int, end: int) -> NounGroup | None:
        """The group after "Among them are" at the start of a sentence."""
        k = first
        while k < end and (self._words.lower(k) in _QUOTES or self._words.lower(k) == "and"):
            k += 1
        opening = (self._words.lower(k), self._words.lower(k + 1))
        if opening == ("they", "were"):
            return self._they_were(k + 2, end)
        if opening not in (("among", "them"), ("they", "include")):
            return None
        k += 2 + (self._words.lower(k + 2) in lexicon.BE)
        group = self._by_first.get(k) if k < end else None
        return None if group is None or group.thing or group.how in ("plural", "definite") else group

    def _among_them(self, first: int, end: int) -> NounGroup | None:
        """ "He said that among them were three schoolboys": the group after it, inside a sentence."""
        for k in range(first + 1, end - 3):
            if self._words.lower(k) == "among" and self._words.lower(k + 1) in ("them", "whom"):
                group = self._by_first.get(k + 3) if self._words.lower(k + 2) in lexicon.BE else None
                return group if group is not None and group.counted and not group.thing else None
        return None

    def _other_part(self, group: NounGroup, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """ "two of those killed were rangers and one was a clerk", "the other six were clerks, including two women"."""
        start, end = self._words.sentence(group.first)
        told = self._by_first.get(group.last + 1) if self._words.lower(group.last) in ("was", "were") else None
        others = self._words.lower(group.first - 1) in ("other", "remaining")
        if told is None or told.how not in ("article", "plural") or told.thing or told.harm is not None:
            return
        if not others and self._words.lower(group.first - 1) not in ("and", ",", ";", "while"):
            return
        back = self._words.sentence(start - 1)[0] if others and start else start
        before = [d for d in drafts if back <= d.group.first < group.first]
        if not before or not (before[-1].group.part and before[-1].group.harm_head):
            return
        part = replace(group, last=told.last, group=told.group, victims=told.victims)
        first = group.first - others - (others and self._words.lower(group.first - 2) == "the")
        yield replace(self._draft(part, before[-1], first, told.last), whole=before[-1].whole)
        found = self._lists.opening(told.last, end)
        for member, _ in self._lists.right(found[1]) if found is not None and found[0] == "including" else ():
            yield replace(self._draft(member, before[-1], first, member.last), whole=part)

    def _they_were(self, k: int, end: int) -> NounGroup | None:
        """ "They were six rangers and two villagers."."""
        group = self._by_first.get(k) if k < end else None
        told = group is not None and group.how == "number" and group.head is not None and group.harm is None
        return group if told and group is not None and self._words.lower(group.last) in _ENDS_OR_AND else None

    def _part(self, group: NounGroup, members: Sequence[Member], drafts: Sequence[Draft]) -> Iterator[Draft]:
        earlier = self._nearest(group.first, drafts)
        if earlier is None or not earlier.group.plural:
            return
        for member, _ in members:
            if (member.low or 0) <= (earlier.group.low or earlier.group.high or 0):
                first = min(member.first, group.first)
                yield replace(self._draft(member, earlier, first, member.last), whole=earlier.group)

    def _nearest(self, k: int, drafts: Sequence[Draft]) -> Draft | None:
        """The last counted figure before token k, in its sentence or one of the two before."""
        start = self._words.sentence(k)[0]
        for _ in range(_SENTENCES_BACK):
            start = self._words.sentence(start - 1)[0] if start else 0
        before = [d for d in drafts if start <= d.group.first < k and d.group.how == "number" and d.whole is None]
        return before[-1] if before else None

    def _draft(self, group: NounGroup, earlier: Draft, first: int, last: int) -> Draft:
        return Draft(
            group=group, effect=earlier.effect, first=first, last=last, main=first,
            antecedents=((earlier.first, earlier.last),),
        )  # fmt: skip
