"""The annotated reports with the annotators' figures and sources: linked fields by themselves, and swapped sides."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from benchmarks.claim_fields import gold_claims, held_first, measure, read_document

from sayso.claims import CasualtyClaim
from sayso.link import find_mentions
from sayso.link.casualties import resolve_casualties
from sayso.link.dossiers import builtin_files
from sayso.link.knowledge_base import Knowledge
from sayso.link.lexicon import key_of
from sayso.link.scene import Scene
from sayso.model import Attribution, Document, Party
from tests.shared import SHARED, needs_shared

CASES = SHARED / "cases"
#: What must hold over all annotated reports: share of the figures with the right value.
FLOORS = {"side": 0.93, "posture": 0.80, "perpetrator": 0.78, "place": 0.70, "happened": 0.80}
TWO_SIDES = 0.92

#: Names that stand for each other when two states trade places: country, adjective, people, capital.
SWAPS = {
    "kashmir": (("India", "Pakistan"), ("Indian", "Pakistani"), ("Indians", "Pakistanis"), ("New Delhi", "Islamabad")),
    "karabakh": (
        ("Armenia", "Azerbaijan"),
        ("Armenian", "Azerbaijani"),
        ("Armenians", "Azerbaijanis"),
        ("Yerevan", "Baku"),
    ),
}
#: Short forms that have no counterpart are written out before anything is exchanged.
WRITTEN_OUT = {"Azeri": "Azerbaijani", "Azeris": "Azerbaijanis", "BSF": "border guard"}


@needs_shared
@pytest.mark.skipif(not CASES.is_dir(), reason="no annotated reports")
def test_fields_in_isolation() -> None:
    right: Counter[str] = Counter()
    sided: Counter[str] = Counter()
    figures = sided_figures = 0
    for name, found, count, _ in measure(CASES, held_first(CASES), "auto", None):
        rows = json.loads((CASES / f"{name}.json").read_text())["casualties"]
        right.update(found)
        figures += count
        if len({row["side"] for row in rows} - {"unknown", "both"}) > 1:
            sided.update(found)
            sided_figures += count
    for field, floor in FLOORS.items():
        assert right[field] / figures >= floor, field
    assert sided["side"] / sided_figures >= TWO_SIDES


Swap = Callable[[str], str]


def _swapper(pairs: tuple[tuple[str, str], ...]) -> Swap:
    twins = {one: other for pair in pairs for one, other in (pair, pair[::-1])}
    twins |= {one.upper(): other.upper() for one, other in twins.items()}
    longest_first = "|".join(sorted(map(re.escape, twins), key=len, reverse=True))
    return lambda text: re.sub(rf"\b(?:{longest_first})\b", lambda found: twins[found.group()], text)


def _deep(value: Any, swap: Swap) -> Any:
    if isinstance(value, str):
        return swap(value)
    if isinstance(value, list):
        return [_deep(item, swap) for item in value]
    return {key: _deep(item, swap) for key, item in value.items()} if isinstance(value, dict) else value


def _written_out(text: str) -> str:
    return re.sub(rf"\b(?:{'|'.join(WRITTEN_OUT)})\b", lambda found: WRITTEN_OUT[found.group()], text)


def _conflict(name: str) -> str | None:
    event = json.loads((CASES / "index.json").read_text()).get(name, {}).get("event")
    return next((key for key in SWAPS if key in (event or "")), None)


def _state_wars() -> list[str]:
    return [name for name in held_first(CASES) if _conflict(name)] if CASES.is_dir() else []


def _swapped_dossier(knowledge: Knowledge, swap: Swap, folder: Path) -> Knowledge:
    """The built-in dossier in use with the two states in each other's place, in the order that dossiers must have."""
    assert knowledge.dossier is not None
    file = next(path for path in builtin_files() if path.stem == knowledge.dossier.id)
    raw = _deep(yaml.safe_load(file.read_text(encoding="utf-8")), swap)
    raw["sides"].sort(key=lambda side: key_of(side["side_group"]))
    for side in raw["sides"]:
        side["actors"].sort(key=lambda actor: key_of(actor["name"]))
    for hostile in raw.get("hostile", ()):
        hostile["between"].sort(key=key_of)
    for place in raw.get("places", ()):
        place["names"].sort(key=lambda name: (name[0] >= "\u0250", key_of(name)))
    path = folder / f"{raw['id']}.yaml"
    path.write_text(yaml.safe_dump(raw, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return Knowledge.load(path)


def _party(party: Party | None, swap: Swap) -> Party | None:
    if party is None:
        return None
    fields = ("name", "role", "affiliation", "speaks_for", "side", "side_group")
    exchanged: dict[str, Any] = {name: swap(getattr(party, name)) for name in fields if getattr(party, name)}
    return replace(party, **exchanged)


def _resolved(
    document: Document, rows: list[dict[str, Any]], knowledge: Knowledge, speakers: list[Party | None] | None
) -> tuple[tuple[CasualtyClaim, ...], list[Attribution]]:
    known = knowledge.for_report(document.text, document.published)
    mentions = find_mentions(document, known)
    claims, attributions = gold_claims(document, rows, mentions)
    if speakers is not None:
        attributions = [replace(a, speaker=speaker) for a, speaker in zip(attributions, speakers, strict=True)]
    return resolve_casualties(Scene.of(document, mentions, known, attributions), claims, attributions), attributions


@needs_shared
@pytest.mark.parametrize("name", _state_wars())
def test_two_states_exchanged_in_an_annotated_report(name: str, tmp_path: Path) -> None:
    conflict = _conflict(name)
    assert conflict is not None
    swap = _swapper(SWAPS[conflict])
    document = read_document(CASES, name)
    document = replace(document, text=_written_out(document.text))
    rows = json.loads(_written_out(json.dumps(json.loads((CASES / f"{name}.json").read_text())["casualties"])))
    knowledge = Knowledge.load("auto")
    first, attributions = _resolved(document, rows, knowledge, None)
    chosen = knowledge.for_report(document.text, document.published)
    other = _swapped_dossier(chosen, swap, tmp_path) if chosen.dossier else knowledge
    turned = replace(document, text=swap(document.text), title=swap(document.title) if document.title else None)
    speakers = [_party(a.speaker, swap) for a in attributions]
    second, _ = _resolved(turned, _deep(rows, swap), other, speakers)
    for one, two in zip(first, second, strict=True):
        value = one.value
        assert (swap(value.side), value.posture, value.side_basis) == (
            two.value.side,
            two.value.posture,
            two.value.side_basis,
        )
        assert swap(value.perpetrator or "") == (two.value.perpetrator or ""), one.evidence[0].exact
        assert (value.happened_start, value.happened_end) == (two.value.happened_start, two.value.happened_end)
