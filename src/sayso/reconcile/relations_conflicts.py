"""Conflicts: two sources' figures of one thing that cannot both hold, or that the text sets against each other.

Where the text says which figure is the earlier of one source or of the report, the later `revises` it.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from sayso.claims import CasualtyClaim
from sayso.claims.casualty import UNKNOWN
from sayso.claims.compare import figure, windows_meet
from sayso.claims.groups import effects_comparable, groups_overlap
from sayso.expression import Expression
from sayso.model import Judgement
from sayso.reconcile.context import by_voice, own_voice, voice
from sayso.reconcile.near import Page, first_span, same_camp, subgroup
from sayso.reconcile.relations_contrasts import find_contrasts
from sayso.reconcile.relations_denials import DenialFinding, best_answer
from sayso.reconcile.relations_likeness import (
    comparable,
    judgement,
    same_group,
)
from sayso.reconcile.relations_one_harm import Pair, exclude_each_other, is_unnamed
from sayso.reconcile.relations_revisions import find_revisions
from sayso.reconcile.relations_setting import Setting


def find_conflicts(
    page: Page,
    figures: Sequence[CasualtyClaim],
    denials: Sequence[DenialFinding],
    linked: Sequence[Judgement],
) -> tuple[Judgement, ...]:
    """`conflicts` and `revises` judgements; a figure told twice conflicts once. `linked`: `repeats`, `part_of`."""
    inner = {j.subject.claims[0] for j in linked if j.kind == "part_of"}
    by_id = {claim.id: claim for claim in figures}
    tellings = _Tellings(page, figures, by_id)
    ordered = sorted(figures, key=lambda f: first_span(f).start)
    revisions = _each_once(find_revisions(page, ordered, inner))
    current = {j.object.claims[0]: by_id[j.subject.claims[0]] for j in revisions}
    set_apart = _of_today(_set_apart(page, ordered, inner), current, by_id)
    candidates = sorted(
        (
            tellings.in_body(j)
            for j in (*_denied(page, denials), *_other_accounts(page, denials, figures), *revisions, *set_apart)
        ),
        key=lambda j: (_effects_differ(j, by_id), "text" not in j.why, _gap(page, j, by_id)),
    )
    found: dict[frozenset[Hashable], Judgement] = {}
    for candidate in candidates:
        ends = (by_id[identifier] for identifier in (*candidate.subject.claims, *candidate.object.claims))
        found.setdefault(frozenset(_figure_key(claim) for claim in ends), candidate)
    return tuple(sorted(found.values(), key=lambda j: j.evidence[0]))


def _each_once(revisions: Iterable[Judgement]) -> list[Judgement]:
    """The revisions, one for each figure that was given up."""
    found: dict[tuple[str, ...], Judgement] = {}
    for revision in revisions:
        found.setdefault(revision.object.claims, revision)
    return list(found.values())


def _of_today(
    found: Iterable[Judgement], current: Mapping[str, CasualtyClaim], by_id: Mapping[str, CasualtyClaim]
) -> Iterator[Judgement]:
    """The conflicts with what a source says by now in the place of what it has given up, where that still differs."""
    for judged in found:
        ends = [end.claims[0] for end in (judged.subject, judged.object)]
        subject, object_ = (current.get(end, by_id[end]) for end in ends)
        told = max(first_span(by_id[end]).start for end in ends)
        answered = any(first_span(claim).start > told for claim in (subject, object_))
        if [subject.id, object_.id] == ends or voice(subject) == voice(object_) or answered:
            yield judged
        elif figure(subject.value) != figure(object_.value):
            yield judgement(judged.kind, subject, object_, dict(judged.why))


def _figure_key(claim: CasualtyClaim) -> Hashable:
    """What a figure says: the same figure told twice conflicts once, where the two tellings stand nearest."""
    value = claim.value
    return figure(value), value.effect, value.group, value.side_group


#: So far behind the headline (characters) the body's first sentence tells it again.
_OPENING = 400


@dataclass(frozen=True)
class _Tellings:
    """The figures of a report and where its body tells those of its headline."""

    page: Page
    figures: Sequence[CasualtyClaim]
    by_id: Mapping[str, CasualtyClaim]

    @cached_property
    def _above(self) -> frozenset[str]:
        """The words of the headline's figures, which a caption may print again."""
        return frozenset(
            first_span(claim).exact.casefold() for claim in self.figures if self.page.in_headline(first_span(claim))
        )

    def in_body(self, found: Judgement) -> Judgement:
        """The judgement with the body's telling of a figure in the place of the headline's."""
        subject, object_ = self.by_id[found.subject.claims[0]], self.by_id[found.object.claims[0]]
        told = self._body_telling(subject), self._body_telling(object_)
        return found if told == (subject, object_) else judgement(found.kind, *told, dict(found.why))

    def _body_telling(self, claim: CasualtyClaim) -> CasualtyClaim:
        if own_voice(claim) and not self._printed_above(claim):
            return next((other for other in self.figures if self._vouched_for(other, claim)), claim)
        if not self._printed_above(claim):
            return claim
        same = (other for other in self.figures if not self._printed_above(other) and self._spells_out(other, claim))
        return next(same, claim)

    def _spells_out(self, told: CasualtyClaim, above: CasualtyClaim) -> bool:
        """True where the body tells the headline's figure: first of all, or in its voice of its side."""
        one, other = told.value, above.value
        if (figure(one), one.effect) != (figure(other), other.effect) or not same_group(one, other):
            return False
        opens = first_span(told).start - self.page.headline_end <= _OPENING
        return opens or (one.side_group == other.side_group and (own_voice(above) or voice(above) == voice(told)))

    def _vouched_for(self, told: CasualtyClaim, claim: CasualtyClaim) -> bool:
        """True where a source tells what the report has told in its own voice."""
        one, other = told.value, claim.value
        same = (figure(one), one.effect, one.side_group) == (figure(other), other.effect, other.side_group)
        return told.source is not None and told.polarity == "affirm" and same and same_group(one, other)

    def _printed_above(self, claim: CasualtyClaim) -> bool:
        return first_span(claim).exact.casefold() in self._above


