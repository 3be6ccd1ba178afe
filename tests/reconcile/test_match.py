from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest

from sayso.claims import ReportRecord
from sayso.model import End, Judgement, Party
from sayso.reconcile.book import Book
from sayso.reconcile.incidents import standing_incidents
from sayso.reconcile.match import reconcile, relations
from sayso.reconcile.names import Voices, folded, skeleton
from sayso.reconcile.settle import settle, withdraw
from tests.reconcile.build import DAY, Fig, enemy, judgement, monitor, own, report

BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)
Told = tuple[str, int, int]


def told(*records: ReportRecord, decided: tuple[Judgement, ...] = ()) -> set[Told]:
    """(kind, figure of the subject, figure of the object) of the standing judgements between claims."""
    figures = {claim.id: claim.value.low for record in records for claim in record.claims}  # type: ignore[union-attr]
    within = [j for record in records for j in record.judgements]
    made = [j for j in (*within, *reconcile(records, decided).judgements) if j.stands]
    return {(kind, figures[a], figures[b]) for kind, a, b in relations(made)}  # type: ignore[misc]


def a(*figures: Fig, **known: object) -> ReportRecord:
    return report(figures, "a", **known)  # type: ignore[arg-type]


def b(*figures: Fig, **known: object) -> ReportRecord:
    return report(figures, "b", **known)  # type: ignore[arg-type]


def at_mill(n: int, since: date = DAY, until: date = DAY, source: str = "monitor") -> Fig:
    return monitor(n, "N", scope="incident", place="Mill", happened=(since, until), source=source)


TABLE: list[tuple[str, tuple[ReportRecord, ...], set[Told]]] = [
    ("two counts of one harm", (a(at_mill(5)), b(at_mill(7, source="x"))), {("conflicts", 5, 7)}),
    (
        "a count of more days may hold more",
        (a(at_mill(5, BEFORE, BEFORE)), b(at_mill(7, BEFORE, DAY, source="x"))),
        set(),
    ),
    (
        "but not less",
        (a(at_mill(7, BEFORE, BEFORE)), b(at_mill(5, BEFORE, DAY, source="x"))),
        {("conflicts", 5, 7)},
    ),
    (
        "a voice counts one harm again on a later day",
        (a(at_mill(5)), b(at_mill(4), published=AFTER)),
        {("revises", 4, 5)},
    ),
    ("two harms of one report are its own matter", (a(at_mill(1), at_mill(6, source="x")),), set()),
    (
        "a total in the report's own voice beside what was added to the other",
        (
            a(own(31, "N")),
            b(own(27, "N", scope="increment"), Fig(n=58, side="N", group="combatant", posture="affiliated")),
        ),
        set(),
    ),
    ("a relay repeats", (a(own(31, "N")), b(own(31, "N", via=("agency",)))), {("repeats", 31, 31)}),
    (
        "the more specific is one with the less",
        (a(own(31, "N", "unknown")), b(own(31, "N", effect="unspecified"))),
        {("repeats", 31, 31)},
    ),
    ("two groups of one number are two figures", (a(own(2, "N")), b(own(2, "N", "civilian"))), set()),
    ("a later total revises", (a(own(16, "N"), published=BEFORE), b(own(31, "N"))), {("revises", 31, 16)}),
    ("downwards too", (a(own(84, "N"), published=BEFORE), b(own(80, "N"))), {("revises", 80, 84)}),
    ("order unknown: a conflict, no revision", (a(own(31, "N")), b(own(32, "N"))), {("conflicts", 31, 32)}),
    (
        "an increment tells the order within a day",
        (a(own(31, "N")), b(own(27, "N", scope="increment"), own(58, "N"))),
        {("revises", 58, 31)},
    ),
    (
        "two organs of one side do not corroborate",
        (a(own(31, "N")), b(own(31, "N", source="other", speaks_for="ally"))),
        set(),
    ),
    (
        "two primary sources corroborate",
        (a(own(31, "N")), b(monitor(31, "N", "combatant"))),
        {("corroborates", 31, 31)},
    ),
    (
        "at least 30 and 31 agree",
        (a(own(30, "N", high=None)), b(monitor(31, "N", "combatant"))),
        {("corroborates", 30, 31)},
    ),
    ("at least 10 and 31 say different things", (a(own(10, "N", high=None)), b(monitor(31, "N", "combatant"))), set()),
    ("figures that exclude each other", (a(own(16, "N")), b(enemy(90, "N", "S"))), {("conflicts", 16, 90)}),
    ("figures of other days do not", (a(own(16, "N"), published=BEFORE), b(enemy(90, "N", "S"))), set()),
    ("background is left alone", (a(own(16, "N", background=True)), b(own(31, "N", background=True))), set()),
    (
        "an incident by two sources",
        (
            a(own(4, "N", scope="incident", place="Mill", happened=(DAY, DAY))),
            b(monitor(6, "N", "combatant", scope="incident", place="mill", happened=(DAY, DAY))),
        ),
        {("conflicts", 4, 6)},
    ),
    ("the reports' own totals of one day", (a(Fig(n=68)), b(Fig(n=95))), set()),
    (
        "a part of a total is compared with nothing",
        (a(own(31, "N"), own(2, "N", part_of=0)), b(own(31, "N"))),
        {
            ("repeats", 31, 31),
            ("part_of", 2, 31),
        },
    ),
    (
        "incidents without a place",
        (a(own(4, "N", scope="incident")), b(monitor(6, "N", "combatant", scope="incident"))),
        set(),
    ),
    (
        "incidents at two places",
        (
            a(own(4, "N", scope="incident", place="Mill", happened=(DAY, DAY))),
            b(monitor(6, "N", "combatant", scope="incident", place="Ford", happened=(DAY, DAY))),
        ),
        set(),
    ),
    (
        "a woman and a child are two people in both reports",
        (
            a(own(1, "N", "civilian", victims="woman"), own(1, "N", "civilian", victims="child", joined=True)),
            b(own(1, "N", "civilian", victims="woman"), own(1, "N", "civilian", victims="child", joined=True)),
        ),
        {("repeats", 1, 1)},
    ),
]


