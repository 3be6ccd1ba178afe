"""What the expressions of time in :mod:`sayso.link.date_grammar` mean.

A reading sees its own words and the day of the report, never the clock. It answers with a window, with the reason why
there is none, or with None where the words turn out to be no date.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from sayso.expression import Expression
from sayso.link import date_windows as windows
from sayso.link.date_windows import Window

NO_REPORT_DAY: Final = "relative to the day of the report, which is not known"
NO_ANCHOR: Final = "relative to a day that the text does not settle"
NO_ONSET: Final = "the report does not date the beginning"
VAGUE: Final = "names no length of time"

MONTHS: Final = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
WEEKDAYS: Final = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
ORDINALS: Final = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
NUMBERS: Final = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_UNITS: Final = {"hour": 0, "day": 1, "night": 1, "week": 7, "fortnight": 14}


@dataclass(frozen=True, slots=True)
class Scene:
    """What an expression is relative to."""

    text: str
    published: date | None
    #: The day last named before the expression, not far off.
    anchor: date | None
    #: The first day of whatever was last dated before the expression.
    then: date | None
    #: When what the report is about began, where it says so.
    onset: date | None


Answer = Window | str | None
Resolver = Callable[[re.Match[str], Scene], Answer]


def number_of(word: str) -> int:
    """A small number in figures or words; "a" is one."""
    low = word.lower()
    return int(low) if low.isdigit() else 1 if low in ("a", "an") else NUMBERS.index(low) + 1


def month_number(word: str) -> int:
    """January is 1; abbreviations allowed."""
    low = word.lower().rstrip(".")
    return next(i for i, name in enumerate(MONTHS, 1) if name.startswith(low[:3]))


def _weekday_number(word: str) -> int:
    return next(i for i, name in enumerate(WEEKDAYS) if name.startswith(word.lower()[:3]))


def _stage(word: str | None) -> str | None:
    low = (word or "").lower().strip(" -")
    if not low:
        return None
    return "early" if re.search("early|begin|start", low) else "late" if re.search("late|end", low) else "mid"


_FUTURE = Expression(
    r"\b(?:(?:will|shall|scheduled|due|expected|plans|is to|are to|set to|going to|ahead of"
    r"|upcoming)\b(?:[\s,]+[^\s.;]+){0,6}"
    r"|(?:until|till|by|from|effective))[\s,]*$",
    re.IGNORECASE,
)
#: "had gathered 110 bodies by Monday": by then it was done.
_BY_THEN = Expression(r"\b(?:had|was|were)\s[^.;:!?\n]{0,50}\bby\s+$", re.IGNORECASE)
_CLAUSE = Expression(r"[.;:!?]\s|\n|,\s(?:and|but|who|which|when|where|while|after)\s")


def to_come(text: str, start: int) -> bool:
    """True where the words before, in the same clause, speak of the future."""
    before = text[max(0, start - 70) : start]
    if _BY_THEN.search(before):
        return False
    cut = [m.end() for m in _CLAUSE.finditer(before)]
    return bool(_FUTURE.search(before[cut[-1] if cut else 0 :]))


def _full_year(word: str) -> int:
    number = int(word)
    return number if number > 99 else 1900 + number if number > 40 else 2000 + number


def _day(year: int, month: int, day: int) -> Answer:
    return windows.make_day(year, month, day)


def iso(m: re.Match[str], _: Scene) -> Answer:
    """2020-09-27."""
    return _day(int(m["y"]), int(m["m"]), int(m["d"]))


def numeric(m: re.Match[str], scene: Scene) -> Answer:
    """27.09.2020; with slashes the day comes first only where that is certain."""
    a, b, y = int(m["a"]), int(m["b"]), int(m["y"])
    if m["sep"] == "." or a > 12 or a == b:
        return _day(y, b, a)
    if b > 12:
        return _day(y, a, b)
    here = {w for w in (windows.make_day(y, b, a), windows.make_day(y, a, b)) if w and w.first == scene.published}
    return here.pop() if here else "day and month cannot be told apart"


def _day_of(word: str) -> int:
    return int(re.match(r"\d+", word)[0])  # type: ignore[index]  # the pattern begins with digits


def full(m: re.Match[str], _: Scene) -> Answer:
    """A day, month and year in words."""
    return _day(_full_year(m["y"]), month_number(m["mon"]), _day_of(m["d"]))


def yearless(m: re.Match[str], scene: Scene) -> Answer:
    """A day and month without the year."""
    number, day = month_number(m["mon"]), _day_of(m["d"])
    if scene.published is None:
        return NO_REPORT_DAY if windows.make_day(2000, number, day) else None
    if m["rel"]:
        which = scene.published.year - (m["rel"].lower().startswith("last"))
        return windows.make_day(which, number, day)
    return windows.day_of_year(number, day, scene.published, to_come(scene.text, m.start()))


def span(m: re.Match[str], scene: Scene) -> Answer:
    """Two days of one or two months, first to last."""
    first_month = m["mon1"] or m["mon2"]
    last_month = m["mon2"] or m["mon1"]
    days = _day_of(m["d1"]), _day_of(m["d2"])
    if m["y"]:
        ends = [
            windows.make_day(int(m["y"]), month_number(w), d)
            for w, d in zip((first_month, last_month), days, strict=True)
        ]
    elif scene.published is None:
        return NO_REPORT_DAY
    else:
        ahead = to_come(scene.text, m.start())
        pairs = zip((first_month, last_month), days, strict=True)
        ends = [windows.day_of_year(month_number(w), d, scene.published, ahead) for w, d in pairs]
    first, last = ends
    return windows.joined(first, last) if first and last else None


def month_year(m: re.Match[str], scene: Scene) -> Answer:
    """A month of a year, or of last or this year, or its early, mid or late part."""
    stage = _stage(m["stage"])
    number = month_number(m["mon"])
    if m["y"]:
        return windows.month(int(m["y"]), number, stage)
    if scene.published is None:
        return NO_REPORT_DAY
    return windows.month(scene.published.year - ("last" in m["rel"].lower()), number, stage)


def month_span(m: re.Match[str], _: Scene) -> Answer:
    """From a month to a month."""
    last = windows.month(int(m["y"]), month_number(m["mon2"]))
    first = windows.month(int(m["y1"] or m["y"]), month_number(m["mon1"]))
    return windows.joined(first, last) if first and last else None


def month_of_event(m: re.Match[str], _: Scene) -> Answer:
    """The month in "April War in 2016"."""
    return windows.month(int(m["y"]), month_number(m["mon"]))


_MONTH_LEAD = Expression(
    r"\b(?:in|since|of|until|till|by|from|between|through|during|to|and|the|a|an|this|last|next|late|early|mid"
    r"|since mid|every"
    r"|previous|its|their|for)[\s-]+$",
    re.IGNORECASE,
)


_MARCHING = Expression(r"\s+(?:on|to|for|through|against|of|by|towards?)\b")


def month_alone(m: re.Match[str], scene: Scene) -> Answer:
    """A month without a year."""
    lead = _MONTH_LEAD.search(scene.text[max(0, m.start() - 14) : m.start()])
    if m["mon"] in ("May", "March", "April", "June", "August") and not (lead or m["stage"] or m["which"]):
        return None  # a verb, a march, a person
    if (m["mon"].isupper() and not lead) or (m["mon"] == "March" and _MARCHING.match(scene.text, m.end())):
        return None
    if scene.published is None:
        return NO_REPORT_DAY
    number, stage = month_number(m["mon"]), _stage(m["stage"])
    which = (m["which"] or "").lower()
    if which == "last" and number == scene.published.month:
        return windows.month(scene.published.year - 1, number, stage)
    ahead = which == "next" or to_come(scene.text, m.start())
    return windows.month_of_year(number, stage, scene.published, ahead)


def decade(m: re.Match[str], _: Scene) -> Answer:
    """The 1990s or their early, mid or late part."""
    start = int(m["y"])
    return windows.decade(start if start > 99 else 1900 + start, _stage(m["stage"]))


def years(m: re.Match[str], _: Scene) -> Answer:
    """From a year to a year."""
    tail = m["y2"]
    first, last = windows.year(int(m["y1"])), windows.year(int(m["y1"][: 4 - len(tail)] + tail))
    return windows.joined(first, last) if first and last else None


_YEAR_LEAD = Expression(
    r"(?:\b(?:in|since|of|until|till|by|from|between|through|during|to|and|the|a|an|early|mid|late|year|before"
    r"|after|its|their"
    r"|around|summer|spring|autumn|fall|winter|back in)[\s-]+|[(])$",
    re.IGNORECASE,
)
_OF_TIME = Expression(r"\b(?:in|since|during|year)\b", re.IGNORECASE)
_COUNTED = Expression(
    r"\s+(?:more\s+|other\s+)?(?:people|men|women|children|soldiers|troops|fighters|civilians|rebels|militants"
    r"|dead|deaths|killed"
    r"|wounded|injured|casualties|families|homes|houses|residents|refugees|persons|km|kilomet|metres|meters"
    r"|miles|tons|tonnes"
    r"|policemen|police|prisoners|hours|local time|GMT|UTC)",
    re.IGNORECASE,
)


def year_alone(m: re.Match[str], scene: Scene) -> Answer:
    """A year, where the words around say that the number is one."""
    lead = _YEAR_LEAD.search(scene.text[max(0, m.start() - 14) : m.start()])
    if not (lead or m["stage"]) or (
        _COUNTED.match(scene.text, m.end()) and not _OF_TIME.search(lead[0] if lead else "")
    ):
        return None
    return windows.year(int(m["y"]), _stage(m["stage"]))


def part_of_year(m: re.Match[str], scene: Scene) -> Answer:
    """The first half, second quarter or last three months of a year."""
    if not m["y"] and scene.published is None:
        return NO_REPORT_DAY
    number = int(m["y"]) if m["y"] else scene.published.year if scene.published else 1
    unit, low = m["unit"].lower(), m["ord"].lower()
    length = {"half": 6, "quarter": 3}.get(unit) or number_of(m["n"] or "a")
    first = 1 if low == "first" else 13 - length if low == "last" or unit == "half" else 1 + length
    start, end = windows.month(number, first), windows.month(number, first + length - 1)
    return windows.joined(start, end) if start and end else None


def the_weekend(_: re.Match[str], scene: Scene) -> Answer:
    """The last weekend that began."""
    return windows.weekend(scene.published, 0) if scene.published else NO_REPORT_DAY


def season(m: re.Match[str], scene: Scene) -> Answer:
    """Last spring, the summer of 2014; northern seasons."""
    name = m["season"].lower()
    if m["y"]:
        return windows.season(name, int(m["y"]))
    return windows.last_season(name, scene.published) if scene.published else NO_REPORT_DAY


def _which(word: str | None) -> str | None:
    low = (word or "").lower()
    return (
        "last" if low in ("last", "past", "previous") else "next" if low in ("next", "coming", "this coming") else None
    )


def weekday(m: re.Match[str], scene: Scene) -> Answer:
    """A weekday, alone, with last or next, or of last week."""
    if scene.published is None:
        return NO_REPORT_DAY
    number, which = _weekday_number(m["wd"]), _which(m["which"])
    if m["week"]:
        ago = 0 if m["week"].lower().startswith("this") else 1
        days = windows.week(scene.published, ago)
        return windows.single(days.first, number) if days else None
    if which is None and number != scene.published.weekday() and to_come(scene.text, m.start()):
        which = "next"
    return windows.weekday(number, scene.published, which)


def weekday_span(m: re.Match[str], scene: Scene) -> Answer:
    """From a weekday to a weekday."""
    if scene.published is None:
        return NO_REPORT_DAY
    last = windows.weekday(_weekday_number(m["wd2"]), scene.published)
    first = windows.weekday(_weekday_number(m["wd1"]), last.first) if last else None
    return windows.joined(first, last) if first and last else None


def from_report(first: int, last: int, running: bool = False) -> Resolver:
    """A reading of words that lie so many days from the report."""

    def resolve(_: re.Match[str], scene: Scene) -> Answer:
        if scene.published is None:
            return NO_REPORT_DAY
        found = windows.around(scene.published, -first, last)
        return Window(found.first, found.last, running) if found else None

    return resolve


def same_day(m: re.Match[str], scene: Scene) -> Answer:
    """That day: the one last named."""
    del m
    return windows.single(scene.anchor) if scene.anchor else NO_ANCHOR


def in_the_day(m: re.Match[str], scene: Scene) -> Answer:
    """Later in the day: the one last named, else the report's."""
    del m
    day = scene.anchor or scene.published
    return windows.single(day) if day else NO_REPORT_DAY


