"""Pages kept with what the server said of their version, so that it can be asked "has it changed?"."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A page as it was last fetched, with its validators (RFC 9110)."""

    body: bytes
    retrieved_at: datetime
    content_type: str
    etag: str | None = None
    last_modified: str | None = None

    def conditions(self) -> dict[str, str]:
        """The headers that ask for the page only where it has changed."""
        asked = {"if-none-match": self.etag, "if-modified-since": self.last_modified}
        return {name: value for name, value in asked.items() if value}


class PageCache:
    """One folder; one file a page. A page that cannot be kept or is damaged is fetched again, which loses nothing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, url: str) -> Kept | None:
        """The page kept for an address, or None."""
        try:
            head, body = self._file(url).read_bytes().split(b"\n", 1)
            told: dict[str, Any] = json.loads(head)
            if told.pop("digest") != hashlib.sha256(body).hexdigest() or told.pop("url") != url:
                return None
            told["retrieved_at"] = datetime.fromisoformat(told["retrieved_at"])
            return Kept(body=body, **told)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def save(self, url: str, page: Kept) -> None:
        """Keep a page, in one step, so that a reader never meets half of one."""
        told = asdict(page) | {"retrieved_at": page.retrieved_at.isoformat(), "url": url}
        body = told.pop("body")
        head = json.dumps(told | {"digest": hashlib.sha256(body).hexdigest()}).encode()
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as file:
                file.write(head + b"\n" + body)
            os.replace(file.name, self._file(url))
        except OSError:
            return

    def _file(self, url: str) -> Path:
        return self._folder / hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()
