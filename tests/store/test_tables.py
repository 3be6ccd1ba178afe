"""The tables, their migrations and their documentation say the same."""

from __future__ import annotations

from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from scripts.schema_page import PAGE, page
from sqlalchemy import create_engine
from sqlalchemy.engine import make_url

from sayso.store.tables import metadata


def test_every_table_and_column_tells_what_it_holds() -> None:
    for table in metadata.tables.values():
        assert table.comment, table.name
        assert [column.name for column in table.columns if not column.comment] == []


def test_the_page_on_the_tables_is_in_step() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `make schema`"


def of_search(name: str | None) -> bool:
    """What search by words needs is made by migrations alone."""
    return bool(name) and (str(name).startswith(("document_words", "claim_words")) or str(name).endswith("search"))


def test_the_migrations_make_the_tables(new_database: str) -> None:
    driver = "postgresql+psycopg" if "://" in new_database else "sqlite"
    url = make_url(new_database if "://" in new_database else f"sqlite:///{new_database}").set(drivername=driver)

    def included(_: Any, name: str | None, kind: str, reflected: bool, other: Any) -> bool:
        return not (reflected and other is None and of_search(name))

    engine = create_engine(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_object": included})
        assert compare_metadata(context, metadata) == []
    engine.dispose()
