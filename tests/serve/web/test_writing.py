"""Forms that change what is on record: what follows from them, two people at once, and what is told of bad entries."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.store import Store
from tests.serve.desks import App
from tests.serve.reviewers import APART, HOME, REPORT, SOURCE, TEN, TWELVE, Coder, a_store, an_app, the_report
from tests.store.build import TEXT, newer


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = a_store(tmp_path)
    yield made
    made.close()


@pytest.fixture
def app(store: Store) -> App:
    return an_app(store)


@pytest.fixture
def ann(app: App) -> Coder:
    return Coder(app, "Ann")


@pytest.fixture
def bea(app: App) -> Coder:
    return Coder(app, "Bea")


def shown_tally(coder: Coder) -> str:
    """North's killed combatants under the policy of own losses."""
    told = coder.client.get(f"/api/v1{HOME}/tally?policy=own&side=North&effect=killed&group=combatant").json()
    words: str = told["cell"]["words"] if "cell" in told else told["detail"]
    return words


def test_a_correction_changes_the_tally_and_undoing_it_brings_it_back(ann: Coder) -> None:
    assert shown_tally(ann) == "10"
    answer = ann.on_claim("correct", low="13", high="13", note="the later edition")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/claim/{TEN}")
    assert shown_tally(ann) == "13"
    told = ann.claim()
    assert (told["status"], told["claim"]["amount"], told["origin"]) == ("corrected", "13", "Ann")
    (decision,) = told["history"]
    assert {"field": "low", "words": "At least", "before": "10", "after": "13"} in decision["changes"]
    assert (decision["by"], decision["note"]) == ("Ann", "the later edition")
    assert ann.send(f"/decision/{decision['id']}/undo", expected="1").status_code == 303
    assert shown_tally(ann) == "10"
    assert [one["undone_by"] for one in ann.claim()["history"]] == ["Ann", None]


def test_a_judgement_of_the_program_is_withdrawn_and_that_is_undone(ann: Coder, bea: Coder) -> None:
    def withdrawn() -> list[str | None]:
        return [one["withdrawn_by"] for one in ann.claim()["judgements"] if one["id"] == APART]

    assert withdrawn() == [None]
    assert len(ann.get(f"/api/v1{HOME}/disputes").json()["disputes"]) == 1
    where = f"/claim/{TEN}/withdraw"
    assert ann.send(where, judgement=APART, note="of other days").headers["location"] == f"/claim/{TEN}"
    assert withdrawn() == ["Ann"]
    assert ann.get(f"/api/v1{HOME}/disputes").json()["disputes"] == []
    again = bea.send(where, judgement=APART)
    assert (again.status_code, "of other days" in again.text) == (409, True)
    (decision,) = ann.get("/api/v1/decisions").json()["decisions"]
    assert ann.send(f"/decision/{decision['id']}/undo").status_code == 303
    assert withdrawn() == [None]
    assert len(ann.get(f"/api/v1{HOME}/disputes").json()["disputes"]) == 1


def test_what_is_no_judgement_on_a_claim_is_not_withdrawn(ann: Coder) -> None:
    answer = ann.send(f"/claim/{TEN}/withdraw", judgement="nothing")
    assert (answer.status_code, "no judgement" in answer.text) == (422, True)
    assert ann.send("/claim/nothing/withdraw", judgement=APART).status_code == 404


def test_the_second_of_two_gets_what_the_first_did_with_their_own_entry_kept_and_nothing_overwritten(
    ann: Coder, bea: Coder
) -> None:
    ann.on_claim("correct", low="13", high="13", note="the later edition")
    answer = bea.on_claim("correct", low="15", high="15", place="Newbridge", note="by the radio")
    assert answer.status_code == 409
    for told in ("Somebody was first", "Ann", "the later edition", 'value="15"', 'value="Newbridge"', "by the radio"):
        assert told in answer.text
    assert ann.claim()["claim"]["amount"] == "13"
    assert 'name="expected" value="1"' in answer.text
    assert bea.on_claim("correct", 1, low="15", high="15", place="Newbridge").status_code == 303
    assert ann.claim()["claim"]["amount"] == "15"


