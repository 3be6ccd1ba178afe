"""What people decided on claims, as training data: the words, what was read in them, and what a person says of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Protocol

from sayso.claims.codec import part_to_json
from sayso.store.effect import effective, last
from sayso.store.interface import ClaimFilter, Listing, Page, Status, StoredClaim

_ROWS_AT_ONCE = 500
_STATUSES: tuple[Status, ...] = ("corrected", "rejected", "accepted", "added")


class Decided(Protocol):
    """Where claims and what people decided on them are read; a store is one."""

    def claim(self, identifier: str) -> StoredClaim | None:
        """One claim with its history."""

    def claims(self, wanted: ClaimFilter = ..., page: Page = ...) -> Listing[StoredClaim]:
        """Claims, those that count unless a status is asked for."""


def corrections(archive: Decided) -> Iterator[dict[str, Any]]:
    """One object a claim that somebody corrected, rejected, accepted or entered; what was taken back does not count.

    `document` and `evidence` (start, end, exact) say which words; `read` is the claim as it was read (null for one
    entered by hand), `decided` as it should be (null for one rejected); `verdict`, `by`, `at`, `note` say who and why.
    """
    for status in _STATUSES:
        for stored in _claims(archive, status):
            yield _example(stored, archive)


def correction_lines(archive: Decided) -> Iterator[str]:
    """The same as JSON lines."""
    return (json.dumps(one, ensure_ascii=False) for one in corrections(archive))


def _claims(archive: Decided, status: Status) -> Iterator[StoredClaim]:
    cursor: str | None = None
    while True:
        found = archive.claims(ClaimFilter(status=status), Page(limit=_ROWS_AT_ONCE, cursor=cursor))
        yield from found.rows
        cursor = found.next_cursor
        if cursor is None:
            return


def _example(listed: StoredClaim, archive: Decided) -> dict[str, Any]:
    stored = archive.claim(listed.claim.id) or listed
    verdict = last(effective(stored.history), "accept", "correct", "reject")
    now = json.loads(part_to_json(listed.claim))
    read = dict(verdict.before) if verdict is not None and verdict.before is not None else now
    return {
        "document": stored.document,
        "conflict": stored.conflict,
        "sample": stored.sample,
        "claim": listed.claim.id,
        "evidence": [{"start": e.start, "end": e.end, "exact": e.exact} for e in listed.claim.evidence],
        "verdict": listed.status,
        "read": None if listed.status == "added" else read,
        "decided": None if listed.status == "rejected" else now,
        "by": verdict.by if verdict else listed.claim.origin,
        "at": verdict.at.isoformat() if verdict and verdict.at else None,
        "note": verdict.note if verdict else None,
    }
