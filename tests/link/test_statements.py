"""Parties of statements: who denies whom, who accuses whom, over sentences of our own and annotated reports."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims import AnyClaim
from sayso.claims.statement import Accusation, Denial, Silence
from sayso.extract.statements import find_statements
from sayso.link import find_mentions
from sayso.link.knowledge_base import Knowledge
from sayso.link.scene import Scene
from sayso.link.statements import resolve_statements
from sayso.model import Party
from tests.factory import a_document, an_attribution
from tests.link.statement_reports import REPORTS
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
    return resolve_statements(
        Scene.of(document, find_mentions(document, view), view), find_statements(document, ()), ()
    )


def found_in(text: str, knowledge: Knowledge) -> Found:
    claims = read(text, knowledge)
    denials = [(c.source, c.value.denied) for c in claims if isinstance(c.value, Denial)]
    charges = [
        (c.source, c.value.accused)
        for c in claims
        if isinstance(c.value, Accusation) and not c.value.implicit and not c.value.mutual
    ]
    return Found(
        denies=tuple((_known(_voice(one), knowledge), _known(_voice(two), knowledge)) for one, two in denials),
        accuses=tuple((_known(_voice(one), knowledge), _known(_voice(two), knowledge)) for one, two in charges),
        mutual=sum(isinstance(c.value, Accusation) and c.value.mutual for c in claims),
        silent=tuple(_known(_voice(c.value.party), knowledge) for c in claims if isinstance(c.value, Silence)),
    )


def _voice(party: Party | None) -> str | None:
    return (party.speaks_for or party.name) if party else None


def _known(name: str | None, knowledge: Knowledge) -> str | None:
    """The usual name of whom a name stands for, as far as it is known."""
    entry = knowledge.find(name) if name else None
    return (entry.speaks_for or entry.name) if entry else name


def expected(said: Said, knowledge: Knowledge) -> Found:
    return Found(
        denies=tuple((_known(one, knowledge), _known(two, knowledge)) for one, two in said.denies),
        accuses=tuple((_known(one, knowledge), _known(two, knowledge)) for one, two in said.accuses),
        mutual=said.mutual,
        silent=tuple(_known(party, knowledge) for party in said.silent),
    )


def _marked(said: Said) -> object:
    marks = [pytest.mark.xfail(strict=True, reason=said.unmet)] if said.unmet else []
    return pytest.param(said, id=f"{said.conflict}-{said.text[:40]}", marks=marks)


@pytest.mark.parametrize("said", [_marked(said) for said in (*SENTENCES, *REPORTS)])
def test_own_sentences(said: Said, knowledge: Knowledge) -> None:
    assert found_in(said.text, knowledge) == expected(said, knowledge)


CUE_WORDS = st.sampled_from(
    [
        "Armenia",
        "Azerbaijan",
        "al-Shabaab",
        "the army",
        "rebels",
        "denied",
        "accused",
        "blamed",
        "each other",
        "the claim",
        "it",
        "they",
        "said",
        "that",
        "was false",
        "by",
        "in turn",
        "attacked",
        ",",
        ".",
        "“",
        "”",
        "\n\n",
        "and",
        "but",
        "has not released its losses",
    ]
)


@given(st.one_of(st.text(max_size=120), st.lists(CUE_WORDS, max_size=30).map(" ".join)))
def test_any_text_passes(text: str) -> None:
    knowledge = Knowledge.load()
    for claim in read(text, knowledge):
        assert all(piece.exact == text[piece.start : piece.end] for piece in claim.evidence)


def test_the_deniers_attribution_does_not_hide_the_denier(knowledge: Knowledge) -> None:
    """An attribution that denies may be resolved to whose claim it was; the denier is still who its words name."""
    document = a_document("Pakistan's army rejected the Indian claim on Friday.")
    view = knowledge.for_report(document.text, document.published)
    india = Party(name="India", kind="state", speaks_for="India", side="India")
    attribution = an_attribution(
        document, "Pakistan's army", "rejected", "the Indian claim", stance="denies", speaker=india
    )
    statements = find_statements(document, (attribution,))
    scene = Scene.of(document, find_mentions(document, view), view, (attribution,))
    (denial,) = resolve_statements(scene, statements, (attribution,))
    assert isinstance(denial.value, Denial)
    assert (_voice(denial.source), _voice(denial.value.denied)) == ("Pakistan", "India")


def test_a_speaker_told_by_the_attribution_denies_what_its_content_calls_false(knowledge: Knowledge) -> None:
    document = a_document("“The claim by India is a lie,” the tall man told us.")
    view = knowledge.for_report(document.text, document.published)
    speaker = Party(name="Colonel Asad Raza", kind="person", speaks_for="Pakistan", side="Pakistan")
    attribution = an_attribution(document, "the tall man", "told us", "“The claim by India is a lie,”", speaker=speaker)
    statements = find_statements(document, (attribution,))
    scene = Scene.of(document, find_mentions(document, view), view, (attribution,))
    (denial,) = resolve_statements(scene, statements, (attribution,))
    assert denial.source == speaker
    assert denial.attribution == attribution.id


SWAPS = {
    "Karabakh": (("Armenia", "Azerbaijan"), ("Armenian", "Azerbaijani")),
    "Kashmir": (("India", "Pakistan"), ("Indian", "Pakistani")),
}


def swapped(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    both = {**dict(pairs), **{two: one for one, two in pairs}}
    names = "|".join(sorted(both, key=len, reverse=True))
    return re.sub(rf"\b(?:{names})\b", lambda found: both[found.group()], text)


@pytest.mark.parametrize("said", [s for s in SENTENCES if s.conflict in SWAPS], ids=lambda said: said.text[:40])
def test_sides_swapped(said: Said, knowledge: Knowledge) -> None:
    pairs = SWAPS[said.conflict]
    found, mirrored = found_in(said.text, knowledge), found_in(swapped(said.text, pairs), knowledge)
    assert mirrored.denies == tuple((_swap(one, pairs), _swap(two, pairs)) for one, two in found.denies)
    assert (mirrored.mutual, len(mirrored.accuses)) == (found.mutual, len(found.accuses))


def _swap(name: str | None, pairs: tuple[tuple[str, str], ...]) -> str | None:
    return swapped(name, pairs) if name else None


def test_same_report_same_ids(knowledge: Knowledge) -> None:
    text = SENTENCES[0].text
    assert [c.id for c in read(text, knowledge)] == [c.id for c in read(text, knowledge)]
