"""Totals whose parts the report tells one after the other, as the next figures of their kind.

"At least 14 people were killed, officials said. Gunmen shot dead eight villagers, the mayor said. Later a bomb killed
six soldiers, the army said.": figures further away are no part, and none between is left out, so that their sum is
no chance. Words make it surer still: "a total of 20", "raised the toll to five", "the other 15".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from sayso.claims import CasualtyClaim
from sayso.claims.casualty import BOTH, UNKNOWN
from sayso.claims.compare import figure, side_contains
from sayso.claims.groups import group_contains
from sayso.expression import Expression, Seldom
from sayso.model import Evidence
from sayso.reconcile.context import Shelf, own_voice
from sayso.reconcile.names import words
from sayso.reconcile.near import same_camp
from sayso.reconcile.parts import ANOTHER_TIME, OF_ITS_ENEMY, SetAside, Target, admissible

#: Totals below this need words that show them; below the other no sum is looked for.
_PLAIN = 6
_LEAST = 3
#: From here on two sources may tell the parts of one side's total, each at a place of its own.
_OF_TWO_VOICES = 10
#: A total is told by so many parts at most, and they stand within so many characters of each other.
_MOST = 5
_STEP = 1500
#: So far (characters) before and behind a figure stand the words that make it a total or a rest.
_WORDS = 45
_ADDED_UP = Seldom(
    "all|altogether|combined|count|dead|deaths|figure|number|told|toll|total",
    r"\b(?:total\s+of|in\s+all|in\s+total|altogether|all\s+told|overall|combined"
    r"|(?:bring|brought|rais|tak|took|push|lift|climb|rose|risen|ris|went\s+up|increas|updat|revis)\w*\s+"
    r"(?:[\w’'-]+\s+){0,4}(?:tolls?|numbers?|counts?|figures?|tally|dead|deaths|total)\b)",
    re.IGNORECASE,
)
_REST = Expression(
    r"\b(?:others?|the\s+rest|remaining|remainder|more(?!\s+than\b)|further|another|additional|succumbed"
    r"|of\s+the\s+(?:wounded|injured)|on\s+top\s+of)\b",
    re.IGNORECASE,
)
_THE_REST = Expression(r"\bthe\s+(?:others?|rest|remaining|remainder)\b", re.IGNORECASE)
_NO_PART = Expression(r"\b(?:among|earlier|initial(?:ly)?|previous(?:ly)?|at\s+first|originally)\b", re.IGNORECASE)
_INCLUDED = Expression(r"\binclud\w+\W+(?:\w+\W+){0,3}$", re.IGNORECASE)
_SEVERAL_VOICES = Expression(
    r"\b(?:officials|authorities|sources|reports|media|witnesses|residents|villagers|sides|ministries|governments|armies"
    r"|police\s+and)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class ReportShelf(Shelf):
    """The figures of one report, with what the words around each make of it, whatever total it is held against."""

    @cached_property
    def no_parts(self) -> frozenset[str]:
        """People among those told before, and counts that were given up."""
        return frozenset(
            claim.id
            for claim in self.claims
            if _NO_PART.search(_around(self, claim)) or _INCLUDED.search(_before_number(self, claim))
        )

    @cached_property
    def rests(self) -> frozenset[str]:
        """What is left of a total that was told, whoever tells it: "the other 15"."""
        return frozenset(claim.id for claim in self.claims if _THE_REST.search(_around(self, claim)))


def run_of(target: Target, shelf: ReportShelf) -> tuple[CasualtyClaim, ...]:
    """The parts that are told behind or, for a total that words show, before the total of `target`."""
    total = target.claim
    if total is None or target.number < _LEAST or total.polarity == "deny" or total.value.vague:
        return ()
    kept, taken_in = _figures(target, total, shelf)
    return _run(target, kept, shelf) or (
        _run(target, sorted((*kept, *taken_in), key=_place), shelf) if taken_in else ()
    )


def _place(claim: CasualtyClaim) -> Evidence:
    return claim.evidence[0]


def _run(target: Target, figures: Sequence[CasualtyClaim], shelf: Shelf) -> tuple[CasualtyClaim, ...]:
    total = target.claim
    if total is None:
        return ()
    figures = list(_each_once(figures, total, shelf))
    here = total.evidence[0].start
    after = [claim for claim in figures if claim.evidence[0].start > here]
    before = [claim for claim in figures if claim.evidence[0].start < here]
    if _is_added_up(total, shelf):
        close = [claim for claim in after if shelf.one_sentence(total, claim)]
        parts = _first_that_make(target, reversed([*before, *close]))
        return () if _one_counts_another(parts, shelf) else parts
    parts = _first_that_make(target, after) if target.number >= _PLAIN else ()
    told = parts and not _one_counts_another(parts, shelf) and (len(parts) > 2 or _of_two(parts[0], parts[1], target))
    return parts if told else _with_the_rest(figures, target, shelf)


def _each_once(figures: Sequence[CasualtyClaim], total: CasualtyClaim, shelf: Shelf) -> Iterator[CasualtyClaim]:
    """The figures, but the total's own tellings and what is told again."""
    told = {shelf.original(total.id)}
    for claim in figures:
        if shelf.original(claim.id) not in told:
            told.add(shelf.original(claim.id))
            yield claim


