"""Which of several statements before it a denial answers."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.statement import Denial
from sayso.link import find_mentions
from sayso.link.denied import WEIGHTS, Answer, Statement
from sayso.link.knowledge_base import Knowledge
from sayso.link.scene import Scene
from sayso.model import Document, Evidence, Party
from tests.factory import a_document

KNOWLEDGE = Knowledge.load()
GUARD = Party(name="Harbour Guard", kind="group", speaks_for="Harbour Guard", side="Harbour Guard")
FRONT = Party(name="Delta Front", kind="group", speaks_for="Delta Front", side="Delta Front")
MONITOR = Party(name="Hollis Monitor", kind="organisation")


def _piece(document: Document, words: str) -> Evidence:
    start = document.text.index(words)
    return Evidence(document=document.id, start=start, end=start + len(words), exact=words)


def _said(document: Document, words: str, party: Party, accused: Party | None = None) -> Statement:
    piece = _piece(document, words)
    return Statement(
        party=party, attribution=None, start=piece.start, end=piece.end, words=words, accused=accused, outright=True
    )


def _answer(document: Document, denied: str, **value: object) -> Answer:
    mentions = find_mentions(document, KNOWLEDGE)
    shown = _piece(document, denied)
    return Answer(
        scene=Scene.of(document, mentions, KNOWLEDGE),
        shown=shown,
        value=Denial(object_words=shown, **value),  # type: ignore[arg-type]
        denier=GUARD,
    )


def test_who_told_of_what_was_not_so_is_answered_before_who_spoke_last() -> None:
    document = a_document(
        "The Delta Front said shells had hit the fish market. The Hollis Monitor counted three boats. "
        "The Harbour Guard denied shelling the market."
    )
    front = _said(document, "shells had hit the fish market", FRONT)
    monitor = _said(document, "counted three boats", MONITOR)
    assert _answer(document, "shelling the market", of="responsibility").best([front, monitor]) is front


def test_the_claim_is_what_was_said_last() -> None:
    document = a_document(
        "The Hollis Monitor counted three boats. The Delta Front said it had sunk nine. The Harbour Guard denied it."
    )
    monitor = _said(document, "counted three boats", MONITOR)
    front = _said(document, "it had sunk nine", FRONT)
    assert _answer(document, "it.", pointing=True).best([monitor, front]) is front


def test_bare_responsibility_answers_the_accuser() -> None:
    document = a_document(
        "The Delta Front blamed the Harbour Guard for the blast. A nurse spoke of six dead. "
        "The Harbour Guard denied responsibility."
    )
    front = _said(document, "blamed the Harbour Guard for the blast", FRONT, accused=GUARD)
    nurse = _said(document, "spoke of six dead", Party(name="nurse", kind="unnamed"))
    assert _answer(document, "responsibility", of="responsibility").best([front, nurse]) is front


def test_nobody_is_answered_of_whom_nothing_speaks() -> None:
    document = a_document("A shop closed.\n\n" + "Rain fell. " * 6 + "\n\nThe Harbour Guard denied crossing the river.")
    shop = _said(document, "A shop closed", Party(name="shopkeeper", kind="unnamed"))
    assert _answer(document, "crossing the river", of="responsibility").best([shop]) is None
    assert _answer(document, "crossing the river", of="responsibility").best([]) is None


@pytest.mark.parametrize("sign", ["a word", "accuses", "names denier", "pointing, last"])
def test_what_ties_a_statement_to_the_denial_speaks_for_it(sign: str) -> None:
    assert WEIGHTS[sign] > 0


@given(st.permutations(["Rain fell", "Snow melted", "Wind rose"]))
def test_the_order_in_which_statements_are_given_is_nothing(words: Sequence[str]) -> None:
    document = a_document("Rain fell. Snow melted. Wind rose. The Harbour Guard denied it.")
    told = [_said(document, one, Party(name=one, kind="organisation", side=one)) for one in words]
    best = _answer(document, "it.", pointing=True).best(told)
    assert best is not None
    assert best.words == "Wind rose"
