"""Claims that stand inside a denial: "A denied B's claim that ten were killed" tells B's figure, not A's.

PolNeAR gives such words to the outer attribution. Where a harm hangs on them it must be known who vouches for it, so
they become an attribution of their own and the denial keeps only source and cue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.expression import Expression, Seldom
from sayso.extract.cues import stance_of
from sayso.extract.frame import Draft, Frame, Span, matched, pieces, trimmed

_NOUN = r"(?:claims?|allegations?|reports?|statements?|accusations?|assertions?|announcements?|messages?)"
#: A quick look before the two patterns below.
_CLAIM = Expression(_NOUN)
_ADJECTIVES = r"(?:(?:earlier|recent|latest|new|false|repeated)\s)?"
#: "the rebels' claim that ...", "the army claim of ...".
_OWNED = Expression(
    rf"(?:^|(?<=\s))(?:the\s|an?\s)?(?P<source>[^,.;:“”\"\n]{{2,70}}?)(?:['’]s?)?\s(?P<cue>{_ADJECTIVES}{_NOUN})\s"
    r"(?P<content>(?:that|of|about)\s.+)",
    re.DOTALL,
)
#: "the claim of the rebels that ...", "a report by a channel that ...".
_OF = Expression(
    rf"(?:^|(?<=\s))(?:the\s|an?\s|any\s)?(?P<cue>{_ADJECTIVES}{_NOUN})\s(?:by|of|from)\s(?:the\s|an?\s)?"
    r"(?P<source>[^,.;:“”\"\n]{2,60}?)\s(?P<content>(?:that\s|about\s|\d).+)",
    re.DOTALL,
)
#: "a report on Northern channels that ...", "claims in the rebel media that ...".
_IN_MEDIA = Expression(
    rf"(?:^|(?<=\s))(?:the\s|an?\s|any\s)?(?P<cue>{_ADJECTIVES}{_NOUN})\s(?:on|in)\s(?:the\s)?"
    r"(?P<source>[^,.;:“”\"\n]{0,40}?\b(?:channels?|media|press|newspapers?|websites?|networks|outlets|broadcasts))\s"
    r"(?P<content>that\s.+)",
    re.DOTALL,
)
_HARM = Expression(
    r"\b(?:kill|dead|death|die[ds]?|dying|wound|injur|casualt|lost|losse?s|captur|hostage|missing|shot down|destroy"
    r"|hit\b|displac)",
    re.IGNORECASE,
)
_UNTRUE = Expression(
    r"\b(?:fictitious|false|baseless|untrue|lies?|groundless|unfounded|fabricat\w+|nonsense|propaganda)\b",
    re.IGNORECASE,
)
_OWN = Expression(
    r"^(?:its|his|her|their|the|any|all|such|those|these|earlier|media|press|news"
    r"|previous)$",
    re.IGNORECASE,
)


def split_embedded(frame: Frame, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts, with a harm that another party claims inside a denial as that party's attribution."""
    for draft in (part for one in drafts for part in _told_of_speaker(frame, one)):
        if (inner := _inner(frame, draft)) is not None:
            yield _before(frame, draft, inner.source[0][0])
            yield inner
        elif (told := _relative(frame, draft) or _declared(frame, draft)) is not None:
            first, last = min(told.source[0][0], told.cue[0][0]), told.content[0][1]
            rest = ((draft.content[0][0], first), (last, draft.content[0][1]))
            yield replace(draft, content=tuple(t for r in rest if (t := trimmed(frame.text, r))[1] > t[0] + 1))
            yield told
        else:
            yield draft


#: "..., said Ada Roe, who said she had lost her sons": what a clause about the speaker tells by the way.
_WHO_SAID = Expression(
    r",?\s(?:and\s)?who\s(?:also\s)?(?P<cue>said|says|added|claimed|reported)\s(?P<content>[^“”\"]{6,})"
)


def _told_of_speaker(frame: Frame, draft: Draft) -> Iterator[Draft]:
    """The draft, and before it what its source's relative clause tells of a harm, said by the same source."""
    for start, end in draft.source:
        found = _WHO_SAID.search(frame.text, start, end)
        if found is not None and found.start() > start and _HARM.search(found["content"]):
            speaker = tuple((s, min(e, found.start())) for s, e in draft.source if s < found.start())
            draft = replace(draft, source=speaker)
            yield replace(draft, cue=(found.span("cue"),), content=(trimmed(frame.text, found.span("content")),))
    yield draft


