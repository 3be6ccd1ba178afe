"""Figures over time: a grid of small panels, one voice a line (needs matplotlib)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sayso.serve.plots.days import day_words, ticks
from sayso.serve.plots.frame import Box
from sayso.serve.plots.labels import Labels
from sayso.serve.plots.model import Line, Mark, TimePanel
from sayso.serve.plots.pen import NORMAL, SHAPES, Pen
from sayso.serve.plots.scales import NumberScale

SIGNS = (
    "hollow: its own voice gave another figure later  ·  × denied  ·  ↑ at least  ·  "
    "+ added to a total  ·  ▼ revised downwards  ·  ? a number not given"
)
_HEIGHT, _HEAD, _FOOT, _COLUMN_GAP, _AXIS = 1.75, 0.42, 0.3, 0.35, 0.42
#: Share of a panel's width for its days; the rest holds the names of voices.
_DAYS_SHARE = 0.66
#: The mark of vague words, and where it stands, as a share of the axis: it is no number.
_VAGUE, _VAGUE_HEIGHT = "$?$", 0.06
#: Points from a mark to the head of the arrow that says "at least".
_ARROW = 14


def grid_height(panels: Sequence[TimePanel]) -> float:
    """Inches that the grid needs."""
    return len({panel.row for panel in panels}) * (_HEIGHT + _HEAD + _FOOT)


def draw_grid(figure: Figure, box: Box, panels: Sequence[TimePanel], pen: Pen) -> None:
    """Draw the panels into a box of the figure; panels of a row share their numbers, all share their days."""
    columns = 1 + max(panel.column for panel in panels)
    width = (box.width - (columns - 1) * _COLUMN_GAP) / columns
    days = [mark.day for panel in panels for line in panel.lines for mark in line.marks]
    for n, row in enumerate(sorted({panel.row for panel in panels})):
        together = [panel for panel in panels if panel.row == row]
        scale = _Scale.of(together, (min(days), max(days)))
        top = box.top + n * (_HEIGHT + _HEAD + _FOOT) + _HEAD
        for panel in together:
            left = box.left + panel.column * (width + _COLUMN_GAP) + _AXIS
            axes = figure.add_axes(box.part(left, top, width - _AXIS, _HEIGHT))
            scale.apply(axes, pen)
            title = {"xytext": (-_AXIS * 72, 9), "textcoords": "offset points", "xycoords": "axes fraction"}
            pen.text(axes, (0, 1), panel.title, fontsize=NORMAL, fontweight="bold", **title)
            if panel.note:
                pen.text(axes, (0.03, 0.45), panel.note, xycoords="axes fraction", color=pen.theme.faint)
            _Panel(axes, pen, scale).draw(panel.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """The axes that the panels of a row share."""

    first: date
    last: date
    numbers: NumberScale

    @classmethod
    def of(cls, panels: Sequence[TimePanel], days: tuple[date, date]) -> _Scale:
        return cls(first=days[0], last=days[1], numbers=NumberScale.of(n for panel in panels for n in _numbers(panel)))

    @property
    def span(self) -> int:
        """Days from the first to the last, at least 1."""
        return max(1, (self.last - self.first).days)

    def apply(self, axes: Axes, pen: Pen) -> None:
        pen.bare(axes)
        axes.grid(axis="y", color=pen.theme.grid, linewidth=0.7)
        numbers = self.numbers.ticks()
        axes.set_ylim(0, 1.25)
        axes.set_yticks([self.numbers.place(number) for number in numbers], [f"{number:,}" for number in numbers])
        if self.numbers.logarithmic:
            corner = {"xytext": (-3, -2), "textcoords": "offset points", "xycoords": "axes fraction"}
            pen.text(axes, (0, 1), "log.", ha="right", va="top", fontsize=6, color=pen.theme.faint, **corner)
        start, end = (day.toordinal() for day in (self.first, self.last))
        edge = 0.25 + 0.05 * self.span
        axes.set_xlim(start - edge, start - edge + (end - start + 2 * edge) / _DAYS_SHARE)
        shown = ticks(self.first, self.last)
        axes.set_xticks([day.toordinal() for day in shown], day_words(shown))


def _numbers(panel: TimePanel) -> Iterator[int]:
    marks = (mark for line in panel.lines for mark in line.marks)
    return (number for mark in marks for number in (mark.low, mark.high) if number is not None)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A mark with its place: vague words stand on the ground."""

    mark: Mark
    x: float
    y: float

    @property
    def place(self) -> tuple[float, float]:
        return self.x, self.y


