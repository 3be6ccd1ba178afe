"""The API keeps its own word: schemathesis sends what OpenAPI allows and what it does not, and checks the answers."""

from __future__ import annotations

from typing import Any

import schemathesis
from hypothesis import HealthCheck, settings

from sayso.serve.desk.memory import MemoryArchive
from sayso.serve.web.app import create_app
from tests.serve.desks import example_records

#: Examples an address; the whole has to stay well under a minute.
EXAMPLES = 6

app = create_app(MemoryArchive(example_records()))
schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, headers={"host": "127.0.0.1"})


@schema.parametrize()
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
def test_the_api_keeps_its_word(case: schemathesis.Case[Any]) -> None:
    case.call_and_validate(headers={"host": "127.0.0.1"})
