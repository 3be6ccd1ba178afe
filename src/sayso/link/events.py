"""Which claims of one report speak of one harm, so that one may tell what another leaves out.

Nothing is decided about the world: the grouping lends a place, a day or a perpetrator that the report gives once to the
claims beside it that speak of the same thing, and to no other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sayso.link.claim_context import ClaimContext

Window = tuple[date, date]
_PRECISE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place as the report writes it."""

    name: str
    #: How precise: 5 a site, 4 a town, 3 a district or a name that no gazetteer knows, 2 a region, 0 a country.
    rank: float
    start: int
    #: The state it lies in, de jure.
    country: str | None
    #: Latitude and longitude in degrees, where they are known.
    where: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """One claim's own words on the harm: where and when, as far as its sentence tells."""

    context: ClaimContext
    spot: Spot | None = None
    window: Window | None = None
    #: True where the claim's own sentence gives the time, False where those before it do.
    dated: bool = False
    #: The state or side whose ground the place is.
    ground: str | None = None

    @property
    def place(self) -> str | None:
        """The name of a place precise enough to tell two harms apart."""
        return self.spot.name if self.spot is not None and self.spot.rank >= _PRECISE else None

    @property
    def sentence(self) -> int:
        """The number of the sentence that holds the claim."""
        return self.context.scene.sentence_index(self.context.core[0])


def group_events(harms: Sequence[Harm]) -> list[int]:
    """The number of the event of each claim, in the order given: equal numbers, one harm."""
    events: list[int] = []
    for index, harm in enumerate(harms):
        same = next((j for j in _nearest_first(index, harms) if _one_event(harm, harms[j])), None)
        events.append(max(events, default=-1) + 1 if same is None else events[same])
    return events


def _nearest_first(index: int, harms: Sequence[Harm]) -> list[int]:
    return sorted(range(index), key=lambda j: (not same_figure(harms[index], harms[j]), -j))


def _one_event(one: Harm, other: Harm) -> bool:
    if one.context.claim.background != other.context.claim.background:
        return False
    if _differ(one.window, other.window) or (_differ(one.place, other.place) and not same_figure(one, other)):
        return False
    if one.context.claim.background:
        return abs(one.sentence - other.sentence) <= 1
    return True


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def same_figure(one: Harm, other: Harm) -> bool:
    """The same number harmed in the same way: a figure told again."""
    a, b = one.context.claim.value, other.context.claim.value
    return not a.vague and (a.effect, a.low, a.high) == (b.effect, b.low, b.high)
