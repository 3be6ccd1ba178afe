"""When the name of a capital stands for the government that sits there."""

from __future__ import annotations

import re

from sayso.expression import Expression


def stands_for_government(text: str, start: int, end: int) -> bool:
    """True where the capital named between two offsets says or does something, and is no place where it is done."""
    before = text[max(0, start - _NEAR) : start]
    acts = _ACTS.match(text, end) is not None and _AT.search(before) is None
    vouches = _ACCORDING_TO.search(before) is not None and not text[end : end + 2].strip()[:1].isalnum()
    return acts or vouches or _DEALT_WITH.search(before) is not None


#: Characters before a capital that tell what it is there for.
_NEAR = 24
#: What follows a capital that says or does something.
_ACTS = Expression(
    r"(?:,\s+(?:on the other hand|in turn|however|meanwhile|for its part))?,?\s+[\"\u201c]?"
    r"(?:(?:also|perhaps|has|had|have|is|was|again|itself|then|later|earlier|usually|often)\s+){0,2}"
    r"(?:said|says|tells?|told|accus\w+|den(?:ied|ies)|claim\w*|admit\w*|reject\w*|dismiss\w*|announc\w+|declar\w+"
    r"|insist\w*|blam\w+|refus\w+|report(?:s|ed)|resum\w+|warn\w*|launch\w*|confirm\w*|condemn\w*|respond\w*"
    r"|call(?:s|ed)|back(?:s|ed)|support\w*|agree\w*|demand\w*|consider\w*|want\w*|tries|tried|vow\w*|threaten\w*|order\w*"
    r"|acknowledg\w*|maintain\w*|urg\w+|had|has|seeks|would|will|did|does|sent|allege\w*|argue\w*|describe\w*|expressed"
    r"|puts?|g(?:ave|ives)|counts|counted|estimate[sd]|disput\w+|refut\w+|conced\w+|denounc\w+|question(?:s|ed)|rubbish\w*"
    r"|issued|released|published|named|pledg\w+|raised|spoke|speaks|appeal\w*|closed|opened|cut|suspended|recalled|expelled|summoned|signed|deployed|imposed|withdrew|promised"
    r"|offered|hop(?:es|ed)|fear(?:s|ed)|rul(?:es|ed)\s+out|insists|welcomed|protested|retaliated|lost)\b",
    re.IGNORECASE,
)
#: What stands before a capital with which somebody deals.
_DEALT_WITH = Expression(
    r"\b(?:(?:co-?operat\w+|ties|relations|talks|negotiat\w+|solidarity|agreement|alliance|war|peace)\s+with"
    r"|accus\w+|blam\w+|urg\w+|backer|ally|by)\s+$",
    re.IGNORECASE,
)
_ACCORDING_TO = Expression(r"\baccording to\s+$", re.IGNORECASE)
#: What stands before a capital that is a place.
_AT = Expression(
    r"\b(?:in|near|at|from|to|outside|of|around|into|over|on|inside|towards?|capital|city|and)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
