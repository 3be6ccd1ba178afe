"""Names that only say who was counted: "two journalists, Ada Roe and Bo Lund, were killed" are two people, not four.

A counted group takes in a list of names in commas or brackets right behind it, where the names are
as many as it counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from sayso.extract.casualties import lexicon
from sayso.extract.casualties.noungroup import NounGroup
from sayso.extract.casualties.tokens import Words

_OPENS: Final = frozenset((",", "(", "-", "–", "—", ":"))
_CLOSES: Final = {",": ",", "(": ")", "-": "-", "–": "–", "—": "—", ":": ""}
#: Longer lists are not read: a report gives so many names at most.
_MOST_NAMES: Final = 12
#: "Ada Roe, 22, and": more words than these between two names are no list.
_BETWEEN: Final = 6
#: An acronym has so many letters at most, and none of the words that groups and clauses are made of.
_LONGEST_ACRONYM: Final = 6
#: What follows a name in commas where it is the subject.
_GOES_ON: Final = lexicon.BE_OR_HAVE | {"also", "died"}
_TOLD_OR_LISTED: Final = lexicon.BE_OR_HAVE | {"and"}
_WORDS: Final = lexicon.STOPPERS | lexicon.PLURAL.keys() | lexicon.SINGULAR.keys() | lexicon.DETERMINERS
#: Where a list may also end: at what was done to its people, or at the end of a sentence.
_STOPS: Final = frozenset((".", ";", "", "were", "was", "who", "had", "have"))


def with_names_apposed(words: Words, groups: Sequence[NounGroup]) -> tuple[NounGroup, ...]:
    """The groups in text order; names that only say who a counted group is belong to it."""
    return tuple(_absorbed(words, groups))


def _absorbed(words: Words, groups: Sequence[NounGroup]) -> Iterator[NounGroup]:
    n = 0
    while n < len(groups):
        group = groups[n]
        kinds = _kinds_behind(words, groups, n)
        if kinds:
            n += len(kinds) + 1
            yield _of_kinds(words, group, kinds)
            continue
        if _counts_several(group) and (persons := _persons_behind(words, groups, n)):
            n += len(persons) + 1
            yield replace(group, last=persons[-1].last + 1, group=group.group)
            continue
        names = _names_behind(words, groups, n) if _counts_several(group) else []
        n += 1
        if (last := _end_of_acronym(words, group)) is not None:
            n = next((k for k in range(n, len(groups)) if groups[k].first >= last), len(groups))
            yield replace(group, last=last)
            continue
        if names:
            n = next((k for k in range(n, len(groups)) if groups[k].first >= names[-1].last), len(groups))
            yield replace(group, last=_end_of_list(words, group, names[-1]))
        else:
            yield group


def _kinds_behind(words: Words, groups: Sequence[NounGroup], n: int) -> Sequence[NounGroup]:
    """ "2,600 people, monks and farmers, have been killed": the kinds, between commas, of those whom a group counts."""
    group = groups[n]
    if group.how not in ("number", "vague") or not group.plural or group.thing or words.lower(group.last) != ",":
        return ()
    kinds: list[NounGroup] = []
    k = group.last + 1 + (words.lower(group.last + 1) in ("both", "mostly", "mainly"))
    for other in groups[n + 1 :]:
        named = other.how == "name" and other.last - other.first == 1 and words.lower(other.first).endswith("s")
        if other.first != k or not (other.how == "plural" or named) or other.harm_head:
            return ()
        kinds.append(other)
        k = other.last
        if words.lower(k) == "," and (len(kinds) > 1 or not named) and words.lower(k + 1) in lexicon.BE_OR_HAVE:
            return kinds
        if words.lower(k) not in ("and", "or", ","):
            return ()
        k += 1
    return ()


def _persons_behind(words: Words, groups: Sequence[NounGroup], n: int) -> Sequence[NounGroup]:
    """ "two villagers, a woman of 60 and her grandson, died": one by one, between commas, those whom a group counts."""
    group = groups[n]
    if words.lower(group.last) != ",":
        return ()
    end, persons = group.last + 1, list[NounGroup]()
    for other in groups[n + 1 : n + 1 + (group.low or 0)]:
        single = other.how in ("article", "definite") and other.low == 1 and not (other.thing or other.harm_head)
        between = [words.lower(k) for k in range(end, other.first)]
        if not single or len(between) > _BETWEEN or (persons and between[-1:] not in (["and"], [","])):
            return ()
        if not persons and between:
            return ()
        persons.append(other)
        end = other.last
    closes = bool(persons) and words.lower(end) == "," and words.lower(end + 1) in _GOES_ON
    return persons if closes and len(persons) == group.low else ()


def _of_kinds(words: Words, group: NounGroup, kinds: Sequence[NounGroup]) -> NounGroup:
    told = {kind.group for kind in kinds}
    kind = group.group if group.group != "unknown" else told.pop() if len(told) == 1 else "mixed"
    return replace(group, last=kinds[-1].last + 1, group="unknown" if "unknown" in told else kind)


def _end_of_acronym(words: Words, group: NounGroup) -> int | None:
    """ "three members of the Silent Front, SF, were killed": where the letters that shorten the name are over."""
    k = group.last + 1 + (words.lower(group.last + 1) == "or")
    if words.lower(group.last) != "," or words.lower(k + 1) != "," or group.thing:
        return None
    short = words.lower(k)
    letters = short.isalpha() and 1 < len(short) <= _LONGEST_ACRONYM and short not in _WORDS
    goes_on = words.lower(k + 2) in _TOLD_OR_LISTED
    return k + 2 if group.how in ("number", "vague") and letters and goes_on else None


def _counts_several(group: NounGroup) -> bool:
    number = group.low is not None and group.low == group.high and 1 < group.low <= _MOST_NAMES
    return number and group.how == "number" and not group.thing and not group.unknown_head


def _names_behind(words: Words, groups: Sequence[NounGroup], n: int) -> list[NounGroup]:
    """The names listed behind the n-th group, if they are as many as it counts."""
    group, names = groups[n], list[NounGroup]()
    if words.lower(group.last) not in _OPENS:
        return []
    end = group.last + 1
    for other in groups[n + 1 :]:
        if other.how == "name" and _listed(words, end, other.first, first=not names):
            names.append(other)
            end = other.last
        elif not (names and _is_age(words, other, end)):
            break
        if len(names) == group.low:
            break
    return names if len(names) == group.low and _ends(words, group, names[-1]) else []


def _listed(words: Words, start: int, stop: int, *, first: bool) -> bool:
    """True where only commas, "and", ages and brackets stand between two names; nothing before the first."""
    between = [words.lower(k) for k in range(start, stop) if not _is_rank(words, k)]
    if first:
        return not between or between in (["named"], ["both", "named"], ["identified", "as"], ["namely"])
    plain = all(word in (",", "and", "&", ";", "(", ")") or word.isdigit() for word in between)
    return bool(between) and len(between) <= _BETWEEN and plain


def _is_rank(words: Words, k: int) -> bool:
    """ "Staff" of "Staff Sergeant Ada Roe"."""
    return words.tokens[k].word and words.tokens[k].capital


def _is_age(words: Words, group: NounGroup, end: int) -> bool:
    return group.last - group.first == 1 and group.first - end <= 1 and words.lower(group.first).isdigit()


def _after_age(words: Words, k: int) -> int:
    """Past ", 20" or "(20)" behind a name."""
    if words.lower(k) in (",", "(") and words.lower(k + 1).isdigit():
        k += 2
        k += words.lower(k) == ")"
    return k


def _ends(words: Words, group: NounGroup, last: NounGroup) -> bool:
    k = _after_age(words, last.last)
    return words.lower(k) == _CLOSES[words.lower(group.last)] or words.lower(k) in _STOPS


def _end_of_list(words: Words, group: NounGroup, last: NounGroup) -> int:
    if words.lower(group.last) != ",":
        return group.last  # an aside, which whoever reads on skips
    k = _after_age(words, last.last)
    return k + (words.lower(k) == _CLOSES[words.lower(group.last)])
