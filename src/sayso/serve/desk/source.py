"""All that one voice said in a conflict: its own losses, its enemies', denials, accusations, silences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.claims import AnyClaim
from sayso.claims.statement import Accusation, Denial, Silence
from sayso.errors import NotFoundError
from sayso.reconcile.context import is_casualty
from sayso.serve.desk import links, words
from sayso.serve.desk.archive import Archive
from sayso.serve.desk.cards import ClaimCard, claim_card
from sayso.serve.desk.decisions import DecisionCard, decision_card, grade_of, listed
from sayso.serve.desk.ledger import Ledger
from sayso.serve.desk.series import SeriesCard, series_cards
from sayso.serve.desk.view import Head, head
from sayso.store.interface import Page

#: Claims of one section shown at once.
_MOST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Claims of one sort, the latest first."""

    name: str
    claims: tuple[ClaimCard, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCard:
    """A voice as a list shows it."""

    name: str
    href: str
    posture_words: str | None
    claims: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesPage:
    """Every named voice of a conflict."""

    head: Head
    sources: tuple[SourceCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReview:
    """What people decided about the party of one name, and the names that it may be merged into."""

    name: str
    #: The Admiralty's letter, given by a person; None where nobody gave one.
    grade: str | None
    version: int
    history: tuple[DecisionCard, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePage:
    """One voice."""

    head: Head
    name: str
    #: Every name under which reports give it.
    names: tuple[str, ...]
    roles: tuple[str, ...]
    speaks_for: str | None
    side: str | None
    side_group: str | None
    #: How often it is relayed, and by whom.
    via: tuple[tuple[str, int], ...]
    sections: tuple[Section, ...]
    series: tuple[SeriesCard, ...]
    denied_by: tuple[str, ...]
    #: Times that a later figure of this voice replaced an earlier one.
    revisions: int
    review: SourceReview


def sources_page(ledger: Ledger) -> SourcesPage:
    """Every voice with its number of claims, most first."""
    ordered = sorted(ledger.voices.items(), key=lambda item: (-len(item[1]), item[0]))
    return SourcesPage(head=head(ledger), sources=tuple(_card(voice, told, ledger) for voice, told in ordered))


def _card(voice: str, told: Sequence[AnyClaim], ledger: Ledger) -> SourceCard:
    days = [day for claim in told if (day := ledger.book.shelf.said(claim)) is not None]
    postures = Counter(claim.value.posture for claim in told if is_casualty(claim))
    return SourceCard(
        name=name_of(told),
        href=links.source(ledger.conflict, told[0].source.name if told[0].source else voice),
        posture_words=words.POSTURES[postures.most_common(1)[0][0]] if postures else None,
        claims=len(told),
        first=min(days).isoformat() if days else None,
        last=max(days).isoformat() if days else None,
    )


def name_of(told: Sequence[AnyClaim]) -> str:
    """How to call a voice: whom it speaks for, else the name it is given most often."""
    parties = [claim.source for claim in told if claim.source is not None]
    if parties and parties[0].speaks_for:
        return f"{parties[0].speaks_for}, official voices"
    return Counter(sorted(party.name for party in parties)).most_common(1)[0][0]


def source_page(name: str, ledger: Ledger, archive: Archive) -> SourcePage:
    """The page of the voice that bears a name; raises NotFoundError where nobody of that name speaks here."""
    voices = ledger.voices_named.get(name, ())
    told = tuple(sorted((claim for voice in voices for claim in ledger.voices[voice]), key=ledger.when))
    if not told:
        raise NotFoundError(f"no source {name!r} speaks in this conflict")
    parties = [claim.source for claim in told if claim.source is not None]
    own = {claim.id for claim in told}
    series = [one for one in ledger.series if one.points and one.points[0].claim.id in own]
    relays = Counter(party.name for claim in told for party in claim.via)
    return SourcePage(
        head=head(ledger),
        name=name_of(told),
        names=tuple(sorted({party.name for party in parties})),
        roles=tuple(sorted({party.role for party in parties if party.role})),
        speaks_for=parties[0].speaks_for,
        side=parties[0].side,
        side_group=parties[0].side_group,
        via=tuple(relays.most_common(12)),
        sections=tuple(_sections(told, ledger)),
        series=series_cards(series, ledger),
        denied_by=tuple(sorted({who for one in series for point in one.points for who in point.denied_by})),
        revisions=sum(bool(point.revised_by) for one in series for point in one.points),
        review=_review(name, ledger, archive),
    )


def _review(name: str, ledger: Ledger, archive: Archive) -> SourceReview:
    log = listed(archive, ("party", name), Page(limit=1000)).rows[::-1]
    return SourceReview(
        name=name,
        grade=grade_of(log, "grade_source"),
        version=len(log),
        history=tuple(decision_card(one, log) for one in log),
        others=tuple(one for one in sorted(ledger.voices_named) if one != name),
    )


def _sections(told: Sequence[AnyClaim], ledger: Ledger) -> Iterable[Section]:
    sorts: dict[str, list[AnyClaim]] = {name: [] for name in _SECTIONS}
    for claim in told:
        sorts[_section(claim)].append(claim)
    for name, claims in sorts.items():
        if claims:
            latest = list(reversed(claims))[:_MOST]
            yield Section(name=name, claims=tuple(claim_card(one, ledger) for one in latest), total=len(claims))


_SECTIONS = (
    "Of its own side’s losses",
    "Of its enemy’s losses",
    "Of losses, as a third party or camp",
    "Denials",
    "Accusations",
    "Silences",
)


def _section(claim: AnyClaim) -> str:
    if is_casualty(claim):
        return _SECTIONS[{"own_loss": 0, "enemy_loss": 1}.get(claim.value.posture, 2)]
    return _SECTIONS[{Denial: 3, Accusation: 4, Silence: 5}[type(claim.value)]]
