"""Places named in a report, resolved against the gazetteer by the conflict, the report's countries and nearby places."""

from __future__ import annotations

import functools
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import resources
from math import cos, hypot, log10, radians
from typing import Final

from sayso.link import place_cues as cues
from sayso.link.gazetteer import Candidate, Gazetteer, make_place
from sayso.link.mentions import Place, PlaceMention
from sayso.link.place_names import name_key

_WORD: Final = re.compile(r"[^\W\d_](?:[\w’'ʻ`]|-(?=\w))*")
_GAP: Final = re.compile(r"[ \u00a0]|\.? ")
_DIRECTIONS: Final = frozenset("north south east west northern southern eastern western upper lower middle central".split())
_CONNECTORS: Final = frozenset("of de del el la al e y and the da do az ez ed es an as ash bin ibn i".split())
_ARTICLES: Final = ("al-", "el-", "as-", "ad-", "ar-", "an-", "az-", "ez-", "es-", "ash-", "esh-")
#: "rebel-held", "Geneva-based": an adjective.
_COMPOUND: Final = re.compile(r"[A-Za-z]-(?:based|held|controlled|led|backed|linked|majority|occupied|run|born|made|era|style|affiliated)$")
#: "Jabrayil" in "the Jabrayil and Fizuli districts".
_AND_UNITS: Final = re.compile(r"(?:,? and [A-Z][\w-]+|, [A-Z][\w-]+,? and [A-Z][\w-]+) (?:district|province|region|governorate|oblast|countie)s\b")
_NAMED: Final = re.compile(rf"\b(?:{cues.NAMED_KIND})\s+of\s+$|\b(?:Barangay|Brgy\.?|Sitio|Kibbutz)\s+$", re.IGNORECASE)
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_LONGEST: Final = 5
#: How far before a name, in characters, words tell what it is.
_REACH: Final = 45
#: Words in capitals up to this length are abbreviations rather than shouted names.
_SHORT: Final = 5
#: From this population on a name needs no word beside it to be taken for a place; capitals and countries never do.
_LARGE: Final = 100_000
_TOWN: Final = 15_000
_CLEAR: Final = 0.7
#: A namesake this many times smaller in the same country is not meant.
_OUTGROWN: Final = 4
#: Names from this length on are seldom words or people.
_LONG_NAME: Final = 6
#: What speaks for a country that the report names most.
_STRONG: Final = 2.9

NOT_LISTED: Final = "not in the gazetteer"
SEVERAL: Final = "several places of this name, and nothing here tells which"
ELSEWHERE: Final = "every place of this name is outside of the countries that the report names"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceContext:
    """What helps to tell places of one name apart."""

    #: ISO 3166-1 alpha-2 codes of the countries that the report is about, as far as known before.
    countries: frozenset[str] = frozenset()
    #: The dossier's contested places by the key of each of their names (see :func:`dossier_places`).
    dossier_places: Mapping[str, Place] = field(default_factory=dict)
    gazetteer: Gazetteer | None = None


def dossier_places(places: Iterable[tuple[Sequence[str], str, str | None]]) -> dict[str, Place]:
    """The places of a dossier, given as (all names, kind, id), by the key of each name."""
    found: dict[str, Place] = {}
    for names, kind, identifier in places:
        place = make_place(identifier or f"d:{name_key(names[0])}", names, kind, None, (0.0, 0.0))
        found.update({name_key(name): place for name in names})
    return found


@functools.cache
def peoples() -> frozenset[str]:
    """Adjectives and names of peoples, in small letters: they are no places."""
    raw = json.loads(resources.files("sayso.link").joinpath("knowledge/countries.json").read_text(encoding="utf-8"))
    return frozenset(w.lower() for c in raw["countries"] for w in (*c["adjectives"], *c["people"]))


@functools.cache
def shared_gazetteer() -> Gazetteer:
    """The built-in gazetteer, opened once a process."""
    return Gazetteer.open()


