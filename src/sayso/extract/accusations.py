"""Accusations: where one party says that another did a wrong, and where each says it of the other.

Explicit ones name the act of accusing ("accused", "blamed", "held responsible", "traded accusations"). Implicit ones
only report a hostile act on somebody's word ("said that their forces had opened fire"): they matter where the other
side says the same in turn, and whether the two names are parties to a conflict is for the linking stage to know.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from sayso.expression import Expression, Seldom
from sayso.extract.clauses import VERB, Sentences, Span, Taken, Word, object_after, subject_before, trim


@dataclass(frozen=True, slots=True)
class AccusationWords:
    """One accusation as spans: the words that show it, who accuses and who is accused."""

    shown: Span
    accuser: Span | None
    accused: Span | None
    mutual: bool = False
    habitual: bool = False
    answering: bool = False
    implicit: bool = False


_EACH_OTHER = Expression(
    r"\s+(?:each\s+other|one\s+another|the\s+other(?:\s+(?:side|party|of|for))?\b|their\s+(?:rivals|opponents)\b)",
    re.IGNORECASE,
)
_HABITUAL = Expression(
    r"\b(?:routinely|regularly|often|frequently|usually|habitually|periodically|typically|traditionally)\b",
    re.IGNORECASE,
)
_ANSWERING = Expression(
    r"\b(?:in\s+turn|in\s+response|for\s+(?:its|his|her|their)\s+part|at\s+the\s+same\s+time"
    r"|on\s+the\s+other\s+hand|meanwhile|in\s+return|responded"
    r"|in\s+reply|while|whereas|but|however|countered|turn(?:ed)?\s+the|conversely|themselves|itself|instead)\b",
    re.IGNORECASE,
)
_PASSIVE_BEFORE = Expression(
    r"\b(?:is|are|was|were|be|been|being|stands?|stood)\s+(?:(?:also|widely|\w+ly|again|since|long)\s+)?$",
    re.IGNORECASE,
)
_NOT_BEFORE = Expression(
    r"\b(?:not|never|n't|n’t|without|to\ avoid|cannot|stopped\ short\ of|stop\ short\ of|refus\w+\ to"
    r"|declin\w+\ to)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE | re.VERBOSE,
)
_OF = Expression(r"\s+(?:of|for|in|over|with|that)\b", re.IGNORECASE)
_BY = Expression(r"\s+(?:\w+ly\s+)?by\s+", re.IGNORECASE)
_TRADED = Expression(
    r"\b(?:trad(?:e|es|ed|ing)|exchang(?:e|es|ed|ing)|swap(?:s|ped|ping)?|mutual|hurl(?:s|ed|ing)?|shift(?:s|ed"
    r"|ing)?|reciprocal)\s+(?:\w+\s+){0,2}?$",
    re.IGNORECASE,
)
_LAID = Expression(
    r"\b(?:put|puts|putting|laid|lays|laying|lay|pinned|pins|pinning|placed|places|placing|cast"
    r"|casts)\s+(?:\w+\s+){0,2}?$",
    re.IGNORECASE,
)
_ON = Expression(r"\s+(?:[\w’'-]+\s+){0,9}?(?:squarely\s+|firmly\s+)?(?:on|upon)\s+", re.IGNORECASE)
_FINGER = Expression(r"\b(?:point(?:s|ed|ing)?)\s+(?:the|a|an\s+\w+|their|its|his|her)\s+$", re.IGNORECASE)
_HELD = Expression(r"\b(?:hold|holds|held|holding)\s+([^.;:\n]{2,60}?)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_SELVES_RESPONSIBLE = Expression(
    r"\b(?:sa(?:id|ys|ying)|argu(?:es|ed|ing)|insist(?:s|ed|ing)|claim(?:s|ed|ing)|alleg(?:es|ed|ing)|suggest(?:s"
    r"|ed|ing)|maintain(?:s|ed|ing)|stat(?:es|ed|ing)|charg(?:es|ed|ing)|believes?)\s+(?:that\s+)?"
    r"([^.;:,\n]{2,60}?)\s+(?:themselves\s+|itself\s+|himself\s+)?(?:was|were|is|are|had\s+been|bore"
    r"|bears)\s+(?:themselves\s+|itself\s+)?(?:fully\s+|solely\s+|directly\s+)?$",
    re.IGNORECASE,
)
_TO = Expression(r"\s+([^.;:\n]{2,70}?)\s+to\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Cue:
    text: str
    word: Word
    sentence: Span

    def before(self, length: int = 90) -> str:
        return self.text[max(self.sentence[0], self.word.start - length) : self.word.start]

    def subject(self) -> Span | None:
        return subject_before(self.text, self.sentence[0], self.word.start)

    def after(self, start: int | None = None, limit: int = 180) -> Span | None:
        return object_after(self.text, self.word.end if start is None else start, self.sentence[1], limit=limit)


def find_accusation_words(text: str, words: Sequence[Word], sentences: Sentences) -> list[AccusationWords]:
    """Every accusation of a text in order; at most one of overlapping ones, explicit before implicit."""
    found: list[AccusationWords] = []
    for word in words:
        reader = _READERS.get(word.lower)
        if reader is not None:
            found.extend(reader(_Cue(text, word, sentences.around(word.start))))
    found.sort(key=lambda accusation: (accusation.implicit, not accusation.mutual, accusation.shown))
    kept: list[AccusationWords] = []
    taken = Taken()
    for accusation in found:
        overlapping = (kept[i] for i in taken.overlapping(accusation.shown))
        if not any(accusation.implicit or accusation.accused == other.accused for other in overlapping):
            taken.add(accusation.shown, len(kept))
            kept.append(accusation)
    return sorted(kept, key=lambda accusation: accusation.shown)


#: "the accused", "the blame": a noun.
_NOUN_BEFORE = Expression(r"\b(?:the|an?|all|those|to|some|any|no|of|for|more|much)\s+$", re.IGNORECASE)
_BLAMED_ON = Expression(r"\s+(?:squarely\s+|firmly\s+|largely\s+)?(?:on|upon)\s+", re.IGNORECASE)


def _read_accuse(cue: _Cue) -> Iterator[AccusationWords]:
    text, end, before = cue.text, cue.sentence[1], cue.before()
    if _NOT_BEFORE.search(before) or _NOUN_BEFORE.search(before):
        return
    each_other = _EACH_OTHER.match(text, cue.word.end, end)
    if each_other:
        after = cue.after(each_other.end())
        yield _made(cue, cue.subject(), None, after or each_other.span(), "mutual")
    elif _PASSIVE_BEFORE.search(before) or (
        cue.word.lower.endswith("ed") and _OF.match(text, cue.word.end, end) and cue.word.lower == "accused"
    ):
        yield from _passive(cue)
    else:
        yield from _active(cue)


def _active(cue: _Cue) -> Iterator[AccusationWords]:
    text = cue.text
    after = cue.after()
    if after is None:
        return
    of = _OF.search(text, after[0], after[1])
    accused = trim(text, (after[0], of.start() if of else after[1]))
    on = _ON.match(text, cue.word.end, after[1]) if cue.word.lower.startswith("blam") else None
    if on and (
        of is None
        or on.end() <= of.start()
        or _names_act(text[after[0] : on.start() + 1] + text[on.start() : on.end()])
    ):
        accused = trim(text, (on.end(), after[1]))
    accused = _without_day(text, accused)
    if accused[1] > accused[0] and len(text[accused[0] : accused[1]].split()) <= 16:
        yield _made(cue, cue.subject(), accused, after)


_DAY_AFTER = Expression(r"\s+(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day$", re.IGNORECASE)
_WHICH_BEFORE = Expression(r"\b(?:which|that)\s+([^,.;:]{2,60})\s+(?:has\s+|have\s+|had\s+)?$", re.IGNORECASE)


def _without_day(text: str, span: Span) -> Span:
    day = _DAY_AFTER.search(text, *span)
    return (span[0], day.start()) if day else span


def _relative_subject(cue: _Cue) -> Span | None:
    """Who blames in "which they blamed on ..."; nobody is told in "an attack blamed on ..."."""
    before = cue.before()
    which = _WHICH_BEFORE.search(before)
    start = cue.word.start - len(before)
    return trim(cue.text, (start + which.start(1), start + which.end(1))) if which else None


#: A headline's subject: capitals only.
_NAME = Expression(r"(?:[A-Z][\w’'.-]*\s?){1,5}")
_ACT = Expression(
    r"\b(?:attack|bomb|blast|strike|shelling|raid|killing|violence|death|clash|fighting|incident|explosion"
    r"|assault|violation|massacre|ambush|outbreak|loss|casualt|failure|collapse)",
    re.IGNORECASE,
)


def _names_act(words: str) -> bool:
    return _ACT.search(words) is not None


def _passive(cue: _Cue) -> Iterator[AccusationWords]:
    """ "were accused by the ministry of"; without an agent who accuses is left open."""
    text, end = cue.text, cue.sentence[1]
    accused = cue.subject()
    by_agent = _BY.match(text, cue.word.end, end) is not None
    bare = not by_agent and not _PASSIVE_BEFORE.search(cue.before())
    if bare and not (accused and _NAME.fullmatch(text, *accused)):
        return  # "a man accused of theft was released" tells whom, not that anybody accuses
    if accused is None or (not by_agent and not _PASSIVE_BEFORE.search(cue.before()) and VERB.search(text, *accused)):
        return
    by = _BY.match(text, cue.word.end, end)
    agent = cue.after(by.end(), limit=120) if by else None
    if agent is not None:
        of = _OF.search(text, agent[0], agent[1])
        agent = trim(text, (agent[0], of.start() if of else agent[1]))
    after = cue.after()
    yield _made(cue, agent, accused, after)


def _read_traded(cue: _Cue) -> Iterator[AccusationWords]:
    """ "traded accusations", "exchanged blame", "laid the blame on"."""
    before = cue.before()
    traded = _TRADED.search(before)
    if traded:
        verb = cue.word.start - (len(before) - traded.start())
        subject = subject_before(cue.text, cue.sentence[0], verb)
        yield _made(cue, subject, None, cue.after() or (verb, cue.word.end), "mutual")
        return
    laid = _LAID.search(before) if cue.word.lower in ("blame", "responsibility") else None
    on = _ON.match(cue.text, cue.word.end, cue.sentence[1]) if laid else None
    if laid and on:
        verb = cue.word.start - (len(before) - laid.start())
        accused = cue.after(on.end(), limit=90)
        if accused:
            yield _made(cue, subject_before(cue.text, cue.sentence[0], verb), accused, accused)


#: "rebel allegations that the army ...", "accusations by the ministry against ...".
_OWNED = Expression(r"(?:\b[\w.’'-]+\s+){1,4}$")
_NOUN_AGENT = Expression(r"\s+(?:made\s+|levelled\s+|leveled\s+)?(?:by|from)\s+", re.IGNORECASE)
_NOUN_CONTENT = Expression(r"\s*(?:that|against)\s+", re.IGNORECASE)
_LIGHT_BEFORE = Expression(
    r"^.*\b(?:of|to|the|counter|denied|denies|deny|denying|rejected|rejects|dismissed|dismisses|refuted|with|by"
    r"|on|over|about|and|an?|these|those|any|all|new|amid|from|for|as|in)\s+",
    re.IGNORECASE | re.DOTALL,
)


def _read_noun(cue: _Cue) -> Iterator[AccusationWords]:
    found = list(_read_traded(cue))
    yield from found or _nominal(cue)


def _nominal(cue: _Cue) -> Iterator[AccusationWords]:
    """An accusation told as a noun with its owner: who accuses stands before the noun or after "by"."""
    text, end = cue.text, cue.sentence[1]
    agent = _NOUN_AGENT.match(text, cue.word.end, end)
    after = cue.after(agent.end(), limit=70) if agent else None
    content_from = cue.word.end
    if after is not None:
        that = _THAT.search(text, after[0], after[1])
        accuser: Span | None = trim(text, (after[0], that.start() if that else after[1]))
        content_from = accuser[1] if accuser else cue.word.end
    else:
        before = cue.before(60)
        owned = _OWNED.search(before)
        words = _LIGHT_BEFORE.sub("", owned.group()) if owned else ""
        words = words[max((verb.end() for verb in VERB.finditer(words)), default=0) :].lstrip()
        accuser = trim(text, (cue.word.start - len(words), cue.word.start)) if words.strip() else None
    content = _NOUN_CONTENT.match(text, content_from, end)
    if content and cue.word.lower.startswith("charge") and content.group().strip().lower() != "that":
        return  # charges against somebody are a court's
    if accuser is None or content is None or accuser[1] <= accuser[0]:
        return
    accused = cue.after(content.end(), limit=60)
    if accused is not None:
        verb = _DID.search(text, accused[0], accused[1])
        yield _made(cue, accuser, trim(text, (accused[0], verb.start() if verb else accused[1])), accused)


#: What is told behind an accuser or an accused.
_THAT = Expression(r"\s(?:that|against|of)\s", re.IGNORECASE)
_DID = Expression(r"\s(?:had|has|have|was|were|is|are|used|fired|shelled|attacked|killed|bombed|carried|violated)\b")
#: "the finger | of blame at |".
_AT = Expression(r"\s+(?:of\s+\w+\s+)?at\s+", re.IGNORECASE)


def _read_blame(cue: _Cue) -> Iterator[AccusationWords]:
    found = list(_read_traded(cue))
    on = _BLAMED_ON.match(cue.text, cue.word.end, cue.sentence[1])
    after = cue.after(on.end(), limit=90) if on else None
    if found or after is None:
        yield from found or _read_accuse(cue)
        return
    accused = _without_day(cue.text, after)
    yield _made(cue, _relative_subject(cue), accused, accused)


def _read_finger(cue: _Cue) -> Iterator[AccusationWords]:
    before = cue.before()
    point = _FINGER.search(before)
    at = _AT.match(cue.text, cue.word.end, cue.sentence[1])
    if not point or not at:
        return
    verb = cue.word.start - (len(before) - point.start())
    each_other = _EACH_OTHER.match(cue.text, at.end() - 1, cue.sentence[1])
    accused = None if each_other else cue.after(at.end(), limit=90)
    subject = subject_before(cue.text, cue.sentence[0], verb)
    yield _made(
        cue,
        subject,
        accused,
        accused or (each_other.span() if each_other else None),
        "mutual" if each_other else "one-sided",
    )


def _read_responsible(cue: _Cue) -> Iterator[AccusationWords]:
    before = cue.before(140)
    start = cue.word.start - len(before)
    held = _HELD.search(before)
    selves = None if held else _SELVES_RESPONSIBLE.search(before)
    found = held or selves
    if found is None:
        return
    accused = trim(cue.text, (start + found.start(1), start + found.end(1)))
    subject = subject_before(cue.text, cue.sentence[0], start + found.start())
    words = cue.text[accused[0] : accused[1]].lower()
    if re.search(r"\b(?:who|which|what|could|might|it)$", words):
        return
    mutual = words in ("each other", "one another")
    yield _made(cue, subject, None if mutual else accused, cue.after() or accused, "mutual" if mutual else "one-sided")


def _read_attribute(cue: _Cue) -> Iterator[AccusationWords]:
    to = _TO.match(cue.text, cue.word.end, cue.sentence[1])
    if not to or not _names_act(to[1]) or _PASSIVE_BEFORE.search(cue.before()):
        return
    accused = cue.after(to.end(), limit=90)
    if accused:
        yield _made(cue, cue.subject(), accused, accused)


#: "said (that) their forces had opened fire": somebody tells of a hostile act of somebody else.
_SAID_THAT = Expression(
    r"(?:\s+(?:on|in|late|early|also|that)\b(?:\s+\w+day)?|\s+\w+day\b)*\s*[“\"]?\s*", re.IGNORECASE
)
_HOSTILE = Seldom(
    "attack|assault|offensive|hostilit|fighting|fire|shell|strike|missile|provo|aggression|raid|war|bomb"
    "|massacre|operation|firing|violat|breached|ambushed|truce|invaded|target|struck|subjected|resorted|used",
    r"""\b(?:(?:had|have|has|was|were)\s+(?:also\s+|again\s+|first\s+|been\s+|deliberately\s+)?)?
    (?:(?:launch|start|initiat|resum|unleash|began|begun|mount|carried|stag|committ|conduct|provok
    |instigat)(?:ed)?\s+(?:\w+\s+){0,4}?(?:attacks?|assaults?|offensives?|offensive\ actions?|hostilit\w+|fighting
    |fire|shelling|strikes?|missile|provocations?|aggression|raids?|war|bombardment|bombing|massacre|operation)
    |opened\s+fire|fired\s+(?:on|at|upon|into|\w+\s+(?:on|at|into))|shelled|attacked|violated|breached|bombarded
    |bombed|ambushed
    |(?:broke|broken)\s+(?:the|a)\s+(?:\w+\s+)?(?:truce|cease-?fire)|provoked|invaded|targeted|struck
    |subjected\s+to|resorted\s+to|used\s+(?:chemical|banned|cluster)|massacred
    |(?:was|were|had\ been|have\ been)\s+(?:attacking|shelling|firing|targeting|bombing|violating))\b""",
    re.IGNORECASE | re.VERBOSE,
)
_UNDER_FIRE = Expression(
    r"\b(?:com(?:e|ing)|came|(?:was|were|been)\s+(?:attacked|shelled|bombed|hit|targeted|fired\s+(?:on|upon)"
    r"|struck|ambushed))\s+(?:under\s+(?:\w+\s+){0,2}?(?:fire|attack|shelling)\s+(?:from|by)|by)\s+",
    re.IGNORECASE,
)


#: "Each side says", "both governments claim": of two, before what "the other" did.
_EACH_BEFORE = Expression(r"\b(?:each|either|both)\b(?:\s+[\w-]+){0,3}\s+$", re.IGNORECASE)
_THE_OTHER = Expression(
    r",?\s+(?:that\s+)?[“\"]?(?:it\s+was\s+)?the\s+other(?:\s+(?:side|party|group|army|country))?\s+"
    r"(?=(?:had|has|was|were|is|are|who|first|did|broke|began|shot|struck|hit|(?!\w+ed\s+\w+ed\b)\w+ed)\b)",
    re.IGNORECASE,
)


def _read_said(cue: _Cue) -> Iterator[AccusationWords]:
    """ "said its positions had come under fire from ...", "said that their army had staged an attack"."""
    text, end = cue.text, cue.sentence[1]
    other = _THE_OTHER.match(text, cue.word.end, end) if _EACH_BEFORE.search(cue.before(40)) else None
    if other is not None and cue.subject() is not None:
        yield _made(cue, cue.subject(), None, cue.after(other.end()) or other.span(), "mutual")
        return
    opening = _SAID_THAT.match(text, cue.word.end, end)
    start = opening.end() if opening else cue.word.end
    limit = min(end, start + 130)
    under = _UNDER_FIRE.search(text, start, limit)
    hostile = _HOSTILE.search(text, start, limit)
    if under and (hostile is None or under.start() <= hostile.start()):
        accused = cue.after(under.end(), limit=70)
    elif hostile and "," not in text[start : hostile.start()]:
        that = text.rfind(" that ", start, hostile.start())
        accused = trim(text, (that + 6 if that >= 0 else start, hostile.start()))
        if len(text[accused[0] : accused[1]].split()) > 9:
            return
    else:
        return
    accuser = cue.subject()
    if accuser is None or accused is None or accused[1] <= accused[0]:
        return
    yield _made(cue, accuser, accused, cue.after() or accused, "implicit")


def _made(
    cue: _Cue,
    accuser: Span | None,
    accused: Span | None,
    after: Span | None,
    kind: Literal["one-sided", "mutual", "implicit"] = "one-sided",
) -> AccusationWords:
    known = [span for span in (accuser, accused, after, (cue.word.start, cue.word.end)) if span]
    shown = min(start for start, _ in known), max(end for _, end in known)
    clause = cue.text[cue.sentence[0] : shown[1]]
    return AccusationWords(
        shown=trim(cue.text, shown),
        accuser=accuser,
        accused=accused,
        mutual=kind == "mutual",
        habitual=_HABITUAL.search(cue.text[shown[0] : shown[1]]) is not None,
        answering=_ANSWERING.search(clause) is not None,
        implicit=kind == "implicit",
    )


_Reader = Callable[[_Cue], Iterator[AccusationWords]]


_SAYING = (
    "said says say claimed claims alleged alleges reported stated charged told informed announced insisted saying"
    " claiming alleging"
)


def _readers() -> Mapping[str, _Reader]:
    table: dict[str, _Reader] = {}
    kinds: tuple[tuple[str, _Reader], ...] = (
        ("accuse accuses accused accusing faulted", _read_accuse),
        ("blame blames blamed blaming", _read_blame),
        ("accusations accusation recriminations allegations allegation charges responsibility", _read_noun),
        ("finger fingers", _read_finger),
        ("responsible behind", _read_responsible),
        ("attributed attributes attributing", _read_attribute),
        (_SAYING, _read_said),
    )
    for words, reader in kinds:
        table.update(dict.fromkeys(words.split(), reader))
    return MappingProxyType(table)


_READERS = _readers()

#: Every word that `find_accusation_words` looks at.
CUE_WORDS = frozenset(_READERS)
