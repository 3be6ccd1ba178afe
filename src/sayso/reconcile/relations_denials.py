"""Denials: the party that denies, the figures or the party denied, and which denials say the same once more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.claims import AnyClaim, CasualtyClaim
from sayso.claims.casualty import UNKNOWN
from sayso.claims.groups import groups_overlap
from sayso.claims.statement import Denial
from sayso.expression import Expression
from sayso.model import End, Evidence, Judgement, Party, digest
from sayso.reconcile.near import Page, first_span, same_camp, same_party, spoken_for
from sayso.reconcile.relations_likeness import is_bodies
from sayso.reconcile.relations_setting import Setting

BY = "sayso.report@1"
#: How far (characters) the figures stand that a denial points back to, and the denier's own that answer them.
BACK = 1200
#: With how many of the denials kept before it a denial is compared, at most.
MAX_COMPARED = 60
AHEAD = 420
_FIGURE_NOUN = Expression(
    r"\b(?:figures?|tolls?|counts?|casualt\w+|numbers?|estimates?|tall(?:y|ies)|loss(?:es)?|deaths?|killed|died)\b",
    re.IGNORECASE,
)
#: "Denied losing a vessel", "denied that its men were there": a thing said, and no figure.
_DEED = Expression(r"(?:that|having|(?!(?:say|claim|report)ing\b)\w{3,}ing)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class DenialFinding:
    """One denial with the figures it rejects and the denier's own figures that answer them."""

    claim: AnyClaim
    denial: Denial
    denier: Party
    denied: Party
    figures: tuple[CasualtyClaim, ...]
    answers: tuple[CasualtyClaim, ...]
    #: The side whose dead the denied party counts as its own, if any.
    own_loss: str | None = None
    #: True where each denied figure is a relation of its own: the denial names it, or names figures.
    figure_by_figure: bool


def find_denials(
    page: Page, claims: Sequence[AnyClaim], figures: Sequence[CasualtyClaim], linked: Sequence[Judgement]
) -> tuple[DenialFinding, ...]:
    """The denials of a report with both ends known, the same denial once. `linked`: its `repeats` and `part_of`."""
    earlier = {j.subject.claims[0]: j.object.claims[0] for j in linked if j.kind == "repeats"}
    parts = {j.subject.claims[0] for j in linked if j.kind == "part_of"}
    told = _told_apart(claims, figures)
    kept: list[DenialFinding] = []
    seen: list[DenialFinding] = []
    for claim in sorted(claims, key=lambda c: (page.in_headline(first_span(c)), first_span(c).start)):
        denial = claim.value
        if not isinstance(denial, Denial) or claim.source is None or denial.denied is None:
            continue
        if same_party(claim.source, denial.denied):
            continue
        if denial.implicit and not _says_anew(claim.source, denial, kept):
            continue
        whole = [
            figure
            for figure in figures
            if first_span(figure).overlaps(first_span(claim))
            or (figure.id not in parts and told.get(figure.id, claim.id) == claim.id)
        ]
        finding = _finding(page, claim, denial, whole, earlier)
        if not any(_told_before(page, finding, other) for other in seen[-MAX_COMPARED:]):
            kept.append(finding)
        seen.append(finding)
    return tuple(kept)


def _says_anew(denier: Party, denial: Denial, kept: Sequence[DenialFinding]) -> bool:
    """True for a denial by content between two known sides, or of somebody's words by who has denied nothing so far."""
    if denier.side and denial.denied and denial.denied.side:
        return True
    return bool(denial.targets) and not any(same_camp(other.denier, denier) for other in kept[-MAX_COMPARED:])


def _told_apart(claims: Sequence[AnyClaim], figures: Sequence[CasualtyClaim]) -> dict[str, str]:
    """Figure -> the denial whose denied words hold it: "denied that many had died" is no figure for another denial."""
    return {
        figure.id: claim.id
        for claim in claims
        if isinstance(claim.value, Denial) and claim.value.object_words is not None
        for figure in figures
        if first_span(figure).overlaps(claim.value.object_words)
    }


