"""Words by which a source calls those who fell the enemy's."""

from __future__ import annotations

import re

from sayso.expression import Expression
from sayso.link.claim_context import ClaimContext

ENEMY = Expression(
    r"\b(?:enem(?:y|ies)|hostile|adversary|opponents?|opposing|mercenar(?:y|ies)|on the other side(?! of|,))\b", re.I
)


def speaks_of_enemy(context: ClaimContext) -> bool:
    """True where the source calls the victims the enemy's, or tells of them what one does to an enemy."""
    if _UNBELIEVERS.search(context.victim_words) and not context.state_noun:
        return True
    words = context.text[max(context.sentence[0], context.phrase[0] - 24) : context.core[1]]
    return bool(ENEMY.search(_SAID.split(words)[-1]) or (_PUT_OUT.search(words) and not context.rebel_noun))


#: "Nine operatives were eliminated": nobody says so of his own.
_PUT_OUT = Expression(
    r"\b(?:was|were|been|being)\s+[\"“‘']?(?:neutrali[sz]ed|eliminated|liquidated|put out of action)\b", re.IGNORECASE
)


#: What armed groups call those whom they fight; "apostate soldiers" are the soldiers' state's.
_UNBELIEVERS = Expression(r"\b(?:apostates?|infidels?|crusaders?)\b", re.IGNORECASE)
#: "lies of the enemy, and said | no soldier": the enemy of another clause.
_SAID = Expression(r"\b(?:and|but)\s+(?:said|says|added|denied)\b", re.IGNORECASE)
