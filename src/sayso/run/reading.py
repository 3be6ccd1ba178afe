"""Many documents through one extractor: in this process, or in several, in the order they came."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import Protocol

from sayso.claims import ReportRecord
from sayso.errors import SaysoError
from sayso.ingest import Failure, Ingested
from sayso.model import Document


class Extractor(Protocol):
    """What reads a document; `pipeline.Reader` is one."""

    def read(self, document: Document) -> ReportRecord:
        """Everything that the document says."""
        ...


#: Makes an extractor where it is used; it is sent to other processes, so it must be picklable.
MakeExtractor = Callable[[], Extractor]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A document that was read."""

    ingested: Ingested
    record: ReportRecord


#: Reads a stream of documents, in order.
ReadMany = Callable[[Iterable[Ingested | Failure]], Iterator[Read | Failure]]


@contextmanager
def reading(make: MakeExtractor, jobs: int) -> Iterator[ReadMany]:
    """Yields what reads documents with `jobs` processes; 1 reads in this one."""
    if jobs == 1:
        extractor = make()
        yield lambda outcomes: (_read_one(outcome, extractor) for outcome in outcomes)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_start, initargs=(make,)) as pool:
        try:
            yield lambda outcomes: _read_ahead(outcomes, pool, 2 * jobs)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _read_one(outcome: Ingested | Failure, extractor: Extractor) -> Read | Failure:
    if isinstance(outcome, Failure):
        return outcome
    result = _extract(outcome.document, extractor)
    return result if isinstance(result, Failure) else Read(ingested=outcome, record=result)


def _extract(document: Document, extractor: Extractor) -> ReportRecord | Failure:
    """The record; a fault of the extractor itself costs this one report and not the batch."""
    try:
        return extractor.read(document)
    except Exception as error:
        return Failure(name=document.name, message=f"{document.name}: cannot be read ({type(error).__name__}: {error})")


def _read_ahead(
    outcomes: Iterable[Ingested | Failure], pool: ProcessPoolExecutor, ahead: int
) -> Iterator[Read | Failure]:
    """Results in the order of the documents, with at most `ahead` of them under way."""
    waiting: deque[tuple[Ingested | Failure, Future[ReportRecord | Failure] | None]] = deque()
    for outcome in outcomes:
        waiting.append((outcome, None if isinstance(outcome, Failure) else pool.submit(_work, outcome.document)))
        if len(waiting) >= ahead:
            yield _finished(*waiting.popleft())
    while waiting:
        yield _finished(*waiting.popleft())


def _finished(outcome: Ingested | Failure, future: Future[ReportRecord | Failure] | None) -> Read | Failure:
    if isinstance(outcome, Failure) or future is None:
        assert isinstance(outcome, Failure)
        return outcome
    try:
        result = future.result()
    except BrokenProcessPool as error:
        raise SaysoError("a process that reads was stopped; run the same again, what is on record stays") from error
    return result if isinstance(result, Failure) else Read(ingested=outcome, record=result)


# ---------------------------------------------------------------- inside a process that reads

_extractors: list[Extractor] = []


def _start(make: MakeExtractor) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _extractors[:] = [make()]


def _end_with_parent() -> None:
    """A parent that is killed cannot tell its processes to end; they would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _work(document: Document) -> ReportRecord | Failure:
    return _extract(document, _extractors[0])
