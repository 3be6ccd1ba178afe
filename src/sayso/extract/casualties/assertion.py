"""Whether harm is told as fact, as possible, as denied, or not as something that happened at all.

Guide: "may have", "feared dead", "reportedly", "unconfirmed", "believed", "were reported killed" are `possible`;
future, hypothetical and intended harm is no claim; polarity `deny` only where the denier addresses the harm itself, not
where it rejects what another party said of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from sayso.extract.casualties import lexicon
from sayso.extract.casualties.tokens import Words
from sayso.extract.wordsets import word_set
from sayso.model import Certainty, Polarity


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """How a report commits itself to one harm."""

    polarity: Polarity = "affirm"
    certainty: Certainty = "certain"
    #: "did not kill any civilians": the figure is zero.
    none: bool = False
    #: Why it is no claim at all; None when it is one.
    unreal: str | None = None


_HEDGES: Final = word_set(
    "reportedly allegedly apparently presumably supposedly probably possibly likely feared believed thought",
    "presumed suspected unconfirmed alleged unverified purportedly potentially perhaps rumoured rumored",
)
_HEDGES_NEAR: Final = word_set(
    "reportedly allegedly apparently possibly perhaps unconfirmed purportedly supposedly",
)
_HELD_TRUE: Final = word_set("believe believes fear fears suspect suspects think thinks")
_TO_HAVE_POSSIBLE: Final = word_set(
    "believed thought alleged feared presumed likely appears appear seems seem suspected rumoured rumored appeared",
    "seemed estimated",
)
_TO_HAVE_DONE: Final = _TO_HAVE_POSSIBLE - {"estimated"}
_DONE_TO: Final = word_set(
    "managed continued went began started used proceeded able happened threatening-not helped",
)
_INTENT: Final = word_set(
    "avoid avoiding prevent preventing stop stopping risk risking aimed threatening threatened threaten plotting",
    "plotted planned planning attempted attempting intended intending tried trying order ordered refuse refused",
    "wanted without from against",
)
_IF: Final = word_set("if whether unless")
_DENY: Final = word_set(
    "denied denies deny denying dismissed rejects rejected refuted refutes refute disputed disputes ruled",
)
_STATEMENT: Final = word_set(
    "claim claims allegation allegations accusation accusations statement statements assertion assertions charge",
    "charges version account announcement count",
)
_RUMOUR: Final = word_set("report reports rumour rumours rumor rumors suggestion suggestions")
_CONFIRM: Final = word_set("confirm verify corroborate substantiate")
_CANNOT: Final = word_set("can't couldn't cannot unable")
_REPORTS_EXIST: Final = word_set("been have there several had were are with amid of")
_STOPPERS: Final = lexicon.STOPPERS - lexicon.VERBS
_NOT: Final = word_set("not n't never cannot no without")
_TIMES: Final = word_set(
    "second minute minutes hour hours day days week weeks month months year years seconds night",
)
_MODAL: Final = word_set("will would shall should can could may might must 'll")


def assess(words: Words, first: int, main: int, sentence: tuple[int, int]) -> Assertion:
    """Read the words before a harm predicate: `first` begins its auxiliaries, `main` is the verb or noun itself."""
    chain = [words.lower(k) for k in range(first, main)]
    before = [words.lower(k) for k in range(sentence[0], first)]
    near = before[-6:]
    unreal = _unreal(words, chain, before, main) or _rate(words, main, sentence[1]) or _illness(words, main)
    if unreal is not None:
        return Assertion(unreal=unreal)
    polarity = _polarity(before)
    certainty: Certainty = "possible" if _hedged(words, chain, near, before, main) else "certain"
    negated = any(
        (word in ("not", "never") or word.endswith("n't")) and chain[k + 1 : k + 2] != ["only"]
        for k, word in enumerate(chain)
    ) or near[-1:] == ["without"]
    return Assertion(polarity=polarity, certainty=certainty, none=negated)


_DO_NOT: Final = frozenset(("do", "does", "don't", "don’t", "doesn't", "doesn’t"))
_DYING: Final = frozenset(("died", "die", "dies", "dying"))
_ILL: Final = frozenset(("heart", "cancer", "stroke", "pneumonia", "natural", "illness", "leukaemia", "leukemia"))


def _illness(words: Words, main: int) -> str | None:
    """ "died of a heart attack": no harm that anybody did."""
    after = [words.lower(k) for k in range(main + 1, main + 6)]
    dying = words.lower(main) in _DYING and after[:1] in (["of"], ["from"])
    return "an illness" if dying and _ILL & set(after) else None


def told_by_nobody(words: Words, last: int) -> bool:
    """ "dozens of casualties reported", "five deaths were reported": nobody stands for it."""
    k = last + (words.lower(last) in lexicon.BE)
    return words.lower(k) == "reported" and words.lower(k + 1) not in ("by", "in", "to")


def _identifies(before: list[str]) -> bool:
    """ "whether they are those who killed nine": what a clause tells of somebody holds, whoever it is."""
    return before[-1:] == ["who"] and "whether" in before[-14:]


def _unreal(words: Words, chain: list[str], before: list[str], main: int) -> str | None:
    if (_IF & set(before[-14:]) and not _identifies(before)) or before[-3:] == ["in", "case", "of"]:
        return "conditional"
    if _is_asked(before):
        return "a question of how many"
    modal = next((word for word in chain if word in _MODAL), None)
    if modal is not None and not (modal in ("may", "might", "must", "could") and _perfect_or_state(words, chain, main)):
        return "future or hypothetical"
    shape = lexicon.TRANSITIVE.get(words.lower(main), ("", ""))[1]
    if shape == "base" and _DO_NOT & set(chain) and ({"not", "never"} | _DO_NOT - {"do", "does"}) & set(chain):
        return "what is never done"  # "we do not execute anyone"
    if {"nearly", "almost"} & set(chain[-1:]):
        return "did not happen"
    if "to" in chain and "have" not in chain:
        if {"forcing", "forced", "causing", "prompting", "forces"} & set(before[-8:]):
            return None
        if set(chain[max(0, chain.index("to") - 1) : chain.index("to")]) & {"had", "said"}:
            return None  # "had to leave their homes", "are said to be in critical condition"
        return None if set(before[-3:]) & (_DONE_TO | {"confirmed", "known"}) else "intended or hypothetical"
    if shape in ("ing", "base") and set(before[-3:]) & (_INTENT - {"without"}) and "blamed" not in before:
        return "intended or hypothetical"
    if "being" in chain and before[-1:] == ["from"]:
        return "intended or hypothetical"
    return None


def _modifies(words: Words, k: int) -> bool:
    """ "a second strike", "a night raid": the word at token k belongs to a noun behind it."""
    after = words.lower(k + 1)
    return after.isalpha() and after not in _STOPPERS


def is_hedged(words: Words, first: int, last: int) -> bool:
    """ "the number of dead is thought to exceed 10,000": doubt between a toll and its number."""
    return any(words.lower(k) in _TO_HAVE_DONE and words.lower(k + 1) == "to" for k in range(first, last))


def is_defined(words: Words, main: int) -> bool:
    """ "officials use the term neutralised for those killed or captured": what a word stands for, and no event."""
    before = [words.lower(k) for k in range(words.sentence(main)[0], main)]
    used = next((k for k in range(len(before) - 1, -1, -1) if before[k] in _USING), None)
    if used is None:
        return False
    near = before[max(0, used - 4) : used + 4]
    behind = [*before[used:], *(words.lower(k) for k in range(main, main + 4))]
    return bool(_WORDING & set(near)) or (behind[1] == '"' and "to" in behind)


_USING: Final = word_set("use uses used using")
_WORDING: Final = word_set("term word phrase expression euphemism")


def _is_asked(before: list[str]) -> bool:
    """ "has not said how many of its fighters were killed"."""
    at = next((k for k in range(len(before) - 1, 0, -1) if before[k - 1 : k + 1] == ["how", "many"]), None)
    return at is not None and not set(before[at:]) & {",", ";", "and", "but"}


def _rate(words: Words, main: int, end: int) -> str | None:
    """ "one killed every 25 minutes", "ten deaths a day"."""
    for k in range(main + 1, min(end, main + 7)):
        lower, after = words.lower(k), words.lower(k + 1)
        if lower in ("daily", "hourly", "weekly", "monthly", "annually") or (
            lower in ("every", "per", "each") and after
        ):
            unit = {after, words.lower(k + 2)}
            if lower.endswith("ly") or unit & _TIMES:
                return "rate"
        if (
            lower in ("a", "an")
            and after in _TIMES
            and words.lower(k + 2) not in ("ago", "after", "before", "earlier", "later")
            and not _modifies(words, k + 1)
        ):
            return (
                "rate" if words.lower(k - 1) not in ("in", "for", "within", "after", "over", "about", "half") else None
            )
    return None


def _perfect_or_state(words: Words, chain: list[str], main: int) -> bool:
    """ "may have been killed", "could be dead": told of something that is over."""
    return "have" in chain or words.lower(main) in lexicon.ADJECTIVES


#: "reportedly left seven people | dead": so many words before the predicate the verb may stand.
_LEFT_BEFORE: Final = 12
_LEAVING: Final = word_set("left leave leaves leaving")


def _hedged(words: Words, chain: list[str], near: list[str], before: list[str], main: int) -> bool:
    if _HEDGES & set(chain) or _HEDGES_NEAR & set(near[-3:]) or {"may", "might", "could", "must"} & set(chain):
        return True
    if any(word in _HEDGES_NEAR and verb in _LEAVING for word, verb in pairwise(before[-_LEFT_BEFORE:])):
        return True
    if _HEDGES & {words.lower(main + 1)} or words.lower(main) in ("feared", "may", "might", "could"):
        return True
    if words.lower(main) == "reported" or (words.lower(main + 1) == "reported" and words.lower(main) in lexicon.BE):
        return True
    if "reported" in chain and set(chain) & lexicon.BE and words.lower(main) != "missing":
        return True
    if "to" in chain and set(near[-3:]) & _TO_HAVE_POSSIBLE:
        return True
    if _HELD_TRUE & set(before[-12:]):
        return True
    if any(word in _TO_HAVE_POSSIBLE and after == "to" for word, after in pairwise(before[-8:])):
        return True
    return _unverified(before)


def _unverified(before: list[str]) -> bool:
    """ "unconfirmed reports said ...", "could not confirm a report that ..."."""
    if "unconfirmed" in before or "unverified" in before:
        return True
    for k, word in enumerate(before):
        if word in _CONFIRM:
            earlier = set(before[max(0, k - 4) : k])
            return bool(earlier & _NOT) or bool(_CANNOT & set(before))
    return "reports" in before and _are_rumours(before, len(before) - 1 - before[::-1].index("reports"))


def _are_rumours(before: list[str], at: int) -> bool:
    """ "there have been several reports that ...": nobody stands for them."""
    nobody = set(before[max(0, at - 3) : at]) <= lexicon.ADVERBS | _REPORTS_EXIST
    return nobody and "that" in before[at : at + 5]


def _polarity(before: list[str]) -> Polarity:
    at = next((k for k in range(len(before) - 1, -1, -1) if before[k] in _DENY or _no_basis(before, k)), None)
    if at is None:
        return "affirm"
    between = before[at + 1 :]
    if set(between) & _STATEMENT or set(between) & {",", ";"} & set(between[-3:]) or len(between) > 16:
        return "affirm"
    if set(between) & lexicon.SAYING - {"reported", "reports", "report"}:
        return "affirm"
    if set(between) & {"but", "saying", "while", "and"}:
        return "affirm"
    return "deny" if "that" in between or len(between) <= 5 or set(between) & _RUMOUR else "affirm"


def _no_basis(before: list[str], k: int) -> bool:
    return before[k] in ("basis", "evidence", "indication", "indications") and before[k - 1 : k] == ["no"]