def _first_that_make(target: Target, figures: Iterable[CasualtyClaim]) -> tuple[CasualtyClaim, ...]:
    """The first figures, in their order, if together they make the total."""
    parts: list[CasualtyClaim] = []
    left = target.number
    for claim in figures:
        if parts and abs(claim.evidence[0].start - parts[-1].evidence[0].start) > _STEP:
            return ()
        parts.append(claim)
        left -= figure(claim.value) or 0
        if left <= 0 or len(parts) >= _MOST:
            break
    return tuple(sorted(parts, key=lambda claim: claim.evidence[0])) if not left and len(parts) > 1 else ()


def _with_the_rest(figures: Sequence[CasualtyClaim], target: Target, shelf: Shelf) -> tuple[CasualtyClaim, ...]:
    """Two figures that follow one another, the second "the other 15", "two more bodies"."""
    for first, second in pairwise(figures):
        makes = (figure(first.value) or 0) + (figure(second.value) or 0) == target.number
        near = second.evidence[0].start - first.evidence[0].end <= _STEP // 5
        if makes and near and _REST.search(_around(shelf, second)):
            return first, second
    return ()


def _figures(
    target: Target, total: CasualtyClaim, shelf: ReportShelf
) -> tuple[list[CasualtyClaim], list[CasualtyClaim]]:
    """What may be a part of the total, by place; and what the total may take in although it stands for itself."""
    kept, aside = admissible(replace(target, side=BOTH, group="unknown", sides=None), shelf, (target.effect,))
    others = [found.claim for found in aside if _takes_in(total, found, shelf)]
    plain, taken_in = ([c for c in claims if _may_be_part(c, target, total, shelf)] for claims in (kept, others))
    return sorted(plain, key=_place), taken_in


def _may_be_part(claim: CasualtyClaim, target: Target, total: CasualtyClaim, shelf: ReportShelf) -> bool:
    elsewhere = claim.evidence[0].document != total.evidence[0].document
    if elsewhere or claim.id in shelf.no_parts or not _within(claim, target) or _part_of_another(claim, total, shelf):
        return False
    return own_voice(claim) or claim.id in shelf.rests or for_several(total) or same_camp(claim.source, total.source)


def _takes_in(total: CasualtyClaim, found: SetAside, shelf: ReportShelf) -> bool:
    """True for what a total takes in although it is of another day, or what a side says of its enemy."""
    if found.reason == OF_ITS_ENEMY:
        return same_camp(found.claim.source, total.source)
    told_before = found.claim.evidence[0] < total.evidence[0] and _is_added_up(total, shelf)
    return found.reason == ANOTHER_TIME and (told_before or found.claim.id in shelf.rests)


