"""Charts as plain values: what is to be drawn, for any renderer. Nothing here knows a drawing library."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from sayso.claims.casualty import Posture

#: Who speaks, as far as it bears on the side whose harm is counted: this, and never the side, decides colour and shape.
Tone: TypeAlias = Posture
TONES: tuple[Tone, ...] = ("own_loss", "enemy_loss", "affiliated", "third_party", "unknown")


class Ref(NamedTuple):
    """What a mark stands for, so that a page can link it."""

    kind: Literal["claim", "incident", "tally"]
    #: Identifier of the claim or incident; side, effect, group and "enemy" or "" of a tally, joined by "|".
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One figure on a day."""

    day: date
    #: None for vague words, which have no place on the axis of numbers.
    low: int | None
    high: int | None
    #: What stands beside it: "31", "at least 11", "+27".
    label: str
    #: The whole of it in words, for a reader who points at it or cannot see it.
    title: str
    ref: Ref
    #: "at least": the figure has no upper end.
    open: bool = False
    #: Added to a total, a part of one, or harm at one place: no point of the running count.
    apart: bool = False
    #: Its own voice gave another figure later.
    revised: bool = False
    #: It is lower than the figure of the same voice that it revises.
    falls: bool = False
    denied_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one voice said over time."""

    label: str
    tone: Tone
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimePanel:
    """The figures for one side, harm and group: days across, numbers upward."""

    title: str
    #: Place in the grid, from 0: panels of one row show one harm and group, a column is a side's.
    row: int
    column: int
    lines: tuple[Line, ...]
    #: What stands where nobody gives a figure.
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A range, or one point where both ends are the same; numbers, or days as ordinals."""

    low: int
    high: int
    tone: Tone
    label: str
    title: str
    ref: Ref
    best: int | None = None
    open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Bars under one label; `joined` ends contradict each other."""

    label: str
    bars: tuple[Bar, ...] = ()
    #: What stands where there is nothing to draw, or beside it.
    note: str = ""
    joined: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPanel:
    """Rows over one axis of numbers or of days."""

    title: str
    axis: Literal["number", "day"]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One picture: panels of one sort, what its signs mean, and what a reader must know."""

    title: str
    panels: tuple[TimePanel, ...] | tuple[RowPanel, ...]
    #: The tones that occur and what they mean, in the order of TONES.
    legend: tuple[tuple[Tone, str], ...] = ()
    notes: tuple[str, ...] = ()
    #: Some texts were written to test software: said on the picture itself.
    sample: bool = False
    #: False where the page around it says its title.
    headed: bool = True

    @property
    def empty(self) -> bool:
        """True where nothing is on record to draw."""
        return not self.panels
