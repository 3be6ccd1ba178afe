"""Where and when the harm of a claim was done: its own words first, then those of the claims of the same event."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import cos, hypot, radians

from sayso.link.claim_context import ClaimContext
from sayso.link.claim_dates import is_dated, own_window
from sayso.link.events import Harm, Spot, Window, other_account, same_figure
from sayso.link.ground import state_of, state_of_country
from sayso.link.mentions import PartyMention, Place, PlaceMention
from sayso.link.passing import named_in_passing
from sayso.link.place_names import name_key
from sayso.link.scene import Scene
from sayso.model import Evidence

_SITE = re.compile(
    r"\s+(?:(?:air|army|military|border)\s+)?(?:posts?|bases?|camps?|cathedral|church|mosque|hospital|market|school"
    r"|airport|airfield|airbase|oil ?fields?|gas ?fields?|refinery"
    r"|checkpoint|bridge|prison|station|university|square|hotel|barracks|monastery|stadium)\b",
    re.IGNORECASE,
)
_SITE_WORD = re.compile(
    r"post|base|camp|cathedral|church|mosque|hospital|market|airport|field|refinery|checkpoint|bridge|prison|university|square|hotel"
    r"|barracks"
)
#: Part of what names a part of a country ("the country's south"), looked for before the pattern is tried.
_OWNERS = ("country", "province", "region", "state", "island", "capital")
_SITE_ALONE = re.compile(
    r"\b(?:the|in|at|of|on|near)\s+(?P<site>(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)(?:[A-Z][\w’'-]+\s+){1,4}(?:post|base|camp|[Cc]athedral|[Cc]hurch"
    r"|[Mm]osque|[Hh]ospital|[Mm]arket"
    r"|[Aa]irport|airbase|oil ?field|refinery|checkpoint"
    r"|[Bb]ridge|[Pp]rison|[Uu]niversity|[Ss]quare|[Hh]otel|barracks))\b"
)
#: Where somebody speaks: "told reporters in X", "said by phone from X".
_SPOKEN = re.compile(
    r"\b(?:reporters|journalists|briefing|conference|statement|interview|said|says|speaking|spoke|telephone|phone|told\s[\w.]+)"
    r"\s+(?:in|at|from|near|outside)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)
_NEAR = re.compile(
    r"\b(?:near|outside|close to|next to|around)\s+(?:(?!(?:in|at|on|inside)\b)[\w’'-]+\s+){0,4}$", re.IGNORECASE
)
#: "south of X" lies outside of it, "the south of X" in it.
_BESIDE = re.compile(
    r"(?<!\bthe )\b(?:north|south|east|west)(?:-?(?:east|west))?\s+of\s+(?:the\s+(?:\w+\s+){0,3}?(?:of\s+)?)?$",
    re.IGNORECASE,
)
_ORIGIN = re.compile(
    r"(?<!fire )(?<!shelling )(?<!fled )(?<!evacuated )(?<!displaced )(?<!taken )(?<!abducted )(?<!kidnapped )"
    r"(?<!missing )\bfrom\s+(?:the\s+|nearby\s+)?(?:(?:city|town|village|province|region|district|state)\s+of\s+)?$",
    re.IGNORECASE,
)
#: "near the village of X" is as good as X.
_SMALL = re.compile(r"\b(?:village|hamlet|settlement|farm)s?\s+of\s+$", re.IGNORECASE)
_LOCATIVE = re.compile(
    r"\bin\s+the\s+(?:[\w-]+\s+){0,2}(?:capital|city|town|port),\s+$"
    r"|\b(?:(?:shelling|bombing|bombardment|siege) of"
    r"|in|at|near|on|inside|outside|around|over|across|from|against|along|hit|struck|shelled|bombed|targeted"
    r"|attacked|pounded|raided|stormed|bombarded|nearby"
    r"|(?:city|town|village|district|province|region|capital|area|outskirts|suburbs?|north|south|east|west|centre"
    r"|center|neighbou?rhood"
    r"|parts?|enclave|stronghold|camp|state|governorate|island|valley|settlements?|territory|front)\s+of)\s+(?:the\s+"
    r"|an?\s+)?(?:[\w’'-]+\s+){0,5}$",
    re.IGNORECASE,
)
#: Hospitals where victims are treated are not where they were harmed.
_TREATED = re.compile(
    r"\b(?:treat(?:ed|ment)|recuperat\w+|recover(?:ing|y)|admitted|taken|transferred|received|rushed|airlifted)\b",
    re.IGNORECASE,
)
#: "the country's south": a place without a name.
_PART = re.compile(
    r"\b(?:in|of|across|to)\s+(?P<part>the\s+(?:country|province|region|state|island)['’]s\s+(?:[a-z]+\s+)?(?:north"
    r"|south|east|west)\w*)",
    re.IGNORECASE,
)
#: "in the Norlandic capital": a town without its name.
_CAPITAL = re.compile(
    r"\b(?:in|on|hit|struck|shook|across|(?:suburbs?|outskirts|streets|centre|center|heart|parts?|edge|district)\s+of)"
    r"\s+(?P<part>th(?:e|is)\s+(?:[A-Z][\w’'-]+\s+)?capital)\b"
    r"(?!\s+(?:city\b|of\b|[A-Z])|,\s+[A-Z])"
)
_DIRECTION = re.compile(
    r"\b(?:(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?|central|upper|lower)\s+$", re.IGNORECASE
)
#: "western X province" is the name's own noun where a direction makes it a part of it.
_UNIT = re.compile(r"\s(?:province|region|district|governorate|county|department|state)\b")
_QUARTER = re.compile(r"\s+(?:neighbou?rhood|area|district|quarter|suburb)\b", re.IGNORECASE)
#: "the X strike", "X has been under bombardment": the place of the harm without a preposition.
_STRUCK = re.compile(
    r"\s+(?:(?:car|truck|suicide|bomb|gun|grenade|rocket|mortar|drone|shooting|stabbing|knife|bus|hotel|mosque"
    r"|church|market|school)\s+){0,2}(?:(?:air ?)?strikes?|airstrikes?|attacks?|bombings?|blasts?|shelling|massacre"
    r"|clash(?:es)?|siege|raid|assault)\b"
    r"|\s+(?:(?:has|have|had|was|were|is|been|came|come|coming)\s+){1,2}(?:also\s+)?under\s+(?:\w+\s+)?(?:fire|attack"
    r"|bombardment|shelling)",
    re.IGNORECASE,
)
_ROAD = re.compile(r"\s+(?:road|highway|street|avenue|declaration|agreement|talks|process)\b", re.IGNORECASE)
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
    "country": 0,
}
#: "the village of X", of which no gazetteer knows: as good as a town.
_CALLED_RANK = 4.05
_CALLED = re.compile(
    r"\b(?:village|hamlet|town|settlement|neighbou?rhood|quarter|suburb|district)s?\s+of\s+$", re.IGNORECASE
)
_POINTS = frozenset(("neighbourhood", "village", "town", "capital"))
_SITE_RANK, _UNRESOLVED_RANK, _PRECISE = 5, 3.5, 3
_PART_RANK, _REGION_RANK, _CAPITAL_RANK = 1.5, 2.5, 3.9
#: A place told by at least one in so many claims of an event is the event's.
_MOST = 3
#: From here on a claim's own sentence names a spot by itself: a town, or "near X" of a name that no gazetteer knows.
_NAMED_RANK = 2.6
#: How much less precise "near X" is than "in X".
_NEARBY = 0.9
#: The same of "a village near X", whose own name the report tells elsewhere if it has one.
_UNNAMED_NEARBY = 2.0
#: The same of Y in "X near Y".
_TELLS_ANOTHER = 2.5
_UNNAMED = re.compile(
    r"\ban?\s+(?:[\w-]+\s+){0,2}(?:village|hamlet|settlement|town|suburb|site|place)\s+(?:near|outside|close to|next to"
    r"|around)\s+(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
#: "a teacher from X": where somebody comes from is the harm's place only if nothing else is told.
_ORIGIN_RANK = 0.5
#: How much less precise "south of X" is than "in X".
_BESIDES = 0.5
#: Places further apart than this, in kilometres, are no two names of one harm's place.
_FAR = 150
_KM_A_DEGREE = 111.2
#: An event's place may stand this many sentences away from the claims on it.
_REACH = 3


#: A sentence that turns to something else: what it tells of lends its place to no other.
_ELSEWHERE = re.compile(
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

    def of(self, sentence: int) -> tuple[Spot, ...]:
        """The spots of a sentence by its number, in no order."""
        if sentence not in self._found:
            self._found[sentence] = tuple(_spots(self.scene, *self.scene.sentences[sentence]))
        return self._found[sentence]

    @property
    def main(self) -> str | None:
        """The part of a country, or town, that the report names most: what it is about."""
        if self._main == []:
            self._main.append(_named_most(self.scene))
        return self._main[0]

    def around(self, harm: Harm) -> Iterator[Spot]:
        """The spots, finer than a country, of a claim's sentence and those around it."""
        sentence = harm.sentence
        reach = _REACH + (sentence == 0)  # the first sentence is a headline, or the body tells it again
        last = min(len(self.scene.sentences), sentence + reach + 1)
        for number in range(max(0, sentence - _REACH), last):
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


