"""Blind double coding: two people code one report without seeing the other's figures, then see where they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from sayso.claims.casualty import UNKNOWN, Effect, Group, Posture
from sayso.evaluate.measures import measure
from sayso.evaluate.names import same_name
from sayso.evaluate.spans import occurrences
from sayso.reconcile.wording import EFFECTS
from sayso.serve.desk import words
from sayso.store.effect import effective
from sayso.store.interface import Decision

Text = Annotated[str, Field(max_length=300)]
Count = Annotated[int, Field(ge=0, le=10**9)]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodingRow:
    """One figure as a coder reads it; `quote` are words of the report that hold it."""

    quote: Annotated[str, Field(max_length=1000)] = ""
    effect: Effect = "killed"
    low: Count | None = None
    high: Count | None = None
    group: Group = "unknown"
    side: Text = UNKNOWN
    #: None for the report's own voice.
    source: Text | None = None
    posture: Posture = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """One coder's figures of a report. Finished ones are changed no more."""

    by: str
    rows: tuple[CodingRow, ...]
    finished: bool

    def data(self) -> dict[str, Any]:
        """As a decision keeps it."""
        return {"finished": self.finished, "rows": [asdict(row) for row in self.rows]}


_ROWS: TypeAdapter[tuple[CodingRow, ...]] = TypeAdapter(tuple[CodingRow, ...])
#: What two coders may differ in.
FIELDS = {
    "effect": "Harm",
    "low": "At least",
    "high": "At most",
    "group": "Group",
    "side": "Side",
    "source": "Source",
    "posture": "Posture",
}
#: Fields with a fixed list of values, for which agreement beyond chance can be told.
_CATEGORICAL = ("effect", "group", "posture")
#: Their values as a reader knows them.
_WORDS: Mapping[str, Mapping[str, str]] = {"effect": EFFECTS, "group": words.GROUPS, "posture": words.POSTURES}


def codings_of(log: Iterable[Decision], *, finished: bool = True) -> list[Coding]:
    """The codings among decisions on a report, oldest first. `log`: the latest first, as the store lists them."""
    coded = [one for one in effective(list(log)[::-1]) if one.action == "code"]
    found = [_coding(one) for one in coded]
    return [one for one in found if one.finished or not finished]


def _coding(decision: Decision) -> Coding:
    told = decision.after or {}
    rows = _ROWS.validate_python(told.get("rows", ()))
    return Coding(by=decision.by, rows=rows, finished=bool(told.get("finished")))


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldPair:
    """What two coders put in one field of one figure."""

    name: str
    words: str
    one: str
    other: str
    agree: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPair:
    """One figure as two coders have it; one side is missing where only one of them found it."""

    quote: str
    found_by: str
    fields: tuple[FieldPair, ...]
    agree: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldAgreement:
    """How often two coders agree in a field, over the figures that both found."""

    words: str
    agreed: int
    of: int
    #: Cohen's kappa: agreement beyond chance; None for free text, numbers, and where chance alone explains all.
    kappa: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Where two coders of one report agree and differ."""

    one: str
    other: str
    rows: tuple[RowPair, ...]
    both: int
    one_only: int
    other_only: int
    #: Agreement on which figures there are (F1 of one against the other).
    f1: float
    fields: tuple[FieldAgreement, ...]


def compared(text: str, one: Coding, other: Coding) -> Comparison:
    """Two codings of a report of this text, figure by figure and field by field."""
    pairs = _paired(text, one.rows, other.rows)
    matched = [(a, b) for a, b in pairs if a is not None and b is not None]
    return Comparison(
        one=one.by,
        other=other.by,
        rows=tuple(_row_pair(a, b, (one.by, other.by)) for a, b in pairs),
        both=len(matched),
        one_only=sum(b is None for _, b in pairs),
        other_only=sum(a is None for a, _ in pairs),
        f1=round(measure(len(matched), len(other.rows), len(one.rows)).f1, 3),
        fields=tuple(_agreement(name, matched) for name in FIELDS),
    )


Pair = tuple[CodingRow | None, CodingRow | None]


def _paired(text: str, ones: Sequence[CodingRow], others: Sequence[CodingRow]) -> list[Pair]:
    """Figures of two coders that share words of the report, one to one, those that agree most first."""
    options = sorted(
        (
            (sum(_agrees(name, a, b) for name in FIELDS), -i, -j)
            for i, a in enumerate(ones)
            for j, b in enumerate(others)
            if _share_words(text, a.quote, b.quote)
        ),
        reverse=True,
    )
    taken: dict[int, int] = {}
    for _, i, j in options:
        if -i not in taken and -j not in taken.values():
            taken[-i] = -j
    first: list[Pair] = [(a, others[taken[i]] if i in taken else None) for i, a in enumerate(ones)]
    return [*first, *((None, b) for j, b in enumerate(others) if j not in taken.values())]


def _share_words(text: str, one: str, other: str) -> bool:
    return any(a[0] < b[1] and b[0] < a[1] for a in occurrences(text, one) for b in occurrences(text, other))


def _agrees(name: str, one: CodingRow, other: CodingRow) -> bool:
    mine, theirs = getattr(one, name), getattr(other, name)
    if name in ("side", "source") and mine and theirs:
        return bool(mine == theirs) or same_name(mine, theirs)
    return bool(mine == theirs)


def _row_pair(one: CodingRow | None, other: CodingRow | None, names: tuple[str, str]) -> RowPair:
    shown = one or other
    assert shown is not None
    both = one is not None and other is not None
    fields = tuple(
        FieldPair(
            name=name,
            words=label,
            one=_told(name, one),
            other=_told(name, other),
            agree=both and _agrees(name, one, other),  # type: ignore[arg-type]
        )
        for name, label in FIELDS.items()
    )
    found_by = "both" if both else names[0] if one is not None else names[1]
    return RowPair(quote=shown.quote, found_by=found_by, fields=fields, agree=both and all(f.agree for f in fields))


def _told(name: str, row: CodingRow | None) -> str:
    if row is None:
        return ""
    value = getattr(row, name)
    if value is None:
        return words.OWN_VOICE if name == "source" else "not told"
    return _WORDS.get(name, {}).get(value, str(value))


def _agreement(name: str, pairs: Sequence[tuple[CodingRow, CodingRow]]) -> FieldAgreement:
    agreed = sum(_agrees(name, a, b) for a, b in pairs)
    told = [(str(getattr(a, name)), str(getattr(b, name))) for a, b in pairs]
    kappa = cohens_kappa(told) if name in _CATEGORICAL else None
    return FieldAgreement(words=FIELDS[name], agreed=agreed, of=len(pairs), kappa=kappa)


def cohens_kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Agreement of two coders beyond chance, 1 for full; None for no pairs, and where both use one value only."""
    if not pairs:
        return None
    total = len(pairs)
    ones, others = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(ones[value] * others[value] for value in ones) / total**2
    if chance == 1:
        return None
    seen = sum(a == b for a, b in pairs) / total
    return round((seen - chance) / (1 - chance), 3)
