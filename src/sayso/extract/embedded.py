"""Claims that stand inside a denial: "A denied B's claim that ten were killed" tells B's figure, not A's.

PolNeAR gives such words to the outer attribution. Where a harm hangs on them it must be known who vouches for it, so
they become an attribution of their own and the denial keeps only source and cue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.extract.cues import stance_of
from sayso.extract.frame import Draft, Frame, trimmed

_NOUN = r"(?:claims?|allegations?|reports?|statements?|accusations?|assertions?|announcements?)"
_ADJECTIVES = r"(?:(?:earlier|recent|latest|new|false|repeated)\s)?"
#: "the rebels' claim that ...", "the army claim of ...".
_OWNED = re.compile(
    rf"(?:^|(?<=\s))(?:the\s|an?\s)?(?P<source>[^,.;:“”\"\n]{{2,70}}?)(?:['’]s?)?\s(?P<cue>{_ADJECTIVES}{_NOUN})\s"
    r"(?P<content>(?:that|of|about)\s.+)",
    re.DOTALL,
)
#: "the claim of the rebels that ...", "a report by a channel that ...".
_OF = re.compile(
    rf"(?:^|(?<=\s))(?:the\s|an?\s|any\s)?(?P<cue>{_ADJECTIVES}{_NOUN})\s(?:by|of|from)\s(?:the\s|an?\s)?"
    r"(?P<source>[^,.;:“”\"\n]{2,60}?)\s(?P<content>(?:that\s|\d).+)",
    re.DOTALL,
)
_HARM = re.compile(
    r"\b(?:kill|dead|death|die[ds]?|dying|wound|injur|casualt|losse?s|captur|hostage|missing|shot down|destroy|hit\b|displac)",
    re.IGNORECASE,
)
_UNTRUE = re.compile(r"\b(?:fictitious|false|baseless|untrue|lies?|groundless|unfounded|fabricat\w+|nonsense|propaganda)\b", re.IGNORECASE)
_OWN = re.compile(
    r"^(?:its|his|her|their|the|any|all|such|those|these|earlier|media|press|news"
    r"|previous)$",
    re.IGNORECASE,
)


def split_embedded(frame: Frame, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts, with a harm that another party claims inside a denial as that party's attribution."""
    for draft in drafts:
        inner = _inner(frame, draft)
        if inner is None:
            yield draft
        else:
            yield replace(draft, content=())
            yield inner


def _inner(frame: Frame, draft: Draft) -> Draft | None:
    if not draft.content or not draft.cue or not draft.source:
        return None
    start, end = draft.content[0][0], draft.content[-1][1]
    if not _rejects(frame, draft) or end - start > _LONGEST:
        return None
    found = _OWNED.search(frame.text, start, end) or _OF.search(frame.text, start, end)
    if found is None or _OWN.match(found["source"]) or not _HARM.search(found["content"]):
        return None
    return Draft(
        source=(trimmed(frame.text, found.span("source")),),
        cue=(found.span("cue"),),
        content=(trimmed(frame.text, found.span("content")),),
        confidence=draft.confidence,
    )


#: Content longer than this, in characters, is no object of a denial.
_LONGEST = 400


def _rejects(frame: Frame, draft: Draft) -> bool:
    """True for a denial, doubt or refusal to confirm, and for calling something untrue."""
    cue = " ".join(frame.text[s:e] for s, e in draft.cue)
    if stance_of(cue, frame.text[draft.cue[-1][1] : draft.cue[-1][1] + 40]) in ("denies", "doubts", "declines"):
        return True
    return bool(_UNTRUE.search(frame.text, draft.cue[0][0], draft.content[0][0] + 60)) and "call" in cue
