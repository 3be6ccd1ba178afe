"""Names to parties, places and dates. Every name of a party, demonym or place lives here, in knowledge/."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.link.communities import communities
from sayso.link.dates import find_dates
from sayso.link.knowledge_base import Knowledge
from sayso.link.lexicon import Alias, fold
from sayso.link.mentions import Mentions
from sayso.link.parties import find_parties
from sayso.link.places import PlaceContext, dossier_places, find_places, shared_gazetteer
from sayso.model import Document

__all__ = ["find_mentions"]


def find_mentions(document: Document, knowledge: Knowledge) -> Mentions:
    """Every party, place and date that the report names, found once and used by every stage."""
    text = document.text
    context = place_context(knowledge)
    peoples = communities(text, knowledge, context.gazetteer or shared_gazetteer())
    places = find_places(text, context)
    return Mentions(
        parties=find_parties(text, knowledge, peoples, places),
        places=tuple(place for place in places if not _is_of(peoples, text[place.start : place.end])),
        dates=find_dates(text, document.published),
        communities=frozenset(alias.entry.name for alias in peoples.values()),
    )


def _is_of(peoples: Mapping[str, Alias], place: str) -> bool:
    """True for words taken for a place that end in the name of a community: "the mainly Christian Berom village"."""
    return bool(peoples) and fold(place.split()[-1]) in peoples


def place_context(knowledge: Knowledge) -> PlaceContext:
    """What the dossier in use says of places: its countries, and its contested places with all their names."""
    dossier = knowledge.dossier
    if dossier is None:
        return PlaceContext()
    contested = dossier_places((place.names, place.kind, place.id) for place in dossier.places)
    return PlaceContext(countries=frozenset(dossier.countries), dossier_places=contested)
