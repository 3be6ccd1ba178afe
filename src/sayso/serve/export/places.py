"""Names of places to points, for maps: by the dossier of the conflict and the gazetteer, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from sayso.link.knowledge_base import Knowledge
from sayso.link.mentions import Place

#: (name of a place as written, conflict) -> the place, or None where it is not known or not told apart.
Locate = Callable[[str, str | None], Place | None]


def locator(dossier_folders: tuple[Path, ...] = ()) -> Locate:
    """What finds places: by the rules that reports are read with, for a name alone."""
    from sayso.link import place_context
    from sayso.link.places import PlaceContext, find_places

    @cache
    def context(conflict: str | None) -> PlaceContext:
        return place_context(Knowledge.load(conflict, dossier_folders)) if conflict else PlaceContext()

    @cache
    def locate(name: str, conflict: str | None) -> Place | None:
        mentions = find_places(name, context(conflict))
        return mentions[0].place if len(mentions) == 1 else None

    return locate


def sides_of(dossier_folders: tuple[Path, ...] = ()) -> Callable[[str | None], tuple[str, ...]]:
    """What gives the sides of a dossier in the order of its file; none where a conflict has no dossier."""
    dossiers = Knowledge.load(None, dossier_folders).dossiers

    def sides(conflict: str | None) -> tuple[str, ...]:
        dossier = dossiers.get(conflict or "")
        return dossier.side_groups() if dossier else ()

    return sides