def calendar(m: re.Match[str], scene: Scene) -> Answer:
    """Last week, this month, next year."""
    if scene.published is None:
        return NO_REPORT_DAY
    which, unit, day = _which(m["which"]), m["unit"].lower(), scene.published
    ago = {"last": 1, "next": -1}.get(which or "", 0)
    if unit == "week":
        return windows.week(day, ago)
    if unit == "weekend":
        return windows.weekend(day, ago)
    if unit == "month":
        whole = windows.month(*windows.months_before(day, ago), _stage(m["stage"]))
    else:
        whole = windows.year(day.year - ago, _stage(m["stage"]))
    return Window(whole.first, max(whole.first, min(whole.last, day))) if whole and ago == 0 else whole


def ago(m: re.Match[str], scene: Scene) -> Answer:
    """So many days, weeks, months or years ago; weeks give seven days, months and years the whole of them."""
    if scene.published is None:
        return NO_REPORT_DAY
    count, unit = number_of(m["n"]), m["unit"].lower().rstrip("s")
    if m["rough"]:
        return VAGUE
    if unit in _UNITS:
        middle = windows.shift(scene.published, -count * (_UNITS[unit] or 0))
        return windows.around(middle, *((0, 0) if _UNITS[unit] < 2 else (3, 3))) if middle else None
    if unit == "month":
        return windows.month(*windows.months_before(scene.published, count))
    return windows.year(scene.published.year - count)


