"""What holds for every record there can be."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from sayso.claims import ReportRecord
from sayso.store import Store
from tests.store.generated import records

#: One store takes the records of every example, one after another.
ANY = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@ANY
@given(record=records())
def test_any_record_comes_back_as_it_was(store: Store, record: ReportRecord) -> None:
    store.add(record)
    assert store.record(record.document.id) == record
    assert store.add(record).outcome == "same"
