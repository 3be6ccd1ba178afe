"""A conflict at a glance: tallies, figures over time, places, what is latest and what is disputed most."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from datetime import date

from sayso.errors import NotFoundError
from sayso.model import Tally
from sayso.reconcile.tally import ALL
from sayso.reconcile.wording import describe_tally
from sayso.serve.desk import links, words
from sayso.serve.desk.cards import ClaimCard, ReportCard, claim_card, report_card
from sayso.serve.desk.disagreement import DisputeCard, QuestionCard, dispute_card, question_card
from sayso.serve.desk.ledger import Ledger
from sayso.serve.desk.paging import Paged, page_of
from sayso.serve.desk.places import PlaceMark, place_marks
from sayso.serve.desk.series import SeriesCard, series_cards
from sayso.serve.desk.source import SourceCard, sources_page
from sayso.serve.desk.tallies import TallyCell, TallyTable, UseCard, tally_cell, tally_tables, use_cards
from sayso.serve.desk.view import Choice, Head, View, head, policy_choices, sides

_LATEST, _DISPUTED, _QUESTIONS, _SOURCES, _CHARTED, _LATEST_POINTS = 8, 5, 4, 8, 8, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputed:
    """A claim and how many standing judgements contradict it."""

    claim: ClaimCard
    denials: int
    conflicts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictPage:
    """What is on record of one conflict."""

    head: Head
    policies: tuple[Choice, ...]
    policy_told: str
    as_of: str | None
    tables: tuple[TallyTable, ...]
    #: The series with most points, of each the latest; the timeline page has all.
    series: tuple[SeriesCard, ...]
    series_total: int
    places: tuple[PlaceMark, ...]
    latest: tuple[ClaimCard, ...]
    disputed: tuple[Disputed, ...]
    disputes_total: int
    latest_disputes: tuple[DisputeCard, ...]
    questions: tuple[QuestionCard, ...]
    questions_total: int
    sources: tuple[SourceCard, ...]
    sources_total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyPage:
    """What one tally rests on: every claim used or set aside, and why."""

    head: Head
    policies: tuple[Choice, ...]
    policy_told: str
    as_of: str | None
    cell: TallyCell
    #: What makes each bound; whose tally it is, and by which policy, the page says above them.
    sentences: tuple[str, ...]
    used: tuple[UseCard, ...]
    set_aside: tuple[UseCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage:
    """Every voice's figures over time."""

    head: Head
    as_of: str | None
    series: tuple[SeriesCard, ...]
    paged: Paged


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportsPage:
    """The reports of a conflict, the latest first."""

    head: Head
    reports: tuple[ReportCard, ...]
    paged: Paged


@dataclass(frozen=True, slots=True, kw_only=True)
class CellKey:
    """Which tally of a conflict."""

    side: str
    effect: str
    group: str
    enemy: bool = False


def conflict_page(ledger: Ledger, view: View) -> ConflictPage:
    """The page of a conflict under a policy, as of a day."""
    known = _known_claims(ledger, view)
    series = [one for one in ledger.series if one.points]
    charted = sorted(series, key=lambda one: -len(one.points))[:_CHARTED]
    sources = sources_page(ledger).sources
    return ConflictPage(
        head=head(ledger),
        policies=policy_choices(links.conflict_path(ledger.conflict), view),
        policy_told=words.POLICIES[view.policy],
        as_of=view.as_of.isoformat() if view.as_of else None,
        tables=tally_tables(ledger, view),
        series=series_cards(charted, ledger, view.as_of, _LATEST_POINTS),
        series_total=len(series),
        places=place_marks(ledger),
        latest=known[:_LATEST],
        disputed=_most_disputed(ledger),
        disputes_total=len(ledger.disputes),
        latest_disputes=tuple(dispute_card(one, ledger) for one in list(reversed(ledger.disputes))[:_DISPUTED]),
        questions=tuple(question_card(one) for one in ledger.questions[:_QUESTIONS]),
        questions_total=len(ledger.questions),
        sources=sources[:_SOURCES],
        sources_total=len(sources),
    )


