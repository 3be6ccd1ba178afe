"""Attributions that the encoder cannot see: it starts from a cue, and here the cue is lost, a colon, or the headline's.

Each rule looks at one shape of text and gives drafts; a draft whose words the encoder already has is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.expression import Expression, Seldom
from sayso.extract.clauses import subject_before
from sayso.extract.frame import Draft, Frame, Span, behind_dateline, overlap, trimmed

#: Confidence of what a rule found: below the encoder's sure finds, above its doubtful ones.
_RULE = 0.6
#: A name with its gap is no longer than this, in characters.
_MAX_NAME = 60

#: A name: capitalised words, joined by particles.
_CAP = r"[^\W\d_a-zß-öø-ÿ][\w’'.&-]*"
_NAME = rf"{_CAP}(?:\s(?:(?:de|da|del|van|von|der|den|al|el|bin|ibn|of|for|the|and|in|on)\s){{0,2}}{_CAP}){{0,7}}"
_OUTLET = (
    r"(?:news\s(?:agency|outlet|site|website|portal|channel)|agency|newspaper|daily|broadcaster|television|radio"
    r"|channel|magazine|network|website|portal)"
)


def add_unmarked(frame: Frame, drafts: Sequence[Draft]) -> list[Draft]:
    """The further attributions of a report whose encoder drafts are given."""
    taken = [span for draft in drafts for span in draft.content + draft.cue]
    added: list[Draft] = []
    for rule in (
        _headlines,
        _lost_relays,
        _lost_links,
        _lost_after_quotes,
        _announced,
        _mutual_blame,
        _silences,
        _second_cues,
        _reportedly,
    ):
        for draft in rule(frame):
            new = draft.content + draft.cue
            if draft.content and not any(overlap(one, old) for one in new for old in taken):
                added.append(draft)
                taken += new
    return added


def _draft(found: re.Match[str], offset: int = 0) -> Draft:
    def spans(group: str) -> tuple[Span, ...]:
        if not found[group]:
            return ()
        start, end = trimmed(found.string, found.span(group))
        return ((start + offset, end + offset),) if end > start else ()

    return Draft(source=spans("source"), cue=spans("cue"), content=spans("content"), confidence=_RULE)


# -- headlines ---------------------------------------------------------------------------------------------------------

_HEADLINE_END = Expression(
    r"^(?P<content>.{12,}?)(?P<cue>:|\s[-–—])\s+(?P<source>[^\s:.,;“\"][^:.;“”\"]{1,45})$",
)
_HEADLINE_FRONT = Expression(
    rf"^(?P<source>{_NAME}|[A-Z]\w+s|[A-Z][\w.-]+(?:\s[A-Z][\w.-]+)?(?:\s[a-z-]+){{1,2}})(?P<cue>:)\s+(?P<content>\S.{{10,}})$"
)
_HEADLINE_SAYS = Expression(
    rf"^(?P<source>{_NAME}|[A-Z][\w-]+(?:\s[a-z]+){{0,2}}s"
    r"|[A-Z][\w-]+\s(?:army|police|military|ministry|government|society|group|agency|monitor|watchdog))\s"
    r"(?P<cue>says?|claims?|reports?|denies|deny|confirms?|announces?|vows?|warns?|accuses?|counts?)\s(?P<content>\S.{6,})$"
)
#: What stands behind a colon or dash at a headline's end and is no source.
_NO_SOURCE = Expression(
    r"^(?:live|video|photos?|pictures?|updates?|analysis|opinion|explainer|what we know|as it happened|reports?)$|\d"
    r"|\b(?:is|are|was|were|has|have|will)\b",
    re.IGNORECASE,
)


#: The headline stands in one of so many lines: what is above it names a site, a section, a notice.
_TOP = 4


def _headlines(frame: Frame) -> Iterator[Draft]:
    for start, end in frame.paragraphs[:_TOP]:
        line = frame.text[start:end]
        if "\n" in line or end - start > 160 or line[-1:] in ".!?":
            return  # below a section's name or a notice the headline is the second line, below a sentence none is
        found = _HEADLINE_END.match(line)
        if found is None or not _names_source(found["source"]):
            found = _said_in_front(line)
        if found is None:
            topic = _TOPIC.match(line)
            told = topic.end() if topic else 0
            found, start = _HEADLINE_SAYS.match(line[told:]), start + told
        if found is not None:
            yield _draft(found, start)


#: "Ituri: the church counts 19 dead": what the headline is about.
_TOPIC = Expression(r"[A-Z][\w-]+(?:\s[A-Z][\w-]+)?:\s(?=[A-Zt])")


def _said_in_front(line: str) -> re.Match[str] | None:
    """ "Holt: the dam will hold", but not a place or topic before a colon: what follows must be a sentence."""
    found = _HEADLINE_FRONT.match(line)
    if found is None or is_town_in_front(found["source"], found["content"]):
        return None
    if re.search(r"\s[a-z]", found["source"]) and not _SOURCE_NOUN.fullmatch(found["source"]):
        return None
    if _ACRONYM.fullmatch(found["source"]) and _HARMED.search(found["content"]):
        return found
    if not (_FINITE.search(found["content"]) or _SOURCE_NOUN.match(found["source"])):
        return None
    return found


def is_town_in_front(name: str, following: str) -> bool:
    """ "QUETTA: At least 14 people were hurt": a town in capitals before a line, and no body's letters."""
    return len(name) >= _TOWN and name.isupper() and not following.isupper()