@pytest.mark.parametrize(("records", "wanted"), [pytest.param(r, w, id=i) for i, r, w in TABLE])
def test_judgements_across_reports(records: tuple[ReportRecord, ...], wanted: set[Told]) -> None:
    mutual = ("conflicts", "corroborates")
    found = {(kind, min(x, y), max(x, y)) if kind in mutual else (kind, x, y) for kind, x, y in told(*records)}
    assert found == wanted


def test_unnamed_officials_never_corroborate() -> None:
    def unnamed(record: ReportRecord) -> ReportRecord:
        party = Party(name="officials", kind="unnamed")
        return replace(record, claims=tuple(replace(claim, source=party) for claim in record.claims))

    assert told(unnamed(a(monitor(31, "N"))), unnamed(b(monitor(31, "N")))) == set()


def test_the_order_of_reports_does_not_matter() -> None:
    records = [
        a(own(31, "N"), own(11, "S")),
        b(own(32, "N"), monitor(11, "S", "combatant")),
        report([own(16, "N")], "c", BEFORE),
        report([own(31, "N", via=("agency",))], "d", AFTER),
    ]
    first = reconcile(records)
    assert all(reconcile(order) == first for order in permutations(records))


def test_every_judgement_says_why_and_who() -> None:
    found = reconcile([a(own(31, "N")), b(own(32, "N")), report([own(16, "N")], "c", BEFORE)]).judgements
    assert found
    assert all(judgement.why and judgement.by == "sayso.reconcile@1" for judgement in found)


def test_reconciling_again_changes_nothing() -> None:
    records = [a(own(31, "N")), b(own(32, "N"))]
    first = reconcile(records).judgements
    assert reconcile(records, first).judgements == first


def test_a_withdrawn_judgement_stays_withdrawn() -> None:
    records = [a(own(31, "N")), b(own(31, "N"))]
    (relay,) = reconcile(records).judgements
    (again,) = reconcile(records, [withdraw(relay, "a person")]).judgements
    assert again.withdrawn_by == "a person"
    assert again.id == relay.id


def test_a_persons_judgement_beats_the_programs_and_survives() -> None:
    records = [a(own(31, "N")), b(own(32, "N"))]
    (program,) = reconcile(records).judgements
    one, other = program.subject.claims[0], program.object.claims[0]
    person = judgement("repeats", one, other, by="a person")
    found = {j.id: j for j in reconcile(records, [program, person]).judgements}
    assert found[person.id] == person
    assert found[program.id].withdrawn_by == "a person"
    assert told(*records, decided=(program, person)) in ({("repeats", 31, 32)}, {("repeats", 32, 31)})


def test_what_a_person_overruled_stands_again_when_that_is_withdrawn() -> None:
    records = [a(own(31, "N")), b(own(32, "N"))]
    (program,) = reconcile(records).judgements
    person = judgement("repeats", program.subject.claims[0], program.object.claims[0], by="a person")
    kept = reconcile(records, [person]).judgements
    undone = [withdraw(j, "a person") if j.id == person.id else j for j in kept]
    again = {j.id: j for j in reconcile(records, undone).judgements}
    assert again[program.id] == program
    assert again[person.id].withdrawn_by == "a person"


def test_settling_deletes_nothing() -> None:
    program = judgement("conflicts", "x", "y", by="sayso.reconcile@1")
    person = judgement("repeats", "x", "y", by="a person")
    assert {j.id for j in settle([program], [person])} == {program.id, person.id}


