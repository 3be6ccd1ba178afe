"""Which claims of one report speak of one harm, so that one may tell what another leaves out.

Nothing is decided about the world: the grouping lends a place, a day or a perpetrator that the report gives once to the
claims beside it that speak of the same thing, and to no other.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from sayso.claims.casualty import WAR_SIZE, Effect, Group
from sayso.link.claim_context import ClaimContext

Window = tuple[date, date]
#: A kind of harm, its lower and upper bound, and who was harmed where they are few.
Figure = tuple[Effect, int | None, int | None, Group | None]
_PRECISE = 3
_REGION = 2
#: So few may be a soldier here and a clerk there.
_FEW = 2


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
    def war_size(self) -> bool:
        """True for a number that no one place saw: a war's."""
        low = self.context.claim.value.low
        return low is not None and low >= WAR_SIZE

    @property
    def sentence(self) -> int:
        """The number of the sentence that holds the claim."""
        return self.context.sentence_number


def group_events(harms: Sequence[Harm]) -> list[int]:
    """The number of the event of each claim, in the order given: equal numbers, one harm."""
    events: list[int] = []
    told: dict[Hashable, list[int]] = {}
    #: The first place that the claims of each event tell.
    places: list[str | None] = []
    for index, harm in enumerate(harms):
        again = told.setdefault(_figure(harm) or index, [])
        nearest_first = chain(reversed(again), (j for j in range(index - 1, -1, -1) if not same_figure(harm, harms[j])))
        same = next((j for j in nearest_first if _one_event(harm, harms[j], places[events[j]])), None)
        if same is None:
            events.append(len(places))
            places.append(harm.place)
        else:
            events.append(events[same])
            places[events[same]] = places[events[same]] or harm.place
        again.append(index)
    return events


def _one_event(one: Harm, other: Harm, place: str | None) -> bool:
    """True where nothing tells a harm from another one, whose event has been told to be at `place`."""
    if one.context.claim.background != other.context.claim.background or _differ(one.window, other.window):
        return False
    elsewhere = _differ(one.place, other.place) or _differ(one.place, place)
    if elsewhere and not same_figure(one, other):
        return False
    if one.context.claim.background:
        return abs(one.sentence - other.sentence) <= 1
    return True


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def same_figure(one: Harm, other: Harm) -> bool:
    """The same number harmed in the same way: a figure told again."""
    return (told := _figure(one)) is not None and told == _figure(other)


def other_account(harm: Harm, other: Harm) -> bool:
    """True where two speakers tell of harms each in its own words on where."""
    if harm.spot is None or harm.spot.rank < _REGION:
        return False
    one, two = harm.context.speaker, other.context.speaker
    return one is not None and two is not None and one.name != two.name


def _figure(harm: Harm) -> Figure | None:
    """The harm and its number, with small numbers of whom; None for a vague one, which is like no other."""
    value = harm.context.claim.value
    few = value.high is not None and value.high <= _FEW
    return None if value.vague else (value.effect, value.low, value.high, value.group if few else None)
