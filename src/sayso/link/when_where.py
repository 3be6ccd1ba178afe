"""Where and when the harm of a claim was done: its own words first, then those of the claims of the same event."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from math import cos, hypot, radians

from sayso.expression import Expression
from sayso.link.claim_context import ClaimContext
from sayso.link.claim_dates import is_dated, own_window
from sayso.link.events import Harm, Spot, other_account, same_figure
from sayso.link.ground import state_of, state_of_country
from sayso.link.place_names import name_key
from sayso.link.scene import Scene
from sayso.link.spots import POINTS, PRECISE, REACH, REGION_RANK, SITE_RANK, Spots

#: A place told by at least one in so many claims of an event is the event's.
_MOST = 3
#: From here on a claim's own sentence names a spot by itself: a town, or "near X" of a name that no gazetteer knows.
_NAMED_RANK = 2.6
#: Places further apart than this, in kilometres, are no two names of one harm's place.
_FAR = 150
_KM_A_DEGREE = 111.2
_TOWNS = POINTS - {"capital"}


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
    if spot is not None and spot.country is None:
        spot = replace(spot, country=spots.told_to_lie_in(spot.name))
    return Harm(
        context=context, spot=spot, window=own_window(context), dated=is_dated(context), ground=_ground(context, spot)
    )


#: "in the region", "around the town": a place told before, by what it is.
_POINTED_AT = Expression(
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
_OWN_CLAUSE = Expression(r"(?!.*\b(?:and|while|but|after|when)\b)[^.;:,]{0,60}", re.IGNORECASE | re.DOTALL)


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
_OTHER_TIME = Expression(
    r";|\b(?:(?:a|one|two|three|four|five|several|\d+)\s+(?:day|week|month|year|hour)s?\s+(?:after|before)|while|whereas"
    r"|but)\b",
    re.IGNORECASE,
)


def _with_victims(context: ClaimContext, spot: Spot) -> bool:
    """ "52 demonstrators in X have been killed": a place in the victims' own noun phrase, whatever else is named."""
    return spot.rank > 0 and bool(_IN_PHRASE.fullmatch(context.text, context.phrase[1], spot.start))


