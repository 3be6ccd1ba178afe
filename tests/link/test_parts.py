"""Parts of a count are of the side of their whole. Places are real; the events are invented."""

from __future__ import annotations

from tests.link.test_unseen_classes import claims


def test_a_part_is_of_the_country_that_a_place_tells_for_all() -> None:
    told = claims("A grenade went off in Pulwama district, injuring 12 persons, including five paramilitary personnel.")
    assert [claim.value.side for claim in told] == ["India"] * 2


def test_a_part_of_rebels_is_not() -> None:
    told = claims("A shell hit a market in Aleppo, killing 12 people, including five rebels.")
    assert [claim.value.side for claim in told] == ["Syria", "unknown"]