@pytest.mark.parametrize("action", ["accept", "reject", "note", "grade_item", "link"])
def test_no_action_overwrites_what_somebody_else_did_meanwhile(ann: Coder, bea: Coder, action: str) -> None:
    ann.on_claim("note", note="look at the radio's account")
    incident = ann.claim()["review"]["incidents"][0]["value"]
    answer = bea.on_claim(action, note="mine", grade="2", incident=incident)
    assert answer.status_code == 409
    assert "look at the radio" in answer.text
    assert "mine" in answer.text
    assert ann.claim()["version"] == 1


def test_a_rejected_claim_enters_no_tally(ann: Coder) -> None:
    ann.on_claim("reject")
    assert ann.claim()["status"] == "rejected"
    assert "no side 'North' is told of" in shown_tally(ann)


def test_a_claim_corrected_then_set_back_then_rejected_is_rejected(ann: Coder) -> None:
    ann.on_claim("correct", low="13", high="13")
    ann.send(f"/decision/{ann.claim()['history'][0]['id']}/undo", expected="1")
    ann.on_claim("reject", 2)
    assert ann.claim()["status"] == "rejected"


def test_an_accepted_claim_leaves_the_queue(ann: Coder) -> None:
    def waiting() -> set[str]:
        return {row["claim"]["id"] for row in ann.client.get(f"/api/v1{HOME}/review").json()["rows"]}

    assert waiting() == {TEN, TWELVE}
    ann.on_claim("accept")
    assert waiting() == {TWELVE}


def test_a_claim_is_taken_from_its_incident_and_linked_again(ann: Coder) -> None:
    incident = ann.claim()["review"]["incident"]
    assert incident
    assert ann.on_claim("unlink", incident=incident).status_code == 303
    assert ann.claim()["review"]["incident"] is None
    ann.send(f"/decision/{ann.claim()['history'][0]['id']}/undo", expected="1")
    assert ann.claim()["review"]["incident"] == incident


def test_grades_are_people_s_and_the_latest_stands(ann: Coder, bea: Coder) -> None:
    assert ann.on_claim("grade_item", grade="2").status_code == 303
    assert ann.send(f"/party?name={SOURCE}", action="grade_source", grade="B", expected="0").status_code == 303
    assert bea.send(f"/party?name={SOURCE}", action="grade_source", grade="D", expected="0").status_code == 409
    review = ann.claim()["review"]
    assert (review["grade_item"], review["grade_source"], review["source_version"]) == ("2", "B", 1)


def test_names_of_one_party_are_merged_and_set_apart_again(ann: Coder) -> None:
    ann.send("/party?name=A monitor", action="merge", into="River Watch", expected="0")
    assert ann.claim(TWELVE)["claim"]["source"] == "River Watch"
    decision = ann.client.get("/api/v1/decisions").json()["decisions"][0]
    ann.send(f"/decision/{decision['id']}/undo")
    assert ann.claim(TWELVE)["claim"]["source"] == "A monitor"


def test_a_claim_is_entered_by_hand_with_words_of_a_report(ann: Coder) -> None:
    entered = {"effect": "killed", "low": "12", "high": "12", "side": "South", "source": "Field clinic"}
    answer = ann.send(f"{HOME}/enter", document=REPORT, quote="twelve dead", voice="named", **entered)
    assert answer.status_code == 303, answer.text
    told = ann.client.get(f"/api/v1{answer.headers['location']}").json()
    assert (told["status"], told["claim"]["words"], told["claim"]["source"]) == ("added", "twelve dead", "Field clinic")
    assert (told["claim"]["side"], told["claim"]["side_group"], told["origin"]) == ("South", "South", "Ann")


