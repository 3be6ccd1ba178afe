"""Conflicts: two sources' figures of one thing that cannot both hold, or that the text sets against each other.

Where the text says which figure is the earlier of one source or of the report, the later `revises` it.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations

from sayso.claims import Casualty, CasualtyClaim
from sayso.claims.casualty import BOTH, UNKNOWN
from sayso.claims.compare import cannot_both_hold, figure, windows_meet
from sayso.claims.groups import effects_comparable, groups_overlap
from sayso.model import End, Evidence, Judgement, JudgementKind, digest
from sayso.reconcile.context import own_voice, voice
from sayso.reconcile.near import Page, first_span, subgroup
from sayso.reconcile.relations_denials import DenialFinding, best_answer

BY = "sayso.report@1"
_EARLIER = re.compile(
    r"\b(?:earlier|previous(?:ly)?|initial(?:ly)?|at\s+first|originally|first\s+reported|preliminary\s+(?:toll"
    r"|reports?)|(?:up|down)\s+from|revis(?:ed|ing)|had\s+(?:put|reported|said)"
    r"|rais(?:ed|ing)\s+(?:the|its|an)\s+\w*\s*(?:death\s+)?toll\s+from|instead\s+of)\b",
    re.IGNORECASE,
)


def find_conflicts(
    page: Page,
    figures: Sequence[CasualtyClaim],
    denials: Sequence[DenialFinding],
    linked: Sequence[Judgement],
) -> tuple[Judgement, ...]:
    """`conflicts` and `revises` judgements; a figure told twice conflicts once. `linked`: `repeats`, `part_of`."""
    inner = {j.subject.claims[0] for j in linked if j.kind == "part_of"}
    by_id = {claim.id: claim for claim in figures}
    candidates = sorted(
        (*_denied(denials), *_set_apart(page, figures, inner)),
        key=lambda j: (_effects_differ(j, by_id), _gap(page, j, by_id)),
    )
    found: dict[frozenset[Hashable], Judgement] = {}
    for judgement in candidates:
        if judgement.kind == "revises" and any(judgement.object == other.object for other in found.values()):
            continue
        ends = (by_id[identifier] for identifier in (*judgement.subject.claims, *judgement.object.claims))
        found.setdefault(frozenset(_figure_key(claim) for claim in ends), judgement)
    return tuple(sorted(found.values(), key=lambda j: j.evidence[0]))


def _figure_key(claim: CasualtyClaim) -> Hashable:
    """What a figure says: the same figure told twice conflicts once, where the two tellings stand nearest."""
    value = claim.value
    return figure(value), value.effect, value.group, value.side_group, subgroup(claim)


def _effects_differ(judgement: Judgement, by_id: Mapping[str, CasualtyClaim]) -> bool:
    return by_id[judgement.subject.claims[0]].value.effect != by_id[judgement.object.claims[0]].value.effect


def _gap(page: Page, judgement: Judgement, by_id: Mapping[str, CasualtyClaim]) -> int:
    return page.distance(first_span(by_id[judgement.subject.claims[0]]), first_span(by_id[judgement.object.claims[0]]))


def _denied(denials: Sequence[DenialFinding]) -> Iterator[Judgement]:
    """A denier's own figure against the one it denies: the text itself sets the two against each other.

    One figure answers one: the highest of those denied with its effect.
    """
    for finding in denials:
        used: set[str] = set()
        for denied in sorted(finding.figures, key=lambda claim: -(figure(claim.value) or 0)):
            answer = best_answer(
                [a for a in finding.answers if a.id not in used and _answers_number(a, denied)], denied
            )
            if answer is not None:
                used.add(answer.id)
                yield _judgement("conflicts", answer, denied, {"text": "a denial sets them against each other"})


_FEW = re.compile(r"\b(?:few|handful|couple|several|some|only|minor|light|slight)\b", re.IGNORECASE)


def _answers_number(answer: CasualtyClaim, denied: CasualtyClaim) -> bool:
    """True for another number, or for a word that makes it small ("a few")."""
    if answer.polarity == "deny" or not effects_comparable(answer.value.effect, denied.value.effect):
        return False
    if answer.value.vague:
        return _FEW.search(first_span(answer).exact) is not None
    return not _equal(answer, denied)


def _equal(one: CasualtyClaim, other: CasualtyClaim) -> bool:
    return (one.value.low, one.value.high) == (other.value.low, other.value.high)


def _set_apart(page: Page, figures: Sequence[CasualtyClaim], inner: set[str]) -> Iterator[Judgement]:
    """Figures that exclude each other; a part is compared with a part only."""
    ordered = sorted(figures, key=lambda f: first_span(f).start)
    for one, other in combinations(ordered, 2):
        if (one.id in inner) != (other.id in inner) and (subgroup(one) is None or subgroup(other) is None):
            continue
        if not _comparable(one, other):
            continue
        if _revises(page, one, other):
            yield from _revision(page, one, other)
        elif cannot_both_hold(one.value, other.value) and _same_thing(page, one, other):
            yield _judgement(
                "conflicts", other, one, {"numbers": "the intervals exclude each other", "sources": "two voices"}
            )
    yield from _another_toll(page, [figure for figure in ordered if figure.id not in inner or subgroup(figure)])


#: "put the toll at", "gave a toll of", "put the number of dead at": a count set beside the one told before.
_TOLL = re.compile(
    r"\b(?:put|puts|putting|gave|gives|giving|offered|has|had|with|reported|listed)\s+(?:an?|the|its|their|his"
    r"|her)\s+(?:own\s+)?"
    r"(?:\w+\s+){0,2}?(?:toll|count|tally|figure|number\s+of\s+(?:the\s+)?(?:dead|deaths|casualties|victims"
    r"|killed|wounded|injured))"
    r"\s+(?:of|at|as|to)\b",
    re.IGNORECASE,
)
#: "gave different tolls", "conflicting figures": what follows differs.
_DIFFERENT = re.compile(
    r"\b(?:(?:different|differing|conflicting|contradictory|varying|diverging|rival|competing"
    r"|widely\s+varying)\s+(?:\w+\s+)?"
    r"(?:tolls?|figures|counts|numbers|accounts|estimates|reports|versions|claims|tallies)"
    r"|(?:tolls?|figures|counts|numbers|accounts|estimates|reports|versions)\s+(?:differ(?:ed|s)?|varied|vary"
    r"|conflict(?:ed)?))\b",
    re.IGNORECASE,
)
#: How far back (characters) the count stands that another toll is set beside; how far figures follow "different tolls".
TOLL_BACK = 1500
DIFFERENT_AHEAD = 700


def _another_toll(page: Page, ordered: Sequence[CasualtyClaim]) -> Iterator[Judgement]:
    """Figures that the words of the report set side by side, whatever place or time it leaves open."""
    for claim in ordered:
        toll = _TOLL.search(_lead_in(page, first_span(claim)))
        if toll is None:
            continue
        back = [o for o in ordered if 0 < first_span(claim).start - first_span(o).start <= TOLL_BACK]
        definite = re.search(r"\bthe\b", toll.group(), re.IGNORECASE) is not None
        for other in [o for o in back if _may_differ(o, claim, side_told=definite)][-1:]:
            yield _judgement("conflicts", claim, other, {"text": "another toll is given"})
    for cue in _DIFFERENT.finditer(page.document.text):
        listed = [c for c in ordered if cue.start() <= first_span(c).start <= cue.end() + DIFFERENT_AHEAD]
        for one, other in combinations(listed, 2):
            if voice(one) != voice(other) and _may_differ(one, other, side_told=True):
                yield _judgement("conflicts", other, one, {"text": "the report says that the figures differ"})


def _may_differ(one: CasualtyClaim, other: CasualtyClaim, *, side_told: bool = False) -> bool:
    """One effect and group, numbers of one order that exclude each other, not known to be of two sides or one voice.

    `side_told`: the report says that the figures are of one thing, whatever sides were read into them.
    """
    first, second = one.value, other.value
    if first.effect != second.effect or not _same_group(first, second) or subgroup(one) != subgroup(other):
        return False
    if "deny" in (one.polarity, other.polarity) or (one.source is not None and voice(one) == voice(other)):
        return False
    known = UNKNOWN not in (first.side_group, second.side_group)
    apart = known and first.side_group != second.side_group and not side_told
    return not apart and _of_one_order(first, second) and cannot_both_hold(first, second)


def _comparable(one: CasualtyClaim, other: CasualtyClaim) -> bool:
    if "deny" in (one.polarity, other.polarity) or one.background != other.background:
        return False
    return effects_comparable(one.value.effect, other.value.effect) and groups_overlap(
        one.value.group, other.value.group
    )


def _same_thing(page: Page, one: CasualtyClaim, other: CasualtyClaim) -> bool:
    """Two voices on the same harm: one side, one group, one effect, one scope, no other place or time.

    What the report leaves open (side, place) is filled by nearness: such figures must stand close together.
    """
    if voice(one) == voice(other) or (own_voice(one) and own_voice(other)):
        return False
    first, second = one.value, other.value
    if first.effect != second.effect or not _same_group(first, second) or not windows_meet(first, second):
        return False
    if not _same_scope(first, second) or subgroup(one) != subgroup(other) or not _of_one_order(first, second):
        return False
    if _MORE.search(first_span(one).exact) or _MORE.search(first_span(other).exact):
        return False
    near = page.distance(first_span(one), first_span(other)) <= NEAR
    return _agree(first.side_group, second.side_group, UNKNOWN, near) and _one_place(first.place, second.place, near)


#: "Another", "two more": people beside those counted before.
_MORE = re.compile(r"\b(?:another|others?|more(?!\s+than)|further|additional|fourth|fifth|sixth)\b", re.IGNORECASE)
#: Within this distance (characters) figures whose side or place one of them leaves open are of one thing.
NEAR = 500


def _same_group(one: Casualty, other: Casualty) -> bool:
    return one.group == other.group or "unknown" in (one.group, other.group)


def _same_scope(one: Casualty, other: Casualty) -> bool:
    return one.scope == other.scope or {one.scope, other.scope} <= {"incident", "unknown"}


def _agree(one: str, other: str, unknown: str, near: bool) -> bool:
    if unknown in (one, other):
        return near and one != other
    return one == other


def _one_place(one: str | None, other: str | None, near: bool) -> bool:
    if one is None or other is None:
        return near or one == other
    first, second = one.casefold(), other.casefold()
    return first in second or second in first


#: Beyond this ratio two figures are hardly two counts of one thing, unless the text says so.
_ORDER = 5


def _of_one_order(one: Casualty, other: Casualty) -> bool:
    first, second = figure(one), figure(other)
    if first is None or second is None:
        return False
    if 0 in (first, second):
        return one.side_group == other.side_group != UNKNOWN and one.group == other.group
    return max(first, second) <= _ORDER * min(first, second)


def _revises(page: Page, one: CasualtyClaim, other: CasualtyClaim) -> bool:
    """True where one voice gives two figures of one thing and the text calls one of them the earlier."""
    if (
        voice(one) != voice(other)
        or _equal(one, other)
        or one.value.scope == "increment"
        or other.value.scope == "increment"
    ):
        return False
    if one.value.vague or other.value.vague or _sides_differ(one, other) or not windows_meet(one.value, other.value):
        return False
    return _older(page, one, other) is not None


def _sides_differ(one: CasualtyClaim, other: CasualtyClaim) -> bool:
    return len({one.value.side_group, other.value.side_group} - {UNKNOWN, BOTH}) > 1


def _older(page: Page, one: CasualtyClaim, other: CasualtyClaim) -> CasualtyClaim | None:
    """The figure that the text calls earlier: a word for it stands before that figure in its sentence."""
    if page.sentences_between(first_span(one), first_span(other)) > 2:
        return None
    marked = [claim for claim in (one, other) if _EARLIER.search(_lead_in(page, first_span(claim)))]
    return marked[0] if len(marked) == 1 else None


def _lead_in(page: Page, evidence: Evidence) -> str:
    """The words of the sentence before the evidence, and the evidence itself."""
    text = page.document.text
    start = max(text.rfind(". ", 0, evidence.start), text.rfind("\n", 0, evidence.start), evidence.start - 120, 0)
    return text[start : evidence.end]


def _revision(page: Page, one: CasualtyClaim, other: CasualtyClaim) -> Iterator[Judgement]:
    older = _older(page, one, other)
    newer = other if older is one else one
    if older is not None:
        yield _judgement("revises", newer, older, {"order": "the text calls the other figure the earlier"})


def _judgement(kind: JudgementKind, subject: CasualtyClaim, object_: CasualtyClaim, why: dict[str, str]) -> Judgement:
    return Judgement(
        id=digest(kind, subject.id, object_.id),
        kind=kind,
        subject=End(claims=(subject.id,), party=subject.source),
        object=End(claims=(object_.id,), party=object_.source),
        evidence=(first_span(subject),),
        why=why,
        by=BY,
    )
