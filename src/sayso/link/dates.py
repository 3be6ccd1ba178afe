"""Expressions of time in a report, resolved against the day of the report and never against the clock."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from sayso.expression import Expression
from sayso.link.date_grammar import RULES, STARTS, Rule
from sayso.link.date_readings import Scene
from sayso.link.date_windows import Window
from sayso.link.harm_dates import harm_window
from sayso.link.mentions import DateMention
from sayso.link.onset import conflict_onset

__all__ = ["dates_between", "find_dateline", "find_dates", "harm_window"]

#: Further into a text than this no date is taken for the report's own.
_HEAD: Final = 400
#: Further back than this, in characters, "that day" and "a day earlier" do not reach.
_FAR: Final = 600
_GROUP = Expression(r"\(\?P<\w+>")
_BY_NAME: Final = {rule.name: rule for rule in RULES}
#: The rules that give a whole date, and so may be a report's own.
_WHOLE: Final = tuple(_BY_NAME[name] for name in ("iso", "numeric", "full", "full_month_first"))


def _any_of(rules: Iterable[Rule]) -> str:
    """One alternative a rule, named by it; the parts inside lose their names."""
    return "|".join(f"(?P<{rule.name}>{_GROUP.sub('(?:', rule.words)})" for rule in rules)


@functools.cache
def _joint() -> re.Pattern[str]:
    """All rules in one expression, compiled when the first report is read."""
    return re.compile(rf"(?<![\w$€£]){STARTS}(?:{_any_of(RULES)})(?!\w)")


@functools.cache
def _whole() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.-])(?:{_any_of(_WHOLE)})(?![\w/])")


_SAYS_SO: Final = (
    r".*\b(?i:date of publication|date published|publication date|published(?: on| at)?|(?:last )?updated(?: on| at)?"
    r"|posted(?: on| at)?|dated?|issued(?: on)?)[\s:]*(?:\d\d?:\d\d,?\s*)?"
)
_PLACE_FIRST: Final = r"(?:[A-Z][\w'’.-]*,?\s?(?:(?:of|de|el|la|the|al)\s)?){1,6}(?:\([A-Z][\w .]{1,30}\))?[,(/|–—-]\s*"
#: What may stand on the line before a report's own date: nothing, a place, or a word that says so.
_DATELINE: Final = Expression(rf"\s*[(\[]?(?:{_PLACE_FIRST}|{_SAYS_SO})?")
#: A sentence runs on: the date is one of its words.
_RUNS_ON: Final = Expression(r",?\s+[a-z]|['’]s\b|-[a-z]")
#: "since the talks broke off in": a clause with a verb in the past, and the date in it.
_SINCE_CLAUSE: Final = Expression(
    r"\bsince\s+(?:[\w'’-]+\s+){1,5}(?:(?!kill|wound|injur|murder)\w+ed|broke|began|took|fell|came|went|left|withdrew|won|lost|seized)\s+"
    r"(?:\w+\s+){0,2}(?:in|on)\s+$",
    re.IGNORECASE,
)
_SINCE: Final = Expression(
    r"\b(?:ever )?since\s+(?:about |around |at least |(?:the )?(?:start|beginning) of |the |early |late )?$",
    re.IGNORECASE,
)

_END_OF: Final = Expression(r"(?:the )?end of\b", re.IGNORECASE)


def find_dates(text: str, published: date | None) -> tuple[DateMention, ...]:
    """Every expression of time in text order, without overlaps.

    `published`: the day of the report; without it what is relative stays unresolved, with the reason.
    A weekday is the latest on or before that day, a date without a year the nearest one not far ahead of it.
    """
    first = _read(text, published)
    onset = conflict_onset(text, first, published)
    if onset is None:
        return first
    return tuple(_again(text, mention, Scene(text, published, None, None, onset)) for mention in first)


def _read(text: str, published: date | None) -> tuple[DateMention, ...]:
    found: list[DateMention] = []
    day = DateMention(start=-_FAR, end=-_FAR, first=None, last=None)
    then: date | None = None
    for joint in _joint().finditer(text):
        anchor = day.first if joint.start() - day.end < _FAR else None
        mention = _mention(joint, Scene(text, published, anchor, then, None))
        if mention is None:
            continue
        found.append(mention)
        then = mention.first or then
        if mention.first and mention.first == mention.last:
            day = mention
    return tuple(found)


def _again(text: str, mention: DateMention, scene: Scene) -> DateMention:
    """The mention read once more, where it was left open and the beginning of the conflict is known now."""
    if mention.first is not None:
        return mention
    joint = _joint().match(text, mention.start)
    return (joint and _mention(joint, scene)) or mention


def _mention(joint: re.Match[str], scene: Scene) -> DateMention | None:
    rule: Rule = _BY_NAME[joint.lastgroup or ""]
    start, end = joint.span()
    match = rule.match(scene.text, start)
    answer = rule.resolve(match, scene) if match else None
    if answer is None:
        return None
    if isinstance(answer, str):
        return DateMention(start=start, end=end, first=None, last=None, reason=answer)
    before = scene.text[max(0, start - 70) : start]
    lead, begin = _SINCE.search(before), answer
    if not answer.open_start and (lead or _SINCE_CLAUSE.search(before)):
        start -= len(lead[0]) if lead else 0
        answer = _running(answer, scene.published, rule.name, joint[0])
    return DateMention(
        start=start,
        end=end,
        first=answer.first,
        last=answer.last,
        date_prec=answer.date_prec,
        time_precision=answer.time_precision,
        open_start=answer.open_start,
        begin_last=begin.last if answer.open_start else None,
    )


def _running(window: Window, published: date | None, rule: str, words: str) -> Window:
    """A period from the window on: up to the report, or to the window's end where the report's day is unknown."""
    first = window.first
    if rule.startswith("month") and words.lower().startswith("mid"):
        first = first.replace(day=15)
    if _END_OF.match(words):
        first = window.last
    last = published if published and published >= first else window.last
    return Window(first, last, True)


def dates_between(mentions: Sequence[DateMention], start: int, end: int) -> tuple[DateMention, ...]:
    """The mentions that lie wholly within the characters from `start` to `end`."""
    return tuple(m for m in mentions if start <= m.start and m.end <= end)


def find_dateline(text: str) -> date | None:
    """The report's own date as its head gives it (dateline, "Published ..."), None without a whole date there."""
    for found in _whole().finditer(text, 0, _HEAD):
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        if not _DATELINE.fullmatch(line) or (_RUNS_ON.match(text, found.end()) and not re.fullmatch(_SAYS_SO, line)):
            continue
        rule = _BY_NAME[found.lastgroup or ""]
        match = rule.match(text, found.start())
        window = rule.resolve(match, Scene(text, None, None, None, None)) if match else None
        if isinstance(window, Window):
            return window.first
    return None
