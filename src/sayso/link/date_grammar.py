"""The expressions of time that reports use, each with its meaning: a table of patterns and what they resolve to.

A rule sees its own words and the day of the report, never the clock. It answers with a window, with the reason why
there is none, or with None where the words turn out to be no date.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from sayso.link import date_windows as windows
from sayso.link.date_windows import Window

NO_REPORT_DAY: Final = "relative to the day of the report, which is not known"
NO_ANCHOR: Final = "relative to a day that the text does not settle"
NO_ONSET: Final = "the report does not date the beginning"
VAGUE: Final = "names no length of time"

_MONTHS: Final = "january february march april may june july august september october november december".split()
_WEEKDAYS: Final = "monday tuesday wednesday thursday friday saturday sunday".split()
_ORDINALS: Final = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_NUMBERS: Final = "one two three four five six seven eight nine ten eleven twelve".split()
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


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of expression; `pattern` is also matched alone on the words that the joint scan found for it."""

    name: str
    pattern: re.Pattern[str]
    resolve: Resolver


def _any_case(word: str, capital: bool = True) -> str:
    return f"{word[0].upper() if capital else word[0]}(?i:{word[1:]})"


def _abbreviable(words: list[str], lengths: dict[str, tuple[int, ...]]) -> str:
    short = [f"{_any_case(w[:n])}\\.?" for w in words for n in sorted(lengths.get(w, (3,)), reverse=True) if n < len(w)]
    return "|".join([*map(_any_case, words), *short])


_MON = "(?:" + _abbreviable(_MONTHS, {"september": (4, 3), "may": ()}) + r")(?![a-z])"
_MONTH = "(?:" + "|".join(map(_any_case, _MONTHS)) + r")\b"
_WD = "(?:" + "|".join(map(_any_case, _WEEKDAYS)) + ")"
_WDA = "(?:" + _abbreviable(_WEEKDAYS, {"tuesday": (4, 3), "thursday": (5, 4, 3)}) + r")(?![a-z])"
_D = r"(?:0?[1-9]|[12]\d|3[01])"
_DAY = rf"{_D}(?:st|nd|rd|th)?(?![\d%])(?!,\d)"
_YYYY = r"(?:1[89]|20)\d\d"
_Y = rf"{_YYYY}(?!\d)"
_PART = r"(?:mornings?|afternoons?|evenings?|nights?|noon|midday|dawn|dusk|midnight)"
_N = "(?:\\d{1,3}|an?|" + "|".join(_NUMBERS) + ")"
_STAGE = r"(?:early|mid|late|(?:the )?(?:beginning|start|middle|end) of)"
_DASH = r"\s?[-–—]\s?"
_TO = r"(?:\s?[-–—]\s?|\s(?:to|and|until|till|through)\s)"
_ORD = "(?:" + "|".join(_ORDINALS) + r"|\d{1,3}(?:st|nd|rd|th))"
_PERIOD = r"(?:hours?|days?|nights?|weeks?|fortnights?|months?|years?)"
_VAGUE_N = r"(?:several|few|couple of|recent|some|many|coming|next)"
_BEGAN = (
    r"(?:began|begun|started|start|erupted|broke out|broken out|resumed|flared(?: up)?|escalated|collapsed|launched|intensified"
    r"|reignited|beginning|commenced|invaded|took over|seized power|outbreak|onset)"
)


def number_of(word: str) -> int:
    """A small number in figures or words; "a" is one."""
    low = word.lower()
    return int(low) if low.isdigit() else 1 if low in ("a", "an") else _NUMBERS.index(low) + 1


def month_number(word: str) -> int:
    """January is 1; abbreviations allowed."""
    low = word.lower().rstrip(".")
    return next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(low[:3]))


def _weekday_number(word: str) -> int:
    return next(i for i, name in enumerate(_WEEKDAYS) if name.startswith(word.lower()[:3]))


def _stage(word: str | None) -> str | None:
    low = (word or "").lower().strip(" -")
    if not low:
        return None
    return "early" if re.search("early|begin|start", low) else "late" if re.search("late|end", low) else "mid"


_FUTURE = re.compile(
    r"\b(?:(?:will|shall|scheduled|due|expected|plans|is to|are to|set to|going to|ahead of|upcoming)\b(?:[\s,]+[^\s.;]+){0,6}"
    r"|(?:until|till|by|from|effective))[\s,]*$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;:!?]\s|\n|,\s(?:and|but|who|which|when|where|while|after)\s")


def to_come(text: str, start: int) -> bool:
    """True where the words before, in the same clause, speak of the future."""
    before = text[max(0, start - 70) : start]
    cut = [m.end() for m in _CLAUSE.finditer(before)]
    return bool(_FUTURE.search(before[cut[-1] if cut else 0 :]))


