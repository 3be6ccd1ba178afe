"""Places named only in passing: to tell where another lies, or where people talked, travelled or live."""

from __future__ import annotations

from sayso.expression import Expression, Seldom

#: "The border between X and Y", "agreed in X", "to sign a peace accord in the Norlandic town of X".
_BORDER_OR_TALKS = (
    r"\b(?:borders?|frontiers?)\s+(?:with|between|of)\s+(?:the\s+)?(?:\w+\s+and\s+)?$"
    r"|\b(?:agreed|signed|brokered|negotiated|concluded|mediated|talks|summit|negotiations)\s+(?:\w+\s+)?in\s+$"
    r"|\bsign(?:ed|ing|s)?\s+(?:a|an|the)\s+(?:[\w-]+\s+){0,2}(?:accords?|agreements?|deals?|treat(?:y|ies)|pacts?)\s+in\s+"
    r"(?:the\s+)?(?:[\w’'-]+\s+){0,3}$"
)
_PASSING = Seldom(
    "miles|km|kilomet|minutes|hours|border|frontier|road to|way to|transferred|taken to|airlifted|evacuated"
    "|flown|sent to|based in|lives in|living in|born in|agreed|sign|brokered|negotiat|concluded|mediated"
    "|talks|summit",
    r"(?:\b|(?<=\d))(?:miles|km|kilomet(?:er|re)s?|minutes|hours)(?:\s+\([^)]*\))?\s+(?:\w+\s+)?(?:of"
    r"|from)\s+(?:the\s+)?(?:\w+\s+){0,3}$"
    r"|\b(?:border with|(?<!on the )road to|way to|transferred to|taken to|airlifted to|evacuated to|flown to|sent to"
    r"|based in|(?<!their )lives in|living in|born in)\s+(?:[\w’'-]+\s+){0,5}$"
    rf"|{_BORDER_OR_TALKS}",
)
_BORDER = Seldom(
    "border|frontier|agreed|sign|brokered|negotiat|concluded|mediated|talks|summit",
    rf"\bborder(?:s|ing)\s+$|{_BORDER_OR_TALKS}",
)
_REACH = 60


def named_in_passing(text: str, start: int, since: int = 0) -> bool:
    """True where the words before an offset ("220 km south of", "the border with") make the place there no scene."""
    return _PASSING.search(text[max(since, start - _REACH) : start].lower()) is not None


_BORDER_BEHIND = Expression(r"(?:['’]s)?\s+(?:border|frontier)\b")


def borders_or_talks(text: str, start: int, end: int | None = None) -> bool:
    """True for the country behind a border, or where parties talked: the report does not play there.

    `end`: the offset behind the name, where "the Norlandic border" is one as well.
    """
    behind = end is not None and _BORDER_BEHIND.match(text, end) is not None
    return behind or _BORDER.search(text[max(0, start - _REACH) : start].lower()) is not None
