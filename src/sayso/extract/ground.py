"""Which words of a text some attribution has, so that what is added takes nobody else's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.extract.frame import Draft, Frame


@dataclass(slots=True)
class Ground:
    """Which code points of a text are taken by some attribution."""

    frame: Frame
    taken: bytearray

    @classmethod
    def of(cls, frame: Frame, drafts: Sequence[Draft]) -> Ground:
        """The ground that the drafts leave free."""
        ground = cls(frame, bytearray(len(frame.text)))
        for draft in drafts:
            ground.take(draft)
        return ground

    def take(self, draft: Draft) -> None:
        """Mark the words of a draft as taken."""
        for start, end in draft.spans():
            self.taken[start:end] = b"\x01" * (end - start)

    def leave(self, draft: Draft) -> None:
        """Mark the content of a draft as free."""
        for start, end in draft.content:
            self.taken[start:end] = bytes(end - start)

    def free(self, start: int, end: int) -> bool:
        """True where nobody has a word between the offsets."""
        return self.taken.find(1, start, end) < 0
