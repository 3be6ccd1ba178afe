"""Repeats: the same figure of the same harm told again by the same source, by its side's other organs, or as headline.

A repeat may be more specific than what it repeats ("casualties", then "killed"; "the army", then a colonel).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.claims import Casualty, CasualtyClaim
from sayso.claims.casualty import BOTH, UNKNOWN
from sayso.claims.compare import windows_meet
from sayso.claims.groups import effect_contains, effects_within, groups_overlap
from sayso.expression import Expression
from sayso.model import End, Judgement, digest
from sayso.reconcile.context import own_voice, voice
from sayso.reconcile.near import Page, first_span, subgroup

BY = "sayso.report@1"


def find_repeats(
    page: Page, figures: Sequence[CasualtyClaim], parts: Sequence[tuple[str, str]]
) -> tuple[Judgement, ...]:
    """A `repeats` judgement for each figure told before; its object is the first telling."""
    originals: list[CasualtyClaim] = []
    found: list[Judgement] = []
    linked = {frozenset(pair) for pair in parts}
    for claim in sorted(figures, key=lambda c: (first_span(c).start, first_span(c).end, c.id)):
        earlier = next((o for o in _nearest_first(originals) if _repeats(page, claim, o, linked)), None)
        if earlier is None:
            originals.append(claim)
        else:
            found.append(_judgement(claim, earlier))
    return tuple(found)


def _nearest_first(claims: Sequence[CasualtyClaim]) -> Iterator[CasualtyClaim]:
    return reversed(claims)


def _judgement(claim: CasualtyClaim, earlier: CasualtyClaim) -> Judgement:
    return Judgement(
        id=digest("repeats", claim.id, earlier.id),
        kind="repeats",
        subject=End(claims=(claim.id,)),
        object=End(claims=(earlier.id,)),
        why={"figure": "the same number of the same harm", "source": _why_source(claim, earlier)},
        by=BY,
    )


def _why_source(claim: CasualtyClaim, earlier: CasualtyClaim) -> str:
    if own_voice(claim) or own_voice(earlier):
        return "one of them is told in the report's own voice"
    return "the same source" if voice(claim) == voice(earlier) else "voices of one side"


def _repeats(page: Page, claim: CasualtyClaim, earlier: CasualtyClaim, linked: set[frozenset[str]]) -> bool:
    one, other = claim.value, earlier.value
    if frozenset((claim.id, earlier.id)) in linked or claim.polarity != earlier.polarity:
        return False
    if claim.background != earlier.background or one.low != other.low or not _highs_agree(one, other):
        return False
    if not (_same_effect(one, other) and _same_victims(one, other) and _same_occasion(one, other)):
        return False
    if not _one_source(page, claim, earlier) or _other_part(claim, earlier):
        return False
    if _in_one_phrase(page, claim, earlier):
        return False
    if one.vague and other.vague:
        return _vague_again(page, claim, earlier)
    return _distinctive(one) or _same_words(claim, earlier) or _small_again(one, other)


def _other_part(claim: CasualtyClaim, earlier: CasualtyClaim) -> bool:
    """ "Three children", then "three brothers": parts of a group by different names."""
    one, other = subgroup(claim), subgroup(earlier)
    return one is not None and other is not None and one != other


def _highs_agree(one: Casualty, other: Casualty) -> bool:
    """ "At least eight", then "the eight": one bound may be told more loosely the second time."""
    return one.high == other.high or (one.low is not None and one.low > 0)


def _same_effect(one: Casualty, other: Casualty) -> bool:
    if one.effect == other.effect or "unspecified" in (one.effect, other.effect):
        return (
            one.effect == other.effect
            or effect_contains(one.effect, other.effect)
            or effect_contains(other.effect, one.effect)
        )
    return one.effect in effects_within(other.effect) and one.effect == "hospitalised"


def _same_victims(one: Casualty, other: Casualty) -> bool:
    sides = {one.side_group, other.side_group} - {UNKNOWN}
    if len(sides) > 1:
        return False
    return groups_overlap(one.group, other.group)


def _same_occasion(one: Casualty, other: Casualty) -> bool:
    if {one.scope, other.scope} == {"increment", "running_total"}:
        return False
    return windows_meet(one, other)


def _one_source(page: Page, claim: CasualtyClaim, earlier: CasualtyClaim) -> bool:
    """The same voice; organs of one side; or the report's own voice in a headline or lead that a source then backs."""
    if voice(claim) == voice(earlier):
        return True
    one, other = claim.source, earlier.source
    if one is not None and other is not None:
        same_side = one.side_group is not None and one.side_group == other.side_group
        return (
            (same_side and bool(one.speaks_for and other.speaks_for))
            or bool(_names(claim) & _names(earlier))
            or _relayed(claim, earlier)
        )
    if own_voice(claim) and own_voice(earlier):
        return True
    if own_voice(earlier):
        return page.in_headline(first_span(earlier)) or claim.value.vague is False
    if own_voice(claim):
        return claim.value.low not in (None, 0, 1) and page.in_headline(first_span(claim))
    return False


