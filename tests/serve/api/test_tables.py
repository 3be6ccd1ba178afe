"""Lists as CSV: whole, however long; the same as the pages; and no cell that a spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io

import pytest
from fastapi.testclient import TestClient

from sayso.serve.desk.memory import MemoryArchive
from tests.serve.desks import KARABAKH, a_client, a_hostile_record, example_records

HOME = f"/api/v1/conflict/{KARABAKH}"


@pytest.fixture(scope="module")
def client() -> TestClient:
    return a_client()


def rows(client: TestClient, path: str) -> list[dict[str, str]]:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/csv")
    return list(csv.DictReader(io.StringIO(answer.text)))


def test_claims_are_the_claims_of_the_list_in_its_order(client: TestClient) -> None:
    asked = "effect=killed&group=combatant"
    told = rows(client, f"/api/v1/claims.csv?{asked}")
    listed = client.get(f"/api/v1/claims?{asked}&limit=100").json()["claims"]
    assert [one["id"] for one in told] == [one["id"] for one in listed]
    assert [one["words"] for one in told] == [one["words"] for one in listed]
    assert [one["address"] for one in told] == [one["words_href"] for one in listed]
    assert [one["low"] for one in told] == ["" if one["low"] is None else str(one["low"]) for one in listed]
    assert {one["report_sample"] for one in told} == {"True"}


def test_every_claim_is_there_however_many_there_are(client: TestClient) -> None:
    identifiers = [one["id"] for one in rows(client, "/api/v1/claims.csv")]
    assert sorted(identifiers) == sorted(claim.id for record in example_records() for claim in record.claims)


def test_nothing_that_fits_is_a_header_alone(client: TestClient) -> None:
    answer = client.get("/api/v1/claims.csv?text=zeppelin")
    assert answer.text.count("\n") == 1
    assert answer.text.startswith("id,kind,effect,low,high,")


@pytest.mark.parametrize("name", ["tallies", "timeline", "disputes", "incidents"])
def test_every_table_of_a_conflict_has_its_rows(client: TestClient, name: str) -> None:
    told = rows(client, f"{HOME}/{name}.csv")
    assert told
    assert all(None not in row and None not in row.values() for row in told)


def test_tallies_follow_policy_and_day(client: TestClient) -> None:
    def killed(address: str) -> set[str]:
        told = rows(client, f"{HOME}/tallies.csv{address}")
        return {one["low"] for one in told if one["side"] == "Armenian side" and one["effect"] == "killed"}

    assert killed("?policy=own") != killed("?policy=own&as_of=2020-09-27")
    assert killed("?policy=own") != killed("?policy=independent")


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t"])
def test_no_cell_is_a_formula(begins: str) -> None:
    hostile = f'{begins}HYPERLINK("http://example.org";"x")'
    told = rows(a_client(MemoryArchive((a_hostile_record(hostile),))), "/api/v1/claims.csv")
    cells = [cell for row in told for cell in row.values()]
    assert any(cell.startswith(f"'{begins}") for cell in cells)
    assert not [cell for cell in cells if cell.startswith(begins)]
