"""What every store promises, held against each database alike."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from sayso.claims import Casualty, ReportRecord
from sayso.claims.codec import part_to_json
from sayso.errors import ConflictError, UsageError
from sayso.model import Claim, End, Party
from sayso.store import (
    NO_DOSSIER,
    ByHand,
    ClaimFilter,
    Decision,
    DocumentFilter,
    Page,
    Raw,
    Store,
    StoredClaim,
    Undo,
    Victim,
    Withdrawal,
)
from tests.claims.test_codec import full_record
from tests.factory import a_casualty, a_judgement, words
from tests.store.build import TEXT, a_report, newer


def low(store: Store, record: ReportRecord, n: int = 0) -> int | None:
    found = store.record(record.document.id)
    assert found is not None
    value = found.claims[n].value
    assert isinstance(value, Casualty)
    return value.low


def on_claim(action: str, claim: str, **known: Any) -> Decision:
    return Decision(**{"action": action, "target_kind": "claim", "target": claim, "by": "Ann", **known})


# ---------------------------------------------------------------- adding


@pytest.mark.parametrize("record", [full_record(), a_report()])
def test_a_record_comes_back_as_it_was(store: Store, record: ReportRecord) -> None:
    added = store.add(record)
    assert (added.outcome, added.document_id) == ("new", record.document.id)
    assert store.record(record.document.id) == record
    assert list(store.records()) == [record]


def test_a_conflict_of_any_name_has_a_revision(store: Store) -> None:
    store.add(a_report(conflict="riv\x00ers"))
    assert store.revision("riv\x00ers") == 1


def test_adding_again_changes_nothing(store: Store) -> None:
    record = a_report()
    store.add(record)
    before = store.revision()
    assert store.add(record).outcome == "same"
    assert store.revision() == before
    assert store.claims(page=Page(count=True)).total == 2


def test_confidences_that_differ_in_their_last_digits_are_no_new_reading(store: Store) -> None:
    record = a_report()
    store.add(record)
    again = replace(record, claims=tuple(replace(claim, confidence=0.9999) for claim in record.claims))
    assert store.add(again).outcome == "same"


def test_a_newer_reading_supersedes_and_the_older_is_kept(store: Store) -> None:
    record = a_report()
    store.add(record)
    later = newer(a_report(low=11))
    assert store.add(later).outcome == "superseded"
    assert store.record(record.document.id) == later
    stored = store.document(record.document.id)
    assert stored is not None
    assert (stored.readings, stored.claims, stored.origin) == (2, 2, "test@2")
    old = store.claims(ClaimFilter(status="superseded")).rows
    assert {row.claim.origin for row in old} == {"test@1"}


def test_a_reading_by_an_older_extractor_changes_nothing(store: Store) -> None:
    record = newer(a_report())
    store.add(record)
    assert store.add(a_report(low=9)).outcome == "same"
    assert store.record(record.document.id) == record


def test_another_text_from_the_same_address_is_a_version(store: Store) -> None:
    first, later = a_report(uri="https://paper.example/1"), a_report(TEXT + " More.", uri="https://paper.example/1")
    store.add(first)
    added = store.add(later)
    assert (added.outcome, added.version_of) == ("version", first.document.id)
    kept = store.record(later.document.id)
    assert kept is not None
    assert kept.document.version_of == first.document.id
    assert [record.document.id for record in store.records()] == [first.document.id, later.document.id]


def test_the_same_text_from_elsewhere_is_a_copy(store: Store) -> None:
    store.add(a_report(uri="https://paper.example/1"))
    added = store.add(a_report(uri="https://other.example/1"))
    assert (added.outcome, added.similarity) == ("copy", 1.0)
    stored = store.document(added.document_id)
    assert stored is not None
    assert stored.copy_of == added.copy_of


LONG = " ".join(f"On day {n} of the flood the river rose by {n * 3} hands near mill number {n + 7}." for n in range(40))


def test_nearly_the_same_text_from_elsewhere_is_a_copy(store: Store) -> None:
    first = a_report(f"{TEXT} {LONG}")
    store.add(first)
    near = a_report(f"{TEXT} {LONG.replace('day 17', 'the seventeenth day')}")
    added = store.add(near)
    assert (added.outcome, added.copy_of) == ("copy", first.document.id)
    assert added.similarity is not None
    assert 0.8 <= added.similarity < 1.0
    other = " ".join(f"In week {n} the market sold {n * 5} baskets of plums to {n} inns." for n in range(40))
    assert store.add(a_report(f"{TEXT} {other}")).outcome == "new"


def test_raw_bytes_are_kept_once(store: Store) -> None:
    raw = Raw(digest="ab" * 32, data=b"\x00\xff<p>", media_type="text/html")
    store.add(a_report(), raw)
    store.add(a_report(), raw)
    assert store.raw(raw.digest) == raw
    assert store.raw("cd" * 32) is None


def test_what_was_never_added_is_not_there(store: Store) -> None:
    assert store.record("none") is None
    assert store.document("none") is None
    assert store.claim("none") is None
    assert list(store.records()) == []
    assert store.conflicts() == ()


# ---------------------------------------------------------------- listings


def test_claims_are_filtered(store: Store) -> None:
    record = a_report(publisher="The Paper")
    store.add(record)
    store.add(a_report(conflict="hills", publisher="The Post", published=date(2022, 1, 1)))
    ten, twelve = record.claims
    one = ClaimFilter(conflict="rivers")
    fitting: list[tuple[dict[str, object], list[str]]] = [
        ({}, [twelve.id, ten.id]),
        ({"side": "North"}, [ten.id]),
        ({"source": "Ministry of Rivers"}, [ten.id]),
        ({"source": "North"}, [ten.id]),
        ({"effect": "injured"}, []),
        ({"group": "combatant"}, [ten.id]),
        ({"posture": "own_loss"}, [ten.id]),
        ({"kind": "casualty"}, [twelve.id, ten.id]),
        ({"kind": "denial"}, []),
        ({"document": record.document.id}, [twelve.id, ten.id]),
        ({"said_from": date(2021, 3, 5)}, []),
        ({"said_to": date(2021, 3, 4)}, [twelve.id, ten.id]),
        ({"happened_from": date(2021, 3, 3), "happened_to": date(2021, 3, 3)}, [ten.id]),
        ({"happened_from": date(2021, 3, 4)}, []),
        ({"place": "Oldbridge"}, [ten.id]),
        ({"publisher": "The Paper"}, [twelve.id, ten.id]),
        ({"publisher": "The Post"}, []),
        ({"status": "rejected"}, []),
        ({"status": "read"}, [twelve.id, ten.id]),
        ({"text": "soldiers"}, [ten.id]),
        ({"text": '"twelve dead"'}, [twelve.id]),
        ({"text": "sold*"}, [ten.id]),
        ({"text": "twelve soldiers"}, []),
    ]
    for known, wanted in fitting:
        rows = store.claims(replace(one, **known)).rows  # type: ignore[arg-type]
        assert [row.claim.id for row in rows] == wanted, known


def test_pages_hold_every_claim_once(store: Store) -> None:
    for day in range(1, 8):
        store.add(a_report(published=date(2021, 3, day)))
    cursor, found = None, list[StoredClaim]()
    while True:
        listing = store.claims(page=Page(limit=3, cursor=cursor, count=True))
        assert listing.total == 14
        found += listing.rows
        if (cursor := listing.next_cursor) is None:
            break
    assert len({row.claim.id for row in found}) == len(found) == 14
    assert [row.published for row in found] == sorted((row.published for row in found), reverse=True)  # type: ignore[type-var]


@pytest.mark.parametrize("page", [Page(cursor="x"), Page(cursor="WzEsIDIsIDNd"), Page(limit=0), Page(limit=10**6)])
def test_a_page_that_cannot_be_is_refused(store: Store, page: Page) -> None:
    with pytest.raises(UsageError):
        store.claims(page=page)


def test_documents_are_listed_without_their_texts(store: Store) -> None:
    for day in (1, 2, 3):
        store.add(a_report(published=date(2021, 3, day), publisher=f"Paper {day}", name=f"r{day}"))
    listing = store.documents(Page(limit=2, count=True))
    assert [row.document.name for row in listing.rows] == ["r3", "r2"]
    assert (listing.total, listing.rows[0].document.text, listing.rows[0].claims) == (3, "", 2)
    rest = store.documents(Page(limit=2, cursor=listing.next_cursor))
    assert [row.document.name for row in rest.rows] == ["r1"]
    chosen = store.documents(wanted=DocumentFilter(publisher="Paper 2", published_to=date(2021, 3, 2), sample=False))
    assert [row.document.name for row in chosen.rows] == ["r2"]


def test_what_was_read_without_a_dossier_can_be_asked_for(store: Store) -> None:
    store.add(a_report())
    store.add(a_report(conflict=None, published=date(2021, 5, 1)))
    wanted = ClaimFilter(conflict=NO_DOSSIER)
    assert [one.conflict for one in store.claims(wanted, Page(count=True)).rows] == [None, None]
    assert [one.conflict for one in store.documents(wanted=DocumentFilter(conflict=NO_DOSSIER)).rows] == [None]
    (hit,) = store.search("soldiers", ClaimFilter(conflict=NO_DOSSIER)).rows
    assert hit.document.conflict is None


def test_conflicts_and_facets_are_counted(store: Store) -> None:
    store.add(a_report())
    store.add(a_report(published=date(2021, 4, 1)))
    store.add(a_report(conflict=None, published=date(2021, 5, 1)))
    assert [(one.conflict, one.documents, one.claims) for one in store.conflicts()] == [("rivers", 2, 4), (None, 1, 2)]
    sides = store.facets("side", ClaimFilter(conflict="rivers"))
    assert [(facet.value, facet.claims) for facet in sides] == [("North", 2), ("South", 2)]
    assert [record.conflict for record in store.records("rivers")] == ["rivers", "rivers"]


def test_documents_are_found_by_their_words(store: Store) -> None:
    record = a_report()
    store.add(record)
    store.add(a_report("Rain fell. The Ministry of Rivers said ten soldiers were killed. twelve dead", title="Rain"))
    (hit,) = store.search("oldbridge mon*").rows
    assert hit.document.document.id == record.document.id
    assert "Oldbridge" in [piece for piece, found in hit.snippet if found]
    assert [len(store.search(query).rows) for query in ("rain", '"ten soldiers"', '"soldiers ten"', "sunshine")] == [
        1,
        2,
        0,
        0,
    ]
    assert len(store.search("soldiers", ClaimFilter(place="Oldbridge")).rows) == 2
    assert len(store.search("soldiers", ClaimFilter(place="Newbridge")).rows) == 0


@pytest.mark.parametrize("query", ["a' OR 1=1 --", '"', "(", "NEAR(a b)", "a:b", "&|!<->", "title:x", "-x", "\x00zz"])
def test_any_query_is_words_or_refused(store: Store, query: str) -> None:
    store.add(a_report())
    try:
        assert store.search(query).rows == ()
    except UsageError as error:
        assert "no word to look for" in str(error)  # noqa: PT017


# ---------------------------------------------------------------- decisions


def test_a_corrected_claim_takes_the_place_of_the_one_read(store: Store) -> None:
    record = a_report()
    store.add(record)
    ten = record.claims[0]
    made = store.decide(on_claim("correct", ten.id, after={"value": {"low": 13, "high": 13}}), 0)
    kept = store.record(record.document.id)
    assert kept is not None
    assert [claim.id for claim in kept.claims] == [claim.id for claim in record.claims]
    assert (low(store, record), kept.claims[0].origin, kept.claims[0].evidence) == (13, "Ann", ten.evidence)
    found = store.claim(ten.id)
    assert found is not None
    assert (found.status, found.version, found.history) == ("corrected", 1, (made,))
    assert made.before == json.loads(part_to_json(ten))
    assert [row.claim.origin for row in store.claims(ClaimFilter(place="Oldbridge")).rows] == ["Ann"]
    store.undo(Undo(decision=made.id, by="Bob"))
    assert store.record(record.document.id) == record


def test_a_second_correction_builds_on_the_first_and_accepting_accepts_both(store: Store) -> None:
    record = a_report()
    store.add(record)
    ten = record.claims[0].id
    first = store.decide(on_claim("correct", ten, after={"value": {"low": 13, "high": 13}}), 0)
    second = store.decide(on_claim("correct", ten, by="Bob", after={"value": {"side": "East"}}), 1)
    store.decide(on_claim("accept", ten, by="Cem"), 2)

    def told() -> tuple[object, ...]:
        found = store.claim(ten)
        assert found is not None
        assert isinstance(found.claim.value, Casualty)
        return found.status, found.claim.origin, found.claim.value.low, found.claim.value.side

    assert told() == ("accepted", "Bob", 13, "East")
    store.undo(Undo(decision=second.id, by="Bob"))
    assert told() == ("accepted", "Ann", 13, "North")
    store.undo(Undo(decision=first.id, by="Ann"))
    assert told() == ("accepted", "test@1", 10, "North")
    assert store.check() == []


def test_a_rejected_claim_is_out_with_what_hangs_on_it(store: Store) -> None:
    record = a_report()
    store.add(record)
    ten, twelve = record.claims
    made = store.decide(on_claim("reject", ten.id), 0)
    kept = store.record(record.document.id)
    assert kept is not None
    assert (kept.claims, kept.judgements) == ((twelve,), ())
    assert [row.claim.id for row in store.claims(ClaimFilter(status="rejected")).rows] == [ten.id]
    assert [row.claim.id for row in store.claims().rows] == [twelve.id]
    undone = store.undo(Undo(decision=made.id, by="Ann"))
    assert store.record(record.document.id) == record
    store.undo(Undo(decision=undone.id, by="Ann"))
    assert store.claims(ClaimFilter(status="rejected")).rows != ()


def test_accepting_and_withholding_show_in_the_status(store: Store) -> None:
    record = a_report()
    store.add(record)
    ten, twelve = record.claims
    store.decide(on_claim("accept", ten.id), 0)
    store.decide(on_claim("withhold", twelve.id, after={"withhold": True}), 0)
    kept = store.record(record.document.id)
    assert kept is not None
    assert [claim.id for claim in kept.claims] == [ten.id]
    assert {row.claim.id: row.status for row in store.claims().rows} == {ten.id: "accepted"}
    store.decide(on_claim("withhold", twelve.id, after={"withhold": False}), 1)
    assert store.record(record.document.id) == record


def test_of_two_people_the_second_is_told_that_the_first_was_there(store: Store) -> None:
    record = a_report()
    store.add(record)
    ten = record.claims[0].id
    store.decide(on_claim("accept", ten), 0)
    before = store.revision()
    with pytest.raises(ConflictError, match=r"Ann was first \(accept, 2031-05-01 12:00 UTC\)"):
        store.decide(on_claim("reject", ten, by="Bob"), 0)
    assert (store.version("claim", ten), store.revision()) == (1, before)
    store.decide(on_claim("reject", ten, by="Bob"), 1)
    assert [(one.by, one.action) for one in store.decisions(("claim", ten)).rows] == [
        ("Bob", "reject"),
        ("Ann", "accept"),
    ]


def test_a_decision_is_taken_back_once(store: Store) -> None:
    record = a_report()
    store.add(record)
    made = store.decide(on_claim("reject", record.claims[0].id), 0)
    store.undo(Undo(decision=made.id, by="Ann"), 1)
    with pytest.raises(ConflictError, match="Ann has taken it back already"):
        store.undo(Undo(decision=made.id, by="Bob"))
    with pytest.raises(UsageError, match="not on record"):
        store.undo(Undo(decision="none", by="Bob"))


@pytest.mark.parametrize(
    ("known", "message"),
    [
        ({"target": "none"}, "not on record"),
        ({"by": " "}, "name of whoever decides"),
        ({"action": "merge"}, "is about a party"),
        ({"action": "correct", "after": {"value": {"effect": "scared"}}}, "effect"),
        ({"action": "correct", "after": {"evidence": []}}, "needs its words"),
        ({"action": "link"}, "incident"),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(store: Store, known: dict[str, object], message: str) -> None:
    record = a_report()
    store.add(record)
    with pytest.raises(Exception, match=message) as refused:
        store.decide(replace(on_claim("accept", record.claims[0].id), **known), 0)  # type: ignore[arg-type]
    assert type(refused.value).__module__ == "sayso.errors"
    assert store.decisions().rows == ()


def test_a_correction_cannot_quote_what_the_document_does_not_say(store: Store) -> None:
    record = a_report()
    store.add(record)
    ten = record.claims[0]
    piece = json.loads(part_to_json(ten))["evidence"][0]
    with pytest.raises(UsageError, match="does not read"):
        store.decide(on_claim("correct", ten.id, after={"evidence": [{**piece, "exact": piece["exact"].upper()}]}), 0)


# ---------------------------------------------------------------- reading again


def test_decisions_survive_a_newer_reading(store: Store) -> None:
    record = a_report()
    store.add(record)
    ten, twelve = record.claims
    store.decide(on_claim("correct", ten.id, after={"value": {"low": 13, "high": 13}}), 0)
    store.decide(on_claim("reject", twelve.id), 0)
    store.add(newer(record, certainty="possible"))
    kept = store.record(record.document.id)
    assert kept is not None
    assert [(claim.id, claim.origin) for claim in kept.claims] == [(ten.id, "Ann")]
    assert low(store, record) == 13


def renumbered(record: ReportRecord) -> ReportRecord:
    """The record with other ids for its claims."""
    claims = tuple(replace(claim, id=f"new{n}", origin="test@2") for n, claim in enumerate(record.claims))
    return replace(record, claims=claims, judgements=())


def test_decisions_go_to_the_claim_of_the_same_words_when_ids_change(store: Store) -> None:
    record = a_report()
    store.add(record)
    ten, twelve = record.claims
    made = store.decide(on_claim("correct", ten.id, after={"value": {"low": 13, "high": 13}}), 0)
    store.judge(a_judgement("repeats", subject=End(claims=(ten.id,)), object=End(claims=(twelve.id,)), id="j"))
    store.add(renumbered(record))
    kept = store.record(record.document.id)
    assert kept is not None
    assert [(claim.id, claim.origin) for claim in kept.claims] == [("new0", "Ann"), ("new1", "test@2")]
    found = store.claim("new0")
    assert found is not None
    assert (found.status, found.history, found.version) == ("corrected", (made,), 0)
    store.undo(Undo(decision=made.id, by="Ann"))
    assert store.record(record.document.id) is not None
    assert low(store, record) == 10
    store.add(newer(a_report(), "test@3"))
    assert [row.claim.id for row in store.claims().rows] == [twelve.id, ten.id]


def test_a_judgement_of_the_program_stays_withdrawn_when_claims_get_other_ids(store: Store) -> None:
    record = a_report()
    (apart,) = (replace(judgement, by="sayso.reconcile@1") for judgement in record.judgements)
    store.add(replace(record, judgements=(apart,)))
    store.withdraw(Withdrawal(judgement=apart.id, by="Ann"))
    again = replace(apart, id="again", subject=End(claims=("new1",)), object=End(claims=("new0",)))
    store.add(replace(renumbered(record), judgements=(again,)))
    kept = store.record(record.document.id)
    assert kept is not None
    assert [(one.id, one.withdrawn_by) for one in kept.judgements] == [("again", "Ann")]


# ---------------------------------------------------------------- judgements, links, parties


def test_a_persons_judgement_stands_beside_the_programs(store: Store) -> None:
    record = a_report()
    store.add(record)
    ten, twelve = record.claims
    mine = a_judgement("repeats", subject=End(claims=(twelve.id,)), object=End(claims=(ten.id,)), by="Ann", id="mine")
    made = store.judge(mine)
    assert made.at is not None
    assert store.judgements() == store.judgements(ten.id) == (made,)
    kept = store.record(record.document.id)
    assert kept is not None
    assert kept.judgements == (*record.judgements, made)
    gone = store.withdraw(Withdrawal(judgement="mine", by="Bob"))
    assert (gone.withdrawn_by, store.judgements()) == ("Bob", (gone,))
    store.undo(Undo(decision=store.decisions(("judgement", "mine")).rows[0].id, by="Bob"))
    assert store.judgements() == (made,)


def test_a_judgement_of_the_program_can_be_withdrawn(store: Store) -> None:
    record = a_report()
    store.add(record)
    (apart,) = record.judgements
    gone = store.withdraw(Withdrawal(judgement=apart.id, by="Ann"))
    kept = store.record(record.document.id)
    assert kept is not None
    assert kept.judgements == (gone,)
    store.undo(Undo(decision=store.decisions().rows[0].id, by="Ann"))
    assert store.record(record.document.id) == record


def test_a_claim_is_linked_to_an_incident_and_unlinked(store: Store) -> None:
    record = a_report()
    store.add(record)
    ten = record.claims[0]
    made = store.decide(on_claim("link", ten.id, after={"incident": "flood"}), 0)
    (link,) = store.judgements(ten.id)
    assert (link.kind, link.subject.claims, link.object.incident, link.by) == ("part_of", (ten.id,), "flood", "Ann")
    store.undo(Undo(decision=made.id, by="Bob"))
    assert store.judgements(ten.id)[0].withdrawn_by == "Bob"
    store.decide(on_claim("unlink", ten.id, after={"incident": "other", "judgement": "of sayso"}), 2)
    found = {one.id: one for one in store.judgements(ten.id)}
    assert found["of sayso"].withdrawn_by == "Ann"


def test_merged_names_are_one_party_until_they_are_taken_apart(store: Store) -> None:
    record = a_report()
    store.add(record)
    merge = Decision(
        action="merge", target_kind="party", target="Ministry of Rivers", by="Ann", after={"into": "Rivers Ministry"}
    )
    made = store.decide(merge, 0)
    kept = store.record(record.document.id)
    assert kept is not None
    sources = [claim.source.name for claim in kept.claims if claim.source]
    assert sources == ["Rivers Ministry", "A monitor"]
    assert kept.attributions[0].speaker == replace(
        record.attributions[0].speaker or Party(name="", kind="state"), name="Rivers Ministry"
    )
    for name in ("Rivers Ministry", "Ministry of Rivers"):
        assert len(store.claims(ClaimFilter(source=name)).rows) == 1
    assert store.facets("source")[1].value == "Rivers Ministry"
    with pytest.raises(UsageError, match="already"):
        store.decide(replace(merge, target="Rivers Ministry", after={"into": "Ministry of Rivers"}), 0)
    store.undo(Undo(decision=made.id, by="Ann"))
    assert store.record(record.document.id) == record


# ---------------------------------------------------------------- by hand


def by_hand(**known: Any) -> ByHand:
    value = Casualty(effect="killed", low=3, high=3)
    claim = Claim(id="", evidence=(), value=value, origin="", said_on=date(2021, 3, 9))
    told = {"claim": claim, "by": "Ann", "reason": "Counted in a video of 9 March", "conflict": "rivers"}
    return ByHand(**{**told, **known})


def test_a_claim_without_words_rests_on_the_reason_given(store: Store) -> None:
    found = store.add_claim(by_hand())
    assert (found.status, found.claim.origin, found.claim.evidence[0].exact) == (
        "added",
        "Ann",
        "Counted in a video of 9 March",
    )
    assert store.add_claim(by_hand()) == found
    record = store.record(found.document)
    assert record is not None
    assert (record.claims, record.conflict, record.document.published) == ((found.claim,), "rivers", date(2021, 3, 9))
    assert [one.document.id for one in store.records("rivers")] == [found.document]


def test_a_claim_by_hand_stands_beside_those_read(store: Store) -> None:
    record = a_report()
    store.add(record)
    mine = replace(a_casualty(record.document, "twelve dead", value={"low": 12, "high": None}), origin="")
    found = store.add_claim(by_hand(claim=mine))
    store.add(newer(a_report(low=11)))
    kept = store.record(record.document.id)
    assert kept is not None
    assert kept.claims[2] == found.claim
    store.decide(on_claim("reject", found.claim.id), 0)
    assert len(store.claims().rows) == 2


def test_a_claim_by_hand_needs_words_or_a_reason(store: Store) -> None:
    with pytest.raises(UsageError, match="reason"):
        store.add_claim(by_hand(reason=" "))
    with pytest.raises(UsageError, match="not on record"):
        store.add_claim(by_hand(claim=replace(a_report().claims[0], id="")))


def test_victims_are_kept_and_withheld(store: Store) -> None:
    record = a_report()
    store.add(record)
    ten = record.claims[0].id
    ada = store.add_victim(Victim(names=("Ada Oldmill", "A. Oldmill"), age="about 40", claims=(ten,)), "Ann")
    ben = store.add_victim(Victim(names=("Ben Oldmill",), withhold=True), "Ann")
    assert store.victims() == store.victims(ten) == (ada,)
    assert store.victims(withheld=True) == (ada, ben)
    assert store.add_victim(ada, "Ann") == ada
    older = store.add_victim(replace(ada, age="41"), "Ann")
    assert store.victims() == (older,)
    withhold = Decision(action="withhold", target_kind="victim", target=ada.id, by="Bob", after={"withhold": True})
    made = store.decide(withhold, 0)
    assert store.victims() == ()
    store.undo(Undo(decision=made.id, by="Bob"))
    assert store.victims() == (older,)


# ---------------------------------------------------------------- revisions


def test_revisions_grow_with_what_bears_on_them(store: Store) -> None:
    record = a_report()
    store.add(record)
    seen = store.revision(), store.revision("rivers"), store.revision("hills")
    store.add(a_report(conflict="hills", published=date(2022, 1, 1)))
    now = store.revision(), store.revision("rivers"), store.revision("hills")
    assert [after > before for after, before in zip(now, seen, strict=True)] == [True, False, True]
    store.decide(on_claim("accept", record.claims[0].id), 0)
    then = store.revision(), store.revision("rivers"), store.revision("hills")
    assert [after > before for after, before in zip(then, now, strict=True)] == [True, True, False]


def test_evidence_is_exact_where_a_text_holds_a_character_that_a_database_cannot(store: Store) -> None:
    record = a_report(TEXT.replace("Oldbridge", "Old\x00bridge"), title="a\x00b", uri="x\x00y")
    assert words(record.document, "Old\x00bridge")
    store.add(record)
    assert store.record(record.document.id) == record
