"""The states of the world by ISO 3166-1, with their adjectives and peoples; read once a process."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from importlib import resources
from typing import Any


@functools.cache
def _raw() -> tuple[Mapping[str, Any], ...]:
    raw = json.loads(resources.files("sayso.link").joinpath("knowledge/countries.json").read_text(encoding="utf-8"))
    return tuple(raw["countries"])


@functools.cache
def states() -> Mapping[str, str]:
    """Usual English names by ISO 3166-1 alpha-2 code."""
    return {country["iso2"]: country["name"] for country in _raw()}


@functools.cache
def peoples() -> frozenset[str]:
    """Adjectives and names of peoples, in small letters: they are no places."""
    return frozenset(word.lower() for c in _raw() for word in (*c["adjectives"], *c["people"]))


@functools.cache
def nations() -> Mapping[str, str]:
    """ISO 3166-1 alpha-2 codes by adjective, in small letters."""
    return {word.lower(): c["iso2"] for c in _raw() for word in c["adjectives"]}


@functools.cache
def country_names() -> frozenset[str]:
    """Every name of a country, in small letters; not the adjectives and peoples."""
    return frozenset(name.lower() for c in _raw() for name in c["names"])
