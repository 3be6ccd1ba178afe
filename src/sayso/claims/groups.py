"""The lattice of victim groups and of effects: what contains what, what may overlap.

all = combatant + civilian; `mixed` and `unknown` are the whole, since either group may be in them. A person in
hospital is injured; `killed_or_injured` holds both; `unspecified` may be anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sayso.claims.casualty import Effect, Group

_WHOLE = frozenset[Group]({"combatant", "civilian"})
_GROUPS: Mapping[Group, frozenset[Group]] = MappingProxyType(
    {
        "combatant": frozenset[Group]({"combatant"}),
        "civilian": frozenset[Group]({"civilian"}),
        "mixed": _WHOLE,
        "unknown": _WHOLE,
    }
)
_EFFECTS: Mapping[Effect, frozenset[Effect]] = MappingProxyType(
    {
        "injured": frozenset[Effect]({"injured", "hospitalised"}),
        "killed_or_injured": frozenset[Effect]({"killed_or_injured", "killed", "injured", "hospitalised"}),
    }
)


def group_contains(whole: Group, part: Group) -> bool:
    """True where every victim of `part` belongs to `whole`."""
    return _GROUPS[part] <= _GROUPS[whole]


def groups_overlap(one: Group, other: Group) -> bool:
    """True where a victim may belong to both."""
    return bool(_GROUPS[one] & _GROUPS[other])


def effects_within(effect: Effect) -> frozenset[Effect]:
    """The effects that a figure of this effect counts, itself among them."""
    return _EFFECTS.get(effect) or frozenset[Effect]({effect})


def effect_contains(whole: Effect, part: Effect) -> bool:
    """True where everyone harmed as `part` says is counted by a figure of `whole`; `unspecified` counts anything."""
    return whole in ("unspecified", part) or part in effects_within(whole)


def effects_comparable(one: Effect, other: Effect) -> bool:
    """True where one effect contains the other, so that their figures bear on one another."""
    return effect_contains(one, other) or effect_contains(other, one)
