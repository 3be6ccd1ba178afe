"""Where records are kept: one interface, SQLite in one file by default, PostgreSQL by address."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sayso.errors import StoreError
from sayso.store.interface import (
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
)

if TYPE_CHECKING:
    from sayso.store.sql import SqlStore

__all__ = [
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
    "open_store",
]


def open_store(where: str | Path, options: StoreOptions | None = None) -> SqlStore:
    """Open the store in a file, or at `postgresql://...`; a new file gets its tables.

    Raises StoreError where it cannot be opened, or where what databases need is not installed.
    """
    try:
        from sayso.store.opening import open_database
    except ImportError as error:
        raise StoreError(f"{where}: databases need `pip install 'sayso[store]'` ({error.name} is missing)") from error
    return open_database(where, options or StoreOptions())
