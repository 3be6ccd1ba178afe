"""Side, posture, perpetrator and source of casualty claims, by expectations written before the first run."""

from __future__ import annotations

import pytest

from sayso.evaluate.names import same_side
from tests.link.claim_reports import MiniReport, Row, mini_reports, read

#: What still fails: (claim, field) -> why.
KNOWN_FAILURES: dict[tuple[str, str, str], str] = {}

CASES = [
    pytest.param(
        report,
        row,
        field,
        id=f"{report.id}-{row.quote}-{field}",
        marks=[pytest.mark.xfail(reason=why)] if (why := KNOWN_FAILURES.get((report.id, row.quote, field))) else [],
    )
    for report in mini_reports()
    for row in report.rows
    for field in ("side", "posture", "perpetrator")
]


@pytest.mark.parametrize(("report", "row", "field"), CASES)
def test_mini_reports(report: MiniReport, row: Row, field: str) -> None:
    claim = next(c for c in read(report) if c.id == row.quote)
    expected, got = getattr(row, field), getattr(claim.value, field) or ""
    assert any(got == choice or (got and choice and same_side(choice, got)) for choice in expected), (expected, got)