def test_a_claim_is_entered_by_hand_from_elsewhere(ann: Coder) -> None:
    entered = {"reason": "A video of the square, counted frame by frame", "publisher": "Square Channel"}
    answer = ann.send(f"{HOME}/enter", effect="injured", low="4", voice="report", **entered)
    told = ann.client.get(f"/api/v1{answer.headers['location']}").json()
    assert told["claim"]["amount"] == "at least 4"
    assert told["claim"]["words"] == "A video of the square, counted frame by frame"
    assert told["claim"]["report"]["publisher"] == "Square Channel"


@pytest.mark.parametrize(
    ("entered", "told"),
    [
        ({"quote": "nobody at all", "document": REPORT, "voice": "report"}, "does not read"),
        ({"quote": "e", "document": REPORT, "voice": "report"}, "more than once"),
        ({"quote": "twelve dead", "voice": "report"}, "choose the report"),
        ({"voice": "report"}, "reason why there are none"),
        ({"reason": "A video"}, "on whose word"),
        ({"reason": "A video", "voice": "report", "low": "5", "high": "4"}, "5 is more than 4"),
        ({"reason": "A video", "voice": "report", "low": "many"}, "low"),
        ({"reason": "A video", "voice": "report", "effect": "liberated"}, "effect"),
    ],
)
def test_what_cannot_be_entered_is_told_in_one_line_and_kept(ann: Coder, entered: dict[str, str], told: str) -> None:
    answer = ann.send(f"{HOME}/enter", **{"effect": "killed", **entered})
    assert answer.status_code == 422
    assert told in answer.text
    assert entered.get("reason", "killed") in answer.text


@pytest.mark.parametrize(
    ("entered", "told"),
    [
        ({"action": "correct", "low": "10"}, "nothing was changed"),
        ({"action": "correct", "low": "11", "high": "10"}, "11 is more than 10"),
        ({"action": "correct", "happened_start": "2021-03-09", "happened_end": "2021-03-08"}, "is after"),
        ({"action": "correct", "happened_start": "soon"}, "happened_start"),
        ({"action": "correct", "low": "-1"}, "low"),
        ({"action": "note"}, "note"),
        ({"action": "grade_item", "grade": "9"}, "grade"),
        ({"action": "link", "incident": "nowhere"}, "no incident"),
        ({"action": "explode"}, "action"),
        ({}, "action"),
        ({"action": "accept", "by": " "}, "by"),
        ({"action": "accept", "expected": "some"}, "expected"),
    ],
)
def test_a_bad_entry_is_told_in_one_line_and_changes_nothing(ann: Coder, entered: dict[str, str], told: str) -> None:
    answer = ann.send(f"/claim/{TEN}", **{"expected": "0", **entered})
    assert answer.status_code == 422
    assert told in answer.text
    assert ann.claim()["version"] == 0


def test_a_claim_that_there_is_not_is_not_found(ann: Coder) -> None:
    assert ann.on_claim("accept", claim="nothing").status_code == 404


def test_a_form_leads_back_to_where_it_stood_and_nowhere_else(ann: Coder) -> None:
    assert ann.on_claim("accept", back=f"{HOME}/review").headers["location"] == f"{HOME}/review"
    answer = ann.on_claim("note", 1, note="x", back="https://evil.example/")
    assert answer.headers["location"] == "/"


def test_the_coder_s_name_is_remembered_in_this_browser(ann: Coder) -> None:
    assert "Accept" not in ann.get(f"{HOME}/review").text
    ann.send("/coder", back=f"{HOME}/review", by="Åsa Öberg")
    assert 'value="Åsa Öberg"' in ann.get(f"{HOME}/review").text


def test_corrections_survive_a_newer_reading(ann: Coder, store: Store) -> None:
    ann.on_claim("correct", low="13", high="13")
    store.add(newer(the_report()))
    assert shown_tally(ann) == "13"
    assert ann.claim()["status"] == "corrected"


