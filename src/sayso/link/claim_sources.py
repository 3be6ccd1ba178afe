"""Who vouches for a figure where the attribution around it is not the answer, and on which day its source spoke."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from sayso.claims import CasualtyClaim
from sayso.expression import Expression
from sayso.link.scene import Scene, Span
from sayso.link.speaker_party import as_speaker
from sayso.model import Attribution, Party

_CLAIM_NOUN = r"(?:claims?|reports?|allegations?|assertions?|accusations?|statements?|figures?|charges?)"
#: Between the owner of a claim and the claim, and before it: "X's claim that", "the claim of X".
_OWNS = Expression(rf"(?:['’]s?)?\s+(?:[\w-]+\s+)?{_CLAIM_NOUN}\b", re.IGNORECASE)
_OWNED_BY = Expression(rf"\b{_CLAIM_NOUN}\s+(?:made\s+)?(?:of|by|from)\s+(?:the\s+)?$", re.IGNORECASE)
_REPORTED_BY = Expression(
    r"\b(?:identified|reported|confirmed|announced|named|verified|counted)\b"
    r"(?:(?!\b(?:killed|shot|slain|murdered|wounded|executed|seized|captured|abducted)\b)[^.;:]){0,80}?\bby\s+(?:an?\s+|the\s+)?$",
    re.IGNORECASE,
)
#: "claimed the lives of five" says nothing about a speaker.
_CLAIMED_LIVES = Expression(r"claim(?:s|ed|ing)?\s+(?:the\s+)?(?:[\w-]+\s+){0,4}lives\b", re.IGNORECASE)
#: Who claims an attack says no figure: "claimed responsibility for a raid in which five were killed".
_CLAIMED_IT = Expression(
    r"(?:claim(?:s|ed|ing)?|t(?:akes?|ook|aking))\s+(?:responsibility|credit)\b|(?:responsibility|credit)\b",
    re.IGNORECASE,
)
_IN_WHICH = Expression(r"\b(?:in which|where|that|which)\s[^.;]{0,24}$", re.IGNORECASE)
_AS_OF = Expression(r"\bas of\s+(?:\w+\s+)?$", re.IGNORECASE)


def attribution_of(claim: CasualtyClaim, scene: Scene, attributions: Mapping[str, Attribution]) -> Attribution | None:
    """The attribution whose content holds the claim; None where its cue only tells of deaths ("claimed five lives")."""
    found = attributions.get(claim.attribution or "")
    if found is None:
        return _gone_on_from(claim, scene, attributions)
    if any(_CLAIMED_LIVES.match(scene.text, cue.start) for cue in found.cue):
        return None
    start = claim.evidence[0].start
    if found.cue and _BLAMED.fullmatch(found.cue[0].exact) and _told_aside(scene, found.cue[0].end, start):
        return None
    claimed = any(_CLAIMED_IT.match(scene.text, cue.start) and cue.start < start for cue in found.cue)
    return None if claimed and _IN_WHICH.search(scene.text, found.cue[0].end, start) else found


#: Who blames somebody for a deed vouches for what he lays to him, and not for what the report tells of the deed:
#: "blamed the guard for the raid in which ten died", "an attack that killed ten, for which he had blamed the guard".
_BLAMED = Expression(r"(?:(?:has|have|had)\s)?(?:blam|accus)(?:e[sd]?|ing)(?:\s(?:for|of))?", re.IGNORECASE)
_ASIDE = Expression(r"\b(?:that|which|where|when|as|after)\s", re.IGNORECASE)


def _told_aside(scene: Scene, verb: int, claim: int) -> bool:
    """True for a claim before the verb, or in a clause of its own behind it."""
    return claim < verb or _ASIDE.search(scene.text, verb, claim) is not None


#: "Two of the wounded are ...", "The dead were ...", "Three rebels were also killed": goes on with what was just told.
_GOES_ON = Expression(
    r"[ \t]*(?:(?:[\w-]+\sof\s)?the\s(?:dead|wounded|injured|victims|hostages|captives)\s"
    r"(?:is|are|was|were|include[ds]?)\b"
    r"|(?!elsewhere|separately|meanwhile)(?:[\w-]+\s){1,4}"
    r"(?:(?:is|are|was|were|has|have|had)\salso\b|[\w ]{0,24}\bas\swell\b)"
    r"|(?:this|that)\s(?:raise[sd]|brings|brought|takes|took)\s(?:to\s\d+\s)?the\s|there\swere\sno\s)",
    re.IGNORECASE,
)


#: "'We carried out people,' said a baker. | His brother was among the dead."
_ONES_KIN = Expression(
    r"[ \t]*(?:his|her)\s(?:own\s|elder\s|younger\s|teenage\s)?(?:husband|wife|son|daughter|brother|sister|mother"
    r"|father|nephew|niece|cousin|uncle|aunt|grand\w+|(?:brother|sister|mother|father|son|daughter)-in-law)s?\b",
    re.IGNORECASE,
)


def _tells_of_own(attribution: Attribution) -> bool:
    """True where one person without an office speaks, whose kin "his brother" in the next sentence is."""
    speaker = attribution.speaker
    if speaker is None or speaker.speaks_for is not None:
        return False
    return speaker.kind == "person" or (speaker.kind == "unnamed" and not speaker.name.endswith("s"))


#: "(said that four more had died), which brings the toll to 23", "..., the mayor said, taking the dead to 23".
_RAISES = Expression(
    r",\s(?:which\s(?:has\s|had\s)?(?:brings?|brought|raise[sd]?|takes?|took)|(?P<doing>bringing|raising|taking))"
    r"\s[^,.;]{0,60}$"
)


def _ends_at(attribution: Attribution, offset: int) -> bool:
    """True where the speaker's own words end at a comma: "Norland reports 27 deaths, raising ..." is no such thing."""
    return max((piece.end for piece in (*attribution.source, *attribution.cue)), default=-1) == offset


