"""Sentences and clauses by rule: where a sentence ends, who stands before a verb, what stands after it.

No parser: reports are read as they come (upper case, commas stripped, two sentences run together), so every function
works on offsets of the untouched text and gives an empty result rather than a guess.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from sayso.cutting import cuts
from sayso.expression import Expression

Span = tuple[int, int]

_ABBREVIATION = Expression(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Cpl|Sgt|Adm|Brig|Cmdr|Gov|Sen|Rep|St|No|Nos|vs|Jan|Feb|Mar|Apr|Jun"
    r"|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co|Jr|Sr|approx|est)|\b[A-Z](?:\.[A-Z])*)\.$"
)
_STOP = Expression(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|\n\s*\n|[.!?][\"”’]?\n|$")
_LOWER_NEXT = Expression(r"\s*[a-z]")


class Taken:
    """Spans that are taken, found by place: whether a new one overlaps any, without looking at all of them."""

    __slots__ = ("_cells",)
    _CELL = 256

    def __init__(self) -> None:
        self._cells: dict[int, list[tuple[Span, int]]] = {}

    def add(self, span: Span, index: int) -> None:
        """Take a span under a number."""
        for cell in range(span[0] // self._CELL, span[1] // self._CELL + 1):
            self._cells.setdefault(cell, []).append((span, index))

    def overlapping(self, span: Span) -> Iterator[int]:
        """The numbers of the taken spans that share a character with this one."""
        for cell in range(span[0] // self._CELL, span[1] // self._CELL + 1):
            for other, index in self._cells.get(cell, ()):
                if other[0] < span[1] and span[0] < other[1]:
                    yield index


@dataclass(frozen=True, slots=True)
class Word:
    """One word of letters, in lower case, with its place in the text."""

    lower: str
    start: int
    end: int


_WORD = Expression(r"[^\W\d_]+")


def listed(words: str) -> frozenset[str]:
    """The words of a list written as one string."""
    return frozenset(words.split())


def words_of(text: str, wanted: Container[str]) -> tuple[Word, ...]:
    """The words of a text that are among the wanted ones (in lower case), in order."""
    return tuple(
        Word(lower, match.start(), match.end())
        for match in _WORD.finditer(text)
        if (lower := match.group().lower()) in wanted
    )


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of one text, in order, without the white space between them."""

    spans: tuple[Span, ...]
    _starts: tuple[int, ...] = field(repr=False, default=())

    @classmethod
    def of(cls, text: str) -> Sentences:
        """Cut a text into sentences; a blank line always ends one."""
        spans = _sentences(text)
        return cls(spans, tuple(start for start, _ in spans))

    def index(self, offset: int) -> int:
        """The number of the sentence that holds or precedes the offset; 0 before the first."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def around(self, offset: int) -> Span:
        """The sentence that holds the offset."""
        return self.spans[self.index(offset)]


@lru_cache(maxsize=4)
def _sentences(text: str) -> tuple[Span, ...]:
    spans: list[Span] = []
    start = 0
    for stop in _STOP.finditer(text):
        if not _ends_sentence(text, start, stop):
            continue
        left = start + len(text[start : stop.end()]) - len(text[start : stop.end()].lstrip())
        right = left + len(text[left : stop.end()].rstrip())
        edges = (left, *cuts(text, left, right), right)
        spans.extend((a, b) for a, b in pairwise(edges) if a < b)
        start = stop.end()
    return tuple(spans) or ((0, len(text)),)


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    if not stop.group().startswith("."):
        return not (stop.group()[:1] in "!?…" and _LOWER_NEXT.match(text, stop.end()))
    if "\n" in stop.group():
        return True
    if _ABBREVIATION.search(text, max(start, stop.start() - 8), stop.start() + 1):
        return False
    return not _LOWER_NEXT.match(text, stop.end())


#: Words between a subject and its verb: auxiliaries, adverbs, time, "in a statement", "however".
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_FILLER = Expression(
    rf"""(?:^|[\s,(–—-])(?:
        has|have|had|is|are|was|were|be|been|being|also|later|then|again|still|never|not|always|in\ the\ past
        |himself|herself|itself
        |themselves
        |both|all|each|however|meanwhile|instead|though|too|soon|once|in\ turn|in\ response|for\ (?:its|his|her
        |their)\ part
        |since|now|so\ far|at\ once|in\ a\ (?:\w+\ )?(?:statement|tweet|communiqu[eé]|broadcast|post|speech|interview)
        |in\ (?:a\ )?(?:statements|comments|remarks)|(?:early|late|earlier
        |later)?\ ?(?:on\ )?{_WEEKDAY}(?:\ (?:morning|afternoon|evening|night))?
        |(?:this|yesterday|the\ same)\ (?:morning|afternoon|evening|day)|yesterday|today|tonight
        |did|does|do|have\ to|had\ to|would|will|went\ on\ to|moved\ to|was\ quick\ to|were\ quick\ to|quick\ to
        |continues\ to|continued\ to
        |earlier|(?-i:[a-z]+ly|[A-Z]{{4,}}LY)|emphatically|swift\ to|rushed\ to
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
_AND = Expression(r"(?:^|[\s,])(?:and|but|or|yet)$", re.IGNORECASE)
#: A subject starts after one of these.
_OPENER = Expression(
    r"""[;:“"(–—\[\]]\s*|\s-+\s
    |(?:^|[\s,])(?:but|while|whereas|although|though|that|which|who|whom|because|as|when|after|before|until|unless
    |if|so|yet|since|despite\ this|instead)\s+
    |\bwith\s+(?=both\b|each\b|the\ two\b|all\b)
    |\b(?:said|says|say|saying|added|adding|reported|reports|told\ \w+|claimed|stated|insisted|noted)\s+(?=the\b
    |an?\b|(?-i:[A-Z]))
    |\b(?:claim|accusation|allegation|charge|report|figure|something|assertion|statement|account|number|toll|count
    |version|estimate)s?\s+(?=the\b
    |an?\b|its\b|their\b|(?-i:[A-Z]))
    """,
    re.IGNORECASE | re.VERBOSE,
)
#: A finite verb of the kind that reports use, to tell "A said X and denied Y" from "A and B denied Y".
VERB = Expression(
    r"\b(?:said|says|say|told|tells|claim(?:s|ed)|stat(?:es|ed)|report(?:s|ed)|announc(?:es|ed)|add(?:s|ed)"
    r"|declar(?:es|ed)"
    r"|den(?:y|ies|ied)|accus(?:es?|ed)|blam(?:es?|ed)|reject(?:s|ed)|dismiss(?:es|ed)|disput(?:es?|ed)|call(?:s"
    r"|ed)|insist(?:s|ed)"
    r"|confirm(?:s|ed)|admit(?:s|ted)|acknowledg(?:es?|ed)|condemn(?:s|ed)|urg(?:es?|ed)|is|are|was|were|has|have"
    r"|had|did|killed|attacked"
    r"|shelled|opened|launched|fired|repeated|came|come|took|made|went|released|issued|published|gave|put|left"
    r"|vowed|responded|describ(?:es|ed)|led|showed|visited|met|held|brought|sent|displayed|toured|arrived|returned"
    r"|appeared)\b",
    re.IGNORECASE,
)


def trim(text: str, span: Span) -> Span:
    """The span without white space, commas and opening or closing marks at its ends."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in ',;:–—-“"”’()[]*•'):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ',;:–—-“"()[].!?'):
        end -= 1
    return start, end


def subject_before(text: str, sentence_start: int, verb_start: int) -> Span | None:
    """The words that name who does what the verb at ``verb_start`` says; None where none stand before it."""
    end, coordinated, comma = _strip_filler(text, sentence_start, verb_start)
    if (aside := _aside(text, sentence_start, end, comma=comma)) is not None:
        return subject_before(text, sentence_start, aside)
    if coordinated and (goes_on := _told_and(text, sentence_start, end)) is not None:
        return goes_on
    start = _last_opener(text, sentence_start, end)
    relative = _RELATIVE_CLAUSE.search(text, max(sentence_start, start - 8), start)
    if relative and comma:
        return subject_before(text, sentence_start, relative.start())  # "the militia, which holds the town, denied it"
    participle = text[verb_start : verb_start + 24].split(" ", 1)[0].endswith("ing")
    if participle and comma and not _TRAILING.search(text, start, end):
        return _first_subject(text, _clause_start(text, sentence_start, end), end)
    if coordinated and comma and _SUBORDINATE.search(text, max(sentence_start, start - 8), start):
        return _first_subject(text, _clause_start(text, sentence_start, end), end)
    if coordinated or (participle and VERB.search(text, start, end)):
        return _first_subject(text, start, end)
    told = _TOLD_BEFORE.search(text, max(sentence_start, start - 24), start)
    last_comma = text.rfind(", ", start, end)
    if told and not comma and last_comma > start:
        start = last_comma + 2  # "A reported the loss of the town, B denied it": what A reported ends at the comma
    elif (joined := _second_clause(text, start, end)) is not None:
        start = joined
    return _noun_phrase(text, _comma_cut(text, start, end, appositive=comma), end)


#: "A rejected the report as “invented” [and denied it]": a quotation, which opens no clause of its own.
_QUOTED_LAST = Expression(r"“[^“”\n]*”$|\"[^\"\n]*\"$")
#: "A denied that its men had fired [and called it a lie]": a clause about who speaks, which has no speaker of its own.
_OWN_CLAUSE = Expression(
    r"\b(?P<verb>said|says|denied|denies|insisted|claimed|told\s\w+|maintained|stated|admitted|acknowledged|conceded)\s+that\s+"
    r"(?:its|their|his|her|it|he|she|they|any|no|only|just|there)\s[^;:“”\"\n]*$"
    # what is destroyed calls nothing a lie
    r"|\b(?P<told>said|says|insisted|claimed|maintained|stated)\s+(?:that\s+)?(?:the|a|an|that|this)\s(?:[\w-]+\s){0,2}?"
    r"(?:houses?|homes?|buildings?|villages?|towns?|schools?|hospitals?|markets?|camps?|mosques?|church(?:es)?|convoys?|planes?"
    r"|strikes?|attacks?|explosions?|blasts?|shells?|rockets?|missiles?|bombs?)\s(?:was|were|had\sbeen|has\sbeen)\s[^;:“”\"\n]*$",
    re.IGNORECASE,
)


def _told_and(text: str, start: int, end: int) -> Span | None:
    """Who "and denied it" at `end` goes on with, where what stands before is words that he or she told."""
    quoted = _QUOTED_LAST.search(text, start, end)
    if quoted is not None and VERB.search(text, start, quoted.start()):
        opener = _last_opener(text, start, quoted.start())
        return _first_subject(text, opener, quoted.start())
    clause = _OWN_CLAUSE.search(text, start, end)
    if clause is None:
        return None
    return subject_before(text, start, clause.start("verb" if clause["verb"] else "told"))


#: "(The office put the toll at six) after (a man died, and said ...)": who acts in the clause says nothing.
_SUBORDINATE = Expression(r"\b(?:after|when|as|before|until|since|because)\s+$", re.IGNORECASE)


#: "An officer, who would not be named because he may not speak[, denied it]", "the clinic, to which they went[, ...]",
#: "the Council, as the rulers call themselves[, ...]".
_WHOLE_ASIDE = Expression(
    r",\s+(?:(?:(?:to|from|at|in|of|for)\s+(?:which|whom)|which|who|where)\s[^,;:“”\"\n]{2,160}"
    r"|as\s[^,;:“”\"\n]{2,80}\s(?:calls?|called|known|styles?)\b[^,;:“”\"\n]{0,30})$"
)
#: The same in a text that prints no commas: "Holt which backs the rebels", "the front which the army calls a gang".
_OPEN_ASIDE = Expression(
    r"\s(?:which|who)\s+(?:(?:(?:[a-z]+ly|once|also|still|now)\s+)?[a-z]{3,}\s+"
    r"(?:the|an?|its|their|to|in|by|on|at|from|with|as|for)\b"
    r"|(?:the\s+)?\w+\s+(?:calls?|regards?|considers?|describes?|views?|sees|labels?|brands?)\s)[^,;:.“”\"\n]{2,140}$"
)


def _aside(text: str, sentence_start: int, end: int, *, comma: bool) -> int | None:
    """Where a relative clause opens that stands between a subject and its verb and ends at an offset."""
    pattern = _WHOLE_ASIDE if comma else _OPEN_ASIDE
    found = pattern.search(text, max(sentence_start + 1, end - 180), end)
    return found.start() if found else None


def antecedent(text: str, sentence_start: int, pronoun: int) -> Span | None:
    """Whom "which" or "who" at an offset stands for: the name or noun phrase right before it."""
    before = trim(text, (sentence_start, pronoun))
    phrase = _LAST_PHRASE.search(text, max(before[0], before[1] - 60), before[1])
    return phrase.span() if phrase else None


_LAST_PHRASE = Expression(
    r"\b(?:(?:the|an?|its|their)\s+)?(?:[A-Z][\w’'.-]*\s+){0,4}[A-Z][\w’'.-]*$"
    r"|\b(?:the|an?|its|their)\s+(?:(?!(?:the|an?|its|their|of|on|by|in|to|for|with)\b)[\w’'-]+\s+){0,3}[\w’'-]+$"
)


_RELATIVE_CLAUSE = Expression(r",\s+(?:which|who)\s+$")
_SECOND_SUBJECT = Expression(r"\s+and\s+(?=(?:(?:the|its|their)\s+)?(?:[\w’'.-]+\s*){1,4}$)")


def _second_clause(text: str, start: int, end: int) -> int | None:
    """Where a second clause starts: "A said that it knew nothing and B denied it" is denied by B alone."""
    joined = None
    for found in _SECOND_SUBJECT.finditer(text, start, end):
        joined = found
    if joined is None or not text[joined.end() : joined.end() + 1].strip():
        return None
    verb = VERB.search(text, start, joined.start())
    return joined.end() if verb and verb.start() > start + 1 else None


_TOLD_BEFORE = Expression(
    r"\b(?:said|says|say|added|reported|reports|claimed|stated|insisted|noted|announced)\s+$", re.IGNORECASE
)
_STRONG_OPENER = Expression(r"[;:“\"]\s*|[,\s]but\s+")


def _clause_start(text: str, start: int, end: int) -> int:
    """Where the main clause before an offset starts."""
    return max(
        (opener.end() for opener in _STRONG_OPENER.finditer(text, start, end) if opener.end() < end), default=start
    )


_LEADING = Expression(
    r"(?:(?:but|and|while|whereas|although|though|that|which|yet|so|then|also|meanwhile|however|later|earlier"
    r"|instead|still|with)\s+"
    r"|in\ an?\ (?:\w+\ ){0,2}?(?:statement|message|tweet|post|interview|communiqu[eé])"
    r"(?:\ (?:e-?mailed|sent|faxed|released|issued)\ to\ (?:the\ )?(?:\w+\ )?"
    r"(?:journalists|reporters|media|agencies|newspapers))?,?\s+"
    r"|(?:on|late|early|late\ on|early\ on)\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\s+"
    r"(?:(?:morning|afternoon|evening|night)\s+)?|(?:yesterday|today)\s+)+",
    re.IGNORECASE | re.VERBOSE,
)
_TRAILING = Expression(r"[\s,]+(?:said|says|told\ reporters|added|insisted)[\s,]*$", re.IGNORECASE | re.VERBOSE)


#: ", responding to reporters": what the subject is busy with.
_BUSY = Expression(
    r",?\s+(?:responding|reacting|speaking|citing|quoting|asked|referring|replying|addressing|questioned|talking"
    r"|writing)\b",
    re.IGNORECASE,
)


def _noun_phrase(text: str, start: int, end: int) -> Span | None:
    """The span without conjunctions and days before it and speech verbs after it; None when nothing is left."""
    start, end = trim(text, (start, end))
    busy = _BUSY.search(text, start, end)
    end = busy.start() if busy and busy.start() > start else end
    leading = _LEADING.match(text, start, end)
    trailing = _TRAILING.search(text, start, end)
    start, end = trim(text, (leading.end() if leading else start, trailing.start() if trailing else end))
    letters = _LETTERS_LAST.search(text, start, end)
    end = letters.start() if letters else end
    return (start, end) if end - start >= 2 else None


#: "The army (SNA": the letters of the name before them.
_LETTERS_LAST = Expression(r"\s\([A-Z-]{2,}$")


def _strip_filler(text: str, start: int, end: int) -> tuple[int, bool, bool]:
    """Where the subject ends; whether a conjunction and whether an appositive's comma stood before the verb."""
    coordinated = comma = False
    while end > start:
        while end > start and (text[end - 1].isspace() or text[end - 1] in ",–—-("):
            comma = comma or text[end - 1] in ",–—"
            end -= 1
        filler = _FILLER.search(text, max(start, end - 40), end)
        if filler:
            end = filler.start() + (0 if filler.group()[:1].isalnum() else 1)
            # the comma after "however" closes nothing, that after "as it calls itself" does
            closes = filler.group().lower().endswith(("self", "selves"))
            comma = False if "," in text[filler.end() : filler.end() + 1] and not closes else comma
            continue
        conjunction = _AND.search(text, max(start, end - 5), end)
        if conjunction and not coordinated:
            coordinated, comma, end = True, False, conjunction.start()
            continue
        break
    return end, coordinated, comma


def _last_opener(text: str, start: int, end: int) -> int:
    window = max(start, end - 240)
    for opener in _OPENER.finditer(text, window, end):
        closed = opener.group().startswith("(") and text.find(")", opener.end(), end) == end - 1
        if opener.end() < end and not closed:  # "the army (SNA) denied it"
            start = opener.end()
    return start


def _comma_cut(text: str, start: int, end: int, *, appositive: bool) -> int:
    """Where the noun phrase that ends at ``end`` starts: after the last comma, unless that comma joins names."""
    start = max((m.end() for m in _QUOTE_END.finditer(text, start, end)), default=start)
    commas = [i for i in range(start, end) if text[i] == "," and not text[i + 1 : i + 2].isdigit()]
    if appositive and commas:
        commas.pop()
    for i in reversed(commas):
        if VERB.search(text, start, i) or not _may_name(text[start:i]):
            return i + 1
    if (
        len(commas)
        and appositive is False
        and text[commas[-1] + 1 : commas[-1] + 5].lstrip().lower().startswith(("the ", "a "))
    ):
        return commas[-1] + 1
    return start


_QUOTE_END = Expression(r"[,.!?]\s?[”\"’]+\s*|”\s*,?\s*")
_INTRODUCTION = Expression(
    r"\s*(?:on|in|at|after|before|during|since|for|as|with|despite|amid|following|earlier|later|meanwhile|however"
    r"|yesterday"
    r"|today|thus|moreover|also|instead|by|from|to|of|recently|according|asked|questioned|speaking|responding"
    r"|reacting|citing|quoting|referring)\b",
    re.IGNORECASE,
)


def _may_name(words: str) -> bool:
    """False for an introduction ("On Monday", "Meanwhile"), true where the words may name somebody."""
    return not _INTRODUCTION.match(words)


#: Any other regular past tense that opens a predicate: no adjective after an article or a hyphen.
_PAST = Expression(
    r"(?<!\bthe\s)(?<!\ba\s)(?<!\ban\s)(?<!\bof\s)(?<!\bits\s)(?<!-)(?<!,\s)\b[a-z]{4,}ed\b(?!\s+(?:by|group|forces?|men)\b)"
)


def _first_subject(text: str, start: int, end: int) -> Span | None:
    """The subject of the first verb of a clause: who "also denied" in "A said X and also denied Y"."""
    verbs = [verb for verb in (VERB.search(text, start, end), _PAST.search(text, start, end)) if verb]
    if not verbs:
        return _noun_phrase(text, start, end)
    verb = min(verbs, key=lambda found: found.start())
    stripped, _, comma = _strip_filler(text, start, verb.start())
    return _noun_phrase(text, _comma_cut(text, start, stripped, appositive=comma), stripped)


_CLAUSE_END = Expression(
    r""",?\s+(?:but|while|whereas|although|though|because|instead|however)\b
    |,\s+(?:saying|adding|calling|insisting|claiming|arguing|stating|describing|noting|telling|which|who|and|as
    |with|according|he|she|they|it|the)\b
    |\s+(?:and|or)\s+(?:instead|said|says|also|has|have|had|then|in\s+turn|accused|blamed|called|insisted|vowed
    |suggest\w*|refused|declared|claimed|added|warned|told)\b
    |\s+(?:saying|adding|calling|insisting|arguing|stating|suggesting)\b|\s+(?:after|when)\s+(?=[A-Z])
    |[;:]\s|[,.!?][”"]|[”"]\s*(?:,|$)|\s[–—-]+\s""",
    re.VERBOSE,
)


_WHEN = Expression(
    r"\s+(?:(?:late\s+|early\s+)?(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday"
    r"|today)(?:\s+(?:morning|evening|night))?\s",
    re.IGNORECASE,
)


def object_after(text: str, verb_end: int, sentence_end: int, limit: int = 220) -> Span | None:
    """The words after a verb up to the end of its clause, at most ``limit`` characters; None where none follow."""
    end = min(sentence_end, verb_end + limit)
    if end < sentence_end:
        end = max(text.rfind(" ", verb_end, end), verb_end)
    clause = _CLAUSE_END.search(text, verb_end, end)
    when = _WHEN.match(text, verb_end, end)
    span = trim(text, (when.end() if when else verb_end, clause.start() if clause else end))
    return span if span[1] > span[0] else None
