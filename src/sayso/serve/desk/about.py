"""About the data: how figures come about, what they do not say, and whose work they rest on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso import __version__
from sayso.serve.desk import words
from sayso.store.interface import ConflictCount


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Data or a library that the pages rest on."""

    name: str
    licence: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPage:
    """Methods, limits, licences."""

    version: str
    conflicts: int
    reports: int
    claims: int
    policies: tuple[tuple[str, str], ...]
    postures: tuple[tuple[str, str], ...]
    credits: tuple[Credit, ...]


_CREDITS = (
    Credit(name="GeoNames", licence="CC BY 4.0", what="names and coordinates of places"),
    Credit(name="Unicode CLDR", licence="Unicode-3.0", what="names of countries"),
    Credit(name="Natural Earth", licence="public domain", what="outlines on the map, borders as it draws them"),
)


def about_page(counts: Sequence[ConflictCount]) -> AboutPage:
    """What is on record at present, and how it came about."""
    return AboutPage(
        version=__version__,
        conflicts=len(counts),
        reports=sum(one.documents for one in counts),
        claims=sum(one.claims for one in counts),
        policies=tuple((words.POLICY_NAMES[policy], told) for policy, told in words.POLICIES.items()),
        postures=tuple({**words.POSTURES, "third_party": "speaks for no side and is of no side’s camp"}.items()),
        credits=_CREDITS,
    )