_WHERE = Expression(r"\bwhere\b", re.IGNORECASE)


def _gone_on_from(claim: CasualtyClaim, scene: Scene, attributions: Mapping[str, Attribution]) -> Attribution | None:
    """The statement of the sentence before, where the claim's sentence opens as its continuation."""
    start, end = scene.sentence(claim.evidence[0].start)
    if (raises := _RAISES.search(scene.text, start, claim.evidence[0].end)) is not None:
        here = (a for a in attributions.values() if a.content and not a.mental and start <= a.content[0].start < end)
        told = (a for a in here if a.content[-1].end <= claim.evidence[0].start)
        return next((a for a in told if not raises["doing"] or _ends_at(a, raises.start())), None)
    if (aside := _told_in_passing(scene.text, (start, claim.evidence[0].start), attributions)) is not None:
        return aside
    return (
        _of_sentence_before((start, end), claim, scene, attributions)
        or _amid_statements((start, end), claim, scene, attributions)
        or _of_announcement(start, scene, attributions)
        or _of_listing((start, end), scene, attributions)
    )


#: Who told of something in a report of his own, and what goes on with its list.
_OWN_REPORT = Expression(r"\b(?:report|communiqu[eé]|bulletin|statement|dispatch)\b", re.IGNORECASE)
_LISTS_ON = Expression(r"(?:(?<=[.!?])|\n)\s*(?:Similarly|In\saddition|Likewise|Furthermore|Moreover|Finally),?\s")


def _of_listing(sentence: Span, scene: Scene, attributions: Mapping[str, Attribution]) -> Attribution | None:
    """ "According to the army's report, ... Similarly, ... Finally, ...": up to its last item a list is on one word."""
    start, end = sentence
    told = [a for a in attributions.values() if a.cue and a.content]
    before = _last_told(told, start)
    if before is None or not before.source or not _OWN_REPORT.search(before.source[0].exact):
        return None
    after = min((begin for a in told if (begin := _span(a)[0]) >= start), default=len(scene.text))
    return before if after >= end and _LISTS_ON.search(scene.text, start, after) else None


