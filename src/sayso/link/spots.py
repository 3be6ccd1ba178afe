"""The places that each sentence of a report names as locations, and how precise each is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from sayso.expression import Expression, Seldom
from sayso.link.events import Harm, Spot, Window
from sayso.link.ground import state_of
from sayso.link.mentions import PartyMention, Place, PlaceMention
from sayso.link.passing import named_in_passing
from sayso.link.scene import Scene
from sayso.model import Evidence

_SITE = Expression(
    r"\s+(?:(?:air|army|military|border)\s+)?(?:posts?|bases?|camps?|cathedral|church|mosque|hospital|market|school"
    r"|airport|airfield|airbase|oil ?fields?|gas ?fields?|refinery"
    r"|checkpoint|bridge|prison|station|university|square|hotel|barracks|monastery|stadium)\b",
    re.IGNORECASE,
)
_SITE_WORD = Expression(
    r"post|base|camp|cathedral|church|mosque|hospital|market|airport|field|refinery|checkpoint|bridge|prison|university|square|hotel"
    r"|barracks"
)
#: Part of what names a part of a country ("the country's south"), looked for before the pattern is tried.
_OWNERS = ("country", "province", "region", "state", "island", "capital")
_SITE_ALONE = Expression(
    r"\b(?:the|in|at|of|on|near)\s+(?P<site>(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)(?:[A-Z][\w’'-]+\s+){1,4}(?:post|base|camp|[Cc]athedral|[Cc]hurch"
    r"|[Mm]osque|[Hh]ospital|[Mm]arket"
    r"|[Aa]irport|airbase|oil ?field|refinery|checkpoint"
    r"|[Bb]ridge|[Pp]rison|[Uu]niversity|[Ss]quare|[Hh]otel|barracks))\b"
)
#: Where somebody speaks: "told reporters in X", "said by phone from X".
_SPOKEN = Expression(
    r"\b(?:reporters|journalists|briefing|conference|statement|interview|said|says|speaking|spoke|telephone|phone|told\s[\w.]+)"
    r"\s+(?:in|at|from|near|outside)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}$",
)
_NEAR = Expression(r"\b(?:near|outside|close to|next to|around)\s+(?:(?!(?:in|at|on|inside)\b)[\w’'-]+\s+){0,4}$")
#: "south of X" lies outside of it, "the south of X" in it.
_BESIDE = Expression(
    r"(?<!\bthe )\b(?:north|south|east|west)(?:-?(?:east|west))?\s+of\s+(?:the\s+(?:\w+\s+){0,3}?(?:of\s+)?)?$",
)
_ORIGIN = Expression(
    r"(?<!fire )(?<!shelling )(?<!fled )(?<!evacuated )(?<!displaced )(?<!taken )(?<!abducted )(?<!kidnapped )"
    r"(?<!missing )\bfrom\s+(?:the\s+|nearby\s+)?(?:(?:north|south|east|west)(?:-?(?:east|west))?ern\s+)?"
    r"(?:(?:city|town|village|province|region|district|state)\s+of\s+)?$",
)
#: "near the village of X" is as good as X.
_SMALL = Expression(r"\b(?:village|hamlet|settlement|farm)s?\s+of\s+$")
_LOCATIVE = Expression(
    r"\bin\s+the\s+(?:[\w-]+\s+){0,2}(?:capital|city|town|port),\s+$"
    r"|\b(?:(?:shelling|bombing|bombardment|siege) of"
    r"|(?:took place|occurred|happened)\s+between"
    r"|in|at|near|off|on|inside|outside|around|over|across|from|against|along|hit|struck|shelled|bombed|targeted"
    r"|attacked|pounded|raided|stormed|bombarded|nearby"
    r"|(?:city|town|village|district|province|region|capital|area|outskirts|suburbs?|north|south|east|west|centre"
    r"|center|neighbou?rhood"
    r"|parts?|enclave|stronghold|camp|state|governorate|island|valley|settlements?|territory|front)\s+of)\s+(?:the\s+"
    r"|an?\s+)?(?:[\w’'-]+\s+){0,5}$",
)
#: Hospitals where victims are treated are not where they were harmed.
_TREATED = Seldom(
    "treat|recuperat|recover|admitted|taken|transferred|received|rushed|airlifted",
    r"\b(?:treat(?:ed|ment)|recuperat\w+|recover(?:ing|y)|admitted|taken|transferred|received|rushed|airlifted)\b",
    re.IGNORECASE,
)
#: "the country's south": a place without a name.
_PART = Expression(
    r"\b(?:in|of|across|to)\s+(?P<part>the\s+(?:country|province|region|state|island)['’]s\s+(?:[a-z]+\s+)?(?:north"
    r"|south|east|west)\w*)",
    re.IGNORECASE,
)
#: "in the Norlandic capital": a town without its name.
_CAPITAL = Expression(
    r"\b(?:in|on|hit|struck|shook|across|(?:suburbs?|outskirts|streets|centre|center|heart|parts?|edge|district)\s+of)"
    r"\s+(?P<part>th(?:e|is)\s+(?:[A-Z][\w’'-]+\s+)?capital)\b"
    r"(?!\s+(?:city\b|of\b|[A-Z])|,\s+[A-Z])"
)
_DIRECTION = Expression(
    r"\b(?:(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?|central|upper|lower)\s+$", re.IGNORECASE
)
#: "western X province" is the name's own noun where a direction makes it a part of it.
_UNIT = Expression(r"\s(?:province|region|district|governorate|county|department|state)\b")
_QUARTER = Expression(r"\s+(?:neighbou?rhood|area|district|quarter|suburb)\b", re.IGNORECASE)
#: "the X strike", "X has been under bombardment": the place of the harm without a preposition.
_STRUCK = Expression(
    r"\s+(?:(?:car|truck|suicide|bomb|gun|grenade|rocket|mortar|drone|shooting|stabbing|knife|bus|hotel|mosque"
    r"|church|market|school)\s+){0,2}(?:(?:air ?)?strikes?|airstrikes?|attacks?|bombings?|blasts?|shelling|massacre"
    r"|clash(?:es)?|siege|raid|assault)\b"
    r"|\s+(?:(?:has|have|had|was|were|is|been|came|come|coming)\s+){1,2}(?:also\s+)?under\s+(?:\w+\s+)?(?:fire|attack"
    r"|bombardment|shelling)",
    re.IGNORECASE,
)
_ROAD = Expression(
    r"\s+(?:road|highway|street|avenue|declaration|agreement|accords?|pact|treaty|talks|summit|signing|process)\b",
    re.IGNORECASE,
)
_RANKS = {
    "neighbourhood": 5,
    "village": 4,
    "town": 4,
    "capital": 4,
    "district": 3,
    "island": 3,
    "front": 2,
    "area": 2,
    "mountains": 2,
    "region": 2,
    "sea": 1,
    "country": 0,
}
#: "the village of X", of which no gazetteer knows: as good as a town.
_CALLED_RANK = 4.05
_CALLED = Expression(r"\b(?:village|hamlet|town|settlement|neighbou?rhood|quarter|suburb|district)s?\s+of\s+$")
POINTS = frozenset(("neighbourhood", "village", "town", "capital"))
_SPOTS = POINTS | {"region", "district"}
SITE_RANK, _UNRESOLVED_RANK, PRECISE = 5, 3.5, 3
_PART_RANK, REGION_RANK, _CAPITAL_RANK = 1.5, 2.5, 3.9
#: How much less precise "near X" is than "in X".
_NEARBY = 0.9
#: The same of "a village near X", whose own name the report tells elsewhere if it has one.
_UNNAMED_NEARBY = 2.0
#: The same of Y in "X near Y".
_TELLS_ANOTHER = 2.5
_UNNAMED = Expression(
    r"\ban?\s+(?:[\w-]+\s+){0,2}(?:village|hamlet|settlement|town|suburb|site|place)\s+(?:near|outside|close to|next to"
    r"|around)\s+(?:[\w’'-]+\s+){0,4}$",
)
#: "a teacher from X": where somebody comes from is the harm's place only if nothing else is told.
_ORIGIN_RANK = 0.5
#: How much less precise "south of X" is than "in X".
_BESIDES = 0.5
#: An event's place may stand this many sentences away from the claims on it.
REACH = 3


#: So many sentences, headline and source's line among them, a report takes to say where it plays.
_OPENING = 5
#: A sentence that turns to something else: what it tells of lends its place to no other.
_ELSEWHERE = Expression(
    r"\s*[\"“]?(?:Meanwhile|Elsewhere|Separately|In (?:a separate|another|other) (?:\w+ )?(?:incident|attack"
    r"|development|news|clash|event|case)s?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Spots:
    """The places that each sentence of a report names as locations, looked up once a sentence."""

    scene: Scene
    #: The words that name sources: a place in them is where they speak, as far as other sentences go.
    sources: tuple[Evidence, ...] = ()
    _found: dict[int, tuple[Spot, ...]] = field(default_factory=dict)
    _main: list[str | None] = field(default_factory=list)
    _holders: list[dict[str, str]] = field(default_factory=list)

    def of(self, sentence: int) -> tuple[Spot, ...]:
        """The spots of a sentence by its number, in no order."""
        if sentence not in self._found:
            self._found[sentence] = tuple(_spots(self.scene, *self.scene.sentences[sentence]))
        return self._found[sentence]

    @property
    def main(self) -> str | None:
        """The town or site that the first sentences tell, else the place that the report names most."""
        if self._main == []:
            self._main.append(self._told_first() or _named_most(self.scene))
        return self._main[0]

    def _told_first(self) -> str | None:
        opening = [spot for number in range(min(_OPENING, len(self.scene.sentences))) for spot in self.of(number)]
        around = {spot.name for spot in opening if spot.rank < 0}  # "in the Holt district of | Karsk"
        told = (spot for spot in opening if spot.rank >= PRECISE and spot.name not in around)
        return next((spot.name for spot in told if not (self.speaks(spot) or self._abroad(spot))), None)

    def told_to_lie_in(self, name: str) -> str | None:
        """The state of the place that the report tells a name to lie in, anywhere: "Holt sector of Karsk district"."""
        if not self._holders:
            self._holders.append(dict(reversed(list(_told_to_lie(self.scene)))))
        return self._holders[0].get(name)

    def around(self, harm: Harm) -> Iterator[Spot]:
        """The spots, finer than a country, of a claim's sentence and those around it."""
        sentence = harm.sentence
        reach = REACH + (sentence == 0)  # the first sentence is a headline, or the body tells it again
        last = min(len(self.scene.sentences), sentence + reach + 1)
        for number in range(max(0, sentence - REACH), last):
            if number == sentence:
                yield from (spot for spot in self.of(number) if spot.rank > 0)
            elif not self._tells_of_another(number, harm.window):
                yield from (s for s in self.of(number) if s.rank > 0 and not (self.speaks(s) or self._abroad(s)))

    def _tells_of_another(self, number: int, window: Window | None) -> bool:
        """True where a sentence turns to something else, or to another day."""
        start, end = self.scene.sentences[number]
        if _ELSEWHERE.match(self.scene.text, start, end):
            return True
        if window is None or not self.of(number):
            return False
        told = self.scene.harm_dates.told_in(start, end)
        return told is not None and (told[1] < window[0] or window[1] < told[0])

    def speaks(self, spot: Spot) -> bool:
        """True for a place in the words that name a source: where somebody is who tells of the harm."""
        return any(piece.start <= spot.start < piece.end for piece in self.sources)

    def _abroad(self, spot: Spot) -> bool:
        """True for a place outside of the country that the report plays in: it lends nothing to other sentences."""
        home = self.scene.home
        return home is not None and spot.country is not None and spot.country != home[0]


