"""Nothing outside of `sayso.link` holds the name of a party, demonym, capital or armed group."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso
from sayso.link.knowledge_base import Knowledge
from sayso.link.lexicon import Alias, split_words

SOURCE = Path(sayso.__file__).parent
#: Bodies that are standards or corpora in their own right, and networks: no party to anything.
ALLOWED = frozenset({"acled", "ucdp", "un", "google", "site", "facebook", "twitter", "telegram", "whatsapp", "youtube"})
#: Words of English that are names only with a capital.
COMMON_WORDS = frozenset({"turkey", "chad", "jordan", "polish", "amal", "tigers", "contras"})
#: Words that older and local English also uses for kinds of victims or fighters, whoever they belong to.
COMMON_WORDS |= {"indian", "peshmerga", "janjaweed"}
#: The sorts whose names would make a rule depend on who it is about.
PARTIES = frozenset({"state", "de_facto", "group", "coalition", "person", "body", "outlet"})


def code_files() -> list[Path]:
    return sorted(path for path in SOURCE.rglob("*.py") if SOURCE / "link" not in path.parents)


def strings(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every string literal but documentation, which may explain by example."""
    documentation = {id(text) for node in ast.walk(tree) if (text := _documentation(node)) is not None}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node.lineno, node.value


def _documentation(node: ast.AST) -> ast.expr | None:
    """The expression that is the documentation of a module, class or function."""
    if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) or not node.body:
        return None
    return node.body[0].value if isinstance(node.body[0], ast.Expr) else None


def names_in(text: str, knowledge: Knowledge) -> Iterator[str]:
    """Names written as names, and single words that are names of states, peoples or groups in any case."""
    text = re.sub(r"[ \t]#[^\n]*\n", "\n", text)  # comments of verbose patterns
    text = re.sub(r"\\[A-Za-z]", "  ", text)  # of a pattern like \bWord
    words = split_words(text)
    for first, stop, alias in knowledge.names_in(words):
        if _is_party(alias) and words[first].key not in ALLOWED:
            yield text[words[first].start : words[stop - 1].end]
    for word in words:
        known = knowledge.lexicon.get(word.key)
        if known is None or word.capital or known.exact or word.key in COMMON_WORDS:
            continue
        if known.entry.sort in ("state", "de_facto", "group"):
            yield word.text


def _is_party(alias: Alias) -> bool:
    return alias.entry.sort in PARTIES


@pytest.mark.parametrize("path", code_files(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_string_outside_link_names_a_party(path: Path) -> None:
    knowledge = Knowledge.load(None)
    found = [
        (line, name)
        for line, text in strings(ast.parse(path.read_text(encoding="utf-8")))
        for name in names_in(text, knowledge)
    ]
    assert found == []


def test_the_search_finds_names_in_code() -> None:
    tree = ast.parse(
        '"""About Kenya."""\nPATTERN = r"\\bKenyan (?:army|police)\\b|Nairobi"\nOTHER = "taliban Taliban"\n'
    )
    found = [name for _, text in strings(tree) for name in names_in(text, Knowledge.load(None))]
    assert found == ["Kenyan", "Nairobi", "Taliban", "taliban"]
