"""Two speakers in one sentence: "the rebels said two were killed, while the army said that six died" stays two.

Where the encoder misses the second cue, its words go to the first speaker, and with them the second one's figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.expression import Expression
from sayso.extract.frame import Draft, Frame, Span, matched, overlap, pieces

_VERB = (
    r"(?:said|says?|claimed|claims|reported|reports|denied|denies|insisted|insists|maintained|maintains|stated|states"
    r"|announced|estimated|puts?)"
)
#: A speaker named in full, up to seven words: what a pronoun reports may be told by the first speaker.
_NAMED = r"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|local|other)\s|(?=[A-Z])|(?=[a-z]+s\s))(?:[\w’'.-]+\s){0,6}?[\w’'.-]+"
_SECOND = Expression(
    rf"(?:,\s(?:while|whereas|but|and|although|though)|;|\s(?:while|whereas|but|and))\s(?P<source>{_NAMED})\s"
    rf"(?P<cue>{_VERB})\s(?P<content>(?:on\s\w+day\s)?(?:that\s)?\S.+)",
    re.DOTALL,
)
#: In what would be a speaker's name these tell that it is a clause, or no speaker.
_NO_NAME = Expression(
    r"\b(?:who|which|that|he|she|they|it|we|I|you|there|is|are|was|were|be|been|has|have|had|did|does|do|will|would"
    r"|could|can|may|might|not|if|when|while|as|to|because|later|also|then)\b"
)
#: "... and two people reported hurt": a participle, not a verb.
_CLAUSE = Expression(
    r"(?:on\s\w+day\s)?(?:that\s|the\s|its?\s|their\s|his\s|her\s|an?\s|they\s|he\s|she\s|it\s|there\s|no\s|only\s|all\s"
    r"|most\s|(?:more|less|fewer)\sthan\s|more\s|at\s(?:least|most)\s"
    r"|over\s|about\s|some\s|nearly\s|around\s|up\sto\s|[A-Z0-9]"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)"
)


def part_speakers(frame: Frame, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts, with a second speaker in the content of an attribution as an attribution of its own."""
    for number, draft in enumerate(drafts):
        second = _second(frame, draft)
        if second is None or any(
            overlap(second.hull(), span) for other, d in enumerate(drafts) if other != number for span in d.cue
        ):
            yield draft
        else:
            stop = second.source[0][0]
            kept = (_until(frame, span, stop) for span in draft.content if span[0] < stop)
            yield replace(draft, content=pieces(frame.text, kept))
            yield second


def _second(frame: Frame, draft: Draft) -> Draft | None:
    """Who else speaks in what the draft's speaker is said to say, in the same sentence, outside quotation marks."""
    behind = [span for span in draft.content if draft.cue and span[0] >= draft.cue[-1][1]]
    if not draft.source or not behind:
        return None
    start, end = draft.cue[-1][1], min(behind[-1][1], frame.sentence(behind[0][0])[1])
    for found in _SECOND.finditer(frame.text, start, end):
        named = not _NO_NAME.search(found["source"]) and _CLAUSE.match(found["content"])
        if named and not any(q.start <= found.start("source") < q.end for q in frame.quotes):
            return matched(frame.text, found, draft.confidence)
    return None


#: Left at the end of what the first one said.
_LINK = Expression(r"[\s,;]*(?:\b(?:while|whereas|but|and|although|though))?[\s,;]*$")


def _until(frame: Frame, span: Span, stop: int) -> Span:
    """The span as far as the word that leads over to the second speaker."""
    end = min(span[1], stop)
    kept = _LINK.sub("", frame.text[span[0] : end])
    return span[0], span[0] + len(kept)