def _told_to_lie(scene: Scene) -> Iterator[tuple[str, str]]:
    """Names of places and the state of the place right behind each, that the words between tell it to lie in."""
    for inner, outer in pairwise(scene.mentions.places):
        state = state_of(outer.place)
        if state is not None and _LIES_IN.fullmatch(scene.text, inner.end, outer.start):
            yield scene.text[inner.start : inner.end], state


_LIES_IN = Expression(
    r"(?:\s(?:sector|village|town|area|sub-district|subdistrict|tehsil|valley))?,?\s(?:of|in)\s(?:the\s)?(?:\w+\s)?"
)


def _named_most(scene: Scene) -> str | None:
    names: dict[str, list[str]] = {}
    for mention in scene.mentions.places:
        passing = named_in_passing(scene.text, mention.start)
        if mention.place is not None and _RANKS.get(mention.place.kind, 0) > 0 and not passing:
            party = any(m.start <= mention.start < m.end and m.how == "capital" for m in scene.mentions.parties)
            words = scene.text[mention.start : mention.end]
            if not party and not words.isupper():  # a dateline's town
                names.setdefault(mention.place.id, []).append(words)
    most = max(names.values(), key=len, default=[])
    return most[0] if len(most) > 1 else None


def _spots(scene: Scene, start: int, end: int) -> Iterator[Spot]:
    treated = (
        _TREATED.search(scene.text, start, end) if scene.places(start, end) or _site_words(scene, start, end) else None
    )
    stop = treated.start() if treated else end
    for mention in scene.places(start, stop):
        site = _SITE.match(scene.text, mention.end)
        if site is not None and mention.place is not None and mention.place.kind == "country":
            site = None  # "the Cameroon school attack": a school somewhere in it
        named = mention.start, site.end() if site else mention.end
        if _is_location(scene, mention, start, site is not None) and not _only_treats(scene, (start, end), named):
            yield _spot(scene, mention, site)
    if _site_words(scene, start, stop):
        for found in _SITE_ALONE.finditer(scene.text, start, stop):
            if not _only_treats(scene, (start, end), found.span("site")):
                yield Spot(name=found.group("site"), rank=SITE_RANK, start=found.start("site"), country=None)
    if _names_owner(scene, start, stop):
        for pattern, rank in ((_PART, _PART_RANK), (_CAPITAL, _CAPITAL_RANK)):
            for found in pattern.finditer(scene.text, start, stop):
                if not _off_scene(scene, found.start("part"), start):
                    yield Spot(name=found.group("part"), rank=rank, start=found.start("part"), country=None)


