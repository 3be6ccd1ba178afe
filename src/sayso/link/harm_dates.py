"""Which expression of time dates a harm: the one of the harm itself, not of the statement about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from sayso.expression import Expression, Seldom
from sayso.link.mentions import DateMention
from sayso.link.onset import conflict_onset
from sayso.link.sentences import Sentences

_SAYING: Final = (
    r"(?:sa(?:id|ys)|told|tells|claim(?:ed|s)|announc(?:ed|es)|report(?:ed|s)|stat(?:ed|es)|added|adds|tweeted"
    r"|wrote|confirm(?:ed|s)"
    r"|den(?:ied|ies)|admitted|acknowledged|disputed|accus(?:ed|es)|declared|warned|rejected|called|condemned"
    r"|urged|dismissed"
    r"|alleged|insisted|informed|spoke|noted|revealed|vowed|posted|published|issued|released|estimated|put)"
)
#: Nouns and participles of speech: what is dated right after them is the speaking.
_SPEECH: Final = (
    r"(?:saying|claiming|announcing|reporting|stating|confirming|denying|accusing|speaking|quoted|reporters"
    r"|statement|briefing"
    r"|conference|interview|e-?mail|report|broadcast|speech|address|talks?|meeting|tweet|post|message|data|figures|update)"
)
_SAID_BEFORE: Final = Expression(
    rf"\b(?!disputed|called|put|declared)(?:{_SAYING}|{_SPEECH})(?:\s+(?!after|when|in|near|at|on"
    rf"|that)[\w'’-]+){{0,3}}?,?\s+(?:on\s|late\s|early\s|in\s|earlier\s)*$",
)
_SAID_AFTER: Final = Expression(rf"^\s+(?:also\s+|again\s+|that\s+)?(?:{_SAYING}\b|{_SPEECH}\s+(?:said|says)\b)")
#: What people do after a harm: they blame one another, hand over bodies and bury them.
_REACTED_BEFORE: Final = Expression(
    r"\b(?:(?:traded|exchanged)\s+(?:accusations|blame|claims|barbs)|handed over|were (?:buried|returned|repatriated)"
    r"|funerals?|mourned)(?:\s+[\w'’-]+){0,3}?,?\s+(?:on\s|late\s|early\s)*$",
)
_REACTED_AFTER: Final = Expression(
    r"^\s+(?:handed over|returned the (?:bodies|remains)|buried|mourned|traded (?:accusations|blame|claims))\b",
)
#: "On Monday the ministry said": the date opens the sentence and the first verb is one of saying.
_OPENING_ON: Final = Expression(
    r"(?:^|[.!?\n”\"]\s*)(?:(?:but|and|also|meanwhile|earlier|later),?\s+)?(?:on\s+|late\s+"
    r"|early\s+)*$",
)
_SAID_FIRST: Final = Expression(
    r"^,?\s+(?!airstrikes?|attack|clashes|shelling)(?:(?!\b(?:w[a-z]*re|was|had(?!\s+(?:put|said|reported|spoken|told|announced|given))|has|have|is|are|killed|hit|left"
    rf"|attacked|struck|broke|began)\b)[\w.'’-]+,?\s+){{1,9}}?{_SAYING}\b",
)
#: What a date may belong to that is no harm: "a 1994 ceasefire", "a deal signed in 2009".
_PEACE: Final = (
    r"(?:cease-?fires?|truces?|armistice|agreements?|deals?|treat(?:y|ies)|accords?|talks"
    r"|resolutions?|elections?|constitution)"
)
_OF_PEACE_AFTER: Final = Expression(rf"\s+(?:\w+\s+)?{_PEACE}\b", re.IGNORECASE)
_OF_PEACE_BEFORE: Final = Seldom(
    "accord|agreement|armistice|cease|constitution|deal|election|resolution|talk|treat|truce",
    rf"\b{_PEACE}\b(?:\s+\w+){{0,3}}?\s+(?:signed|reached|agreed|brokered|mediated|announced|since|from|of"
    rf"|in)\b[^.,;]{{0,20}}$",
)
#: "the February 17 brigade": a date that names a body.
_OF_BODY_AFTER: Final = Expression(
    r"\s+(?:[Mm]artyrs|[Bb]rigades?|[Bb]attalion|[Mm]ovement|[Rr]evolutionaries|Revolution|Coalition|Bridge|Hospital"
    r"|Square|Street|Alliance|Front|Camp)\b"
)
#: "residents who escaped on Friday", "reporters taken there by the army on Sunday": when somebody was on the move.
_MOVED_BEFORE: Final = Expression(
    r"\b(?:who|which)\s+(?:had\s+|has\s+|have\s+)?(?:first\s+)?(?:reached|arrived|entered|visited|walked|fled|escaped"
    r"|returned|came|went|travelled|traveled|left|toured|spent)\b[^.;,\n]{0,50}$"
    r"|\bwhich\s+(?:was\s+|had\s+|has\s+)?(?:slipped|fell|fallen|changed\s+hands|founded|built|formed|created|seized|captured"
    r"|taken|retaken|recaptured|liberated)\b[^.;,\n]{0,50}$"
    r"|\b(?:reporters|journalists|correspondents)\s+(?:were\s+)?(?:taken|brought|led|escorted|flown)\b[^.;,\n]{0,50}$",
)
#: "60 died on Sunday alone": a day that is no more than its own figure's.
_ALONE_AFTER: Final = Expression(r"\s+alone\b", re.IGNORECASE)
#: "on Saturday and yesterday", "over the weekend and on Monday".
_AND_ON: Final = Expression(r"(?:\s+weekend)?(?:,\s+|\s+)and\s+(?:early\s+|late\s+)?(?:on\s+)?", re.IGNORECASE)
#: "this morning's attack": the date of an event, also where reports are spoken of.
_EVENT_OF: Final = Expression(
    r"['’]s?\s+(?:\w+\s+){0,2}?(?:attacks?|strikes?|raids?|air ?strikes?|clash(?:es)?|blasts?|bombings?|shooting"
    r"|shelling|fighting"
    r"|assault|ambush|explosions?|killings?|massacre|violence|incident|battle|offensive)\b",
)
_AS_OF: Final = Expression(r"\b(?:as of|by|until|up to)\s+(?:the )?(?:\w+ of )?$", re.IGNORECASE)
_NIGHT_LONG: Final = Expression(
    r"\b(?:night-?long|all night|all-night|through(?:out)? the night|until (?:dawn|daybreak|sunrise))\b", re.IGNORECASE
)
_AT_NIGHT: Final = Expression(r"^(?:late\b.*|.*\bnights?)$", re.IGNORECASE)
#: Totals of a whole war, which the date of the latest attack does not date.
_WAR_TOTAL: Final = Expression(
    r"\b(?:the|this|that|-old|civil|\d+-year|decades?-long)\s+(?:\w+\s+)?(?:war|conflict|insurgency"
    r"|uprising)\b[^.\n]{0,40}"
    r"\b(?:has|have)\b|\b(?:has|have)\b[^.\n]{0,60}\b(?:as a result of|in|by|during)\s+the\s+(?:\w+\s+)?(?:war"
    r"|conflict|insurgency)\b",
    re.IGNORECASE,
)
#: "the fighting, which began on Friday, has killed seven": from that day on.
_BEGAN: Final = Expression(
    r"\b(?:began|broke out|started|erupted|flared)\s+(?:with\s+(?:[\w-]+\s+){1,3}?)?(?:(?:on|in|late|early)\s+)*$",
    re.IGNORECASE,
)
#: "half a million have died in a war that | began in 1975".
_HAVE_DIED_IN: Final = Expression(
    r"\b(?:has|have)\b[^.;\n]{2,80}\b(?:in|during|by)\s+(?:an?|the|this)\s+(?:[\w-]+\s+)?(?:war|conflict|insurgency|fighting"
    r"|violence|uprising|revolt|rebellion|unrest)\s+(?:that|which)\s+$",
    re.IGNORECASE,
)
_BEGAN_SOMEWHERE: Final = Expression(
    r"\b(?:began|broke out|started|erupted|flared|rose up|took up arms)\b[^.;,\n]{0,50}$", re.IGNORECASE
)
_HAS: Final = Expression(r"\b(?:has|have)\b", re.IGNORECASE)
_OPENED: Final = Expression(
    r"\b(?:attack|assault|fighting|clashes|battles?|offensive|violence|raid|siege|shelling|bombardment)\s+"
    r"(?:(?:had|has|first)\s+)?(?:began|begun|opened|broke out|started|erupted|flared)\s+"
    r"(?:up\s+)?(?:(?:on|in|late|early)\s+)*$",
    re.IGNORECASE,
)
_HAS_LEFT: Final = Expression(
    r"[^.;,\n]{0,20},?\s+(?:has|have)\s+(?:so far\s+|already\s+)?(?:killed|left|claimed|cost|wounded|displaced"
    r"|driven|forced|uprooted)",
    re.I,
)
#: From a "since" to the date in its clause, which a verb parts from it.
_SINCE: Final = Expression(
    r"\bsince\s(?![^.;]*\bsince\b)"
    r"(?:(?:[^.;,\n]|,(?=\d)|,\swhich\s(?:is|are|was)\s[^.;\n]{3,110}?,\s){4,110}?\b(?:began|begun|broke|fell|took|lost|came|sent|went|won|withdrew|left|rose|overran"
    r"|(?!kill|wound|injur|di|murder|behead)\w{2,}ed)\b"
    r"|the\s(?:[\w-]+\s){0,3}?(?:invasion|intervention|coup|uprising|revolt|rebellion|revolution|overthrow|ouster|takeover"
    r"|withdrawal|fall|collapse|outbreak)\b)"
    r"[^.;,\n]{0,60}$",
    re.IGNORECASE,
)
_LONGEST_SINCE: Final = 180
_WHEN: Final = Expression(
    r"(?:\s+(?:war|clash|battle|attack|raid))?,?\s+(?:when|in which)\b[^,.;]{0,120}", re.IGNORECASE
)
_MISSING: Final = Expression(r"\bbeen\s+missing\s+$", re.IGNORECASE)
_NEAR: Final = 20
_SUBORDINATE: Final = Expression(r"\b(?:days?|weeks?|hours?|months?|years?) (?:after|before)$", re.IGNORECASE)
#: A date with its year, which datelines of old wire copy shorten ("4 FEB 90").
_YEAR: Final = Expression(r"\d{4}|^\d{1,2} [A-Za-z]{3}\.? \d\d$")
_HEAD: Final = 300
#: A dateline: places, then the day, then what parts both from the text ("NORHAVEN, May 17 - ").
_LINE_TO_DATE: Final = Expression(
    r"\s*[(\[]?(?:[^\W\d_a-z][\w'’./-]*(?:,\s?|\s|$)(?:(?:of|de|el|la|the|al)\s)?){0,6}[(/|–—-]?\s*"
)
_DATE_TO_TEXT: Final = Expression(r"\s*(?:\([^()\n]{2,40}\)\s*)?[)\]]?\s*(?:[-–—:/]|\.\s)")
_DASH: Final = Expression(r"\s*(?:\([^()\n]{2,40}\)\s*)?[-–—]+\s")
_WEEKDAY: Final = Expression(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", re.IGNORECASE)
_ON: Final = Expression(r"\s*(?:on|late|early|last|since|until|by)\b", re.IGNORECASE)
_YEAR_BEFORE: Final = Expression(r"\b(?:19|20)\d\d,?\s*$")
#: A date that a page prints of itself, wherever it stands: "Published: 11:02, 12 March 2019 | Updated: ...".
_STAMP: Final = Expression(
    r"\b(?:published|updated|posted|last (?:modified|updated)|date of publication)\b(?: on| at)?[\s:|]{1,3}"
    r"(?:\d\d?[:.]\d\d(?: ?[ap]m)?(?: [A-Z]{2,4})?,?\s*)?$",
    re.IGNORECASE,
)
_STAMPED: Final = 48
#: Older than this, in days, a date in a report is background; newer, it may be what the report is about.
_NEAR_DAYS: Final = 62
#: The first day told may lie this many days into the fighting that the report is about.
_ONE_EPISODE: Final = 3
_SAME_TIME: Final = Expression(
    r"\b(?:in|over|during|within|of)\s+(?:the|that)\s+same\s+(?:period|time|(?:\w+\s+)?(?:days|weeks|months))\b",
    re.IGNORECASE,
)
_RAISING: Final = Expression(
    r"\b(?:tak(?:es|ing)|t(?:oo|a)ken?|br(?:ings|ought|inging)|rais(?:es|ed|ing)) (?:the|its|their)\s+[^.;,]{0,40}?"
    r"\b(?:toll|number|count|total|dead)\b[^.;,]{0,30}\bto\b",
    re.IGNORECASE,
)
_RAISED_NEAR: Final = 24
_BACK: Final = 3
#: How long the fighting went on, as a report's opening tells it.
_COUNTS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_FOUGHT: Final = (
    r"(?:fighting|clashes|battles?|violence|shelling|combat|unrest|bombardment|(?:air ?)?strikes|raids|assault|siege)"
)
_DAYS_OF: Final = Seldom(
    "battle|bombardment|clashes|combat|fighting|shelling|unrest|violence|strikes|raids|assault|siege",
    rf"(?P<after>\bafter\s+(?:an?\s+)?)?\b(?P<days>{'|'.join(_COUNTS)})(?:-day\s+|\s+(?:(?:straight|consecutive)\s+)?days\s+of\s+)"
    rf"(?:[\w-]+\s+){{0,2}}?{_FOUGHT}\b",
    re.IGNORECASE,
)
#: Words by which fighting that began goes on.
_GOES_ON: Final = Expression(
    r"\b(?:continu(?:e[sd]?|ing)|(?:go|goes|going|went) on|ongoing|second day|resum(?:e[sd]?|ing)|rag(?:e[sd]?|ing)|"
    r"still (?:fighting|going|under)|fighting again|truce|ceasefire|cease-fire)\b",
    re.IGNORECASE,
)
_OPENING: Final = 600
#: Within so many characters a report tells since when it counts.
_COUNT_TOLD: Final = 1200
#: What turns to an incident of its own, which may be of another day.
_TURNING: Final = Expression(
    r"\s*[\"“]?(?:Elsewhere|Separately|In (?:a separate|another|other|an unrelated) (?:\w+ )?(?:incident|attack|clash"
    r"|event|case|development|raid|strike|ambush|shooting|blast)s?)\b",
    re.IGNORECASE,
)

Days = tuple[date, date]


@dataclass(frozen=True, eq=False)
class HarmDates:
    """The dates of one report, read for the harms told in it."""

    text: str
    sentences: Sentences
    dates: tuple[DateMention, ...]
    published: date | None

    def window(self, start: int, end: int) -> Days | None:
        """First and last day of the harm told from `start` to `end`."""
        index = self.sentences.number(start)
        own = self._own(index, start, end) or self._of_same_time(index)
        if own:
            return self._of_total(start, end, own)
        if _WAR_TOTAL.search(self.text, *self.sentences[index]):
            return (self.onset, self.published) if self.onset and self.published else None
        return self._told_before(index, end) or (None if self._turns(index) else self.main)

    def _of_same_time(self, index: int) -> Days | None:
        """ "over the same period": the several days told of last."""
        low, high = self.sentences[index]
        if _SAME_TIME.search(self.text, low, high) is None:
            return None
        near = self.sentences[max(0, index - _BACK)][0]
        spans = [self._days(d) for d in reversed(self._of_harm(near, low))]
        return next((days for days in spans if days and days[0] < days[1]), None)

    def _of_total(self, start: int, end: int, own: Days) -> Days:
        """ "one of them died on Tuesday, taking the toll to 26": the toll is of all since the attack."""
        raised = self.main is not None and _RAISING.search(self.text, max(0, start - _RAISED_NEAR), end)
        return (min(self.main[0], own[0]), own[1]) if raised and self.main else own

    def _turns(self, index: int) -> bool:
        """True where the sentence, or one before it in its paragraph, turns to another incident."""
        for back in range(index, max(-1, index - 1 - _BACK), -1):
            low, high = self.sentences[back]
            if _TURNING.match(self.text, low, high):
                return True
            if "\n\n" in self.text[max(0, low - 2) : low + 1]:
                return False
        return False

    def told_in(self, start: int, end: int) -> Days | None:
        """First and last day of the first harm that the words from `start` to `end` date; None where they date none."""
        near = self._of_harm(start, end)
        return self._days(near[0]) if near else None

    def _own(self, index: int, start: int, end: int) -> Days | None:
        near = self._of_harm(*self.sentences[index])
        best = min(near, key=lambda d: self._distance(d, start, end), default=None)
        if best and self._is_last_of_several(best):
            return self.main
        return (self._beginning(best, start) or self._days(best)) if best else None

    def _beginning(self, mention: DateMention, start: int) -> Days | None:
        """ "the deadliest since May, when a mine killed nine", "missing since Monday": then, and not up to now."""
        if mention.first is None or mention.begin_last is None:
            return None
        gone = _MISSING.search(self.text, max(0, mention.start - _NEAR), mention.start)
        then = gone or _WHEN.fullmatch(self.text, mention.end, start)
        return (mention.first, mention.begin_last) if then else None

    def _is_last_of_several(self, mention: DateMention) -> bool:
        """ "held the port on Sunday after four days of battles that killed 40": not of that day alone."""
        sentence = self.sentences[self.sentences.number(mention.start)]
        return mention is self.first and sentence[0] < _OPENING and bool(_DAYS_OF.search(self.text, *sentence))

    def _told_before(self, index: int, end: int) -> Days | None:
        """What the sentences before it date, in the same paragraph; not where fighting goes on, but for the "
        "distant past."""
        for back in range(index - 1, max(-1, index - 1 - _BACK), -1):
            low, high = self.sentences[back]
            if self.text[low:high].endswith("\n\n") or "\n\n" in self.text[high : high + 2]:
                return None
            near = [d for d in self._of_harm(low, high) if not d.open_start]
            opens = near and self.main and self.main[0] == near[0].first and self._opens(near[0])
            if opens or (near and self._is_last_of_several(near[0])):
                return self.main
            if near and self._goes_on(near[0], self.sentences[index][0], end):
                return self._until_now(near[0])
            if near:
                return self._days(near[0]) if self.ongoing is None or self._is_past(near[0]) else None
        return None

    def _goes_on(self, mention: DateMention, start: int, end: int) -> bool:
        """ "The revolt broke out in the north in 2009. It has killed thousands": from then on."""
        began = _BEGAN_SOMEWHERE.search(self.text, max(0, mention.start - 70), mention.start)
        return began is not None and _HAS.search(self.text, start, end) is not None

    def _until_now(self, mention: DateMention) -> Days | None:
        if mention.first is None or self.published is None:
            return None
        return mention.first, max(mention.first, self.published)

    def _is_past(self, mention: DateMention) -> bool:
        if mention.last is None or self.published is None or mention.open_start:
            return False
        return (self.published - mention.last).days > _NEAR_DAYS

    def _of_harm(self, low: int, high: int) -> list[DateMention]:
        return [d for d in self.dates if low <= d.start < high and self._dates_harm(d)]

    def _dates_harm(self, mention: DateMention) -> bool:
        if mention.first is None or self._is_head(mention) or self.of_saying(mention):
            return False
        if self.published is not None and mention.first > self.published:
            return False
        if mention.open_start:
            return True
        before = self.text[max(0, mention.start - 70) : mention.start].lower()
        if _MOVED_BEFORE.search(before) or _OF_BODY_AFTER.match(self.text, mention.end):
            return False
        return not (_OF_PEACE_AFTER.match(self.text, mention.end) or _OF_PEACE_BEFORE.search(before))

    def _distance(self, mention: DateMention, start: int, end: int) -> tuple[int, int]:
        between = self.text[min(mention.end, end) : max(mention.start, start)]
        breaks = len(re.findall(r"[,;:]|\b(?:and|but|while|after|since|when)\b", between))
        return (breaks, max(start - mention.end, mention.start - end, 0))

    def _days(self, mention: DateMention) -> Days | None:
        if mention.first is None or mention.last is None:
            return None
        if _AS_OF.search(self.text[max(0, mention.start - 24) : mention.start]):
            return self._counted_by(mention)
        if self.published and not mention.open_start and self._counts_from(mention):
            return mention.first, max(mention.first, self.published)
        began = _BEGAN.search(self.text, max(0, mention.start - 40), mention.start)
        if began and self.published and self._has_gone_on(mention, began.start()):
            return mention.first, max(mention.first, self.published)
        if "night" in self.text[mention.start : mention.end].lower() and mention.first < mention.last:
            return self._night(mention.first, mention.last)
        if self._lasts_all_night(mention):
            return mention.first, mention.first + timedelta(days=1)
        return mention.first, self._last_joined(mention)

    def _counted_by(self, mention: DateMention) -> Days | None:
        """ "had recovered 31 bodies by Monday": of the fighting until then, else of what is told before."""
        if mention.first is None or mention.last is None:
            return None
        if self.onset is None and self.main and self.main[0] <= mention.first:
            return self.main
        return (self.onset or mention.first), mention.last

    def _has_gone_on(self, mention: DateMention, began: int) -> bool:
        """ "a war that began in 1975 has killed thousands", or "thousands have died in a war that" did."""
        start = self.sentences[self.sentences.number(mention.start)][0]
        died = _HAVE_DIED_IN.search(self.text, start, began) is not None
        return died or _HAS_LEFT.match(self.text, mention.end) is not None

    def _last_joined(self, mention: DateMention) -> date:
        """The last day of an expression, of one that "and" joins to it, or on which a count up to now was told."""
        last = mention.last or date.max
        low, high = self.sentences[self.sentences.number(mention.start)]
        for other in self.dates:
            if not (low <= other.start < high and other.last and other.first) or other is mention:
                continue
            if mention.open_start:
                told = other.first == other.last and self.of_saying(other) and other.first < last
                if told and mention.first and mention.first < other.last:
                    return other.last
            elif last <= other.last and _AND_ON.fullmatch(self.text, mention.end, other.start):
                return last if self.of_saying(other) or other.open_start else other.last
        return last

    def _counts_from(self, mention: DateMention) -> bool:
        """ "since the army entered the town on Saturday", "since the revolt broke out in March 2011"."""
        start = max(self.sentences[self.sentences.number(mention.start)][0], mention.start - _LONGEST_SINCE)
        since = _SINCE.search(self.text, start, mention.start)
        return since is not None and not any(since.start() < d.start < mention.start for d in self.dates)

    def _night(self, first: date, last: date) -> Days:
        """ "Overnight", narrowed to the day where the report says elsewhere which evening it was."""
        for other in self.dates:
            if other.first == other.last == first and _AT_NIGHT.match(self.text[other.start : other.end]):
                return first, first
        return first, last

    def of_saying(self, mention: DateMention) -> bool:
        """True where the expression dates a statement ("said on Monday") and not what it tells."""
        place = (mention.start, mention.end)
        if place not in self._of_saying:
            self._of_saying[place] = not mention.open_start and dates_saying(self.text, *place)
        return self._of_saying[place]

    @cached_property
    def _of_saying(self) -> dict[tuple[int, int], bool]:
        return {}

    @cached_property
    def onset(self) -> date | None:
        """When the fighting told of began."""
        return conflict_onset(self.text, [d for d in self.dates if self._dates_harm(d)], self.published)

    @cached_property
    def first(self) -> DateMention | None:
        """The first expression that dates a harm of these weeks: what the report is about."""
        if self.published is None:
            return None
        near = (d for d in self.dates if d.first and 0 <= (self.published - d.first).days <= _NEAR_DAYS)
        found = [d for d in near if self._dates_harm(d) and not self._of_one_figure(d)]
        return next(
            (d for d in found if not _SUBORDINATE.search(self.text[d.start : d.end])), found[0] if found else None
        )

    def _of_one_figure(self, mention: DateMention) -> bool:
        """ "60 died on Sunday alone", "had gathered 110 bodies by Monday": no day of all that is told."""
        by = _AS_OF.search(self.text, max(0, mention.start - 24), mention.start)
        return by is not None or _ALONE_AFTER.match(self.text, mention.end) is not None

    @cached_property
    def counted(self) -> Days | None:
        """What running totals span that no words of their own date: the fighting, or the first count up to now."""
        if self.ongoing is not None or self.published is None:
            return self.ongoing
        runs = (
            d
            for d in self.dates
            if d.open_start and d.first and d.start < _COUNT_TOLD and (self.published - d.first).days <= _NEAR_DAYS
        )
        first = next(runs, None)
        return self._days(first) if first is not None else None

    @cached_property
    def ongoing(self) -> Days | None:
        """From the beginning of the fighting to the report, where the report is about fighting that goes on."""
        if self.onset is None or self.published is None or (self.published - self.onset).days > _NEAR_DAYS:
            return None
        if self.first and self.first.first and (self.first.first - self.onset).days > _ONE_EPISODE:
            return None
        return (self.onset, self.published) if self._went_on(self.onset, self.published) else None

    def _went_on(self, onset: date, published: date) -> bool:
        """False for a clash of the day before that nothing tells to have gone on: it was of one day."""
        if (published - onset).days != 1 or _GOES_ON.search(self.text, 0, _COUNT_TOLD):
            return True
        told = (d for d in self.dates if d.start < _COUNT_TOLD and self._dates_harm(d))
        return any(d.first and d.last and d.first <= published <= d.last for d in told)

    @cached_property
    def main(self) -> Days | None:
        """The window of what the report is about."""
        found = self._days(self.first) if self.first else None
        told = self.ongoing or (self._from_beginning(found) if found else None)
        return self._lasting(told) if told else self._days_up_to_now()

    def _days_up_to_now(self) -> Days | None:
        """ "A four-day assault has killed 100", where no day is told: the days up to the report."""
        match = _DAYS_OF.search(self.text, 0, _OPENING)
        if match is None or self.published is None:
            return None
        return self.published - timedelta(days=_COUNTS[match["days"].lower()] - 1), self.published

    def _lasts_all_night(self, mention: DateMention) -> bool:
        """ "attacked late on Saturday ... after a night-long fight": into the next day."""
        evening = mention is self.first and _AT_NIGHT.match(self.text[mention.start : mention.end])
        return bool(evening) and mention.first == mention.last and bool(_NIGHT_LONG.search(self.text, 0, _OPENING))

    def _lasting(self, told: Days) -> Days:
        """ "in two days of fighting ... on Tuesday", "on Sunday, after four days of battles": so many days."""
        match = _DAYS_OF.search(self.text, 0, _OPENING)
        if match is None or self.published is None or not (told == self.ongoing or told[0] == told[1]):
            return told
        more = timedelta(days=_COUNTS[match["days"].lower()] - 1)
        if match["after"] and told != self.ongoing:
            return told[0] - more, told[1]
        end = told[0] + more
        if end <= self.published:
            return told[0], end
        told_first = self.first is not None and match.start() < self.first.start
        return (told[1] - more, told[1]) if told_first else told

    def _from_beginning(self, told: Days) -> Days:
        """ "an assault on Tuesday ... The attack opened late on Monday": from the evening on which it began."""
        for other in self.dates:
            if other.open_start or other.first is None or not 0 < (told[0] - other.first).days <= _ONE_EPISODE:
                continue
            if other.first == other.last and self._opens(other):
                return other.first, told[1]
        return told

    def _opens(self, mention: DateMention) -> bool:
        """ "the attack opened late on Monday"."""
        return _OPENED.search(self.text, max(0, mention.start - 60), mention.start) is not None

    def _is_head(self, mention: DateMention) -> bool:
        """True for the report's own date, printed above it."""
        if not mention.first == mention.last == self.published:
            return False
        if _STAMP.search(self.text, max(0, mention.start - _STAMPED), mention.start):
            return True
        if mention.start > _HEAD:
            return False
        words = self.text[mention.start : mention.end]
        if self._is_day_of_head(mention):
            return True
        return _YEAR.search(words) is not None or self._opens_line(mention)

    def _is_day_of_head(self, mention: DateMention) -> bool:
        """ "September 05, 2008 Friday", "NORHAVEN, Friday (Service) -": the day of the week in a head."""
        line = self.text[self.text.rfind("\n", 0, mention.start) + 1 : mention.start]
        if _WEEKDAY.fullmatch(self.text, mention.start, mention.end) is None or _ON.match(line):
            return False
        if _YEAR_BEFORE.search(line) and re.match(r"\s*(?:\n|$)", self.text[mention.end : mention.end + 3]):
            return True
        return bool(line and _LINE_TO_DATE.fullmatch(line) and _DASH.match(self.text, mention.end))

    def _opens_line(self, mention: DateMention) -> bool:
        """True for a day of the month that only places stand before on its line and a mark behind: a dateline."""
        line = self.text[self.text.rfind("\n", 0, mention.start) + 1 : mention.start]
        if not any(map(str.isdigit, self.text[mention.start : mention.end])):
            return False
        return bool(_LINE_TO_DATE.fullmatch(line) and _DATE_TO_TEXT.match(self.text, mention.end))


def dates_saying(text: str, start: int, end: int) -> bool:
    """True where the expression of time from `start` to `end` dates a statement and not what it tells."""
    before = text[max(0, start - 60) : start].lower()
    after = text[end : end + 90].lower()
    if _EVENT_OF.match(after) or _EVENT_OF.match(text[end - 2 : end].lower() + after):
        return False
    if _SAID_BEFORE.search(before) or _SAID_AFTER.match(after):
        return True
    if _REACTED_BEFORE.search(before) or _REACTED_AFTER.match(after):
        return True
    return bool(_OPENING_ON.search(before) and _SAID_FIRST.match(after))


def harm_window(
    text: str, claim_start: int, claim_end: int, dates: Sequence[DateMention], published: date | None
) -> Days | None:
    """First and last day of the harm told from `claim_start` to `claim_end`, None where the report does not "
    "date it."""
    return HarmDates(text, Sentences(text), tuple(dates), published).window(claim_start, claim_end)
