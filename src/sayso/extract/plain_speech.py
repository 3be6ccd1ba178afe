"""Plain reports of speech that the encoder has passed over: "..., the mayor said." and "The mayor said that ...".

The encoder misses some in every report. The verb of saying is looked for where no attribution has a word; a subject
that reads like a speaker and a content that nobody has make a draft of less confidence than any find of the encoder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.expression import Expression
from sayso.extract.clauses import subject_before
from sayso.extract.frame import Draft, Frame, Span, overlap, trimmed

#: Confidence of what is found by the verb alone.
_RULE = 0.55
_SAID = Expression(r"\b(?P<cue>said|says)\b")
#: What may stand between "said" and the end of its sentence: a day, a place, a medium.
_TAIL = Expression(
    r"(?:\s(?:late\s|early\s)?(?:on\s)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today))?"
    r"(?:\s(?:in|on|by|to|at|via|through)\s[^.;:,]{2,60})?(?:\s(?:while|as|but|although)\s[^,;:“”\"]*)?\s*[.!]?[\"”]?\s*",
    re.IGNORECASE,
)
_DAY = Expression(
    r"(?:\s(?:also|later|earlier|late|early))?(?:\s(?:on\s)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today))?"
    r",?\s+(?:that\s+)?",
    re.IGNORECASE,
)
#: Words of a subject that make it none: a clause, a question.
_NO_SPEAKER = Expression(
    r"\b(?:who|which|that|what|as|when|where|is|are|was|were|has|have|had|be|been|not|nor)\b", re.IGNORECASE
)
_LETTER = Expression(r"[^\W\d_]")
_LONGEST_SUBJECT, _SHORTEST_CONTENT = 14, 3
_NUMBER = Expression(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|none|no)\b", re.IGNORECASE
)
_OPEN_END = Expression(r"\b(?:that|which|who|whom|what|as|than|and|or|but|of|the|an?)$", re.IGNORECASE)
#: "In Amran | residents said": what a preposition governs is no adjective of theirs.
_NO_PLACE = r"(?<!\bof\s)(?<!\bin\s)(?<!\bat\s)(?<!\bnear\s)(?<!\bfrom\s)"
_PEOPLE = (
    r"(?:(?:local|opposition|state|government|health|security|rebel|military|police)\s)?"
    r"(?:activists|officials|residents|villagers|witnesses|medics|doctors|police|monitors?|sources|rebels|militants"
    r"|authorities|spokes(?:wo)?man|spokesperson|group|agency|ministry|army|military|observatory)"
)
#: People without a name, or a pronoun, behind what they said where commas were stripped ("... others activists said").
LAST_PEOPLE = Expression(
    rf"(?<=\s)(?:(?:(?:the|an?)\s(?:[\w-]+\s){{0,2}}?|{_NO_PLACE}[^\W\d_a-z][\w’'-]+\s)?(?:{_PEOPLE}\sand\s)?{_PEOPLE}"
    r"(?:\s(?:in|from)\s(?:the\s)?[^\W\d_a-z][\w’'-]+)?|it|he|she|they)\s$"
)
#: So does a name.
_LAST_SPEAKER = Expression(
    rf"(?<=\s)(?:the\s)?[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+){{0,4}}\s$|{LAST_PEOPLE.pattern}"
)


def plain_speech(frame: Frame, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A draft for every verb of saying that no draft has a word at, in text order."""
    taken = sorted(span for draft in drafts for span in draft.spans())
    for verb in _SAID.finditer(frame.text):
        if _held(taken, verb.span()) or any(q.start < verb.start() < q.end for q in frame.quotes):
            continue
        start, end = frame.sentence(verb.start())
        if (turned := _turned_round(frame.text, (start, end), verb)) is not None:
            if not any(_held(taken, span) for span in (*turned.source, *turned.content)):
                yield turned
            continue
        source = _last_speaker(frame.text, start, verb) or subject_before(frame.text, start, verb.start())
        if source is None or not _speaks(frame.text, source) or _held(taken, source):
            continue
        content = _content(frame.text, (start, end), source, verb)
        if content is not None and not _held(taken, content) and _told(frame.text, content):
            yield Draft(source=(source,), cue=(verb.span(),), content=(content,), confidence=_RULE)


