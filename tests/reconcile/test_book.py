"""Timeline, disputes and questions over a few reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from benchmarks.synthetic import wars

from sayso.claims import ReportRecord
from sayso.ingest import Metadata, make_document
from sayso.model import End, Party, Record
from sayso.reconcile.accounts import Policy
from sayso.reconcile.book import Book
from sayso.reconcile.disputes import disputes
from sayso.reconcile.match import reconcile
from sayso.reconcile.questions import digits_transposed, questions
from sayso.reconcile.tally import TallyOptions, tally
from sayso.reconcile.timeline import timeline
from sayso.reconcile.wording import describe_dispute, describe_tally
from sayso.serve.tables import dispute_table
from tests.gold import gold_record
from tests.reconcile import karabakh
from tests.reconcile.build import DAY, Fig, enemy, judgement, monitor, own, report
from tests.shared import needs_shared

BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)
SIDES = {"Armenia": "Armenian side", "Nagorno-Karabakh": "Armenian side", "Azerbaijan": "Azerbaijani side"}


def asked(*records: ReportRecord) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for question in questions(Book.of(records)):
        found.setdefault(question.kind, []).append(question.text)
    return found


def text_report(name: str, text: str, on: date = DAY) -> ReportRecord:
    return Record(document=make_document(text, Metadata(name=name, published=on)))


def test_timeline_has_one_series_for_each_voice_and_marks_revisions() -> None:
    book = Book.of(
        [
            report([own(16, "N"), monitor(14, "N", "combatant")], "a", BEFORE),
            report([own(31, "N"), Fig(n=900, side="N", group="combatant", background=True)], "b"),
            report([own(31, "N", via=("agency",))], "c"),
        ]
    )
    series = {one.voice: one for one in timeline(book)}
    assert set(series) == {"N", "monitor"}
    first, second = series["N"].points
    assert [(first.day, first.low), (second.day, second.low)] == [(BEFORE, 16), (DAY, 31)]
    assert first.revised_by == (second.claim.id,)
    assert second.revises == (first.claim.id,)
    assert second.told_by == ("b", "c")


def test_timeline_marks_who_denies() -> None:
    record = report([enemy(90, "N", "S")], "a")
    denial = replace(
        judgement("denies", "x", record.claims[0].id), subject=End(party=Party(name="spokeswoman", kind="person"))
    )
    (series,) = timeline(Book.of([replace(record, judgements=(denial,))]))
    assert series.points[0].denied_by == ("spokeswoman",)


def test_disputes_tell_both_ends() -> None:
    book = Book.of([report([own(16, "N"), enemy(90, "N", "S")], "a")])
    (found,) = disputes(book)
    assert found.kind == "conflict"
    assert sorted(claim.value.low or 0 for claim in (*found.one, *found.other)) == [16, 90]
    assert "cannot both hold" in describe_dispute(found)


def test_one_announcement_with_two_numbers_is_one_dispute() -> None:
    (found,) = disputes(Book.of([report([own(31, "N")], "a"), report([own(32, "N")], "b")]))
    assert (found.kind, found.day) == ("variant", DAY)


def test_totals_added_to_one_earlier_total_are_one_announcement() -> None:
    earlier = report([own(31, "N")], "a")
    first = report([own(27, "N", scope="increment"), own(58, "N")], "b")
    second = report([own(28, "N", scope="increment"), own(59, "N")], "c", AFTER)
    found = [d for d in disputes(Book.of([earlier, first, second])) if d.kind == "variant"]
    assert [(d.one[0].value.low, d.other[0].value.low) for d in found] == [(58, 59)]
    assert "both added to 31" in found[0].why["count"]


def test_a_withdrawn_judgement_is_no_dispute() -> None:
    records = [report([own(16, "N"), enemy(90, "N", "S")], "a")]
    made = reconcile(records).judgements
    assert disputes(Book.of(records, made))
    assert disputes(Book.of(records, [replace(j, withdrawn_by="a person") for j in made])) == ()


def test_question_about_a_total_that_falls() -> None:
    falling = asked(report([own(84, "N")], "a", BEFORE), report([own(80, "N")], "b"))
    assert "84" in falling["falls"][0]
    assert "80" in falling["falls"][0]
    assert asked(report([own(80, "N")], "a", BEFORE), report([own(84, "N")], "b")) == {}


def test_question_about_one_announcement() -> None:
    assert asked(report([own(31, "N")], "a"), report([own(32, "N")], "b"))["variant"] == [
        "Is it one announcement that is given as 31 and as 32?"
    ]


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [(58, 85, True), (1205, 1250, True), (58, 58, False), (58, 580, False), (123, 321, False), (12, 13, False)],
)
def test_digits_changed_about(one: int, other: int, wanted: bool) -> None:
    assert digits_transposed(one, other) is wanted


def test_question_about_transposed_digits() -> None:
    assert "transposed" in asked(report([own(58, "N")], "a"), report([monitor(85, "N", "combatant")], "b"))
    assert "transposed" not in asked(report([own(58, "N"), monitor(85, "N", "combatant")], "a"))


def test_question_about_a_source_that_says_otherwise_elsewhere() -> None:
    told = asked(
        report([monitor(40, "N", "combatant")], "a"),
        report([own(31, "N")], "b"),
        report([own(31, "N")], "c"),
        report([monitor(31, "N", "combatant")], "d"),
    )
    assert len(told["other_source"]) == 1
    assert "31" in told["other_source"][0]


def test_question_about_a_total_that_its_source_may_never_have_said() -> None:
    told = [Fig(n=95, source="ministry of N", speaks_for="N"), monitor(9, "S", "civilian"), monitor(2, "N", "civilian")]
    (text,) = asked(report(told, "a"), report([own(84, "N")], "b"))["other_source"]
    assert text == (
        "One report gives the total of 95 to N, which elsewhere gives 84: is it that report's own sum, 84 + 2 + 9?"
    )
    said_twice = report([Fig(n=95, source="ministry of N", speaks_for="N")], "c")
    assert "other_source" not in asked(report(told, "a"), report([own(84, "N")], "b"), said_twice)
    assert "other_source" not in asked(report([Fig(n=95), *told[1:]], "a"), report([own(84, "N")], "b"))
    assert "other_source" not in asked(report(told[:2], "a"), report([own(84, "N")], "b"))


def test_every_question_is_shown_as_one() -> None:
    flats = text_report("d", "The shells struck 70 apartments in the town.")
    parallel = text_report("e", "The shells struck 54 flats, and house No. 16 as well.")
    book = Book.of(
        [
            report([own(84, "N"), monitor(40, "S", "combatant")], "a", BEFORE),
            report([own(80, "N"), own(31, "S")], "b"),
            report([own(32, "S"), monitor(13, "N", "civilian")], "c"),
            report([monitor(31, "S", "combatant"), own(31, "N", "civilian")], "c2"),
            flats,
            parallel,
            report([Fig(n=120, source="x", speaks_for="N"), monitor(40, "S", "civilian")], "f"),
        ]
    )
    kinds = {question.kind for question in questions(book)}
    assert kinds == {"falls", "variant", "transposed", "other_source", "other_meaning"}
    assert all(question.text.endswith("?") and question.evidence for question in questions(book))
    shown = [note for note in dispute_table(book).notes if note.startswith("Question: ")]
    assert len(shown) == len(questions(book))


def test_question_about_a_number_that_only_names() -> None:
    one = text_report("a", "The shells struck 70 apartments in the town.")
    other = text_report("b", "The shells struck 54 flats, and house No. 16 as well.")
    assert "54 + 16" in asked(one, other)["other_meaning"][0]
    far = text_report("c", "The shells struck 54 flats, and house No. 16 as well.", DAY + timedelta(days=30))
    assert asked(one, far) == {}
    assert asked(one, text_report("d", "The shells struck 54 cars, and house No. 16 as well.")) == {}


def test_a_tally_in_words() -> None:
    records = [report([own(31, "N", via=("agency",)), monitor(35, "N", "combatant", high=None)], "a")]
    book = Book.of(records)
    (found,) = [t for t in tally(book) if (t.side, t.group) == ("N", "combatant")]
    assert describe_tally(found, book.claims) == (
        "N, combatants killed, by the policy `range`:",
        "at least 31: 31 by ministry of N via agency.",
        "the figures given reach 35: at least 35 by monitor.",
        "and an unknown number more: at least 35 by monitor.",
    )


@needs_shared
def test_the_2020_reports_raise_the_known_questions() -> None:
    texts = sorted(asked(*karabakh.reports().values())["variant"])
    assert texts == [
        "Is it one announcement that is given as 31 and as 32?",
        "Is it one announcement that is given as 58 and as 59?",
    ]


@needs_shared
def test_the_pages_of_2020_keep_every_figure_under_its_own_side() -> None:
    book = Book.of([gold_record(name, SIDES) for name in ("seed", *(f"page-0{n}" for n in range(7)))])
    told = {(s.side, s.effect, s.group, p.low) for s in timeline(book) for p in s.points}
    assert {
        ("Armenian side", "killed", "combatant", 16),
        ("Armenian side", "killed", "combatant", 31),
        ("Armenian side", "killed", "combatant", 58),
        ("Armenian side", "killed", "civilian", 2),
        ("Armenian side", "injured", "combatant", 200),
        ("Azerbaijani side", "killed", "combatant", 11),
        ("Azerbaijani side", "killed", "unknown", 6),
        ("Azerbaijani side", "hospitalised", "civilian", 26),
        ("Azerbaijani side", "hospitalised", "civilian", 19),
    } <= told


@pytest.mark.parametrize("policy", ["own", "range", "independent"])
def test_tallies_of_synthetic_wars_equal_the_truth(policy: Policy) -> None:
    records, truth = wars(4_000, seed=7)
    found = {
        (t.conflict or "", t.side, t.group): (t.low, t.high)
        for t in tally(Book.of(records), TallyOptions(policy=policy))
        if t.effect == "killed" and not t.enemy
    }
    wanted = {(war, side, group): bounds for (war, by, side, group), bounds in truth.items() if by == policy}
    assert {key: found.get(key) for key in wanted} == wanted
