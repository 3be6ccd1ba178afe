"""Spans that the encoder cuts short are completed with words that nobody has, and only with those."""

from __future__ import annotations

from sayso.extract.completion import complete
from sayso.extract.frame import Draft, Frame, Span, Spans
from sayso.extract.joining import join_coordinated, join_torn_sources


def spans(text: str, *words: str) -> Spans:
    return tuple(_span(text, w) for w in words)


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)


def draft(text: str, source: str, cue: str, *content: str) -> Draft:
    return Draft(source=spans(text, source) if source else (), cue=spans(text, cue), content=spans(text, *content))


def content(text: str, *drafts: Draft) -> list[list[str]]:
    return [[text[s:e] for s, e in d.content] for d in complete(Frame.of(text), drafts)]


def test_an_article_alone_is_no_source() -> None:
    text = "The toll is open, but Holt army officers were quoted by local media as saying that four rebels died."
    found = draft(text, "The", "were quoted by", "that four rebels died")
    assert sources(text, found) == [["Holt army officers"]]


def test_the_verb_of_a_clause_without_commas_is_no_part_of_its_source() -> None:
    text = "They condemned the raid which according to press reports left 30 dead and ten hurt."
    found = draft(text, "press reports left 30", "according to", "which")
    assert (sources(text, found), content(text, found)) == ([["press reports"]], [["left 30 dead and ten hurt"]])


def test_content_that_stops_before_the_noun_of_a_possessive_goes_on_to_the_end_of_its_sentence() -> None:
    text = "The front denied the claim saying two of its fighters died and that nine of the attackers fell."
    found = draft(text, "The front", "denied", "the claim saying two of its")
    assert content(text, found) == [["the claim saying two of its fighters died and that nine of the attackers fell"]]


def test_a_count_begins_what_is_said_where_the_comma_is_lost() -> None:
    text = "According to the police at least 40 men from Tolmin died in a raid."
    found = draft(text, "the police at least 40 men from Tolmin", "According to", "died in a raid")
    assert sources(text, found) == [["the police"]]
    assert content(text, found) == [["at least 40 men from Tolmin died in a raid"]]


def test_who_stands_far_behind_a_passive_has_not_told() -> None:
    text = "No deaths were reported in the raid by the guard, which is led by Odo Marent."
    assert sources(text, draft(text, "Odo Marent", "were reported", "No deaths")) == [[]]
    text = "No deaths were reported in the raid by Odo Marent."
    assert sources(text, draft(text, "Odo Marent", "were reported", "No deaths")) == [["Odo Marent"]]


def test_a_quotation_cut_short_is_whole() -> None:
    text = "“We lost nine men. It was a long night,” Holt said."
    assert content(text, draft(text, "Holt", "said", "It was a long night,”")) == [[text.split(" Holt")[0]]]


def test_a_quotation_is_not_taken_from_somebody_else() -> None:
    text = "“We lost nine men. It was a long night,” Holt said."
    other = draft(text, "Holt", "said", "“We lost nine men.")
    assert content(text, other, Draft(content=spans(text, "It was a long night,”")))[1] == ["It was a long night,”"]


def test_a_lost_opening_mark_goes_back_to_the_start_of_the_paragraph() -> None:
    text = "Snow fell.\n\nWe lost nine men. It was a long night,” Holt said."
    assert content(text, draft(text, "Holt", "said", "It was a long night,”")) == [
        ["We lost nine men. It was a long night,”"]
    ]


def test_a_quotation_left_open_in_the_paragraph_before_belongs_to_who_closes_it() -> None:
    text = "“We lost nine men.\n\nIt was a long night,” Holt said."
    assert content(text, draft(text, "Holt", "said", "It was a long night,”")) == [
        ["“We lost nine men.", "It was a long night,”"]
    ]


def test_an_agency_without_its_verb_is_no_content() -> None:
    text = "The mayor said nine died, news agency Sunwire\n\n\nSnow fell."
    assert content(text, draft(text, "The mayor", "said", "nine died, news agency Sunwire")) == [["nine died"]]


def test_stray_words_are_dropped() -> None:
    text = "Nine died, the mayor said, adding nothing. The river froze."
    assert content(text, draft(text, "the mayor", "said", "Nine died", "The")) == [["Nine died"]]


def test_according_to_has_the_source_behind_it() -> None:
    text = "According to Mira Holt, nine died."
    (found,) = complete(Frame.of(text), [draft(text, "", "According to", "nine died")])
    assert [text[s:e] for s, e in found.source] == ["Mira Holt"]


