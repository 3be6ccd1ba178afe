"""Web pages: the article's own text, without navigation, advertisements and comments, by trafilatura."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sayso.errors import InputError
from sayso.ingest.decode import decode
from sayso.ingest.document import Metadata, headlined, make_document
from sayso.ingest.extra import needs_extra
from sayso.ingest.parcel import Ingested, Original, Outcome, Parcel, SourceOptions
from sayso.ingest.readers.format import Format

MEDIA_TYPE = "text/html"
#: The language that sayso reads.
READ_LANGUAGE = "en"

#: Where the page itself names its encoding, which must stand in its first kilobyte.
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_CHARSET_BYTES = 1_024
_LOOKS = re.compile(
    rb"^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_LANGUAGE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What a page says: its text as paragraphs parted by an empty line, and what it tells of itself."""

    text: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    #: ISO 639 code that the page declares; None where it declares none.
    lang: str | None = None


def _read(parcel: Parcel, options: SourceOptions) -> Iterator[Outcome]:
    original = Original.of(parcel.read(options.max_bytes), MEDIA_TYPE, parcel.retrieved_at)
    declared = parcel.charset or _declared(original.data)
    decoded = decode(original.data, parcel.where, declared)
    article = find_article(decoded.text, parcel.where, parcel.uri)
    known = parcel.metadata(options, original.digest)
    document = make_document(article.text, _completed(known, article))
    foreign = article.lang if article.lang not in (None, READ_LANGUAGE) else None
    notice = f"{parcel.where}: declares the language {foreign}; only English is read" if foreign else decoded.notice
    yield Ingested(document=document, notice=notice, original=original)


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data[:_CHARSET_BYTES])
    return found[1].decode("ascii", "replace") if found else None


def _completed(known: Metadata, article: Article) -> Metadata:
    """What the caller knows, and the page's word for the rest."""
    return replace(
        known,
        title=known.title or article.title,
        publisher=known.publisher or article.publisher,
        published=known.published or article.published,
        lang=article.lang or READ_LANGUAGE,
    )


def find_article(page: str, where: str, uri: str | None = None) -> Article:
    """The article of a page; raises InputError where it holds none, or is nested too deep to be read."""
    with needs_extra(f"{where}: reading web pages"):
        from trafilatura import load_html
        from trafilatura.core import bare_extraction
    try:
        tree: Any = load_html(page)
        found: Any = (
            None
            if tree is None
            else bare_extraction(
                tree,
                url=uri,
                include_comments=False,
                with_metadata=True,
                # The page's own word for its date or none: a search of its text may find the date of something else.
                date_extraction_params={"extensive_search": False, "original_date": True},
            )
        )
    except Exception as error:  # lxml and trafilatura meet pages that nobody foresaw; the batch goes on
        raise InputError(f"{where}: HTML that cannot be read ({type(error).__name__}: {error})") from error
    paragraphs = _paragraphs(found.text if found else None)
    if not paragraphs:
        raise InputError(f"{where}: no article text in the page")
    title = " ".join((found.title or "").split()) or None
    return Article(
        text=headlined(title, "\n\n".join(paragraphs)),
        title=title,
        publisher=found.sitename or found.hostname,
        published=_day(found.date),
        lang=_language(tree),
    )


def _language(tree: Any) -> str | None:
    declared = str(tree.get("lang") or tree.get("xml:lang") or "").lower()
    found = _LANGUAGE.match(declared)
    return found[0] if found else None


def _paragraphs(text: str | None) -> list[str]:
    return [line.strip() for line in (text or "").split("\n") if line.strip()]


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return None


HTML = Format(
    name="HTML",
    media_types=(MEDIA_TYPE, "application/xhtml+xml"),
    endings=(".html", ".htm", ".xhtml"),
    recognises=lambda first: _LOOKS.match(first) is not None,
    read=_read,
)
