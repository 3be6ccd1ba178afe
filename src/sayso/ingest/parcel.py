"""Bytes on their way to a reader, and what comes out of one."""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from gzip import GzipFile
from typing import TYPE_CHECKING, Any, TypeAlias

from sayso.errors import InputError
from sayso.ingest.document import Metadata, parse_date
from sayso.model import Document

if TYPE_CHECKING:
    from sayso.ingest.web import Web

MEGABYTE = 1_000_000
GZIP_ENDING = ".gz"
GZIP_MEDIA_TYPES = ("application/gzip", "application/x-gzip")
#: How many first bytes a reader may look at to recognise its own format.
SNIFFED_BYTES = 4_096


#: What a reader takes bytes from: both read up to a size, read lines up to a size, and peek.
ByteStream: TypeAlias = "io.BufferedReader[Any] | GzipFile"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceOptions:
    """What the caller knows of the reports, how much is read, and whether the web may be asked."""

    published: date | None = None
    publisher: str | None = None
    #: A file, page or line of JSONL of more bytes than this is refused, after unpacking too.
    max_bytes: int = 10 * MEGABYTE
    #: What fetches web addresses; None where none may be fetched.
    web: Web | None = None
    #: Whether a feed from a file has the pages fetched whose text it does not hold. One from the web always has.
    follow: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A report that could not be read, and the line that says why."""

    name: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The bytes that a document was read from, as they came, so that its words can always be shown."""

    #: SHA-256 of the data.
    digest: str
    data: bytes
    media_type: str
    retrieved_at: datetime | None = None

    @classmethod
    def of(cls, data: bytes, media_type: str, retrieved_at: datetime | None = None) -> Original:
        """The bytes with their digest."""
        return cls(digest=hashlib.sha256(data).hexdigest(), data=data, media_type=media_type, retrieved_at=retrieved_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """A document with the bytes it was read from, and a notice where something had to be guessed on the way."""

    document: Document
    notice: str | None = None
    original: Original | None = None


Outcome = Ingested | Failure


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """Bytes with what is known of where they come from."""

    #: The path or address, for messages.
    where: str
    #: What the document is called, where the parcel holds one.
    name: str
    stream: ByteStream
    uri: str | None = None
    #: As the server declares them; None for files.
    media_type: str | None = None
    charset: str | None = None
    retrieved_at: datetime | None = None
    #: What a list beside the reports tells of this one: title, publisher, published, uri.
    listed: Mapping[str, str] = field(default_factory=dict)

    def read(self, limit: int) -> bytes:
        """All bytes; raises InputError where there are more than `limit`, or where they cannot be unpacked."""
        with_one_more = unpacking(self.where, lambda: _read_up_to(self.stream, limit + 1))
        if len(with_one_more) > limit:
            raise InputError(too_large(self.where, limit))
        return with_one_more

    def lines(self, limit: int) -> Iterator[bytes | None]:
        """Line by line, without the line feed; None stands for a line of more than `limit` bytes, which is skipped."""
        while line := unpacking(self.where, lambda: self.stream.readline(limit + 1)):
            if len(line) > limit and not line.endswith(b"\n"):
                self._skip_line(limit)
                yield None
            else:
                yield line.removesuffix(b"\n")

    def _skip_line(self, limit: int) -> None:
        while rest := unpacking(self.where, lambda: self.stream.readline(limit)):
            if rest.endswith(b"\n"):
                return

    def peek(self) -> bytes:
        """The first bytes, at most SNIFFED_BYTES, empty where they cannot be unpacked."""
        return unpacking(self.where, lambda: self.stream.peek(SNIFFED_BYTES))[:SNIFFED_BYTES]

    def unpacked(self) -> Parcel:
        """The parcel inside a gzip file, or this one."""
        if not (self.where.lower().endswith(GZIP_ENDING) or self.media_type in GZIP_MEDIA_TYPES):
            return self
        inner = GzipFile(fileobj=self.stream, mode="rb")
        where = self.where[: -len(GZIP_ENDING)] if self.where.lower().endswith(GZIP_ENDING) else self.where
        return replace(self, stream=inner, media_type=None, where=where)

    def metadata(self, options: SourceOptions, raw_digest: str) -> Metadata:
        """What is known of the report before its text is read."""
        told = parse_date(self.listed["published"], f"the list beside {self.where}") if self.published_listed else None
        return Metadata(
            name=self.name,
            uri=self.listed.get("uri") or self.uri,
            title=self.listed.get("title"),
            publisher=options.publisher or self.listed.get("publisher"),
            published=options.published or told,
            published_basis="given" if options.published else "metadata",
            retrieved_at=self.retrieved_at,
            raw_digest=raw_digest,
        )

    @property
    def published_listed(self) -> bool:
        """Whether a list beside the report gives its date."""
        return bool(self.listed.get("published"))


def in_memory(data: bytes) -> ByteStream:
    """A stream of bytes that are here already."""
    return io.BufferedReader(io.BytesIO(data))


def _read_up_to(stream: ByteStream, size: int) -> bytes:
    """Up to `size` bytes, or fewer at the end; a single read may return less than there is."""
    pieces: list[bytes] = []
    while size > 0 and (piece := stream.read(size)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def unpacking(where: str, step: Callable[[], bytes]) -> bytes:
    """The bytes that `step` gives; raises InputError naming the place where the file or its gzip data is broken."""
    try:
        return step()
    except (EOFError, zlib.error) as error:
        raise InputError(f"{where}: broken gzip data ({error})") from error
    except OSError as error:
        raise InputError(f"{where}: {error.strerror or error}") from error


def too_large(name: str, limit: int) -> str:
    """The line that says how large something may be."""
    return f"{name}: over the limit of {limit / MEGABYTE:g} MB; --max-mb raises it"