def _names(claim: CasualtyClaim) -> frozenset[str]:
    return frozenset(name.casefold() for name in claim.source.names()) if claim.source else frozenset()


def _relayed(claim: CasualtyClaim, earlier: CasualtyClaim) -> bool:
    """ "Officials said", then the official by name; an agency, then the source it quotes."""
    vias = {party.name.casefold() for c in (claim, earlier) for party in c.via}
    return bool(vias & (_names(claim) | _names(earlier)))


def _in_one_phrase(page: Page, claim: CasualtyClaim, earlier: CasualtyClaim) -> bool:
    """Two figures of one sentence count different people ("one woman and one child")."""
    one, other = first_span(claim), first_span(earlier)
    return (
        page.sentences_between(one, other) == 0 and not page.in_headline(one) and one.exact != other.exact
    ) or one == other


_VAGUE_WORD = Expression(
    r"\b(?:dozens|scores|hundreds|thousands|several|many|some|few|a\s+number|multiple|numerous)\b", re.IGNORECASE
)


def _vague_again(page: Page, claim: CasualtyClaim, earlier: CasualtyClaim) -> bool:
    """ "Dozens" of the headline told again as "dozens"; otherwise only the same words printed twice."""
    if _same_words(claim, earlier):
        return True
    one, other = first_span(claim), first_span(earlier)
    words = [found.group().casefold() for e in (one, other) for found in _VAGUE_WORD.finditer(e.exact)]
    return (page.in_headline(one) or page.in_headline(other)) and len(words) == 2 and words[0] == words[1]


def _distinctive(value: Casualty) -> bool:
    """A number that two harms rarely share by chance."""
    return value.low is not None and value.low >= 2


def _small_again(one: Casualty, other: Casualty) -> bool:
    """None or one again: only of one known side, with the same effect and group, at one place or time."""
    if one.effect != other.effect or one.group != other.group or one.side != other.side or one.side in (UNKNOWN, BOTH):
        return False
    if one.vague or other.vague:
        return False
    if one.low == 0:
        return True
    return _word_set(one) == _word_set(other) and bool(_word_set(one))


def _same_words(claim: CasualtyClaim, earlier: CasualtyClaim) -> bool:
    """Told in the same words, as a caption or a page's second headline does."""
    one, other = first_span(claim).exact.casefold().split(), first_span(earlier).exact.casefold().split()
    return (
        one == other
        and claim.value.victims is not None
        and earlier.value.victims is not None
        and claim.value.victims.exact == earlier.value.victims.exact
    )


def _word_set(value: Casualty) -> frozenset[str]:
    words = value.victims.exact.casefold().split() if value.victims else []
    return frozenset(words) - {"the", "a", "an", "one", "of", "its", "their"}
