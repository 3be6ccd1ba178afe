"""Through whom words reached the report: agencies and outlets, networks, statements, addresses, briefings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.link.mentions import PartyMention
from sayso.model import Attribution, Party

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
_NETWORKS: tuple[tuple[str, str], ...] = (
    (
        "Twitter",
        r"\btweet(?:s|ed|ing)?\b|\b(?:on|via|by) (?:the )?(?:his |her |its |their )?(?:official )?Twitter\b"
        r"|\bTwitter (?:account|feed|post|page)|\bon X\b",
    ),
    ("Facebook", r"\bFacebook\b"),
    ("Telegram", r"\bTelegram\b"),
    ("Instagram", r"\bInstagram\b"),
    ("WhatsApp", r"\bWhatsApp\b"),
    ("YouTube", r"\bYouTube\b"),
    (
        "social media",
        r"\b(?:said|wrote|posted|shared|announced|statement|video|message|claimed|reported"
        r"|posts?)\b[^.]{0,40}\bon (?:a )?social (?:media|network)",
    ),
)
_MEDIUM_PATTERNS = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _MEDIA)
_NETWORK_PATTERNS = tuple(
    (name, re.compile(pattern, re.IGNORECASE if "tweet" not in pattern else 0)) for name, pattern in _NETWORKS
)

_CAP = r"[^\W\d_a-zß-öø-ÿ][\w’'.-]*"
_OUTLET_NOUN = (
    r"(?:news (?:agency|agencies|outlet|site|website|portal|channel|service)|agency|newspaper|daily|broadcaster"
    r"|television(?: channel)?|tv(?: channel)?|radio|channel|magazine)"
)
_NAMED_OUTLET = re.compile(
    rf"(?:{_OUTLET_NOUN}\s(?P<after>{_CAP}(?:\s{_CAP}){{0,2}})|(?P<before>{_CAP}(?:\s{_CAP}){{0,2}})\s{_OUTLET_NOUN}\b)"
)
#: "that the ministry said", "the ministry as saying": who is passed on, at the front of what a relay tells.
_TOLD = re.compile(
    r"(?:that\s+)?(?P<inner>(?:the\s|an?\s)?(?!the\b|an?\b)[^,.;:“”\"\n]{2,90}?)\s(?:(?:had|has|have|also"
    r"|later)\s){0,2}"
    r"(?:said|says|say|claimed|claims|claim|stated|put the (?:death )?toll|as saying|to say"
    r"|(?:announced|reported|confirmed|admitted|acknowledged) that)\b"
)
_CITING = re.compile(
    r"\b(?:citing|quoting|cited|quoted)\s(?P<inner>(?:the\s|an?\s)?[^,.;:“”\"\n]{2,90}?)(?=\s(?:as saying|saying"
    r"|to say)\b|[,.;:\n]|$)"
)


def relayed(text: str, attribution: Attribution, outer: Party | None) -> tuple[int, int] | None:
    """The words that name who is passed on, where the source only relays ("X reported that the ministry said ...")."""
    end = max(e.end for e in attribution.evidence()) if attribution.evidence() else 0
    start = min((e.start for e in attribution.evidence()), default=0)
    cited = _CITING.search(text, start, min(len(text), end + 100))
    if cited and outer is not None and outer.kind in ("outlet", "unnamed", "organisation"):
        return cited.span("inner")
    if outer is None or not attribution.content or attribution.form == "direct":
        return None
    told = _TOLD.match(text, attribution.content[0].start, attribution.content[0].end)
    if told and not re.search(r"\b(?:who|which|was|were|is|are|had|has)\b", told["inner"]):
        return told.span("inner")
    return None


def via_of(
    text: str, attribution: Attribution, mentions: Sequence[PartyMention], sentence: tuple[int, int]
) -> tuple[Party, ...]:
    """Outlets first, then networks, then media, told by the words of the sentence that are no content."""
    found: dict[str, Party] = {}
    for start, end in _outside(attribution, sentence):
        for party in _parties(text, (start, end), attribution, mentions):
            found.setdefault(party.name.casefold(), party)
    return tuple(found.values())


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
    start, end = span
    words = text[start:end]
    yield from _outlets(text, span, attribution, mentions)
    for name, pattern in _NETWORK_PATTERNS:
        if pattern.search(words):
            yield Party(name=name, kind="outlet", role="social network")
    for name, pattern in _MEDIUM_PATTERNS:
        if pattern.search(words):
            yield Party(name=name, kind="unnamed", role="medium")
            break


def _outlets(
    text: str, span: tuple[int, int], attribution: Attribution, mentions: Sequence[PartyMention]
) -> Iterator[Party]:
    start, end = span
    known = [
        m for m in mentions if start <= m.start and m.end <= end and m.party.kind == "outlet" and _is_outlet(text, m)
    ]
    own = attribution.source
    for mention in known:
        if not any(s.start <= mention.start and mention.end <= s.end for s in own):
            yield mention.party
    if known:
        return
    for found in _NAMED_OUTLET.finditer(text, start, end):
        group = "after" if found["after"] else "before"
        if not any(s.start < found.end() and found.start() < s.end for s in own):
            yield Party(name=found[group], kind="outlet")


def _is_outlet(text: str, mention: PartyMention) -> bool:
    """False for the bare word in "social media", "press briefing", "media reports"."""
    words = text[mention.start : mention.end]
    return words != words.lower() or words.startswith(("state", "official", "local", "national"))
