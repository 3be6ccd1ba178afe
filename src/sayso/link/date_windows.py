"""Windows of days and how they come about: the calendar part of reading dates, without any text.

A window is its first and last day, both included. Nothing here reads the clock: everything is relative to a day given.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

#: A date without a year is read as the last one before the report, or one this many days ahead of it at most.
_AHEAD: Final = 45
#: Seasons by the months they begin and end in (northern hemisphere); winter runs into the next year.
_SEASONS: Final = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}


@dataclass(frozen=True, slots=True)
class Window:
    """The days on which something may have happened, first to last."""

    first: date
    last: date
    #: True for a period that runs up to the report.
    open_start: bool = False

    @property
    def days(self) -> int:
        """How many days it spans."""
        return (self.last - self.first).days + 1

    @property
    def date_prec(self) -> int:
        """UCDP GED `date_prec` (codebook 24.1): 1 one day, 2 two to six days, 3 a week, 4 a month, 5 more."""
        return 1 if self.days <= 1 else 2 if self.days <= 6 else 3 if self.days <= 7 else 4 if self.days <= 31 else 5

    @property
    def time_precision(self) -> int | None:
        """ACLED `time_precision` (codebook): 1 the day, 2 a week, 3 a month; None for what ACLED would not code."""
        return 1 if self.days <= 1 else 2 if self.days <= 7 else 3 if self.days <= 31 else None


def make_day(year: int, month: int, day: int) -> Window | None:
    """One day, None where the calendar has no such day."""
    if not (1 <= month <= 12 and 1 <= year <= 9998 and 1 <= day <= monthrange(year, month)[1]):
        return None
    found = date(year, month, day)
    return Window(found, found)


def shift(day: date, days: int) -> date | None:
    """The day so many days later (earlier where negative), None outside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def around(day: date, before: int, after: int) -> Window | None:
    """From `before` days before to `after` days after the day."""
    first, last = shift(day, -before), shift(day, after)
    return Window(first, last) if first and last else None


def single(day: date, days: int = 0) -> Window | None:
    """The one day that lies so many days after the given one."""
    return around(day, -days, days)


def month(year: int, number: int, part: str | None = None) -> Window | None:
    """A month or its early (1-10), mid (11-20) or late (21-) part."""
    if not (1 <= number <= 12 and 1 <= year <= 9998):
        return None
    end = monthrange(year, number)[1]
    first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, end)}.get(part or "", (1, end))
    return Window(date(year, number, first), date(year, number, last))


def year(number: int, part: str | None = None) -> Window | None:
    """A year or its early (January to April), mid (May to August) or late (September to December) part."""
    if not 1 <= number <= 9998:
        return None
    first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}.get(part or "", (1, 12))
    return Window(date(number, first, 1), date(number, last, monthrange(number, last)[1]))


def decade(number: int, part: str | None = None) -> Window | None:
    """Ten years from `number` or their early (first four), mid (middle four) or late (last four) part."""
    low, high = {"early": (0, 3), "mid": (3, 6), "late": (6, 9)}.get(part or "", (0, 9))
    return Window(date(number + low, 1, 1), date(number + high, 12, 31)) if 1 <= number <= 9980 else None


def season(name: str, number: int) -> Window | None:
    """A northern season of a year; the winter that begins in it."""
    first, last = _SEASONS[name]
    start = month(number, first)
    end = month(number + (last < first), last)
    return Window(start.first, end.last) if start and end else None


def last_season(name: str, published: date) -> Window | None:
    """The last season of that name that began before the day."""
    this = season(name, published.year)
    return this if this and this.first < published else season(name, published.year - 1)


def weekday(number: int, published: date, which: str | None = None) -> Window | None:
    """A weekday (Monday is 0) as seen from the report's day.

    Without more the latest on or before that day; "last" the latest before it; "next" the first after it.
    """
    if which == "next":
        return single(published, (number - published.weekday() - 1) % 7 + 1)
    back = (published.weekday() - number) % 7
    return single(published, -(back or 7 * (which == "last")))


def week(published: date, ago: int) -> Window | None:
    """The week, Monday to Sunday, so many weeks before the one of the day; the running one ends with the day."""
    monday = shift(published, -published.weekday() - 7 * ago)
    sunday = shift(monday, 6) if monday else None
    if monday is None or sunday is None:
        return None
    return Window(monday, min(sunday, published) if ago == 0 else sunday)


def weekend(published: date, ago: int) -> Window | None:
    """Saturday and Sunday, the latest that began on or before the day (`ago` 0) or the one before a running one."""
    back = (published.weekday() - 5) % 7
    saturday = shift(published, -back - (7 if ago and back <= 1 else 0))
    return around(saturday, 0, 1) if saturday else None


def day_of_year(number: int, day: int, published: date, ahead: bool) -> Window | None:
    """A day and month without a year: the nearest to the report, not far ahead of it unless told of as to come."""
    return _nearest([make_day(published.year + k, number, day) for k in (1, 0, -1, -2, -3, -4)], published, ahead)


def month_of_year(number: int, part: str | None, published: date, ahead: bool) -> Window | None:
    """A month without a year: the one running or the last before, or the next where told of as to come."""
    if ahead and number != published.month:
        return month(published.year + (number < published.month), number, part)
    window = month(published.year - (number > published.month), number, part)
    if window and window.first > published:
        window = month(published.year - 1, number, part)
    return Window(window.first, max(window.first, min(window.last, published))) if window else None


def _nearest(windows: list[Window | None], published: date, ahead: bool) -> Window | None:
    limit = published + timedelta(days=340 if ahead else _AHEAD) if published.year < 9998 else published
    return next((w for w in windows if w and w.first <= limit), None)


def months_before(day: date, count: int) -> tuple[int, int]:
    """Year and month so many months before (after where negative) the month of the day."""
    index = day.year * 12 + day.month - 1 - count
    return index // 12, index % 12 + 1


def same_day_earlier(day: date, months: int) -> date | None:
    """The same day of the month so many months before, or the last day that month has."""
    number, which = months_before(day, months)
    if not 1 <= number <= 9998:
        return None
    return date(number, which, min(day.day, monthrange(number, which)[1]))


def joined(first: Window, last: Window) -> Window | None:
    """From the beginning of one to the end of the other, None where that is backwards."""
    return Window(first.first, last.last) if first.first <= last.last else None


def easter(number: int) -> date:
    """Western Easter Sunday of a year (the anonymous Gregorian computus)."""
    a, b, c = number % 19, number // 100, number % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    return date(number, (h + k - 7 * m + 114) // 31, (h + k - 7 * m + 114) % 31 + 1)
