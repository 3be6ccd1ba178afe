"""A figure on its way from words to claim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.claims.casualty import Effect
from sayso.extract.casualties.noungroup import NounGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A figure before its modality, scope and offsets are settled; token indexes, end exclusive."""

    group: NounGroup
    effect: Effect
    #: The words that carry it, number and harm.
    first: int
    last: int
    #: The verb or noun of harm, and where its auxiliaries begin.
    main: int
    chain: int | None = None
    #: The group of which this one is a part.
    whole: NounGroup | None = None
    #: Further token ranges that show where the number stands.
    antecedents: tuple[tuple[int, int], ...] = ()


def in_order(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """Drafts as their numbers stand in the text."""
    return tuple(sorted(drafts, key=lambda d: (d.group.first, d.first)))