_FOLLOWING = Expression(r"\bfollowing\b[^:]*:$", re.IGNORECASE)
#: A paragraph with its number, as communiques and orders have them.
_NUMBERED = Expression(r"\n\s*\d{1,2}[.)]\s")


def _of_announcement(start: int, scene: Scene, attributions: Mapping[str, Attribution]) -> Attribution | None:
    """ "The command issued the following communique: 1. ... 2. ...": whose it is up to its last numbered paragraph."""
    issued = (a for a in attributions.values() if a.cue and a.content and _FOLLOWING.search(a.cue[-1].exact))
    before = _last_told(issued, start)
    if before is None or _NUMBERED.search(scene.text, before.cue[-1].end, start + 1) is None:
        return None
    in_numbered = _NUMBERED.match(scene.text, scene.text.rfind("\n\n", 0, start + 2))
    return before if in_numbered or _NUMBERED.search(scene.text, start) else None


#: What opens on harm done elsewhere, or tells of an earlier count or of what came of somebody later.
_APART = Expression(
    r"\s*(?:(?:yet\s)?another\s(?:\w+\s)?(?:air\s?strike|strike|attack|bomb\w*|blast|explosion|clash|raid|incident)"
    r"|(?:in\sa\s)?separate(?:ly)?|elsewhere|meanwhile)\b|.*\b(?:earlier|previous(?:ly)?|last\s(?:week|month|year)|had\s(?:given|put|announced)|where)\b",
    re.IGNORECASE | re.DOTALL,
)
#: So many sentences apart a speaker's two statements still hold together.
_HELD = 6


def _amid_statements(
    sentence: Span, claim: CasualtyClaim, scene: Scene, attributions: Mapping[str, Attribution]
) -> Attribution | None:
    """ "Police said four had died. | Ten were hurt. | Police said ...": what stands amid his statements is his."""
    start, end = sentence
    if claim.background or _APART.match(scene.text, start, end):
        return None
    told = [a for a in attributions.values() if a.speaker and a.cue and a.content and not a.mental]
    if any(start <= a.cue[0].start < end for a in told):
        return None
    before = _last_told(told, start)
    ahead = [(begin, a) for a in told if (begin := _span(a)[0]) >= end]
    if before is None or not ahead:
        return None
    begin, after = min(ahead, key=lambda told_ahead: told_ahead[0])
    near = scene.sentences.number(begin) - scene.sentences.number(_span(before)[1] - 1) <= _HELD
    one = before.speaker and after.speaker and before.speaker.name == after.speaker.name
    return before if near and one else None


def _last_told(told: Iterable[Attribution], offset: int) -> Attribution | None:
    """Of the attributions that have ended by an offset the one that ends last."""
    ended = [(stop, a) for a in told if (stop := _span(a)[1]) <= offset]
    return max(ended, key=lambda end: end[0])[1] if ended else None


def _span(attribution: Attribution) -> Span:
    pieces = attribution.evidence()
    return min(piece.start for piece in pieces), max(piece.end for piece in pieces)


def _of_sentence_before(
    sentence: Span, claim: CasualtyClaim, scene: Scene, attributions: Mapping[str, Attribution]
) -> Attribution | None:
    """The statement of the sentence before, within one paragraph, where the claim's sentence goes on with it."""
    text, (start, end) = scene.text, sentence
    kin = _ONES_KIN.match(text, start, end) is not None
    if not kin and not _GOES_ON.match(text, start, end):
        return None
    opens_paragraph = text[:start].rstrip(" ") != text[:start].rstrip()
    if opens_paragraph or _WHERE.search(text, start, claim.evidence[0].start):
        return None  # "the injured were flown to a hospital, where one of them died": told by nobody
    before, _ = scene.sentence(max(0, start - 2))
    told = (a for a in attributions.values() if a.content and not a.mental and before < a.content[-1].end <= start)
    last = max(told, key=lambda a: a.content[-1].end, default=None)
    return None if kin and last is not None and not _tells_of_own(last) else last


