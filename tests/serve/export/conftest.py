"""A database with a sample, a report of another outlet, a withheld claim and two victims, one of them withheld."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sayso.model import End
from sayso.serve.export.material import Material
from sayso.store import Decision, Store, Victim, open_store
from tests.factory import a_casualty, a_document, a_judgement, a_party, a_record, an_attribution

TEXT = "The army of Northland said that ten soldiers were killed at Paris on Monday. =SUM(1) three others were hurt."
SAMPLE = "Sample text written to test software; the outlet does not exist\nNine soldiers were killed."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "a.db")
    fill(opened)
    yield opened
    opened.close()


def fill(store: Store) -> None:
    report = a_document(TEXT, name="report", title="=HYPERLINK(1)", uri="https://post.example/1", publisher="The Post")
    said = an_attribution(report, "The army of Northland", "said", "that ten soldiers were killed at Paris on Monday")
    where = {
        "place": "Paris",
        "scope": "incident",
        "happened_start": date(2021, 3, 1),
        "happened_end": date(2021, 3, 1),
    }
    killed = a_casualty(
        report,
        "ten soldiers were killed",
        value={"group": "combatant", "side": "Northland", "side_group": "Northland", **where},
        attribution=said.id,
        source=a_party("The army of Northland", speaks_for="Northland"),
        via=(a_party("A", kind="outlet"), a_party("B", kind="outlet")),
        unresolved={"posture": "nothing tells"},
    )
    hurt = a_casualty(report, "=SUM(1) three others were hurt", value={"effect": "injured", "low": 3, "high": 3})
    relation = a_judgement("conflicts", subject=End(claims=(killed.id,)), object=End(claims=(hurt.id,)))
    store.add(a_record(report, attributions=(said,), claims=(killed, hurt), judgements=(relation,)))
    sample = a_document(SAMPLE, name="sample")
    secret = a_document("Four persons were killed in secret.", name="secret")
    store.add(a_record(sample, claims=(a_casualty(sample, "Nine soldiers were killed", value={"low": 9, "high": 9}),)))
    hidden = a_casualty(secret, "Four persons were killed", value={"low": 4, "high": 4})
    store.add(a_record(secret, claims=(hidden,)))
    store.decide(Decision(action="withhold", target_kind="claim", target=hidden.id, by="A. Coder"), 0)
    store.add_victim(
        Victim(names=("Ana Example", "Anna Example"), age="34", place="Paris", claims=(killed.id,)), "A. Coder"
    )
    store.add_victim(Victim(names=("Bob Hidden",), withhold=True), "A. Coder")


@pytest.fixture
def material(store: Store) -> Material:
    return Material(records=store.records, decided=store.judgements(), victims=store.victims(withheld=True))
