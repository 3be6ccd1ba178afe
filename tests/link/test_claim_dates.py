"""The days of harms that no words of their own date: of a report's fighting, or left open."""

from __future__ import annotations

from datetime import date

from sayso.claims.casualty import Casualty
from sayso.ingest import Metadata, make_document
from sayso.pipeline import Reader

READER = Reader.load()
_WAR = (
    "Fighting broke out in Orsk on 1 March. Since then 40 soldiers have been killed, the army said.\n\n"
    "The front said it had lost 31 men.\n\nA shell fell on a house, killing a baker.\n"
)


def _days(text: str) -> dict[int | None, tuple[date | None, date | None]]:
    record = READER.read(make_document(text, Metadata(name="report", published=date(2022, 3, 9))))
    harms = [claim.value for claim in record.claims if isinstance(claim.value, Casualty)]
    return {harm.low: (harm.happened_start, harm.happened_end) for harm in harms}


def test_a_running_total_spans_the_fighting() -> None:
    assert _days(_WAR)[31] == (date(2022, 3, 1), date(2022, 3, 9))


def test_one_incident_of_fighting_that_lasts_has_no_day() -> None:
    assert _days(_WAR)[1] == (None, None)


def test_those_who_fled_did_so_since_the_fighting_began() -> None:
    war = "Fighting broke out in Orsk on 1 January. A shell fell on the mill on Tuesday, killing a baker.\n\n"
    assert _days(f"{war}Some 75,000 people have been displaced, aid workers say.\n")[75000] == (
        date(2022, 1, 1),
        date(2022, 3, 9),
    )


def test_what_a_battle_has_cost_is_no_toll_of_a_day() -> None:
    battle = "A shell fell on the mill in Orsk on Tuesday, killing a baker. The battle for Orsk began on 1 January.\n\n"
    days = _days(f"{battle}The battle has killed 520 people so far, doctors say.\n")
    assert days[520] == (date(2022, 1, 1), date(2022, 3, 9))
    assert days[1] == (date(2022, 3, 8), date(2022, 3, 8))


def test_a_war_of_many_years_may_have_begun_more_than_once() -> None:
    war = "Fighting broke out in Orsk on 1 May 2016. A shell fell on the mill on Tuesday, killing a baker.\n\n"
    assert _days(f"{war}Some 75,000 people have been displaced, aid workers say.\n")[75000] == (None, None)
