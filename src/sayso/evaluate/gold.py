"""Gold material to score against: folders of annotated reports, JSON lines of attributions."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sayso.errors import InputError
from sayso.ingest import Metadata, make_document, parse_date
from sayso.model import Document

INDEX_NAME = "index.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldReport:
    """One report with what its annotators found; `data` is the gold file or line as it stands."""

    id: str
    text: str
    data: Mapping[str, Any]
    published: date | None = None
    title: str | None = None
    publisher: str | None = None

    def document(self) -> Document:
        """The report as it is read: its text with what is listed beside it."""
        metadata = Metadata(
            name=self.id,
            title=self.title,
            publisher=self.publisher,
            published=self.published,
            published_basis="metadata",
        )
        return make_document(self.text, metadata)


def read_gold(path: Path) -> list[GoldReport]:
    """A folder of `<id>.json` with `<id>.txt`, or a JSON lines file; raises InputError naming what is wrong."""
    if path.is_dir():
        found = list(_folder(path))
    elif path.is_file():
        found = list(_lines(path))
    else:
        raise InputError(f"{path}: no such file or folder")
    if not found:
        raise InputError(f"{path}: holds no annotated reports")
    return found


def _folder(folder: Path) -> Iterator[GoldReport]:
    index = read_json(folder / INDEX_NAME) if (folder / INDEX_NAME).is_file() else {}
    for file in sorted(folder.glob("*.json")):
        if file.name != INDEX_NAME:
            data = read_json(file)
            if not isinstance(data, dict) or "id" not in data:
                raise InputError(f'{file}: a gold file is an object with "id", "casualties" and "relations"')
            yield _report(data, _text(folder / f"{data['id']}.txt"), index.get(data["id"], {}))


def _lines(path: Path) -> Iterator[GoldReport]:
    for row in read_jsonl(path):
        if not {"doc_id", "text", "attributions"} <= row.keys():
            raise InputError(f'{path}: a gold line needs "doc_id", "text" and "attributions"')
        yield _report({**row, "id": row["doc_id"]}, row["text"], {"published": row.get("date"), **row})


def _report(data: Mapping[str, Any], text: str, listed: Mapping[str, Any]) -> GoldReport:
    published = data.get("published") or listed.get("published")
    return GoldReport(
        id=data["id"],
        text=text,
        data=data,
        published=parse_date(published, data["id"]) if published else None,
        title=listed.get("title"),
        publisher=listed.get("publisher"),
    )


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}; a gold file needs its text beside it") from error


def read_json(path: Path) -> Any:
    """The JSON of a file; raises InputError naming it."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: no readable JSON ({error})") from error


def read_jsonl(path: Path) -> Sequence[dict[str, Any]]:
    """The objects of a JSON lines file; raises InputError naming file and line."""
    rows = []
    try:
        # Only a line feed ends a line: JSON strings may hold the other separators of Unicode as they are.
        text = path.read_text(encoding="utf-8").rstrip("\n")
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: not readable ({error})") from error
    for number, line in enumerate(text.split("\n") if text else (), start=1):
        try:
            row = json.loads(line)
        except ValueError as error:
            raise InputError(f"{path}, line {number}: no JSON ({error})") from error
        if not isinstance(row, dict):
            raise InputError(f"{path}, line {number}: a JSON object is needed")
        rows.append(row)
    return rows
