"""Spans completed where the encoder stops short: a quotation cut in two, a name without its last word, a lost source.

Only words that no attribution has are added, so what the encoder told apart stays apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.extract.clauses import VERB, subject_before
from sayso.extract.frame import Draft, Frame, Span, overlap, trimmed
from sayso.extract.quotes import Quote

#: A quotation without its opening mark is believed back to the start of its paragraph up to this length.
_LONGEST_LOST = 900


@dataclass(slots=True)
class Ground:
    """Which code points of a text are taken by some attribution."""

    frame: Frame
    taken: bytearray

    @classmethod
    def of(cls, frame: Frame, drafts: Sequence[Draft]) -> Ground:
        """The ground that the drafts leave free."""
        ground = cls(frame, bytearray(len(frame.text)))
        for draft in drafts:
            ground.take(draft)
        return ground

    def take(self, draft: Draft) -> None:
        """Mark the words of a draft as taken."""
        for start, end in draft.spans():
            self.taken[start:end] = b"\x01" * (end - start)

    def leave(self, draft: Draft) -> None:
        """Mark the content of a draft as free."""
        for start, end in draft.content:
            self.taken[start:end] = bytes(end - start)

    def free(self, start: int, end: int) -> bool:
        """True where nobody has a word between the offsets."""
        return self.taken.find(1, start, end) < 0


def complete(frame: Frame, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with what belongs to them and nobody has."""
    ground = Ground.of(frame, drafts)
    done: list[Draft] = []
    drafts = [draft for draft in drafts if not _only_strays(frame, draft)]
    for draft in drafts:
        ground.leave(draft)
        for step in _STEPS:
            draft = step(ground, draft)
        ground.take(draft)
        done.append(draft)
    return done


def join_torn_sources(frame: Frame, drafts: Sequence[Draft]) -> list[Draft]:
    """ "The Northern | government said ...": a source torn in two, its front taken for the content of another cue."""
    torn = {
        piece[1]: (number, piece[0]) for number, draft in enumerate(drafts) for piece in _front_pieces(frame, draft)
    }
    joined, gone = list(drafts), set[int]()
    for number, draft in enumerate(drafts):
        if len(draft.source) != 1 or not draft.cue:
            continue
        start = draft.source[0][0]
        front = torn.get(start - 1) if frame.text[start - 1 : start] == " " else None
        if front is not None and front[0] != number:
            joined[number] = replace(draft, source=((front[1], draft.source[0][1]),))
            gone.add(front[0])
    return [draft for number, draft in enumerate(joined) if number not in gone]


def _front_pieces(frame: Frame, draft: Draft) -> Iterator[Span]:
    """What may be the front of another draft's source: all the content, or the source, where it is a word or three."""
    for pieces, most in ((draft.content, 3), (draft.source, 1)):
        if len(pieces) == 1 and len(frame.text[pieces[0][0] : pieces[0][1]].split()) <= most:
            yield pieces[0]


_QUOTED_BY = re.compile(r"(?:was|were|is|are|has been|had been)\s(?:quoted|cited)\b", re.IGNORECASE)


def join_quoted(frame: Frame, drafts: Sequence[Draft]) -> list[Draft]:
    """ "A was quoted by agency B as saying ...": A for the source and what follows for the content, in one draft."""
    joined, gone = list(drafts), set[int]()
    for number, draft in enumerate(drafts):
        cue = frame.text[draft.cue[0][0] : draft.cue[-1][1]] if draft.cue else ""
        quoter = draft.source[:1] > draft.cue[:1]  # "was quoted by B": the encoder may take B for the source
        if (draft.source and not quoter) or not _QUOTED_BY.match(cue) or not () < draft.content[:1] < draft.cue[:1]:
            continue
        saying = _AS_SAYING.search(frame.text, draft.cue[-1][1], min(len(frame.text), draft.cue[-1][1] + 80))
        rest = _REST.match(frame.text, saying.end(), frame.sentence(draft.cue[0][0])[1]) if saying else None
        if rest is not None:
            joined[number] = replace(draft, source=draft.content[:1], content=(trimmed(frame.text, rest.span()),))
            gone |= {i for i, other in enumerate(drafts) if i != number and overlap(other.hull(), rest.span())}
    return [draft for number, draft in enumerate(joined) if number not in gone]


