"""What every picture is drawn with: colours, shapes, and marks that keep their link and words (needs matplotlib)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from matplotlib.artist import Artist
from matplotlib.axes import Axes

from sayso.serve.plots.model import Ref, Tone

ThemeName = Literal["light", "dark"]

#: Shapes tell what colours tell, for readers who see no colours.
SHAPES: Mapping[Tone, str] = {
    "own_loss": "o",
    "enemy_loss": "s",
    "affiliated": "^",
    "third_party": "D",
    "unknown": "P",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Colours of one background; tones are those of Okabe and Ito, which colour-blind readers tell apart."""

    ground: str
    ink: str
    faint: str
    grid: str
    tones: Mapping[Tone, str]


THEMES: Mapping[ThemeName, Theme] = {
    "light": Theme(
        ground="#ffffff",
        ink="#1a1a1a",
        faint="#5f6368",
        grid="#e3e5e8",
        tones={
            "own_loss": "#0072b2",
            "enemy_loss": "#d55e00",
            "affiliated": "#a8578a",
            "third_party": "#00805d",
            "unknown": "#5f6368",
        },
    ),
    "dark": Theme(
        ground="#16181c",
        ink="#eceff4",
        faint="#a9b0ba",
        grid="#2c3038",
        tones={
            "own_loss": "#56b4e9",
            "enemy_loss": "#e69f00",
            "affiliated": "#e3a3cb",
            "third_party": "#35c79a",
            "unknown": "#a9b0ba",
        },
    ),
}

SMALL, NORMAL, LARGE = 7.5, 8.5, 12.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a drawn mark stands for, to be written into the SVG beside it."""

    ref: Ref
    title: str


@dataclass(slots=True)
class Pen:
    """Draws in one theme and remembers what each mark means."""

    theme: Theme
    link: Callable[[Ref], str | None]
    meanings: dict[str, Meaning] = field(default_factory=dict)

    def text(self, axes: Axes, place: tuple[float, float], words: str, **known: Any) -> Any:
        """Words in the theme's ink; never read as formulas."""
        style = {"color": self.theme.ink, "fontsize": SMALL, "parse_math": False, **known}
        return axes.annotate(words, place, annotation_clip=False, **style)

    def arrow(self, axes: Axes, place: tuple[float, float], to: tuple[float, float], colour: str) -> None:
        """An arrow from a place, so many points across and up."""
        style = {"arrowstyle": "<-", "color": colour, "linewidth": 0.9, "shrinkA": 0, "shrinkB": 0}
        axes.annotate("", place, xytext=to, textcoords="offset points", arrowprops=style)

    def mean(self, artist: Artist, ref: Ref, title: str) -> None:
        """Give a mark its link, and its words for whoever points at it."""
        identifier = f"mark-{len(self.meanings) + 1}"
        self.meanings[identifier] = Meaning(ref=ref, title=title)
        artist.set_gid(identifier)
        artist.set_url(self.link(ref))

    def colour(self, tone: Tone) -> str:
        """The colour of a tone in this theme."""
        return self.theme.tones[tone]

    def bare(self, axes: Axes) -> None:
        """Axes with faint lines of numbers and no frame."""
        axes.set_facecolor("none")
        for side in ("top", "right", "left"):
            axes.spines[side].set_visible(False)
        axes.spines["bottom"].set_color(self.theme.grid)
        axes.tick_params(colors=self.theme.faint, labelsize=SMALL, length=0)
        axes.set_axisbelow(True)
