"""How sure the reading of a claim is. People, bodies and events are invented; states and towns are real."""

from __future__ import annotations

import pytest

from sayso.claims import ReportRecord
from sayso.ingest import Metadata, make_document
from sayso.link.claim_confidence import WEIGHTS, Page, marks
from sayso.link.sentences import Sentences
from sayso.reconcile.context import is_casualty
from tests.link.test_perpetrators import READER, claims


def read(text: str) -> ReportRecord:
    return READER.read(make_document(text, Metadata(name="report")))


def confidence(text: str) -> float:
    (claim,) = claims(text)
    return claim.confidence


PLAIN = "Three Kenyan soldiers were killed in Mandera on Monday, the army said."


@pytest.mark.parametrize(
    "less",
    [
        "Dozens of Kenyan soldiers were killed in Mandera on Monday, the army said.",
        "Three people were killed on Monday, the army said.",
        "THREE KENYAN SOLDIERS WERE KILLED IN MANDERA ON MONDAY, THE ARMY SAID.",
        "The army said on Monday that it was pulling out of the town. Three Kenyan soldiers were killed in Mandera.",
        "Three Kenyan soldiers were captured in Mandera on Monday, the army said.",
    ],
)
def test_what_is_misread_more_often_is_less_sure(less: str) -> None:
    assert confidence(less) < confidence(PLAIN) < 1


def test_an_unknown_side_is_worth_a_look_in_the_queue() -> None:
    assert confidence("Three people were killed, it emerged.") < 0.6 < confidence(PLAIN)


def test_every_mark_has_a_weight_and_each_report_some() -> None:
    text = f"{PLAIN} Dozens of people, two of them children, fled, and four men were seized."
    record = read(text)
    told = [claim for claim in record.claims if is_casualty(claim)]
    page = Page.of(Sentences(text), told, record.attributions)
    assert told
    for claim in told:
        assert set(marks(claim, page)) <= set(WEIGHTS)
        assert "always" in marks(claim, page)


def test_a_denial_is_as_sure_as_who_is_said_to_deny() -> None:
    record = read(
        "Ethiopia said its troops had killed 40 rebels in Adwa. The Tigray People's Liberation Front denied it."
    )
    said = {a.id: a.confidence for a in record.attributions}
    resting = [c for c in record.claims if not is_casualty(c) and c.attribution in said]
    assert all(claim.confidence == said[claim.attribution or ""] for claim in resting)
