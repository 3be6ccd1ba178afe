"""What a figure spans: one incident, an addition, a running total; and whether it is told as background.

A report of an attack counts its dead; a report of a war counts up to the day. The words of the sentence decide where
they can ("so far", "another 26", "in the ambush"); where they cannot, what the report is about does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final

from sayso.claims.casualty import WAR_SIZE, Scope
from sayso.expression import Expression
from sayso.extract.casualties import lexicon
from sayso.extract.casualties.dating import Dating, without_beginnings
from sayso.extract.casualties.drafts import Draft
from sayso.extract.casualties.tokens import Words
from sayso.extract.wordsets import word_set

_SPAN: Final = r"(?:hours?|days?|weeks?|months?|years?|decades?)"
#: What happened "over the past 24 hours" is the day's, no total.
_LONG_SPAN: Final = r"(?:days|weeks?|months?|years?|decades?)"
#: "two days of fighting" are one incident, weeks of it are not.
_SPANS: Final = r"(?:weeks|months|years|decades?)"
_MONTHS: Final = "january|february|march|april|may|june|july|august|september|october|november|december"
_MONTH: Final = rf"(?:{_MONTHS})"
_FIGHT: Final = (
    r"(?:war|conflict|fighting|siege|offensive|campaign|insurgency|clashes|battles?|rebellion|uprising|hostilities|violence|"
    r"bombardment|shelling|unrest|protests|crisis)"
)
_ONE_ATTACK: Final = (
    r"(?:attacks?|air ?strikes?|strikes?|incident|bombings?|blasts?|explosions?|raid|ambush|shooting|massacre)"
)
_DAYPART: Final = r"(?:the\ )?(?:early\ )?(?:dawn|morning|midnight|noon|midday|nightfall|sunrise)"
_TOTAL: Final = Expression(
    rf"""\b(?:
    so\ far | (?:has|have)\ now | now\ stands? | to\ date | until\ now | up\ to\ now
    | thus\ far | currently | in\ all(?=\s*[.;]) | altogether | overall
    | (?<!\bhad\ )(?<!\bhas\ )(?<!\bhave\ )since
        (?!\ (?:being|he|she|they|his|her|their|{_DAYPART}|(?:the|that|this)\ {_ONE_ATTACK})\b)
    | (?:over|in|during|for|within)\ the\ (?:past|last)\ (?:\w+\ ){{0,2}}{_LONG_SPAN}
    | (?:over|in|during)\ (?:recent|several|the\ previous)\ {_SPAN} | this\ year | each\ (?:year|month|week)
    | (?:in|into)\ (?:a|its|the)\ (?:second|third|fourth|fifth|sixth|\w+th)\ {_SPAN}
    | {_SPAN}[- ](?:long|old)\ (?:\w+\ )?{_FIGHT} | weeklong | {_SPANS}\ of\ (?:\w+\ )?{_FIGHT}
    | (?:in|during)\ (?:the\ )?(?:\w+\ )?(?:war|conflict|hostilities|insurgency|rebellion|uprising)(?!\ zone)
    | as\ a\ result\ of\ (?:the\ )?(?:\w+\ )?(?:hostilities|war|conflict)
    | {_FIGHT}(?:\ (?:between|for|over|around)\ [^.;,]{{3,60}}?)?
        (?:,\ (?:one\ of|now\ in|the)\ [^.;,]{{2,60}},\ 
        |,\ which\ (?:began|broke\ out|started|erupted)[^.;,]{{2,40}},\ 
        |\ in\ (?:\w+\ ){{1,2}}|,?\ )
        (?:which\ |that\ )?(?:has|have)\ 
        (?:left|killed|claimed|cost|displaced|driven|forced|uprooted)
    | (?:battle|fight|war|siege|campaign)\ (?:for|of|on|over|against)\ (?:the\ )?(?:\w+\ ){{1,3}}(?:has|have)
    | (?:has|have)\ (?:died|been\ killed|been\ wounded|been\ displaced|perished)\ in\ the\ 
        (?:battle|fight|siege|war|campaign)\ (?:for|of|on|over|against)
    | (?:in|over|during)\ (?:the\ same|that|this)\ (?:period|time|days|weeks|months)
    | in\ the\ (?:first|second|last)\ (?:half|quarter|(?:\w+\ )?(?:weeks|months))\ of
    | between\ {_MONTH}\ and\ {_MONTH} | (?:during|in)\ the\ month\ of
    | in\ (?:\d\d+|dozens\ of|hundreds\ of)\ (?:\w+\ )?
        (?:violations|attacks|incidents|raids|strikes|clashes|battles|ambushes|airstrikes|bombings)
    | violence\ in\ {_MONTH}
    | running\ total | (?:total|overall)\ (?:number|toll) | toll\ (?:so\ far|since)
    )\b""",
    re.X,
)
#: "the deadliest attack since 2002" counts nothing, and "in March this year" no year.
_NO_SPAN: Final = Expression(
    r"\b(?:\w{3,}est|worst|first|most \w+)\b[^.;,]{0,60}?\b(?:since\b[^,.;]*|this (?:year|month)\b)"
    rf"|\b{_MONTH} (?:this|last) year\b"
)
#: "the base, which had been under siege since January": told of something else.
_ASIDE: Final = Expression(r"\b(?:which|who|whose|that) (?:had|has|have)\b[^,.;]*\bsince\b[^,.;]*")
#: "five were killed by rockets as fighting raged into a 13th day": what went on meanwhile.
_AS_IT_GOES_ON: Final = Expression(rf",? (?:as|while) (?:the |heavy )?{_FIGHT}\b[^.;]*")
_BRINGING: Final = word_set(
    "brings bringing brought bring takes taking took raises raising raised pushes pushing pushed lifting lifted",
)
#: From this count on, the dead of a year are no single incident's.
_YEARLY: Final = 10
#: From this count on, the dead of earlier fighting are those of all of it.
_PAST_WAR: Final = 100
_DAYS: Final = word_set("monday tuesday wednesday thursday friday saturday sunday yesterday")
#: Where it takes more than `WAR_SIZE` for no one incident to be meant.
_WAR_SIZED: Final = {"displaced": 50_000}
_INCIDENT: Final = word_set(
    "attack attacks strike strikes airstrike airstrikes air-strike shelling explosion explosions bombing bombings",
    "blast ambush raid crash bomb rocket missile mine drone shooting encounter gunbattle gunfight clash incident",
    "massacre firing assault grenade bomber collision shell shot overnight stabbing fire incursion operation",
    "firefight shootout rockets missiles mines bombs grenades mortars",
)
_BY_THE_WAY: Final = frozenset(("killing", "wounding", "injuring"))
#: A fight of one day or at one place, in a report of many.
_ONE_FIGHT: Final = Expression(
    rf"""\b(?:in|during|after)\ 
    (?:(?:the|an?|\w+day['’]s)\ (?:\w+\ )?(?:clash|battle|skirmish|encounter|firefight|operation)
    |(?:\w+\ )?(?<!the\ )(?:clashes|battles|skirmishes|encounters|firefights|operations))\ 
    (?:(?:with|between|against|involving)\ [^.;,]{{3,60}}?\ )?(?:in|near|at|around|outside|on)\ (?!the\ (?:past|last))
    | \b(?:in|during|after)\ (?:\w+\ ){{1,2}}hours\ of\ (?:\w+\ )?{_FIGHT}\b
    | \b(?:in|during)\ (?:(?:close|heavy|fierce|intense|house-to-house)\ fighting\ (?:with|between)\ [^.;,]{{3,60}}?\ 
        (?:in|near|at|around)|the\ same\ (?:clash|battle|fight|skirmish|attack))\b
    | yesterday | this\ (?:morning|afternoon|evening) | last\ night | tonight\b""",
    re.X,
)
_WAR: Final = word_set(
    "fighting clashes battles hostilities war conflict skirmishes offensive escalation warfare",
)
_EVENT: Final = word_set(
    "attack strike airstrike explosion bombing blast ambush raid bomb bombs gunbattle clash encounter incident",
    "massacre firing assault suicide gunmen bomber shooting attacks blasts strikes airstrikes bombings claim",
    "crossfire cross-border attacked ambushed stormed raided",
)
_RUNNING: Final = r"(?:(?:straight|consecutive|successive)\ )"
#: Fighting that lasts: it broke out, it goes on for days.
_LASTING: Final = Expression(
    rf"""\b(?:
    (?:\w+)\ (?:\w+\ )?(?:days|weeks?|months?)\ of\ (?:\w+\ ){{0,2}}{_FIGHT}
    | (?:for|into|in)\ (?:an?|its|the|their)\ (?!month)\w+(?:nd|rd|th)\ {_RUNNING}?(?:day|week|month)
    | enter\w*\ (?:(?:an?|its|the|their)\ )?\w+(?:nd|rd|th)\ {_RUNNING}?day
    | (?:second|third|\w+th)\ {_RUNNING}?day\ of
    | (?:since|after)\ (?:\w+\ ){{0,4}}{_FIGHT}\ (?:\w+\ ){{0,3}}(?:began|broke|erupted|started|resumed)
    | {_FIGHT}\ (?:that\ |which\ )?(?:\w+\ ){{0,2}}(?:broke\ out|erupt\w*|flared|resumed)
    | (?:outbreak|eruption|wave|resumption)\ of\ (?:\w+\ ){{0,3}}{_FIGHT}
    )\b""",
    re.X,
)
#: Words of a report whose figures go up.
_GOING_UP: Final = Expression(
    r"\b(?:broke out|break(?:ing|s)? out|erupt\w*|resum(?:ed|ing)|flar\w+ up|outbreak|escalat\w+|reignit\w*|"
    r"(?:toll|number|figure|count)\b[^.;]{0,60} (?:rise|rose|risen|rises|climb\w*|increase[ds]?|reach\w*|to)|"
    r"as of|so far|preliminary|hundreds|thousands)\b"
)
_ATTACK: Final = r"(?:attack|strike|airstrike|incident|clash|clashes|war|conflict|bombing|blast|raid|battle|massacre)"
_WHEN: Final = rf"(?:last|earlier\ this)\ (?:week|month|year)|in\ {_MONTH}(?:\ \d{{4}})?"
_EARLIER: Final = Expression(
    rf"""\b(?:
    last\ (?:year|month|spring|summer|autumn|winter|{_MONTH}\b(?!\ \d))\b
    | (?:earlier|previous|prior)\ (?:this|last|year|month|{_ATTACK})\w* | previously | historically | back\ in
    | (?:\w+\ )?(?:years|months|weeks|decades)\ (?:ago|earlier|before|prior)
    | a\ (?:year|month|week|decade)\ (?:ago|earlier|before)
    | in\ the\ past(?!\ (?:\w+\ )?{_SPAN}) | the\ (?:nineteen)?\d0s
    | (?:decades?|year)-old\ (?:conflict|war|insurgency|dispute)\ (?:which|that)\ (?:has|have)
    )\b""",
    re.X,
)
_YEARS_AGO: Final = Expression(
    r"\blast year\b|\b(?:years|decades) (?:ago|earlier|before|prior)\b|\bthe (?:nineteen)?\d0s\b|\bhistorically\b|"
    r"\b(?:decades?|year)-old (?:conflict|war|insurgency|dispute) (?:which|that) (?:has|have)\b"
)
#: "the mission said in April that ...": when it was said, not when it was done.
_SAID_THEN: Final = Expression(
    rf"\b(?:said|acknowledged|admitted|announced|reported|estimated|confirmed)\ (?:{_WHEN})\b(?=\ that\b|,)"
    rf"|^(?:{_WHEN}),?\ (?:the\ )?(?:\w+\ ){{1,4}}(?:said|announced|reported|acknowledged)\b"
)
_EARLIER_TODAY: Final = Expression(r"\bearlier (?:this week|today|on|in the day|that day|this morning)\b")
#: "just a day after 20 were killed": told to date the news by it.
_AFTER_IT: Final = Expression(
    rf"\b{_SPAN} after (?:\S+ ){{0,14}}$|\bat the time (?:\S+ ){{0,20}}$"
)  # fmt: skip
_POINTS_BACK: Final = Expression(
    rf"\b(?:at the time|(?:that|the same|the earlier|the previous) (?:\w+ )?{_ATTACK})\b"
)  # fmt: skip
_FRESH: Final = Expression(
    r"\b(?:today|tonight|yesterday|overnight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|meanwhile|separately|"
    r"elsewhere|this (?:week|morning|year)|latest|so far|now|currently|"
    r"(?:has|have) (?:been|placed|put|left|killed|claimed|lost))\b"
)
#: "the front, which was founded in 2016, claimed the raid": dates its subject and not what it did.
_RELATIVE: Final = Expression(r",? (?:which|who|whose|that) [^,.;]*,")
#: A running count by its beginning: "since fighting broke out", "since Friday".
_SINCE: Final = Expression(
    rf"""(?<!\bhad\ )(?<!\bhas\ )(?<!\bhave\ )\bsince\ (?!{_DAYPART}\b)(?:
    [^.;,]{{0,60}}?\b(?:began|begun|broke\ out|started|erupted|resumed|launched|entered|overran|invaded|crossed|seized|
        stormed|declared)\b
    |(?:early\ |late\ )?(?:{_MONTH}|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b|then\b)
    |{_FIGHT}(?:\ (?:between|for|over|around)\ [^.;,]{{3,60}}?)?\ (?:has|have)\ (?:left|killed|claimed|cost)\b""",
    re.X,
)
#: The figures of a day.
_ONE_DAY: Final = Expression(
    r"\b(?:(?:past|last|previous|in|within) (?:24|48|twenty-four|forty-eight) hours|"
    rf"(?:past|last|previous) (?:day|night)|in a (?:single )?(?:day|night)|since {_DAYPART})\b"
)
_DEAD_OR_HURT: Final = frozenset(("killed", "injured", "killed_or_injured", "unspecified"))
_ATTACKS: Final = word_set("attack attacks raid raids massacre massacres bombing bombings explosion explosions")
_FULL_STOPS: Final = frozenset(".!?\"”'’")
_SHORTEST_SENTENCE: Final = 8
#: So many figures of the opening tell what a report counts.
_FIRST_FIGURES: Final = 3
_NEAR_CHARACTERS: Final = 600
_OPENING_SENTENCES: Final = 4
_LEAD_SENTENCES: Final = 2
_AROUND: Final = 12


@dataclass(frozen=True, slots=True)
class Setting:
    """What a report is about, as far as scope and background need it."""

    dating: Dating
    #: True where the report tells of a war or of fighting that goes on, not of an attack.
    ongoing: bool

    @classmethod
    def of(cls, words: Words, published: date | None) -> Setting:
        """Read the setting off the first sentences and the date of a report."""
        opening = _lowered(words, 0, _lead_end(words)) if words.sentences else ""
        return cls(Dating(published).of_topic(opening), _is_ongoing(words))


def _opening_end(words: Words) -> int:
    """Token index at which the opening ends: so many sentences, headings and lines without a full stop beside."""
    told = 0
    for first, end in words.sentences:
        told += words.lower(end - 1) in _FULL_STOPS and end - first >= _SHORTEST_SENTENCE
        if told == _OPENING_SENTENCES:
            return end
    return words.sentences[-1][1] if words.sentences else 0


def _counts_from_its_start(words: Words, drafts: Sequence[Draft]) -> bool:
    """ "At least 18 have died since the fighting began": a report that opens with a running count is about a war."""
    end = _opening_end(words)
    opening = [d for d in drafts if d.main < end and d.group.how == "number" and d.effect in _DEAD_OR_HURT]
    for first, last in dict.fromkeys(words.sentence(d.main) for d in opening[:_FIRST_FIGURES]):
        told = _ASIDE.sub("", _lowered(words, first, last))
        if _SINCE.search(told) and not _ONE_DAY.search(told):
            return not any(words.lower(k) in _ATTACKS for k in range(first, last))
    return False


def _is_ongoing(words: Words) -> bool:
    """True where the opening tells of fighting, more than of attacks, and that it lasts or that its dead go up."""
    end = words.sentences[min(_OPENING_SENTENCES, len(words.sentences)) - 1][1] if words.sentences else 0
    opening = [words.lower(k) for k in range(end)]
    of_war = sum(word in _WAR for word in opening) - sum(word in _EVENT for word in opening)
    told = _lowered(words, 0, end) if end else ""
    lasting, going_up = _LASTING.search(told) is not None, _GOING_UP.search(told) is not None
    return lasting + going_up + (of_war > 0) > 1 or (lasting and of_war == 0)


def scopes(words: Words, drafts: Sequence[Draft], past: Sequence[bool], setting: Setting) -> tuple[Scope, ...]:
    """For each figure its scope, where `past` says which are told as background; a part spans what its whole does."""
    if not setting.ongoing and _counts_from_its_start(words, drafts):
        setting = replace(setting, ongoing=True)
    own = [
        _scope(words, draft, drafts, replace(setting, ongoing=_of_a_past_war(words, draft)) if told else setting)
        for draft, told in zip(drafts, past, strict=True)
    ]
    spans = {(draft.group.first, draft.effect): scope for draft, scope in zip(drafts, own, strict=True)}
    own = _carried(words, drafts, own)
    wholes = [None if d.whole is None else spans.get((d.whole.first, d.effect)) for d in drafts]
    return tuple(scope if whole in (None, "increment") else whole for scope, whole in zip(own, wholes, strict=True))


def _carried(words: Words, drafts: Sequence[Draft], own: Sequence[Scope]) -> list[Scope]:
    """ "480 have been killed since then. On the other side, 29 have died": both up to the day of the report."""
    carried: list[Scope] = []
    for n, (draft, scope) in enumerate(zip(drafts, own, strict=True)):
        goes_on = n > 0 and carried[-1] == "running_total" and _goes_on(words, draft, drafts[n - 1])
        carried.append("running_total" if scope == "incident" and goes_on else scope)
    return carried


def _goes_on(words: Words, draft: Draft, earlier: Draft) -> bool:
    """True for a figure in the perfect tense in the sentence of an earlier one, or in the one after."""
    first, last = words.sentence(draft.main)
    if earlier.main < (words.sentence(first - 1)[0] if first else first):
        return False
    chain = {words.lower(k) for k in range(draft.chain or draft.main, draft.main)}
    told = _lowered(words, first, last)
    return bool(chain & {"have", "has"} or "same period" in told) and not _ONE_FIGHT.search(told)


def _scope(words: Words, draft: Draft, drafts: Sequence[Draft], setting: Setting) -> Scope:
    """The scope of one figure."""
    first, last = words.sentence(draft.main)
    if draft.group.added and draft.group.how == "number" and _adds(words, draft, drafts, first):
        return "increment"
    if _counts_up(words, draft, first, last) or _after_increment(words, draft, drafts):
        return "running_total"
    if (draft.group.low or 0) >= _WAR_SIZED.get(draft.effect, WAR_SIZE):
        return "running_total"
    told = _lowered(words, first, last)
    one = setting.ongoing and (_ONE_FIGHT.search(told) or _ONE_DAY.search(told))
    if one or _beside_incident(words, draft, first, last):
        return "incident"
    if _is_by_the_way(words, draft, first):
        return "incident"
    beside = _at_a_time(words, draft, last) or _at_a_time_with_others(words, draft, drafts, last)
    total = setting.ongoing and not _of_one_act(words, draft, drafts) and not beside
    return "running_total" if total else "incident"


def _is_by_the_way(words: Words, draft: Draft, first: int) -> bool:
    """ "planes bombed the bridge, killing four": of one act; not "fighting broke out, killing dozens"."""
    told = words.lower(draft.main) in _BY_THE_WAY and words.lower(draft.main - 1) == ","
    return told and not any(words.lower(k) in _WAR for k in range(first, draft.main))


def _of_a_past_war(words: Words, draft: Draft) -> bool:
    """ "fighting in 2016 left 300 people dead": so many, in a sentence on a war, are no one attack's."""
    first, last = words.sentence(draft.main)
    return (draft.group.low or 0) >= _PAST_WAR and any(words.lower(k) in _WAR for k in range(first, last))


def _counts_up(words: Words, draft: Draft, first: int, last: int) -> bool:
    """True where the words of the sentence from token `first` to `last` tell a total of a war or of a span of time."""
    sentence = _lowered(words, first, last)
    harm = words.tokens[draft.main].start - words.tokens[first].start
    told = _ASIDE.sub(lambda m: m[0] if m.start() <= harm < m.end() else "", sentence)
    told = _AS_IT_GOES_ON.sub(lambda m: m[0] if m.start() <= harm else "", told)
    if _tells_total(told):
        return "since" in told or not _ONE_DAY.search(told)
    many = (draft.group.low or 0) >= _YEARLY and draft.group.how == "number"
    return many and "last year" in _NO_SPAN.sub("", told) and not _beside_incident(words, draft, first, last)


@lru_cache(maxsize=16)
def _tells_total(told: str) -> bool:
    """True where words tell a total; kept for the next figures of the sentence."""
    return _TOTAL.search(_NO_SPAN.sub("", told)) is not None


def _beside_incident(words: Words, draft: Draft, first: int, last: int) -> bool:
    """True where a word for one attack stands near the figure, in the sentence from token `first` to `last`."""
    near = range(max(first, draft.first - _AROUND), min(last, draft.last + _AROUND))
    return any(words.lower(k) in _INCIDENT for k in near)


def _of_one_act(words: Words, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Single victims, captives and recovered bodies are told of one action, whatever goes on."""
    if draft.effect == "captured":
        first, last = words.sentence(draft.main)
        beside = (d for d in drafts if first <= d.main < last and d.effect != "captured" and d.group.how == "number")
        return all(_is_single_act(words, other) for other in beside)
    return _is_single_act(words, draft)


def _is_single_act(words: Words, draft: Draft) -> bool:
    group = draft.group
    single = group.how in ("article", "name") or (group.how != "none" and group.high == 1)
    return single or (
        group.harm_head and group.head is not None and words.lower(group.head) in ("bodies", "corpses", "cadavers")
    )


def _at_a_time(words: Words, draft: Draft, last: int) -> bool:
    """ "killed on Thursday", "died in clashes on May 3", "were killed when shells hit the village": one event's."""
    for k in range(draft.last, min(last, draft.last + _AROUND)):
        lower = words.lower(k)
        if lower in _DAYS or lower in ("when", "there") or (lower == "on" and _is_date(words, k + 1)):
            return True
        if lower in lexicon.PLAIN_SAYING or lower in ("said", ",", ";", "and", "after", "while"):
            return False
    return False


def _at_a_time_with_others(words: Words, draft: Draft, drafts: Sequence[Draft], last: int) -> bool:
    """ "five were killed and 28 injured when rockets hit the street": at the time of those told beside them."""
    k = draft.last
    beside = [d for d in drafts if words.lower(k) == "and" and d.group.first == k + 1 and d.effect != draft.effect]
    return any(_at_a_time(words, other, last) for other in beside)


def _is_date(words: Words, k: int) -> bool:
    day, month = (k, k + 1) if words.lower(k).isdigit() else (k + 1, k)
    return words.lower(month) in lexicon.DAYS_AND_MONTHS and words.lower(day).isdigit()


def _after_increment(words: Words, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """ "another 9 were killed, bringing the number of dead to 40": what an addition brings a count to."""
    first = words.sentence(draft.main)[0]
    before = [d for d in drafts if d.group.added and first <= d.group.first < draft.group.first]
    added = [d for d in before if d.effect == draft.effect]
    if not added or draft.group.added or (draft.group.low or 0) <= (added[-1].group.low or 0):
        return False
    between = {words.lower(k) for k in range(added[-1].last, draft.group.first)}
    return bool(between & _BRINGING)


def _lowered(words: Words, first: int, last: int) -> str:
    return words.text[words.tokens[first].start : words.tokens[last - 1].end].lower()


def _follows_another(draft: Draft, drafts: Sequence[Draft], first: int) -> bool:
    """ "killed 19 and injured another eight": others, not an addition to an earlier count."""
    return any(first <= other.group.first < draft.group.first and other is not draft for other in drafts)


def _adds(words: Words, draft: Draft, drafts: Sequence[Draft], first: int) -> bool:
    """True where a figure adds to a count; not "killed six. Another 35 were injured", which counts others."""
    if _follows_another(draft, drafts, first):
        return False
    before = [d for d in drafts if d.group.first < first and d.whole is None]
    beside = bool(before) and before[-1].main >= words.sentence(first - 1)[0]
    return not beside or draft.effect not in ("injured", "hospitalised") or before[-1].effect == draft.effect


def backgrounds(words: Words, drafts: Sequence[Draft], setting: Setting) -> tuple[bool, ...]:
    """For each figure, whether it is told as background; one that goes on about such a figure is one as well."""
    told: list[bool] = []
    for n, draft in enumerate(drafts):
        own = _is_background(words, draft, setting)
        told.append(own or (n > 0 and told[-1] and _is_continued(words, draft, drafts[n - 1])))
    if all(told) and not any(_is_long_past(words, draft, setting) for draft in drafts):
        return (False,) * len(told)  # what a report is about is not its background, be it some weeks old
    return tuple(told)


def _is_long_past(words: Words, draft: Draft, setting: Setting) -> bool:
    """True where the sentence tells of an earlier year."""
    sentence = without_beginnings(_lowered(words, *words.sentence(draft.main)))
    return setting.dating.is_earlier_year(sentence) or _YEARS_AGO.search(sentence) is not None


def _is_background(words: Words, draft: Draft, setting: Setting) -> bool:
    """True where the words date the harm well before the report."""
    first, last = words.sentence(draft.main)
    before_harm = _lowered(words, first, draft.main) if draft.main > first else ""
    if _AFTER_IT.search(before_harm + " "):
        return True
    sentence = _SAID_THEN.sub(" ", without_beginnings(_lowered(words, first, last), len(before_harm)))
    dated = setting.dating.is_past(sentence)
    if first < _lead_end(words):  # what a report opens with is its news, unless it is years old
        return _is_long_past(words, draft, setting)
    if dated or _EARLIER.search(_EARLIER_TODAY.sub("", sentence)):
        return True
    return dated is None and first > 0 and not _FRESH.search(sentence) and _context_is_past(words, first, setting)


def _lead_end(words: Words) -> int:
    """Token index at which the opening sentences end."""
    return words.sentences[min(_LEAD_SENTENCES, len(words.sentences)) - 1][1]


def _context_is_past(words: Words, first: int, setting: Setting) -> bool:
    """True where the sentence before, in the same paragraph, is dated before the news."""
    before, end = words.sentence(first - 1)
    if "\n" in words.text[words.tokens[end - 1].end : words.tokens[first].start]:
        return False
    told = _RELATIVE.sub(",", _lowered(words, before, end))
    return bool(setting.dating.is_past(without_beginnings(told)))


def _is_continued(words: Words, draft: Draft, earlier: Draft) -> bool:
    """True where a figure goes on about an earlier one: in one sentence, or close by with words that point back."""
    first, last = words.sentence(draft.main)
    near = words.tokens[draft.first].start - words.tokens[earlier.last - 1].end < _NEAR_CHARACTERS
    return near and (first <= earlier.first or _POINTS_BACK.search(_lowered(words, first, last)) is not None)
