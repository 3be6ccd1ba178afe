"""The expressions of time that reports use: a table of patterns, each with what it resolves to."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sayso.link import date_readings as read
from sayso.link.date_readings import MONTHS, NUMBERS, ORDINALS, WEEKDAYS, Resolver


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of expression; `words` is also matched alone where the joint scan found it, for its named parts."""

    name: str
    #: A regular expression; compiled when a report first has such words.
    words: str
    resolve: Resolver

    def match(self, text: str, start: int) -> re.Match[str] | None:
        """The words at `start` with their named parts."""
        return _compiled(self.words).match(text, start)


@functools.cache
def _compiled(words: str) -> re.Pattern[str]:
    return re.compile(words)


def _any_case(word: str, capital: bool = True) -> str:
    return f"{word[0].upper() if capital else word[0]}(?i:{word[1:]})"


def _abbreviable(words: list[str], lengths: dict[str, tuple[int, ...]]) -> str:
    short = [f"{_any_case(w[:n])}\\.?" for w in words for n in sorted(lengths.get(w, (3,)), reverse=True) if n < len(w)]
    return "|".join([*map(_any_case, words), *short])


_MON = "(?:" + _abbreviable(MONTHS, {"september": (4, 3), "may": ()}) + r")(?![a-z])"
_MONTH = "(?:" + "|".join(map(_any_case, MONTHS)) + r")\b"
_WD = "(?:" + "|".join(map(_any_case, WEEKDAYS)) + ")"
_WDA = "(?:" + _abbreviable(WEEKDAYS, {"tuesday": (4, 3), "thursday": (5, 4, 3)}) + r")(?![a-z])"
_D = r"(?:0?[1-9]|[12]\d|3[01])"
_DAY = rf"{_D}(?:st|nd|rd|th)?(?![\d%])(?!,\d)"
_YYYY = r"(?:1[89]|20)\d\d"
_Y = rf"{_YYYY}(?!\d)"
_PART = r"(?i:mornings?|afternoons?|evenings?|nights?|noon|midday|dawn|dusk|midnight)"
_N = "(?:\\d{1,3}|an?|" + "|".join(NUMBERS) + ")"
_STAGE = r"(?:early|mid|late|(?:the )?(?:beginning|start|middle|end) of)"
_DASH = r"\s?[-–—]\s?"
_TO = r"(?:\s?[-–—]\s?|\s(?i:to|and|until|till|through)\s)"
_ORD = "(?:" + "|".join(ORDINALS) + r"|\d{1,3}(?:st|nd|rd|th))"
_PERIOD = r"(?:hours?|days?|nights?|weeks?|fortnights?|months?|years?)"
_VAGUE_N = r"(?:several|few|couple of|recent|some|many|coming|next)"
#: "the start of 2016", "the beginning of last year": a date, and no fighting that began.
_OF_PERIOD = rf"(?:the )?(?:start|beginning) of (?:(?:the|this|last) )?(?:\d|year|month|week|{_MONTH})"
_BEGAN = (
    r"(?:began|begun|started|start|erupted|broke out|broken out|resumed|flared(?: up)?|escalated|collapsed"
    r"|launched|intensified"
    r"|reignited|beginning|commenced|invaded|took over|seized power|outbreak|onset)"
)


_LATER = r"(?:(?:early|late|earlier|later|overnight|dawn|before dawn|at dawn|mid-?)\s+(?:on\s+)?)?"
_REL_YEAR = r"(?P<rel>(?i:last year|this year|of last year|of this year|the same year))"


