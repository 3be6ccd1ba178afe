from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.knowledge_base import Knowledge
from sayso.link.lexicon import Alias, Entry, Lexicon, fold, in_capitals, key_of, split_words

KNOWLEDGE = Knowledge.load(None)


class TestWords:
    def test_offsets_are_the_texts_own(self) -> None:
        text = "İlham  «Əliyev», d'Ivoire—x"
        assert [text[w.start : w.end] for w in split_words(text)] == ["İlham", "Əliyev", "d", "Ivoire", "x"]

    def test_folding_drops_case_and_diacritics(self) -> None:
        assert fold("Erdoğan") == "erdogan"
        assert key_of("Côte d'Ivoire") == "cote d ivoire"

    def test_no_name_runs_on_over_the_end_of_a_sentence(self) -> None:
        text = "They met in Sri. Lanka was named, and Sri Lanka too."
        words = split_words(text)
        assert [words[first].start for first, _, _ in KNOWLEDGE.names_in(words)] == [text.rindex("Sri Lanka")]

    @given(st.text(max_size=200))
    def test_every_word_is_a_stretch_of_the_text_in_order(self, text: str) -> None:
        words = split_words(text)
        assert all(text[word.start : word.end] == word.text for word in words)
        assert all(one.end <= other.start for one, other in pairwise(words))

    def test_text_in_capitals_is_told(self) -> None:
        assert in_capitals("THE ARMY SAID NOTHING.")
        assert not in_capitals("The UN and the AU said nothing.")
        assert not in_capitals("")


class TestLexicon:
    LAKE = Entry(name="Lake Guard", kind="group", sort="group")
    OTHER = Entry(name="Other", kind="group", sort="group")

    def lexicon(self) -> Lexicon:
        return Lexicon(
            {
                "lake": Alias(self.OTHER, "name", "Lake", False),
                "lake guard": Alias(self.LAKE, "name", "Lake Guard", False),
            }
        )

    def found(self, lexicon: Lexicon, text: str) -> list[str]:
        words = split_words(text)
        return [match[1].entry.name for at in range(len(words)) if (match := lexicon.match(words, at)) is not None]

    def test_the_longest_name_wins(self) -> None:
        assert self.found(self.lexicon(), "The Lake Guard left.") == ["Lake Guard"]

    @pytest.mark.parametrize("text", ["the lake guard left", "the lake", "Lakes"])
    def test_names_are_written_with_capitals_and_in_full(self, text: str) -> None:
        assert self.found(self.lexicon(), text) == []

    def test_later_names_win_and_leave_the_first_lexicon_alone(self) -> None:
        first = self.lexicon()
        second = first.with_table({"lake guard": Alias(self.OTHER, "name", "Lake Guard", False)})
        assert self.found(second, "Lake Guard") == ["Other"]
        assert self.found(first, "Lake Guard") == ["Lake Guard"]

    def test_acronyms_that_are_words_are_matched_letter_by_letter(self) -> None:
        lexicon = Lexicon({"is": Alias(self.LAKE, "name", "IS", True)})
        assert self.found(lexicon, "IS is") == ["Lake Guard"]
