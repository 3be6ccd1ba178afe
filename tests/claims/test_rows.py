from __future__ import annotations

from datetime import date

from sayso.claims.rows import MAX_SPAN, attribution_rows, casualty_rows, relation_rows
from sayso.model import End
from tests.factory import a_casualty, a_document, a_judgement, a_party, a_record, an_attribution, words

TEXT = "The ministry said ten soldiers were killed, two of them officers. The rebels denied it."


def test_a_casualty_row_holds_the_claim() -> None:
    document = a_document(TEXT)
    official = a_party("Ana Belo", role="spokeswoman", speaks_for="Northland")
    value = {
        "number": words(document, "ten"),
        "victims": words(document, "soldiers"),
        "happened_start": date(2021, 3, 1),
    }
    claim = a_casualty(document, "ten soldiers were killed", value=value, source=official, via=(a_party("An Agency"),))
    (row,) = casualty_rows(a_record(document, claims=(claim,)))
    assert (row["start"], row["end"]) == (18, 42)
    assert row["number"] == {"start": 18, "end": 21}
    assert row["source"] == ["Ana Belo", "spokeswoman", "Northland"]
    assert row["via"] == ["An Agency"]
    assert (row["victims"], row["happened_start"], row["repeat_of"]) == ("soldiers", "2021-03-01", None)


def test_rows_tell_repeats_and_parts() -> None:
    document = a_document(TEXT)
    whole = a_casualty(document, "ten soldiers were killed")
    part = a_casualty(document, "two of them officers", value={"low": 2, "high": 2})
    judgement = a_judgement("part_of", subject=End(claims=(part.id,)), object=End(claims=(whole.id,)))
    rows = list(casualty_rows(a_record(document, claims=(whole, part), judgements=(judgement,))))
    assert [row["part_of"] for row in rows] == [None, whole.id]


def test_a_span_shows_at_most_400_characters() -> None:
    document = a_document("Ten soldiers " + "and so on " * 60 + "were killed")
    claim = a_casualty(document, document.text)
    (row,) = casualty_rows(a_record(document, claims=(claim,)))
    assert row["end"] - row["start"] == MAX_SPAN


def test_attribution_rows_are_one_object_a_document() -> None:
    document = a_document(TEXT)
    said = an_attribution(document, "The ministry", "said", "ten soldiers were killed", speaker=a_party("Northland"))
    row = attribution_rows(a_record(document, attributions=(said,)))
    assert row["doc_id"] == "report"
    assert row["attributions"][0]["source"] == [[0, 12]]
    assert row["attributions"][0]["speaker"] == "Northland"


def test_a_relation_names_the_party_of_a_claim_by_its_source() -> None:
    document = a_document(TEXT)
    claim = a_casualty(document, "ten soldiers were killed", source=a_party("The ministry"))
    denial = a_judgement(
        "denies",
        subject=End(party=a_party("the rebels")),
        object=End(claims=(claim.id,)),
        evidence=(words(document, "The rebels denied it"),),
    )
    (row,) = relation_rows(a_record(document, claims=(claim,), judgements=(denial,)))
    assert (row["from_party"], row["to_party"]) == (["the rebels"], ["The ministry"])
    assert row["to"] == [{"id": claim.id, "start": 18, "end": 42, "low": 10}]
    assert row["from"] is None


def test_a_withdrawn_judgement_gives_no_row() -> None:
    document = a_document(TEXT)
    denial = a_judgement(
        "denies", subject=End(party=a_party()), object=End(party=a_party()), withdrawn_at="2021-03-05T00:00:00"
    )
    assert not list(relation_rows(a_record(document, judgements=(denial,))))


def test_every_row_says_that_a_sample_is_a_sample() -> None:
    document = a_document("Sample text written to test software; the outlet does not exist\n\nTen were killed.")
    record = a_record(document, claims=(a_casualty(document, "Ten were killed"),))
    assert [row["sample"] for row in casualty_rows(record)] == [True]
    assert attribution_rows(record)["sample"]
