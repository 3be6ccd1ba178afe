"""Tolls and sums: "the death toll rose to 58", "put its losses at 23", "which brings their dead to 61"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from sayso.claims.casualty import Effect
from sayso.extract.casualties import lexicon
from sayso.extract.casualties.drafts import Draft
from sayso.extract.casualties.noungroup import NounGroup
from sayso.extract.casualties.tokens import Words
from sayso.extract.wordsets import word_set

#: Nouns that count harm, and participles used as such.
HARM_COUNTED: Final[Mapping[str, Effect]] = {
    "dead": "killed", "killed": "killed", "deaths": "killed", "fatalities": "killed", "wounded": "injured",
    "injured": "injured", "injuries": "injured", "casualties": "unspecified", "losses": "unspecified",
    "victims": "unspecified", "missing": "missing", "captured": "captured", "displaced": "displaced",
    "martyrs": "killed", "martyred": "killed", "hospitalised": "hospitalised", "hospitalized": "hospitalised",
    "kidnapped": "captured", "abducted": "captured", "slain": "killed", "hurt": "injured", "maimed": "injured",
    "lives": "killed", "fatality": "killed", "death": "killed", "casualty": "unspecified", "injury": "injured",
    "prisoners": "captured", "hostages": "captured", "refugees": "displaced", "murdered": "killed",
}  # fmt: skip
_TOLL: Final = word_set("toll tolls count tally number numbers total totals figure figures")
#: Words that lead from "toll" to its number.
_REACH: Final = word_set(
    "to at of is are was were stands stood reached reaching hit hits exceeded exceeds exceeding passed passes",
    "passing crosses crossed crossing topped tops as rose climbed currently now over above totalled totaled totals",
    "had has surpassed surpasses : by in including being be been becomes became remains remained approaching nears",
    "neared past amounted",
)

_REACH_OR_THE: Final = _REACH | {"the"}
#: So many words from a toll on, its number is looked for.
_FARTHEST: Final = 20

#: Plurals that a sum may be put on ("put its losses at 23").
_SUMMED: Final = word_set("losses casualties fatalities deaths injuries")
_BRINGING: Final = word_set(
    "brings bringing brought bring takes taking took raises raising raised pushes pushing pushed lifts lifting lifted",
    "puts putting put",
)
#: Adjectives that count as nouns after a determiner ("their military dead to 32").
_SUMMED_ADJECTIVES: Final = word_set("dead wounded injured missing killed displaced")
_SUMMING: Final = word_set(
    "at reached totalled totaled numbered exceeded rose climbed stood stand to amounted came have has had",
)
_SUMMED_UP: Final = word_set("amounted reached totalled totaled exceeded numbered")
#: "to 21 the total number of rebels killed".
_COUNTED_BEFORE: Final = word_set("the total overall confirmed official death")
_PUTTING: Final = word_set("put puts putting")
#: What may stand between losses and the number that they are put at.
_WHOSE_LOSSES: Final = frozenset(("of", "among", "for", "in", "near", ",", "which"))
#: What may tell the time or place of losses before their number.
_SINCE: Final = word_set("since in this last over so for there")
_QUOTES: Final = frozenset("\"“‘'")
#: Headlines drop the article: "Army puts own dead at nine".
_OWN: Final = frozenset(("own", "total", "military", "civilian", "army", "rebel"))
#: Every word that a toll may begin with.
TOLL_WORDS: Final = _TOLL | _SUMMED | _SUMMED_ADJECTIVES


@dataclass(frozen=True, slots=True)
class TollReader:
    """Reads the numbers that tolls and sums reach; groups by the tokens that they begin with, end with and hold."""

    _words: Words
    _by_first: Mapping[int, NounGroup]
    _by_last: Mapping[int, NounGroup]
    _inside: Mapping[int, NounGroup]
    _sentence_of: Mapping[int, tuple[int, int]]

    def read(self, i: int) -> Iterator[Draft]:
        """The figure that a toll at the i-th token reaches, if a toll stands there."""
        if self._words.lower(i) in _TOLL or self._is_summed(i):
            yield from self._toll(i)

    def _is_summed(self, i: int) -> bool:
        """ "put its losses at 23", "put its dead there at 23", "which brings their military dead to 61"."""
        lower = self._words.lower(i)
        if lower not in _SUMMED and lower not in _SUMMED_ADJECTIVES:
            return False
        after = self._words.lower(i + 1 + (self._words.lower(i + 1) == "there"))
        if after in _WHOSE_LOSSES and self._put_at(i):
            return True
        if lower in _SUMMED_ADJECTIVES and self._words.lower(i - 1) == "own" and after in lexicon.BE:
            return i + 2 + (self._words.lower(i + 2) in _QUOTES) in self._by_first
        if lower in _SUMMED and after in ("of", "among", "for"):
            return any(self._words.lower(k) in _SUMMED_UP for k in range(i + 2, i + 7))
        if lower in _SUMMED and after in _SINCE and self._brought_to(i):
            return True
        if after not in _SUMMING and not (after in lexicon.BE and i + 2 in self._by_first):
            return False
        if lower in _SUMMED:
            return True
        near = {self._words.lower(k) for k in range(i - 5, i)}
        owned = (
            bool(near & lexicon.DETERMINERS) or self._words.lower(i - 1) in _OWN or self._single_before(i) is not None
        )
        return lower in _SUMMED_ADJECTIVES and bool(near & _BRINGING) and owned

    def _brought_to(self, i: int) -> bool:
        """ "bringing its losses since May to 157,900": since when they are counted stands before the number."""
        to = next((k for k in range(i + 2, i + 8) if self._words.lower(k) == "to"), None)
        group = self._by_first.get(to + 1) if to is not None else None
        brought = bool(_BRINGING & {self._words.lower(k) for k in range(max(0, i - 6), i)})
        return brought and group is not None and group.how == "number" and group.bare

    def _put_at(self, i: int) -> bool:
        """ "put the losses of the rebels at 15", "its losses, which it put at 12"."""
        at = next((k for k in range(i + 2, i + 9) if self._words.lower(k) in ("at", "exceeded", "numbered")), None)
        group = self._by_first.get(at) or self._by_first.get(at + 1) if at is not None else None
        reached = group is not None and group.how == "number"
        told = {self._words.lower(k) for k in (*range(max(0, i - 5), i), *range(i + 1, at or i))}
        relative = {self._words.lower(i + 1), self._words.lower(i + 2)} & {"which", "that"}
        return reached and bool(told & _PUTTING if self._words.lower(at or i) == "at" else relative)

    def _toll(self, i: int) -> Iterator[Draft]:
        """ "the death toll has risen to 58", "the number of wounded reached 200"."""
        described = self._toll_of(i)
        if described is None:
            return
        first, k, effect, people = described
        before = self._number_before(i)
        found = (k, before) if before is not None else self._number_after(k, self._sentence_of[i][1])
        if found is None:
            return
        at, group = found
        first = min(first, group.first)
        if {"would", "could", "might", "should", "will"} & {self._words.lower(n) for n in range(first, group.first)}:
            return
        if people is not None and group.bare:
            group = replace(group, victims=people.victims, group=people.group, head=people.head)
        if group.harm is not None:
            effect = group.harm
        last = max(at, group.last)
        if [self._words.lower(k) for k in (last, last + 2)] == ["killed", "wounded"]:
            effect, last = "killed_or_injured", last + 3
        elif self._words.lower(last) in ("dead", "killed"):
            effect, last = "killed", last + 1
        yield Draft(group=group, effect=effect, first=first, last=last, main=first)

    def _toll_of(self, i: int) -> tuple[int, int, Effect, NounGroup | None] | None:
        """Where a toll begins and ends, what it counts, and of whom."""
        lower, before = self._words.lower(i), self._words.lower(i - 1)
        if self._words.lower(i + 1) == "of":
            counted = self._counted_by(i + 2)
            if counted is not None:
                return (i, *counted)
        if lower in ("number", "numbers") and self._words.lower(i + 1) in ("killed", "wounded", "dead", "injured"):
            return i, i + 2, HARM_COUNTED[self._words.lower(i + 1)], None
        if lower in ("number", "numbers", "figure", "figures", "total", "totals"):
            return None
        if lower in _SUMMED or lower in _SUMMED_ADJECTIVES:
            people = self._by_last.get(i) or (self._single_before(i) if lower in _SUMMED_ADJECTIVES else None)
            return self._summed_from(i), i + 1, HARM_COUNTED[lower], people
        first = i - 1 if before in HARM_COUNTED or before in ("body", "martyr") else i
        effect: Effect = "unspecified" if before in ("casualty", "casualties", "victims") else "killed"
        if before in ("injury", "injuries", "wounded", "injured"):
            effect = "injured"
        if lower in ("count", "counts", "tally") and first == i:
            return None
        return first, i + 1, effect, self._by_last.get(first) or self._single_before(first)

    def _summed_from(self, i: int) -> int:
        """Where "bringing its losses" begins; `i` itself without a verb of bringing."""
        return next((k for k in range(i - 1, max(-1, i - 6), -1) if self._words.lower(k) in _BRINGING), i)

    def _single_before(self, k: int) -> NounGroup | None:
        """ "the protester death toll": people named by a noun in the singular."""
        kind = lexicon.SINGULAR.get(self._words.lower(k - 1))
        if kind is None:
            return None
        token = self._words.tokens[k - 1]
        return NounGroup(
            first=k - 1, last=k, head=k - 1, how="plural", low=None, high=None, group=kind,
            victims=(token.start, token.end),
        )  # fmt: skip

    def _counted_by(self, k: int) -> tuple[int, Effect, NounGroup | None] | None:
        """After "number of": where the harm word ends, its effect, and the people it counts."""
        for n in range(k, k + 7):
            lower = self._words.lower(n)
            if lower in ("bodies", "corpses", "cadavers"):
                return n + 1, "killed", None
            if lower in HARM_COUNTED and lower not in ("lives", "death"):
                group = self._inside.get(n) or self._by_last.get(n) or self._by_first.get(n + 1)
                last = max(n + 1, group.last if group is not None else 0)
                return last, HARM_COUNTED[lower], group
            if lower in lexicon.SAYING or not (self._words.tokens[n].word if n < len(self._words.tokens) else False):
                return None
        return None

    def _number_before(self, i: int) -> NounGroup | None:
        """ "this brings to 21 the number of rebels killed": the number between the verb and what it counts."""
        k = i - 1
        while self._words.lower(k) in _COUNTED_BEFORE:
            k -= 1
        group = self._by_last.get(k + 1)
        if k == i - 1 or group is None or group.how != "number" or self._words.lower(group.first - 1) != "to":
            return None
        brought = any(self._words.lower(n) in _BRINGING for n in range(group.first - 4, group.first - 1))
        return group if brought else None

    def _number_after(self, k: int, end: int) -> tuple[int, NounGroup] | None:
        """The number that a toll reached: after "to", else after the first word that leads to one."""
        found: tuple[int, NounGroup] | None = None
        relative = "which" in (self._words.lower(k), self._words.lower(k + 1))
        for n in range(k, min(end, k + _FARTHEST)):
            lower = self._words.lower(n)
            if lower in (",", ";", "(") and found is not None:
                break
            if lower in lexicon.SAYING and n > k + 1 and not relative and lower not in ("put", "reported", "estimated"):
                break
            group = self._by_first.get(n)
            if group is None or group.how not in ("number", "vague") or group.thing or group.unknown_head:
                continue
            before = self._words.lower(n - 1 - (self._words.lower(n - 1) in _QUOTES))
            if before not in _REACH_OR_THE and lower not in ("past", "above", "over", "exceeded"):
                continue
            if found is None or before == "to":
                found = (n, group)
            if before == "to":
                break
        return found
