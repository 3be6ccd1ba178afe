"""Reports about two invented states at war, made from templates, and the dossier for them: for swap tests.

Exchanging the two states' names (in text and dossier) must exchange the sides in what is read, and change nothing else.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sayso.claims.casualty import Effect, Group

PUBLISHED = date(2031, 5, 14)

#: What a template may say of a state: country, adjective, its people, its capital.
STATES = (
    {
        "name": "Valdoria",
        "adj": "Valdorian",
        "people": "Valdorians",
        "capital": "Merrowick",
        "town": "Tessary",
        "man": "Ilvo Drastin",
    },
    {
        "name": "Kestenia",
        "adj": "Kestenian",
        "people": "Kestenians",
        "capital": "Orlahaven",
        "town": "Bruldam",
        "man": "Pavro Sentis",
    },
)

DOSSIER = """\
id: swap-test
name: Two invented states
window: {{from: 2031-05-01}}
sides:
  - side_group: {0[adj]} side
    actors:
      - name: {0[name]}
        kind: government
        adjectives: [{0[adj]}]
        aliases: [{0[adj]}, {0[people]}, {0[capital]}]
        source: [invented]
  - side_group: {1[adj]} side
    actors:
      - name: {1[name]}
        kind: government
        adjectives: [{1[adj]}]
        aliases: [{1[adj]}, {1[people]}, {1[capital]}]
        source: [invented]
hostile:
  - {{between: [{0[name]}, {1[name]}], from: 2031-05-01, source: [invented]}}
sources: {{invented: written for a test}}
"""

#: Sentences with a figure: text, quote, effect, victims, group, words of the source (None: the report's own voice).
SENTENCES = (
    (
        "The {a[adj]} defence ministry said {n} of its soldiers were killed by {b[adj]} shelling near {a[town]}.",
        "{n} of its soldiers were killed",
        "killed",
        "soldiers",
        "combatant",
        "The {a[adj]} defence ministry",
    ),
    (
        "{a[name]} said it had killed {n} {b[adj]} soldiers.",
        "killed {n} {b[adj]} soldiers",
        "killed",
        "{b[adj]} soldiers",
        "combatant",
        "{a[name]}",
    ),
    (
        "{n} civilians were wounded in {a[town]}, {a[adj]} officials said.",
        "{n} civilians were wounded",
        "injured",
        "civilians",
        "civilian",
        "{a[adj]} officials",
    ),
    (
        "{a[capital]} put {b[name]}'s losses at {n} dead.",
        "losses at {n} dead",
        "killed",
        None,
        "unknown",
        "{a[capital]}",
    ),
    ("{n} people were killed on the {a[adj]} side.", "{n} people were killed", "killed", "people", "unknown", None),
    (
        "{n} {a[adj]} troops and several {b[adj]} officers were captured, the Red Cross said.",
        "{n} {a[adj]} troops",
        "captured",
        "{a[adj]} troops",
        "combatant",
        "the Red Cross",
    ),
    (
        "{a[man]}, the spokesman of the {a[adj]} army, said that {n} soldiers had been killed.",
        "{n} soldiers had been killed",
        "killed",
        "soldiers",
        "combatant",
        "{a[man]}, the spokesman of the {a[adj]} army",
    ),
    (
        "{a[adj]} artillery killed {n} people in {b[town]}, {b[name]} said.",
        "killed {n} people",
        "killed",
        "people",
        "unknown",
        "{b[name]}",
    ),
    (
        "{n} soldiers were killed in clashes with {a[adj]} troops, the {b[adj]} government said.",
        "{n} soldiers were killed",
        "killed",
        "soldiers",
        "combatant",
        "the {b[adj]} government",
    ),
    (
        "The {a[adj]} army said enemy losses had reached {n} dead.",
        "enemy losses had reached {n} dead",
        "killed",
        "enemy",
        "combatant",
        "The {a[adj]} army",
    ),
    (
        "At least {n} people have been killed in clashes between {a[name]} and {b[name]}.",
        "{n} people have been killed",
        "killed",
        "people",
        "unknown",
        None,
    ),
    (
        "{a[name]} lost {n} soldiers, {b[adj]} state television reported.",
        "lost {n} soldiers",
        "killed",
        "soldiers",
        "combatant",
        "{b[adj]} state television",
    ),
    (
        "A {a[adj]} institute said that {n} {a[adj]} servicemen had died.",
        "{n} {a[adj]} servicemen had died",
        "killed",
        "{a[adj]} servicemen",
        "combatant",
        "A {a[adj]} institute",
    ),
    (
        "{a[adj]} jets struck a {b[adj]} base, killing {n} soldiers, witnesses said.",
        "killing {n} soldiers",
        "killed",
        "soldiers",
        "combatant",
        "witnesses",
    ),
)
#: Sentences without a figure, between the others.
FILLERS = (
    "{a[name]} and {b[name]} accuse each other of breaking the ceasefire.",
    "The {a[adj]} foreign minister called for talks.",
    "Fighting went on along the border on Tuesday.",
    "{b[adj]} forces have held the heights since last week.",
)


@dataclass(frozen=True)
class MadeClaim:
    """A figure of a made report by offsets; `source` is None in the report's own voice."""

    start: int
    end: int
    number: tuple[int, int]
    victims: tuple[int, int] | None
    source: tuple[int, int] | None
    content: tuple[int, int]
    effect: Effect
    group: Group
    count: int


