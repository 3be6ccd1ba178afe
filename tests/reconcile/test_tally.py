from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.claims import ReportRecord
from sayso.claims.statement import Silence
from sayso.model import Claim, Party, Tally
from sayso.reconcile.accounts import Policy
from sayso.reconcile.book import Book
from sayso.reconcile.match import reconcile
from sayso.reconcile.settle import withdraw
from sayso.reconcile.tally import ALL, POLICIES, TallyOptions, tally
from tests.gold import gold_record
from tests.reconcile import karabakh
from tests.reconcile.build import DAY, Fig, enemy, judgement, monitor, own, report
from tests.shared import needs_shared

SIDES = {"Armenia": "Armenian side", "Nagorno-Karabakh": "Armenian side", "Azerbaijan": "Azerbaijani side"}
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)
Bounds = tuple[int | None, int | None, bool]


def cell(
    records: list[ReportRecord],
    side: str = "N",
    group: str = "combatant",
    *,
    policy: Policy = "range",
    effect: str = "killed",
    enemy: bool = False,
    **known: Any,
) -> Bounds | None:
    found = tally(Book.of(records), TallyOptions(policy=policy, **known))
    return next(
        (
            (t.low, t.high, t.open)
            for t in found
            if (t.side, t.group, t.effect, t.enemy) == (side, group, effect, enemy)
        ),
        None,
    )


def day(*figures: Fig, name: str = "a", on: Any = DAY) -> ReportRecord:
    return report(figures, name, on)


def incident(n: int, place: str, on: Any = DAY, **known: Any) -> Fig:
    return own(n, "N", scope="incident", place=place, happened=(on, on), **known)


#: (what is special, reports, bounds of the combatants killed of side N by `range`): written before the first run.
TABLE: list[tuple[str, list[ReportRecord], Bounds | None]] = [
    ("one figure", [day(own(31, "N"))], (31, 31, False)),
    ("at least", [day(own(31, "N", high=None))], (31, 31, True)),
    ("vague words only", [day(own(None, "N", high=None))], (None, None, True)),
    (
        "a figure and vague words of another",
        [day(own(31, "N"), monitor(None, "N", "combatant", high=None))],
        (31, 31, True),
    ),
    ("nobody was killed", [day(own(0, "N"))], (0, 0, False)),
    ("two voices", [day(own(31, "N"), monitor(35, "N", "combatant"))], (31, 35, False)),
    ("a later total supersedes", [day(own(16, "N"), on=BEFORE), day(own(31, "N"), name="b")], (31, 31, False)),
    ("a revision downwards", [day(own(84, "N"), on=BEFORE), day(own(80, "N"), name="b")], (80, 80, False)),
    (
        "a late report of an old total",
        [day(own(31, "N")), day(own(16, "N", said_on=BEFORE), name="b")],
        (31, 31, False),
    ),
    ("the same day, order unknown", [day(own(31, "N")), day(own(32, "N"), name="b")], (31, 32, False)),
    ("a relay is no second source", [day(own(31, "N")), day(own(31, "N", via=("agency",)), name="b")], (31, 31, False)),
    (
        "an increment on the next day",
        [day(own(31, "N")), day(own(27, "N", scope="increment"), name="b", on=AFTER)],
        (58, 58, False),
    ),
    (
        "an increment of the day itself may be counted already",
        [day(own(31, "N")), day(own(27, "N", scope="increment"), name="b")],
        (31, 58, False),
    ),
    ("an increment with its total", [day(own(15, "N", scope="increment"), own(31, "N"))], (31, 31, False)),
    (
        "an increment before a later total",
        [day(own(15, "N", scope="increment"), on=BEFORE), day(own(31, "N"))],
        (31, 31, False),
    ),
    ("an increment alone", [day(own(15, "N", scope="increment"))], (15, 15, True)),
    ("two incidents", [day(incident(4, "Mill"), incident(3, "Ford"))], (7, 7, False)),
    (
        "one incident by two voices",
        [day(incident(4, "Mill"), monitor(6, "N", "combatant", scope="incident", place="mill", happened=(DAY, DAY)))],
        (4, 6, False),
    ),
    ("incidents are parts of a total", [day(own(31, "N"), incident(4, "Mill"), incident(3, "Ford"))], (31, 31, False)),
    (
        "more in incidents than in any total",
        [day(own(5, "N"), incident(4, "Mill"), incident(3, "Ford"))],
        (5, 7, False),
    ),
    ("an unplaced incident may be another", [day(incident(4, "Mill"), own(3, "N", scope="incident"))], (4, 7, False)),
    (
        "possible moves the most",
        [day(own(31, "N"), monitor(40, "N", "combatant", certainty="possible"))],
        (31, 40, False),
    ),
    ("possible alone", [day(own(31, "N", certainty="possible"))], (None, 31, False)),
    ("background is not counted", [day(own(31, "N", background=True))], (None, None, False)),
    ("a denial is not counted", [day(own(31, "N", polarity="deny"))], (None, None, False)),
    ("the enemy's word is not counted", [day(own(31, "N"), enemy(90, "N", "S"))], (31, 31, False)),
    ("a part of the same group", [day(own(31, "N"), own(2, "N", part_of=0))], (31, 31, False)),
    (
        "an older total of another voice may make the most",
        [day(monitor(40, "N", "combatant"), on=BEFORE), day(own(31, "N"), name="b")],
        (31, 40, False),
    ),
    (
        "an older total of another voice does not make the least",
        [day(monitor(20, "N", "combatant"), on=BEFORE), day(own(31, "N"), name="b")],
        (31, 31, False),
    ),
    ("the same report twice", [day(own(31, "N")), day(own(31, "N"))], (31, 31, False)),
]


