"""Members whom a movement or council counts are its own. Places are real; the bodies and events are invented."""

from __future__ import annotations

import pytest

from tests.link.test_unseen_classes import claims


@pytest.mark.parametrize(
    ("text", "side", "posture"),
    [
        (
            "The opposition coordination council said three of its members had been abducted in Minsk, Belarus.",
            "opposition coordination council",
            "own_loss",
        ),
        ("The Fair Dawn Movement said 27 of its members were kidnapped near Farah.", "Fair Dawn Movement", "own_loss"),
        # of a family, and of no body
        ("Residents of Kandahar said five members of one family were killed.", "Afghanistan", "third_party"),
    ],
)
def test_members(text: str, side: str, posture: str) -> None:
    (claim,) = claims(text)
    assert (claim.value.side, claim.value.posture) == (side, posture)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ('"We have eight wounded," army spokesman Col. Abdou Testa said in Ziguinchor, Senegal.', "combatant"),
        ("Azerbaijan's Defence Ministry put its losses at 14 dead.", "combatant"),
        # a doctor's wounded are anybody
        ('"We have eight wounded," Dr. Abdou Testa said in Ziguinchor, Senegal.', "unknown"),
        ("The army in Senegal said it had killed 30 rebels and taken four prisoner.", "combatant"),
        ("Four gang members were killed in Kandahar, Afghanistan.", "combatant"),
        ("Bandits attacked a CRPF camp in Bastar, India, killing 15 CRPF men.", "combatant"),
        ("Raid kills 12\n\nAt least 12 farmers were killed in Kandahar, Afghanistan.", "civilian"),
    ],
)
def test_who_is_told_as_a_forces_own_is_a_fighter(text: str, group: str) -> None:
    assert claims(text)[-1].value.group == group
    assert claims(text)[0].value.group in (group, "combatant")
