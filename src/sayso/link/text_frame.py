"""Sentences of a text for linking: which one holds an offset, which ones came before, where an apposition ends."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice, pairwise

from sayso.cutting import cuts
from sayso.expression import Expression
from sayso.model import Attribution

Span = tuple[int, int]

#: A torn sentence goes on with a small letter; no further away than this, in characters.
_TORN = Expression(r"\s*(?=[a-z])")
_GAP = 60
#: What is told further than this from source and cue, in characters, does not go with them.
_REACH = 400

_ABBREVIATED = Expression(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Cpl|Sgt|Adm|Brig|Cmdr|Gov|Sen|Rep|St|No|vs)|\b[A-Z](?:\.[A-Z])*)\.$"
)
_STOP = Expression(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|[.!?](?=[A-Z“][a-z])|\n\s*\n|\n")
#: "Ada Lorne, a teacher, ..."; not "according to Ada Lorne, a teacher was killed in the raid, which ...".
_APPOSITION = Expression(
    r",\s(?!(?:quoting|citing)\s|(?:an?|the)\s(?:(?!who\b|which\b|that\b)[^,.;:\n])*\b(?:was|were)\b)"
    r"(?P<role>(?:the|an?|who|[a-z]|[A-Z][\w’'-]*\s[a-z])[^,.;:\n“”\"]{2,110})(?=,)"
)


#: "Ada Lorne, | a teacher who fled": a role whose bearer opens the sentence.
_ROLE_FIRST = Expression(r"(?:an?|the)\s[a-z]")
_CAP = r"[^\W\d_a-z][\w’'-]+"
_NAME_AHEAD = Expression(rf"^\s*(?:But\s|And\s)?(?P<name>{_CAP}(?:\s(?:(?:al|bin|de|van|von)\s)?{_CAP}){{1,3}}),\s$")


#: A headline is no longer than this, in characters.
_HEADLINE = 160
_LINE = Expression(r"\S[^\n]*")


@dataclass(frozen=True)
class TextFrame:
    """One text and its sentences, without gaps between them."""

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> TextFrame:
        """Cut a text into sentences; a line end always ends one."""
        return cls(text, _starts(text))

    def number(self, offset: int) -> int:
        """The number of the sentence that holds an offset."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def sentence_of(self, offset: int) -> Span:
        """The sentence that holds an offset."""
        number = self.number(offset)
        return self.starts[number], self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)

    def sentences_between(self, start: int, end: int) -> int:
        """How many sentences lie between two offsets; very many for a start before the text."""
        return 10_000 if start < 0 else self.number(end) - self.number(start)

    def sentences_back(self, offset: int, reach: int) -> Iterator[Span]:
        """The sentence that holds the offset and those before it, nearest first, without empty ones."""
        number, given = self.number(offset), 0
        while number >= 0 and given <= reach:
            start = self.starts[number]
            end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
            if self.text[start:end].strip():
                given += 1
                yield start, end
            number -= 1

    def headline(self, offset: int) -> bool:
        """True inside a line at the head that is set as a headline: short, and without a full stop at its end."""
        return any(start <= offset < end for start, end in self.headlines)

    @cached_property
    def headlines(self) -> tuple[Span, ...]:
        """The first line, where it is set as a headline, and the second where the first is a section's name."""
        found: list[Span] = []
        for line in islice(_LINE.finditer(self.text), 2):
            set_so = line.end() < len(self.text.rstrip()) and len(line.group()) <= _HEADLINE
            if not set_so or line.group()[-1:] in ".!?":
                break
            found.append((0 if not found else line.start(), line.end()))
        return tuple(found)

    def around(self, attribution: Attribution) -> Span:
        """The sentence of source and cue; where a stripped link has torn it, up to the content or its rest."""
        own = attribution.cue or attribution.source or attribution.content
        start, end = self.sentence_of(own[0].start)
        start, end = max(start, own[0].start - _REACH), min(end, max(own[-1].end, own[0].start) + _REACH)
        for piece in attribution.content[:1]:
            if 0 <= piece.start - end <= _GAP:
                end = max(end, piece.start)
        rest = _TORN.match(self.text, end) if self.text[:end].rstrip()[-1:].isalnum() else None
        return start, self.sentence_of(rest.end())[1] if rest else end

    def with_apposition(self, start: int, end: int) -> Span:
        """A source with the apposition behind it ("Hale, aide to the president") or the name that it stands beside."""
        if _ROLE_FIRST.match(self.text, start, end):
            named = _NAME_AHEAD.search(self.text, self.sentence_of(start)[0], start)
            start = named.start("name") if named else start
        following = _APPOSITION.match(self.text, end)
        return (start, following.end()) if following else (start, end)


@lru_cache(maxsize=4)
def _starts(text: str) -> tuple[int, ...]:
    """Where sentences start; speakers are resolved twice in some reports."""
    starts = [0]
    for stop in _STOP.finditer(text):
        if stop.group() == "." and _ABBREVIATED.search(text, max(0, stop.start() - 8), stop.end()):
            continue
        if stop.end() < len(text):
            starts.append(stop.end())
    return tuple(cut for a, b in pairwise((*starts, len(text))) for cut in (a, *cuts(text, a, b)))