def test_a_name_left_in_the_cue_is_the_source() -> None:
    text = "Nine died, said Sunwire."
    (found,) = complete(Frame.of(text), [draft(text, "", "said Sunwire", "Nine died")])
    assert [text[s:e] for s, e in found.source + found.cue] == ["Sunwire", "said"]


def test_a_second_that_clause_is_the_same_speakers() -> None:
    text = "Holt said that the bridge was gone, and that the mill had no such luck."
    weak = draft(text, "the mill", "had no such luck", "luck")
    joined = join_coordinated(Frame.of(text), [draft(text, "Holt", "said", "that the bridge was gone"), weak])
    assert [[text[s:e] for s, e in d.content] for d in joined] == [
        ["that the bridge was gone, and that the mill had no such luck"]
    ]


def test_a_source_torn_in_two_is_one() -> None:
    text = "The Norlandic government said nine died, the agency reported."
    other = draft(text, "the agency", "reported", "The Norlandic")
    told = draft(text, "government", "said", "nine died")
    joined = join_torn_sources(Frame.of(text), [other, told])
    assert [[text[s:e] for s, e in d.source] for d in joined] == [["The Norlandic government"]]


def test_the_first_of_two_speakers_is_no_content() -> None:
    text = "Nine people died in the strike health officials and witnesses said."
    cut = draft(text, "and witnesses", "said", "Nine people died in the strike health officials")
    (found,) = complete(Frame.of(text), [cut])
    assert [text[s:e] for s, e in found.source + found.content] == [
        "health officials and witnesses",
        "Nine people died in the strike",
    ]


def test_the_first_word_of_a_noun_phrase_is_no_part_of_what_is_said() -> None:
    text = "Nine people died in two attacks, security officials said."
    (found,) = complete(Frame.of(text), [draft(text, "officials", "said", "Nine people died in two attacks")])
    assert [text[s:e] for s, e in found.source] == ["security officials"]


def test_a_conjunction_is_no_part_of_a_noun_phrase() -> None:
    text = "Nine people died in Holt, where officials said the bridge was gone."
    (found,) = complete(Frame.of(text), [draft(text, "officials", "said", "the bridge was gone")])
    assert [text[s:e] for s, e in found.source] == ["officials"]


def test_a_quotation_does_not_run_into_the_next_sentence() -> None:
    text = "“I counted eleven,” Holt said. “It was cold.” Sergeant Holt survived."
    assert content(text, draft(text, "Holt", "said", "“I counted eleven,”", "“It was cold.” Sergeant")) == [
        ["“I counted eleven,”", "“It was cold.”"]
    ]


def test_a_name_between_content_and_cue_is_the_source_where_commas_are_lost() -> None:
    text = "Rockets hit the mill wounding four Rivers Radio said."
    found = complete(Frame.of(text), [draft(text, "", "said", text.removesuffix(" said."))])
    assert [[text[s:e] for s, e in each.source] for each in found] == [["Rivers Radio"]]
    assert [[text[s:e] for s, e in each.content] for each in found] == [["Rockets hit the mill wounding four"]]


def test_a_day_before_the_cue_is_no_source() -> None:
    text = "Rockets hit the mill on Saturday said."
    (found,) = complete(Frame.of(text), [draft(text, "", "said", text.removesuffix(" said."))])
    assert "on Saturday" in text[found.content[0][0] : found.content[0][1]]


def test_a_source_that_is_a_relative_clause_has_what_it_is_about() -> None:
    text = "Nine men died in the raid, said the clerk, who asked not to be named."
    (whole,) = complete(Frame.of(text), [draft(text, "who asked not to be named", "said", "Nine men died in the raid")])
    assert [text[s:e] for s, e in whole.source] == ["the clerk, who asked not to be named"]


def test_a_source_after_according_to_goes_on_through_the_name_to_the_comma() -> None:
    text = "According to the clerk of the unlisted NWF Odo Marent, two men were killed."
    cut = draft(text, "the clerk of the unlisted", "According to", "NWF Odo Marent, two men were killed")
    (whole,) = complete(Frame.of(text), [cut])
    assert [text[s:e] for s, e in whole.source] == ["the clerk of the unlisted NWF Odo Marent"]
    assert [text[s:e] for s, e in whole.content] == ["two men were killed"]