def _named_most(scene: Scene) -> str | None:
    names: dict[str, list[str]] = {}
    for mention in scene.mentions.places:
        passing = named_in_passing(scene.text, mention.start)
        if mention.place is not None and _RANKS.get(mention.place.kind, 0) > 0 and not passing:
            party = any(m.start <= mention.start < m.end and m.how == "capital" for m in scene.mentions.parties)
            words = scene.text[mention.start : mention.end]
            if not party and not (words.isupper() and not scene.text.isupper()):  # a dateline's town
                names.setdefault(mention.place.id, []).append(words)
    most = max(names.values(), key=len, default=[])
    return most[0] if len(most) > 1 else None


def own_harm(context: ClaimContext, spots: Spots) -> Harm:
    """What the claim's own sentence says of place and time."""
    found = _told_by_source(context, spots.of(context.scene.sentence_index(context.phrase[0])))
    found = _of_own_clause(context, _not_where_told(context, found, spots))
    spot = min(
        found,
        key=lambda s: (
            not _with_victims(context, s),
            -s.rank,
            not _right_behind(context, s),
            abs(s.start - context.phrase[0]),
        ),
        default=None,
    )
    if spot is None or spot.rank <= 0:
        spot = _spot_pointed_at(context, spots) or spot
    return Harm(
        context=context, spot=spot, window=own_window(context), dated=is_dated(context), ground=_ground(context, spot)
    )


