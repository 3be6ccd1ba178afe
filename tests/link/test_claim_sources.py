from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sayso.claims.casualty import Casualty
from sayso.link import find_mentions
from sayso.link.claim_sources import attribution_of, days_by_source, said_on, source_of
from sayso.link.knowledge_base import Knowledge
from sayso.link.scene import Scene
from sayso.model import Attribution, Claim, Document, Party

ARMY = Party(name="Army", kind="organisation", speaks_for="Kenya")


def scene(text: str) -> Scene:
    document = Document(id="s", text=text, name="s", text_digest="s", published=date(2020, 5, 4))
    knowledge = Knowledge.load(None)
    return Scene.of(document, find_mentions(document, knowledge), knowledge)


def attribution(found: Scene, source: str, cue: str) -> Attribution:
    at, said = found.text.index(source), found.text.index(cue)
    return Attribution(
        id="a",
        source=(found.document.evidence(at, at + len(source)),),
        cue=(found.document.evidence(said, said + len(cue)),),
        content=(found.document.evidence(said + len(cue), len(found.text)),),
        form="indirect",
        speaker=ARMY,
    )


def span(found: Scene, words: str) -> tuple[int, int]:
    start = found.text.index(words)
    return start, start + len(words)


def test_claimed_lives_say_nothing_of_a_speaker() -> None:
    found = scene("The skirmishes claimed lives of five troopers.")
    told = attribution(found, "The skirmishes", "claimed")
    start, end = span(found, "five troopers")
    value = Casualty(effect="killed", low=5, high=5)
    claim = Claim(id="c", evidence=(found.document.evidence(start, end),), value=value, origin="test", attribution="a")
    assert attribution_of(claim, found, {"a": told}) is None
    kept = replace(told, cue=(found.document.evidence(*span(found, "skirmishes")),))
    assert attribution_of(claim, found, {"a": kept}) is kept


def outside(found: Scene, words: str) -> Claim[Casualty]:
    """A figure that no attribution holds."""
    value = Casualty(effect="killed", low=34, high=34)
    return Claim(id="c", evidence=(found.document.evidence(*span(found, words)),), value=value, origin="test")


def before_speaker(found: Scene, content: str, source: str, cue: str) -> Attribution:
    evidence = found.document.evidence
    return Attribution(
        id="a",
        source=(evidence(*span(found, source)),),
        cue=(evidence(*span(found, cue)),),
        content=(evidence(*span(found, content)),),
        form="indirect",
        speaker=ARMY,
    )


def test_what_the_speaker_counts_on_in_a_participle_is_his() -> None:
    found = scene("Three soldiers were killed on Tuesday, the army said, taking the number of its dead to 34.")
    told = before_speaker(found, "Three soldiers were killed on Tuesday", "the army", "said")
    assert attribution_of(outside(found, "the number of its dead to 34"), found, {"a": told}) is told
    headline = scene("The army reports three more deaths, bringing the toll to 34")
    told = before_speaker(headline, "three more deaths", "The army", "reports")
    assert attribution_of(outside(headline, "the toll to 34"), headline, {"a": told}) is None


@pytest.mark.parametrize(
    ("between", "theirs"),
    [
        ("Another 34 were hurt.", True),
        ("Another blast left 34 dead.", False),
        ("It had given the number as 34.", False),
        ("In a separate raid 34 were killed.", False),
    ],
)
def test_what_stands_amid_two_statements_of_one_speaker_is_his(between: str, *, theirs: bool) -> None:
    found = scene(f"Three soldiers were killed, the army said. {between} It added that rebels had fled.")
    before = before_speaker(found, "Three soldiers were killed", "the army", "said")
    after = replace(before_speaker(found, "that rebels had fled", "It", "added"), id="b")
    told = {"a": before, "b": after}
    assert attribution_of(outside(found, "34"), found, told) is (before if theirs else None)
    told["b"] = replace(after, speaker=Party(name="Odo Marent", kind="person"))
    assert attribution_of(outside(found, "34"), found, told) is None


def issued(found: Scene, source: str, cue: str, content: str) -> Attribution:
    return before_speaker(found, content, source, cue)


def test_a_communique_is_on_one_word_up_to_its_last_numbered_paragraph() -> None:
    text = (
        "The command issued the following communique:\n\n1. Rebels attacked a post.\n\nIn the raid 34 soldiers fell."
        "\n\n2. They fled.\n\nIn the town 77 people were buried."
    )
    found = scene(text)
    told = issued(found, "The command", "issued the following communique:", "1. Rebels attacked a post")
    assert attribution_of(outside(found, "34 soldiers fell"), found, {"a": told}) is told
    assert attribution_of(outside(found, "77 people"), found, {"a": told}) is None


def test_a_list_told_from_a_report_is_on_its_word_up_to_the_last_item() -> None:
    text = (
        "According to the army's report, rebels blew up a bridge. They also killed 34 men. Finally, they burned a mill."
        " In the town 77 people were buried."
    )
    found = scene(text)
    told = issued(found, "the army's report", "According to", "rebels blew up a bridge")
    assert attribution_of(outside(found, "34 men"), found, {"a": told}) is told
    assert attribution_of(outside(found, "77 people"), found, {"a": told}) is None
    police = issued(found, "the army", "According to", "rebels blew up a bridge")
    assert attribution_of(outside(found, "34 men"), found, {"a": police}) is None


def test_who_killed_a_namesake_vouches_for_nothing() -> None:
    found = scene("A unit named after a priest who was killed by the Kenyan army lost 14 people.")
    assert source_of(found, None, span(found, "14 people")) is None


def test_somebodys_kin_in_the_next_sentence_is_told_by_the_same_person() -> None:
    found = scene("“We carried out people,” a baker said. His brother was among the dead.")
    told = before_speaker(found, "“We carried out people,”", "a baker", "said")
    baker = replace(told, speaker=Party(name="baker", kind="unnamed"))
    claim = outside(found, "His brother was among the dead")
    assert attribution_of(claim, found, {"a": baker}) is baker
    assert attribution_of(claim, found, {"a": told}) is None


def test_a_disputed_figure_is_its_owners() -> None:
    found = scene("The army denied the claim of al-Shabaab that 13 soldiers were killed.")
    told = replace(attribution(found, "The army", "denied"), stance="denies")
    source = source_of(found, told, span(found, "13 soldiers were killed"))
    assert source is not None
    assert source.speaks_for == "al-Shabaab"
    assert source_of(found, replace(told, stance="affirms"), span(found, "13 soldiers were killed")) is ARMY


def test_who_is_named_behind_a_passive_vouches() -> None:
    found = scene("Two dead soldiers were identified by the Kenyan army.")
    source = source_of(found, None, span(found, "Two dead soldiers"))
    assert source is not None
    assert source.speaks_for == "Kenya"


def test_own_voice_without_one() -> None:
    found = scene("Two soldiers were killed.")
    assert source_of(found, None, span(found, "Two soldiers")) is None


def test_as_of_a_day_is_the_day_of_the_figure() -> None:
    found = scene("The army said 14 people were hurt as of May 2.")
    assert said_on(found, attribution(found, "The army", "said"), span(found, "14 people")) == date(2020, 5, 2)


def test_a_source_with_two_days_is_dated_by_neither() -> None:
    told = [(ARMY, date(2020, 5, 1)), (ARMY, None), (None, date(2020, 5, 3))]
    assert days_by_source(told) == {"Army": date(2020, 5, 1)}
    assert days_by_source([*told, (ARMY, date(2020, 5, 2))]) == {}