def test_a_decision_whose_claim_is_gone_after_a_newer_reading_waits_in_the_queue(ann: Coder, store: Store) -> None:
    ann.on_claim("correct", claim=TWELVE, low="13", high="13")
    record = newer(the_report())
    store.add(replace(record, claims=record.claims[:1], judgements=()))
    rows = ann.client.get(f"/api/v1{HOME}/review?why=orphaned").json()["rows"]
    assert [(row["claim"]["id"], row["reasons"]) for row in rows] == [(TWELVE, ["orphaned"])]
    assert ann.get(f"{HOME}/review").status_code == 200


def coded(quote: str, **fields: str) -> dict[str, str]:
    told = {"quote": quote, "effect": "killed", "group": "unknown", "posture": "unknown", **fields}
    return {f"{name}-0": value for name, value in told.items()}


def test_two_coders_are_blind_to_one_another_until_both_are_done(ann: Coder, bea: Coder) -> None:
    for coder in (ann, bea):
        coder.send("/coder")
    code = f"/report/{REPORT}/code"
    assert ann.send(code, expected="0", action="save", **coded("ten soldiers", low="10")).status_code == 303
    assert 'value="ten soldiers"' in ann.get(code).text
    assert "ten soldiers were" not in ann.get(code).text.replace(TEXT, "")
    assert (
        ann.send(code, expected="1", action="finish", **coded("ten soldiers", low="10", side="Upland"))
        .headers["location"]
        .endswith("/codings")
    )
    for page in (
        code,
        f"/report/{REPORT}/codings",
        "/decisions",
        f"/api/v1/report/{REPORT}/codings",
        "/api/v1/decisions",
    ):
        assert "Upland" not in bea.get(page).text
    bea.send(code, expected="0", action="finish", **coded("soldiers were killed", low="10", high="10", side="South"))
    told = bea.client.get(f"/api/v1/report/{REPORT}/codings").json()["comparison"]
    assert (told["both"], told["one_only"], told["other_only"], told["f1"]) == (1, 0, 0, 1.0)
    (row,) = told["rows"]
    assert {field["name"] for field in row["fields"] if not field["agree"]} == {"high", "side"}
    page = bea.get(f"/report/{REPORT}/codings").text
    assert "differs" in page
    assert "South" in page


def test_a_finished_coding_is_changed_no_more_and_two_windows_overwrite_nothing(ann: Coder) -> None:
    code = f"/report/{REPORT}/code"
    ann.send(code, expected="0", action="save", **coded("ten soldiers"))
    assert ann.send(code, expected="0", action="save", **coded("twelve dead")).status_code == 409
    ann.send(code, expected="1", action="finish", **coded("ten soldiers"))
    answer = ann.send(code, expected="2", action="save", **coded("twelve dead"))
    assert answer.status_code == 422
    assert "finished" in answer.text


def test_words_that_a_report_does_not_have_are_no_coding(ann: Coder) -> None:
    answer = ann.send(f"/report/{REPORT}/code", expected="0", action="save", **coded("nine sailors"))
    assert answer.status_code == 422
    assert "nine sailors" in answer.text


def test_what_people_decided_goes_out_as_training_data(ann: Coder) -> None:
    ann.on_claim("correct", low="13", high="13", note="the later edition")
    ann.on_claim("reject", claim=TWELVE)
    lines = [json.loads(line) for line in ann.get("/api/v1/corrections.jsonl").text.splitlines()]
    corrected, rejected = lines
    assert (corrected["read"]["value"]["low"], corrected["decided"]["value"]["low"]) == (10, 13)
    assert corrected["evidence"][0]["exact"] == "ten soldiers were killed"
    assert (corrected["by"], corrected["note"], corrected["verdict"]) == ("Ann", "the later edition", "corrected")
    assert (rejected["verdict"], rejected["decided"], rejected["read"]["value"]["low"]) == ("rejected", None, 12)