def _before(frame: Frame, draft: Draft, stop: int) -> Draft:
    """The denial without the words of the claim that it denies."""
    return replace(draft, cue=pieces(frame.text, ((s, min(e, stop)) for s, e in draft.cue)), content=())


def _inner(frame: Frame, draft: Draft) -> Draft | None:
    if not draft.content or not draft.cue or not draft.source:
        return None
    # "denies" may have taken the first word of the claimant with it
    start = draft.cue[-1][0] + len(frame.text[draft.cue[-1][0] : draft.cue[-1][1]].split()[0])
    end = draft.content[-1][1]
    if draft.content[0][0] < start or end - start > _LONGEST or not _CLAIM.search(frame.text, start, end):
        return None
    if _CUT_SHORT.search(frame.text, start, end):
        stop = frame.sentence(end - 1)[1]
        clause_end = _NEXT_CLAUSE.search(frame.text, end, stop)
        end = clause_end.start() if clause_end else stop
    for pattern in (_OWNED, _OF, _IN_MEDIA):
        for found in pattern.finditer(frame.text, start, end):
            if _names_claimant(found) and _rejects(frame, (draft.cue[0][0], found.start("cue"))):
                return matched(frame.text, found, draft.confidence)
    return None


#: "a claim by Norland|'s army that ...": the encoder stopped inside the claimant.
_CUT_SHORT = Expression(rf"\b{_NOUN}\s(?:by|of|from)\s[^,.;:“”\"\n]{{2,40}}$")
_NEXT_CLAUSE = Expression(r",\s(?:and|but|while|saying)\b|[;\n]")


def _names_claimant(found: re.Match[str]) -> bool:
    words = found["source"].split()
    return not _OWN.match(words[-1]) and not _VERB.search(found["source"]) and bool(_HARM.search(found["content"]))


_VERB = Expression(r"\b(?:could|can|did|does|not|denied|confirm|confirmed|deny|denies|a|any|in|of|that)\b")
#: Content longer than this, in characters, is no object of a denial.
_LONGEST = 420


def _rejects(frame: Frame, span: Span) -> bool:
    """True for a denial, doubt or refusal to confirm, and for calling something untrue."""
    words = frame.text[span[0] : span[1]]
    if stance_of(words) in ("denies", "doubts", "declines"):
        return True
    return "call" in words and bool(_UNTRUE.search(words))


#: "The messages of a channel about eight killed men are disinformation."
_DECLARED = Seldom(
    "accusation|allegation|announcement|assertion|claim|information|message|news|post|report|rumor|rumour|statement",
    rf"\b(?P<cue>{_NOUN}|rumou?rs?|information|news|posts?)\s(?:by|of|from|on)\s(?:the\s|an?\s)?"
    r"(?P<source>[^,.;:“”\"\n]{2,60}?)\s(?P<content>(?:that|about|of)\s[^.;:“”\"\n]{4,120}?)"
    r"\s(?:is|are|was|were)\s(?:\w+\s){0,2}?(?:disinformation|false|untrue|fake|lies?|fabricat\w+|baseless|nonsense"
    r"|propaganda|fiction)\b",
    re.IGNORECASE,
)


def _declared(frame: Frame, draft: Draft) -> Draft | None:
    """A harm that others tell and the content of somebody's words calls untrue."""
    if len(draft.content) != 1:
        return None
    found = _DECLARED.search(frame.text, *draft.content[0])
    return matched(frame.text, found, draft.confidence) if found and _HARM.search(found["content"]) else None


_TOLD = Expression(
    r"\b(?:that|which)\s(?P<source>(?:the\s)?[^\s,.;][^,.;:“”\"\n]{2,50}?)\s(?P<cue>said|says|claimed|claims|reported)\s"
    r"(?P<content>(?:had\s|has\s)?(?:killed|wounded|injured|left|claimed)\s.{4,160})",
    re.DOTALL,
)


def _relative(frame: Frame, draft: Draft) -> Draft | None:
    """ "an attack that the mayor said killed ten", in the content of somebody else."""
    if len(draft.content) != 1:
        return None
    found = _TOLD.search(frame.text, *draft.content[0])
    if found is None or any(q.start < found.start() < q.end for q in frame.quotes):
        return None
    return matched(frame.text, found, draft.confidence)
