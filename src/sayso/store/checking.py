"""What in a database is not as it should be."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, select, text

from sayso.errors import SaysoError
from sayso.model import digest
from sayso.store import assembling
from sayso.store.database import Database
from sayso.store.dialects import Sqlite
from sayso.store.interface import Problem
from sayso.store.settling import base_row, standing_of
from sayso.store.tables import carried, claims, decisions, documents, evidence, readings

#: Documents whose records are put together at once.
_BATCH = 100
#: Problems of one kind that are listed.
_LISTED = 100


def check(database: Database) -> list[Problem]:
    """Every problem found, those of the file itself first; a notice has `harm` False."""
    with database.reading() as connection:
        found = list(_file(connection)) if isinstance(database.dialect, Sqlite) else []
        if any(problem.kind == "file" for problem in found):
            return found  # in a damaged file nothing else can be trusted
        for look in (_evidence, _readings, _standing, _orphans, _versions, _records):
            found.extend(problem for _, problem in zip(range(_LISTED), look(connection), strict=False))
    return found


def _file(connection: Connection) -> Iterator[Problem]:
    """Pages, indexes and links between tables, as SQLite itself sees them."""
    for (line,) in connection.execute(text(f"PRAGMA integrity_check({_LISTED})")):
        if line != "ok":
            yield Problem(kind="file", where="database", what=line)
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield Problem(
            kind="file", where=f"{row[0]} row {row[1]}", what=f"points to a row of {row[2]} that is not there"
        )
    for table, index in ((documents, "document_words"), (claims, "claim_words")):
        rows = connection.scalar(select(func.count()).select_from(table))
        indexed = connection.scalar(text(f"SELECT count(*) FROM {index}_docsize"))
        if rows != indexed:
            yield Problem(kind="search", where=index, what=f"finds {indexed} of {rows} rows of {table.name}")


def _evidence(connection: Connection) -> Iterator[Problem]:
    """Evidence whose words the document does not have there."""
    there = func.substr(documents.c.text, evidence.c.start + 1, evidence.c.end - evidence.c.start)
    query = select(evidence.c.document, evidence.c.start, evidence.c.exact).join(
        documents, documents.c.id == evidence.c.document
    )
    for row in connection.execute(query.where(there != evidence.c.exact).limit(_LISTED)):
        yield Problem(
            kind="evidence", where=f"document {row.document}", what=f"does not read {row.exact!r} at {row.start}"
        )


def _readings(connection: Connection) -> Iterator[Problem]:
    """Reports without one current reading."""
    current = func.count(readings.c.key)
    mine = (readings.c.document == documents.c.id) & readings.c.current
    query = select(documents.c.id, current.label("current")).join(readings, mine, isouter=True)
    query = query.where(documents.c.kind == "report").group_by(documents.c.id).having(current != 1)
    for row in connection.execute(query.limit(_LISTED)):
        yield Problem(kind="reading", where=f"document {row.id}", what=f"has {row.current} current readings, not one")


def _standing(connection: Connection) -> Iterator[Problem]:
    """Claims whose columns are out of step with the decisions on them."""
    twice = select(claims.c.id).where(claims.c.standing).group_by(claims.c.id).having(func.count() > 1)
    for identifier in connection.scalars(twice.limit(_LISTED)):
        yield Problem(kind="claim", where=f"claim {identifier}", what="counts twice")
    decided = select(decisions.c.target).where(decisions.c.target_kind == "claim").distinct()
    for identifier in connection.scalars(decided):
        base = base_row(connection, identifier)
        status = standing_of(connection, base).status if base is not None else None
        shown = connection.scalars(
            select(claims.c.status).where(claims.c.id == identifier, claims.c.status.not_in(("replaced", "superseded")))
        ).all()
        if status is not None and status not in shown:
            told = ", ".join(sorted(set(shown))) or "gone"
            yield Problem(kind="claim", where=f"claim {identifier}", what=f"is {told}, by its decisions {status}")


def _orphans(connection: Connection) -> Iterator[Problem]:
    """Decisions on claims that the current reading does not have: kept, and worth a look."""
    current = select(readings.c.key).where(readings.c.current)
    query = select(carried.c.old).where(carried.c.new.is_(None), carried.c.reading.in_(current))
    for identifier in connection.scalars(query.limit(_LISTED)):
        what = "people decided on it; the current reading has no such claim"
        yield Problem(kind="orphaned", where=f"claim {identifier}", what=what, harm=False)


def _versions(connection: Connection) -> Iterator[Problem]:
    """Documents that are versions of one not on record."""
    known = select(documents.c.id)
    query = select(documents.c.id, documents.c.version_of).where(documents.c.version_of.not_in(known))
    for row in connection.execute(query.limit(_LISTED)):
        what = f"is a later version of {row.version_of}, which is not on record"
        yield Problem(kind="version", where=f"document {row.id}", what=what, harm=False)


def _records(connection: Connection) -> Iterator[Problem]:
    """Records that cannot be put together, and texts that were changed."""
    last = 0
    while True:
        found = connection.execute(assembling.document_rows(documents.c.key > last).limit(_BATCH)).all()
        for row in found:
            try:
                record = next(assembling.records_of(connection, [row]))
            except (SaysoError, ValueError) as error:
                yield Problem(kind="record", where=f"document {row.id}", what=str(error))
                continue
            if digest(record.document.text, length=64) != record.document.text_digest:
                yield Problem(kind="text", where=f"document {row.id}", what="its text is not the one that was added")
        if len(found) < _BATCH:
            return
        last = found[-1].key
