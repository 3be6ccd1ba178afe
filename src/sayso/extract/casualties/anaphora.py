"""Figures whose number stands in an earlier sentence: "19 were hurt. They were placed in hospitals"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sayso.extract.casualties.drafts import Draft
from sayso.extract.casualties.predicates import Predicate
from sayso.extract.casualties.tokens import Words
from sayso.extract.wordsets import word_set

_THEY: Final = word_set("they")
#: A later effect that people who suffered an earlier one may suffer as well.
_MAY_FOLLOW: Final = {
    "hospitalised": ("injured", "unspecified", "killed_or_injured"),
    "killed": ("captured", "missing", "hospitalised"),
    "captured": ("missing",),
    "displaced": (),
}
_SENTENCES_BACK: Final = 2


def resolve_pronouns(words: Words, drafts: Sequence[Draft], predicates: Sequence[Predicate]) -> Iterator[Draft]:
    """A figure for each "they" whose people were counted just before and suffer something further."""
    sentence: Mapping[int, int] = {k: n for n, span in enumerate(words.sentences) for k in range(*span)}
    spoken = {k for d in drafts for k in range(d.first, d.last)}
    for predicate in predicates:
        if predicate.main in spoken or predicate.form == "active":
            continue
        pronoun = _pronoun(words, predicate, words.sentences[sentence[predicate.main]][0])
        if pronoun is None:
            continue
        earlier = _antecedent(drafts, predicate, sentence)
        if earlier is None:
            continue
        yield Draft(
            group=replace(earlier.group, first=pronoun, last=pronoun + 1, victims=None, anaphoric=True),
            effect=predicate.effect,
            first=pronoun,
            last=predicate.last,
            main=predicate.main,
            chain=predicate.first,
            antecedents=((earlier.first, earlier.last),),
        )


def _pronoun(words: Words, predicate: Predicate, start: int) -> int | None:
    """Token index of the "they" that is the subject of a predicate."""
    for k in range(predicate.first - 1, max(start - 1, predicate.first - 7), -1):
        lower = words.lower(k)
        if lower in _THEY:
            return k
        if lower in (",", ";", ".", "that", "who"):
            return None
    return None


def _antecedent(drafts: Sequence[Draft], predicate: Predicate, sentence: Mapping[int, int]) -> Draft | None:
    here = sentence[predicate.main]
    before = [d for d in drafts if d.last <= predicate.first and here - sentence[d.main] <= _SENTENCES_BACK]
    if not before:
        return None
    last = before[-1]
    fits = last.effect in _MAY_FOLLOW.get(predicate.effect, ())
    return last if fits and last.group.how == "number" and last.group.plural else None
