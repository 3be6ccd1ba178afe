"""Harm that a source tells to have done itself: "it had killed", "its fighters killed"."""

from __future__ import annotations

import re

from sayso.expression import Expression
from sayso.link.claim_context import ClaimContext


def tells_own_deed(context: ClaimContext, start: int, verb: int) -> bool:
    """True where the words from `start` to a verb of harm make the source or its men the subject."""
    text = context.text
    return bool(
        _ITSELF.search(text, max(start, verb - _SUBJECT_NEAR), verb)
        or _CLAIMS.search(text, max(context.sentence[0], verb - _CLAIM_NEAR), verb)
        or _OWN_MEN_DID.fullmatch(text, start, verb)
    )


_SUBJECT_NEAR, _CLAIM_NEAR = 60, 20
#: "X claims | killing 15 men".
_CLAIMS = Expression(r"\bclaim(?:s|ed|ing)?\s+$", re.IGNORECASE)
#: The source tells what it did itself: "it had killed", "its fighters killed", "claimed to have killed".
_ITSELF = Expression(
    r"\b(?:it|they|we|its|our|their)(?:\s+(?!was|were|by)[\w-]+){0,3}\s+$|\b(?:to\s+have|of\s+having)\s+(?:\w+\s+)?$"
    r"|\b(?:his|her)\s+(?:own\s+)?(?:men|fighters|forces|troops|soldiers|group|units?|army|movement)"
    r"(?:\s+(?!was|were|by)[\w-]+){0,2}\s+$",
    re.IGNORECASE,
)


#: "said | its aircraft carried out five strikes near Holt, | killing": the source's own men did what the clause tells.
_OWN_MEN_DID = Expression(
    r"\W*(?:that\s+)?(?:its|our|their)\s+(?:own\s+)?(?:\w+\s+)?(?:forces|troops|soldiers|army|military|fighters"
    r"|militants|rebels|navy|air force|police|units?|commandos|men|warplanes|aircraft|jets|drones|artillery|missiles"
    r"|helicopters)\s+"
    r"(?:(?:had|have|has|also|later)\s+)*(?:carried out|conducted|launched|mounted|staged|fired|struck|hit"
    r"|attacked|bombed|shelled|targeted|raided|ambushed|repelled|repulsed|stormed|opened fire)\b"
    r"(?!.*\b(?:which|who|when|but|while|after)\b)[^.;]{0,120}",
    re.IGNORECASE,
)
