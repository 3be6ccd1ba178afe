"""Mutual blame: each side accuses the other, in one sentence or in two that answer each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.claims import AnyClaim
from sayso.claims.statement import Accusation, Denial
from sayso.expression import Expression
from sayso.model import Document, End, Evidence, Judgement, Party, digest
from sayso.reconcile.near import Page, first_span, same_camp, same_party, spoken_for

BY = "sayso.report@1"
#: Two accusations that only report acts must stand this close (characters) and answer each other.
ANSWER_REACH = 400
#: Accusations of one report that are compared with each other, at most.
MAX_CHARGES = 150
#: The words shown for two accusations together, at most.
MAX_SHOWN = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class _Charge:
    claim: AnyClaim
    value: Accusation
    accuser: Party
    accused: Party


def find_blames(page: Page, claims: Sequence[AnyClaim]) -> tuple[Judgement, ...]:
    """One `blames` judgement for each mutual accusation; implicit ones only where nothing says it outright."""
    outright = list(_mutual(page, claims))
    charges = [charge for claim in claims for charge in _charges(claim)][:MAX_CHARGES]
    answers = list(_answered_denials(page, claims, charges))
    if not outright:
        answers += [j for j in _crossed(page, charges) if not any(_overlap(j, other) for other in answers)]
    return (*outright, *answers)


def _overlap(one: Judgement, other: Judgement) -> bool:
    return one.evidence[0].overlaps(other.evidence[0])


def _mutual(page: Page, claims: Sequence[AnyClaim]) -> Iterator[Judgement]:
    """ "Both sides blame each other": once for words printed twice; not what is said to happen again and again.

    A headline that the body spells out counts once.
    """
    seen: set[str] = set()
    told = [c for c in claims if isinstance(c.value, Accusation) and c.value.mutual and not c.value.habitual]
    spelled_out = any(not page.in_headline(first_span(claim)) for claim in told)
    for claim in told:
        value = claim.value
        if not isinstance(value, Accusation) or (spelled_out and page.in_headline(first_span(claim))):
            continue
        words = first_span(claim).exact.casefold().strip(" .")
        if words in seen:
            continue
        seen.add(words)
        yield _judgement(
            claim.source, value.accused, first_span(claim), "the report says that each accuses the other", claim.id
        )


def _charges(claim: AnyClaim) -> Iterator[_Charge]:
    value = claim.value
    if isinstance(value, Accusation) and not value.mutual and not value.habitual and claim.source and value.accused:
        yield _Charge(claim=claim, value=value, accuser=claim.source, accused=value.accused)


def _crossed(page: Page, charges: Sequence[_Charge]) -> Iterator[Judgement]:
    """A accuses B and B accuses A: outright, or by reported acts where one answers the other."""
    done: set[frozenset[str]] = set()
    for i, one in enumerate(charges):
        for other in charges[i + 1 :]:
            if not (same_party(one.accuser, other.accused) and same_party(one.accused, other.accuser)):
                continue
            pair = frozenset((spoken_for(one.accuser).name, spoken_for(other.accuser).name))
            if pair in done or not _answers(page, one, other):
                continue
            done.add(pair)
            shown = _shown(page.document, one, other)
            yield _judgement(
                one.accuser, other.accuser, shown, "each says that the other did it", one.claim.id, other.claim.id
            )


def _answers(page: Page, one: _Charge, other: _Charge) -> bool:
    if not one.value.implicit and not other.value.implicit and other.value.answering:
        return True
    near = page.distance(first_span(one.claim), first_span(other.claim)) <= ANSWER_REACH
    return near and (
        other.value.answering or page.sentences_between(first_span(one.claim), first_span(other.claim)) == 0
    )


def _shown(document: Document, one: _Charge, other: _Charge) -> Evidence:
    """The words of both accusations where they stand close together; else those of the answer."""
    first, second = first_span(one.claim), first_span(other.claim)
    whole = max(first.end, second.end) - first.start
    close = second.start - first.end < 60
    return document.evidence(first.start, max(first.end, second.end)) if close and whole <= MAX_SHOWN else second


def _answered_denials(page: Page, claims: Sequence[AnyClaim], charges: Sequence[_Charge]) -> Iterator[Judgement]:
    """ "Denies it and has in turn accused": who answers an accusation by accusing the accuser's side."""
    denials = [c for c in claims if isinstance(c.value, Denial)][:MAX_CHARGES]
    for charge in charges:
        if charge.value.implicit:
            continue
        shown = first_span(charge.claim)
        for denial in denials:
            words = first_span(denial)
            if not charge.value.answering and not _turns_the_deed(denial, charge):
                continue
            near = page.sentences_between(words, shown) == 0 and page.distance(words, shown) <= ANSWER_REACH
            if near and same_party(denial.source, charge.accuser):
                start, end = min(words.start, shown.start), max(words.end, shown.end)
                span = page.document.evidence(start, min(end, start + MAX_SHOWN))
                yield _judgement(
                    charge.accuser,
                    charge.accused,
                    span,
                    "a denial with an accusation in turn",
                    denial.id,
                    charge.claim.id,
                )
                break


#: "Denied any role and accused the army of staging it": the deed denied is laid to another.
_THE_DEED = Expression(
    r"\bof\s+(?:staging|faking|being\s+behind|carrying\s+out|committing|planting|firing|planning|(?:doing|launching|using)\s+(?:it|the))\b",
    re.IGNORECASE,
)


def _turns_the_deed(denial: AnyClaim, charge: _Charge) -> bool:
    """True where the deed denied is laid to the side that told of it."""
    value = denial.value
    if not isinstance(value, Denial) or value.of != "responsibility" or not same_camp(value.denied, charge.accused):
        return False
    return _THE_DEED.search(first_span(charge.claim).exact) is not None


def _judgement(one: Party | None, other: Party | None, shown: Evidence, why: str, *ids: str) -> Judgement:
    return Judgement(
        id=digest("blames", *ids),
        kind="blames",
        subject=End(party=spoken_for(one) if one else None),
        object=End(party=spoken_for(other) if other else None),
        evidence=(shown,),
        why={"text": why},
        by=BY,
    )
