"""Who did it where the report has no name for them: "gunmen", "two suicide bombers".

Such words tell of no side; they are read last, and kept as the report prints them.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.claims.casualty import BOTH
from sayso.expression import Seldom
from sayso.link.claim_context import ClaimContext
from sayso.link.perpetrators import acts
from sayso.link.readings import Reading

_CUES = "gunm|bomber|bandits|pirates|militants|insurgents|jihadists|assailants|armed men"
_WHO = r"(?P<who>gunm[ae]n|suicide bombers?|bandits|pirates|militants|insurgents|jihadists|assailants|armed men)\b"
#: Between what opens a clause or "by" and such a noun stands no name, which would tell whose they are.
_ANY = (
    r"(?:(?:the|an?|some|several|groups? of|two|three|four|five|six|\d+|suspected|unidentified|unknown|armed|masked"
    r"|heavily|female|male)\s+)*"
)
_SUBJECT = Seldom(
    _CUES, rf"(?:^|[,;:“\"–-]\s*|\b(?:when|after|as|that|while|where|and|says?|said|in which)\s+){_ANY}{_WHO}"
)
_BY = Seldom(_CUES, rf"\bby\s+{_ANY}{_WHO}")


def perpetrator_without_name(reading: Reading, readings: Sequence[Reading]) -> str | None:
    """The noun for those who harmed, from the claim's own sentence, else from another's near it on the same harm."""
    if _done_by_somebody(reading) or reading.context.rebel_noun or reading.context.claim.value.effect == "displaced":
        return None
    same = (r for r in readings if _of_one_harm(r, reading) and not _done_by_somebody(r))
    told = (_told(r.context) for r in (reading, *same))
    return next((who for who in told if who is not None), None)


def _done_by_somebody(reading: Reading) -> bool:
    return reading.perpetrator is not None or reading.side.side == BOTH


def _of_one_harm(one: Reading, other: Reading) -> bool:
    gap = abs(one.context.sentence_number - other.context.sentence_number)
    alike = one.side.side == other.side.side and one.context.claim.background == other.context.claim.background
    return one.event == other.event and alike and gap <= _NEAR


#: So many sentences lie at most between two accounts of one harm.
_NEAR = 2


def _told(context: ClaimContext) -> str | None:
    """ "Gunmen opened fire, killing nine", "nine were shot by unknown gunmen"."""
    start, end = context.account
    words = context.scene.lowered[start:end]
    behind = context.phrase[1] - start
    found = [
        *(m for m in _SUBJECT.finditer(words) if acts(context.text, start + m.end())),
        *(m for m in _BY.finditer(words) if m.start() >= behind),
    ]
    return found[0]["who"] if found else None
