"""Reports sent for reading: read on the spot, kept nowhere."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, Field

from sayso.errors import NotFoundError
from sayso.ingest import Metadata, make_document
from sayso.serve.http.asking import iso_day

if TYPE_CHECKING:
    from sayso.pipeline import Reader

#: Characters of a report at most.
LONGEST = 200_000
_LOCK = threading.Lock()


def _iso_day(value: object) -> object:
    if value is not None and not isinstance(value, str):
        raise ValueError("write a day as YYYY-MM-DD")
    return value if value is None else iso_day(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted:
    """A report to read."""

    text: Annotated[str, Field(min_length=1, max_length=LONGEST)]
    title: Annotated[str | None, Field(max_length=500)] = None
    publisher: Annotated[str | None, Field(max_length=500)] = None
    #: Without it relative days ("on Monday") stay open.
    published: Annotated[date | None, BeforeValidator(_iso_day)] = None
    #: A built-in dossier, "auto" to choose by evidence in the report, "none" for none.
    conflict: Annotated[str, Field(max_length=100)] = "auto"


@cache
def _reader(conflict: str) -> Reader:
    """A reader takes a second to load; the dossiers there are bound how many are kept."""
    from sayso.pipeline import Reader

    return Reader.load(None if conflict == "none" else conflict)


def read(submitted: Submitted) -> dict[str, Any]:
    """The record of a report; raises NotFoundError for a dossier that there is not."""
    from sayso.claims.codec import record_to_data
    from sayso.link.dossiers import list_dossiers

    if submitted.conflict not in {"auto", "none", *(dossier.id for dossier in list_dossiers())}:
        raise NotFoundError(f"there is no dossier {submitted.conflict!r}; `auto` chooses one, `none` reads without")
    metadata = Metadata(
        name="submitted",
        title=submitted.title,
        publisher=submitted.publisher,
        published=submitted.published,
        published_basis="given",
    )
    with _LOCK:
        return record_to_data(_reader(submitted.conflict).read(make_document(submitted.text, metadata)))
