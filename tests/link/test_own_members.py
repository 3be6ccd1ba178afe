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
