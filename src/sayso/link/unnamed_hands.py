"""Who did it where nobody knows them by name: gunmen, bandits, pirates, armed men, unidentified attackers."""

from __future__ import annotations

import re

from sayso.claims.casualty import BOTH
from sayso.expression import Seldom
from sayso.link.claim_context import HARM, ClaimContext

#: What people are called whom nobody knows, and what they are called with a word that says that nobody does.
_HANDS = (
    r"(?:(?P<hand>gunm[ae]n|armed (?:men|robbers)|bandits|pirates|robbers|kidnappers)"
    r"|(?:unidentified|unknown|unnamed|suspected)\s+(?:armed\s+)?(?P<unknown>militants|assailants|attackers|insurgents"
    r"|extremists|terrorists|jihadists))\b"
    r"(?!['’-]|\s+(?:of|from|loyal|belonging|linked|believed|suspected|thought|allied)\b)"
)
_CUES = "gunm|armed |bandits|pirates|robbers|kidnappers|unidentified|unknown|unnamed|suspected"
_COUNT = (
    r"(?:(?:the|an?|some|several|two|three|four|five|about|around|dozens|of|\d+|masked|heavily|armed|unidentified"
    r"|unknown)\s+)*"
)
_MEANTIME = (
    r"\s+(?:(?:on|in)\s+\w+(?:\s+(?:and\s+)?\w+)?\s+|(?:have|has|had|also|later|then|reportedly|allegedly|again)\s+)*"
)
#: "Gunmen attacked a post, killing | five |": the subject of the sentence or clause that the verb of harm ends.
_ACTING = Seldom(
    _CUES,
    rf"(?:^\W*|[,:–—-]\s+|\b(?:that|when|after|as|where|and)\s+){_COUNT}{_HANDS}{_MEANTIME}"
    r"(?!(?:was|were|is|are|be|said|say|told|died|fled)\b)\w+(?:(?!\b(?:but|while|before|until|said|when|who|whose)\b)[^.;:])*$"
    # "In the town of Holt gunmen | shot |"
    rf"|(?:^|\s){_COUNT}{_HANDS.replace('<hand>', '<nearest>').replace('<unknown>', '<near>')}{_MEANTIME}$",
    re.IGNORECASE,
)
_VERB = Seldom(
    "kill|wound|injur|captur|murder|shot|execut|massacr|behead|abduct|kidnapp|gunn|leaving|left|seiz|took|taking",
    rf"(?:\b(?:{HARM})|\b(?:seiz(?:ed|ing)|t(?:ook|aking)|shot))(?:\s+(?:and|or)\s+\w+(?:ed|ing))?"
    r"(?:\s+(?:at least|at most|more than|over|about|around|some|nearly|almost|up to|as many as|only|an?|the|another))*"
    r"\s*$",
    re.IGNORECASE,
)
_PASSIVE = Seldom(
    "was|were|been|being", r"\b(?:was|were|been|being)\s+(?:\w+ly\s+)?(?:\w+(?:ed|shot)\s+)?$", re.IGNORECASE
)
#: "were killed | when gunmen attacked their post", "were kidnapped | by armed men".
_BEHIND = Seldom(
    _CUES,
    rf"(?:(?!\b(?:said|but|while)\b)[^.;:])*?\b(?:by\s+{_COUNT}{_HANDS}"
    rf"|(?:when|after|as)\s+{_COUNT}(?P<armed>gunm[ae]n|armed\s+men|bandits|pirates)"
    r"\s+(?:attack|open|ambush|fir|storm|raid|shot|assault|burst|stage|launch)\w*)",
    re.IGNORECASE,
)


def unnamed_hand(context: ClaimContext, side: str) -> str | None:
    """What the claim's own sentence calls those who harmed, where it has no name for them."""
    if side == BOTH or context.rebel_noun or context.claim.value.high == 0:
        return None
    found = _acting(context) or _BEHIND.match(context.text, context.phrase[1], context.account[1])
    words = next((told for told in found.groupdict().values() if told), None) if found else None
    return " ".join(words.lower().split()) if words else None


def _acting(context: ClaimContext) -> re.Match[str] | None:
    verb = _VERB.search(context.before)
    if verb is None or _PASSIVE.search(context.before[: verb.start()]):
        return None
    return _ACTING.search(context.before[: verb.start()])
