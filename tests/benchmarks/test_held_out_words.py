"""Patterns and lists that forget entries: what goes, what stays."""

import ast
from collections.abc import Callable

import pytest
from benchmarks.held_out_words import Entries, Support, alternatives, pruned


def without(*gone: str) -> Callable[[str], bool]:
    return lambda entry: entry not in gone


@pytest.mark.parametrize(
    ("pattern", "gone", "left"),
    [
        ("one|two|three", ("two",), "one|three"),
        ("a (?:red|blue) car", ("red",), "a (?:blue) car"),
        ("(?P<who>army|police(?:m[ae]n|)) said", ("army",), "(?P<who>police(?:m[ae]n|)) said"),
        (r"[|(]\||(?i:x|y)", ("x",), r"[|(]\||(?i:y)"),
        ("(?:only)", ("only",), "(?:only)"),
        ("one|two", ("one", "two"), "one|two"),
        ("(?:half|of", ("half",), "(?:half|of"),
        ("(?:kill|wound(?:ed|ing))s?", ("ed",), "(?:kill|wound(?:ing))s?"),
    ],
)
def test_a_pattern_without_alternatives(pattern: str, gone: tuple[str, ...], left: str) -> None:
    assert pruned(pattern, without(*gone)) == left


def test_every_pattern_of_the_package_stays_one_where_nothing_is_forgotten() -> None:
    from benchmarks.held_out_words import modules

    strings = {
        node.value
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "|" in node.value
    }
    assert len(strings) > 500
    assert [s for s in strings if pruned(s, without()) != s] == []


def test_bars_inside_brackets_part_nothing() -> None:
    assert alternatives(r"a(b|c)|[|]|\|") == ["a(b|c)", "[|]", r"\|"]


def test_words_sets_and_patterns_of_a_module() -> None:
    module = 'A = word_set("gun rifle", "knife")\nB = {"gun", "sword"}\nC = re.compile("gun|shot")\nD = "gun"\n'
    left = ast.unparse(Entries(without("gun")).visit(ast.parse(module)))
    assert left == "A = word_set('rifle', 'knife')\nB = {'sword'}\nC = re.compile('shot')\nD = 'gun'"


def test_who_bears_an_entry_out() -> None:
    support = Support(["The guns fell silent.", "A gun was found.", "A GUN and guns"])
    assert support.of("guns?") == (0, 1)
    assert support.of("gun") == (1, 2)
    assert support.of("silent") == (0,)
    assert support.of("ound") == ()
    assert support.of("(?:gun") == ()
    assert support.of("x?") == ()  # matches nothing at all, too
