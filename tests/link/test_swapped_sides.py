"""Neutrality: exchanging two states' names in text and dossier exchanges the sides that are read, and nothing else."""

from __future__ import annotations

import pytest

from sayso.claims import CasualtyClaim
from sayso.claims.casualty import Casualty
from sayso.link import find_mentions
from sayso.link.casualties import resolve_casualties
from sayso.link.knowledge_base import Knowledge
from sayso.link.scene import Scene
from sayso.link.speakers import resolve_attributions
from sayso.model import Attribution, Claim, Document, Party
from tests.link.swap_reports import PUBLISHED, MadeReport, dossier_file, pairs, swapped

REPORTS = 200


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    return Knowledge.load(dossier_file(tmp_path_factory.mktemp("dossier")))


def _read(report: MadeReport, knowledge: Knowledge) -> tuple[CasualtyClaim, ...]:
    document = Document(id="made", text=report.text, name="made", text_digest="made", published=PUBLISHED)
    known = knowledge.for_report(report.text, PUBLISHED)
    mentions = find_mentions(document, known)
    attributions = [
        Attribution(
            id=str(number),
            source=(document.evidence(*claim.source),),
            cue=(),
            content=(document.evidence(*claim.content),),
            form="indirect",
        )
        for number, claim in enumerate(report.claims)
        if claim.source is not None
    ]
    resolved = resolve_attributions(document, attributions, mentions, known)
    claims: list[CasualtyClaim] = [
        Claim(
            id=str(number),
            evidence=(document.evidence(claim.start, claim.end),),
            value=Casualty(
                effect=claim.effect,
                low=claim.count,
                high=claim.count,
                group=claim.group,
                scope="incident",
                number=document.evidence(*claim.number),
                victims=document.evidence(*claim.victims) if claim.victims else None,
            ),
            origin="test",
            attribution=str(number) if claim.source else None,
        )
        for number, claim in enumerate(report.claims)
    ]
    return resolve_casualties(Scene.of(document, mentions, known, resolved), claims, resolved)


def _party(party: Party | None, swap: bool) -> tuple[str | None, ...] | None:
    if party is None:
        return None
    names = (party.name, party.role, party.affiliation, party.speaks_for, party.side, party.side_group)
    return (*(swapped(name) if swap else name for name in names), party.kind)


def _fields(claim: CasualtyClaim, swap: bool) -> dict[str, object]:
    value = claim.value
    named = (value.side, value.side_group, value.perpetrator, value.place)
    return {
        "names": tuple(swapped(name) if swap else name for name in named),
        "plain": (
            value.side_basis,
            value.posture,
            value.happened_start,
            value.happened_end,
            value.scope,
            claim.said_on,
        ),
        "source": _party(claim.source, swap),
        "via": tuple(_party(party, swap) for party in claim.via),
        "unresolved": dict(claim.unresolved),
    }


def test_swapping_two_states_swaps_the_sides_and_nothing_else(knowledge: Knowledge) -> None:
    differing = []
    for one, other in pairs(REPORTS):
        for first, second in zip(_read(one, knowledge), _read(other, knowledge), strict=True):
            if _fields(first, swap=True) != _fields(second, swap=False):
                differing.append((one.text, _fields(first, swap=True), _fields(second, swap=False)))
    assert not differing, f"{len(differing)} claims differ, first: {differing[0]}"


def test_generated_reports_have_sides_to_swap(knowledge: Knowledge) -> None:
    """The swap test could not fail if nothing were resolved."""
    claims = [claim for one, _ in pairs(40) for claim in _read(one, knowledge)]
    assert sum(claim.value.side_basis is not None for claim in claims) > 0.8 * len(claims)
    assert len({claim.value.side for claim in claims}) >= 3
    assert {claim.value.posture for claim in claims} >= {"own_loss", "enemy_loss"}