def _finding(
    page: Page, claim: AnyClaim, denial: Denial, figures: Sequence[CasualtyClaim], earlier: dict[str, str]
) -> DenialFinding:
    assert claim.source is not None
    assert denial.denied is not None
    denied = _denied_figures(page, claim, denial, figures)
    answers = (
        tuple(f for f in _answers(page, claim, denial, figures) if f.id not in {d.id for d in denied}) if denied else ()
    )
    shown = denial.object_words or first_span(claim)
    inside = tuple(f for f in denied if first_span(f).overlaps(shown))
    return DenialFinding(
        claim=claim,
        denial=denial,
        denier=claim.source,
        denied=_other_teller(denied, claim.source) or denial.denied,
        figures=inside or _first_tellings(denied, earlier),
        answers=answers,
        own_loss=next(
            (f.value.side for f in figures if f.value.posture == "own_loss" and f.source == denial.denied), None
        ),
        figure_by_figure=bool(inside) or _FIGURE_NOUN.search(shown.exact) is not None,
    )


def _other_teller(figures: Sequence[CasualtyClaim], denier: Party) -> Party | None:
    """Who told the denied figures, where that is not the denier's camp."""
    sources = (figure.source for figure in figures if figure.source is not None)
    return next((source for source in sources if not same_camp(source, denier)), None)


def _first_tellings(figures: Sequence[CasualtyClaim], earlier: dict[str, str]) -> tuple[CasualtyClaim, ...]:
    """The nearest telling of each figure: a figure told twice is denied once."""
    kept: dict[str, CasualtyClaim] = {}
    for figure in sorted(figures, key=lambda f: -first_span(f).start):
        kept.setdefault(earlier.get(figure.id, figure.id), figure)
    return tuple(sorted(kept.values(), key=lambda f: first_span(f).start))