#: Letters of the shortest names in capitals that are a town's rather than a body's.
_TOWN = 6
#: "WXO: 56 killed in battle": a body by its letters in front of a headline's figure.
_ACRONYM = Expression(r"[A-Z]{3,6}")
_HARMED = Expression(
    r"^(?:at least\s|over\s|more than\s)?\d[\d,]*\s(?:\w+\s)?(?:killed|dead|injured|wounded|missing|hurt)\b",
    re.IGNORECASE,
)
_SOURCE_NOUN = Expression(
    r"(?:\w+\s){0,2}(?:reports?|officials?|spokes\w+|police|monitors?|army|military|ministry|activists|witnesses|sources?"
    r"|rebels|medics|un|president|minister"
    r"|government|agency|study|survey|poll)$",
    re.IGNORECASE,
)


_FINITE = Expression(
    r"\b(?:is|are|was|were|will|would|must|should|can|cannot|could|may|has|have|had|do|does|did|we|I|not)\b"
    r"|[“\"‘]|n['’]t\b"
)


def _names_source(words: str) -> bool:
    return len(words.split()) <= 5 and not _NO_SOURCE.search(words)


# -- lost cues ---------------------------------------------------------------------------------------------------------

_TRAILING_RELAY = Expression(
    rf",\s(?P<source>(?:the\s)?(?:{_CAP}\s)?(?:(?:state|private|local|independent"
    rf"|public)(?:-\w+)?\s)?{_OUTLET}\s{_NAME}"
    rf"|(?:the\s)?{_NAME}\s{_OUTLET})$"
)
_BARE_SPEAKER = Expression(
    rf"^(?P<source>(?:The\s)?{_NAME})(?P<cue>\s(?:also|then|later|earlier|further|again|has|had))?$"
)
_THAT = Expression(rf"(?:(?:the\s)?{_NAME}(?:\s[a-z]+)?\s)?(?P<content>that\s[^\n]+)")
_BARE_END = Expression(rf"[”\"»]\s(?P<source>(?:the\s)?{_NAME})$")


def _lost_relays(frame: Frame) -> Iterator[Draft]:
    """ "... were killed, news agency X [gap]": the verb stood in a link that was stripped."""
    for start, end in frame.paragraphs:
        sentence = max(start, frame.sentence(end - 1)[0])
        found = _TRAILING_RELAY.search(frame.text[sentence:end])
        if found and found.start() > 15:
            content = trimmed(frame.text, (sentence, sentence + found.start()))
            yield Draft(source=((sentence + found.start("source"), end),), content=(content,), confidence=_RULE)


def _lost_links(frame: Frame) -> Iterator[Draft]:
    """ "X also [gap] the BBC that ...": the verb of saying stood in a link that was stripped."""
    for (start, end), (after, after_end) in pairwise(frame.paragraphs):
        start = max(start, frame.sentence(end - 1)[0])
        speaker = _BARE_SPEAKER.match(frame.text[start:end]) if end - start <= _MAX_NAME else None
        said = _THAT.match(frame.text, after, after_end) if speaker else None
        if speaker and said and said.start("content") - after <= _MAX_NAME:
            told = (said.start("content"), min(after_end, frame.sentence(said.start("content"))[1]))
            source = (start + speaker.start("source"), start + speaker.end("source"))
            cue = trimmed(frame.text, (source[1], end))
            yield Draft(
                source=(source,),
                cue=(cue,) if cue[1] > cue[0] else (),
                content=(_without_stop(frame.text, told),),
                confidence=_RULE,
            )


def _without_stop(text: str, span: Span) -> Span:
    return (span[0], span[1] - 1) if text[span[1] - 1] == "." else span


def _lost_after_quotes(frame: Frame) -> Iterator[Draft]:
    """ "..." X [gap]: a quotation and a bare name that ends its paragraph without a stop."""
    for quote in frame.quotes:
        _, end = frame.paragraph(quote.start)
        if quote.closed and 0 < end - quote.end < _MAX_NAME:
            found = _BARE_END.match(frame.text[quote.end - 1 : end])
            if found:
                source = (quote.end - 1 + found.start("source"), end)
                yield Draft(source=(source,), content=((quote.start, quote.end),), confidence=_RULE)


#: "The command issued the following communique:", and the paragraph behind it.
_ANNOUNCED = Seldom(
    "following",
    r"(?P<cue>(?:(?:has|have|had|also|later|today)\s){0,2}(?:issued|released|published|broadcast|distributed|carried)\s(?:today\s)?the\s"
    r"following\s[^.:;\n]{0,60}:)\s*(?P<content>\S[^\n]+)",
)


