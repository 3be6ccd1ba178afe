from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.model import End
from sayso.store import ClaimFilter, Decision, Raw, Store, StoreOptions, Victim, open_store
from tests.claims.test_codec import full_record
from tests.factory import a_judgement
from tests.store.build import a_report
from tests.store.conftest import Clock


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    """A second, empty database in a file."""
    opened = open_store(tmp_path / "other.db", StoreOptions(clock=Clock()))
    yield opened
    opened.close()


def found(store: Store, word: str) -> list[str]:
    return [hit.document.document.id for hit in store.search(word).rows]


@pytest.fixture(scope="module")
def dumped(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The lines of a database with something in every table."""
    source = open_store(tmp_path_factory.mktemp("dumped") / "source.db", StoreOptions(clock=Clock()))
    fill(source)
    lines = list(source.dump())
    source.close()
    return lines


def fill(store: Store) -> None:
    """Something in every table."""
    record, report = full_record(), a_report()
    store.add(record, Raw(digest="d", data=b"\x00\xff", media_type="text/html"))
    store.add(report)
    claim = report.claims[0].id
    first = store.decide(Decision(action="note", target_kind="claim", target=claim, by="A", note="\u0000 odd"), 0)
    store.decide(Decision(action="withhold", target_kind="claim", target=claim, by="A", undoes=None), 1)
    ends = {"subject": End(claims=(claim,)), "object": End(claims=(report.claims[1].id,))}
    store.judge(a_judgement("conflicts", by="A", **ends))
    store.add_victim(Victim(names=("Ana Example", "Anna Example"), claims=(claim,)), "A")
    store.add_victim(Victim(names=("Bob Example",), withhold=True), "A")
    assert first.id


def test_a_dump_loads_to_an_equal_database(store: Store, other: Store) -> None:
    fill(store)
    lines = list(store.dump())
    assert other.load(lambda: iter(lines)) == len(lines) - 1
    assert list(other.dump()) == lines
    assert list(other.records()) == list(store.records())
    assert other.revision() == store.revision()
    assert other.raw("d") == store.raw("d")


def test_a_dump_of_one_kind_of_database_loads_into_the_other_and_life_goes_on(store: Store, other: Store) -> None:
    fill(other)
    lines = list(other.dump())
    store.load(lambda: iter(lines))
    assert list(store.dump()) == lines
    word = full_record().document.text.split()[1]
    assert found(store, word) == found(other, word) != []
    assert store.claims(ClaimFilter()).rows == other.claims(ClaimFilter()).rows
    store.add_victim(Victim(names=("Cid Example",)), "A")
    assert len(store.victims()) == 2


def test_what_is_withheld_is_counted(store: Store) -> None:
    assert store.withheld() == 0
    fill(store)
    assert store.withheld() == 2


def test_a_database_that_holds_documents_is_not_loaded_into(store: Store) -> None:
    fill(store)
    lines = list(store.dump())
    with pytest.raises(InputError, match="into a new database only"):
        store.load(lambda: iter(lines))


def test_a_dump_that_breaks_off_in_a_bad_line_changes_nothing(store: Store, other: Store) -> None:
    fill(store)
    before = list(other.dump())
    lines = [*store.dump(), '{"table": "claims", "row": {}}']
    with pytest.raises(InputError, match=f"line {len(lines)}: no row of a table"):
        other.load(lambda: iter(lines))
    assert list(other.dump()) == before


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("", "line 1: no JSON"),
        ("[]", "line 1: a JSON object"),
        ("{}", "line 1: not a dump of a sayso database"),
        ('{"sayso database": "9999"}', "a dump of tables of version 9999"),
    ],
)
def test_what_is_no_dump_is_refused(other: Store, line: str, cause: str) -> None:
    with pytest.raises(InputError, match=cause):
        other.load(lambda: iter([line]))


@pytest.mark.parametrize(
    ("table", "cell", "value"),
    [
        ("claims", "key", "one"),
        ("claims", "low", 1.5),
        ("claims", "standing", "yes"),
        ("claims", "document", "nowhere"),
        ("claims", "data", None),
        ("raws", "data", "no base64!"),
        ("decisions", "at", "noon"),
        ("documents", "published", 20210304),
        ("documents", "id", ["a"]),
    ],
)
def test_a_cell_that_does_not_fit_is_refused_in_one_line(
    other: Store, dumped: list[str], table: str, cell: str, value: object
) -> None:
    changed = [json.loads(line) for line in dumped]
    row = next(line["row"] for line in changed[1:] if line["table"] == table)
    row[cell] = value
    with pytest.raises(InputError) as caught:
        other.load(lambda: (json.dumps(line) for line in changed))
    assert len(str(caught.value).splitlines()) == 1
