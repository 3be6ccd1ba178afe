"""Whose spokesman a role without a name is: the body of that kind named last before it."""

from __future__ import annotations

import pytest

from sayso.link import find_mentions
from sayso.link.knowledge_base import Knowledge
from sayso.link.role_bodies import with_body
from sayso.model import Party
from tests.factory import a_document

NONE = Knowledge.load(None)


def voice(text: str, role: str) -> str | None:
    """Whose voice a person of that role has at the end of a text."""
    found = find_mentions(a_document(text), NONE)
    return with_body(Party(name="Ada Venn", kind="person", role=role), len(text), found).speaks_for


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("Kenya's Interior Ministry spoke of an ambush.", "ministry spokesman", "Kenya"),
        ("The Lake Liberation Movement left the town.", "colonel of the movement", "Lake Liberation Movement"),
        (
            "The Hill Liberation Front met the Lake Liberation Movement.",
            "group's spokesman",
            "Lake Liberation Movement",
        ),
        ("Kenya's Interior Ministry spoke of an ambush.", "colonel of the movement", None),
        ("Kenya's Interior Ministry spoke of an ambush.", "farmer", None),
        ("Snow fell.", "ministry spokesman", None),
    ],
)
def test_the_body_named_last(text: str, role: str, expected: str | None) -> None:
    assert voice(text, role) == expected


def test_who_has_a_voice_keeps_it() -> None:
    party = Party(name="Ada Venn", kind="person", role="ministry spokesman", speaks_for="Uganda")
    text = "Kenya's Interior Ministry spoke of an ambush."
    assert with_body(party, len(text), find_mentions(a_document(text), NONE)) is party