def _known_claims(ledger: Ledger, view: View) -> tuple[ClaimCard, ...]:
    """The latest claims on record by the day looked at."""
    shelf, by = ledger.book.shelf, view.as_of or date.max
    known = [one for one in shelf.claims if not one.background and (shelf.on_record(one) or date.min) <= by]
    ordered = sorted(known, key=ledger.when, reverse=True)[:_LATEST]
    return tuple(claim_card(claim, ledger) for claim in ordered)


def _most_disputed(ledger: Ledger) -> tuple[Disputed, ...]:
    denied: Counter[str] = Counter()
    against: Counter[str] = Counter()
    for judgement in ledger.book.judgements:
        if judgement.kind == "denies":
            denied.update(judgement.object.claims)
        elif judgement.kind == "conflicts":
            against.update((*judgement.subject.claims, *judgement.object.claims))
    counted = denied + against
    ranked = sorted(counted, key=lambda claim: (-counted[claim], claim))
    return tuple(
        Disputed(claim=claim_card(ledger.book.claims[claim], ledger), denials=denied[claim], conflicts=against[claim])
        for claim in [one for one in ranked if one in ledger.book.claims][:_DISPUTED]
    )


def tally_page(ledger: Ledger, view: View, key: CellKey) -> TallyPage:
    """The page of one tally, empty where the policy gives none; raises NotFoundError for a side that is not told of."""
    if key.side not in (ALL, *sides(ledger)):
        raise NotFoundError(f"no side {key.side!r} is told of in this conflict")
    found = _tally(ledger, view, key)
    path = links.conflict_path(ledger.conflict, "tally")
    where: dict[str, links.Parameter] = {"side": key.side, "effect": key.effect, "group": key.group, "enemy": key.enemy}
    uses = use_cards(found, ledger)
    return TallyPage(
        head=head(ledger),
        policies=policy_choices(path, view, where),
        policy_told=words.POLICIES[view.policy],
        as_of=view.as_of.isoformat() if view.as_of else None,
        cell=tally_cell(found, ledger, view, max(found.high or 0, found.low or 0)),
        sentences=describe_tally(found, ledger.book.claims)[1:],
        used=tuple(use for use in uses if use.bounds),
        set_aside=tuple(use for use in uses if not use.bounds),
    )


def _tally(ledger: Ledger, view: View, key: CellKey) -> Tally:
    empty = Tally(**asdict(key), policy=view.policy, as_of=view.as_of)
    wanted = (key.side, key.effect, key.group, key.enemy)
    tallies = ledger.tallies(view.policy, view.as_of)
    return next((one for one in tallies if (one.side, one.effect, one.group, one.enemy) == wanted), empty)


def timeline_page(ledger: Ledger, view: View, cursor: str | None, limit: int) -> TimelinePage:
    """The series of a conflict, a page at a time."""
    path = links.to(links.conflict_path(ledger.conflict, "timeline"), {"as_of": view.parameters()["as_of"]})
    shown, paged = page_of([one for one in ledger.series if one.points], cursor, limit, path)
    return TimelinePage(
        head=head(ledger),
        as_of=view.as_of.isoformat() if view.as_of else None,
        series=series_cards(shown, ledger, view.as_of),
        paged=paged,
    )


def reports_page(ledger: Ledger, cursor: str | None, limit: int) -> ReportsPage:
    """The reports of a conflict, a page at a time."""
    ordered = sorted(
        (record.document for record in ledger.book.records),
        key=lambda document: (str(document.published or ""), document.name),
        reverse=True,
    )
    shown, paged = page_of(ordered, cursor, limit, links.conflict_path(ledger.conflict, "reports"))
    return ReportsPage(head=head(ledger), reports=tuple(report_card(document) for document in shown), paged=paged)
