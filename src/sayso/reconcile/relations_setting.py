"""What the words around a figure say of its extent: its own place, a part of a whole, several places at once.

Fields of a claim may be carried over from elsewhere in the report; this looks only at the figure's own sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from sayso.claims import CasualtyClaim
from sayso.expression import Expression
from sayso.model import Evidence
from sayso.reconcile.near import Page, first_span
from sayso.reconcile.phrases import any_of
from sayso.reconcile.relations_likeness import is_bodies

_NAME = r"(?-i:[A-Z][\w’'-]+(?:\s(?:[A-Z][\w’'-]+|al-[A-Z]\w+)){0,4})"
#: "In the town of Aldra", not "in fighting with the Aldra Guard".
_WORDS = r"(?:(?!(?:with|against|between|by|from|for)\b)[a-z-]+\s+){0,3}?"
_IN = rf"\b(?:in|at|near|outside|inside|around)\s+(?:the\s+)?{_WORDS}(?P<name>{_NAME})"
_OPENING = Expression(rf"[\s“\"‘'(]*(?:\w+\s+){{0,2}}?{_IN}", re.IGNORECASE)
_FOLLOWING = Expression(rf"[^.;,:“”\"\n]{{0,30}}?{_IN}", re.IGNORECASE)
_TIME = Expression(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|\w+day)\b"
)
#: Words of saying: a place before one of them is the speaker's.
_SAYING = Expression(
    r"\b(?:said|says|told|claim\w*|report\w*|announc\w*|denied|stat(?:ed|es)|according|put|gave|counted|spokes\w+)\b",
    re.IGNORECASE,
)
#: The figure counts only some of those harmed.
_SOME = any_of(
    "alone",
    "on the spot",
    "instantly",
    "outright",
    "immediately",
    "at the scene",
    "on the way",
    "later died",
    "died later",
    "of (?:them|those|these|whom)",
    "of the (?:dead|victims|fatalities|casualties|killed|wounded|injured)",
    r"of the (?:\d+|\w+teen|ten|twelve|twenty|thirty|forty|fifty)",
    "in front of (?:us|me|them|him|her)",
    "deadliest|worst|heaviest|bloodiest",
    r"in one (?:\w+ )?(?:attack|strike|blast|incident|case|raid|house|village|grave|family)",
    "first(?! (?:class|lieutenant|sergeant))",
    r"(?<!be\s)identified(?! (?:himself|herself|themselves|as|only))",
    "so far (?:been )?(?:identified|recovered|found)",
)
#: Between a figure and "of them": what is told there is told of a part, or of all.
_NEXT_PART = Expression(r",|\b(?:all|each|none|both)\s*$", re.IGNORECASE)
#: Right before the number: it counts some of those told just before.
_AMONG = any_of(r"among (?:them|those|the \w+)", r"includ\w+", then=r"\W+(?:\w+\W+){0,2}$")
#: Some of those who are told dead elsewhere: "two captains were among the dead".
_AMONG_DEAD = any_of(
    r"among (?:the|those|its|their) (?:\w+ )?(?:dead|killed|victims|casualties|fatalities|wounded|injured)"
)
#: Whom a hospital took in.
_RECEIVED = any_of(
    "received", "admitted", "treat(?:ed|ing)", "taken in", "brought (?:in|to)", "rushed to", "hospitali[sz]ed"
)
_KIN = (
    "(?:neighbou?rs?|relatives?|wife|husband|sons?|daughters?|brothers?|sisters?|children|nephews?|nieces?|cousins?"
    "|parents?|mother|father|uncles?|aunts?|family|friends?|colleagues?)"
)
#: Whom somebody has lost: "three of his neighbours", "a family of six".
_FAMILY = any_of(rf"(?:his|her|their|my|our) (?:[\w-]+ ){{0,2}}?{_KIN}", "(?:family|couple) of")
_MANY = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens of|several|multiple|various|many|different"
    r"|separate|both|(?-i:\d{1,2}))"
)
_PLACES = (
    "(?:villages|towns|provinces|districts|cities|regions|areas|locations|places|sites|checkpoints|posts|bases|fronts"
    "|states|camps|neighbourhoods|neighborhoods|settlements)"
)
_INCIDENTS = "(?:attacks|strikes|airstrikes|clashes|incidents|blasts|bombings|raids|ambushes|operations)"
#: The figure counts over several places or attacks.
_SEVERAL = any_of(
    rf"{_MANY} (?:[\w-]+ ){{0,3}}?(?:{_PLACES}|{_INCIDENTS})", "across", "throughout", "nationwide", "countrywide"
)
#: Right before the number: "only four".
_ONLY = any_of(
    "only", "just", "merely", "no more than", "not more than", then=r"\s+(?:(?:about|some|around|a|an)\s+)?\W*$"
)
#: "The strikes had caused".
_EVENT = any_of(
    r"(?:the|this|that|these|those|its|their) (?:\w+ )?(?:strikes?|attacks?|raids?|blasts?|operations?|clash(?:es)?"
    r"|shelling|explosions?|bombings?|ambush|bombardment|fire) (?:had |has |have )?"
    r"(?:caused|inflicted|resulted|left|led|claimed)"
)
_INCIDENT = r"(?:attack|strike|airstrike|raid|blast|clash|incident|ambush|bomb\w*|explosion|battle|operation)"
#: Another event is told from here on. "Separately" at a sentence's head, not "in a separate statement".
_ELSEWHERE = any_of(
    "elsewhere",
    rf"(?:separate|another) (?:[\w-]+ )?{_INCIDENT}s?",
    r"in (?:the|a) (?:nearby|neighbou?ring) \w+",
    "(?-i:Separately)",
)
#: Right before the number: what its teller has done, "said it had killed".
_OWN_DEED = any_of(
    r"(?:said|says|claim(?:s|ed)|announced|reported|boasted|added|declared|insisted) (?:\w+ ){0,2}?(?:that )?"
    r"(?:(?:it|they|we|its|their|our) (?:\w+ ){0,2}?|to )(?:had |has |have )?(?:also )?"
    r"(?:killed|shot dead|killing|eliminated|destroyed|neutrali[sz]ed|slain)",
    then=r"\s+(?:[\w-]+\s+){0,3}?$",
)


@dataclass(frozen=True, eq=False)
class Setting:
    """How one figure stands in its sentence; each question is answered when it is first asked."""

    page: Page
    claim: CasualtyClaim

    @cached_property
    def place(self) -> str | None:
        """The place that the sentence itself gives for the harm, casefolded."""
        return _place(self.page, self.claim, self._shown, *self._sentence)

    @cached_property
    def bodies(self) -> bool:
        """True for bodies found, counted or handed over."""
        return is_bodies(self.claim)

    @cached_property
    def partial(self) -> bool:
        """True where it counts only some of those harmed ("alone", "on the spot", "of the dead")."""
        found = _SOME.search(self._text, self._from(60), self._end_near)
        return found is not None and not self._of_others(found)

    def _of_others(self, found: re.Match[str]) -> bool:
        """True for words behind the figure that make a part of it: "12 died, four of them women", "all of them"."""
        if not found.group().lower().startswith("of"):
            return False
        return (
            found.start() > self._shown.end
            and _NEXT_PART.search(self._text, self._shown.end, found.start()) is not None
        )

    @cached_property
    def among(self) -> bool:
        """True where it is told as a part of the count before it ("including three children")."""
        return _AMONG.search(self._before) is not None

    @cached_property
    def of_a_family(self) -> bool:
        """True for a family, or those whom one person has lost: of all that were harmed they are some."""
        return _FAMILY.search(self._shown.exact) is not None

    @cached_property
    def received(self) -> bool:
        """True for those whom a hospital took in, who need not be all that were harmed."""
        return _RECEIVED.search(self._text, self._from(60), self._end_near) is not None

    @cached_property
    def of_the_dead(self) -> bool:
        """True where it counts some of those who are told dead elsewhere ("two captains were among the dead")."""
        return _AMONG_DEAD.search(self._text, self._from(40), self._end_near) is not None

    @cached_property
    def several(self) -> bool:
        """True where it counts over several places or attacks."""
        start, end = self._sentence
        return _SEVERAL.search(self._text, start, min(end, self._shown.end + 160)) is not None

    @cached_property
    def only(self) -> bool:
        """True for "only four"."""
        return _ONLY.search(self._before) is not None

    @cached_property
    def elsewhere(self) -> bool:
        """True where its sentence turns to another event ("a separate strike", "in the nearby town")."""
        start, end = self._sentence
        return _ELSEWHERE.search(self._text, start, min(end, self._shown.end + 60)) is not None

    def names_another_place(self, told: str | None) -> bool:
        """True where the sentence gives a place, and not the one `told` of another figure."""
        return self.place is not None and told is not None and not _one_holds_the_other(self.place, told.casefold())

    @cached_property
    def of_the_event(self) -> bool:
        """True where it counts what "the strikes" of the text caused."""
        return _EVENT.search(self._text, self._sentence[0], self._end_near) is not None

    @cached_property
    def own_deed(self) -> bool:
        """True for what its teller has done: "said it killed 30 soldiers"."""
        return _OWN_DEED.search(self._before) is not None

    @property
    def _text(self) -> str:
        return self.page.document.text

    @cached_property
    def _shown(self) -> Evidence:
        return first_span(self.claim)

    @cached_property
    def _sentence(self) -> tuple[int, int]:
        return self.page.sentence(self._shown)

    @cached_property
    def _before(self) -> str:
        """The words before the figure's number."""
        return self._text[self._from(160) : self._shown.start] + _head(self._shown)

    @property
    def _end_near(self) -> int:
        return min(self._sentence[1], self._shown.end + 40)

    def _from(self, reach: int) -> int:
        return max(self._sentence[0], self._shown.start - reach)


