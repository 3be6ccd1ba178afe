"""Where a harm was done, as the report writes it: the place of the harm, not of the speaker or of the newsroom."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from sayso.link.mentions import PlaceMention
from sayso.link.sentences import Sentences

_DIRECTION: Final = (
    r"(?:(?:north|south|east|west|central|northern|southern|eastern|western|northeastern|northwestern|southeastern|southwestern"
    r"|upper|lower|north-?east|north-?west|south-?east|south-?west)(?:ern)?)"
)
#: "in", "near the town of": what follows is where something happened.
_WHERE: Final = re.compile(
    rf"\b(?:in|at|near|outside|inside|on|along|around|across|of|over|through|throughout|within|into|hit|struck|shelled|bombed|targeted"
    rf"|attacked|stormed|to|for|against)\s+(?:the\s+|a\s+|an\s+)?(?:[\w’'-]+\s+){{0,4}}?$",
    re.IGNORECASE,
)
#: A measure from a better-known place: "220 kilometres southeast of".
_MEASURED: Final = re.compile(
    rf"\b(?:km|kilomet(?:er|re)s?|miles?)\b[^.;]{{0,30}}?(?:of|from)\s+(?:the\s+)?(?:\w+\s+)?$|\b{_DIRECTION}\s+of\s+(?:the\s+capital\s*,?\s+)?$", re.IGNORECASE
)
#: Where somebody speaks, comes from, is based or is accused.
_NOT_THERE: Final = re.compile(
    r"\b(?:from|against|with|between|between \w+ and|told \w+ in|reporters in|officials? in|residents? of|doctors? in|activists? in|speaking in|speaking at"
    r"|based in|visit to|arriv\w+ in|arrival in|ambassador (?:to|in)|talks in|meeting in|conference in|embassy in|relations with|border with|editing by \w+ in"
    r"|reporting by .{0,40} in|brought (?:to|from)|transferred to|taken to|flown to|evacuated to|airlifted to|support for|war on|accus\w+"
    r"|blam\w+|supported by|backed by|by|and|said in|statement in|leader in)\s+(?:the\s+)?(?:\w+\s+){0,1}?$",
    re.IGNORECASE,
)
_DATELINE: Final = re.compile(r"(?:^|\n)[A-Z /,]*$")
_EXTENDS: Final = re.compile(rf"(?:\b{_DIRECTION}\s+|\b{_DIRECTION} (?:part|parts|side|outskirts) of (?:the )?)$", re.IGNORECASE)
_FINE: Final = {"country": 0, "sea": 1, "area": 2, "mountains": 3, "front": 3, "river": 2, "region": 2, "island": 2, "district": 3, "capital": 3}
_LEAD: Final = 4
_BACK: Final = 3


@dataclass(frozen=True, eq=False)
class HarmPlaces:
    """The places of one report, read for the harms told in it."""

    text: str
    places: tuple[PlaceMention, ...]

    @cached_property
    def sentences(self) -> Sentences:
        """The sentences of the report."""
        return Sentences(self.text)

    def place(self, start: int, end: int) -> PlaceMention | None:
        """Where the harm told from `start` to `end` was done."""
        index = self.sentences.index(start)
        own = self._best(self._here(index), start, end)
        if own is not None and self._fineness(own):
            return self._written(own)
        told = self._told_before(index)
        found = told or self.main or own
        return self._written(found) if found else None

    def _here(self, index: int) -> list[PlaceMention]:
        low, high = self.sentences[index]
        return [p for p in self.places if low <= p.start < high and self.is_scene(p)]

    def _told_before(self, index: int) -> PlaceMention | None:
        for back in range(index - 1, max(-1, index - 1 - _BACK), -1):
            low, high = self.sentences[back]
            if "\n\n" in self.text[low:high]:
                return None
            near = [p for p in self._here(back) if self._fineness(p) > 1]
            if near:
                return self._best(near, low, low)
        return None

    def _best(self, places: Sequence[PlaceMention], start: int, end: int) -> PlaceMention | None:
        return min(places, key=lambda p: self._rank(p, start, end), default=None)

    def _rank(self, mention: PlaceMention, start: int, end: int) -> tuple[int, int, int]:
        between = self.text[min(mention.end, end) : max(mention.start, start)]
        breaks = len(re.findall(r"[;:]|, (?:and|but|while)\b|\b(?:but|while|after|since|when|which)\b", between))
        return (0 if self._fineness(mention) else 1, breaks, max(start - mention.end, mention.start - end, 0) // 25 - self._fineness(mention))

    def _fineness(self, mention: PlaceMention) -> int:
        if mention.place is None:
            return 4
        return _FINE.get(mention.place.kind, 4)

    def is_scene(self, mention: PlaceMention) -> bool:
        """True where the words before say that something happened there."""
        before = self.text[max(0, mention.start - 60) : mention.start]
        before = before[before.rfind("\n") + 1 :]
        if _MEASURED.search(before) or _NOT_THERE.search(before) or self._is_dateline(mention):
            return False
        return _WHERE.search(before) is not None or self._second_of_pair(mention)

    def _is_dateline(self, mention: PlaceMention) -> bool:
        return self.text[mention.start : mention.end].isupper() and _DATELINE.search(self.text[: mention.start]) is not None

    def _second_of_pair(self, mention: PlaceMention) -> bool:
        return False

    @cached_property
    def main(self) -> PlaceMention | None:
        """Where what the report is about happened: the finest place that its head and first sentences name as a scene."""
        heads = [p for i in range(min(_LEAD, len(self.sentences))) for p in self._here(i)]
        scenes = heads or [p for i in range(len(self.sentences)) for p in self._here(i)]
        if not scenes:
            return None
        often = Counter(self.text[p.start : p.end] for p in self.places)
        return max(scenes, key=lambda p: (min(self._fineness(p), 2), often[self.text[p.start : p.end]], -p.start))

    def _written(self, mention: PlaceMention) -> PlaceMention:
        """The mention with the direction before it: "northern Iraq"."""
        lead = _EXTENDS.search(self.text, max(0, mention.start - 30), mention.start)
        return replace(mention, start=lead.start()) if lead else mention


def harm_place(
    text: str, claim_start: int, claim_end: int, places: Sequence[PlaceMention]
) -> PlaceMention | None:
    """Where the harm told from `claim_start` to `claim_end` was done, as written; None where the report does not say."""
    return HarmPlaces(text, tuple(places)).place(claim_start, claim_end)