_AND_THAT = re.compile(r",?\s(?:and|but)\sthat\s")

#: Content that stops in the middle of its last clause: "... and that while C stayed" [, D left].
_AND_THAT_WHILE = re.compile(r"\sand\sthat\s(?:while|although|though|despite|if|when|since|because)\s[^,]*$")


def join_coordinated(frame: Frame, drafts: Sequence[Draft]) -> list[Draft]:
    """ "A said that B left and that C stayed": the second clause is A's, whatever else was found in it."""
    joined = list(drafts)
    for number, draft in enumerate(drafts):
        rest = _coordinated_rest(frame, draft)
        if rest is None:
            continue
        joined[number] = replace(draft, content=_merged([*draft.content, (draft.content[-1][0], rest[1])]))
        for other, found in enumerate(drafts):
            if other != number and overlap(found.hull(), rest):
                joined[other] = Draft()
    return [draft for draft in joined if draft.spans()]


def _coordinated_rest(frame: Frame, draft: Draft) -> Span | None:
    """From the end of a that-clause over "and that ..." to the end of its sentence."""
    if not draft.content or not draft.cue or draft.cue[0][0] > draft.content[-1][0]:
        return None
    start, end = draft.content[-1]
    stop = frame.sentence(start)[1]
    if not frame.text.startswith("that ", start):
        return None
    if not (_AND_THAT.match(frame.text, end, stop) or _AND_THAT_WHILE.search(frame.text, start, end)):
        return None
    return trimmed(frame.text, (end, stop - 1 if frame.text[stop - 1] == "." else stop))


def _whole_quotes(ground: Ground, draft: Draft) -> Draft:
    """Content that holds most of a quotation holds all of it, marks included."""
    content = list(draft.content)
    for number, (start, end) in enumerate(content):
        for quote in ground.frame.quotes:
            if overlap((start, end), (quote.start, quote.end)) and quote.opened:
                start, end = _widened(ground, (start, end), quote)
                end = _without_next_sentence(ground.frame.text, (start, end), quote)
        content[number] = (start, end)
    return replace(draft, content=_merged(content))


def _widened(ground: Ground, span: Span, quote: Quote) -> Span:
    start, end = span
    if quote.start < start and ground.free(quote.start, start):
        start = quote.start
    if quote.end > end and quote.closed and ground.free(end, quote.end):
        end = quote.end
    return start, end


def _without_next_sentence(text: str, span: Span, quote: Quote) -> int:
    """The end of content that runs a word or two past a quotation into the next sentence: the quotation's end."""
    past = text[quote.end : span[1]].split()
    ended = quote.closed and text[quote.start : quote.end].rstrip("”\"»'")[-1:] in (".", "!", "?")
    return quote.end if ended and 0 < len(past) <= 2 and past[0][:1].isupper() else span[1]


def _lost_opening(ground: Ground, draft: Draft) -> Draft:
    """A quotation that opens its paragraph without a mark, and the paragraph before where that one was left open."""
    content = list(draft.content)
    for quote in ground.frame.quotes:
        if (
            quote.opened
            or quote.end - quote.start > _LONGEST_LOST
            or quote.start != ground.frame.paragraph(quote.start)[0]
        ):
            continue
        held = [c for c in content if overlap(c, (quote.start, quote.end))]
        if held and ground.free(quote.start, held[0][0]) and _follows(ground.frame, draft, quote):
            content.append((quote.start, max(quote.end if ground.free(held[-1][1], quote.end) else 0, held[0][1])))
            content += _left_open(ground, quote)
    return replace(draft, content=_merged(content))


def _follows(frame: Frame, draft: Draft, quote: Quote) -> bool:
    """True where source and cue come right after the quotation, as they do when it opens a paragraph."""
    after = [s for s in draft.source + draft.cue if s[0] >= quote.end]
    return (
        bool(after) and after[0][0] - quote.end < 120 and frame.paragraph(after[0][0]) == frame.paragraph(quote.start)
    )