def _full_year(word: str) -> int:
    number = int(word)
    return number if number > 99 else 1900 + number if number > 40 else 2000 + number


def _day(year: int, month: int, day: int) -> Answer:
    return windows.make_day(year, month, day)


def _iso(m: re.Match[str], _: Scene) -> Answer:
    return _day(int(m["y"]), int(m["m"]), int(m["d"]))


def _numeric(m: re.Match[str], scene: Scene) -> Answer:
    a, b, y = int(m["a"]), int(m["b"]), int(m["y"])
    if m["sep"] == "." or a > 12 or a == b:
        return _day(y, b, a)
    if b > 12:
        return _day(y, a, b)
    here = {w for w in (windows.make_day(y, b, a), windows.make_day(y, a, b)) if w and w.first == scene.published}
    return here.pop() if here else "day and month cannot be told apart"


def _day_of(word: str) -> int:
    return int(re.match(r"\d+", word)[0])  # type: ignore[index]  # the pattern begins with digits


def _full(m: re.Match[str], _: Scene) -> Answer:
    return _day(_full_year(m["y"]), month_number(m["mon"]), _day_of(m["d"]))


def _same_weekday(m: re.Match[str], found: Window | None) -> bool:
    return not m["wd"] or found is None or found.first.weekday() == _weekday_number(m["wd"])


def _yearless(m: re.Match[str], scene: Scene) -> Answer:
    number, day = month_number(m["mon"]), _day_of(m["d"])
    if scene.published is None:
        return NO_REPORT_DAY if windows.make_day(2000, number, day) else None
    if m["rel"]:
        which = scene.published.year - (m["rel"].lower().startswith("last"))
        return windows.make_day(which, number, day)
    return windows.day_of_year(number, day, scene.published, to_come(scene.text, m.start()))


def _span(m: re.Match[str], scene: Scene) -> Answer:
    first_month = m["mon1"] or m["mon"] or m["mon2"]
    last_month = m["mon2"] or m["mon"] or m["mon1"]
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


def _month_year(m: re.Match[str], scene: Scene) -> Answer:
    stage = _stage(m["stage"])
    number = month_number(m["mon"])
    if m["y"]:
        return windows.month(int(m["y"]), number, stage)
    if scene.published is None:
        return NO_REPORT_DAY
    return windows.month(scene.published.year - ("last" in m["rel"].lower()), number, stage)


def _month_span(m: re.Match[str], _: Scene) -> Answer:
    last = windows.month(int(m["y"]), month_number(m["mon2"]))
    first = windows.month(int(m["y1"] or m["y"]), month_number(m["mon1"]))
    return windows.joined(first, last) if first and last else None


def _month_of_event(m: re.Match[str], _: Scene) -> Answer:
    return windows.month(int(m["y"]), month_number(m["mon"]))


_MONTH_LEAD = re.compile(
    r"\b(?:in|since|of|until|till|by|from|between|through|during|to|and|the|a|an|this|last|next|late|early|mid|since mid|every"
    r"|previous|its|their|for)[\s-]+$",
    re.IGNORECASE,
)


def _month_alone(m: re.Match[str], scene: Scene) -> Answer:
    lead = _MONTH_LEAD.search(scene.text[max(0, m.start() - 14) : m.start()])
    if m["mon"] in ("May", "March", "April", "June", "August") and not (lead or m["stage"] or m["which"]):
        return None  # a verb, a march, a person
    if m["mon"].isupper() and not lead:
        return None
    if scene.published is None:
        return NO_REPORT_DAY
    number, stage = month_number(m["mon"]), _stage(m["stage"])
    which = (m["which"] or "").lower()
    if which == "last" and number == scene.published.month:
        return windows.month(scene.published.year - 1, number, stage)
    ahead = which == "next" or to_come(scene.text, m.start())
    return windows.month_of_year(number, stage, scene.published, ahead)


def _decade(m: re.Match[str], _: Scene) -> Answer:
    start = int(m["y"])
    return windows.decade(start if start > 99 else 1900 + start, _stage(m["stage"]))


def _years(m: re.Match[str], _: Scene) -> Answer:
    tail = m["y2"]
    first, last = windows.year(int(m["y1"])), windows.year(int(m["y1"][: 4 - len(tail)] + tail))
    return windows.joined(first, last) if first and last else None


