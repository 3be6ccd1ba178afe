"""What holds for every text and any spans: the output is in order, inside the text, and the same each time.

Cues and contents never overlap; sources are shared whole or not at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.attributions import read_attributions
from sayso.extract.noise import find_noise
from sayso.model import Attribution
from tests.factory import a_document


@dataclass(frozen=True)
class Found:
    source: tuple[tuple[int, int], ...] = ()
    cue: tuple[tuple[int, int], ...] = ()
    content: tuple[tuple[int, int], ...] = ()
    confidence: float = 0.9
    shared_source: tuple[tuple[int, int], ...] = ()


def found(text: str, source: str, cue: str, *content: str, confidence: float = 0.9) -> Found:
    def span(words: str) -> tuple[int, int]:
        start = text.index(words)
        return start, start + len(words)

    return Found((span(source),) if source else (), (span(cue),) if cue else (), tuple(map(span, content)), confidence)


def read(text: str, *spans: Found) -> tuple[Attribution, ...]:
    document = replace(a_document(text), noise=find_noise(text))
    return read_attributions(document, spans)


FRAGMENTS = """The army| said| that| ten| died|. |, |\n\n|“|”|"|it denied| (embedded content removed)
| news agency Sun|: monitor|’s claim that|\u2028|\U0001f525|says| Mira Holt|According to |, calling it “|who |and that
| blamed each other of"""
PIECES = st.sampled_from(re.split(r"\n?\|", FRAGMENTS))
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[Found]]:
    text = draw(TEXTS)
    offset = st.integers(min_value=-3, max_value=len(text) + 3)
    spans = st.lists(st.tuples(offset, offset), max_size=3).map(tuple)
    return text, draw(st.lists(st.builds(Found, spans, spans, spans, st.floats(0, 1), spans), max_size=5))


@settings(max_examples=300, deadline=None)
@given(texts_with_spans())
def test_no_code_point_is_in_two_attributions_but_for_shared_sources(given_: tuple[str, list[Found]]) -> None:
    text, spans = given_
    attributions = read(text, *spans)
    sources = {(e.start, e.end) for a in attributions for e in a.source}
    taken = sorted([*sources, *((e.start, e.end) for a in attributions for e in a.cue + a.content)])
    assert all(left[1] <= right[0] for left, right in pairwise(taken))
    assert len({a.id for a in attributions}) == len(attributions)
    assert attributions == read(text, *spans)


def test_a_source_may_be_shared() -> None:
    text = "The army said it had won, adding that snow fell."
    first, second = found(text, "The army", "said", "it had won"), found(text, "", "adding", "that snow fell")
    shared = replace(second, shared_source=first.source)
    assert [a.source[0].exact for a in read(text, first, shared)] == ["The army", "The army"]


def test_attributions_come_in_text_order() -> None:
    text = "The army said it won. The rebels said it lost."
    first, second = found(text, "The army", "said", "it won"), found(text, "The rebels", "rebels said", "it lost")
    assert [a.content[0].exact for a in read(text, second, first)] == ["it won", "it lost"]


def test_the_surer_of_two_overlapping_finds_has_the_words() -> None:
    text = "The army said on Monday that it had won."
    sure = found(text, "The army", "said", "that it had won", confidence=0.9)
    doubtful = found(text, "", "had", "it had won", confidence=0.2)
    assert [a.source[0].exact for a in read(text, doubtful, sure)] == ["The army"]


@pytest.mark.parametrize(
    ("text", "content", "form"),
    [
        ("“We won,” the army said.", "“We won,”", "direct"),
        ("The army said it had won.", "it had won", "indirect"),
        ("The army said it had “won the day.”", "it had “won the day.”", "mixed"),
        ("We won,” the army said.", "We won,”", "direct"),
        ('"We won," the army said.', '"We won,"', "direct"),
    ],
)
def test_form_is_told_by_the_marks(text: str, content: str, form: str) -> None:
    source = "The army" if "The army" in text else "the army"
    assert [a.form for a in read(text, found(text, source, "said", content))] == [form]


def test_content_does_not_run_into_the_next_paragraph_unless_quoted() -> None:
    text = "The army said it had won.\n\nSnow fell on the pass."
    (attribution,) = read(text, found(text, "The army", "said", "it had won.\n\nSnow fell"))
    assert [c.exact for c in attribution.content] == ["it had won."]
    text = "“We won.\n\n“It is over,” the army said."
    (attribution,) = read(text, found(text, "the army", "said", "“We won.\n\n“It is over,”"))
    assert [c.exact for c in attribution.content] == ["“We won.", "“It is over,”"]


def test_a_span_that_ends_inside_a_word_is_made_whole() -> None:
    text = "The army said it had won."
    (attribution,) = read(text, found(text, "The arm", "said", "t had wo"))
    assert attribution.source[0].exact == "The army"
    assert attribution.content[0].exact == "it had won"


def test_a_removed_embed_is_no_content() -> None:
    text = "The army said it had won (embedded content removed) and left."
    (attribution,) = read(text, found(text, "The army", "said", "it had won (embedded content removed) and left"))
    assert [c.exact for c in attribution.content] == ["it had won", "and left"]


def test_a_harm_claimed_inside_a_denial_is_the_claimants() -> None:
    text = "The ministry denied the rebels' claim that ten soldiers were killed."
    denial, claim = read(text, found(text, "The ministry", "denied", "the rebels' claim that ten soldiers were killed"))
    assert (denial.stance, denial.content) == ("denies", ())
    assert claim.source[0].exact == "rebels"
    assert claim.content[0].exact == "that ten soldiers were killed"
    text = "The ministry denied the rebels' claim that talks had failed."
    assert len(read(text, found(text, "The ministry", "denied", "the rebels' claim that talks had failed"))) == 1


def test_confidence_is_passed_through() -> None:
    text = "The army said it had won."
    assert [a.confidence for a in read(text, found(text, "The army", "said", "it had won", confidence=0.42))] == [0.42]


@pytest.mark.parametrize("cue", ["claimed", "has now claimed"])
def test_lives_that_a_fight_claims_are_no_claim(cue: str) -> None:
    text = f"The fight for Oldbridge {cue} 68 lives."
    assert read(text, found(text, "The fight for Oldbridge", cue, "68 lives")) == ()
    text = f"The mayor of Oldbridge {cue} that 68 had died."
    assert len(read(text, found(text, "The mayor of Oldbridge", cue, "that 68 had died"))) == 1


def test_the_end_of_a_headline_is_no_content_of_the_next_paragraph() -> None:
    text = "Rockets hit a mill: monitor\n\nRockets hit a mill on Monday, the Hollis Monitor said."
    headline, told = read(text, found(text, "the Hollis Monitor", "said", "monitor", "Rockets hit a mill on Monday"))
    assert [[each.exact for each in one.source] for one in (headline, told)] == [["monitor"], ["the Hollis Monitor"]]
    assert [each.exact for each in told.content] == ["Rockets hit a mill on Monday"]


@pytest.mark.parametrize(("source", "number"), [("", 0), ("The mayor", 1)])
def test_a_forecast_of_nobody_is_no_attribution(source: str, number: int) -> None:
    text = f"{source or 'The road'} is expected on the pass."
    assert len(read(text, found(text, source, "is expected", "on the pass"))) == number


@pytest.mark.parametrize(
    ("text", "source", "kept"),
    [
        ("I said that ten had died.", "I", ["I"]),
        # a letter of another word
        ("In a note e-mailed today the clerks said that ten had died.", "e", []),
    ],
)
def test_what_may_speak(text: str, source: str, kept: list[str]) -> None:
    start = text.index(f"{source}-") if f"{source}-" in text else text.index(source)
    told = replace(found(text, "", "said", "that ten had died"), source=((start, start + len(source)),))
    sources = [piece.exact for attribution in read(text, told) for piece in attribution.source]
    assert [words for words in sources if words == source] == kept


def test_an_adverb_behind_the_speaker_is_no_part_of_the_name() -> None:
    text = "The Tarsk army for its part claimed that over 150 men had died."
    (attribution,) = read(text, found(text, "The Tarsk army for its part", "claimed", "that over 150 men had died"))
    assert [piece.exact for piece in attribution.source] == ["The Tarsk army"]


def test_a_statement_sent_to_reporters_opens_the_sentence_of_its_sender() -> None:
    text = "In a statement e-mailed to journalists their press office said three had died."
    start = text.index("e-")
    cut = replace(found(text, "", "said", "three had died"), source=((start, start + 2),))
    (attribution,) = read(text, cut)
    assert [piece.exact for piece in attribution.source] == ["their press office"]


def test_a_name_that_was_taken_for_the_cue_is_the_speaker() -> None:
    text = "Colonel Ada Roe told reporters that 33 soldiers had been wounded."
    (attribution,) = read(text, found(text, "Colonel", "Ada", "33 soldiers had been wounded"))
    assert [piece.exact for piece in (*attribution.source, *attribution.cue)] == ["Colonel Ada Roe", "told"]


def test_a_participle_puts_a_figure() -> None:
    text = "A spokesman, Ada Roe, denied this, putting the dead of his side at three."
    attributions = read(text, found(text, "A spokesman, Ada Roe,", "denied", "this"))
    assert [piece.exact for a in attributions for piece in a.content] == ["this", "the dead of his side at three"]