#: "in the region", "around the town": a place told before, by what it is.
_POINTED_AT = re.compile(
    r"[^.;:]{0,50}?\b(?:in|inside|around|across|near|outside)\s+the\s+(?:same\s+)?"
    r"(?:(?P<region>region|province|state)|(?P<district>district|county)|(?P<town>town|city)|(?P<village>village))\b"
    r"(?!['’-]|\s+(?:of|around|between|near|called|where|and|[A-Z]))"
)
#: From what rank to below which a place is such a one.
_POINTED_RANKS = {"region": (1.0, 3.0), "district": (3.0, 3.5), "town": (3.0, 4.05), "village": (3.0, 5.0)}


def _spot_pointed_at(context: ClaimContext, spots: Spots) -> Spot | None:
    """The last place of its kind told before, where the words behind the figure point back at one."""
    pointer = _POINTED_AT.match(context.text, context.phrase[1], context.sentence[1])
    if pointer is None or pointer.lastgroup is None:
        return None
    low, high = _POINTED_RANKS[pointer.lastgroup]
    sentence = context.scene.sentence_index(context.phrase[0])
    for number in range(sentence, max(-1, sentence - _BACK), -1):
        told = [s for s in spots.of(number) if low <= s.rank < high and s.start < context.phrase[0]]
        if told:
            return max(told, key=lambda s: s.start)
    return None


