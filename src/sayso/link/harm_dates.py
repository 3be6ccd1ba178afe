"""Which expression of time dates a harm: the one of the harm itself, not of the statement about it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from sayso.link.mentions import DateMention
from sayso.link.onset import conflict_onset

_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Cpl|Sgt|Adm|Brig|Brgy|Cmdr|Gov|Sen|Rep|St|No|Jan|Feb|Mar|Apr|Aug|Sept?"
    r"|Oct|Nov|Dec|Jr|Sr)|\b[A-Z](?:\.[A-Z])*)\.$"
)
_STOP: Final = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)|\n+")
_SAYING = (
    r"(?:sa(?:id|ys?|ying)|told|tells|claim(?:ed|s|ing)?|announc(?:ed|es|ing)|report(?:ed|s|ing)?|stat(?:ed|es|ing)|added|adds|tweeted"
    r"|wrote|confirm(?:ed|s|ing)?|den(?:ied|ies|ying)|admitted|acknowledged|disputed|accus(?:ed|es|ing)|declared|warned|rejected"
    r"|called|condemned|urged|quoted|reporters|statement|briefing|conference|interview|email|report|broadcast|dismissed|alleged"
    r"|posted|published|issued|released|insisted|informed|speaking|spoke|noted|revealed|recounted|vowed|recalled|talks?|meeting)"
)
_SAID_BEFORE: Final = re.compile(
    rf"\b{_SAYING}(?:\s+(?!after|when|in|near|at)[\w'’-]+){{0,3}}?,?\s+(?:on|late|early|in|earlier)?\s*$", re.IGNORECASE
)
_SAID_AFTER: Final = re.compile(
    rf"^(?:,?\s+(?:(?:an?|the|its|his|their)\s+)?(?:[\w.'’-]+\s+){{0,4}}?)?,?\s*(?:that\s+)?{_SAYING}\b", re.IGNORECASE
)
_AS_OF: Final = re.compile(r"\b(?:as of|by|until|up to)\s+(?:the )?(?:\w+ of )?$", re.IGNORECASE)
_NEAR_DAYS: Final = 62
_BACK: Final = 3
_SO_FAR: Final = re.compile(
    r"\b(?:for a|into a|continu\w+|ongoing|still|so far|second day|third day|rages?|toll)\b", re.IGNORECASE
)


@dataclass(frozen=True, eq=False)
class HarmDates:
    """The dates of one report, read for the harms told in it."""

    text: str
    dates: tuple[DateMention, ...]
    published: date | None

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each sentence begins."""
        found = [0]
        for stop in _STOP.finditer(self.text):
            if "\n" in stop[0] or not _ABBREVIATED.search(self.text[max(0, stop.start() - 8) : stop.start() + 1]):
                found.append(stop.end())
        return tuple(found)

    def sentence(self, index: int) -> tuple[int, int]:
        """First and end offset of the sentence of that index."""
        end = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
        return self.starts[index], end

    def window(self, start: int, end: int) -> tuple[date, date] | None:
        """First and last day of the harm told from `start` to `end`."""
        index = bisect_right(self.starts, start) - 1
        own = self._best(index, start, end)
        if own:
            return own
        for back in range(1, _BACK + 1):
            if index < back or "\n" in self.text[self.sentence(index - back)[1] - 1 : self.sentence(index - back)[1]]:
                break
            low, high = self.sentence(index - back)
            found = self._best(index - back, high, high)
            if found:
                return found
        return self.main

    def _best(self, index: int, start: int, end: int) -> tuple[date, date] | None:
        low, high = self.sentence(index)
        near = [d for d in self.dates if low <= d.start < high and d.first and not self.of_saying(d)]
        best = min(near, key=lambda d: self._distance(d, start, end), default=None)
        return self._span(best) if best else None

    def _distance(self, mention: DateMention, start: int, end: int) -> tuple[int, int]:
        between = self.text[min(mention.end, end) : max(mention.start, start)]
        breaks = len(re.findall(r"[,;:]|\b(?:and|but|while|after|since|when)\b", between))
        return (breaks, max(start - mention.end, mention.start - end, 0))

    def _span(self, mention: DateMention) -> tuple[date, date] | None:
        if mention.first is None or mention.last is None:
            return None
        if _AS_OF.search(self.text[max(0, mention.start - 24) : mention.start]):
            return (self.onset or mention.first), mention.last
        return mention.first, mention.last

    def of_saying(self, mention: DateMention) -> bool:
        """True where the expression dates a statement ("said on Monday") and not what it tells."""
        if mention.open_start:
            return False
        low = max(0, mention.start - 60)
        before = self.text[low : mention.start]
        return bool(_SAID_BEFORE.search(before) or _SAID_AFTER.match(self.text[mention.end : mention.end + 60]))

    @cached_property
    def onset(self) -> date | None:
        """When the fighting told of began."""
        return conflict_onset(self.text, self.dates, self.published)

    @cached_property
    def main(self) -> tuple[date, date] | None:
        """The window of what the report is about."""
        if self.published is None:
            return None
        if self.onset and 0 <= (self.published - self.onset).days <= _NEAR_DAYS:
            return self.onset, self.published
        for mention in self.dates:
            if mention.first is None or mention.last is None or self.of_saying(mention):
                continue
            if 0 <= (self.published - mention.first).days <= _NEAR_DAYS and not self._is_head(mention):
                return mention.first, mention.last
        return None

    def _is_head(self, mention: DateMention) -> bool:
        return (
            mention.first == mention.last == self.published
            and mention.start < 200
            and re.search(r"\d{4}", self.text[mention.start : mention.end]) is not None
        )


def harm_window(
    text: str, claim_start: int, claim_end: int, dates: Sequence[DateMention], published: date | None
) -> tuple[date, date] | None:
    """First and last day of the harm told from `claim_start` to `claim_end`, None where the report does not date it."""
    return HarmDates(text, tuple(dates), published).window(claim_start, claim_end)