#: "Three died, | he said |, and seven were taken to hospital": between the speaker and what he went on to say.
_AND_THAT = Expression(
    r"(?:\s(?:on\s)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today))?,\s+and\s+[^,;:]{0,80}",
    re.IGNORECASE,
)


_PRONOUN = Expression(r"he|she|it|they", re.IGNORECASE)


def _told_in_passing(text: str, before: Span, attributions: Mapping[str, Attribution]) -> Attribution | None:
    """The attribution put between two commas in the sentence before a claim that goes on with its content.

    Of a pronoun only: after "..., the police said, and" a report often goes on with something else.
    """
    start, claim = before
    speaking = (a for a in attributions.values() if a.source and _PRONOUN.fullmatch(a.source[0].exact))
    here = [a for a in speaking if a.cue and a.content and not a.mental]
    near = [a for a in here if start <= a.source[0].start and max(a.source[-1].end, a.cue[-1].end) <= claim]
    last = max(near, key=lambda a: max(a.source[-1].end, a.cue[-1].end), default=None)
    if last is None or last.content[-1].end > min(last.source[0].start, last.cue[0].start):
        return None
    end = max(last.source[-1].end, last.cue[-1].end)
    return last if _AND_THAT.fullmatch(text, end, claim) else None


def source_of(scene: Scene, attribution: Attribution | None, claim: Span) -> Party | None:
    """Who asserts the figure at `claim`: the attribution's speaker, or whoever's claim that speaker disputes."""
    if attribution is None:
        return _passive_source(scene, claim)
    if attribution.stance in ("denies", "doubts") and (owner := _disputed_owner(scene, attribution, claim)):
        return owner
    return attribution.speaker


def _disputed_owner(scene: Scene, attribution: Attribution, claim: Span) -> Party | None:
    """ "X denied the claim of Y that 13 were killed": the figure is Y's."""
    start, _ = scene.sentence(claim[0])
    for mention in scene.parties(start, claim[0]):
        own = any(piece.start <= mention.start < piece.end for piece in attribution.source)
        before = scene.text[max(start, mention.start - 40) : mention.start]
        if not own and (_OWNS.match(scene.text, mention.end, claim[0]) or _OWNED_BY.search(before)):
            return as_speaker(mention.party)
    return None


def _passive_source(scene: Scene, claim: Span) -> Party | None:
    """ "was identified as X by a police spokesman": the one who is named behind the verb."""
    start, end = scene.sentence(claim[0])
    for mention in scene.parties(claim[0], end):
        if _REPORTED_BY.search(scene.text[max(start, mention.start - 110) : mention.start]):
            return as_speaker(mention.party)
    return None


def said_on(scene: Scene, attribution: Attribution | None, claim: Span) -> date | None:
    """The day on which the source spoke: as told with its words, or "as of" a day."""
    if attribution is None or attribution.said_on is not None:
        return attribution.said_on if attribution else None
    start, end = scene.sentence(claim[0])
    for mention in scene.mentions.dates:
        if start <= mention.start < end and _AS_OF.search(scene.text, max(start, mention.start - 16), mention.start):
            return mention.last
    return None


def days_by_source(told: Iterable[tuple[Party | None, date | None]]) -> dict[str, date]:
    """The one day on which each named source is told to have spoken; sources with several days are left out."""
    days: dict[str, set[date]] = {}
    for party, day in told:
        if party is not None and day is not None:
            days.setdefault(party.name, set()).add(day)
    return {name: found.pop() for name, found in days.items() if len(found) == 1}
