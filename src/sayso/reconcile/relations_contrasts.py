"""Figures and accounts that the words of a report set against each other: another toll, "only four", "no losses"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from sayso.claims import Casualty, CasualtyClaim
from sayso.claims.casualty import BOTH, UNKNOWN
from sayso.claims.compare import cannot_both_hold, figure, windows_meet
from sayso.claims.groups import effects_comparable, groups_overlap
from sayso.expression import Expression, Seldom
from sayso.model import Evidence, Judgement
from sayso.reconcile.context import own_voice, voice
from sayso.reconcile.near import Page, first_span, same_name, subgroup
from sayso.reconcile.relations_likeness import (
    comparable,
    is_bodies,
    judgement,
    of_one_order,
    same_group,
    same_scope,
    side_known_to_differ,
)
from sayso.reconcile.relations_setting import Setting, places_apart

_COUNT = (
    r"(?:toll|count|tally|figure|loss(?:es)?|casualties|dead|number\s+of\s+(?:[\w’'-]+\s+){0,2}?(?:dead|deaths|casualties"
    r"|victims|bodies|killed|wounded|injured|soldiers|fighters|troops|children|civilians))"
)
#: "put the toll at", "gave a toll of", "put the army's losses far higher": a count set beside the one told before.
_TOLL = Expression(
    r"\b(?:put|puts|putting|gave|gives|giving|offered|has|had|with|reported|listed)\s+"
    r"(?:(?:an?|the|its|their|his|her|[\w-]+[’']s?)\s+)(?:own\s+)?(?:[\w’'-]+\s+){0,2}?"
    rf"(?:{_COUNT}(?:\s+killed)?(?:\s+(?:of|among|for|in|at|from)\s+[^,.;“”\"]{{2,40}}?)?"
    r"\s+(?:(?:far|much|even|slightly|somewhat)\s+)?(?:of|at|as|to|higher|lower)"
    rf"|(?:higher|lower)\s+(?:[\w’'-]+\s+)?{_COUNT})\b"
    rf"|\bthe\s+(?:death\s+)?{_COUNT}\s+(?:was|is)\b",
    re.IGNORECASE,
)
#: "gave different tolls", "conflicting figures": what follows differs.
_DIFFERENT = Seldom(
    "differ|conflict|contradictory|vary|varied|diverging|rival|competing",
    r"\b(?:(?:different|differing|conflicting|contradictory|varying|diverging|rival|competing"
    r"|widely\s+varying)\s+(?:\w+\s+)?"
    r"(?:tolls?|figures|counts|numbers|accounts|estimates|reports|versions|claims|tallies)"
    r"|(?:tolls?|figures|counts|numbers|accounts|estimates|reports|versions)\s+(?:differ(?:ed|s)?|varied|vary"
    r"|conflict(?:ed)?))\b",
)
#: "Two more bodies": beside those counted before.
_BESIDE = Expression(r"^\W*(?:\w+\s+)?(?:another|more|further|other)\b(?!\s+than)", re.IGNORECASE)
_THE = Expression(r"\bthe\b", re.IGNORECASE)
_OWN = Expression(r"\bown\b", re.IGNORECASE)
#: "The number of dead in Aldra": a count that names its place.
_IN = Expression(r"\b(?:in|at|from)\s+(?:the\s+)?(?-i:[A-Z])", re.IGNORECASE)
#: Behind a toll another clause has begun, which may tell of others.
_CLAUSE = Expression(r"\b(?:while|may|might|were|was|had|have|but)\b", re.IGNORECASE)
#: "Of the dead" and the like: the figure counts some of those that another voice has counted.
_OF_THE_DEAD = Expression(r"\bof\s+(?:the\s+(?:dead|victims|fatalities|killed)|those\s+killed)\b", re.IGNORECASE)
#: "No other victims": there were some.
_OTHERS = Expression(r"\b(?:others?|another|further|more|additional)\b(?!\s+than)", re.IGNORECASE)
_DEFINITE = Expression(r"^\W*(?:both|the|all|these|those)\b", re.IGNORECASE)
#: How far back (characters) the count stands that another toll is set beside; how far figures follow "different tolls".
TOLL_BACK = 1500
DIFFERENT_AHEAD = 700
#: Beyond this ratio not even two counts that words set against each other are of one thing.
_OPPOSED_ORDER = 7
#: How far back (characters) the figure stands that "only four", "no losses" or "both civilians" answers.
ANSWER_BACK = 900


def find_contrasts(
    page: Page, ordered: Sequence[CasualtyClaim], settings: Mapping[str, Setting], inner: set[str]
) -> Iterator[Judgement]:
    """`conflicts` that words show. `ordered`: figures by place; `inner`: parts of others."""
    whole = [claim for claim in ordered if claim.id not in inner]
    starts = [first_span(claim).start for claim in ordered]
    for number, claim in enumerate(ordered):
        first = bisect_left(starts, first_span(claim).start - ANSWER_BACK)
        back = [o for o in ordered[first:number] if o.value.scope != "increment"]
        yield from _counted_otherwise(claim, [o for o in back if o.id not in inner])
        if claim.id in inner:
            continue
        back = [o for o in back if o.id not in inner]
        yield from _only(page, claim, back, settings)
        yield from _done_by_another(claim, back)
        yield from _no_loss(page, claim, whole, settings)
    yield from _another_toll(page, [c for c in ordered if c.id not in inner or subgroup(c)], settings)


def _two_tellers(one: CasualtyClaim, other: CasualtyClaim) -> bool:
    """True for two sources by name, be they of one side; the report's own voice is one with nobody."""
    if one.source is None or other.source is None:
        return own_voice(one) != own_voice(other) or (voice(one) != voice(other))
    return one.source.name.casefold() != other.source.name.casefold() and not same_name(one.source, other.source)


