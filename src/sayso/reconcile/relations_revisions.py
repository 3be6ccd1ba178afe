"""Revisions: one source's later figure in the place of its earlier, where the text says which is the earlier.

"The ministry had earlier given a toll of 16 dead", "it later raised the number to 20".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.claims import Casualty, CasualtyClaim
from sayso.claims.casualty import BOTH, UNKNOWN
from sayso.claims.compare import figure, windows_meet
from sayso.model import Judgement
from sayso.reconcile.context import own_voice, voice
from sayso.reconcile.near import Page, first_span, subgroup
from sayso.reconcile.phrases import any_of
from sayso.reconcile.relations_contrasts import lead_in_of
from sayso.reconcile.relations_likeness import comparable, judgement

_EARLIER = any_of(
    "earlier",
    "previous(?:ly)?",
    "initial(?:ly)?",
    "at first",
    "originally",
    "first (?:reported|put|given)",
    "preliminary (?:toll|reports?)",
    "provisional (?:toll|count)",
    "(?:up|down) from",
    "revis(?:ed|ing)",
    "had (?:put|given|announced|reported|said|spoken of|counted)",
    r"rais(?:ed|ing) (?:the|its|an?) (?:\w+ )?(?:death )?toll (?:from|of)",
    "instead of",
)
#: "Raised the number to", "revised its toll up to": what follows takes the place of what was told before.
_RAISED = any_of(
    r"(?:rais|revis|updat|lower|correct|increas)\w* (?:the|its|that|this) (?:[\w’'-]+ ){0,2}?"
    r"(?:toll|number|count|figure|tally|total|estimate) (?:of [^,.;:]{2,30}? )?(?:up |down )?to",
    then=r"\s+(?:(?:at\s+least|more\s+than|about|around|nearly|almost|over)\s+)?$",
)
#: "A later statement put it at 20": what one source says anew.
_ANEW = any_of(
    "(?:second|later|subsequent|updated|new|revised) (?:statement|communique|count|tally|bulletin|message)",
    "later (?:specified|clarified|corrected|revised|amended|raised|lowered|put|gave|spoke)",
)
#: Words for a count, so that "earlier" is said of it and not of what happened.
_COUNT = any_of(
    "tolls?|counts?|figures?|numbers?|tally|estimates?",
    r"had (?:told|said) (?:[\w-]+ ){0,4}?earlier that",
    r"(?:reported|announced|given|spoken of) (?:[\w-]+ ){1,4}?(?:dead|deaths|killed|wounded)",
)
#: "Earlier in the day", "a week earlier": when something happened, not which count came first.
_WHEN = any_of(
    "earlier (?:in|on|this|that|the|today|yesterday)", "(?:hour|day|week|month|year)s? (?:earlier|previously)"
)
#: Some of those counted, or people beside them.
_NO_WHOLE = any_of("of (?:them|those|these|whom)", "another", "others?", r"(?<!or\s)more(?! than)")
#: So many sentence ends may stand between two counts where words call one the earlier count, or what is new.
_COUNTS_WITHIN = 8
#: So many where something is said to have been earlier, be it the count or what happened.
_WITHIN = 2
_REPLACES = "the text says that it takes the other's place"
_GIVES_WAY = "the text calls the other figure the earlier"
#: So many figures before and behind one are compared with it.
_NEAREST = 40


def find_revisions(page: Page, ordered: Sequence[CasualtyClaim], inner: set[str]) -> Iterator[Judgement]:
    """`revises` judgements. `ordered`: figures by place; `inner`: parts of others, which revise only each other."""
    told = [claim for claim in ordered if _gives_a_count(claim)]
    for place, claim in enumerate(told):
        raised = _is_raised(page, claim)
        if not (raised or _is_earlier(page, claim)):
            continue
        others = told[max(0, place - _NEAREST) : place + _NEAREST]
        near = [o for o in others if o is not claim and (o.id in inner) == (claim.id in inner) and _one_count(claim, o)]
        older = _replaced(page, claim, near) if raised else claim
        newer = claim if raised else _replacing(page, claim, near)
        if older is not None and newer is not None:
            yield judgement("revises", newer, older, {"order": _REPLACES if raised else _GIVES_WAY})


def _is_raised(page: Page, claim: CasualtyClaim) -> bool:
    """True for what a count was raised to: "raised the toll to 20"."""
    number = claim.value.number or first_span(claim)
    start = page.sentence(number)[0]
    return any(cue.search(page.document.text, start, number.start) is not None for cue in (_RAISED, _ANEW))


def _is_earlier(page: Page, claim: CasualtyClaim) -> bool:
    """True for what the words call earlier: "had earlier spoken of 16 dead"; not what happened "a week earlier"."""
    lead_in = lead_in_of(page, first_span(claim))
    return _EARLIER.search(lead_in) is not None and (_is_of_count(page, claim) or not _WHEN.search(lead_in))


def _is_of_count(page: Page, claim: CasualtyClaim) -> bool:
    """True where the words speak of a count, which is then the earlier, whenever the harm was done."""
    return _COUNT.search(lead_in_of(page, first_span(claim))) is not None


def _gives_a_count(claim: CasualtyClaim) -> bool:
    value = claim.value
    return not value.vague and value.scope != "increment" and _NO_WHOLE.search(first_span(claim).exact) is None


def _one_count(one: CasualtyClaim, other: CasualtyClaim) -> bool:
    """True for two figures that may count the same people, and differ."""
    first, second = one.value, other.value
    return (
        (first.low, first.high) != (second.low, second.high)
        and comparable(one, other)
        and subgroup(one) == subgroup(other)
        and _sides_agree(first, second)
    )


def _gave_both(newer: CasualtyClaim, older: CasualtyClaim) -> bool:
    """True for one voice; an earlier count without a source refers back: "the toll had earlier stood at 16"."""
    refers_back = own_voice(older) and first_span(newer).start < first_span(older).start
    return voice(newer) == voice(older) or refers_back


def _sides_agree(first: Casualty, second: Casualty) -> bool:
    """True for one side. Whose "11 dead" are, their words do not say: a side read into them tells nothing."""
    sides = {first.side_group, second.side_group} - {UNKNOWN, BOTH}
    return len(sides) < 2 or ("unknown" in (first.group, second.group) and first.effect == second.effect)


def _replaced(page: Page, claim: CasualtyClaim, near: Sequence[CasualtyClaim]) -> CasualtyClaim | None:
    """What a count that was raised takes the place of: the nearest count of a sentence before.

    What its own sentence tells is what was added: "one of the wounded died, raising the toll to five".
    """
    shown = first_span(claim)
    before = [
        other
        for other in near
        if voice(other) == voice(claim)
        and other.value.effect == claim.value.effect
        and first_span(other).start < shown.start
        and 0 < page.sentences_between(first_span(other), shown) <= _COUNTS_WITHIN
    ]
    return before[-1] if before else None


def _replacing(page: Page, claim: CasualtyClaim, near: Sequence[CasualtyClaim]) -> CasualtyClaim | None:
    """What an earlier count gave way to: a raised count, else the highest of the body, and of its tellings the nearest.

    Further off than the next sentences it must be the count that is called the earlier, not what happened then.
    """
    counted = _is_of_count(page, claim)
    fit = [
        other
        for other in near
        if _gave_both(other, claim)
        and (_is_raised(page, other) or not _EARLIER.search(lead_in_of(page, first_span(other))))
        and page.sentences_between(first_span(other), first_span(claim)) <= (_COUNTS_WITHIN if counted else _WITHIN)
        and (counted or windows_meet(other.value, claim.value))
        and not _falls_short(other.value, claim.value)
    ]
    return max(fit, key=lambda other: _weight(page, claim, other), default=None)


def _falls_short(newer: Casualty, older: Casualty) -> bool:
    """True for one fight's count that is less than a total: it tells of other people."""
    scopes = (newer.scope, older.scope)
    return scopes == ("incident", "running_total") and (figure(newer) or 0) < (figure(older) or 0)


def _weight(page: Page, older: CasualtyClaim, newer: CasualtyClaim) -> tuple[bool, bool, bool, bool, int, int]:
    shown = first_span(newer)
    return (
        not page.in_headline(shown),
        newer.value.effect == older.value.effect,
        _is_raised(page, newer),
        newer.value.group == older.value.group,
        figure(newer.value) or 0,
        -page.distance(shown, first_span(older)),
    )
