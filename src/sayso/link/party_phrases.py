"""Noun phrases that stand for parties: a name with what follows it and what leads to it.

Purely over words: which name, which nouns after or before it, which personal name beside it. Who that is in the report
is decided in :mod:`sayso.link.parties`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sayso.expression import Expression
from sayso.link.knowledge_base import Knowledge
from sayso.link.lexicon import Alias, Word, stops, word_set

#: Kinds of head after or before which a personal name belongs to the phrase.
PERSONAL = frozenset({"office", "staff", "expert", "activists"})
_RANKS = word_set(
    "mr mrs ms dr prof sir major maj general gen colonel col lieutenant lt captain capt brigadier brig sergeant",
    "sgt corporal cpl admiral adm commander cmdr rear vice field marshal chief superintendent inspector 1st 2nd",
    "first second sheikh mullah maulvi ayatollah imam rev sayyid comandante",
    "professor emeritus constable private ensign commodore",
)
_PARTICLES = word_set("al el bin ibn ben abu de del la las los van von da dos der ould abd ul ur e dela ag ap y")
#: Words with a capital at the start of a sentence or in a headline that are no part of a personal name.
_NOT_NAMES = word_set(
    "the a an and or but if in on at of to for from by with as he she it they we you i his her its their our this",
    "that these those there here who which what when where while after before since said says say told tells",
    "added adding reported reports stated claimed claims announced accused denied denies warned called has have",
    "had was were is are be been will would could may might not no yes also earlier later meanwhile however",
    "according monday tuesday wednesday thursday friday saturday sunday january february march april june july",
    "august september october november december late early today yesterday killed wounded injured dead died",
    "attack attacks war killing wounding both all some many most more several than military army government",
    "police state minister president spokesman official officials ministry defence defense forces troops soldiers",
    "security council committee commission department agency bureau directorate headquarters affairs emergency",
    "rebels militants nothing one two three four five six seven eight nine ten read did does tweeted wrote",
)
_LEADS_TO = {
    "of": frozenset({"body", "forces", "members", "authority", "office", "staff", "rebels", "activists", "people"}),
    "for": frozenset({"staff", "body", "office"}),
    "to": frozenset({"staff", "office"}),
    "from": frozenset({"members", "forces", "staff", "rebels", "activists", "people"}),
    "with": frozenset({"staff"}),
    "at": frozenset({"staff"}),
    "in": frozenset({"rebels", "activists", "authority"}),
}
_HYPHENS = frozenset({"-", "\u2010", "\u2011", "\u2013"})
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "their"})
_ASIDE = Expression(r"\s?\([^()\n]{1,40}\)\s")
_AREA = Expression(
    r"\s(?:for|in|of)\s(?:the\s)?(?:[A-Z][\w'-]+\s?){1,3}(?:province\s?|district\s?|region\s?|state\s?)?(?=,\s)"
)
_UNIT = Expression(
    r"\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth", re.IGNORECASE
)
_UNIT_NOUN = word_set("division brigade battalion regiment corps company squadron command fleet")
#: Nouns that may stand between a preposition and a name: "spokesman for the rebel group X".
_DESCRIBES = word_set(
    "group movement militia organisation organization extremist coalition alliance party network faction agency"
)


#: After the name of who holds it: "X-run", "X-controlled".
_GOVERNING = frozenset({"run", "controlled", "ruled", "administered", "appointed"})


@dataclass(frozen=True, slots=True)
class Head:
    """A noun that makes a phrase: as printed in full, its kind, and its words (indexes)."""

    name: str
    kind: str
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A stretch of words that stands for a party; word indexes, `stop` exclusive."""

    first: int
    stop: int
    #: The name that the phrase is built on, and its words; None for "the army", "a spokesman".
    base: Alias | None = None
    base_words: tuple[int, int] | None = None
    #: Nouns in the order in which they narrow down: the body before the one who speaks for it.
    heads: tuple[Head, ...] = ()
    #: The words of a personal name (indexes).
    person: tuple[int, int] | None = None

    @property
    def kind(self) -> str | None:
        """The kind of the noun that the phrase stands for in the end."""
        return self.heads[-1].kind if self.heads else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The words of one text with the names and heads found in them."""

    text: str
    words: tuple[Word, ...]
    names: Mapping[int, tuple[int, Alias]]
    heads: Mapping[int, tuple[int, str, str]]
    knowledge: Knowledge

    @classmethod
    def of(cls, text: str, words: tuple[Word, ...], knowledge: Knowledge) -> Reading:
        """Look every word up once."""
        names = {first: (stop, alias) for first, stop, alias in knowledge.names_in(words)}
        inside = {at for first, (stop, _) in names.items() for at in range(first, stop)}
        heads = dict(_find_heads(words, inside, knowledge))
        names |= dict(_leaders_before_heads(words, heads, inside, knowledge))
        return cls(text=text, words=words, names=names, heads=heads, knowledge=knowledge)

    def gap(self, at: int) -> str:
        """What stands between a word and the one before it."""
        return self.text[self.words[at - 1].end : self.words[at].start] if 0 < at < len(self.words) else ""

    def key(self, at: int) -> str:
        """The folded word at an index, "" outside the text."""
        return self.words[at].key if 0 <= at < len(self.words) else ""

    def follows(self, at: int) -> bool:
        """True where a word follows the one before it within one phrase."""
        return 0 < at < len(self.words) and self.words[at].joined

    def after_possessive(self, at: int) -> int:
        """The index after a possessive ending at `at`, else `at`."""
        if self.key(at) == "s" and self.gap(at) in ("'", "\u2019", "`"):
            return at + 1
        return at

    def phrases(self) -> Iterator[Phrase]:
        """Every phrase in text order, the longest at each word; they never overlap."""
        at = 0
        last: Phrase | None = None
        while at < len(self.words):
            phrase = self.phrase_at(at)
            if phrase is None:
                at += 1
                continue
            at = max(phrase.stop, at + 1)
            if last is not None and phrase.first < last.stop:
                named = last.base is not None and (last.base.entry.sort != "person" or bool(last.heads))
                phrase = last if named else replace(phrase, first=last.first)
            elif last is not None:
                yield last
            last = phrase
        if last is not None:
            yield last

    def phrase_at(self, at: int, depth: int = 0) -> Phrase | None:
        """The phrase that starts with word `at`, None where none does."""
        if depth > 3:
            return None
        if at in self.names:
            return self._from_name(at, depth)
        return self._from_head(at, depth)

    def _from_name(self, at: int, depth: int) -> Phrase | None:
        stop, alias = self.names[at]
        if self._is_compound(stop):
            inner = self._after_compound(stop, depth)
            if inner is not None and self._governs(stop, inner):
                return replace(inner, first=at, base=alias, base_words=(at, stop))
            return replace(inner, first=at) if inner else None
        group = self._group_after(stop) if alias.how == "adjective" and alias.entry.sort == "state" else None
        if group is not None and depth <= 1:
            inner = self._from_name(group, depth + 1)
            return replace(inner, first=at) if inner else None
        after = self.after_possessive(stop)
        heads, end = self._chain(after) if self._continues(stop, after) else ((), stop)
        if not heads:
            return Phrase(first=at, stop=stop, base=alias, base_words=(at, stop))
        phrase = Phrase(first=at, stop=end, base=alias, base_words=(at, stop), heads=heads)
        return self._with_person(phrase)

    def _group_after(self, at: int) -> int | None:
        """ "The Lebanese militant group X": where the group's own name starts, which is what the phrase stands for."""
        for cursor in range(at, min(at + 4, len(self.words))):
            if not self._continues(cursor, cursor):
                return None
            named = self.names.get(cursor)
            if named is not None:
                return cursor if named[1].entry.sort == "group" and named[1].how == "name" else None
            if not self._is_adjective(cursor) and self.heads.get(cursor, (0, "", ""))[2] != "rebels":
                return None
        return None

    def _continues(self, stop: int, after: int) -> bool:
        """True where the words after a name (and its possessive) may belong to its phrase."""
        return self.follows(after) and not self._breaks(after)

    def _breaks(self, at: int) -> bool:
        """True where a line ends before word `at`."""
        return "\n" in self.gap(at)

    def _is_compound(self, at: int) -> bool:
        """True for "X-backed": X says who backs, not whose."""
        return self.key(at) in self.knowledge.compounds and self.gap(at) in _HYPHENS

    def _governs(self, at: int, inner: Phrase) -> bool:
        """ "X-run health ministry": a body without a name of its own is whose who runs it."""
        return self.key(at) in _GOVERNING and inner.base is None and inner.kind in ("body", "authority")

    def _after_compound(self, at: int, depth: int) -> Phrase | None:
        return self.phrase_at(at + 1, depth + 1) if self.follows(at + 1) else None

    def _from_head(self, at: int, depth: int) -> Phrase | None:
        word = self.words[at]
        if not (at in self.heads or word.capital or word.key in self.knowledge.modifiers or at + 1 in self.heads):
            return None
        heads, end = self._chain(at)
        if not heads:
            return None
        phrase = Phrase(first=at, stop=end, heads=heads)
        led = self._led_to(phrase, depth)
        return self._with_person(led or phrase)

    def _chain(self, at: int) -> tuple[tuple[Head, ...], int]:
        """Heads one after another from `at`, with modifiers before each; and the index after the last."""
        heads: list[Head] = []
        end = first = cursor = at
        described = False
        while cursor < len(self.words) and (cursor == at or self._continues(cursor, cursor)) and cursor - first <= 3:
            found = self._head_at(cursor)
            if found is not None:
                end, name, kind = found
                heads.append(Head(name, kind, first, end))
                first = cursor = self.after_possessive(end)
            elif self._is_modifier(cursor):
                cursor += 1
            elif not described and self._describes_staff(cursor):
                described = True
                cursor += 1
            else:
                break
        return tuple(heads), end

    def _head_at(self, at: int) -> tuple[int, str, str] | None:
        if at in self.names:
            return None
        return self.heads.get(at) or self._unit_head(at)

    def _is_modifier(self, at: int) -> bool:
        return self.key(at) in self.knowledge.modifiers and at not in self.names

    def _describes_staff(self, at: int) -> bool:
        """One word that no list holds, before someone with a function: "X's disarmament chief"."""
        word = self.words[at]
        if (
            at in self.names
            or word.capital
            or word.key in _NOT_NAMES
            or word.key.endswith(("ed", "ing"))
            or len(word.key) < 4
        ):
            return False
        following = self._head_at(at + 1) if self._continues(at + 1, at + 1) else None
        return following is not None and following[2] in ("office", "staff")

    def _unit_head(self, at: int) -> tuple[int, str, str] | None:
        """A numbered or named unit: "4th Infantry Division", "Western Lakes Command"."""
        word = self.words[at]
        if (
            not word.capital
            or not self.follows(at + 1)
            or (word.key in _NOT_NAMES and _UNIT.fullmatch(word.text) is None)
        ):
            return None
        for stop in range(at + 2, min(at + 5, len(self.words) + 1)):
            if not self._continues(stop - 1, stop - 1) or not self.words[stop - 1].capital or stop - 1 in self.names:
                return None
            if self.key(stop - 1) in _UNIT_NOUN:
                return stop, self.text[self.words[at].start : self.words[stop - 1].end], "forces"
        return None

    def _led_to(self, phrase: Phrase, depth: int) -> Phrase | None:
        """ "spokesman for the army of X": the phrase after the preposition gives the base and the body."""
        kind = phrase.kind or ""
        if kind not in _LEADS_TO.get(self.key(phrase.stop), ()) or not self.follows(phrase.stop):
            return None
        at = phrase.stop + 1
        while self.follows(at) and at not in self.names and (self.key(at) in _ARTICLES or self._is_adjective(at)):
            at += 1
        inner = self.phrase_at(at, depth + 1) if self.follows(at) else None
        if inner is None or inner.person or not self._fits(phrase, inner):
            return None
        heads = (*inner.heads, *phrase.heads)
        return Phrase(first=phrase.first, stop=inner.stop, base=inner.base, base_words=inner.base_words, heads=heads)

    def _is_adjective(self, at: int) -> bool:
        """Words between an article and a name that are no part of what the phrase stands for."""
        if self.key(at) in _DESCRIBES:
            return True
        head = self.heads.get(at)
        if head is not None:
            return head[2] in ("rebels", "outlet") and (at + 1 in self.names or self.key(at + 1) in _DESCRIBES)
        return self._is_modifier(at)

    def _fits(self, phrase: Phrase, inner: Phrase) -> bool:
        """ "in" leads to a country only; a bare noun is led to only by those who speak for it."""
        if self.key(phrase.stop) == "in":
            return inner.base is not None and not inner.heads and inner.base.entry.sort in ("state", "de_facto")
        if inner.base is None:
            return phrase.kind in PERSONAL and inner.kind in ("forces", "body", "authority", "rebels")
        return inner.base.entry.kind != "outlet"

    def _with_person(self, phrase: Phrase, depth: int = 0) -> Phrase:
        """The phrase with the personal name that follows it, or stands before it with a comma between."""
        if phrase.kind in ("forces", "body"):
            of = self._person_of(phrase.first)
            return replace(phrase, first=of[0], person=of) if of else phrase
        if phrase.kind not in PERSONAL:
            return phrase
        after = self._person_after(self._after_area(phrase.stop))
        if after is not None:
            return self._with_staff(replace(phrase, stop=after[1], person=after), depth)
        before = self._person_before(phrase.first)
        if before is not None:
            return replace(phrase, first=before[0], person=before)
        return phrase

    def _with_staff(self, phrase: Phrase, depth: int) -> Phrase:
        """ "President N. N.'s adviser M. M.": the one who works for the person, who speaks for the same party."""
        after = self.after_possessive(phrase.stop)
        if after == phrase.stop or depth > 1 or not self._continues(after, after):
            return phrase
        heads, end = self._chain(after)
        if not heads or heads[-1].kind not in ("staff", "office"):
            return phrase
        return self._with_person(replace(phrase, stop=end, heads=heads, person=None), depth + 1)

    def _after_area(self, at: int) -> int:
        """The index after the area that an official is responsible for: "spokesman for North Lakes, N. N."."""
        area = _AREA.match(self.text, self.words[at - 1].end)
        if area is None:
            return at
        return next((n for n in range(at, min(at + 8, len(self.words))) if self.words[n].start >= area.end()), at)

    def _person_of(self, at: int) -> tuple[int, int] | None:
        """ "N. N. of the army": the personal name before the preposition."""
        of = at - 2 if self.key(at - 1) in _ARTICLES else at - 1
        if self.key(of) not in ("of", "from", "with") or not self.follows(at):
            return None
        return self._name_ending_at(of) if self.gap(of) == " " else None

    def _person_after(self, at: int) -> tuple[int, int] | None:
        if at >= len(self.words) or self._breaks(at):
            return None
        aside = _ASIDE.match(self.text, self.words[at - 1].end)
        if aside is not None:
            at = next((n for n in range(at, min(at + 8, len(self.words))) if self.words[n].start >= aside.end()), at)
        comma = self.gap(at).strip() == ","
        if not comma and not self.follows(at) and aside is None:
            return None
        start = self._after_ranks(at)
        span = self._name_from(start)
        if span is None or not comma:
            return span
        long_enough = span[1] - span[0] >= 2 or start > at
        closed = self.gap(span[1]).startswith(",") or self.key(span[1]) in (
            "said",
            "told",
            "says",
            "denied",
            "added",
            "stated",
        )
        return span if long_enough and closed else None

    def _after_ranks(self, at: int) -> int:
        while at + 1 < len(self.words) and self.key(at) in _RANKS and self._near(at + 1):
            at += 1
        return at

    def _near(self, at: int) -> bool:
        return self.follows(at) or self.gap(at) in (". ", " ", "., ")

    def _name_from(self, at: int) -> tuple[int, int] | None:
        """A personal name from word `at`: words with capitals, initials and particles between them."""
        if at in self.names and self.names[at][1].entry.sort == "person":
            return at, self.names[at][0]
        end = at
        while end < len(self.words) and end - at < 5 and (end == at or (self._near(end) and not self._breaks(end))):
            word = self.words[end]
            if not self._in_name(end, at):
                break
            end += 1
            if word.key in _PARTICLES and not self.follows(end):
                break
        while end > at and self.key(end - 1) in _PARTICLES:
            end -= 1
        return (at, end) if end > at else None

    def _in_name(self, at: int, first: int) -> bool:
        word = self.words[at]
        if word.key in _PARTICLES:
            return at > first or word.capital or self.follows(at + 1)
        known = self.names.get(at)
        foreign = known is not None and known[1].entry.sort != "person" and known[1].how != "adjective"
        foreign = foreign and not (at > first and known is not None and known[1].entry.sort == "outlet")
        return (
            word.capital
            and not foreign
            and word.key not in _NOT_NAMES
            and not word.text[0].isdigit()
            and self.after_possessive(at) == at
        )

    def _person_before(self, at: int) -> tuple[int, int] | None:
        """ "N. N., (the) ...": the personal name right before a comma, or with no comma in text that lost it."""
        first = at - 1 if self.key(at - 1) in ("the", "a", "an") else at
        gap = self.gap(first).strip()
        if first <= 0 or gap not in (",", ""):
            return None
        return self._name_ending_at(first)

    def _name_ending_at(self, stop: int) -> tuple[int, int] | None:
        """The personal name of two words or more that ends before word `stop`."""
        start = stop
        while (
            start > 0
            and stop - start < 4
            and self._in_name(start - 1, start - 1)
            and (start == stop or self._near(start))
        ):
            start -= 1
        while start < stop and (
            self.key(start) in _RANKS or (self.key(start) in _PARTICLES and not self.words[start].capital)
        ):
            start += 1
        return (start, stop) if stop - start >= 2 and not self._breaks(stop) else None