@pytest.mark.parametrize(("records", "wanted"), [pytest.param(r, w, id=i) for i, r, w in TABLE])
def test_bounds_of_a_cell(records: list[ReportRecord], wanted: Bounds | None) -> None:
    assert cell(records) == wanted


def test_the_enemys_word_is_a_second_range() -> None:
    records = [day(own(31, "N"), enemy(90, "N", "S"), enemy(70, "N", "W"))]
    assert cell(records, enemy=True) == (70, 90, False)
    for policy in ("own", "ucdp", "acled", "independent"):
        assert cell(records, enemy=True, policy=policy) is None


def test_own_takes_each_sides_own_voice_only() -> None:
    records = [day(own(31, "N"), monitor(35, "N", "combatant"), enemy(90, "N", "S"))]
    assert cell(records, policy="own") == (31, 31, False)
    assert cell(records, policy="independent") == (35, 35, False)


def test_acled_writes_the_lowest_figure_and_a_number_for_vague_words() -> None:
    records = [day(own(31, "N"), monitor(35, "N", "combatant"))]
    (found,) = [
        t for t in tally(Book.of(records), TallyOptions(policy="acled")) if (t.side, t.group) == ("N", "combatant")
    ]
    assert (found.low, found.best, found.high) == (31, 31, 31)
    dozens = report([monitor(None, "N", "combatant", high=None, victims="dozens of soldiers")])
    assert cell([dozens], policy="acled") == (12, 12, False)
    hurt = report([own(9, "N", effect="injured")])
    assert tally(Book.of([hurt]), TallyOptions(policy="acled")) == ()


def test_ucdp_prefers_a_third_party_and_else_the_lower_figure() -> None:
    def best(*figures: Fig) -> int | None:
        found = tally(Book.of([day(*figures)]), TallyOptions(policy="ucdp"))
        return next(t.best for t in found if (t.side, t.group) == ("N", "combatant"))

    assert best(own(31, "N"), monitor(35, "N", "combatant")) == 35
    assert best(own(31, "N"), own(40, "N", source="x", speaks_for="x")) == 31


def ally(n: int, **known: Any) -> Fig:
    """Another voice of side N about the dead of its own party."""
    return own(n, "N", source="ally", speaks_for="ally", party="ally", **known)


def test_allies_who_count_their_own_may_count_different_people() -> None:
    assert cell([day(own(30, "N"), ally(2))], policy="own") == (30, 32, False)
    assert cell([day(own(30, "N"), ally(2), monitor(40, "N", "combatant"))]) == (30, 40, False)


def test_allies_who_once_gave_the_same_figure_count_the_same_people() -> None:
    records = [day(own(16, "N"), on=BEFORE), day(ally(16), name="b", on=BEFORE), day(own(58, "N"), ally(31), name="c")]
    assert cell(records, policy="own") == (31, 58, False)


def test_a_total_that_an_ally_adds_to_is_of_the_same_people() -> None:
    first = day(ally(31))
    second = day(own(27, "N", scope="increment"), own(58, "N"), name="b")
    assert cell([first, second], policy="own") == (31, 58, False)


