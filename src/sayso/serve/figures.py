"""The distinct figures of a report: repeats folded into the most specific claim, counted pairs of one statement added.

"one woman and a child were killed" is two claims and one figure of 2; a headline and its body are one figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.claims import CasualtyClaim, ReportRecord
from sayso.claims.rows import casualty_claims
from sayso.reconcile.context import chains, first_of, standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure as a reader would tell it."""

    #: The claims that carry it; several where one statement counts several victims one by one.
    claims: tuple[CasualtyClaim, ...]
    #: Further claims of the report that repeat it.
    repeats: tuple[CasualtyClaim, ...] = ()

    @property
    def lead(self) -> CasualtyClaim:
        """The claim that stands for it."""
        return self.claims[0]

    @property
    def low(self) -> int | None:
        """Sum of the lower bounds; None where a claim has none."""
        return _total([claim.value.low for claim in self.claims])

    @property
    def high(self) -> int | None:
        """Sum of the upper bounds; None where a claim has none."""
        return _total([claim.value.high for claim in self.claims])


def _total(bounds: Sequence[int | None]) -> int | None:
    known = [bound for bound in bounds if bound is not None]
    return sum(known) if len(known) == len(bounds) else None


def figures(record: ReportRecord) -> tuple[Figure, ...]:
    """Every distinct figure, in text order of its leading claim."""
    claims = casualty_claims(record)
    repeats_of = chains(standing(record.judgements))
    folded: dict[str, list[CasualtyClaim]] = {}
    for claim in claims:
        folded.setdefault(first_of(repeats_of, claim.id), []).append(claim)
    leads = [_most_specific(group) for group in folded.values()]
    repeats = {_most_specific(group).id: tuple(group) for group in folded.values()}
    parts = {j.subject.claims[0] for j in standing(record.judgements) if j.kind == "part_of" and j.subject.claims}
    return tuple(
        Figure(claims=group, repeats=tuple(c for lead in group for c in repeats[lead.id] if c.id != lead.id))
        for group in _counted_together(leads, parts)
    )


def _most_specific(claims: Sequence[CasualtyClaim]) -> CasualtyClaim:
    def knowledge(claim: CasualtyClaim) -> tuple[bool, bool, bool]:
        value = claim.value
        return value.effect != "unspecified", claim.source is not None, value.group != "unknown"

    return max(claims, key=knowledge)


def _counted_together(claims: Sequence[CasualtyClaim], parts: set[str]) -> Iterator[tuple[CasualtyClaim, ...]]:
    group: list[CasualtyClaim] = []
    for claim in claims:
        if group and not (_one_statement(group[-1], claim) and not parts & {claim.id, group[0].id}):
            yield tuple(group)
            group = []
        group.append(claim)
    if group:
        yield tuple(group)


def _one_statement(one: CasualtyClaim, other: CasualtyClaim) -> bool:
    """True for victims counted one by one under one verb: same words, harm, group and side."""
    a, b = one.value, other.value
    same = (a.effect, a.group, a.side_group, one.attribution) == (b.effect, b.group, b.side_group, other.attribution)
    exact = a.modality == b.modality == "exact"
    return same and exact and one.evidence[0].overlaps(other.evidence[0])
