"""On whose word a figure stands, and how that source says it knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sayso.expression import Expression, Seldom
from sayso.model import Attribution, Document, Evidence

_LEAST_COVERED: Final = 0.5
_KNOWING: Final = (
    r"data|information|monitoring|records?|figures?|estimates?|count|counts|footage|videos?|images|imagery|photographs|"
    r"photos|statistics|intelligence|intercepts|names|findings|investigations?|interviews|sources\ on\ the\ ground|"
    r"eyewitnesses|witnesses|testimon(?:y|ies)|lists?|obituaries|posts|social\ media|open\ sources|surveys?|tally"
)
_BASIS: Final = Seldom(
    "data|information|monitoring|record|figure|estimate|count|footage|video|image|photo|statistics"
    "|intelligence|intercept|names|findings|investigation|interview|sources on the ground|witnesses|testimon|list"
    "|obituaries|posts|social media|open sources|survey|tally|report",
    rf"""
    (?:based|drawing|relying)\ (?:up)?on\ (?:\S+\ ){{0,6}}?(?:{_KNOWING})\b(?:\ (?:on|from|of|in|by)\ (?:\S+\ ){{0,3}}?
        (?:media|network|sources|ground|witnesses|hospitals?|medics|relatives))?
    | (?:according\ to|citing|from|by|on\ the\ basis\ of)\ (?:\S+\ ){{0,3}}?(?:{_KNOWING})\b
    | (?:preliminary|initial|early|unofficial|incomplete|updated|verified|confirmed)\ 
        (?:data|information|reports?|figures|counts?|estimates?|investigation|findings)
    """,
    re.X | re.I,
)


#: Who condemns or mourns a harm does not assert it.
_REACTS: Final = Expression(
    r"\b(?:condemn|denounc|deplor|protest(?:ed|s|ing)?\b|mourn|lament|welcom|hail|prais|celebrat|regret|commemorat)",
    re.I,
)


#: Who holds a figure to be true says so, if less surely than who states it; hopes and intentions tell none.
_BELIEVES: Final = Expression(
    r"(?:(?:also|now|still)\s)?(?:believe[sd]?|thinks?|thought|reckons?|reckoned)(?:\sthat)?", re.I
)
#: So does somebody who saw the dead; "the week saw ten killed" is nobody's word.
_SAW: Final = Expression(r"(?:(?:also|later)\s)?(?:saw|(?:ha[sd]|have)\sseen)", re.I)
_EYES: Final = Expression(
    r"\b(?:reporters?|correspondents?|journalists?|photographers?|witness(?:es)?|monitors?|observers?|residents?|villagers?"
    r"|workers?|doctors?|medics?|teams?|patrols?|staff|he|she|they)\b",
    re.I,
)


def vouching(
    attributions: Sequence[Attribution], start: int, end: int, number: Evidence | None = None
) -> Attribution | None:
    """The innermost attribution whose content holds the words, or their number; a belief where nobody says them."""
    holding = [
        (sum(span.end - span.start for span in attribution.content), attribution)
        for attribution in attributions
        if _about(attribution, start, end) and not _reacts(attribution) and _holds(attribution, start, end, number)
    ]
    said = [held for held in holding if not held[1].mental] or [held for held in holding if _believes(held[1])]
    inner = {attribution.within for _, attribution in said}
    deepest = [held for held in said if held[1].id not in inner]
    return min(deepest, key=lambda held: held[0])[1] if deepest else None


def _believes(attribution: Attribution) -> bool:
    """True for "he believes that"; "gunmen believed to be fighters" hold nothing themselves."""
    seen = any(_SAW.fullmatch(cue.exact) for cue in attribution.cue)
    held = attribution.mental and any(_BELIEVES.fullmatch(cue.exact) for cue in attribution.cue)
    held = held or (seen and any(_EYES.search(source.exact) for source in attribution.source))
    return held and not any(piece.exact.startswith("to ") for piece in attribution.content)


def _reacts(attribution: Attribution) -> bool:
    return any(_REACTS.search(cue.exact) for cue in attribution.cue)


def _about(attribution: Attribution, start: int, end: int) -> bool:
    """Whether any of the content holds any of the words: quicker than to measure how much of them it does."""
    return any(span.start < end and start < span.end for span in attribution.content)


def _holds(attribution: Attribution, start: int, end: int, number: Evidence | None) -> bool:
    if number is not None and _covered(attribution, number.start, number.end) == number.end - number.start:
        return True
    return _covered(attribution, start, end) >= _LEAST_COVERED * (end - start)


def _covered(attribution: Attribution, start: int, end: int) -> int:
    shared = (span for span in attribution.content if span.start < end and start < span.end)
    return sum(min(end, span.end) - max(start, span.start) for span in shared)


def basis_near(document: Document, sentence: tuple[int, int], start: int) -> Evidence | None:
    """The words of the sentence in which a source says how it knows, the nearest to the figure; None without any."""
    found = list(_BASIS.finditer(document.text, *sentence))
    if not found:
        return None
    nearest = min(found, key=lambda match: abs(match.start() - start))
    return document.evidence(nearest.start(), nearest.end())
