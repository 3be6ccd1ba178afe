"""Disputes and questions of a conflict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model import Evidence
from sayso.reconcile.disputes import Dispute
from sayso.reconcile.questions import Question
from sayso.reconcile.wording import describe_dispute
from sayso.serve.desk import links, words
from sayso.serve.desk.cards import ClaimCard, claim_card
from sayso.serve.desk.ledger import Ledger
from sayso.serve.desk.paging import Paged, page_of
from sayso.serve.desk.tallies import Quote
from sayso.serve.desk.view import Choice, Head, head

_QUOTE = 200
KINDS = {
    "conflict": "Figures that cannot both hold",
    "denial": "Denials",
    "variant": "One announcement told with two numbers",
    "blame": "Accusations",
}
QUESTIONS = {
    "falls": "A running total that falls",
    "variant": "One announcement, two numbers",
    "transposed": "Digits changed about",
    "other_source": "A figure given to another source",
    "other_meaning": "A number that counts something else elsewhere",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeCard:
    """Two ends that contradict each other; nothing says who is right."""

    kind: str
    kind_words: str
    text: str
    day: str | None
    one: tuple[ClaimCard, ...]
    other: tuple[ClaimCard, ...]
    party: str | None
    other_party: str | None
    words: tuple[Quote, ...]
    why: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionCard:
    """A question that figures raise, with the words that raise it."""

    kind: str
    kind_words: str
    text: str
    words: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputesPage:
    """Who contradicts whom in a conflict, and what is worth asking."""

    head: Head
    kinds: tuple[Choice, ...]
    disputes: tuple[DisputeCard, ...]
    paged: Paged
    questions: tuple[QuestionCard, ...]


def disputes_page(ledger: Ledger, kind: str | None, cursor: str | None, limit: int) -> DisputesPage:
    """The disputes of a kind, or all, a page at a time; the latest first."""
    path = links.conflict_path(ledger.conflict, "disputes")
    latest = [one for one in reversed(ledger.disputes) if kind is None or one.kind == kind]
    shown, paged = page_of(latest, cursor, limit, links.to(path, {"kind": kind}))
    return DisputesPage(
        head=head(ledger),
        kinds=_choices(path, kind, ledger),
        disputes=tuple(dispute_card(one, ledger) for one in shown),
        paged=paged,
        questions=tuple(question_card(one) for one in ledger.questions) if cursor is None else (),
    )


def _choices(path: str, kind: str | None, ledger: Ledger) -> tuple[Choice, ...]:
    counted = Counter(one.kind for one in ledger.disputes)
    every = Choice(value="", words=f"All ({sum(counted.values()):,})", told="", href=path, chosen=kind is None)
    return (
        every,
        *(
            Choice(
                value=name,
                words=f"{told} ({counted[name]:,})",  # type: ignore[index]
                told="",
                href=links.to(path, {"kind": name}),
                chosen=kind == name,
            )
            for name, told in KINDS.items()
        ),
    )


def dispute_card(one: Dispute, ledger: Ledger) -> DisputeCard:
    """A dispute with both its ends."""
    return DisputeCard(
        kind=one.kind,
        kind_words=KINDS[one.kind],
        text=describe_dispute(one),
        day=one.day.isoformat() if one.day else None,
        one=tuple(claim_card(claim, ledger) for claim in one.one),
        other=tuple(claim_card(claim, ledger) for claim in one.other),
        party=one.party.name if one.party else None,
        other_party=one.other_party.name if one.other_party else None,
        words=quotes(one.evidence),
        why=tuple(sorted(one.why.items())),
    )


def question_card(one: Question) -> QuestionCard:
    """A question with its words."""
    return QuestionCard(kind=one.kind, kind_words=QUESTIONS[one.kind], text=one.text, words=quotes(one.evidence))


def quotes(evidence: Sequence[Evidence]) -> tuple[Quote, ...]:
    """Words with where they stand."""
    return tuple(Quote(words=words.squeezed(one.exact, _QUOTE), href=links.evidence(one)) for one in evidence)
