"""Claims and victim records that people enter: cells of text, from options or a CSV, to what a store takes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.claims.codec import part_from_json
from sayso.errors import InputError
from sayso.ingest import MEGABYTE, decode, parse_date
from sayso.model import Claim, Document, Evidence
from sayso.store.interface import ByHand, Victim

Cells = Mapping[str, str | None]

_VALUE = ("effect", "group", "place", "perpetrator", "scope", "posture")
_SAID = ("said_on", "polarity", "certainty")
_DATES = ("published", "said_on", "happened_start", "happened_end")
_YES = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What is looked up while claims are entered."""

    #: A document on record by its id.
    document: Callable[[str], Document | None]
    #: (side, dossier) -> the dossier's side.
    side_group: Callable[[str, str | None], str]


def read_csv(path: Path, columns: Mapping[str, str]) -> Iterator[tuple[str, Cells]]:
    """Where each row stands, and its cells; raises InputError for a file, or columns, that cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    if len(data) > 100 * MEGABYTE:
        raise InputError(f"{path}: over 100 MB; cut it into several files")
    table = csv.DictReader(io.StringIO(decode(data, str(path)).text, newline=""), strict=True)
    try:
        unknown = [name for name in table.fieldnames or () if name not in columns]
        if unknown:
            raise InputError(f"{path}: no column is called {unknown[0]!r}; there are {', '.join(columns)}")
        for row in table:
            if None in row:
                raise InputError(f"{path}, line {table.line_num}: more cells than the first line has columns")
            yield f"{path}, line {table.line_num}", row
    except csv.Error as error:
        raise InputError(f"{path}, line {table.line_num + 1}: no readable CSV ({error})") from error


def claim_of(cells: Cells, by: str, where: str, desk: Desk) -> ByHand:
    """The claim that the cells tell; raises InputError saying where and what is wrong."""
    told = {name: text for name, value in cells.items() if value is not None and (text := value.strip())}
    for name in _DATES:
        if name in told:
            parse_date(told[name], f"{where}, {name}")
    document = _document(told, where, desk)
    conflict = told.get("conflict")
    data = {
        "id": "",
        "origin": by,
        "evidence": [],
        "value": _value(told, where, lambda side: desk.side_group(side, conflict)),
        "source": _source(told),
        "via": [{"name": name, "kind": "outlet"} for name in _several(told.get("via"))],
        **{name: told[name] for name in _SAID if name in told},
    }
    try:
        claim: Any = part_from_json(Claim, json.dumps(data))
    except InputError as error:
        raise InputError(f"{where}: {error}") from error
    if document is not None:
        claim = _with_evidence(claim, told, document, where)
    return ByHand(
        claim=claim,
        by=by,
        reason=told.get("reason"),
        conflict=conflict,
        publisher=told.get("publisher"),
        uri=told.get("uri"),
        published=parse_date(told["published"], where) if "published" in told else None,
    )


def _value(told: Mapping[str, str], where: str, side_group: Callable[[str], str]) -> dict[str, Any]:
    if "effect" not in told:
        raise InputError(f"{where}: say what happened: effect (killed, injured ...)")
    if "number" in told and ("low" in told or "high" in told):
        raise InputError(f"{where}: either number, or low and high")
    low, high = told.get("number", told.get("low")), told.get("number", told.get("high"))
    value: dict[str, Any] = {name: told[name] for name in _VALUE if name in told}
    value |= {"kind": "casualty", "low": _count(low, where), "high": _count(high, where)}
    value["modality"] = told.get("modality") or _modality(value["low"], value["high"])
    if "side" in told:
        group = told.get("side_group") or side_group(told["side"])
        value |= {"side": told["side"], "side_group": group, "side_basis": "stated"}
    if "happened_start" in told:
        value["happened_start"] = told["happened_start"]
        value["happened_end"] = told.get("happened_end", told["happened_start"])
    _check(value, where)
    return value


def _check(value: Mapping[str, Any], where: str) -> None:
    if value["low"] is not None and value["high"] is not None and value["low"] > value["high"]:
        raise InputError(f"{where}: low {value['low']} is more than high {value['high']}")
    if value.get("happened_end", "") < value.get("happened_start", ""):
        raise InputError(f"{where}: the harm ends before it starts")


def _count(text: str | None, where: str) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdigit()):
        raise InputError(f"{where}: {text!r} is no number of people")
    return int(text)


def _modality(low: int | None, high: int | None) -> str:
    if low is None:
        return "vague" if high is None else "at_most"
    if high is None:
        return "at_least"
    return "exact" if low == high else "range"


def _source(told: Mapping[str, str]) -> dict[str, Any] | None:
    if "source" not in told:
        return None
    kind = told.get("source_kind", "organisation")
    return {"name": told["source"], "kind": kind, "speaks_for": told.get("speaks_for")}


def _several(text: str | None) -> list[str]:
    return [part.strip() for part in (text or "").split(";") if part.strip()]


def _document(told: Mapping[str, str], where: str, desk: Desk) -> Document | None:
    if ("document" in told) != ("words" in told):
        raise InputError(f"{where}: document and words go together")
    if ("document" in told) == ("reason" in told):
        raise InputError(f"{where}: give its words in a document on record (document, words), or else the reason")
    if "document" not in told:
        return None
    document = desk.document(told["document"])
    if document is None:
        raise InputError(f"{where}: document {told['document']} is not on record")
    return document


def _with_evidence(claim: Any, told: Mapping[str, str], document: Document, where: str) -> Any:
    from dataclasses import replace

    words = told["words"]
    times = document.text.count(words)
    if times != 1:
        found = f"stand there {times} times; give more of them" if times else "do not stand there"
        raise InputError(f"{where}: the words {words!r} {found} (document {document.id})")
    start = document.text.index(words)
    return replace(claim, evidence=(Evidence.of(document, start, start + len(words)),))


def victim_of(cells: Cells, by: str, where: str) -> Victim:
    """The victim record that the cells tell; raises InputError saying where and what is wrong."""
    told = {name: text for name, value in cells.items() if value is not None and (text := value.strip())}
    if not told.keys() - {"withhold"}:
        raise InputError(f"{where}: an empty record")
    withhold = _YES.get(told.get("withhold", "no").lower())
    if withhold is None:
        raise InputError(f"{where}: withhold is yes or no, not {told['withhold']!r}")
    if "date" in told:
        _check_partial(told["date"], where)
    return Victim(
        id=told.get("id", ""),
        names=tuple(dict.fromkeys(_several(told.get("names")))),
        claims=tuple(dict.fromkeys(_several(told.get("claims")))),
        withhold=withhold,
        origin=by,
        **{name: told.get(name) for name in ("age", "sex", "date", "place", "how_known")},
    )


def _check_partial(day: str, where: str) -> None:
    """YYYY, YYYY-MM or YYYY-MM-DD."""
    missing: Sequence[str] = {4: ("-01", "-01"), 7: ("-01",)}.get(len(day), ())
    try:
        parse_date(day + "".join(missing), where)
    except InputError:
        raise InputError(f"{where}: {day!r} is no day; write YYYY, YYYY-MM or YYYY-MM-DD") from None
