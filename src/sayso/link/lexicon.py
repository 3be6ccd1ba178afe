"""Words of a text, folded for look-up, and the table of names that they are looked up in."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from sayso.expression import Expression
from sayso.model import PartyKind

#: What sort of thing a name stands for; decides which words may follow it and whether it speaks for a side.
Sort = Literal["state", "de_facto", "group", "coalition", "body", "outlet", "network", "person", "people", "none"]
#: How a spelling stands for its entry: by name, as an adjective, as its people, or by the seat of its government.
How = Literal["name", "adjective", "people", "capital"]

_WORD = Expression(r"[^\W_]+")
#: What may stand between two words of one name: nothing longer than "St. ", no comma, no full stop after a long word.
_JOINT = Expression(
    r"[ \t\u00a0]?[-\u2010-\u2015/]?[ \t\u00a0]?|['\u2019`&.]|\.[-\u2010-\u2015]|[ \t\u00a0]*\n?[ \t\u00a0]*|\. ?"
)


def word_set(*lines: str) -> frozenset[str]:
    """The words of lines, for lists that stay readable in the code."""
    return frozenset(" ".join(lines).split())


#: In text without lower case these names cannot be told from common words.
WORDS_IN_CAPITALS = word_set(
    "is us who aa mend site trend kan dawn guardian inquirer sana petra mehr saba apa pla rt car isf tigers",
    "telegram uk turkey chad jordan polish amal contras wagner azov amnesty carnegie let",
)
_MOSTLY_UPPER = 0.7


class Word(NamedTuple):
    """One word of a text: offsets (code points, end exclusive), as written, and folded for look-up."""

    start: int
    end: int
    text: str
    key: str
    #: True where the gap to the word before may lie inside one name.
    joined: bool
    #: True where the word starts with an upper-case letter or has no case (Arabic, Hebrew ...).
    capital: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something that names stand for: a state, group, body, outlet or person."""

    name: str
    kind: PartyKind
    sort: Sort
    #: Adjective that goes before an organ ("Azerbaijani"); the name itself where it has none.
    adjective: str = ""
    speaks_for: str | None = None
    side: str | None = None
    affiliation: str | None = None
    role: str | None = None
    #: ISO 3166-1 alpha-2 of the state itself, or of the states a group is active in.
    countries: tuple[str, ...] = ()
    #: Words that reports use for its members when they do not name it ("rebels").
    called: tuple[str, ...] = ()
    #: Adjectives of the peoples by whose name reports call its fighters ("Kurdish").
    ethnic: tuple[str, ...] = ()
    #: The name that its people are a side by, where a report tells of them and never names the state.
    community: str | None = None
    #: Name of the side of the state's own forces where it differs from the state's name, and the years it holds for.
    government: str | None = None
    government_years: tuple[int, int] | None = None
    #: True for an outlet that the state it is of owns or directs.
    state_run: bool = False
    #: True for a body that sends peacekeepers.
    peacekeeping: bool = False
    #: True for a body whose members are states.
    of_states: bool = False


@dataclass(frozen=True, slots=True)
class Alias:
    """One spelling of an entry; `exact` asks for the very letters (acronyms that are words too)."""

    entry: Entry
    how: How
    spelling: str
    exact: bool