@dataclass(frozen=True, slots=True)
class _Name:
    """A capitalised name that some place bears, with what stands around it."""

    start: int
    end: int
    key: str
    candidates: tuple[Candidate, ...]
    #: Kinds asked for by the words beside it ("town of", "district"); empty where there are none.
    kinds: frozenset[str]
    located: bool
    near: bool
    loose: bool


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str


def find_places(text: str, context: PlaceContext) -> tuple[PlaceMention, ...]:
    """Every place named in the text, in text order, without overlaps; unresolved ones with the reason."""
    reader = _Reader(text, context, context.gazetteer or shared_gazetteer())
    names = list(reader.names())
    countries = _countries(names, context.countries)
    resolved = [(name, _choose(name, countries, context)) for name in names]
    where = [c.place for _, c in resolved if isinstance(c, Candidate) and c.place.latitude is not None]
    mentions = [m for name, choice in resolved if (m := _mention(name, choice, countries, where))]
    mentions += reader.unlisted([(n.start, n.end) for n in names])
    return _without_overlaps(mentions)


def _without_overlaps(mentions: list[PlaceMention]) -> tuple[PlaceMention, ...]:
    kept: list[PlaceMention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


@dataclass(frozen=True)
class _Reader:
    """One pass over the words of a report."""

    text: str
    context: PlaceContext
    gazetteer: Gazetteer

    @functools.cached_property
    def tokens(self) -> list[_Token]:
        return [_Token(m.start(), m.end(), m[0]) for m in _WORD.finditer(self.text)]

    @functools.cached_property
    def small(self) -> frozenset[str]:
        """Words that the report also writes small: no names."""
        return frozenset(t.text for t in self.tokens if t.text[0].islower())

    def names(self) -> Iterator[_Name]:
        """Every name of a place, the longest first at each word."""
        at = 0
        while at < len(self.tokens):
            if not self._may_begin(at):
                at += 1
                continue
            found = self._longest(at)
            if found is None:
                at += 1
                continue
            count, name = found
            if name is not None:
                yield name
            at += count

    def _may_begin(self, at: int) -> bool:
        word = self.tokens[at].text
        if "-" in word and _COMPOUND.search(word):
            return False
        return word[0].isupper() or word.lower().startswith(_ARTICLES) or word == "line"

    def _joined(self, at: int, count: int) -> bool:
        """True where the words stand side by side with nothing but a space between them."""
        return all(
            self.text[self.tokens[i].end : self.tokens[i + 1].start] in (" ", "\u00a0") for i in range(at, at + count - 1)
        )

    def _run(self, at: int) -> int:
        """How many words from here on may be one name: capitalised ones and what connects them."""
        count = 1
        while count < _LONGEST and at + count < len(self.tokens) and self._joined(at, count + 1):
            word = self.tokens[at + count].text
            if not (word[0].isupper() or word in _CONNECTORS or word.startswith(_ARTICLES) or word in ("contact", "control")):
                break
            count += 1
        return count

    def _longest(self, at: int) -> tuple[int, _Name | None] | None:
        for count in range(self._run(at), 0, -1):
            last = self.tokens[at + count - 1]
            if self._is_people(at, count):
                return count, None
            if last.text in _CONNECTORS:
                continue
            start, end = self.tokens[at].start, last.end
            words = self._without_possessive(self.text[start:end])
            key = name_key(words)
            if (count == 1 and not self._is_word_a_name(at, key)) or not self._known(key):
                continue
            name = self._name(at, count, key, start + len(words))
            if name is not None or count > 1:
                return count, name
        return None

    def _without_possessive(self, words: str) -> str:
        """The name alone; "Syrias" is how feeds that lost their apostrophes write a state's possessive."""
        bare = _POSSESSIVE.sub("", words) if words[-1] in "s'’" else words
        if bare == words and words.endswith("s") and words.isalpha() and not self._known(name_key(words)):
            state = any(c.place.kind in ("country", "capital") for c in self.gazetteer.find(name_key(words[:-1])))
            return words[:-1] if state else words
        return bare

    def _is_people(self, at: int, count: int) -> bool:
        """ "Somali", "Sri Lankan": an adjective or people, unless a word such as "region" follows."""
        words = self.text[self.tokens[at].start : self.tokens[at + count - 1].end]
        if words.lower() not in peoples() or self.gazetteer.overlay.get(name_key(words)):
            return False
        return not (self._beside(at + count - 1) and self._word(at + count).lower() in cues.UNIT_WORDS)

    def _known(self, key: str) -> bool:
        return key in self.context.dossier_places or self.gazetteer.knows(key)

    def _is_word_a_name(self, at: int, key: str) -> bool:
        word = self.tokens[at].text
        if word.isupper() and len(word) <= _SHORT and not self._is_dateline(at):
            return any(c.place.kind == "country" or c.known for c in self.gazetteer.find(key))
        if len(key) < 3 or word in cues.CALENDAR or word in cues.BODY_WORDS:
            return key in self.gazetteer.overlay and word.isupper() and len(key) > 1
        return key not in cues.NO_PLACES and word.lower() not in self.small

    def _is_dateline(self, at: int) -> bool:
        """True at the head of a line, before a comma, slash or dash: "BAKU/YEREVAN", "BAKU, 4 May"."""
        start = self.tokens[at].start
        opens = start == 0 or self.text[start - 1] in "\n/"
        return opens and self.text[self.tokens[at].end : self.tokens[at].end + 2].strip()[:1] in tuple(",/(-–—")

    def _name(self, at: int, count: int, key: str, end: int) -> _Name | None:
        at, count, key = self._with_direction(at, count, key)
        start = self.tokens[at].start
        before = self.text[max(0, start - _REACH) : start]
        if self._of_person(at, count, before) or self._of_body(at, count):
            return None
        candidates = self._candidates(key)
        if not candidates:
            return None
        kinds, end = self._kinds(at, count, before, end)
        if kinds and (unit := self.gazetteer.overlay.get(f"{key} {self._word(at + count).lower()}")):
            candidates = (*unit, *candidates)
        located = cues.LOCATIVE.search(before) is not None or bool(kinds)
        loose = not (located or self._after_place(at))
        return _Name(start, end, key, candidates, kinds, located, cues.NEAR.search(before) is not None, loose)

    def _with_direction(self, at: int, count: int, key: str) -> tuple[int, int, str]:
        """ "lower Shabelle", "eastern Ghouta": the direction is part of the name where the gazetteer has it so."""
        word = self._word(at - 1)
        if self._beside(at - 1) and word in _DIRECTIONS and f"{word} {key}" in self.gazetteer.overlay:
            return at - 1, count + 1, f"{word} {key}"
        return at, count, key

    def _candidates(self, key: str) -> tuple[Candidate, ...]:
        listed = self.gazetteer.find(key)
        contested = self.context.dossier_places.get(key)
        if contested is None:
            return listed
        same = next((c for c in listed if c.place.id == contested.id), None) or next((c for c in listed if c.known), None)
        if same is None:
            same = next((c for c in listed if c.place.country in self.context.countries), None)
        place = replace(same.place, names=tuple(dict.fromkeys((*contested.names, *same.place.names)))) if same else contested
        return (Candidate(place, same.population if same else 0, True), *(c for c in listed if c is not same))

    def _word(self, at: int) -> str:
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def _beside(self, at: int) -> bool:
        """True where a word and the next are parted by one space only."""
        return 0 <= at < len(self.tokens) - 1 and self._joined(at, 2)

    def _of_person(self, at: int, count: int, before: str) -> bool:
        if cues.TITLE_BEFORE.search(before):
            return True
        previous, following = self._word(at - 1), self._word(at + count)
        if self._beside(at - 1) and previous[:1].isupper() and not self._fits_before(at - 1):
            return True
        if not (self._beside(at + count - 1) and following[:1].isupper()):
            return False
        return not self._fits_after(at + count)

    def _fits_before(self, at: int) -> bool:
        """A capitalised word that may stand beside a place's name without being a part of it."""
        word = _POSSESSIVE.sub("", self._word(at))
        low = word.lower()
        if low in cues.PERSONAL:
            return False
        if word in cues.CALENDAR or low in cues.COMMON or low in cues.KIND_WORDS or low in self.small:
            return True
        return bool(cues.ADJECTIVE.search(word)) or self._known(name_key(word)) or word.isupper()

    _fits_after = _fits_before

    def _of_body(self, at: int, count: int) -> bool:
        following = self._word(at + count)
        return self._beside(at + count - 1) and following in cues.BODY_WORDS and following.lower() not in cues.KIND_WORDS

    def _after_place(self, at: int) -> bool:
        """ "Kulbiyow, Somalia": the second name of a pair."""
        return at > 0 and self.text[self.tokens[at - 1].end : self.tokens[at].start] == ", " and self._word(at - 1)[:1].isupper()

    def _kinds(self, at: int, count: int, before: str, end: int) -> tuple[frozenset[str], int]:
        following = self._word(at + count) if self._beside(at + count - 1) else ""
        low = following.lower()
        wanted: frozenset[str] = frozenset()
        if low in cues.UNIT_WORDS:
            wanted = cues.UNIT_KINDS
        elif low in cues.TOWN_WORDS:
            wanted = cues.TOWN_KINDS
        elif low in cues.AREA_WORDS:
            wanted = cues.AREA_KINDS
        elif low in cues.SITE_WORDS:
            wanted = cues.TOWN_KINDS
        if wanted:
            return wanted, self.tokens[at + count].end if following[:1].isupper() else end
        if _AND_UNITS.match(self.text, end):
            return cues.UNIT_KINDS, end
        lead = re.search(r"\b([\w-]+)(?: of)?(?: the)? $", before)
        word = lead[1].lower() if lead else ""
        if word in cues.TOWN_WORDS:
            return cues.TOWN_KINDS, end
        return (cues.UNIT_KINDS if word in cues.UNIT_WORDS else cues.AREA_KINDS if word in cues.AREA_WORDS else wanted), end

    def unlisted(self, taken: list[tuple[int, int]]) -> list[PlaceMention]:
        """Names that the words beside them make places, and that the gazetteer does not have."""
        found = []
        inside = {at for start, end in taken for at in range(start, end)}
        for at, token in enumerate(self.tokens):
            if token.start in inside or not self._may_begin(at) or self._continues(at):
                continue
            count = self._run(at)
            while count > 1 and self._word(at + count - 1) in _CONNECTORS:
                count -= 1
            span = self._unlisted_at(at, count)
            if span and inside.isdisjoint(range(*span)):
                found.append(PlaceMention(start=span[0], end=span[1], place=None, reason=NOT_LISTED, confidence=0.5))
        return found

    def _continues(self, at: int) -> bool:
        return self._beside(at - 1) and self._word(at - 1)[:1].isupper()

    def _unlisted_at(self, at: int, count: int) -> tuple[int, int] | None:
        words = [self._word(i) for i in range(at, at + count)]
        low = words[0].lower()
        if count == 1 and (low in cues.NO_PLACES or low in self.small or words[0] in cues.CALENDAR or len(low) < 3):
            return None
        if any(w in cues.BODY_WORDS and w.lower() not in cues.KIND_WORDS for w in words) or words[0] in cues.CALENDAR:
            return None
        start, end = self.tokens[at].start, self.tokens[at + count - 1].end
        before = self.text[max(0, start - _REACH) : start]
        following = self._word(at + count) if self._beside(at + count - 1) else ""
        if _NAMED.search(before):
            return start, end
        if words[-1].lower() in cues.KIND_WORDS and count > 1:
            return (start, end) if cues.LOCATIVE.search(before) else None
        if following.lower() in cues.KIND_WORDS - {"state", "republic", "road"} and not cues.ADJECTIVE.search(words[-1]):
            return start, end
        if words[-1].isupper() or following[:1].islower() or not cues.STRICT.search(before):
            return None
        if cues.TITLE_BEFORE.search(before) or cues.ADJECTIVE.search(words[-1]):
            return None
        return start, start + len(_POSSESSIVE.sub("", self.text[start:end]))


def _countries(names: Sequence[_Name], given: frozenset[str]) -> Mapping[str, float]:
    """Countries with what speaks for each: given beforehand, named, or home to a large place that is named."""
    weight: Counter[str] = Counter()
    for name in names:
        best = name.candidates[0]
        states = {c.place.country for c in name.candidates if c.place.country}
        country = next((c.place.country for c in name.candidates if c.place.kind == "country"), None)
        if country:
            weight[country] += 3
        elif best.known and best.place.country:
            weight[best.place.country] += 3
        elif (name.located and len(states) == 1) or _stands_out(name):
            weight[best.place.country or ""] += 2
    most = max(weight.values(), default=1)
    told = {country: 1 + 2 * count / most for country, count in weight.items() if country}
    return told | {country: 4 + told.get(country, 0.0) for country in given}


def _stands_out(name: _Name) -> bool:
    """True where one bearer of the name is large and those of other countries are not a tenth of it."""
    best = name.candidates[0]
    others = (c.population for c in name.candidates if c.place.country != best.place.country)
    return best.population > _LARGE and _is_main(best, name.key) and max(others, default=0) * 10 < best.population


def _is_main(candidate: Candidate, key: str) -> bool:
    """True where the key is that of the place's main name."""
    return name_key(candidate.place.name) == key


def _score(candidate: Candidate, name: _Name, countries: Mapping[str, float], context: PlaceContext) -> float:
    place = candidate.place
    total = log10(candidate.population + 1) * 0.6 + countries.get(place.country or "", 0.0)
    if name.key in context.dossier_places and candidate.known:
        total += 4
    if candidate.known:
        total += 6
    if place.kind == "country":
        total += 6
    if (candidate.population >= _LARGE or place.kind == "capital") and _is_main(candidate, name.key):
        total += 2
    if name.kinds:
        total += 4 if place.kind in name.kinds else -2
        total += 1 if place.kind == "region" and "region" in name.kinds and "town" not in name.kinds else 0
    elif place.kind in ("region", "district"):
        total += 1 if place.kind == "region" else 0
    return total


Choice = Candidate | str | None


def _choose(name: _Name, countries: Mapping[str, float], context: PlaceContext) -> Choice:
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
        return _abroad(name, bool(countries), best)
    rivals = [c for value, c in scored[1:] if _rivals(score - value, c, best)]
    return SEVERAL if rivals and not well_known else best


def _large_enough(name: _Name, best: Candidate, countries: Mapping[str, float]) -> bool:
    """A name without any word beside it that makes it a place: a town or region, or a long name of one country alone."""
    if best.population >= _TOWN or best.place.kind == "region":
        return True
    sole = len({c.place.country for c in name.candidates}) == 1 and len(name.key) >= _LONG_NAME
    return sole and countries.get(best.place.country or "", 0.0) >= _STRONG


def _abroad(name: _Name, told: bool, best: Candidate) -> Choice:
    """A small place in a country that nothing else speaks for."""
    if not name.located:
        return None
    if told:
        return ELSEWHERE
    return best if len(name.candidates) == 1 else SEVERAL


def _rivals(behind: float, other: Candidate, best: Candidate) -> bool:
    """True where the other namesake could be meant as well: nearly as likely, and not merely the smaller one at home."""
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


def _mention(name: _Name, choice: Choice, countries: Mapping[str, float], where: Sequence[Place]) -> PlaceMention | None:
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


def _nearest(name: _Name, countries: Mapping[str, float], where: Sequence[Place]) -> Candidate | None:
    """Of several namesakes the one that lies by far nearest to the other places of the report."""
    rivals = [c for c in name.candidates if c.place.country in countries and c.place.latitude is not None]
    others = [p for p in where if name.key not in map(name_key, p.names)]
    if len(rivals) < 2 or not others:
        return rivals[0] if len(rivals) == 1 else None
    ranked = sorted((min(_distance(c.place, p) for p in others), i, c) for i, c in enumerate(rivals))
    return ranked[0][2] if ranked[0][0] * 2 < ranked[1][0] else None
