"""From the data files in ``knowledge/`` to the one file that is loaded. Run by ``scripts/compile_knowledge.py``.

A test compares the compiled file with what this module makes of the data files.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from sayso.link.dossier_schema import checked
from sayso.link.lexicon import key_of

#: A compiled entry and the spellings of it: (how, spelling, exact).
Named = tuple[dict[str, Any], list[tuple[str, str, bool]]]

_OUTLETS = {"agencies": "outlet", "broadcasters": "outlet", "newspapers": "outlet", "networks": "network"}


def folder() -> Path:
    """Where the data files lie."""
    return Path(str(resources.files("sayso.link").joinpath("knowledge")))


def compiled() -> dict[str, Any]:
    """Everything that is loaded: entries, their spellings, heads of phrases, modifiers and dossiers."""
    countries = json.loads((folder() / "countries.json").read_text(encoding="utf-8"))
    states = {country["iso2"]: country for country in countries["countries"]}
    named = [
        *_states(states),
        *_groups(states),
        *_bodies(),
        *_outlets(states),
        *_leaders(states),
        *_not_parties(),
        *_peoples(),
    ]
    heads = _load("heads.yaml")
    return {
        "library": {key: countries[key] for key in ("library", "version", "licence")},
        "entries": [entry for entry, _ in named],
        "aliases": list(_aliases(named)),
        "heads": list(_heads(heads)),
        "modifiers": sorted(heads["modifiers"]),
        "compounds": sorted(heads["compounds"]),
        "surnames": _surnames(named),
        "dossiers": [checked(path) for path in sorted((folder() / "dossiers").glob("*.yaml"))],
    }


def _load(name: str) -> Any:
    return yaml.safe_load((folder() / name).read_text(encoding="utf-8"))


def _aliases(named: list[Named]) -> Iterator[list[Any]]:
    """One line a spelling; the first entry that has a key keeps it, states before groups before the rest."""
    rows: dict[str, list[Any]] = {}
    for index, (_, spellings) in enumerate(named):
        for how, spelling, exact in spellings:
            key = key_of(spelling)
            strict = exact or _is_acronym(spelling)
            row = rows.setdefault(key, [key, index, how, spelling, strict])
            if row[1] == index and row[4] and not strict:
                row[3:] = [spelling, False]
    yield from (row for key, row in rows.items() if key)


def _is_acronym(spelling: str) -> bool:
    return spelling.isascii() and spelling.isalpha() and spelling.isupper() and len(spelling) <= 4


def _states(states: dict[str, dict[str, Any]]) -> Iterator[Named]:
    for code, state in states.items():
        entry = {
            "name": state["name"],
            "kind": "state",
            "sort": "state",
            "adjective": next(iter(state["adjectives"]), state["name"]),
            "speaks_for": state["name"],
            "side": state["name"],
            "countries": [code],
            **{key: state[key] for key in ("community",) if key in state},
            **_government(state),
        }
        spellings = [("name", name, False) for name in state["names"]]
        spellings += [("people", name, False) for name in state["people"] if name not in state["adjectives"]]
        spellings += [("adjective", name, False) for name in state["adjectives"]]
        spellings += [("capital", name, False) for name in state["capitals"]]
        yield entry, spellings


def _government(state: dict[str, Any]) -> dict[str, Any]:
    own: dict[str, Any] | None = state.get("government")
    return {"government": own["name"], "government_years": [own["from"], own["until"]]} if own else {}


def _groups(states: dict[str, dict[str, Any]]) -> Iterator[Named]:
    data = _load("groups.yaml")
    for raw in data["state_forces"]:
        state = states[raw["state"]]
        own = {
            "affiliation": state["name"],
            "speaks_for": state["name"],
            "side": state["name"],
            "countries": [raw["state"]],
        }
        yield _named(raw, kind="organisation", sort="body", **own)
    for raw in data["de_facto"]:
        own = {"speaks_for": raw.get("speaks_for", raw["name"]), "side": raw.get("side", raw["name"])}
        kind = "organisation" if "speaks_for" in raw else "state"
        yield _named(
            raw, kind=kind, sort="body" if "speaks_for" in raw else "de_facto", countries=[raw["country"]], **own
        )
    for raw in data["coalitions"]:
        yield _named(raw, kind="group", sort="coalition", speaks_for=raw["name"], side=raw["name"])
    for raw in data["groups"]:
        owner = states.get(raw.get("state", ""))
        side = owner["name"] if owner else raw.get("side", raw["name"])
        yield _named(raw, kind="group", sort="group", speaks_for=side, side=side)


def _surnames(named: list[Named]) -> dict[str, int]:
    """Index of the leader by the surname that stands before "regime" or "administration"; none where two share it."""
    rows: dict[str, set[int]] = {}
    for index, (entry, _) in enumerate(named):
        if entry["sort"] == "person":
            rows.setdefault(key_of(entry["name"]).split()[-1], set()).add(index)
    return {surname: indexes.pop() for surname, indexes in sorted(rows.items()) if len(indexes) == 1}


def _bodies() -> Iterator[Named]:
    for raw in _load("bodies.yaml")["organisations"]:
        own: dict[str, Any] = {"affiliation": raw["camp"], "side": raw["camp"]} if "camp" in raw else {}
        if "speaks_for" in raw:
            own["speaks_for"] = raw["speaks_for"]
        yield _named(
            {**raw, "countries": [raw["country"]] if "country" in raw else []}, kind="organisation", sort="body", **own
        )


def _outlets(states: dict[str, dict[str, Any]]) -> Iterator[Named]:
    data = _load("outlets.yaml")
    for section, sort in _OUTLETS.items():
        for raw in data[section]:
            state = states.get(raw.get("state", ""), {})
            country = raw.get("country") or raw.get("state")
            camp = raw.get("camp") or state.get("name") or states.get(country, {}).get("name")
            own = {"affiliation": camp, "side": camp} if camp else {}
            own |= {"state_run": True} if state else {}
            yield _named({**raw, "countries": [country] if country else []}, kind="outlet", sort=sort, **own)


def _leaders(states: dict[str, dict[str, Any]]) -> Iterator[Named]:
    for name, role, owner, *spellings in _load("leaders.yaml")["leaders"]:
        state = states.get(owner, {})
        party = state.get("name") or owner
        voice = {} if owner == "United Nations" else {"speaks_for": party, "side": party}
        entry = {"name": name, "kind": "person", "sort": "person", "role": role, "affiliation": party, **voice}
        yield entry, [("name", spelling, False) for spelling in (name, *spellings)]


def _peoples() -> Iterator[Named]:
    for raw in _load("peoples.yaml")["peoples"]:
        adjective, party = raw["adjective"], raw.get("party")
        voice = {"speaks_for": party, "side": party} if party else {}
        entry = {"name": raw["people"][0], "kind": "group", "sort": "people", "adjective": adjective, **voice}
        spellings = [("people", name, False) for name in raw["people"] if name != adjective]
        spellings += [("adjective", name, False) for name in (adjective, *raw.get("adjectives", ()))]
        yield entry, spellings


def _not_parties() -> Iterator[Named]:
    for name in _load("not_parties.yaml")["names"]:
        yield {"name": name, "kind": "organisation", "sort": "none"}, [("name", name, False)]


def _named(raw: dict[str, Any], **fields: Any) -> Named:
    """An entry and its spellings out of one item of a data file."""
    names = [raw["name"], *raw.get("names", ())]
    adjectives = raw.get("adjectives", [])
    entry = {
        "name": raw["name"],
        **fields,
        "adjective": next(iter(adjectives), raw["name"]),
        "countries": fields.get("countries") or raw.get("countries", []),
        "called": raw.get("called", []),
        "ethnic": raw.get("ethnic", []),
        "peacekeeping": raw.get("peacekeeping"),
        "of_states": raw.get("of_states"),
    }
    spellings = [("name", name, False) for name in names]
    spellings += [("name", name, True) for name in raw.get("exact", ())]
    spellings += [("people", name, False) for name in raw.get("people", ())]
    spellings += [("capital", name, False) for name in raw.get("capitals", ())]
    spellings += [("adjective", name, False) for name in adjectives if name not in names]
    return {key: value for key, value in entry.items() if value not in (None, [], "")}, spellings


def _heads(data: dict[str, Any]) -> Iterator[list[str]]:
    """[key, printed name, kind] of every noun that makes a phrase with a party's name."""
    for portfolio, words in data["ministries"].items():
        for word in words:
            for spelling in (f"{word} ministry", f"ministry of {word}", f"{word} department", f"department of {word}"):
                yield [key_of(spelling), f"{portfolio} Ministry", "body"]
            for spelling in (f"{word} minister", f"minister of {word}", f"minister for {word}", f"{word} secretary"):
                yield [key_of(spelling), f"{portfolio.lower()} minister", "office"]
            yield [key_of(f"{word} officials"), f"{portfolio.lower()} officials", "staff"]
    for kind in (
        "body",
        "forces",
        "members",
        "authority",
        "office",
        "staff",
        "rebels",
        "activists",
        "outlet",
        "people",
        "expert",
        "outside",
    ):
        for printed, spellings in data[kind].items():
            for spelling in spellings:
                yield [key_of(spelling), printed, kind]
