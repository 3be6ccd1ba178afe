"""No pattern that is tried only where its cues stand can match where none of them does."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Any

import pytest

import sayso.extract
import sayso.link
import sayso.reconcile
from sayso.expression import Seldom

# What a pattern can match is read off its parsed form, for which `re` has no public name: samples would miss the rare
# branch that lacks a cue. The rules themselves need none of it; a Python without these modules skips the tests.
codes: Any = pytest.importorskip("re._constants")
parser: Any = pytest.importorskip("re._parser")

#: Nothing is listed that can be more words than this.
_MOST = 400
_LONGEST_CLASS = 12
_WIDTHLESS = (codes.AT, codes.ASSERT, codes.ASSERT_NOT)
_REPEATED = (codes.MAX_REPEAT, codes.MIN_REPEAT)


def _patterns() -> Iterator[tuple[str, Seldom]]:
    for package in (sayso.extract, sayso.link, sayso.reconcile):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, Seldom):
                    yield f"{module.name}.{name}", value


def _words(part: Any) -> set[str] | None:
    """Everything that one part of a pattern can be, in small letters; None where that is too much to list."""
    kind, value = part
    if kind in _WIDTHLESS:
        return {""}
    if kind is codes.LITERAL:
        return {chr(value).lower()}
    if kind is codes.IN:
        return _class(value)
    if kind is codes.BRANCH:
        return _union(_row(branch) for branch in value[1])
    if kind is codes.SUBPATTERN:
        return _row(value[3])
    if kind in _REPEATED and value[1] == 1:
        inner = _row(value[2])
        return inner if inner is None or value[0] else inner | {""}
    return None


def _class(items: list[Any]) -> set[str] | None:
    letters: set[str] = set()
    for kind, value in items:
        if kind is codes.LITERAL:
            letters.add(chr(value).lower())
        elif kind is codes.RANGE and value[1] - value[0] < _LONGEST_CLASS:
            letters.update(chr(code).lower() for code in range(value[0], value[1] + 1))
        else:
            return None
    return letters


def _union(sets: Iterable[set[str] | None]) -> set[str] | None:
    found: set[str] = set()
    for words in sets:
        if words is None:
            return None
        found |= words
    return found


def _row(parts: Iterable[Any]) -> set[str] | None:
    found = {""}
    for part in parts:
        words = _words(part)
        if words is None or len(found) * len(words) > _MOST:
            return None
        found = {one + other for one, other in product(found, words)}
    return found


def _covered(parts: Any, cues: Sequence[str]) -> bool:
    """True where whatever the parts match has a cue in it."""
    parts = [part for part in parts if part[0] not in _WIDTHLESS]
    return any(_part_covered(part, cues) for part in parts) or any(
        all(any(cue in word for cue in cues) for word in words)
        for start in range(len(parts))
        for end in range(start + 1, len(parts) + 1)
        if (words := _row(parts[start:end])) is not None
    )


def _part_covered(part: Any, cues: Sequence[str]) -> bool:
    kind, value = part
    if kind is codes.BRANCH:
        return all(_covered(branch, cues) for branch in value[1])
    if kind is codes.SUBPATTERN:
        return _covered(value[3], cues)
    return kind in _REPEATED and value[0] > 0 and _covered(value[2], cues)


@pytest.mark.parametrize(("name", "seldom"), list(_patterns()))
def test_every_match_has_a_cue(name: str, seldom: Seldom) -> None:
    parsed = parser.parse(seldom.expression.pattern, seldom.expression.compiled.flags)
    assert _covered(parsed, seldom.cues), f"{name}: a match may stand where no cue does"
    assert seldom.cues == tuple(map(str.lower, seldom.cues))


def test_a_pattern_whose_match_may_lack_the_cues_is_found_out() -> None:
    assert not _covered(parser.parse(r"\b(?:road|path) to\s+\w+|near"), ["road to", "path to"])
    assert _covered(parser.parse(r"\b(?:road|path) to\s+\w+|near"), ["road to", "path to", "near"])


def test_finds_what_the_pattern_finds() -> None:
    text = "A bridge over the river. The Border with Norland is shut, the border is calm."
    border = Seldom("border", r"\bborder\b", re.IGNORECASE)
    assert border.search("no such word") is None
    assert [found.start() for found in border.finditer(text)] == [text.index("Border"), text.rindex("border")]
    assert border.match(text, text.index("Border"), len(text)) is not None
    assert border.search(text, text.rindex("border") + 1) is None
    assert list(border.finditer(text, 0, text.index("Border"))) == []
