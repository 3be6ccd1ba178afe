"""Who is cited between a subject and its verb: "The channel, quoting a doctor, put the dead at nine".

The encoder takes the aside for the saying, and leaves what is said to nobody or to the aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.expression import Expression
from sayso.extract.frame import Draft, Frame, overlap, trimmed

_CITING = Expression(r"(?:quoting|citing)", re.IGNORECASE)
#: From the end of the subject: the aside, then the verb and what it governs.
_ASIDE = Expression(
    r",\s(?:quoting|citing)\s[^,.;:“”\"\n]{3,90},\s"
    r"(?P<cue>said|says|reported|put|gave|spoke of|counted|announced|claimed)\s(?P<content>[^.;\n]{6,260})"
)
#: The subject opens its sentence.
_SUBJECT = Expression(r"\W*(?P<source>(?:[Tt]he\s)?[^\W\d_][^,.;:“”\"\n]{2,60})$")


def mend_cited_asides(frame: Frame, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; where one has only such an aside for its cue, that of the sentence's own verb in its place."""
    whole = [draft for aside in drafts for draft in _own_saying(frame, aside)]
    if not whole:
        return list(drafts)
    taken = [span for draft in whole for span in draft.spans()]
    return [*(draft for draft in drafts if not any(overlap(o, t) for o in draft.spans() for t in taken)), *whole]


def _own_saying(frame: Frame, draft: Draft) -> Iterator[Draft]:
    if not any(_CITING.fullmatch(frame.text, *cue) for cue in draft.cue):
        return
    start, end = frame.sentence(draft.cue[0][0])
    aside = _ASIDE.match(frame.text, draft.cue[0][0] - len(", "), end)
    subject = _SUBJECT.match(frame.text[start : aside.start()]) if aside is not None else None
    if aside is not None and subject is not None:
        source = start + subject.start("source"), start + subject.end("source")
        content = trimmed(frame.text, aside.span("content"))
        yield Draft(source=(source,), cue=(aside.span("cue"),), content=(content,), confidence=draft.confidence)


__all__ = ["mend_cited_asides"]
