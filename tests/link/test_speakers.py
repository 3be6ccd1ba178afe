"""Speakers on hand-made spans: what a name, a role, a pronoun and a relay stand for, and what stays open."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.link import find_mentions
from sayso.link.antecedents import fits_body
from sayso.link.knowledge_base import Knowledge
from sayso.link.mentions import Mentions, PartyMention
from sayso.link.speakers import resolve_attributions
from sayso.link.text_frame import TextFrame
from sayso.model import Attribution, Document, Evidence, Party, digest
from tests.factory import a_document
from tests.invented import mentions_of

KNOWLEDGE = Knowledge.load(None)


def attributed(document: Document, *rows: tuple[str, str, str]) -> list[Attribution]:
    """Attributions of (source, cue, content), each looked for after the one before."""
    made: list[Attribution] = []
    at = 0
    for row in rows:
        start = _told(document.text, row, at)
        start = min(start, document.text.index(row[2], at)) if row[2] else start
        told = _told(document.text, row, at)
        spans = [_after(document, words, told if n < 2 else start) for n, words in enumerate(row)]
        made.append(
            Attribution(
                id=digest(*row, start),
                source=(spans[0],) if spans[0] else (),
                cue=(spans[1],) if spans[1] else (),
                content=(spans[2],) if spans[2] else (),
                form="indirect",
            )
        )
        at = max(s.end for s in spans if s)
    return made


def _told(text: str, row: tuple[str, str, str], at: int) -> int:
    """Where source and cue stand together, else the first of them."""
    together = text.find(" ".join(words for words in row[:2] if words), at)
    return together if together >= 0 else text.index(row[0] or row[1] or row[2], at)


def _after(document: Document, words: str, start: int) -> Evidence | None:
    if not words:
        return None
    at = document.text.index(words, start)
    return document.evidence(at, at + len(words))


def resolve(text: str, *rows: tuple[str, str, str]) -> tuple[Attribution, ...]:
    document = a_document(text, published=date(2021, 3, 4))
    return resolve_attributions(document, attributed(document, *rows), mentions_of(document), KNOWLEDGE)


def names(text: str, *rows: tuple[str, str, str]) -> list[str | None]:
    return [a.speaker.name if a.speaker else None for a in resolve(text, *rows)]


def test_a_pronoun_is_the_last_person_who_spoke() -> None:
    text = "Colonel Odo Marent said it was over. The ministry was silent. He added that two had died."
    rows = ("Colonel Odo Marent", "said", "it was over"), ("He", "added", "that two had died")
    assert names(text, *rows) == ["Odo Marent", "Odo Marent"]


def test_a_pronoun_does_not_stand_for_somebody_of_the_other_gender() -> None:
    text = "Mayor Ilse Korvan met spokesman Odo Marent. She said that it was over. He said that it was not."
    rows = ("She", "said", "that it was over"), ("He", "said", "that it was not")
    assert names(text, *rows)[1] == "Odo Marent"


def test_they_are_several_and_it_is_a_body() -> None:
    text = "Residents said it began at noon. The Hollis Institute said it was later. They said a mill burned. "
    text += "It said two did."
    rows = (
        ("Residents", "said", "it began at noon"),
        ("The Hollis Institute", "said", "it was later"),
        ("They", "said", "a mill burned"),
        ("It", "said", "two did"),
    )
    assert names(text, *rows) == ["Residents", "Hollis Institute", "Residents", "Hollis Institute"]


def test_a_surname_has_the_role_of_the_full_name() -> None:
    text = "Mira Holt, aide to the Norlandic president, was there. Holt said it was over."
    (attribution,) = resolve(text, ("Holt", "said", "it was over"))
    assert attribution.speaker is not None
    assert attribution.speaker.names()[:2] == ("Mira Holt", "aide to the Norlandic president")
    assert attribution.speaker.speaks_for == "Norland"


def test_a_spokesman_named_in_the_next_sentence_is_the_one_who_spoke() -> None:
    text = "A spokesman for the Norlandic army gave a toll. “Nine men fell,” Odo Marent said."
    rows = ("A spokesman for the Norlandic army", "gave", "a toll"), ("Odo Marent", "said", "“Nine men fell,”")
    spokesman = resolve(text, *rows)[1].speaker
    assert spokesman is not None
    assert (spokesman.name, spokesman.speaks_for) == ("Odo Marent", "Norland")


def test_nobody_who_is_said_not_to_have_spoken_speaks_later() -> None:
    text = "A clerk told of nine dead; no group had claimed the raid. He said it was over."
    rows = ("A clerk", "told", "of nine dead"), ("no group", "claimed", "the raid"), ("He", "said", "it was over")
    assert names(text, *rows) == ["clerk", None, "clerk"]


def test_its_spokesman_is_of_the_state_that_spoke_last() -> None:
    text = "Norland denied it. Its spokesman Odo Marent said that nine were hurt."
    rows = ("Norland", "denied", "it"), ("Its spokesman Odo Marent", "said", "that nine were hurt")
    speaker = resolve(text, *rows)[1].speaker
    assert speaker is not None
    assert (speaker.name, speaker.speaks_for) == ("Odo Marent", "Norland")


def test_an_expert_speaks_for_nobody() -> None:
    text = "Norlandic expert Mira Holt said it was over."
    (attribution,) = resolve(text, ("Norlandic expert Mira Holt", "said", "it was over"))
    assert attribution.speaker is not None
    assert (attribution.speaker.speaks_for, attribution.speaker.side) == (None, "Norland")


def test_two_of_one_surname_stay_open_with_the_reason() -> None:
    text = "Minister Karl Ostin and general Petr Ostin were there. Ostin said it was over."
    (attribution,) = resolve(text, ("Ostin", "said", "it was over"))
    assert attribution.speaker is None
    assert "Ostin" in attribution.unresolved["speaker"]


def test_the_ministry_is_the_one_that_spoke_last() -> None:
    text = "The Norlandic Defence Ministry said it was over. The ministry added that two had died."
    rows = ("The Norlandic Defence Ministry", "said", "it was over"), ("The ministry", "added", "that two had died")
    assert names(text, *rows) == ["Norlandic Defence Ministry"] * 2


def test_a_body_that_nothing_names_stays_open() -> None:
    text = "Snow fell. The ministry said that two had died."
    (attribution,) = resolve(text, ("The ministry", "said", "that two had died"))
    assert attribution.speaker is None
    assert attribution.unresolved["speaker"]


def test_a_capital_is_its_government() -> None:
    (attribution,) = resolve("Veskgrad said it was over.", ("Veskgrad", "said", "it was over"))
    assert attribution.speaker is not None
    assert (attribution.speaker.name, attribution.speaker.speaks_for) == ("Veskia", "Veskia")


def test_an_agency_relays_and_the_ministry_asserts() -> None:
    text = "News agency Sunwire reported that the Veskian army said five men died."
    (attribution,) = resolve(text, ("News agency Sunwire", "reported", "that the Veskian army said five men died"))
    assert attribution.speaker is not None
    assert attribution.speaker.name == "Veskian army"
    assert [p.name for p in attribution.via] == ["Sunwire"]


def test_an_agency_in_its_own_voice_is_the_source() -> None:
    (attribution,) = resolve(
        "News agency Sunwire reported that five died.", ("News agency Sunwire", "reported", "that five died")
    )
    assert attribution.speaker is not None
    assert (attribution.speaker.name, attribution.via) == ("Sunwire", ())


def test_a_second_cue_has_the_sentences_speaker() -> None:
    text = "“It is over,” Mira Holt said, calling it a disgrace."
    rows = ("Mira Holt", "said", "“It is over,”"), ("", "calling", "it a disgrace")
    document = a_document(text)
    first, second = attributed(document, ("Mira Holt", "said", ""), rows[1])
    found = resolve_attributions(document, (first, second), Mentions(), KNOWLEDGE)
    assert [a.speaker.name if a.speaker else None for a in found] == ["Mira Holt", "Mira Holt"]


def test_a_spokesperson_without_a_name_is_of_the_body_that_spoke_last() -> None:
    text = "The Hollis Institute said it was over. A spokesperson added that two had died."
    rows = ("The Hollis Institute", "said", "it was over"), ("A spokesperson", "added", "that two had died")
    assert names(text, *rows)[1] == "Hollis Institute spokesperson"


def test_who_passes_words_on_may_be_meant_later() -> None:
    text = "Mayor Ilse Korvan said rebel spokesman Odo Marent claimed ten men were killed. She said that it was over."
    rows = (
        ("Mayor Ilse Korvan", "said", "rebel spokesman Odo Marent claimed ten men were killed"),
        ("She", "said", "that it was over"),
    )
    assert names(text, *rows) == ["Odo Marent", "Ilse Korvan"]


def test_nobody_named_in_the_content_says_it() -> None:
    text = "Snow fell. “General Odo Marent has left,” she wrote."
    assert names(text, ("she", "wrote", "“General Odo Marent has left,”")) == [None]


def test_no_group_is_nobody() -> None:
    (attribution,) = resolve("No group claimed responsibility.", ("No group", "claimed", "responsibility"))
    assert attribution.speaker is None


def test_somebody_without_a_name_may_be_pointed_back_to() -> None:
    text = "A farmer said it was over. The farmer added that two had died."
    rows = ("A farmer", "said", "it was over"), ("The farmer", "added", "that two had died")
    assert names(text, *rows) == ["farmer", "farmer"]


def test_the_source_is_who_told_what_stands_before() -> None:
    text = "Odo Marent, a teacher, said it was over. The source added that two had died."
    rows = ("Odo Marent", "said", "it was over"), ("The source", "added", "that two had died")
    assert names(text, *rows) == ["Odo Marent", "Odo Marent"]


def test_a_middle_name_is_enough_where_nobody_else_has_it() -> None:
    text = "Oscar Botero Holt, a teacher, said it was over. Botero added that two had died."
    rows = ("Oscar Botero Holt", "said", "it was over"), ("Botero", "added", "that two had died")
    assert names(text, *rows) == ["Oscar Botero Holt", "Oscar Botero Holt"]


def test_the_sources_are_those_told_of_with_one_more_word() -> None:
    text = "Karsk army sources said it was over. The army sources added that two had died."
    rows = ("Karsk army sources", "said", "it was over"), ("The army sources", "added", "that two had died")
    assert names(text, *rows) == ["Karsk army sources", "Karsk army sources"]


def test_a_report_goes_on_with_the_body_of_its_voice() -> None:
    document = a_document("The Peruvian army said it was over. The military report added that two had died.")
    rows = ("The Peruvian army", "said", "it was over"), ("The military report", "added", "that two had died")
    mentions = find_mentions(document, KNOWLEDGE)
    found = resolve_attributions(document, attributed(document, *rows), mentions, KNOWLEDGE)
    assert [a.speaker.name for a in found if a.speaker] == ["Peruvian army", "Peruvian army"]


def test_a_station_is_a_radio() -> None:
    assert fits_body(Party(name="Radio Norhaven", kind="outlet"), "rebel station")
    assert not fits_body(Party(name="Norhaven Times", kind="outlet"), "rebel station")


def test_what_happened_to_somebody_is_no_apposition() -> None:
    text = "According to the villagers, a teacher was killed in Holt, which lies near."
    source = text.index("the villagers"), text.index(",")
    assert TextFrame.of(text).with_apposition(*source) == source


def test_two_people_who_speak_together_stay_two() -> None:
    words = "The minister, Ada Lorne, and her deputy, Teo Brandvik,"
    (attribution,) = resolve(f"{words} said it was over.", (words, "said", "it was over"))
    assert attribution.speaker is not None
    assert (attribution.speaker.name, attribution.speaker.kind) == ("Ada Lorne and Teo Brandvik", "group")


def test_the_day_said_is_the_cues_and_not_the_contents() -> None:
    text = "The Norlandic army said on Monday that two died on Sunday. The Veskian army said one died on Sunday."
    rows = (
        ("The Norlandic army", "said on Monday", "that two died on Sunday"),
        ("The Veskian army", "said", "one died on Sunday"),
    )
    assert [a.said_on for a in resolve(text, *rows)] == [date(2021, 3, 1), None]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200), st.data())
def test_any_text_is_resolved(text: str, data: st.DataObject) -> None:
    document = a_document(text)
    length = len(document.text)
    pieces: list[Evidence] = []
    for _ in range(data.draw(st.integers(0, 6)) if length else 0):
        start = data.draw(st.integers(0, length - 1))
        pieces.append(document.evidence(start, data.draw(st.integers(start + 1, length))))
    made = [
        Attribution(id=str(i), source=(p,), cue=tuple(pieces[:1]), content=tuple(pieces[-1:]), form="indirect")
        for i, p in enumerate(pieces)
    ]
    found = resolve_attributions(document, made, mentions_of(document), KNOWLEDGE)
    assert [a.id for a in found] == [a.id for a in made]
    assert all(a.speaker is not None or a.unresolved.get("speaker") for a in found)


def test_its_spokesman_is_of_the_body_that_spoke_last() -> None:
    text = "The Norlandic Health Ministry said two had died. Its spokesman, Odo Marent, said nine were hurt."
    rows = ("The Norlandic Health Ministry", "said", "two had died"), ("Its spokesman, Odo Marent,", "said", "nine")
    second = resolve(text, *rows)[1].speaker
    assert second is not None
    assert (second.name, second.affiliation, second.speaks_for) == (
        "Odo Marent",
        "Norlandic Health Ministry",
        "Norland",
    )


def test_its_press_service_is_of_the_body_that_spoke_last() -> None:
    text = "The Veskian army denied it. Its press service said nine men fell. A press service gave no toll."
    rows = (
        ("The Veskian army", "denied", "it"),
        ("Its press service", "said", "nine men fell"),
        ("A press service", "gave", "no toll"),
    )
    _, own, other = resolve(text, *rows)
    assert own.speaker is not None
    assert (own.speaker.name, own.speaker.speaks_for) == ("Veskian army press service", "Veskia")
    assert other.speaker is not None
    assert other.speaker.speaks_for is None


def test_whom_an_agency_quotes_is_no_apposition() -> None:
    (attribution,) = resolve(
        "Sunwire, quoting villagers, put the toll at nine.", ("Sunwire", "put", "the toll at nine")
    )
    assert attribution.speaker is not None
    assert (attribution.speaker.name, [party.name for party in attribution.via]) == ("villagers", ["Sunwire"])


def test_his_office_is_the_last_persons() -> None:
    text = "President Odo Marent of Norland said it was over. His office said nine were hurt."
    rows = ("President Odo Marent of Norland", "said", "it was over"), ("His office", "said", "nine were hurt")
    assert names(text, *rows) == ["Odo Marent", "Odo Marent's office"]


def test_a_name_stands_beside_a_role_that_is_taken_for_the_source() -> None:
    text = "Odo Marent, a teacher who fled, put the dead at nine."
    assert names(text, ("a teacher", "put", "the dead at nine")) == ["Odo Marent"]


def test_letters_in_brackets_tell_whose_name_it_is() -> None:
    text = "The Norland Workers' Front (NWF) said that nine died."
    document = a_document(text, published=date(2021, 3, 4))
    front = Party(name="NWF of Norland", kind="group")
    mention = PartyMention(start=text.index("NWF"), end=text.index(")"), party=front, how="name")
    rows = attributed(document, ("The Norland Workers' Front (NWF)", "said", "that nine died"))
    (found,) = resolve_attributions(document, rows, Mentions(parties=(mention,)), KNOWLEDGE)
    assert found.speaker is not None
    assert found.speaker.speaks_for == "NWF of Norland"