def _effects_differ(found: Judgement, by_id: Mapping[str, CasualtyClaim]) -> bool:
    return by_id[found.subject.claims[0]].value.effect != by_id[found.object.claims[0]].value.effect


def _gap(page: Page, found: Judgement, by_id: Mapping[str, CasualtyClaim]) -> int:
    return page.distance(first_span(by_id[found.subject.claims[0]]), first_span(by_id[found.object.claims[0]]))


def _denied(page: Page, denials: Sequence[DenialFinding]) -> Iterator[Judgement]:
    """A denier's own figure against the one it denies: the text itself sets the two against each other.

    One figure answers one: the highest of those denied with its effect.
    """
    for finding in denials:
        used: set[str] = set()
        here = [answer for answer in finding.answers if not Setting(page, answer).elsewhere]
        for denied in sorted(finding.figures, key=lambda claim: -(figure(claim.value) or 0)):
            free = [a for a in here if a.id not in used and not _counts_more(a, denied)]
            told = figure(denied.value)
            fit = [a for a in free if (told or a.value.high == 0) and not same_camp(denied.source, a.source)]
            answer = best_answer([a for a in fit if _answers_number(a, denied)], denied)
            if answer is not None:
                used.add(answer.id)
                yield judgement("conflicts", answer, denied, {"text": "a denial sets them against each other"})


