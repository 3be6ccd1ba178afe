"""What extraction needs to know about proper names, without knowing any itself.

Names of parties, peoples and places are data of the linking stage; the pipeline hands an object of that stage in
under this protocol, so that extraction holds no list of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol


class Names(Protocol):
    """Knowledge of single words that are proper names."""

    def is_people_name(self, word: str) -> bool:
        """True for a name of the members of a people, state or armed group; upper and lower case are alike."""
        ...

    def is_name(self, word: str) -> bool:
        """True for any known proper name: a party, place, people or adjective of one; case does not matter."""
        ...

    def is_armed_group(self, name: str) -> bool:
        """True for the name, of one or more words, of an armed group that is no state."""
        ...

    def spelt(self, text: str) -> Iterable[tuple[int, int, str]]:
        """First and end offset of each known name in a text in capitals, and the name as it is written elsewhere."""
        ...


class NoNames:
    """Knows no name: what extraction falls back on when it is used by itself."""

    def is_people_name(self, word: str) -> bool:
        """Answer False for every word."""
        return False

    def is_name(self, word: str) -> bool:
        """Answer False for every word."""
        return False

    def is_armed_group(self, name: str) -> bool:
        """Answer False for every name."""
        return False

    def spelt(self, text: str) -> Iterable[tuple[int, int, str]]:
        """Find no name."""
        return ()
