"""What is not the report's own prose: removed embeds, navigation, a headline printed again. Marked, never cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.expression import Expression
from sayso.model import Noise

_EMBED = Expression(
    r"\((?:embedded|content|video|image|photo|tweet|audio)(?: (?:content|video|tweet|post"
    r"|media))? (?:was )?(?:removed|not available|omitted)\)"
    r"|\[(?:embedded content|video|image|photo|tweet|advertisement|ad)(?: removed)?\]",
    re.IGNORECASE,
)
_NAVIGATION = Expression(
    r"^[ \t]*(?:advertisement|sponsored|share this(?: article| story)?|share on (?:facebook|twitter|whatsapp)"
    r"|read more.{0,80}|read also.{0,120}"
    r"|more on this story:?.{0,120}"
    r"|related(?: articles| stories)?:?|see also:.{0,120}|sign up.{0,80}newsletter.{0,40}|subscribe.{0,60}"
    r"|click here.{0,60}"
    r"|home ?[»>›/|].{0,120}|(?:all rights reserved|copyright ©|© ?\d{4}).{0,120}|tags?:.{0,200}|print|email"
    r"|comments? ?\(?\d*\)?|loading\.{3}"
    r"|follow us on .{0,60}|skip to (?:main )?content|back to top|photo:.{0,120}|share|tweet|pin it)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_SPACE = Expression(r"\s+")
_WORDLIKE = Expression(r"\w+")


def find_noise(text: str, title: str | None = None) -> tuple[Noise, ...]:
    """The stretches of a text that are not its prose, in order and without overlaps.

    `title`: the report's title where known; the first printing of the headline is prose, each further one is noise.
    """
    found = [
        *(Noise(start=m.start(), end=m.end(), reason="embedded content removed") for m in _EMBED.finditer(text)),
        *(Noise(start=m.start(), end=m.end(), reason="navigation") for m in _NAVIGATION.finditer(text)),
        *_repeats(text, title),
    ]
    return tuple(_without_overlaps(sorted(found, key=lambda n: (n.start, -n.end))))


def _repeats(text: str, title: str | None) -> Iterator[Noise]:
    """Further printings of the headline, with the breadcrumb that is glued to them."""
    first = next((line for line in text.split("\n") if line.strip()), "").strip()
    for headline in dict.fromkeys(h.strip() for h in (first, title or "")):
        if len(_WORDLIKE.findall(headline)) < 4 or len(headline) > 200:
            continue
        pattern = r"\s+".join(re.escape(word) for word in _SPACE.split(headline))
        printed = list(re.finditer(pattern, text))
        for again in printed[1:]:
            start = text.rfind("\n", 0, again.start()) + 1
            line_end = text.find("\n", again.end())
            end = len(text) if line_end < 0 else line_end
            if end - start <= len(headline) + 60:
                yield Noise(start=start, end=end, reason="headline printed again")


def _without_overlaps(noise: list[Noise]) -> Iterator[Noise]:
    end = 0
    for item in noise:
        if item.start >= end and item.end > item.start:
            yield item
            end = item.end
