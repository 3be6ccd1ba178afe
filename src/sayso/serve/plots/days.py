"""Ticks of an axis of days, and how to write them (no drawing library)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

#: So many days one after another are all written.
_FEW = 9
#: Days between ticks that read well: a day, some days, a week, two; then months.
_STEPS = (1, 2, 7, 14)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120)
_MOST = 6


def ticks(first: date, last: date) -> list[date]:
    """Days between these, both included, at most about six (nine where they follow one another)."""
    length = (last - first).days
    if length < _FEW:
        return [first + timedelta(days=n) for n in range(length + 1)]
    step = next((step for step in _STEPS if length / step <= _MOST), None)
    if step is not None:
        return [first + timedelta(days=n) for n in range(0, length + 1, step)]
    months = (last.year - first.year) * 12 + last.month - first.month
    every = next((step for step in _MONTHS if months / step <= _MOST), _MONTHS[-1])
    found = (_month(first, n) for n in range(0, months + every + 1))
    return [day for day in found if first <= day <= last and (day.year * 12 + day.month - 1) % every == 0] or [first]


def _month(first: date, later: int) -> date:
    """The first day of a month so many months later."""
    number = first.year * 12 + first.month - 1 + later
    return date(number // 12, number % 12 + 1, 1)


def day_words(days: Sequence[date]) -> list[str]:
    """Days as short as they can be told apart, the year with the first of each."""
    if len(days) > 1 and all(day.day == 1 and day.month == 1 for day in days):
        return [str(day.year) for day in days]
    months = len(days) > 1 and all(day.day == 1 for day in days)
    words = [f"{day:%b}" if months else f"{day.day} {day:%b}" for day in days]
    first_of_year = (n == 0 or days[n - 1].year != day.year for n, day in enumerate(days))
    return [f"{word} {day.year}" if new else word for word, day, new in zip(words, days, first_of_year, strict=True)]