#: Where the hurt are brought and doctors speak.
_HOSPITAL = Expression(r"\b(?:hospital|clinic|morgue|mortuary|infirmary)$", re.IGNORECASE)
_HIT_BEFORE = Expression(
    r"\b(?:hit|hits|hitting|struck|striking|shell(?:ed|ing)|bomb(?:ed|ing)|attack(?:ed|ing|s)?|target(?:ed|ing)|raid(?:ed|ing)?"
    r"|storm(?:ed|ing)|strikes?|blast|explo(?:ded|sion)|shot|killed)\s(?:[\w’'-]+\s){0,4}$",
    re.IGNORECASE,
)
_HIT_AFTER = Expression(
    r"\s(?:was|were|is|came|had\sbeen|has\sbeen)\s(?:\w+\s)?(?:hit|struck|shelled|bombed|attacked|targeted|raided|stormed|under)\b"
    r"|\s(?:(?:air\s?)?strikes?|attack|blast|bombing|massacre|raid|shelling|shooting)\b",
    re.IGNORECASE,
)


def _only_treats(scene: Scene, sentence: tuple[int, int], site: tuple[int, int]) -> bool:
    """True for a hospital that its sentence does not tell to be hit: victims are brought there."""
    if not _HOSPITAL.search(scene.text, *site):
        return False
    hit = _HIT_BEFORE.search(scene.text, sentence[0], site[0]) or _HIT_AFTER.match(scene.text, site[1], sentence[1])
    return hit is None


