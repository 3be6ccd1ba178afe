"""Where claims stand to one another in one report: headline, paragraph, sentences between, who speaks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from sayso.claims import CasualtyClaim
from sayso.cutting import cuts
from sayso.expression import Expression, in_small_letters
from sayso.model import Document, Evidence, Party
from sayso.reconcile.context import SomeClaim

#: Titles and initials before a full stop that ends no sentence.
_TITLES = "".join(
    rf"(?<!\b{word}\.)" for word in ("Gen", "Col", "Maj", "Brig", "Lt", "Capt", "Sgt", "Mr", "Mrs", "Dr", "St", "[A-Z]")
)
_STOP = Expression(rf"[.!?…]{_TITLES}[\"'”’»)\]]*\s+(?=[\"“‘'(]?[A-Z0-9])|\n\s*\n")
#: A short paragraph: a section's name, a headline, a subheading.
_SHORT = Expression(r"\s*[^\n]{1,200}?(?=\n\s*\n)")
#: So many of them may stand above the text.
_MOST_HEADLINES = 4
#: So far down (characters) a title stands that is no words of the text.
_TOP = 300
#: Behind a title: its line ends, or another sentence begins.
_AFTER_TITLE = Expression(r"\.?\s+[\"“‘'(]?[A-Z0-9]|\s*\n")
_TERMINAL = Expression(r"[.!?…:;,][\"'”’]*\s*$")


def key_of(party: Party) -> str:
    """Whose voice a party is, as a key: the state or group spoken for, else itself."""
    return (party.speaks_for or party.name).casefold()


def same_party(one: Party | None, other: Party | None) -> bool:
    """True where both are one voice, or bear one name."""
    if one is None or other is None:
        return False
    if key_of(one) == key_of(other):
        return True
    return bool({n.casefold() for n in one.names()} & {n.casefold() for n in other.names()}) or same_name(one, other)


def _unnamed_of(party: Party, body: str) -> bool:
    """True for "UN-led investigation" or "Monitor's 16-page report": a thing or person of a body, without a name."""
    if party.speaks_for is not None or party.kind in ("person", "outlet"):
        return False
    name = party.name
    return name[:1].islower() or "-led" in name or (name != body and name.casefold().startswith(body.casefold()))


def same_camp(one: Party | None, other: Party | None) -> bool:
    """True where both are one party, or come from one side, whether or not they speak for it."""
    if one is None or other is None:
        return False
    return same_party(one, other) or bool(_camp(one) & _camp(other))


def _camp(party: Party) -> frozenset[str]:
    return frozenset(name.casefold() for name in (party.speaks_for, party.side, party.affiliation, party.name) if name)


def same_name(one: Party, other: Party) -> bool:
    """True where one name holds the other as whole words: "Col. Ahmed Ali, an officer" and "Ahmed Ali"."""
    first, second = _words(one.name), _words(other.name)
    small, large = sorted((first, second), key=len)
    return len(small) > 1 and small <= large


@lru_cache(maxsize=1024)
def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.casefold()))


#: Roles whose holder gives the words of the body that it is of.
_HOLDER = Expression(
    r"\b(?:spokes(?:man|woman|person)|head|chief|director|president|commander|leader)\b", re.IGNORECASE
)


#: In a side's name that no body bears: "Norland: rebels".
_NAMELESS_SIDE = ": "


def _of_a_faction(party: Party) -> bool:
    """True for one of the bodies that a report counts to a side without a name of its own ("Norland: rebels")."""
    side, body = party.speaks_for or "", party.affiliation or ""
    return _NAMELESS_SIDE in side and body[:1].isupper() and body != side


def spoken_for(party: Party) -> Party:
    """The state or group whose statement it is when this party speaks; the body of an unnamed one; else itself."""
    if party.affiliation and _unnamed_of(party, party.affiliation):
        return Party(name=party.affiliation, kind="organisation", side=party.side, side_group=party.side_group)
    if party.affiliation and (party.speaks_for is None or _of_a_faction(party)) and _HOLDER.search(party.role or ""):
        return Party(name=party.affiliation, kind="organisation", side=party.side, side_group=party.side_group)
    named_group = party.kind == "group" and party.name[:1].isupper() and " and " not in party.name
    if party.speaks_for is None or party.speaks_for == party.name or named_group:
        return party
    return Party(
        name=party.speaks_for, kind="group", speaks_for=party.speaks_for, side=party.side, side_group=party.side_group
    )


@dataclass(frozen=True)
class Page:
    """The lay-out of one report."""

    document: Document

    @cached_property
    def lowered(self) -> str:
        """The text in small letters."""
        return in_small_letters(self.document.text)

    @cached_property
    def headline_end(self) -> int:
        """Where the headline ends: the first paragraphs without a full stop, or the title; 0 without one."""
        text, end = self.document.text, 0
        for _ in range(_MOST_HEADLINES):
            short = _SHORT.match(text, end)
            if short is None or _TERMINAL.search(short.group()):
                break
            end = short.end()
        return max(end, self._title_end)

    @property
    def _title_end(self) -> int:
        """Where the title ends that the top of the page prints, be it run together with other lines; else 0."""
        text, title = self.document.text, self.document.title
        if not title or _TERMINAL.search(title):
            return 0
        start = text.find(title, 0, _TOP + len(title))
        end = start + len(title)
        return end if start >= 0 and (not start or _AFTER_TITLE.match(text, end)) else 0

    @cached_property
    def _stops(self) -> Sequence[int]:
        text = self.document.text
        edges = pairwise((0, *(stop.end() for stop in _STOP.finditer(text)), len(text)))
        return [cut for start, end in edges for cut in (*cuts(text, start, end), end)][:-1]

    def in_headline(self, evidence: Evidence) -> bool:
        """True for words of the headline, or where the page prints it again at its end."""
        if evidence.end <= self.headline_end:
            return True
        return any(
            n.start <= evidence.start and evidence.end <= n.end and "headline" in n.reason for n in self.document.noise
        )

    def sentence(self, evidence: Evidence) -> tuple[int, int]:
        """Where the sentence starts and ends in which the evidence starts."""
        place = bisect_right(self._stops, evidence.start)
        start = self._stops[place - 1] if place else 0
        return start, self._stops[place] if place < len(self._stops) else len(self.document.text)

    def sentences_between(self, one: Evidence, other: Evidence) -> int:
        """How many sentence ends stand between two pieces of evidence; 0 in one sentence."""
        return abs(self.sentence_number(one) - self.sentence_number(other))

    def sentence_number(self, evidence: Evidence) -> int:
        """The number of the sentence in which the evidence starts."""
        return bisect_right(self._stops, evidence.start)

    def one_paragraph(self, one: Evidence, other: Evidence) -> bool:
        """True where no blank line stands between them."""
        first, second = sorted((one, other), key=lambda e: (e.start, e.end))
        return re.search(r"\n\s*\n", self.document.text[first.end : second.start]) is None

    def distance(self, one: Evidence, other: Evidence) -> int:
        """Characters between two pieces of evidence; 0 where they touch or overlap."""
        first, second = sorted((one, other), key=lambda e: (e.start, e.end))
        return max(0, second.start - first.end)


def first_span(claim: SomeClaim) -> Evidence:
    """The words of the claim itself."""
    return claim.evidence[0]


_SUBGROUP = Expression(
    r"\b(bod(?:y|ies)|child|women|woman|teacher|student|pupil|schoolchild|medic|doctor|nurse|journalist|reporter|brother"
    r"|sister|officer|police|policem[ae]n|pilot|general|commander"
    r"|civilian|militant|constable|worker|girl|boy|infant|bab(?:y|ies)|monk|priest|volunteer|guard)",
    re.IGNORECASE,
)


#: Words for a group as such: the civilians among the civilians, the militants among the fighters.
_WHOLE = {"civilian": "civilian", "militant": "combatant"}
#: Behind the head of the victims' words: who most or some of them were.
_MADE_UP = Expression(r",|\b(?:most|mostly|many|some|half|all|including|among)\b", re.IGNORECASE)


#: "Six soldiers and policemen" are of the forces as such.
_BESIDE_SOLDIERS = Expression(
    r"\b(?:soldiers|troops)\s+(?:and|or)\b|\b(?:and|or)\s+(?:soldiers|troops)\b", re.IGNORECASE
)


def subgroup(claim: CasualtyClaim) -> str | None:
    """The part of a group that the victims' words name ("children", "teachers"); None for the group as such.

    "Villagers, most of them women" are villagers, and the Guards of a name ("the Revolutionary Guards") no part.
    """
    part = _part_named(claim.value.victims.exact if claim.value.victims else first_span(claim).exact)
    return None if part in _WHOLE and claim.value.group in (_WHOLE[part], "unknown") else part


@lru_cache(maxsize=1024)
def _part_named(words: str) -> str | None:
    """The part of a group that words name; kept, because each figure is held against many others."""
    made_up = _MADE_UP.search(words, 1)
    found = _SUBGROUP.search(words, 0, made_up.start() if made_up else len(words))
    if found is None or found.group() == "Guard" or _BESIDE_SOLDIERS.search(words):
        return None
    return found.group().casefold()
