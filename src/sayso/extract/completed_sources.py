"""Sources completed where the encoder stops short: a cut name, a speaker behind the cue, a lost source."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from sayso.expression import Expression
from sayso.extract.clauses import VERB, antecedent, subject_before
from sayso.extract.frame import Draft, Span, behind_dateline, overlap, pieces, trimmed
from sayso.extract.ground import Ground
from sayso.extract.joining import QUOTED_BY, REST
from sayso.extract.plain_speech import LAST_PEOPLE, NAMED_BEHIND, SPEAKER_BEHIND

_CAPITALISED = Expression(
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
    return draft.with_source(tuple(source))


_PREPOSITION_END = Expression(r"\s(?:of|for|at|from)$")
_TO_COMMA = Expression(r"\s[^,.;:“”\"\n]{2,60}(?=,)")


def _unfinished_source(ground: Ground, draft: Draft) -> Draft:
    """A source that stops at a preposition goes on to the comma."""
    text = ground.frame.text
    if len(draft.source) != 1 or not _PREPOSITION_END.search(text, *draft.source[0]):
        return draft
    rest = _TO_COMMA.match(text, draft.source[0][1])
    if rest is None or not ground.free(*rest.span()):
        return draft
    content = pieces(text, ((max(s, rest.end() + 1), e) for s, e in draft.content))
    return replace(draft, source=((draft.source[0][0], rest.end()),), content=content)


_NAME_TO_COMMA = Expression(r"(?:\s[A-Z][\w.’'-]*){1,5}(?=,\s)")
_AFTER_CUE_ACCORDING = Expression(r"\b[Aa]ccording to\s$")


def _name_after_according(ground: Ground, draft: Draft) -> Draft:
    """ "according to the clerk of the free | NWF Odo Marent, ...": the source goes on through the name to the comma."""
    text = ground.frame.text
    if len(draft.source) != 1:
        return draft
    start, end = draft.source[0]
    told = _AFTER_CUE_ACCORDING.search(text, max(0, start - 14), start)
    rest = _NAME_TO_COMMA.match(text, end) if told and text[end - 1].islower() else None
    if rest is None:
        return draft
    content = pieces(text, ((max(s, rest.end() + 1) if s >= end else s, e) for s, e in draft.content))
    return replace(draft, source=((start, rest.end()),), content=content)


_RELATIVE = Expression(r"who\b")
_OBJECT_CLAUSE = Expression(r"(?:which|whom)\s")
_NOUN_BEFORE = Expression(r"\s(?P<noun>(?:the|an?)\s[^,.;:“”\"\n]{2,60}),\s$", re.IGNORECASE)


def _before_relative(ground: Ground, draft: Draft) -> Draft:
    """ "..., said the official, | who asked not to be named": what the relative clause is about."""
    text = ground.frame.text
    if len(draft.source) == 1 and _OBJECT_CLAUSE.match(text, *draft.source[0]):
        return _told_of_in_clause(ground, draft)
    if len(draft.source) != 1 or len(draft.cue) != 1 or not _RELATIVE.match(text, draft.source[0][0]):
        return draft
    start, end = draft.source[0]
    noun = _NOUN_BEFORE.match(text[draft.cue[0][1] : start]) if draft.cue[0][1] < start else None
    if noun is None or not ground.free(draft.cue[0][1] + noun.start("noun"), start):
        return draft
    return replace(draft, source=((draft.cue[0][1] + noun.start("noun"), end),))


def _told_of_in_clause(ground: Ground, draft: Draft) -> Draft:
    """ "The NWF, | which the rebels | look up to, said ...": whom the clause is about."""
    text, start = ground.frame.text, draft.source[0][0]
    named = antecedent(text, ground.frame.sentence(start)[0], start)
    behind = bool(draft.cue) and draft.cue[0][0] > draft.source[0][1] and text[start - 2 : start] == ", "
    return draft if named is None or not behind or not ground.free(*named) else replace(draft, source=(named,))


def _open(ground: Ground, draft: Draft, span: Span) -> bool:
    return ground.free(*span) and not any(overlap(span, piece) for piece in draft.content)


_COMMA_THE = Expression(r",\s(?=(?:the|an?)\s[^,]*$)")


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


_AND_FRONT = Expression(r"(?:[\w-]+\s){0,1}[\w-]+s\s$")


def _coordinated_speakers(ground: Ground, draft: Draft) -> Draft:
    """ "... health officials | and witnesses said": the first of two speakers, taken for the end of the content."""
    text = ground.frame.text
    if len(draft.source) != 1 or not re.match(r"and\s", text[draft.source[0][0] : draft.source[0][1]]):
        return draft
    start, end = draft.source[0]
    front = _AND_FRONT.search(text, max(0, start - 40), start)
    if front is None or not ground.free(front.start(), start):
        return draft
    content = pieces(text, ((s, min(e, front.start())) for s, e in draft.content))
    return replace(draft, source=((front.start(), end),), content=content)


#: What a noun phrase cut in front of its noun has left behind a comma or an owner, and the nouns that it is cut before.
_FRONT_LEFT = Expression(
    r"(?:,|['’]s)\s(?!(?:where|when|as|while|which|whose|who|and|but|that|though|although|because|after|before)\s)"
    r"(?P<front>(?:[a-z]+\sand\s)?[a-z]+\s)$"
)
_HEAD_NOUN = Expression(r"(?:officials?|sources?|officers?|police|ministry|department|chief|spokes\w+)\b")


def _front_of_noun(ground: Ground, draft: Draft) -> Draft:
    """ "..., security | officials said": the first word of the source, left behind."""
    text = ground.frame.text
    if len(draft.source) != 1 or not _HEAD_NOUN.match(text, *draft.source[0]):
        return draft
    start, end = draft.source[0]
    left = _FRONT_LEFT.search(text, max(0, start - _FRONT_LENGTH), start)
    if left is None or not ground.free(left.start("front"), start):
        return draft
    return replace(draft, source=((left.start("front"), end),))


_FRONT_LENGTH = 40


#: One to four words with capitals.
_NAME = r"(?P<name>[^\W\d_a-zß-öø-ÿ][\w’'-]*(?:\s[^\W\d_a-zß-öø-ÿ][\w’'-]*){0,3})"
_AFTER_CUE = Expression(rf"\s{_NAME}(?=[,.]|$)")


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


_SAID_NAME = Expression(r"(?:said|says|reported|reports|added|wrote|told)\s(?P<name>[^\W\d_a-zß-öø-ÿ][\w’'. -]*)$")


_NAME_SAID = Expression(
    rf"{_NAME}\s(?=(?:also\s|later\s)?(?:said|claimed|reported|announced|confirmed|denied|stated|wrote|tweeted)\b)"
)


def _name_in_cue(ground: Ground, draft: Draft) -> Draft:
    """A source that the encoder has left in the cue ("..., said" + name, name + "claimed through its agency")."""
    if draft.source or len(draft.cue) != 1:
        return draft
    start, end = draft.cue[0]
    front = _NAME_SAID.match(ground.frame.text, start, end)
    if front is not None:
        return replace(draft, cue=((front.end(), end),), source=(front.span("name"),))
    found = _SAID_NAME.match(ground.frame.text[start:end])
    if found is None:
        return draft
    name = start + found.start("name")
    return replace(draft, cue=(trimmed(ground.frame.text, (start, name)),), source=((name, end),))


_ACCORDING = Expression(r"according to$", re.IGNORECASE)
_AFTER_ACCORDING = Expression(
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
    content = pieces(text, ((max(s, source[1]) if e > source[0] else s, e) for s, e in draft.content))
    return replace(draft, source=(source,), content=content)


def opens_in_bracket(words: str) -> bool:
    """True for words that begin inside a bracket and end behind it."""
    closed = words.find(")")
    return closed >= 0 and "(" not in words[:closed]


#: A finite verb of saying, not one in the passive.
_FINITE = Expression(
    r"(?:(?:also|later|then|has|have|had|earlier)\s){0,2}(?:said|says|say|added|adds|told|claimed|claims|claim"
    r"|announced|reported|reports"
    r"|confirmed|stated|insisted|acknowledged|warned)\b",
    re.IGNORECASE,
)
_NOUN_PHRASE = Expression(r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\s|[^\W\d_a-zß-öø-ÿ]")


def _subject(ground: Ground, draft: Draft) -> Draft:
    """The subject right before a finite verb of saying, where the encoder has left it out."""
    text = ground.frame.text
    if draft.source or not draft.cue:
        return draft
    if not _FINITE.match(text, *draft.cue[0]) and not QUOTED_BY.match(text, *draft.cue[0]):
        return draft
    start, _ = ground.frame.sentence(draft.cue[0][0])
    found = subject_before(text, behind_dateline(text, start, draft.cue[0][0]), draft.cue[0][0])
    if found is None or found[1] - found[0] > 70 or not _NOUN_PHRASE.match(text, found[0]) or not ground.free(*found):
        return draft
    if opens_in_bracket(text[slice(*found)]):
        return draft
    if any(overlap(found, piece) for piece in draft.content):
        return draft
    return replace(draft, source=(found,))


#: A name after an ordinary word; after a preposition it would be a part of what was said ("killed on Saturday").
_LAST_NAME = Expression(
    r"(?<=[a-zß-öø-ÿ\d])\s"
    r"(?<!\b(?:of|on|in|at|by|to|as)\s)(?<!\b(?:the|and|for|nor)\s)(?<!\b(?:from|near|with|into)\s)"
    rf"{_NAME}$"
)


def _name_after_content(ground: Ground, draft: Draft) -> Draft:
    """ "... wounding four Rivers Radio said": where commas are lost, a name or people before the cue are its source."""
    text = ground.frame.text
    if draft.source or len(draft.cue) != 1 or not draft.content or not _FINITE.match(text, *draft.cue[0]):
        return draft
    start, end = draft.content[-1]
    if text[end : draft.cue[0][0]].strip() or end > draft.cue[0][0]:
        return draft
    found = _LAST_NAME.search(text, start, end)
    source = found.span("name") if found else None
    if source is None and (people := LAST_PEOPLE.search(text, start, draft.cue[0][0])) is not None:
        source = trimmed(text, people.span())
    if source is None or source[0] <= start:
        return draft
    return replace(draft, source=(source,), content=(*draft.content[:-1], trimmed(text, (start, source[0]))))


_PARTICIPLE = Expression(
    r"(?:\w+ly\s)?(?:saying|adding|claiming|calling|noting|insisting|warning|reporting|stating)"
    r"(?:\s(?:on|in|via|through|by)\s[^,;:]{2,40})?$",
    re.IGNORECASE,
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


#: "... in an attack as rebels | deny": who stands right before the cue, in a clause of its own.
_NEARER = Expression(r"[^,.;:“”\"\n]*\b(?:as|while)\s(?P<subject>(?:the\s)?(?:[\w’'-]+\s)?[\w’'-]+s)\s")


def _nearer_subject(ground: Ground, draft: Draft) -> Draft:
    """A source that another clause parts from the cue gives way to the subject of that clause."""
    text = ground.frame.text
    if len(draft.source) != 1 or not draft.cue or draft.source[0][1] >= draft.cue[0][0]:
        return draft
    found = _NEARER.fullmatch(text, draft.source[0][1], draft.cue[0][0])
    if found is None or any(overlap(found.span("subject"), piece) for piece in draft.content):
        return draft
    return replace(draft, source=(found.span("subject"),)) if ground.free(*found.span("subject")) else draft


_DIED = Expression(r"\s(?:(?:had|has|have)\s)?(?:died|(?:was|were|been)\s(?:killed|shot\sdead))\b")


def _dead_speaker(ground: Ground, draft: Draft) -> Draft:
    """ "The office put it at six after a man | died, and said ...": the dead say nothing, who told of them does."""
    text = ground.frame.text
    if len(draft.source) != 1 or not draft.cue or not _DIED.match(text, draft.source[0][1], draft.cue[0][0]):
        return draft
    start, _ = ground.frame.sentence(draft.source[0][0])
    found = subject_before(text, behind_dateline(text, start, draft.cue[0][0]), draft.cue[0][0])
    told = found is not None and found[1] <= draft.source[0][0] and ground.free(*found)
    return replace(draft, source=(found,)) if told and found is not None else draft


#: "... wounding 21 | state television reported": a count that no comma parts from who speaks; "two officials" is none.
_COUNT = Expression(
    r"(?:\d[\d,.]*|dozens|scores|hundreds|others|several others)\s+"
    r"(?=(?:the\s|an?\s)|(?:[\w’'-]+\s){0,3}(?:television|tv|radio|media|ministry|agency|army|military|observatory|monitor"
    r"|watchdog|council|government|spokes\w+|[A-Z]{3,})\b)",
    re.IGNORECASE,
)


_HARMING = Expression(r"\b(?:kill|wound|injur)(?:s|ed|es|ing)\s$", re.IGNORECASE)


def _without_count(ground: Ground, draft: Draft) -> Draft:
    """A source without the figure that ends what is said, where a page has lost its commas."""
    text = ground.frame.text
    if len(draft.source) != 1:
        return draft
    start, end = draft.source[0]
    count = _COUNT.match(text, start, end) if _HARMING.search(text, max(0, start - 12), start) else None
    front = [n for n, (_, last) in enumerate(draft.content) if last <= start and not text[last:start].strip()]
    if count is None:
        return draft
    content = list(draft.content)
    begin = content.pop(front[0])[0] if front else ground.frame.sentence(start)[0]
    if not front and not ground.free(begin, start):
        return draft
    content.append(trimmed(text, (begin, count.end())))
    return replace(draft, source=((count.end(), end),), content=tuple(sorted(content)))


_PERSON_AND_ROLE = Expression(r"[^\W\d_a-z][\w’'-]+\.?(?:\s[^\W\d_a-z][\w’'-]+){1,3}\s(?:an?|the|of)\s")
#: A clause rather than a name, in characters.
_CLAUSE_LENGTH = 25


def _turned_round(ground: Ground, draft: Draft) -> Draft:
    """ "... killed six people on Tuesday said Ada Roe a health official": what the encoder took the wrong way round."""
    text = ground.frame.text
    if not draft.source and len(draft.cue) == 1 and draft.content:
        return _people_behind(ground, draft)
    if len(draft.source) != 1 or len(draft.content) != 1 or not draft.cue or not draft.source[0] < draft.content[0]:
        return draft
    (begins, _), person = draft.source[0], draft.content[0]
    start, _ = ground.frame.sentence(begins)
    clause = trimmed(text, (start if ground.free(start, begins) else begins, draft.cue[0][0]))
    told = clause[1] - clause[0] >= _CLAUSE_LENGTH and VERB.search(text, *draft.source[0]) is not None
    if not told or VERB.search(text, *person) or not _PERSON_AND_ROLE.match(text, *person):
        return draft
    return replace(draft, source=(person,), content=(clause,))


def _people_behind(ground: Ground, draft: Draft) -> Draft:
    """ "... when their lorry hit a mine said the official who asked ...": the speaker, taken for what was said."""
    text, verb = ground.frame.text, draft.cue[0]
    start, end = ground.frame.sentence(verb[0])
    behind = SPEAKER_BEHIND.fullmatch(text, verb[1], end)
    if "," not in text[start:end]:
        behind = behind or NAMED_BEHIND.fullmatch(text, verb[1], end)
    if behind is None or draft.content[-1][0] < verb[1] or any(s < verb[1] for s, _ in draft.content[1:]):
        return draft
    begins = start if ground.free(start, verb[0]) else draft.content[0][0]
    if begins >= verb[0]:
        return draft
    return replace(draft, source=(behind.span("source"),), content=(trimmed(text, (begins, verb[0])),))


_BARE = Expression(r"(?:the|an?|some|two|several)$", re.IGNORECASE)


def _without_a_noun(ground: Ground, draft: Draft) -> Draft:
    """A source that is an article and nothing more is none, so that the words before its verb are looked for."""
    bare = len(draft.source) == 1 and _BARE.match(ground.frame.text, *draft.source[0])
    return replace(draft, source=()) if bare else draft


#: "which, according to news reports | left 30 dead": where commas are left out, the verb begins what is said.
_RUNS_ON = Expression(
    r"(?P<source>(?:[\w’'-]+\s){0,3}[\w’'-]+)\s(?=(?:has\s|have\s|had\s)?(?:also\s)?(?:left|killed|wounded|injured|claimed)\s)"
)
_CLAUSE_OPENS = Expression(r"\b(?:which|that)\saccording to\s$", re.IGNORECASE)


def _running_on(ground: Ground, draft: Draft) -> Draft:
    text = ground.frame.text
    if len(draft.source) != 1:
        return draft
    start, end = draft.source[0]
    told = _CLAUSE_OPENS.search(text, max(0, start - len("which according to ")), start)
    source = _RUNS_ON.match(text, start, min(len(text), end + 20)) if told else None
    if source is None:
        return draft
    rest = REST.match(text, source.end(), ground.frame.sentence(start)[1])
    content = trimmed(text, rest.span()) if rest is not None else (source.end(), end)
    return replace(draft, source=(source.span("source"),), content=(content,))


_IS_TOLD = Expression(r"(?:was|were|been|is|are)\s(?:\w+ly\s)?(?:reported|announced|confirmed)\b", re.IGNORECASE)
_TOLD_BY = Expression(r"[^,.;:]{0,60}\bby\s(?:the\s|an?\s)?", re.IGNORECASE)


def _far_behind_passive(ground: Ground, draft: Draft) -> Draft:
    """ "No deaths were reported in the raid by the group, which is led by | Odo Marent": told by nobody."""
    text = ground.frame.text
    if len(draft.source) != 1 or len(draft.cue) != 1 or draft.source[0][0] < draft.cue[0][1]:
        return draft
    if not _IS_TOLD.match(text, *draft.cue[0]) or _TOLD_BY.fullmatch(text, draft.cue[0][1], draft.source[0][0]):
        return draft
    return replace(draft, source=())


_AFTER_ACCORDING_NO_COMMA = Expression(
    r"(?P<source>(?:the\s)?(?:[\w’'-]+\s){0,3}[\w’'-]+)\s(?<!\bof\s)(?<!\band\s)(?<!\bin\s)(?<!\bfor\s)"
    r"(?=(?:at\sleast|at\smost|more\sthan|about|some|over|nearly|up\sto|as\smany\sas)\s\d)"
)


def _count_in_source(ground: Ground, draft: Draft) -> Draft:
    """ "According to the police | at least 40 men died": where the comma is lost, a count begins what is said."""
    text = ground.frame.text
    if len(draft.source) != 1:
        return draft
    start, end = draft.source[0]
    told = _AFTER_CUE_ACCORDING.search(text, max(0, start - 14), start)
    source = _AFTER_ACCORDING_NO_COMMA.match(text, start) if told else None
    if source is None or source.end() >= end:
        return draft
    rest = [(s, e) for s, e in draft.content if s >= end]
    content = trimmed(text, (source.end(), rest[0][1] if rest else ground.frame.sentence(start)[1]))
    return replace(draft, source=(source.span("source"),), content=(content, *rest[1:]))


#: In this order; each gives the draft with what it adds to the source.
SOURCE_STEPS: tuple[Callable[[Ground, Draft], Draft], ...] = (
    _without_a_noun,
    _far_behind_passive,
    _count_in_source,
    _running_on,
    _turned_round,
    _nearer_subject,
    _dead_speaker,
    _without_count,
    _whole_names,
    _before_relative,
    _name_after_according,
    _unfinished_source,
    _whole_speaker,
    _coordinated_speakers,
    _front_of_noun,
    _name_in_cue,
    _speaker_behind,
    _lost_source,
    _name_after_content,
    _subject,
    subject_of_sentence,
)
