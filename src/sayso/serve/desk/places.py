"""Where claims place harm: names looked up in the gazetteer, with how precisely they say it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.claims import CasualtyClaim
from sayso.link.mentions import Place
from sayso.link.place_names import name_key
from sayso.link.places import shared_gazetteer
from sayso.reconcile.names import place_key
from sayso.serve.desk import links
from sayso.serve.desk.ledger import Ledger
from sayso.serve.desk.view import dossier_of

#: UCDP GED `where_prec` in words.
PRECISIONS = {
    1: "the place itself",
    2: "near the place",
    3: "a district",
    4: "a region",
    5: "a line or an area without clear bounds",
    6: "a country",
    7: "at sea",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMark:
    """A place of harm: every claim that names it."""

    name: str
    #: Every name of the place in the gazetteer; none is the alias of another.
    names: tuple[str, ...]
    latitude: float | None
    longitude: float | None
    #: UCDP GED `where_prec`, 1 to 7; None where the gazetteer does not hold the place.
    precision: int | None
    precision_words: str
    claims: int
    href: str


def place_marks(ledger: Ledger) -> tuple[PlaceMark, ...]:
    """The places of a conflict, those named most often first; those that could not be placed have no coordinates."""
    named: dict[str, list[CasualtyClaim]] = defaultdict(list)
    for claim in ledger.book.shelf.claims:
        if claim.value.place and not claim.background:
            named[place_key(claim.value.place)].append(claim)
    dossier = dossier_of(ledger.conflict)
    countries = tuple(dossier.countries) if dossier else ()
    marks = (_mark(claims, ledger, countries) for claims in named.values())
    return tuple(sorted(marks, key=lambda mark: (-mark.claims, mark.name)))


def _mark(claims: Sequence[CasualtyClaim], ledger: Ledger, countries: Sequence[str]) -> PlaceMark:
    name = claims[0].value.place or ""
    found = locate(name, countries)
    precision = found.where_prec if found and found.latitude is not None else None
    return PlaceMark(
        name=name,
        names=found.names if found else (),
        latitude=found.latitude if found else None,
        longitude=found.longitude if found else None,
        precision=precision,
        precision_words=PRECISIONS.get(precision or 0, "not in the gazetteer"),
        claims=len(claims),
        href=links.to("/search", {"conflict": links.conflict_key(ledger.conflict), "place": name}),
    )


def locate(name: str, countries: Sequence[str]) -> Place | None:
    """The place of that name in these countries; None where there is none, or several and nothing to choose by."""
    found = shared_gazetteer().find(name_key(name))
    inside = [one for one in found if one.place.country in countries] if countries else list(found)
    known = [one for one in found if one.known and one.place.latitude is not None]
    if known:
        return known[0].place
    if not inside or (not countries and len(inside) > 1):
        return None
    return inside[0].place
