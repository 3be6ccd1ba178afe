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

_CLAIM = re.compile(
    r"(?:the\s|an?\s)?(?P<source>[^,.;:“”\"\n]{2,70}?)(?:['’]s?)?\s(?P<cue>(?:(?:earlier|recent|latest|new)\s)?"
    r"(?:claims?|allegations?|reports?|statements?|accusations?|assertions?|announcements?))\s(?P<content>(?:that"
    r"|of|about)\s.+)",
    re.DOTALL,
)
_HARM = re.compile(
    r"\b(?:kill|dead|death|die[ds]?|dying|wound|injur|casualt|losse?s|captur|hostage|missing|shot down|destroy"
    r"|hit\b|displac)",
    re.IGNORECASE,
)
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
    if len(draft.content) != 1 or not draft.cue or not draft.source:
        return None
    cue = " ".join(frame.text[s:e] for s, e in draft.cue)
    start, end = draft.content[0]
    found = _CLAIM.match(frame.text, start, end) if stance_of(cue) in ("denies", "doubts") else None
    if found is None or _OWN.match(found["source"]) or not _HARM.search(found["content"]):
        return None
    return Draft(
        source=(trimmed(frame.text, found.span("source")),),
        cue=(found.span("cue"),),
        content=(trimmed(frame.text, found.span("content")),),
        confidence=draft.confidence,
    )
