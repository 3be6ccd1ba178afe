"""Statements about what others said or did: denials, accusations, silences.

They carry no figure of their own; they decide how figures stand to one another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model import Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """A party rejects what another party said ("the ministry refuted this")."""

    #: Whose statement is denied; None when the report does not say.
    denied: Party | None = None
    #: Identifiers of the attributions or claims of the same report that are denied.
    targets: tuple[str, ...] = ()
    kind: Literal["denial"] = "denial"


@dataclass(frozen=True, slots=True, kw_only=True)
class Accusation:
    """A party says that another did a wrong ("both sides blame each other of violating the ceasefire")."""

    accused: Party | None = None
    #: True where each side accuses the other of the same act.
    mutual: bool = False
    kind: Literal["accusation"] = "accusation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A party is said not to have released or confirmed something ("has not yet released its military losses")."""

    about: str = "military losses"
    #: The party that is silent.
    party: Party | None = None
    kind: Literal["silence"] = "silence"
