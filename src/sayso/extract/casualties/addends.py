"""Parts that a total spells out: "44 deaths - 27 on one side, 12 on the other, and five civilians".

What the numbers count need not be told by any verb: that they stand in one list behind the total and add up to it
exactly shows what they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from sayso.extract.casualties.drafts import Draft
from sayso.extract.casualties.noungroup import NounGroup
from sayso.extract.casualties.tokens import Words

#: Marks behind which a total is spelled out.
_OPENING: Final = frozenset((":", "-", "–", "—", ",", "(", ";"))
_JOINING: Final = frozenset((",", "and", ";"))
_STOPS: Final = frozenset((",", "and", ";", ")", ".", "-", "–", "—", ":", '"', "”"))
#: A part's own words ("27 on the front's side") are at most this many tokens.
_LONGEST_PART: Final = 8


def addends(words: Words, groups: Sequence[NounGroup], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The parts of totals among the drafts that nothing else has read; drafts and groups are in text order."""
    numbers = [g for g in groups if _counts_people(words, g)]
    used = {d.group.first for d in drafts}
    wholes = {id(d.whole) for d in drafts if d.whole is not None}
    for total in drafts:
        if total.group.how != "number" or (total.group.low or 0) < 2 or id(total.group) in wholes:
            continue
        end = words.sentence(total.main)[1]
        behind = [g for g in numbers if total.last <= g.first < end]
        parts = _spelled_out(words, behind, total.group.low or 0)
        if not used & {part.first for part in parts}:
            used |= {part.first for part in parts}
            yield from (_draft(words, part, total) for part in parts)


def _counts_people(words: Words, group: NounGroup) -> bool:
    """True for an exact number of people: by a noun for them, by a name with a capital, or without any noun."""
    if group.how not in ("number", "article") or group.low is None or group.low != group.high:
        return False
    named = group.victims is not None and words.text[group.victims[0]].isupper()
    return named or not (group.thing or group.unknown_head)


def _spelled_out(words: Words, behind: Sequence[NounGroup], total: int) -> Sequence[NounGroup]:
    """The first list of two groups or more behind a mark that makes the total; empty where none does."""
    for i, first in enumerate(behind):
        if words.lower(first.first - 1) not in _OPENING:
            continue
        found, rest = [first], total - (first.low or 0)
        for group in behind[i + 1 :]:
            if rest <= 0 or not _goes_on(words, found[-1], group):
                break
            found.append(group)
            rest -= group.low or 0
        if rest == 0 and len(found) > 1:
            return found
    return ()


def _goes_on(words: Words, one: NounGroup, other: NounGroup) -> bool:
    """True where only a comma or "and" stands between what belongs to one number and the next number."""
    return words.lower(other.first - 1) in _JOINING and _stop(words, one) >= other.first - 2


def _stop(words: Words, part: NounGroup) -> int:
    """Where the words of a part end: before the next comma, "and" or stop."""
    k = part.last
    while k < part.last + _LONGEST_PART and words.lower(k) and words.lower(k) not in _STOPS:
        k += 1
    return k


def _draft(words: Words, part: NounGroup, total: Draft) -> Draft:
    known = part.group == "unknown" and total.group.group in ("combatant", "civilian")
    return replace(
        total,
        group=replace(part, group=total.group.group) if known else part,
        first=part.first,
        last=max(part.last, _stop(words, part)),
        main=part.first,
        chain=None,
        whole=total.group,
        antecedents=((total.first, total.last),),
    )
