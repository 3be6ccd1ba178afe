"""Cross-validation of hand-written rules over annotated reports: `python benchmarks/held_out_words.py FOLDER`.

Nothing is trained on the annotated reports; what can be fitted to one of them are the words that the rules list. So
every report is read by a package that has forgotten each entry of a word list and each alternative of a pattern that,
of all the reports, this one alone bears out (`--also FOLDER`: and none of those either). Entries that no report bears
out stay. What such a reader scores is a lower bound: words that anybody would list are forgotten too.
"""

from __future__ import annotations

import argparse
import ast
import importlib.abc
import importlib.machinery
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

PACKAGE = Path(__file__).parents[1] / "src" / "sayso"
RULES = ("extract", "link", "reconcile", "claims")
TASKS_READ: tuple[Literal["casualties", "relations"], ...] = ("casualties", "relations")
Keep = Callable[[str], bool]


class Entries(ast.NodeTransformer):
    """Takes out of a module's lists and patterns what `keep` refuses."""

    def __init__(self, keep: Keep) -> None:
        self.keep = keep

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """`word_set("one two", ...)`: words apart by blanks."""
        if isinstance(node.func, ast.Name) and node.func.id == "word_set":
            node.args = [self._words(argument) for argument in node.args]
            return node
        return self.generic_visit(node)

    def visit_Set(self, node: ast.Set) -> ast.AST:
        """A set of strings."""
        if all(isinstance(e, ast.Constant) and isinstance(e.value, str) for e in node.elts):
            kept = [e for e in node.elts if isinstance(e, ast.Constant) and self.keep(str(e.value))]
            node.elts = [*kept] or node.elts
            return node
        return self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        """A pattern, or a piece of one."""
        if not isinstance(node.value, str) or "|" not in node.value:
            return node
        return ast.copy_location(ast.Constant(pruned(node.value, self.keep)), node)

    def _words(self, argument: ast.expr) -> ast.expr:
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
            return argument
        kept = " ".join(word for word in argument.value.split() if self.keep(re.escape(word)))
        return ast.copy_location(ast.Constant(kept), argument)


def pruned(pattern: str, keep: Keep) -> str:
    """The pattern without the alternatives refused, at every depth; whole where its brackets do not close."""
    try:
        return _pruned(pattern, keep)
    except ValueError:
        return pattern


def _pruned(pattern: str, keep: Keep) -> str:
    parts = alternatives(pattern)
    if len(parts) > 1:
        parts = [part for part in parts if keep(part)] or parts
    return "|".join(_inside(part, keep) for part in parts)


def _inside(part: str, keep: Keep) -> str:
    done, shown = 0, []
    for start, end in groups(part):
        opening = re.compile(r"\((?:\?(?:P<\w+>|<?[=!]|[aiLmsux]*:|:))?").match(part, start)
        first = opening.end() if opening else start + 1
        shown += [part[done:first], _pruned(part[first : end - 1], keep)]
        done = end - 1
    return "".join((*shown, part[done:]))


def _depths(pattern: str) -> Iterator[tuple[int, str, int]]:
    """(place, sign, depth after it) of brackets and bars that are neither escaped nor in a character class."""
    depth, inside = 0, False
    for found in re.finditer(r"\\.|[\[\]()|]", pattern, re.DOTALL):
        sign = found[0]
        if sign in "[]":
            inside = sign == "[" or (inside and found.start() > 0 and pattern[found.start() - 1] in "[^")
        elif not inside and len(sign) == 1:
            depth += {"(": 1, ")": -1}.get(sign, 0)
            if depth < 0:
                raise ValueError(pattern)
            yield found.start(), sign, depth
    if depth or inside:
        raise ValueError(pattern)


def alternatives(pattern: str) -> list[str]:
    """The parts of a pattern between the bars outside any bracket; ValueError where brackets do not close."""
    bars = [place for place, sign, depth in _depths(pattern) if sign == "|" and depth == 0]
    return [pattern[a:b] for a, b in zip([0, *(bar + 1 for bar in bars)], [*bars, len(pattern)], strict=True)]


def groups(part: str) -> list[tuple[int, int]]:
    """Where the outermost groups start and end."""
    signs = list(_depths(part))
    starts = [place for place, sign, depth in signs if sign == "(" and depth == 1]
    ends = [place + 1 for place, sign, depth in signs if sign == ")" and depth == 0]
    return list(zip(starts, ends, strict=True))


