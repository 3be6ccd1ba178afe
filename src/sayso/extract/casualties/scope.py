"""What a figure spans: one incident, an addition, a running total; and whether it is told as background.

A report of an attack counts its dead; a report of a war counts up to the day. The words of the sentence decide where
they can ("so far", "another 26", "in the ambush"); where they cannot, what the report is about does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sayso.claims.casualty import Scope
from sayso.extract.casualties.drafts import Draft
from sayso.extract.casualties.tokens import Words
from sayso.extract.wordsets import word_set

_TOTAL: Final = re.compile(
    r"\b(?:so far|to date|until now|up to now|as of|since(?! (?:being|he|she|they|his|her|their)\b)|in all|altogether|overall|thus far|"
    r"(?:over|in|during|for|within) the (?:past|last) (?:\w+ ){0,2}(?:hours?|days?|weeks?|months?|years?|decades?)|"
    r"(?:over|in|during) (?:recent|several|the previous) (?:days|weeks|months|years)|this year|(?:in|into) (?:a|its|the) "
    r"(?:second|third|fourth|fifth|sixth|\w+th) (?:day|week|month|year)|"
    r"(?:day|week|month|year|decade)s?[- ](?:long|old) (?:\w+ )?(?:war|conflict|fighting|siege|offensive|campaign|insurgency|clashes|battle|rebellion|uprising)|weeklong|"
    r"(?:days|weeks|months|years|decades) of (?:\w+ )?(?:war|fighting|conflict|clashes|violence|bombardment|shelling|unrest|protests)|"
    r"(?:in|during) (?:the )?(?:\w+ )?(?:war|conflict|hostilities|insurgency|rebellion|uprising|civil war)|as a result of (?:the )?(?:\w+ )?(?:hostilities|war|conflict)|"
    r"running total|(?:war|conflict|fighting|insurgency|crisis|uprising|unrest) (?:which |that )?(?:has|have) (?:left|killed|claimed|cost|displaced|driven)|(?:total|overall) (?:number|toll)|toll (?:so far|since)|war dead|each (?:year|month|week)|currently)\b"
)
_INCIDENT: Final = word_set(
    "attack attacks strike strikes airstrike airstrikes air-strike shelling explosion explosions bombing bombings blast",
    "ambush raid crash bomb rocket missile mine drone shooting encounter gunbattle gunfight clash incident massacre",
    "firing assault grenade bomber collision shell shot overnight stabbing fire incursion operation firefight shootout",
)
_WAR: Final = word_set("fighting clashes battles hostilities war conflict skirmishes offensive escalation warfare")
_EVENT_DOC: Final = word_set(
    "attack strike airstrike explosion bombing blast ambush raid bomb bombs gunbattle clash encounter incident massacre",
    "firing assault suicide gunmen bomber shooting attacks blasts strikes airstrikes bombings claim crossfire cross-border",
)
_MONTHS: Final = [
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
_DATE: Final = re.compile(
    rf"\b(?:(?P<m1>{'|'.join(_MONTHS)})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m2>{'|'.join(_MONTHS)}))"
    r"(?:,?\s+(?P<y>(?:19|20)\d\d))?\b"
)
#: A year that dates what happened, not one that is part of a name ("a 1994 ceasefire").
_DATING_YEAR: Final = re.compile(
    rf"\b(?:in|during|of|from|early|late|mid|between|and|until|by|the|{'|'.join(_MONTHS)})[ -]+"
    r"(?P<year>(?:19|20)\d\d)(?:s\b)?(?!,?\d)(?! (?:ceasefire|truce|agreement|accord|peace|treaty|constitution))"
)
_MONTH_ALONE: Final = re.compile(
    rf"(?:^|\b(?:in|during|early|late|mid)[ -])(?:early |late |mid-)?(?P<month>{'|'.join(_MONTHS)})\b(?! \d)(?: (?:of )?(?P<year>(?:19|20)\d\d))?"
)
_AFTER_IT: Final = re.compile(
    r"\b(?:day|days|week|weeks|hours|month|months|year|years) after (?:\S+ ){0,14}$|\bat the time (?:\S+ ){0,20}$"
)
_POINTS_BACK: Final = re.compile(
    r"\b(?:at the time|(?:that|the same|the earlier|the previous) (?:\w+ )?(?:attack|strike|airstrike|incident|clash|bombing|blast|raid|battle|massacre))\b"
)
_EARLIER: Final = re.compile(
    r"\b(?:last (?:year|month|week|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)\b(?! \d)|"
    r"(?:earlier|previous|prior) (?:this|last|attack|incident|clash|clashes|war|conflict|strike|year|month|bombing)\w*|previously|"
    r"(?:\w+ )?(?:years|months|weeks|decades) (?:ago|earlier|before|prior)|a (?:year|month|week|decade) (?:ago|earlier|before)|"
    r"in the past(?! (?:\w+ )?(?:hours?|days?|weeks?|months?|years?|decades?))|back in|the (?:nineteen)?\d0s|historically|(?:decade|decades|year)-old (?:conflict|war|insurgency|dispute) (?:which|that) (?:has|have))\b"
)
_AGO_IS_RECENT: Final = re.compile(r"\bearlier (?:this week|today|on|in the day|that day|this morning)\b")
_BORN: Final = re.compile(r"\bborn (?:in|on) (?:\w+ ){0,2}(?:19|20)\d\d")
_SINCE: Final = re.compile(r"\bsince\b[^,.;]*")
_SINCE_DATE: Final = re.compile(
    rf"\bsince (?:early |late |mid[- ])?(?:{'|'.join(_MONTHS)}|(?:19|20)\d\d)(?: \d{{1,2}})?(?:,? (?:19|20)\d\d)?"
)
_FRESH: Final = re.compile(
    r"\b(?:today|tonight|yesterday|overnight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|meanwhile|separately|elsewhere|"
    r"this (?:week|morning|year)|latest|so far|now|currently|(?:has|have) (?:been|placed|put|left|killed|claimed|lost))\b"
)
_NEAR_CHARACTERS: Final = 600
_OLDEST_NEWS_DAYS: Final = 10


@dataclass(frozen=True, slots=True)
class Setting:
    """What a report is about, as far as scope and background need it."""

    published: date | None
    #: True where the report tells of a war or of fighting that goes on, not of an attack.
    ongoing: bool

    @classmethod
    def of(cls, words: Words, published: date | None) -> Setting:
        """Read the setting off the first sentences and the dates of a report."""
        return cls(published, _is_ongoing(words))


def _is_ongoing(words: Words) -> bool:
    opening = [words.lower(k) for first, last in words.sentences[:4] for k in range(first, last)]
    war = sum(word in _WAR for word in opening)
    event = sum(word in _EVENT_DOC for word in opening)
    return war > event


def scope_of(words: Words, draft: Draft, drafts: Sequence[Draft], setting: Setting) -> Scope:
    """The scope of one figure."""
    first, last = words.sentence(draft.main)
    if draft.group.added and draft.group.how == "number" and not _follows_another(draft, drafts, first):
        return "increment"
    sentence = words.text[words.tokens[first].start : words.tokens[last - 1].end].lower()
    if _TOTAL.search(sentence):
        return "running_total"
    near = {words.lower(k) for k in range(max(first, draft.first - 12), min(last, draft.last + 12))}
    if near & _INCIDENT:
        return "incident"
    return "running_total" if setting.ongoing else "incident"


def _follows_another(draft: Draft, drafts: Sequence[Draft], first: int) -> bool:
    """ "killed 19 and injured another eight": others, not an addition to an earlier count."""
    return any(first <= other.group.first < draft.group.first and other is not draft for other in drafts)


def backgrounds(words: Words, drafts: Sequence[Draft], setting: Setting) -> tuple[bool, ...]:
    """For each figure, whether it is told as background; one that goes on about such a figure is one as well."""
    told: list[bool] = []
    for n, draft in enumerate(drafts):
        own = is_background(words, draft, setting)
        told.append(own or (n > 0 and told[-1] and is_continued(words, draft, drafts[n - 1])))
    return tuple(told)


def is_background(words: Words, draft: Draft, setting: Setting) -> bool:
    """True where the sentence dates the harm well before the report."""
    first, last = words.sentence(draft.main)
    start, end = words.tokens[first].start, words.tokens[last - 1].end
    sentence = _without_since(words.text[start:end].lower(), words.tokens[draft.main].start - start)
    if _AFTER_IT.search(words.text[start : words.tokens[draft.main].start].lower()):
        return True
    dated = _is_past(sentence, setting)
    if dated or _EARLIER.search(_AGO_IS_RECENT.sub("", sentence)):
        return True
    if dated is None and first > 0 and not _FRESH.search(sentence):
        return _context_is_past(words, first, setting)
    return False


def _without_since(sentence: str, harm: int) -> str:
    """Leave out "since the war began in 2011", unless the harm is told inside it."""
    sentence = _BORN.sub(lambda m: " " * len(m[0]), sentence)
    sentence = _SINCE_DATE.sub(lambda m: " " * len(m[0]), sentence)
    return _SINCE.sub(lambda m: m[0] if m.start() <= harm < m.end() else " " * len(m[0]), sentence)


def _is_past(sentence: str, setting: Setting) -> bool | None:
    """True where the sentence dates what it tells before the news, False where in it, None without a date."""
    dates = [_resolved(m, setting) for m in _DATE.finditer(sentence)]
    known = [d for d in dates if d is not None]
    if known and setting.published is not None:
        return all((setting.published - d).days > _OLDEST_NEWS_DAYS for d in known)
    years = [int(m["year"]) for m in _DATING_YEAR.finditer(sentence)]
    if years and not dates:
        return setting.published is None or max(years) < setting.published.year
    if any(_is_past_month(m, setting) for m in _MONTH_ALONE.finditer(sentence)):
        return True
    return False if dates else None


def _context_is_past(words: Words, first: int, setting: Setting) -> bool:
    """True where the sentence before, in the same paragraph, is dated before the news."""
    earlier = words.sentence(first - 1)
    start, end = words.tokens[earlier[0]].start, words.tokens[earlier[1] - 1].end
    if "\n" in words.text[end : words.tokens[first].start]:
        return False
    return bool(_is_past(_SINCE.sub(" ", words.text[start:end].lower()), setting))


def _is_past_month(match: re.Match[str], setting: Setting) -> bool:
    """ "in January": a month before the report's own."""
    if setting.published is None:
        return False
    month = _MONTHS.index(match["month"]) + 1
    if match["year"]:
        return (int(match["year"]), month) < (setting.published.year, setting.published.month)
    return month != setting.published.month


def is_continued(words: Words, draft: Draft, earlier: Draft) -> bool:
    """True where a figure goes on about an earlier one: close by, and the words point back."""
    first, last = words.sentence(draft.main)
    own = words.text[words.tokens[first].start : words.tokens[last - 1].end].lower()
    near = words.tokens[draft.first].start - words.tokens[earlier.last - 1].end < _NEAR_CHARACTERS
    return near and (_POINTS_BACK.search(own) is not None or first <= earlier.first)


def _resolved(match: re.Match[str], setting: Setting) -> date | None:
    if setting.published is None:
        return None
    month = _MONTHS.index(match["m1"] or match["m2"]) + 1
    year = int(match["y"]) if match["y"] else setting.published.year
    try:
        found = date(year, month, int(match["d1"] or match["d2"]))
        return found if match["y"] or found <= setting.published else found.replace(year=year - 1)
    except ValueError:
        return None