def _part_of_another(claim: CasualtyClaim, total: CasualtyClaim, shelf: Shelf) -> bool:
    whole = shelf.wholes.get(claim.id)
    return whole is not None and shelf.original(whole) != shelf.original(total.id)


def _is_added_up(total: CasualtyClaim, shelf: Shelf) -> bool:
    return _ADDED_UP.search(_up_to_number(shelf, total)) is not None


def _within(claim: CasualtyClaim, target: Target) -> bool:
    """True for people whom the total may count; what the words leave open (side, group) may be so."""
    value = claim.value
    return (value.side_group == UNKNOWN or side_contains(target.side, value.side_group)) and (
        value.group == "unknown" or group_contains(target.group, value.group)
    )


def for_several(total: CasualtyClaim) -> bool:
    """True for a total that the report gives itself or has from several ("officials said")."""
    source = total.source
    if source is None:
        return True
    unnamed = source.kind == "unnamed" or source.name[:1].islower()
    return unnamed and _SEVERAL_VOICES.search(source.name) is not None


def _one_counts_another(parts: Sequence[CasualtyClaim], shelf: Shelf) -> bool:
    return any(_counted_in(one, other, shelf) for one, other in pairwise(parts))


def _counted_in(one: CasualtyClaim, other: CasualtyClaim, shelf: Shelf) -> bool:
    """True for an addition and the running total after it, and for the same words twice in one sentence."""
    if one.value.scope == "increment" and other.value.scope == "running_total":
        return True
    a, b = one.value.victims, other.value.victims
    same_words = a is not None and b is not None and a.exact.casefold() == b.exact.casefold()
    return same_words and one.value.place == other.value.place and shelf.one_sentence(one, other)


def _of_two(one: CasualtyClaim, other: CasualtyClaim, target: Target) -> bool:
    """True for two figures that cannot be two counts of one thing, nor both of another place than the total."""
    one_voice = own_voice(one) or own_voice(other) or same_camp(one.source, other.source)
    if _both_elsewhere(one, other, target):
        return False
    if _apart(one, other):
        return one_voice or target.number >= _OF_TWO_VOICES or one.value.side_group != other.value.side_group
    return one_voice and (one.value.group == other.value.group or "unknown" not in (one.value.group, other.value.group))


def _both_elsewhere(one: CasualtyClaim, other: CasualtyClaim, target: Target) -> bool:
    total = target.claim.value.place if target.claim is not None else None
    places = (one.value.place, other.value.place)
    return (
        total is not None
        and len({words(p) for p in places if p}) == 1
        and all(p is not None and words(p) != words(total) for p in places)
    )


def _apart(one: CasualtyClaim, other: CasualtyClaim) -> bool:
    a, b = one.value, other.value
    elsewhere = a.place is not None and b.place is not None and words(a.place) != words(b.place)
    return elsewhere or a.side_group != b.side_group or (a.group != b.group and "unknown" not in (a.group, b.group))


def _up_to_number(shelf: Shelf, claim: CasualtyClaim) -> str:
    """The words up to a figure's number and the number."""
    number = claim.value.number or claim.evidence[0]
    return _text(shelf, claim.evidence[0], number.start - _WORDS, number.end)


def _before_number(shelf: Shelf, claim: CasualtyClaim) -> str:
    number = claim.value.number or claim.evidence[0]
    return _text(shelf, claim.evidence[0], number.start - _WORDS // 2, number.start)


def _around(shelf: Shelf, claim: CasualtyClaim) -> str:
    """A figure's words with those just before it in its sentence."""
    shown = claim.evidence[0]
    words_before = _text(shelf, shown, shown.start - _WORDS // 2, shown.start)
    return _BREAK.split(words_before)[-1] + shown.exact


#: What parts a figure from the words before it.
_BREAK = Expression(r"[.!?;,:]\s")


def _text(shelf: Shelf, shown: Evidence, start: int, end: int) -> str:
    document = shelf.documents.get(shown.document)
    return document.text[max(0, start) : end] if document else ""