def test_allies_who_agree_on_the_dead_count_the_same_injured() -> None:
    agreed = day(own(16, "N"), ally(16), on=BEFORE)
    hurt = day(own(100, "N", effect="injured"), ally(200, effect="injured"), name="b")
    assert cell([agreed, hurt], policy="own", effect="injured") == (100, 200, False)
    assert cell([hurt], policy="own", effect="injured") == (200, 300, False)


def test_voices_that_count_one_partys_dead_count_the_same_people() -> None:
    assert cell([day(own(30, "N"), own(2, "N", source="x", speaks_for="x"))], policy="own") == (2, 30, False)


def test_groups_of_a_side() -> None:
    split = [day(own(31, "N"), own(2, "N", "civilian"))]
    assert cell(split, group=ALL) == (33, 33, False)
    unknown = [day(own(11, "N"), own(6, "N", "unknown"))]
    assert cell(unknown, group=ALL) == (11, 17, False)
    larger = [day(own(11, "N"), own(20, "N", "unknown"))]
    assert cell(larger, group=ALL) == (20, 31, False)


def test_a_part_told_of_a_whole_is_not_added_to_it() -> None:
    records = [day(monitor(36, "N"), monitor(15, "N", "civilian", part_of=0, joined=True))]
    assert cell(records, group=ALL) == (36, 36, False)
    assert cell(records, group="civilian") == (15, 15, False)


def test_all_sides() -> None:
    records = [day(own(31, "N"), own(11, "S"))]
    assert cell(records, ALL, ALL) == (42, 42, False)
    with_both = [day(own(31, "N"), own(11, "S"), Fig(n=50))]
    assert cell(with_both, ALL, ALL) == (50, 50, False)
    assert cell(with_both, "N") == (31, 31, False)
    with_unknown = [day(own(31, "N"), own(11, "S"), monitor(5, "unknown", "combatant"))]
    assert cell(with_unknown, ALL, ALL) == (42, 47, False)


def test_killed_or_injured_counts_nobody_as_killed() -> None:
    records = [day(own(31, "N"), own(550, "N", effect="killed_or_injured"))]
    assert cell(records) == (31, 31, False)
    assert cell(records, effect="killed_or_injured") == (550, 550, False)


def test_as_of_an_earlier_day() -> None:
    records = [day(own(16, "N"), on=BEFORE), day(own(31, "N"), name="b")]
    assert cell(records, as_of=BEFORE) == (16, 16, False)
    assert cell(records, as_of=DAY) == (31, 31, False)
    kept = reconcile(records).judgements
    found = tally(Book.of(records, kept), TallyOptions(as_of=BEFORE))
    assert [(t.low, t.high) for t in found if (t.side, t.group) == ("N", "combatant")] == [(16, 16)]


def test_a_later_version_of_a_report_replaces_it() -> None:
    first = day(own(16, "N"))
    later = day(own(18, "N"), name="b")
    later = replace(later, document=replace(later.document, version_of=first.document.id))
    assert cell([first, later]) == (18, 18, False)


def test_dossiers_are_kept_apart() -> None:
    records = [report([own(31, "N")], "a", conflict="one"), report([own(40, "N")], "b", conflict="other")]
    found = tally(Book.of(records))
    assert {(t.conflict, t.low) for t in found if t.side == "N"} == {("one", 31), ("other", 40)}
    assert {t.conflict for t in tally(Book.of(records), TallyOptions(conflict="one"))} == {"one"}


def test_silence_stands_beside_an_empty_cell_and_is_no_zero() -> None:
    record = day(own(31, "N"))
    shown = record.claims[0].evidence
    silent: Any = Claim(
        id="silence", evidence=shown, origin="test", value=Silence(party=Party(name="S", kind="state", side_group="S"))
    )
    found = tally(Book.of([replace(record, claims=(*record.claims, silent))]), TallyOptions(policy="own"))
    (empty,) = [t for t in found if t.side == "S"]
    assert (empty.low, empty.high, empty.open, empty.silences) == (None, None, False, ("silence",))


def test_every_claim_is_told_with_a_reason() -> None:
    records = [
        day(own(16, "N"), on=BEFORE),
        day(own(31, "N"), own(31, "N", repeat_of=0), own(7, "N", background=True), name="b"),
    ]
    (found,) = [t for t in tally(Book.of(records)) if (t.side, t.group) == ("N", "combatant")]
    told = {(use.bounds, use.reason) for use in found.derivation}
    assert told == {
        (("low", "high"), "makes these bounds"),
        ((), "tells the same announcement again"),
        ((), "superseded by a later figure of the same voice"),
        ((), "an earlier war or attack"),
    }


