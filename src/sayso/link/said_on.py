"""The day on which something was said: an expression of time that goes with the cue, never one of the content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from sayso.expression import Expression
from sayso.link.mentions import DateMention
from sayso.model import Attribution

#: A noun as cue ("B's claim"): the day of the sentence is that of its verb.
_NOUN = Expression(r"(?:claim|allegation|report|statement|accusation|assertion|announcement)s?$", re.IGNORECASE)
#: Further than this from the cue a date is not the cue's.
_REACH = 60


def said_on(
    text: str, attribution: Attribution, dates: Sequence[DateMention], sentence: tuple[int, int]
) -> date | None:
    """The day said, where one expression of a single day attaches to the cue or source; else None."""
    cue = attribution.cue or attribution.source
    if not cue:
        return None
    start, end = cue[0].start, cue[-1].end
    near = [d for d in dates if sentence[0] <= d.start and d.end <= sentence[1] and not _in_content(attribution, d)]
    fit = [d for d in near if _attached(text, d, attribution, (start, end))]
    fit.sort(key=lambda d: abs(d.start - end))
    return next((d.first for d in fit if d.first is not None and d.first == d.last), None)


def _in_content(attribution: Attribution, mention: DateMention) -> bool:
    return any(c.start < mention.end and mention.start < c.end for c in attribution.content)


def _attached(text: str, mention: DateMention, attribution: Attribution, cue: tuple[int, int]) -> bool:
    """True for a date in the cue or source, right after the cue, between the two, or opening the sentence."""
    start, end = cue
    if start < mention.end and mention.start < end:
        return True
    if any(s.start <= mention.start and mention.end <= s.end for s in attribution.source):
        return True
    if _NOUN.search(attribution.cue[-1].exact if attribution.cue else ""):
        return False
    if mention.start >= end:
        return (
            mention.start - end <= _REACH
            and _no_content_between(attribution, end, mention.start)
            and not _closed(text[end : mention.start])
        )
    if any(c.start < mention.start for c in attribution.content if c.end <= start):
        return False
    opening = min((s.start for s in attribution.source), default=start)
    return (
        mention.end <= start
        and _no_content_between(attribution, mention.end, min(opening, start))
        and not _verb(text[mention.end : min(opening, start)])
    )


def _no_content_between(attribution: Attribution, start: int, end: int) -> bool:
    return not any(c.start < end and start < c.end for c in attribution.content)


def _closed(between: str) -> bool:
    """True where a sentence or clause ends between the cue and the date."""
    return bool(re.search(r"[.;!?\n](?:\s|$)|[“”\"]|\bthat\b|\bwhile\b|\bbut\b", between))


#: "(3 Jan) (AGENCY) -- ": what parts a dateline's day from the report.
_DATELINE_ENDS = Expression(r"\s*(?:\([^()\n]{2,40}\)\s*)?[-–—]")


def _verb(between: str) -> bool:
    """True where another clause stands between an opening date and the source, or the date is a dateline's."""
    if _DATELINE_ENDS.match(between):
        return True
    return len(between.split()) > 4 or bool(
        re.search(r"[.;!?\n“”\"]|\b(?:and|but|when|after|as|while|that|which)\b", between)
    )