def _opened_before(ground: Ground, draft: Draft) -> Draft:
    """The paragraphs of a quotation that are each opened and not closed before the one with the speaker."""
    content = list(draft.content)
    for quote in ground.frame.quotes:
        first = ground.frame.paragraph(quote.start)[0]
        held = quote.opened and quote.start == first and any(overlap(c, (quote.start, quote.end)) for c in content)
        if held and (before := _left_open(ground, quote)) and before[0][0] == ground.frame.paragraph(before[0][0])[0]:
            content += before
    return replace(draft, content=_merged(content))


def _left_open(ground: Ground, quote: Quote) -> list[Span]:
    number = ground.frame.paragraph_number(quote.start)
    start, end = ground.frame.paragraphs[max(0, number - 1)]
    opened = [q for q in ground.frame.quotes if start <= q.start < end and not q.closed]
    if number == 0 or not opened or opened[-1].end != end or not ground.free(opened[-1].start, end):
        return []
    return [(opened[-1].start, end)]


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


_STRAY = re.compile(
    r"(?:the|an?|and|or|but|of|in|to|by|as|it|saying|said|adding|says|quoting|citing|also|while|when)[.,;]?",
    re.IGNORECASE,
)


_FUNCTION_WORD = re.compile(r"(?:the|an?|and|or|but|of|in|to|by|as|that)[.,;]?", re.IGNORECASE)


def _only_strays(frame: Frame, draft: Draft) -> bool:
    return bool(draft.content) and all(_FUNCTION_WORD.fullmatch(frame.text, *piece) for piece in draft.content)


_TRAILING = re.compile(r",\s(?:quoting|citing|saying|adding|but|and|while)$")


def _without_strays(ground: Ground, draft: Draft) -> Draft:
    """Content without pieces that are one function word or a verb of saying, beside the proper one."""
    if draft.content and (tail := _TRAILING.search(ground.frame.text, *draft.content[-1])) is not None:
        draft = replace(draft, content=(*draft.content[:-1], (draft.content[-1][0], tail.start())))
    if len(draft.content) < 2:
        return draft
    kept = tuple(c for c in draft.content if not _STRAY.fullmatch(ground.frame.text, *c))
    return replace(draft, content=kept or draft.content)


_SHORT_GAP = re.compile(r"['’]?s? ?(?:[\w’'-]+ ){0,2}[\w’'-]* ?")


def _bridged(ground: Ground, draft: Draft) -> Draft:
    """Pieces of content with a word or two between them that nobody has are one piece."""
    text, content = ground.frame.text, list(draft.content)
    for (_, end), (start, _) in zip(draft.content, draft.content[1:], strict=False):
        if start - end <= 24 and ground.free(end, start) and _SHORT_GAP.fullmatch(text, end, start):
            content.append((end, start))
    return replace(draft, content=_merged(content))


_UNFINISHED = re.compile(r"(?:\b(?:as\s)?saying|\bthat|\bof|\bthe|\d)$", re.IGNORECASE)
_REST = re.compile(r"\s?[^.;!?\n“”\"]{1,200}")
_TWO_WORDS = re.compile(r"\s?[\w’'-]+(?:\s[\w’'-]+)?(?=[.!?]?(?:\s|$))")


def _unfinished(ground: Ground, draft: Draft) -> Draft:
    """Content that stops at "saying that" or at a number goes on to the end of its clause."""
    text = ground.frame.text
    if quoted := _quoted_as_saying(ground, draft):
        return replace(draft, content=(quoted,))
    if not draft.content or not _UNFINISHED.search(text, *draft.content[-1]):
        return draft
    start, end = draft.content[-1]
    pattern = _TWO_WORDS if text[end - 1].isdigit() else _REST
    rest = pattern.match(text, end, max(end, ground.frame.sentence(start)[1]))
    if rest is None or not ground.free(*rest.span()):
        return draft
    if text[end - 1].isdigit() and rest.end() < ground.frame.sentence(start)[1] - 1:
        return draft
    return replace(draft, content=(*draft.content[:-1], trimmed(text, (start, rest.end()))))


