"""Which place a name means: by the dossier, by the countries of the report and by the places beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import cos, hypot, log10, radians
from typing import Final

from sayso.link import place_cues as cues
from sayso.link.gazetteer import Candidate
from sayso.link.mentions import Place, PlaceMention
from sayso.link.place_names import name_key
from sayso.link.place_reader import PlaceContext, PlaceName

#: From this population on a name needs no word beside it to be taken for a place; capitals and countries never do.
_LARGE: Final = 100_000
_TOWN: Final = 15_000
#: What one small place weighs.
_ONE: Final = 2
_CLEAR: Final = 0.7
_FAR_AHEAD: Final = 1.5
#: A namesake this many times smaller in the same country is not meant.
_OUTGROWN: Final = 4
#: Names from this length on are seldom words or people.
_LONG_NAME: Final = 6
#: What speaks for a country that the report names most.
_STRONG: Final = 2.9

SEVERAL: Final = "several places of this name, and nothing here tells which"
ELSEWHERE: Final = "every place of this name is outside of the countries that the report names"


def countries_told(names: Sequence[PlaceName], given: frozenset[str]) -> Mapping[str, float]:
    """Countries with what speaks for each: given beforehand, named, or home to a large place that is named."""
    weight: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for name in names:
        best = name.candidates[0]
        states = {c.place.country for c in name.candidates if c.place.country}
        country = next((c.place.country for c in name.candidates if c.place.kind == "country"), None)
        if country:
            weight[country] += 3
        elif best.known and best.place.country:
            weight[best.place.country] += 3
        elif _stands_out(name) or (name.located and len(states) == 1 and _is_main_town(best, name.key)):
            weight[best.place.country or ""] += 2
        elif name.located and len(states) == 1:
            small[best.place.country or ""] += 2
    # one village of the name says nothing of the country where another has been told
    weight.update({country: told for country, told in small.items() if weight[country] or not +weight or told > _ONE})
    most = max(weight.values(), default=1)
    told = {country: 1 + 2 * count / most for country, count in weight.items() if country}
    return told | {country: 4 + told.get(country, 0.0) for country in given}


def _stands_out(name: PlaceName) -> bool:
    """True where one bearer of the name is large and those of other countries are not a tenth of it."""
    best = name.candidates[0]
    others = (c.population for c in name.candidates if c.place.country != best.place.country)
    return best.population > _LARGE and _is_main(best, name.key) and max(others, default=0) * 10 < best.population


def _is_main_town(candidate: Candidate, key: str) -> bool:
    """A town under its main name: a spelling of it in another script may be that of a village nobody has listed."""
    return candidate.population >= _TOWN and _is_main(candidate, key)


def _is_main(candidate: Candidate, key: str) -> bool:
    """True where the key is that of the place's main name."""
    return name_key(candidate.place.name) == key


def _score(candidate: Candidate, name: PlaceName, countries: Mapping[str, float], context: PlaceContext) -> float:
    """How likely the name means this place; one point is a step of some forty times in population."""
    place = candidate.place
    total = log10(candidate.population + 1) * 0.6 + countries.get(place.country or "", 0.0)
    asked_else = bool(name.kinds) and place.kind not in name.kinds
    if candidate.known and not asked_else:
        total += 10 if name.key in context.dossier_places else 6
    if place.kind == "country":
        total += 6
    if _is_main(candidate, name.key):
        large = candidate.population >= _LARGE or place.kind == "capital"
        total += 2 if large or (place.kind == "region" and not _has_town(name)) else 1
    if place.kind == "region" and name.kinds != cues.TOWN_KINDS:
        total += 1
    if not name.kinds:
        return total
    if place.kind == "country" and name.kinds == cues.TOWN_KINDS:
        total -= 6  # "Guatemala City", "the town of Jordan"
    return total + (-2 if asked_else else 4)


def _has_town(name: PlaceName) -> bool:
    """True where a town has the very name too, so that the name alone may well mean the town."""
    return any(c.place.kind in cues.TOWN_KINDS and _is_main(c, name.key) for c in name.candidates)


Choice = Candidate | str | None