_NUMBER = Expression(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty|a|an)\b", re.IGNORECASE)


def _head(shown: Evidence) -> str:
    """The words of the evidence up to its number."""
    number = _NUMBER.search(shown.exact)
    return shown.exact[: number.start()] if number else ""


def _place(page: Page, claim: CasualtyClaim, shown: Evidence, start: int, end: int) -> str | None:
    text = page.document.text
    after = _FOLLOWING.match(text, shown.end, min(end, shown.end + 90))
    if after and not _SAYING.search(after.group()) and not _TIME.match(after["name"]):
        return after["name"].casefold()
    opening = _OPENING.match(text, start, shown.start)
    if opening and not _SAYING.search(text, opening.end(), shown.start) and not _TIME.match(opening["name"]):
        return opening["name"].casefold()
    told = claim.value.place
    return told.casefold() if told and told in text[start:end] else None


def places_apart(one: Setting, other: Setting) -> bool:
    """True where each sentence gives a place of its own, and neither holds the other."""
    return one.names_another_place(other.place)


def _one_holds_the_other(one: str, other: str) -> bool:
    return one in other or other in one


def part_and_whole(smaller: Setting, larger: Setting, *, one_subgroup: bool) -> bool:
    """True where the words make the smaller figure a part: of those harmed, or of the places counted.

    `one_subgroup`: both count, say, the children, so that being among the dead sets neither apart.
    """
    if smaller.partial or (larger.several and not smaller.several):
        return True
    if (smaller.received and not larger.received) or (smaller.of_a_family and not larger.of_a_family):
        return True
    return smaller.among and not larger.among and not one_subgroup
