"""Long lists a page at a time: cursors that a reader cannot and need not understand."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from sayso.errors import NotFoundError
from sayso.serve.desk import links

Item = TypeVar("Item")
#: Rows of a page, where nothing else is asked for, and at most.
LIMIT, MOST = 50, 500
_FURTHEST = 10**9
_NOWHERE = "that cursor leads nowhere; begin again without one"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paged:
    """Which stretch of a list is shown."""

    #: How many there are in all; None where counting would cost too much.
    total: int | None
    #: Number of the first and last row shown, from 1; 0 and 0 for none.
    first: int
    last: int
    next_cursor: str | None
    next_href: str | None


def page_of(items: Sequence[Item], cursor: str | None, limit: int, address: str) -> tuple[Sequence[Item], Paged]:
    """The items after a cursor and where to find the next; raises NotFoundError for a cursor that is none."""
    start = decoded(cursor)
    shown = items[start : start + limit]
    end = start + len(shown)
    following = encoded(end) if end < len(items) else None
    return shown, Paged(
        total=len(items),
        first=start + 1 if shown else 0,
        last=end if shown else 0,
        next_cursor=following,
        next_href=next_address(address, following),
    )


def next_address(address: str, cursor: str | None) -> str | None:
    """The address of the next page."""
    if cursor is None:
        return None
    return f"{address}{'&' if '?' in address else '?'}{links.to('', {'cursor': cursor})[1:]}"


def encoded(start: int) -> str:
    """A cursor for a position."""
    return base64.urlsafe_b64encode(f"p{start}".encode()).decode().rstrip("=")


def decoded(cursor: str | None) -> int:
    """The position of a cursor."""
    if cursor is None:
        return 0
    try:
        start = int(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")[1:])
    except (binascii.Error, ValueError) as error:
        raise NotFoundError(_NOWHERE) from error
    if encoded(start) != cursor or not 0 <= start < _FURTHEST:
        raise NotFoundError(_NOWHERE)
    return start
