"""Where records are kept: one interface, SQLite in one file by default, PostgreSQL by address."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sayso.errors import StoreError
from sayso.store.interface import (
    NO_DOSSIER,
    Added,
    ByHand,
    ClaimFilter,
    ConflictCount,
    Decision,
    DocumentFilter,
    Facet,
    Hit,
    Listing,
    Page,
    Problem,
    Raw,
    Store,
    StoredClaim,
    StoredDocument,
    StoreOptions,
    Undo,
    Victim,
    Withdrawal,
    shown_address,
)

if TYPE_CHECKING:
    from sayso.store import sql

__all__ = [
    "NO_DOSSIER",
    "Added",
    "ByHand",
    "ClaimFilter",
    "ConflictCount",
    "Decision",
    "DocumentFilter",
    "Facet",
    "Hit",
    "Listing",
    "Page",
    "Problem",
    "Raw",
    "Store",
    "StoreOptions",
    "StoredClaim",
    "StoredDocument",
    "Undo",
    "Victim",
    "Withdrawal",
    "open_any",
    "open_store",
    "shown_address",
]


def open_store(where: str | Path, options: StoreOptions | None = None) -> sql.SqlStore:
    """Open the store in a file, or at `postgresql://...`; a new file gets its tables.

    Raises StoreError where it cannot be opened, or where what databases need is not installed.
    """
    return _opened(where, options or StoreOptions(), any_version=False)


def open_any(where: str | Path) -> sql.SqlStore:
    """Open a store that is there, whatever the version of its tables: only to upgrade or save it."""
    return _opened(where, StoreOptions(), any_version=True)


def _opened(where: str | Path, options: StoreOptions, *, any_version: bool) -> sql.SqlStore:
    try:
        from sayso.store.connecting import connect, make_database
        from sayso.store.sql import SqlStore
    except ImportError as error:
        raise StoreError(
            f"{shown_address(where)}: databases need `pip install 'sayso[store]'` ({error.name} is missing)"
        ) from error
    return SqlStore((connect if any_version else make_database)(where, options))