def test_a_persons_link_to_an_incident_beats_the_programs() -> None:
    def harm(n: int, place: str) -> Fig:
        return monitor(n, "N", scope="incident", place=place, happened=(DAY, DAY))

    records = [a(harm(4, "Mill"), harm(9, "Ford"))]
    mill, ford = records[0].claims
    before = Book.of(records)
    wanted = before.incident_of[ford.id]
    moved = judgement("part_of", mill.id, "", by="a person", object=End(incident=wanted))
    after = Book.reconciled(records, [moved])
    assert before.incident_of[mill.id] != wanted
    assert after.incident_of[mill.id] == wanted
    assert [set(one.claims) for one in after.incidents] == [{mill.id, ford.id}]
    again = reconcile(records, reconcile(records, [moved]).judgements).judgements
    assert moved in again
    assert Book.of(records, again).incident_of[mill.id] == wanted


def test_an_incident_that_a_person_made_is_kept() -> None:
    record = a(own(4, "N", happened=(BEFORE, DAY)), own(9, "N", place="Ford"))
    first, second = (claim.id for claim in record.claims)
    links = [judgement("part_of", c, "", by="a person", object=End(incident="x"), id=c) for c in (first, second)]
    (made,) = Book.reconciled([record], links).incidents
    assert (made.id, made.place, made.start, made.end, made.parties) == ("x", "Ford", BEFORE, DAY, ("N",))
    assert set(made.claims) == {first, second}
    assert Book.reconciled([record], [withdraw(link, "a person") for link in links]).incidents == ()


def test_a_persons_judgement_beats_what_was_judged_inside_a_report() -> None:
    record = a(own(31, "N"), own(31, "N", repeat_of=0))
    ends = [claim.id for claim in record.claims]
    apart = judgement("conflicts", *ends, by="a person")
    (within,) = record.judgements
    sayso_says = replace(record, judgements=(replace(within, by="sayso.reconcile.report@1"),))
    book = Book.reconciled([sayso_says], [apart])
    assert [j.kind for j in book.judgements] == ["conflicts"]
    assert len(book.announcements) == 2
    undone = Book.reconciled([sayso_says], [withdraw(apart, "a person")])
    assert [len(one.told) for one in undone.announcements] == [2]


def test_a_claim_that_repeats_two_others_joins_them() -> None:
    records = [a(own(31, "N")), b(own(33, "N")), report([own(35, "N")], "c")]
    ids = [record.claims[0].id for record in records]
    joined = [judgement("repeats", ids[2], ids[0], by="a person"), judgement("repeats", ids[2], ids[1], by="a person")]
    for decided in (joined, joined[::-1]):
        assert len(Book.reconciled(records, decided).announcements) == 1


def test_incidents_of_place_and_day() -> None:
    def harm(n: int, place: str | None, day: object = DAY) -> Fig:
        return monitor(n, "N", scope="incident", place=place, happened=(day, day))

    records = [a(harm(4, "Mill"), harm(9, "Ford")), b(harm(5, "the mill"), harm(5, "mill", AFTER), harm(7, None))]
    late = report([harm(3, "Mill", DAY + timedelta(days=9))], "c")
    found = reconcile([*records, late])
    assert sorted((one.start, len(one.claims)) for one in found.incidents if one.place != "Ford") == [
        (DAY, 3),
        (DAY + timedelta(days=9), 1),
    ]
    link = next(j for j in found.judgements if j.object.incident and j.subject.claims[0] == records[0].claims[1].id)
    kept = [j if j is not link else withdraw(j, "a person") for j in found.judgements]
    assert "Ford" in {one.place for one in found.incidents}
    assert "Ford" not in {one.place for one in standing_incidents(found.incidents, kept, {})}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Karimov", "Kerimov"), ("Petrosyan", "Petrosian"), ("Hajizade", "Haciyzade"), ("Yılmaz", "Yilmaz")],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert skeleton(folded(one)) == skeleton(folded(other))


def test_one_body_under_several_names() -> None:
    full = Party(name="Border Relief Watch", kind="organisation")
    short = Party(name="BRW", kind="organisation")
    person = Party(name="Anna Petrosyan", kind="person")
    surname = Party(name="Petrosian", kind="person")
    voices = Voices.of([full, short, person, surname, Party(name="Watch", kind="organisation")])
    assert voices.keys["BRW", "organisation"] == voices.keys["Border Relief Watch", "organisation"]
    assert voices.keys["Petrosian", "person"] == voices.keys["Anna Petrosyan", "person"]
    assert voices.keys["Watch", "organisation"] != voices.keys["Border Relief Watch", "organisation"]
