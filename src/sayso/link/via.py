"""Through whom words reached the report: agencies and outlets, networks, statements, addresses, briefings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from sayso.expression import Expression, Seldom
from sayso.link.mentions import PartyMention
from sayso.model import Attribution, Party

#: Role of what a speaker speaks through without a relay in between: a statement, an address, a briefing.
MEDIUM = "medium"

#: A medium and the pattern that tells it; these are no parties, so their kind is "unnamed".
_MEDIA: tuple[tuple[str, str], ...] = (
    (
        "televised address",
        r"televised (?:address|speech|statement|message|remarks|appearance|interview)|address to the nation|tv address",
    ),
    ("state television", r"(?:speaking )?(?:on|to) (?:state|national|public)(?:-run)? (?:television|tv|radio)"),
    ("press briefing", r"(?:press|news|media|daily|regular|security) (?:briefing|conference)|pressers?\b|briefing"),
    ("interview", r"in an (?:\w+ )?interview"),
    (
        "statement",
        r"(?:in|issued|released|published|according to) (?:an?|the|its|his|her|their"
        r"|another) (?:\w+ ){0,3}(?:statement|communiqu[eé]|press release)|(?:statement|communiqu[eé]|press release)\b",
    ),
)
_ON = (
    r"\b(?:on|via|through|to|by|in)\s(?:\w+\s){0,3}?(?:\w+['’]s\s)?NAME\b"
    r"|\bNAME\s(?:page|account|post|channel|feed|message)\b"
)
_NETWORKS: tuple[tuple[str, str], ...] = (
    (
        "Twitter",
        r"\btweet(?:s|ed|ing)?\b|\b(?:on|via|by) (?:the )?(?:his |her |its |their )?(?:official )?Twitter\b"
        r"|\bTwitter (?:account|feed|post|page)|\bon X\b",
    ),
    ("Facebook", _ON.replace("NAME", "Facebook")),
    ("Telegram", _ON.replace("NAME", "Telegram")),
    ("Instagram", _ON.replace("NAME", "Instagram")),
    ("WhatsApp", _ON.replace("NAME", "WhatsApp")),
    ("YouTube", _ON.replace("NAME", "YouTube")),
    (
        "social media",
        r"\b(?:said|wrote|posted|shared|announced|statement|video|message|claimed|reported"
        r"|posts?)\b[^.]{0,40}\bon (?:a )?social (?:media|network)",
    ),
)
#: Words of which a stretch has one, in small letters, where the pattern can match: looked for first.
_NEEDS: Mapping[str, tuple[str, ...]] = {
    "televised address": ("televised", "address"),
    "state television": ("television", "tv", "radio"),
    "press briefing": ("briefing", "conference", "presser"),
    "interview": ("interview",),
    "statement": ("statement", "communiqu", "press release"),
    "Twitter": ("tweet", "twitter", "on x"),
    "Facebook": ("facebook",),
    "Telegram": ("telegram",),
    "Instagram": ("instagram",),
    "WhatsApp": ("whatsapp",),
    "YouTube": ("youtube",),
    "social media": ("social media", "social network"),
}
_MEDIUM_PATTERNS = tuple((name, _NEEDS[name], Expression(pattern, re.IGNORECASE)) for name, pattern in _MEDIA)
_NETWORK_PATTERNS = tuple(
    (name, _NEEDS[name], Expression(pattern, re.IGNORECASE if "tweet" not in pattern else 0))
    for name, pattern in _NETWORKS
)

_CAP = r"[^\W\d_a-zß-öø-ÿ][\w’'.-]*"
_OUTLET_NOUN = (
    r"(?:news (?:agency|agencies|outlet|site|website|portal|channel|service)|agency|newspaper|daily|broadcaster"
    r"|television(?: channel)?|tv(?: channel)?|radio|channel|magazine)"
)
_NAMED_OUTLET = Seldom(
    "agency|agencies|broadcaster|channel|daily|magazine|news|radio|television|tv",
    rf"(?:{_OUTLET_NOUN}\s(?P<after>{_CAP}(?:\s{_CAP}){{0,2}})|(?P<before>{_CAP}(?:\s{_CAP}){{0,2}})\s{_OUTLET_NOUN}\b)",
)
#: "that the ministry said", "the ministry as saying": who is passed on, at the front of what a relay tells.
_TOLD = Expression(
    r"[“\"]?(?:that\s+)?"
    r"(?P<inner>(?:the\s|an?\s)?(?!the\b|an?\b)(?:\([^()\n]*\)|[^,.;:“”\"\n()]){2,110}?)\s"
    r"(?:(?:had|has|have|also|later)\s){0,2}"
    r"(?:said|says|say|claimed(?!\s(?:the\s)?(?:lives?|responsibility)\b)"
    r"|claims?\b(?!\s(?:is|was|are|were|of|that\b.{0,40}\bis)\b)|stated|put the (?:death )?toll"
    r"|as saying|saying|to say"
    r"|(?:announced|reports?|reported|confirmed|admitted|acknowledged)\s(?:that\b|the deaths?\b)"
    r"|(?:announced|reports?|reported|confirmed|acknowledged)\s(?:at least\b|\d|[a-z]+\s(?:killed|dead|wounded)))"
)
_ACCORDING = Expression(
    r"[“\"]?(?:in addition,?\s|also,?\s|meanwhile,?\s|earlier,?\s)?"
    r"according to (?P<inner>(?:the\s|an?\s)?[^,.;:“”\"\n]{2,90}?),",
    re.IGNORECASE,
)
_CITING = Expression(
    r"\b(?:citing|quoting|cited|quoted)\s(?!(?:[Bb]y|[Ii]n|[Aa]t|[Oo]n|as)\b)(?P<inner>(?:the\s|an?\s)?[^,.;:“”\"\n]{2,90}?)"
    r"(?=\s(?:as saying|saying|to say)\b|[,.;:\n]|$)"
)


#: "..., its commander, Ada Roe, was quoted as saying by | agency A": who was quoted, right before the verb.
_WAS_QUOTED = Expression(
    r"(?:^|,\s)(?P<inner>[^.,;:“”\"\n]{2,70}(?:,\s[^.,;:“”\"\n]{2,40})?),?\s(?:was|were)\s(?:quoted|cited)\s"
    r"(?:as\s(?:saying|telling)\s)?by\s(?:the\s)?$"
)


def relayed(
    text: str, attribution: Attribution, outer: Party | None, sentence: tuple[int, int]
) -> tuple[int, int] | None:
    """The words that name who is passed on, where the source only relays ("X reported that the ministry said ...")."""
    if outer is None or not attribution.content or attribution.stance != "affirms":
        return None
    before = attribution.source[0].start if attribution.source else sentence[0]
    if quoted := _WAS_QUOTED.search(text, sentence[0], before):
        return quoted.span("inner")
    if outer.kind in ("outlet", "unnamed", "organisation"):
        cited = _CITING.search(text, _own_start(attribution, sentence), sentence[1])
        if cited and not _another(attribution, cited.start("inner"), text):
            return cited.span("inner")
    if outer.kind in ("outlet", "unnamed"):
        first = attribution.content[0]
        if according := _ACCORDING.match(text, first.start, first.end):
            return according.span("inner")
    told = _TOLD.match(text, attribution.content[0].start, attribution.content[0].end)
    if told is not None and outer.kind == "outlet" and told["inner"].lower() in ("it", "he", "she", "they"):
        return told.span("inner")  # "It said ..., according to agency A": what A carried
    return told.span("inner") if told and _may_name(told["inner"]) else None


def without_relay(text: str, start: int, end: int) -> int:
    """Where the words for a source end that go on with who passes it on ("a source | quoted by agency A").

    A mere statement stays with the agency that carries it.
    """
    found = _PASSED_ON_BY.search(text, start, end)
    return found.start() if found and not _MERE_STATEMENT.fullmatch(text, start, found.start()) else end


_MERE_STATEMENT = Expression(r"(?:an?|the)\s(?:statement|report|communiqu[eé]|message|video|recording)", re.IGNORECASE)


_PASSED_ON_BY = Expression(r",?\s(?:carried|quoted|cited|relayed|republished)\s(?:[\w-]+\s){0,2}?by\s", re.IGNORECASE)

_CLAUSE = Expression(
    r"\b(?:who|which|was|were|is|are|had|has|have|it|he|she|they|we|you|i|may|might|will|would|can|could|should"
    r"|must|to|not|did|does)\b",
    re.IGNORECASE,
)
#: More words than this are a clause, no name.
_LONGEST_NAME = 12


def _own_start(attribution: Attribution, sentence: tuple[int, int]) -> int:
    """Where the words about the telling begin: behind the source, or at the cue."""
    ends = [*(s.end for s in attribution.source), *(c.start for c in attribution.cue)]
    return min(ends, default=sentence[0])


def _may_name(words: str) -> bool:
    named = not _CLAUSE.search(words) and not _CUT_OFF.search(words)
    return named and len(words.split()) <= _LONGEST_NAME


#: "dismissed the | claim": a noun, and no verb that a name stands before.
_CUT_OFF = Expression(r"\b(?:the|this|that|these|those|its|their|his|her|any|such)$", re.IGNORECASE)


def _another(attribution: Attribution, offset: int, text: str) -> bool:
    """True where the one who is cited stands behind another subject than this attribution's source."""
    end = max(e.end for e in attribution.evidence())
    if (when := _WHEN_TOLD.match(text, end, offset)) is not None:
        end = when.end()
    return offset > end and "," in text[end:offset].strip()[1:]