def _only(
    page: Page, claim: CasualtyClaim, back: Sequence[CasualtyClaim], settings: Mapping[str, Setting]
) -> Iterator[Judgement]:
    """ "Said only two were killed", "admitted only a few losses": less than what another source told just before."""
    setting = settings[claim.id]
    few = claim.value.vague and _FEW.search(first_span(claim).exact) is not None
    if not setting.only or setting.partial or claim.source is None or (figure(claim.value) is None and not few):
        return
    for other in reversed(back):
        if not _may_count_the_same(claim, other) or not _two_tellers(claim, other):
            continue
        more = (figure(other.value) or 0) > (figure(claim.value) or A_FEW)
        if not more or side_known_to_differ(claim.value, other.value):
            continue
        if not page.in_headline(first_span(other)) and subgroup(claim) == subgroup(other):
            yield judgement("conflicts", claim, other, {"text": "the words make it less than the other"})
            return


_FEW = Expression(r"\b(?:few|handful|couple|some|minor|light|slight|limited)\b", re.IGNORECASE)
#: What "a few" may stand for, at most.
A_FEW = 9


def _may_count_the_same(claim: CasualtyClaim, other: CasualtyClaim) -> bool:
    """True for one group and time with effects that meet; a loss of hurt alone answers the enemy's count of dead."""
    one, two = claim.value, other.value
    if not same_group(one, two) or not windows_meet(one, two):
        return False
    only_hurt = one.effect == "injured" and two.effect == "killed" and one.posture == "own_loss"
    return comparable(claim, other) or (
        only_hurt and two.posture == "enemy_loss" and "deny" not in (claim.polarity, other.polarity)
    )


def _done_by_another(claim: CasualtyClaim, back: Sequence[CasualtyClaim]) -> Iterator[Judgement]:
    """ "Both civilians were killed by the other side": the same dead, another doer."""
    value = claim.value
    if not value.perpetrator or not value.low or not _DEFINITE.match(first_span(claim).exact):
        return
    for other in reversed(back):
        told = other.value
        same = (told.low, told.high, told.effect, told.group) == (value.low, value.high, value.effect, value.group)
        if same and told.perpetrator and told.perpetrator != value.perpetrator and _two_tellers(claim, other):
            yield judgement("conflicts", claim, other, {"text": "another is said to have killed the same people"})
            return


