"""Write docs/schema.md from the comments of the tables: `python -m scripts.schema_page`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Column, Table, create_mock_engine

from sayso.store.tables import metadata

PAGE = Path(__file__).parents[1] / "docs" / "schema.md"

_DIALECT: Any = create_mock_engine("postgresql+psycopg://", lambda *_: None).dialect

_INTRODUCTION = """\
# Tables of a database

Made from the comments of [the tables](../src/sayso/store/tables.py) by `make schema`; PostgreSQL has the comments
too. Any tool that reads SQLite or PostgreSQL can read the tables; write through sayso only.

What counts now are the rows of `claims` with `standing`. All else is history: older readings, claims before they were
corrected, claims rejected. Readable columns are made from `data`, which holds the exact object as JSON.
U+0000, which PostgreSQL cannot store, reads U+FFFD in readable columns. Times are UTC.

    -- who gave which figure of killed, latest first
    SELECT day, source, low, high, side, words FROM claims WHERE standing AND effect = 'killed' ORDER BY day DESC;
    -- what people decided, and on which words
    SELECT at, "by", action, target, words, note FROM decisions JOIN claims ON claims.id = target AND claims.standing;

Search by words has tables of its own: in SQLite `document_words` and `claim_words` (FTS5), in PostgreSQL the columns
`documents.search` and `claims.search` (tsvector). `alembic_version` holds the version of the tables.
"""


def page() -> str:
    """The whole page."""
    return _INTRODUCTION + "".join(_section(table) for table in metadata.tables.values())


def _section(table: Table) -> str:
    rows = "".join(_row(column) for column in table.columns)
    return f"\n## {table.name}\n\n{table.comment}\n\n| column | type | what |\n|---|---|---|\n{rows}"


def _row(column: Column[object]) -> str:
    kind = column.type.compile(dialect=_DIALECT).lower().replace(" with time zone", "")
    empty = ", may be empty" if column.nullable else ""
    key = ", key" if column.primary_key else ""
    links = "".join(f" Points to `{link.target_fullname}`." for link in column.foreign_keys)
    return f"| `{column.name}` | {kind}{key}{empty} | {column.comment}{links} |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
