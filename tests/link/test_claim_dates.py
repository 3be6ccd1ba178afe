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
