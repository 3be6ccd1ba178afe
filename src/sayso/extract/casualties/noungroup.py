"""A group of people in the text: which words, how many, of what kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.claims.casualty import Effect, Group, Modality

#: How a group says how many it is.
How = Literal["number", "vague", "none", "article", "definite", "plural", "name"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NounGroup:
    """People in the text; `first` and `last` are token indexes, end exclusive."""

    first: int
    last: int
    how: How
    low: int | None
    high: int | None
    modality: Modality = "exact"
    #: Offsets of the number, article or noun that says how many; None for a bare plural.
    number: tuple[int, int] | None = None
    #: Offsets of the words that name the people; None when there is only a number.
    victims: tuple[int, int] | None = None
    #: Token index of the head noun; None for a bare number or a head that is not known to be a person.
    head: int | None = None
    group: Group = "unknown"
    #: Harm told by the group itself ("27 deaths", "six wounded soldiers").
    harm: Effect | None = None
    #: True when `harm` is the head ("deaths"), not an adjective ("wounded soldiers").
    harm_head: bool = False
    plural: bool = True
    added: bool = False
    #: The head is a thing, or a word not known to name people.
    unknown_head: bool = False
    thing: bool = False
    #: "five of them", "two of whom": part of people named before.
    part: bool = False
    #: "the two men", "both": may repeat what was counted before.
    anaphoric: bool = False
    #: Last word of a name, by which it is called later on.
    surname: str | None = None
    #: "two of the eight rebels": the whole.
    whole: NounGroup | None = None

    @property
    def counted(self) -> bool:
        """True for a group with a number, "no", an article or a name: one that gives bounds."""
        return self.how in ("number", "none", "article", "name")

    @property
    def bare(self) -> bool:
        """True for a number without a noun."""
        return self.head is None and not self.unknown_head and not self.thing and self.how != "name"