def test_what_another_party_denies_stays_and_what_its_own_voice_takes_back_goes() -> None:
    record = day(own(31, "N"))
    claim = record.claims[0]
    other = Party(name="ministry of S", kind="organisation", speaks_for="S")
    denial = judgement("denies", "x", claim.id)
    by_other = replace(denial, subject=replace(denial.subject, party=other))
    by_itself = replace(denial, subject=replace(denial.subject, party=claim.source))
    options = TallyOptions()
    assert next(t.low for t in tally(Book.of([record], [by_other]), options) if t.side == "N") == 31
    assert next(t.low for t in tally(Book.of([record], [by_itself]), options) if t.side == "N") is None


@needs_shared
def test_the_2020_reports() -> None:
    records = list(karabakh.reports().values())
    assert cell(records, karabakh.NORTH, policy="own") == (84, 84, False)
    assert cell(records, karabakh.NORTH, policy="own", as_of=karabakh.day(6)) == (31, 58, False)
    assert cell(records, karabakh.NORTH, effect="killed_or_injured") is None
    assert cell(records, karabakh.NORTH, effect="killed_or_injured", enemy=True) == (550, 550, True)


@needs_shared
def test_the_seed() -> None:
    record = gold_record("seed", SIDES)
    assert cell([record], ALL, ALL) == (42, 50, True)
    assert cell([record], "Azerbaijani side", ALL) == (11, 17, True)


@needs_shared
def test_an_enemys_550_is_in_no_bound_of_own_losses() -> None:
    records = [gold_record(name, SIDES) for name in ("seed", *(f"page-0{n}" for n in range(7)))]
    for policy in POLICIES:
        for found in tally(Book.of(records), TallyOptions(policy=policy)):
            if not found.enemy:
                assert 550 not in (found.low, found.best, found.high)


# ---------------------------------------------------------------- properties

days = st.sampled_from([BEFORE, DAY, AFTER])
kinds = st.sampled_from(["own", "ally", "monitor", "enemy", "agency"])


@st.composite
def one_figure(draw: st.DrawFn) -> Fig:
    n = draw(st.one_of(st.integers(0, 60), st.sampled_from([16, 31, 32])))
    side = draw(st.sampled_from(["N", "S"]))
    known: dict[str, Any] = {
        "group": draw(st.sampled_from(["combatant", "civilian", "unknown"])),
        "scope": draw(st.sampled_from(["running_total", "running_total", "increment", "incident", "unknown"])),
        "high": draw(st.sampled_from(["same", "same", None])),
        "certainty": draw(st.sampled_from(["certain", "certain", "possible"])),
        "place": draw(st.sampled_from([None, "Mill", "Ford"])),
        "happened": draw(st.sampled_from([None, (BEFORE, BEFORE), (DAY, DAY)])),
        "said_on": draw(st.sampled_from([None, None, BEFORE])),
    }
    kind = draw(kinds)
    if kind == "ally":
        return own(n, side, source="ally", speaks_for=f"ally of {side}", party=f"ally of {side}", **known)
    if kind == "own":
        return own(n, side, **known)
    if kind == "enemy":
        return enemy(n, side, "S" if side == "N" else "N", **known)
    return monitor(n, side, source=kind, **known)


@st.composite
def stories(draw: st.DrawFn) -> list[ReportRecord]:
    told = draw(st.lists(st.tuples(days, st.lists(one_figure(), min_size=1, max_size=4)), min_size=1, max_size=5))
    return [report(figures, f"report {n}", on) for n, (on, figures) in enumerate(told)]


many = settings(max_examples=30, deadline=None)


@many
@given(records=stories(), policy=st.sampled_from(POLICIES), data=st.data())
def test_the_order_of_reports_does_not_matter(records: list[ReportRecord], policy: Policy, data: st.DataObject) -> None:
    options = TallyOptions(policy=policy)
    shuffled = data.draw(st.permutations(records))
    assert tally(Book.of(records), options) == tally(Book.of(shuffled), options)


@many
@given(records=stories(), policy=st.sampled_from(POLICIES))
def test_reading_a_report_twice_changes_nothing(records: list[ReportRecord], policy: Policy) -> None:
    options = TallyOptions(policy=policy)
    assert tally(Book.of(records), options) == tally(Book.of([*records, records[0]]), options)