def _names_owner(scene: Scene, start: int, end: int) -> bool:
    words = scene.lowered[start:end]
    return any(owner in words for owner in _OWNERS)


def _site_words(scene: Scene, start: int, end: int) -> bool:
    return bool(_SITE_WORD.search(scene.lowered, start, end))


def _is_location(scene: Scene, mention: PlaceMention, start: int, site: bool) -> bool:
    words = scene.text[mention.start : mention.end]
    before = scene.lowered[max(start, mention.start - 60) : mention.start]
    if words.isupper() and len(words) > 3:
        return False
    if _off_scene(scene, mention.start, start):
        return False
    if any(
        mention.start < m.end and _names_no_place(m, mention) for m in scene.parties(mention.start - 80, mention.end)
    ):
        return False
    located = site or _STRUCK.match(scene.text, mention.end) or _LOCATIVE.search(before) or _CAPITAL_OF.search(before)
    return bool(located) and not _ROAD.match(scene.text, mention.end)


def _off_scene(scene: Scene, at: int, start: int) -> bool:
    """True for where somebody speaks, or what lies in passing: no scene of a harm."""
    before = scene.lowered[max(start, at - 60) : at]
    return _SPOKEN.search(before) is not None or named_in_passing(scene.text, at, start)


#: "in the capital of Norland, Norhaven": the name comes after what it is.
_CAPITAL_OF = Expression(r"\b(?:capital|city|town|village)\b[^.;,]{0,30},\s+$")