def _counted_otherwise(claim: CasualtyClaim, back: Sequence[CasualtyClaim]) -> Iterator[Judgement]:
    """ "Seven of the dead were farmers" beside "nine fighters were killed": the same dead, another group."""
    value = claim.value
    if not _OF_THE_DEAD.search(first_span(claim).exact) or value.effect != "killed" or own_voice(claim):
        return
    for other in reversed(back):
        told = other.value
        apart = {value.group, told.group} == {"civilian", "combatant"}
        holds = apart and told.effect == "killed" and told.posture != "own_loss" and (told.low or 0) >= (value.low or 1)
        if holds and voice(claim) != voice(other) and not (is_bodies(other) or is_smaller_part(other, back)):
            yield judgement("conflicts", claim, other, {"text": "the same dead are counted to another group"})
            return


def is_smaller_part(claim: CasualtyClaim, others: Sequence[CasualtyClaim]) -> bool:
    """True where the same source has told a larger figure of the same people, unless that is a total of longer time."""
    number, people = figure(claim.value) or 0, _people(claim)
    return any(
        (figure(other.value) or 0) > number
        and _people(other) == people
        and voice(other) == voice(claim)
        and not (other.source and claim.source and other.source.kind == "unnamed" != claim.source.kind)
        and (other.value.scope == claim.value.scope or other.value.scope != "running_total")
        and not _two_tellers(claim, other)
        for other in others
    )


def _people(claim: CasualtyClaim) -> tuple[str, str, str]:
    return claim.value.effect, claim.value.group, claim.value.side_group


def _no_loss(
    page: Page, claim: CasualtyClaim, others: Sequence[CasualtyClaim], settings: Mapping[str, Setting]
) -> Iterator[Judgement]:
    """ "We suffered no losses" against the other side's count of them: the nearest number of dead, else of hurt."""
    value = claim.value
    if (value.low, value.high) != (0, 0) or claim.source is None or claim.polarity == "deny":
        return
    if _OTHERS.search(first_span(claim).exact):
        return
    fit = [o for o in others if o is not claim and _suffered(page, claim, o, settings)]
    fit.sort(key=lambda o: _answered_first(page, claim, o, settings))
    for other in fit:
        if _one_telling(fit[0], other):
            yield judgement("conflicts", claim, other, {"text": "one tells of no loss where the other counts some"})


def _one_telling(one: CasualtyClaim, other: CasualtyClaim) -> bool:
    """True for one count told twice: the nearest telling is kept."""
    return voice(one) == voice(other) and figure(one.value) == figure(other.value) and _people(one) == _people(other)


def _answered_first(
    page: Page, none: CasualtyClaim, other: CasualtyClaim, settings: Mapping[str, Setting]
) -> tuple[bool, bool, bool, bool, int]:
    """Which count a "no loss" answers first: of dead, of one fight, not of some of the dead, told before it, near."""
    shown, told = first_span(none), first_span(other)
    total = other.value.scope == "running_total" and none.value.scope != "running_total"
    some = settings[other.id].of_the_dead or settings[other.id].among
    return other.value.effect != "killed", total, some, told.start > shown.start, page.distance(told, shown)


def _suffered(page: Page, none: CasualtyClaim, other: CasualtyClaim, settings: Mapping[str, Setting]) -> bool:
    value, told = none.value, other.value
    if (
        not (figure(told) or 0)
        or (value.effect == "captured") != (told.effect == "captured")
        or settings[other.id].partial
        or other.source is None
        or voice(none) == voice(other)
    ):
        return False
    if value.group == "combatant" and told.group == "unknown" and told.posture != "enemy_loss":
        return False  # the people whom others count need be no soldiers
    if other.polarity == "deny" or none.background != other.background:
        return False
    if not same_scope(value, told) and (value.scope, told.scope) != ("running_total", "incident"):
        return False  # none in all is none in any one fight
    if not effects_comparable(value.effect, told.effect) or not groups_overlap(value.group, told.group):
        return False
    if places_apart(settings[none.id], settings[other.id]) or not windows_meet(value, told):
        return False
    if page.distance(first_span(none), first_span(other)) > ANSWER_BACK or page.in_headline(first_span(other)):
        return False
    return _one_side_lost(page, none, other, settings)