#: Between a figure and the place of its own clause: "seven people died in X".
_OWN_CLAUSE = re.compile(r"(?!.*\b(?:and|while|but|after|when)\b)[^.;:,]{0,60}", re.IGNORECASE | re.DOTALL)


def _right_behind(context: ClaimContext, spot: Spot) -> bool:
    """ "nine died in X and seven died in Y": the place told behind a figure, in its own clause, is its own."""
    return spot.start >= context.phrase[1] and bool(_OWN_CLAUSE.fullmatch(context.text, context.phrase[1], spot.start))


def _of_own_clause(context: ClaimContext, found: tuple[Spot, ...]) -> tuple[Spot, ...]:
    """ "Six died in X a day after nine died in Y": the spots that no other time or account parts from the figure."""
    near = tuple(spot for spot in found if spot.rank > 0 and not _parted(context, spot))
    return near or found


def _parted(context: ClaimContext, spot: Spot) -> bool:
    start, end = context.phrase
    return _OTHER_TIME.search(context.text, min(spot.start, end), max(spot.start, start)) is not None


#: What begins to tell of another time, or what another side did.
_OTHER_TIME = re.compile(
    r";|\b(?:(?:a|one|two|three|four|five|several|\d+)\s+(?:day|week|month|year|hour)s?\s+(?:after|before)|while|whereas"
    r"|but)\b",
    re.IGNORECASE,
)


def _with_victims(context: ClaimContext, spot: Spot) -> bool:
    """ "52 demonstrators in X have been killed": a place in the victims' own noun phrase, whatever else is named."""
    return spot.rank > 0 and bool(_IN_PHRASE.fullmatch(context.text, context.phrase[1], spot.start))


_IN_PHRASE = re.compile(r"\s+(?:in|at|near)\s+(?:the\s+)?", re.IGNORECASE)
#: Where a source works that victims are brought to.
_HOSPITAL = re.compile(r"\b(?:hospital|clinic|morgue|mortuary)\b", re.IGNORECASE)
_OPENS_IN = re.compile(
    r"\s*(?:(?:But|And)\s)?(?:Speaking\s)?(?:In|At|From)\s(?!neighbou?ring\b|nearby\b)[^.;:]{2,40},\s(?:the\s|an?\s)?",
    re.IGNORECASE,
)


def _told_by_source(context: ClaimContext, found: tuple[Spot, ...]) -> tuple[Spot, ...]:
    """The spots of a sentence without those that only tell where its source speaks ("In X, the ministry said ...")."""
    attribution = context.attribution
    if attribution is None or not any(s.start >= context.sentence[0] for s in attribution.source):
        return found
    if any(_HOSPITAL.search(piece.exact) for piece in attribution.source):
        found = tuple(s for s in found if not any(p.start <= s.start < p.end for p in attribution.source))
    heads = min(piece.start for piece in attribution.source)
    if not _OPENS_IN.fullmatch(context.text, context.sentence[0], heads):
        return found
    return tuple(spot for spot in found if spot.start >= heads)


def _not_where_told(context: ClaimContext, found: tuple[Spot, ...], spots: Spots) -> tuple[Spot, ...]:
    """ "A source in X said ...": where somebody speaks is the harm's place only if none before is told."""
    if context.attribution is None:
        return found
    if silent := tuple(spot for spot in found if not spots.speaks(spot)):
        return silent
    sentence = context.scene.sentence_index(context.phrase[0])
    told = (s for number in range(max(0, sentence - _BACK), sentence) for s in spots.of(number))
    return () if any(s.rank >= _PRECISE and not spots.speaks(s) for s in told) else found


#: The place of a harm is looked for in this many sentences before the one that tells who says so.
_BACK = 6


