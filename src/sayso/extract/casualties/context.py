"""What a figure takes from its neighbours: who an elliptical number counts, and which of two effects holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sayso.claims.casualty import Group
from sayso.extract.casualties import lexicon
from sayso.extract.casualties.drafts import Draft
from sayso.extract.casualties.tokens import Words
from sayso.extract.wordsets import word_set

_ANYBODY: Final = word_set("people persons person members others other")
_ELLIPTICAL: Final = word_set("other others more another second third fourth fifth sixth")


def complete(words: Words, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Drafts in text order, with the group of elliptical numbers filled in and doubled effects settled."""
    kept = _settle_effects(drafts)
    sentence = {k: n for n, span in enumerate(words.sentences) for k in range(*span)}
    done: list[Draft] = []
    for draft in kept:
        group = _own_or_inherited(words, draft, done, sentence)
        done.append(replace(draft, group=replace(draft.group, group=group)) if group != draft.group.group else draft)
    return tuple(done)


def _settle_effects(drafts: Sequence[Draft]) -> list[Draft]:
    """ "31 people hurt in the attack were being treated in hospital": the main verb holds, once."""
    by_group: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_group.setdefault(draft.group.first, []).append(draft)
    kept: list[Draft] = []
    for same in by_group.values():
        effects = {d.effect for d in same}
        kept += [d for d in same if d.effect != "injured" or "hospitalised" not in effects]
    return kept


def _own_or_inherited(words: Words, draft: Draft, done: Sequence[Draft], sentence: dict[int, int]) -> Group:
    group = draft.group
    if group.group != "unknown":
        return group.group
    if draft.effect == "displaced" and group.head is not None and words.lower(group.head) not in _ANYBODY:
        return "civilian"
    if group.how == "name":
        return _apposed(words, draft)
    if not (group.bare or _is_elliptical(words, draft)):
        return _army_of(words, draft) if group.harm_head else "unknown"
    here = sentence[group.first]
    before = [d.group for d in done if sentence[d.group.first] == here and d.group.first < group.first]
    if before:
        return before[-1].group
    if group.bare and not group.part:
        last = {d.group.group for d in done if sentence[d.group.first] == here - 1}
        return last.pop() if len(last) == 1 else "unknown"
    return "unknown"


def _is_elliptical(words: Words, draft: Draft) -> bool:
    head = draft.group.head
    return head is not None and words.lower(head) in _ELLIPTICAL


def _apposed(words: Words, draft: Draft) -> Group:
    """ "the commander, Danil Orlek,": what the noun beside a name says."""
    k = draft.group.first - 1
    if words.lower(k) == "," and words.lower(k - 1) in lexicon.SINGULAR:
        return lexicon.SINGULAR[words.lower(k - 1)]
    k = draft.group.last
    if words.lower(k) == ",":
        for n in range(k + 1, k + 5):
            if words.lower(n) in lexicon.SINGULAR:
                return lexicon.SINGULAR[words.lower(n)]
            if words.lower(n) in (",", "."):
                break
    return "unknown"


def _army_of(words: Words, draft: Draft) -> Group:
    """ "the army suffered 30 casualties": those of an army are combatants."""
    k = draft.group.first
    if words.lower(k - 1) not in ("suffered", "sustained", "took", "lost", "suffers"):
        return "unknown"
    near = {words.lower(n) for n in range(max(0, k - 6), k)}
    return "combatant" if near & (lexicon.COMBATANT_CONTEXT | {"rebels", "troops"}) else "unknown"
