"""Tallies, disputes and incidents: labelled rows over one axis (needs matplotlib)."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sayso.serve.plots.days import day_words, ticks
from sayso.serve.plots.frame import Box
from sayso.serve.plots.labels import shortened
from sayso.serve.plots.model import Bar, Row, RowPanel
from sayso.serve.plots.pen import NORMAL, SHAPES, Pen
from sayso.serve.plots.scales import NumberScale

#: Inches: the column of labels, a line of words, the air around a row, head and foot of a panel.
_LABELS, _LINE, _AIR, _HEAD, _FOOT = 3.45, 0.155, 0.12, 0.36, 0.36
_LABEL_WORDS, _NOTE_WORDS, _BAR_WORDS = 56, 112, 36
#: Room for words at the right of the axis, and at the left where rows join two ends, in lengths of the axis.
_RIGHT, _LEFT = 0.62, 0.6


def rows_height(panels: Sequence[RowPanel]) -> float:
    """Inches that the panels need."""
    return sum(_height(panel) + _HEAD + _foot(panel) for panel in panels)


def draw_rows(figure: Figure, box: Box, panels: Sequence[RowPanel], pen: Pen) -> None:
    """Draw the panels into a box of the figure, one below the other."""
    top = box.top
    for panel in panels:
        height = _height(panel)
        axes = figure.add_axes(box.part(box.left + _LABELS, top + _HEAD, box.width - _LABELS, height))
        axes.set_ylim(height, 0)
        title = {"xytext": (-_LABELS * 72, 9), "textcoords": "offset points", "xycoords": "axes fraction"}
        pen.text(axes, (0, 1), panel.title, fontsize=NORMAL, fontweight="bold", **title)
        _Rows(axes, pen, _scaled(axes, panel, pen)).draw(panel.rows)
        top += height + _HEAD + _foot(panel)


@dataclass(frozen=True, slots=True)
class _Words:
    """The lines of words of a row."""

    label: tuple[str, ...]
    note: tuple[str, ...]
    #: Lines above the note: one where there are bars.
    above: int

    @classmethod
    def of(cls, row: Row) -> _Words:
        return cls(
            tuple(textwrap.wrap(row.label, _LABEL_WORDS)), tuple(textwrap.wrap(row.note, _NOTE_WORDS)), bool(row.bars)
        )

    @property
    def height(self) -> float:
        return max(len(self.label), self.above + len(self.note), 1) * _LINE + _AIR


def _height(panel: RowPanel) -> float:
    return sum(_Words.of(row).height for row in panel.rows)


def _foot(panel: RowPanel) -> float:
    """Room for the ticks, where there is an axis."""
    return _FOOT if any(row.bars for row in panel.rows) else _FOOT / 3


def _scaled(axes: Axes, panel: RowPanel, pen: Pen) -> Callable[[float], float]:
    """Give the axes their ticks; returns where a number or day stands, from 0 to 1."""
    pen.bare(axes)
    axes.set_yticks([])
    axes.grid(axis="x", color=pen.theme.grid, linewidth=0.7)
    axes.set_xlim(-_LEFT if any(row.joined for row in panel.rows) else -0.02, 1 + _RIGHT)
    bars = [bar for row in panel.rows for bar in row.bars]
    if not bars:
        axes.set_xticks([])
        axes.spines["bottom"].set_visible(False)
        return float
    if panel.axis == "day":
        return _day_scale(axes, bars)
    scale = NumberScale.of(number for bar in bars for number in (bar.low, bar.high))
    axes.set_xticks([scale.place(tick) for tick in scale.ticks()], [f"{tick:,}" for tick in scale.ticks()])
    if scale.logarithmic:
        corner = {"xytext": (4, -3), "textcoords": "offset points", "xycoords": ("data", "axes fraction")}
        pen.text(axes, (1, 0), "logarithmic", va="top", fontsize=6, color=pen.theme.faint, **corner)
    return scale.place


def _day_scale(axes: Axes, bars: Sequence[Bar]) -> Callable[[float], float]:
    first, last = min(bar.low for bar in bars), max(bar.high for bar in bars)
    length = max(1, last - first)
    shown = ticks(date.fromordinal(first), date.fromordinal(last))
    axes.set_xticks([(day.toordinal() - first) / length for day in shown], day_words(shown))
    return lambda day: (day - first) / length


@dataclass(frozen=True, slots=True)
class _Rows:
    axes: Axes
    pen: Pen
    place: Callable[[float], float]

    def draw(self, rows: Sequence[Row]) -> None:
        """The rows from top to bottom."""
        top = 0.0
        for row in rows:
            words = _Words.of(row)
            self._row(row, words, top + (_AIR + _LINE) / 2)
            top += words.height

    def _row(self, row: Row, words: _Words, middle: float) -> None:
        for n, line in enumerate(words.label):
            offset = {
                "xytext": (-_LABELS * 72, 0),
                "textcoords": "offset points",
                "xycoords": ("axes fraction", "data"),
            }
            self.pen.text(self.axes, (0, middle + n * _LINE), line, va="center", **offset)
        for n, line in enumerate(words.note, start=words.above):
            ground = {"xycoords": ("axes fraction", "data"), "va": "center", "color": self.pen.theme.faint}
            self.pen.text(self.axes, (0.012, middle + n * _LINE), line, **ground)
        bars = sorted(row.bars, key=lambda bar: (bar.low, bar.high))
        if row.joined:
            ends = [self.place(bar.low) for bar in bars]
            self.axes.plot([ends[0], ends[-1]], [middle] * 2, ":", color=self.pen.theme.faint, linewidth=1)
        for n, bar in enumerate(bars):
            self._bar(bar, middle, "right" if row.joined and n == 0 else "left")

    def _bar(self, bar: Bar, middle: float, align: str) -> None:
        colour, (low, high) = self.pen.colour(bar.tone), (self.place(bar.low), self.place(bar.high))
        self.axes.plot([low, high], [middle] * 2, color=colour, linewidth=5, alpha=0.4, solid_capstyle="butt")
        (drawn,) = self.axes.plot([low, high], [middle] * 2, SHAPES[bar.tone], color=colour, markersize=5, zorder=3)
        self.pen.mean(drawn, bar.ref, bar.title)
        if bar.best is not None:
            self.axes.plot([self.place(bar.best)], [middle], "|", color=self.pen.theme.ink, markersize=11, zorder=4)
        if bar.open:
            self.pen.arrow(self.axes, (high, middle), (15, 0), colour)
        away = -7 if align == "right" else 19 if bar.open else 7
        place = (low if align == "right" else high, middle)
        offset = {"xytext": (away, 0), "textcoords": "offset points"}
        self.pen.text(self.axes, place, shortened(bar.label, _BAR_WORDS), ha=align, va="center", color=colour, **offset)