def _denied_figures(
    page: Page, claim: AnyClaim, denial: Denial, figures: Sequence[CasualtyClaim]
) -> tuple[CasualtyClaim, ...]:
    """Figures inside the denied words; else those of the denied party before it, of the denier's own side first."""
    shown = denial.object_words or first_span(claim)
    inside = tuple(f for f in figures if first_span(f).overlaps(shown) and f.polarity == "affirm")
    if not inside and _OWN_HARMED.match(shown.exact):
        return _own_told_by_others(page, claim, figures)
    deed = denial.of == "responsibility"
    if inside and not (deed and denial.implicit):
        return inside
    if deed:
        return _harm_charged(page, claim, denial, figures)
    if denial.of != "harm" and _DEED.match(shown.exact) and not _FIGURE_NOUN.search(shown.exact):
        return ()
    if _relative(denial):
        figures = [f for f in figures if page.sentences_between(first_span(f), shown) == 0]
    just = _losses_just_told(page, claim, denial, figures)
    of_harm = denial.of == "harm"  # "denied that any civilians died": those who were found dead, too
    told = [f for f in figures if _by_denied(f, denial) and f.polarity == "affirm" and (of_harm or not is_bodies(f))]
    reach = BACK if denial.of == "harm" or _FIGURE_NOUN.search(shown.exact) else BACK // 2
    before = [f for f in told if _before(page, f, claim) <= (BACK // 4 if f.background else reach)]
    own_side = [f for f in before if claim.source and f.value.side in _sides_of(claim.source)]
    chosen = own_side or [f for f in before if f.attribution in denial.targets]
    chosen = chosen or _answered_otherwise(page, claim, figures, before)
    if denial.pointing and denial.targets and not _FIGURE_NOUN.search(shown.exact):
        near = (f for f in chosen if page.sentences_between(first_span(f), shown) <= 1)
        chosen = [f for f in chosen if f.attribution in denial.targets] or list(near)
    losses = [f for f in chosen if f.value.high != 0]
    if not losses:
        return (just if chosen or denial.of == "harm" else ()) or _none_just_told(page, denial, before)
    if of_harm:
        of_it = (f for f in before if f.value.high != 0 and _same_harm(f, shown))
        losses = [f for f in losses if _same_harm(f, shown)] or list(of_it) or losses
        losses = _of_those_named(losses, before, shown)
    if _FIGURES.search(shown.exact) and denial.of == "statement":
        return tuple(losses)
    return _one_meant(page, losses, claim)


#: "The army denies targeting civilians": at all times, and no one harm.
_ALWAYS = Expression(r"\bden(?:y|ies)\b", re.IGNORECASE)
#: So many sentence ends may stand between a harm and the denial of the deed that did it.
_CHARGED_WITHIN = 4


def _harm_charged(
    page: Page, claim: AnyClaim, denial: Denial, figures: Sequence[CasualtyClaim]
) -> tuple[CasualtyClaim, ...]:
    """The harm that the denied party lays to the denier, where the denier says that it did no such deed."""
    if claim.source is None or _ALWAYS.search(first_span(claim).exact):
        return ()
    charged = [
        f
        for f in figures
        if f.attribution in denial.targets
        and f.polarity == "affirm"
        and f.value.effect in ("killed", "killed_or_injured", "captured", "missing")
        and _number(f)
        and f.value.perpetrator in _sides_of(claim.source)
        and _before(page, f, claim) <= BACK
        and page.sentences_between(first_span(f), first_span(claim)) <= _CHARGED_WITHIN
    ]
    return tuple(sorted(charged, key=lambda f: (_number(f), first_span(f).start))[-1:])


def _none_just_told(page: Page, denial: Denial, before: Sequence[CasualtyClaim]) -> tuple[CasualtyClaim, ...]:
    """ "Nobody was hurt," said the one; the other "rejected the statement"."""
    words = denial.object_words
    if words is None or not denial.pointing:
        return ()
    none = [f for f in before if f.value.high == 0 and page.sentences_between(first_span(f), words) <= 1]
    return tuple(none[-1:])


def _answered_otherwise(
    page: Page, claim: AnyClaim, figures: Sequence[CasualtyClaim], before: Sequence[CasualtyClaim]
) -> list[CasualtyClaim]:
    """What the denied party told and the denier, right behind the denial, counts otherwise."""
    shown = first_span(claim)
    own = [
        f
        for f in figures
        if same_party(f.source, claim.source)
        and f.value.low
        and first_span(f).start >= shown.start
        and page.sentences_between(shown, first_span(f)) <= 1
    ]
    return [
        f
        for f in before
        if not f.background
        and any(
            f.value.effect == o.value.effect
            and f.value.low != o.value.low
            and groups_overlap(f.value.group, o.value.group)
            for o in own
        )
    ]


def _relative(denial: Denial) -> bool:
    """True for "..., which the army denies", "a claim that the army called a lie": what its own sentence says."""
    told, denier = denial.object_words, denial.denier_words
    return told is not None and denier is not None and 0 <= denier.start - told.end <= _JOINED


#: Between "which" and who denies it stands a blank or a comma at most (characters).
_JOINED = 2
#: So many sentence ends may stand between a figure and the denial of a harm that nobody named tells of.
_JUST_BEFORE = 2


def _losses_just_told(
    page: Page, claim: AnyClaim, denial: Denial, figures: Sequence[CasualtyClaim]
) -> tuple[CasualtyClaim, ...]:
    """The nearest losses that another than the denier tells right before, where its target has told of none.

    A harm may be of anybody; what is told of no harm ("suffered no losses") is no loss that a denier would deny.
    """
    told = [
        f
        for f in figures
        if f.polarity == "affirm"
        and f.value.high != 0
        and not f.background
        and f.source is not None
        and not same_party(f.source, claim.source)
        and _before(page, f, claim) <= BACK
        and page.sentences_between(first_span(f), first_span(claim)) <= _JUST_BEFORE
        and (denial.of == "harm" or (claim.source is not None and f.value.side in _sides_of(claim.source)))
    ]
    return tuple(told[-1:])


#: "Denied that any of its men had been taken": the denier's own people harmed.
_OWN_HARMED = Expression(
    r"(?:that\s+)?(?:(?:any|one|some|none)\s+of\s+)?(?:its|their|his|her|our|the\s+(?:group|movement|army|militia)[’']s)\s+"
    r"(?:own\s+)?(?:\w+\s+)?(?:fighters|soldiers|troops|men|members|forces|guards|officers|policemen|people|militiamen)\s+"
    r"(?:had\s+|were\s+|have\s+|was\s+)(?:been\s+)?(?P<harm>killed|died|wounded|injured|hurt|captured|taken|seized|lost|missing)\b",
    re.IGNORECASE,
)
_TAKEN = frozenset({"captured", "taken", "seized", "missing"})
_HURT = frozenset({"wounded", "injured", "hurt"})


def _own_told_by_others(page: Page, claim: AnyClaim, figures: Sequence[CasualtyClaim]) -> tuple[CasualtyClaim, ...]:
    """The nearest figure before a denial of own losses that another tells of the denier's side, of the harm named."""
    words = claim.value.object_words if isinstance(claim.value, Denial) else None
    found = _OWN_HARMED.match(words.exact) if words else None
    if found is None or claim.source is None:
        return ()
    harm, sides = found["harm"].lower(), _sides_of(claim.source)
    effects = ("captured", "missing") if harm in _TAKEN else ("injured",) if harm in _HURT else ("killed",)
    told = [
        f
        for f in figures
        if f.value.effect in (*effects, "killed_or_injured", "unspecified")
        and f.value.side in sides
        and f.polarity == "affirm"
        and f.source is not None
        and not same_camp(f.source, claim.source)
        and _before(page, f, claim) <= BACK
    ]
    return tuple(told[-1:])


def _before(page: Page, figure: CasualtyClaim, claim: AnyClaim) -> int:
    """How far (characters) a figure stands before a denial; beyond every reach where it stands after it."""
    one, other = first_span(figure), first_span(claim)
    return page.distance(one, other) if one.start < other.start else BACK + 1


_FIGURES = Expression(r"\b(?:figures|tolls|counts|numbers|estimates|tallies|losses)\b", re.IGNORECASE)


def _one_meant(page: Page, chosen: Sequence[CasualtyClaim], claim: AnyClaim) -> tuple[CasualtyClaim, ...]:
    """The figure that "the count" or "this" means: the highest of the sentences just before, else the nearest."""
    shown = first_span(claim)
    chosen = [f for f in chosen if not Setting(page, f).of_the_dead] or chosen
    just_before = [f for f in chosen if page.sentences_between(first_span(f), shown) <= 2]
    if just_before:
        return (max(just_before, key=lambda f: (_number(f), first_span(f).start)),)
    return (min(chosen, key=lambda f: page.distance(first_span(f), shown)),)


_CIVILIANS = Expression(r"\bcivilians?\b", re.IGNORECASE)


def _of_those_named(
    losses: Sequence[CasualtyClaim], before: Sequence[CasualtyClaim], shown: Evidence
) -> list[CasualtyClaim]:
    """ "Denied that the dead were civilians": those whom the other side has called so."""
    if not _CIVILIANS.search(shown.exact) or any(f.value.group == "civilian" for f in losses):
        return list(losses)
    called = [f for f in before if f.value.group == "civilian" and f.value.high != 0 and _same_harm(f, shown)]
    return called or list(losses)


def _number(claim: CasualtyClaim) -> int:
    return claim.value.low or claim.value.high or 0


_KILLED = Expression(r"\b(?:kill\w*|died|dead|deaths?|loss of life|fatalit\w+)\b", re.IGNORECASE)


def _same_harm(figure: CasualtyClaim, shown: Evidence) -> bool:
    return not _KILLED.search(shown.exact) or figure.value.effect in ("killed", "killed_or_injured", "unspecified")


def _sides_of(party: Party) -> frozenset[str]:
    return frozenset(name for name in (party.speaks_for, party.side, party.name, party.side_group) if name)


def _by_denied(figure: CasualtyClaim, denial: Denial) -> bool:
    return figure.attribution in denial.targets if figure.source is None else same_camp(figure.source, denial.denied)


def _answers(page: Page, claim: AnyClaim, denial: Denial, figures: Sequence[CasualtyClaim]) -> Iterator[CasualtyClaim]:
    """The denier's own figures in the sentence of the denial or right after it; a harm denied in its very words."""
    shown = first_span(claim)
    for figure in figures:
        words = first_span(figure)
        in_its_words = words.overlaps(shown) and figure.polarity == "deny"
        own = not figure.background and same_party(figure.source, claim.source)
        if in_its_words or (own and _answers_here(page, shown, words)):
            yield figure


def _answers_here(page: Page, shown: Evidence, words: Evidence) -> bool:
    if words.start < shown.start:
        return page.distance(words, shown) <= AHEAD // 2 and page.sentences_between(words, shown) <= 1
    return page.distance(shown, words) <= AHEAD


def _told_before(page: Page, finding: DenialFinding, other: DenialFinding) -> bool:
    """True for a headline that the body spells out, words printed twice, and a denial that only carries on."""
    same_ends = same_camp(finding.denier, other.denier) and same_camp(finding.denied, other.denied)
    one, two = first_span(finding.claim), first_span(other.claim)
    if page.in_headline(one) and same_ends:
        return True
    if one.exact.casefold() == two.exact.casefold() and one.start != two.start:
        return True
    if not same_camp(finding.denier, other.denier):
        return False
    if finding.denial.implicit and (page.one_paragraph(one, two) or _spells_out(page, finding, other)):
        return True
    after = two.start < one.start
    return (
        after and finding.denial.by_content and page.one_paragraph(one, two) and page.sentences_between(one, two) <= 1
    )


def _spells_out(page: Page, finding: DenialFinding, other: DenialFinding) -> bool:
    """ "The army rejected the claim. Officers said it had fired on nobody": what was rejected is told once more."""
    same_ends = same_camp(finding.denier, other.denier) and same_camp(finding.denied, other.denied)
    near = page.sentences_between(first_span(finding.claim), first_span(other.claim)) <= 1
    return same_ends and near and (other.denial.of == "statement" or other.denial.implicit)


def denial_judgements(findings: Sequence[DenialFinding]) -> tuple[Judgement, ...]:
    """A `denies` judgement for each denial, or for each figure where the denial names figures."""
    return tuple(
        judgement
        for finding in sorted(findings, key=lambda f: first_span(f.claim))
        for judgement in _judgements(finding)
    )


def _judgements(finding: DenialFinding) -> Iterator[Judgement]:
    groups: list[tuple[CasualtyClaim, ...]] = (
        [(f,) for f in finding.figures] if finding.figure_by_figure else [finding.figures]
    )
    for group in groups or [()]:
        after = [a for a in finding.answers if first_span(a).end > first_span(finding.claim).start]
        subject = best_answer(after, group[0]) if group else None
        yield Judgement(
            id=digest("denies", finding.claim.id, *(f.id for f in group)),
            kind="denies",
            subject=_denier_end(finding, subject),
            object=_denied_end(finding, group),
            evidence=(first_span(finding.claim),),
            why={
                "denied": finding.denial.of,
                "found": "by its content" if finding.denial.implicit else "by the verb or noun of denial",
            },
            by=BY,
        )


def _denier_end(finding: DenialFinding, answer: CasualtyClaim | None) -> End:
    """The denier's own figure, and whom the denier speaks for."""
    if answer is not None and answer.polarity == "deny":
        return End(claims=(answer.id,), party=finding.denier)
    if answer is None and finding.denial.of == "harm" and finding.denier.kind == "person":
        return End(party=finding.denier)
    return End(claims=(answer.id,) if answer else (), party=_voice_of_denier(finding.denier))


def _voice_of_denier(party: Party) -> Party:
    """Whom the denier speaks for; the side of one without a name ("a military source")."""
    nameless = party.kind == "unnamed" or party.name[:1].islower()
    if not nameless or party.side is None or party.speaks_for is not None:
        return spoken_for(party)
    return Party(name=party.side, kind="group", side=party.side, side_group=party.side_group)


def _denied_end(finding: DenialFinding, figures: Sequence[CasualtyClaim]) -> End:
    """The figures with who told them; without figures the state or group whose statement it is."""
    told = next((f.source for f in figures if f.source and not same_party(f.source, finding.denier)), None)
    return End(claims=tuple(f.id for f in figures), party=told or _voice_of_denied(finding))


def _voice_of_denied(finding: DenialFinding) -> Party:
    """Whom the denied party speaks for; for officials without a name the side whose dead they count as their own."""
    denied = finding.denied
    side = finding.own_loss
    if side is not None and denied.kind == "unnamed" and denied.side is None and side not in _sides_of(finding.denier):
        return Party(name=side, kind="group", side=side)
    if denied.kind == "unnamed" and denied.side and denied.affiliation not in (None, denied.side):
        return Party(name=denied.side, kind="group", side=denied.side, side_group=denied.side_group)
    return spoken_for(denied)


def best_answer(answers: Sequence[CasualtyClaim], denied: CasualtyClaim) -> CasualtyClaim | None:
    """The denier's figure that answers a denied one: of its side or of none told, by effect and nearness."""
    fit = [
        a
        for a in answers
        if a.value.side_group in (denied.value.side_group, UNKNOWN)
        and groups_overlap(a.value.group, denied.value.group)
    ]
    return min(fit, key=lambda a: (a.polarity == "affirm", _effect_rank(a, denied), first_span(a).start), default=None)


def _effect_rank(answer: CasualtyClaim, denied: CasualtyClaim) -> int:
    if answer.value.effect == denied.value.effect:
        return 0
    return 1 if answer.value.effect == "killed" else 2