def _spots(scene: Scene, start: int, end: int) -> Iterator[Spot]:
    treated = (
        _TREATED.search(scene.text, start, end) if scene.places(start, end) or _site_words(scene, start, end) else None
    )
    stop = treated.start() if treated else end
    for mention in scene.places(start, stop):
        site = _SITE.match(scene.text, mention.end)
        if site is not None and mention.place is not None and mention.place.kind == "country":
            site = None  # "the Cameroon school attack": a school somewhere in it
        if _is_location(scene, mention, start, site is not None):
            yield _spot(scene, mention, site)
    if _site_words(scene, start, stop):
        for found in _SITE_ALONE.finditer(scene.text, start, stop):
            yield Spot(name=found.group("site"), rank=_SITE_RANK, start=found.start("site"), country=None)
    if _names_owner(scene, start, stop):
        for pattern, rank in ((_PART, _PART_RANK), (_CAPITAL, _CAPITAL_RANK)):
            for found in pattern.finditer(scene.text, start, stop):
                if not _off_scene(scene, found.start("part"), start):
                    yield Spot(name=found.group("part"), rank=rank, start=found.start("part"), country=None)


def _names_owner(scene: Scene, start: int, end: int) -> bool:
    words = scene.lowered[start:end]
    return any(owner in words for owner in _OWNERS)


def _site_words(scene: Scene, start: int, end: int) -> bool:
    return bool(_SITE_WORD.search(scene.lowered, start, end))


def _is_location(scene: Scene, mention: PlaceMention, start: int, site: bool) -> bool:
    words = scene.text[mention.start : mention.end]
    before = scene.text[max(start, mention.start - 60) : mention.start]
    if words.isupper() and len(words) > 3 and not scene.text.isupper():
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
    before = scene.text[max(start, at - 60) : at]
    return _SPOKEN.search(before) is not None or named_in_passing(scene.text, at, start)


#: "in the capital of Norland, Norhaven": the name comes after what it is.
_CAPITAL_OF = re.compile(r"\b(?:capital|city|town|village)\b[^.;,]{0,30},\s+$", re.IGNORECASE)


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
        rank = _SITE_RANK
    ahead = scene.text[max(0, mention.start - 50) : mention.start]
    if mention.place is None and _CALLED.search(ahead):
        rank = _CALLED_RANK
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
    rank = _SITE_RANK if site else rank
    return Spot(
        name=scene.text[start:end],
        rank=rank,
        start=start,
        country=state_of(mention.place),
        where=_where(mention.place),
    )


def _tells_another(scene: Scene, start: int) -> bool:
    """ "X near Y": Y only tells where the place named right before it lies."""
    before = scene.places(max(0, start - 40), start)
    return bool(before) and bool(_JUST_NEAR.fullmatch(scene.text, before[-1].end, start))


def _holds_another(scene: Scene, start: int) -> bool:
    """ "near the village of X in Y", "X south of Y": Y tells where the place named right before it lies."""
    before = scene.places(max(0, start - 50), start)
    return bool(before) and bool(_JUST_IN.fullmatch(scene.text, before[-1].end, start))


_JUST_IN = re.compile(
    r"(?:\s+(?:village|hamlet|town|neighbou?rhood|area|district|quarter|forest))?"
    r"(?:\s+in\s+|,?\s+(?:north|south|east|west)(?:-?(?:east|west))?\s+of\s+)(?:the\s+(?:[\w-]+\s+){0,3}?(?:of\s+)?)?"
    r"(?:(?:north|south|east|west|cent)\w*\s+)?",
    re.IGNORECASE,
)
_JUST_NEAR = re.compile(
    r",?\s+(?:near|outside|close to|next to)\s+(?:the\s+)?(?:(?:capital|town|city|village|border)\s+"
    r"(?:of\s+|with\s+)?)?",
    re.IGNORECASE,
)


def _ground(context: ClaimContext, spot: Spot | None) -> str | None:
    for mention in context.scene.places(context.phrase[1], context.phrase[1] + len(" in the ") + 1):
        if mention.place is not None and (state := state_of(mention.place)) is not None:
            return mention.place.name if mention.place.kind == "country" else state
    if (
        spot is not None
        and spot.country is not None
        and not _namesake(context.scene, spot)
        and not _acts(context, spot)
    ):
        return (_ground_by_owner(context) if spot.rank == 0 else None) or spot.country
    return _ground_by_owner(context) or (context.scene.home[0] if context.scene.home else None)