def _rules() -> tuple[Rule, ...]:
    table: list[tuple[str, str, Resolver]] = [
        ("iso", rf"(?P<y>{_YYYY})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)(?:T[\d:.+Z-]*)?", read.iso),
        ("numeric", rf"(?P<a>{_D})(?P<sep>[./])(?P<b>{_D})[./](?P<y>{_Y})", read.numeric),
        (
            "span",
            rf"(?:(?P<mon1>{_MON})\s(?P<d1>{_DAY}){_TO}(?:(?P<mon2>{_MON})\s)?(?P<d2>{_DAY})(?:,?\s(?P<y>{_Y}))?)",
            read.span,
        ),
        (
            "span_day_first",
            rf"(?P<d1>{_DAY})(?:\s(?P<mon1>{_MON}))?{_TO}(?P<d2>{_DAY})\s(?:of\s)?(?P<mon2>{_MON})(?:,?\s(?P<y>{_Y}))?",
            read.span,
        ),
        (
            "full",
            rf"(?:(?P<wd>{_WDA}),?\s(?i:the\s"
            rf"|on\s)?)?(?P<d>{_DAY})\s?[-/]?(?:of\s)?(?P<mon>{_MON}),?\s?[-/]?(?P<y>{_Y}|(?<=[A-Z] )\d\d\b(?!:"
            r"|,\d)|\d\d(?=\s*(?:--|—|\()))",
            read.full,
        ),
        (
            "full_month_first",
            rf"(?:(?P<wd>{_WDA}),?\s)?(?P<mon>{_MON})\s(?P<d>{_D})(?:(?:st|nd|rd|th)?(?:,\s?|\s)|(?=(?:19"
            rf"|20)\d\d\b))(?P<y>{_Y})",
            read.full,
        ),
        (
            "day_month",
            rf"(?:(?P<wd>{_WDA}),?\s(?i:the\s"
            rf"|on\s)?)?(?P<d>{_DAY})\s(?:of\s)?(?P<mon>{_MON})(?!,?\s{_Y})(?:,?\s{_REL_YEAR})?(?:\s{_PART}\b)?",
            read.yearless,
        ),
        (
            "month_day",
            rf"(?:(?P<wd>{_WDA}),?\s)?(?:(?:last|this)\s)?(?P<mon>{_MON})\s(?P<d>{_DAY})(?!\s?[:%]|\.\d"
            rf"|\s(?:people|soldiers|civilians|percent)|,?\s{_Y})(?:,?\s{_REL_YEAR})?(?:\s{_PART}\b)?",
            read.yearless,
        ),
        ("month_span", rf"(?P<mon1>{_MONTH})(?:\s(?P<y1>{_Y}))?{_TO}(?P<mon2>{_MONTH})\s(?P<y>{_Y})", read.month_span),
        (
            "month_year",
            rf"(?:(?P<stage>(?i:{_STAGE}))[\s-])?(?P<mon>{_MON})(?:,?\s(?:of\s)?(?P<y>{_Y})|,?\s{_REL_YEAR})",
            read.month_year,
        ),
        ("month_of_event", rf"(?P<mon>{_MONTH})\s(?:[A-Za-z-]+\s){{1,2}}(?:in|of)\s(?P<y>{_Y})", read.month_of_event),
        (
            "month",
            rf"(?:(?P<which>(?i:last|this|next))\s)?(?:(?P<stage>(?i:{_STAGE}))[\s-])?(?P<mon>{_MONTH})(?!\s\d)",
            read.month_alone,
        ),
        (
            "decade",
            rf"(?:(?P<stage>(?i:{_STAGE}))[\s-](?:the\s)?)?['’]?(?P<y>(?:1[89]|20)\d0|[3-9]0)['’]?s\b",
            read.decade,
        ),
        (
            "years",
            rf"(?P<y1>{_Y})(?:{_DASH}|\s(?:to|and|until|till|through)\s)(?P<y2>{_Y}|(?<=[-–])\d\d(?!\d))(?!-)",
            read.years,
        ),
        ("year", rf"(?:(?P<stage>(?i:{_STAGE}))[\s-])?(?P<y>{_Y})(?![-/.,]?\d|%)", read.year_alone),
        (
            "season",
            r"(?i:(?:the|last|this)\s)(?P<season>(?i:spring|summer|autumn|fall"
            rf"|winter))(?:\s(?:of\s)?(?P<y>{_Y}))?\b(?!\s(?i:of|in|to|and)\b)",
            read.season,
        ),
        (
            "weekday_span",
            rf"(?P<wd1>{_WD})(?:\s{_PART})?(?:{_DASH}|\s(?:to|and|until|through|or|into"
            rf"|till)\s)(?:early\s)?(?P<wd2>{_WD})\b(?:\s{_PART}\b)?",
            read.weekday_span,
        ),
        (
            "weekday",
            rf"(?i:{_LATER})(?:(?P<which>(?i:last|this coming|this|next|past|previous"
            rf"|coming))\s)?(?P<wd>{_WD})(?:['’]?s)?\b(?:,?\s(?i:{_PART})\b)?(?:\s(?:of\s)?(?P<week>(?i:last"
            r"|this) week)\b)?",
            read.weekday,
        ),
        (
            "holiday",
            r"(?P<day>(?:Orthodox )?Christmas(?: Day| Eve)?|New Year['’]s (?:Day|Eve)|Easter(?: Sunday| Monday)?|Good "
            rf"Friday)\b(?:,?\s(?P<y>{_Y}))?",
            read.holiday,
        ),
        ("day_before_yesterday", r"(?i:the day before yesterday)\b", read.from_report(-2, -2)),
        ("night_before_last", r"(?i:the night before last)\b", read.from_report(-2, -2)),
        (
            "half",
            rf"(?i:(?:in |during |over )?the (?P<ord>first|second|last) (?:(?P<n>{_N}) )?"
            rf"(?P<unit>half|quarter|months) of)\s"
            rf"(?:(?P<y>{_Y})|(?i:this year)\b)",
            read.part_of_year,
        ),
        (
            "weekend",
            r"(?i:(?:at|over|during) the weekend|a weekend(?= (?:in which|of|when|that)\b))\b",
            read.the_weekend,
        ),
        (
            "yesterday",
            rf"(?i:(?:early |late |earlier )?yesterday|last (?:night|evening))\b(?:\s{_PART}\b)?",
            read.from_report(-1, -1),
        ),
        (
            "today",
            r"(?i:(?:earlier |later |early |late )?(?:today|tonight)|(?:early |late |earlier )?this (?:morning"
            r"|afternoon|evening))\b",
            read.from_report(0, 0),
        ),
        ("tomorrow", r"(?i:tomorrow)\b", read.from_report(1, 1)),
        (
            "overnight",
            r"(?i:over ?night|during the night|in the night)\b(?!\s(?i:on\s)?(?i:to|between|from|of)\b)",
            read.from_report(-1, 0),
        ),
        (
            "same_day",
            r"(?i:(?:earlier |later |on )?(?:that|the same)(?: very)? (?:day|night|morning|evening|afternoon))\b",
            read.same_day,
        ),
        ("in_the_day", r"(?i:(?:earlier|later) in the day)\b", read.in_the_day),
        (
            "day_of_last",
            r"(?i:(?P<which>last|this|past|next|previous) (?P<unit>week|weekend))\b(?P<stage>)",
            read.calendar,
        ),
        (
            "calendar",
            r"(?i:(?:earlier |later )?(?:(?P<stage>early|late|mid)[ -])?(?P<which>last|this|next)) "
            r"(?i:(?P<unit>month|year))\b",
            read.calendar,
        ),
        (
            "ago",
            rf"(?i:(?P<rough>more than |less than |over |nearly |almost |at least )?(?P<n>{_N}) "
            rf"(?P<unit>{_PERIOD}) ago)\b",
            read.ago,
        ),
        (
            "offset",
            rf"(?i:(?P<just>just |only )?(?P<rough>more than |less than |over |nearly |almost )?\b(?P<n>{_N}) "
            rf"(?P<unit>{_PERIOD}) (?P<dir>earlier|later|before|after|following|previously))\b",
            read.offset,
        ),
        (
            "neighbour",
            r"(?i:the (?:previous|following|next|preceding) (?P<part>day|night|morning|evening))\b|(?i:the "
            r"(?:day|night) (?:before|after))\b(?!\s\w)",
            read.neighbour,
        ),
        (
            "past_period",
            r"(?i:(?:(?:(?:in|over|during|within|for|throughout|across) )?the (?:past|last|previous|preceding)"
            r"|(?:in|within)(?= (?:24|48|72) hours\b(?! (?:of|after|before|from)\b))) "
            rf"(?:(?P<vague>{_VAGUE_N}) |(?:\w+ )?(?P<n>{_N})[ -])?(?P<unit>{_PERIOD}))\b",
            read.past_period,
        ),
        (
            "vague_period",
            rf"(?i:(?:in|over|during) (?:the )?(?P<vague>recent|coming) (?P<n>)(?P<unit>{_PERIOD}))\b",
            read.past_period,
        ),
        (
            "nth_day",
            r"(?i:(?:(?P<lead>(?:for|into|enter(?:s|ed|ing)?|in|on) (?:an?|its|their|the)|for|into|enters?)"
            r"|the|its|their) "
            rf"(?P<ord>{_ORD})(?: straight| consecutive| successive| full)? (?P<unit>day|night|week|month"
            rf"|year))\b(?:\s(?i:on\s|running\s)?(?P<wd>{_WD})\b)?",
            read.nth_day,
        ),
        (
            "since_start",
            r"(?i:since the (?:start|beginning) of (?:the|this) (?P<unit>year|month|week))\b",
            read.so_far,
        ),
        (
            "since_event",
            rf"(?i:since (?!{_OF_PERIOD})(?:then\b"
            r"|(?:the )?(?:start|beginning|outbreak|onset) of(?: [\w'’-]+){1,4}|(?:(?:the"
            rf"|this|that|its|their|his|a) )?(?:[\w'’-]+ ){{0,5}}?{_BEGAN}\b))",
            read.since_event,
        ),
        ("so_far", r"(?i:so far(?: this (?P<unit>year|month|week))?)\b", read.so_far),
    ]
    return tuple(Rule(name, words, resolve) for name, words, resolve in table)


