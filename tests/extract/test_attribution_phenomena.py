"""Hard sentences: what each one must give was written before the code. What still fails is marked, strictly."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sayso.extract.attribution import find_spans
from sayso.extract.attributions import read_attributions
from sayso.extract.noise import find_noise
from sayso.ingest import Metadata, make_document
from sayso.link.knowledge_base import Knowledge
from sayso.link.speakers import resolve_attributions
from sayso.model import Attribution
from tests.invented import mentions_of

ROWS: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("attribution_phenomena.json").read_text(encoding="utf-8")
)

#: id -> why it still fails.
STILL_FAILS: dict[str, str] = {
    "b-ms": "nothing but the first names tells which of the two is meant by the pronoun",
}


def read(text: str, published: date | None) -> tuple[Attribution, ...]:
    document = make_document(text, Metadata(name="report", published=published))
    document = replace(document, noise=find_noise(text))
    found = read_attributions(document, find_spans(text))
    return resolve_attributions(document, found, mentions_of(document), Knowledge.load(None))


def holders(attributions: tuple[Attribution, ...], words: str) -> list[Attribution]:
    """The attributions whose content holds most of the words."""
    return [a for a in attributions if any(words in c.exact or c.exact in words for c in a.content)]


def failures(row: dict[str, Any]) -> Iterator[str]:
    """Everything in which a row's reading differs from what was expected."""
    published = date.fromisoformat(row["published"]) if row["published"] else None
    attributions = read(row["text"], published)
    if "count" in row and len(attributions) != row["count"]:
        yield f"{len(attributions)} attributions instead of {row['count']}"
    for want in row["expect"]:
        held = holders(attributions, want["words"])
        if len(held) != 1:
            yield f"{want['words']!r} stands in {len(held)} attributions"
        else:
            yield from _differences(want, held[0])


def _differences(want: dict[str, Any], got: Attribution) -> Iterator[str]:
    name = got.speaker.name if got.speaker else None
    if name != want["speaker"] and not (name and want["speaker"] and name.lower() == want["speaker"].lower()):
        yield f"speaker {name!r} instead of {want['speaker']!r}"
    if want.get("unresolved") and "speaker" not in got.unresolved:
        yield "no reason is given"
    for key, value in (("form", got.form), ("stance", got.stance), ("mental", got.mental)):
        if key in want and value != want[key]:
            yield f"{key} {value!r} instead of {want[key]!r}"
    if "kind" in want and got.speaker and got.speaker.kind != want["kind"]:
        yield f"kind {got.speaker.kind!r} instead of {want['kind']!r}"
    if "said_on" in want and (got.said_on.isoformat() if got.said_on else None) != want["said_on"]:
        yield f"said on {got.said_on} instead of {want['said_on']}"
    for via in want.get("via", ()):
        if via not in [p.name for p in got.via]:
            yield f"via {[p.name for p in got.via]} without {via!r}"
    for other in want.get("names", ()):
        if got.speaker and other not in got.speaker.names():
            yield f"names {got.speaker.names()} without {other!r}"
    if "excludes" in want and any(want["excludes"] in e.exact for e in got.evidence()):
        yield f"swallows {want['excludes']!r}"


def _parameters() -> Iterator[Any]:
    for row in ROWS:
        reason = STILL_FAILS.get(row["id"])
        marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
        yield pytest.param(row, id=row["id"], marks=marks)


@pytest.mark.parametrize("row", list(_parameters()))
def test_reads_hard_sentences(row: dict[str, Any]) -> None:
    assert not list(failures(row))


def test_there_are_enough_rows_and_their_words_occur() -> None:
    assert len(ROWS) >= 60
    assert all(want["words"] in row["text"] for row in ROWS for want in row["expect"])
