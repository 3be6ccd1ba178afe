"""The API keeps its own word: schemathesis sends what OpenAPI allows and what it does not, and checks the answers."""

from __future__ import annotations

import json
from typing import Any

import schemathesis
from hypothesis import HealthCheck, settings

from sayso.serve.api.reading import LONGEST
from sayso.serve.desk.memory import MemoryArchive
from sayso.serve.web.app import create_app
from tests.serve.desks import example_records

#: Examples an address; the whole has to stay well under a minute.
EXAMPLES = 6
#: Texts sent for reading are read up to this length here: at the longest allowed, one takes as long as all the rest.
LONGEST_READ = 2_000
#: Bodies are sent up to this length as JSON; beyond twice that they may be refused as too large (`test_safety.py`).
LARGEST_READ = 500_000

#: What may be answered to a request, right or wrong, beside its own answers: a body over an address's limit gets 413.
REFUSED = ["400", "401", "403", "404", "405", "406", "409", "413", "415", "422", "428", "429"]
CHECKS = {
    "negative_data_rejection": {"expected-statuses": REFUSED},
    "positive_data_acceptance": {"expected-statuses": ["2xx", "3xx", "401", "403", "404", "409", "413", "429"]},
}

app = create_app(MemoryArchive(example_records()))
schema = schemathesis.openapi.from_asgi(
    "/api/v1/openapi.json",
    app,
    headers={"host": "127.0.0.1"},
    config=schemathesis.Config.from_dict({"checks": CHECKS}),
)


@schema.parametrize()
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
def test_the_api_keeps_its_word(case: schemathesis.Case[Any]) -> None:
    if not _long(case.body):
        case.call_and_validate(headers={"host": "127.0.0.1"})


def _long(body: object) -> bool:
    """True for a text that would be read and is longer than the others, or is too long for a request.

    Between the two it is refused at once; 413 beside 422 is more than schemathesis expects of a text that is too long.
    """
    text = body.get("text") if isinstance(body, dict) else None
    length = len(text) if isinstance(text, str) else 0
    return LONGEST_READ < length <= LONGEST or len(json.dumps(body, default=str)) > LARGEST_READ
