"""Reports into a store: read by one or several processes, written by one, each document in a transaction of its own.

Stopped at any moment and run again, it comes to the same database as if it had not been stopped: a document is on
record wholly or not at all, and those on record are passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.ingest import Failure, Ingested
from sayso.run.reading import MakeExtractor, Read, reading
from sayso.store.interface import Added, Raw, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestOptions:
    """How documents are read and which are read again."""

    make: MakeExtractor
    #: Processes that read; 1 reads in this one.
    jobs: int = 1
    #: Versions of the extractor: a document that was read by these, with the same dossier, is passed over.
    origins: frozenset[str]
    #: True where each report chooses its dossier; else `conflict` is the one for all of them, None for none.
    choosing: bool = True
    conflict: str | None = None
    #: Read every document again; what then reads otherwise supersedes what is on record.
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A document that is on record now; `added` is None where it was already and was not read again."""

    name: str
    added: Added | None = None
    notice: str | None = None


def ingest(outcomes: Iterable[Ingested | Failure], store: Store, options: IngestOptions) -> Iterator[Kept | Failure]:
    """Read and keep every document, telling of each as it comes; those passed over are told before those under way."""
    passed: list[Kept] = []

    def unknown() -> Iterator[Ingested | Failure]:
        for outcome in outcomes:
            if isinstance(outcome, Ingested) and _is_known(outcome, store, options):
                passed.append(Kept(name=outcome.document.name))
            else:
                yield outcome

    with reading(options.make, options.jobs) as read_many:
        for result in read_many(unknown()):
            yield from passed
            passed.clear()
            yield result if isinstance(result, Failure) else _keep(result, store)
    yield from passed


def _is_known(outcome: Ingested, store: Store, options: IngestOptions) -> bool:
    if options.again:
        return False
    known = store.document(outcome.document.id)
    if known is None or known.readings == 0:
        return False
    same_dossier = options.choosing or known.conflict == options.conflict
    return same_dossier and set(filter(None, known.origin.split(", "))) <= options.origins


def _keep(result: Read, store: Store) -> Kept:
    added = store.add(result.record, _raw(result.ingested))
    return Kept(name=result.record.document.name, added=added, notice=result.ingested.notice)


def _raw(ingested: Ingested) -> Raw | None:
    original = ingested.original
    if original is None:
        return None
    return Raw(
        digest=original.digest,
        data=original.data,
        media_type=original.media_type,
        retrieved_at=original.retrieved_at,
    )
