"""Contents completed where the encoder stops short: a quotation cut in two, a clause without its end.

Only words that no attribution has are added, so what the encoder told apart stays apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from sayso.expression import Expression
from sayso.extract.clauses import VERB
from sayso.extract.completed_sources import SOURCE_STEPS
from sayso.extract.frame import Draft, Frame, Span, overlap, trimmed
from sayso.extract.ground import Ground
from sayso.extract.joining import AS_SAYING, REST, merged
from sayso.extract.quotes import Quote

#: A quotation without its opening mark is believed back to the start of its paragraph up to this length.
_LONGEST_LOST = 900


def complete(frame: Frame, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with what belongs to them and nobody has."""
    ground = Ground.of(frame, drafts)
    done: list[Draft] = []
    drafts = _uncrossed(frame, [draft for draft in drafts if not _only_strays(frame, draft)])
    for draft in drafts:
        ground.leave(draft)
        for step in _STEPS:
            draft = step(ground, draft)
        ground.take(draft)
        done.append(draft)
    return done


_WHICH = Expression(r"\s(?:which|who|whom)$")


def _uncrossed(frame: Frame, drafts: Sequence[Draft]) -> Sequence[Draft]:
    """ "The front which | the state calls a gang denied it": each verb gets the subject the other one was given."""
    drafts = list(drafts)
    single = {draft.source[0][0]: number for number, draft in enumerate(drafts) if len(draft.source) == 1}
    for start, one in single.items():
        which = _WHICH.search(frame.text, *drafts[one].source[0])
        inner = single.get(which.end() + 1) if which else None
        if which is not None and inner is not None:
            drafts[one] = replace(drafts[one], source=drafts[inner].source)
            drafts[inner] = replace(drafts[inner], source=((start, which.start()),))
    return drafts


def _whole_quotes(ground: Ground, draft: Draft) -> Draft:
    """Content that holds most of a quotation holds all of it, marks included."""
    content = list(draft.content)
    for number, (start, end) in enumerate(content):
        for quote in ground.frame.quotes:
            if overlap((start, end), (quote.start, quote.end)) and quote.opened:
                start, end = _widened(ground, (start, end), quote)
                end = _without_next_sentence(ground.frame.text, (start, end), quote)
        content[number] = (start, end)
    return draft.with_content(merged(content))


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
    return draft.with_content(merged(content))


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
    return draft.with_content(merged(content))


def _left_open(ground: Ground, quote: Quote) -> list[Span]:
    number = ground.frame.paragraph_number(quote.start)
    start, end = ground.frame.paragraphs[max(0, number - 1)]
    opened = [q for q in ground.frame.quotes if start <= q.start < end and not q.closed]
    if number == 0 or not opened or opened[-1].end != end or not ground.free(opened[-1].start, end):
        return []
    return [(opened[-1].start, end)]


_STRAY = Expression(
    r"(?:the|an?|and|or|but|of|in|to|by|as|it|saying|said|adding|says|quoting|citing|also|while|when)[.,;]?",
    re.IGNORECASE,
)


_FUNCTION_WORD = Expression(r"(?:the|an?|and|or|but|of|in|to|by|as|that)[.,;]?", re.IGNORECASE)


def _only_strays(frame: Frame, draft: Draft) -> bool:
    return bool(draft.content) and all(_FUNCTION_WORD.fullmatch(frame.text, *piece) for piece in draft.content)


_TRAILING = Expression(r",\s(?:quoting|citing|saying|adding|but|and|while)$")


def _without_strays(ground: Ground, draft: Draft) -> Draft:
    """Content without pieces that are one function word or a verb of saying, beside the proper one."""
    if draft.content and (tail := _TRAILING.search(ground.frame.text, *draft.content[-1])) is not None:
        draft = replace(draft, content=(*draft.content[:-1], (draft.content[-1][0], tail.start())))
    if len(draft.content) < 2:
        return draft
    kept = tuple(c for c in draft.content if not _STRAY.fullmatch(ground.frame.text, *c))
    return replace(draft, content=kept or draft.content)


_SHORT_GAP = Expression(r"['’]?s? ?(?:[\w’'-]+ ){0,2}[\w’'-]* ?")


def _bridged(ground: Ground, draft: Draft) -> Draft:
    """Pieces of content with a word or two between them that nobody has are one piece."""
    text, content = ground.frame.text, list(draft.content)
    for (_, end), (start, _) in zip(draft.content, draft.content[1:], strict=False):
        if start - end <= 24 and ground.free(end, start) and _SHORT_GAP.fullmatch(text, end, start):
            content.append((end, start))
    return draft.with_content(merged(content))


_UNFINISHED = Expression(r"(?:\b(?:saying|that|of|the|an?|its|their|his|our|by|from|with|for)|\d)$", re.IGNORECASE)
#: So many characters hold any of its words.
_LAST_WORD = len("saying")
_TWO_WORDS = Expression(r"\s?[\w’'-]+(?:\s[\w’'-]+)?(?=[.!?]?(?:\s|$))")


