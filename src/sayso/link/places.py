"""Places named in a report, resolved by the conflict, the countries of the report and the places nearby."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

from sayso.link.gazetteer import KINDS, Candidate, Gazetteer, make_place
from sayso.link.mentions import Place, PlaceMention
from sayso.link.place_choice import choose, countries_told, mention_of
from sayso.link.place_names import name_key
from sayso.link.place_reader import PlaceContext, PlaceReader

__all__ = ["PlaceContext", "dossier_places", "find_places", "shared_gazetteer"]


def dossier_places(places: Iterable[tuple[Sequence[str], str, str | None]]) -> dict[str, Place]:
    """The places of a dossier, given as (all names, kind, id), by the key of each name."""
    found: dict[str, Place] = {}
    for names, kind, identifier in places:
        known = "front" if kind == "line" else kind if kind in KINDS else "area"
        place = make_place(identifier or f"d:{name_key(names[0])}", names, known, None, (0.0, 0.0))
        found.update({name_key(name): place for name in names})
    return found


@functools.cache
def shared_gazetteer() -> Gazetteer:
    """The built-in gazetteer, opened once a process."""
    return Gazetteer.open()


def find_places(text: str, context: PlaceContext) -> tuple[PlaceMention, ...]:
    """Every place named in the text, in text order, without overlaps; unresolved ones with the reason."""
    reader = PlaceReader(text, context, context.gazetteer or shared_gazetteer())
    names = list(reader.names())
    names = [n for n in names if not (n.loose and (n.key in reader.people or (reader.shouted and not n.well_known)))]
    countries = countries_told(names, context.countries)
    resolved = [(name, choose(name, countries, context)) for name in names]
    where = [c.place for _, c in resolved if isinstance(c, Candidate) and c.place.latitude is not None]
    mentions = [m for name, choice in resolved if (m := mention_of(name, choice, countries, where))]
    mentions += reader.unlisted([(n.start, n.end) for n in names])
    return _without_overlaps(mentions)


def _without_overlaps(mentions: list[PlaceMention]) -> tuple[PlaceMention, ...]:
    kept: list[PlaceMention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)
