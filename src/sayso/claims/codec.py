"""Records to JSON and back, and the JSON Schema that is published for them.

pydantic does the work on the plain dataclasses of :mod:`sayso.model`, but for writing a record; it is imported on first
use because it takes long to load.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from sayso.claims import ClaimValue, ReportRecord
from sayso.errors import InputError
from sayso.model import Claim, Record

if TYPE_CHECKING:
    from pydantic import TypeAdapter

#: A dataclass of the record.
Part = TypeVar("Part")

SCHEMA_ID = "https://sayso.example/schema/record.json"


@cache
def _adapter() -> TypeAdapter[ReportRecord]:
    from pydantic import Field, TypeAdapter

    adapter: TypeAdapter[ReportRecord] = TypeAdapter(
        Record[Annotated[ClaimValue, Field(discriminator="kind")]]  # type: ignore[type-var, unused-ignore]
    )
    return adapter


def record_to_data(record: ReportRecord) -> dict[str, Any]:
    """The record as plain lists, dictionaries, strings and numbers."""
    data: dict[str, Any] = _adapter().dump_python(record, mode="json")
    return data


def record_to_json(record: ReportRecord, *, indent: int | None = None) -> str:
    """The whole record as one JSON object; pydantic, which is slow to load, is not needed to write it."""
    separators = (",", ":") if indent is None else (",", ": ")
    return json.dumps(record, ensure_ascii=False, indent=indent, separators=separators, default=_plain)


def _plain(part: Any) -> str | dict[str, Any]:
    """A day or a dataclass of the record as JSON has it."""
    if isinstance(part, date):
        return part.isoformat()
    kind: Any = type(part)
    return {name: getattr(part, name) for name in _field_names(kind)}


@cache
def _field_names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def record_from_json(text: str | bytes) -> ReportRecord:
    """Read a record back; raises InputError for JSON that is no record, EvidenceError for words that do not match."""
    return _read(_adapter(), text, "record")  # type: ignore[no-any-return]


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of :func:`record_to_json`."""
    schema = _adapter().json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        **_renamed(schema),
        "title": "sayso record",
    }


def _renamed(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with readable names for the definitions that pydantic names after a parametrised type."""
    long_names = [name for name in schema.get("$defs", {}) if "[" in name or "_" in name]
    text = json.dumps(schema)
    for name in long_names:
        text = text.replace(name, name.split("[")[0].split("_")[0])
    renamed: dict[str, Any] = json.loads(text)
    return renamed


# ---------------------------------------------------------------- parts of a record, each by itself


def part_to_json(part: object) -> str:
    """A claim, attribution, judgement, document or other dataclass of the record as one JSON object."""
    kind: Any = type(part)
    return _part(kind).dump_json(part).decode("utf-8")


def part_from_json(kind: type[Part], text: str | bytes) -> Part:
    """Read a part of that type back; raises InputError for JSON that is none."""
    sought: Any = kind
    return _read(_part(sought), text, kind.__name__.lower())  # type: ignore[no-any-return]


def parts_from_json(kind: type[Part], texts: Iterable[str]) -> tuple[Part, ...]:
    """Read many parts of one type back, which is much quicker than one by one."""
    sought: Any = kind
    return _read(_parts(sought), f"[{','.join(texts)}]", f"list of {kind.__name__.lower()}s")  # type: ignore[no-any-return]


@cache
def _part(kind: Any) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(_told_apart(kind))


@cache
def _parts(kind: Any) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    listed: Any = tuple[_told_apart(kind), ...]  # type: ignore[misc]
    return TypeAdapter(listed)


def _told_apart(kind: Any) -> Any:
    """The type, of a claim with the kinds of its value."""
    from pydantic import Field

    return Claim[Annotated[ClaimValue, Field(discriminator="kind")]] if kind is Claim else kind  # type: ignore[type-var, unused-ignore]


def _read(adapter: TypeAdapter[Any], text: str | bytes, what: str) -> Any:
    from pydantic import ValidationError

    try:
        return adapter.validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the top level"
        raise InputError(f"not a sayso {what}: {where}: {first['msg']}") from error
