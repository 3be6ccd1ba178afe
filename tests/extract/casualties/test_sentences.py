"""Own sentences: what the reader finds in each, against what a careful person finds."""

from __future__ import annotations

import pytest

from sayso.claims import CasualtyClaim
from sayso.extract.casualties import find_casualties
from sayso.extract.names import NoNames
from sayso.model import Document
from tests.extract.casualties.sentences import SENTENCES

#: Sentences that are still read wrongly, with the reason.
KNOWN: dict[str, str] = {}


def found(text: str) -> list[str]:
    document = Document(id="s", name="s", text=text, text_digest="s")
    return sorted(written(claim) for claim in find_casualties(document, (), NoNames()).claims)


def written(claim: CasualtyClaim) -> str:
    value = claim.value
    number = {
        "exact": f"{value.low}",
        "at_least": f"{value.low}+",
        "at_most": f"-{value.high}",
        "about": f"~{value.low}",
        "range": f"{value.low}..{value.high}",
        "vague": "?",
    }[value.modality]
    group = {"unknown": "u", "civilian": "c", "combatant": "x", "mixed": "m"}[value.group]
    marks = ["deny"] * (claim.polarity == "deny") + ["possible"] * (claim.certainty == "possible")
    return " ".join([value.effect, number, group, *marks, *["background"] * claim.background])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(text, wanted, marks=pytest.mark.xfail(reason=KNOWN[text])) if text in KNOWN else (text, wanted)
        for text, wanted in SENTENCES
    ],
)
def test_figures_of_a_sentence(text: str, expected: str) -> None:
    assert found(text) == sorted(part.strip() for part in expected.split(";") if part.strip())
