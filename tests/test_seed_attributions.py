"""The worked example from text to speakers: every attribution that a careful reader lists, by speaker and offsets."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from sayso.evaluate.names import same_party
from sayso.extract.attribution import find_spans
from sayso.extract.attributions import read_attributions
from sayso.extract.noise import find_noise
from sayso.ingest import Metadata, make_document
from sayso.link import find_mentions
from sayso.link.knowledge_base import Knowledge
from sayso.link.speakers import resolve_attributions
from sayso.model import Attribution
from tests.shared import SHARED, needs_shared

#: At most so many attributions beside the listed ones and their repeats.
FURTHER = 3


def _listed() -> list[dict[str, Any]]:
    path = SHARED / "domain" / "seed_attributions.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []


def _seed() -> str:
    return (SHARED / "cases" / "seed.txt").read_text(encoding="utf-8")


@cache
def _read(text: str) -> tuple[str, tuple[Attribution, ...]]:
    meta = json.loads((SHARED / "cases" / "seed.json").read_text(encoding="utf-8"))
    known = Metadata(name="seed", published=date.fromisoformat(meta["published"]))
    document = make_document(text, known)
    document = replace(document, noise=find_noise(document.text))
    knowledge = Knowledge.load("auto").for_report(document.text, document.published)
    found = read_attributions(document, find_spans(document.text))
    return document.text, resolve_attributions(document, found, find_mentions(document, knowledge), knowledge)


def holding(text: str, attributions: tuple[Attribution, ...], words: str) -> list[Attribution]:
    """The attributions that hold most of the first printing of some words."""
    start = text.index(words)
    end = start + len(words)
    return [
        a
        for a in attributions
        if 2 * sum(max(0, min(e.end, end) - max(e.start, start)) for e in a.content) > end - start
    ]


@needs_shared
@pytest.mark.parametrize("listed", _listed(), ids=lambda row: f"{row['n']}-{row['speaker'][0].replace(' ', '_')}")
def test_every_listed_attribution_has_its_speaker(listed: dict[str, Any]) -> None:
    text, attributions = _read(_seed())
    held = holding(text, attributions, listed["content"])
    assert len(held) == 1, [a.content for a in held]
    speaker = held[0].speaker
    assert speaker is not None, held[0].unresolved
    assert same_party(listed["speaker"], [speaker.name]), speaker.names()
    via = {party.name.casefold() for party in held[0].via}
    assert {name.casefold() for name in listed.get("via", [])} <= via


@needs_shared
def test_little_else_is_found() -> None:
    text, attributions = _read(_seed())
    listed = {a.id for row in _listed() for a in holding(text, attributions, row["content"])}
    contents = {" ".join(c.exact for c in a.content) for a in attributions if a.id in listed}
    further = [a for a in attributions if a.id not in listed and " ".join(c.exact for c in a.content) not in contents]
    assert len(further) <= FURTHER, [(a.source, a.cue, a.content) for a in further]


#: What scraping does to a text.
BREAKAGE: dict[str, Callable[[str], str]] = {
    "closing marks lost": lambda text: text.replace("”", ""),
    "opening marks lost": lambda text: text.replace("“", ""),
    "no marks": lambda text: re.sub("[“”]", "", text),
    "straight marks": lambda text: re.sub("[“”]", '"', text),
    "single line ends": lambda text: re.sub(r"\n\n+", "\n", text),
    "sentences run together": lambda text: re.sub(r"\. (?=[A-Z])", ".", text),
    "one line": lambda text: re.sub(r"\s*\n\s*", " ", text),
    "commas stripped": lambda text: text.replace(",", ""),
}
#: How many of the listed attributions must still have their speaker then.
KEPT = 27


@needs_shared
@pytest.mark.parametrize("breakage", BREAKAGE)
def test_broken_text_keeps_most_speakers_and_swallows_nothing(breakage: str) -> None:
    breaks = BREAKAGE[breakage]
    _, attributions = _read(breaks(_seed()))
    kept = [row for row in _listed() if any(_says(a, row, breaks) for a in attributions)]
    assert len(kept) >= KEPT
    assert max(c.end - c.start for a in attributions for c in a.content) <= 400


def _says(attribution: Attribution, row: dict[str, Any], breaks: Callable[[str], str]) -> bool:
    """True where the row's party says the first words of the row."""
    wanted = _bare(breaks(row["content"]))[:25]
    told = any(wanted in _bare(c.exact) for c in attribution.content)
    return told and attribution.speaker is not None and same_party(row["speaker"], [attribution.speaker.name])


def _bare(words: str) -> str:
    return re.sub(r'[“”"\s]+', "", words)
