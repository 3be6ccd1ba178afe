"""The local runner: reports one after another through one reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.claims import ReportRecord
from sayso.ingest import Failure, Outcome
from sayso.pipeline import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A record, with a notice for the user where something had to be guessed on the way in."""

    record: ReportRecord
    notice: str | None = None


def read_all(outcomes: Iterable[Outcome], reader: Reader) -> Iterator[Reading | Failure]:
    """Read every document; failures pass through in their place."""
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            yield outcome
        else:
            yield Reading(record=reader.read(outcome.document), notice=outcome.notice)
