"""Statements about what others said or did: denials, accusations, silences.

They carry no figure of their own; they decide how figures stand to one another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model import Evidence, Party

#: What is denied: somebody's statement ("denied the claim"), having done it ("denied involvement"), or the harm itself.
DenialOf = Literal["statement", "responsibility", "harm"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """A party rejects what another party said ("the ministry refuted this")."""

    #: Whose statement is denied; None when the report does not say.
    denied: Party | None = None
    #: Identifiers of the attributions or claims of the same report that are denied.
    targets: tuple[str, ...] = ()
    #: The words that name who denies; None where they stand apart from the denial.
    denier_words: Evidence | None = None
    #: The words that say what is denied ("the rebel account", "this").
    object_words: Evidence | None = None
    of: DenialOf = "statement"
    #: True where the object only points back ("this", "the claim", "the figure").
    pointing: bool = False
    #: True for a denial by content alone ("no such attack took place"), which names no statement.
    implicit: bool = False
    #: True where the content alone denies ("the claim is a lie"), so that the denier is whoever says it.
    by_content: bool = False
    kind: Literal["denial"] = "denial"


@dataclass(frozen=True, slots=True, kw_only=True)
class Accusation:
    """A party says that another did a wrong ("both sides blame each other of violating the ceasefire")."""

    accused: Party | None = None
    #: True where each side accuses the other of the same act.
    mutual: bool = False
    #: The words that name who accuses and who is accused; None where they stand apart or are not told.
    accuser_words: Evidence | None = None
    accused_words: Evidence | None = None
    #: True for what is said to happen again and again ("routinely accuse each other"), which is about no one act.
    habitual: bool = False
    #: True where the text sets it against what the other side said ("in turn", "in response").
    answering: bool = False
    #: True for a plain report of what the other side did ("said that their forces had opened fire").
    implicit: bool = False
    #: Where the accusation is mutual: the two parties, where the report or its dossier tells them.
    parties: tuple[Party, ...] = ()
    kind: Literal["accusation"] = "accusation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A party is said not to have released or confirmed something ("has not yet released its military losses")."""

    about: str = "military losses"
    #: The party that is silent.
    party: Party | None = None
    #: The words that name who is silent.
    party_words: Evidence | None = None
    kind: Literal["silence"] = "silence"
