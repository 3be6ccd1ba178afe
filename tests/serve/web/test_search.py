"""Search by what claims say, on the page and in the API."""

from __future__ import annotations

from dataclasses import replace

from sayso.serve.desk.memory import MemoryArchive
from tests.serve.desks import KARABAKH, a_client, example_records
from tests.serve.reviewers import the_report


def test_reports_read_without_a_dossier_are_a_conflict_to_choose() -> None:
    apart = replace(the_report(), conflict=None)
    client = a_client(MemoryArchive((*example_records(), apart)))
    page = client.get("/search").text
    assert '<option value="none">Reports read without a dossier</option>' in page
    assert f'<option value="{KARABAKH}">' in page
    found = client.get("/api/v1/claims?conflict=none").json()
    assert {one["id"] for one in found["claims"]} == {claim.id for claim in apart.claims}
    assert client.get("/search?conflict=none&place=Oldbridge").text.count('<article class="claim"') == 1


def test_a_place_of_a_report_without_a_dossier_leads_to_its_claims() -> None:
    client = a_client(MemoryArchive((replace(the_report(), conflict=None),)))
    (place,) = client.get("/api/v1/conflict/none").json()["places"]
    assert len(client.get(f"/api/v1{place['href']}").json()["claims"]) == place["claims"]
