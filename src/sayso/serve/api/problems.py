"""Errors as RFC 9457 has them: one object, application/problem+json."""

from __future__ import annotations

import json
from dataclasses import dataclass
from http import HTTPStatus

from fastapi.exceptions import RequestValidationError
from pydantic import TypeAdapter
from starlette.responses import Response

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What went wrong."""

    #: `about:blank`: the title says no more than the status does.
    type: str
    title: str
    status: int
    detail: str


def problem(status: int, detail: str) -> Response:
    """An answer that says what went wrong."""
    told = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return Response(json.dumps(told, ensure_ascii=False), status_code=status, media_type=MEDIA_TYPE)


def told(error: RequestValidationError) -> str:
    """The first thing wrong with a request, in one line."""
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"][1:]) or "the request"
    return f"{where}: {first['msg']}"


def responses(*statuses: int) -> dict[int | str, dict[str, object]]:
    """How problems of these statuses stand in the API's description."""
    return {
        status: {
            "description": HTTPStatus(status).phrase,
            "content": {MEDIA_TYPE: {"schema": TypeAdapter(Problem).json_schema()}},
        }
        for status in statuses
    }


#: What every address of the API may answer beside what it is for.
RESPONSES = responses(400, 404, 422)
