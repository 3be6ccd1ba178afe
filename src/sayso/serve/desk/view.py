"""What a page is asked to show, as it stands in its address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from sayso.link.dossiers import Dossier, list_dossiers
from sayso.reconcile.accounts import Policy
from sayso.serve.desk import links, words
from sayso.serve.desk.ledger import Ledger
from sayso.serve.desk.links import Parameter


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Under which policy, and as of which day."""

    policy: Policy = "range"
    as_of: date | None = None

    def parameters(self) -> dict[str, Parameter]:
        """As they stand in an address; the defaults are left out."""
        return {
            "policy": self.policy if self.policy != "range" else None,
            "as_of": self.as_of.isoformat() if self.as_of else None,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One choice of a switch."""

    value: str
    words: str
    #: What it means, in a sentence.
    told: str
    href: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What every page of a conflict says above everything else."""

    id: str
    name: str
    href: str
    #: Some of its reports were written to test software.
    sample: bool
    reports: int
    claims: int
    first: str | None
    last: str | None
    #: The sides in the order in which they stand everywhere.
    sides: tuple[str, ...]


@cache
def _dossiers() -> dict[str, Dossier]:
    return {dossier.id: dossier for dossier in list_dossiers()}


def dossier_of(conflict: str | None) -> Dossier | None:
    """The built-in dossier of a conflict; None for a user's own, and for reports read without one."""
    return _dossiers().get(conflict or "")


def conflict_name(conflict: str | None) -> str:
    """A conflict as a reader knows it."""
    dossier = dossier_of(conflict)
    if dossier is not None:
        return dossier.name
    return conflict or "Reports read without a dossier"


def head(ledger: Ledger) -> Head:
    """The head of a conflict's pages."""
    return Head(
        id=links.conflict_key(ledger.conflict),
        name=conflict_name(ledger.conflict),
        href=links.conflict_path(ledger.conflict),
        sample=ledger.sample,
        reports=len(ledger.book.records),
        claims=len(ledger.book.claims),
        first=ledger.days[0].isoformat() if ledger.days else None,
        last=ledger.days[1].isoformat() if ledger.days else None,
        sides=sides(ledger),
    )


def sides(ledger: Ledger) -> tuple[str, ...]:
    """The sides whose dead are told of, in alphabetical order: no side comes first by weight, date or blame."""
    named = {spot.side for spot, _ in ledger.book.spots()}
    return tuple(sorted(named, key=side_order))


#: What is told of both sides, of nobody's side and of all comes after the sides themselves.
_LAST = {"both": 1, "unknown": 2, "all": 3}


def side_order(side: str) -> tuple[int, str]:
    """The order of sides everywhere: by alphabet, then both sides, side not told, all sides."""
    return _LAST.get(side, 0), side.casefold()


def policy_choices(path: str, view: View, where: Mapping[str, Parameter] | None = None) -> tuple[Choice, ...]:
    """The switch between policies; the day, and `where` on the page one is, stay as they are."""
    return tuple(
        Choice(
            value=policy,
            words=words.POLICY_NAMES[policy],
            told=told,
            href=links.to(path, {**(where or {}), **replace(view, policy=policy).parameters()}),
            chosen=policy == view.policy,
        )
        for policy, told in words.POLICIES.items()
    )