def test_a_dateline_before_a_dash_is_no_speaker() -> None:
    text = "NORHAVEN/KARSK (Sunwire) - Norland said that nine had died."
    (found,) = complete(Frame.of(text), [draft(text, "NORHAVEN/KARSK (Sunwire)", "said", "that nine had died")])
    assert [text[s:e] for s, e in found.source] == ["Norland"]


def test_the_subject_of_the_nearer_clause_speaks() -> None:
    text = "Four soldiers killed in mortar fire as rebels deny breaking the truce"
    (found,) = complete(Frame.of(text), [draft(text, "Four soldiers killed", "deny", "breaking the truce")])
    assert found.source == spans(text, "rebels")


def test_words_out_of_a_bracket_are_no_subject() -> None:
    text = "The army lost a post across the line (LoC) in the Holt sector and said it had lost a man."
    (found,) = complete(Frame.of(text), [draft(text, "", "said", "it had lost a man")])
    assert "LoC" not in "".join(text[slice(*span)] for span in found.source)


def test_a_count_that_no_comma_parts_from_the_speaker_is_no_part_of_its_name() -> None:
    text = "A bomb went off killing six people and wounding 21 state television reported."
    told = draft(text, "21 state television", "reported", "A bomb went off killing six people and wounding")
    (found,) = complete(Frame.of(text), [told])
    assert [text[slice(*span)] for span in (*found.source, *found.content)] == [
        "state television",
        "A bomb went off killing six people and wounding 21",
    ]
    two = draft("Two officials said nine died.", "Two officials", "said", "nine died")
    assert complete(Frame.of("Two officials said nine died."), [two])[0].source == two.source


def test_a_relative_clause_keeps_its_subject_and_the_sentence_its_own() -> None:
    text = "The NWF which the state calls a gang denied that ten had died."
    crossed = [draft(text, "The NWF which", "calls", "a gang"), draft(text, "the state", "denied", "that ten had died")]
    found = complete(Frame.of(text), crossed)
    assert [[text[s:e] for s, e in one.source] for one in found] == [["the state"], ["The NWF"]]


def test_people_behind_the_cue_are_its_source_where_commas_are_lost() -> None:
    text = "Five men died and three were hurt when their lorry hit a mine said the official who asked not to be named."
    cut = Draft(
        cue=((text.index("said"), text.index("said") + 4),),
        content=(
            (text.index("their lorry"), text.index(" said")),
            (text.index("the official"), len(text) - 1),
        ),
        confidence=0.3,
    )
    (found,) = complete(Frame.of(text), [cut])
    assert [text[s:e] for s, e in found.source] == ["the official who asked not to be named"]
    assert text[slice(*found.content[0])].startswith("Five men died")


def sources(text: str, *drafts: Draft) -> list[list[str]]:
    return [[text[s:e] for s, e in d.source] for d in complete(Frame.of(text), drafts)]


def test_a_name_with_a_clause_behind_the_cue_is_the_source_where_commas_are_lost() -> None:
    text = "Two shells fell on the camp said Ada Roe who represents the families there."
    [turned] = complete(Frame.of(text), [draft(text, "", "said", "Ada Roe who represents the families there")])
    assert [text[slice(*span)] for span in (*turned.source, *turned.content)] == [
        "Ada Roe who represents the families there",
        "Two shells fell on the camp",
    ]


def test_who_died_in_a_clause_before_the_verb_is_not_who_speaks() -> None:
    text = "The prefect's office put the toll at six after an old man died in hospital, and said that 15 were hurt."
    assert sources(text, draft(text, "an old man", "said", "that 15 were hurt")) == [["The prefect's office"]]


def test_a_clause_about_the_speaker_is_skipped_where_commas_are_lost() -> None:
    text = "The miller Ada Roe who once served with the ferrymen on the lake said ten died."
    assert sources(text, draft(text, "", "said", "ten died")) == [["The miller Ada Roe"]]


def test_a_clause_about_the_speaker_taken_for_it_gives_way_to_the_name_before_it() -> None:
    text = "The NWF, which the local rebels have sworn to follow, said in a post that its men had killed 30 soldiers."
    told = draft(text, "which the local rebels", "said in a post", "that its men had killed 30 soldiers")
    assert sources(text, told) == [["The NWF"]]


def test_the_subject_of_a_sentence_is_the_source_of_its_participle_with_a_medium() -> None:
    text = "The rescuers who work in the valley gave a higher figure saying on Chirper that 17 bodies had been found."
    assert sources(text, draft(text, "", "saying on Chirper", "that 17 bodies had been found")) == [["The rescuers"]]