def offset(m: re.Match[str], scene: Scene) -> Answer:
    """Two days earlier, a day after: counted from the day named before, in days only."""
    count, unit = number_of(m["n"]), m["unit"].lower().rstrip("s")
    direction = m["dir"].lower()
    if unit not in ("day", "night") or m["rough"]:
        return NO_ANCHOR
    # "a day after the strike" dates what precedes it; the strike itself lies that much earlier
    back = direction in ("earlier", "before", "previously", "after", "following")
    if direction in ("after", "following", "before") and not m["just"] and not _clause_follows(m, scene):
        back = direction == "before"
    anchor = scene.anchor or (scene.published if back else None)
    if anchor is None:
        return NO_ANCHOR
    if direction == "before" and _clause_follows(m, scene):
        return NO_ANCHOR
    return windows.single(anchor, -count if back else count)


def _clause_follows(m: re.Match[str], scene: Scene) -> bool:
    return bool(re.match(r"\s+[\w\"“'‘]", scene.text[m.end() : m.end() + 4]))


def neighbour(m: re.Match[str], scene: Scene) -> Answer:
    """The previous night, the following day, the next morning, the day before."""
    low = m[0].lower()
    back = "previous" in low or "before" in low or "preceding" in low
    if scene.anchor is None:
        if not back:
            return NO_ANCHOR
        return windows.single(scene.published, -1) if scene.published else NO_REPORT_DAY
    return windows.single(scene.anchor, -1 if back else 1)


