"""Whose ground: the state that a place lies in, by the gazetteer and the names of states."""

from __future__ import annotations

from sayso.link.countries import states
from sayso.link.knowledge_base import Knowledge
from sayso.link.mentions import Place


def is_armed_group(knowledge: Knowledge, side: str, *, otherwise: bool) -> bool:
    """True for a known group that is no state and governs no country of its own; `otherwise` for an unknown side."""
    entry = knowledge.find(side)
    return otherwise if entry is None else entry.sort == "group"


def names_two_states(knowledge: Knowledge, name: str) -> bool:
    """True for two states in one breath: "Norland and Arland"."""
    entries = [knowledge.find(part) for part in name.split(" and ")]
    return len(entries) == 2 and all(entry is not None and entry.sort == "state" for entry in entries)


def government_of(knowledge: Knowledge, side: str) -> str:
    """What the side of a state's own forces is called: its name, or its government where the two are told apart."""
    entry = knowledge.find(side)
    return (entry.government if entry else None) or side


def hostile(knowledge: Knowledge, one: str, other: str) -> bool:
    """True where the dossier says that two sides fight; a government fights whom its state's forces fight."""
    return bool(knowledge.hostile(one, other, knowledge.published) or knowledge.hostile(one, other, None))


def state_of_country(code: str) -> str | None:
    """The usual English name of the state with an ISO 3166-1 alpha-2 code; None for an unknown code."""
    return states().get(code)


def state_of(place: Place | None) -> str | None:
    """The name of the state that a place lies in, de jure; None where it is not known."""
    return None if place is None or place.country is None else state_of_country(place.country)
