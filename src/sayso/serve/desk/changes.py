"""Corrections field by field: what may be changed on a claim, and the claim data that a change comes to."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field
from typing_extensions import TypedDict

from sayso.claims import AnyClaim
from sayso.claims.casualty import UNKNOWN, Casualty, Effect, Group, Modality, Posture, Scope
from sayso.claims.codec import part_to_json
from sayso.errors import UsageError
from sayso.model import Certainty, Party, PartyKind

Known = Callable[[str], Party | None]
Text = Annotated[str, Field(max_length=300)]
Count = Annotated[int, Field(ge=0, le=10**9)]
#: On whose word: a named source, the report itself, or somebody who could not be made out.
Voice = Literal["named", "report", "open"]


class SourceChanges(TypedDict, total=False):
    """Who vouches for a claim."""

    voice: Voice
    source: Text | None
    source_kind: PartyKind
    speaks_for: Text | None
    said_on: date | None
    certainty: Certainty
    background: bool


class Changes(SourceChanges, total=False):
    """The fields of a claim that a person may correct; those left out stay as they are."""

    effect: Effect
    low: Count | None
    high: Count | None
    group: Group
    side: Text | None
    side_group: Text | None
    perpetrator: Text | None
    happened_start: date | None
    happened_end: date | None
    place: Text | None
    scope: Scope
    posture: Posture


#: Fields of a claim's value, by the names under which a reading leaves them open.
_VALUE = (
    *("effect", "low", "high", "group", "side", "side_group", "perpetrator", "happened_start", "happened_end"),
    *("place", "scope", "posture"),
)
_CLAIM = ("said_on", "certainty", "background")


def standing(claim: AnyClaim) -> dict[str, Any]:
    """What a claim says at present in every field that may be changed."""
    party = claim.source
    told: dict[str, Any] = {
        "voice": "named" if party else "open" if claim.attribution else "report",
        "source": party.name if party else None,
        "source_kind": party.kind if party else "unnamed",
        "speaks_for": party.speaks_for if party else None,
        **{name: getattr(claim, name) for name in _CLAIM},
    }
    if isinstance(claim.value, Casualty):
        told |= {name: getattr(claim.value, name) for name in _VALUE}
    return told


def differing(claim: AnyClaim, changes: Changes) -> Changes:
    """The changes that would change something; raises UsageError for fields that this kind of claim has not."""
    now = standing(claim)
    asked = {name: UNKNOWN if name in ("side", "side_group") and not v else v for name, v in changes.items()}
    foreign = [name for name in asked if name not in now]
    if foreign:
        raise UsageError(f"{', '.join(foreign)}: a {claim.value.kind} has no such field")
    return {name: value for name, value in asked.items() if value != now[name]}  # type: ignore[return-value]


def corrected_data(claim: AnyClaim, changes: Changes, known: Known) -> dict[str, Any]:
    """The claim data to put in place, as decisions carry it; raises UsageError where nothing or nonsense is asked."""
    asked = differing(claim, changes)
    if not asked:
        raise UsageError("nothing was changed: every field is as it stands already")
    made = replace(claim, unresolved=_still_open(claim, asked), **{n: asked[n] for n in _CLAIM if n in asked})  # type: ignore[literal-required]
    if asked.keys() & {"voice", "source", "source_kind", "speaks_for"}:
        made = _told_by(made, asked, known)
    if isinstance(made.value, Casualty):
        made = replace(made, value=changed_value(made.value, asked))
    return _difference(json.loads(part_to_json(claim)), json.loads(part_to_json(made)))


def _still_open(claim: AnyClaim, asked: Changes) -> Mapping[str, str]:
    """What stays open: a person has told the fields that were changed."""
    told: set[str] = set(asked)
    if "voice" in asked or "source" in asked:
        told.add("source")
    return {name: why for name, why in claim.unresolved.items() if name not in told}


def _told_by(claim: AnyClaim, asked: Changes, known: Known) -> AnyClaim:
    now = standing(claim)
    name = asked.get("source", now["source"])
    voice = asked.get("voice") or ("named" if name else now["voice"])
    if voice == "report":
        return replace(claim, source=None, via=(), attribution=None)
    if voice == "open":
        return replace(claim, source=None, unresolved={**claim.unresolved, "source": "left open by a person"})
    if not name:
        raise UsageError("source: a named source needs its name")
    return replace(claim, source=named_party(name, asked, known, claim.source))


def named_party(name: str, asked: Mapping[str, Any], known: Known, before: Party | None = None) -> Party:
    """The party of that name: the one corrected, else one on record, else a new one; with what is asked of it."""
    same = before if before is not None and before.name == name else known(name)
    party = same or Party(name=name, kind="organisation")
    return replace(
        party,
        kind=asked.get("source_kind", party.kind),
        speaks_for=asked.get("speaks_for", party.speaks_for) or None,
    )


def changed_value(value: Casualty, asked: Mapping[str, Any]) -> Casualty:
    """The figure with what is asked in place; raises UsageError for bounds or days that are the wrong way round."""
    made = replace(value, **{name: asked[name] for name in _VALUE if name in asked})
    if made.low is not None and made.high is not None and made.low > made.high:
        raise UsageError(f"low, high: {made.low} is more than {made.high}")
    if made.happened_start and made.happened_end and made.happened_start > made.happened_end:
        raise UsageError(f"happened_start, happened_end: {made.happened_start} is after {made.happened_end}")
    return replace(made, modality=_modality(made)) if asked.keys() & {"low", "high"} else made


def _modality(value: Casualty) -> Modality:
    """How bounds read: "31" exact, "at least 11", "up to 20", "10 to 15", "dozens"."""
    if value.low is None or value.high is None:
        return "vague" if value.low is value.high else "at_most" if value.low is None else "at_least"
    if value.low != value.high:
        return "range"
    return "about" if value.modality == "about" else "exact"


def _difference(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """The parts of a claim's data that differ; of its value, the fields that do."""
    changed = {name: told for name, told in after.items() if told != before[name]}
    if "value" in changed:
        value = {name: told for name, told in after["value"].items() if told != before["value"][name]}
        changed["value"] = value
    return changed