_YEAR_LEAD = re.compile(
    r"(?:\b(?:in|since|of|until|till|by|from|between|through|during|to|and|the|a|an|early|mid|late|year|before|after|its|their"
    r"|around|summer|spring|autumn|fall|winter|back in)[\s-]+|[(])$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s+(?:more\s+|other\s+)?(?:people|men|women|children|soldiers|troops|fighters|civilians|rebels|militants|dead|deaths|killed"
    r"|wounded|injured|casualties|families|homes|houses|residents|refugees|persons|km|kilomet|metres|meters|miles|tons|tonnes"
    r"|policemen|police|prisoners|hours|local time|GMT|UTC)",
    re.IGNORECASE,
)


def _year_alone(m: re.Match[str], scene: Scene) -> Answer:
    lead = _YEAR_LEAD.search(scene.text[max(0, m.start() - 14) : m.start()])
    if not (lead or m["stage"]) or _COUNTED.match(scene.text, m.end()):
        return None
    return windows.year(int(m["y"]), _stage(m["stage"]))


def _season(m: re.Match[str], scene: Scene) -> Answer:
    name = m["season"].lower()
    if m["y"]:
        return windows.season(name, int(m["y"]))
    return windows.last_season(name, scene.published) if scene.published else NO_REPORT_DAY


def _which(word: str | None) -> str | None:
    low = (word or "").lower()
    return (
        "last" if low in ("last", "past", "previous") else "next" if low in ("next", "coming", "this coming") else None
    )


def _weekday(m: re.Match[str], scene: Scene) -> Answer:
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


def _weekday_span(m: re.Match[str], scene: Scene) -> Answer:
    if scene.published is None:
        return NO_REPORT_DAY
    last = windows.weekday(_weekday_number(m["wd2"]), scene.published)
    first = windows.weekday(_weekday_number(m["wd1"]), last.first) if last else None
    return windows.joined(first, last) if first and last else None


def _from_report(first: int, last: int, running: bool = False) -> Resolver:
    def resolve(_: re.Match[str], scene: Scene) -> Answer:
        if scene.published is None:
            return NO_REPORT_DAY
        found = windows.around(scene.published, -first, last)
        return Window(found.first, found.last, running) if found else None

    return resolve


def _same_day(m: re.Match[str], scene: Scene) -> Answer:
    del m
    return windows.single(scene.anchor) if scene.anchor else NO_ANCHOR


def _in_the_day(m: re.Match[str], scene: Scene) -> Answer:
    del m
    day = scene.anchor or scene.published
    return windows.single(day) if day else NO_REPORT_DAY


def _calendar(m: re.Match[str], scene: Scene) -> Answer:
    """last week, this month, next year; "earlier" and "late" do not narrow weeks."""
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


def _ago(m: re.Match[str], scene: Scene) -> Answer:
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


def _offset(m: re.Match[str], scene: Scene) -> Answer:
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


def _neighbour(m: re.Match[str], scene: Scene) -> Answer:
    """The previous night, the following day, the next morning, the day before."""
    low = m[0].lower()
    back = "previous" in low or "before" in low or "preceding" in low
    if scene.anchor is None:
        if not back:
            return NO_ANCHOR
        return windows.single(scene.published, -1) if scene.published else NO_REPORT_DAY
    return windows.single(scene.anchor, -1 if back else 1)


def _past_period(m: re.Match[str], scene: Scene) -> Answer:
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
        # four days up to Saturday are Wednesday to Saturday
        first = windows.shift(scene.published, 1 - count * _UNITS[unit] if _UNITS[unit] * count > 1 else -1)
    return Window(first, scene.published, True) if first else None


def _nth_day(m: re.Match[str], scene: Scene) -> Answer:
    """Into a second day, for the third straight week: a period that began so long ago and still runs."""
    low = m["ord"].lower()
    count = _ORDINALS.index(low) + 1 if low in _ORDINALS else int(re.match(r"\d+", low)[0])  # type: ignore[index]
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


def _since_event(m: re.Match[str], scene: Scene) -> Answer:
    if scene.published is None:
        return NO_REPORT_DAY
    if m[0].lower() == "since then":
        return Window(scene.then, scene.published, True) if scene.then and scene.then <= scene.published else NO_ANCHOR
    if scene.onset is None or scene.onset > scene.published:
        return NO_ONSET
    return Window(scene.onset, scene.published, True)


def _so_far(m: re.Match[str], scene: Scene) -> Answer:
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
    return _since_event(m, scene)


def _holiday(m: re.Match[str], scene: Scene) -> Answer:
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
    if "christmas" in low:
        return windows.make_day(year, 12, 24 if "eve" in low else 25)
    return windows.make_day(year, 12, 31) if "eve" in low else windows.make_day(year, 1, 1)