def past_period(m: re.Match[str], scene: Scene) -> Answer:
    """The past 24 hours, the last four days: so many days back from the report."""
    if m["vague"] or (m["n"] is None and m["unit"].lower().endswith("s")):
        return VAGUE
    if scene.published is None:
        return NO_REPORT_DAY
    count, unit = number_of(m["n"] or "a"), m["unit"].lower().rstrip("s")
    if unit in ("month", "year"):
        first = windows.same_day_earlier(scene.published, count * (12 if unit == "year" else 1))
    elif unit == "hour":
        first = windows.shift(scene.published, -((count + 23) // 24))
    else:
        first = windows.shift(scene.published, -count * _UNITS[unit])
    return Window(first, scene.published, True) if first else None


def nth_day(m: re.Match[str], scene: Scene) -> Answer:
    """Into a second day, for the third straight week: a period that began so long ago and still runs."""
    low = m["ord"].lower()
    count = ORDINALS.index(low) + 1 if low in ORDINALS else int(re.match(r"\d+", low)[0])  # type: ignore[index]
    last = scene.published
    if m["wd"] and last:
        found = windows.weekday(_weekday_number(m["wd"]), last)
        last = found.first if found else None
    unit = m["unit"].lower()
    if m["lead"] is None or unit not in ("day", "night", "week"):
        if unit in ("day", "night") and scene.onset:
            return windows.single(scene.onset, count - 1)
        return NO_ONSET
    if last is None:
        return NO_REPORT_DAY
    first = windows.shift(last, -(count - 1) * (7 if unit == "week" else 1))
    return Window(first, last, True) if first else None


def since_event(m: re.Match[str], scene: Scene) -> Answer:
    """Since the fighting began; since then."""
    if scene.published is None:
        return NO_REPORT_DAY
    if m[0].lower() == "since then":
        return Window(scene.then, scene.published, True) if scene.then and scene.then <= scene.published else NO_ANCHOR
    if scene.onset is None or scene.onset > scene.published:
        return NO_ONSET
    return Window(scene.onset, scene.published, True)


def so_far(m: re.Match[str], scene: Scene) -> Answer:
    """So far: from the beginning that the report dates up to it."""
    if scene.published is None:
        return NO_REPORT_DAY
    unit = (m["unit"] or "").lower()
    if unit == "year":
        return Window(date(scene.published.year, 1, 1), scene.published, True)
    if unit == "month":
        return Window(scene.published.replace(day=1), scene.published, True)
    if unit == "week":
        found = windows.week(scene.published, 0)
        return Window(found.first, scene.published, True) if found else None
    return since_event(m, scene)


def holiday(m: re.Match[str], scene: Scene) -> Answer:
    """Christmas, New Year, Easter."""
    low = m["day"].lower().replace("’", "'")
    given = int(m["y"]) if m["y"] else None
    if given is None and scene.published is None:
        return NO_REPORT_DAY
    year = given or (scene.published.year if scene.published else 1)
    found = _holiday_in(low, year)
    if (
        given is None
        and scene.published
        and found
        and (found.first - scene.published).days > _soon(to_come(scene.text, m.start()))
    ):
        found = _holiday_in(low, year - 1)
    return found


def _soon(ahead: bool) -> int:
    return 366 if ahead else 7


def _holiday_in(low: str, year: int) -> Window | None:
    if "easter" in low or "friday" in low:
        return windows.single(windows.easter(year), 1 if "monday" in low else -2 if "friday" in low else 0)
    if "orthodox" in low:
        return windows.make_day(year, 1, 6 if "eve" in low else 7)
    if "christmas" in low:
        return windows.make_day(year, 12, 24 if "eve" in low else 25)
    return windows.make_day(year, 12, 31) if "eve" in low else windows.make_day(year, 1, 1)
