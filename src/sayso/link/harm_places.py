"""Where a harm was done, as the report writes it: the place of the harm, not of the speaker or of the newsroom."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from sayso.link.mentions import PlaceMention
from sayso.link.sentences import Sentences, is_wrapped

_DIRECTION: Final = (
    r"(?:(?:north|south|east|west|central|northern|southern|eastern|western|northeastern|northwestern"
    r"|southeastern|southwestern"
    r"|upper|lower|north-?east|north-?west|south-?east|south-?west)(?:ern)?)"
)
#: "in", "near the town of": what follows is where something happened.
_WHERE: Final = re.compile(
    r"\b(?:in|at|near|outside|inside|on|along|around|across|of|over|through|throughout|within|into|hit|struck"
    r"|shelled|bombed|targeted"
    r"|attacked|stormed|to|for|against)\s+(?:the\s+|a\s+|an\s+)?(?:[\w’'-]+\s+){0,4}?$",
    re.IGNORECASE,
)
#: A measure from a better-known place: "220 kilometres southeast of".
_MEASURED: Final = re.compile(
    rf"\b(?:km|kilomet(?:er|re)s?|miles?)\b[^.;]{{0,30}}?(?:of|from)\s+(?:the\s+)?(?:\w+\s+)?$"
    rf"|\b{_DIRECTION}\s+of\s+(?:the\s+capital\s*,?\s+)?$",
    re.IGNORECASE,
)
#: Where somebody speaks, comes from, is based or is accused.
_NOT_THERE: Final = re.compile(
    r"\b(?:from|against|with|between|between \w+ and|told \w+ in|reporters in|officials? in|residents? of"
    r"|doctors? in|activists? in|speaking in|speaking at"
    r"|based in|visit to|arriv\w+ in|arrival in|ambassador (?:to|in)|talks in|meeting in|conference in|embassy "
    r"in|relations with|border with|editing by \w+ in"
    r"|reporting by .{0,40} in|(?:brought|transferred|taken|flown|evacuated|airlifted) (?:to|from|back to)(?: "
    r"nearby)?(?: the \w+ capital(?: of)?)?"
    r"|support for|war on|according to|accus\w+"
    r"|blam\w+|supported by|backed by|by|and|said in|statement in|leader in|liv\w+ in|currently in|resid\w+ in"
    r"|born in)\s+"
    r"(?:the\s+)?(?:\w+\s+){0,1}?$",
    re.IGNORECASE,
)
#: "the army of the unrecognised", "police of the Autonomous Region in": part of a body's or office's name.
_OF_BODY: Final = re.compile(
    r"\b(?:army|forces|ministry|minister|president|government|police|governor|mayor|head|chief|commander|leader"
    r"|ombudsman|office|authorities"
    r"|parliament|spokes\w+|Republic|Army|Ministry|Minister|President|Government|Police|Governor|Office|Council"
    r"|Committee)\s+(?:of|in|for)\s+"
    r"(?:the\s+)?(?:unrecogni[sz]ed\s+|self-proclaimed\s+|breakaway\s+|de facto\s+)?(?:[A-Z]\w+\s+(?:in\s+"
    r"|of\s+)?){0,3}$"
)
#: "In Baku, they announced": where the speaker is.
_SPEAKER_THERE: Final = re.compile(
    r",?\s+(?:(?:they|he|she|officials|authorities|the\s+\w+)\s+)?(?:announced|said|reported|told|confirmed"
    r"|claimed|denied|stated)\b"
)
#: "X has been under bombardment", "X was hit": the place as the one that suffers.
_SUFFERS: Final = re.compile(
    r"\s+(?:has\s+|have\s+|had\s+)?(?:been|came|come|was|were)\s+(?:\w+\s+)?(?:under|hit|shelled|struck|bombed"
    r"|attacked|targeted|bombarded)\b"
)
_ASSAULT_ON: Final = re.compile(
    r"\b(?:assault|offensive|attacks?|strikes?|raids?|campaign|operation|invasion|shelling|bombardment"
    r"|bombing)\s+(?:against|on|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_PERFECT: Final = re.compile(r"\b(?:has|have)\b")
_DATELINE: Final = re.compile(r"(?:^|\n)[A-Z /,]*$")
_EXTENDS: Final = re.compile(
    rf"(?:\b{_DIRECTION}\s+|\b{_DIRECTION} (?:part|parts|side|outskirts) of (?:the )?)$", re.IGNORECASE
)
_FINE: Final = {
    "continent": 0,
    "country": 0,
    "sea": 1,
    "area": 2,
    "mountains": 3,
    "front": 3,
    "river": 2,
    "region": 2,
    "island": 2,
    "district": 3,
    "capital": 3,
}
_COARSE: Final = 2
#: UCDP `where_prec` of "near X".
_NEARBY: Final = 2
_LEAD: Final = 4
_REST: Final = 8
_BACK: Final = 3
#: "LoC" and the like: longer words in capitals are the place of the newsroom.
_ABBREVIATION: Final = 3


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
        if own is not None and (not self._is_coarse(own) or self._is_of_all(own, index)):
            return self._written(own)
        finer = self._told_before(index) or self.main
        if own is not None and (finer is None or self._fineness(finer) <= max(self._fineness(own), _COARSE)):
            return self._written(own)
        return self._written(finer) if finer else None

    def _is_of_all(self, own: PlaceMention, index: int) -> bool:
        """ "have been killed in Syria": a total for the whole country."""
        country = own.place is not None and own.place.kind == "country"
        return country and _PERFECT.search(self.text, *self.sentences[index]) is not None

    def _is_coarse(self, mention: PlaceMention) -> bool:
        """A country, an area, or "near X": the report may name the place itself elsewhere."""
        return mention.place is not None and (self._fineness(mention) <= _COARSE or mention.place.where_prec == _NEARBY)

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
        return (
            0 if self._fineness(mention) else 1,
            breaks,
            max(start - mention.end, mention.start - end, 0) // 25 - self._fineness(mention),
        )

    def _fineness(self, mention: PlaceMention) -> int:
        if mention.place is None:
            return 4
        return _FINE.get(mention.place.kind, 4)

    def is_scene(self, mention: PlaceMention) -> bool:
        """True where the words before say that something happened there."""
        before = self.text[max(0, mention.start - 60) : mention.start]
        before = (
            before[before.rfind("\n\n") + 1 :].replace("\n", " ") if self._wrapped else before[before.rfind("\n") + 1 :]
        )
        if mention.place is not None and mention.place.kind in ("front", "continent"):
            return mention.place.kind == "front"
        if _SUFFERS.match(self.text, mention.end) or _ASSAULT_ON.search(before):
            return True
        if (
            _MEASURED.search(before)
            or _NOT_THERE.search(before)
            or _OF_BODY.search(before)
            or self._is_dateline(mention)
        ):
            return False
        return _WHERE.search(before) is not None and not _SPEAKER_THERE.match(self.text, mention.end)

    @cached_property
    def _wrapped(self) -> bool:
        return is_wrapped(self.text)

    def _is_dateline(self, mention: PlaceMention) -> bool:
        words = self.text[mention.start : mention.end]
        return words.isupper() and len(words) > _ABBREVIATION

    @cached_property
    def main(self) -> PlaceMention | None:
        """Where what the report is about happened: the finest place that its head and first sentences name as "
        "a scene."""
        best = self._finest(range(min(_LEAD, len(self.sentences))))
        if best is None or not self._fineness(best):
            best = self._finest(range(min(_REST, len(self.sentences)))) or best
        return best or self._named_most

    @property
    def _named_most(self) -> PlaceMention | None:
        """The area or town that the report names most, where nothing is told to have happened anywhere."""
        named = [p for p in self.places if self._fineness(p) > 1 and p.place is not None and p.place.kind != "capital"]
        count = Counter(p.place.id for p in named if p.place)
        often = [p for p in named if p.place and count[p.place.id] > 1]
        return max(often, key=lambda p: (count[p.place.id] if p.place else 0, -p.start), default=None)

    def _finest(self, sentences: range) -> PlaceMention | None:
        scenes = [p for i in sentences for p in self._here(i)]
        return max(
            scenes, key=lambda p: (self._fineness(p), self._often[self.text[p.start : p.end]], -p.start), default=None
        )

    @cached_property
    def _often(self) -> Counter[str]:
        return Counter(self.text[p.start : p.end] for p in self.places)

    def _written(self, mention: PlaceMention) -> PlaceMention:
        """The mention with the direction before it: "northern Iraq"."""
        lead = _EXTENDS.search(self.text, max(0, mention.start - 30), mention.start)
        return replace(mention, start=lead.start()) if lead else mention


def harm_place(text: str, claim_start: int, claim_end: int, places: Sequence[PlaceMention]) -> PlaceMention | None:
    """Where the harm told from `claim_start` to `claim_end` was done, as written; None where the report does "
    "not say."""
    return HarmPlaces(text, tuple(places)).place(claim_start, claim_end)
