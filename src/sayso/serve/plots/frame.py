"""The sheet that a picture is drawn on: its title, legend, notes, and the box that is left (needs matplotlib)."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import Any

from matplotlib.figure import Figure

from sayso.serve.plots.model import Chart
from sayso.serve.plots.pen import LARGE, NORMAL, SHAPES, SMALL, Pen

MARGIN = 0.3
_LINE = 0.19
_SAMPLE = "SAMPLE TEXTS, written to test software: no source about the world"
#: Characters of small print in an inch.
_SMALL_PRINT = 17


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A part of the sheet, in inches from its left and upper edge."""

    left: float
    top: float
    width: float
    sheet: tuple[float, float]

    def part(self, left: float, top: float, width: float, height: float) -> tuple[float, float, float, float]:
        """A rectangle in inches (`left`, `top` from the sheet's edges) as matplotlib's shares of the sheet."""
        wide, high = self.sheet
        return left / wide, 1 - (top + height) / high, width / wide, height / high


@dataclass(frozen=True, slots=True)
class Sheet:
    """A figure of the right height with its title, legend and notes, and the box for the chart itself."""

    figure: Figure
    box: Box


def new_sheet(chart: Chart, room: tuple[float, float], signs: str, pen: Pen) -> Sheet:
    """A sheet; `room`: its width and the height left for the chart, in inches; `signs` explains its signs."""
    width, inner = room
    notes = [line for note in chart.notes for line in textwrap.wrap(note, int((width - 2 * MARGIN) * _SMALL_PRINT))]
    head = (
        MARGIN
        + (0.42 if chart.headed else 0.1)
        + _LINE * (chart.sample + bool(chart.legend) + bool(signs) + chart.empty)
    )
    foot = _LINE * len(notes) + MARGIN
    size = (width, head + inner + foot)
    figure = Figure(figsize=size, facecolor=pen.theme.ground)
    ink = _Ink(figure, size, pen)
    top = MARGIN
    if chart.headed:
        ink.write(MARGIN, MARGIN + 0.1, chart.title, fontsize=LARGE, fontweight="bold")
        top += 0.36
    if chart.sample:
        ink.write(MARGIN, top, _SAMPLE, fontsize=NORMAL, fontweight="bold")
        top += _LINE
    if chart.legend:
        ink.legend(chart, top)
        top += _LINE
    if signs:
        ink.write(MARGIN, top, signs, color=pen.theme.faint)
    if chart.empty:
        ink.write(MARGIN, top, "nothing on record to draw")
    for n, note in enumerate(notes):
        ink.write(MARGIN, head + inner + _LINE * (n + 0.5), note, color=pen.theme.faint)
    return Sheet(figure, Box(left=MARGIN, top=head, width=width - 2 * MARGIN, sheet=size))


@dataclass(frozen=True, slots=True)
class _Ink:
    figure: Figure
    size: tuple[float, float]
    pen: Pen

    def write(self, left: float, top: float, words: str, **known: Any) -> Any:
        """Words at a place in inches from the upper left."""
        style = {"color": self.pen.theme.ink, "fontsize": SMALL, "va": "center", "parse_math": False, **known}
        return self.figure.text(left / self.size[0], 1 - top / self.size[1], words, **style)

    def legend(self, chart: Chart, top: float) -> None:
        left = MARGIN
        for tone, words in chart.legend:
            axes = self.figure.add_axes(
                (left / self.size[0], 1 - (top + 0.07) / self.size[1], 0.14 / self.size[0], 0.14 / self.size[1])
            )
            axes.set_axis_off()
            axes.plot([0.5], [0.5], SHAPES[tone], color=self.pen.colour(tone), markersize=5.5)
            axes.set_xlim(0, 1)
            axes.set_ylim(0, 1)
            self.write(left + 0.2, top, words)
            left += 0.2 + len(words) / _SMALL_PRINT + 0.3
