"""What makes a number, as text and as JSON."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from sayso.claims import CasualtyClaim, ReportRecord
from sayso.claims.casualty import BOTH, UNKNOWN
from sayso.claims.rows import casualty_rows
from sayso.model import Claim
from sayso.reconcile.book import Book
from sayso.reconcile.explain import Explanation, explain, headline
from sayso.reconcile.wording import describe_explanation, who

_WIDTH = 110


def headline_lines(record: ReportRecord) -> list[str]:
    """The derivation of the report's own headline figure; empty where it prints none.

    A figure of one side that nothing makes is no total: that nothing makes it is said of totals over all sides only.
    """
    number = headline(record)
    if number is None:
        return []
    explanation = explain(number, Book.of([record], ()))
    total = explanation.total
    if explanation.outcome == "nothing" and total is not None and total.value.side not in (BOTH, UNKNOWN):
        return []
    return [line for sentence in describe_explanation(explanation) for line in _wrapped(sentence)]


def explanation_text(explanation: Explanation, book: Book) -> str:
    """The whole finding for a reader, with the words that carry each figure."""
    names = {record.document.id: record.document for record in book.records}
    lines = [line for sentence in describe_explanation(explanation) for line in _wrapped(sentence)]
    lines += _shown("Who prints it", explanation.carriers, names)
    for number, chosen in enumerate(explanation.sums, start=1):
        title = "Its parts" if len(explanation.sums) == 1 else f"Parts of sum {number}"
        lines += _shown(title, [claim for part in chosen.parts for claim in part.claims], names)
    left = [claim for entry in explanation.left_out for part in entry.figures for claim in part.claims]
    lines += _shown("Left out", left, names)
    if any(document.sample for document in names.values()):
        lines += ["", "Some of these are SAMPLE TEXTS, written to test software: no source about the world."]
    return "\n".join(lines)


def _wrapped(sentence: str) -> list[str]:
    return textwrap.wrap(sentence, _WIDTH, subsequent_indent="  ", break_long_words=False) or [""]


def _shown(title: str, claims: Sequence[CasualtyClaim], names: dict[str, Any]) -> list[str]:
    if not claims:
        return []
    return ["", f"{title}:", *(f"  {_evidence_line(claim, names)}" for claim in claims)]


def _evidence_line(claim: CasualtyClaim, names: dict[str, Any]) -> str:
    shown = claim.evidence[0]
    document = names[shown.document]
    words = " ".join(shown.exact.split())
    return f"“{words}” · {who(claim)} · {document.name}, characters {shown.start} to {shown.end}"


def explanation_json(explanation: Explanation, book: Book) -> str:
    """The whole finding as one JSON object; claims stand in it by identifier, and once each under `claims`."""
    rows = {row["id"]: row for record in book.records for row in casualty_rows(record)}
    data = _plain(explanation)
    data["sample"] = any(record.document.sample for record in book.records)
    data["claims"] = {identifier: rows[identifier] for identifier in dict.fromkeys(_identifiers(explanation))}
    return json.dumps(data, ensure_ascii=False)


def _identifiers(value: Any) -> list[str]:
    if isinstance(value, Claim):
        return [value.id]
    if isinstance(value, tuple | list):
        return [identifier for item in value for identifier in _identifiers(item)]
    if is_dataclass(value):
        return [identifier for field in fields(value) for identifier in _identifiers(getattr(value, field.name))]
    return []


def _plain(value: Any) -> Any:
    if isinstance(value, Claim):
        return value.id
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