def _acts(context: ClaimContext, spot: Spot) -> bool:
    """ "Since Norlandia's invasion": a country that does something, and no ground."""
    return spot.rank == 0 and _ITS_DOING.match(context.text, spot.start, context.sentence[1]) is not None


_ITS_DOING = re.compile(
    r"(?:[A-Z][\w.-]*\s?){1,3}['’]s?\s(?:[\w-]+\s){0,2}?(?:invasion|war|offensive|aggression|attack|campaign|assault"
    r"|bombardment|incursion|intervention)\b"
)


def _namesake(scene: Scene, spot: Spot) -> bool:
    """True for one small place of a country that the report never names and its conflict does not reach: the name is
    rather that of a place at home that is not listed.
    """
    if scene.home is None or spot.country == scene.home[0] or any(r.people == spot.country for r in scene.named):
        return False
    dossier = scene.knowledge.dossier
    if spot.country in {state_of_country(code) for code in (dossier.countries if dossier else ())}:
        return False
    told = [m for m in scene.mentions.places if m.place is not None and state_of(m.place) == spot.country]
    names = {name_key(scene.text[m.start : m.end]) for m in told}
    return len(names) == 1 and all(m.place is not None and m.place.kind in _POINTS - {"capital"} for m in told)


#: What stands on somebody's ground: "the Norlandic capital", "Norland's border towns".
_ON_GROUND = re.compile(
    r"(?:['’]s?)?\s+(?:[\w-]+\s+){0,2}?(?:schools?|(?:school )?bus(?:es)?|markets?|mosques?|weddings?"
    r"|funerals?|capital|towns?|cit(?:y|ies)|villages?|province|region|islands?|coast|port|border"
    r"|territory|soil)\b",
    re.IGNORECASE,
)


def _ground_by_owner(context: ClaimContext) -> str | None:
    """The one state whose ground the sentence names by it, where it names no place of the harm."""
    scene = context.scene
    named = [r for r in context.references(*context.sentence) if r.party is not None and not scene.armed_group(r.side)]
    owners = {r.people for r in named if _ON_GROUND.match(scene.text, r.end)}
    if len(owners) == 1:
        return owners.pop()
    country = _ITS_COUNTRY.search(scene.text, *context.sentence)
    if country is None or owners:
        return None
    before = [r for r in named if r.end < country.start() and not _BACKS.match(scene.text, r.end)]
    party = before[-1].party if before else None
    codes = scene.countries_of(party.affiliation or before[-1].side) if party else frozenset[str]()
    return state_of_country(next(iter(codes))) if len(codes) == 1 else None


#: "the country's northwest" is the country of the state named before, though not of one that only helps it.
_ITS_COUNTRY = re.compile(r"\b(?:in|of|across|to)\s+the\s+country(?:['’]s)?\b", re.IGNORECASE)
_BACKS = re.compile(r"-(?:backed|led|allied|supported|funded|trained|made)\b", re.IGNORECASE)


#: "across X": all of it, and no one town there.
_WIDE = re.compile(
    r"\b(?:across|throughout|all over|in (?:several|different|various|other) (?:\w+ )?(?:parts?|areas?|towns?|cities"
    r"|villages?|places) (?:of|in))\s+(?:the\s+)?(?:[\w’'-]+\s+)?$",
    re.IGNORECASE,
)


