from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims import Accusation, Denial, ReportRecord, Silence
from sayso.claims.codec import json_schema, record_from_json, record_to_data, record_to_json
from sayso.errors import InputError
from sayso.model import Claim, End, Unused
from tests.factory import ORIGIN, a_casualty, a_document, a_judgement, a_party, a_record, an_attribution, words

SCHEMA_FILE = Path(__file__).parents[2] / "docs" / "record.schema.json"


def full_record() -> ReportRecord:
    """A record in which every type stands at least once."""
    document = a_document("The ministry said ten soldiers were killed in 40 houses. The rebels denied it.")
    said = an_attribution(
        document, "The ministry", "said", "ten soldiers were killed", speaker=a_party(), said_on=date(2021, 3, 3)
    )
    killed = a_casualty(
        document, "ten soldiers were killed", attribution=said.id, source=a_party(), via=(a_party("X"),)
    )
    shown = words(document, "The rebels denied it")
    denial = Claim(id="d", evidence=(shown,), value=Denial(denied=a_party(), targets=(said.id,)), origin=ORIGIN)
    blame = Claim(id="a", evidence=(shown,), value=Accusation(accused=a_party(), mutual=True), origin=ORIGIN)
    silence = Claim(id="s", evidence=(shown,), value=Silence(), origin=ORIGIN)
    judgement = a_judgement(
        "denies", subject=End(party=a_party("the rebels")), object=End(claims=(killed.id,)), evidence=(shown,)
    )
    return a_record(
        document,
        attributions=(said,),
        claims=(killed, denial, blame, silence),
        judgements=(judgement,),
        unused=(Unused(evidence=words(document, "40 houses"), reason="buildings"),),
        conflict="invented",
        notes=("a note",),
    )


def test_a_record_comes_back_from_json_as_it_was() -> None:
    record = full_record()
    assert record_from_json(record_to_json(record)) == record


@given(st.text())
def test_any_text_comes_back_from_json_as_it_was(text: str) -> None:
    record = a_record(a_document(text))
    assert record_from_json(record_to_json(record)) == record


@pytest.mark.parametrize("indent", [None, 2])
def test_a_record_is_written_as_its_types_have_it(indent: int | None) -> None:
    record = full_record()
    assert record_to_json(record, indent=indent) == json.dumps(
        record_to_data(record), ensure_ascii=False, indent=indent, separators=(",", ":" if indent is None else ": ")
    )


def test_json_that_is_no_record_is_refused_with_the_place() -> None:
    with pytest.raises(InputError, match="document: Field required"):
        record_from_json('{"claims": []}')


def test_evidence_that_was_changed_in_the_json_is_refused() -> None:
    changed = record_to_json(full_record()).replace('"exact":"40 houses"', '"exact":"41 houses"')
    with pytest.raises(InputError, match="does not read '41 houses'"):
        record_from_json(changed)


def test_the_published_schema_is_in_step() -> None:
    assert json.loads(SCHEMA_FILE.read_text(encoding="utf-8")) == json_schema(), "run `make schema`"


def test_records_satisfy_the_schema() -> None:
    jsonschema.validate(record_to_data(full_record()), json_schema())


def test_the_schema_refuses_an_unknown_effect() -> None:
    data = record_to_data(full_record())
    data["claims"][0]["value"]["effect"] = "scared"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, json_schema())