#: "reported | on 24 February |, quoting ...": between the verb and who is cited.
_WHEN_TOLD = Expression(
    r"\s(?:(?:on|late|early)\s)*(?:today|yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d{1,2}\s[A-Z]\w{2,8}"
    r"|[A-Z]\w{2,8}\s\d{1,2})\b(?:,?\s\d{4})?(?=,\s(?:citing|quoting)\b)"
)


def via_of(
    text: str, attribution: Attribution, mentions: Sequence[PartyMention], sentence: tuple[int, int]
) -> tuple[Party, ...]:
    """Outlets first, then networks, then media, told by the words of the sentence that are no content."""
    found: dict[str, Party] = {}
    for start, end in _outside(attribution, sentence):
        for party in _parties(text, (start, end), attribution, mentions):
            found.setdefault(party.name.casefold(), party)
    return tuple(sorted(found.values(), key=lambda party: (party.kind == "unnamed", party.role == "social network")))


def _outside(attribution: Attribution, sentence: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The stretches of the sentence without content, nearest to the attribution's own words."""
    start, end = sentence
    for piece in sorted(attribution.content):
        if piece.start > start:
            yield start, min(piece.start, end)
        start = max(start, piece.end)
    if start < end:
        yield start, end


def _parties(
    text: str, span: tuple[int, int], attribution: Attribution, mentions: Sequence[PartyMention]
) -> Iterator[Party]:
    words = _masked(text, span, attribution)
    yield from _outlets(text, span, attribution, mentions)
    lowered = words.casefold()
    for name, needs, pattern in _NETWORK_PATTERNS:
        if any(map(lowered.__contains__, needs)) and pattern.search(words):
            yield Party(name=name, kind="outlet", role="social network")
    for name, needs, pattern in _MEDIUM_PATTERNS:
        if not any(map(lowered.__contains__, needs)):
            continue
        if pattern.search(words) and not (name == "state television" and _television(span, mentions)):
            yield Party(name=name, kind="unnamed", role=MEDIUM)
            break


def _television(span: tuple[int, int], mentions: Sequence[PartyMention]) -> bool:
    """True where the state's television is already named as an outlet."""
    return any(span[0] <= m.start < span[1] and m.party.kind == "outlet" and "tele" in m.party.name for m in mentions)


def _masked(text: str, span: tuple[int, int], attribution: Attribution) -> str:
    """The words of a stretch without the source's name, but with a statement that is the source."""
    start, end = span
    words = text[start:end]
    for piece in attribution.source:
        if piece.start >= start and piece.end <= end and not _STATEMENT.search(piece.exact):
            words = words[: piece.start - start] + " " * (piece.end - piece.start) + words[piece.end - start :]
    return words


_STATEMENT = Expression(r"\b(?:statement|communiqu[eé]|press release)\b", re.IGNORECASE)


def _outlets(
    text: str, span: tuple[int, int], attribution: Attribution, mentions: Sequence[PartyMention]
) -> Iterator[Party]:
    start, end = span
    within = mentions[
        bisect_left(mentions, start, key=attrgetter("start")) : bisect_left(mentions, end, key=attrgetter("start"))
    ]
    known = [m for m in within if m.end <= end and m.party.kind == "outlet" and _is_outlet(text, m)]
    own = [(piece.start, without_relay(text, piece.start, piece.end)) for piece in attribution.source]
    for mention in known:
        if not any(first <= mention.start and mention.end <= last for first, last in own):
            yield as_printed(text, mention)
    if known:
        return
    if (told := _TOLD_OUTLET.search(text, start, end)) is not None and not _known(mentions, told.span("name")):
        yield Party(name=told["name"], kind="outlet")
    if (several := _SEVERAL.search(text, start, end)) is not None:
        yield Party(name=several["name"], kind="outlet")
    for found in _NAMED_OUTLET.finditer(text, start, end):
        group = "after" if found["after"] else "before"
        if not any(first < found.end() and found.start() < last for first, last in own):
            yield Party(name=found[group], kind="outlet")


#: "told NTK", "in an interview with the Tolmin Times".
_TOLD_OUTLET = Expression(
    r"\b(?:told|tells|telling|interview with)\s(?:the\s)?"
    r"(?P<name>[A-Z]{3,5}(?=\s(?!spokes|chief|head|official)|[,.”\"])"
    rf"|(?:{_CAP}\s){{0,3}}(?:TV|News|Radio|Times|Post|Herald|Tribune|Television|Press|Journal))\b(?!\s(?:and|of)\b)"
)


def _known(mentions: Sequence[PartyMention], span: tuple[int, int]) -> bool:
    """True for a name that is known to stand for something else than an outlet."""
    return any(m.start < span[1] and span[0] < m.end for m in mentions)


_SEVERAL = Expression(
    r"\b(?:told|to) (?:(?:local|foreign|international|state) )?(?P<name>news agencies|news channels)\b"
)


def as_printed(text: str, mention: PartyMention) -> Party:
    """An outlet under the acronym that the report prints for it, else under its usual name."""
    acronym = _ACRONYM.search(text[mention.start : mention.end])
    return replace(mention.party, name=acronym.group()) if acronym else mention.party


#: "NORHAVEN, 3 Jan (AGENCY A) -- ".
_DATELINE_ENDS = Expression(r"[^()\n]{0,12}\)\s?(?:--|[-–—_])\s")
_BRACKET = 12


_ACRONYM = Expression(r"(?<!\w)(?!TV\b)[A-Z]{2,6}$")


def _is_outlet(text: str, mention: PartyMention) -> bool:
    """False for the bare word in "social media", "press briefing", "media reports", and for who prints the report."""
    words = text[mention.start : mention.end]
    if _DATELINE_ENDS.match(text, mention.end) and "(" in text[max(0, mention.start - _BRACKET) : mention.start]:
        return False
    return words != words.lower() or words.startswith(("state", "official", "local", "national"))
