"""Evidence cut again out of another text of the same length: what was read in natural case, in a report's own words."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from sayso.model import Document, Evidence

Kept = TypeVar("Kept")


def recut(value: Kept, document: Document) -> Kept:
    """The value with every piece of evidence in it as the document has it at its offsets."""
    return cast(Kept, _recut(value, document))


def _recut(value: Any, document: Document) -> Any:
    if isinstance(value, Evidence):
        return document.evidence(value.start, value.end)
    if isinstance(value, tuple):
        return tuple(_recut(piece, document) for piece in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    return replace(value, **{field.name: _recut(getattr(value, field.name), document) for field in fields(value)})