@dataclass(frozen=True, slots=True)
class _Panel:
    axes: Axes
    pen: Pen
    scale: _Scale

    def draw(self, lines: Sequence[Line]) -> None:
        """Every line, voices of one day side by side, and their names at the right."""
        if not lines:
            return
        step = min(0.02 * self.scale.span + 0.06, (0.06 * self.scale.span + 0.4) / len(lines))
        labels = Labels(self.axes, self.pen, _DAYS_SHARE)
        drawn = [(line, self._line(line, (n - (len(lines) - 1) / 2) * step)) for n, line in enumerate(lines)]
        for _, placed in drawn:
            for one in placed:
                labels.keep_free(one.place, above=_ARROW if one.mark.open else 0)
        for line, placed in drawn:
            colour = self.pen.colour(line.tone)
            for one in _by_weight(placed):
                labels.beside(one.place, _number_words(one.mark), colour)
            for one in placed:
                if one.mark.denied_by:
                    labels.beside(one.place, f"denied by {one.mark.denied_by[0]}", self.pen.theme.ink)
            labels.name(placed[-1].place, line.label, colour)
        labels.write_names()

    def _line(self, line: Line, shift: float) -> list[_Placed]:
        placed = [_Placed(m, m.day.toordinal() + shift, self._height(m)) for m in line.marks]
        running = [one for one in placed if not one.mark.apart and one.mark.low is not None]
        colour = self.pen.colour(line.tone)
        self.axes.plot([one.x for one in running], [one.y for one in running], color=colour, linewidth=1.1, alpha=0.6)
        for one in placed:
            self._mark(one, SHAPES[line.tone], colour)
        return placed

    def _height(self, mark: Mark) -> float:
        number = mark.high if mark.low is None else mark.low
        return _VAGUE_HEIGHT if number is None else self.scale.numbers.place(number)

    def _mark(self, one: _Placed, shape: str, colour: str) -> None:
        mark = one.mark
        if mark.low is not None and mark.high is not None and mark.high > mark.low:
            ends = [self.scale.numbers.place(number) for number in (mark.low, mark.high)]
            self.axes.plot([one.x, one.x], ends, color=colour, linewidth=4, alpha=0.35)
        if mark.open:
            self.pen.arrow(self.axes, one.place, (0, _ARROW), colour)
        fill = self.pen.theme.ground if mark.revised else colour
        if mark.low is None and mark.high is None:
            shape, fill = _VAGUE, colour
        size = 6.5 if shape == _VAGUE else 3.6 if mark.apart else 5.2
        (drawn,) = self.axes.plot(
            [one.x],
            [one.y],
            marker=shape,
            markersize=size,
            markerfacecolor=fill,
            markeredgecolor=colour,
            linestyle="none",
            zorder=3,
        )
        self.pen.mean(drawn, mark.ref, mark.title)
        if mark.denied_by:
            self.axes.plot([one.x], [one.y], "x", color=self.pen.theme.ink, markersize=8, zorder=4)


def _number_words(mark: Mark) -> str:
    return f"{mark.label} ▼" if mark.falls else mark.label


def _by_weight(placed: Sequence[_Placed]) -> list[_Placed]:
    """The marks with numbers, those first that a reader looks for: the last, denied, falling and largest ones."""
    known = [one for one in placed if one.mark.low is not None or one.mark.high is not None]
    largest = max((one.y for one in known), default=0.0)

    def weight(one: _Placed) -> tuple[bool, bool, bool, bool, bool]:
        noted = one.mark.falls or bool(one.mark.denied_by)
        return one is not known[-1], not noted, one.y < largest, one is not known[0], one.mark.apart

    return sorted(known, key=weight)