def _one_side_lost(page: Page, none: CasualtyClaim, other: CasualtyClaim, settings: Mapping[str, Setting]) -> bool:
    """One known side, or that of who tells of no loss; else "no one" beside people, or an event that caused none."""
    if none.value.side_group != UNKNOWN:
        return none.value.side == other.value.side
    if none.source is not None and none.source.side_group == other.value.side_group:
        return other.value.group != "civilian" and other.value.posture != "own_loss"
    if page.sentences_between(first_span(none), first_span(other)) != 1 or settings[none.id].place is not None:
        return False
    no_one = none.value.effect == other.value.effect and {none.value.group, other.value.group} == {"unknown"}
    return no_one or (settings[none.id].of_the_event and first_span(other).start < first_span(none).start)


def _another_toll(page: Page, ordered: Sequence[CasualtyClaim], settings: Mapping[str, Setting]) -> Iterator[Judgement]:
    """Figures that the words of the report set side by side, whatever place or time it leaves open."""
    for claim in ordered:
        lead_in = lead_in_of(page, first_span(claim))
        toll = _TOLL.search(lead_in)
        if toll is None or _BESIDE.search(first_span(claim).exact):
            yield from _counted_again(page, claim, ordered, lead_in)
            continue
        back = [o for o in ordered if 0 < first_span(claim).start - first_span(o).start <= TOLL_BACK]
        own = _OWN.search(toll.group()) is not None
        definite = _THE.search(toll.group()) is not None and not own and not _CLAUSE.search(lead_in, toll.end())
        definite = definite and claim.value.group != "combatant"
        placed = _IN.search(toll.group()) is not None
        fit = [
            o
            for o in back
            if _may_differ(o, claim, side_told=definite, opposed=True, two_organs=not own)
            and not (placed and places_apart(settings[o.id], settings[claim.id]))
            and not _OTHERS.search(first_span(o).exact)
        ]
        fit = [o for o in fit if not settings[o.id].partial] or fit
        if own and (claim.value.side == UNKNOWN or own_voice(claim)):
            continue  # "their own dead": of whose side, the report leaves open
        for other in sorted(fit, key=lambda o: (o.value.group == claim.value.group, *_weight(page, o)))[-1:]:
            yield judgement("conflicts", claim, other, {"text": "another toll is given"})
    yield from _told_otherwise(page, ordered, settings)
    for cue in _DIFFERENT.finditer(page.lowered):
        listed = [c for c in ordered if cue.start() <= first_span(c).start <= cue.end() + DIFFERENT_AHEAD]
        for one, other in combinations(listed, 2):
            parts = settings[one.id].partial or settings[other.id].partial
            at_once = windows_meet(one.value, other.value) and same_scope(one.value, other.value)
            apart = parts or _fighters_of_two_sides(one.value, other.value)
            if voice(one) != voice(other) and at_once and not apart and _may_differ(one, other, side_told=True):
                yield judgement("conflicts", other, one, {"text": "the report says that the figures differ"})


def _fighters_of_two_sides(one: Casualty, other: Casualty) -> bool:
    return one.group == other.group == "combatant" and side_known_to_differ(one, other)