#: People without a name behind "said": what was said stands before it.
SPEAKER_BEHIND = Expression(
    r"\s(?P<source>(?:an?|the|one|another|two|several|some)\s(?:[\w-]+\s){0,3}?(?:officials?|spokes\w+|residents?"
    r"|witness(?:es)?|villagers?|doctors?|medics?|nurses?|activists?|officers?|commanders?|diplomats?|sources?|survivors?"
    r"|relatives?|teachers?|farmers?|drivers?|shopkeepers?|reporters?|analysts?|experts?|minister|governor|mayor|clerics?"
    r"|priests?)(?:\s(?:who|of|in|at|from|with|for)\s[^.;“”\"\n]{2,80})?)\.?\s*"
)


#: So does somebody with a name, where the sentence prints no commas.
NAMED_BEHIND = Expression(
    r"\s(?P<source>[^\W\d_a-z][\w’'-]+\.?(?:\s[^\W\d_a-z][\w’'-]+){1,3}"
    r"(?:\s(?:an?|the|of|who)\s[^.;“”\"\n]{4,80})?)\.?\s*"
)


def _turned_round(text: str, sentence: Span, verb: re.Match[str]) -> Draft | None:
    """ "Ten died when a shell hit the house, said a resident who asked not to be named."."""
    behind = SPEAKER_BEHIND.fullmatch(text, verb.end(), sentence[1])
    start, end = trimmed(text, (sentence[0], verb.start()))
    if "," not in text[slice(*sentence)]:  # a page that has lost them: "... on Tuesday said Ada Roe a health official."
        behind = behind or NAMED_BEHIND.fullmatch(text, verb.end(), sentence[1])
    elif text[end - 1 : end] == ",":
        end -= 1
    else:
        return None
    content = trimmed(text, (start, end))
    if behind is None or content[0] >= content[1]:
        return None
    return Draft(source=(behind.span("source"),), cue=(verb.span(),), content=(content,), confidence=_RULE)


def _last_speaker(text: str, start: int, verb: re.Match[str]) -> Span | None:
    """The last noun phrase before a verb that ends a sentence without a comma in front of the speaker."""
    begin = max(start, verb.start() - 80)
    found = _LAST_SPEAKER.search(text, begin, verb.start())
    end = text.find("\n", verb.end()) if "\n" in text[verb.end() :] else len(text)
    if found is None or "," in text[begin : verb.start()] or found.start() <= start:
        return None
    stop = text.find(".", verb.end(), end)
    return trimmed(text, found.span()) if _TAIL.fullmatch(text, verb.end(), stop + 1 if stop >= 0 else end) else None


def _content(text: str, sentence: Span, source: Span, verb: re.Match[str]) -> Span | None:
    """What stands before the subject where the sentence ends with the verb, else what follows the verb."""
    start, end = sentence
    if _TAIL.fullmatch(text, verb.end(), end):
        span = trimmed(text, (start, source[0]))
        while span[1] > span[0] and text[span[1] - 1] in ",–—- ":
            span = (span[0], span[1] - 1)
        return span
    after = _DAY.match(text, verb.end(), end)
    if after is None:
        return None
    begin, stop = trimmed(text, (after.end(), end))
    return begin, stop - 1 if text[stop - 1] == "." else stop


def _speaks(text: str, source: Span) -> bool:
    words = text[source[0] : source[1]]
    return len(words.split()) <= _LONGEST_SUBJECT and not _NO_SPEAKER.search(words) and bool(_LETTER.search(words))


def _told(text: str, content: Span) -> bool:
    words = text[content[0] : content[1]]
    if _OPEN_END.search(words):
        return False
    return len(words.split()) >= _SHORTEST_CONTENT or bool(_NUMBER.search(words))


def _held(taken: Sequence[Span], span: Span) -> bool:
    return any(overlap(span, other) for other in taken)
