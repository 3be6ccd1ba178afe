"""When the fighting that a report is about began, as the report itself dates it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from sayso.expression import Expression, Seldom, in_small_letters
from sayso.link.mentions import DateMention

_CONFLICT: Final = (
    r"(?:fighting|clash(?:es)?|conflict|war|violence|hostilit(?:y|ies)|offensive|battles?|assault|operation"
    r"|uprising|bombardment"
    r"|bombing|campaign|invasion|incursion|unrest|crackdown|insurgency|siege|protests?|situation|provocations?"
    r"|shelling)"
)
_BEGAN: Final = (
    r"(?:broke out|broken out|erupted?|began|begun|started|flared(?: up)?|resumed|reignited|escalated|launched"
    r"|unleashed"
    r"|intensified|commenced|took place)"
)
#: No beginning is told over a full stop or line end.
_STRETCH: Final = Expression(r"[^.\n]+")
_ONSET: Final = Seldom(
    "began|begun|broke|erupt|started|flared|resumed|reignited|escalated|launched|unleashed|intensified|commenced"
    "|took place",
    rf"\b{_CONFLICT}\b[^.\n]{{0,90}}?\b{_BEGAN}\b|\b{_BEGAN}\b[^.\n]{{0,60}}?\b{_CONFLICT}\b",
)
_SINCE: Final = Expression(r"\bsince\s+(?:the\s+)?$", re.IGNORECASE)
#: The day on which fighting began stands so near behind it, in characters, where a "since" leads to it.
_BEHIND: Final = 40
_STOP: Final = Expression(r"[.!?][\"”’']?\s|\n")


def conflict_onset(text: str, dates: Sequence[DateMention], published: date | None) -> date | None:
    """The latest beginning of fighting that the report dates, on or before its own day; None without one."""
    if published is None:
        return None
    return max((start for start in _onsets(text, dates) if start <= published), default=None)


def _onsets(text: str, dates: Sequence[DateMention]) -> Iterator[date]:
    resolved = [d for d in dates if d.first]
    for start, end in _beginnings(text):
        low, high = _sentence(text, start, end)
        if _SINCE.search(text, max(low, start - 12), start):
            high = min(high, end + _BEHIND)  # "On Sunday it put its losses since the fighting began at 14"
            low = end
        near = [d for d in resolved if low <= d.start < high]
        best = min(near, key=lambda d: max(start - d.end, d.start - end, 0), default=None)
        if best is not None and best.first is not None:
            yield best.first


@functools.lru_cache(maxsize=4)
def _beginnings(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text tells that fighting began; dates and several claims ask for it."""
    lowered = in_small_letters(text)
    stretches = (stretch.span() for stretch in _STRETCH.finditer(lowered))
    return tuple(match.span() for start, end in stretches for match in _ONSET.finditer(lowered, start, end))


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    low = max(0, start - 300)
    before = [m.end() for m in _STOP.finditer(text, low, start)]
    after = _STOP.search(text, end)
    return before[-1] if before else low, after.start() if after else len(text)
