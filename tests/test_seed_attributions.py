"""The worked example from text to speakers: every attribution that a careful reader lists, by speaker and offsets."""

from __future__ import annotations

import json
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


@cache
def _read() -> tuple[str, tuple[Attribution, ...]]:
    text = (SHARED / "cases" / "seed.txt").read_text(encoding="utf-8")
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
    text, attributions = _read()
    held = holding(text, attributions, listed["content"])
    assert len(held) == 1, [a.content for a in held]
    speaker = held[0].speaker
    assert speaker is not None, held[0].unresolved
    assert same_party(listed["speaker"], [speaker.name]), speaker.names()
    via = {party.name.casefold() for party in held[0].via}
    assert {name.casefold() for name in listed.get("via", [])} <= via


@needs_shared
def test_little_else_is_found() -> None:
    text, attributions = _read()
    listed = {a.id for row in _listed() for a in holding(text, attributions, row["content"])}
    contents = {" ".join(c.exact for c in a.content) for a in attributions if a.id in listed}
    further = [a for a in attributions if a.id not in listed and " ".join(c.exact for c in a.content) not in contents]
    assert len(further) <= FURTHER, [(a.source, a.cue, a.content) for a in further]
