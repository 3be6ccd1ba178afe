"""Attributions that the encoder cannot see: it starts from a cue, and here the cue is lost, a colon, or the headline's.

Each rule looks at one shape of text and gives drafts; a draft whose words the encoder already has is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.extract.frame import Draft, Frame, Span, overlap, trimmed

#: Confidence of what a rule found: below the encoder's sure finds, above its doubtful ones.
_RULE = 0.6

#: A name: capitalised words, joined by particles.
_CAP = r"[^\W\d_a-zß-öø-ÿ][\w’'.&-]*"
_NAME = rf"{_CAP}(?:\s(?:(?:de|da|del|van|von|der|den|al|el|bin|ibn|of|for|the|and|in|on)\s)*{_CAP})*"
_NOUN_PHRASE = rf"(?:(?:[Tt]he|[Aa]n?|[Ss]tate|[Ll]ocal|[Oo]fficial)\s)?(?:{_NAME}|[a-z]+s)"
_OUTLET_WORD = r"(?:news\s(?:agency|outlet|site|website|portal|channel)|agency|newspaper|daily|broadcaster|television|radio|channel|magazine|network|website|portal)"

_TRAILING_RELAY = re.compile(
    rf",\s(?P<source>(?:the\s)?(?:{_CAP}\s)?(?:(?:state|private|local|independent|public)(?:-\w+)?\s)?{_OUTLET_WORD}\s{_NAME}|(?:the\s)?{_NAME}\s{_OUTLET_WORD})$"
)
_BARE_SPEAKER = re.compile(rf"^(?P<source>(?:The\s)?{_NAME})(?P<cue>\s(?:also|then|later|earlier|further|again))?$")
_BARE_END = re.compile(rf"[”\"»]\s(?P<source>(?:the\s)?{_NAME})$")
_THAT = re.compile(rf"(?:(?:the\s)?{_NAME}(?:\s[a-z]+)?\s)?(?P<content>that\s[^\n]+)")
_MAX_NAME = 60


def add_unmarked(frame: Frame, drafts: Sequence[Draft]) -> list[Draft]:
    """The further attributions of a report whose encoder drafts are given."""
    taken = [span for draft in drafts for span in draft.content + draft.cue]
    added: list[Draft] = []
    for rule in (_headlines, _lost_relays, _lost_links, _lost_after_quotes, _mutual_blame, _silences):
        for draft in rule(frame):
            if not any(overlap(new, old) for new in draft.content + draft.cue for old in taken):
                added.append(draft)
                taken += draft.content + draft.cue
    return added


# -- headlines ---------------------------------------------------------------------------------------------------------

_HEADLINE_END = re.compile(rf"^(?P<content>.{{12,}}?)(?P<cue>:|\s[-–—])\s+(?P<source>[^\s:.,;“\"][^:.;“”\"]{{1,45}})$")
_HEADLINE_FRONT = re.compile(rf"^(?P<source>{_NAME}|[A-Z]\w+s)(?P<cue>:)\s+(?P<content>\S.{{10,}})$")
_HEADLINE_SAYS = re.compile(
    rf"^(?P<source>{_NAME}|[A-Z][\w-]+(?:\s[a-z]+){{0,2}}s)\s(?P<cue>(?:says?|claims?|reports?|denies|deny|confirms?|announces?|vows?|warns?|accuses?))\s(?P<content>\S.{{6,}})$"
)
#: What stands behind a colon or dash at a headline's end and is no source.
_NO_SOURCE = re.compile(
    r"^(?:live|video|photos?|pictures?|updates?|analysis|opinion|explainer|what we know|as it happened|report)$|\d|\b(?:is|are|was|were|has|have|will)\b",
    re.IGNORECASE,
)


def _headlines(frame: Frame) -> Iterator[Draft]:
    for start, end in frame.paragraphs[:1]:
        line = frame.text[start:end]
        if "\n" in line or end - start > 160 or line[-1:] in ".!?":
            continue
        if (found := _HEADLINE_END.match(line)) and _names_source(found["source"]):
            yield _draft(found, start)
        elif found := _HEADLINE_FRONT.match(line) or _HEADLINE_SAYS.match(line):
            yield _draft(found, start)


def _names_source(words: str) -> bool:
    return len(words.split()) <= 5 and not _NO_SOURCE.search(words)


def _draft(found: re.Match[str], offset: int) -> Draft:
    def spans(group: str) -> tuple[Span, ...]:
        span = trimmed(found.string, found.span(group)) if found[group] else (0, 0)
        return ((span[0] + offset, span[1] + offset),) if span[1] > span[0] else ()

    return Draft(source=spans("source"), cue=spans("cue"), content=spans("content"), confidence=_RULE)


# -- lost cues ---------------------------------------------------------------------------------------------------------


def _lost_relays(frame: Frame) -> Iterator[Draft]:
    """ "... were killed, Russian news agency X [gap]": the verb stood in a link that was stripped."""
    for start, end in frame.paragraphs[1:]:
        sentence = max(start, frame.sentence(end - 1)[0])
        if found := _TRAILING_RELAY.search(frame.text[sentence:end]):
            content = trimmed(frame.text, (sentence, sentence + found.start()))
            if content[1] - content[0] > 15:
                source = (sentence + found.start("source"), end)
                yield Draft(source=(source,), content=(content,), confidence=_RULE)


def _lost_links(frame: Frame) -> Iterator[Draft]:
    """ "X also [gap] the BBC that ...": the verb of saying stood in a link that was stripped."""
    for (start, end), (after, after_end) in zip(frame.paragraphs, frame.paragraphs[1:], strict=False):
        if end - start > _MAX_NAME or not (speaker := _BARE_SPEAKER.match(frame.text[start:end])):
            continue
        if not (said := _THAT.match(frame.text, after, after_end)) or said.start("content") - after > _MAX_NAME:
            continue
        content = trimmed(frame.text, (said.start("content"), min(after_end, frame.sentence(said.start("content"))[1])))
        source, cue = _draft_spans(speaker, start)
        yield Draft(source=source, cue=cue, content=(_without_stop(frame.text, content),), confidence=_RULE)


def _draft_spans(found: re.Match[str], offset: int) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    source = (found.start("source") + offset, found.end("source") + offset)
    cue = trimmed(found.string, found.span("cue")) if found["cue"] else None
    return (source,), ((cue[0] + offset, cue[1] + offset),) if cue else ()


def _without_stop(text: str, span: Span) -> Span:
    return (span[0], span[1] - 1) if text[span[1] - 1] == "." else span


def _lost_after_quotes(frame: Frame) -> Iterator[Draft]:
    """ "..." X [gap]: a quotation and a bare name that ends its paragraph without a stop."""
    for quote in frame.quotes:
        start, end = frame.paragraph(quote.start)
        if quote.closed and 0 < end - quote.end < _MAX_NAME:
            found = _BARE_END.match(frame.text[quote.end - 1 : end])
            if found:
                source = (quote.end - 1 + found.start("source"), end)
                yield Draft(source=(source,), content=((max(start, quote.start), quote.end),), confidence=_RULE)


# -- mutual blame, silence ---------------------------------------------------------------------------------------------

_MUTUAL = re.compile(
    rf"(?P<source>[Bb]oth\s(?:sides|parties|countries|nations|governments|armies|{_NAME}\sand\s{_NAME})|(?:[Tt]he\s)?(?:two|warring|rival)\s(?:\w+\s)?\w+s|{_NAME}\sand\s(?:the\s)?{_NAME}|[Ee]ach\sside)\s"
    r"(?P<cue>(?:(?:have|has|had|also|again|routinely|repeatedly|regularly|often|once|both|since|immediately|quickly|then|each)\s){0,3}"
    r"(?:accus(?:ed?|es)|blam(?:ed?|es)|trad(?:ed?|es)\s(?:accusations|blame))(?:\s(?:each\sother|one\sanother|the\sother))?(?:\s(?:of|for|over))?)"
    r"\s(?P<content>[^.;\n]{4,200})"
)
_SILENCE = re.compile(
    rf"(?P<source>(?:[Tt]he\s)?(?:{_NAME}|[a-z]+s))\s(?P<cue>(?:ha(?:s|ve|d)\s(?:(?:so\sfar|still|yet)\s)?(?:not|never)\s(?:(?:yet|so\sfar)\s)?"
    r"(?:released?|published|disclosed|revealed|provided|given|reported|announced|confirmed|commented\son|said|issued|acknowledged)"
    r"|ha(?:s|ve)\syet\sto\s(?:release|publish|disclose|reveal|provide|give|report|announce|confirm|comment\son|say|issue)"
    r"|(?:(?:has|have|had)\s)?(?:declin|refus)(?:e|es|ed)\sto\s(?:comment\son|release|publish|disclose|reveal|give|say|confirm|provide)))"
    r"\s(?P<content>[^.;,\n]{3,160})"
)


def _mutual_blame(frame: Frame) -> Iterator[Draft]:
    for found in _MUTUAL.finditer(frame.text):
        yield _draft(found, 0)


def _silences(frame: Frame) -> Iterator[Draft]:
    for found in _SILENCE.finditer(frame.text):
        yield _draft(found, 0)
