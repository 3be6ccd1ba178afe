from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import NotFoundError
from sayso.serve.desk.paging import page_of


@given(count=st.integers(0, 40), limit=st.integers(1, 12))
def test_following_the_cursors_gives_every_row_once(count: int, limit: int) -> None:
    rows = list(range(count))
    seen: list[int] = []
    cursor: str | None = None
    while True:
        shown, paged = page_of(rows, cursor, limit, "/list?kind=x")
        seen.extend(shown)
        assert len(shown) <= limit
        assert (paged.first, paged.last) == ((seen[-len(shown)] + 1, len(seen)) if shown else (0, 0))
        if paged.next_cursor is None:
            break
        assert paged.next_href == f"/list?kind=x&cursor={paged.next_cursor}"
        cursor = paged.next_cursor
    assert seen == rows


@pytest.mark.parametrize("cursor", ["", "x", "cHg", "p5", "é", "cDE=A", "cC0x", "cDk5OTk5OTk5OTk5OTk5OTk"])
def test_what_is_no_cursor_leads_nowhere(cursor: str) -> None:
    with pytest.raises(NotFoundError):
        page_of([1, 2, 3], cursor, 2, "/list")
