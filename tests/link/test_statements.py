"""Parties of statements: who denies whom, who accuses whom, over sentences of our own and annotated reports."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from sayso.claims import AnyClaim
from sayso.claims.statement import Accusation, Denial, Silence
from sayso.extract.statements import find_statements
from sayso.link import find_mentions
from sayso.link.knowledge_base import Knowledge
from sayso.link.statements import resolve_statements
from sayso.model import Party
from tests.factory import a_document
from tests.link.statement_sentences import SENTENCES, Said


@dataclass(frozen=True)
class Found:
    denies: tuple[tuple[str | None, str | None], ...]
    accuses: tuple[tuple[str | None, str | None], ...]
    mutual: int
    silent: tuple[str | None, ...]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return Knowledge.load()


def read(text: str, knowledge: Knowledge) -> tuple[AnyClaim, ...]:
    document = a_document(text)
    view = knowledge.for_report(document.text, document.published)
    return resolve_statements(document, find_statements(document, ()), (), find_mentions(document, view), view)


def found_in(text: str, knowledge: Knowledge) -> Found:
    claims = read(text, knowledge)
    denials = [(c.source, c.value.denied) for c in claims if isinstance(c.value, Denial)]
    charges = [
        (c.source, c.value.accused)
        for c in claims
        if isinstance(c.value, Accusation) and not c.value.implicit and not c.value.mutual
    ]
    return Found(
        denies=tuple((_voice(one), _voice(two)) for one, two in denials),
        accuses=tuple((_voice(one), _voice(two)) for one, two in charges),
        mutual=sum(isinstance(c.value, Accusation) and c.value.mutual for c in claims),
        silent=tuple(_voice(c.value.party) for c in claims if isinstance(c.value, Silence)),
    )


def _voice(party: Party | None) -> str | None:
    return (party.speaks_for or party.name) if party else None


def expected(said: Said, knowledge: Knowledge) -> Found:
    def named(name: str | None) -> str | None:
        entry = knowledge.find(name) if name else None
        return (entry.speaks_for or entry.name) if entry else name

    return Found(
        denies=tuple((named(one), named(two)) for one, two in said.denies),
        accuses=tuple((named(one), named(two)) for one, two in said.accuses),
        mutual=said.mutual,
        silent=tuple(named(party) for party in said.silent),
    )


def _marked(said: Said) -> object:
    marks = [pytest.mark.xfail(strict=True, reason=said.unmet)] if said.unmet else []
    return pytest.param(said, id=f"{said.conflict}-{said.text[:40]}", marks=marks)


@pytest.mark.parametrize("said", [_marked(said) for said in SENTENCES])
def test_own_sentences(said: Said, knowledge: Knowledge) -> None:
    assert found_in(said.text, knowledge) == expected(said, knowledge)