_LATER = r"(?:(?:early|late|earlier|later|overnight|dawn|before dawn|at dawn|mid-?)\s+(?:on\s+)?)?"
_REL_YEAR = r"(?P<rel>last year|this year|of last year|of this year|the same year)"


def _rules() -> tuple[Rule, ...]:
    table: list[tuple[str, str, Resolver]] = [
        ("iso", rf"(?P<y>{_YYYY})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)(?:T[\d:.+Z-]*)?", _iso),
        ("numeric", rf"(?P<a>{_D})(?P<sep>[./])(?P<b>{_D})[./](?P<y>{_Y})", _numeric),
        (
            "span",
            rf"(?:(?P<mon1>{_MON})\s(?P<d1>{_DAY}){_TO}(?:(?P<mon2>{_MON})\s)?(?P<d2>{_DAY})(?:,?\s(?P<y>{_Y}))?)",
            _span,
        ),
        (
            "span_day_first",
            rf"(?P<d1>{_DAY})(?:\s(?P<mon1>{_MON}))?{_TO}(?P<d2>{_DAY})\s(?:of\s)?(?P<mon2>{_MON})(?:,?\s(?P<y>{_Y}))?",
            _span,
        ),
        (
            "full",
            rf"(?:(?P<wd>{_WDA}),?\s(?:the\s|on\s)?)?(?P<d>{_DAY})\s?[-/]?(?:of\s)?(?P<mon>{_MON}),?\s?[-/]?(?P<y>{_Y}|(?<=[A-Z] )\d\d\b(?!:|,\d))",
            _full,
        ),
        (
            "full_month_first",
            rf"(?:(?P<wd>{_WDA}),?\s)?(?P<mon>{_MON})\s(?P<d>{_D})(?:(?:st|nd|rd|th)?(?:,\s?|\s)|(?=(?:19|20)\d\d\b))(?P<y>{_Y})",
            _full,
        ),
        (
            "day_month",
            rf"(?:(?P<wd>{_WDA}),?\s(?:the\s|on\s)?)?(?P<d>{_DAY})\s(?:of\s)?(?P<mon>{_MON})(?:,?\s{_REL_YEAR})?(?:\s{_PART}\b)?",
            _yearless,
        ),
        (
            "month_day",
            rf"(?:(?P<wd>{_WDA}),?\s)?(?:(?:last|this)\s)?(?P<mon>{_MON})\s(?P<d>{_DAY})(?!\s?[:%]|\.\d|\s(?:people|soldiers|civilians|percent|dead|killed))(?:,?\s{_REL_YEAR})?(?:\s{_PART}\b)?",
            _yearless,
        ),
        ("month_span", rf"(?P<mon1>{_MONTH})(?:\s(?P<y1>{_Y}))?{_TO}(?P<mon2>{_MONTH})\s(?P<y>{_Y})", _month_span),
        (
            "month_year",
            rf"(?:(?P<stage>(?i:{_STAGE}))[\s-])?(?P<mon>{_MON})(?:,?\s(?:of\s)?(?P<y>{_Y})|,?\s{_REL_YEAR})",
            _month_year,
        ),
        ("month_of_event", rf"(?P<mon>{_MONTH})\s(?:[A-Za-z-]+\s){{1,2}}(?:in|of)\s(?P<y>{_Y})", _month_of_event),
        (
            "month",
            rf"(?:(?P<which>(?i:last|this|next))\s)?(?:(?P<stage>(?i:{_STAGE}))[\s-])?(?P<mon>{_MONTH})(?!\s\d)",
            _month_alone,
        ),
        ("decade", rf"(?:(?P<stage>(?i:{_STAGE}))[\s-](?:the\s)?)?['’]?(?P<y>(?:1[89]|20)\d0|[3-9]0)['’]?s\b", _decade),
        (
            "years",
            rf"(?P<y1>{_Y})(?:{_DASH}|\s(?:to|and|until|till|through)\s)(?P<y2>{_Y}|(?<=[-–])\d\d(?!\d))(?!-)",
            _years,
        ),
        ("year", rf"(?:(?P<stage>(?i:{_STAGE}))[\s-])?(?P<y>{_Y})(?![-/.,]?\d|%)", _year_alone),
        (
            "season",
            rf"(?i:(?:the|last|this)\s)(?P<season>(?i:spring|summer|autumn|fall|winter))(?:\s(?:of\s)?(?P<y>{_Y}))?\b(?!\s(?i:of|in|to|and)\b)",
            _season,
        ),
        (
            "weekday_span",
            rf"(?P<wd1>{_WD})(?:\s{_PART})?(?:{_DASH}|\s(?:to|and|until|through|or|into|till)\s)(?:early\s)?(?P<wd2>{_WD})\b(?:\s{_PART}\b)?",
            _weekday_span,
        ),
        (
            "weekday",
            rf"(?i:{_LATER})(?:(?P<which>(?i:last|this coming|this|next|past|previous|coming))\s)?(?P<wd>{_WD})(?:['’]?s)?\b(?:,?\s(?i:{_PART})\b)?(?:\s(?:of\s)?(?P<week>(?i:last|this) week)\b)?",
            _weekday,
        ),
        (
            "holiday",
            rf"(?P<day>Christmas(?: Day| Eve)?|New Year['’]s (?:Day|Eve)|Easter(?: Sunday| Monday)?|Good Friday)\b(?:,?\s(?P<y>{_Y}))?",
            _holiday,
        ),
        ("day_before_yesterday", r"(?i:the day before yesterday)\b", _from_report(-2, -2)),
        (
            "yesterday",
            rf"(?i:(?:early |late |earlier )?yesterday|last (?:night|evening))\b(?:\s{_PART}\b)?",
            _from_report(-1, -1),
        ),
        (
            "today",
            r"(?i:(?:earlier |later |early |late )?(?:today|tonight)|(?:early |late |earlier )?this (?:morning|afternoon|evening))\b",
            _from_report(0, 0),
        ),
        ("tomorrow", r"(?i:tomorrow)\b", _from_report(1, 1)),
        (
            "overnight",
            r"(?i:over ?night|during the night|in the night)\b(?!\s(?i:on\s)?(?i:to|between|from|of)\b)",
            _from_report(-1, 0),
        ),
        (
            "same_day",
            r"(?i:(?:earlier |later |on )?(?:that|the same)(?: very)? (?:day|night|morning|evening|afternoon))\b",
            _same_day,
        ),
        ("in_the_day", r"(?i:(?:earlier|later) in the day)\b", _in_the_day),
        ("day_of_last", r"(?i:(?P<which>last|this|past|next|previous) (?P<unit>week|weekend))\b(?P<stage>)", _calendar),
        (
            "calendar",
            r"(?i:(?:earlier |later )?(?:(?P<stage>early|late|mid)[ -])?(?P<which>last|this|next)) (?i:(?P<unit>month|year))\b",
            _calendar,
        ),
        (
            "ago",
            rf"(?i:(?P<rough>more than |less than |over |nearly |almost |at least )?(?P<n>{_N}) (?P<unit>{_PERIOD}) ago)\b",
            _ago,
        ),
        (
            "offset",
            rf"(?i:(?P<just>just |only )?(?P<rough>more than |less than |over |nearly |almost )?\b(?P<n>{_N}) (?P<unit>{_PERIOD}) (?P<dir>earlier|later|before|after|following|previously))\b",
            _offset,
        ),
        (
            "neighbour",
            r"(?i:the (?:previous|following|next|preceding) (?P<part>day|night|morning|evening))\b|(?i:the (?:day|night) (?:before|after))\b(?!\s\w)",
            _neighbour,
        ),
        (
            "past_period",
            rf"(?i:(?:(?:in|over|during|within|for|throughout|across) )?the (?:past|last|previous|preceding) (?:(?P<vague>{_VAGUE_N}) |(?:\w+ )?(?P<n>{_N})[ -])?(?P<unit>{_PERIOD}))\b",
            _past_period,
        ),
        (
            "vague_period",
            rf"(?i:(?:in|over|during) (?:the )?(?P<vague>recent|coming) (?P<n>)(?P<unit>{_PERIOD}))\b",
            _past_period,
        ),
        (
            "nth_day",
            rf"(?i:(?:(?P<lead>(?:for|into|enter(?:s|ed|ing)?|in|on) (?:an?|its|their|the))|the|its|their) (?P<ord>{_ORD})(?: straight| consecutive| successive| full)? (?P<unit>day|night|week|month|year))\b(?:\s(?i:on\s|running\s)?(?P<wd>{_WD})\b)?",
            _nth_day,
        ),
        (
            "since_event",
            rf"(?i:since (?:then\b|(?:the )?(?:start|beginning|outbreak|onset) of(?: [\w'’-]+){{1,4}}|(?:(?:the|this|that|its|their|his|a) )?(?:[\w'’-]+ ){{0,5}}?{_BEGAN}\b))",
            _since_event,
        ),
        ("so_far", r"(?i:so far(?: this (?P<unit>year|month|week))?)\b", _so_far),
    ]
    return tuple(Rule(name, re.compile(pattern), resolve) for name, pattern, resolve in table)


RULES: Final = _rules()
