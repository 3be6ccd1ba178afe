"""Addresses of pages: the only place that knows how they are spelled, so that every number can be a link."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from sayso.model import Evidence
from sayso.store.interface import NO_DOSSIER

Parameter = str | int | bool | None


def conflict_key(conflict: str | None) -> str:
    """A conflict as it stands in an address."""
    return conflict or NO_DOSSIER


def to(path: str, parameters: Mapping[str, Parameter] | None = None, fragment: str = "") -> str:
    """A path with its parameters; those that are None, False or empty are left out."""
    kept = {name: value for name, value in (parameters or {}).items() if value not in (None, False, "")}
    query = f"?{urlencode({name: 'yes' if value is True else value for name, value in kept.items()})}" if kept else ""
    return f"{path}{query}{f'#{fragment}' if fragment else ''}"


def conflict_path(conflict: str | None, page: str = "") -> str:
    """A page of a conflict."""
    tail = f"/{page}" if page else ""
    return f"/conflict/{quote(conflict_key(conflict), safe='')}{tail}"


def report(document: str, shown: Evidence | None = None) -> str:
    """A report, opened at some words of it."""
    path = f"/report/{quote(document, safe='')}"
    return path if shown is None else to(path, {"at": f"{shown.start}-{shown.end}"}, "at")


def evidence(shown: Evidence) -> str:
    """The permanent address of some words."""
    return report(shown.document, shown)


def claim(identifier: str) -> str:
    """A claim."""
    return f"/claim/{quote(identifier, safe='')}"


def source(conflict: str | None, name: str) -> str:
    """All that the voice of that name said in a conflict."""
    return to(conflict_path(conflict, "source"), {"name": name})


def explain(conflict: str | None, number: int) -> str:
    """What makes a number."""
    return to(conflict_path(conflict, "explain"), {"n": number})