_IN_PHRASE = Expression(r"\s+(?:in|at|near)\s+(?:the\s+)?", re.IGNORECASE)
#: Where a source works that victims are brought to.
_HOSPITAL = Expression(r"\b(?:hospital|clinic|morgue|mortuary)\b", re.IGNORECASE)
_OPENS_IN = Expression(
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
    behind = tuple(spot for spot in found if spot.start >= heads)
    return behind or tuple(spot for spot in found if spot.rank >= PRECISE and not _is_capital(context, spot))


def _is_capital(context: ClaimContext, spot: Spot) -> bool:
    """True for where a country's officials speak, whatever they speak of."""
    here = context.scene.places(spot.start, spot.start + 1)
    return any(mention.place is not None and mention.place.kind == "capital" for mention in here)


def _not_where_told(context: ClaimContext, found: tuple[Spot, ...], spots: Spots) -> tuple[Spot, ...]:
    """ "A source in X said ...": where somebody speaks is the harm's place only if none before is told."""
    if context.attribution is None:
        return found
    if silent := tuple(spot for spot in found if not spots.speaks(spot)):
        return silent
    sentence = context.scene.sentence_index(context.phrase[0])
    told = (s for number in range(max(0, sentence - _BACK), sentence) for s in spots.of(number))
    return () if any(s.rank >= PRECISE and not spots.speaks(s) for s in told) else found


#: The place of a harm is looked for in this many sentences before the one that tells who says so.
_BACK = 6


def _ground(context: ClaimContext, spot: Spot | None) -> str | None:
    reach = min(context.phrase[1] + len(" in the ") + 1, context.sentence[1])
    for mention in context.scene.places(context.phrase[1], reach):
        if mention.place is not None and (state := state_of(mention.place)) is not None:
            return mention.place.name if mention.place.kind == "country" else state
    if (country := _country_behind(context)) is not None:
        return country
    if (
        spot is not None
        and spot.country is not None
        and not _namesake(context.scene, spot)
        and not _acts(context, spot)
    ):
        return (_ground_by_owner(context) if spot.rank == 0 else None) or spot.country
    return _ground_by_owner(context) or (context.scene.home[0] if context.scene.home else None)


def _country_behind(context: ClaimContext) -> str | None:
    """ "21 people in southern and eastern X": the country that the victims' own phrase goes on with."""
    start = context.phrase[1]
    told = next(iter(context.scene.places(start, start + _PART_OF_COUNTRY)), None)
    if told is None or told.place is None or told.place.kind != "country":
        return None
    return told.place.name if _IN_PART.fullmatch(context.text, start, told.start) else None


_PART_OF_COUNTRY = 40
_IN_PART = Expression(
    r"\s(?:in|across)\s(?:the\s)?(?:(?:(?:north|south|east|west)[a-z-]*|central|and|of)\s)+", re.IGNORECASE
)


def _acts(context: ClaimContext, spot: Spot) -> bool:
    """ "Since Norlandia's invasion": a country that does something, and no ground."""
    return spot.rank == 0 and _ITS_DOING.match(context.text, spot.start, context.sentence[1]) is not None


_ITS_DOING = Expression(
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
    return len(names) == 1 and all(m.place is not None and m.place.kind in _TOWNS for m in told)


#: What stands on somebody's ground: "the Norlandic capital", "Norland's border towns".
_ON_GROUND = Expression(
    r"(?:['’]s?)?\s+(?:[\w-]+\s+){0,2}?(?:schools?|(?:school )?bus(?:es)?|markets?|mosques?|weddings?"
    r"|funerals?|capital|towns?|cit(?:y|ies)|villages?|province|region|islands?|coast|port"
    r"|territory|soil)\b",
    re.IGNORECASE,
)


def _ground_by_owner(context: ClaimContext) -> str | None:
    """The one state whose ground the sentence names by it, where it names no place of the harm."""
    scene = context.scene
    named = [
        r
        for r in context.references(*context.sentence)
        if r.party is not None
        and not scene.armed_group(r.side)
        and not _OFFICE_IN.search(scene.text, max(0, r.start - _NEAR_OFFICE), r.start)
    ]
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


#: "the governor's office in | Norland's Holt province": where somebody speaks.
_NEAR_OFFICE = 24
_OFFICE_IN = Expression(r"\b(?:office|headquarters)\sin\s(?:the\s)?$")
#: "the country's northwest" is the country of the state named before, though not of one that only helps it.
_ITS_COUNTRY = Expression(r"\b(?:in|of|across|to)\s+the\s+country(?:['’]s)?\b", re.IGNORECASE)
_BACKS = Expression(r"-(?:backed|led|allied|supported|funded|trained|made)\b", re.IGNORECASE)


#: "across X", "in separate attacks in X": all of it, and no one town there.
_WIDE = Expression(
    r"\b(?:across|throughout|all over|(?:in|from) (?:several|different|various|other) (?:\w+ )?(?:parts?|areas?|towns?"
    r"|cities|villages?|places) (?:of|in)|in (?:\w+ )?separate (?:\w+ )?(?:attacks|incidents|clashes|blasts|bombings"
    r"|operations|strikes|raids) in)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)


_WIDE_WORDS = 60


def shared_place(harm: Harm, event: Sequence[Harm], spots: Spots) -> str | None:
    """The claim's own place, or the one told of the same harm near it, else the place that the report is about.

    A running total keeps the wider place that it names; a single incident may be told more precisely beside it.
    """
    own, total = harm.spot, harm.context.claim.value.scope == "running_total"
    wide = total or (
        own is not None and _WIDE.search(harm.context.text, max(0, own.start - _WIDE_WORDS), own.start) is not None
    )
    if own is not None and ((wide and own.rank > 0) or own.rank >= SITE_RANK):
        return own.name
    if own is not None and own.rank > 0 and _opens_with(harm.context, own):
        return own.name
    if (same := _of_those_counted_before(harm, event)) is not None:
        return same
    found = (None if total and harm.war_size else _told(harm, event)) or own
    if found is None or found.rank < PRECISE:
        others = {h.spot for h in event if other_account(harm, h)}
        around = [s for s in spots.around(harm) if s not in others and (not total or s.rank < REGION_RANK)]
        best = _most_specific(around)
        found = best if best is not None and (found is None or (best.rank > found.rank and not total)) else found
    if own is not None and found is not None and (own.rank > found.rank - 1 or (own.rank > 0 and _apart(own, found))):
        return own.name
    if own is not None and found is not None and own.rank >= _NAMED_RANK and not _within(spots, found, own):
        return own.name
    if found is not None and found.rank > 0:
        return found.name
    main = None if harm.context.claim.background or (total and harm.war_size) else spots.main
    if main is not None and _of_another_site(harm.context, spots, main):
        main = None
    return main or (found.name if found else None)


def _of_those_counted_before(harm: Harm, event: Sequence[Harm]) -> str | None:
    """ "52 marchers in X were killed and 1,200 injured": a count without a noun is of where those before it were."""
    context = harm.context
    if not context.nounless or (harm.spot is not None and _right_behind(context, harm.spot)):
        return None
    before = [h for h in event if h.context.sentence == context.sentence and h.context.core[0] < context.core[0]]
    spot = before[-1].spot if before else None
    return spot.name if spot is not None and _with_victims(before[-1].context, spot) else None


#: "the mosque strike": an event by what it hit.
_SITE_HIT = Expression(
    r"\b[Tt]he\s(?P<site>mosque|church|market|school|hospital|clinic|wedding|funeral|hotel|airport|stadium|station|camp"
    r"|checkpoint|base|bridge|prison|bakery|convoy|university|theatre|shelter)\s"
    r"(?:(?:air ?)?strikes?|airstrikes?|attacks?|bombings?|blasts?|shelling|massacre|raids?|shootings?)\b"
)


def _of_another_site(context: ClaimContext, spots: Spots, place: str) -> bool:
    """True for an event by what it hit, of which no sentence with the place tells: it happened somewhere else."""
    told = _SITE_HIT.search(context.text, *context.sentence)
    if told is None:
        return False
    scene = spots.scene
    at_place = (span for number, span in enumerate(scene.sentences) if any(s.name == place for s in spots.of(number)))
    return not any(told["site"] in scene.text[start:end].lower() for start, end in at_place)


def _opens_with(context: ClaimContext, spot: Spot) -> bool:
    """ "In the southern province of X, a teacher was killed": what a sentence opens with turns to another place."""
    start = context.sentence[0]
    return start <= spot.start < context.phrase[0] and bool(_OPENS_AT.fullmatch(context.text, start, spot.start))


_OPENS_AT = Expression(r"\s*(?:(?:And|But|Elsewhere|Meanwhile|Also),?\s)?(?:in|In|At|Near)\s(?:[\w'’-]+\s){0,5}")


def _within(spots: Spots, found: Spot, town: Spot) -> bool:
    """True for a site that the report tells to be in a town: both stand in one sentence, or in two that follow."""
    at = spots.scene.sentence_index(found.start)
    near = range(max(0, at - 1), min(len(spots.scene.sentences), at + 2))
    return any(spot.name == town.name for number in near for spot in spots.of(number))


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
    named = Counter(h.spot.name for h in event if h.spot is not None)
    beside = [
        (abs(other.sentence - harm.sentence), wide != (spot.rank < REGION_RANK), spot)
        for other, spot in placed
        if (abs(other.sentence - harm.sentence) <= REACH or _told_by_most(named[spot.name], len(event)))
        and not other_account(harm, other)
    ]
    return min(beside, key=lambda found: (found[1], found[0]))[2] if beside else None


def _told_by_most(named: int, told: int) -> bool:
    return named > 1 and named * _MOST >= told


def _most_specific(spots: Sequence[Spot]) -> Spot | None:
    if not spots:
        return None
    top = max(spot.rank for spot in spots)
    names = Counter(spot.name for spot in spots if spot.rank == top)
    name = names.most_common(1)[0][0]
    return next(spot for spot in spots if spot.name == name)