def choose(name: PlaceName, countries: Mapping[str, float], context: PlaceContext) -> Choice:
    """The place meant, the reason why none can be told, or None where the words are no place."""
    scored = [(_score(c, name, countries, context), c) for c in name.candidates]
    scored.sort(key=lambda s: -s[0])
    score, best = scored[0]
    place = best.place
    within = place.country in countries or place.country is None
    well_known = best.known or place.kind in ("country", "capital")
    plain = well_known or (best.population >= _LARGE and (within or _is_main(best, name.key)))
    if name.loose and not plain and not (within and _large_enough(name, best, countries)):
        return None
    if not within and not plain:
        ahead = score - scored[1][0] if len(scored) > 1 else _FAR_AHEAD
        return _abroad(name, bool(countries), best if ahead >= _FAR_AHEAD else None)
    rivals = [c for value, c in scored[1:] if _rivals(score - value, c, best)]
    return SEVERAL if rivals and not well_known else best


def _large_enough(name: PlaceName, best: Candidate, countries: Mapping[str, float]) -> bool:
    """A name without any word beside it that makes it a place: a town or region, or a long name of one country "
    "alone."""
    if best.population >= _TOWN or best.place.kind == "region":
        return True
    sole = len({c.place.country for c in name.candidates}) == 1 and len(name.key) >= _LONG_NAME
    return sole and countries.get(best.place.country or "", 0.0) >= _STRONG


def _abroad(name: PlaceName, told: bool, best: Candidate | None) -> Choice:
    """A small place in a country that nothing else speaks for; `best` where it is far ahead of its namesakes."""
    if not name.located:
        return None
    if told:
        return ELSEWHERE
    return best or SEVERAL


def _rivals(behind: float, other: Candidate, best: Candidate) -> bool:
    """True where the other namesake could be meant as well: nearly as likely, and not merely the smaller one "
    "at home."""
    if _same_spot(other.place, best.place) or behind >= _CLEAR:
        return False
    if other.place.country == best.place.country:
        return other.population * _OUTGROWN > best.population
    return True


def _same_spot(one: Place, other: Place) -> bool:
    """A town and the district around it, or the same place twice in the sources."""
    if one.country != other.country:
        return False
    if one.latitude is None or other.latitude is None:
        return True
    return _distance(one, other) < 30


def _distance(one: Place, other: Place) -> float:
    """Kilometres, near enough for telling namesakes apart."""
    lat1, lon1, lat2, lon2 = one.latitude or 0.0, one.longitude or 0.0, other.latitude or 0.0, other.longitude or 0.0
    return 111.2 * hypot(lat1 - lat2, (lon1 - lon2) * cos(radians((lat1 + lat2) / 2)))


def mention_of(
    name: PlaceName, choice: Choice, countries: Mapping[str, float], where: Sequence[Place]
) -> PlaceMention | None:
    """The mention of a name that means a place, or that is left open; None where it is no place."""
    if choice is None:
        return None
    if choice == SEVERAL and (near := _nearest(name, countries, where)) is not None:
        choice = near
    if isinstance(choice, str):
        return PlaceMention(start=name.start, end=name.end, place=None, reason=choice, confidence=0.5)
    place = _as_asked(choice.place, name.kinds)
    if name.near and place.where_prec == 1:
        # UCDP codes "near X" 2: within a limited radius of a known point; ACLED likewise
        place = replace(place, where_prec=2, geo_precision=2)
    return PlaceMention(start=name.start, end=name.end, place=place, confidence=0.7 if name.loose else 0.9)


def _as_asked(place: Place, kinds: frozenset[str]) -> Place:
    """The district around a town, where the words ask for it and the gazetteer has the town alone."""
    if kinds != cues.UNIT_KINDS or place.kind not in cues.TOWN_KINDS:
        return place
    return replace(place, id=f"{place.id}#district", kind="district", where_prec=3, geo_precision=2)


def _nearest(name: PlaceName, countries: Mapping[str, float], where: Sequence[Place]) -> Candidate | None:
    """Of several namesakes the one that lies by far nearest to the other places of the report."""
    rivals = [c for c in name.candidates if c.place.country in countries and c.place.latitude is not None]
    others = [p for p in where if name.key not in map(name_key, p.names)]
    if len(rivals) < 2 or not others:
        return rivals[0] if len(rivals) == 1 else None
    ranked = sorted((min(_distance(c.place, p) for p in others), i, c) for i, c in enumerate(rivals))
    return ranked[0][2] if ranked[0][0] * 2 < ranked[1][0] else None
