from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import sayso.claims
import sayso.extract
import sayso.link
import sayso.reconcile
from sayso.expression import Expression

PACKAGES = (sayso.claims, sayso.extract, sayso.link, sayso.reconcile)


def expressions_of_rules() -> Iterator[tuple[str, Expression]]:
    for package in PACKAGES:
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(found.name)
            for name, value in vars(module).items():
                if isinstance(value, Expression):
                    yield f"{found.name}.{name}", value


def test_an_expression_answers_as_what_re_makes_of_it() -> None:
    words = "ten dead, Ten hurt"
    late, made = Expression(r"(ten)\s", re.IGNORECASE), re.compile(r"(ten)\s", re.IGNORECASE)
    for method in ("match", "fullmatch", "search", "finditer"):
        assert getattr(late, method)("ten ") is not None
        assert getattr(late, method).__name__ == method
    assert [found.span() for found in late.finditer(words, 3)] == [found.span() for found in made.finditer(words, 3)]
    assert late.findall(words) == made.findall(words)
    assert late.sub("9 ", words) == made.sub("9 ", words)
    assert late.split(words, maxsplit=1) == made.split(words, maxsplit=1)


def test_an_expression_is_compiled_when_it_is_first_used() -> None:
    broken = Expression("(unclosed")
    with pytest.raises(re.error):
        broken.search("a")


def test_every_expression_of_the_rules_can_be_compiled() -> None:
    found = dict(expressions_of_rules())
    assert len(found) > 500
    for expression in found.values():
        assert expression.compiled.pattern == expression.pattern


#: Two words with a blank between them, which a verbose expression would take for one.
LOST_BLANK = re.compile(r"[\w)?] [\w(]")


def test_no_verbose_expression_loses_the_blanks_between_its_words() -> None:
    verbose = {name: found for name, found in expressions_of_rules() if found.flags & re.VERBOSE}
    lost = [name for name, found in verbose.items() for line in found.pattern.split("\n") if LOST_BLANK.search(line)]
    assert verbose
    assert lost == []
