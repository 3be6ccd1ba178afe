"""Denials by the words that show them: who denies, what is denied, and what is none."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.clauses import Sentences, words_of
from sayso.extract.denials import CUE_WORDS, DenialWords, find_denial_words


@dataclass(frozen=True, kw_only=True)
class Shown:
    text: str
    denier: str | None
    object: str | None
    of: str = "statement"
    pointing: bool = False


def denials(text: str) -> list[DenialWords]:
    return find_denial_words(text, words_of(text, CUE_WORDS), Sentences.of(text))


def cut(text: str, span: tuple[int, int] | None) -> str | None:
    return text[span[0] : span[1]] if span else None


VERBAL = (
    Shown(
        text="The ministry in Port Loya denied the rebels' claim.",
        denier="The ministry in Port Loya",
        object="the rebels' claim",
    ),
    Shown(
        text="THE GUARD REPEATEDLY DENIED THE FRONT'S CLAIM.",
        denier="THE GUARD",
        object="THE FRONT'S CLAIM",
    ),
    Shown(
        text="The front said the house was destroyed by a missile and called the army's account a lie.",
        denier="The front",
        object="the army's account",
    ),
    Shown(text="But the marshal refuted this.", denier="the marshal", object="this", pointing=True),
    Shown(
        text="On Monday Colonel Ada Venn, a spokeswoman for the guard, rejected the report as baseless.",
        denier="Colonel Ada Venn, a spokeswoman for the guard",
        object="the report as baseless",
        pointing=True,
    ),
    Shown(
        text="The front said it took the bridge, an assertion the army has denied.",
        denier="the army",
        object="an assertion",
        pointing=True,
    ),
    Shown(
        text="The Harbour Council, as the clique that rules here calls itself, denied the claim.",
        denier="The Harbour Council",
        object="the claim",
        pointing=True,
    ),
    Shown(
        text="The count was disputed by the harbour police.",
        denier="the harbour police",
        object="The count",
        pointing=True,
    ),
    Shown(
        text="The guard called “fictitious” the front's account of the raid.",
        denier="The guard",
        object="the front's account of the raid",
    ),
    Shown(
        text="The governor, however, denied any loss of life.",
        denier="The governor",
        object="any loss of life",
        of="harm",
    ),
    Shown(
        text="Police junk the rebel claim of killing twelve.",
        denier="Police",
        object="the rebel claim of killing twelve",
    ),
    Shown(
        text="The guard held the pass, a claim that Venn described as 'an absolute lie'.",
        denier="Venn",
        object="a claim that",
        pointing=True,
    ),
    Shown(
        text='The spokesman called that "a distortion".',
        denier="The spokesman",
        object="that",
        pointing=True,
    ),
    Shown(
        text="The junta denied that any villager was harmed.",
        denier="The junta",
        object="that any villager was harmed",
        of="harm",
    ),
    Shown(
        text="The junta denies having shelled the market.",
        denier="The junta",
        object="having shelled the market",
        of="responsibility",
    ),
    Shown(
        text='"We held the ridge," Venn said, disputing the front\'s version.',
        denier="Venn",
        object="the front's version",
    ),
    Shown(
        text="The front said it had killed forty, a figure that the junta called a fantasy.",
        denier="the junta",
        object="a figure that",
        pointing=True,
    ),
    Shown(
        text="Papers put the dead at 70; the junta described them as wild imagination.",
        denier="the junta",
        object="them as",
        pointing=True,
    ),
    Shown(
        text="The report was dismissed as nonsense by the guard.",
        denier="the guard",
        object="The report",
        pointing=True,
    ),
    Shown(
        text="The guard on Friday rejected as a “figment of imagination” a claim by the front that it had fled.",
        denier="The guard",
        object="a claim by the front that it had fled",
    ),
    Shown(
        text="Venn shrugged off the statement.",
        denier="Venn",
        object="the statement",
        pointing=True,
    ),
    Shown(
        text="In a later statement his office denied that police had been on the quay.",
        denier="his office",
        object="that police had been on the quay",
    ),
    Shown(
        text="The front blamed the junta, something the junta has always denied.",
        denier="the junta",
        object="something",
        pointing=True,
    ),
    Shown(
        text="The mayor rejected that explanation.",
        denier="The mayor",
        object="that explanation",
        pointing=True,
    ),
    Shown(
        text="Port Loya handed over nine bodies on Friday and denied the junta's charge that some had been beaten.",
        denier="Port Loya",
        object="the junta's charge that some had been beaten",
    ),
    Shown(
        text="The guard said it could not vouch for the list and the junta disputed it.",
        denier="the junta",
        object="it",
        pointing=True,
    ),
    Shown(
        text="The militia, which claims to defend farmers in the hills, denied the charge.",
        denier="The militia",
        object="the charge",
        pointing=True,
    ),
    Shown(
        text="The junta confirmed two deaths and denied the front's larger figure.",
        denier="The junta",
        object="the front's larger figure",
    ),
)


@pytest.mark.parametrize("shown", VERBAL, ids=lambda shown: shown.text[:40])
def test_verb_of_denial(shown: Shown) -> None:
    (found,) = denials(shown.text)
    assert (cut(shown.text, found.denier), cut(shown.text, found.object)) == (shown.denier, shown.object)
    assert (found.of, found.pointing, found.by_content) == (shown.of, shown.pointing, False)


BY_CONTENT = (
    ("The guard said the front's claim was a complete fabrication.", "The guard", "the front's claim"),
    (
        "“The report about the ferry is a cheap lie,” said Major Ilo Brandt.",
        "Major Ilo Brandt",
        "The report about the ferry",
    ),
)


@pytest.mark.parametrize(("text", "denier", "object_"), BY_CONTENT)
def test_statement_said_to_be_untrue(text: str, denier: str, object_: str) -> None:
    (found,) = denials(text)
    assert (cut(text, found.denier), cut(text, found.object)) == (denier, object_)
    assert found.by_content
    assert not found.implicit


SAID_SO = (
    ('"None of this is true," said Colonel Ada Venn.', "Colonel Ada Venn"),
    ("The mayor counted one body. Not so, said the guard.", "the guard"),
    ("“Lies,” Venn said.", "Venn"),
    ("The junta said it did not recognise the front's figures.", "The junta"),
    ("Front officials said that they did not believe him.", "Front officials"),
)


@pytest.mark.parametrize(("text", "denier"), SAID_SO)
def test_what_was_said_is_called_untrue(text: str, denier: str) -> None:
    (found,) = denials(text)
    assert cut(text, found.denier) == denier
    assert found.by_content
    assert not found.implicit


@pytest.mark.parametrize(
    "text",
    [
        "The front said it had nothing to do with the fire at the depot.",
        "The front said it had ordered no such attack.",
        "The junta said it had never targeted a farmer.",
        '"There was no attack by the guard," the mayor said.',
        '"The guard does not execute anyone," the prosecutor said.',
        "The massacre never happened, the junta said.",
    ],
)
def test_denial_of_the_deed_alone_is_implicit(text: str) -> None:
    (found,) = denials(text)
    assert found.implicit


def test_no_evidence_of_a_harm_is_a_denial() -> None:
    text = '"We have no evidence at this time that any civilian was killed in Port Loya", Colonel Ada Venn said.'
    (found,) = denials(text)
    assert (found.by_content, found.implicit) == (True, False)
    assert cut(text, found.denier) == "Colonel Ada Venn"


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        ("Marshal Venn dismissed the report as “invention” and denied that any guard was held.", "Marshal Venn"),
        ('The governor denied that his men had fired and called the union\'s account "a lie".', "The governor"),
        ("The station said that only two had fallen, and rejected the army's figure.", "The station"),
    ],
)
def test_who_goes_on_after_what_was_told(text: str, denier: str) -> None:
    assert [cut(text, denial.denier) for denial in denials(text)][-1] == denier


def test_figures_that_do_not_match_are_denied() -> None:
    text = '"The numbers published by the port clinic do not match what we know," said Marshal Venn.'
    (denial,) = denials(text)
    assert cut(text, denial.object) == "The numbers published by the port clinic do not match what we know"
    assert cut(text, denial.denier) == "Marshal Venn"


def test_nominal_denial() -> None:
    text = "Despite repeated denials by the harbour police, families kept asking."
    (found,) = denials(text)
    assert cut(text, found.denier) == "the harbour police"
    assert found.object is None


@pytest.mark.parametrize(
    "text",
    [
        "The junta denied the doctors entry to the camp.",
        "The front rejected a call for talks.",
        "Nobody could confirm or deny the account.",
        "The ministry neither confirmed nor denied it.",
        "The town lies in a disputed border strip.",
        "He was denied bail on Friday.",
        "She dismissed two generals.",
        "They called the garrison and described the false bottom of the crate.",
        "It is true that rumours spread.",
        "The army vowed to deny the front any victory.",
        "The mayor did not accept the offer.",
        "The front agreed, and so did the junta.",
        "She could not believe it.",
        "He sold junk by the road.",
        "The scholars found no evidence that the bridge was older.",
        "The shock dispelled the calm of the town.",
    ],
)
def test_refusals_and_descriptions_are_no_denials(text: str) -> None:
    assert denials(text) == []


def test_a_denial_that_carries_on_counts_once() -> None:
    assert len(denials("The guard refuted this, saying it is far from the truth.")) == 1


@given(st.text(max_size=200))
def test_any_text_passes(text: str) -> None:
    for found in denials(text):
        assert 0 <= found.shown[0] < found.shown[1] <= len(text)


@given(
    st.lists(
        st.sampled_from(
            [
                "The guard",
                "denied",
                "the claim",
                "by",
                "was",
                "false",
                ",",
                ".",
                "“",
                "”",
                "\n\n",
                "that",
                "and",
                "said",
                "no",
                "truth",
            ]
        ),
        max_size=25,
    )
)
def test_any_order_of_cue_words_passes(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for found in denials(text):
        spans = (found.shown, found.cue, found.denier, found.object)
        assert all(0 <= span[0] <= span[1] <= len(text) for span in spans if span)