_AS_SAYING = re.compile(r"\sas saying,?\s")


def _quoted_as_saying(ground: Ground, draft: Draft) -> Span | None:
    """ "A was quoted by agency B as saying ...": what was said, where the encoder took the agency for it."""
    found = _AS_SAYING.match(ground.frame.text, draft.content[-1][1]) if len(draft.content) == 1 else None
    if found is None:
        return None
    rest = _REST.match(ground.frame.text, found.end(), max(found.end(), ground.frame.sentence(found.start())[1]))
    if rest is None or not ground.free(*rest.span()):
        return None
    return trimmed(ground.frame.text, rest.span())


#: A dateline that has run into its sentence, where the speaker follows it.
_RUN_IN = re.compile(r"[A-Z]{3,}(?:[/ ][A-Z]{3,})*(?:,?\s\([^)]{2,30}\))?")


_GLUED = re.compile(r"[A-Z]{3,}(?:/[A-Z]{3,})+\s(?=[A-Z][a-z])")


def _without_dateline(ground: Ground, draft: Draft) -> Draft:
    """ "NORHAVEN/KARSK [Norland and Arland] said ...": who stands between the dateline and the verb speaks."""
    text = ground.frame.text
    if len(draft.source) != 1 or len(draft.cue) != 1:
        return draft
    start, end = draft.source[0]
    glued = _GLUED.match(text, start, end)
    if glued is not None and start == ground.frame.paragraph(start)[0]:
        return replace(draft, source=((glued.end(), end),))
    found = _RUN_IN.fullmatch(text, start, end)
    if found is None or start != ground.frame.paragraph(start)[0] or draft.cue[0][0] - end > _LONGEST_SPEAKER:
        return draft
    speaker = trimmed(text, (end, draft.cue[0][0]))
    if speaker[1] - speaker[0] < 3 or not text[speaker[0]].isupper() or not ground.free(*speaker):
        return draft
    return replace(draft, source=(speaker,))


#: Behind a dateline, in characters.
_LONGEST_SPEAKER = 80
#: Victims, and behind them without a comma who speaks.
_VICTIMS_FIRST = re.compile(
    r"(?:\w+\s)?(?:people|persons|civilians|others|soldiers|rebels|fighters|children|dead|wounded)\s(?=(?:local\s|opposition\s|rebel\s)?"
    r"(?:activists|officials|residents|witnesses|medics|doctors|police|monitors?|sources|state)\b)"
)


def _without_victims(ground: Ground, draft: Draft) -> Draft:
    """ "killing 11 [people] activists said": a source that opens with the victims of the clause before it."""
    if len(draft.source) != 1 or (draft.cue and draft.cue[0] < draft.source[0]):
        return draft
    start, end = draft.source[0]
    found = _VICTIMS_FIRST.match(ground.frame.text, start, end)
    if found is None or start == ground.frame.sentence(start)[0]:
        return draft
    before = [(s, max(e, found.end() - 1) if e >= start - 1 else e) for s, e in draft.content if s < start]
    after = [piece for piece in draft.content if piece[0] >= end]
    return replace(draft, source=((found.end(), end),), content=(*before, *after))


#: A verb of saying before one of these governs nothing behind it.
_GOES_ON = re.compile(r"\s(?:and|but|while|when|after)\s")


def _told_before(ground: Ground, draft: Draft) -> Draft:
    """ "Ten people died the mayor says and three are missing", its commas stripped: what is told stands before, too."""
    text = ground.frame.text
    if len(draft.source) != 1 or len(draft.cue) != 1 or not draft.content or draft.content[0][0] < draft.cue[0][1]:
        return draft
    start = ground.frame.sentence(draft.source[0][0])[0]
    before = trimmed(text, (start, draft.source[0][0]))
    if not _GOES_ON.match(text, draft.cue[0][1]) or "," in text[before[0] : draft.source[0][0]]:
        return draft
    if before[1] <= before[0] or not ground.free(*before) or not _HARM.search(text, *before):
        return draft
    return replace(draft, content=(before, *draft.content))