#: "The rebels gave another version.", "A spokesman put the losses higher.": what follows differs from what others told.
_OTHERWISE = Expression(
    r"\b(?:gave|gives|had|offered|told|released|issued)\s+(?:an?\s+)?(?:(?:\w+ly|very|quite|rather|far|much)\s+)?"
    r"(?:another|different|other|rival|lower|higher|(?:its|their|his|her)\s+own)\s+(?:\w+\s+)?"
    r"(?:version|account|tolls?|figures?|numbers?|picture|story|tally|count)\b"
    r"|\b(?:put|puts)\s+[^.;:]{3,60}?\s(?:higher|lower)(?=\W)"
    r"|\b(?:disputed|rejected|dismissed|contested)\s+(?:the|those|these|all|both|that|its|their|[\w’'-]+[’']s?)\s+(?:\w+\s+)?"
    r"(?:figures?|numbers?|tolls?|counts?|account|version)\b",
)
#: So many sentence ends may stand between the cue and the figures that it announces.
ANNOUNCED = 1


def _told_otherwise(
    page: Page, ordered: Sequence[CasualtyClaim], settings: Mapping[str, Setting]
) -> Iterator[Judgement]:
    """Figures right behind "gave another version", each against the highest before of the same people by another."""
    for cue in _OTHERWISE.finditer(page.lowered):
        shown = page.document.evidence(*cue.span())
        after = [
            c
            for c in ordered
            if first_span(c).start >= cue.start() and page.sentences_between(shown, first_span(c)) <= ANNOUNCED
        ]
        voices = {voice(c) for c in after[:1]}
        back = [
            c
            for c in ordered
            if 0 <= cue.start() - first_span(c).start <= TOLL_BACK
            and not settings[c.id].partial
            and not _OTHERS.search(first_span(c).exact)
        ]
        yield from _other_victims(page, cue.group(), after, back, shown)
        for claim in after:
            if voice(claim) not in voices or _TOLL.search(lead_in_of(page, first_span(claim))):
                continue
            fit = [o for o in back if _one_count(o, claim) and not places_apart(settings[o.id], settings[claim.id])]
            for other in sorted(fit, key=lambda o: (o.value.group == claim.value.group, *_weight(page, o)))[-1:]:
                yield judgement("conflicts", claim, other, {"text": "the report says that it is told otherwise"})


#: An account tells who the dead were, a figure only how many.
_ACCOUNT = Expression(r"\b(?:another|different|other|rival|own)\s+(?:\w+\s+)?(?:version|account|story|picture)\b")
#: So many sentence ends before another account the dead stand that it tells of.
ACCOUNT_BACK = 3


def _other_victims(
    page: Page, cue: str, after: Sequence[CasualtyClaim], back: Sequence[CasualtyClaim], shown: Evidence
) -> Iterator[Judgement]:
    """ "The army gave another account: 20 gunmen died", where others told of dead villagers."""
    if not _ACCOUNT.search(cue):
        return
    for claim in after[:1]:
        fit = [
            o
            for o in back
            if o.value.effect == claim.value.effect == "killed"
            and "combatant" in (o.value.group, claim.value.group)
            and o.value.group != claim.value.group
            and figure(o.value)
            and figure(claim.value)
            and not page.in_headline(first_span(o))
            and page.sentences_between(first_span(o), shown) <= ACCOUNT_BACK
            and not (own_voice(o) or is_bodies(o))
            and _two_tellers(claim, o)
            and windows_meet(o.value, claim.value)
        ]
        for other in sorted(fit, key=lambda o: _weight(page, o))[-1:]:
            yield judgement("conflicts", claim, other, {"text": "the report says that it is told otherwise"})


def _weight(page: Page, figure_told: CasualtyClaim) -> tuple[bool, int, bool, int]:
    """Which of several figures another answers: the body's, the highest, of a source, the nearest."""
    shown = first_span(figure_told)
    return not page.in_headline(shown), figure(figure_told.value) or 0, not own_voice(figure_told), shown.start


def _one_count(one: CasualtyClaim, other: CasualtyClaim) -> bool:
    """One side's people with one effect, counted otherwise by another teller."""
    first, second = one.value, other.value
    same = first.effect == second.effect and same_group(first, second) and _one_whole(first, second)
    told = not own_voice(other) and _two_tellers(one, other) and "deny" not in (one.polarity, other.polarity)
    return (
        same
        and told
        and same_scope(first, second)
        and _subgroup(one) == _subgroup(other)
        and _numbers_differ(first, second)
    )


