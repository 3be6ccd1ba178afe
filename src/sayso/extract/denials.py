"""Denials: where one party rejects what another said, by the words that show it.

Three kinds of cue, from the surest down:

- verbs of denying ("denied", "refuted", "dismissed the charge", "called the claim fictitious"), with their subject;
- a statement said to be untrue ("the claim is a lie"), whose denier is whoever says so;
- denial by content alone ("there is no truth in", "had nothing to do with"), likewise.

Refusals ("rejected the call for talks", "denied entry", "could neither confirm nor deny") are none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from sayso.claims.statement import DenialOf
from sayso.expression import Expression
from sayso.extract.clauses import Sentences, Span, Taken, Word, antecedent, listed, object_after, subject_before, trim
from sayso.extract.denial_words import (
    BRAND,
    DENY,
    PHRASAL,
    REFUTE,
    REJECT,
    STATEMENT_NOUN,
    UNTRUE,
    UNTRUE_WORDS,
    WEAK_WORDS,
)

_POSSESSIVE = Expression(r"(?:its|his|her|their)\b", re.IGNORECASE)
_NO_WORDS = listed("truth basis substance foundation evidence correspond conform consistent match tally reality")
_NOT_WORDS = listed("no not never nothing")
_NOMINAL_WORDS = listed("denial denials rebuttal rebuttals")
_UNTRUE_NEAR = Expression(rf"[\s“\"‘'(]{UNTRUE}\b", re.IGNORECASE | re.VERBOSE)
_STATEMENT_NEAR = Expression(rf"\b{STATEMENT_NOUN}\b", re.IGNORECASE | re.VERBOSE)
_POINTER = Expression(
    r"\s*(?:it|this|that)\b(?!\s+(?!on\b|in\b|at\b|as\b|and\b|but\b|by\b|saying\b)[a-z])",
    re.IGNORECASE,
)
#: "denied entry to", "denied them visas", "deny the enemy any victory": withholding, not denying.
_WITHHOLD = Expression(
    r"\s+(?:\w+\s+){0,4}?(?:entry|access|bail|visas?|permission|permits?|passage|asylum|parole|medical|treatment"
    r"|food|water|aid|opportunit\w+"
    r"|citizenship|re-?entry|the\ right|their\ rights?|rights?|justice|victory|victories|services?|shelter"
    r"|sanctuary|safe\ haven|a\ say|boarding|requests?|appeals?|petitions?|applications?|motions?|bids?|waivers?"
    r"|loans?|funding|chance|hearings?|votes?|trials?)\b",
    re.IGNORECASE | re.VERBOSE,
)
_NO_DENIAL_BEFORE = Expression(
    r"(?:\b(?:neither|nor|cannot|can't|can’t|could\ not|couldn't|couldn’t|not|n't|n’t|never|or|without"
    r"|declin\w+\ to|refus\w+\ to|unable\ to"
    r"|try(?:ing)?\ to|tried\ to|seek(?:s|ing)?\ to|sought\ to|if\ \w+|to|may|might|would"
    r"|could|must|should|shall|will|to\ \w+ly)\s+(?:directly\ |explicitly\ |outright\ "
    r"|specifically\ )?(?:confirm(?:ed|ing)?\s+(?:or|nor)\s+)?)$",
    re.IGNORECASE | re.VERBOSE,
)
_PASSIVE_BEFORE = Expression(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+|immediately\s+|later\s+|also\s+|swiftly\s+|quickly\s+"
    r"|since\s+)?$",
    re.IGNORECASE,
)
_BY = Expression(r"(?:\s+\w+ly|\s+(?:\w+\s+){0,2}?(?:on|in)\s+\w+|\s+as\s+[^,.;:\n]{2,50}?)?\s+by\s+", re.IGNORECASE)
_ADJECTIVE = Expression(
    r"\b(?:the|a|an|this|that|of|in|over|long|hotly|its|their|internationally)[\s-]+$", re.IGNORECASE
)
_RELATIVE = Expression(
    rf"(?:\b(?:an?|the|that|this|which|its|their|\w+['’]s?)\s+)?\b({STATEMENT_NOUN})(?:\s*,)?\s+(?:that\s+"
    rf"|which\s+)?$|,?\s+(which)\s+$|\b(something|one)\s+(?:that\s+|which\s+)?$",
    re.IGNORECASE | re.VERBOSE,
)

_IN_A = Expression(r"\bin\s+(?:an?|its|their|his|her)\s+(?:\w+\s+){0,2}?statement\s*$", re.IGNORECASE)
#: "is absolutely", "were all" directly before a word for "untrue".
_COPULA_BEFORE = Expression(
    r"""\b(?:is|are|was|were|being|be)\s+(?:(?!(?:not|no|neither|that|who|which|true|because|when|if|whether)\b)[\w-]+\s+|[“"]){0,4}[“"]?$|\b(?:is|are|was|were)\s+(?:simply\s+|just\s+)?not\s+$""",
    re.IGNORECASE | re.VERBOSE,
)
_CLAUSE_START = Expression(
    r"[,;:“\"]\s*|\b(?:that|said|says|saying|stated|added|because|and|but|while|although|insisted|insisting)\s+",
    re.IGNORECASE,
)
#: "allegations that it had done so" before "were false".
_THAT_CLAUSE = Expression(rf"\b{STATEMENT_NOUN}(?=\s+that\b)", re.IGNORECASE | re.VERBOSE)
_BARE = Expression(r"(?:it|this|that|these|they|what\ \w+\ said)\s*$", re.IGNORECASE | re.VERBOSE)
_NO_TRUTH = Expression(
    rf"""\b(?:(?:there\s+(?:is|was|were|are)|had|has|have|found|sees?|saw|with)\s+)?
    (?:no|not\ any|not|little|any)\s+
    (?:truth\s+(?:in|to)|basis\s+(?:for|to)|substance\s+to|foundation\s+(?:for|to)
    |a\s+(?:\w+\s+)?(?:word|grain|shred|iota)\s+of\s+truth\s+(?:in|to)|evidence\s+(?:to\s+support|for|of
    |that\s+supports?)\s+(?:\w+\s+){{0,3}}?(?:{STATEMENT_NOUN}|(?:that|this|it)(?=[,.;”"]|$))
    |evidence\s+(?:(?:at|so|as|to|yet|whatsoever|whatever|this|that|the|present|far|of|yet|moment|time|stage|point|now)\s+){{0,5}}?
    that\s+(?:any|a\s+single|civilians?|its|our|their|coalition|government|troops|soldiers|the\s+(?:strike|raid|attack|army|forces))\b)
    |\b(?:none|nothing|not\s+a\s+word|not\s+one\s+word|little)\s+(?:of\s+(?:this|that|it|these|what\s[^,.;:“”"]{{2,40}}?)|(?:they|he|she|it)\s+\w+)\s+(?:is|was|were)\s+true
    |\b(?:do(?:es)?|did)(?:\s+not|n['’]t)\s+(?:(?:correspond|conform|tally)\s+(?:to|with)|match)\s+
    (?:(?:the\s+)?(?:reality|truth|facts?)|what\s|our\s|its\s|their\s|those\s(?:of|that)\s|any\s)
    |\b(?:ha[sd]|have)\s+(?:(?:absolutely|simply)\s+)?[“"‘']?nothing\s+to\s+do\s+with\s+(?:the\s+)?(?:reality|truth)
    |\b(?:is|are|was|were)\s+not\s+(?:consistent|in\s+line)\s+with\s+(?:the\s+)?(?:reality|truth|facts?)""",
    re.IGNORECASE | re.VERBOSE,
)
_NOT_US = Expression(
    r"""\b(?:(?:had|have|has)\s+(?:nothing\s+to\s+do\s+with(?!\s+(?:the\s+)?(?:reality|truth))|no\s+(?:hand|role|part|involvement|connection|links?)\s+(?:in|with|to))
    |(?:was|were|is|are|had\s+been|have\s+been|has\s+been)\s+(?:not|never)\s+(?:\w+\s+)?(?:responsible\s+for
    |behind|involved\s+in|to\s+blame\s+for)
    |(?:had|have|has)\s+not\s+been\s+(?:responsible\s+for|behind|involved\s+in)
    |no\s+such\s+(?:\w+\s+){1,2}?(?:has|had|have|was|were|ever|took|occurred|happened|existed)
    |(?:ordered|carried\s+out|conducted|launched|made|committed|issued|staged|mounted|planted|fired)\s+no\s+(?:such\s+\w+
    |attacks?|strikes?|raids?|shells?|shots?|rockets?|missiles?|mines?|massacres?|crimes?|atrocit(?:y|ies))
    |(?:had|has|have)\s+(?:never|not)\s+(?:\w+ly\s+)?(?:targeted|attacked|bombed|shelled|struck|fired|used|carried\s+out
    |opened\s+fire|crossed|violated|tortured|executed)
    |(?:did|do|does)\s+not\s+(?:\w+ly\s+)?(?:target|attack|bomb|shell|carry\s+out|open\s+fire|fire\s+(?:on|at)|torture
    |execute)
    |there\s+(?:was|were|had\s+been|has\s+been|is|are)\s+(?:no|never\s+any)\s+(?:such\s+)?(?:\w+\s+)?(?:attacks?|massacres?|shelling
    |raids?|strikes?|airstrikes?|bombings?|offensive|killings?|incursions?|executions?|order|shooting|gunfire|bombardment
    |civilians?(?!\s+(?:casualt|death|victim|loss|fatalit|dead|injur|wound)))
    |no\s+(?:\w+\s+){1,3}?(?:had|has|have|was|were)\s+(?:been\s+)?(?:deliberately\s+)?(?:struck|hit|targeted|shelled|bombed
    |attacked|executed|tortured)
    |never\s+(?:happened|took\s+place|occurred)|did\s+not\s+(?:happen|take\s+place))\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NOMINAL = Expression(
    r"""\b(?:despite|in\ spite\ of|amid|after|following|notwithstanding|contradicting
    |repeated|reiterated|repeats|reiterates|issued|issues|published|with)\s+
    (?:(?:an?|the|repeated|strong|official|earlier|swift|categorical|flat|previous|immediate|firm|vehement)\s+)*
    (?P<owner>[^.,;:\n]{0,60}?)\b(?:denials?|rebuttals?)\b(?P<after>\s+(?:by|from)\s+[^.,;:\n]{2,80})?""",
    re.IGNORECASE | re.VERBOSE,
)
_RESPONSIBILITY = Expression(
    r"\b(?:involvement|responsib\w+|role|hand|part|being\s+behind|was\s+behind|were\s+behind|carr(?:ied"
    r"|ying)\s+out|having|using|use\s+of|its\s+\w+\s+were\s+involved|involved"
    r"|targeting|bombing|attacking|shelling|firing|violating|opening\s+fire|launching|striking|hitting|kidnapping"
    r"|planting|wrongdoing)\b",
    re.IGNORECASE,
)
_HARM = Expression(
    r"\b(?:killed|died|dead|deaths?|loss\s+of\s+life|casualt(?:y|ies)|loss(?:es)?|wounded|injured|captured|hurt|harmed"
    r"|killing|lost|missing|fatalit(?:y|ies)|victims?"
    r"|(?:holding|held|holds|taken|captured|seized)\s+(?:any|no|the|its|their)\s+(?:[\w-]+\s+)?(?:prisoners|captives|hostages|personnel|soldiers"
    r"|troops|policemen|officers))\b",
    re.IGNORECASE,
)
_POINTING = Expression(
    rf"\s*(?:it|this|that|both|them|these|those|(?:the|this|that|these|those|such|all|any"
    rf"|both)\s+(?:\w+\s+)?{STATEMENT_NOUN})\s*(?:$|[,.]|(?:on|in|at|as|and|but|outright|too|yesterday|today|late"
    rf"|early|{UNTRUE})\b)",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class DenialWords:
    """One denial as spans: the words that show it, who denies and what is denied."""

    shown: Span
    cue: Span
    denier: Span | None
    object: Span | None
    of: DenialOf
    pointing: bool
    implicit: bool = False
    #: True where the content alone denies, so that the denier is whoever says it.
    by_content: bool = False


def find_denial_words(text: str, words: Sequence[Word], sentences: Sentences) -> list[DenialWords]:
    """Every denial of a text in order; spans of different denials share no cue.

    A denial by content that follows an outright one in its sentence ("refuted this, saying it does not match the
    facts") only carries on.
    """
    found: list[DenialWords] = []
    for word in words:
        for reader in _READERS.get(word.lower, ()):
            found.extend(reader(_Cue(text, word, sentences.around(word.start))))
    found.sort(key=lambda denial: (denial.implicit, denial.by_content, denial.denier is None, denial.shown))
    kept: list[DenialWords] = []
    taken, said_outright = Taken(), dict[int, int]()
    for denial in found:
        sentence = sentences.index(denial.cue[0])
        carries_on = denial.by_content and said_outright.get(sentence, denial.cue[0]) < denial.cue[0]
        if carries_on or any(True for _ in taken.overlapping(denial.cue)):
            continue
        taken.add(denial.shown, len(kept))
        kept.append(denial)
        if not denial.by_content:
            said_outright[sentence] = min(denial.cue[0], said_outright.get(sentence, denial.cue[0]))
    return sorted(kept, key=lambda denial: denial.shown)


@dataclass(frozen=True, slots=True)
class _Cue:
    """A word that may show a denial, with its sentence."""

    text: str
    word: Word
    sentence: Span

    @property
    def span(self) -> Span:
        return self.word.start, self.word.end

    def before(self, length: int = 60) -> str:
        """Up to `length` characters of the sentence before the word."""
        return self.text[max(self.sentence[0], self.word.start - length) : self.word.start]


def _read_deny(cue: _Cue) -> Iterator[DenialWords]:
    if not _withholds(cue):
        yield from _one(cue, needs_statement=False)


def _read_refute(cue: _Cue) -> Iterator[DenialWords]:
    yield from _one(cue, needs_statement=False)


def _read_reject(cue: _Cue) -> Iterator[DenialWords]:
    yield from _one(cue, needs_statement=True)


def _read_phrasal(cue: _Cue) -> Iterator[DenialWords]:
    follow = re.compile(PHRASAL[cue.word.lower], re.IGNORECASE).match(cue.text, cue.word.end, cue.sentence[1])
    if follow:
        yield from _one(
            _Cue(cue.text, Word(cue.word.lower, cue.word.start, follow.end()), cue.sentence), needs_statement=True
        )


def _withholds(cue: _Cue) -> bool:
    clause = min(cue.sentence[1], cue.word.end + 60)
    return _WITHHOLD.match(cue.text, cue.word.end, clause) is not None


def _one(cue: _Cue, *, needs_statement: bool) -> Iterator[DenialWords]:
    """The denial of one verb: passive, relative ("a claim that X denied") or plain."""
    text, (start, end), before = cue.text, cue.sentence, cue.before()
    if _NO_DENIAL_BEFORE.search(before) and not _READY_TO.search(before):
        return
    if _PASSIVE_BEFORE.search(before) or _is_participle_after_noun(cue):
        yield from _passive(cue, needs_statement=needs_statement)
        return
    if _ADJECTIVE.search(before):
        return
    denier = subject_before(text, start, cue.word.start)
    if denier is not None and _WHO.fullmatch(text, *denier):
        denier = antecedent(text, start, denier[0]) or denier
    relative = _relative_object(text, start, denier)
    object_ = relative or object_after(text, cue.word.end, end)
    if object_ is None:
        return
    words = text[object_[0] : object_[1]]
    if relative is None and (
        re.match(r"(?:to|from|by|of)\b", words) or (needs_statement and not _names_statement(words))
    ):
        return
    shown = _hull(cue.span, object_, denier)
    if shown[1] - shown[0] > _WIDEST:
        shown = _hull(cue.span, object_)  # "A did this, then that, and denied it": what stands between tells nothing
    found = _denial(text, shown, cue.span, denier, object_)
    yield replace(found, pointing=found.pointing or relative is not None)


_WHO = Expression(r"which|who|that", re.IGNORECASE)
#: Words that show a denial with its denier, at most (characters).
_WIDEST = 260


def _hull(*spans: Span | None) -> Span:
    known = [span for span in spans if span is not None]
    return min(start for start, _ in known), max(end for _, end in known)


def _is_participle_after_noun(cue: _Cue) -> bool:
    """ "a charge denied by the army": the verb follows what is denied and "by" follows the verb."""
    return cue.word.lower.endswith("ed") and _BY.match(cue.text, cue.word.end, cue.sentence[1]) is not None


def _passive(cue: _Cue, *, needs_statement: bool) -> Iterator[DenialWords]:
    text, (start, end) = cue.text, cue.sentence
    by = _BY.match(text, cue.word.end, end)
    denier = object_after(text, by.end(), end, limit=120) if by else None
    object_ = subject_before(text, start, cue.word.start)
    if denier is None or object_ is None:
        return
    if needs_statement and not _names_statement(text[object_[0] : object_[1]]):
        return
    yield _denial(text, (object_[0], denier[1]), cue.span, denier, object_)


def _relative_object(text: str, start: int, denier: Span | None) -> Span | None:
    """What is denied where it stands before its denier: "an accusation the group has denied"."""
    if denier is None:
        return None
    before = _RELATIVE.search(text, max(start, denier[0] - 60), denier[0])
    if before is None or _IN_A.search(text, max(start, before.start() - 30), before.end()):
        return None  # "in a later statement the office denied it" tells where
    return trim(text, before.span())


def _names_statement(words: str) -> bool:
    """True for "this", "the rebel account": a statement noun near the start, or a bare pointer."""
    if _POINTER.match(words):
        return True
    noun = _STATEMENT_NEAR.search(words)
    if noun is None or re.match(r"\s+against\b", words[noun.end() :]):
        return False  # charges against somebody are a court's
    return len(words[: noun.start()].split()) <= 8 and "," not in words[: noun.start()]


def _read_brand(cue: _Cue) -> Iterator[DenialWords]:
    """ "called the claim fictitious", "denounced the report as propaganda", "called “fictitious” the claim"."""
    text, end, before = cue.text, cue.sentence[1], cue.before()
    untrue = _UNTRUE_NEAR.search(text, cue.word.end, min(end, cue.word.end + 140))
    if untrue is None or _NO_DENIAL_BEFORE.search(before) or _PASSIVE_BEFORE.search(before):
        return
    adjacent = _AS.fullmatch(text, cue.word.end, untrue.start() + 1) is not None
    quoted = text[untrue.end() : untrue.end() + 1] in ("”", '"', "’", "'")
    after = object_after(text, untrue.end() + quoted if adjacent else cue.word.end, end, limit=200)
    if not adjacent and (after is None or untrue.start() > after[1]):
        return
    object_ = trim(text, (after or (end, end)) if adjacent else (cue.word.end, untrue.start()))
    denier = subject_before(text, cue.sentence[0], cue.word.start)
    them = _THEM.match(text, *object_) and text[untrue.start() : untrue.end()].split()[-1].lower() not in WEAK_WORDS
    relative: Span | None = None
    if object_[0] >= object_[1] or not (them or _names_statement(text[object_[0] : object_[1]])):
        relative = _relative_object(text, cue.sentence[0], denier)
        if relative is None or not adjacent:
            return
        object_ = relative  # "a figure that the army called a fantasy"
    if cue.word.lower.endswith("ing") and _POINTER.match(text, object_[0]):
        return  # "denied the charge, calling it a lie": the first verb has said it
    found = _denial(text, _hull(denier, cue.span, object_, untrue.span()), cue.span, denier, object_)
    yield replace(found, pointing=found.pointing or relative is not None)


def _read_untrue(cue: _Cue) -> Iterator[DenialWords]:
    """ "The claim is a lie": what somebody said is declared untrue."""
    text = cue.text
    copula = _COPULA_BEFORE.search(cue.before())
    if copula is None:
        return
    verb = cue.word.start - (len(cue.before()) - copula.start())
    untrue = _UNTRUE_NEAR.search(text, verb, min(cue.sentence[1], cue.word.end + 24))
    if untrue is None or untrue.start() > cue.word.start:
        return
    window = max(cue.sentence[0], verb - 120)
    openers = (opener.end() for opener in _CLAUSE_START.finditer(text, window, verb))
    left = max((end for end in openers if end < verb), default=window)  # "that is a lie" is opened by no "that"
    noun = _STATEMENT_NEAR.search(text, left, verb) or _THAT_CLAUSE.search(text, window, verb)
    bare = _BARE.match(text, left, verb)
    if noun is None and bare is None:
        return
    if noun is not None:
        left = _owner_start(text, min(left, max(window, noun.start() - 60)), noun.start())
    if noun is None and cue.word.lower in WEAK_WORDS:
        return
    object_ = trim(text, (left, verb))
    denier = _speaker(text, cue.sentence, (left, untrue.end()))
    found = _denial(text, (left, untrue.end()), (verb, untrue.end()), denier, object_)
    yield replace(found, implicit=noun is None, by_content=True)


def _read_no_truth(cue: _Cue) -> Iterator[DenialWords]:
    yield from _content(cue, _NO_TRUTH, implicit=False)


def _read_not_us(cue: _Cue) -> Iterator[DenialWords]:
    for found in _content(cue, _NOT_US, implicit=True):
        yield replace(found, of="responsibility")


#: What is said of a statement before it: "The figures of the army do not match ours".
_HAS_SUBJECT = Expression(r"do(?:es)?\b|did\b|(?:has|had|have)\s+(?:\w+\s+)?[“\"‘']?nothing\b", re.IGNORECASE)


def _statement_start(text: str, start: int, said: re.Match[str]) -> int | None:
    """Where the statement starts that is said not to match: right before what is said of it."""
    noun = _STATEMENT_NEAR.search(text, max(start, said.start() - 100), said.start())
    if (
        noun is None
        or not _HAS_SUBJECT.match(said.group())
        or re.search(r"[,;:]|\bsaid\b", text[noun.end() : said.start()])
    ):
        return None
    return _owner_start(text, start, noun.start())


def _content(cue: _Cue, pattern: Expression, *, implicit: bool) -> Iterator[DenialWords]:
    """ "there is no truth in the report", "had nothing to do with the blast"."""
    text, end = cue.text, cue.sentence[1]
    window = max(cue.sentence[0], cue.word.start - 60)
    found = pattern.search(text, window, min(end, cue.word.end + 80))
    if found is None or not found.start() <= cue.word.start < found.end():
        return
    closed = text[found.end() : found.end() + 1] in (",", "”", '"')
    quoted = re.search(r"[”\"]", text[found.end() : end])
    end = found.end() + quoted.start() if quoted else end
    after = None if closed else object_after(text, found.end(), end, limit=140)
    left = None if implicit else _statement_start(text, cue.sentence[0], found)
    object_ = (found.start() if left is None else left, after[1] if after else found.end())
    denier = _speaker(text, cue.sentence, object_)
    yield replace(_denial(text, object_, found.span(), denier, object_), implicit=implicit, by_content=True)


_EXCLAIMED = Expression(
    rf"""(?:not\ so|(?:(?:absolutely|completely|totally|utterly|simply)\ )?{UNTRUE})(?=[,.!][”"’']?\s)""",
    re.IGNORECASE | re.VERBOSE,
)


def _read_exclaimed(cue: _Cue) -> Iterator[DenialWords]:
    """ "Not so, said the governor", '"Lies," he said': nothing but the word for "untrue", and who says it."""
    text, (start, _) = cue.text, cue.sentence
    opened = max(start, text.rfind("“", start, cue.word.start) + 1, text.rfind('"', start, cue.word.start) + 1)
    left = opened + (text[opened : opened + 1] in "“\"‘'")
    found = _EXCLAIMED.match(text, left, cue.word.end + 24)
    if found is None or not found.start() <= cue.word.start < found.end():
        return
    denier = _speaker(text, cue.sentence, found.span())
    if denier is not None:
        yield replace(_denial(text, found.span(), found.span(), denier, None), by_content=True)


_PADDING_WORDS = listed("inflating exaggerating inventing fabricating faking overstating")
_PADDED = Expression(
    r"""\b(?:accus(?:e[sd]?|ing))\s+(?P<object>[^.,;:\n]{2,60}?\s+of\s+(?:wildly\ |grossly\ |deliberately\ )?
    (?:inflating|exaggerating|inventing|fabricating|faking|overstating)\s+(?:[\w’'-]+\s+){0,3}?
    (?:figures?|tolls?|counts?|casualt\w+|numbers?|loss(?:es)?|deaths|dead|claims?))\b""",
    re.IGNORECASE | re.VERBOSE,
)


def _read_padded(cue: _Cue) -> Iterator[DenialWords]:
    """ "Accused the army of inflating the toll": what the army counted is not so."""
    text, (start, end) = cue.text, cue.sentence
    for found in _PADDED.finditer(text, max(start, cue.word.start - 100), min(end, cue.word.end + 80)):
        outright = any(word.lower() in _OUTRIGHT for word in text[start : found.start()].split())
        if found.start() < cue.word.start < found.end() and not outright:
            denier = subject_before(text, start, found.start())
            yield _denial(text, found.span(), found.span(), denier, found.span("object"))


#: "Denied it and accused the army of inventing figures" is one denial.
_OUTRIGHT = DENY | REFUTE | REJECT


_BELIEF_WORDS = listed("believe recognise recognize accept trust share")
_DISBELIEF = Expression(
    rf"""(?:do|does|did)\s+not\s+(?:\w+ly\s+)?(?:(?:believe|trust)\s+(?:him|her|them)\b
    |(?:believe|trust|recogni[sz]e|accept|share)\s+(?:the|this|that|these|those|such|his|her|their|its|any|[\w’']+[’']s?)\s+
    (?:[\w’'-]+\s+){{0,3}}?{STATEMENT_NOUN}\b)""",
    re.IGNORECASE | re.VERBOSE,
)


def _read_disbelief(cue: _Cue) -> Iterator[DenialWords]:
    """ "Did not believe him", "did not recognise the figures"."""
    text, (start, end) = cue.text, cue.sentence
    found = _DISBELIEF.search(text, max(start, cue.word.start - 28), end)
    if found is None or not found.start() <= cue.word.start < found.end():
        return
    denier = _speaker(text, cue.sentence, found.span()) or subject_before(text, start, found.start())
    if denier is not None:
        object_ = trim(text, (cue.word.end, found.end()))
        yield replace(_denial(text, _hull(denier, found.span()), found.span(), denier, object_), by_content=True)


_THEM = Expression(r"(?:them|these|those)(?:\s+as)?$", re.IGNORECASE)
#: Between a verb of calling and the word for "untrue" where what is called so stands before both.
_AS = Expression(r"\s*(?:as\b)?\s*(?:an?\b)?[\s“\"‘'(]*", re.IGNORECASE)
_SAYING = Expression(
    r"\b(?:said|says|saying|told\s+\w+|stated|insist(?:s|ed|ing)|maintain(?:s|ed)|claim(?:s|ed)|add(?:s|ed)"
    r"|declar(?:es|ed)|argu(?:es|ed)|replied|respond(?:s|ed)"
    r"|tweeted|wrote|announced|stress(?:es|ed)|found|finds)\b",
    re.IGNORECASE,
)


def _speaker(text: str, sentence: Span, content: Span) -> Span | None:
    """Who says a denial by content: the subject of the verb of saying before it, or after its quotation."""
    before = [verb for verb in _SAYING.finditer(text, sentence[0], content[0] + 8) if verb.start() <= content[0]]
    if before:
        return subject_before(text, sentence[0], before[-1].start())
    after = _SAYING.search(text, content[1], sentence[1])
    if after is None or text[content[1] : after.start()].count(" ") > 16:
        return None
    inverted = _INVERTED.match(text, after.end(), sentence[1])
    if inverted and not text[content[1] : after.start()].strip(' ,."”’'):
        return object_after(text, after.end(), sentence[1], limit=90)
    return subject_before(text, content[1], after.start())


#: "said | the ministry": a name or article right behind the verb.
_INVERTED = Expression(r"\s+(?=[A-Z]|the\s|an?\s)")


def _owner_start(text: str, start: int, noun_start: int) -> int:
    """Where the noun phrase of a statement noun starts: "the militants' claim"."""
    window = text[max(start, noun_start - 60) : noun_start]
    phrase = re.search(r"(?:\b[\w.’'-]+\s+){0,5}$", window)
    words = phrase.group() if phrase else ""
    cut = max(
        (m.end() for m in re.finditer(r"\b(?:that|said|says|added|because|and|but)\s+|[“\"]\s*", words)), default=0
    )
    return noun_start - len(words) + cut


def _read_nominal(cue: _Cue) -> Iterator[DenialWords]:
    """ "despite denials by the army", "repeated the government's denial"."""
    text, (start, end) = cue.text, cue.sentence
    found = next(
        (
            m
            for m in _NOMINAL.finditer(text, max(start, cue.word.start - 110), min(end, cue.word.end + 90))
            if m.start() < cue.word.start < m.end()
        ),
        None,
    )
    if found is None:
        return
    owner = trim(text, found.span("owner"))
    own = _POSSESSIVE.match(text, *owner)
    owner = own.span() if own else owner
    denier: Span | None = owner if owner[1] > owner[0] else None
    if found["after"]:
        by = re.match(r"\s+(?:by|from)\s+", found["after"])
        denier = trim(text, (found.start("after") + (by.end() if by else 0), found.end("after")))
    elif found.group().lower().startswith(("repeat", "reiter", "issue", "publish")):
        denier = subject_before(text, start, found.start()) or denier
    of = _DENIAL_OF.match(text, cue.word.end, end)
    object_ = object_after(text, of.end(), end) if of else None
    shown = trim(text, _hull(found.span(), denier, object_))
    yield _denial(text, shown, cue.span, denier, object_)


_DENIAL_OF = Expression(r"\s+(?:(?:on|late|early|last)\s+\w+\s+){0,2}(?:of|that|to)\s+", re.IGNORECASE)
_READY_TO = Expression(r"\b(?:quick|swift|rushed|moved|went\ on|continue[sd]?)\ to\s$", re.IGNORECASE | re.VERBOSE)


def _denial(text: str, shown: Span, cue: Span, denier: Span | None, object_: Span | None) -> DenialWords:
    words = text[object_[0] : object_[1]] if object_ else ""
    pointing = object_ is None or _POINTING.match(words) is not None
    return DenialWords(trim(text, shown), cue, denier, object_, _of(words), pointing)


_OWN_DEED = Expression(
    r"(?:that\s+)?(?:it|they|he|she|its|their)\s+(?:had\s+|has\s+|have\s+|\w+\s+(?:had|were|was)\s+)?\w+(?:ed|t|n|e|d)\b",
    re.IGNORECASE,
)


def _of(words: str) -> DenialOf:
    """What is denied: somebody's statement unless the words name the deed or the harm first."""
    noun, deed, harm = _STATEMENT_NEAR.search(words), _RESPONSIBILITY.search(words), _HARM.search(words)
    first = noun.start() if noun else len(words) + 1
    if noun and noun.group().lower() in ("responsibility", "involvement"):
        return "responsibility"
    if deed and deed.start() < first:
        return "responsibility"
    if harm and harm.start() < first:
        return "harm"
    if noun is None and _OWN_DEED.match(words):
        return "responsibility"
    return "statement"


_Reader = Callable[[_Cue], Iterator[DenialWords]]


def _readers() -> Mapping[str, tuple[_Reader, ...]]:
    table: dict[str, list[_Reader]] = {}
    kinds: tuple[tuple[Iterable[str], _Reader], ...] = (
        (DENY, _read_deny),
        (REFUTE, _read_refute),
        (REJECT, _read_reject),
        (PHRASAL, _read_phrasal),
        (BRAND, _read_brand),
        (UNTRUE_WORDS, _read_untrue),
        (_NO_WORDS, _read_no_truth),
        (("true",), _read_no_truth),
        (UNTRUE_WORDS | {"so"}, _read_exclaimed),
        (_BELIEF_WORDS, _read_disbelief),
        (_PADDING_WORDS, _read_padded),
        (_NOT_WORDS, _read_not_us),
        (_NOMINAL_WORDS, _read_nominal),
    )
    for words, reader in kinds:
        for word in words:
            table.setdefault(word, []).append(reader)
    return MappingProxyType({word: tuple(readers) for word, readers in table.items()})


#: Cue word -> the readings to try for it.
_READERS = _readers()

#: Every word that `find_denial_words` looks at.
CUE_WORDS = frozenset(_READERS)