#: "..., the channel said on Monday, with two people hurt": the sentence goes on with what was said.
_WITH = re.compile(r"[^,.;\n“”\"]{0,40}(?P<content>,\swith\s[^.;\n“”\"]{5,160})")


def _told_after(ground: Ground, draft: Draft) -> Draft:
    """Content before the speaker goes on behind the verb of saying in a phrase with "with" that tells of a harm."""
    text = ground.frame.text
    if not draft.cue or not draft.content or draft.content[-1][1] > draft.cue[-1][0]:
        return draft
    found = _WITH.match(text, draft.cue[-1][1], ground.frame.sentence(draft.cue[-1][0])[1])
    if found is None or not _HARM.search(found["content"]) or not ground.free(*found.span()):
        return draft
    return replace(draft, content=(*draft.content, (found.start("content") + 2, found.end())))


def _before_speaker(ground: Ground, draft: Draft) -> Draft:
    """Where the speaker comes after ("..., the mayor said"), everything up to him that nobody has is content."""
    text, frame = ground.frame.text, ground.frame
    if len(draft.source) != 1 or len(draft.cue) != 1 or draft.cue[0][0] < draft.source[0][1]:
        return draft
    start = frame.sentence(draft.source[0][0])[0]
    before = [c for c in draft.content if start <= c[0] and c[1] <= draft.source[0][0]]
    if not before:
        return draft
    left = start if ground.free(start, before[0][0]) and _HARM.search(text, start, before[0][0]) else before[0][0]
    if not _HARM.search(text, left, draft.source[0][0]):
        return draft
    whole = trimmed(text, (left, _clause_end(text, before[-1][1], draft.source[0][0])))
    if any(overlap(whole, (q.start, q.end)) for q in frame.quotes) or not ground.free(*whole):
        return draft
    return replace(draft, content=(whole, *(c for c in draft.content if c not in before)))


_HARM = re.compile(
    r"\b(?:kill|dead|death|die[ds]?|wound|injur|casualt|victims|losse?s|captur|missing|hurt)", re.IGNORECASE
)


