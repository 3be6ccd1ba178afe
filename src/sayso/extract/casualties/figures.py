"""From a report to casualty claims."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.claims import CasualtyClaim
from sayso.claims.casualty import Casualty, Modality, Scope
from sayso.expression import Expression
from sayso.extract.casualties.addends import addends
from sayso.extract.casualties.anaphora import resolve_pronouns
from sayso.extract.casualties.apposed import with_names_apposed
from sayso.extract.casualties.assertion import Assertion, assess, is_defined, is_hedged, told_by_nobody
from sayso.extract.casualties.context import complete
from sayso.extract.casualties.drafts import Draft, in_order
from sayso.extract.casualties.elliptical import EllipsisReader
from sayso.extract.casualties.groups import GroupReader
from sayso.extract.casualties.lists import ListReader
from sayso.extract.casualties.passed_over import Fates, passed_over
from sayso.extract.casualties.predicates import find_predicates
from sayso.extract.casualties.scope import Setting, backgrounds, scopes
from sayso.extract.casualties.tokens import Words
from sayso.extract.casualties.victims import VictimFinder
from sayso.extract.casualties.vouching import basis_near, vouching
from sayso.extract.names import Names
from sayso.extract.numbers import find_numbers
from sayso.model import Attribution, Certainty, Claim, Document, Evidence, Polarity, Unused, digest

#: Extractor and version: who wrote the rows.
ORIGIN = "sayso.casualties@2"
_LONGEST_EVIDENCE = 400
_ANY = frozenset(("any", "anyone", "anybody", "a"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Claims in text order, what was passed over, and which claim is part of which (ids: part, whole)."""

    claims: tuple[CasualtyClaim, ...] = ()
    unused: tuple[Unused, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Reading:
    """A report and what was read in it on the way to its figures."""

    document: Document
    words: Words
    attributions: Sequence[Attribution]


def find_casualties(document: Document, attributions: Sequence[Attribution], names: Names) -> Figures:
    """Every casualty figure of a report, the report's own and those it attributes. Never raises on any text.

    Sides, sources, places and dates stay open here; `Claim.attribution` says on whose word a figure stands.
    """
    words = Words.of(document.text)
    numbers = find_numbers(document.text)
    groups = with_names_apposed(words, GroupReader(words, numbers, names).read())
    predicates = find_predicates(words, {k: g for g in groups for k in range(g.first, g.last)})
    drafts = complete(words, VictimFinder(words, groups, predicates).find())
    elliptical = EllipsisReader(words, groups, ListReader(words, groups, predicates)).read(drafts)
    drafts = in_order((*drafts, *elliptical))
    drafts = in_order((*drafts, *addends(words, groups, drafts)))
    links = _links(document)
    drafts = tuple(d for d in drafts if not any(s <= words.tokens[d.main].start < e for s, e in links))
    drafts = in_order((*drafts, *resolve_pronouns(words, drafts, predicates)))
    reading, setting = _Reading(document, words, attributions), Setting.of(words, document.published)
    assertions = [_assertion(words, draft) for draft in drafts]
    past = backgrounds(words, drafts, setting)
    spans = scopes(words, drafts, past, setting)
    dropped = {
        d.group.number[0]: why
        for d, a in zip(drafts, assertions, strict=True)
        if d.group.number and (why := _fault(words, d, a))
    }
    made = [
        (draft, _claim(reading, draft, assertion, scope, told))
        for draft, assertion, scope, told in zip(drafts, assertions, spans, past, strict=True)
        if _fault(words, draft, assertion) is None
    ]
    used = [draft.group.number for draft, _ in made if draft.group.number is not None]
    return Figures(
        claims=tuple(claim for _, claim in made),
        unused=tuple(passed_over(document, words, numbers, groups, Fates(used, dropped))),
        parts=_parts(made),
    )


#: Navigation that holds the headline of another report.
_LINK: Final = Expression(r"\s*(?:read (?:more|also)|see also|related|more on this story)\b", re.IGNORECASE)


def _links(document: Document) -> list[tuple[int, int]]:
    """Where the page leads to other reports ("Read more: ..."): their figures are not this one's."""
    return [
        (n.start, n.end) for n in document.noise if n.reason == "navigation" and _LINK.match(document.text, n.start)
    ]


def _assertion(words: Words, draft: Draft) -> Assertion:
    read = _read_before(words, draft)
    if draft.chain is None and is_hedged(words, draft.main, draft.group.first):
        return replace(read, certainty="possible")
    if draft.chain is None and draft.group.low != 0 and told_by_nobody(words, draft.last):
        return replace(read, certainty="possible")
    return read


def _read_before(words: Words, draft: Draft) -> Assertion:
    return assess(words, draft.main if draft.chain is None else draft.chain, draft.main, words.sentence(draft.main))


def _fault(words: Words, draft: Draft, assertion: Assertion) -> str | None:
    """Why a draft gives no claim; None when it gives one."""
    if assertion.unreal is not None:
        return assertion.unreal
    if draft.group.low is None and draft.group.high is None and is_defined(words, draft.main):
        return "what a word means"
    start, end = _offsets(words, draft.first, draft.last)
    return "its words stand too far apart" if end - start > _LONGEST_EVIDENCE else None


def _offsets(words: Words, first: int, last: int) -> tuple[int, int]:
    return words.tokens[first].start, words.tokens[last - 1].end


def _claim(reading: _Reading, draft: Draft, assertion: Assertion, scope: Scope, background: bool) -> CasualtyClaim:
    document, words, group = reading.document, reading.words, draft.group
    start, end = _offsets(words, draft.first, draft.last)
    low, high, modality, polarity = _bounds(words, draft, assertion)
    value = Casualty(
        effect=draft.effect,
        low=low,
        high=high,
        modality=modality,
        number=_evidence(document, group.number),
        victims=_evidence(document, group.victims),
        group=group.group,
        scope=scope,
    )
    voice = vouching(reading.attributions, start, end, value.number if high != 0 else None)
    if voice is None and draft.whole is not None:  # whoever told the total
        whole = draft.antecedents[0] if draft.antecedents else (draft.whole.first, draft.whole.last)
        voice = vouching(reading.attributions, *_offsets(words, *whole))
    unsure = voice is not None and (voice.stance == "reportedly" or voice.mental)
    certainty: Certainty = "possible" if unsure else assertion.certainty
    spans = ((start, end), *(_offsets(words, first, last) for first, last in draft.antecedents))
    return Claim(
        id=digest(document.id, "casualty", start, end, words.tokens[group.first].start, draft.effect),
        evidence=tuple(document.evidence(*span) for span in spans),
        value=value,
        origin=ORIGIN,
        attribution=voice.id if voice is not None else None,
        basis=basis_near(document, _offsets(words, *words.sentence(draft.main)), start),
        polarity=polarity,
        certainty=certainty,
        background=background,
    )


def _bounds(words: Words, draft: Draft, assertion: Assertion) -> tuple[int | None, int | None, Modality, Polarity]:
    """Low, high, modality and polarity once negation is read: "did not kill anyone" is none."""
    group = draft.group
    if assertion.none and group.modality == "vague" and words.lower(group.first) in _ANY:
        return 0, 0, "exact", assertion.polarity
    polarity: Polarity = "deny" if assertion.none else assertion.polarity
    return group.low, group.high, group.modality, polarity


def _evidence(document: Document, span: tuple[int, int] | None) -> Evidence | None:
    return None if span is None else document.evidence(*span)


def _parts(made: Sequence[tuple[Draft, CasualtyClaim]]) -> tuple[tuple[str, str], ...]:
    by_group = {(draft.group.first, draft.effect): claim.id for draft, claim in made}
    wholes = ((claim.id, by_group.get((d.whole.first, d.effect))) for d, claim in made if d.whole is not None)
    return tuple((part, whole) for part, whole in wholes if whole is not None and whole != part)