@many
@given(records=stories(), policy=st.sampled_from(POLICIES))
def test_bounds_are_ordered_and_use_no_claim_twice(records: list[ReportRecord], policy: Policy) -> None:
    for found in tally(Book.of(records), TallyOptions(policy=policy)):
        known = [n for n in (found.low, found.best, found.high) if n is not None]
        assert known == sorted(known)
        claims = [use.claim for use in found.derivation]
        assert len(claims) == len(set(claims))


@many
@given(records=stories(), policy=st.sampled_from(POLICIES))
def test_each_bound_is_the_sum_of_the_claims_that_make_it(records: list[ReportRecord], policy: Policy) -> None:
    numbers: dict[str, int] = {}
    for record in records:
        for claim in record.claims:
            value: Any = claim.value
            numbers[claim.id] = value.low
    for found in tally(Book.of(records), TallyOptions(policy=policy)):
        for bound in ("low", "best", "high"):
            made = [numbers[use.claim] for use in found.derivation if bound in use.bounds]
            assert (sum(made) if made else None) == getattr(found, bound)


@many
@given(records=stories(), extra=st.integers(0, 90), known=st.data())
def test_another_voice_of_the_same_window_never_narrows_the_range(
    records: list[ReportRecord], extra: int, known: st.DataObject
) -> None:
    last = AFTER + timedelta(days=1)
    # The day is told: without it a report of the same number may only relay an earlier word, of an earlier window.
    base = [*records, report([own(30, "N", said_on=last), own(20, "S", said_on=last)], "last", last)]
    added = report([monitor(extra, "N", "combatant", source="another body")], "new", last)
    before, after = cell(base), cell([*base, added])
    assert before is not None
    assert after is not None
    assert (after[0] or 0) <= (before[0] or 0)
    assert (after[1] or 0) >= (before[1] or 0)
    assert cell(base, "S") == cell([*base, added], "S")


@many
@given(records=stories(), policy=st.sampled_from(POLICIES), then=days)
def test_a_tally_as_of_a_day_is_the_tally_of_what_was_on_record(
    records: list[ReportRecord], policy: Policy, then: date
) -> None:
    known = [record for record in records if (record.document.published or then) <= then]
    options = TallyOptions(policy=policy, as_of=then)
    assert tally(Book.of(records), options) == tally(Book.of(known), options)


@many
@given(records=stories(), policy=st.sampled_from(POLICIES))
def test_withdrawing_a_judgement_restores_the_earlier_tally(records: list[ReportRecord], policy: Policy) -> None:
    options = TallyOptions(policy=policy)
    made = reconcile(records).judgements
    ids = [claim.id for record in records for claim in record.claims]
    before = tally(Book.of(records, made), options)
    person = judgement("repeats", ids[-1], ids[0], by="a person")
    decided = [*made, person] if len(ids) > 1 else list(made)
    tally(Book.of(records, decided), options)
    assert (
        tally(Book.of(records, [j if j is not person else withdraw(j, "a person") for j in decided]), options) == before
    )


@many
@given(records=stories(), policy=st.sampled_from(POLICIES))
def test_swapping_the_sides_swaps_the_tallies(records: list[ReportRecord], policy: Policy) -> None:
    options = TallyOptions(policy=policy)

    def rows(found: tuple[Tally, ...], names: dict[str, str]) -> list[tuple[Any, ...]]:
        told = [(names.get(t.side, t.side), t.effect, t.group, t.enemy, t.low, t.best, t.high, t.open) for t in found]
        return sorted(told, key=str)

    swap = {"N": "S", "S": "N"}
    assert rows(tally(Book.of(records), options), swap) == rows(
        tally(Book.of([_swapped(r, swap) for r in records]), options), {}
    )


def _renamed(name: str, names: dict[str, str]) -> str:
    return " ".join(names.get(word, word) for word in name.split())


def _swapped(record: ReportRecord, names: dict[str, str]) -> ReportRecord:
    def party(one: Party | None) -> Party | None:
        if one is None or one.speaks_for is None:
            return one
        return replace(one, name=_renamed(one.name, names), speaks_for=_renamed(one.speaks_for, names))

    def swap(claim: Claim[Any]) -> Claim[Any]:
        side = names.get(claim.value.side_group, claim.value.side_group)
        value = replace(claim.value, side=_renamed(claim.value.side, names), side_group=side)
        return replace(claim, value=value, source=party(claim.source))

    return replace(record, claims=tuple(swap(claim) for claim in record.claims))