RULES: Final = _rules()
#: What may follow "the" at the beginning of an expression.
_AFTER_THE: Final = (
    rf"day|night|week|pre|fol|next|past|last|same|beg|start|mid|end|spr|sum|aut|fall|win|\d|{'|'.join(ORDINALS)}"
)
#: What other expressions begin with, in small letters.
_OPENINGS: Final = (
    "early|late|earl|mid|begin|start|middle|end of|last|this|next|past|previous|coming|over|dawn|before d|at|yester"
    "|today|toni|tomo|dur|ent|same|so far|since|just|only|more th|less th|nearly|almost|within|through|across|an? |one "
    "|two |three |four |five |six |seven |eight |nine |ten |elev|twelve |its |their "
)
_AFTER_IN: Final = r"(?:the |its |their |an? |that|rec|com|[247]\d h|sec|thi|fou|fif|six|sev)"
_ALL_OPENINGS: Final = (
    *_OPENINGS.split("|"),
    *(f"{lead} {_AFTER_IN}" for lead in ("in", "for", "on", "into")),
    "that (?:v|day|nig|mor|eve|aft)",
    f"the (?:{_AFTER_THE})",
)


def _by_first_letter(openings: Sequence[str]) -> str:
    """The openings in either case, told apart by their first letter: nearly all words of a report fail there."""
    found: dict[str, list[str]] = {}
    for opening in openings:
        found.setdefault(opening[0], []).append(opening[1:])
    return "|".join(f"[{letter}{letter.upper()}](?i:{'|'.join(rest)})" for letter, rest in found.items())


#: What every expression begins with, looked at before the rules are tried.
STARTS: Final = (
    r"(?=[\d'’]|Jan|JAN|Feb|FEB|Ma|MA|Ap|AP|Ju|JU|Aug|AUG|Se|SE|Oct|OCT|No|NO|Dec|DEC|Mon|MON|Tue|TUE|Wed|WED"
    rf"|Th|TH|Fri|FRI|Sat|SAT|Sun|SUN|Chr|Orth|New Y|Eas|Good|{_by_first_letter(_ALL_OPENINGS)})"
)