def _other_accounts(
    page: Page, denials: Sequence[DenialFinding], figures: Sequence[CasualtyClaim]
) -> Iterator[Judgement]:
    """ "Denied hitting civilians; 30 gunmen were killed there": the denier's dead fighters against the denied dead."""
    for finding in denials:
        shown = first_span(finding.claim)
        fighters = [f for f in figures if _own_account(page, finding, f)]
        told = [
            f
            for f in figures
            if first_span(f).start < shown.start
            and page.distance(first_span(f), shown) <= TOLD_WITHIN
            and f.value.effect == "killed"
            and f.value.group != "combatant"
            and figure(f.value)
            and not page.in_headline(first_span(f))
            and f.source is not None
            and same_camp(f.source, finding.denied)
        ]
        most = max(told, key=lambda f: (figure(f.value) or 0, -first_span(f).start), default=None)
        if fighters and most is not None and windows_meet(fighters[0].value, most.value):
            yield judgement("conflicts", fighters[0], most, {"text": "a denial tells of other dead"})


#: Those whom nobody takes for civilians: no other account of the same dead.
_IN_UNIFORM = Expression(
    r"\b(?:soldiers?|troops|servicemen|policem[ae]n|police|officers?|paratroopers|marines|conscripts)\b",
    re.IGNORECASE,
)


def _own_account(page: Page, finding: DenialFinding, claim: CasualtyClaim) -> bool:
    """True for fighters whom the denier tells dead right behind its denial."""
    here, shown = first_span(claim), first_span(finding.claim)
    near = here.start > shown.start and page.sentences_between(shown, here) <= ACCOUNT_WITHIN
    fighters = claim.value.effect == "killed" and claim.value.group == "combatant" and bool(figure(claim.value))
    enemy = claim.value.posture == "enemy_loss" or claim.value.side == UNKNOWN
    enemy = enemy and claim.value.scope != "running_total" and not _IN_UNIFORM.search(here.exact)
    return near and fighters and enemy and same_camp(claim.source, finding.denier)


def _counts_more(answer: CasualtyClaim, denied: CasualtyClaim) -> bool:
    """True for a total of a year or a war beside the figure of one incident."""
    one, other = answer.value, denied.value
    if (one.scope, other.scope) != ("running_total", "incident") or one.happened_start is None:
        return False
    return other.happened_start is not None and one.happened_start < other.happened_start


#: How far back (characters) the dead were told whom a denier calls fighters; how many sentence ends behind its denial.
TOLD_WITHIN = 900
ACCOUNT_WITHIN = 2
_FEW = Expression(r"\b(?:few|handful|couple|several|some|only|minor|light|slight)\b", re.IGNORECASE)


def _answers_number(answer: CasualtyClaim, denied: CasualtyClaim) -> bool:
    """True for another number, or for a word that makes it small ("a few")."""
    if answer.polarity == "deny" or not effects_comparable(answer.value.effect, denied.value.effect):
        return False
    if not groups_overlap(answer.value.group, denied.value.group):
        return False
    if answer.value.vague:
        return _FEW.search(first_span(answer).exact) is not None
    return not _equal(answer, denied)


def _equal(one: CasualtyClaim, other: CasualtyClaim) -> bool:
    return (one.value.low, one.value.high) == (other.value.low, other.value.high)


def _set_apart(page: Page, ordered: Sequence[CasualtyClaim], inner: set[str]) -> Iterator[Judgement]:
    """Figures that exclude each other; a part is compared with a part only."""
    settings = {claim.id: Setting(page, claim) for claim in ordered}
    told = by_voice(ordered)
    for one, other in _worth_comparing(ordered):
        if (one.id in inner) != (other.id in inner) and (subgroup(one) is None or subgroup(other) is None):
            continue
        if comparable(one, other) and exclude_each_other(Pair(page, one, other, told, settings)):
            yield judgement(
                "conflicts", other, one, {"numbers": "the intervals exclude each other", "sources": "two voices"}
            )
    yield from find_contrasts(page, ordered, settings, inner)


def _worth_comparing(ordered: Sequence[CasualtyClaim]) -> Iterator[tuple[CasualtyClaim, CasualtyClaim]]:
    """Pairs of two voices; of one voice where one of the sources is unnamed.

    Pairs grow with the square of the figures, and a list of thousands has one voice.
    """
    told = [((voice(claim), is_unnamed(claim.source)), claim) for claim in ordered]
    for (who, one), (who_else, other) in combinations(told, 2):
        if who != who_else:
            yield one, other
