"""Revisions: one source's later figure in the place of its earlier, where the text says which is the earlier.

"The ministry had earlier given a toll of 16 dead", "it later raised the number to 20".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.claims import CasualtyClaim
from sayso.claims.casualty import BOTH, UNKNOWN
from sayso.claims.compare import figure, windows_meet
from sayso.model import Judgement
from sayso.reconcile.context import voice
from sayso.reconcile.near import Page, first_span, subgroup
from sayso.reconcile.relations_contrasts import lead_in_of
from sayso.reconcile.relations_likeness import comparable, judgement

_EARLIER = re.compile(
    r"\b(?:earlier|previous(?:ly)?|initial(?:ly)?|at\s+first|originally|first\s+(?:reported|put|given)|preliminary\s+(?:toll"
    r"|reports?)|provisional\s+(?:toll|count)|(?:up|down)\s+from|revis(?:ed|ing)|had\s+(?:put|reported|said|spoken\s+of|counted)"
    r"|rais(?:ed|ing)\s+(?:the|its|an)\s+\w*\s*(?:death\s+)?toll\s+from|instead\s+of)\b",
    re.IGNORECASE,
)
#: "Raised the number to", "revised its toll up to": what follows takes the place of what was told before.
_RAISED = re.compile(
    r"\b(?:rais|revis|updat|lower|correct|increas)\w*\s+(?:the|its|that|this)\s+(?:[\w’'-]+\s+){0,2}?"
    r"(?:toll|number|count|figure|tally|total|estimate)\s+(?:of\s+[^,.;:]{2,30}?\s+)?(?:up\s+|down\s+)?to\s+"
    r"(?:(?:at\s+least|more\s+than|about|around|nearly|almost|over)\s+)?$",
    re.IGNORECASE,
)
#: Words for a count, so that "earlier" is said of it and not of what happened.
_COUNT = re.compile(
    r"\b(?:tolls?|counts?|figures?|numbers?|tally|estimates?|(?:reported|announced|given|spoken\s+of)\s+(?:[\w-]+\s+){1,2}?"
    r"(?:dead|deaths|killed|wounded))\b",
    re.IGNORECASE,
)
#: "Earlier in the day", "a week earlier": when something happened, not which count came first.
_WHEN = re.compile(
    r"\bearlier\s+(?:in|on|this|that|the|today|yesterday)\b|\b(?:hour|day|week|month|year)s?\s+(?:earlier|previously)\b",
    re.IGNORECASE,
)
#: Some of those counted, or people beside them.
_NO_WHOLE = re.compile(
    r"\bof\s+(?:them|those|these|whom)\b|\b(?:another|others?|(?<!or\s)more(?!\s+than))\b", re.IGNORECASE
)
#: So many sentence ends may stand between a figure and the earlier one; so many where a count is called the earlier.
_WITHIN, _COUNTS_WITHIN = 2, 8


def find_revisions(page: Page, ordered: Sequence[CasualtyClaim], inner: set[str]) -> Iterator[Judgement]:
    """`revises` judgements. `ordered`: figures by place; `inner`: parts of others, which revise only each other."""
    told = [claim for claim in ordered if _gives_a_count(claim)]
    for place, claim in enumerate(told):
        near = [
            other
            for other in told[max(0, place - _NEAREST) : place + _NEAREST]
            if (other.id in inner) == (claim.id in inner) and _one_matter(claim, other)
        ]
        lead_in = lead_in_of(page, first_span(claim))
        if _RAISED.search(_up_to_number(page, claim)):
            older = _replaced(page, claim, near)
            if older is not None:
                yield judgement("revises", claim, older, {"order": "the text says that it takes the other's place"})
        elif _EARLIER.search(lead_in) and (_COUNT.search(lead_in) or not _WHEN.search(lead_in)):
            newer = _replacing(page, claim, near, counted=_COUNT.search(lead_in) is not None)
            if newer is not None:
                yield judgement("revises", newer, claim, {"order": "the text calls the other figure the earlier"})


#: So many figures before and behind one are compared with it.
_NEAREST = 40


def _gives_a_count(claim: CasualtyClaim) -> bool:
    value = claim.value
    return not value.vague and value.scope != "increment" and _NO_WHOLE.search(first_span(claim).exact) is None


def _one_matter(one: CasualtyClaim, other: CasualtyClaim) -> bool:
    """True for two figures of one voice that may count the same people."""
    first, second = one.value, other.value
    return (
        one is not other
        and voice(one) == voice(other)
        and (first.low, first.high) != (second.low, second.high)
        and comparable(one, other)
        and subgroup(one) == subgroup(other)
        and len({first.side_group, second.side_group} - {UNKNOWN, BOTH}) < 2
    )


def _replaced(page: Page, claim: CasualtyClaim, near: Sequence[CasualtyClaim]) -> CasualtyClaim | None:
    """What "raised the toll to" takes the place of: the nearest count of a sentence before.

    What its own sentence tells is what was added: "one of the wounded died, raising the toll to five".
    """
    shown = first_span(claim)
    before = [
        other
        for other in near
        if other.value.effect == claim.value.effect
        and first_span(other).start < shown.start
        and 0 < page.sentences_between(first_span(other), shown) <= _COUNTS_WITHIN
    ]
    return before[-1] if before else None


def _up_to_number(page: Page, claim: CasualtyClaim) -> str:
    """The words of a figure's sentence before its number."""
    number = claim.value.number or first_span(claim)
    return page.document.text[page.sentence(number)[0] : number.start]


def _replacing(
    page: Page, claim: CasualtyClaim, near: Sequence[CasualtyClaim], *, counted: bool
) -> CasualtyClaim | None:
    """What an earlier count gave way to: the highest of the body, and of its tellings the nearest.

    Further off than the next sentences it must be the count that is called the earlier, not what happened then.
    """
    fit = [
        other
        for other in near
        if (_RAISED.search(_up_to_number(page, other)) or not _EARLIER.search(lead_in_of(page, first_span(other))))
        and page.sentences_between(first_span(other), first_span(claim)) <= (_COUNTS_WITHIN if counted else _WITHIN)
        and (counted or windows_meet(other.value, claim.value))
    ]
    return max(fit, key=lambda other: _weight(page, claim, other), default=None)


def _weight(page: Page, older: CasualtyClaim, newer: CasualtyClaim) -> tuple[bool, bool, int, int]:
    shown = first_span(newer)
    return (
        not page.in_headline(shown),
        newer.value.effect == older.value.effect,
        figure(newer.value) or 0,
        -page.distance(shown, first_span(older)),
    )
