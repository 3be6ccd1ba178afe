"""Attributions of a harm that the encoder has left out: a plain verb of saying with the dead in its clause.

Figures hang on these, so the rule looks for every verb of saying that no attribution holds, and takes it only where
the words it governs tell of a harm. Who stands before the verb and what after it is read as in the other stages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.expression import Expression
from sayso.extract.clauses import VERB, antecedent, object_after, subject_before, trim
from sayso.extract.completed_sources import subject_of_sentence
from sayso.extract.frame import Draft, Span, trimmed
from sayso.extract.ground import Ground

#: Confidence of what this rule finds.
_SURE = 0.5
HARM = Expression(
    r"\b(?:kill(?:s|ed|ing)?|dead|deaths?|die[ds]?|dying|wounded|injured|injuries|hurt|casualt\w+|victims|losse?s|lost|captured|missing"
    r"|hostages?|prisoners?|captives?|displaced|bodies|fatalit\w+|martyred|slain|toll)\b",
    re.IGNORECASE,
)
_SAYING = Expression(
    r"\b(?:said|says|say|report(?:s|ed)?|claim(?:s|ed)|announce[sd]?|confirm(?:s|ed)?|den(?:y|ies|ied)|stated|acknowledge[sd]?|admit(?:s|ted)"
    r"|insist(?:s|ed)|add(?:s|ed)|estimate[sd]|puts?|told|tweeted|wrote|gave|gives|placed|counted|tallied"
    r"|recorded|documented|verified|listed|logged|registered|sp(?:oke|oken|eaks) of|given(?= (?:an?|the|its) )"
    r"|(?:raised|lowered|revised|corrected|cut)(?= (?:its |the )?(?:\w+ )?(?:toll|count|tally|estimate|figure)\b))\b"
    r"(?!\s+(?:to\s+have|by)\b)"
)
_CITED = Expression(r"\b(?:cite[sd]?|citing|quote[sd]?|quoting)\s(?=[^.;\n]{3,90}?\s(?:as\s)?saying\b)")
_SAYING_THAT = Expression(
    r",\s(?P<cue>saying|adding|claiming|reporting|announcing|insisting|(?:putting|giving)(?=[^.;\n]{3,60}?\s(?:at|as)\s))"
    r"\s(?P<content>[^.;\n]{8,260})"
)
_RELATIVE = Expression(
    r"\b(?:that|which)\s(?P<source>(?:the\s)?[^\s,.;][^,.;:“”\"\n]{2,50}?)\s(?P<cue>said|says|claimed|claims|reported)\s"
    r"(?P<content>(?:had\s|has\s)?(?:killed|wounded|injured|left|claimed)\s[^.;\n]{4,160})"
)
_ADVERB_TAIL = Expression(
    r"^\s*(?:(?:late|early|earlier|later)\s)?(?:on\s)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today)?"
    r"(?:\sin\sa\sstatement)?\s*[.!?]?[”\"]?\s*$",
    re.IGNORECASE,
)
_NO_SUBJECT = Expression(r"^(?:there|this|that|which|who|was|were|is|are|been|be|to|and|or|but|not)$", re.IGNORECASE)
#: What "claims" lives and is "reported" but does not speak.
_EVENT = Expression(
    r"\b(?:attacks?|clash(?:es)?|fighting|wars?|conflict|explosions?|bomb(?:s|ings?)?|strikes?|airstrikes?|skirmish(?:es)?|battles?|blasts?"
    r"|violence|shelling|offensive|raids?|accident|crash|shooting|escalation|incident|people|casualties|deaths|killed|lives|toll)\b",
    re.IGNORECASE,
)
_LONGEST_SUBJECT = 12
#: "2 dead".
_SHORTEST_CONTENT = 6


def harm_told(ground: Ground) -> Iterator[Draft]:
    """Drafts for verbs of saying outside every attribution whose clause tells of a harm; the ground then has them."""
    for find in (_relatives, _participles, _cited, _verbs, _accounts, _witnesses):
        for draft in find(ground):
            if all(ground.free(*span) for span in draft.spans()) and not _in_quotation(ground, draft.cue[0][0]):
                ground.take(draft)
                yield draft


def _in_quotation(ground: Ground, offset: int) -> bool:
    return any(q.start < offset < q.end for q in ground.frame.quotes)


def _drafts(found: re.Match[str]) -> Draft:
    source = (trimmed(found.string, found.span("source")),) if "source" in found.re.groupindex else ()
    content = trimmed(found.string, found.span("content"))
    return Draft(source=source, cue=(found.span("cue"),), content=(content,), confidence=_SURE)


def _relatives(ground: Ground) -> Iterator[Draft]:
    """ "an attack that the mayor said killed ten"."""
    for found in _RELATIVE.finditer(ground.frame.text):
        yield _drafts(found)


def _participles(ground: Ground) -> Iterator[Draft]:
    """ "..., saying ten had died"."""
    for found in _SAYING_THAT.finditer(ground.frame.text):
        if HARM.search(found["content"]):
            yield subject_of_sentence(ground, _drafts(found))


def _cited(ground: Ground) -> Iterator[Draft]:
    """ "the channel cited a source as saying that ten had died": the whole report of what was said is the content."""
    for found in _CITED.finditer(ground.frame.text):
        start, end = ground.frame.sentence(found.start())
        subject = subject_before(ground.frame.text, start, found.start())
        content = trimmed(ground.frame.text, (found.end(), _without_stop(ground.frame.text, end)))
        if subject is not None and HARM.search(ground.frame.text, *content):
            yield Draft(
                source=(subject,), cue=(trimmed(ground.frame.text, found.span()),), content=(content,), confidence=_SURE
            )


def _without_stop(text: str, end: int) -> int:
    return end - 1 if text[end - 1 : end] == "." else end


def _verbs(ground: Ground) -> Iterator[Draft]:
    text = ground.frame.text
    for found in _SAYING.finditer(text):
        if not ground.free(*found.span()):
            continue
        start, end = ground.frame.sentence(found.start())
        aside = _WITH_ASIDE.match(text, start, found.start())
        subject = aside.span("who") if aside else None
        subject = subject or _without_relative(text, start, subject_before(text, start, found.start()))
        if subject is None or not _may_speak(text, subject):
            continue
        content = _governed(ground, found, (start, end), subject)
        if content is not None and (HARM.search(text, *content) or _NUMBER_AT.match(text, *content)):
            yield _with_subject(ground, found.span(), subject, content)


#: "A reporter who visited the hospital saw five wounded soldiers": who tells what they saw.
_SAW = Expression(r"\b(?:saw|counted)\b")
_WITNESS = Expression(
    r"(?<![^\W_])(?P<source>(?:[Aa]n?\s|[Tt]he\s|[Tt]wo\s|[Ss]everal\s)?(?:[\w’'-]+\s){0,3}?(?:[Rr]eporters?"
    r"|[Cc]orrespondents?|[Jj]ournalists?|[Pp]hotographers?|[Ww]itness(?:es)?|[Mm]onitors?|[Oo]bservers?"
    r"|[Ii]nvestigators?|(?:rights|relief|aid|rescue)\s(?:officers?|workers?|teams?|volunteers?)))"
    r"(?:\s(?:who|at|in|from|with|working|taken|escorted|visiting|travell?ing)\s[^.;:“”\"\n]{2,80}?)?\s(?P<cue>saw|counted)\s(?P<content>[^.;:\n]{6,200})"
)


def _witnesses(ground: Ground) -> Iterator[Draft]:
    """Those whose trade is to look, and who are told to have seen the dead or hurt."""
    text = ground.frame.text
    for verb in _SAW.finditer(text):
        start, end = ground.frame.sentence(verb.start())
        found = _WITNESS.search(text, start, end) if HARM.search(text, verb.end(), end) else None
        if found is not None and found.start("cue") == verb.start():
            yield _drafts(found)


#: "By the mayor's count", "by Norlandian tallies", "by the reckoning of the clinic".
_COUNT = r"(?:accounts?|counts?|tall(?:y|ies)|reckonings?|estimates?|figures)"
_ACCOUNT = Expression(
    r"\b[Bb]y\s(?:(?P<owner>(?!(?:all|most|some|many|any|that|this|one)\b)[^\s,.;:][^,.;:“”\"\n]{0,50}?)(?:['’]s?)?"
    rf"\s(?:own\s|latest\s|official\s)?(?P<cue>{_COUNT})"
    rf"|(?:the|an?)\s(?:\w+\s)?(?P<noun>{_COUNT})\s(?:of|by|from)\s(?P<teller>[^\s,.;:][^,.;:“”\"\n]{{1,60}}?))"
    r"(?=\s*[,.;:\n])"
)


def _accounts(ground: Ground) -> Iterator[Draft]:
    """ "Ten died by the mayor's count": the rest of the sentence is told by whose count it is."""
    text = ground.frame.text
    for found in _ACCOUNT.finditer(text):
        who, cue = ("owner", "cue") if found["owner"] else ("teller", "noun")
        start, end = ground.frame.sentence(found.start())
        rest = (trim(text, (start, found.start())), trim(text, (found.end(), _without_stop(text, end))))
        content = tuple(span for span in rest if span[1] > span[0])
        if any(HARM.search(text, *span) for span in content) and _may_speak(text, found.span(who)):
            yield Draft(source=(found.span(who),), cue=(found.span(cue),), content=content, confidence=_SURE)


#: "Two officers, speaking on condition of anonymity because ..., put ...": who stands before the aside.
_WITH_ASIDE = Expression(
    r"(?P<who>[^\s,;:.“”\"][^,;:.“”\"]{3,60}),\s(?:speaking|who spoke|on condition|under condition|asking)\s"
    r"[^;:.“”\"]{5,200},\s$"
)
#: "(The mayor put) the number at 16": of whom, the sentences before have told.
_NUMBER_AT = Expression(
    r"(?:it|(?:the|its|their|that)\s(?:own\s)?(?:number|figure|count|total|tally))\sat\s", re.IGNORECASE
)
_AND = Expression(r"\b(?:and|but)\s(?:(?:instead|also|then|later|had|has)\s){0,2}$")


def _with_subject(ground: Ground, verb: Span, subject: Span, content: Span) -> Draft:
    """A draft of its own subject, or of none where the sentence has told it ("A denied it and said ...")."""
    if ground.free(*subject):
        return Draft(source=(subject,), cue=(verb,), content=(content,), confidence=_SURE)
    joined = _AND.search(ground.frame.text, max(0, verb[0] - 30), verb[0])
    return Draft(cue=((joined.start(), verb[1]) if joined else verb,), content=(content,), confidence=_SURE)


_WHO = Expression(r"who|which")
_RELATIVE_START = Expression(r"\s(?:which|who)\s$")
_LAST_NAMED = Expression(r"(?:^|(?<=\s))(?:[Tt]he|[Aa]n?)\s(?:(?!the\s|an?\s)[^\s,.;]+\s?){1,6}$")


def _without_relative(text: str, sentence_start: int, subject: Span | None) -> Span | None:
    """ "the Observatory which has sources there gave ...": the noun phrase that the relative clause is about."""
    if subject is None:
        return None
    if _WHO.fullmatch(text, *subject):
        return antecedent(text, sentence_start, subject[0])  # "..., the rebels, who gave their own losses as ..."
    inside = re.search(r"\s(?:which|who)\s", text[subject[0] : subject[1]])
    if inside:
        return subject[0], subject[0] + inside.start()
    before = _RELATIVE_START.search(text, sentence_start, subject[0])
    named = _LAST_NAMED.search(text, sentence_start, before.start()) if before else None
    person = _NAME_BEFORE.search(text, sentence_start, named.start()) if named else None
    return trimmed(text, ((person or named).start(), named.end())) if named else subject


#: "Ada Roe, a teacher who fled ...".
_NAME_BEFORE = Expression(r"(?:^|(?<=\s))[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+){1,3},\s$")


_DETERMINERS = frozenset(("a", "an", "the", "some", "any"))


def _may_speak(text: str, subject: Span) -> bool:
    words = text[subject[0] : subject[1]].split()
    if not words or (len(words[0]) == 1 and words[0] not in "aA") or " ".join(words).lower() in _DETERMINERS:
        return False  # "An estimated 70,000 have died"
    if not 0 < len(words) <= _LONGEST_SUBJECT or VERB.search(text, *subject):
        return False
    return not any(_NO_SUBJECT.match(word) for word in (words[0], words[-1])) and not _EVENT.search(text, *subject)


#: "(put its dead at 15), with two still missing".
_WITH_FURTHER = Expression(
    r",\swith\s(?:(?:at\sleast|more\sthan|over|about|another|some)\s)?(?:\d[\d,]*|\w+)\s(?:\w+\s){0,2}?"
    r"(?:missing|injured|wounded|hurt|killed|dead|captured|displaced)\b"
)


#: "(raised the toll to 40), without saying how he knew": what is not said, is no part of it.
_WITHOUT_TELLING = Expression(
    r",?\swithout(?:$|\s(?:\w+ly\s)?(?:saying|giving|explaining|elaborating|providing|offering|citing)\b)"
)


def _governed(ground: Ground, verb: re.Match[str], sentence: Span, subject: Span) -> Span | None:
    """What is told: the words after the verb, or those before the subject where the verb ends the sentence."""
    text, (start, end) = ground.frame.text, sentence
    if _ADVERB_TAIL.match(text[verb.end() : end]):
        return trim(text, (start, subject[0])) if subject[0] - start > 15 else None
    content = object_after(text, verb.end(), end, limit=300)
    untold = _WITHOUT_TELLING.search(text, *content) if content is not None else None
    if content is not None and untold is not None:
        content = content[0], untold.start()
    further = _WITH_FURTHER.match(text, content[1], end) if content is not None else None
    if content is not None and further is not None:
        content = content[0], further.end()
    return content if content is not None and content[1] - content[0] >= _SHORTEST_CONTENT else None


__all__ = ["HARM", "harm_told"]
