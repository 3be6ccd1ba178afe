"""Numbers beside marks and names beside lines, placed so that they do not cover one another (needs matplotlib)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from matplotlib.axes import Axes

from sayso.serve.plots.pen import SMALL, Pen

#: Width of a character and height of a line, as shares of the size of type.
_CHARACTER, _LINE = 0.62, 1.15
_GAP = SMALL * _LINE
#: Half of the room that a mark takes, in points.
_MARK = 3.2
#: Points that a character of a name takes on average.
_NAME_CHARACTER = SMALL * 0.55


class _Area(NamedTuple):
    left: float
    low: float
    right: float
    high: float

    def meets(self, other: _Area) -> bool:
        return self.left < other.right and other.left < self.right and self.low < other.high and other.low < self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    words: str
    colour: str
    #: The last mark of the line, in points.
    at: tuple[float, float]
    #: The same in the units of the axes.
    place: tuple[float, float]


@dataclass(slots=True)
class Labels:
    """The labels of one panel; `share` of its width is for marks, the rest for names."""

    axes: Axes
    pen: Pen
    share: float
    _taken: list[_Area] = field(default_factory=list)
    _names: list[_Name] = field(default_factory=list)

    def keep_free(self, place: tuple[float, float], above: float) -> None:
        """Keep the room of a mark free of numbers, and so many points above it."""
        x, y = self._points(place)
        self._taken.append(_Area(x - _MARK, y - _MARK, x + _MARK, y + max(_MARK, above)))

    def beside(self, place: tuple[float, float], words: str, colour: str) -> None:
        """Words beside their mark, where there is room; where there is none it is left to whoever points at it."""
        x, y = self._points(place)
        for dx, dy, align in _around():
            area = _area(x + dx, y + dy, words, align)
            if not any(area.meets(other) for other in self._taken) and self._inside(area):
                self._taken.append(area)
                offset = {"xytext": (dx, dy), "textcoords": "offset points"}
                self.pen.text(self.axes, place, words, ha=align, va="center", color=colour, **offset)
                return

    def name(self, place: tuple[float, float], words: str, colour: str) -> None:
        """A name to stand at the right of the line that ends here."""
        room = self._points_of_axes(1.0, 1.0)[0] - self._points_of_axes(0.0)[0]
        cut = shortened(words, int(room / _NAME_CHARACTER))
        self._names.append(_Name(words=cut, colour=colour, at=self._points(place), place=place))

    def write_names(self) -> None:
        """All names, pushed apart, each with a thin line to its last mark."""
        ordered = sorted(self._names, key=lambda name: name.at[1])
        low, high = (self._points_of_axes(share)[1] for share in (0.0, 1.0))
        heights = _apart([name.at[1] for name in ordered], low + _GAP / 2, high)
        for name, height in zip(ordered, heights, strict=True):
            share = (height - low) / (high - low)
            line = {"arrowstyle": "-", "color": name.colour, "linewidth": 0.5, "alpha": 0.55, "shrinkB": 4}
            place = {"xytext": (self.share + 0.02, share), "textcoords": "axes fraction"}
            self.pen.text(
                self.axes, name.place, name.words, va="center", color=name.colour, arrowprops=line, zorder=1, **place
            )

    def _points(self, place: tuple[float, float]) -> tuple[float, float]:
        x, y = self.axes.transData.transform(place) * 72 / self.axes.figure.dpi
        return float(x), float(y)

    def _points_of_axes(self, share: float, across: float | None = None) -> tuple[float, float]:
        across = self.share if across is None else across
        x, y = self.axes.transAxes.transform((across, share)) * 72 / self.axes.figure.dpi
        return float(x), float(y)

    def _inside(self, area: _Area) -> bool:
        return area.right < self._points_of_axes(1.0)[0] + 2 and area.low > self._points_of_axes(0.0)[1]


def shortened(words: str, most: int) -> str:
    """The words, cut to so many characters."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def _around() -> Iterator[tuple[float, float, str]]:
    """Where a number may stand: above, at the left, below, at the right, and further away."""
    yield from ((0, 9, "center"), (-6, 0, "right"), (0, -9, "center"), (6, 0, "left"))
    yield from ((5, 8, "left"), (-5, 8, "right"), (5, -8, "left"), (-5, -8, "right"), (0, 17, "center"))


def _area(x: float, y: float, words: str, align: str) -> _Area:
    width, height = len(words) * SMALL * _CHARACTER, SMALL
    left = x if align == "left" else x - width if align == "right" else x - width / 2
    return _Area(left, y - height / 2, left + width, y + height / 2)


def _apart(heights: Sequence[float], low: float, high: float) -> list[float]:
    """Ascending heights moved so that a line of type fits between them, as near to where they were as that allows."""
    moved: list[float] = []
    for height in heights:
        moved.append(max(height, moved[-1] + _GAP) if moved else max(height, low))
    excess = moved[-1] - high if moved else 0
    if excess > 0:
        moved[-1] -= excess
        for n in range(len(moved) - 2, -1, -1):
            moved[n] = min(moved[n], moved[n + 1] - _GAP)
    return moved