def _leaders_before_heads(
    words: tuple[Word, ...], heads: Mapping[int, tuple[int, str, str]], inside: set[int], knowledge: Knowledge
) -> Iterator[tuple[int, tuple[int, Alias]]]:
    """Surnames of leaders before "regime", "administration", "forces"; the full names are among the names already."""
    for at in heads:
        before = at - 1
        if before < 0 or before in inside or not words[at].joined or heads[at][2] not in ("authority", "forces"):
            continue
        for surname in (words[before].key, words[before].key.removesuffix("s")):
            entry = knowledge.surnames.get(surname)
            if entry is not None and words[before].capital:
                yield before, (at, Alias(entry, "name", entry.name, False))
                break


#: After "fighter": machines, not men.
_AIRCRAFT = word_set("jet jets plane planes aircraft bomber bombers pilot pilots")


def _flies(words: tuple[Word, ...], end: int) -> bool:
    """True for "fighter" in "fighter jets"."""
    return words[end - 1].key == "fighter" and end < len(words) and words[end].joined and words[end].key in _AIRCRAFT


def _find_heads(
    words: tuple[Word, ...], inside: set[int], knowledge: Knowledge
) -> Iterator[tuple[int, tuple[int, str, str]]]:
    """The longest head at each word outside of names."""
    for at, word in enumerate(words):
        limit = knowledge.head_lengths.get(word.key, 0)
        if not limit or at in inside:
            continue
        for end in reversed(stops(words, at, limit)):
            found = knowledge.heads.get(" ".join([word.key for word in words[at:end]]))
            if found is not None and not inside.intersection(range(at, end)) and not _flies(words, end):
                yield at, (end, *found)
                break
