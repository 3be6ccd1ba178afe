"""What `check` finds, and what it leaves in peace."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.store import Decision, Store, open_store
from tests.store.build import a_report


def test_a_decision_on_a_claim_that_a_newer_reading_has_no_more_is_kept_and_listed(store: Store) -> None:
    record = a_report()
    store.add(record)
    ten, twelve = record.claims
    made = store.decide(Decision(action="reject", target_kind="claim", target=ten.id, by="Ann"), 0)
    store.add(replace(record, claims=(replace(twelve, origin="test@2"),), judgements=()))
    (problem,) = store.check()
    assert (problem.kind, problem.where, problem.harm) == ("orphaned", f"claim {ten.id}", False)
    assert store.decisions(("claim", ten.id)).rows == (made,)
    assert [row.claim.id for row in store.claims().rows] == [twelve.id]
    store.add(replace(record, claims=tuple(replace(claim, origin="test@3") for claim in record.claims)))
    assert store.check() == []
    assert [row.claim.id for row in store.claims().rows] == [twelve.id], "rejected again, now that it is there again"


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ('UPDATE evidence SET start = start + 1, "end" = "end" + 1', "evidence"),
        ("UPDATE readings SET current = 0", "reading"),
        ("UPDATE claims SET status = 'accepted', standing = 1 WHERE status = 'rejected'", "claim"),
        ("INSERT INTO claims SELECT NULL, " + "COLUMNS FROM claims WHERE standing LIMIT 1", "claim"),
        ("UPDATE claims SET data = '{}'", "record"),
        ("UPDATE documents SET text = text || ' More.'", "text"),
        ("DELETE FROM readings", "file"),
        ("INSERT INTO document_words(document_words) VALUES ('delete-all')", "search"),
    ],
)
def test_what_was_changed_behind_the_back_of_sayso_is_found(
    sqlite_database: Path, tmp_path: Path, change: str, kind: str
) -> None:
    path = Path(shutil.copy(sqlite_database, str(tmp_path / "a.db")))
    store = open_store(path)
    record = a_report()
    store.add(record)
    store.decide(Decision(action="reject", target_kind="claim", target=record.claims[0].id, by="Ann"), 0)
    assert store.check() == []
    with sqlite3.connect(path) as connection:
        names = [row[1] for row in connection.execute("PRAGMA table_info(claims)") if row[1] != "key"]
        connection.execute(change.replace("COLUMNS", ", ".join(f'"{name}"' for name in names)))
    assert kind in {problem.kind for problem in store.check() if problem.harm}
    store.close()
