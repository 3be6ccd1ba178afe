"""Who is cited in an aside, and what the sentence's own verb tells."""

from __future__ import annotations

import pytest

from sayso.extract.cited_asides import mend_cited_asides
from sayso.extract.frame import Draft, Frame, Span


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Norlandic channels, quoting a doctor in Orsk, spoke of 11 wounded.",
            ("Norlandic channels", "spoke of", "11 wounded"),
        ),
        ("The Banner, citing villagers, put the toll at six.", ("The Banner", "put", "the toll at six")),
    ],
)
def test_what_the_sentences_own_verb_tells(text: str, told: tuple[str, str, str]) -> None:
    verb = "citing" if "citing" in text else "quoting"
    aside = Draft(source=((0, 3),), cue=(_span(text, verb),), content=(_span(text, told[2]),))
    rest = Draft(cue=(_span(text, told[1]),), content=(_span(text, told[2]),))
    (mended,) = mend_cited_asides(Frame.of(text), [aside, rest])
    assert tuple(text[slice(*span)] for span in mended.spans()) == told


@pytest.mark.parametrize(
    "text",
    [
        "Six died in Orsk, The Banner said, quoting villagers.",
        "The Banner, quoting villagers, has closed.",
    ],
)
def test_an_aside_without_a_verb_behind_it_stays(text: str) -> None:
    draft = Draft(cue=(_span(text, "quoting"),), content=(_span(text, "villagers"),))
    assert mend_cited_asides(Frame.of(text), [draft]) == [draft]