def _one_whole(first: Casualty, second: Casualty) -> bool:
    """True for the people of one side, or for "people" of whom one count says that they are of both."""
    bare = first.group == second.group == "unknown"
    return first.side_group == second.side_group != UNKNOWN or (bare and BOTH in (first.side_group, second.side_group))


#: "The agency counted 11 dead", right behind another's toll.
_COUNTED = Expression(
    r"\b(?:counted|tallied|documented|recorded|verified|confirmed|spoke\s+of|spoken\s+of)\s+(?:only\s+|just\s+)?"
    r"(?=(?:at\s+least\s+)?[\w-]+\s+(?:dead|deaths|people\s+dead|fatalities)\b)",
    re.IGNORECASE,
)


def _counted_again(
    page: Page, claim: CasualtyClaim, ordered: Sequence[CasualtyClaim], lead_in: str
) -> Iterator[Judgement]:
    """A count of the dead that follows another voice's count of people at once, whatever sides were read into them."""
    if _COUNTED.search(lead_in) is None or claim.value.victims is not None:
        return
    here = first_span(claim)
    for other in ordered:
        told = first_span(other)
        near = told.start < here.start and page.sentences_between(told, here) <= 1
        bare = other.value.group in ("unknown", "mixed") and subgroup(other) is None
        more = (figure(other.value) or 0) > (claim.value.high or 0) > 0
        if (
            near
            and bare
            and more
            and not page.in_headline(told)
            and _may_differ(other, claim, side_told=True, opposed=True)
        ):
            yield judgement("conflicts", claim, other, {"text": "another count is given"})
            return


def _may_differ(
    one: CasualtyClaim,
    other: CasualtyClaim,
    *,
    side_told: bool = False,
    opposed: bool = False,
    two_organs: bool = False,
) -> bool:
    """One effect and group, numbers of one order that exclude each other, not known to be of two sides or one voice.

    `side_told`: the report says that the figures are of one thing, whatever sides were read into them; `opposed`: a
    word opposes them, so that other numbers do, and (`two_organs`) so that two tellers of one side may.
    """
    first, second = one.value, other.value
    if not same_group(first, second) or _subgroup(one) != _subgroup(other):
        return False
    if first.effect != second.effect and not (opposed and {first.effect, second.effect} == {"killed", "unspecified"}):
        return False
    if "deny" in (one.polarity, other.polarity):
        return False
    if one.source is not None and voice(one) == voice(other) and not (two_organs and _two_tellers(one, other)):
        return False
    if side_known_to_differ(first, second) and not side_told:
        return False
    apart = cannot_both_hold(first, second) or (opposed and _numbers_differ(first, second))
    return apart and (of_one_order(first, second) or (opposed and _hardly_of_one_order(one, other)))


def _hardly_of_one_order(one: CasualtyClaim, other: CasualtyClaim) -> bool:
    """True for the dead of one known side in numbers that lie further apart than two counts of one thing mostly do."""
    low, high = sorted((figure(one.value) or 0, figure(other.value) or 0))
    sides = one.value.side_group == other.value.side_group != UNKNOWN
    return sides and not is_bodies(one) and high <= _OPPOSED_ORDER * low


def _subgroup(claim: CasualtyClaim) -> str | None:
    """The part of a group that the words name; bodies are the dead."""
    found = subgroup(claim)
    return None if found and found.startswith("bod") else found


def _numbers_differ(one: Casualty, other: Casualty) -> bool:
    return not (one.vague or other.vague) and figure(one) != figure(other)


def lead_in_of(page: Page, evidence: Evidence) -> str:
    """The words of the sentence before the evidence, and the evidence itself."""
    text = page.document.text
    start = max(text.rfind(". ", 0, evidence.start), text.rfind("\n", 0, evidence.start), evidence.start - 120, 0)
    return text[start : evidence.end]
