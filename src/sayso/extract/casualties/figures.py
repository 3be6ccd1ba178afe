"""From a report to casualty claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.claims import CasualtyClaim
from sayso.claims.casualty import Casualty
from sayso.extract.casualties.anaphora import resolve_pronouns
from sayso.extract.casualties.assertion import Assertion, assess
from sayso.extract.casualties.context import complete
from sayso.extract.casualties.drafts import Draft, in_order
from sayso.extract.casualties.groups import GroupReader, NounGroup
from sayso.extract.casualties.predicates import find_predicates
from sayso.extract.casualties.scope import Setting, backgrounds, scope_of
from sayso.extract.casualties.tokens import Words
from sayso.extract.casualties.victims import VictimFinder
from sayso.extract.names import Names
from sayso.extract.naturalcase import natural_case
from sayso.extract.numbers import find_numbers
from sayso.model import Attribution, Claim, Document, Evidence, Unused, digest

#: Extractor and version: who wrote the rows.
ORIGIN = "sayso.casualties@1"
_LONGEST_EVIDENCE = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Claims in text order, what was passed over, and which claim is part of which (ids: part, whole)."""

    claims: tuple[CasualtyClaim, ...] = ()
    unused: tuple[Unused, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()


def find_casualties(document: Document, attributions: Sequence[Attribution], names: Names) -> Figures:
    """Every casualty figure of a report, the report's own and those it attributes. Never raises on any text."""
    text = natural_case(document.text, names)
    words = Words.of(text)
    groups = GroupReader(words, find_numbers(text), names).read()
    inside = {k: g for g in groups for k in range(g.first, g.last)}
    predicates = find_predicates(words, inside)
    drafts = complete(words, VictimFinder(words, groups, predicates).find())
    drafts = in_order((*drafts, *resolve_pronouns(words, drafts, predicates)))
    setting = Setting.of(words, document.published)
    past = backgrounds(words, drafts, setting)
    claims = [
        (draft, _claim(document, words, draft, drafts, setting, told, attributions))
        for draft, told in zip(drafts, past, strict=True)
    ]
    return Figures(claims=tuple(c for _, c in claims if c is not None), parts=_parts(claims))


def _claim(document: Document, words: Words, draft: Draft, drafts: Sequence[Draft], setting: Setting, background: bool, attributions: Sequence[Attribution]) -> CasualtyClaim | None:
    group = draft.group
    start, end = words.tokens[draft.first].start, words.tokens[draft.last - 1].end
    if end - start > _LONGEST_EVIDENCE:
        return None
    assertion = _assertion(words, draft)
    if assertion.unreal is not None:
        return None
    low, high, modality, polarity = group.low, group.high, group.modality, assertion.polarity
    if assertion.none and modality == "vague" and words.lower(group.first) in ("any", "a", "anyone"):
        low, high, modality = 0, 0, "exact"
    elif assertion.none:
        polarity = "deny"
    value = Casualty(
        effect=draft.effect,
        low=low,
        high=high,
        modality=modality,
        number=_evidence(document, group.number),
        victims=_evidence(document, group.victims),
        group=group.group,
        scope=scope_of(words, draft, drafts, setting),
    )
    return Claim(
        id=digest(document.id, "casualty", start, end, words.tokens[group.first].start, draft.effect),
        evidence=(document.evidence(start, end), *_antecedents(document, words, draft)),
        value=value,
        origin=ORIGIN,
        attribution=_vouching(attributions, start, end),
        polarity=polarity,
        certainty=assertion.certainty,
        background=background,
    )


def _assertion(words: Words, draft: Draft) -> Assertion:
    sentence = next(span for span in words.sentences if span[0] <= draft.main < span[1])
    return assess(words, draft.main if draft.chain is None else draft.chain, draft.main, sentence)


def _antecedents(document: Document, words: Words, draft: Draft) -> tuple[Evidence, ...]:
    return tuple(
        document.evidence(words.tokens[first].start, words.tokens[last - 1].end) for first, last in draft.antecedents
    )


def _evidence(document: Document, span: tuple[int, int] | None) -> Evidence | None:
    return None if span is None else document.evidence(*span)


def _vouching(attributions: Sequence[Attribution], start: int, end: int) -> str | None:
    return None


def _parts(claims: Sequence[tuple[Draft, CasualtyClaim | None]]) -> tuple[tuple[str, str], ...]:
    made: list[tuple[str, str]] = []
    for draft, claim in claims:
        if draft.whole is None or claim is None:
            continue
        for other, whole in claims:
            if whole is not None and _same(other.group, draft.whole) and other.effect == draft.effect:
                made.append((claim.id, whole.id))
    return tuple(made)


def _same(one: NounGroup, other: NounGroup) -> bool:
    return one.first == other.first