def _clause_end(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return end


_CAPITALISED = re.compile(
    r"\s(?:Ministry|Department|Office|Agency|Army|Council|Institute|Committee|Commission|Command|Forces|Service"
    r"|Group|Center|Centre)\b"
)


def _whole_names(ground: Ground, draft: Draft) -> Draft:
    """A source that stops inside a capitalised name has the rest of it."""
    text = ground.frame.text
    source = []
    for start, end in draft.source:
        last = text[start:end].rsplit(None, 1)[-1]
        following = _CAPITALISED.match(text, end)
        while last[:1].isupper() and following and _open(ground, draft, (end, following.end())):
            end = following.end()
            following = _CAPITALISED.match(text, end)
        source.append((start, end))
    return replace(draft, source=tuple(source))


_PREPOSITION_END = re.compile(r"\s(?:of|for|at|from)$")
_TO_COMMA = re.compile(r"\s[^,.;:“”\"\n]{2,60}(?=,)")


def _unfinished_source(ground: Ground, draft: Draft) -> Draft:
    """A source that stops at a preposition goes on to the comma."""
    text = ground.frame.text
    if len(draft.source) != 1 or not _PREPOSITION_END.search(text, *draft.source[0]):
        return draft
    rest = _TO_COMMA.match(text, draft.source[0][1])
    if rest is None or not ground.free(*rest.span()):
        return draft
    content = tuple(c for s, e in draft.content if (c := trimmed(text, (max(s, rest.end() + 1), e)))[1] > c[0])
    return replace(draft, source=((draft.source[0][0], rest.end()),), content=content)


def _open(ground: Ground, draft: Draft, span: Span) -> bool:
    return ground.free(*span) and not any(overlap(span, piece) for piece in draft.content)


_COMMA_THE = re.compile(r",\s(?=(?:the|an?)\s[^,]*$)")


def _whole_speaker(ground: Ground, draft: Draft) -> Draft:
    """The front of a source that the encoder gave to the content before it ("..., the Office of the | Mayor said")."""
    text = ground.frame.text
    if len(draft.source) != 1:
        return draft
    for number, (start, end) in enumerate(draft.content):
        if end >= draft.source[0][0] or text[end : draft.source[0][0]].strip() or end - start < 10:
            continue
        found = _COMMA_THE.search(text, start, end)
        if found is not None:
            content = (*draft.content[:number], (start, found.start()), *draft.content[number + 1 :])
            return replace(draft, content=content, source=((found.end(), draft.source[0][1]),))
    return draft


_AND_FRONT = re.compile(r"(?:[\w-]+\s){0,1}[\w-]+s\s$")


def _coordinated_speakers(ground: Ground, draft: Draft) -> Draft:
    """ "... health officials | and witnesses said": the first of two speakers, taken for the end of the content."""
    text = ground.frame.text
    if len(draft.source) != 1 or not re.match(r"and\s", text[draft.source[0][0] : draft.source[0][1]]):
        return draft
    start, end = draft.source[0]
    front = _AND_FRONT.search(text, max(0, start - 40), start)
    if front is None or not ground.free(front.start(), start):
        return draft
    content = tuple(c for s, e in draft.content if (c := trimmed(text, (s, min(e, front.start()))))[1] > c[0])
    return replace(draft, source=((front.start(), end),), content=content)


_AFTER_CUE = re.compile(r"\s(?P<name>[^\W\d_a-zß-öø-ÿ][\w’'-]*(?:\s[^\W\d_a-zß-öø-ÿ][\w’'-]*){0,3})(?=[,.]|$)")


def _speaker_behind(ground: Ground, draft: Draft) -> Draft:
    """ "..., said Holt.": the name behind the cue, where the source stands in another sentence or nowhere."""
    text, frame = ground.frame.text, ground.frame
    if len(draft.cue) != 1 or not text[draft.cue[0][0] : draft.cue[0][1]].lower().endswith(("said", "says", "added")):
        return draft
    if draft.source and frame.sentence(draft.source[0][0]) == frame.sentence(draft.cue[0][0]):
        return draft
    found = _AFTER_CUE.match(text, draft.cue[0][1], frame.sentence(draft.cue[0][0])[1])
    if found is None or not ground.free(*found.span("name")):
        return draft
    return replace(draft, source=(found.span("name"),))


_SAID_NAME = re.compile(r"(?:said|says|reported|reports|added|wrote|told)\s(?P<name>[^\W\d_a-zß-öø-ÿ][\w’'. -]*)$")


def _name_in_cue(ground: Ground, draft: Draft) -> Draft:
    """A source that the encoder has left in the cue ("..., said" + name)."""
    if draft.source or len(draft.cue) != 1:
        return draft
    start, end = draft.cue[0]
    found = _SAID_NAME.match(ground.frame.text[start:end])
    if found is None:
        return draft
    name = start + found.start("name")
    return replace(draft, cue=(trimmed(ground.frame.text, (start, name)),), source=((name, end),))


_ACCORDING = re.compile(r"according to$", re.IGNORECASE)
_AFTER_ACCORDING = re.compile(
    r"\s+((?:the\s)?(?:[A-Z][\w’'-]+\s(?:(?:of|for|the|and)\s){0,2}){1,6}(?=(?:more|at|a|an|about|some|the|over"
    r"|nearly)\b|\d)"
    r"|[^,.;:\n“”\"]{2,80}?(?=[,.;:\n“”\"]|$))"
)


def _lost_source(ground: Ground, draft: Draft) -> Draft:
    """The source that stands after "according to" where the encoder has left it out."""
    text = ground.frame.text
    cue = text[draft.cue[-1][0] : draft.cue[-1][1]] if draft.cue else ""
    misled = bool(draft.source) and cue[:1] == "A" and draft.source[0][1] <= draft.cue[0][0]
    if not _ACCORDING.search(cue) or (draft.source and not misled):
        return draft
    found = _AFTER_ACCORDING.match(text, draft.cue[-1][1])
    if found is None or not ground.free(*found.span(1)):
        return draft
    source = trimmed(text, found.span(1))
    content = tuple(
        c for s, e in draft.content if (c := trimmed(text, (max(s, source[1]) if e > source[0] else s, e)))[1] > c[0]
    )
    return replace(draft, source=(source,), content=content)


#: A finite verb of saying, not one in the passive.
_FINITE = re.compile(
    r"(?:(?:also|later|then|has|have|had|earlier)\s){0,2}(?:said|says|say|added|adds|told|claimed|claims|claim"
    r"|announced|reported|reports"
    r"|confirmed|stated|insisted|acknowledged|warned)\b",
    re.IGNORECASE,
)
_NOUN_PHRASE = re.compile(r"(?:[Tt]he|[Aa]n?)\s|[^\W\d_a-zß-öø-ÿ]")


def _subject(ground: Ground, draft: Draft) -> Draft:
    """The subject right before a finite verb of saying, where the encoder has left it out."""
    text = ground.frame.text
    if draft.source or not draft.cue:
        return draft
    if not _FINITE.match(text, *draft.cue[0]) and not _QUOTED_BY.match(text, *draft.cue[0]):
        return draft
    start, _ = ground.frame.sentence(draft.cue[0][0])
    found = subject_before(text, start, draft.cue[0][0])
    if found is None or found[1] - found[0] > 70 or not _NOUN_PHRASE.match(text, found[0]) or not ground.free(*found):
        return draft
    if any(overlap(found, piece) for piece in draft.content):
        return draft
    return replace(draft, source=(found,))


_PARTICIPLE = re.compile(
    r"(?:\w+ly\s)?(?:saying|adding|claiming|calling|noting|insisting|warning|reporting|stating)$", re.IGNORECASE
)


def subject_of_sentence(ground: Ground, draft: Draft) -> Draft:
    """The source of a participle whose sentence has no other attribution ("A denied it, saying ...")."""
    text = ground.frame.text
    if draft.source or not draft.cue or not _PARTICIPLE.match(text[draft.cue[0][0] : draft.cue[-1][1]]):
        return draft
    start, _ = ground.frame.sentence(draft.cue[0][0])
    verb = VERB.search(text, start, draft.cue[0][0])
    subject = subject_before(text, start, verb.start()) if verb and ground.free(start, draft.cue[0][0]) else None
    return draft if subject is None or subject[1] - subject[0] > 90 else replace(draft, source=(subject,))


_RELAY_NAME = r"[^\W\d_a-zß-öø-ÿ][\w’'-]*(?:\s[^\W\d_a-zß-öø-ÿ][\w’'-]*)?"
_RELAY = re.compile(
    r",\s(?:the\s)?(?:[^\W\d_a-zß-öø-ÿ][\w’'-]*\s)?(?:state\s)?(?:news\s)?(?:agency|newspaper|daily|broadcaster|channel|radio"
    rf"|television)(?:\s{_RELAY_NAME})?$"
)
_REPORTS = re.compile(rf",\s(?:reports|reported|reported\sby|writes)\s(?:the\s)?{_RELAY_NAME}$")
#: What is left of a paragraph behind content that stopped inside an agency's name, in characters.
_NAME_LEFT = 30


def _without_relay(ground: Ground, draft: Draft) -> Draft:
    """Content without the agency behind it, whose verb is lost or in front ("..., agency X", "..., reports X")."""
    text, content = ground.frame.text, list(draft.content)
    for number, (start, end) in enumerate(content):
        found = _RELAY.search(text, start, end) if ground.frame.paragraph(start)[1] - end < _NAME_LEFT else None
        found = found or _REPORTS.search(text, start, end)
        if found and found.start() > start:
            content[number] = (start, found.start())
    return replace(draft, content=tuple(content))


_STEPS: tuple[Callable[[Ground, Draft], Draft], ...] = (
    _without_strays,
    _bridged,
    _without_relay,
    _without_dateline,
    _without_victims,
    _before_speaker,
    _told_before,
    _told_after,
    _whole_quotes,
    _lost_opening,
    _opened_before,
    _unfinished,
    _whole_names,
    _unfinished_source,
    _whole_speaker,
    _coordinated_speakers,
    _name_in_cue,
    _speaker_behind,
    _lost_source,
    _subject,
    subject_of_sentence,
)