def _unfinished(ground: Ground, draft: Draft) -> Draft:
    """Content that stops at "saying that" or at a number goes on to the end of its clause."""
    text = ground.frame.text
    if quoted := _quoted_as_saying(ground, draft):
        return replace(draft, content=(quoted,))
    start, end = draft.content[-1] if draft.content else (0, 0)
    if not _UNFINISHED.search(text, max(start, end - _LAST_WORD), end):
        return draft
    pattern = _TWO_WORDS if text[end - 1].isdigit() else REST
    rest = pattern.match(text, end, max(end, ground.frame.sentence(start)[1]))
    if rest is None or not ground.free(*rest.span()):
        return draft
    if text[end - 1].isdigit() and rest.end() < ground.frame.sentence(start)[1] - 1:
        return draft
    return replace(draft, content=(*draft.content[:-1], trimmed(text, (start, rest.end()))))


def _quoted_as_saying(ground: Ground, draft: Draft) -> Span | None:
    """ "A was quoted by agency B as saying ...": what was said, where the encoder took the agency for it."""
    found = AS_SAYING.match(ground.frame.text, draft.content[-1][1]) if len(draft.content) == 1 else None
    if found is None:
        return None
    rest = REST.match(ground.frame.text, found.end(), max(found.end(), ground.frame.sentence(found.start())[1]))
    if rest is None or not ground.free(*rest.span()):
        return None
    return trimmed(ground.frame.text, rest.span())


#: A dateline that has run into its sentence, where the speaker follows it.
_RUN_IN = Expression(r"[A-Z]{3,}(?:[/ ][A-Z]{3,})*(?:,?\s\([^)]{2,30}\))?")


_DASH = Expression(r"\s*[-–—]{1,2}\s+")
_GLUED = Expression(r"[A-Z]{3,}(?:/[A-Z]{3,})+\s(?=[A-Z][a-z])")


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
    dash = _DASH.match(text, end, draft.cue[0][0])
    speaker = trimmed(text, (dash.end() if dash else end, draft.cue[0][0]))
    if speaker[1] - speaker[0] < 3 or not text[speaker[0]].isupper() or not ground.free(*speaker):
        return draft
    return replace(draft, source=(speaker,))


#: Behind a dateline, in characters.
_LONGEST_SPEAKER = 80
#: Victims, and behind them without a comma who speaks.
_VICTIMS_FIRST = Expression(
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
_GOES_ON = Expression(r"\s(?:and|but|while|when|after)\s")


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
_WITH = Expression(r"[^,.;\n“”\"]{0,40}(?P<content>,\swith\s[^.;\n“”\"]{5,160})")


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


_HARM = Expression(
    r"\b(?:kill|dead|death|die[ds]?|wound|injur|casualt|victims|losse?s|captur|missing|hurt)", re.IGNORECASE
)


def _clause_end(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return end


_RELAY_NAME = r"[^\W\d_a-zß-öø-ÿ][\w’'-]*(?:\s[^\W\d_a-zß-öø-ÿ][\w’'-]*)?"
_RELAY = Expression(
    r",\s(?:the\s)?(?:[^\W\d_a-zß-öø-ÿ][\w’'-]*\s)?(?:state\s)?(?:news\s)?(?:agency|newspaper|daily|broadcaster|channel|radio"
    rf"|television)(?:\s{_RELAY_NAME})?$"
)
_REPORTS = Expression(rf",\s(?:reports|reported|reported\sby|writes)\s(?:the\s)?{_RELAY_NAME}$")
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
    return draft.with_content(tuple(content))


#: Behind ", the army said, | and": a clause with a subject of its own, which the army need not have told.
_AND_CLAUSE = Expression(r"[,\s]*and\s(?!that\b|[“\"]|it\b|he\b|she\b|they\b)")


def _without_clause_behind(ground: Ground, draft: Draft) -> Draft:
    """ "Ten died, the mayor said, and rockets killed two people": what follows "and" is the report's own."""
    if len(draft.content) != 2 or not draft.cue or not draft.content[0][1] <= draft.cue[0][0]:
        return draft
    text, (start, end) = ground.frame.text, draft.content[1]
    begins = _AND_CLAUSE.match(text, max(draft.cue[-1][1], start - 3))
    if begins is None or begins.end() <= start or any(q.start < end and start < q.end for q in ground.frame.quotes):
        return draft
    verb = VERB.search(text, begins.end(), end)
    return replace(draft, content=draft.content[:1]) if verb and verb.start() > begins.end() else draft


_STEPS: tuple[Callable[[Ground, Draft], Draft], ...] = (
    _without_strays,
    _bridged,
    _without_relay,
    _without_clause_behind,
    _without_dateline,
    _without_victims,
    _before_speaker,
    _told_before,
    _told_after,
    _whole_quotes,
    _lost_opening,
    _opened_before,
    _unfinished,
    *SOURCE_STEPS,
)
