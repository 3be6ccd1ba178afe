"""When two names stand for the same party, for scoring. Deliberately strict: an enemy's ministry is not the ministry.

The word tables (demonyms, states, generic words, sides that gold files name in several ways) are data of
:mod:`sayso.link`, the only place where names of parties stand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

_WORD = re.compile(r"[^\W_]+")

Names = str | Sequence[str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameTables:
    """Word tables of the scoring rules."""

    synonyms: dict[str, str]
    phrases: tuple[tuple[re.Pattern[str], str], ...]
    states: frozenset[str]
    generic: frozenset[str]
    ignored: frozenset[str]
    #: Words that may not stand beside a bare state for it still to be that state.
    distinguishing: frozenset[str]
    sides: tuple[frozenset[str], ...]


@cache
def tables() -> NameTables:
    """The tables, read once."""
    source = resources.files("sayso.link").joinpath("knowledge/scoring_names.json")
    data = json.loads(source.read_text(encoding="utf-8"))
    bare = NameTables(
        synonyms=data["synonyms"],
        phrases=tuple((re.compile(pattern), word) for pattern, word in data["phrases"]),
        states=frozenset(data["states"]),
        generic=frozenset(data["generic"]),
        ignored=frozenset(data["ignored"]),
        distinguishing=frozenset(data["distinguishing"]),
        sides=(),
    )
    sides = tuple(frozenset(_key(name, bare) for name in group) for group in data["sides"])
    return NameTables(**{field: getattr(bare, field) for field in bare.__slots__ if field != "sides"}, sides=sides)


def _words(name: str | None, table: NameTables) -> frozenset[str]:
    text = (name or "").lower()
    for pattern, replacement in table.phrases:
        text = pattern.sub(replacement, text)
    found = frozenset(table.synonyms.get(word, word) for word in _WORD.findall(text))
    return found - table.ignored or found


def _key(name: str | None, table: NameTables) -> str:
    return " ".join(sorted(_words(name, table)))


def as_list(names: Names) -> list[str]:
    """One name or several as a list without empty ones."""
    return [name for name in ([names] if isinstance(names, str) else names or []) if name]


def same_name(first: str, second: str) -> bool:
    """Equal but for wording, or one holds the other and they share more than generic words or a bare state."""
    table = tables()
    one, other = _words(first, table), _words(second, table)
    if not one or not other:
        return False
    if one == other:
        return True
    small, large = sorted((one, other), key=len)
    distinctive = small - table.generic
    if not small <= large or not distinctive:
        return False
    if distinctive <= table.states:
        return large - small <= table.generic - table.distinguishing and not (large & table.states) - small
    return True


def same_party(gold: Names, predicted: Names) -> bool:
    """`gold`: acceptable names of one party. `predicted`: names of ONE party, of which only the first counts."""
    accepted, offered = as_list(gold), as_list(predicted)
    if not accepted or not offered:
        return not accepted and not offered
    table = tables()
    specific = [name for name in accepted if not _words(name, table) <= table.states] or accepted
    return any(same_name(name, offered[0]) for name in specific)


def same_side(gold: Names, predicted: Names) -> bool:
    """True where both name one side; nothing counts as "unknown"."""
    table = tables()
    one, other = (_key((as_list(names) or ["unknown"])[0], table) for names in (gold, predicted))
    return one == other or any(one in group and other in group for group in table.sides)
