"""The count of admissible sets against a listing of every subset."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reconcile.context import Shelf
from sayso.reconcile.explain import carriers_of
from sayso.reconcile.parts import Part, admissible, cells_of, rank, target_of
from sayso.reconcile.search import search
from tests.reconcile.build import Fig, monitor, report

SIDES, GROUPS = ("N", "S", "both"), ("combatant", "civilian", "unknown")

figures = st.lists(
    st.tuples(st.integers(1, 12), st.sampled_from(SIDES), st.sampled_from(GROUPS)), min_size=1, max_size=7, unique=True
)


def allowed(parts: tuple[Part, ...]) -> bool:
    """At most one part for a side and group; an unknown group stands alone on its side, as does `both` in its group."""
    for one, other in combinations(parts, 2):
        sides = one.cell.side == other.cell.side or "both" in (one.cell.side, other.cell.side)
        groups = one.cell.group == other.cell.group or "unknown" in (one.cell.group, other.cell.group)
        if sides and groups:
            return False
    return True


@settings(max_examples=80, deadline=None)
@given(told=figures, number=st.integers(2, 40))
def test_every_admissible_set_is_counted_once(told: list[tuple[int, str, str]], number: int) -> None:
    record = report([Fig(n=number), *(monitor(n, side, group) for n, side, group in told)])  # type: ignore[arg-type]
    shelf = Shelf.of([record])
    target = target_of(carriers_of(number, shelf)[0], shelf, number)
    kept, _ = admissible(target, shelf, ("killed",))
    parts = [part for parts in cells_of(kept, target, shelf).values() for part in parts]
    sets = [s for size in range(2, len(parts) + 1) for s in combinations(parts, size) if allowed(s)]
    making = [s for s in sets if sum(part.value for part in s) == number]
    found = search(target, shelf)
    assert (found.ways.count if found.ways else 0) == len(making)
    reach = {sum(part.value for part in s) for s in sets}
    near = [n for n in range(-(-number * 4 // 5), number * 6 // 5 + 1) if n != number]
    assert (found.nearby_made, found.nearby) == (sum(n in reach for n in near), len(near))
    if found.ways:
        ranks = sorted(tuple(map(sum, zip(*(rank(p, target, shelf) for p in s), strict=True))) for s in making)
        assert found.ways.rank == ranks[0]
        assert found.ways.tied == ranks.count(ranks[0])
