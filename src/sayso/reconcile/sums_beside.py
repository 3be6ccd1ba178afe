"""Totals whose parts stand beside them: all figures of the next or last sentence, or what "brings" them there.

"Sixteen people were killed, rescuers said. Nine died in Binnish and seven in Ariha.": that every figure of one sentence
together makes the figure of its neighbour is no chance, whoever the victims are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.claims import CasualtyClaim
from sayso.claims.compare import figure, side_contains
from sayso.claims.groups import group_contains
from sayso.reconcile.context import Shelf, own_voice, voice
from sayso.reconcile.near import same_camp
from sayso.reconcile.parts import Target, admissible
from sayso.reconcile.search import MADE_OF

#: Totals below this are not looked for: one and one make two everywhere.
_LEAST = 3
#: From here on one source may spell out another's total: that all its figures make it is no chance.
_PLAIN = 6


def beside(target: Target, shelf: Shelf) -> tuple[CasualtyClaim, ...]:
    """The parts that stand beside the total that `target` was made from; none where nothing there makes it."""
    total = target.claim
    if total is None or target.number < _LEAST or total.polarity == "deny":
        return ()
    sentences = shelf.sentences
    here = shelf.sentence_of[total.id]
    aside = [claim for claim in sentences[here] if claim is not total]
    apart = all(c.evidence[0] < total.evidence[0] for c in aside) or all(
        c.evidence[0] > total.evidence[0] for c in aside
    )
    if apart and (told := _makes(target, aside, shelf)):
        return told
    for place in (here + 1, here - 1):
        near = 0 <= place < len(sentences) and _neighbours(sentences[here], sentences[place])
        if near and (parts := _makes(target, sentences[place], shelf)):
            return parts
    return _brought(target, sentences[here], shelf)


#: Figures further apart than this (characters) are not told one after the other.
_NEIGHBOURS = 300


def _neighbours(one: Sequence[CasualtyClaim], other: Sequence[CasualtyClaim]) -> bool:
    first, second = sorted((one, other), key=lambda sentence: sentence[0].evidence[0].start)
    return second[0].evidence[0].start - first[-1].evidence[0].end <= _NEIGHBOURS


def _makes(target: Target, sentence: Sequence[CasualtyClaim], shelf: Shelf) -> tuple[CasualtyClaim, ...]:
    """The figures of a sentence if all of them together are the total; a part of a figure there is counted with it."""
    for effects in MADE_OF.get(target.effect, ((target.effect,),)):
        parts = [claim for claim in sentence if claim.value.effect in effects]
        parts = [claim for claim in parts if shelf.wholes.get(claim.id) not in {part.id for part in parts}]
        numbers = [figure(part.value) or 0 for part in parts]
        if len(parts) > 1 and all(numbers) and sum(numbers) == target.number and _fit(target, parts, shelf):
            return tuple(parts)
    return ()


def _fit(target: Target, parts: Sequence[CasualtyClaim], shelf: Shelf) -> bool:
    total = target.claim
    one_voice = target.number >= _PLAIN and total is not None and _one_of_them(parts, total)
    return total is not None and all(
        part.polarity != "deny"
        and part.background == total.background
        and (one_voice or _voices_fit(part, total, shelf))
        and (side_contains(target.side, part.value.side_group) or part.value.side_group == "unknown")
        and (group_contains(target.group, part.value.group) or part.value.group == "unknown")
        for part in parts
    )


def _one_of_them(parts: Sequence[CasualtyClaim], total: CasualtyClaim) -> bool:
    """True where one of those who gave the total tells all its parts: an army officer, one of "the villagers"."""
    teller, source = parts[0].source, total.source
    if teller is None or source is None or len({voice(part) for part in parts}) > 1:
        return False
    return source.kind == "unnamed" or (teller.kind == "person" and same_camp(teller, source))


def _voices_fit(part: CasualtyClaim, total: CasualtyClaim, shelf: Shelf) -> bool:
    """One voice, or the report's own beside another's; "..., the mayor said, putting the toll at 19" is no other."""
    if own_voice(part) or voice(part) == voice(total):
        return True
    return own_voice(total) and shelf.one_sentence(part, total)


def _brought(target: Target, sentence: Sequence[CasualtyClaim], shelf: Shelf) -> tuple[CasualtyClaim, ...]:
    """What a sentence adds ("two more died, bringing the toll to 26") with an earlier count that lacks just that."""
    if target.claim is None or target.claim.value.scope != "running_total":
        return ()
    additions = list(_additions(target, sentence))
    kept = [c for c in admissible(target, shelf, (target.effect,))[0] if c not in sentence] if additions else ()
    for added in additions:
        lacking = target.number - (figure(added.value) or 0)
        earlier = [claim for claim in kept if figure(claim.value) == lacking and claim.value.scope != "increment"]
        if earlier:
            return tuple(sorted((added, earlier[0]), key=lambda claim: claim.evidence[0]))
    return ()


def _additions(target: Target, sentence: Sequence[CasualtyClaim]) -> Iterator[CasualtyClaim]:
    for claim in sentence:
        if claim.value.scope == "increment" and claim.value.effect == target.effect and figure(claim.value):
            yield claim