@dataclass(frozen=True)
class MadeReport:
    text: str
    claims: tuple[MadeClaim, ...]


def dossier_file(folder: Path) -> Path:
    """Write the dossier of both states; it is the same file for both readings, since it treats them alike."""
    path = folder / "swap-test.yaml"
    path.write_text(DOSSIER.format(*sorted(STATES, key=lambda state: state["name"])), encoding="utf-8")
    return path


def pairs(count: int, seed: int = 7) -> Iterator[tuple[MadeReport, MadeReport]]:
    """`count` reports, each with its twin in which the two states stand in each other's place."""
    dice = random.Random(seed)
    for _ in range(count):
        plan = [
            (dice.randrange(len(SENTENCES)), dice.random() < 0.5, dice.randrange(2, 90))
            for _ in range(dice.randrange(2, 6))
        ]
        fillers = [(dice.randrange(len(FILLERS)), dice.random() < 0.5) for _ in plan]
        yield _made(plan, fillers, STATES), _made(plan, fillers, STATES[::-1])


def _made(
    plan: list[tuple[int, bool, int]], fillers: list[tuple[int, bool]], states: tuple[dict[str, str], ...]
) -> MadeReport:
    text, claims = "", []
    for (which, turned, count), (filler, filler_turned) in zip(plan, fillers, strict=True):
        words = {"a": states[turned], "b": states[not turned], "n": str(count)}
        sentence = SENTENCES[which][0].format(**words)
        claims.append(_claim(len(text), sentence, SENTENCES[which], words, count))
        filled = {"a": states[filler_turned], "b": states[not filler_turned]}
        text += f"{sentence} {FILLERS[filler].format(**filled)}\n\n"
    return MadeReport(text, tuple(claims))


def _claim(
    at: int, sentence: str, template: tuple[str | None, ...], words: Mapping[str, object], count: int
) -> MadeClaim:
    def span(pattern: str | None, start: int = 0) -> tuple[int, int] | None:
        if pattern is None:
            return None
        filled = pattern.format(**words)
        found = sentence.index(filled, start)
        return at + found, at + found + len(filled)

    _, quote, effect, victims, group, source = template
    core, number = span(quote), span("{n}")
    assert core is not None
    assert number is not None
    return MadeClaim(
        start=core[0],
        end=core[1],
        number=number,
        victims=span(victims, core[0] - at),
        source=span(source),
        content=(at, at + len(sentence)),
        effect=effect,  # type: ignore[arg-type]
        group=group,  # type: ignore[arg-type]
        count=count,
    )


def swapped(name: str | None) -> str | None:
    """The name with the two states exchanged."""
    if name is None:
        return None
    twins = {
        one: other
        for first, second in (STATES, STATES[::-1])
        for one, other in zip(first.values(), second.values(), strict=True)
    }
    longest_first = "|".join(sorted(map(re.escape, twins), key=len, reverse=True))
    return re.sub(longest_first, lambda found: twins[found.group()], name)
