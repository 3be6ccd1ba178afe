"""What is known while the sources of one report are read in order: who has spoken, and who is in the cast."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.link.cast import Cast, Member
from sayso.link.knowledge_base import Knowledge
from sayso.link.mentions import Mentions
from sayso.link.source_words import Gender
from sayso.link.text_frame import TextFrame
from sayso.model import Party


@dataclass(frozen=True, slots=True)
class Spoken:
    """A resolved speaker and where the words that name it stand."""

    party: Party
    start: int
    gender: Gender | None = None
    plural: bool = False
    #: An "according to" whose content the encoder gave to somebody else.
    empty: bool = False
    #: Told by a noun ("X's claim that ..."), and so no subject that a second verb goes with.
    noun: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """Who speaks, or why that stays open."""

    party: Party | None = None
    why: str | None = None
    gender: Gender | None = None
    plural: bool = False


@dataclass(slots=True)
class Stage:
    """One report while its sources are read in order."""

    frame: TextFrame
    mentions: Mentions
    cast: Cast
    home: Party | None
    knowledge: Knowledge
    spoken: list[Spoken] = field(default_factory=list)
    #: The content of the attribution at hand: nobody named in it says it.
    content: tuple[tuple[int, int], ...] = ()
    #: What pronouns have told of a person's gender.
    genders: dict[str, Gender] = field(default_factory=dict)

    def told(self, offset: int) -> bool:
        """True inside the content of the attribution at hand."""
        return any(start <= offset < end for start, end in self.content)

    def gender(self, member: Member) -> Gender | None:
        """A person's gender as title, role or an earlier pronoun tells it."""
        return member.gender or self.genders.get(member.party.name)
