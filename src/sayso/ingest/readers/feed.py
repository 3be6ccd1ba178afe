"""RSS and Atom feeds: each entry's own text where the feed holds it, else the page it links to, by feedparser."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sayso.errors import InputError
from sayso.ingest.decode import decode
from sayso.ingest.document import Metadata, headlined, make_document
from sayso.ingest.extra import needs_extra
from sayso.ingest.parcel import Failure, Ingested, Original, Outcome, Parcel, SourceOptions
from sayso.ingest.readers.format import Format
from sayso.ingest.readers.html import HTML, Article, find_article

MEDIA_TYPE = "application/rss+xml"
#: A body of fewer words, or one that breaks off, is a teaser for the linked page.
FULL_TEXT_WORDS = 100

_BREAKS_OFF = re.compile(r"(?:\.\.\.|…|\[(?:…|\.\.\.|\u2026)\]|read more|continue reading)\W*$", re.IGNORECASE)
_LOOKS = re.compile(
    rb"^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<[!?][^>]{0,500}>\s*)*<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE | re.DOTALL
)
#: No feed needs entities of its own; they are how a small file becomes a huge one.
_OWN_ENTITIES = re.compile(r"<!ENTITY", re.IGNORECASE)
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,100}\bencoding\s*=\s*["']([\w.:-]{1,40})""")
_AS_CHECKED = {"content-type": "application/xml; charset=utf-8"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Feed:
    """A feed with what all of its entries share."""

    parcel: Parcel
    options: SourceOptions
    original: Original
    title: str | None

    @property
    def follows(self) -> bool:
        """Whether linked pages are fetched: those of a feed that came from the web itself, or when asked for."""
        return self.options.web is not None and (self.options.follow or self.parcel.retrieved_at is not None)


def _read(parcel: Parcel, options: SourceOptions) -> Iterator[Outcome]:
    with needs_extra(f"{parcel.where}: reading feeds"):
        import feedparser
    original = Original.of(parcel.read(options.max_bytes), MEDIA_TYPE, parcel.retrieved_at)
    text = decode(original.data, parcel.where, parcel.charset or _declared(original.data)).text
    if _OWN_ENTITIES.search(text):
        raise InputError(f"{parcel.where}: XML that declares entities of its own is not read")
    try:
        # The very text that was checked, whatever encoding the XML names. A stream, never a string: feedparser takes a
        # string for an address or a path, and opens it.
        parsed: Any = feedparser.parse(
            io.BytesIO(text.encode("utf-8", "replace")), response_headers=_AS_CHECKED, sanitize_html=False
        )
    except Exception as error:  # feeds come in every state of disrepair; the batch goes on
        raise InputError(f"{parcel.where}: a feed that cannot be read ({type(error).__name__}: {error})") from error
    if not parsed.get("version") and not parsed.entries:
        raise InputError(f"{parcel.where}: no RSS or Atom feed")
    feed = _Feed(parcel=parcel, options=options, original=original, title=_line(parsed.feed.get("title")))
    for number, entry in enumerate(parsed.entries, start=1):
        yield from _read_entry(entry, f"{parcel.where}, entry {number}", feed)


def _declared(data: bytes) -> str | None:
    """The encoding that the XML declaration names."""
    found = _DECLARED.match(data)
    return found[1].decode("ascii") if found else None


def _read_entry(entry: Any, where: str, feed: _Feed) -> Iterator[Outcome]:
    link = str(entry.get("link") or "") or None
    try:
        article = _own_text(entry, where)
        full = article is not None and _is_full(article.text)
        if link and not full and feed.follows:
            yield from _follow(link, feed)
        elif article is not None:
            yield _ingested(entry, article, link, feed, teaser=None if full else where)
        else:
            yield Failure(name=where, message=f"{where}: holds no text{_advice(link)}")
    except InputError as error:
        yield Failure(name=link or where, message=str(error))


def _advice(link: str | None) -> str:
    return "; --follow fetches the page it links to" if link else ""


def _own_text(entry: Any, where: str) -> Article | None:
    """The longest text that the entry itself holds, its headline first."""
    bodies = [part.get("value") or "" for part in entry.get("content") or ()] + [entry.get("summary") or ""]
    body = max(bodies, key=len)
    if not body.strip():
        return None
    title = _line(entry.get("title"))
    return Article(text=headlined(title, _prose(body, where)), title=title)


def _prose(body: str, where: str) -> str:
    """The body as paragraphs: as a page's article where it has markup, by its own line ends where it has none."""
    if "<" not in body:
        return "\n\n".join(line.strip() for line in body.split("\n") if line.strip())
    page = f"<html><body><article>{body}</article></body></html>"
    try:
        return find_article(page, where).text
    except InputError:
        from trafilatura import html2txt

        return str(html2txt(page)).strip()


def _is_full(text: str) -> bool:
    return len(text.split()) >= FULL_TEXT_WORDS and not _BREAKS_OFF.search(text)


def _follow(link: str, feed: _Feed) -> Iterator[Outcome]:
    """The page behind a link; only a page, so that feeds cannot send a reader from feed to feed."""
    assert feed.options.web is not None
    page = feed.options.web.fetch(link, feed.options.max_bytes)
    parcel = page.parcel(name=page.url)
    if parcel.media_type not in HTML.media_types:
        raise InputError(f"{link}: {parcel.media_type or 'no media type'}, not a page, behind a link of a feed")
    yield from HTML.read(parcel, feed.options)


def _ingested(entry: Any, article: Article, link: str | None, feed: _Feed, teaser: str | None) -> Ingested:
    if not article.text.strip():
        raise InputError(f"{feed.parcel.where}: an entry without text")
    known = feed.parcel.metadata(feed.options, feed.original.digest)
    day = _day(entry)
    metadata: Metadata = replace(
        known,
        name=link or str(entry.get("id") or "") or f"{feed.parcel.name}: {article.title}",
        uri=link,
        title=article.title,
        publisher=known.publisher or _line((entry.get("source") or {}).get("title")) or feed.title,
        published=known.published or day,
    )
    notice = f"{teaser}: only a summary of its page is in the feed{_advice(link)}" if teaser else None
    return Ingested(document=make_document(article.text, metadata), notice=notice, original=feed.original)


def _day(entry: Any) -> date | None:
    stamp = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        return date(*stamp[:3]) if stamp else None
    except (ValueError, OverflowError):
        return None


def _line(value: Any) -> str | None:
    return " ".join(str(value).split()) or None if value else None


FEED = Format(
    name="RSS or Atom",
    media_types=(MEDIA_TYPE, "application/atom+xml", "application/rdf+xml"),
    endings=(".rss", ".atom", ".xml"),
    recognises=lambda first: _LOOKS.match(first) is not None,
    read=_read,
)