@dataclass
class Support:
    """Which of the texts bear an entry out: hold it as whole words, in any case."""

    texts: Sequence[str]

    @cached_property
    def known(self) -> dict[str, tuple[int, ...]]:
        """Texts of the entries asked so far."""
        return {}

    def of(self, entry: str) -> tuple[int, ...]:
        """The numbers of the texts, two at most; none for what is no pattern by itself."""
        if entry not in self.known:
            self.known[entry] = tuple(self._holding(entry))
        return self.known[entry]

    def _holding(self, entry: str) -> list[int]:
        try:
            sought = re.compile(rf"(?<!\w)(?:{entry.strip()})(?!\w)", re.IGNORECASE)
        except re.error:
            return []
        if not entry.strip() or sought.match(""):
            return []
        holding = (number for number, text in enumerate(self.texts) if sought.search(text))
        return [number for number, _ in zip(holding, range(2), strict=False)]


def modules() -> Iterable[Path]:
    """The modules that hold rules."""
    return (path for folder in RULES for path in sorted((PACKAGE / folder).rglob("*.py")))


def borne_out_once(texts: Sequence[str]) -> list[set[str]]:
    """For each text the entries that it alone bears out."""
    support = Support(texts)
    alone: list[set[str]] = [set() for _ in texts]

    def keep(entry: str) -> bool:
        holding = support.of(entry)
        if len(holding) == 1:
            alone[holding[0]].add(entry)
        return True

    for path in modules():
        Entries(keep).visit(ast.parse(path.read_text(encoding="utf-8")))
    return alone


class Forgetful(importlib.machinery.SourceFileLoader):
    """Loads a module of rules without some entries."""

    forgotten: frozenset[str] = frozenset()

    def get_code(self, fullname: str) -> Any:
        """Never from a cache."""
        path = self.get_filename(fullname)
        tree = Entries(lambda entry: entry not in self.forgotten).visit(ast.parse(self.get_data(path)))
        return compile(ast.fix_missing_locations(tree), path, "exec")


class Finder(importlib.abc.MetaPathFinder):
    """Hands the modules of rules to the forgetful loader."""

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> Any:
        """As the usual finder, but for who loads."""
        spec = importlib.machinery.PathFinder.find_spec(fullname, path, target)
        rule = any(fullname == f"sayso.{folder}" or fullname.startswith(f"sayso.{folder}.") for folder in RULES)
        if spec and rule and spec.origin and spec.origin.endswith(".py"):
            spec.loader = Forgetful(fullname, spec.origin)
        return spec


def read_forgetting(folder: Path, report_id: str, forgotten: Iterable[str]) -> dict[str, list[Any]]:
    """The rows of one report by task, as a package without the entries reads it."""
    Forgetful.forgotten = frozenset(forgotten)
    sys.meta_path.insert(0, Finder())
    from sayso.evaluate.gold import read_gold
    from sayso.evaluate.tasks import TASKS
    from sayso.pipeline import Reader

    (report,) = (r for r in read_gold(folder) if r.id == report_id)
    record = Reader.load().read(report.document())
    return {task: list(TASKS[task].rows(record)) for task in TASKS_READ}


def _child(folder: Path, report_id: str, forgotten: Iterable[str]) -> dict[str, list[Any]]:
    """A process of its own for each report: what is imported stays."""
    command = [sys.executable, __file__, str(folder), "--forgetting", report_id]
    told = json.dumps(sorted(forgotten))
    done = subprocess.run(command, input=told, capture_output=True, text=True, check=True)
    result: dict[str, list[Any]] = json.loads(done.stdout)
    return result


def _texts(folder: Path) -> list[str]:
    return [path.with_suffix(".txt").read_text(encoding="utf-8") for path in _gold_files(folder)]


def _gold_files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*.json")) if path.with_suffix(".txt").is_file()]


def _show(folder: Path, predicted: dict[str, dict[str, list[Any]]]) -> None:
    from sayso.evaluate.gold import read_gold
    from sayso.evaluate.tasks import evaluate

    gold = read_gold(folder)
    for task in TASKS_READ:
        evaluation = evaluate(task, gold, {name: rows[task] for name, rows in predicted.items()})
        for measure, value in evaluation.overall.items():
            print(f"{task} {measure}: {json.dumps(value)}")


def main() -> None:
    """Read every report with and without the words that it alone bears out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--also", type=Path, action="append", default=[], help="reports whose words are kept")
    parser.add_argument("--forgetting", metavar="ID", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.forgetting:
        print(json.dumps(read_forgetting(options.folder, options.forgetting, json.load(sys.stdin))))
        return
    names = [json.loads(path.read_text(encoding="utf-8"))["id"] for path in _gold_files(options.folder)]
    texts = _texts(options.folder) + [text for folder in options.also for text in _texts(folder)]
    alone = borne_out_once(texts)[: len(names)]
    counts = [len(entries) for entries in alone]
    print(f"entries that one report alone bears out: {sum(counts)}, in each {counts}")
    print("all entries")
    _show(options.folder, {name: _child(options.folder, name, ()) for name in names})
    print("without them")
    _show(options.folder, {name: _child(options.folder, name, gone) for name, gone in zip(names, alone, strict=True)})


if __name__ == "__main__":
    main()
