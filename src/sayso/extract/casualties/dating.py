"""When a sentence dates what it tells: before the news, within it, or not at all.

Only as far as background needs it; the dates of claims are resolved in linking.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from sayso.expression import Expression, Seldom

_MONTHS: Final = tuple(
    "January February March April May June July August September October November December".lower().split()
)
_MONTH: Final = "|".join(_MONTHS)
_YEAR: Final = r"(?:19|20)\d\d"
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE: Final = Seldom(
    _MONTH,
    rf"\b(?:(?P<m1>{_MONTH})\s+(?P<d1>{_DAY})|(?P<d2>{_DAY})\s+(?P<m2>{_MONTH}))(?:,?\s+(?P<y>{_YEAR}))?\b",
)
#: A year that dates what happened, not one that is part of a name ("a 1994 ceasefire").
_DATING_YEAR: Final = Seldom(
    "19|20",
    rf"\b(?:in|during|of|from|early|late|mid|between|and|until|by|the|{_MONTH})[ -]+(?P<year>{_YEAR})(?:s\b)?(?!,?\d)"
    r"(?! (?:ceasefire|truce|agreement|accord|peace|treaty|constitution))",
)
_MONTH_ALONE: Final = Seldom(
    _MONTH,
    rf"(?:^|\b(?:in|during|early|late|mid)[ -])(?:early |late |mid-)?(?P<month>{_MONTH})\b(?! \d)"
    rf"(?: (?:of )?(?P<year>{_YEAR}))?",
)
#: "since mid-February" tells when counting began, not when the harm was.
_SINCE_DATE: Final = Expression(rf"\bsince (?:early |late |mid[- ])?(?:{_MONTH}|{_YEAR})(?: \d{{1,2}})?(?:,? {_YEAR})?")
_SINCE: Final = Expression(r"\bsince\b[^,.;]*")
_BORN: Final = Expression(rf"\bborn (?:in|on) (?:\w+ ){{0,2}}{_YEAR}")
#: A report is not older than what it calls news.
_OLDEST_NEWS_DAYS: Final = 13


@dataclass(frozen=True, slots=True)
class Dating:
    """Reads dates relative to the day of a report (None when that is not known)."""

    published: date | None
    #: Days that the report opens with: what it is about, be it some weeks old.
    topic: frozenset[date] = frozenset()

    def of_topic(self, opening: str) -> Dating:
        """The same, told the lower-case sentences that a report opens with."""
        return Dating(self.published, frozenset(self._days(opening)))

    def is_past(self, sentence: str) -> bool | None:
        """True where a lower-case sentence dates what it tells before the news, False in it, None without a date."""
        matches = list(_DATE.finditer(sentence))
        known = self._days(sentence)
        if known and self.published is not None:
            return not known & self.topic and all((self.published - day).days > _OLDEST_NEWS_DAYS for day in known)
        years = [int(match["year"]) for match in _DATING_YEAR.finditer(sentence)]
        if years and not matches:
            return self.published is None or max(years) < self.published.year
        if any(self._is_past_month(match) for match in _MONTH_ALONE.finditer(sentence)):
            return True
        return False if matches else None

    def is_earlier_year(self, sentence: str) -> bool:
        """True where a sentence names a year before the report's; any year where that is not known."""
        years = [int(match["year"]) for match in _DATING_YEAR.finditer(sentence)]
        return bool(years) and (self.published is None or max(years) < self.published.year)

    def _days(self, sentence: str) -> set[date]:
        return {day for match in _DATE.finditer(sentence) if (day := self._resolved(match)) is not None}

    def _resolved(self, match: re.Match[str]) -> date | None:
        if self.published is None:
            return None
        month = _MONTHS.index(match["m1"] or match["m2"]) + 1
        day = int(re.sub(r"\D", "", match["d1"] or match["d2"]))
        year = int(match["y"]) if match["y"] else self.published.year
        try:
            found = date(year, month, day)
            return found if match["y"] or found <= self.published else found.replace(year=year - 1)
        except ValueError:
            return None

    def _is_past_month(self, match: re.Match[str]) -> bool:
        """ "in January": a month before the report's own."""
        if self.published is None:
            return False
        month = _MONTHS.index(match["month"]) + 1
        if match["year"]:
            return (int(match["year"]), month) < (self.published.year, self.published.month)
        return month != self.published.month


def without_beginnings(sentence: str, harm: int | None = None) -> str:
    """Blank out births and "since the war began in 2011", unless the harm itself (an offset) is told inside it."""
    sentence = _BORN.sub(_blank, sentence)
    sentence = _SINCE_DATE.sub(_blank, sentence)
    return _SINCE.sub(lambda m: m[0] if harm is not None and m.start() <= harm < m.end() else _blank(m), sentence)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