@functools.lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """A word without case and diacritics: Erdoğan -> erdogan. The result may be empty for a bare mark."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).replace("ı", "i")


@functools.lru_cache(maxsize=4)
def in_capitals(text: str) -> bool:
    """True for text without lower case, where a capital does not tell a name."""
    head = text[:2000]
    letters = sum(map(str.isalpha, head))
    return bool(letters) and sum(map(str.isupper, filter(str.isalpha, head))) > _MOSTLY_UPPER * letters


@functools.lru_cache(maxsize=4)
def split_words(text: str) -> tuple[Word, ...]:
    """Every word of a text in order, in time linear in its length; the last few texts are kept."""
    words: list[Word] = []
    end, before = 0, ""
    for match in _WORD.finditer(text):
        written = match.group()
        start, stop = match.span()
        gap = text[end:start] if start - end <= 4 else "..."
        article = before == "A" and gap == " " and stop - start == 1  # "A U.S. airstrike" names no "A.U."
        joined = bool(words) and not article and (gap == " " or _joins(gap, before))
        end, before = stop, written
        key = written.lower() if written.isascii() else fold(written)
        words.append(Word(start, end, written, key, joined, not written[0].islower()))
    return tuple(words)


_DASHES = frozenset("-–—")


def _joins(gap: str, before: str) -> bool:
    """A full stop joins only after an abbreviation or initial, so that no name runs on over a sentence's end; a dash
    between two spaces not behind capitals, where it ends a dateline ("NORHAVEN - Rebel fighters").
    """
    if _JOINT.fullmatch(gap) is None or (before.isupper() and gap.strip() in _DASHES and " " in gap):
        return False
    return not gap.startswith(". ") or len(before) <= 2


@functools.lru_cache(maxsize=8192)
def key_of(spelling: str) -> str:
    """The look-up key of a spelling: its folded words, one space apart."""
    if spelling.isascii():
        return " ".join(_WORD.findall(spelling.lower()))
    return " ".join(fold(word) for word in _WORD.findall(spelling))


class Lexicon:
    """Names and what they stand for; the longest name at a word wins."""

    __slots__ = ("_longest", "_table", "begins")

    #: True for a key that some name starts with.
    begins: Callable[[str], bool]

    def __init__(self, table: Mapping[str, Alias]) -> None:
        self._table = dict(table)
        self._longest = longest_by_first(table)
        self.begins = self._longest.__contains__

    def with_table(self, table: Mapping[str, Alias]) -> Lexicon:
        """This lexicon with more names, which win over those it has."""
        extended = Lexicon({})
        extended._table = {**self._table, **table}
        extended._longest = dict(self._longest)
        for first, count in longest_by_first(table).items():
            extended._longest[first] = max(count, extended._longest.get(first, 0))
        extended.begins = extended._longest.__contains__
        return extended

    def get(self, key: str) -> Alias | None:
        """What a key stands for."""
        return self._table.get(key)

    def match(self, words: tuple[Word, ...], at: int) -> tuple[int, Alias] | None:
        """The longest name that starts with word `at`, and the index after its last word."""
        key, end, longest = words[at].key, at + 1, None
        last = min(at + self._longest.get(key, 0), len(words))
        while end <= last:
            alias = self._table.get(key)
            if alias is not None and _written_as(alias, words[at:end]):
                longest = end, alias
            if end == last or not words[end].joined:
                break
            key = f"{key} {words[end].key}"
            end += 1
        return longest


def stops(words: tuple[Word, ...], at: int, limit: int) -> range:
    """The indexes at which a phrase of up to `limit` words from `at` may end."""
    if not limit:
        return range(0)
    stop = at + 1
    last = min(at + limit, len(words))
    while stop < last and words[stop].joined:
        stop += 1
    return range(at + 1, stop + 1)


def longest_by_first(table: Iterable[str]) -> dict[str, int]:
    """How many words the longest key has that starts with a word."""
    longest: dict[str, int] = {}
    for key in table:
        first, count = key.partition(" ")[0], key.count(" ") + 1
        if count > longest.get(first, 0):
            longest[first] = count
    return longest


@functools.lru_cache(maxsize=8192)
def _spelled(spelling: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(spelling))


def _written_as(alias: Alias, words: tuple[Word, ...]) -> bool:
    """A name is written with capitals where its spelling has them; acronyms that are words too, letter by letter."""
    spelled = _spelled(alias.spelling)
    if alias.exact:
        return tuple(word.text for word in words) == spelled
    return all(
        word.capital or part[0].islower() or word.key == _PREFIX for word, part in zip(words, spelled, strict=True)
    )


#: Written small or with a capital in one name ("anti-Balaka", "Anti-balaka").
_PREFIX = "anti"