def shared_place(harm: Harm, event: Sequence[Harm], spots: Spots) -> str | None:
    """The claim's own place, or the one told of the same harm near it, else the place that the report is about.

    A running total keeps the wider place that it names; a single incident may be told more precisely beside it.
    """
    own, total = harm.spot, harm.context.claim.value.scope == "running_total"
    wide = total or (own is not None and _WIDE.search(harm.context.text, max(0, own.start - 40), own.start) is not None)
    if own is not None and ((wide and own.rank > 0) or own.rank >= _SITE_RANK):
        return own.name
    if own is not None and own.rank > 0 and _opens_with(harm.context, own):
        return own.name
    found = (None if total and harm.war_size else _told(harm, event)) or own
    if found is None or found.rank < _PRECISE:
        others = {h.spot for h in event if other_account(harm, h)}
        around = [s for s in spots.around(harm) if s not in others and (not total or s.rank < _REGION_RANK)]
        best = _most_specific(around)
        found = best if best is not None and (found is None or (best.rank > found.rank and not total)) else found
    if own is not None and found is not None and (own.rank > found.rank - 1 or (own.rank > 0 and _apart(own, found))):
        return own.name
    if own is not None and found is not None and own.rank >= _NAMED_RANK and not _within(spots, found, own):
        return own.name
    if found is not None and found.rank > 0:
        return found.name
    main = None if harm.context.claim.background or (total and harm.war_size) else spots.main
    return main or (found.name if found else None)


def _opens_with(context: ClaimContext, spot: Spot) -> bool:
    """ "In the southern province of X, a teacher was killed": what a sentence opens with turns to another place."""
    start = context.sentence[0]
    return start <= spot.start < context.phrase[0] and bool(_OPENS_AT.fullmatch(context.text, start, spot.start))


_OPENS_AT = re.compile(r"\s*(?:(?:And|But|Elsewhere|Meanwhile|Also),?\s)?(?:in|In|At|Near)\s(?:[\w'’-]+\s){0,5}")


def _within(spots: Spots, found: Spot, town: Spot) -> bool:
    """True for a site that the report tells to be in a town: both stand in one sentence, or in two that follow."""
    at = spots.scene.sentence_index(found.start)
    near = range(max(0, at - 1), min(len(spots.scene.sentences), at + 2))
    return any(spot.name == town.name for number in near for spot in spots.of(number))


def _where(place: Place | None) -> tuple[float, float] | None:
    if place is None or place.latitude is None or place.longitude is None:
        return None
    if place.kind not in _POINTS | {"region", "district"}:
        return None  # the middle of a country or island is far from much of it
    return place.latitude, place.longitude


def _apart(one: Spot, other: Spot) -> bool:
    """True where two places are known to lie in different countries or far from one another."""
    if one.country and other.country and one.country != other.country:
        return True
    if one.where is None or other.where is None:
        return False
    (lat1, lon1), (lat2, lon2) = one.where, other.where
    return hypot(lat1 - lat2, (lon1 - lon2) * cos(radians((lat1 + lat2) / 2))) * _KM_A_DEGREE > _FAR


def _told(harm: Harm, event: Sequence[Harm]) -> Spot | None:
    """The place of the claim with the same figure, else of the nearest claim beside it, or of most of the event."""
    placed = [(h, h.spot) for h in event if h is not harm and h.spot is not None and h.spot.rank > 0]
    again = [spot for other, spot in placed if same_figure(other, harm)]
    if again:
        return _most_specific(again)
    wide = harm.context.claim.value.scope == "running_total"
    beside = [
        (abs(other.sentence - harm.sentence), wide != (spot.rank < _REGION_RANK), spot)
        for other, spot in placed
        if (abs(other.sentence - harm.sentence) <= _REACH or _told_by_most(spot, event))
        and not other_account(harm, other)
    ]
    return min(beside, key=lambda found: (found[1], found[0]))[2] if beside else None


def _told_by_most(spot: Spot, event: Sequence[Harm]) -> bool:
    named = sum(1 for h in event if h.spot is not None and h.spot.name == spot.name)
    return named > 1 and named * _MOST >= len(event)


def _most_specific(spots: Sequence[Spot]) -> Spot | None:
    if not spots:
        return None
    top = max(spot.rank for spot in spots)
    names = Counter(spot.name for spot in spots if spot.rank == top)
    name = names.most_common(1)[0][0]
    return next(spot for spot in spots if spot.name == name)
