from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.attribution.decode import (
    Decoded,
    Settings,
    best_paths,
    decode,
    label_runs,
    logistic,
    split_at_paragraphs,
)
from sayso.extract.attribution.pairs import Run, pair_tables
from sayso.extract.attribution.scores import Candidate, cue_runs
from sayso.extract.attribution.words import Words, split_words

PLAIN = Settings(threshold=0.4, weights=(1.0, 0.0, 0.0, 0.0, 0.0, 0.0))
LETTERS = {"O": 0, "S": 1, "s": 2, "C": 3, "c": 4}


def candidate(cue: Run, labels: str, real: float = 0.9, sure: float = 0.9) -> Candidate:
    """A candidate whose likeliest label of each word is spelt by a letter."""
    roles = np.full((len(labels), 5), (1 - sure) / 4, dtype=np.float32)
    roles[np.arange(len(labels)), [LETTERS[c] for c in labels]] = sure
    return Candidate(cue, chance=real, real=real, offset=0, roles=roles)


def said(text: str, *candidates: Candidate) -> list[tuple[str, str, str]]:
    words = split_words(text)
    return [(of(words, d.source), of(words, (d.cue,)), of(words, d.content)) for d in decode(candidates, words, PLAIN)]


def of(words: Words, runs: tuple[Run, ...]) -> str:
    return " | ".join(" ".join(words.surfaces[s:e]) for s, e in runs)


def test_source_cue_and_content() -> None:
    assert said("Mayor Ito said the bridge is shut", candidate((2, 3), "SsOCccc")) == [
        ("Mayor Ito", "said", "the bridge is shut")
    ]


def test_content_may_be_in_two_parts() -> None:
    assert said('"No" , she said , "never"', candidate((5, 6), "CccOSOOCcc")) == [("she", "said", '" No " | " never "')]


def test_an_inside_label_never_starts_a_span() -> None:
    (decoded,) = decode([candidate((1, 2), "SOOcc", sure=0.5)], split_words("Ito said maybe it rains"), PLAIN)
    assert decoded.content
    path = best_paths([np.log(candidate((1, 2), "sOOOc").roles)])[0].tolist()
    assert all(
        label not in (2, 4) or before in (label, label - 1) for before, label in zip([0, *path], path, strict=False)
    )


def test_the_more_confident_of_two_has_the_words_both_want() -> None:
    strong, weak = candidate((1, 2), "SOCcccc", real=0.9), candidate((4, 5), "OOOSOCc", real=0.6)
    assert said("Ito said that Bela denied the claim", weak, strong) == [("Ito", "said", "that Bela denied the claim")]


def test_two_speakers_of_one_sentence_stay_two() -> None:
    text = "Ito said two fell while Bela denied it"
    first, second = candidate((1, 2), "SOCcOOOO"), candidate((6, 7), "OOOOOSOC")
    assert said(text, first, second) == [("Ito", "said", "two fell"), ("Bela", "denied", "it")]


def test_a_source_that_neighbours_share_is_told_apart() -> None:
    text = "Ito said it rains , adding more follows"
    first, second = candidate((1, 2), "SOCcOOOO"), candidate((5, 6), "SOOOOOCc", real=0.8)
    decoded = decode([first, second], split_words(text), PLAIN)
    assert [(d.source, d.shared) for d in decoded] == [(((0, 1),), ()), ((), ((0, 1),))]


def test_words_lost_to_another_leave_the_rest() -> None:
    strong, weak = candidate((1, 2), "SOCcOO", real=0.95), candidate((5, 6), "OOCccO", real=0.8)
    decoded = decode([strong, weak], split_words("Ito said it rains today warned"), PLAIN)
    assert [d.content for d in decoded] == [((2, 4),), ((4, 5),)]


def test_only_one_source_is_kept() -> None:
    (decoded,) = decode([candidate((2, 3), "SSOCc")], split_words("Ito Bela said it rains"), PLAIN)
    assert len(decoded.source) == 1


def test_a_candidate_without_content_or_confidence_is_dropped() -> None:
    assert said("Ito said so", candidate((1, 2), "SOO")) == []
    assert said("Ito said so", candidate((1, 2), "SOC", real=0.2)) == []


def test_content_stays_in_the_paragraph_of_its_cue() -> None:
    text = "Ito said it rains\n\nThe shops are open"
    assert said(text, candidate((1, 2), "SOCccccc")) == [("Ito", "said", "it rains")]


@pytest.mark.parametrize("text", ["Ito said :\n\n“ It rains ”", "Ito said :\n\nIt rains here now"])
def test_content_runs_on_where_it_is_quoted_or_announced(text: str) -> None:
    ((_, _, content),) = said(text, candidate((1, 2), "SOOCccc"))
    assert "It rains" in content


def test_runs_and_paragraphs() -> None:
    assert label_runs([0, 1, 2, 3, 3, 4], 10) == {1: [(11, 13)], 3: [(13, 14), (14, 16)]}
    assert split_at_paragraphs((0, 4), split_words("a b\n\nc d")) == [(0, 2), (2, 4)]


def test_cue_runs_part_where_a_new_cue_begins() -> None:
    begin, inside, none = [0.1, 0.8, 0.1], [0.1, 0.1, 0.8], [0.9, 0.05, 0.05]
    assert cue_runs(np.array([begin, inside, begin, none, inside]), 0.5) == [(0, 2), (2, 3), (4, 5)]


def test_pair_tables() -> None:
    tables = pair_tables([(1, 3), (4, 5)], [0, 0, 0, 1, 1, 1])
    assert tables.pool[0].tolist() == [0, 0.5, 0.5, 0, 0, 0]
    assert tables.tags[0].tolist() == [0, 1, 1, 0, 2, 0]
    assert tables.steps[1].tolist() == [1, 1, 1, 2, 2, 2]
    assert tables.near[0].tolist() == [12, 13, 13, 14, 15, 16]


def test_confidence_is_bounded() -> None:
    assert 0 < logistic((1e9, 0.0), (1.0, 0.0, 0.0)) <= 1
    assert 0 <= logistic((-1e9, 0.0), (1.0, 0.0, 0.0)) < 1


@given(st.lists(st.tuples(st.integers(0, 9), st.text("OSsCc", min_size=10, max_size=10), st.floats(0, 1)), max_size=6))
def test_no_word_is_in_two_attributions(rows: list[tuple[int, str, float]]) -> None:
    words = split_words("one two six ten\n\n“ big ” red sun set")
    candidates = [candidate((at, at + 1), labels, real) for at, labels, real in rows]
    taken = [w for d in decode(candidates, words, Settings()) for w in words_of(d)]
    assert len(taken) == len(set(taken))
    assert all(0 <= w < len(words) for w in taken)


def words_of(decoded: Decoded) -> list[int]:
    return [w for s, e in (*decoded.source, decoded.cue, *decoded.content) for w in range(s, e)]