def _announced(frame: Frame) -> Iterator[Draft]:
    """A communique that is told word for word: its first paragraph is on the word of who issued it."""
    for found in _ANNOUNCED.finditer(frame.text):
        sentence = behind_dateline(frame.text, frame.sentence(found.start())[0], found.start())
        subject = subject_before(frame.text, sentence, found.start())
        if subject is not None and subject[1] - subject[0] <= _MAX_SUBJECT:
            content = _without_stop(frame.text, trimmed(frame.text, found.span("content")))
            yield Draft(source=(subject,), cue=(found.span("cue"),), content=(content,), confidence=_RULE)


#: Who issues a communique is told in no more characters.
_MAX_SUBJECT = 120


# -- mutual blame, silence: the cue is looked for first, then who stands before it -------------------------------------

_BLAME = Seldom(
    "other",
    r"(?:(?:have|has|had|also|again|routinely|repeatedly|regularly|often|once|since|immediately|quickly|then)\s){0,3}"
    r"(?:accus(?:ed?|es|ing)|blam(?:ed?|es|ing))\s(?:each\sother|one\sanother|the\sother)(?:\sside)?(?:\s(?:of|for"
    r"|over))?",
)
_BLAMERS = Expression(
    rf"(?:[Bb]oth\s(?:{_NAME}\sand\s(?:the\s)?{_NAME}|(?:\w+\s)?\w+)|(?:[Tt]he\s)?(?:two|warring|rival)\s(?:\w+\s)?\w+s"
    rf"|(?:[Tt]he\s)?{_NAME}\sand\s(?:the\s)?{_NAME}|[Ee]ach\sside|[Tt]hey|[Tt]he\s(?:sides|parties))\s$"
)
_SILENCE = Expression(
    r"(?:ha(?:s|ve|d)\s(?:(?:so\sfar|still|yet)\s)?(?:not|never)\s(?:(?:yet|so\sfar)\s)?"
    r"(?:released?|published|disclosed|revealed|provided|given|reported|announced|confirmed|commented\son|issued"
    r"|acknowledged)"
    r"|ha(?:s|ve)\syet\sto\s(?:release|publish|disclose|reveal|provide|give|report|announce|confirm|comment\son|issue)"
    r"|(?:(?:has|have|had)\s)?(?:declin|refus)(?:e|es|ed)\sto\s(?:comment\son|release|publish|disclose|reveal|give"
    r"|confirm|provide))"
)
_SILENT = Expression(rf"(?:[Tt]he\s)?(?:{_NAME}|(?:\w+\s)?[a-z]+)\s$")
_OBJECT = Expression(r"\s([^.;,\n]{3,160})")
#: How far before a cue its subject may begin.
_BEFORE = 90


def _mutual_blame(frame: Frame) -> Iterator[Draft]:
    yield from _told_by(frame, _BLAME, _BLAMERS)


def _silences(frame: Frame) -> Iterator[Draft]:
    yield from _told_by(frame, _SILENCE, _SILENT)


_CALLING = Expression(
    r",\s(?P<cue>calling|describing|branding|labelling|labeling|terming"
    r"|dubbing)\s(?P<content>[^.;\n“\"]{2,80}[“\"][^”\"\n]{2,160}[”\"])"
)


def _second_cues(frame: Frame) -> Iterator[Draft]:
    """ "..., she said, calling it “a disgrace”": a second cue of the sentence's speaker, without own source."""
    for found in _CALLING.finditer(frame.text):
        content = trimmed(frame.text, found.span("content"))
        yield Draft(cue=(found.span("cue"),), content=(content,), confidence=_RULE)


_REPORTEDLY = Expression(
    r"reportedly\s(?:said|told|expressed|urged|called|warned|asked|demanded|offered|refused|threatened|promised"
    r"|voiced|vowed)"
    r"(?:\s(?:concern|alarm|regret|hope|outrage|dismay|support|fears?))?"
)
_NAMED = Expression(rf"(?:[Tt]he\s)?{_NAME}\s$")


def _reportedly(frame: Frame) -> Iterator[Draft]:
    """ "President Holt reportedly expressed concern ..."."""
    yield from _told_by(frame, _REPORTEDLY, _NAMED)


def _told_by(frame: Frame, cue: Expression | Seldom, subject: Expression) -> Iterator[Draft]:
    """Drafts of a cue with the noun phrase right before it and the object after it."""
    for found in cue.finditer(frame.text):
        start = max(frame.sentence(found.start())[0], found.start() - _BEFORE)
        who = _last_match(subject, frame.text, start, found.start())
        what = _OBJECT.match(frame.text, found.end())
        if who is not None and what is not None:
            source, content = trimmed(frame.text, who), trimmed(frame.text, what.span(1))
            yield Draft(source=(source,), cue=(found.span(),), content=(content,), confidence=_RULE)


def _last_match(pattern: Expression, text: str, start: int, end: int) -> Span | None:
    """The longest stretch that ends right before an offset and fits: word starts are tried from the left."""
    for word in re.finditer(r"(?<!\S)\S", text[start:end]):
        found = pattern.match(text[start + word.start() : end])
        if found:
            return start + word.start(), end
    return None
