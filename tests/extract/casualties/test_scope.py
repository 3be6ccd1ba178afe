"""What a figure spans, by the words of its sentence and by what the report is about."""

from __future__ import annotations

from datetime import date

import pytest

from tests.extract.casualties.reading import read

_MONDAY = date(2020, 10, 5)


def _scopes(text: str) -> dict[int | None, str]:
    return {claim.value.low: claim.value.scope for claim in read(text, _MONDAY).claims}


@pytest.mark.parametrize(
    "lead",
    [
        "At least 18 people have died since fighting broke out in Orsk.",
        "The army has lost 18 soldiers since operations began on the river on 21 September.",
        "Some 18 troops were killed and 90 wounded since Saturday in fighting near Orsk.",
        "Fighting for the capital has left 18 people dead, officials said.",
    ],
)
def test_a_report_that_opens_with_a_running_count_tells_running_totals(lead: str) -> None:
    told = f"Two sides count their dead in Arland\n\n{lead}\n\nThe front said its men had killed 31 soldiers."
    assert _scopes(told)[31] == "running_total"


@pytest.mark.parametrize(
    "lead",
    [
        "At least 18 people have been killed since Friday in attacks on three villages.",
        "Shells killed 18 people on Sunday, said monitors, who have counted the dead since March.",
        "Fighting near Orsk has killed 18 people in 24 hours, medics said.",
        "Fighting near Orsk has killed 18 people since dawn, medics said.",
        "The ministry said that 18 people had been captured since Friday.",
    ],
)
def test_an_attack_a_day_or_an_aside_opens_no_running_count(lead: str) -> None:
    told = f"Two sides count their dead in Arland\n\n{lead}\n\nThe front said its men had killed 31 soldiers."
    assert _scopes(told)[31] == "incident"


_WAR = "Fighting in Orsk entered its third day on Monday. At least 40 people have died since Saturday.\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "Planes dropped bombs on the bridge, killing 31 people.",
        "Some 31 people were killed and 50 injured when rockets hit a street.",
        "Thirty-one people were killed by rockets as fighting raged into a fourth day.",
        "The army said 31 rebels had been killed in the same battle.",
        "The army said 31 rebels were killed in close fighting with the guard in the town of Tarsk.",
        "Doctors said 31 wounded had been admitted since dawn.",
    ],
)
def test_one_event_of_a_war_is_an_incident(sentence: str) -> None:
    assert _scopes(_WAR + sentence)[31] == "incident"


def test_what_goes_on_as_people_die_does_not_hide_that_they_die_of_it() -> None:
    assert _scopes(_WAR + "The front said it had lost 31 men.")[31] == "running_total"
