"""Web pages and feeds of outlets that do not exist."""

from __future__ import annotations

FIRST = "At least 12 soldiers were killed near the border, the army of Northland said on Monday."
SECOND = (
    "Residents of the border town said that shelling went on through the night and that the road to the south was "
    "closed to all traffic until the morning, when the first ambulances came through."
)


def a_page(
    *paragraphs: str, head: str = "", lang: str = "en", title: str = "Twelve soldiers killed at the border"
) -> str:
    """A page with navigation, an article and a footer."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs or (FIRST, SECOND))
    return (
        f'<!doctype html><html lang="{lang}"><head><title>{title}</title>{head}</head><body>'
        '<nav><a href="/">Home</a> <a href="/world">World</a></nav>'
        f"<article><h1>{title}</h1>{body}</article><footer>All rights reserved</footer></body></html>"
    )


def an_entry(body: str = FIRST, link: str = "https://post.example/1", title: str = "Twelve killed") -> str:
    """An entry of an RSS feed; `body` is escaped text or a CDATA section."""
    return (
        f"<item><title>{title}</title><link>{link}</link><pubDate>Thu, 04 Mar 2021 10:00:00 GMT</pubDate>"
        f"<description>{body}</description></item>"
    )


def a_feed(*entries: str, prolog: str = '<?xml version="1.0"?>') -> str:
    """An RSS feed."""
    return (
        f'{prolog}<rss version="2.0"><channel><title>The Northland Post</title>'
        f"<link>https://post.example</link>{''.join(entries or (an_entry(),))}</channel></rss>"
    )


def long_text(words: int = 150) -> str:
    """Prose that is long enough not to be a teaser."""
    return " ".join([FIRST] + ["Nobody was hurt in the second shelling."] * (words // 7))
