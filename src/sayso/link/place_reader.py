"""Names of places in the words of a report, before it is decided which place each one means."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from sayso.expression import Expression, Seldom
from sayso.link import place_cues as cues
from sayso.link.countries import nations, peoples
from sayso.link.gazetteer import Candidate, Gazetteer
from sayso.link.lexicon import word_set
from sayso.link.mentions import Place, PlaceMention
from sayso.link.place_names import name_key

#: First what most words are: it is found the fastest.
_WORD: Final = Expression(r"[A-Za-z]+(?=[ ,.\n])|[^\W\d_][\w’'ʻ`]*(?:-(?=\w)[\w’'ʻ`]*)*")
_DIRECTIONS: Final = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "upper",
        "lower",
        "middle",
        "central",
    ]
)
_CONNECTORS: Final = frozenset(
    [
        "of",
        "de",
        "del",
        "el",
        "la",
        "al",
        "e",
        "y",
        "and",
        "the",
        "da",
        "do",
        "az",
        "ez",
        "ed",
        "es",
        "an",
        "as",
        "ash",
        "bin",
        "ibn",
        "i",
    ]
)
_ARTICLES: Final = ("al-", "el-", "as-", "ad-", "ar-", "an-", "az-", "ez-", "es-", "ash-", "esh-")
#: "rebel-held", "Geneva-based": an adjective.
_COMPOUND: Final = Expression(
    r"[A-Za-z]-(?:based|held|controlled|led|backed|linked|majority|occupied|run|born|made|era|style|affiliated)$"
)
#: "Jabrayil" in "the Jabrayil and Fizuli districts".
_AND_UNITS: Final = Expression(
    r"(?:,? and [A-Z][\w-]+|, [A-Z][\w-]+,? and [A-Z][\w-]+) (?:district|province|region|governorate|oblast"
    r"|countie)s\b"
)
#: Words for a kind of place that name bodies less often than places.
_NAMED_SO: Final = cues.KIND_WORDS - {
    "state",
    "republic",
    "road",
    "department",
    "division",
    "territory",
    "zone",
    "sector",
    "post",
    "station",
}
_KIND_AFTER: Final = cues.KIND_WORDS - {"state", "republic", "road"}
_NAMED: Final = Seldom(
    "barangay|brgy|sitio|kibbutz|of",
    rf"\b(?:{cues.NAMED_KIND})\s+of\s+$|\b(?:Barangay|Brgy\.?|Sitio"
    r"|Kibbutz)\s+$",
    re.IGNORECASE,
)
#: What may follow the name of a place on the same line: nothing, another name, or a small word that opens a phrase.
_MAY_FOLLOW: Final = Expression(
    r"$|[A-Z]|(?:on|in|at|and|or|for|after|before|when|where|as|to|with|by|from|near|was|were|had|has|have|that"
    r"|who|which|during"
    r"|killed|killing|left|leaving|wounding|said|late|early|last|this|since|but|while|is)$"
)
_NATION: Final = r"(?P<nation>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)\s(?:[\w-]+\s){0,2}?"
_NATION_BEFORE: Final = Expression(rf"\b{_NATION}(?:{cues.NAMED_KIND})\sof\s(?:the\s)?$")
_NATION_AFTER: Final = Expression(
    rf",\s(?:an?|the)\s(?:[a-z][\w-]*\s){{0,2}}?{_NATION}(?:{cues.NAMED_KIND}|cent(?:er|re)|hub)\b"
)
_LINE_OF: Final = ("contact", "control")
_POSSESSIVE: Final = Expression(r"['’]s?$")
_LONGEST: Final = 5
#: How far before a name, in characters, words tell what it is.
_REACH: Final = 45
#: Words in capitals up to this length are abbreviations rather than shouted names.
_SHORT: Final = 5
#: How many words a headline has at least, to tell by its capitals, and at most; and what it writes small.
_SHORTEST_TITLE: Final = 4
_TITLE: Final = 25
_SMALL_IN_TITLES: Final = word_set("a an the of in on at to for and or as by with from after near over but nor vs is")
_ACRONYM: Final = 4
#: A town whose name is a word as well has at least so many people.
_TOWN_OF: Final = 15_000
#: What has its own name behind it; a quarter has that of its town.
_TOWNS: Final = ("city", "town", "village", "port", "hamlet", "resort")
NOT_LISTED: Final = "not in the gazetteer"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceContext:
    """What helps to tell places of one name apart."""

    #: ISO 3166-1 alpha-2 codes of the countries that the report is about, as far as known before.
    countries: frozenset[str] = frozenset()
    #: The dossier's contested places by the key of each of their names (see :func:`dossier_places`).
    dossier_places: Mapping[str, Place] = field(default_factory=dict)
    gazetteer: Gazetteer | None = None


def _of_people(word: str) -> bool:
    return word.lower() in peoples() or word.endswith(("ian", "ish", "ese"))


@dataclass(frozen=True, slots=True)
class PlaceName:
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

    @property
    def well_known(self) -> bool:
        """True where some bearer of the name is a state, a capital or in the overlay."""
        return any(c.known or c.place.kind in ("country", "capital", "region") for c in self.candidates)


class _Token(NamedTuple):
    start: int
    end: int
    text: str


def _unlisted(start: int, end: int) -> PlaceMention:
    return PlaceMention(start=start, end=end, place=None, reason=NOT_LISTED, confidence=0.5)


@dataclass(frozen=True)
class PlaceReader:
    """One pass over the words of a report."""

    text: str
    context: PlaceContext
    gazetteer: Gazetteer
    #: Keys of names that the report gives to a person somewhere.
    people: set[str] = field(default_factory=set)

    @functools.cached_property
    def tokens(self) -> list[_Token]:
        """The words of the report, hyphenated ones whole."""
        return [_Token(*match.span(), match[0]) for match in _WORD.finditer(self.text)]

    @functools.cached_property
    def small(self) -> frozenset[str]:
        """Words that the report also writes small: no names."""
        return frozenset(t.text for t in self.tokens if t.text[0].islower())

    @functools.cached_property
    def shouted(self) -> bool:
        """True for a text in capitals, where a capital tells no name."""
        capitals = sum(token.text.isupper() for token in self.tokens)
        return capitals * 2 > len(self.tokens)

    def names(self) -> Iterator[PlaceName]:
        """Every name of a place, the longest first at each word."""
        taken = 0
        for at in self._beginnings:
            found = self._longest(at) if at >= taken else None
            if found is not None:
                taken = at + found[0]
                if found[1] is not None:
                    yield found[1]

    @functools.cached_property
    def _beginnings(self) -> list[int]:
        """The numbers of the words that a name may begin with."""
        return [at for at, token in enumerate(self.tokens) if self._may_begin(token.text)]

    def _may_begin(self, word: str) -> bool:
        if "-" not in word:
            return word[0].isupper() or word == "line"
        if _COMPOUND.search(word):
            return False
        return word[0].isupper() or word.lower().startswith(_ARTICLES)

    @functools.cached_property
    def _glued(self) -> list[bool]:
        """For each word whether nothing but a space parts it from the next."""
        pairs = zip(self.tokens, self.tokens[1:], strict=False)
        return [b.start - a.end == 1 and self.text[a.end] in " \u00a0" for a, b in pairs] + [False]

    def _run(self, at: int) -> int:
        """How many words from here on may be one name: capitalised ones and what connects them."""
        count = 1
        while count < _LONGEST and self._glued[at + count - 1]:
            word = self.tokens[at + count].text
            if not (word[0].isupper() or word in _CONNECTORS or word.startswith(_ARTICLES) or word in _LINE_OF):
                break
            count += 1
        return count

    def _longest(self, at: int) -> tuple[int, PlaceName | None] | None:
        for count in range(self._run(at), 0, -1):
            last = self.tokens[at + count - 1]
            if self._is_people(at, count):
                return count, None
            if last.text in _CONNECTORS or self._goes_on(at + count):
                continue
            start, end = self.tokens[at].start, last.end
            words = self._without_possessive(self.text[start:end])
            key = name_key(words)
            common = key in cues.COMMON and not self._is_called_a_town(at, key)
            if (count == 1 and not self._is_word_a_name(at, key)) or common or not self._known(key):
                continue
            name = self._name(at, count, key, start + len(words))
            if name is not None or count > 1:
                return count, name
        return None

    def _goes_on(self, at: int) -> bool:
        """ "Wad al-Noora": a name whose second part has its article is no shorter name."""
        return self._beside(at - 1) and self._word(at).startswith(_ARTICLES)

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
            states = (c.place.kind == "country" or c.known for c in self.gazetteer.find(key))
            return key not in cues.NO_PLACES and any(states)
        if len(key) < 3 or word in cues.CALENDAR or word in cues.BODY_WORDS:
            return key in self.gazetteer.overlay and word.isupper() and len(key) > 1
        if key in cues.NO_PLACES:
            return self._is_called_a_town(at, key)
        return word.lower() not in self.small

    def _is_called_a_town(self, at: int, key: str) -> bool:
        """ "the city of Nice": a town whose name is a word as well."""
        if self._word(at - 1) != "of" or self._word(at - 2).lower() not in cues.TOWN_WORDS:
            return False
        if self._beside(at) and self._word(at + 1)[:1].isupper():
            return False
        return any(c.place.kind in cues.TOWN_KINDS and c.population >= _TOWN_OF for c in self.gazetteer.find(key))

    def _is_dateline(self, at: int) -> bool:
        """True at the head of a line, before a comma, slash or dash: "BAKU/YEREVAN", "BAKU, 4 May"."""
        start = self.tokens[at].start
        opens = start == 0 or self.text[start - 1] in "\n/"
        return opens and self.text[self.tokens[at].end : self.tokens[at].end + 2].strip()[:1] in tuple(",/(-–—")

    def _name(self, at: int, count: int, key: str, end: int) -> PlaceName | None:
        at, count, key = self._with_direction(at, count, key)
        start = self.tokens[at].start
        before = self.text[max(0, start - _REACH) : start]
        if self._of_person(at, count, before) or self._of_body(at, count):
            return None
        candidates = self._of_nation(self._candidates(key), before, end)
        if not candidates:
            return None
        kinds, end = self._kinds(at, count, before, end)
        if kinds and (unit := self.gazetteer.overlay.get(f"{key} {self._word(at + count).lower()}")):
            candidates = (*unit, *candidates)
        located = bool(kinds) or (self._placed(at, before) and not self._tells_kind(at + count))
        loose = not (located or self._after_place(at))
        near = self._may_be_placed(at) and cues.NEAR.search(before.lower()) is not None
        return PlaceName(start, end, key, candidates, kinds, located, near, loose)

    def _may_be_placed(self, at: int) -> bool:
        """Whether the word before can belong to words that locate: looked at first, because most names fail here."""
        return cues.may_locate(self._word(at - 1).lower())

    def _placed(self, at: int, before: str) -> bool:
        return self._may_be_placed(at) and cues.LOCATIVE.search(before.lower()) is not None

    def _strictly_placed(self, at: int, before: str) -> bool:
        return self._may_be_placed(at) and cues.STRICT.search(before.lower()) is not None

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
        same = next((c for c in listed if c.place.id == contested.id), None) or next(
            (c for c in listed if c.known), None
        )
        if same is None:
            same = next((c for c in listed if c.place.country in self.context.countries), None)
        place = (
            replace(same.place, names=tuple(dict.fromkeys((*contested.names, *same.place.names))))
            if same
            else contested
        )
        return (Candidate(place, same.population if same else 0, True), *(c for c in listed if c is not same))

    def _of_nation(self, candidates: tuple[Candidate, ...], before: str, end: int) -> tuple[Candidate, ...]:
        """Those in the country whose adjective stands beside: "the Jordanian city of X", "X, a Chadian town"."""
        told = _NATION_BEFORE.search(before) if before.endswith((" of ", " of the ")) else None
        if told is None and self.text.startswith(", ", end):
            told = _NATION_AFTER.match(self.text, end)
        code = nations().get(" ".join(told["nation"].split()).lower()) if told else None
        return candidates if code is None else tuple(c for c in candidates if c.place.country == code)

    def _word(self, at: int) -> str:
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def _beside(self, at: int) -> bool:
        """True where a word and the next are parted by one space only."""
        return 0 <= at < len(self.tokens) and self._glued[at]

    def _of_person(self, at: int, count: int, before: str) -> bool:
        if self._after_person(at, before):
            self.people.add(name_key(self._word(at + count - 1)))
            return True
        following = self._word(at + count)
        return self._beside(at + count - 1) and following[:1].isupper() and not self._fits_after(at + count)

    def _after_person(self, at: int, before: str) -> bool:
        """A title or a given name stands before the word."""
        if cues.TITLE_BEFORE.search(before):
            return True
        return self._beside(at - 1) and self._word(at - 1)[:1].isupper() and not self._fits_before(at - 1)

    def _fits_before(self, at: int) -> bool:
        """A capitalised word that may stand beside a place's name without being a part of it."""
        word = _POSSESSIVE.sub("", self._word(at))
        low = word.lower()
        if low in cues.PERSONAL or (word in cues.BODY_WORDS and low not in cues.KIND_WORDS):
            return False
        if word in cues.CALENDAR or low in cues.COMMON or low in cues.KIND_WORDS or low in self.small:
            return True
        bare = self._without_possessive(word)
        return bool(cues.ADJECTIVE.search(word)) or self._known(name_key(bare)) or word.isupper()

    _fits_after = _fits_before

    def _of_body(self, at: int, count: int) -> bool:
        following = self._word(at + count)
        return (
            self._beside(at + count - 1) and following in cues.BODY_WORDS and following.lower() not in cues.KIND_WORDS
        )

    def _after_place(self, at: int) -> bool:
        """ "Kulbiyow, Somalia": the second name of a pair."""
        return (
            at > 0
            and self.text[self.tokens[at - 1].end : self.tokens[at].start] == ", "
            and self._word(at - 1)[:1].isupper()
        )

    def _kinds(self, at: int, count: int, before: str, end: int) -> tuple[frozenset[str], int]:
        following = self._word(at + count) if self._beside(at + count - 1) else ""
        low = "" if self._tells_kind(at + count) else following.lower()
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
        return (
            cues.UNIT_KINDS if word in cues.UNIT_WORDS else cues.AREA_KINDS if word in cues.AREA_WORDS else wanted
        ), end

    def unlisted(self, taken: list[tuple[int, int]]) -> list[PlaceMention]:
        """Names that the words beside them make places, and that the gazetteer does not have."""
        if self.shouted:
            return []
        found: list[tuple[int, int]] = []
        inside = {at for start, end in taken for at in range(start, end)}
        for at in self._beginnings:
            if self.tokens[at].start in inside or self._continues(at):
                continue
            count = self._run(at)
            while count > 1 and self._word(at + count - 1) in _CONNECTORS:
                count -= 1
            span = self._unlisted_at(at, count)
            if span and inside.isdisjoint(range(*span)):
                found.append(span)
        return [_unlisted(*span) for span in (*found, *self._again(found, inside))]

    def _is_title(self, at: int) -> bool:
        """True on a line with capitals throughout, "Rebels Kill 14 Troops in Morning Attack": they tell no name."""
        first, stop = at, at + 1
        while first and stop - first <= _TITLE and not self._ends_line(first - 1):
            first -= 1
        while stop < len(self.tokens) and stop - first <= _TITLE and not self._ends_line(stop - 1):
            stop += 1
        words = [token.text for token in self.tokens[first:stop]]
        small = any(word[0].islower() and word not in _SMALL_IN_TITLES for word in words)
        return _SHORTEST_TITLE <= len(words) <= _TITLE and not small

    def _ends_line(self, at: int) -> bool:
        """True where a line ends between a word and the next."""
        return "\n" in self.text[self.tokens[at].end : self.tokens[at + 1].start]

    def _again(self, found: Sequence[tuple[int, int]], inside: set[int]) -> Iterator[tuple[int, int]]:
        """The other places where a name stands that is a place's by the words beside it once."""
        names = {self.text[start:end] for start, end in found if end - start > _ACRONYM}
        if not names:
            return
        pattern = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
        for match in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", self.text):
            if match.span() not in found and inside.isdisjoint(range(*match.span())):
                yield match.span()

    def _continues(self, at: int) -> bool:
        return self._beside(at - 1) and self._word(at - 1)[:1].isupper()

    def _tells_kind(self, at: int) -> bool:
        """ "the Riviera city of X": the town's own name comes behind."""
        return self._word(at).lower() in _TOWNS and self._word(at + 1) == "of" and self._word(at + 2)[:1].isupper()

    def _unlisted_at(self, at: int, count: int) -> tuple[int, int] | None:
        words = [self._word(i) for i in range(at, at + count)]
        low = words[0].lower()
        if count == 1 and (
            low in cues.NO_PLACES
            or low in cues.KIND_WORDS
            or low in self.small
            or words[0] in cues.CALENDAR
            or len(low) < 3
        ):
            return None
        if any(w in cues.BODY_WORDS and w.lower() not in cues.KIND_WORDS for w in words) or words[0] in cues.CALENDAR:
            return None
        start, end = self.tokens[at].start, self.tokens[at + count - 1].end
        before = self.text[max(0, start - _REACH) : start]
        following = self._word(at + count) if self._beside(at + count - 1) else ""
        if _NAMED.search(before) and not _of_people(words[0]):
            return start, end
        if words[-1].lower() in _NAMED_SO and count > 1:
            return (start, end) if self._placed(at, before) else None
        if following.lower() in _KIND_AFTER and not _of_people(words[-1]) and not self._tells_kind(at + count):
            return start, end
        if words[-1].isupper() or not (_MAY_FOLLOW.match(following) and self._strictly_placed(at, before)):
            return None
        if self._is_title(at):
            return None
        if cues.TITLE_BEFORE.search(before) or _of_people(words[-1]):
            return None
        return start, start + len(_POSSESSIVE.sub("", self.text[start:end]))