def _names_no_place(party: PartyMention, place: PlaceMention) -> bool:
    """True where the words are the name of a body, group or people, and a place's only in passing."""
    if place.start <= party.start and party.end <= place.end and party.end - party.start < place.end - place.start:
        return False  # "Lake Chad"
    whole = party.start == place.start and party.end == place.end
    return not whole or party.party.kind not in ("state", "unnamed") or party.how in ("people", "adjective", "capital")


def _spot(scene: Scene, mention: PlaceMention, site: re.Match[str] | None) -> Spot:
    end = site.end() if site else mention.end
    rank: float = _UNRESOLVED_RANK if mention.place is None else _RANKS.get(mention.place.kind, 0)
    if _QUARTER.match(scene.text, mention.end) and (
        mention.place is None or mention.place.kind not in ("district", "region")
    ):
        rank = SITE_RANK
    ahead = scene.lowered[max(0, mention.start - 50) : mention.start]
    if mention.place is None:
        rank = _rank_by_kind(scene.text, mention, ahead) or rank
    if _NEAR.search(ahead) and not _SMALL.search(ahead):
        unnamed = _UNNAMED_NEARBY if _UNNAMED.search(ahead) else _NEARBY
        rank -= _TELLS_ANOTHER if _tells_another(scene, mention.start) else unnamed
    elif _holds_another(scene, mention.start):
        rank -= _TELLS_ANOTHER
    elif _BESIDE.search(ahead):
        rank -= _BESIDES
    elif _ORIGIN.search(ahead):
        rank = min(rank, _ORIGIN_RANK)
    start = mention.start
    direction = _DIRECTION.search(scene.text, max(0, start - 16), start)
    if direction is not None and rank <= _RANKS["region"]:
        start, rank = direction.start(), max(rank, _PART_RANK)
        unit = _UNIT.match(scene.text, end)
        end = unit.end() if unit else end
    rank = SITE_RANK if site else rank
    return Spot(
        name=scene.text[start:end],
        rank=rank,
        start=start,
        country=state_of(mention.place),
        where=_where(mention.place),
    )


def _rank_by_kind(text: str, mention: PlaceMention, ahead: str) -> float | None:
    """What the words beside a name that no gazetteer knows tell of the size of the place."""
    if _CALLED.search(ahead):
        return _CALLED_RANK
    return _RANKS["region"] if _PROVINCE_OF.search(ahead) or _PROVINCE.match(text, mention.end) else None


_PROVINCE_OF = Expression(r"\b(?:province|governorate|region|state)\s+of\s+$")
_PROVINCE = Expression(r"\s(?:province|governorate)\b", re.IGNORECASE)


def _tells_another(scene: Scene, start: int) -> bool:
    """ "X near Y": Y only tells where the place named right before it lies."""
    before = scene.places(max(0, start - 40), start)
    return bool(before) and bool(_JUST_NEAR.fullmatch(scene.text, before[-1].end, start))


def _holds_another(scene: Scene, start: int) -> bool:
    """ "near the village of X in Y", "X south of Y": Y tells where the place named right before it lies."""
    before = scene.places(max(0, start - 50), start)
    return bool(before) and bool(_JUST_IN.fullmatch(scene.text, before[-1].end, start))


_JUST_IN = Expression(
    r"(?:\s+(?:village|hamlet|town|neighbou?rhood|area|district|quarter|forest|region))?"
    r"(?:\s+in\s+|(?<=\sarea)\s+of\s+|(?<=\sdistrict)\s+of\s+|(?<=\sregion)\s+of\s+|,?\s+(?:north|south|east|west)(?:-?(?:east|west))?\s+of\s+)(?:the\s+(?:[\w-]+\s+){0,3}?(?:of\s+)?)?"
    r"(?:(?:north|south|east|west|cent)\w*\s+)?",
    re.IGNORECASE,
)
_JUST_NEAR = Expression(
    r",?\s+(?:near|outside|close to|next to)\s+(?:the\s+)?(?:(?:capital|town|city|village|border)\s+"
    r"(?:of\s+|with\s+)?)?",
    re.IGNORECASE,
)


def _where(place: Place | None) -> tuple[float, float] | None:
    if place is None or place.latitude is None or place.longitude is None:
        return None
    if place.kind not in _SPOTS:
        return None  # the middle of a country or island is far from much of it
    return place.latitude, place.longitude
