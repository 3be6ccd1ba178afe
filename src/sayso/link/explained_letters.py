"""Letters that a report explains in a bracket behind a state's body: "the state Prosecutor's Office (FGN) ... FGN"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.expression import Expression
from sayso.link.mentions import PartyMention

_BRACKET = Expression(r"\s\((?P<letters>[A-Z]{2,8})\)")


def explained_letters(text: str, mentions: Sequence[PartyMention]) -> Iterator[PartyMention]:
    """Every place of letters in another language than the body's name, which no initials can tell; none twice."""
    taken = {mention.start for mention in mentions}
    told: set[str] = set()
    for mention in mentions:
        found = _BRACKET.match(text, mention.end) if mention.party.kind == "organisation" else None
        if found is None or found.start("letters") in taken or found["letters"] in told:
            continue
        told.add(found["letters"])
        for place in re.finditer(rf"\b{found['letters']}\b", text):
            if place.start() > mention.start and place.start() not in taken:
                yield PartyMention(start=place.start(), end=place.end(), party=mention.party, how="letters")
